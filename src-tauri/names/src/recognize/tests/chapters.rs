//! Families of organizations: chapters, locals, state leagues, affiliates, youth and funds. None is ever another, neither
//! when two names are compared nor in a search of the whole list; and what is one organization stays found among them.
//!
//! The names are invented, or of words so general that they are nobody's.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::{LIKELY, Match, NameIndex, compare, duplicates};

/// One family a line: no two of its names are the same organization's.
const FAMILIES: &[&[&str]] = &[
    // Cities.
    &[
        "Quiet Rivers",
        "Quiet Rivers Madison",
        "Quiet Rivers Milwaukee",
        "Quiet Rivers Green Bay",
    ],
    &[
        "Lamplighters Guild, Madison Chapter",
        "Lamplighters Guild, Milwaukee Chapter",
        "Lamplighters Guild",
    ],
    &["Madison Lamplighters", "Milwaukee Lamplighters", "Lamplighters"],
    &[
        "Greater Madison Lamp Council",
        "Greater Milwaukee Lamp Council",
        "Lamp Council",
    ],
    &[
        "Lamp Tenants of Fort Wayne",
        "Lamp Tenants of Fort Worth",
        "Lamp Tenants",
    ],
    &["St. Paul Lamplighters", "St. Petersburg Lamplighters"],
    &["Lamplighters NYC", "Lamplighters NY", "Lamplighters"],
    &[
        "Lamplighters New York City",
        "Lamplighters New York State",
        "Lamplighters of New York City Action",
    ],
    &["LMU NYC", "LMU NY", "LMU NJ", "LMU"],
    &["Lamp Hill Neighbors", "Lamp Valley Neighbors"],
    &[
        "Brixley Lamplighters",
        "Tarvin Lamplighters",
        "Brixley County Lamplighters",
    ],
    &[
        "Quiet Rivers Brixley Chapter",
        "Quiet Rivers Tarvin Chapter",
        "Quiet Rivers Brixley Falls Chapter",
    ],
    &[
        "Brixley Branch of the Lamplighters",
        "Tarvin Branch of the Lamplighters",
        "The Lamplighters",
    ],
    &[
        "Lamplighters of Brixley",
        "Lamplighters of Brixton",
        "Lamplighters of Bexley",
    ],
    &[
        "Eastside Lamplighters",
        "Westside Lamplighters",
        "Southside Lamplighters",
    ],
    &[
        "North Brixley Lamplighters",
        "South Brixley Lamplighters",
        "Brixley Lamplighters",
    ],
    &["Upper Tarvin Lamp Club", "Lower Tarvin Lamp Club"],
    &["First Lamp Church", "Second Lamp Church", "Third Lamp Church"],
    // States.
    &[
        "League of Lamp Owners of Ohio",
        "League of Lamp Owners of Iowa",
        "League of Lamp Owners of Idaho",
        "League of Lamp Owners",
    ],
    &[
        "Ohio Lamp League",
        "Iowa Lamp League",
        "Idaho Lamp League",
        "Lamp League",
    ],
    &["Lamp League - OH", "Lamp League - IA", "Lamp League - ID"],
    &["Lamp League, Ohio", "Lamp League, Iowa"],
    &[
        "Lamp Watch North Carolina",
        "Lamp Watch South Carolina",
        "Lamp Watch North Dakota",
    ],
    &["Lamp Watch Virginia", "Lamp Watch West Virginia"],
    &[
        "Lamp Watch Kansas",
        "Lamp Watch Arkansas",
        "Lamp Watch Kansas City",
    ],
    &["Lamp Watch Washington", "Lamp Watch Washington, DC"],
    &[
        "Lamp Watch New Mexico",
        "Lamp Watch Mexico",
        "Lamp Watch New Jersey",
    ],
    &[
        "Northern Ohio Lamp Watch",
        "Southern Ohio Lamp Watch",
        "Ohio Lamp Watch",
    ],
    &[
        "Lamp Watch Western Massachusetts",
        "Lamp Watch Eastern Massachusetts",
        "Lamp Watch Massachusetts",
    ],
    &[
        "Lamp Watch Pacific Northwest",
        "Lamp Watch Midwest",
        "Lamp Watch New England",
    ],
    // Countries.
    &[
        "Lamp Without Borders",
        "Lamp Without Borders USA",
        "Lamp Without Borders Canada",
    ],
    &[
        "Lamp Watch France",
        "Lamp Watch Germany",
        "Lamp Watch International",
    ],
    &[
        "Lamplighters of America",
        "Lamplighters of America, Ohio",
        "Ohio Lamplighters",
    ],
    &[
        "National Lamplighters Association",
        "Ohio Lamplighters Association",
        "Lamplighters Association of Iowa",
    ],
    &[
        "American Lamp Society",
        "American Lamp Society of Ohio",
        "Canadian Lamp Society",
    ],
    // Numbers.
    &[
        "Lanternmakers Local 212",
        "Lanternmakers Local 213",
        "Lanternmakers Local 21",
        "Lanternmakers",
    ],
    &["LMU Local 1", "LMU Local 11", "LMU Local 111"],
    &[
        "Lanternmakers Local 7R",
        "Lanternmakers Local 7",
        "Lanternmakers Local 7B",
    ],
    &[
        "Lanternmakers Local Union No. 5",
        "Lanternmakers Local Union No. 6",
    ],
    &[
        "Lanternmakers Local 32BJ",
        "Lanternmakers Local 32",
        "Lanternmakers Local 32EJ",
    ],
    &[
        "LMU District Council 37",
        "LMU District Council 38",
        "LMU District Council",
    ],
    &["District Council 37", "District Council 38"],
    &["DC 37", "DC 38"],
    &["Lamp Legion Post 12", "Lamp Legion Post 14", "Lamp Legion"],
    &["Veterans of the Lamp Post 2112", "Veterans of the Lamp Post 2114"],
    &["Lamp Lodge No. 4", "Lamp Lodge No. 44"],
    &[
        "Lanternmakers Region 4",
        "Lanternmakers Region 5",
        "Lanternmakers Region 4A",
    ],
    &["LMU Region IV", "LMU Region V", "LMU Region VI"],
    &["Lanternmakers Joint Board 3", "Lanternmakers Joint Board 8"],
    &["Lamp Scouts Troop 18", "Lamp Scouts Troop 81"],
    &[
        "Lanternmakers 1199SEIU",
        "Lanternmakers 1199",
        "Lanternmakers 1119",
    ],
    &["Ward 3 Lamp Club", "Ward 4 Lamp Club"],
    &["Twenty-First Street Lamp Club", "Twenty-Second Street Lamp Club"],
    &["Lanternmakers Local Twelve", "Lanternmakers Local Twenty"],
    // Chapter words with a name of their own.
    &[
        "Quiet Rivers Club",
        "Quiet Rivers Club Lone Star Chapter",
        "Quiet Rivers Club - Joan Lamp Chapter",
    ],
    &["Quiet Rivers Club", "Lone Star Chapter of the Quiet Rivers Club"],
    &[
        "Quiet Rivers Club Lone Star Chapter",
        "Quiet Rivers Club - Loma Prieta Chapter",
    ],
    &[
        "Quiet Rivers Club, Lone Star Group",
        "Quiet Rivers Club, Lone Tree Group",
        "Quiet Rivers Club",
    ],
    &[
        "Quiet Rivers Student Chapter",
        "Quiet Rivers Faculty Chapter",
        "Quiet Rivers",
    ],
    // Action, funds, foundations, youth, students.
    &[
        "Lampwick",
        "Lampwick Action",
        "Lampwick Fund",
        "Lampwick Foundation",
    ],
    &[
        "Lampwick",
        "Lampwick Action Fund",
        "Lampwick Fund",
        "Lampwick Foundation",
    ],
    &["Lampwick Votes", "Lampwick Votes Action Fund", "Lampwick"],
    &["Lampwick PAC", "Lampwick Action", "Lampwick Legal Defense Fund"],
    &["Lampwick Education Fund", "Lampwick", "Lampwick Action Fund"],
    &[
        "Lampwick Ohio",
        "Lampwick Ohio Action",
        "Lampwick Ohio Education Fund",
    ],
    &["Students for Lamps", "Youth for Lamps", "Lamps"],
    &[
        "Students for Fair Lamps",
        "Youth for Fair Lamps",
        "Parents for Fair Lamps",
        "Teachers for Fair Lamps",
    ],
    &["Young Lamplighters", "Lamplighters", "Young Lamplighters of Ohio"],
    &["Lamplighters Youth", "Lamplighters Women", "Lamplighters"],
    &["Women of the Lamp", "Men of the Lamp", "Youth of the Lamp"],
    &[
        "Lampwick University Students",
        "Lampwick University Alumni",
        "Lampwick University Staff",
    ],
    &["College Lamplighters", "High School Lamplighters", "Lamplighters"],
    &["Friends of the Tarvin Lamp", "Tarvin Lamp"],
    // Faith bodies.
    &[
        "Diocese of Brixley",
        "Diocese of Tarvin",
        "Archdiocese of Brixley",
    ],
    &["Lamp Diocese of Madison", "Lamp Diocese of Milwaukee"],
    &["Lamp Synod of Ohio", "Lamp Synod of Iowa", "Lamp Synod"],
    &["Northern Ohio Synod", "Southern Ohio Synod"],
    &[
        "Greater Milwaukee Synod of the Lamp Church",
        "Northwest Synod of the Lamp Church",
        "Lamp Church",
    ],
    &["Presbytery of Brixley", "Presbytery of Tarvin"],
    &[
        "Ohio Conference of the Lamp Church",
        "Iowa Conference of the Lamp Church",
    ],
    &["Holy Lamp Parish, Madison", "Holy Lamp Parish, Milwaukee"],
    &[
        "Sisters of the Lamp of Brixley",
        "Sisters of the Lamp of Tarvin",
        "Sisters of the Lamp",
    ],
    &["Temple Beth Lamp Madison", "Temple Beth Lamp Milwaukee"],
    // Campuses and departments beside each other.
    &[
        "University of Lampeter at Brixley",
        "University of Lampeter at Tarvin",
    ],
    &["Lampeter State Student Union", "Lampeter Tech Student Union"],
    &[
        "Lamp Graduate Workers of Brixley",
        "Lamp Graduate Workers of Tarvin",
        "Lamp Graduate Workers",
    ],
    // Other languages.
    &["Faroleros de Puebla", "Faroleros de Oaxaca", "Faroleros"],
    &[
        "Sindicato de Faroleros Sección 22",
        "Sindicato de Faroleros Sección 23",
        "Sindicato de Faroleros",
    ],
    &[
        "Federación de Faroleros de Jalisco",
        "Federación de Faroleros de Sonora",
    ],
    &[
        "Lampenbund Landesverband Hessen",
        "Lampenbund Landesverband Bayern",
        "Lampenbund",
    ],
    &["Lampenbund Kreisverband Nord", "Lampenbund Kreisverband Süd"],
    &[
        "Ligue des Lampes, section de Lyon",
        "Ligue des Lampes, section de Lille",
        "Ligue des Lampes",
    ],
    &["Movimiento Farolero Filial 3", "Movimiento Farolero Filial 4"],
    // Acronyms with what tells them apart.
    &["LMU Ohio", "LMU Iowa", "LMU"],
    &["LMU-OH", "LMU-IA"],
    &[
        "Lamp Makers Union (LMU) Ohio",
        "Lamp Makers Union (LMU) Iowa",
        "Lamp Makers Union (LMU)",
    ],
    &["LMU Madison", "Lamp Makers Union Milwaukee", "Lamp Makers Union"],
    &["LMU Local 5", "Lamp Makers Union Local 6", "Lamp Makers Union"],
    // Bodies of one place.
    &[
        "Brixley Lamp Council",
        "Brixley Lamp Federation",
        "Brixley Lamp Coalition",
    ],
    &[
        "Brixley County Lamp Party",
        "Tarvin County Lamp Party",
        "Ohio Lamp Party",
    ],
    &["House District 4 Lamp Party", "House District 5 Lamp Party"],
    // Letters, codes and years.
    &[
        "Lamplighters Chapter A",
        "Lamplighters Chapter B",
        "Lamplighters Chapter",
        "Lamplighters",
    ],
    &["Lamp Scouts Troop B", "Lamp Scouts Troop C"],
    &[
        "Lanternmakers Section A",
        "Lanternmakers Section D",
        "Lanternmakers Section E",
    ],
    &[
        "Lanternmakers Local 21-A",
        "Lanternmakers Local 21-B",
        "Lanternmakers Local 21",
    ],
    &["Lamp Team WI-03", "Lamp Team WI-04", "Lamp Team"],
    &["Lamplighters CD 5", "Lamplighters CD 6"],
    &[
        "Lamp Alumni Class of 2012",
        "Lamp Alumni Class of 2013",
        "Lamp Alumni",
    ],
    &["Lamp Festival 2023", "Lamp Festival 2024"],
    &["350 Lamps Madison", "350 Lamps Milwaukee", "350 Lamps"],
    &["Lamp Club Fourth Street", "Lamp Club Fifth Street"],
    // Directions.
    &[
        "Lamp Society East",
        "Lamp Society West",
        "Lamp Society North",
        "Lamp Society",
    ],
    &["Lamp Society (East)", "Lamp Society (West)"],
    &[
        "Lamp Society Eastern Region",
        "Lamp Society Western Region",
        "Lamp Society",
    ],
    &["Upstate Lamp Society", "Downstate Lamp Society"],
    // Towns of which no list knows, spelled much alike.
    &["Lamplighters of Hinton", "Lamplighters of Linton", "Lamplighters"],
    &["Dalby Lamplighters", "Halby Lamplighters"],
    &["Lamplighters of Hickoryford", "Lamplighters of Hickoryport"],
    &["Lamp Club of Clayville", "Lamp Club of Playville"],
    &["Lamp Watch Dayton", "Lamp Watch Layton", "Lamp Watch"],
    &["Lamp Watch St. Louis", "Lamp Watch St. Louis Park", "Lamp Watch"],
    &["Lamp Watch Portland, OR", "Lamp Watch Portland, ME"],
    &[
        "Lamp Watch Springfield, Illinois",
        "Lamp Watch Springfield, Missouri",
        "Lamp Watch Springfield Township",
    ],
    &["Lamp Watch Brixley County", "Lamp Watch Brixley City"],
    &["Lamp Watch Alberta", "Lamp Watch Ontario", "Lamp Watch Canada"],
    // Affiliates that are named for what they do.
    &[
        "Planned Lamps of Ohio",
        "Planned Lamps Advocates of Ohio",
        "Planned Lamps Action of Ohio",
    ],
    &[
        "Lamp Workers United",
        "Lamp Workers United Retirees",
        "Lamp Workers United for Peace",
    ],
    &[
        "Lampwick Legal Clinic",
        "Lampwick Legal Fund",
        "Lampwick Legal Network",
    ],
    &["Lampwick Institute", "Lampwick Center", "Lampwick Museum"],
    &["Lampwick Hub Madison", "Lampwick Hub Milwaukee"],
    &["Lamplighters (Ohio)", "Lamplighters (Iowa)", "Lamplighters, Inc."],
    &[
        "National Lamp Union",
        "International Lamp Union",
        "Ohio Lamp Union",
    ],
    &[
        "National Lamp Council of America",
        "Lamp Council of Ohio",
        "Ohio Lamp Council Foundation",
    ],
    &[
        "Lamp Union Retirees Chapter",
        "Lamp Union Women’s Chapter",
        "Lamp Union Latino Caucus",
    ],
    &[
        "Junior Lamp League of Brixley",
        "Lamp League of Brixley",
        "Junior Lamp League",
    ],
    &[
        "Lamp Workers Organizing Committee",
        "Lamp Workers Political Committee",
    ],
    &[
        "Coalition for Lamps Madison Area",
        "Coalition for Lamps Milwaukee Area",
        "Coalition for Lamps",
    ],
];

/// Two names of one organization.
const SAME: &[(&str, &str)] = &[
    (
        "Lamplighters Guild, Madison Chapter",
        "Lamplighters Guild - Madison Chapter",
    ),
    (
        "Lamplighters Guild, Madison Chapter",
        "Madison Chapter of the Lamplighters Guild",
    ),
    (
        "Lamplighters Guild Madison",
        "Lamplighters Guild - Madison Chapter",
    ),
    ("Lanternmakers Local 212", "Lanternmakers, Local #212"),
    ("Lanternmakers Local No. 212", "Lanternmakers Local 212"),
    ("Lanternmakers Local 212", "Lantern Makers Local 212"),
    ("League of Lamp Owners of Ohio", "League of Lamp Owners - OH"),
    ("League of Lamp Owners of Ohio", "Ohio League of Lamp Owners"),
    ("League of Lamp Owners of Ohio", "League of Lampowners of Ohio"),
    ("Lampwick Action Fund", "Lampwick Action Fund, Inc."),
    ("Lampwick Action Fund", "Lampwik Action Fund"),
    ("Lampwick Education Fund", "The Lampwick Education Fund"),
    (
        "Quiet Rivers Club Lone Star Chapter",
        "Quiet Rivers Club, Lone Star Chapter",
    ),
    (
        "Quiet Rivers Club Lone Star Chapter",
        "Lone Star Chapter, Quiet Rivers Club",
    ),
    ("Students for Fair Lamps", "Students For Fair Lamps"),
    ("Students for Fair Lamps", "Students for Fair Lamp"),
    ("Diocese of Brixley", "Brixley Diocese"),
    ("LMU District Council 37", "LMU, District Council 37"),
    ("Lamp Legion Post 12", "Lamp Legion, Post No. 12"),
    ("Lanternmakers Region 4", "Lanternmakers Region IV"),
    ("Lamplighters of New York", "Lamplighters of NY"),
    ("Lamplighters New York City", "Lamplighters NYC"),
    ("Lamp Makers Union (LMU)", "Lamp Makers Union"),
    ("Lamp Makers Union", "LMU"),
    ("LMU Ohio", "Lamp Makers Union of Ohio"),
    ("Lamp Makers Union Local 5", "LMU Local 5"),
    ("Brixley Lamp Assn.", "Brixley Lamp Association"),
    ("Brixley Lamp Association", "Brixley Lamp Assocation"),
    ("Sisters of the Lamp of Brixley", "Sisters of the Lamp, Brixley"),
    (
        "Federación de Faroleros de Jalisco",
        "FEDERACION DE FAROLEROS DE JALISCO",
    ),
    (
        "Lampenbund Landesverband Hessen",
        "Lampenbund, Landesverband Hessen e.V.",
    ),
    ("Saint Paul Lamplighters", "St. Paul Lamplighters"),
    (
        "Greater Brixley Lamp Council",
        "Greater Brixley Lamp Council, Inc",
    ),
    ("Tarvin Tenants & Neighbors", "Tarvin Tenants and Neighbours"),
    ("Hope for Tarvin Group", "Hope for Tarvin"),
    ("Lampwick Foundation", "Lampwick Foundation, Inc"),
];

/// Every two names of one family.
fn apart() -> impl Iterator<Item = (&'static str, &'static str)> {
    FAMILIES.iter().flat_map(|family| {
        family
            .iter()
            .enumerate()
            .flat_map(|(at, a)| family[at + 1..].iter().map(|b| (*a, *b)))
    })
}

#[test]
fn no_two_of_a_family_are_ever_better_than_different() {
    let mut wrong = Vec::new();
    for (a, b) in apart() {
        let comparison = compare(a, b);
        if comparison.verdict != Match::Different || comparison.score >= LIKELY {
            wrong.push(format!("{a} | {b}: {comparison:?}"));
        }
    }
    assert!(apart().count() >= 40);
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_two_of_a_family_are_found_as_duplicates() {
    let mut wrong = Vec::new();
    for family in FAMILIES {
        let mut index = NameIndex::new();
        for (id, name) in (1..).zip(*family) {
            index.insert(id, &[name]);
        }
        wrong.extend(duplicates(&index, 0.0, &mut |_, _| true));
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn one_organization_is_found_under_both_of_its_names_also_among_all_these_families() {
    let mut index = NameIndex::new();
    let mut missed = Vec::new();
    for (id, (a, b)) in (1..).step_by(2).zip(SAME) {
        index.insert(id, &[a]);
        index.insert(id + 1, &[b]);
        if compare(a, b).verdict == Match::Different {
            missed.push(format!("{a} | {b}: {:?}", compare(a, b)));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    for (id, name) in (1_000..).zip(FAMILIES.iter().flat_map(|family| family.iter())) {
        index.insert(id, &[name]);
    }
    let pairs = duplicates(&index, LIKELY, &mut |_, _| true);
    for (id, (a, b)) in (1..).step_by(2).zip(SAME) {
        assert!(
            pairs.iter().any(|pair| (pair.a, pair.b) == (id, id + 1)),
            "{a} | {b}"
        );
    }
}
