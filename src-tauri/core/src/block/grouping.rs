//! Which heading each signatory stands under, and in which order the headings stand.

use std::borrow::Cow;
use std::collections::HashMap;

use super::labels::{Label, Labels};
use super::options::{BlockOptions, GroupBy, Individuals};
use super::{Signatory, clean, states};
use crate::organization::Scope;
use crate::recognize::words;
use crate::sort::{SortOptions, sort_key};

/// The groups of a block, and the group of every signatory.
pub(super) struct Grouping {
    /// The headings in the order they print; `None` for a group without one.
    pub(super) headings: Vec<Option<String>>,
    /// For each signatory, in the order they were given, the index of its heading.
    pub(super) group_of: Vec<usize>,
}

/// What makes a group that group, and puts it among the others as far as the alphabet has no say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct GroupKey<'a> {
    section: Section,
    rank: usize,
    /// The folded name of a group that is found by name, so that "Faith" and "faith" are one.
    name: Cow<'a, str>,
}

/// The great parts of a block, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Section {
    Leads,
    Proper,
    Individuals,
    Late,
}

/// The rank of those that have nothing to be grouped by: last.
const NOWHERE: usize = usize::MAX;
/// States stand after national bodies, countries after states.
const STATES: usize = 10;
const COUNTRIES: usize = 11;
/// One's own headings that are not in the list of headings come after those that are.
const UNLISTED: usize = usize::MAX - 1;

/// A group found, with what it needs to be placed.
struct Found<'a> {
    key: GroupKey<'a>,
    heading: Option<String>,
    /// The first position of entry in it.
    position: i64,
}

impl Grouping {
    /// Groups the signatories as the options ask.
    pub(super) fn new(printed: &[&Signatory], options: &BlockOptions, labels: &dyn Labels) -> Self {
        let grouper = Grouper {
            options,
            home: if options.group == GroupBy::State {
                home_country(printed)
            } else {
                None
            },
        };
        let mut numbers: HashMap<GroupKey, usize> = HashMap::new();
        let mut found: Vec<Found> = Vec::new();
        let mut group_of: Vec<usize> = Vec::with_capacity(printed.len());
        for signatory in printed {
            let (key, heading) = grouper.place(signatory);
            let number = match numbers.get(&key) {
                Some(number) => *number,
                None => {
                    numbers.insert(key.clone(), found.len());
                    found.push(Found {
                        key,
                        heading: heading.text(labels),
                        position: signatory.position,
                    });
                    found.len() - 1
                }
            };
            if let Some(group) = found.get_mut(number) {
                group.position = group.position.min(signatory.position);
            }
            group_of.push(number);
        }

        let sort = SortOptions {
            language: options.language.clone(),
            keep_articles: true,
            letter_by_letter: false,
        };
        let mut sequence: Vec<usize> = (0..found.len()).collect();
        sequence.sort_by_cached_key(|at| {
            found.get(*at).map(|group| {
                let alphabetical = match (&group.heading, options.group) {
                    (Some(heading), GroupBy::State | GroupBy::Type) => sort_key(heading, &sort),
                    _ => Vec::new(),
                };
                (group.key.section, group.key.rank, alphabetical, group.position)
            })
        });
        let headings = sequence
            .iter()
            .filter_map(|at| heading(*at, &found, labels))
            .collect();
        let mut place_of = vec![0; found.len()];
        for (place, at) in sequence.into_iter().enumerate() {
            if let Some(slot) = place_of.get_mut(at) {
                *slot = place;
            }
        }
        for group in &mut group_of {
            *group = place_of.get(*group).copied().unwrap_or_default();
        }
        Self { headings, group_of }
    }
}

/// The heading that prints over a group. Where nothing else is found "Other" would head the whole list, so it goes; and what
/// follows the leads gets a heading, or it would look as if it belonged to them.
fn heading(at: usize, found: &[Found], labels: &dyn Labels) -> Option<Option<String>> {
    let group = found.get(at)?;
    let unnamed = group.heading.is_none() || group.key.rank == NOWHERE;
    let only_one = found
        .iter()
        .filter(|other| other.key.section == Section::Proper)
        .count()
        == 1;
    if group.key.section == Section::Proper && unnamed && (only_one || group.heading.is_none()) {
        let after_leads = found.iter().any(|other| other.key.section == Section::Leads);
        return Some(after_leads.then(|| labels.text(Label::Signatories)));
    }
    Some(group.heading.clone())
}

/// Where the heading's text comes from; it is made once a group, not once a signatory.
enum Heading<'a> {
    None,
    Label(Label),
    Given(Cow<'a, str>),
}

impl Heading<'_> {
    fn text(self, labels: &dyn Labels) -> Option<String> {
        match self {
            Self::None => None,
            Self::Label(label) => Some(labels.text(label)),
            Self::Given(text) => Some(clean::one_line(&text).into_owned()),
        }
    }
}

struct Grouper<'o> {
    options: &'o BlockOptions,
    /// The country whose members stand under their states: that of most members.
    home: Option<String>,
}

impl Grouper<'_> {
    fn place<'s>(&self, signatory: &'s Signatory) -> (GroupKey<'s>, Heading<'s>) {
        let labelled = |section, label| (GroupKey::ranked(section, 0), Heading::Label(label));
        if self.options.late_heading && signatory.late {
            return labelled(Section::Late, Label::Late);
        }
        if self.options.lead_heading && signatory.lead {
            return labelled(Section::Leads, Label::Leads);
        }
        if self.options.individuals == Individuals::Apart && signatory.individual {
            return labelled(Section::Individuals, Label::Individuals);
        }
        match self.options.group {
            GroupBy::None => (GroupKey::ranked(Section::Proper, 0), Heading::None),
            GroupBy::Scope => by_scope(signatory.scope),
            GroupBy::State => self.by_state(signatory),
            GroupBy::Type => match filled(signatory.kind.as_deref()) {
                Some(kind) => (GroupKey::named(0, kind), Heading::Given(kind.into())),
                None => other(),
            },
            GroupBy::Heading => self.by_heading(signatory),
        }
    }

    fn by_state<'s>(&self, signatory: &'s Signatory) -> (GroupKey<'s>, Heading<'s>) {
        // The state of a body that works everywhere is only its address.
        if let Some(scope @ (Scope::International | Scope::National)) = signatory.scope {
            return by_scope(Some(scope));
        }
        let country = filled(signatory.country.as_deref());
        let at_home = country.is_none_or(|country| Some(country_id(country)) == self.home);
        let state = filled(signatory.state.as_deref());
        if at_home && let Some(state) = state {
            let name = state_name(state, &self.options.language);
            return (GroupKey::named(STATES, &name), Heading::Given(name));
        }
        match country {
            Some(country) => {
                let key = GroupKey {
                    section: Section::Proper,
                    rank: COUNTRIES,
                    name: country_id(country).into(),
                };
                (key, Heading::Given(country.into()))
            }
            None => other(),
        }
    }

    /// One's own headings in one's own order; those without a heading stand before them, as in a typed list.
    fn by_heading<'s>(&self, signatory: &'s Signatory) -> (GroupKey<'s>, Heading<'s>) {
        let Some(heading) = filled(signatory.heading.as_deref()) else {
            return (GroupKey::ranked(Section::Proper, 0), Heading::None);
        };
        let mut key = GroupKey::named(UNLISTED, heading);
        if let Some(at) = self
            .options
            .headings
            .iter()
            .position(|listed| words::fold(listed.trim()) == key.name)
        {
            key.rank = at + 1;
        }
        (key, Heading::Given(heading.into()))
    }
}

impl GroupKey<'_> {
    fn ranked(section: Section, rank: usize) -> Self {
        Self {
            section,
            rank,
            name: Cow::Borrowed(""),
        }
    }

    fn named(rank: usize, name: &str) -> Self {
        Self {
            section: Section::Proper,
            rank,
            name: words::fold(&clean::one_line(name)).into(),
        }
    }
}

fn by_scope<'s>(scope: Option<Scope>) -> (GroupKey<'s>, Heading<'s>) {
    match scope {
        Some(scope) => (
            GroupKey::ranked(Section::Proper, scope_rank(scope)),
            Heading::Label(Label::Scope(scope)),
        ),
        None => other(),
    }
}

fn other<'s>() -> (GroupKey<'s>, Heading<'s>) {
    (
        GroupKey::ranked(Section::Proper, NOWHERE),
        Heading::Label(Label::Other),
    )
}

/// From far to near; tribal nations, sovereign as they are, before states.
fn scope_rank(scope: Scope) -> usize {
    match scope {
        Scope::International => 0,
        Scope::National => 1,
        Scope::Tribal => 2,
        Scope::State => 3,
        Scope::Local => 4,
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The name of a state as a heading prints it: a postal code spelled out, anything else as it was given.
pub(super) fn state_name<'s>(state: &'s str, language: &str) -> Cow<'s, str> {
    let code = words::state_code(&words::fold(state));
    code.and_then(|code| states::spelled_out(code, language))
        .map_or(Cow::Borrowed(state), Cow::Borrowed)
}

/// The same for every spelling of a country.
fn country_id(country: &str) -> String {
    let folded = words::fold(country);
    if let Some(code) = words::country_code(&folded) {
        return code.to_owned();
    }
    match folded.as_str() {
        "us" | "usa" | "u.s." | "u.s.a." => "US".to_owned(),
        code if code.len() == 2 => code.to_ascii_uppercase(),
        _ => folded,
    }
}

/// The country of most signatories that have one; in a tie the first met.
fn home_country(printed: &[&Signatory]) -> Option<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut of_spelling: HashMap<&str, usize> = HashMap::new();
    for country in printed
        .iter()
        .filter_map(|signatory| filled(signatory.country.as_deref()))
    {
        let at = *of_spelling.entry(country).or_insert_with(|| {
            let id = country_id(country);
            counts
                .iter()
                .position(|(known, _)| *known == id)
                .unwrap_or_else(|| {
                    counts.push((id, 0));
                    counts.len() - 1
                })
        });
        if let Some((_, count)) = counts.get_mut(at) {
            *count += 1;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(id, _)| id)
}
