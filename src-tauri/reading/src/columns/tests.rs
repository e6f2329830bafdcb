#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

fn table(rows: &[&[&str]]) -> Table {
    let mut table = Table::new(None);
    for (number, row) in rows.iter().enumerate() {
        table.push(number as u32 + 1, false, row.iter().copied()).unwrap();
    }
    table.set_header(table.find_header());
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
