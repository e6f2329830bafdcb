//! A message as an answer: whose it is, and what it seems to say. Who wrote, from where, tells the organization; whether it is
//! a yes is for a person, unless its own words say so and the person said beforehand that this is enough.

use super::Decision;
use super::source::OpenSource;
use crate::coalition::Coalition;
use crate::person::Person;
use crate::signon::Status;
use crate::signon::code::coded_in;
use base::error::Result;
use base::messages::Message;
use names::recognize::Verdict;
use names::recognize::words::fold;
use reading::answer::{Answer, Automatic, answer};
use reading::mail::{Mail, Seal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vocabulary::ids::{LetterId, PersonId};

/// The longest line that can be the name of an organization under a message.
const LONGEST_LINE: usize = 160;

/// How many lines of a message are looked at for it, from the end.
const LINES: usize = 20;

/// What a message seems to say, for a person to accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum Proposal {
    /// Yes.
    Yes,
    /// Yes, under a condition.
    YesBut,
    /// Not decided yet.
    NotYet,
    /// No, or no longer.
    No,
    /// A question.
    Question,
    /// No person wrote it: somebody is away, or a system received something.
    Automatic,
    /// It could not be delivered.
    DeliveryFailure,
    /// A person reads it.
    Unclear,
}

impl Proposal {
    /// What a message says, in its writer's own words.
    pub fn of(mail: &Mail) -> Self {
        match mail.automatic {
            Some(Automatic::Bounce) => return Self::DeliveryFailure,
            Some(Automatic::Reply | Automatic::Disposition) => return Self::Automatic,
            None => {}
        }
        match answer(&mail.own_words) {
            Answer::Yes => Self::Yes,
            Answer::Condition => Self::YesBut,
            Answer::NotYet => Self::NotYet,
            Answer::No => Self::No,
            Answer::Question => Self::Question,
            Answer::Unclear | Answer::NoAnswer => Self::Unclear,
        }
    }

    /// The status that accepting it gives; none where it is no answer.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Yes => Some(Status::Confirmed),
            Self::YesBut | Self::NotYet => Some(Status::Considering),
            Self::No => Some(Status::Declined),
            Self::Question | Self::Automatic | Self::DeliveryFailure | Self::Unclear => None,
        }
    }

    /// Why a message is asked, in a sentence.
    pub fn question(self) -> Message {
        Message::new(match self {
            Self::Yes => "import-mail-yes",
            Self::YesBut => "import-mail-yes-but",
            Self::NotYet => "import-mail-not-yet",
            Self::No => "import-mail-no",
            Self::Question => "import-mail-question",
            Self::Automatic => "import-mail-automatic",
            Self::DeliveryFailure => "import-mail-delivery-failure",
            Self::Unclear => "import-mail-unclear",
        })
    }
}

/// What somebody should know of a message that is signed or encrypted.
pub fn about_seal(seal: Seal) -> Message {
    Message::new(match seal {
        Seal::Signed => "seal-signed",
        Seal::Closed => "seal-closed",
        Seal::Encrypted => "seal-encrypted",
    })
}

/// Whose answer a message is.
pub(crate) struct Sender {
    /// The organization's name.
    pub(crate) name: String,
    /// The sender was known by name only.
    pub(crate) by_name: bool,
    /// The sender calls itself by the organization's name.
    pub(crate) is_sender: bool,
}

/// What is known of whom a message speaks for.
pub(super) enum Speaks {
    /// This one.
    For(Sender),
    /// One of several that it names.
    ForOneOf(Vec<String>),
    /// Nobody who is known.
    ForNobodyKnown,
    /// It answers an ask of another letter, of this title.
    ForOtherLetter(String),
}

/// Whom the code of an ask in a text names on a letter: the surest of all, where there is one.
pub(super) fn coded(coalition: &Coalition, text: &str, letter: Option<LetterId>) -> Result<Option<Speaks>> {
    let coded = coded_in(&coalition.conn, text)?;
    let mut here = Vec::new();
    let mut elsewhere = None;
    for one in coded {
        let (of, organization, name) = coalition.subject_of_sign_on(one.sign_on)?;
        match organization {
            Some(id) if letter.is_none_or(|letter| letter == of) => {
                here.push(coalition.get_organization(id)?.name)
            }
            None if letter.is_none_or(|letter| letter == of) => here.push(name),
            _ => elsewhere = Some(of),
        }
    }
    Ok(match (here.len(), here.pop(), elsewhere) {
        (1, Some(name), _) => Some(Speaks::For(Sender {
            name,
            by_name: false,
            is_sender: false,
        })),
        (0, _, Some(other)) => Some(Speaks::ForOtherLetter(coalition.get_letter(other)?.title)),
        // Several are asked, as where several are named.
        _ => None,
    })
}

/// Whom a message speaks for: several organizations where the writer names them, else as [`organization_of`] says.
pub(super) fn speaks_for(coalition: &Coalition, mail: &Mail, letter: Option<LetterId>) -> Result<Speaks> {
    let own = format!("{}\n{}", mail.subject, mail.own_words);
    if let Some(speaks) = coded(coalition, &own, letter)? {
        return Ok(speaks);
    }
    let named = named_in(coalition, &mail.own_words)?;
    if named.len() > 1 {
        return Ok(Speaks::ForOneOf(named));
    }
    Ok(match organization_of(coalition, mail)? {
        Some(sender) => Speaks::For(sender),
        None => Speaks::ForNobodyKnown,
    })
}

/// The longest cell that can be the code of an ask, with room for blanks around it.
const LONGEST_CODE: usize = 24;

/// What is decided of a row of a table: where nobody decided, by the code of an ask that stands in one of its cells, as a form that
/// was opened by its link has it. Else the question to ask.
pub(super) fn decided_by_code(
    coalition: &Coalition,
    source: &OpenSource,
    number: usize,
    letter: Option<LetterId>,
    decision: Decision,
) -> Result<std::result::Result<Decision, Message>> {
    let row = source.table().and_then(|source| source.table().record(number));
    let (Decision::Auto, Some(letter), Some(row), []) = (decision, letter, row, source.mails()) else {
        return Ok(Ok(decision));
    };
    for cell in row.cells().filter(|cell| cell.len() <= LONGEST_CODE) {
        let Ok(code) = cell.parse() else { continue };
        let Some(found) = coalition.find_code(code)? else {
            continue;
        };
        let (of, organization, _) = coalition.subject_of_sign_on(found.sign_on)?;
        if of != letter {
            return Ok(Err(other_letter(&coalition.get_letter(of)?.title)));
        }
        if let Some(organization_id) = organization {
            return Ok(Ok(Decision::Match { organization_id }));
        }
    }
    Ok(Ok(decision))
}

/// Why a row is asked that answers an ask of another letter.
pub(super) fn other_letter(title: &str) -> Message {
    Message::new("import-other-letter").text("title", title)
}

/// How many words of a message are looked at for the organizations that it names, and how many words a name has at most.
const WORDS: usize = 600;
const WORDS_OF_A_NAME: usize = 8;

/// The organizations that the writer names in their own words, each once.
fn named_in(coalition: &Coalition, words: &str) -> Result<Vec<String>> {
    let mut found: Vec<(i64, String)> = Vec::new();
    for line in words.lines() {
        let words: Vec<&str> = line.split_whitespace().take(WORDS).collect();
        let mut from = 0;
        while let Some(first) = words.get(from) {
            let mut next = from + 1;
            // A name begins with a capital.
            if first
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            {
                for to in (from + 1..=words.len().min(from + WORDS_OF_A_NAME)).rev() {
                    let part = words.get(from..to).unwrap_or_default().join(" ");
                    let part = part
                        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '('))
                        .trim_end_matches('.');
                    if part.chars().count() < 4 || !coalition.with_names(|index| index.knows(part))? {
                        continue;
                    }
                    let recognition = coalition.recognize(part)?;
                    if let (Verdict::Exact, Some(candidate)) =
                        (recognition.verdict, recognition.candidates.first())
                    {
                        if found.iter().all(|(id, _)| *id != candidate.id) {
                            found.push((candidate.id, candidate.name.clone()));
                        }
                        next = to;
                        break;
                    }
                }
            }
            from = next;
        }
    }
    Ok(found.into_iter().map(|(_, name)| name).collect())
}

/// The organization that a message speaks for, where that is known: that of its sender, by their address; one that is named
/// under it; that of somebody of the sender's name.
pub(crate) fn organization_of(coalition: &Coalition, mail: &Mail) -> Result<Option<Sender>> {
    let sender = |name: String| Sender {
        name,
        by_name: false,
        is_sender: false,
    };
    if !mail.from.email.is_empty() {
        let ids = ids(
            coalition,
            "SELECT DISTINCT person_id FROM contact_point
             WHERE name_start(value) = name_start(?1) AND kind = 'email' AND value = ?1 COLLATE NOCASE LIMIT 5",
            &mail.from.email,
        )?;
        if let Some(name) = only_organization(coalition, &ids)? {
            return Ok(Some(sender(name)));
        }
    }
    let from = mail.from.name.as_deref().unwrap_or("");
    if !from.is_empty() && is_known(coalition, from)? {
        return Ok(Some(Sender {
            is_sender: true,
            ..sender(from.to_owned())
        }));
    }
    for line in mail
        .own_words
        .lines()
        .map(str::trim)
        .rev()
        .filter(|line| !line.is_empty())
        .take(LINES)
    {
        let line = line
            .trim_start_matches(['-', '*', '|', ' '])
            .trim_end_matches(['.', ',', ';']);
        let parts = line.split([',', '|', '•']).map(str::trim);
        for part in std::iter::once(line).chain(parts) {
            if part.len() <= LONGEST_LINE && part.chars().count() > 2 && is_known(coalition, part)? {
                return Ok(Some(sender(part.to_owned())));
            }
        }
    }
    if !from.is_empty() {
        let mut ids = ids(
            coalition,
            "SELECT id FROM person WHERE name_start(name) = name_start(?1) LIMIT 20",
            from,
        )?;
        let folded = fold(from);
        let mut of_name = Vec::new();
        for id in ids.drain(..) {
            if fold(&coalition.get_person(id)?.name) == folded {
                of_name.push(id);
            }
        }
        if let Some(name) = only_organization(coalition, &of_name)? {
            return Ok(Some(Sender {
                by_name: true,
                ..sender(name)
            }));
        }
    }
    Ok(None)
}

fn is_known(coalition: &Coalition, name: &str) -> Result<bool> {
    Ok(coalition.with_names(|index| index.knows(name))?
        && coalition.recognize(name)?.verdict == Verdict::Exact)
}

/// The one organization at which these people are, when it is one.
fn only_organization(coalition: &Coalition, people: &[PersonId]) -> Result<Option<String>> {
    let mut found: Option<(i64, String)> = None;
    for id in people {
        let Person { affiliations, .. } = coalition.get_person(*id)?;
        for affiliation in affiliations
            .into_iter()
            .filter(|affiliation| affiliation.until.is_none())
        {
            match &found {
                Some((known, _)) if *known != affiliation.organization.id.0 => return Ok(None),
                _ => found = Some((affiliation.organization.id.0, affiliation.organization.name)),
            }
        }
    }
    Ok(found.map(|(_, name)| name))
}

fn ids(coalition: &Coalition, sql: &str, value: &str) -> Result<Vec<PersonId>> {
    let mut statement = coalition.conn.prepare_cached(sql)?;
    let rows = statement.query_map([value], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The name under which a message is kept: that of its file, numbered where it is one of several.
pub(super) fn file_name(source: &str, of: usize, number: usize) -> String {
    let plain = source.rsplit(['/', '\\']).next().unwrap_or("").trim();
    let stem = plain.rsplit_once('.').map_or(plain, |(stem, _)| stem);
    let stem = if stem.is_empty() { "message" } else { stem };
    if of > 1 {
        format!("{stem}-{}.eml", number + 1)
    } else {
        format!("{stem}.eml")
    }
}

#[cfg(test)]
mod tests;
