//! Where new ids are made.
//!
//! An id is an `INTEGER PRIMARY KEY` of at most 53 bits, which JavaScript holds exactly. Several computers will share a
//! coalition, so an id must be unique across them: each action draws a random start and counts up from it, which keeps the
//! rows of an import side by side in the file. Nothing may derive meaning or order from an id.

use base::error::{Error, Result};

/// The largest id, 2^53 - 1: the largest integer that JavaScript holds exactly.
const LARGEST: i64 = (1 << 53) - 1;

/// Room left above a random start, so that counting up within one action never passes [`LARGEST`].
const ROOM: i64 = 1 << 32;

/// Makes the ids of one action: a random start, then one after the other.
#[derive(Debug)]
pub struct IdSequence {
    next: i64,
}

impl IdSequence {
    /// Draws the start of a new action from the system's random source.
    pub fn draw() -> Result<Self> {
        Ok(Self::counted_from(
            getrandom::u64().map_err(|_| Error::NoRandomness)?,
        ))
    }

    /// Starts where a number says that was drawn otherwise, so that the ids are the same each time.
    pub fn counted_from(random: u64) -> Self {
        // The masks make both values fit into an i64.
        let start = (random & LARGEST as u64) as i64;
        Self {
            next: start.clamp(1, LARGEST - ROOM),
        }
    }

    /// The next id of this action.
    pub fn next_id(&mut self) -> i64 {
        let id = self.next;
        self.next += 1;
        id
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ids_of_one_action_are_dense_and_exact_in_javascript() {
        let mut ids = IdSequence::draw().unwrap();
        let first = ids.next_id();
        assert_eq!(ids.next_id(), first + 1);
        assert!((1..=LARGEST).contains(&first));
    }
}
