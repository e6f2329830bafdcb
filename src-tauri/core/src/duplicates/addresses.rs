//! Which organizations have a site or the domain of an email in common, and how much that says.

use std::collections::{HashMap, HashSet};

use base::messages::Message;
use base::sites::{Site, own_email_domain};

/// What more organizations than this have in common is a platform's or a movement's, and makes no pair by itself.
const MAX_SHARING: usize = 6;

/// So many addresses are read between two reports of progress.
const PORTION: usize = 4_096;

/// An address that two organizations have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shared {
    /// The same site.
    Site(String),
    /// The site of the one is the domain of an email at the other.
    SiteAndEmail(String),
    /// The same domain in emails of people at both.
    Email(String),
}

impl Shared {
    /// The reason as a message.
    pub(super) fn message(&self) -> Message {
        match self {
            Self::Site(site) => Message::new("reason-same-site").text("site", site),
            Self::SiteAndEmail(domain) => Message::new("reason-site-and-email").text("domain", domain),
            Self::Email(domain) => Message::new("reason-same-email-domain").text("domain", domain),
        }
    }

    /// How likely two are the same by this alone, from 0 to 1, when their names are so much alike. An email domain is
    /// often that of a house where several are; without a word in common it says little.
    pub(super) fn score(&self, alike: f64) -> f64 {
        let (least, gain) = match self {
            Self::Site(_) => (0.76, 0.15),
            Self::SiteAndEmail(_) => (0.70, 0.25),
            Self::Email(_) => (0.62, 0.40),
        };
        (least + gain * alike).min(0.85)
    }
}

/// How an organization has a host.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// As its site, with this path.
    Site(String),
    /// In an email.
    Email,
}

/// The hosts of all organizations.
pub(super) struct Addresses {
    by_host: HashMap<String, Vec<(i64, Use)>>,
    of_organization: HashMap<i64, Vec<String>>,
}

impl Addresses {
    /// Reads sites and emails as they were typed. When `progress` answers `false` the rest is left out.
    pub(super) fn read(
        sites: &[(i64, String)],
        emails: &[(i64, String)],
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Self {
        let of = sites.len() + emails.len();
        let mut by_host: HashMap<String, Vec<(i64, Use)>> = HashMap::new();
        for (done, (id, text)) in sites.iter().enumerate() {
            if done.is_multiple_of(PORTION) && !progress(done, of) {
                break;
            }
            if let Some(Site { host, path }) = Site::read(text) {
                by_host.entry(host).or_default().push((*id, Use::Site(path)));
            }
        }
        for (done, (id, email)) in emails.iter().enumerate() {
            if done.is_multiple_of(PORTION) && !progress(sites.len() + done, of) {
                break;
            }
            if let Some(domain) = own_email_domain(email) {
                by_host.entry(domain).or_default().push((*id, Use::Email));
            }
        }
        let mut of_organization: HashMap<i64, Vec<String>> = HashMap::new();
        by_host.retain(|host, uses| {
            uses.sort_unstable();
            uses.dedup();
            let several = uses.iter().any(|(id, _)| *id != uses[0].0);
            if several {
                let ids: HashSet<i64> = uses.iter().map(|(id, _)| *id).collect();
                for id in ids {
                    of_organization.entry(id).or_default().push(host.clone());
                }
            }
            several
        });
        Self {
            by_host,
            of_organization,
        }
    }

    /// The pairs of organizations that share an address which only a few have, the smaller id first.
    pub(super) fn pairs(&self) -> Vec<(i64, i64)> {
        let mut pairs = Vec::new();
        for uses in self.by_host.values() {
            let mut ids: Vec<i64> = uses.iter().map(|(id, _)| *id).collect();
            ids.dedup();
            if ids.len() > MAX_SHARING {
                continue;
            }
            for (at, a) in ids.iter().enumerate() {
                pairs.extend(ids[at + 1..].iter().map(|b| (*a, *b)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// What two organizations have in common, the strongest first.
    pub(super) fn shared_by(&self, a: i64, b: i64) -> Vec<Shared> {
        let none = Vec::new();
        let hosts = self.of_organization.get(&a).unwrap_or(&none);
        let mut shared: Vec<Shared> = hosts
            .iter()
            .filter_map(|host| self.shared_at(host, a, b))
            .collect();
        shared.sort_by_key(|shared| match shared {
            Shared::Site(host) => (0, host.clone()),
            Shared::SiteAndEmail(host) => (1, host.clone()),
            Shared::Email(host) => (2, host.clone()),
        });
        shared
    }

    fn shared_at(&self, host: &str, a: i64, b: i64) -> Option<Shared> {
        let uses = self.by_host.get(host)?;
        let of = |id: i64| {
            let start = uses.partition_point(|(other, _)| *other < id);
            uses[start..]
                .iter()
                .take_while(move |(other, _)| *other == id)
                .map(|(_, how)| how)
        };
        let site = |id: i64| {
            of(id).find_map(|how| match how {
                Use::Site(path) => Some(path.as_str()),
                Use::Email => None,
            })
        };
        let email = |id: i64| of(id).any(|how| *how == Use::Email);
        match (site(a), site(b)) {
            // Two pages of one site are two projects, or two chapters.
            (Some(one), Some(other)) if one != other => None,
            (Some(_), Some(_)) => Some(Shared::Site(host.to_owned())),
            (Some(""), None) if email(b) => Some(Shared::SiteAndEmail(host.to_owned())),
            (None, Some("")) if email(a) => Some(Shared::SiteAndEmail(host.to_owned())),
            _ if email(a) && email(b) => Some(Shared::Email(host.to_owned())),
            _ => None,
        }
    }
}
