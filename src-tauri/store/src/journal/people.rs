//! People whom undo steps hold: found there also when they were removed, and given up with their steps.

use std::collections::BTreeSet;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::{Connection, params};

use super::changeset;
use base::error::{Error, Result};
use vocabulary::ids::{JournalId, PersonId};

/// Gives up every undo step up to the last one that holds somebody: whose changeset touches one of these people, or holds bytes
/// for which `holds` says so. Gives how many steps that were there are gone.
pub fn drop_holding(conn: &Connection, people: &[PersonId], holds: impl Fn(&[u8]) -> bool) -> Result<u32> {
    let mut statement =
        conn.prepare("SELECT seq, id, state FROM journal WHERE state <> 'dropped' ORDER BY seq DESC")?;
    let entries: Vec<(i64, JournalId, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut last_done = None;
    let mut undone = false;
    for (seq, id, state) in &entries {
        // What is undone lies above all that is done: of these one is enough.
        if (state == "done" && last_done.is_some()) || (state == "undone" && undone) {
            continue;
        }
        let changeset = changeset::read(conn, *id)?;
        let touches = |person: &PersonId| ids_of_people(&changeset).is_ok_and(|ids| ids.contains(&person.0));
        if holds(&changeset) || people.iter().any(touches) {
            match state.as_str() {
                "done" => last_done = Some(*seq),
                _ => undone = true,
            }
        }
    }
    let gone = conn.execute(
        "UPDATE journal SET state = 'dropped', changeset = x''
         WHERE state = 'done' AND seq <= ?1 OR state = 'undone' AND ?2",
        params![last_done.unwrap_or(i64::MIN), undone],
    )?;
    Ok(u32::try_from(gone).unwrap_or(u32::MAX))
}

/// The people whose own rows a changeset touches.
fn ids_of_people(changeset: &[u8]) -> Result<BTreeSet<i64>> {
    let list = crate::derived::ids_of(changeset, "person")?;
    serde_json::from_str::<Vec<i64>>(&list)
        .map(|ids| ids.into_iter().collect())
        .map_err(|_| Error::Damaged)
}

/// Every name and address of these people that an undo step holds: what is left of them when they were removed. Empty where
/// undo reaches no step that held them.
pub fn texts_of_people(conn: &Connection, people: &[PersonId]) -> Result<BTreeSet<String>> {
    // Of a person the name, of an email or phone what was typed; before which column says whose they are.
    const TEXTS: [(&str, usize, usize); 2] = [("person", 0, 1), ("contact_point", 1, 3)];
    let mut statement = conn.prepare("SELECT id FROM journal WHERE state <> 'dropped'")?;
    let entries: Vec<JournalId> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut found = BTreeSet::new();
    for id in entries {
        let bytes = changeset::read(conn, id)?;
        let input: &mut dyn std::io::Read = &mut bytes.as_slice();
        let mut items = ChangesetIter::start_strm(&input)?;
        while let Some(item) = items.next()? {
            let operation = item.op()?;
            let Some((_, whose, text)) = TEXTS.iter().find(|(table, ..)| operation.table_name() == *table)
            else {
                continue;
            };
            for value in [ChangesetItem::old_value, ChangesetItem::new_value] {
                let is_theirs = value(item, *whose)
                    .ok()
                    .and_then(|id| id.as_i64().ok())
                    .is_some_and(|id| people.contains(&PersonId(id)));
                if is_theirs
                    && let Ok(Ok(text)) = value(item, *text).map(|text| text.as_str().map(str::to_owned))
                {
                    found.insert(text);
                }
            }
        }
    }
    Ok(found)
}
