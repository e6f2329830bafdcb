//! Which heading each signatory stands under, and in which order the headings stand.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::labels::{Label, Labels};
use super::options::{BlockOptions, GroupBy, Individuals};
use super::{Signatory, clean, states};
use names::recognize::words;
use names::sort::{SortOptions, sort_key};
use vocabulary::Scope;

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

/// From far to near; tribal nations, sovereign as they are, before states.
const SCOPES: [Scope; 5] = [
    Scope::International,
    Scope::National,
    Scope::Tribal,
    Scope::State,
    Scope::Local,
];
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
        // Most signatories say what one before them said; only what is new is folded and looked up.
        let mut of_traits: HashMap<Traits, usize> = HashMap::new();
        let mut numbers: HashMap<GroupKey, usize> = HashMap::new();
        let mut found: Vec<Found> = Vec::new();
        let mut group_of: Vec<usize> = Vec::with_capacity(printed.len());
        for signatory in printed {
            let traits = grouper.traits(signatory);
            let number = *of_traits.entry(traits).or_insert_with(|| {
                let (key, heading) = grouper.place(&traits);
                *numbers.entry(key.clone()).or_insert_with(|| {
                    found.push(Found {
                        key,
                        heading: heading.text(labels),
                        position: signatory.position,
                    });
                    found.len() - 1
                })
            });
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
                    (
                        Some(heading),
                        GroupBy::State | GroupBy::Country | GroupBy::Type | GroupBy::District,
                    ) => sort_key(heading, &sort),
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

/// The ways of grouping in which a group is looked for by its name, where the choices group by none.
const BY_NAME: [GroupBy; 6] = [
    GroupBy::Heading,
    GroupBy::Scope,
    GroupBy::State,
    GroupBy::Country,
    GroupBy::Type,
    GroupBy::District,
];

/// Those who stand under one heading, by whatever grouping has it, that of the options first.
pub(super) fn only<'s>(
    printed: &[&'s Signatory],
    name: &str,
    options: &BlockOptions,
    labels: &dyn Labels,
) -> Vec<&'s Signatory> {
    let wanted = words::fold(&clean::one_line(name));
    groupings(options)
        .find_map(|options| {
            let grouping = Grouping::new(printed, &options, labels);
            let is_it = |heading: &Option<String>| {
                heading
                    .as_ref()
                    .is_some_and(|heading| words::fold(heading) == wanted)
            };
            let group = grouping.headings.iter().position(is_it)?;
            let members = printed.iter().zip(&grouping.group_of);
            Some(
                members
                    .filter(|(_, of)| **of == group)
                    .map(|(member, _)| *member)
                    .collect(),
            )
        })
        .unwrap_or_default()
}

/// The headings that signatories can be found under by name.
pub(super) fn names(printed: &[&Signatory], options: &BlockOptions, labels: &dyn Labels) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for options in groupings(options) {
        for heading in Grouping::new(printed, &options, labels)
            .headings
            .into_iter()
            .flatten()
        {
            if !names.contains(&heading) {
                names.push(heading);
            }
        }
    }
    names
}

/// The options with each grouping that is tried, their own first.
fn groupings(options: &BlockOptions) -> impl Iterator<Item = BlockOptions> {
    let own = options.group;
    std::iter::once(own)
        .chain(BY_NAME.into_iter().filter(move |group| *group != own))
        .map(|group| BlockOptions {
            group,
            ..options.clone()
        })
}

/// The heading that prints over a group. Where nothing else is found "Other" would head the whole list, so it
/// goes; and what follows the leads gets a heading, or it would look as if it belonged to them.
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

/// What the options look at in a signatory; two that share it share the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Traits<'a> {
    section: Section,
    /// The place of its scope in [`SCOPES`].
    scope: Option<usize>,
    /// State, type, district or own heading.
    name: Option<&'a str>,
    country: Option<&'a str>,
}

struct Grouper<'o> {
    options: &'o BlockOptions,
    /// The country whose members stand under their states: that of most members.
    home: Option<String>,
}

impl Grouper<'_> {
    fn traits<'s>(&self, signatory: &'s Signatory) -> Traits<'s> {
        let section = if self.options.late_heading && signatory.late {
            Section::Late
        } else if self.options.lead_heading && signatory.lead {
            Section::Leads
        } else if self.options.individuals == Individuals::Apart && signatory.individual {
            Section::Individuals
        } else {
            Section::Proper
        };
        let scope = || {
            signatory
                .scope
                .and_then(|scope| SCOPES.iter().position(|known| *known == scope))
        };
        let traits = Traits {
            section,
            scope: None,
            name: None,
            country: None,
        };
        if section != Section::Proper {
            return traits;
        }
        match self.options.group {
            GroupBy::None => traits,
            GroupBy::Scope => Traits {
                scope: scope(),
                ..traits
            },
            GroupBy::Country => Traits {
                country: filled(signatory.country.as_deref()),
                ..traits
            },
            GroupBy::Type => Traits {
                name: filled(signatory.kind.as_deref()),
                ..traits
            },
            GroupBy::District => Traits {
                name: filled(signatory.district.as_deref()),
                ..traits
            },
            GroupBy::Heading => Traits {
                name: filled(signatory.heading.as_deref()),
                ..traits
            },
            GroupBy::State => match signatory.scope {
                // The state of a body that works everywhere is only its address.
                Some(Scope::International | Scope::National) => Traits {
                    scope: scope(),
                    ..traits
                },
                _ => Traits {
                    name: filled(signatory.state.as_deref()),
                    country: filled(signatory.country.as_deref()),
                    ..traits
                },
            },
        }
    }

    fn place<'s>(&self, traits: &Traits<'s>) -> (GroupKey<'s>, Heading<'s>) {
        let labelled = |label| (GroupKey::ranked(traits.section, 0), Heading::Label(label));
        match (traits.section, self.options.group) {
            (Section::Late, _) => labelled(Label::Late),
            (Section::Leads, _) => labelled(Label::Leads),
            (Section::Individuals, _) => labelled(Label::Individuals),
            (Section::Proper, GroupBy::None) => (GroupKey::ranked(Section::Proper, 0), Heading::None),
            (Section::Proper, GroupBy::Scope) => by_scope(traits.scope),
            (Section::Proper, GroupBy::State) => self.by_state(traits),
            (Section::Proper, GroupBy::Country) => by_country(traits.country),
            (Section::Proper, GroupBy::Type | GroupBy::District) => match traits.name {
                Some(name) => (GroupKey::named(0, name), Heading::Given(name.into())),
                None => other(),
            },
            (Section::Proper, GroupBy::Heading) => self.by_heading(traits.name),
        }
    }

    fn by_state<'s>(&self, traits: &Traits<'s>) -> (GroupKey<'s>, Heading<'s>) {
        if traits.scope.is_some() {
            return by_scope(traits.scope);
        }
        let at_home = traits
            .country
            .is_none_or(|country| Some(country_id(country)) == self.home);
        if at_home && let Some(state) = traits.name {
            let name = state_name(state, &self.options.language);
            return (GroupKey::named(STATES, &name), Heading::Given(name));
        }
        by_country(traits.country)
    }

    /// One's own headings in one's own order; those without a heading stand before them, as in a typed list.
    fn by_heading<'s>(&self, heading: Option<&'s str>) -> (GroupKey<'s>, Heading<'s>) {
        let Some(heading) = heading else {
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

fn by_scope<'s>(scope: Option<usize>) -> (GroupKey<'s>, Heading<'s>) {
    match scope.and_then(|at| Some((at, *SCOPES.get(at)?))) {
        Some((at, scope)) => (
            GroupKey::ranked(Section::Proper, at),
            Heading::Label(Label::Scope(scope)),
        ),
        None => other(),
    }
}

fn by_country(country: Option<&str>) -> (GroupKey<'_>, Heading<'_>) {
    let Some(country) = country else { return other() };
    let key = GroupKey {
        section: Section::Proper,
        rank: COUNTRIES,
        name: country_id(country).into(),
    };
    (key, Heading::Given(country.into()))
}

fn other<'s>() -> (GroupKey<'s>, Heading<'s>) {
    (
        GroupKey::ranked(Section::Proper, NOWHERE),
        Heading::Label(Label::Other),
    )
}

/// Whether two headings of the coordinator's own are one: case and accents do not part them.
pub fn same_heading(one: &str, other: &str) -> bool {
    words::fold(&clean::one_line(one)) == words::fold(&clean::one_line(other))
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

/// How many states the signatories are in, counted as a block by states has them.
pub(super) fn count_states(printed: &[&Signatory]) -> usize {
    let home = home_country(printed);
    // Each spelling once: to fold those of ten thousand takes as long as to sort them.
    let spellings: HashSet<(Option<&str>, &str)> = printed
        .iter()
        .filter(|signatory| !matches!(signatory.scope, Some(Scope::International | Scope::National)))
        .filter_map(|signatory| {
            let state = filled(signatory.state.as_deref())?;
            Some((filled(signatory.country.as_deref()), state))
        })
        .collect();
    let states: HashSet<String> = spellings
        .into_iter()
        .filter(|(country, _)| country.is_none_or(|country| Some(country_id(country)) == home))
        .map(|(_, state)| words::fold(&state_name(state, "en")))
        .collect();
    states.len()
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
