//! Who stands under which heading, and in which order the headings stand.

use super::*;

#[test]
fn by_state_names_are_spelled_out_and_counted() {
    let mut signatories = vec![
        in_state("Elm", "WI"),
        in_state("Ash", "wisconsin"),
        in_state("Birch", "D.C."),
        in_state("Cedar", "NY"),
        organization("Dogwood"),
        in_state("Fir", "Jalisco"),
    ];
    signatories.push(Signatory {
        scope: Some(Scope::National),
        ..in_state("Gum", "NY")
    });
    let options = BlockOptions {
        group: GroupBy::State,
        counts: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        [
            "# National (1)",
            "Gum",
            "# District of Columbia (1)",
            "Birch",
            "# Jalisco (1)",
            "Fir",
            "# New York (1)",
            "Cedar",
            "# Wisconsin (2)",
            "Ash",
            "Elm",
            "# Other (1)",
            "Dogwood",
        ]
    );
    let spanish = BlockOptions {
        language: "es".into(),
        ..options
    };
    assert!(outline(&signatories, &spanish).contains(&"# Nueva York (1)".to_owned()));
}

#[test]
fn bodies_abroad_stand_under_their_country() {
    let abroad = |name: &str, state: &str, country: &str| Signatory {
        country: Some(country.to_owned()),
        ..in_state(name, state)
    };
    let signatories = [
        abroad("Ash", "WI", "USA"),
        abroad("Birch", "IL", "United States"),
        abroad("Cedar", "Jalisco", "Mexico"),
        abroad("Dogwood", "Sonora", "México"),
        in_state("Elm", "IL"),
    ];
    let options = BlockOptions {
        group: GroupBy::State,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        [
            "# Illinois",
            "Birch",
            "Elm",
            "# Wisconsin",
            "Ash",
            "# Mexico",
            "Cedar",
            "Dogwood"
        ]
    );
}

#[test]
fn by_scope_it_goes_from_far_to_near() {
    let scopes = [
        Scope::Local,
        Scope::State,
        Scope::Tribal,
        Scope::National,
        Scope::International,
    ];
    let signatories: Vec<_> = scopes
        .iter()
        .map(|scope| Signatory {
            scope: Some(*scope),
            ..organization(&format!("{scope:?} Elm"))
        })
        .collect();
    let options = BlockOptions {
        group: GroupBy::Scope,
        ..BlockOptions::default()
    };
    let headings: Vec<_> = outline(&signatories, &options)
        .into_iter()
        .filter(|line| line.starts_with('#'))
        .collect();
    assert_eq!(
        headings,
        ["# International", "# National", "# Tribal", "# State", "# Local"]
    );
}

#[test]
fn nobody_to_group_by_means_no_heading() {
    for group in [
        GroupBy::Scope,
        GroupBy::State,
        GroupBy::Type,
        GroupBy::District,
        GroupBy::Heading,
    ] {
        let options = BlockOptions {
            group,
            ..BlockOptions::default()
        };
        assert_eq!(
            outline(&named(&["Ash", "Birch"]), &options),
            ["Ash", "Birch"],
            "{group}"
        );
    }
}

#[test]
fn districts_stand_in_the_order_of_their_words_and_those_without_one_come_last() {
    let of = |name: &str, district: &str| Signatory {
        district: Some(district.to_owned()),
        ..organization(name)
    };
    let signatories = [
        of("Ash", "West"),
        organization("Birch"),
        of("Cedar", "East Side"),
        of("Dogwood", "west"),
        of("Elm", " "),
    ];
    let options = BlockOptions {
        group: GroupBy::District,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        [
            "# East Side",
            "Cedar",
            "# West",
            "Ash",
            "Dogwood",
            "# Other",
            "Birch",
            "Elm"
        ]
    );
    let west = BlockOptions {
        only_group: Some("WEST".to_owned()),
        ..BlockOptions::default()
    };
    assert_eq!(outline(&signatories, &west), ["Ash", "Dogwood"]);
}

#[test]
fn types_that_differ_in_case_only_are_one_group() {
    let kind = |name: &str, kind: &str| Signatory {
        kind: Some(kind.to_owned()),
        ..organization(name)
    };
    let signatories = [
        kind("Elm", "Labor"),
        kind("Birch", "Faith"),
        kind("Ash", "faith "),
        kind("Cedar", ""),
    ];
    let options = BlockOptions {
        group: GroupBy::Type,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        ["# Faith", "Ash", "Birch", "# Labor", "Elm", "# Other", "Cedar"]
    );
}

#[test]
fn own_headings_stand_in_their_own_order() {
    let under = |name: &str, heading: &str, position| Signatory {
        heading: Some(heading.to_owned()),
        position,
        ..organization(name)
    };
    let signatories = [
        under("Ash", "Clinics", 3),
        under("Birch", "Unions", 2),
        under("Cedar", "Zoos", 0),
        under("Dogwood", "Arboreta", 1),
        under("Elm", "", 4),
    ];
    let options = BlockOptions {
        group: GroupBy::Heading,
        headings: vec!["unions".into(), "Clinics".into()],
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        [
            "Elm",
            "# Unions",
            "Birch",
            "# Clinics",
            "Ash",
            "# Zoos",
            "Cedar",
            "# Arboreta",
            "Dogwood"
        ]
    );
}

#[test]
fn individuals_can_stand_apart() {
    let signatories = [person("Ana Rosa", "", ""), organization("Birch")];
    let options = BlockOptions {
        individuals: Individuals::Apart,
        counts: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        ["Birch", "# Individuals (1)", "Ana Rosa"]
    );
}

#[test]
fn leads_come_first_or_under_their_own_heading() {
    let mut names = named(&["Ash", "Birch", "Cedar", "Dogwood"]);
    names[3].lead = true;
    names[2].lead = true;
    let first = BlockOptions {
        lead_first: true,
        ..BlockOptions::default()
    };
    assert_eq!(outline(&names, &first), ["Cedar", "Dogwood", "Ash", "Birch"]);
    let heading = BlockOptions {
        lead_heading: true,
        ..BlockOptions::default()
    };
    let expected = [
        "# Lead organizations",
        "Cedar",
        "Dogwood",
        "# Signatories",
        "Ash",
        "Birch",
    ];
    assert_eq!(outline(&names, &heading), expected);
}
