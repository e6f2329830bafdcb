//! What is said once of all rows, or of a column of them, instead of once in each.

use std::collections::{BTreeMap, BTreeSet};

use super::ImportPlan;
use base::messages::Message;

/// In so many rows of a column the same loss is said of the column.
const SAID_ONCE: usize = 3;

/// From how many rows of a column on a loss is said of the column: of a sort that becomes a tag always.
fn said_from(id: &str) -> usize {
    if id == "import-loss-kind" { 1 } else { SAID_ONCE }
}

/// The losses that notes say, by id and column.
pub struct SaidOnce<'a>(BTreeSet<(&'static str, &'a str)>);

impl SaidOnce<'_> {
    /// Whether a flag of a row is among them.
    pub fn holds(&self, flag: &Message) -> bool {
        flag.argument("column")
            .is_some_and(|column| self.0.contains(&(flag.id(), column)))
    }
}

/// The note for a whole column of what a flag says of one row.
fn of_column(flag: &str) -> Option<&'static str> {
    Some(match flag {
        "import-loss-phone" => "import-note-loss-phone",
        "import-loss-email" => "import-note-loss-email",
        "import-loss-website" => "import-note-loss-website",
        "import-loss-name" => "import-note-loss-name",
        "import-loss-scope" => "import-note-loss-scope",
        "import-loss-kind" => "import-note-loss-kind",
        "import-loss-states" => "import-note-loss-states",
        "import-loss-error" => "import-note-loss-error",
        "import-flag-parent" => "import-note-parent",
        _ => return None,
    })
}

impl ImportPlan {
    /// What is worth knowing of all rows together.
    pub fn notes(&self) -> Vec<Message> {
        let kinds = [
            ("import-flag-second-signer", "import-note-signed-twice"),
            ("import-flag-answer-changed", "import-note-changed"),
            ("import-flag-printed-before", "import-note-printed-before"),
            ("import-flag-shared-email", "import-note-shared-email"),
        ];
        let mut notes = Vec::new();
        if self.hidden_columns > 0 {
            notes.push(Message::new("import-note-hidden-columns").number("count", self.hidden_columns));
        }
        if self.only_listed > 0 {
            notes.push(Message::new("check-list-only").number("count", self.only_listed));
        }
        for (flag, note) in kinds {
            let count = self
                .rows
                .iter()
                .filter(|row| row.flags.iter().any(|known| known.id() == flag))
                .count();
            if count > 0 {
                notes.push(Message::new(note).number("count", count));
            }
        }
        for ((id, column), (count, first)) in self.losses() {
            if count >= said_from(id)
                && let Some(note) = of_column(id)
            {
                let note = Message::new(note).text("column", column).text("text", first);
                notes.push(note.number("count", count));
            }
        }
        notes
    }

    /// The flags of its rows that a note says for their whole column.
    pub fn said_once(&self) -> SaidOnce<'_> {
        let often = self
            .losses()
            .into_iter()
            .filter(|((id, _), (count, _))| *count >= said_from(id));
        SaidOnce(often.map(|(what, _)| what).collect())
    }

    /// What was lost in each column: in how many rows, and the first of it.
    fn losses(&self) -> BTreeMap<(&'static str, &str), (usize, &str)> {
        let mut losses = BTreeMap::new();
        for flag in self.rows.iter().flat_map(|row| &row.flags) {
            if let (Some(_), Some(column), Some(text)) = (
                of_column(flag.id()),
                flag.argument("column"),
                flag.argument("text"),
            ) {
                losses.entry((flag.id(), column)).or_insert((0, text)).0 += 1;
            }
        }
        losses
    }
}
