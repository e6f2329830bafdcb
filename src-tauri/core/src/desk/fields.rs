//! What a message is written from, and the values of the fields that a template can name.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::template::{TemplateAttachment, TemplateKind};
use crate::coalition::Coalition;
use crate::letter::Letter;
use crate::signon::{FollowupPerson, Status};
use base::error::Result;
use base::messages::{Language, Message};
use base::time::{self, Deadline, day_in};
use blocks::{BlockOptions, Format, PartKind, SignatoryBlock};
use drafts::Attachment;
use drafts::template::Fields;
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};

/// Within so many days somebody says that they are listed wrong.
const DAYS_TO_TELL: u64 = 3;

/// Stands in a text for the links of the answer until they are put in; no name holds it.
pub(super) const LINKS: char = '\u{e000}';

/// Who writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "outreach/")]
pub struct Sender {
    /// Their name.
    pub name: String,
    /// The address that answers go to.
    pub email: String,
    /// Their organization.
    pub organization: String,
}

/// How a message is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Writing<'a> {
    /// What for.
    pub kind: TemplateKind,
    /// Who writes.
    pub sender: &'a Sender,
    /// To somebody else than whom the sign-on names.
    pub person: Option<PersonId>,
    /// A line for this person alone, or empty.
    pub personal: &'a str,
    /// What is attached beside the letter itself.
    pub attachments: &'a [Attachment],
    /// What is attached of the letter itself, in place of what the text to write with says.
    pub attach: Option<TemplateAttachment>,
}

/// What is known of a sign-on that is written about.
pub(super) struct Facts {
    pub(super) organization: Option<OrganizationId>,
    pub(super) prints_as: String,
    pub(super) signer: String,
    pub(super) title: String,
    pub(super) status: Status,
    pub(super) person: Option<PersonId>,
    pub(super) last_contact: Option<String>,
    pub(super) ask_first: bool,
}

/// What the messages of one letter share.
pub(super) struct OfLetter {
    pub(super) letter: Letter,
    pub(super) options: BlockOptions,
    pub(super) text: String,
    /// Its block as it stands, or as it went out where the letter did.
    pub(super) signatories: SignatoryBlock,
    pub(super) block: String,
    pub(super) summary: String,
    pub(super) reconfirm_by: Option<String>,
    pub(super) count: u32,
    /// How each sign-on of the block is listed.
    pub(super) listed: HashMap<SignOnId, String>,
    /// Of a letter that went out: the number of the edition that is meant.
    pub(super) edition: Option<u32>,
}

impl OfLetter {
    /// What messages of a kind share. What is said of a letter that went out is said of its last edition, where one was frozen.
    pub(super) fn read(coalition: &Coalition, id: LetterId, kind: TemplateKind) -> Result<Self> {
        let letter = coalition.get_letter(id)?;
        let mut options = coalition.get_block_options(id)?;
        options.limit = None;
        let language = Language::from_locale(&options.language);
        let is_out = matches!(kind, TemplateKind::Delivered | TemplateKind::Thanks);
        let edition = coalition.list_editions(id)?.pop().filter(|_| is_out);
        let block = match &edition {
            Some(edition) => coalition.get_edition_block(edition.id)?,
            None => coalition.get_block(id, &options, &language)?,
        };
        let mut listed = HashMap::new();
        for entry in block.groups.iter().flat_map(|group| &group.entries) {
            let Some(sign_on) = entry.sign_on else { continue };
            let parts = entry.parts.iter().map(|part| match part.kind {
                PartKind::Break => "\n",
                _ => part.text.as_ref(),
            });
            listed.insert(sign_on, parts.collect());
        }
        let mut versions = coalition.list_versions(id)?;
        if let Some(went_out) = edition.as_ref().and_then(|edition| edition.version) {
            versions.retain(|version| version.number <= went_out);
        }
        let last = versions.pop();
        Ok(Self {
            text: last.as_ref().map(|last| last.text.clone()).unwrap_or_default(),
            summary: last.as_ref().map(|last| last.summary.clone()).unwrap_or_default(),
            reconfirm_by: last.and_then(|last| last.reconfirm_by),
            block: blocks::render_text(&block, Format::Text).unwrap_or_default(),
            count: block.total,
            signatories: block,
            edition: edition.map(|edition| edition.number),
            letter,
            options,
            listed,
        })
    }
}

/// The values of all fields. What may well be absent is an empty value; what a text can't do without is none where it is missing.
pub(super) fn fields(
    of: &OfLetter,
    facts: &Facts,
    person: Option<&FollowupPerson>,
    language: Language,
    writing: &Writing<'_>,
    attached: bool,
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
        ("attached", optional(if attached { "yes" } else { "" }.to_owned())),
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
        .text("hour", clock(hour, language))
        .text("city", city)
        .to_string(language)
}

/// A time of day, `17:00`, as people write it.
fn clock(hour: &str, language: Language) -> String {
    match NaiveTime::parse_from_str(hour, "%H:%M") {
        Ok(time) if language == Language::English => time.format("%-I:%M %p").to_string(),
        _ => hour.to_owned(),
    }
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
