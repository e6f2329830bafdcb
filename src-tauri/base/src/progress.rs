//! Progress of a long operation, and its cancellation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

/// `done` of `of` items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "app/")]
pub struct Progress {
    /// Items done so far.
    pub done: u32,
    /// Items in all.
    pub of: u32,
}

impl Progress {
    /// `done` of `of` items; a count that does not fit is cut to the largest that does.
    pub fn new(done: usize, of: usize) -> Self {
        let part = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Self {
            done: part(done),
            of: part(of),
        }
    }
}

/// Receives the progress of a long operation; returns false to cancel it.
pub type ProgressFn<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// No-op callback; never cancels.
pub fn no_progress(_: Progress) -> bool {
    true
}

/// Items between two calls of the progress function.
const ITEMS_PER_REPORT: usize = 64;

/// Calls `act` for each item, and `progress` before each [`ITEMS_PER_REPORT`] of them.
///
/// # Errors
/// [`Error::Cancelled`] when `progress` cancels; the first error of `act`.
pub fn each<T>(things: &[T], progress: ProgressFn, mut act: impl FnMut(&T) -> Result<()>) -> Result<()> {
    let of = u32::try_from(things.len()).unwrap_or(u32::MAX);
    for (chunk, some) in things.chunks(ITEMS_PER_REPORT).enumerate() {
        let done = u32::try_from(chunk * ITEMS_PER_REPORT).unwrap_or(of);
        if !progress(Progress { done, of }) {
            return Err(Error::Cancelled);
        }
        for thing in some {
            act(thing)?;
        }
    }
    Ok(())
}
