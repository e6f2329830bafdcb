//! What a site or an email says about whose it is: its host, and where many have theirs, the path too.
//!
//! The lists of providers where everybody has an address, which say nothing of an organization, are kept here.

/// A site as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// Its host without `www.`; with its path where every path is somebody else's.
    pub host: String,
    /// What follows the host, or empty.
    pub path: String,
}

impl Site {
    /// Reads a site as people type it: with a scheme or without, with blanks around, in any case. None when it has no host.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
        let text = text.trim_start_matches('/');
        let (address, path) = match text.find(['/', '?', '#']) {
            Some(at) => text.split_at(at),
            None => (text, ""),
        };
        let address = address.rsplit_once('@').map_or(address, |(_, host)| host);
        let host = address.split_once(':').map_or(address, |(host, _)| host);
        let mut host = host.trim_end_matches('.');
        for front in ["www.", "www2.", "m."] {
            if let Some(rest) = host.strip_prefix(front)
                && rest.contains('.')
            {
                host = rest;
            }
        }
        let path = path
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .trim_matches('/');
        let path = match path.rsplit('/').next() {
            Some(page) if page.starts_with("index.") || page.starts_with("default.") || page == "home" => {
                path[..path.len() - page.len()].trim_end_matches('/')
            }
            _ => path,
        };
        if !is_host(host) {
            return None;
        }
        if is_shared(host) {
            // Without a path it is the provider's own site, typed by mistake.
            return (!path.is_empty()).then(|| Self {
                host: format!("{host}/{path}"),
                path: String::new(),
            });
        }
        Some(Self {
            host: host.to_owned(),
            path: path.to_owned(),
        })
    }
}

/// The host of a site, when it is one of the organization's own.
pub fn domain_of_site(text: &str) -> Option<String> {
    Site::read(text)
        .map(|site| site.host)
        .filter(|host| !host.contains('/'))
}

/// The domain of an email, also where a name stands before it: "Ana <ana@grove.example>".
pub fn email_domain(email: &str) -> Option<String> {
    let domain = email.trim().trim_end_matches(['>', '.']).rsplit_once('@')?.1;
    Some(domain.to_lowercase()).filter(|domain| is_host(domain))
}

/// The domain of an email, when it is one of an organization's own.
pub fn own_email_domain(email: &str) -> Option<String> {
    email_domain(email).filter(|domain| !is_public(domain) && !EXAMPLES.contains(&domain.as_str()))
}

/// Whether two hosts are of one organization: one is the other, or above or below it, or they share all but their first label.
pub fn is_same_site(one: &str, other: &str) -> bool {
    let below = |low: &str, high: &str| low == high || low.ends_with(&format!(".{high}"));
    let above = |host: &str| {
        host.split_once('.')
            .map(|(_, rest)| rest.to_owned())
            .filter(|rest| {
                rest.matches('.').count() >= 1 && rest.split('.').next().is_some_and(|label| label.len() > 3)
            })
    };
    below(one, other) || below(other, one) || above(one).is_some() && above(one) == above(other)
}

fn is_host(text: &str) -> bool {
    text.contains('.')
        && !text.starts_with('.')
        && !text.chars().any(|c| c.is_whitespace() || c == '/' || c == '@')
}

/// Whether an email there says nothing of an organization: anybody can have one.
pub fn is_public(domain: &str) -> bool {
    let mut labels = domain.split('.');
    let first = labels.next().unwrap_or_default();
    // The large providers have a domain in many countries: yahoo.fr, hotmail.co.uk; but mail.example.org is somebody's own.
    let rest: Vec<&str> = labels.collect();
    let in_a_country = matches!(rest[..], [_] | ["co" | "com" | "ne" | "or", _]);
    let everywhere = MAIL_EVERYWHERE.contains(&first) && in_a_country;
    everywhere || MAIL.contains(&domain)
}

/// Whether every path of a host is somebody else's.
fn is_shared(host: &str) -> bool {
    SHARED.iter().any(|shared| {
        host == *shared
            || host
                .strip_suffix(shared)
                .is_some_and(|front| front.ends_with('.') && front.len() <= 7)
    })
}

/// The first label of mail providers that have a domain in each country.
const MAIL_EVERYWHERE: &[&str] = &[
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "aol",
    "icloud",
    "gmx",
    "yandex",
    "protonmail",
    "tutanota",
    "zoho",
    "mail",
];

/// Other providers of mail for anybody.
const MAIL: &[&str] = &[
    "me.com",
    "mac.com",
    "proton.me",
    "pm.me",
    "tuta.io",
    "tuta.com",
    "tutamail.com",
    "zohomail.com",
    "fastmail.com",
    "fastmail.fm",
    "hey.com",
    "hushmail.com",
    "mailbox.org",
    "posteo.de",
    "posteo.net",
    "riseup.net",
    "disroot.org",
    "duck.com",
    "inbox.com",
    "comcast.net",
    "verizon.net",
    "att.net",
    "sbcglobal.net",
    "bellsouth.net",
    "charter.net",
    "cox.net",
    "earthlink.net",
    "frontier.com",
    "optonline.net",
    "roadrunner.com",
    "rr.com",
    "juno.com",
    "netzero.net",
    "centurylink.net",
    "windstream.net",
    "tds.net",
    "q.com",
    "embarqmail.com",
    "aim.com",
    "rogers.com",
    "shaw.ca",
    "sympatico.ca",
    "telus.net",
    "bell.net",
    "videotron.ca",
    "btinternet.com",
    "sky.com",
    "talktalk.net",
    "virginmedia.com",
    "ntlworld.com",
    "web.de",
    "t-online.de",
    "freenet.de",
    "arcor.de",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "sfr.fr",
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    "terra.com.br",
    "uol.com.br",
    "bol.com.br",
    "ig.com.br",
    "terra.com",
    "prodigy.net.mx",
    "telefonica.net",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "naver.com",
    "daum.net",
    "hanmail.net",
    "rediffmail.com",
    "bigpond.com",
    "optusnet.com.au",
    "xtra.co.nz",
    "ya.ru",
    "bk.ru",
    "list.ru",
    "rambler.ru",
    "seznam.cz",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "ukr.net",
    "telenet.be",
    "skynet.be",
    "ziggo.nl",
    "kpnmail.nl",
    "bluewin.ch",
    "telia.com",
];

/// Domains of documentation and tests, where nobody is.
const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net"];

/// Hosts where each path is somebody's own page.
const SHARED: &[&str] = &[
    "facebook.com",
    "fb.com",
    "fb.me",
    "instagram.com",
    "twitter.com",
    "x.com",
    "linkedin.com",
    "youtube.com",
    "tiktok.com",
    "threads.net",
    "bsky.app",
    "t.me",
    "wa.me",
    "discord.gg",
    "linktr.ee",
    "bit.ly",
    "tinyurl.com",
    "sites.google.com",
    "docs.google.com",
    "drive.google.com",
    "medium.com",
    "github.com",
    "gitlab.com",
    "meetup.com",
    "eventbrite.com",
    "actionnetwork.org",
    "gofundme.com",
    "patreon.com",
    "paypal.com",
    "paypal.me",
    "opencollective.com",
    "guidestar.org",
    "en.wikipedia.org",
    "wikipedia.org",
    "mobilize.us",
    "groups.google.com",
    "groups.io",
    "nextdoor.com",
    "yelp.com",
    "pinterest.com",
    "reddit.com",
    "vimeo.com",
    "about.me",
    "carrd.co",
    "notion.site",
    "airtable.com",
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_site_is_its_host_however_it_was_typed() {
        for text in [
            "alder.example",
            " https://www.Alder.example/ ",
            "http://alder.example:8080/index.html",
            "//alder.example?from=mail",
            "www.alder.example.",
        ] {
            let site = Site::read(text).unwrap();
            assert_eq!(
                (site.host.as_str(), site.path.as_str()),
                ("alder.example", ""),
                "{text}"
            );
        }
        let site = Site::read("https://alder.example/chapters/viroqua/#top").unwrap();
        assert_eq!(site.path, "chapters/viroqua");
        for text in ["", "none", "see the card", "facebook.com", "https://"] {
            assert_eq!(Site::read(text), None, "{text}");
        }
    }

    #[test]
    fn where_everybody_has_a_page_the_page_is_the_site() {
        let one = Site::read("https://www.facebook.com/AlderNeighbors/").unwrap();
        let other = Site::read("m.facebook.com/alderneighbors").unwrap();
        assert_eq!(one, other);
        assert_ne!(one, Site::read("facebook.com/birchneighbors").unwrap());
    }

    #[test]
    fn a_public_provider_says_nothing() {
        assert_eq!(
            own_email_domain("mo@Alder.example").as_deref(),
            Some("alder.example")
        );
        for email in [
            "mo@gmail.com",
            "mo@yahoo.co.uk",
            "mo@hotmail.fr",
            "mo@web.de",
            "mo",
            "mo@",
            "@.",
        ] {
            assert_eq!(own_email_domain(email), None, "{email}");
        }
    }

    #[test]
    fn a_sender_is_of_a_site_when_their_domains_are_one() {
        assert_eq!(
            email_domain("Ana <ana@mail.grove.example.org>").as_deref(),
            Some("mail.grove.example.org")
        );
        assert!(is_same_site("mail.grove.example.org", "grove.example.org"));
        assert!(!is_same_site("grove.org", "moor.org"));
        assert!(!is_same_site("grove.co.uk", "moor.co.uk"));
    }
}
