//! The people of a synthetic coalition: names of many origins, how to reach them, and where they are affiliated.

use chrono::{DateTime, Datelike, Utc};
use rusqlite::{Connection, params};
use undersigned_core::Result;
use undersigned_core::bulk::Ids;
use vocabulary::ContactKind;

use super::names::slug;
use super::organizations::Made;
use super::origins::{ORIGINS, Origin, Writes};
use super::random::Random;
use super::words::{PERSON_NOTES, ROLES, TAGS};

/// A name, and the language that goes with it.
pub(super) struct InventedPerson {
    pub(super) name: String,
    /// The parts from which an email is made.
    given: &'static str,
    family: &'static str,
    language: &'static str,
}

/// A person of some origin.
pub(super) fn invent(random: &mut Random) -> InventedPerson {
    let shares: Vec<(usize, &Origin)> = ORIGINS.iter().map(|origin| (origin.share, origin)).collect();
    let Some(origin) = random.weighted(&shares) else {
        return InventedPerson {
            name: "Ana Example".to_owned(),
            given: "Ana",
            family: "Example",
            language: "",
        };
    };
    let (given, family) = (random.pick(&origin.given), random.pick(&origin.family));
    let name = match origin.writes {
        Writes::FamilyLast if random.percent(22) => {
            let initial = random.pick(&[
                "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "W",
            ]);
            format!("{given} {initial}. {family}")
        }
        Writes::FamilyLast if random.percent(5) => {
            format!("{given} {family}-{}", random.pick(&origin.family))
        }
        Writes::FamilyLast if random.percent(4) => {
            let title = random.pick(&["Rev.", "Dr.", "Sister", "Prof.", "Hon."]);
            format!("{title} {given} {family}")
        }
        Writes::TwoFamilies if random.percent(45) => {
            format!("{given} {family} {}", random.pick(&origin.family))
        }
        Writes::TwoFamilies if random.percent(20) => {
            format!("{given} {} {family}", random.pick(&origin.given))
        }
        Writes::FamilyFirst if random.percent(40) => format!("{family} {given}"),
        Writes::Fathers => format!("{given} {} {family}", random.pick(&origin.family)),
        _ => format!("{given} {family}"),
    };
    InventedPerson {
        name,
        given,
        family,
        language: origin.language,
    }
}

/// Makes up so many people and writes them with their addresses and affiliations.
pub(super) fn write(
    conn: &Connection,
    seed: u64,
    count: usize,
    organizations: &mut [Made],
    ids: &mut Ids,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut random = Random::new(seed, 3);
    let mut point = conn.prepare(
        "INSERT INTO contact_point (id, person_id, kind, value, preferred) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut affiliation = conn.prepare(
        "INSERT INTO affiliation (id, person_id, organization_id, role, since, until, may_sign, is_primary)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let mut tag = conn.prepare("INSERT OR IGNORE INTO person_tag (person_id, tag) VALUES (?1, ?2)")?;
    let mut person = conn.prepare(
        "INSERT INTO person (id, name, sort_as, pronouns, languages, do_not_contact, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for _ in 0..count {
        let id = ids.id();
        let somebody = invent(&mut random);
        let pronouns = match random.below(20) {
            0..=4 => "she/her",
            5..=8 => "he/him",
            9 => "they/them",
            10 if somebody.language == "es" => "ella",
            10 => "she/they",
            _ => "",
        };
        let languages = match (somebody.language, random.below(10)) {
            ("", order) if order < 4 => "en".to_owned(),
            ("", _) => String::new(),
            (other, 0..=2) => format!("{other} en"),
            (other, 3..=5) => format!("en {other}"),
            (other, 6) => other.to_owned(),
            _ => String::new(),
        };
        let sort_as = random.permille(8).then_some(somebody.family);
        let note = if random.percent(5) {
            random.pick(&PERSON_NOTES)
        } else {
            ""
        };
        person.execute(params![
            id,
            somebody.name,
            sort_as,
            pronouns,
            languages,
            random.permille(4),
            note,
        ])?;
        let mut host = None;
        let places = random.weighted(&[(2, 0), (87, 1), (11, 2)]).unwrap_or(1);
        let mut before = None;
        for _ in 0..places {
            let at = random.below(organizations.len());
            let Some(organization) = organizations.get_mut(at).filter(|_| before != Some(at)) else {
                continue;
            };
            before = Some(at);
            host.get_or_insert_with(|| organization.host.clone());
            let role = if random.percent(92) {
                random.pick(&ROLES)
            } else {
                ""
            };
            let since = random.percent(60).then(|| partial_date(&mut random, now));
            let until = random.percent(8).then(|| partial_date(&mut random, now));
            // Whoever came after they left has been typed wrong; leave the one date out.
            let since = since.filter(|since| until.as_ref().is_none_or(|until| since <= until));
            let may_sign = until.is_none() && random.percent(34);
            let is_primary = until.is_none() && !organization.has_primary && random.percent(80);
            organization.has_primary |= is_primary;
            if may_sign && organization.signer.is_none() {
                organization.signer = Some((somebody.name.clone(), role));
            }
            affiliation.execute(params![
                ids.id(),
                id,
                organization.id,
                role,
                since,
                until,
                may_sign,
                is_primary,
            ])?;
        }
        for (at, email) in emails(&mut random, &somebody, host.as_deref()).iter().enumerate() {
            point.execute(params![ids.id(), id, ContactKind::Email, email, at == 0])?;
        }
        let phones = random.weighted(&[(36, 0), (46, 1), (14, 2), (4, 3)]).unwrap_or(0);
        for at in 0..phones {
            point.execute(params![
                ids.id(),
                id,
                ContactKind::Phone,
                phone(&mut random),
                at == 0
            ])?;
        }
        if random.percent(14) {
            tag.execute(params![id, random.pick(&TAGS)])?;
        }
    }
    Ok(())
}

/// None to three emails, the one to use first, all of example domains.
fn emails(random: &mut Random, somebody: &InventedPerson, host: Option<&str>) -> Vec<String> {
    let (given, family) = (slug(somebody.given, 16), slug(somebody.family, 16));
    let count = random.weighted(&[(4, 0), (74, 1), (18, 2), (4, 3)]).unwrap_or(1);
    let mut emails = Vec::with_capacity(count);
    for at in 0..count {
        let local = match random.below(5) {
            0 => given.clone(),
            1 => format!("{}{family}", given.chars().take(1).collect::<String>()),
            2 => format!("{given}{}", random.between(1, 99)),
            _ => format!("{given}.{family}"),
        };
        let email = match host.filter(|_| at == 0 && random.percent(80)) {
            Some(host) if random.percent(4) => format!(
                "{}@{host}.example.org",
                random.pick(&["info", "office", "contact"])
            ),
            Some(host) => format!("{local}@{host}.example.org"),
            None => format!("{local}{}@mail.example.com", random.between(1, 9_999)),
        };
        if !emails.contains(&email) {
            emails.push(email);
        }
    }
    emails
}

/// A number from the block that is kept for fiction, 555-0100 to 555-0199, as people type one.
fn phone(random: &mut Random) -> String {
    let (area, line) = (random.between(201, 989), random.between(0, 99));
    match random.below(6) {
        0 => format!("{area}-555-01{line:02}"),
        1 => format!("+1 {area} 555 01{line:02}"),
        2 => format!("{area}.555.01{line:02}"),
        3 => format!("({area}) 555-01{line:02} ext. {}", random.between(2, 399)),
        _ => format!("({area}) 555-01{line:02}"),
    }
}

/// A year, a month or a day of the years before this one.
fn partial_date(random: &mut Random, now: DateTime<Utc>) -> String {
    let year = now.year() - 1 - random.below(13) as i32;
    let (month, day) = (random.between(1, 12), random.between(1, 28));
    match random.below(3) {
        0 => year.to_string(),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}
