//! What an import, a message or a merge may do to an answer that is there.

use base::messages::Message;
use vocabulary::Status;

/// An answer as it stands, for [`judge`].
#[derive(Debug, Clone)]
pub(crate) struct Standing<'a> {
    pub(crate) name: &'a str,
    pub(crate) status: Status,
    /// The day on which it last said no, also when it was asked again since.
    pub(crate) refused_on: Option<String>,
}

/// What comes from an import, a message or a merge.
#[derive(Debug, Clone)]
pub(crate) struct Incoming<'a> {
    pub(crate) status: Status,
    /// The name that it would print, where that is said.
    pub(crate) prints_as: Option<&'a str>,
    /// Whether it brings evidence with a date of its own that is newer than the last no.
    pub(crate) is_newer: bool,
    /// Whether its own date is before the text that asks for a new yes.
    pub(crate) is_of_older_text: bool,
}

/// What becomes of an answer that comes otherwise than by a person's hand on that row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    /// It is taken.
    Take,
    /// What is there is firmer or the same; it stays, and nothing needs to be said.
    Keep,
    /// A person decides; the message says why.
    Ask(Message),
}

/// The questions that [`judge`] asks, and that of somebody who was taken off a letter.
const QUESTIONS: [&str; 7] = [
    "consent-older-text",
    "consent-withdrew",
    "consent-declined",
    "consent-yes-to-no",
    "consent-name",
    "consent-refused-before",
    "consent-taken-off",
];

/// A question that was kept with a row of an import; none when it is no such question.
pub(crate) fn question_of_json(json: &str) -> Option<Message> {
    let parts: Vec<serde_json::Value> = serde_json::from_str(json).ok()?;
    let (id, rest) = parts.split_first()?;
    let id = QUESTIONS.into_iter().find(|known| Some(*known) == id.as_str())?;
    let mut question = Message::new(id);
    for part in rest {
        let value = part.get(1)?.as_str()?;
        question = match part.get(0)?.as_str()? {
            "name" => question.text("name", value),
            "status" => question.text("status", value),
            "day" => question.text("day", value),
            "given" => question.text("given", value),
            "says" => question.text("says", value),
            _ => return None,
        };
    }
    Some(question)
}

/// What an import, a message or a merge may do to an answer: it may make one firmer, and never turns a no into anything, a
/// yes into a no, or a printed name into another, without that row being asked.
pub(crate) fn judge(was: &Standing<'_>, comes: &Incoming<'_>) -> Verdict {
    let ask = |id: &'static str| {
        Verdict::Ask(
            Message::new(id)
                .text("name", was.name)
                .text("status", was.status.word())
                .text("day", was.refused_on.as_deref().unwrap_or("none"))
                .text("given", comes.prints_as.unwrap_or(was.name))
                .text("says", comes.status.word()),
        )
    };
    let no = |status: Status| matches!(status, Status::Declined | Status::Withdrawn);
    let names_other = comes.prints_as.is_some_and(|name| name != was.name);
    match was.status {
        Status::Declined | Status::Withdrawn => {
            if no(comes.status) || matches!(comes.status, Status::ToAsk) {
                Verdict::Keep
            } else if was.status == Status::Withdrawn {
                ask("consent-withdrew")
            } else {
                ask("consent-declined")
            }
        }
        Status::Confirmed | Status::SaidYes => {
            if no(comes.status) {
                ask("consent-yes-to-no")
            } else if names_other && comes.status != Status::ToAsk {
                ask("consent-name")
            } else if comes.status.firmness() > was.status.firmness() {
                if was.refused_on.is_some() && !comes.is_newer {
                    ask("consent-refused-before")
                } else if comes.status.is_yes() && comes.is_of_older_text {
                    ask("consent-older-text")
                } else {
                    Verdict::Take
                }
            } else {
                Verdict::Keep
            }
        }
        Status::ToAsk | Status::Asked | Status::Considering => {
            if comes.status.is_yes() && was.refused_on.is_some() && !comes.is_newer {
                ask("consent-refused-before")
            } else if comes.status.is_yes() && comes.is_of_older_text {
                ask("consent-older-text")
            } else if comes.status.firmness() >= was.status.firmness() {
                Verdict::Take
            } else {
                Verdict::Keep
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_and_a_printed_name_are_never_changed_unasked() {
        let was = |status, refused_on: Option<&str>| Standing {
            name: "Elm Network",
            status,
            refused_on: refused_on.map(str::to_owned),
        };
        let comes = |status, is_newer| Incoming {
            status,
            prints_as: None,
            is_newer,
            is_of_older_text: false,
        };
        for status in [Status::Declined, Status::Withdrawn] {
            for newer in [false, true] {
                for yes in [
                    Status::Confirmed,
                    Status::SaidYes,
                    Status::Considering,
                    Status::Asked,
                ] {
                    let verdict = judge(&was(status, Some("2026-11-14")), &comes(yes, newer));
                    assert!(matches!(verdict, Verdict::Ask(_)), "{status} → {yes}");
                }
            }
        }
        for yes in [Status::Confirmed, Status::SaidYes] {
            for no in [Status::Declined, Status::Withdrawn] {
                assert!(matches!(
                    judge(&was(yes, None), &comes(no, true)),
                    Verdict::Ask(_)
                ));
            }
        }
        let renamed = Incoming {
            prints_as: Some("ELM NETWORK"),
            ..comes(Status::Confirmed, true)
        };
        assert!(matches!(
            judge(&was(Status::Confirmed, None), &renamed),
            Verdict::Ask(_)
        ));
        assert_eq!(
            judge(&was(Status::Asked, None), &comes(Status::Confirmed, false)),
            Verdict::Take
        );
        assert_eq!(
            judge(&was(Status::SaidYes, None), &comes(Status::Confirmed, false)),
            Verdict::Take
        );
        assert_eq!(
            judge(&was(Status::Confirmed, None), &comes(Status::Asked, false)),
            Verdict::Keep
        );
    }
}
