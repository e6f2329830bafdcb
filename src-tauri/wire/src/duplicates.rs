//! Organizations that may be the same, as groups to be looked at.

use std::collections::BTreeSet;

use base::error::Result;
use base::messages::Language;
use serde::Serialize;
use ts_rs::TS;
use undersigned_core::coalition::Coalition;
use undersigned_core::duplicates::{Duplicates, Likeness};
use undersigned_core::organization::{OrganizationRef, OrganizationRow};
use vocabulary::ids::OrganizationId;

/// Two of a group that are likely the same, with the reasons as sentences.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct LikenessView {
    /// The one.
    pub a: OrganizationId,
    /// The other.
    pub b: OrganizationId,
    /// From 0 to 1.
    pub score: f64,
    /// Why, the strongest first.
    pub reasons: Vec<String>,
}

/// Organizations that are likely one and the same.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct DuplicateGroup {
    /// The organizations, the one with the most letters first.
    pub organizations: Vec<OrganizationRow>,
    /// The pairs among them, best first.
    pub pairs: Vec<LikenessView>,
}

/// An organization that may be a chapter or affiliate of another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct KinshipView {
    /// The one above.
    pub parent: OrganizationRef,
    /// The one below.
    pub child: OrganizationRef,
    /// Why, as a sentence.
    pub reason: String,
}

/// What a search for duplicates found, for the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "duplicates/")]
pub struct DuplicatesView {
    /// Groups that are likely the same, best first; the first few hundred.
    pub groups: Vec<DuplicateGroup>,
    /// How many groups there are in all.
    pub total: u32,
    /// Parents and chapters that nothing says so of yet; the first few hundred.
    pub families: Vec<KinshipView>,
    /// How many of those there are in all.
    pub families_total: u32,
}

/// So many groups, and so many parents and chapters, are shown at once.
const SHOWN: usize = 300;

impl DuplicatesView {
    /// What a search found, in a language, with what the organizations are now. One that is gone since is left out.
    pub fn new(coalition: &Coalition, found: &Duplicates, language: Language) -> Result<Self> {
        let mut groups = Vec::new();
        for places in found.groups.iter().take(SHOWN) {
            let mut pairs: Vec<&Likeness> = places.iter().filter_map(|at| found.likely.get(*at)).collect();
            let ids: BTreeSet<OrganizationId> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
            let ids: Vec<OrganizationId> = ids.into_iter().collect();
            let mut organizations = coalition.list_organization_rows(&ids)?;
            organizations.sort_by_key(|row| std::cmp::Reverse((row.letters, row.signed)));
            let here = |id: OrganizationId| organizations.iter().any(|row| row.id == id);
            pairs.retain(|pair| here(pair.a) && here(pair.b));
            if pairs.is_empty() {
                continue;
            }
            groups.push(DuplicateGroup {
                pairs: pairs
                    .into_iter()
                    .map(|pair| LikenessView {
                        a: pair.a,
                        b: pair.b,
                        score: pair.score,
                        reasons: pair
                            .reasons
                            .iter()
                            .map(|reason| reason.to_string(language))
                            .collect(),
                    })
                    .collect(),
                organizations,
            });
        }
        let mut families = Vec::new();
        for kinship in found.families.iter().take(SHOWN) {
            let rows = coalition.list_organization_rows(&[kinship.parent, kinship.child])?;
            let [parent, child] = rows.as_slice() else {
                continue;
            };
            let reference = |row: &OrganizationRow| OrganizationRef {
                id: row.id,
                name: row.name.clone(),
            };
            families.push(KinshipView {
                parent: reference(parent),
                child: reference(child),
                reason: kinship.reason.to_string(language),
            });
        }
        Ok(Self {
            groups,
            total: found.groups.len() as u32,
            families,
            families_total: found.families.len() as u32,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chrono::Utc;
    use undersigned_core::organization::OrganizationFields;

    use super::*;

    #[test]
    fn groups_are_shown_with_rows_and_pairs_and_what_is_gone_since_is_left_out() {
        let mut coalition = Coalition::in_memory().unwrap();
        let names = [
            "Alder Neighbors",
            "Alder Neighbors, Inc.",
            "Alder Neighbours",
            "Kids Forward",
            "Kids Foward",
        ];
        let ids = names.map(|name| {
            let fields = OrganizationFields {
                name: name.into(),
                ..Default::default()
            };
            coalition.add_organization(&fields, Utc::now()).unwrap().output
        });
        let search = coalition.duplicate_search().unwrap();
        let found = search.run(0.75, &mut |_| true).unwrap();
        let view = DuplicatesView::new(&coalition, &found, Language::Spanish).unwrap();
        assert_eq!((view.groups.len(), view.total), (2, 2));
        assert_eq!(view.groups[0].organizations.len(), 3);
        assert!(view.groups[0].pairs.is_sorted_by(|x, y| x.score >= y.score));
        assert!(!view.groups[0].pairs[0].reasons[0].is_empty());
        coalition.remove_organizations(&[ids[4]], Utc::now()).unwrap();
        let view = DuplicatesView::new(&coalition, &found, Language::English).unwrap();
        assert_eq!(view.groups.len(), 1);
    }
}
