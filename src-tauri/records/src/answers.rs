//! What a row answers: by a column of consent, a status of somebody's own sheet, and the comment beside it.

use crate::words::status_of;
use crate::{Reader, short};
use base::text::one_line;
use names::recognize::words::fold;
use reading::answer;
use reading::columns::Field;
use reading::table::Row;
use vocabulary::Status;

/// What a row says of whether they sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nothing is asked: what the person chose for all rows holds.
    #[default]
    NotAsked,
    /// It was asked, and the cell is empty.
    None,
    /// This.
    Status(Status),
    /// A yes that hangs on something, in their words.
    Condition(String),
    /// Something that is neither a yes nor a no.
    Unclear(String),
}

/// What a row of a form or a sheet answers.
pub(super) fn of_row(reader: &Reader, row: Row<'_>) -> Answer {
    let mut answer = Answer::NotAsked;
    for field in [Field::Status, Field::Consent] {
        if !reader.has(field) {
            continue;
        }
        let cell = reader.cell(row, field);
        let said = match field {
            _ if cell.is_empty() => Answer::None,
            Field::Consent => match answer::answer(cell) {
                // What a program guessed to be consent is none: what the person chose holds where the box was ticked.
                answer::Answer::Yes if reader.guesses_consent => Answer::NotAsked,
                answer::Answer::Unclear if reader.guesses_consent && answer::states_signing(cell) => {
                    Answer::NotAsked
                }
                answer::Answer::Yes => Answer::Status(Status::Confirmed),
                // "I may sign for my organization: No" is no word against the letter.
                answer::Answer::No
                    if reader.guesses_consent
                        || answer::is_about_authority(&reader.heading_of(Field::Consent)) =>
                {
                    Answer::Unclear(short(&one_line(cell)))
                }
                answer::Answer::Condition => Answer::Condition(one_line(cell)),
                answer::Answer::NotYet => Answer::Status(Status::Considering),
                answer::Answer::No => Answer::Status(Status::Declined),
                answer::Answer::NoAnswer => Answer::None,
                answer::Answer::Question | answer::Answer::Unclear => Answer::Unclear(short(&one_line(cell))),
            },
            _ => match status_of(cell) {
                Some(status) => Answer::Status(status),
                None => in_words(cell),
            },
        };
        // A status in words says more than a yes beside it.
        if matches!(answer, Answer::NotAsked | Answer::None) {
            answer = said;
        }
    }
    answer
}

/// What somebody noted as a status in words of their own. A yes of such a sheet was said, to whoever keeps it.
pub(super) fn in_words(text: &str) -> Answer {
    let folded = fold(text);
    let words = || short(&one_line(text));
    // "Withdrew 11/2", "Declined by phone", "awaiting their board": what follows says when or why.
    let first = folded
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    if !text.contains(['?', '(']) {
        match first {
            "withdrew" | "withdrawn" | "retirado" | "retirada" => return Answer::Status(Status::Withdrawn),
            "declined" | "declines" | "refused" | "rechazado" | "rechazada" => {
                return Answer::Status(Status::Declined);
            }
            "awaiting" | "waiting" | "esperando" => return Answer::Status(Status::Asked),
            _ => {}
        }
    }
    match answer::answer(text) {
        answer::Answer::Yes => Answer::Status(Status::SaidYes),
        answer::Answer::Condition => Answer::Condition(one_line(text)),
        answer::Answer::NotYet => Answer::Status(Status::Considering),
        answer::Answer::No => Answer::Status(Status::Declined),
        answer::Answer::NoAnswer => Answer::None,
        answer::Answer::Question | answer::Answer::Unclear => Answer::Unclear(words()),
    }
}

/// Whether a comment beside a yes takes it back or hangs it on something. "No" alone answers whether there is anything to add.
pub(super) fn contradicts(comment: &str) -> bool {
    const ABOUT_SIGNING: [&str; 22] = [
        "sign", "list", "letter", "name", "includ", "remov", "withdr", "take us", "take our", "endors",
        "join", "count us", "firm", "carta", "nombre", "inclu", "quit", "retir", "suscri", "borr", "aparec",
        "agreg",
    ];
    let folded = fold(comment);
    let about = ABOUT_SIGNING.iter().any(|word| folded.contains(word));
    match answer::answer(comment) {
        answer::Answer::No => about && folded.split_whitespace().count() >= 3,
        answer::Answer::Condition => true,
        _ => false,
    }
}
