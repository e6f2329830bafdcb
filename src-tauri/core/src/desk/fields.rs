//! The values of the fields that a template can name.

use chrono::{DateTime, Days, Utc};

use super::draft::{Facts, LINKS, OfLetter, Writing};
use crate::messages::{Language, Message};
use crate::signon::FollowupPerson;
use crate::time::{self, Deadline, day_in};
use drafts::template::Fields;

/// Within so many days somebody says that they are listed wrong.
const DAYS_TO_TELL: u64 = 3;

/// The values of all fields. What may well be absent is an empty value; what a text can't do without is none where it is missing.
pub(super) fn fields(
    of: &OfLetter,
    facts: &Facts,
    person: Option<&FollowupPerson>,
    language: Language,
    writing: &Writing<'_>,
    now: DateTime<Utc>,
) -> Fields {
    let letter = &of.letter;
    let clean = |text: &str| text.replace(LINKS, "");
    let needed = |text: String| Some(clean(&text)).filter(|text| !text.trim().is_empty());
    let optional = |text: String| Some(clean(&text));
    let deadline = |at: &Option<Deadline>| at.as_ref().map(|at| moment(at, language)).unwrap_or_default();
    let first_deadline = match &letter.soft_deadline {
        Some(soft) if soft.instant > time::store(now) => &letter.soft_deadline,
        _ => &letter.hard_deadline,
    };
    let leads: Vec<String> = letter.leads.iter().map(|lead| lead.name.clone()).collect();
    let leads = if leads.is_empty() {
        String::new()
    } else {
        blocks::join_names(&leads, language.tag())
    };
    let name = person.map(|person| person.name.clone()).unwrap_or_default();
    let today = day_in(now, letter.zone.as_deref());
    let tell_by = today.checked_add_days(Days::new(DAYS_TO_TELL)).unwrap_or(today);
    Fields::from([
        ("first_name", optional(first_name(&name))),
        ("name", needed(name)),
        ("organization", needed(facts.prints_as.clone())),
        ("listed_as", None),
        ("prints_as", needed(facts.prints_as.clone())),
        ("signer", optional(facts.signer.clone())),
        ("title", optional(facts.title.clone())),
        ("letter", needed(letter.title.clone())),
        ("addressee", optional(letter.addressee.clone())),
        ("leads", optional(leads)),
        ("deadline", optional(deadline(first_deadline))),
        ("hard_deadline", optional(deadline(&letter.hard_deadline))),
        (
            "reconfirm_by",
            optional(
                of.reconfirm_by
                    .as_ref()
                    .map(|by| day(by, language))
                    .unwrap_or_default(),
            ),
        ),
        ("summary", optional(of.summary.trim_end_matches('.').to_owned())),
        ("text", optional(of.text.clone())),
        ("block", optional(of.block.clone())),
        ("count", needed(of.count.to_string())),
        ("tell_by", needed(day(&tell_by.to_string(), language))),
        ("form_link", None),
        ("reply_links", Some(LINKS.to_string())),
        ("personal", optional(writing.personal.trim().to_owned())),
        (
            "attached",
            optional(if writing.attachments.is_empty() { "" } else { "yes" }.to_owned()),
        ),
        ("sender", needed(writing.sender.name.clone())),
        ("sender_email", needed(writing.sender.email.clone())),
        (
            "sender_organization",
            optional(writing.sender.organization.clone()),
        ),
    ])
}

/// A day as people write it.
fn day(day: &str, language: Language) -> String {
    Message::new("draft-day").text("day", day).to_string(language)
}

/// A deadline as people write it: the day, the time, and where.
fn moment(at: &Deadline, language: Language) -> String {
    let (day, hour) = at.local.split_once('T').unwrap_or((&at.local, ""));
    let city = at.zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
    Message::new("draft-moment")
        .text("day", day)
        .text("hour", hour)
        .text("city", city)
        .to_string(language)
}

/// The name that a letter begins with; empty where that can't be told.
fn first_name(name: &str) -> String {
    const TITLES: [&str; 22] = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "reverend", "rabbi", "imam", "pastor", "father", "fr",
        "sister", "sr", "sra", "srta", "dra", "lic", "ing", "hon", "don",
    ];
    // "Mora, Ana" is turned round.
    let turned = name.split_once(',').map_or(name, |(_, given)| given);
    let mut words = turned.split_whitespace();
    words
        .find(|word| !TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str()))
        .filter(|word| word.chars().count() > 1 && !word.ends_with('.'))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_begins_with_the_first_name_where_that_can_be_told() {
        for (name, first) in [
            ("Ana Mora", "Ana"),
            ("Rev. Lee Ott", "Lee"),
            ("Dra. Inés Cano", "Inés"),
            ("Mora, Ana", "Ana"),
            ("J. Smith", ""),
            ("", ""),
        ] {
            assert_eq!(first_name(name), first, "{name}");
        }
    }
}
