//! What finding keeps in memory while a coalition is open: the vocabularies, and what was used lately.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::HitKind;
use super::thing::Thing;
use super::vocabulary::Vocabulary;
use base::error::Result;

/// When more rows changed than this, the vocabulary is read again.
const MOST_LEARNED: usize = 500;

/// How many of the last events are read to tell what was used.
const EVENTS_READ: usize = 400;

/// Upper bound of things that count as used lately.
const MOST_USED: usize = 100;

/// An action with more events than this, an import or a change of many, used none of them in particular.
const EVENTS_OF_ONE: usize = 20;

/// What finding remembers.
#[derive(Default)]
pub struct Memory {
    vocabularies: [Option<Vocabulary>; 3],
    changed: Arc<Mutex<Changed>>,
    /// Opened in this session, the latest first.
    opened: VecDeque<(HitKind, i64)>,
    /// Used lately, the latest first; as of the event with this number.
    used: Option<(i64, Vec<Thing>)>,
}

impl Memory {
    /// Remembers from now on which rows of the search tables change.
    pub fn watching(conn: &mut Connection) -> Result<Self> {
        let memory = Self::default();
        let changed = Arc::clone(&memory.changed);
        // Each row of a search table has a row in this table of FTS5's own, which changes with it.
        conn.update_hook(Some(move |_, _: &str, table: &str, id| {
            if let Some(table) = table.strip_suffix("_search_docsize")
                && let Some(kind) = HitKind::ALL.into_iter().find(|kind| kind.table() == table)
            {
                lock(&changed).add(kind, id);
            }
        }))?;
        Ok(memory)
    }

    /// The vocabulary of a kind, with the words of all that changed in it.
    pub fn vocabulary(&mut self, conn: &Connection, kind: HitKind) -> Result<&Vocabulary> {
        let changed = lock(&self.changed).take(kind);
        let [organizations, people, letters] = &mut self.vocabularies;
        let kept = match kind {
            HitKind::Organization => organizations,
            HitKind::Person => people,
            HitKind::Letter => letters,
        };
        if changed.len() > MOST_LEARNED {
            *kept = None;
        }
        let vocabulary = match kept {
            Some(vocabulary) => vocabulary,
            None => return Ok(kept.insert(Vocabulary::read(conn, kind)?)),
        };
        for id in changed {
            if let Some(thing) = Thing::find(conn, kind, id)? {
                vocabulary.learn(&thing.title);
                vocabulary.learn(&thing.detail);
                for other in &thing.others {
                    vocabulary.learn(&other.text);
                    vocabulary.learn(&super::judge::digits(&other.text));
                }
            }
        }
        Ok(vocabulary)
    }

    /// Remembers that something was opened.
    pub fn note(&mut self, kind: HitKind, id: i64) {
        self.opened.retain(|known| *known != (kind, id));
        self.opened.push_front((kind, id));
        self.opened.truncate(MOST_USED);
        self.used = None;
    }

    /// What was used lately, the latest first: opened in this session, then told of in the history.
    pub fn used(&mut self, conn: &Connection) -> Result<&[Thing]> {
        let last: i64 = conn
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM event")?
            .query_row([], |row| row.get(0))?;
        if self.used.as_ref().is_none_or(|(as_of, _)| *as_of != last) {
            let mut things: Vec<Thing> = Vec::new();
            let recent = recently_used(conn)?;
            for (kind, id) in self.opened.iter().copied().chain(recent) {
                if things.len() >= MOST_USED {
                    break;
                }
                if things.iter().any(|known| (known.kind, known.id) == (kind, id)) {
                    continue;
                }
                things.extend(Thing::find(conn, kind, id)?);
            }
            self.used = Some((last, things));
        }
        Ok(self.used.as_ref().map_or(&[], |(_, things)| things))
    }
}

/// Which rows of the search tables changed since their vocabularies were last looked at.
#[derive(Default)]
struct Changed([Vec<i64>; 3]);

impl Changed {
    fn add(&mut self, kind: HitKind, id: i64) {
        let ids = self.of(kind);
        // One more than are learned is as good as all.
        if ids.len() <= MOST_LEARNED && !ids.contains(&id) {
            ids.push(id);
        }
    }

    fn take(&mut self, kind: HitKind) -> Vec<i64> {
        std::mem::take(self.of(kind))
    }

    fn of(&mut self, kind: HitKind) -> &mut Vec<i64> {
        let [organizations, people, letters] = &mut self.0;
        match kind {
            HitKind::Organization => organizations,
            HitKind::Person => people,
            HitKind::Letter => letters,
        }
    }
}

/// A panic elsewhere while it was held cannot have left it half changed.
fn lock(changed: &Mutex<Changed>) -> MutexGuard<'_, Changed> {
    changed.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the last events of the history are about, the latest first.
fn recently_used(conn: &Connection) -> Result<Vec<(HitKind, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT letter_id, organization_id, person_id, journal_id FROM event ORDER BY seq DESC LIMIT ?1",
    )?;
    let events = statement.query_map([EVENTS_READ as i64], |row| {
        let ids: [Option<i64>; 3] = [row.get(0)?, row.get(1)?, row.get(2)?];
        Ok((ids, row.get::<_, i64>(3)?))
    })?;
    let events: Vec<([Option<i64>; 3], i64)> = events.collect::<rusqlite::Result<_>>()?;
    let kinds = [HitKind::Letter, HitKind::Organization, HitKind::Person];
    let mut used = Vec::new();
    for of_one in events.chunk_by(|(_, a), (_, b)| a == b) {
        if of_one.len() <= EVENTS_OF_ONE {
            for (ids, _) in of_one {
                used.extend(
                    kinds
                        .into_iter()
                        .zip(ids)
                        .filter_map(|(kind, id)| Some((kind, (*id)?))),
                );
            }
        }
    }
    Ok(used)
}
