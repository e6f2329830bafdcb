//! Random histories, and which of two things that were said is the newer one: worked out without the program.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::America::Chicago;

/// SplitMix64: small, and the same everywhere.
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap_or(0)
    }
}

/// A date that something carries itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Own {
    Time(DateTime<Utc>),
    Day(NaiveDate),
}

impl Own {
    pub(super) fn word(self) -> String {
        match self {
            Self::Time(at) => at.to_rfc3339(),
            Self::Day(day) => day.to_string(),
        }
    }

    fn day(self) -> NaiveDate {
        match self {
            Self::Time(at) => at.with_timezone(&Chicago).date_naive(),
            Self::Day(day) => day,
        }
    }
}

/// When something was said: the number of the action that entered it, its place in that action, the clock then, and its own date.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    pub(super) number: usize,
    pub(super) row: usize,
    pub(super) clock: DateTime<Utc>,
    pub(super) own: Option<Own>,
}

impl When {
    pub(super) fn is_after(&self, other: &Self) -> bool {
        let later_action = (self.number, self.row) > (other.number, other.row);
        match (self.own, other.own) {
            (None, _) => later_action,
            (Some(Own::Time(own)), Some(Own::Time(others))) => own > others || own == others && later_action,
            (Some(own), others) => {
                let others = others.unwrap_or(Own::Time(other.clock)).day();
                own.day() > others || own.day() == others && later_action
            }
        }
    }
}
