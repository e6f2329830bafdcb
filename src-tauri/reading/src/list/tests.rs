//! Every fixture in `fixtures/lists`, and what must hold for any text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use super::*;

/// One row of an `.expected.tsv`: name, signer, title, place, heading.
type Row = [String; 5];

fn rows(reading: &ListReading) -> Vec<Row> {
    let field = |field: &Option<String>| field.clone().unwrap_or_default();
    reading
        .entries
        .iter()
        .map(|e| {
            [
                e.name.clone(),
                field(&e.signer),
                field(&e.title),
                field(&e.place),
                field(&e.heading),
            ]
        })
        .collect()
}

fn expected(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            std::array::from_fn(|_| fields.next().unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_fixture_is_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lists");
    let mut cases = 0;
    let mut whole = 0;
    let mut wrong = String::new();
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(".in.txt"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        let want = expected(Path::new(
            &path.to_string_lossy().replace(".in.txt", ".expected.tsv"),
        ));
        let got = rows(&read_list(&text, &()));
        cases += 1;
        if got == want {
            whole += 1;
            continue;
        }
        wrong.push_str(&format!("\n{}\n", path.file_name().unwrap().to_string_lossy()));
        for row in got.iter().filter(|row| !want.contains(row)) {
            wrong.push_str(&format!("  + {}\n", row.join(" | ")));
        }
        for row in want.iter().filter(|row| !got.contains(row)) {
            wrong.push_str(&format!("  - {}\n", row.join(" | ")));
        }
    }
    println!("{whole} of {cases} lists whole");
    assert!(wrong.is_empty(), "{whole} of {cases} lists whole{wrong}");
}

#[test]
fn what_is_known_decides_a_doubtful_comma() {
    let text = "Signed by Harbor Light, Stone Meadow, Tall Pines, and Willow Bend.";
    let names = |known: &dyn Known| {
        read_list(text, known)
            .entries
            .into_iter()
            .map(|entry| entry.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(&()),
        ["Harbor Light", "Stone Meadow", "Tall Pines", "Willow Bend"]
    );
    assert_eq!(
        names(&Knows(&["Harbor Light, Stone Meadow"])),
        ["Harbor Light, Stone Meadow", "Tall Pines", "Willow Bend"]
    );
}

/// Knows these names.
struct Knows(&'static [&'static str]);

impl Known for Knows {
    fn is_known(&self, name: &str) -> bool {
        self.0.contains(&name)
    }
}

fn names_of(text: &str, known: &dyn Known) -> Vec<String> {
    read_list(text, known)
        .entries
        .into_iter()
        .map(|entry| entry.name)
        .collect()
}

#[test]
fn what_is_known_decides_a_doubtful_and() {
    let text = "The letter was signed by Ash Fund, Birch Fund, Salt and Pepper.";
    assert_eq!(
        names_of(text, &Knows(&["Salt and Pepper"])),
        ["Ash Fund", "Birch Fund", "Salt and Pepper"]
    );
    assert_eq!(
        names_of(text, &Knows(&["Salt", "Pepper"])),
        ["Ash Fund", "Birch Fund", "Salt", "Pepper"]
    );
}

#[test]
fn what_is_known_decides_a_doubtful_series() {
    let text = "Signed by Birch Fund, Kettles, Pots and Pans, Tall Pines, and Willow Bend.";
    assert_eq!(
        names_of(text, &Knows(&["Kettles, Pots and Pans"])),
        [
            "Birch Fund",
            "Kettles, Pots and Pans",
            "Tall Pines",
            "Willow Bend"
        ]
    );
    assert_eq!(
        names_of(text, &Knows(&["Kettles", "Pots and Pans"])),
        [
            "Birch Fund",
            "Kettles",
            "Pots and Pans",
            "Tall Pines",
            "Willow Bend"
        ]
    );
}

#[test]
fn what_is_known_is_no_person_with_a_title() {
    let text = "Ada Lane, Director, Ash Fund\nBen Moor, Chair, Birch Fund\nClara Dean, President, Cedar Fund\nGrace, Director & Daughters\n";
    let entries = read_list(text, &Knows(&["Grace, Director & Daughters"])).entries;
    assert_eq!(entries[3].name, "Grace, Director & Daughters");
    assert_eq!(entries[3].signer, None);
    assert_eq!(entries[0].signer.as_deref(), Some("Ada Lane"));
}

#[test]
fn spans_hold_what_was_read_in_every_form() {
    for (text, spans) in [
        (
            "<ul><li>Caf&eacute; Ash</li><li>Birch</li></ul>",
            vec!["Caf&eacute; Ash", "Birch"],
        ),
        (
            "1) Ash Fund, 2) Birch, Inc., 3) Cedar",
            vec!["Ash Fund", "Birch, Inc.", "Cedar"],
        ),
        (
            "Ash Fund · Birch · Cedar Readers",
            vec!["Ash Fund", "Birch", "Cedar Readers"],
        ),
        (
            "The letter was signed by Ash Fund, the Birch\nCounty Fund, and the Cedar Grove Readers of Dale.",
            vec!["Ash Fund", "Birch\nCounty Fund", "Cedar Grove Readers of Dale"],
        ),
        (
            "- [Ash](https://ash.example)\n- **Birch**\n",
            vec!["Ash", "Birch"],
        ),
    ] {
        let read: Vec<&str> = read_list(text, &())
            .entries
            .iter()
            .map(|entry| &text[entry.start..entry.end])
            .collect();
        assert_eq!(read, spans, "{text}");
    }
}

#[test]
fn those_who_did_not_sign_are_marked() {
    let reading = read_list(
        "Signed\n- Ash Fund\n- Birch Fund\n\nDid not sign\n- Cedar Fund\n",
        &(),
    );
    assert!(reading.entries[0].doubt.is_none() && reading.entries[1].doubt.is_none());
    assert_eq!(
        reading.entries[2].doubt,
        Some(Doubt::NotSigning {
            heading: "Did not sign".to_owned()
        })
    );
}

#[test]
fn those_who_did_not_sign_are_marked_on_one_line_too() {
    for text in [
        "Signed: Ash Fund, Birch Fund, Cedar Readers.\n\nNot signing: Dune League, Elm Choir.\n",
        "- Ash Fund\n- Birch Fund\n- Cedar Readers\n\nDeclined: Dune League\nNo response: Elm Choir\n",
        "Ash Fund\nBirch Fund\nCedar Readers\n\nNot yet\nDune League\nElm Choir\n",
        "Organization\tStatus\nAsh Fund\tSigned\nBirch Fund\tSigned\nCedar Readers\tyes\nDune League\tDeclined\nElm Choir\tno\n",
        "Firman: Ash Fund, Birch Fund y Cedar Readers.\n\nNo firmaron: Dune League, Elm Choir.\n",
    ] {
        let entries = read_list(text, &()).entries;
        let marked = |denied: bool| -> Vec<&str> {
            entries
                .iter()
                .filter(|entry| entry.status.is_some() == denied)
                .map(|entry| entry.name.as_str())
                .collect()
        };
        assert_eq!(marked(true), ["Dune League", "Elm Choir"], "{text}");
        assert_eq!(
            marked(false),
            ["Ash Fund", "Birch Fund", "Cedar Readers"],
            "{text}"
        );
    }
}

#[test]
fn an_entry_is_split_and_joined_by_its_span() {
    let text = "Signed by Ash Fund, Birch Fund, Inc., and the Cedar Fund.";
    let entries = read_list(text, &()).entries;
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Ash Fund", "Birch Fund, Inc.", "Cedar Fund"]);
    let joined = join_entries(text, &entries[0], &entries[1]);
    assert_eq!(joined.name, "Ash Fund, Birch Fund, Inc.");
    let (first, second) = split_entry(text, &joined, text.find(", Birch").unwrap()).unwrap();
    assert_eq!(
        (first.name.as_str(), second.name.as_str()),
        ("Ash Fund", "Birch Fund, Inc.")
    );
    assert_eq!(&text[second.start..second.end], "Birch Fund, Inc.");
    assert!(split_entry(text, &joined, joined.start).is_none());
    assert!(split_entry(text, &joined, text.len() + 9).is_none());
}

#[test]
fn a_comma_that_could_be_read_either_way_is_marked() {
    let doubt = |text: &str, name: &str| {
        let entries = read_list(text, &()).entries;
        entries
            .into_iter()
            .find(|entry| entry.name == name)
            .unwrap_or_else(|| panic!("{name}"))
            .doubt
    };
    let text = "Signed by Tall Pines, Open Meadow Friends, Chicago, Kettle, Roses & Rent, and Willow Bend.";
    assert_eq!(
        doubt(text, "Open Meadow Friends, Chicago"),
        Some(Doubt::CommaInside {
            head: "Open Meadow Friends".to_owned(),
            tail: "Chicago".to_owned()
        })
    );
    assert_eq!(
        doubt(text, "Roses & Rent"),
        Some(Doubt::PerhapsPart {
            before: "Kettle".to_owned()
        })
    );
    assert_eq!(doubt(text, "Tall Pines"), None);
}

#[test]
fn four_times_the_text_takes_about_four_times_the_work() {
    // The texts that would be slow if anything looked ahead without a bound, and lists of every form.
    for piece in [
        "Ash Fund, ",
        "A and ",
        "Ash, b; ",
        "(",
        "*a ",
        "Ash.\n\n",
        "Ash,\n\n",
        "Fund of\n",
        "[a](",
        "Dear x,\n",
        "A - b ",
        "we are: ",
        "Harbor Light Alliance\n",
        "Ana Mora, Director, Luz Fund\n",
        "Ana Mora\nDirector\nLuz Fund\n\n",
        "1. Ana Mora (Luz Fund)\n",
        "- Luz Fund - 7 members\n",
        "Luz Fund\tMoor League\n",
        "Luz Fund                    Moor League\n",
        "| Ana Mora | Luz Fund |\n",
        "Ana Mora, escritora; ",
        "It was signed by Ash, Birch, and Cedar. ",
        "Luz \u{b7} ",
        "3. Ana Mora, Luz ",
        "\u{5f35}\u{4e09}\u{3001}",
    ] {
        let work = |times: usize| {
            let text = piece.repeat(times);
            phrase::LOOKED_AT.set(0);
            let _ = read_list(&text, &());
            phrase::LOOKED_AT.get()
        };
        let (once, four) = (work(200), work(800));
        assert!(
            four < 5 * once + 8_000,
            "{piece:?}: {once} bytes looked at, then {four}"
        );
    }
}

#[test]
fn what_no_name_holds_is_never_taken_unmarked() {
    for line in [
        "Elder Trust (of the coast",
        "info@elder.example",
        "https://elder.example/list",
        "Executive Director",
        "March 14, 2019",
        "Elder Trust asked for more time",
        "The council met on Tuesday and talked.",
        "Elder Trust - 7 members of staff",
    ] {
        let text = format!("Amber League\nBirch Union\n{line}\nCedar Fund\nDune Alliance\n");
        for entry in read_list(&text, &()).entries {
            assert!(
                entry.is_doubtful() || !line.contains(&entry.name) || entry.note.is_some(),
                "{line:?}: {entry:?}"
            );
        }
    }
}

#[test]
fn a_text_without_names_gives_no_entries() {
    for text in [
        "",
        " \n\t\n",
        "Thank you!\n",
        "---\n***\n",
        "\u{feff}",
        "Page 3 of 9\n",
        ",;,;\n",
        "We met on Tuesday and talked.",
        "I agree.",
        "The committee met on Tuesday and talked about the river.",
        "Nous avons parlé du fleuve.",
        "La comisión pidió tiempo y los vecinos exigieron agua.",
    ] {
        assert!(read_list(text, &()).entries.is_empty(), "{text:?}");
    }
}

mod any_text;
mod kinds;

#[test]
fn a_single_line_of_a_few_names_is_a_list() {
    for (text, expected) in [
        (
            "Alder Grove Neighbors, Birch Street Choir, and Cedar Tenants Union",
            vec![
                "Alder Grove Neighbors",
                "Birch Street Choir",
                "Cedar Tenants Union",
            ],
        ),
        (
            "Alder Council, Birch Alliance and Cedar Coalition.",
            vec!["Alder Council", "Birch Alliance", "Cedar Coalition"],
        ),
        (
            "Alder Council, Birch Alliance",
            vec!["Alder Council", "Birch Alliance"],
        ),
        (
            "Voces del Valle, Friends of the Marsh, and WISDOM",
            vec!["Voces del Valle", "Friends of the Marsh", "WISDOM"],
        ),
        // One name, whatever its commas.
        (
            "Lawyers, Guns, and Money Coalition",
            vec!["Lawyers, Guns, and Money Coalition"],
        ),
        (
            "Alder Federation of State, County, and Municipal Employees",
            vec!["Alder Federation of State, County, and Municipal Employees"],
        ),
        (
            "Alder Women’s Association, Inc.",
            vec!["Alder Women’s Association, Inc."],
        ),
    ] {
        let reading = read_list(text, &());
        let names: Vec<_> = reading.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }
}

/// Names of which only the first word has a capital letter, articles of other languages, and signs that part in one line.
#[test]
fn lists_of_other_languages_and_signs_are_read_from_one_line() {
    for (text, names) in [
        (
            "Firmantes: Liga de padres, Sindicato de enfermeras, Asociación Techo para todos.",
            vec![
                "Liga de padres",
                "Sindicato de enfermeras",
                "Asociación Techo para todos",
            ],
        ),
        (
            "Signataires : Ligue des parents ; Syndicat des infirmières ; Association Toit pour tous",
            vec![
                "Ligue des parents",
                "Syndicat des infirmières",
                "Association Toit pour tous",
            ],
        ),
        (
            "Ont signé cet appel : la Ligue des parents, le Syndicat des infirmières et l’Association Toit pour tous.",
            vec![
                "Ligue des parents",
                "Syndicat des infirmières",
                "Association Toit pour tous",
            ],
        ),
        (
            "Assinam o manifesto a Rede Verde, o Coletivo Azul e a Associação dos Moradores do Vale.",
            vec!["Rede Verde", "Coletivo Azul", "Associação dos Moradores do Vale"],
        ),
        (
            "联署团体：北城妇女会、南方劳工协会、青年环境联盟。",
            vec!["北城妇女会", "南方劳工协会", "青年环境联盟"],
        ),
        (
            "• Maple Union • Birch Coalition • Oak League",
            vec!["Maple Union", "Birch Coalition", "Oak League"],
        ),
    ] {
        let entries = read_list(text, &()).entries;
        let read: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(read, names, "{text}");
    }
}

#[test]
fn lines_that_are_alike_but_for_a_number_are_all_read() {
    for count in [5, 20, 100] {
        let text: String = (1..=count)
            .map(|number| format!("Organization of the long name number {number}\n"))
            .collect();
        assert_eq!(read_list(&text, &()).entries.len(), count);
    }
}

/// The people of a text, each with the title.
fn people(text: &str) -> Vec<(String, String)> {
    let entries = read_list(text, &()).entries;
    entries
        .into_iter()
        .map(|entry| {
            (
                entry.signer.unwrap_or(entry.name),
                entry.title.unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn an_office_in_running_text_is_said_of_one_and_in_the_plural_of_several() {
    let one = |name: &str, title: &str| (name.to_owned(), title.to_owned());
    assert_eq!(
        people(
            "Entre los firmantes est\u{e1}n Ana Mora, el arque\u{f3}logo Luis Prado, Rosa Vidal, Eva Luna y el \
             dise\u{f1}ador Juan Soler."
        ),
        [
            one("Ana Mora", ""),
            one("Luis Prado", "arque\u{f3}logo"),
            one("Rosa Vidal", ""),
            one("Eva Luna", ""),
            one("Juan Soler", "dise\u{f1}ador"),
        ]
    );
    assert_eq!(
        people(
            "Entre los nuevos firmantes destacan el poeta Luis Prado, los directores Ana Mora y Juan Soler, la \
             escritora Rosa Vidal y el m\u{e9}dico Pablo Rey.\nAdem\u{e1}s del economista Mario Luna, el investigador \
             Diego Paz, el periodista Hugo Sanz, y la directora de la Casa Luz, Elena Roca.\n"
        ),
        [
            one("Luis Prado", "poeta"),
            one("Ana Mora", "directores"),
            one("Juan Soler", "directores"),
            one("Rosa Vidal", "escritora"),
            one("Pablo Rey", "m\u{e9}dico"),
            one("Mario Luna", "economista"),
            one("Diego Paz", "investigador"),
            one("Hugo Sanz", "periodista"),
            one("Elena Roca", "directora"),
        ]
    );
}

#[test]
fn a_long_list_below_a_sentence_under_a_heading_is_the_list() {
    let text = "Endorsements by National Groups\n\n2016  |  2008  |  2004             updated Oct. 28, 2020\n\nOn April 8, \
        when the mayor became the candidate,\nshe had already found the support of twelve unions and of half a dozen \
        other groups.\n\nHarbor Carpenters Union (HCU) (announced Oct. 28, 2020)\nMoor Engineers Union (announced Sept. \
        30, 2020)\nAsh Teachers League (Aug. 26, 2020)\nElm Nurses Association (8/20/2020)\nBirch Alliance (July 2, \
        2020)\nCedar Drivers Guild (June 9, 2020)\n";
    let entries = read_list(text, &()).entries;
    let read: Vec<(&str, Option<&str>)> = entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.note.as_deref()))
        .collect();
    assert_eq!(
        read,
        [
            ("Harbor Carpenters Union (HCU)", Some("announced Oct. 28, 2020")),
            ("Moor Engineers Union", Some("announced Sept. 30, 2020")),
            ("Ash Teachers League", Some("Aug. 26, 2020")),
            ("Elm Nurses Association", Some("8/20/2020")),
            ("Birch Alliance", Some("July 2, 2020")),
            ("Cedar Drivers Guild", Some("June 9, 2020")),
        ]
    );
}
