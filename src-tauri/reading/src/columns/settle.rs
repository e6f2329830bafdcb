//! Headings that mean different things: what stands beside a column and below its heading decides which.
//!
//! It deliberately asks nobody.

use std::collections::BTreeMap;

use super::content::Content;
use super::headings::{Meaning, in_a_language, meaning};
use super::{Assignment, Field, Kind, plain};
use crate::table::Table;
use names::recognize::words::fold;

/// Headings of an office, or of what something is called.
pub(super) const TITLES: &[&str] = &["title", "titulo", "titre", "titel", "titolo"];

/// Where one heading means different things, what stands beside it and below it decides.
pub(super) fn settle_headings(found: &mut [Assignment], headings: &[&str], contents: &[Content]) {
    let plain_of = |column: usize| {
        // "Name (Last, First)" is "Name".
        let heading = headings.get(column).copied().unwrap_or_default();
        in_a_language(heading).map_or_else(
            || plain(heading.split('(').next().unwrap_or(heading)),
            |(_, name)| name,
        )
    };
    let has = |found: &[Assignment], field: Field| {
        found
            .iter()
            .any(|assigned| assigned.field == field && assigned.weight > 2)
    };
    let job = found.iter().any(|assigned| {
        assigned.field == Field::Title
            && !["title", "titulo", "titre"].contains(&plain_of(assigned.column).as_str())
    });
    // "ORGANIZATION" above numbers names none.
    let organization = found.iter().any(|assigned| {
        let content = &contents[assigned.column];
        assigned.field == Field::Organization
            && assigned.weight > 2
            && (content.of(Kind::Number) + content.codes) * 2 <= content.full
    });
    let courtesy = has(found, Field::Prefix);
    let in_parts = has(found, Field::FirstName) || has(found, Field::LastName);
    let named = has(found, Field::FullName)
        || found.iter().any(|assigned| {
            let content = &contents[assigned.column];
            assigned.field == Field::Organization && assigned.weight <= 2 && content.may_be_people()
        });
    let status_aside = found
        .iter()
        .any(|assigned| assigned.field == Field::State && assigned.weight > 4);
    let original = found.to_vec();
    let of_people = tell_of_people(headings);
    // What says of each row whether it is a body's or a person's.
    let signs_as = contents.iter().any(Content::sorts_signers);
    // What has a sort and nobody's address is a body.
    let sorted = has(found, Field::Kind)
        && !in_parts
        && !of_people
        && !original
            .iter()
            .any(|assigned| matches!(assigned.field, Field::Email | Field::Title));
    let family_of = |column: usize| {
        let group = group_of(headings[column])?;
        let of_group = |field: Field| {
            original.iter().any(|other| {
                other.field == field
                    && other.column != column
                    && group_of(headings[other.column]).is_some_and(|other| other == group)
            })
        };
        // "Nombre" beside "Apellidos", but "Nom" beside "Prénom".
        match (of_group(Field::FirstName), of_group(Field::LastName)) {
            (true, false) => Some(Field::LastName),
            (false, true) => Some(Field::FirstName),
            _ => None,
        }
    };
    for assigned in found.iter_mut() {
        let content = &contents[assigned.column];
        if assigned.field == Field::FullName
            && let Some(part) = family_of(assigned.column)
        {
            assigned.field = part;
            continue;
        }
        match plain_of(assigned.column).as_str() {
            // "Title" of what the rows are about, where nothing else names it: bodies, or people beside what they are.
            title
                if TITLES.contains(&title)
                    && assigned.field == Field::Title
                    && !(named || organization || in_parts)
                    && content.are_no_offices() =>
            {
                let people = content.may_be_people() && content.likelier.0 > content.likelier.1 * 2;
                (assigned.field, assigned.weight) = if people {
                    (Field::FullName, 6)
                } else {
                    (Field::Organization, 2)
                };
            }
            // Outlook's "Title" beside "Job Title" is Mr. or Ms.
            "title" | "titulo" | "titre"
                if job && (content.courtesy > 0 || content.full == 0)
                    || content.courtesy * 2 > content.full =>
            {
                assigned.field = Field::Prefix;
            }
            // "Officer" above those who are.
            _ if assigned.field == Field::Title
                && assigned.weight <= 3
                && content.may_be_people()
                && content.likelier.0 > content.likelier.1 * 2 =>
            {
                (assigned.field, assigned.weight) = (Field::FullName, 5);
            }
            _ if assigned.field == Field::Title && content.courtesy * 2 > content.full => {
                assigned.field = Field::Prefix;
            }
            // "Name" is the person's where the organization has a column of its own, and else what it looks like.
            "name" | "nombre" | "names" | "nom" | "nome" | "who" | "quien" | "quienes" | "qui" | "wer"
            | "chi" | "quem" | "navn" | "namn" | "naam" | "member name" | "name of member"
            | "members name" | "nombre del miembro" | "nom du membre"
                if matches!(assigned.field, Field::Organization | Field::FullName) =>
            {
                // "Name" of one word beside a given name.
                if has(&original, Field::FirstName)
                    && !has(&original, Field::LastName)
                    && content.full > 0
                    && content.single * 10 >= content.full * 7
                {
                    assigned.field = Field::LastName;
                    assigned.weight = 6;
                } else if courtesy && !in_parts && !content.are_bodies()
                    || in_parts && has_both(headings) && plain_of(assigned.column) != "nom"
                    || organization && !in_parts
                {
                    assigned.field = Field::FullName;
                    assigned.weight = 6;
                } else if in_parts {
                    // "Nombre" beside "Apellidos", but "Nom" beside "Prénom".
                    let family = has(&original, Field::FirstName) && plain_of(assigned.column) == "nom";
                    assigned.field = if family { Field::LastName } else { Field::FirstName };
                    assigned.weight = 6;
                } else if !sorted
                    && !signs_as
                    && (content.may_be_people() || of_people)
                    && content.organizations * 4 < content.full
                {
                    assigned.field = Field::FullName;
                    assigned.weight = 6;
                }
            }
            // "Group" and "Team" beside people who are sorted by them.
            "group" | "team" | "grupo" | "groupe" | "gruppe" | "equipo" | "equipe"
                if assigned.field == Field::Organization
                    && (in_parts || named)
                    && content.organizations * 4 < content.full
                    && content.distinct * 3 <= content.full =>
            {
                assigned.field = Field::Tag;
            }
            // The German word for countries and for states.
            "land" if content.full > 0 && content.of(Kind::Country) * 4 < content.full => {
                assigned.field = Field::State;
            }
            // What stands above the rows below it in a sheet, or the sheet itself.
            "section" if content.of(Kind::State) * 2 > content.full => assigned.field = Field::State,
            "section" if content.of(Kind::Country) * 2 > content.full => assigned.field = Field::Country,
            "section" if content.are_signers() => assigned.field = Field::SignsAs,
            // A company in German, and a signature in Spanish.
            "firma" if content.full > 0 && content.of(Kind::Answer) * 2 < content.full => {
                assigned.field = Field::Organization;
            }
            // Who signed, where the rows name bodies and no column else does.
            "signatory" | "signer" | "signed by" | "firmante" | "signataire" | "representative"
            | "contact" | "speaker" | "supporter" | "donor"
                if !organization
                    && content.full > 0
                    && (content.organizations * 4 >= content.full
                        || content.people * 4 < content.full * 3) =>
            {
                assigned.field = Field::Organization;
            }
            // "Coalition member?"
            _ if assigned.field == Field::Organization
                && content.full > 0
                && content.of(Kind::Answer) * 2 > content.full
                && plain_of(assigned.column).split(' ').any(|word| {
                    [
                        "member", "miembro", "membre", "mitglied", "socio", "membro", "members",
                    ]
                    .contains(&word)
                }) =>
            {
                assigned.field = Field::Membership;
            }
            // What CiviCRM calls the groups that somebody is in.
            "groups" | "group s" | "grupos" | "groupes" | "gruppen" | "teams" | "equipos" | "equipes"
                if organization_besides(&original, assigned.column) =>
            {
                assigned.field = Field::Tag;
            }
            // "Endorser", where they are people.
            "member" | "miembro" | "miembros" | "membre" | "membres" | "mitglied" | "mitglieder"
            | "socio" | "socios" | "membro" | "membros" | "endorser" | "endorsers" | "signatories"
            | "firmantes" | "signataires" | "members"
                if assigned.field == Field::Organization
                    && content.may_be_people()
                    && content.likelier.0 > content.likelier.1 * 2 =>
            {
                (assigned.field, assigned.weight) = (Field::FullName, 6);
            }
            // "Estado" is the state, or how far it has come.
            "estado" if !status_aside && content.of(Kind::State) * 2 > content.full => {
                assigned.field = Field::State
            }
            "estado"
                if !status_aside
                    && content.of(Kind::Answer) * 3 < content.full
                    && content.statuses * 3 < content.full
                    && content.lives * 2 < content.full =>
            {
                assigned.field = Field::State;
            }
            // "Display Name" of bodies.
            _ if assigned.field == Field::FullName && !organization && !in_parts && content.are_bodies() => {
                assigned.field = Field::Organization;
            }
            // "Group", "Members", "Contact" of other things than names.
            _ if assigned.field == Field::Organization
                && content.full > 0
                && content.of(Kind::Email) * 2 > content.full =>
            {
                assigned.field = Field::Email;
            }
            _ if assigned.field == Field::FullName
                && content.full > 0
                && content.of(Kind::Email) * 2 > content.full =>
            {
                assigned.field = Field::Email;
            }
            _ if assigned.field == Field::FullName
                && content.full > 0
                && content.of(Kind::Phone) * 2 > content.full =>
            {
                assigned.field = Field::Phone;
            }
            _ => {}
        }
    }
}

/// Takes out those who represent a district in a parliament, and gives back their columns: beside a constituency and a party, "rep_name"
/// is nobody at the organization.
pub(super) fn pass_over_officials(found: &mut Vec<Assignment>, headings: &[&str]) -> Vec<usize> {
    const PARTIES: &[&str] = &[
        "party", "partido", "parti", "partito", "partei", "partij", "partia", "strana",
    ];
    const OFFICIALS: &[&str] = &[
        "rep",
        "representative",
        "mp",
        "mps",
        "mep",
        "msp",
        "senator",
        "legislator",
        "congressman",
        "congressperson",
        "congressmember",
        "assemblymember",
        "councillor",
        "councilmember",
        "diputado",
        "diputada",
        "senador",
        "senadora",
        "legislador",
        "deputado",
        "deputada",
        "depute",
        "deputee",
        "elu",
        "abgeordnete",
        "abgeordneter",
        "mdb",
        "mdl",
        "deputato",
        "deputata",
        "parlamentare",
        "posel",
    ];
    let has = |column: usize, words: &[&str]| {
        (plain(headings[column]).split(' ')).any(|word| words.contains(&word))
    };
    let mut columns = 0..headings.len();
    let district = found.iter().any(|assigned| assigned.field == Field::District);
    if !district || !columns.any(|column| has(column, PARTIES)) {
        return Vec::new();
    }
    let mut aside = Vec::new();
    found.retain(|assigned| {
        let official = super::persons::is_of_person(assigned.field) && has(assigned.column, OFFICIALS);
        if official {
            aside.push(assigned.column);
        }
        !official
    });
    aside
}

/// Leaves of several columns that sort bodies one for their kind, and of several about membership the one for its status; the others
/// group.
pub(super) fn leave_one_kind(found: &mut [Assignment]) {
    // Of several columns that sort bodies the surest is their kind.
    let kind = found
        .iter()
        .filter(|assigned| assigned.field == Field::Kind)
        .max_by_key(|assigned| (assigned.weight, std::cmp::Reverse(assigned.column)))
        .map(|assigned| assigned.column);
    for assigned in found.iter_mut() {
        if assigned.field == Field::Kind && Some(assigned.column) != kind {
            assigned.field = Field::Tag;
        }
    }
    // A level beside the status of a membership groups.
    let status = found
        .iter()
        .filter(|assigned| assigned.field == Field::Membership)
        .map(|assigned| assigned.weight)
        .max();
    for assigned in found.iter_mut() {
        if assigned.field == Field::Membership && Some(assigned.weight) < status {
            assigned.field = Field::Tag;
        }
    }
}

/// Believes a sort of body in numbered columns of one name, "Sponsor 1" to "Sponsor 4": the same bodies stand there again and again.
pub(super) fn trust_numbered(found: &mut [Assignment], headings: &[&str]) {
    let numbered = |column: usize| headings[column].ends_with(|c: char| c.is_ascii_digit());
    for assigned in found.iter_mut() {
        let own = plain(headings[assigned.column]);
        let alike = (0..headings.len())
            .any(|other| other != assigned.column && numbered(other) && plain(headings[other]) == own);
        if (assigned.field, assigned.weight) == (Field::Organization, 1) && numbered(assigned.column) && alike
        {
            assigned.weight = 3;
        }
    }
}

/// Whose "Name" a heading names, where it says nothing else: "Contact › Nombre", "Nom adhérent".
fn group_of(heading: &str) -> Option<String> {
    let of_name = [
        "name",
        "nombre",
        "nombres",
        "nom",
        "nome",
        "prenom",
        "apellido",
        "apellidos",
        "surname",
        "first",
        "last",
        "vorname",
        "nachname",
        "sobrenome",
        "apelido",
        "de",
        "du",
        "l",
        "d",
        "del",
        "da",
        "do",
        "of",
    ];
    let plain = plain(heading);
    let rest: Vec<&str> = plain.split(' ').filter(|word| !of_name.contains(word)).collect();
    (!rest.is_empty() && rest.len() < plain.split(' ').count()).then(|| rest.join(" "))
}

/// Whether another column is surely one of organizations.
fn organization_besides(found: &[Assignment], column: usize) -> bool {
    found
        .iter()
        .any(|other| other.field == Field::Organization && other.weight > 4 && other.column != column)
}

/// Whether a heading asks what only people have: a birthday, a sex, an age, a nationality, a trade.
fn tell_of_people(headings: &[&str]) -> bool {
    headings.iter().any(|heading| {
        plain(heading).split(' ').any(|word| {
            [
                "birth",
                "birthday",
                "birthdate",
                "dob",
                "naissance",
                "nacimiento",
                "nascimento",
                "nascita",
                "geburtsdatum",
                "geburtstag",
                "gender",
                "sexe",
                "sexo",
                "sesso",
                "geschlecht",
                "genero",
                "genre",
                "age",
                "edad",
                "nationality",
                "nacionalidad",
                "nationalite",
                "nacionalidade",
                "nationalitat",
                "staatsangehorigkeit",
                "profession",
                "occupation",
                "profesion",
                "ocupacion",
                "profissao",
                "beruf",
                "idade",
                "alter",
            ]
            .contains(&word)
        })
    })
}

/// Whether the headings have a given name of their own, so that "Name" is the whole one.
fn has_both(headings: &[&str]) -> bool {
    headings
        .iter()
        .any(|heading| matches!(meaning(heading), Some(Meaning::Field(Field::FirstName, _))))
}

/// "Organization (as it should appear)" is the organization where no other column names it.
pub(super) fn print_as_named(found: &mut [Assignment], headings: &[&str], contents: &[Content]) {
    let named = found
        .iter()
        .any(|assigned| assigned.field == Field::Organization && contents[assigned.column].full > 0);
    if !named
        && let Some(assigned) = found
            .iter_mut()
            .find(|assigned| assigned.field == Field::PrintsAs)
        && (plain(headings[assigned.column]).split(' ').any(|word| {
            [
                "org",
                "organization",
                "organisation",
                "organizacion",
                "group",
                "grupo",
            ]
            .contains(&word)
        }) || contents[assigned.column].organizations * 3 > contents[assigned.column].full)
    {
        assigned.field = Field::Organization;
    }
}

/// "Department" above universities, and "University" above their departments: whoever filled it in had the two the other way round.
pub(super) fn turn_departments(found: &mut Vec<Assignment>, headings: &[&str], table: &Table) {
    let has = |column: usize, words: &[&str]| {
        plain(headings[column])
            .split(' ')
            .any(|word| words.contains(&word))
    };
    let Some(body) = found.iter().position(|assigned| {
        assigned.field == Field::Organization
            && has(
                assigned.column,
                &[
                    "university",
                    "universidad",
                    "universite",
                    "universitat",
                    "universidade",
                    "universita",
                ],
            )
    }) else {
        return;
    };
    let part = (0..headings.len()).find(|column| {
        has(
            *column,
            &[
                "department",
                "departamento",
                "departement",
                "faculty",
                "facultad",
                "faculte",
                "abteilung",
            ],
        )
    });
    let Some(part) = part else { return };
    let of_universities = |column: usize| {
        let (mut full, mut held) = (0, 0);
        for row in table.records().take(ROWS_FOR_PAIRS) {
            let cell = fold(row.cell(column));
            full += usize::from(!cell.is_empty());
            held += usize::from(cell.contains("univers"));
        }
        (full, held)
    };
    let (full, held) = of_universities(found[body].column);
    let (full_of_part, held_of_part) = of_universities(part);
    if full_of_part < 5 || held_of_part * 2 < full_of_part || held * 5 > full {
        return;
    }
    let column = std::mem::replace(&mut found[body].column, part);
    found.retain(|assigned| assigned.column != part || assigned.field == Field::Organization);
    found.push(Assignment {
        column,
        field: Field::Note,
        by: super::By::Heading,
        weight: 3,
        person: 0,
    });
}

/// Of several columns for a field that only one can be, the surest and leftmost stays; and another of names that stands only in
/// rows where the first says nothing: an employer of people among organizations.
pub(super) fn keep_the_surest(found: &mut Vec<Assignment>, table: &Table) {
    let mut best: BTreeMap<(Field, u8), (u8, usize)> = BTreeMap::new();
    for assigned in found.iter().filter(|assigned| !assigned.field.may_repeat()) {
        let kept = best
            .entry((assigned.field, assigned.person))
            .or_insert((assigned.weight, assigned.column));
        if assigned.weight > kept.0 {
            *kept = (assigned.weight, assigned.column);
        }
    }
    // The surest of the others first.
    let mut others: Vec<(u8, usize, usize)> = found
        .iter()
        .filter(|assigned| assigned.field == Field::Organization && assigned.weight > 3)
        .filter_map(|assigned| {
            let (_, first) = best.get(&(assigned.field, assigned.person))?;
            (*first != assigned.column).then_some((assigned.weight, assigned.column, *first))
        })
        .collect();
    others.sort_by_key(|(weight, column, _)| (std::cmp::Reverse(*weight), *column));
    let mut completing: Vec<usize> = Vec::new();
    for (_, column, first) in others {
        let taken: Vec<usize> = completing.iter().copied().chain([first]).collect();
        if completes(table, column, &taken) {
            completing.push(column);
        }
    }
    found.retain(|assigned| {
        best.get(&(assigned.field, assigned.person))
            .is_none_or(|kept| kept.1 == assigned.column || completing.contains(&assigned.column))
    });
}

/// Whether a column has something in it in some rows, and in none in which one of those that are taken has.
fn completes(table: &Table, column: usize, taken: &[usize]) -> bool {
    let mut filled = 0;
    for row in table.records().take(ROWS_FOR_PAIRS) {
        if row.cell(column).is_empty() {
            continue;
        }
        if taken.iter().any(|taken| !row.cell(*taken).is_empty()) {
            return false;
        }
        filled += 1;
    }
    filled > 0
}

/// How many rows are looked at to tell whether two columns complete each other.
const ROWS_FOR_PAIRS: usize = 2000;
