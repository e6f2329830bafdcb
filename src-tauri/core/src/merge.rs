//! Two organizations made one: all that the dropped one has goes to the kept one, as one action that can be undone.
//!
//! [`Coalition::plan_merge`] says beforehand what moves and what collides; the merge does just that, for both go by the
//! same decision (`merge/plan.rs`), which `merge/apply.rs` writes. Editions are frozen: they go on naming the organization
//! that was dropped.

mod apply;
mod people;
mod plan;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::organization::{OrganizationField, OrganizationRow};
use crate::signon::Status;
use base::error::{Error, Result};
use base::messages::Message;
pub use people::PersonMergePlan;
use plan::Merge;
use store::journal::{Change, Op};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

/// Which of two organizations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "merge/")]
pub enum Side {
    /// The one that is kept.
    Keep,
    /// The one that is dropped.
    Drop,
}

/// A field in which the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "merge/")]
pub struct MergeField {
    /// The field.
    pub field: OrganizationField,
    /// What the kept one has, as it shows; empty when nothing.
    pub keep: String,
    /// What the dropped one has.
    pub drop: String,
    /// Whose value is taken: the kept one's unless it is empty, or as chosen.
    pub taken: Side,
    /// Whether both have a value, so that one is lost and a person should look.
    pub collides: bool,
}

/// A sign-on as it stands before a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "merge/")]
pub struct MergeSignOn {
    /// The sign-on.
    pub id: SignOnId,
    /// Its status.
    pub status: Status,
    /// The name it prints.
    pub prints_as: String,
    /// Who signs, or empty.
    pub signer: String,
    /// When it was decided, ISO 8601 in UTC.
    pub decided_at: Option<String>,
    /// How many pieces of evidence it rests on.
    pub evidence: u32,
}

/// A letter on which both stand: one sign-on stays, with the evidence of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "merge/")]
pub struct MergeCollision {
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub title: String,
    /// The kept one's sign-on.
    pub keep: MergeSignOn,
    /// The dropped one's sign-on.
    pub drop: MergeSignOn,
    /// Which stays: the firmer one, or as chosen.
    pub taken: Side,
}

/// What a merge moves and what collides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "merge/")]
pub struct MergePlan {
    /// The one that is kept, as it is now.
    pub keep: OrganizationRow,
    /// The one that is dropped.
    pub drop: OrganizationRow,
    /// The fields in which they differ.
    pub fields: Vec<MergeField>,
    /// The names that become aliases of the kept one.
    pub aliases: Vec<String>,
    /// The people who move, by name and role.
    pub people: Vec<String>,
    /// The people who are at both in the same role: their affiliations become one.
    pub joined: Vec<String>,
    /// The letters whose sign-on moves.
    pub letters: Vec<String>,
    /// The letters whose lead moves.
    pub leads: Vec<String>,
    /// The chapters and affiliates that move.
    pub children: Vec<String>,
    /// The tags that are added.
    pub tags: Vec<String>,
    /// The letters on which both stand.
    pub collisions: Vec<MergeCollision>,
}

/// What a person chose where a merge collides. What is left out stays as the plan has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "merge/")]
pub struct MergeChoices {
    /// Whose value a field takes.
    pub fields: Vec<FieldChoice>,
    /// Whose sign-on stays on a letter.
    pub sign_ons: Vec<SignOnChoice>,
}

/// Whose value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "merge/")]
pub struct FieldChoice {
    /// The field.
    pub field: OrganizationField,
    /// Whose value.
    pub take: Side,
}

/// Whose sign-on stays on a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "merge/")]
pub struct SignOnChoice {
    /// The letter.
    pub letter_id: LetterId,
    /// Whose sign-on.
    pub take: Side,
}

impl Coalition {
    /// What a merge would do.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; a rule when both are the same one.
    pub fn plan_merge(
        &self,
        keep: OrganizationId,
        drop: OrganizationId,
        choices: &MergeChoices,
    ) -> Result<MergePlan> {
        let merge = self.decide_merge(keep, drop, choices)?;
        let row = |id| -> Result<OrganizationRow> {
            let row = self.list_organization_rows(&[id])?.pop();
            row.ok_or_else(|| Error::NotFound {
                what: "organization",
                reference: id.to_string(),
            })
        };
        let (joined, moved): (Vec<_>, Vec<_>) = merge
            .affiliations
            .into_iter()
            .partition(|affiliation| affiliation.into.is_some());
        let told = |affiliations: Vec<plan::Affiliated>| {
            affiliations
                .into_iter()
                .map(|affiliation| affiliation.label)
                .collect()
        };
        Ok(MergePlan {
            keep: row(keep)?,
            drop: row(drop)?,
            fields: merge.fields,
            aliases: merge.aliases,
            people: told(moved),
            joined: told(joined),
            letters: merge.sign_ons.into_iter().map(|moved| moved.title).collect(),
            leads: merge.leads.into_iter().map(|lead| lead.title).collect(),
            children: merge.children.into_iter().map(|child| child.name).collect(),
            tags: merge.tags,
            collisions: merge
                .collisions
                .into_iter()
                .map(|collision| collision.shown)
                .collect(),
        })
    }

    /// Merges `drop` into `keep`, as the plan with these choices says.
    ///
    /// # Errors
    /// As [`Coalition::plan_merge`]. Nothing is written then.
    pub fn merge_organizations(
        &mut self,
        keep: OrganizationId,
        drop: OrganizationId,
        choices: &MergeChoices,
        now: DateTime<Utc>,
    ) -> Result<Change<OrganizationId>> {
        let merge = self.decide_merge(keep, drop, choices)?;
        let op = Op::MergeOrganizations {
            keep: merge.merged.name.clone(),
            drop: if merge.merged.name == merge.drop.name {
                merge.keep.name.clone()
            } else {
                merge.drop.name.clone()
            },
        };
        self.transact(op, now, |tx| apply::write(tx, &merge))
    }

    fn decide_merge(
        &self,
        keep: OrganizationId,
        drop: OrganizationId,
        choices: &MergeChoices,
    ) -> Result<Merge> {
        let (keep, drop) = (self.get_organization(keep)?, self.get_organization(drop)?);
        if keep.id == drop.id {
            return Err(Error::rule(
                Message::new("error-merge-itself").text("name", &keep.name),
            ));
        }
        plan::decide(&self.conn, keep, drop, choices)
    }
}

#[cfg(test)]
mod tests;
