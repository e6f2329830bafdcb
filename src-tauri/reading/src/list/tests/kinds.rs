//! Kinds of lists that were met in public, in invented texts.

use super::super::*;

/// What was read: the organization, and who signs for it with the title.
fn read(text: &str) -> Vec<(String, String, String)> {
    let entries = read_list(text, &()).entries;
    let field = |field: Option<String>| field.unwrap_or_default();
    entries
        .into_iter()
        .map(|entry| (entry.name, field(entry.signer), field(entry.title)))
        .collect()
}

fn names(text: &str) -> Vec<String> {
    read(text).into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn an_office_in_small_letters_behind_a_dash_says_who_somebody_is() {
    let text = "Assinam:\n\nMaria Leite \u{2013} presidente da Confedera\u{e7}\u{e3}o das Escolas do Vale\nJo\u{e3}o Prado \u{2013} coordenador geral da \
        Rede Azul\nLu\u{ed}s Serra \u{2013} professor titular da Universidade Federal do Rio\n";
    let read = read(text);
    let read: Vec<(&str, &str, &str)> = read
        .iter()
        .map(|(name, signer, title)| (name.as_str(), signer.as_str(), title.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            (
                "Confedera\u{e7}\u{e3}o das Escolas do Vale",
                "Maria Leite",
                "presidente"
            ),
            ("Rede Azul", "Jo\u{e3}o Prado", "coordenador geral"),
            (
                "Universidade Federal do Rio",
                "Lu\u{ed}s Serra",
                "professor titular"
            ),
        ]
    );
}

#[test]
fn a_day_before_a_dash_and_the_article_of_the_sentence_belong_to_no_name() {
    let text = "May 23, 2016 \u{2013} The Harbor Voters League, the Moor Conference of Teachers, and the Ash Business Council have joined a \
        growing coalition by endorsing the Open Bills Act.\n";
    assert_eq!(
        names(text),
        [
            "Harbor Voters League",
            "Moor Conference of Teachers",
            "Ash Business Council"
        ]
    );
}

#[test]
fn people_before_parentheses_are_parted_at_the_and_behind_one() {
    let text = "Firman la carta: Ana Mora (directora de la Red Norte y Sur), Luis Prado (presidente de la Casa Luz) y Rosa Vidal (directora del \
        Centro Abril).";
    let people: Vec<String> = read(text).into_iter().map(|(_, signer, _)| signer).collect();
    assert_eq!(people, ["Ana Mora", "Luis Prado", "Rosa Vidal"]);
}

#[test]
fn a_sign_between_two_names_on_a_line_among_others_parts_them() {
    let text = "Harbor Health Network\n\nMoor Defense League (MDL) * Ash Valley Coalition\n\nElm Cancer Fund * Birch Action Fund * Cedar \
        Network\n\nDune County Watch\n";
    assert_eq!(
        names(text),
        [
            "Harbor Health Network",
            "Moor Defense League (MDL)",
            "Ash Valley Coalition",
            "Elm Cancer Fund",
            "Birch Action Fund",
            "Cedar Network",
            "Dune County Watch"
        ]
    );
}

#[test]
fn a_country_before_one_name_that_explains_itself_is_its_heading() {
    let text = "Firman los siguientes organismos:\n\nArgentina: Liga por los Derechos\n\nForo por la Memoria\n\nChile: Adelante, Asociaci\u{f3}n de \
        Apoyo a los Presos\n\nHonduras: Comit\u{e9} de Familiares\n";
    assert_eq!(
        names(text),
        [
            "Liga por los Derechos",
            "Foro por la Memoria",
            "Adelante, Asociaci\u{f3}n de Apoyo a los Presos",
            "Comit\u{e9} de Familiares"
        ]
    );
}

#[test]
fn wide_spaces_behind_a_sentence_part_no_columns() {
    let text = "We plan to send another letter like it to the new office in spring, once she has begun.    The letter is below, with more of the \
        background.\n\nHarbor Health Network\n\nMoor Defense League\n\nAsh Valley Coalition\n\nElm Cancer Fund\n\nDune County Watch\n";
    assert_eq!(names(text).len(), 5, "{:?}", names(text));
}

#[test]
fn a_second_name_that_begins_as_the_first_is_parted_from_it() {
    let text = "Harbor Rivers Alliance * Moor Environmental Council Moor First * Ash Conservancy * Elm Watch";
    assert_eq!(
        names(text),
        [
            "Harbor Rivers Alliance",
            "Moor Environmental Council",
            "Moor First",
            "Ash Conservancy",
            "Elm Watch"
        ]
    );
}

#[test]
fn offices_that_german_joins_into_one_word_are_titles() {
    let text = "Erstunterzeichner:\n\nJan Keller (Gewerkschaftssekret\u{e4}r) \u{2013} Anna Vogel (Betriebsratsvorsitzende) \u{2013} Eva Lindner \
        (Gewerkschaftssekret\u{e4}rin) \u{2013} Karl Brenner \u{2013} Max Sommer (Gewerkschaftssekret\u{e4}r)\n";
    let titles: Vec<String> = read(text).into_iter().map(|(_, _, title)| title).collect();
    assert_eq!(
        titles,
        [
            "Gewerkschaftssekret\u{e4}r",
            "Betriebsratsvorsitzende",
            "Gewerkschaftssekret\u{e4}rin",
            "",
            "Gewerkschaftssekret\u{e4}r"
        ]
    );
}

#[test]
fn clauses_of_an_answer_may_name_different_bodies() {
    let text = "From: Dana Field <dana@field.example>\nSubject: Re: letter\n\nPlease add Prairie Food Network and the Lakeside Parents Union.\n\n\
        From: Pat Munro <pat@munro.example>\nSubject: letter\n\nCapital Pantry has to pass this time, but Westside Meals on Wheels is in!\n";
    let read: Vec<(String, Option<ListStatus>)> = read_list(text, &())
        .entries
        .into_iter()
        .map(|entry| (entry.name, entry.status))
        .collect();
    let name = str::to_owned;
    assert_eq!(
        read,
        [
            (name("Prairie Food Network"), None),
            (name("Lakeside Parents Union"), None),
            (name("Capital Pantry"), Some(ListStatus::Declined)),
            (name("Westside Meals on Wheels"), None),
        ]
    );
}

#[test]
fn two_lines_of_people_above_another_heading_are_two_entries() {
    let text = "Liste des signataires :\nAnne Roland, directrice g\u{e9}n\u{e9}rale de Verger Libre\nLuc Pinson, fondateur et \
        directeur g\u{e9}n\u{e9}ral de MAR\u{c9}E\nPremiers signataires\nL\u{e9}a Gendreau, porte-parole d\u{2019}Action Justice Climat\n\
        Paul Kerck, porte-parole d\u{2019}Agir pour les haies\nJulie Girard, porte-parole d\u{2019}Alternative For\u{ea}t\n\
        Marie Yard, porte-parole de Champs Vivants\nJean Aubin, pr\u{e9}sident des Amis du Canal\n";
    assert_eq!(
        names(text),
        [
            "Verger Libre",
            "MAR\u{c9}E",
            "Action Justice Climat",
            "Agir pour les haies",
            "Alternative For\u{ea}t",
            "Champs Vivants",
            "Amis du Canal"
        ]
    );
}

#[test]
fn a_short_form_in_parentheses_closes_a_name_before_and() {
    let text = "The letter is signed by the Harbour Council (HC) and Lantern Women, the Union of Growers (UG), the River Fund and \
        Open Fields.";
    assert_eq!(
        names(text),
        [
            "Harbour Council (HC)",
            "Lantern Women",
            "Union of Growers (UG)",
            "River Fund",
            "Open Fields"
        ]
    );
}

#[test]
fn those_who_say_we_are_no_names() {
    let text = "We, the undersigned city leaders and local officials, resolve to make wind a key element of our plans.\n\nSigned:\n\n\
        Ann Roe, Mayor, City of Elm\nBo Lind, Mayor, City of Oak\nCy Moor, Council Member, City of Ash\n";
    assert_eq!(names(text), ["City of Elm", "City of Oak", "City of Ash"]);
}

#[test]
fn compounds_of_german_trades_say_what_somebody_is() {
    let text = "Unsere Unterst\u{fc}tzer\n\nAnna Roth\n\nGartenarchitektin\n\nBernd Lang\n\nLehrer i.R.\n\nClara Moos\n\nSozialp\u{e4}dagogin\n";
    let read = read(text);
    assert!(
        read.iter()
            .all(|(_, signer, title)| signer.is_empty() && !title.is_empty()),
        "{read:?}"
    );
}

/// What was read, each entry with bars between its fields.
fn fields(text: &str) -> Vec<String> {
    read(text)
        .into_iter()
        .map(|(name, signer, title)| format!("{name}|{signer}|{title}"))
        .collect()
}

#[test]
fn people_with_their_offices_stand_between_commas_beside_organizations() {
    let text = "Signataires : Jeanne Morel, porte-parole de la Ligue des rivières, l\u{2019}association Roseau, Karim Benali, président des Amis \
        du vieux pont, Claire Dubois et Paul Lambert, co-président\u{b7}e\u{b7}s de la Maison ouverte, Marc Petit, secrétaire général de \
        l\u{2019}Union des postiers, Terre claire, Anne Roux, directrice de France littoral.\n";
    assert_eq!(
        fields(text),
        [
            "Ligue des rivières|Jeanne Morel|porte-parole",
            "association Roseau||",
            "Amis du vieux pont|Karim Benali|président",
            "Maison ouverte|Claire Dubois|co-président\u{b7}e\u{b7}s",
            "Maison ouverte|Paul Lambert|co-président\u{b7}e\u{b7}s",
            "Union des postiers|Marc Petit|secrétaire général",
            "Terre claire||",
            "France littoral|Anne Roux|directrice",
        ]
    );
}

#[test]
fn who_speaks_for_the_organizations_is_part_of_no_name() {
    let text = "The letter was signed by leaders of the Harbor Defense Council, Ash Fund, the League of River Voters, Pine Club and the Union \
        of Concerned Bakers.\n";
    let found = names(text);
    assert_eq!(found.first().map(String::as_str), Some("Harbor Defense Council"));
    assert_eq!(found.len(), 5);
    let text = "Entre las primeras firmas están las del Centro de Estudios del Puerto (CEP), la Liga de los Oficios, la Mesa Gris y demás \
        organismos del Encuentro por el Río. La jornada sigue.\n";
    assert_eq!(
        names(text),
        [
            "Centro de Estudios del Puerto (CEP)",
            "Liga de los Oficios",
            "Mesa Gris"
        ]
    );
}

#[test]
fn a_line_may_begin_with_the_office_of_all_its_people() {
    let text = "Mayor Ruth Fulton\n\nCouncilors Mary Green, Alice Lowry and Emily Norris\n\nSchool Committee Members Ann Shelton, Emily Prentice \
        and Matt Milton\n";
    assert_eq!(
        fields(text),
        [
            "Mayor Ruth Fulton||",
            "Mary Green||Councilors",
            "Alice Lowry||Councilors",
            "Emily Norris||Councilors",
            "Ann Shelton||School Committee Members",
            "Emily Prentice||School Committee Members",
            "Matt Milton||School Committee Members",
        ]
    );
    let text = "Mike Warren, Alderman-at-Large\nPeter Morton, Ward 6\nKate Lipton, Alderman-at-Large\nJohn Tremont, Ward 1\n";
    assert_eq!(fields(text)[1], "Peter Morton||Ward 6");
}

#[test]
fn stamps_files_and_where_to_read_on_are_no_names() {
    let text = "Signatories:\nHarbor League\nAsh Trust\nCase: 14-2184\nEntry ID: 5883597\nBirch Guild\nOpen letter (PDF, 921 KB)\nLire aussi : la \
        lettre au maire\n";
    assert_eq!(names(text), ["Harbor League", "Ash Trust", "Birch Guild"]);
}

#[test]
fn among_trades_an_office_names_its_organization() {
    let text = "Ana Serra, socióloga, professora Faculdade de Letras UFV\nRui Costa, músico\nCarla Dias, professora de direito PUV\nJosé Leite, \
        professor universitário UFV\nInês Prado, presidente da União dos Pescadores\nLuís Mota, advogado\nMaria Vale, jornalista\n";
    let read = fields(text);
    assert!(
        read.contains(&"PUV|Carla Dias|professora de direito".to_owned()),
        "{read:?}"
    );
    assert!(
        read.contains(&"UFV|José Leite|professor universitário".to_owned()),
        "{read:?}"
    );
    assert!(
        read.contains(&"União dos Pescadores|Inês Prado|presidente".to_owned()),
        "{read:?}"
    );
    assert!(read.contains(&"Rui Costa||músico".to_owned()), "{read:?}");
}

#[test]
fn examples_of_those_who_were_announced_are_names() {
    let text = "Entre los firmantes del manifiesto destacan numerosos autores de EL FARO como Elena Aguilar, Ricardo Campos, Rosa Clavell o \
        Joaquín Leiva que denuncian «la desmemoria».\n";
    assert_eq!(
        names(text),
        ["Elena Aguilar", "Ricardo Campos", "Rosa Clavell", "Joaquín Leiva"]
    );
}

#[test]
fn in_a_list_that_is_doubtful_for_much_of_it_all_names_are() {
    let text =
        "Amber Trust (north\nhttps://b.example\nCedar Union;\nDory Builders\nElm Choir [west\nFir Guild\n";
    let entries = read_list(text, &()).entries;
    let doubtful = entries.iter().filter(|entry| entry.is_doubtful()).count();
    assert!(
        doubtful == entries.len() || doubtful * 5 <= entries.len() * 2,
        "{entries:?}"
    );
    let plain = "Amber Trust\nCedar Union\nDory Builders\nElm Choir\nFir Guild (north\nAsh Fund\n";
    let doubtful: Vec<String> = read_list(plain, &())
        .entries
        .into_iter()
        .filter(Entry::is_doubtful)
        .map(|entry| entry.name)
        .collect();
    assert_eq!(doubtful.len(), 1, "{doubtful:?}");
}

#[test]
fn trades_stand_before_their_people_with_a_capital_in_german() {
    let text = "Den offenen Brief an die Stadt haben viele unterzeichnet. Unter ihnen die Malerin Anna Berger, der Autor Martin Weber, die \
        Musiker Peter Klein und Thomas Braun und die Ärztin Julia Vogel.\n";
    assert_eq!(
        fields(text),
        [
            "Anna Berger||Malerin",
            "Martin Weber||Autor",
            "Peter Klein||Musiker",
            "Thomas Braun||Musiker",
            "Julia Vogel||Ärztin",
        ]
    );
}

#[test]
fn who_is_at_the_head_of_something_signs_for_it() {
    let text = "Les premiers signataires :\nMarc Petit, musicien ;\nJeanne Morel, présidente de Politeia ;\nKarim Benali, avocat ;\nAnne Roux, \
        co-fondatrice de Singalou ;\nPaul Lambert, directeur de recherche ;\nLucie Martin, anthropologue ;\n";
    let read = fields(text);
    assert!(
        read.contains(&"Singalou|Anne Roux|co-fondatrice".to_owned()),
        "{read:?}"
    );
    assert!(
        read.contains(&"Paul Lambert||directeur de recherche".to_owned()),
        "{read:?}"
    );
}

#[test]
fn who_presides_over_a_chamber_of_parliament_holds_an_office() {
    let text = "Leaders Support Question 4\n\n\
        • Speaker Rosa Lind (Portville)\n\n  Speaker of the Ohio House of Representatives\n\n\
        • Sen. Omar Pell (Calder)\n\n  Ohio Senator from Ash County\n\n\
        • Sen. Ida Roe (Norwood)\n\n  Ohio Senator from Elm County and former President of the Ohio Senate\n\n\
        • Sen. Lena Fitch (Norwood)\n\n  Ohio Senator from Birch County and former Mayor of Norwood\n";
    let read = read(text);
    assert_eq!(read.len(), 4, "{read:#?}");
    assert_eq!(
        read[0].2, "Speaker of the Ohio House of Representatives",
        "{read:#?}"
    );
    assert_eq!(
        read[2].2, "Ohio Senator from Elm County and former President of the Ohio Senate",
        "{read:#?}"
    );
    assert!(read.iter().all(|(_, signer, _)| signer.is_empty()), "{read:#?}");
}

#[test]
fn cries_notes_in_brackets_and_dates_with_their_place_are_no_names() {
    let text = "Nos vemos el jueves en la plaza.\nBASTA!!!!\nMESA DE LOS R\u{cd}OS\nSINDICATO DE FAROS\nCENTRAL DE LA COSTA\nRED AZUL DEL SUR\n";
    assert_eq!(
        names(text),
        [
            "MESA DE LOS R\u{cd}OS",
            "SINDICATO DE FAROS",
            "CENTRAL DE LA COSTA",
            "RED AZUL DEL SUR"
        ]
    );
    let text = "Signataires :\nR\u{e9}seau bleu\nLigue des ponts\nMaison des rivi\u{e8}res\n[liste des signatures au 26/6/2018]\nParis, le 18 septembre 2007.\n";
    assert_eq!(
        names(text),
        ["R\u{e9}seau bleu", "Ligue des ponts", "Maison des rivi\u{e8}res"]
    );
}

#[test]
fn a_word_for_the_letter_and_a_colon_hand_over_to_the_names_on_their_line() {
    let text = "Nos organisations sont d\u{e9}termin\u{e9}es \u{e0} emp\u{ea}cher toute parole qui divise.\nPlus que jamais nous lutterons pour \
        l\u{2019}\u{e9}galit\u{e9} de tous les travailleurs.\nCommuniqu\u{e9} : CRTL, Force des Ponts, FSR, Solidaires, Syndicat de la Rivi\u{e8}re, UNRA\n";
    assert_eq!(
        names(text),
        [
            "CRTL",
            "Force des Ponts",
            "FSR",
            "Solidaires",
            "Syndicat de la Rivi\u{e8}re",
            "UNRA"
        ]
    );
}

#[test]
fn who_signed_a_letter_alone_stands_below_it_with_office_and_organization() {
    let text = "March 8, 2011\n\nDear Senator:\n\nOn behalf of our members, I am writing to ask that you vote for clean rivers.\n\nWe urge you to \
        vote soon.\n\n\nMichael Burns\nExecutive Director\nHarbor Rivers Club\n";
    assert_eq!(
        read(text),
        [(
            "Harbor Rivers Club".to_owned(),
            "Michael Burns".to_owned(),
            "Executive Director".to_owned()
        )]
    );
}

#[test]
fn who_signed_are_named_as_examples_of_a_long_list_of_people() {
    let text = "Firmaron el documento una larga lista de referentes, dirigentes y \"hacedores\" de la cultura como Cecilia Prado, Luis Felipe Mora, \
        Diana Vidal, Daniel Campos y Juan Jos\u{e9} Rivas, entre muchos otros.\n";
    assert_eq!(
        names(text),
        [
            "Cecilia Prado",
            "Luis Felipe Mora",
            "Diana Vidal",
            "Daniel Campos",
            "Juan Jos\u{e9} Rivas"
        ]
    );
}

#[test]
fn names_in_parentheses_behind_what_they_are_go_before_the_rest_of_the_sentence() {
    let text = "A trav\u{e9}s de un comunicado, las organizaciones convocantes (el Frente Popular del Sur, el Movimiento por la Unidad, la Corriente \
        Azul y la Mesa de los R\u{ed}os) subrayaron que la situaci\u{f3}n del pueblo est\u{e1} cada vez peor.\n";
    assert_eq!(
        names(text),
        [
            "Frente Popular del Sur",
            "Movimiento por la Unidad",
            "Corriente Azul",
            "Mesa de los R\u{ed}os"
        ]
    );
}

#[test]
fn two_people_on_one_of_the_lines_that_end_in_commas_are_two() {
    let text = "Rev. Jennifer Browne,\nRev. Laura Burke,\nRabbi Thomas Chandler,\nRev. Donna Fields,\nRabbi Judith Sanders, Oscar Singer,\nFather \
        Dennis Strand\n";
    assert_eq!(
        names(text),
        [
            "Rev. Jennifer Browne",
            "Rev. Laura Burke",
            "Rabbi Thomas Chandler",
            "Rev. Donna Fields",
            "Rabbi Judith Sanders",
            "Oscar Singer",
            "Father Dennis Strand"
        ]
    );
}

#[test]
fn clergy_stand_above_their_congregations_with_blank_lines_between() {
    let text = "We speak with one voice.\n\nRev. Steven Hunt Sr., Pastor\n\nTrue Light Baptist Church\n\nRev. Laura Hopkins\n\nHarbor Fellowship\n\n\
        Pastor Richard Williams\n\nMetropolitan Chapel\n\nRev. Candice Frazier\n\nChurch of the Moor\n";
    let read = read(text);
    let read: Vec<(&str, &str)> = read
        .iter()
        .map(|(name, signer, _)| (name.as_str(), signer.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("True Light Baptist Church", "Rev. Steven Hunt Sr."),
            ("Harbor Fellowship", "Rev. Laura Hopkins"),
            ("Metropolitan Chapel", "Pastor Richard Williams"),
            ("Church of the Moor", "Rev. Candice Frazier"),
        ]
    );
}

#[test]
fn a_number_and_what_it_counts_is_never_taken_unmarked() {
    let text = "Coalition for Clean Ports\nHarbor Watch Alliance 45 staff\nMoor Transit Riders representing 3,000 riders\nTideflats Neighbors\n";
    let entries = read_list(text, &()).entries;
    let marked: Vec<bool> = entries.iter().map(Entry::is_doubtful).collect();
    assert_eq!(marked, [false, true, true, false], "{entries:?}");
}

#[test]
fn what_a_letter_enumerates_is_not_read_where_it_closes_above_the_names() {
    let text = "We urge you to protect the following programs:\n\n\u{2022} Home Energy Assistance Program\n\u{2022} Community Block Grant\n\
        \u{2022} First Start\n\nSincerely,\n\nAlliance for Retired Neighbors\nFederation of School Nurses\nBread for the Hills\n";
    assert_eq!(
        names(text),
        [
            "Alliance for Retired Neighbors",
            "Federation of School Nurses",
            "Bread for the Hills"
        ]
    );
}

#[test]
fn names_between_semicolons_are_joined_over_the_lines_of_a_printed_page() {
    // Letters of a printed page are of many widths, so that its fullest lines differ by a word.
    let text = "Harbor Union of Lamplighters; Black Sailors for Ports; Brown Caps; DLA; First\n\
                Universal Society; Hanan Newcomers Relief Group; Heron American\n\
                Women’s Club; Kites Forward; League of United Lantern Citizens; League of\n\
                Women Walkers; Lantern Office for Public Words; Marsh Action\n\
                Intersection; Marsh County Lamp Board; Marsh Turners; Mothers for Lamps United; Dale\n\
                Justice Initiative.";
    assert_eq!(
        names(text),
        [
            "Harbor Union of Lamplighters",
            "Black Sailors for Ports",
            "Brown Caps",
            "DLA",
            "First Universal Society",
            "Hanan Newcomers Relief Group",
            "Heron American Women’s Club",
            "Kites Forward",
            "League of United Lantern Citizens",
            "League of Women Walkers",
            "Lantern Office for Public Words",
            "Marsh Action Intersection",
            "Marsh County Lamp Board",
            "Marsh Turners",
            "Mothers for Lamps United",
            "Dale Justice Initiative",
        ]
    );
}
