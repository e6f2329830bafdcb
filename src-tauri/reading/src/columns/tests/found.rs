//! Headings of shapes that were found in public.

use super::{fields, fields_of, guess, table};

#[test]
fn headings_in_the_plural_in_other_spellings_and_of_whom_the_rows_are() {
    for (csv, fields) in [
        (
            "name,given_name,Interests,Club member\nBerg,Anna,maps,X\nLund,Paul,coins,\nFox,Julia,maps,X\n",
            &["last-name", "first-name", "", ""][..],
        ),
        (
            "AgencyName,Addr1,City,Zip,State Senate District\nElm Street Pantry,12 Elm St,Moor,53703,\nPort Kitchen,8 Port Rd,Moor,53703,4\n",
            &["organization", "street", "city", "postal-code", "district"],
        ),
        (
            "RagioneSociale,Citta,note_cliente,NomeContatto,Referente1,Referente2,TelRef1\nElm League srl,Moor,nuovo,Ana Mora,Ana Mora,Bo Lind,0962 555 134\n\
             Port Kitchen srl,Moor,nuovo,Cy Dorn,Cy Dorn,Di Falk,0962 555 135\n",
            &[
                "organization",
                "city",
                "note",
                "",
                "full-name",
                "full-name",
                "phone",
            ],
        ),
        (
            "name,level,url\nElm League,platinum,https://elm.example\nPort Kitchen,gold,https://port.example\nMoor Trust,gold,https://moor.example\n\
             Ash Guild,silver,https://ash.example\nStone Fund,silver,https://stone.example\nLuz Club,silver,https://luz.example\n",
            &["organization", "tag", "website"],
        ),
        (
            "name,affiliation,topic\nAnna Berg,Elm College,It is my second time here!\nPaul Lund,Moor College,I look forward to meeting you all.\n\
             Julia Fox,Elm College,Nice to meet you all here!\n",
            &["full-name", "organization", "note"],
        ),
        (
            "signatory,constituency_name,mp_name,mp_party,contact\nElm League,North Vale,Dora Coe,Green Party,Ana Mora\n\
             Port Kitchen,East Vale,Tom Ray,Labour Party,Bo Lind\n",
            &["organization", "district", "", "", "full-name"],
        ),
        (
            "name,alt_names\nElm County Pantry,Elm Pantry\nPort Kitchen Trust,The Port Kitchen\n",
            &["organization", "alias"],
        ),
        (
            "Organization Name,Mission/Summary,Category 1: Meals,Category 2: Lessons\nElm County Pantry,It gives meals to families,Yes,No\n\
             Port Kitchen Trust,It teaches how to cook,No,Yes\n",
            &["organization", "note", "", ""],
        ),
        (
            "matricule,nom,adresse,téléphone,date_naissance,type\nL.1,MOREL Jeanne,2 rue du Pont,344504606,1981-05-06,Père\n\
             L.2,BENALI Karim,4 rue du Lac,344504607,1981-05-07,Mère\nL.3,DUBOIS Claire,6 rue du Bac,344504608,1981-05-08,Mère\n",
            &["", "full-name", "street", "phone", "", "kind"],
        ),
        (
            "Display Name,Website\nHarbor Advisory Council on Aging,https://a.example\nHarbor School Board,https://b.example\n\
             Elm County Health Commission,https://c.example\nMoor Valley Library Association,https://d.example\n",
            &["organization", "website"][..],
        ),
        (
            "date,speaker,institution,title,event_url\n8/19/2026,Anna Berg,Elm University,\"The expanding universe, its first minutes, and what is left of them today\",https://e.example/1\n",
            &["timestamp", "full-name", "organization", "", ""],
        ),
        (
            "Month,Clubname,City,desc\nFeb,Heart of the Harbour,Leeds,A club\nSep,Westfort,York,Another\n",
            &["", "organization", "city", "note"],
        ),
        (
            "partner_name,partner_type,story_title,story_date\nElm Power,managing,A story of elms,2024-05-21\nPort Energy,managing,Ports at night,2024-05-22\n",
            &["organization", "kind", "", ""][..],
        ),
        (
            "Name,Entity Type,Sector,Housing support\nElm League,Nonprofit,Education,Yes\nPort Fund,Charity,Health,No\nMoor Trust,Charity,Health,No\n",
            &["organization", "kind", "tag", ""],
        ),
        (
            "land,city,name,Tag\nHessen,Wiesbaden,Hochschule am Rhein,Yes\nSachsen,Halle,Kunsthochschule Burg,No\nDeutschland,Berlin,Verein Licht,No\n\
             Bayern,Hof,Stiftung Nord,No\nBayern,Fürth,Bund Süd,Yes\n",
            &["state", "city", "organization", ""],
        ),
        (
            "Name,Position,Group\nAnna Berg,Principal,Upper hall\nPaul Lund,Teacher,Lower hall\nJulia Fox,Teacher,Lower hall\nPeter Stone,Teacher,Lower hall\n\
             Ed Moor,Teacher,Lower hall\nMaria Ash,Clerk,Upper hall\n",
            &["full-name", "title", "tag"],
        ),
        (
            "name,office,tel\nAnna Berg,President,608 555 0143\nPaul Lund,Vice President,608 555 0144\nJulia Fox,Treasurer,608 555 0145\n",
            &["full-name", "title", "phone"],
        ),
        (
            "CLAVE,ETAPA,ENTIDAD SOCIA,NOTAS\nCOL1,Inicio,Ministerio del Interior,\nCOL2,Cierre,Agencia de la Costa,\nCOL3,Cierre,Red de los Andes,\n",
            &["", "", "organization", "note"],
        ),
        (
            "Nom,Catégorie,Sous-Catégorie,Perfil\nLES AMIS DU MARAIS,Alimentation,Jardins,Un jardin\nGRAIN DE SEL,Alimentation,Jardins,\n\
             ATELIER DES QUAIS,Culture,Arts,\n",
            &["organization", "kind", "tag", "note"][..],
        ),
        (
            "Chapter name,Locations,Organisation type,PresidentName,PresidentCell\nElm Chapter,\"Viroqua, WI\",Charity,Anna Berg,608 555 0143\n",
            &["organization", "place", "kind", "full-name", "phone"],
        ),
        (
            "Parent/Guardian Name,Parent Email,Student Name\nAnna Berg,anna@post.example,Paul Berg\n",
            &["full-name", "email", ""],
        ),
        (
            "name,roles,organizations,excerpt\nAnna Berg,Founder,Elm League,Anna founded it\nPaul Lund,Chair,Port Workers,Paul chairs it\n",
            &["full-name", "title", "organization", ""],
        ),
        (
            "comune,chi,contatti\nTorino,Circolo Arci Vela,\nRoma,Croce Verde,\nBari,Libreria Lume,\n",
            &["city", "organization", ""],
        ),
    ] {
        assert_eq!(fields_of(csv).0, fields, "{csv}");
    }
}

#[test]
fn headings_of_northern_languages_and_of_whole_names_are_known() {
    let found = table(&[
        &["Medlemstype", "Navn", "E-mail", "Mobil", "Postnummer og by"],
        &[
            "Medlem",
            "Anna Lind",
            "anna@lind.example",
            "25420000",
            "2200 Kystby",
        ],
        &[
            "Medlem",
            "Karl Holm",
            "karl@holm.example",
            "25420001",
            "2400 Havneby",
        ],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [(1, "full-name"), (2, "email"), (3, "phone"), (4, "place")]
    );
    let found = table(&[
        &["id", "nombres_apellidos", "cedula", "lugar_votacion", "celular"],
        &["1", "Ana Mora", "1007494", "Escuela del Puerto", "318 448 3187"],
        &["2", "Luis Prado", "6486691", "Colegio Central", "318 448 3188"],
    ]);
    assert_eq!(fields(&guess(&found)), [(1, "full-name"), (4, "phone")]);
    let found = table(&[
        &[
            "Voornaam",
            "Achternaam",
            "Organisatie",
            "E-mailadres",
            "Woonplaats",
        ],
        &[
            "Eva",
            "Bakker",
            "Vereniging Waterland",
            "eva@bakker.example",
            "Havenstad",
        ],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [
            (0, "first-name"),
            (1, "last-name"),
            (2, "organization"),
            (3, "email"),
            (4, "city")
        ]
    );
}

#[test]
fn a_heading_of_names_above_numbers_leaves_the_name_to_its_neighbour() {
    let found = table(&[
        &["NAME", "STATE", "EIN", "ORGANIZATION", "STATUS", "SORT_NAME"],
        &["HARBOR CENTER FOR WOMEN", "MI", "383171807", "1", "1", ""],
        &[
            "ASH COUNTY FOOD COALITION",
            "MI",
            "383059118",
            "1",
            "1",
            "ASHFOOD",
        ],
        &["ELM YOUTH COUNCIL", "MI", "460963211", "5", "1", ""],
    ]);
    assert_eq!(fields(&guess(&found)), [(0, "organization"), (1, "state")]);
}

#[test]
fn a_name_beside_a_courtesy_is_a_persons() {
    let found = table(&[
        &[
            "Timestamp",
            "Email Address",
            "Preferred Title",
            "Name",
            "School",
            "Teacher FAQ Agreement",
        ],
        &[
            "8/4/2022 10:24",
            "a@elm.example",
            "Mrs.",
            "Mora",
            "Elm Elementary",
            "No",
        ],
        &[
            "8/5/2022 11:02",
            "b@ash.example",
            "Mr.",
            "Lind",
            "Ash Middle",
            "No",
        ],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [
            (0, "timestamp"),
            (1, "email"),
            (2, "prefix"),
            (3, "full-name"),
            (4, "organization")
        ]
    );
}

#[test]
fn what_a_program_noted_about_a_value_is_no_value() {
    let found = table(&[
        &[
            "name",
            "organization",
            "email",
            "certainty__email",
            "email__evidence",
            "email__source_url",
            "phone",
            "website_candidates_json",
        ],
        &[
            "Ana Mora",
            "Casa Luz",
            "ana@luz.example",
            "high",
            "Write to us",
            "https://luz.example/",
            "608-555-0143",
            "[]",
        ],
        &[
            "Bo Lind",
            "Moor League",
            "bo@moor.example",
            "low",
            "Contact",
            "https://moor.example/",
            "608-555-0144",
            "[]",
        ],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [(0, "full-name"), (1, "organization"), (2, "email"), (6, "phone")]
    );
}

#[test]
fn what_comes_again_in_every_row_names_no_organization() {
    let mut rows: Vec<Vec<String>> = vec![["paper", "year", "picked", "remark"].map(str::to_owned).to_vec()];
    for number in 0..60 {
        let picked = ["Carter", "Reagan", "Mondale"][number % 3];
        rows.push(vec![
            format!("Harbor Journal {}", number / 4),
            format!("{}", 1980 + number % 4),
            picked.to_owned(),
            String::new(),
        ]);
    }
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mapping = guess(&table(&rows));
    assert!(
        mapping.columns.iter().all(|assigned| assigned.column != 2),
        "{:?}",
        fields(&mapping)
    );
}

#[test]
fn given_names_without_headings_are_no_organizations() {
    let found = table(&[
        &["Pedro", "Vidal", "556 688 1122", "pedro@vidal.example"],
        &["Juana", "Soler", "992 211 3344", "juana@soler.example"],
        &["Carla", "Prado", "567 732 2122", "carla@prado.example"],
        &["Diego", "Luna", "778 822 9933", "diego@luna.example"],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [(0, "first-name"), (1, "last-name"), (2, "phone"), (3, "email")]
    );
}

#[test]
fn days_below_answer_are_no_yes_and_synonyms_are_other_names() {
    let found = table(&[
        &["CANDIDATO", "COMUNA", "CORREO", "RESPUESTA", "PARTIDO"],
        &["ANA MORA", "Puerto Alto", "ana@mora.example", "", "IND"],
        &["LUIS PRADO", "Valle Sur", "luis@prado.example", "10/3/2012", "DC"],
        &["ROSA VIDAL", "Valle Sur", "rosa@vidal.example", "10/6/2012", "DC"],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [(0, "full-name"), (1, "city"), (2, "email")]
    );
    let found = table(&[
        &["Organisatie", "Synoniem 1", "Synoniem 2"],
        &["Stichting Waterland", "Waterland", "SWL"],
        &["Raad voor de Haven", "Havenraad", ""],
    ]);
    assert_eq!(
        fields(&guess(&found)),
        [(0, "organization"), (1, "alias"), (2, "alias")]
    );
}
