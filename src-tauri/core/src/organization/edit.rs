//! One field of one or many organizations changed at once: what a cell of the list and "set for all selected" do.

use chrono::{DateTime, Utc};

use super::{
    Organization, OrganizationField, OrganizationFields, add_tag, checked, refuse_circle, refuse_twin,
};
use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use base::progress::{ProgressFn, each, no_progress};
use base::text::{check_length, check_name, check_text, clean_tags};
use store::journal::{Change, Op, Tx};
use vocabulary::UnknownWord;
use vocabulary::ids::OrganizationId;

impl Coalition {
    /// Sets a field of organizations to what was typed; an empty value empties it. One action, however many.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when the value can't be that of the field, or for the name of several (field `value`).
    pub fn set_organization_field(
        &mut self,
        ids: &[OrganizationId],
        field: OrganizationField,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        self.set_organization_field_watched(ids, field, value, now, &mut no_progress)
    }

    /// [`Coalition::set_organization_field`] of very many, which can be stopped: then nothing is changed.
    ///
    /// # Errors
    /// As that one; [`Error::Cancelled`].
    pub fn set_organization_field_watched(
        &mut self,
        ids: &[OrganizationId],
        field: OrganizationField,
        value: &str,
        now: DateTime<Utc>,
        watch: ProgressFn,
    ) -> Result<Change<usize>> {
        let value = value.trim();
        match field {
            OrganizationField::Note => check_text("value", value)?,
            OrganizationField::Name => check_name("value", value)?,
            _ => check_length("value", value)?,
        }
        if field == OrganizationField::Name && ids.len() != 1 {
            return Err(Error::field("value", Message::new("error-one-name-each")));
        }
        let parent = match field {
            OrganizationField::Parent if !value.is_empty() => Some(self.resolve_organization(value)?),
            _ => None,
        };
        let op = match ids {
            [only] => Op::SetOrganization {
                name: self.get_organization(*only)?.name,
            },
            _ => Op::SetOrganizations { count: ids.len() },
        };
        self.transact(op, now, |tx| {
            each(ids, watch, |id| set(tx, *id, field, value, parent))?;
            Ok(ids.len())
        })
    }

    /// Puts organizations under others: pairs of the parent and the one below it. One action, however many.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when one would stand above itself.
    pub fn set_parents(
        &mut self,
        pairs: &[(OrganizationId, OrganizationId)],
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        self.transact(Op::SetOrganizations { count: pairs.len() }, now, |tx| {
            for (parent, child) in pairs {
                let above =
                    super::find(tx.conn, *parent)?.ok_or_else(|| super::not_found(parent.to_string()))?;
                set(tx, *child, OrganizationField::Parent, &above.name, Some(*parent))?;
            }
            Ok(pairs.len())
        })
    }
}

fn set(
    tx: &mut Tx,
    id: OrganizationId,
    field: OrganizationField,
    value: &str,
    parent: Option<OrganizationId>,
) -> Result<()> {
    let before = super::find(tx.conn, id)?.ok_or_else(|| super::not_found(id.to_string()))?;
    match field {
        OrganizationField::AddTag => {
            for tag in clean_tags(&[value.to_owned()]) {
                add_tag(tx, id, &tag)?;
            }
            return record_event(tx, &before, field, value);
        }
        OrganizationField::RemoveTag => {
            tx.conn.execute(
                "DELETE FROM organization_tag WHERE organization_id = ?1 AND tag = ?2 COLLATE NOCASE",
                rusqlite::params![id, value],
            )?;
            return record_event(tx, &before, field, value);
        }
        _ => {}
    }
    let mut fields = OrganizationFields::from(before);
    if field == OrganizationField::Parent {
        fields.parent_id = parent;
    }
    fields.set(field, value)?;
    let fields = checked(&fields).map_err(in_value)?;
    refuse_twin(tx.conn, &fields.name, Some(id)).map_err(in_value)?;
    refuse_circle(tx.conn, id, fields.parent_id).map_err(in_value)?;
    super::update(tx, id, &fields)
}

/// Whatever field of an organization is wrong, here it is the value that was typed.
fn in_value(error: Error) -> Error {
    match error {
        Error::Rule { message, .. } => Error::field("value", message),
        other => other,
    }
}

fn record_event(tx: &mut Tx, before: &Organization, field: OrganizationField, value: &str) -> Result<()> {
    tx.event(store::journal::Subject {
        organization: Some(before.id),
        detail: format!("{}: {}: {value}", before.name, field.word()),
        ..Default::default()
    });
    Ok(())
}

pub(super) fn word<T: std::str::FromStr<Err = UnknownWord>>(value: &str) -> Result<Option<T>> {
    if value.is_empty() {
        return Ok(None);
    }
    value
        .parse()
        .map(Some)
        .map_err(|unknown: UnknownWord| in_value(unknown.into()))
}

pub(super) fn days(value: &str) -> Result<Option<u32>> {
    if value.is_empty() {
        return Ok(None);
    }
    match value.parse() {
        Ok(days) if days <= super::LONGEST_LEAD => Ok(Some(days)),
        _ => Err(Error::field(
            "value",
            Message::new("error-days").number("most", super::LONGEST_LEAD as usize),
        )),
    }
}

/// A yes or a no as people type it.
pub(crate) fn yes(value: &str) -> Result<bool> {
    match value.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "sí" | "si" | "x" => Ok(true),
        "" | "no" | "n" | "false" | "0" => Ok(false),
        _ => Err(Error::field("value", Message::new("error-yes-or-no"))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::organization::{OrganizationFilter, OrganizationSort};

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::Duration::days(20_000)
    }

    fn some() -> (Coalition, Vec<OrganizationId>) {
        let mut coalition = Coalition::in_memory().unwrap();
        for number in 0..200 {
            let fields = OrganizationFields {
                name: format!("Grove {number} Neighbors"),
                ..OrganizationFields::default()
            };
            coalition.add_organization(&fields, now()).unwrap();
        }
        coalition.clear_undo_stack().unwrap();
        let ids = coalition
            .list_organization_ids(&OrganizationFilter::default(), OrganizationSort::default())
            .unwrap();
        (coalition, ids)
    }

    fn in_arden(coalition: &Coalition, ids: &[OrganizationId]) -> usize {
        let rows = coalition.list_organization_rows(ids).unwrap();
        rows.iter().filter(|row| row.city == "Arden").count()
    }

    #[test]
    fn a_change_of_many_that_is_stopped_changes_nothing() {
        let (mut coalition, ids) = some();
        let mut told = Vec::new();
        let stopped = coalition.set_organization_field_watched(
            &ids,
            OrganizationField::City,
            "Arden",
            now(),
            &mut |progress| {
                told.push(progress.done);
                progress.done < 128
            },
        );
        assert!(matches!(stopped, Err(Error::Cancelled)));
        assert_eq!(told, [0, 64, 128]);
        assert_eq!(in_arden(&coalition, &ids), 0);
        assert!(coalition.next_undo().unwrap().is_none());
    }

    #[test]
    fn several_families_are_put_together_as_one_action() {
        let (mut coalition, ids) = some();
        let alone: Vec<OrganizationId> = coalition
            .list_organization_rows(&ids)
            .unwrap()
            .iter()
            .filter(|row| row.parent_id.is_none())
            .map(|row| row.id)
            .collect();
        let pairs = [(alone[0], alone[1]), (alone[2], alone[3]), (alone[2], alone[4])];
        let parents = |coalition: &Coalition| -> Vec<Option<OrganizationId>> {
            let rows = coalition.list_organization_rows(&alone[..5]).unwrap();
            rows.iter().map(|row| row.parent_id).collect()
        };
        coalition.set_parents(&pairs, now()).unwrap();
        assert_eq!(
            parents(&coalition),
            [None, Some(alone[0]), None, Some(alone[2]), Some(alone[2])]
        );
        coalition.undo(now()).unwrap();
        assert_eq!(parents(&coalition), [None; 5]);
    }
}
