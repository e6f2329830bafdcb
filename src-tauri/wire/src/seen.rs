//! A ledger of which the window has an earlier state: only what is different goes to it.
//!
//! A ledger of five thousand sign-ons is some megabytes; a change of status is one row of it.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use undersigned_core::letter::Letter;
use undersigned_core::signon::SignOn;
use vocabulary::ids::{LetterId, SignOnId};

/// A letter with what became of its ledger since it was seen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct LedgerView {
    /// The letter.
    pub letter: Letter,
    /// What differs in its sign-ons.
    pub delta: LedgerDelta,
}

/// What differs in a ledger from the [`LedgerSnapshot`] that a window names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub struct LedgerDelta {
    /// The number of this state, to be named when asking again.
    pub seen: u32,
    /// All sign-ons in order, when some came, went or moved.
    pub order: Option<Vec<SignOnId>>,
    /// Those that are new or different.
    pub rows: Vec<SignOn>,
    /// Whether this is all: of a long ledger that is not known yet the beginning comes first, and the rest is news of that.
    pub complete: bool,
}

/// The ledger that was last sent to a window, to send only the difference from it.
#[derive(Debug)]
pub struct LedgerSnapshot {
    number: u32,
    letter: Option<LetterId>,
    rows: Vec<SignOn>,
    /// How many rows of a ledger that is not known yet come first, when it has more than twice as many.
    first_rows: usize,
}

impl Default for LedgerSnapshot {
    fn default() -> Self {
        Self {
            number: 0,
            letter: None,
            rows: Vec::new(),
            // More rows than a window shows.
            first_rows: 100,
        }
    }
}

impl LedgerSnapshot {
    /// What is different in `rows` from the state numbered `seen`; when that is not the one remembered, all rows, or the first of
    /// many. From now on that is what was seen.
    pub fn diff(&mut self, letter: LetterId, seen: Option<u32>, rows: Vec<SignOn>) -> LedgerDelta {
        let known = self.letter == Some(letter) && seen == Some(self.number);
        self.number = self.number.wrapping_add(1);
        self.letter = Some(letter);
        let before = std::mem::replace(&mut self.rows, rows);
        if !known {
            let complete = self.rows.len() <= 2 * self.first_rows;
            if !complete {
                self.rows.truncate(self.first_rows);
            }
            return LedgerDelta {
                seen: self.number,
                order: Some(self.rows.iter().map(|row| row.id).collect()),
                rows: self.rows.clone(),
                complete,
            };
        }
        let rows = &self.rows;
        let in_order = before.iter().map(|row| row.id).eq(rows.iter().map(|row| row.id));
        let before: HashMap<SignOnId, &SignOn> = before.iter().map(|row| (row.id, row)).collect();
        let different = rows.iter().filter(|row| before.get(&row.id) != Some(row));
        LedgerDelta {
            seen: self.number,
            order: (!in_order).then(|| rows.iter().map(|row| row.id).collect()),
            rows: different.cloned().collect(),
            complete: true,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use chrono::{DateTime, Utc};

    use super::*;
    use undersigned_core::Coalition;
    use undersigned_core::letter::LetterFields;

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::Duration::days(20_000)
    }

    fn letter(coalition: &mut Coalition, names: &[&str]) -> LetterId {
        let fields = LetterFields {
            title: "Clean water".to_owned(),
            ..LetterFields::default()
        };
        let letter = coalition.add_letter(&fields, now()).unwrap().output;
        let ids: Vec<_> = names
            .iter()
            .map(|name| {
                let fields = undersigned_core::organization::OrganizationFields {
                    name: (*name).to_owned(),
                    ..Default::default()
                };
                coalition.add_organization(&fields, now()).unwrap().output
            })
            .collect();
        coalition.add_sign_ons(letter, &ids, now()).unwrap();
        letter
    }

    #[test]
    fn only_what_is_different_is_sent_to_one_who_has_seen_the_rest() {
        let mut coalition = Coalition::in_memory().unwrap();
        let letter = letter(
            &mut coalition,
            &["WISDOM", "Voces", "Leaders Igniting Transformation"],
        );
        let rows = |coalition: &Coalition| coalition.list_sign_ons(letter, now()).unwrap();
        let mut seen = LedgerSnapshot::default();
        let first = seen.diff(letter, None, rows(&coalition));
        assert_eq!((first.rows.len(), first.order.as_ref().unwrap().len()), (3, 3));

        let voces = first.rows[1].id;
        coalition
            .set_sign_on_name(voces, "Voces de la Frontera", now())
            .unwrap();
        let second = seen.diff(letter, Some(first.seen), rows(&coalition));
        assert_eq!(second.order, None);
        assert_eq!(second.rows.len(), 1);
        assert_eq!(second.rows[0].prints_as, "Voces de la Frontera");

        coalition.remove_sign_ons(&[voces], now()).unwrap();
        let third = seen.diff(letter, Some(second.seen), rows(&coalition));
        assert_eq!((third.rows.len(), third.order.unwrap().len()), (0, 2));

        // Who asks for news of a state that is no longer the last gets everything.
        let late = seen.diff(letter, Some(first.seen), rows(&coalition));
        assert_eq!((late.rows.len(), late.order.unwrap().len()), (2, 2));
        assert!(late.complete);
    }

    #[test]
    fn of_a_long_ledger_the_beginning_comes_first_and_the_rest_is_news() {
        let mut coalition = Coalition::in_memory().unwrap();
        let names: Vec<String> = (0..9).map(|number| format!("Meadow League {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let letter = letter(&mut coalition, &names);
        let rows = coalition.list_sign_ons(letter, now()).unwrap();
        let mut seen = LedgerSnapshot {
            first_rows: 4,
            ..LedgerSnapshot::default()
        };
        let first = seen.diff(letter, None, rows.clone());
        assert!(!first.complete);
        assert_eq!(first.rows, rows[..4]);
        let rest = seen.diff(letter, Some(first.seen), rows.clone());
        assert!(rest.complete);
        assert_eq!(rest.rows, rows[4..]);
        assert_eq!(
            rest.order.unwrap(),
            rows.iter().map(|row| row.id).collect::<Vec<_>>()
        );
    }
}
