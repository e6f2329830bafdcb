//! The letters of a synthetic coalition over the years, and where every organization that was asked stands on each.

use std::collections::HashSet;

use base::time;
use chrono::{DateTime, Duration, Utc};
use rusqlite::{Connection, params};
use undersigned_core::Result;
use undersigned_core::bulk::Ids;
use vocabulary::{OutreachKind, Reconfirm, Stage, Status, Via};

use super::organizations::Made;
use super::people;
use super::random::Random;
use super::words::{ADDRESSEES, DEMANDS, REACHES, ROLES, STATES, halves};

/// How long the first letter is ago, in days.
const YEARS: i64 = 8 * 365;

/// The sign-ons of the largest letter.
const LARGEST: usize = 5_000;

/// A letter as its sign-ons need to know it.
struct Letter {
    id: i64,
    stage: Stage,
    started: DateTime<Utc>,
    /// Until when answers came: the deadline, or now.
    ended: DateTime<Utc>,
    /// Its versions, the first one first, and since when each stands.
    versions: Vec<(i64, DateTime<Utc>)>,
}

/// Makes up so many letters with their versions, leads and sign-ons, and writes them.
pub(super) fn write(
    conn: &Connection,
    seed: u64,
    count: usize,
    organizations: &[Made],
    ids: &mut Ids,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut random = Random::new(seed, 4);
    // By itself, so that what is made up otherwise stays as it was before there was outreach.
    let mut apart = Random::new(seed, 5);
    for number in 0..count {
        let letter = write_letter(conn, &mut random, number, count, organizations, ids, now)?;
        // Typically 20 to 500, few of them many; the middle one is the largest.
        let wanted = if number == count / 2 {
            LARGEST
        } else {
            let least = random.pick(&[20, 20, 40, 40, 80, 120, 200, 250]);
            least + random.below(least + 1)
        };
        write_sign_ons(conn, &mut random, &letter, wanted, organizations, ids)?;
        write_outreach(conn, &mut apart, &letter, ids)?;
    }
    Ok(())
}

fn write_letter(
    conn: &Connection,
    random: &mut Random,
    number: usize,
    count: usize,
    organizations: &[Made],
    ids: &mut Ids,
    now: DateTime<Utc>,
) -> Result<Letter> {
    let id = ids.id();
    // Evenly over the years, the last ones now.
    let ago = YEARS * (count - number) as i64 / count as i64 + random.below(10) as i64;
    let started = now - Duration::days(ago) - Duration::minutes(random.below(600) as i64);
    let length = random.between(10, 45) as i64;
    let deadline = started + Duration::days(length);
    let stage = if deadline > now {
        random.weighted(&[(1, Stage::Draft), (9, Stage::Circulating)])
    } else if now - deadline < Duration::days(20) {
        random.weighted(&[(2, Stage::Closed), (2, Stage::Delivered)])
    } else {
        random.weighted(&[(3, Stage::Delivered), (5, Stage::Archived)])
    }
    .unwrap_or(Stage::Circulating);
    let (state, _) = halves(random.pick(&STATES));
    let title = format!(
        "{} {} ({})",
        random.pick(&DEMANDS),
        random.pick(&REACHES),
        started.format("%Y")
    );
    let day = |at: DateTime<Utc>| at.format("%Y-%m-%dT17:00").to_string();
    let delivered = matches!(stage, Stage::Delivered | Stage::Archived);
    conn.prepare_cached(
        "INSERT INTO letter (id, title, addressee, stage, soft_deadline, hard_deadline, zone, note, delivered_at, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        id,
        title,
        random.pick(&ADDRESSEES).replace("{}", state),
        stage,
        random.percent(50).then(|| day(deadline - Duration::days(4))),
        day(deadline),
        random.pick(&["America/Chicago", "America/Chicago", "America/New_York", "America/Los_Angeles", "America/Puerto_Rico"]),
        if random.percent(20) { "Text agreed at the table; no changes after the second version." } else { "" },
        delivered.then(|| time::store(deadline + Duration::days(2))),
        time::store(started),
    ])?;
    let mut leads = HashSet::new();
    for position in 0..random.between(1, 3) {
        let lead = random.below(organizations.len());
        if let Some(organization) = organizations.get(lead).filter(|_| leads.insert(lead)) {
            conn.prepare_cached(
                "INSERT INTO letter_lead (letter_id, organization_id, position) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![id, organization.id, position as i64])?;
        }
    }
    let mut versions = Vec::new();
    for number in 1..=random.weighted(&[(60, 1), (28, 2), (12, 3)]).unwrap_or(1) {
        let since = (started + Duration::days(length * (number - 1) / 4)).min(now);
        let version = ids.id();
        let reconfirm = match number {
            1 => Reconfirm::None,
            _ => random
                .weighted(&[
                    (60, Reconfirm::None),
                    (30, Reconfirm::OptOut),
                    (10, Reconfirm::OptIn),
                ])
                .unwrap_or(Reconfirm::None),
        };
        conn.prepare_cached(
            "INSERT INTO letter_version (id, letter_id, number, text, summary, reconfirm, reconfirm_by, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            version,
            id,
            number,
            format!("We, the undersigned organizations, ask this of you: {title}.\n\nThis is text number {number}."),
            if number == 1 { "" } else { "Shorter, and one demand less." },
            reconfirm,
            (reconfirm != Reconfirm::None).then(|| (since + Duration::days(5)).date_naive().to_string()),
            time::store(since),
        ])?;
        versions.push((version, since));
    }
    Ok(Letter {
        id,
        stage,
        started,
        ended: deadline.min(now),
        versions,
    })
}

/// What letters are about.
const TOPICS: &[&str] = &[
    "housing",
    "transit",
    "schools",
    "water",
    "elections",
    "health",
    "labor",
    "immigration",
];

/// What was written to those who were asked: the asking, and a reminder where there was contact later and no answer.
fn write_outreach(conn: &Connection, random: &mut Random, letter: &Letter, ids: &mut Ids) -> Result<()> {
    conn.prepare_cached("UPDATE letter SET topic = ?2 WHERE id = ?1")?
        .execute(params![letter.id, random.pick(TOPICS)])?;
    let mut statement = conn.prepare_cached(
        "SELECT id, asked_at, last_contact, status FROM sign_on
         WHERE letter_id = ?1 AND asked_at IS NOT NULL ORDER BY position",
    )?;
    let rows = statement.query_map([letter.id], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, Option<String>>(2)?,
            row.get::<_, Status>(3)?,
        ))
    })?;
    let asked: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
    let mut add = conn.prepare_cached(
        "INSERT INTO outreach (id, sign_on_id, kind, via, at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (sign_on, asked_at, last_contact, status) in asked {
        let via = random.weighted(&[(85, Via::Email), (15, Via::Phone)]);
        add.execute(params![
            ids.id(),
            sign_on,
            OutreachKind::Ask,
            via,
            asked_at,
            "Will you sign with us?"
        ])?;
        if let Some(later) = last_contact.filter(|later| status == Status::Asked && *later > asked_at) {
            add.execute(params![
                ids.id(),
                sign_on,
                OutreachKind::Reminder,
                Via::Email,
                later,
                "A short reminder: the letter closes soon."
            ])?;
        }
    }
    Ok(())
}

/// How an answer came, of answers in writing.
const WRITTEN: &[(usize, Via)] = &[(55, Via::Email), (35, Via::Form), (4, Via::Paper), (6, Via::List)];

/// How a yes came that is not in writing.
const SPOKEN: &[(usize, Via)] = &[(70, Via::Phone), (30, Via::Meeting)];

fn write_sign_ons(
    conn: &Connection,
    random: &mut Random,
    letter: &Letter,
    wanted: usize,
    organizations: &[Made],
    ids: &mut Ids,
) -> Result<()> {
    let mut on_it = HashSet::with_capacity(wanted);
    let asked_span = (letter.ended - letter.started).num_minutes().max(1) as usize;
    for position in 1..=wanted {
        // A few sign for themselves. Of the organizations the first third is asked more often than the others.
        let organization = if random.percent(3) {
            None
        } else {
            let draw = |random: &mut Random| {
                let among = if random.percent(60) {
                    organizations.len() / 3
                } else {
                    organizations.len()
                };
                random.below(among)
            };
            let free = (0..20).map(|_| draw(random)).find(|at| on_it.insert(*at));
            match free.and_then(|at| organizations.get(at)) {
                Some(organization) => Some(organization),
                None => continue,
            }
        };
        let status = status(random, letter.stage);
        let asked = letter.started + Duration::minutes(random.below(asked_span / 2 + 1) as i64);
        let answered = (asked + Duration::minutes(random.below(asked_span / 2 + 1) as i64)).min(letter.ended);
        let decided = matches!(
            status,
            Status::SaidYes | Status::Confirmed | Status::Declined | Status::Withdrawn
        );
        let yes = matches!(status, Status::SaidYes | Status::Confirmed | Status::Withdrawn);
        let unwritten = status == Status::SaidYes || (status == Status::Confirmed && random.percent(3));
        let via = match status {
            Status::ToAsk | Status::Asked | Status::Considering => None,
            _ if unwritten => random.weighted(SPOKEN),
            _ => random.weighted(WRITTEN),
        };
        let (signer, title) = match organization {
            Some(organization) => organization
                .signer
                .clone()
                .filter(|_| random.percent(80))
                .unwrap_or_default(),
            None => (String::new(), random.pick(&ROLES)),
        };
        let prints_as = match organization {
            Some(organization) if random.percent(3) => {
                organization.name.trim_start_matches("The ").to_owned()
            }
            Some(organization) => organization
                .prints_as
                .clone()
                .unwrap_or_else(|| organization.name.clone()),
            None => people::invent(random).name,
        };
        let last_contact = match status {
            Status::ToAsk => None,
            Status::Asked => Some(asked + (answered - asked) / 2),
            _ => Some(answered),
        };
        let version = letter.versions.iter().rev().find(|(_, since)| *since <= answered);
        let id = ids.id();
        conn.prepare_cached(
            "INSERT INTO sign_on (id, letter_id, organization_id, position, status, prints_as, signer, title, authorized_by,
                                  via, reason, decided_at, expected_by, last_contact, note, version_id, asked_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(params![
            id,
            letter.id,
            organization.map(|organization| organization.id),
            position as i64,
            status,
            prints_as,
            signer,
            title,
            if decided { signer.as_str() } else { "" },
            via,
            if status == Status::Confirmed && unwritten { "Standing decision of the board to sign on this matter." } else { "" },
            decided.then(|| time::store(answered)),
            (status == Status::Considering).then(|| (answered + Duration::days(6)).date_naive().to_string()),
            last_contact.map(time::store),
            if random.percent(4) { "Asked for the final text first." } else { "" },
            version.filter(|_| yes).map(|(id, _)| *id),
            (status != Status::ToAsk).then(|| time::store(asked)),
        ])?;
        if decided && (status == Status::Confirmed || random.percent(60)) {
            let said = match status {
                Status::Declined => "Thank you for asking. We are not able to sign this one.",
                Status::SaidYes => "Said yes; the email follows.",
                _ => "Yes, please add us.",
            };
            add_evidence(conn, ids, id, via, &format!("{said} {prints_as}"), answered)?;
        }
        if status == Status::Withdrawn {
            let text = format!("Please take our name off the letter. {prints_as}");
            add_evidence(conn, ids, id, via, &text, answered)?;
        }
    }
    Ok(())
}

fn add_evidence(
    conn: &Connection,
    ids: &mut Ids,
    sign_on: i64,
    via: Option<Via>,
    text: &str,
    at: DateTime<Utc>,
) -> Result<()> {
    let id = ids.id();
    conn.prepare_cached("INSERT INTO evidence (id, via, text, at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, via, text, time::store(at)])?;
    conn.prepare_cached("INSERT INTO sign_on_evidence (sign_on_id, evidence_id) VALUES (?1, ?2)")?
        .execute(params![sign_on, id])?;
    Ok(())
}

/// Where a sign-on stands, as far as the letter is on its way.
fn status(random: &mut Random, stage: Stage) -> Status {
    use Status::{Asked, Confirmed, Considering, Declined, SaidYes, ToAsk, Withdrawn};
    let weights: &[(usize, Status)] = match stage {
        Stage::Draft => &[(85, ToAsk), (13, Asked), (2, SaidYes)],
        Stage::Circulating => &[
            (22, ToAsk),
            (30, Asked),
            (9, Considering),
            (7, SaidYes),
            (24, Confirmed),
            (7, Declined),
            (1, Withdrawn),
        ],
        _ => &[
            (5, ToAsk),
            (26, Asked),
            (3, Considering),
            (3, SaidYes),
            (48, Confirmed),
            (13, Declined),
            (2, Withdrawn),
        ],
    };
    random.weighted(weights).unwrap_or(ToAsk)
}
