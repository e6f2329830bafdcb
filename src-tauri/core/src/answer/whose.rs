//! Whose an answer is: the ladder, from the code of the ask down to what it resembles.

use rusqlite::params;

use super::{Guess, KnownBy};
use crate::coalition::Coalition;
use crate::import::organization_of;
use crate::signon::code::{coded_in, sent_about};
use base::error::Result;
use base::sites::{domain_of_site, own_email_domain};
use drafts::code::find_in;
use names::recognize::words::fold;
use reading::answer::Automatic;
use reading::mail::Mail;
use vocabulary::ids::{OrganizationId, PersonId, SignOnId};

/// How many guesses are offered.
const MOST: usize = 3;

/// The sign-ons that a message may be to, the likeliest first, and what looks like a code in it and is none.
pub(super) fn guesses(coalition: &Coalition, mail: &Mail) -> Result<(Vec<Guess>, Vec<String>)> {
    let mut found = Found {
        coalition,
        guesses: Vec::new(),
    };
    let conn = &coalition.conn;
    let own = format!("{}\n{}", mail.subject, mail.own_words);
    let damaged = find_in(&own).damaged;
    for coded in coded_in(conn, &own)? {
        found.add(coded.sign_on, KnownBy::Code)?;
    }
    if mail.automatic == Some(Automatic::Bounce) && found.guesses.is_empty() {
        for coded in coded_in(conn, &format!("{}\n{}", mail.returned, mail.text))? {
            found.add(coded.sign_on, KnownBy::Code)?;
        }
        for failed in &mail.failed {
            found.of_address(&failed.email)?;
        }
        return Ok((found.first(), damaged));
    }
    if found.guesses.is_empty() {
        for coded in coded_in(conn, &mail.text)? {
            let by = if is_of(coalition, mail, coded.sign_on)? {
                KnownBy::QuotedCode
            } else {
                KnownBy::ForeignCode
            };
            found.add(coded.sign_on, by)?;
        }
    }
    if let Some(sign_on) = sent_about(conn, &mail.answers)? {
        found.add(sign_on, KnownBy::Thread)?;
    }
    if found.is_sure() {
        return Ok((found.first(), damaged));
    }
    found.of_address(&mail.from.email)?;
    if !found.is_sure() {
        found.of_name_in(mail)?;
    }
    if !found.is_sure() {
        found.of_domain(&mail.from.email)?;
        found.of_likeness(mail)?;
    }
    Ok((found.first(), damaged))
}

struct Found<'a> {
    coalition: &'a Coalition,
    guesses: Vec<Guess>,
}

impl Found<'_> {
    fn is_sure(&self) -> bool {
        self.guesses.iter().any(|guess| guess.by.is_sure())
    }

    /// The best of them, the surest first.
    fn first(mut self) -> Vec<Guess> {
        self.guesses.sort_by_key(|guess| guess.by);
        self.guesses.truncate(MOST);
        self.guesses
    }

    fn add(&mut self, sign_on: SignOnId, by: KnownBy) -> Result<()> {
        if let Some(known) = self.guesses.iter_mut().find(|known| known.sign_on == sign_on) {
            known.by = known.by.min(by);
            return Ok(());
        }
        let guess = self
            .coalition
            .conn
            .prepare_cached(
                "SELECT s.letter_id, l.title, s.prints_as, s.status FROM sign_on s JOIN letter l ON l.id = s.letter_id
                 WHERE s.id = ?1",
            )?
            .query_row([sign_on], |row| {
                Ok(Guess {
                    sign_on,
                    letter_id: row.get(0)?,
                    letter: row.get(1)?,
                    name: row.get(2)?,
                    status: row.get(3)?,
                    by,
                })
            })?;
        self.guesses.push(guess);
        Ok(())
    }

    /// Adds the sign-ons of an organization on letters that are open, who was asked last first, and of the same moment
    /// the latest letter. Where there are several letters, which one is meant is for a person to say.
    fn add_organization(&mut self, organization: OrganizationId, by: KnownBy) -> Result<()> {
        let mut statement = self.coalition.conn.prepare_cached(
            "SELECT s.id, s.status IN ('asked', 'considering', 'said-yes') FROM sign_on s JOIN letter l ON l.id = s.letter_id
             WHERE s.organization_id = ?1 AND l.stage IN ('circulating', 'closed')
             ORDER BY 2 DESC, s.last_contact DESC, l.created_at DESC, l.entered DESC, s.id LIMIT 6",
        )?;
        let rows = statement.query_map([organization], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found: Vec<(SignOnId, bool)> = rows.collect::<rusqlite::Result<_>>()?;
        let awaited = found.iter().filter(|(_, awaited)| *awaited).count();
        // One letter waits for their answer, or there is one letter at all.
        let is_plain = awaited == 1 || found.len() == 1;
        for (at, (sign_on, _)) in found.into_iter().enumerate() {
            let by = if at == 0 && is_plain {
                by
            } else {
                by.max(KnownBy::Likeness)
            };
            self.add(sign_on, by)?;
        }
        Ok(())
    }

    /// Adds who an address is of: whoever was asked at it, else the organizations that its person is at.
    fn of_address(&mut self, email: &str) -> Result<()> {
        if email.is_empty() {
            return Ok(());
        }
        let people = people_at(self.coalition, email)?;
        let mut organizations: Vec<OrganizationId> = Vec::new();
        for person in people {
            let mut statement = self.coalition.conn.prepare_cached(
                "SELECT organization_id FROM affiliation WHERE person_id = ?1 AND until IS NULL ORDER BY is_primary DESC, entered, id",
            )?;
            let rows = statement.query_map([person], |row| row.get(0))?;
            for organization in rows {
                let organization = organization?;
                if !organizations.contains(&organization) {
                    organizations.push(organization);
                }
            }
        }
        let by = if organizations.len() == 1 {
            KnownBy::Address
        } else {
            KnownBy::Likeness
        };
        for organization in organizations {
            self.add_organization(organization, by)?;
        }
        Ok(())
    }

    /// Adds the organization that the sender is called by, is named under the message, or that somebody of the sender's name is at.
    fn of_name_in(&mut self, mail: &Mail) -> Result<()> {
        let Some(sender) = organization_of(self.coalition, mail)? else {
            return Ok(());
        };
        let recognition = self.coalition.recognize(&sender.name)?;
        if let Some(best) = recognition.candidates.first() {
            let by = if sender.by_name {
                KnownBy::Name
            } else {
                KnownBy::Signature
            };
            self.add_organization(OrganizationId(best.id), by)?;
        }
        Ok(())
    }

    /// Adds the organizations that were asked and whose website or people are at the sender's domain.
    fn of_domain(&mut self, email: &str) -> Result<()> {
        // A provider of mail for anybody is no organization's site, whatever it is called.
        let host = email
            .rsplit_once('@')
            .map(|(_, host)| host.to_lowercase())
            .unwrap_or_default();
        for (organization, website) in self.sites()? {
            if domain_of_site(&website).is_some_and(|site| is_within(&host, &site)) {
                self.add_organization(organization, KnownBy::Domain)?;
            }
        }
        let Some(domain) = own_email_domain(email) else {
            return Ok(());
        };
        let mut statement = self.coalition.conn.prepare_cached(
            "SELECT DISTINCT a.organization_id FROM contact_point c JOIN affiliation a ON a.person_id = c.person_id
             WHERE c.kind = 'email' AND a.until IS NULL AND lower(c.value) LIKE '%@' || ?1 LIMIT 3",
        )?;
        let rows = statement.query_map([&domain], |row| row.get(0))?;
        for organization in rows.collect::<rusqlite::Result<Vec<OrganizationId>>>()? {
            self.add_organization(organization, KnownBy::Domain)?;
        }
        Ok(())
    }

    fn sites(&self) -> Result<Vec<(OrganizationId, String)>> {
        let mut statement = self.coalition.conn.prepare_cached(
            "SELECT DISTINCT o.id, coalesce(o.website, '') FROM organization o JOIN sign_on s ON s.organization_id = o.id
             JOIN letter l ON l.id = s.letter_id WHERE o.website <> '' AND l.stage IN ('circulating', 'closed')",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds what the sender's name, domain and the subject resemble.
    fn of_likeness(&mut self, mail: &Mail) -> Result<()> {
        let from = mail.from.name.as_deref().unwrap_or("");
        let domain = own_email_domain(&mail.from.email).unwrap_or_default();
        let label = domain.split('.').next().unwrap_or_default();
        for text in [from, label, mail.subject.as_str()] {
            if text.chars().count() < 3 || self.guesses.len() >= MOST {
                continue;
            }
            for candidate in self.coalition.recognize(text)?.candidates.iter().take(MOST) {
                self.add_organization(OrganizationId(candidate.id), KnownBy::Likeness)?;
            }
        }
        Ok(())
    }
}

/// Whether one domain is another or below it.
fn is_within(domain: &str, site: &str) -> bool {
    !domain.is_empty() && (domain == site || domain.ends_with(&format!(".{site}")))
}

fn people_at(coalition: &Coalition, email: &str) -> Result<Vec<PersonId>> {
    let mut statement = coalition.conn.prepare_cached(
        "SELECT DISTINCT person_id FROM contact_point
         WHERE name_start(value) = name_start(?1) AND kind = 'email' AND value = ?1 COLLATE NOCASE LIMIT 5",
    )?;
    let rows = statement.query_map([email], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a message's sender is of the organization that a sign-on is of: by their address, by the domain of its website or of
/// its people, or by their name.
fn is_of(coalition: &Coalition, mail: &Mail, sign_on: SignOnId) -> Result<bool> {
    let (_, organization, prints_as) = coalition.subject_of_sign_on(sign_on)?;
    let from = fold(mail.from.name.as_deref().unwrap_or(""));
    let Some(organization) = organization else {
        return Ok(!from.is_empty() && from == fold(&prints_as));
    };
    let mut statement = coalition.conn.prepare_cached(
        "SELECT p.name, c.value FROM affiliation a JOIN person p ON p.id = a.person_id
         LEFT JOIN contact_point c ON c.person_id = p.id AND c.kind = 'email'
         WHERE a.organization_id = ?1 AND a.until IS NULL",
    )?;
    let mut rows = statement.query(params![organization])?;
    let domain = own_email_domain(&mail.from.email);
    while let Some(row) = rows.next()? {
        let (name, email): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let email = email.unwrap_or_default();
        let same_address = !email.is_empty() && email.eq_ignore_ascii_case(&mail.from.email);
        let same_domain = domain.is_some() && own_email_domain(&email) == domain;
        if same_address || same_domain || !from.is_empty() && fold(&name) == from {
            return Ok(true);
        }
    }
    let website: String = coalition
        .conn
        .prepare_cached("SELECT coalesce(website, '') FROM organization WHERE id = ?1")?
        .query_row([organization], |row| row.get(0))?;
    Ok(match (domain, domain_of_site(&website)) {
        (Some(domain), Some(site)) => is_within(&domain, &site),
        _ => false,
    })
}
