//! Pairs put into groups: what is likely the same as the same one is looked at together.

use std::collections::HashMap;

use super::Likeness;
use vocabulary::ids::OrganizationId;

/// A group of more than this can't be looked at together.
const MAX_GROUP: usize = 12;

/// So many pairs are looked at between two reports of progress.
const PORTION: usize = 256;

/// Puts pairs, given best first, into groups by their place, the group with the best pair first. A pair that would bring
/// together more than a dozen, or two that `may_meet` keeps apart, is a group of its own. When `progress` answers `false`
/// the rest is left out.
pub(super) fn gather(
    pairs: &[Likeness],
    may_meet: &dyn Fn(OrganizationId, OrganizationId) -> bool,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut members: Vec<Vec<OrganizationId>> = Vec::new();
    let mut group_of: HashMap<OrganizationId, usize> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        if at.is_multiple_of(PORTION) && !progress(at, pairs.len()) {
            break;
        }
        match (group_of.get(&pair.a).copied(), group_of.get(&pair.b).copied()) {
            (Some(one), Some(other)) if one == other => groups[one].push(at),
            (one, other) => {
                let of = |group: Option<usize>, alone: OrganizationId| match group {
                    Some(group) => members[group].clone(),
                    None => vec![alone],
                };
                let (ours, theirs) = (of(one, pair.a), of(other, pair.b));
                let fits = ours.len() + theirs.len() <= MAX_GROUP
                    && ours.iter().all(|a| theirs.iter().all(|b| may_meet(*a, *b)));
                if !fits {
                    groups.push(vec![at]);
                    members.push(Vec::new());
                    continue;
                }
                let (into, from) = match (one, other) {
                    (Some(one), Some(other)) => (one.min(other), Some(one.max(other))),
                    (Some(group), None) | (None, Some(group)) => (group, None),
                    (None, None) => {
                        groups.push(Vec::new());
                        members.push(Vec::new());
                        (groups.len() - 1, None)
                    }
                };
                if let Some(from) = from {
                    let moved = std::mem::take(&mut groups[from]);
                    groups[into].extend(moved);
                    members[from].clear();
                }
                groups[into].push(at);
                let mut all = ours;
                all.extend(theirs);
                for id in &all {
                    group_of.insert(*id, into);
                }
                members[into] = all;
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_by_key(|group| group.first().copied());
    groups
}
