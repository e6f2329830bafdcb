//! What crosses to the window of a plan: its counts, a page of what its rows become, and where the rows of a list stand in
//! their text.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::CandidateView;
use base::messages::{Language, Message};
use reading::mail::Mail;
use records::Record;
use undersigned_core::import::{
    Choices, Decision, ImportPlan, ListRow, ListSource, OpenSource, Outcome, PlannedRow, Proposal, SaidOnce,
    about_seal,
};
use undersigned_core::organization::OrganizationRef;
use undersigned_core::person::PersonRef;
use vocabulary::ids::LetterId;

/// What an import would do, or did: read is the sum of the five that follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "imports/", rename = "ImportPlan")]
pub struct ImportPlanView {
    /// How many rows were read.
    pub read: usize,
    /// How many make something new.
    pub created: usize,
    /// How many change what is there.
    pub updated: usize,
    /// How many are there already, just so.
    pub unchanged: usize,
    /// How many are not taken.
    pub rejected: usize,
    /// How many need a decision.
    pub asked: usize,
    /// How many organizations are new.
    pub organizations: usize,
    /// How many of the rows that are taken name an organization that is there.
    pub known: usize,
    /// How many rows of a list were read with a doubt that nobody has looked at yet.
    pub doubtful: usize,
    /// How many people are new.
    pub people: usize,
    /// How many sign-ons are new.
    pub sign_ons: usize,
    /// What is worth knowing of all rows together, as sentences.
    pub notes: Vec<String>,
    /// The letter that the sign-ons go to; one that is begun with them is there once they are imported.
    pub letter: Option<LetterId>,
}

/// A value that an import changes, named in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct FieldChangeView {
    /// The field: "City".
    pub field: String,
    /// What stands there.
    pub old: String,
    /// What will stand there.
    pub new: String,
}

/// A row of an import with what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "imports/")]
pub struct PlanRow {
    /// What it is known by while the source is open.
    pub key: usize,
    /// Its number, as the program that made the file counts.
    pub row: u32,
    /// The organization that it names, else the person.
    pub name: String,
    /// The person that it names beside an organization.
    pub person: Option<String>,
    /// Their email.
    pub email: Option<String>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, as a sentence.
    pub reason: String,
    /// The organization that it is, where it is one that is there.
    pub organization: Option<OrganizationRef>,
    /// The person that it is, where it is one that is there.
    pub person_ref: Option<PersonRef>,
    /// Organizations that it may be, best first.
    pub candidates: Vec<CandidateView>,
    /// What was decided about it.
    pub decision: Decision,
    /// What changes in what is there.
    pub changes: Vec<FieldChangeView>,
    /// What to look at, as sentences: "Signed already, by Ana Ruiz".
    pub flags: Vec<String>,
    /// Whether what it asks is about an answer or how it is read, and may be taken as it is.
    pub may_be_taken: bool,
    /// What else it says that is written with it.
    pub brings: Vec<FieldValueView>,
    /// What else a row of a list says.
    pub listed: Option<ListedRow>,
    /// The message that it is, where it is mail.
    pub mail: Option<MailRow>,
}

/// What a row brings, named in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct FieldValueView {
    /// The field: "City".
    pub field: String,
    /// What will stand there.
    pub value: String,
}

/// A message as its row shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct MailRow {
    /// Who wrote it: the name, else the address.
    pub from: String,
    /// What about.
    pub subject: String,
    /// The first of the writer's own words.
    pub words: String,
    /// What it seems to say.
    pub proposal: Proposal,
}

/// A message to be read whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct MessageView {
    /// The name of who wrote it, where it is written.
    pub from: String,
    /// Their address.
    pub email: String,
    /// What about.
    pub subject: String,
    /// When it was sent, as it says itself; ISO 8601 in UTC.
    pub sent: Option<String>,
    /// Its words in order, the writer's own parted from what is quoted and from the signature.
    pub pieces: Vec<MessagePiece>,
    /// The names of what is attached.
    pub attachments: Vec<String>,
    /// What to know of it where it is signed or encrypted.
    pub seal: Option<String>,
}

/// A part of the words of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct MessagePiece {
    /// The words, with their line ends.
    pub text: String,
    /// Whether they are the writer's own.
    pub own: bool,
}

/// So many characters of a message are shown in its row, and of one that is read whole.
const LONGEST_EXCERPT: usize = 280;
const LONGEST_MESSAGE: usize = 60_000;

impl MailRow {
    fn new(mail: &Mail) -> Self {
        Self {
            from: mail.from.name.clone().unwrap_or_else(|| mail.from.email.clone()),
            subject: mail.subject.clone(),
            words: excerpt(mail.own_words.trim(), LONGEST_EXCERPT),
            proposal: Proposal::of(mail),
        }
    }
}

impl MessageView {
    /// The message that a row of mail is; none where the row is gone, or the source is no mail.
    pub fn of(source: &OpenSource, key: usize, language: Language) -> Option<Self> {
        let mail = source.mails().get(key)?;
        Some(Self {
            from: mail.from.name.clone().unwrap_or_default(),
            email: mail.from.email.clone(),
            subject: mail.subject.clone(),
            sent: mail.sent.map(base::time::store),
            pieces: pieces(&excerpt(&mail.text, LONGEST_MESSAGE), &mail.own_words),
            attachments: mail.attachments.iter().map(|file| file.name.clone()).collect(),
            seal: mail.seal.map(|seal| about_seal(seal).to_string(language)),
        })
    }
}

/// The words of a message, parted by whether they are the writer's own: line by line, as they come in both.
fn pieces(text: &str, own_words: &str) -> Vec<MessagePiece> {
    let mut own_lines = own_words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    let mut pieces: Vec<MessagePiece> = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let own = match pieces.last() {
            // An empty line belongs to what stands before it.
            Some(before) if words.is_empty() => before.own,
            _ => own_lines.next_if_eq(&words).is_some(),
        };
        match pieces.last_mut() {
            Some(last) if last.own == own => last.text.push_str(line),
            _ => pieces.push(MessagePiece {
                text: line.to_owned(),
                own,
            }),
        }
    }
    pieces
}

fn excerpt(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What a row of a list says beside its name, and what the reader doubted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct ListedRow {
    /// Where it begins in the text, in UTF-16 units, as a window counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The signer's title.
    pub title: Option<String>,
    /// Where the organization is.
    pub place: Option<String>,
    /// The heading that it stands under.
    pub heading: Option<String>,
    /// What the reader was unsure of, as a sentence.
    pub doubt: Option<String>,
    /// Whether nobody has looked at that yet.
    pub doubtful: bool,
}

/// How a row looks in the text that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum SpanLook {
    /// It is taken, or was there.
    Plain,
    /// It needs a decision, or a look.
    Open,
    /// It is left out.
    Out,
}

/// Where a row of a list stands in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct TextSpan {
    /// What the row is known by.
    pub key: usize,
    /// Where it begins, in UTF-16 units, as a window counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How it looks.
    pub look: SpanLook,
}

/// Where the rows of a list stand in its text, in their order; none of a table's.
pub fn list_spans(source: &OpenSource, plan: &ImportPlan, choices: &Choices) -> Vec<TextSpan> {
    let Some(list) = source.list() else {
        return Vec::new();
    };
    let rows = list.rows().iter().zip(list.spans()).zip(&plan.rows);
    rows.map(|((row, span), planned)| TextSpan {
        key: row.key,
        start: span.start,
        end: span.end,
        look: match planned.outcome {
            Outcome::Rejected => SpanLook::Out,
            Outcome::Asked => SpanLook::Open,
            _ if is_doubtful(row, choices) => SpanLook::Open,
            _ => SpanLook::Plain,
        },
    })
    .collect()
}

/// Whether the reader was unsure of a row, and nobody has looked at it or left it out.
fn is_doubtful(row: &ListRow, choices: &Choices) -> bool {
    row.is_doubtful() && choices.decisions.get(&row.key) != Some(&Decision::Drop)
}

/// A part of the rows of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct PlanRows {
    /// How many there are in all.
    pub total: usize,
    /// This part of them.
    pub rows: Vec<PlanRow>,
}

impl ImportPlanView {
    /// A plan of a source in a language.
    pub fn new(source: &OpenSource, plan: &ImportPlan, choices: &Choices, language: Language) -> Self {
        let (organizations, people, sign_ons) = plan.makes();
        let known = plan
            .rows
            .iter()
            .filter(|row| row.organization.is_some() && !row.outcome.is_left());
        let rows = source.list().map_or(&[][..], ListSource::rows);
        Self {
            read: plan.rows.len(),
            created: plan.count(Outcome::Created),
            updated: plan.count(Outcome::Updated),
            unchanged: plan.count(Outcome::Unchanged),
            rejected: plan.count(Outcome::Rejected),
            asked: plan.count(Outcome::Asked),
            organizations,
            known: known.count(),
            doubtful: rows.iter().filter(|row| is_doubtful(row, choices)).count(),
            people,
            sign_ons,
            notes: plan.notes().iter().map(|note| note.to_string(language)).collect(),
            letter: plan.target.letter_id(),
        }
    }
}

impl PlanRows {
    /// A part of a plan, of one outcome or of all, in a language.
    pub fn new(
        source: &Arc<OpenSource>,
        plan: &ImportPlan,
        choices: &Choices,
        outcome: Option<Outcome>,
        (offset, limit): (usize, usize),
        language: Language,
    ) -> Self {
        let fits = |of: Outcome| outcome.is_none_or(|wanted| wanted == of);
        let total = plan.rows.iter().filter(|row| fits(row.outcome)).count();
        let records = plan.records(source);
        let said = plan.said_once();
        let spans = source.list().map_or_else(Vec::new, ListSource::spans);
        let chosen = plan.rows.iter().enumerate().filter(|(_, row)| fits(row.outcome));
        let rows = chosen.skip(offset).take(limit).filter_map(|(place, planned)| {
            let record = records.at(place)?;
            let listed = source
                .list()
                .and_then(|list| list.rows().get(place))
                .zip(spans.get(place));
            let listed = listed.map(|(row, span)| ListedRow::new(row, span, choices, language));
            let mail = source.mails().get(place);
            let brings = planned.brings(&record, plan.target.status().is_some());
            Some(PlanRow {
                listed,
                mail: mail.map(MailRow::new),
                brings: brings
                    .into_iter()
                    .map(|(field, value)| FieldValueView {
                        field: field.message().to_string(language),
                        value: field.value(&value, language),
                    })
                    .collect(),
                ..plan_row(source, choices, place, planned, &record, &said, language)
            })
        });
        Self {
            total,
            rows: rows.collect(),
        }
    }
}

impl ListedRow {
    fn new(row: &ListRow, span: &Range<usize>, choices: &Choices, language: Language) -> Self {
        let entry = &row.entry;
        let doubt = entry.doubt.as_ref().filter(|_| !row.settled).map(|doubt| {
            let (id, arguments) = doubt.message();
            Message::with(id, arguments).to_string(language)
        });
        Self {
            start: span.start,
            end: span.end,
            title: entry.title.clone(),
            place: entry.place.clone(),
            heading: entry.heading.clone(),
            doubt,
            doubtful: is_doubtful(row, choices),
        }
    }
}

fn plan_row(
    source: &OpenSource,
    choices: &Choices,
    place: usize,
    planned: &PlannedRow,
    record: &Record,
    said: &SaidOnce<'_>,
    language: Language,
) -> PlanRow {
    let beside = !record.organization.is_empty() && !record.person.is_empty();
    let key = source.key(place).unwrap_or(place);
    PlanRow {
        key,
        row: source.number(place),
        name: record.name().to_owned(),
        person: beside.then(|| record.person.clone()),
        email: record.emails.first().cloned(),
        outcome: planned.outcome,
        // The outcome says it.
        reason: match planned.reason.id() {
            "import-new" if planned.outcome == Outcome::Created => String::new(),
            _ => planned.reason.to_string(language),
        },
        organization: planned.organization.clone(),
        person_ref: planned.person.clone(),
        // Whose it is is not what is asked of a row whose answer is.
        candidates: planned
            .candidates()
            .iter()
            .filter(|_| !planned.may_be_taken)
            .map(|found| CandidateView::new(found, language))
            .collect(),
        decision: choices.decisions.get(&key).copied().unwrap_or_default(),
        changes: planned
            .changes
            .iter()
            .map(|change| FieldChangeView {
                field: change.field.message().to_string(language),
                old: change.field.value(&change.old, language),
                new: change.field.value(&change.new, language),
            })
            .collect(),
        may_be_taken: planned.may_be_taken,
        brings: Vec::new(),
        listed: None,
        mail: None,
        flags: planned
            .flags
            .iter()
            .filter(|flag| !said.holds(flag))
            .map(|flag| flag.to_string(language))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_message_are_parted_line_by_line_and_none_is_lost() {
        let text =
            "Hello,\n\nYes, sign us on.\n\nOn Friday Ana wrote:\n> Will you sign?\n> Yes, sign us on.\n";
        let parted = pieces(text, "Hello,\n\nYes, sign us on.");
        let all: String = parted.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(all, text);
        let own: Vec<bool> = parted.iter().map(|piece| piece.own).collect();
        assert_eq!(own, [true, false]);
        assert_eq!(parted[0].text, "Hello,\n\nYes, sign us on.\n\n");
    }
}
