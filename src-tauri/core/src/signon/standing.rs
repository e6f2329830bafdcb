//! Who stands under the latest text of a letter: a sign-on is bound to the text it was given for, and a later one may ask
//! those who signed before to say so if they do not stand under it, or to say yes again.
//!
//! Who must say yes again does not stand until they do: a block never counts them, whatever day it is. The day only tells
//! those who still may from those who let it pass. The block's own query is in `signon/block.rs`.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::letter::SIGNED_NUMBER;
use base::error::Result;
use vocabulary::Reconfirm;
pub use vocabulary::SignOnStanding;
use vocabulary::ids::LetterId;

/// How many who confirmed one text of a letter stand under the latest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub struct VersionStanding {
    /// The number of the text that they confirmed; 0 before there was any.
    pub version: u32,
    /// They stand.
    pub stands: u32,
    /// They stand, and may still object.
    pub may_opt_out: u32,
    /// They do not stand until they confirm again.
    pub must_reconfirm: u32,
    /// They did not confirm again in time.
    pub lapsed: u32,
}

/// What the texts of one letter ask of those who signed an earlier one.
pub(super) struct Texts {
    /// By number, the earliest first.
    asked: Vec<(u32, Reconfirm, Option<NaiveDate>)>,
    today: NaiveDate,
}

impl Texts {
    pub(super) fn read(conn: &Connection, letter: LetterId, today: NaiveDate) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT number, reconfirm, reconfirm_by FROM letter_version WHERE letter_id = ?1 ORDER BY number",
        )?;
        let rows = statement.query_map([letter], |row| {
            let by: Option<String> = row.get(2)?;
            Ok((row.get(0)?, row.get(1)?, by.and_then(|by| by.parse().ok())))
        })?;
        Ok(Self {
            asked: rows.collect::<rusqlite::Result<_>>()?,
            today,
        })
    }

    /// How a yes to this text stands, and by which day something can or must be said. Of several later texts that ask the
    /// same, the day of the latest counts.
    pub(super) fn standing(&self, signed: Option<u32>) -> (SignOnStanding, Option<NaiveDate>) {
        let later = |wanted: Reconfirm| {
            self.asked
                .iter()
                .rev()
                .take_while(|(number, _, _)| *number > signed.unwrap_or(0))
                .find(|(_, asked, _)| *asked == wanted)
                .map(|(_, _, by)| *by)
        };
        let passed = |by: Option<NaiveDate>| by.is_some_and(|by| by < self.today);
        if let Some(by) = later(Reconfirm::OptIn) {
            let standing = if passed(by) {
                SignOnStanding::Lapsed
            } else {
                SignOnStanding::MustReconfirm
            };
            return (standing, by);
        }
        match later(Reconfirm::OptOut) {
            Some(by) if !passed(by) => (SignOnStanding::MayOptOut, by),
            _ => (SignOnStanding::Stands, None),
        }
    }
}

impl Coalition {
    /// How those who confirmed a letter stand under its latest text, by the text that they confirmed; the day is that of the
    /// letter's zone.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn list_standing(&self, letter: LetterId, now: DateTime<Utc>) -> Result<Vec<VersionStanding>> {
        let zone = self.get_letter(letter)?.zone;
        let texts = Texts::read(&self.conn, letter, base::time::day_in(now, zone.as_deref()))?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {SIGNED_NUMBER} AS signed, count(*) FROM sign_on s
             WHERE s.letter_id = ?1 AND s.status = 'confirmed' GROUP BY signed ORDER BY signed"
        ))?;
        let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut all = Vec::new();
        for row in rows {
            let (version, count): (u32, u32) = row?;
            let mut of = VersionStanding {
                version,
                ..VersionStanding::default()
            };
            match texts.standing(Some(version)).0 {
                SignOnStanding::Stands => of.stands = count,
                SignOnStanding::MayOptOut => of.may_opt_out = count,
                SignOnStanding::MustReconfirm => of.must_reconfirm = count,
                SignOnStanding::Lapsed => of.lapsed = count,
            }
            all.push(of);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_later_text_asks_only_those_who_signed_an_earlier_one_and_only_until_its_day() {
        let texts = |today| Texts {
            asked: vec![
                (1, Reconfirm::None, None),
                (2, Reconfirm::OptOut, Some(day("2020-12-10"))),
                (3, Reconfirm::OptIn, Some(day("2020-12-15"))),
                (4, Reconfirm::None, None),
            ],
            today: day(today),
        };
        let on = |today, signed| texts(today).standing(signed);
        let must = SignOnStanding::MustReconfirm;
        assert_eq!(on("2020-12-15", Some(1)), (must, Some(day("2020-12-15"))));
        assert_eq!(on("2020-12-16", Some(2)).0, SignOnStanding::Lapsed);
        assert_eq!(on("2020-12-16", None).0, SignOnStanding::Lapsed);
        assert_eq!(on("2020-12-16", Some(3)), (SignOnStanding::Stands, None));
        let mut two = texts("2020-12-10");
        two.asked.truncate(2);
        assert_eq!(
            two.standing(Some(1)),
            (SignOnStanding::MayOptOut, Some(day("2020-12-10")))
        );
        two.today = day("2020-12-11");
        assert_eq!(two.standing(Some(1)), (SignOnStanding::Stands, None));
    }
}
