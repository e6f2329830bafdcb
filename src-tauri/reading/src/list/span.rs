//! Where in a document its list stands: behind the greeting and the body of a letter, before the name of who sent it.

use std::ops::Range;

use super::boilerplate::{Role, is_closing, role};
use super::lines::{Line, Mark};
use super::phrase::Phrase;
use super::{prose, trim, words};

/// Whether a greeting goes on to say that more have signed: "Dear all, added since Monday:".
fn says_more_came(text: &str) -> bool {
    let phrase = Phrase::new(text);
    phrase.words.len() > 3
        && phrase
            .words
            .iter()
            .skip(1)
            .any(|word| words::adds_to_list(&word.folded))
}

/// The lines among which the list stands: behind the body of a letter, before the name of who sent it.
pub(super) fn list_span(source: &str, lines: &[Line]) -> Range<usize> {
    let text = |at: usize| &source[lines[at].body.clone()];
    let filled = |at: &usize| !lines[*at].is_blank() && lines[*at].mark != Mark::Rule;
    let listed = |range: Range<usize>| {
        let range = range.start..range.end;
        let marked = range
            .clone()
            .filter(|at| {
                matches!(lines[*at].mark, Mark::Bullet | Mark::Number(_) | Mark::Row) || lines[*at].quoted > 0
            })
            .count();
        let short = range
            .clone()
            .filter(|at| filled(at) && lines[*at].mark == Mark::None)
            .filter(|at| {
                let text = text(*at);
                text.len() < 60
                    && role(text, false) == Role::Item
                    && (!text.ends_with('.') || trim::keeps_stop(text))
            });
        marked >= 2
            || short.count() >= 2
            || range
                .filter(filled)
                .any(|at| text(at).len() < 20_000 && prose::holds_list(text(at)))
    };
    let mut start = 0;
    let mut end = lines.len();
    // The end of a press release, the line above a signature.
    let ends = (0..lines.len()).find(|at| matches!(text(*at), "###" | "# # #" | "-30-" | "- 30 -" | "--"));
    if let Some(at) = ends.filter(|at| listed(0..*at)) {
        let after = (at + 1..lines.len()).filter(filled);
        let few = text(at) != "--" || after.clone().count() <= 8;
        if few
            && after
                .clone()
                .all(|i| !matches!(lines[i].mark, Mark::Bullet | Mark::Number(_)))
        {
            end = at;
        }
    }
    let lines = &lines[..end];
    let greeting = (0..lines.len()).filter(filled).take(40).find(|at| {
        let text = text(*at);
        let phrase = Phrase::new(text.get(..text.len().min(200)).unwrap_or_default());
        text.len() < 120
            && phrase.words.first().is_some_and(|w| words::greets(&w.folded))
            && role(text, false) == Role::Furniture
    });
    // "Sincerely," and below it those who sign, however long their lines are.
    let closed_below = |at: usize| {
        (at + 1..lines.len()).filter(filled).any(|i| {
            let text = text(i);
            text.len() < 60
                && is_closing(text, &Phrase::new(text))
                && (i + 1..lines.len()).filter(filled).count() >= 3
        })
    };
    // "..., Dory Builders. Dear colleagues, please sign by Friday": a greeting below a list ends it.
    let greeting = match greeting {
        Some(at) if listed(0..at) && !listed(at + 1..lines.len()) && !closed_below(at) => {
            end = at;
            None
        }
        // "Hi all, three more came in:" stands between two parts of one list.
        Some(at) if listed(0..at) && says_more_came(text(at)) => None,
        greeting => greeting,
    };
    let lines = &lines[..end];
    if let Some(greeting) = greeting {
        start = greeting + 1;
    }
    let closings: Vec<usize> = (start..lines.len())
        .filter(filled)
        .filter(|at| text(*at).len() < 80 && is_closing(text(*at), &Phrase::new(text(*at))))
        .collect();
    let one = |range: Range<usize>| {
        range.filter(filled).any(|at| {
            lines[at].mark == Mark::None && text(at).len() < 100 && role(text(at), false) == Role::Item
        })
    };
    // "Thanks!" with a name below it and nothing that looks like an organization.
    let casual = |at: usize| {
        Phrase::new(text(at))
            .words
            .iter()
            .any(|w| words::closes_message(&w.folded))
    };
    let signature = |at: usize| {
        (at + 1..lines.len()).find(filled).is_some_and(|at| {
            let phrase = Phrase::new(text(at));
            phrase.words.len() <= 4 && phrase.organization_words() == 0 && !phrase.ends_in_legal_form()
        })
    };
    let sent = |at: usize| {
        (at + 1..lines.len()).filter(filled).count() <= 4 && casual(at) && signature(at) && one(start..at)
    };
    if let (Some(_), Some(first)) = (greeting, closings.first())
        && !listed(start..*first)
        && !sent(*first)
        && (*first + 1..lines.len()).any(|at| filled(&at))
    {
        start = *first + 1;
    }
    // What follows the last closing is the sender's name, when the list came before it.
    if let Some(last) = closings.last().copied().filter(|at| *at >= start) {
        let after = (last + 1..lines.len()).filter(filled).count();
        // "Sincerely," and below it the few who sign: what the letter enumerated above it is something else.
        let organizations = (last + 1..lines.len())
            .filter(filled)
            .filter(|at| {
                let phrase = Phrase::new(text(*at));
                phrase.organization_words() > 0 || phrase.ends_in_legal_form()
            })
            .count();
        if after <= 4
            && organizations < 2
            && (listed(start..last) || casual(last) && signature(last) && one(start..last))
            && (last + 1..lines.len())
                .filter(filled)
                .all(|at| !matches!(lines[at].mark, Mark::Bullet | Mark::Number(_)))
        {
            end = last;
        }
    }
    start..end
}
