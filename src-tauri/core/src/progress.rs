//! How far a long work is, and whether it goes on. Who runs the work decides what to tell of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

/// How far a long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Progress {
    /// How much is done.
    pub done: u32,
    /// Of how much.
    pub of: u32,
}

impl Progress {
    /// So many of so many.
    pub fn new(done: usize, of: usize) -> Self {
        let part = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Self {
            done: part(done),
            of: part(of),
        }
    }
}

/// Is told how far a long work is, and says whether it goes on.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// What nobody watches and nobody stops.
pub fn unwatched(_: Progress) -> bool {
    true
}

/// So many things are done before the next word of how far it is.
const EACH: usize = 64;

/// Does something for each of many.
///
/// # Errors
/// [`Error::Cancelled`] as soon as it is not to go on; what `act` says.
pub(crate) fn each<T>(things: &[T], watch: Watch, mut act: impl FnMut(&T) -> Result<()>) -> Result<()> {
    let of = u32::try_from(things.len()).unwrap_or(u32::MAX);
    for (chunk, some) in things.chunks(EACH).enumerate() {
        let done = u32::try_from(chunk * EACH).unwrap_or(of);
        if !watch(Progress { done, of }) {
            return Err(Error::Cancelled);
        }
        for thing in some {
            act(thing)?;
        }
    }
    Ok(())
}
