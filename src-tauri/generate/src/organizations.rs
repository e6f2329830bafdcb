//! The organizations of a synthetic coalition: parents first, then chapters, bodies that stand by themselves, and a few that
//! are there twice in another spelling.

use std::collections::HashSet;

use rusqlite::{Connection, params};
use undersigned_core::Result;
use undersigned_core::bulk::Ids;
use vocabulary::{AliasKind, Membership, OrganizationKind, Scope};

use super::names::{Named, Place, acronym, invent, invent_chapter, invent_parent, misspell, slug};
use super::random::Random;
use super::words::{DECIDERS, NEVER, NOTES, TAGS};

/// One in so many organizations has chapters.
const FAMILY: usize = 80;

/// An organization as the rest of the coalition needs to know it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) prints_as: Option<String>,
    pub(super) place: Place,
    pub(super) kind: OrganizationKind,
    pub(super) scope: Scope,
    pub(super) membership: Option<Membership>,
    /// The host of its site and of its people's emails.
    pub(super) host: String,
    /// Which of them is above it.
    pub(super) parent: Option<usize>,
    /// Its name in English, when it is in another language.
    translation: Option<String>,
    /// Which of them it is, in another spelling.
    twin: Option<usize>,
    /// Who signs for it, and as what; known once there are people.
    pub(super) signer: Option<(String, &'static str)>,
    /// Whether somebody is the one to write to there.
    pub(super) has_primary: bool,
}

/// Makes up so many organizations, all of different names.
pub(super) fn make(seed: u64, count: usize, ids: &mut Ids) -> Vec<Made> {
    let mut random = Random::new(seed, 1);
    let mut made: Vec<Made> = Vec::with_capacity(count);
    // Only asked whether something is in them: their order decides nothing.
    let (mut names, mut hosts) = (HashSet::with_capacity(count), HashSet::with_capacity(count));
    let parents = count / FAMILY;
    while made.len() < count {
        let at = made.len();
        let (mut parent, mut twin) = (None, None);
        let named = if at < parents {
            invent_parent(&mut random)
        } else if parents > 0 && random.percent(18) {
            // Some families are large, most are small: the smaller of two draws.
            let above = random.below(parents).min(random.below(parents));
            parent = Some(above);
            match made.get(above) {
                Some(above) => invent_chapter(&mut random, &above.name, above.kind),
                None => invent(&mut random),
            }
        } else if random.permille(12)
            && let Some((of, original)) = Some(random.below(at)).and_then(|of| Some((of, made.get(of)?)))
        {
            let (original, initials) = (original.clone(), acronym(&original.name));
            // A chapter's twin is a chapter too: nothing else makes them the same.
            parent = original.parent;
            twin = Some(of);
            Named {
                name: misspell(&mut random, &original.name, initials.as_deref()),
                kind: original.kind,
                scope: original.scope,
                place: original.place,
                translation: None,
            }
        } else {
            invent(&mut random)
        };
        let named = match distinct(&mut random, named, &mut names) {
            Some(named) => named,
            None => continue,
        };
        let host = match twin.and_then(|of| made.get(of)) {
            Some(original) if random.percent(50) => original.host.clone(),
            _ => host(&named.name, at, &mut hosts),
        };
        let membership = random.weighted(&[
            (24, Some(Membership::Member)),
            (28, Some(Membership::Ally)),
            (34, Some(Membership::Prospect)),
            (6, Some(Membership::Former)),
            (8, None),
        ]);
        let prints_as = match named.name.strip_suffix(", Inc.") {
            Some(bare) if random.percent(40) => Some(bare.to_owned()),
            _ => None,
        };
        made.push(Made {
            id: ids.id(),
            name: named.name,
            prints_as,
            place: named.place,
            kind: named.kind,
            scope: named.scope,
            membership: membership.flatten(),
            host,
            parent,
            translation: named.translation,
            twin,
            signer: None,
            has_primary: false,
        });
    }
    made
}

/// The name, or one made different by a number; None when a twin would have the very same name.
fn distinct(random: &mut Random, mut named: Named, names: &mut HashSet<String>) -> Option<Named> {
    if !names.contains(&named.name) {
        names.insert(named.name.clone());
        return Some(named);
    }
    for _ in 0..8 {
        let numbered = match named.kind {
            OrganizationKind::Labor => format!("{} ({})", named.name, named.place.city),
            OrganizationKind::Faith => format!("{} No. {}", named.name, random.between(2, 99)),
            _ => format!("{} of {}", named.name, named.place.city),
        };
        if names.insert(numbered.clone()) {
            named.name = numbered;
            return Some(named);
        }
    }
    None
}

/// A host that nobody else has.
fn host(name: &str, at: usize, hosts: &mut HashSet<String>) -> String {
    let mut host = slug(name, 28);
    if host.is_empty() || hosts.contains(&host) {
        host.push_str(&at.to_string());
    }
    hosts.insert(host.clone());
    host
}

/// Writes them with what they are called else and their tags.
pub(super) fn write(conn: &Connection, seed: u64, made: &[Made], ids: &mut Ids) -> Result<()> {
    let mut random = Random::new(seed, 2);
    let mut alias = conn.prepare(
        "INSERT INTO organization_alias (id, organization_id, name, kind) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut tag =
        conn.prepare("INSERT OR IGNORE INTO organization_tag (organization_id, tag) VALUES (?1, ?2)")?;
    let mut organization = conn.prepare(
        "INSERT INTO organization (id, name, prints_as, sort_as, scope, parent_id, city, state, country, note,
                                   kind, website, membership, decides, lead_days, never_signs, ask_first)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?;
    // Few share their initials with another, as in real lists; only asked whether some are in it.
    let mut taken = HashSet::new();
    for one in made {
        let parent = one.parent.and_then(|at| made.get(at)).map(|parent| parent.id);
        let sort_as = random.permille(6).then(|| {
            one.name
                .trim_start_matches("The ")
                .trim_start_matches("St. ")
                .to_owned()
        });
        // Lists are never filled in whole.
        let known = |random: &mut Random, percent: usize| random.percent(percent);
        let city = if known(&mut random, 93) {
            one.place.city.as_str()
        } else {
            ""
        };
        let state = if known(&mut random, 96) {
            one.place.state
        } else {
            ""
        };
        let country = if known(&mut random, 85) {
            one.place.country
        } else {
            ""
        };
        let note = if known(&mut random, 14) {
            random.pick(&NOTES)
        } else {
            ""
        };
        let website = if known(&mut random, 70) {
            website(&mut random, one, made)
        } else {
            String::new()
        };
        let decides = if known(&mut random, 30) {
            random.pick(&DECIDERS)
        } else {
            ""
        };
        let lead_days =
            known(&mut random, 32).then(|| random.pick(&[1, 2, 3, 5, 7, 7, 10, 14, 14, 21, 30, 45]));
        let never = if known(&mut random, 6) {
            random.pick(&NEVER)
        } else {
            ""
        };
        organization.execute(params![
            one.id,
            one.name,
            one.prints_as,
            sort_as,
            Some(one.scope).filter(|_| known(&mut random, 95)),
            parent,
            city,
            state,
            country,
            note,
            Some(one.kind).filter(|_| known(&mut random, 94)),
            website,
            one.membership,
            decides,
            lead_days,
            never,
            random.percent(8),
        ])?;
        for (name, kind) in aliases(&mut random, one, &mut taken) {
            alias.execute(params![ids.id(), one.id, name, kind])?;
        }
        for _ in 0..random.below(9).saturating_sub(4) {
            tag.execute(params![one.id, random.pick(&TAGS)])?;
        }
    }
    Ok(())
}

/// What else an organization is called.
fn aliases(random: &mut Random, one: &Made, taken: &mut HashSet<String>) -> Vec<(String, AliasKind)> {
    let mut aliases = Vec::new();
    let initials = acronym(&one.name);
    if let Some(initials) = initials.clone().filter(|_| random.percent(38))
        && (taken.insert(initials.clone()) || random.percent(2))
    {
        aliases.push((initials, AliasKind::Acronym));
    }
    if random.percent(5) {
        let former = invent(random).name;
        aliases.push((former, AliasKind::Former));
    }
    // A twin is the other spelling already.
    if one.twin.is_none() && random.percent(6) {
        let spelling = misspell(random, &one.name, initials.as_deref());
        if spelling != one.name {
            aliases.push((spelling, AliasKind::Spelling));
        }
    }
    if let Some(translation) = one.translation.as_ref().filter(|_| random.percent(50)) {
        aliases.push((translation.clone(), AliasKind::Translation));
    }
    aliases
}

/// Its site as people type one.
fn website(random: &mut Random, one: &Made, made: &[Made]) -> String {
    let host = &one.host;
    if let Some(parent) = one
        .parent
        .and_then(|at| made.get(at))
        .filter(|_| random.percent(35))
    {
        return format!(
            "https://www.{}.example.org/chapters/{}",
            parent.host,
            slug(&one.place.city, 20)
        );
    }
    match random.below(10) {
        0 => format!("{host}.example.org"),
        1 => format!("www.{host}.example.org"),
        2 => format!("http://{host}.example.org/"),
        3 | 4 => format!("https://www.{host}.example.org"),
        _ => format!("https://{host}.example.org"),
    }
}
