#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod boxes;
mod found;
mod names;
mod parts;

use super::*;

fn table(rows: &[&[&str]]) -> Table {
    let mut table = Table::new(None);
    for (number, row) in rows.iter().enumerate() {
        table.push(number as u32 + 1, false, row.iter().copied()).unwrap();
    }
    table.find_headings().unwrap();
    table
}

fn fields(mapping: &Mapping) -> Vec<(usize, &'static str)> {
    mapping
        .columns
        .iter()
        .map(|column| (column.column, column.field.word()))
        .collect()
}

#[test]
fn an_export_of_outlook_is_mapped_with_its_title_as_courtesy() {
    let table = table(&[
        &[
            "Title",
            "First Name",
            "Last Name",
            "Company",
            "Department",
            "Job Title",
            "Business Street",
            "Business City",
            "Business State",
            "E-mail Address",
            "E-mail 2 Address",
            "Business Phone",
            "Home Fax",
            "Birthday",
        ],
        &[
            "Dr.",
            "Ana",
            "Mora",
            "Casa Luz",
            "Outreach",
            "Director",
            "1 Elm St",
            "Madison",
            "WI",
            "ana@luz.example",
            "",
            "608-555-0143",
            "",
            "1/2/1980",
        ],
    ]);
    let mapping = guess(&table);
    assert_eq!(mapping.origin, Origin::Outlook);
    assert_eq!(
        fields(&mapping),
        [
            (0, "prefix"),
            (1, "first-name"),
            (2, "last-name"),
            (3, "organization"),
            (5, "title"),
            (6, "street"),
            (7, "city"),
            (8, "state"),
            (9, "email"),
            (10, "email"),
            (11, "phone"),
        ]
    );
}

#[test]
fn an_export_of_google_contacts_is_mapped_and_its_several_values_are_told() {
    let table = table(&[
        &[
            "First Name",
            "Last Name",
            "Phonetic First Name",
            "Organization Name",
            "Organization Title",
            "Labels",
            "E-mail 1 - Label",
            "E-mail 1 - Value",
            "Phone 1 - Label",
            "Phone 1 - Value",
        ],
        &[
            "Ana",
            "Mora",
            "",
            "Casa Luz",
            "Director",
            "* myContacts",
            "Work",
            "ana@luz.example ::: * mora@luz.example",
            "Mobile",
            "+1 608 555 0143",
        ],
    ]);
    let mapping = guess(&table);
    assert_eq!(mapping.origin, Origin::GoogleContacts);
    assert_eq!(mapping.column(Field::Organization), Some(3));
    assert_eq!(mapping.column(Field::Title), Some(4));
    assert_eq!(mapping.column(Field::Email), Some(7));
    assert_eq!(mapping.column(Field::Phone), Some(9));
    assert_eq!(values(table.cell(1, 7)), ["mora@luz.example", "ana@luz.example"]);
}

#[test]
fn an_export_of_civicrm_is_mapped() {
    let table = table(&[
        &[
            "Internal Contact ID",
            "Contact Type",
            "Organization Name",
            "Street Address",
            "City",
            "State",
            "Postal Code",
            "Country",
            "Email",
            "Phone",
        ],
        &[
            "202",
            "Organization",
            "Casa Luz",
            "1 Elm St",
            "Madison",
            "Wisconsin",
            "53703",
            "United States",
            "hi@luz.example",
            "608-555-0143",
        ],
    ]);
    let mapping = guess(&table);
    assert_eq!(mapping.origin, Origin::CiviCrm);
    assert_eq!(mapping.column(Field::Organization), Some(2));
    assert_eq!(mapping.column(Field::State), Some(5));
    assert_eq!(mapping.column(Field::Country), Some(7));
}

#[test]
fn spanish_headings_are_mapped_with_and_without_accents() {
    let table = table(&[
        &[
            "Marca temporal",
            "Organizacion",
            "Nombre",
            "Apellidos",
            "Cargo",
            "Correo electrónico",
            "Telefono",
            "Estado",
        ],
        &[
            "5/4/2026 9:12:44",
            "Casa Luz",
            "Ana",
            "Mora",
            "Directora",
            "ana@luz.example",
            "55 5555 0143",
            "Jalisco",
        ],
    ]);
    assert_eq!(
        fields(&guess(&table))
            .iter()
            .map(|(_, field)| *field)
            .collect::<Vec<_>>(),
        [
            "timestamp",
            "organization",
            "first-name",
            "last-name",
            "title",
            "email",
            "phone",
            "state"
        ]
    );
}

#[test]
fn a_name_is_the_persons_beside_an_organization_and_else_what_it_looks_like() {
    let beside = table(&[
        &["Organization", "Name", "Email"],
        &["Casa Luz", "Ana Mora", "a@luz.example"],
    ]);
    assert_eq!(guess(&beside).field(1), Some(Field::FullName));
    let people = table(&[
        &["Name", "Email"],
        &["Ana Mora", "a@luz.example"],
        &["Bo Lind", "b@moor.example"],
    ]);
    assert_eq!(guess(&people).field(0), Some(Field::FullName));
    let organizations = table(&[
        &["Name", "Email"],
        &["Moor Alliance", "a@luz.example"],
        &["Bend Coalition", "b@moor.example"],
    ]);
    assert_eq!(guess(&organizations).field(0), Some(Field::Organization));
}

#[test]
fn columns_without_headings_are_told_by_what_is_in_them() {
    let table = table(&[
        &[
            "Moor Alliance",
            "Ana Mora",
            "a@moor.example",
            "(608) 555-0143",
            "WI",
            "Yes, sign us on",
        ],
        &[
            "Bend Coalition",
            "Bo Lind",
            "b@bend.example",
            "(608) 555-0144",
            "MN",
            "yes",
        ],
    ]);
    assert_eq!(table.header(), None);
    let mapping = guess(&table);
    assert_eq!(
        fields(&mapping)
            .iter()
            .map(|(_, field)| *field)
            .collect::<Vec<_>>(),
        ["organization", "full-name", "email", "phone", "state", "consent"]
    );
    assert!(mapping.columns.iter().all(|column| column.by == By::Content));
}

#[test]
fn a_status_column_is_told_from_a_state_by_its_words() {
    let table = table(&[
        &["Organización", "Estado"],
        &["Casa Luz", "Confirmado"],
        &["Moor", "Pendiente"],
    ]);
    assert_eq!(guess(&table).field(1), Some(Field::Status));
}

#[test]
fn only_one_column_is_a_field_that_cannot_repeat() {
    let table = table(&[&["Work State", "State", "Home State"], &["WI", "MN", "IA"]]);
    let mapping = guess(&table);
    assert_eq!(mapping.columns_of(Field::State).len(), 1);
}

#[test]
fn a_mapping_is_remembered_for_the_next_file_with_these_headings() {
    let first = table(&[
        &["Organization", "Colour", "Email"],
        &["Casa Luz", "red", "a@luz.example"],
    ]);
    let mut mapping = guess(&first);
    mapping.set(1, Some(Field::Note));
    mapping.set(2, None);
    let remembered = mapping.remember(&first);
    let next = table(&[
        &["EMAIL", "Organization", "Colour", "City"],
        &["b@moor.example", "Moor", "blue", "York"],
    ]);
    let recalled = Mapping::recall(&next, &remembered);
    assert_eq!(fields(&recalled), [(1, "organization"), (2, "note"), (3, "city")]);
    assert_eq!(
        fingerprint(&["Email", "Organización"]),
        fingerprint(&["ORGANIZACION", "", "email"])
    );
    assert_ne!(fingerprint(&["Email 1"]), fingerprint(&["Email 2"]));
}

#[test]
fn words_and_fields_are_the_same_both_ways() {
    for field in Field::ALL {
        assert_eq!(Field::from_word(field.word()), Some(field));
    }
}

/// The fields of a CSV by column, as words; empty where a column is for nothing.
fn fields_of(csv: &str) -> (Vec<String>, Origin) {
    let table = crate::csv::read_text(csv, Some(',')).unwrap().table;
    let mapping = guess(&table);
    let fields = (0..table.width())
        .map(|column| {
            mapping
                .field(column)
                .map_or_else(String::new, |field| field.word().to_owned())
        })
        .collect();
    (fields, mapping.origin)
}

#[test]
fn content_that_contradicts_a_heading_is_believed_before_it() {
    for (csv, fields) in [
        // Registry numbers, addresses of machines and places on the globe are no telephones.
        (
            "Organization,Contact,EIN,Log,Grid\nElm League,Bo Lind,12-3456789,198.51.100.7,\"43.0731, -89.4012\"\nPort,Cy Bay,98-7654321,203.0.113.9,\"41.0, -87.2\"\n",
            &["organization", "full-name", "", "", ""][..],
        ),
        (
            "Group name,City,Phone\nElm League,Yes,No\nPort Workers,No,Yes\n",
            &["organization", "", ""],
        ),
        (
            "Organization number,Members,Email\nUS-EIN-1234567,120,a@elm.example\nUS-EIN-7654321,44,b@port.example\n",
            &["", "", "email"],
        ),
        (
            "Titre,Prénom,Nom de famille,Société,Fonction\nMme,Zoé,Roux,Rives Vertes,Trésorière\n",
            &["prefix", "first-name", "last-name", "organization", "title"],
        ),
        (
            "Is this an individual or organization?,Name,Group,Email\nindividual,Bo Lind,,bo@elm.example\norganization,Cy Bay,Port,cy@port.example\n",
            &["signs-as", "full-name", "organization", "email"],
        ),
    ] {
        assert_eq!(fields_of(csv).0, fields, "{csv}");
    }
}

#[test]
fn exports_are_known_by_their_own_headings_in_five_languages() {
    for (csv, fields, origin) in [
        (
            "Anrede,Vorname,Nachname,Firma,Abteilung,Position,Ort geschäftlich,Telefon geschäftlich,Telefon privat,E-Mail-Adresse,Fax geschäftlich\n\
             Herr,Ole,Kern,Moorbund e. V.,Büro,Vorstand,Köln,0221 5550101,0221 5550102,ole@moorbund.example,\n",
            &[
                "prefix",
                "first-name",
                "last-name",
                "organization",
                "",
                "title",
                "city",
                "phone",
                "phone",
                "email",
                "",
            ][..],
            Origin::Outlook,
        ),
        (
            "Título,Nome,Sobrenome,Empresa,Departamento,Cargo,Cidade do endereço comercial,Telefone comercial,Rua do endereço comercial,Endereço de email\n\
             Sra.,Lia,Prado,Rede Verde,,Diretora,Recife,81 5555-0101,Rua 3,lia@rede.example\n",
            &[
                "prefix",
                "first-name",
                "last-name",
                "organization",
                "",
                "title",
                "city",
                "phone",
                "street",
                "email",
            ],
            Origin::Outlook,
        ),
        (
            "Civilité,Prénom,Nom de famille,Société,Fonction,Ville (bureau),Téléphone (bureau),Adresse de messagerie\n\
             M.,Luc,Roux,Rives Vertes,Trésorier,Lyon,04 55 50 10 10,luc@rives.example\n",
            &[
                "prefix",
                "first-name",
                "last-name",
                "organization",
                "title",
                "city",
                "phone",
                "email",
            ],
            Origin::Outlook,
        ),
        (
            "Email Address,First Name,Last Name,Company,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LEID,EUID\n\
             bo@elm.example,Bo,Lind,Elm League,2,2026-01-02 10:00:00,203.0.113.7,2026-01-02 10:00:00,9049,81ab\n",
            &[
                "email",
                "first-name",
                "last-name",
                "organization",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
            Origin::Mailchimp,
        ),
        (
            "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Fax Number,Organization,Job Title\n\
             Bo,Lind,Bo Lind,,bo@elm.example,b2@elm.example,,555-0101,,Elm League,Chair\n",
            &[
                "first-name",
                "last-name",
                "full-name",
                "",
                "email",
                "email",
                "",
                "phone",
                "",
                "organization",
                "title",
            ],
            Origin::Thunderbird,
        ),
        (
            "#,What is your name?,Which organization are you with?,Your email,Do you sign?,Submit Date (UTC),Network ID\n\
             a1,Bo Lind,Elm League,bo@elm.example,1,2026-01-02 10:00:00,98ee\n",
            &[
                "",
                "full-name",
                "organization",
                "email",
                "consent",
                "timestamp",
                "",
            ],
            Origin::Typeform,
        ),
    ] {
        assert_eq!(
            fields_of(csv),
            (fields.iter().map(|field| (*field).to_owned()).collect(), origin),
            "{csv}"
        );
    }
}

#[test]
fn several_people_of_a_row_are_told_apart_by_their_headings() {
    let people = |csv: &str| {
        let table = crate::csv::read_text(csv, Some(',')).unwrap().table;
        let mapping = guess(&table);
        let of = |field, person| mapping.columns_of_person(field, person);
        (
            mapping.people(),
            of(Field::FullName, 1),
            of(Field::Email, 1),
            of(Field::Email, 0),
        )
    };
    for (csv, expected) in [
        (
            "Organization,Contact 1,Contact 1 email,Contact 2,Contact 2 email\nElm,Bo Lind,bo@elm.example,Cy Bay,cy@elm.example\n",
            (2, vec![3], vec![4], vec![2]),
        ),
        (
            "Organization,Director name,Director email,Organizer name,Organizer email\nElm,Bo Lind,bo@elm.example,Cy Bay,cy@elm.example\n",
            (2, vec![3], vec![4], vec![2]),
        ),
        (
            "Organización,Contacto principal,Correo,Segundo contacto,Correo segundo contacto\nElm,Bo Lind,bo@elm.example,Cy Bay,cy@elm.example\n",
            (2, vec![3], vec![4], vec![2]),
        ),
        // A second address alone makes no second person.
        (
            "Organization,Contact,Email,Email 2\nElm,Bo Lind,bo@elm.example,b@elm.example\n",
            (1, vec![], vec![], vec![2, 3]),
        ),
        (
            "First name,Last name,Full name,Email\nBo,Lind,Bo Lind,bo@elm.example\n",
            (1, vec![], vec![], vec![3]),
        ),
    ] {
        assert_eq!(people(csv), expected, "{csv}");
    }
}

#[test]
fn words_that_name_nobody_are_known_and_names_are_not_among_them() {
    for cell in [
        "N/A",
        "n.a.",
        "none",
        "-",
        "—",
        "Self",
        "self-employed",
        "Just myself",
        "retired",
        "Individual",
        "private citizen",
        "No aplica",
        "Ninguna",
        "a título individual",
        "keine",
        "Privatperson",
        "aucune",
        "Test",
        "I am signing as an individual",
        "unaffiliated",
    ] {
        assert!(names_nobody(cell), "{cell}");
    }
    for cell in [
        "Self Help for the Elderly",
        "Retired Teachers Association",
        "Independent Living Center",
        "Student Union",
        "NADA",
        "Citizens Action",
        "None Too Soon Theatre",
        "Private Schools of Iowa",
        "Casa Luz",
        "Individual Rights Coalition",
    ] {
        assert!(!names_nobody(cell), "{cell}");
    }
    assert!(is_error_value("#REF!") && is_error_value("#N/A") && !is_error_value("#MeToo Iowa"));
}

#[test]
fn names_of_people_and_of_bodies_are_told_by_what_stands_beside_them() {
    for (csv, fields) in [
        (
            "prenom,nom,email\nLuc,Roux,luc@rives.example\n",
            &["first-name", "last-name", "email"][..],
        ),
        (
            "nome,sobrenome,email\nLia,Prado,lia@rede.example\n",
            &["first-name", "last-name", "email"],
        ),
        (
            "email,firstname,lastname\nbo@elm.example,Bo,Lind\n",
            &["email", "first-name", "last-name"],
        ),
        (
            "nom,type,ville\nRIVES VERTES,asso,Lyon\nMOULIN BLEU,asso,Nantes\n",
            &["organization", "kind", "city"],
        ),
        (
            "first_name,last_name,title,organization_name,organization_role,linkedin_url\nBo,Lind,Sales Lead,Elm League,buyer,https://l.example/bo\n",
            &["first-name", "last-name", "title", "organization", "", ""],
        ),
    ] {
        assert_eq!(fields_of(csv).0, fields, "{csv}");
    }
}
