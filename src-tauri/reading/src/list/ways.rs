//! How the entries of a list are written: decided once for all of it, or for a part of it.
//!
//! Owns which items are looked at together: all of them, those under one heading, those below the words that say who signs. What a
//! way is, and which fits, is `signer.rs`.

use std::collections::HashMap;
use std::ops::Range;

use super::Known;
use super::cue::Cue;
use super::layout::{Between, Item, Layout, Shape};
use super::naming::{article, description};
use super::phrase::ratio;
use super::signer::{self, Candidate, Way};

/// The way in which the entries of the list, or of the part under one heading, are read.
pub(super) struct Ways {
    /// Whether the article before some names is that of a sentence the list goes through: "the Amber Trust; Dory Builders;".
    pub articles: bool,
    /// Whether a description stands behind most names: "Arbor Net - community networks since 2009".
    pub described: bool,
    /// Whether most lines begin with what somebody is and who: "Economista Ana Mora".
    pub offices_first: bool,
    whole: Option<Way>,
    /// The way of what stands below the words that say who signs, and where in the text that begins.
    signing: Option<(usize, Way)>,
    by_heading: HashMap<Option<usize>, Option<Way>>,
    /// The ways of the stretches between what is none of the list, by where in the text each begins and ends.
    by_stretch: Vec<(Range<usize>, Way)>,
}

impl Ways {
    /// Looks over all items once.
    pub fn new(text: &str, layout: &Layout, known: &dyn Known) -> Self {
        let mut all = Vec::new();
        let mut groups: HashMap<Option<usize>, Vec<Candidate<'_>>> = HashMap::new();
        for item in layout
            .items
            .iter()
            .filter(|item| !matches!(item.shape, Shape::Prose | Shape::Names) && item.row.is_empty())
        {
            let candidate = Candidate::of(&item.flow);
            all.push(candidate);
            groups.entry(item.heading).or_default().push(candidate);
        }
        let whole = signer::way(&all, signer::ANY, known);
        // Above "Sincerely," a letter has lines that are none of the list, and hide how its entries are written.
        let signing = layout
            .between
            .iter()
            .rev()
            .find(|(_, between)| *between == Between::Cue(Cue::Signing))
            .filter(|(at, _)| whole.is_none() && *at > 0)
            .and_then(|(at, _)| {
                let below: Vec<Candidate<'_>> = layout.items[*at..]
                    .iter()
                    .filter(|item| !matches!(item.shape, Shape::Prose | Shape::Names) && item.row.is_empty())
                    .map(|item| Candidate::of(&item.flow))
                    .collect();
                let way = (below.len() >= 3).then(|| signer::way(&below, signer::ANY, known))??;
                Some((begins(text, &layout.items[*at]), way))
            });
        let by_heading = if whole.is_none() && groups.len() > 1 {
            groups
                .into_iter()
                .filter(|(_, group)| group.len() >= 3)
                .map(|(heading, group)| (heading, signer::way(&group, signer::ANY, known)))
                .collect()
        } else {
            HashMap::new()
        };
        // Lines of a letter, a headline or a note are written otherwise than the list between them.
        let by_stretch = if whole.is_none() {
            stretches(layout)
                .into_iter()
                .filter_map(|range| {
                    let items = &layout.items[range];
                    let one: Vec<Candidate<'_>> = items
                        .iter()
                        .filter(|item| {
                            !matches!(item.shape, Shape::Prose | Shape::Names) && item.row.is_empty()
                        })
                        .map(|item| Candidate::of(&item.flow))
                        .collect();
                    let way = (one.len() >= 3 && one.len() < all.len())
                        .then(|| signer::way(&one, signer::ANY, known))??;
                    let (first, last) = (items.first()?, items.last()?);
                    Some((begins(text, first)..begins(text, last) + 1, way))
                })
                .collect()
        } else {
            Vec::new()
        };
        let articles = all.iter().filter(|entry| article(entry.text) > 0).count();
        let described = all
            .iter()
            .filter(|entry| description(entry.text).is_some())
            .count();
        let offices = all
            .iter()
            .filter(|entry| signer::capital_office_first(entry.text).is_some())
            .count();
        Self {
            offices_first: offices >= 3 && offices * 5 >= all.len() * 3,
            described: described >= 2 && described * 2 > all.len(),
            articles: articles >= 2 && ratio(articles, all.len()) >= 0.25,
            whole,
            signing,
            by_heading,
            by_stretch,
        }
    }

    /// The way in which an item is read; none where it is simply a name.
    pub fn of(&self, item: &Item, text: &str, layout: &Layout) -> Option<&Way> {
        let heading = item.heading;
        let people = heading
            .and_then(|at| layout.headings.get(at))
            .is_some_and(|heading| heading.people);
        self.whole
            .as_ref()
            .or_else(|| self.by_heading.get(&heading).and_then(Option::as_ref))
            .or_else(|| {
                let (first, way) = self.signing.as_ref()?;
                (begins(text, item) >= *first).then_some(way)
            })
            .or_else(|| {
                let at = begins(text, item);
                let found = self.by_stretch.iter().find(|(range, _)| range.contains(&at));
                found.map(|(_, way)| way)
            })
            .or(people.then_some(&Way::PEOPLE))
    }
}

/// The stretches of items with no sentence and no end between them.
fn stretches(layout: &Layout) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = layout
        .between
        .iter()
        .filter(|(_, between)| *between != Between::Heading)
        .map(|(at, _)| *at)
        .chain([layout.items.len()])
        .collect();
    ends.dedup();
    let mut start = 0;
    ends.into_iter()
        .map(|end| std::mem::replace(&mut start, end)..end)
        .filter(|range| range.len() >= 3)
        .take(MOST_STRETCHES)
        .collect()
}

/// So many stretches are looked at.
const MOST_STRETCHES: usize = 40;

/// Where an item begins in the pasted text.
fn begins(text: &str, item: &Item) -> usize {
    item.flow.source(text, 0..item.flow.text.len()).start
}
