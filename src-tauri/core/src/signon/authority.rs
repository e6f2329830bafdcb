//! Who may sign: soft marks of doubt about a yes, each settled by saying how it was verified.
//!
//! A mark never stands in the way by itself. It says what a careful coordinator would ask before the letter goes out: did this
//! come from the organization at all, and from somebody who may speak for it?

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Status, Via, get};
use crate::coalition::Coalition;
use crate::consent::{Dated, Filed, Piece, Stamp, stamp_for};
use base::error::{Error, Result};
use base::messages::Message;
use base::sites::{domain_of_site, email_domain, is_public, is_same_site};
use base::text::{check_length, one_line};
use names::recognize::words::fold;
use store::journal::{Change, Op};
use vocabulary::ids::{EvidenceId, LetterId, OrganizationId, SignOnId};
use vocabulary::{Membership, Scope};

/// A doubt about who may sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "ledger/")]
pub enum AuthorityMark {
    /// The answer came from another domain than that of the organization's website.
    OtherDomain,
    /// The answer for a national organization came from a free mail address.
    FreeMail,
    /// Who signed is known, and not as somebody of the organization.
    NotThere,
    /// Who signed is known at the organization, and not as somebody who may sign.
    MayNotSign,
    /// Nobody there was known before, and the organization signed nothing before.
    FirstContact,
    /// The organization is marked as a former one.
    Former,
    /// Nothing but a list names it.
    ListOnly,
}

impl AuthorityMark {
    /// The sentence that says it, and what to do.
    pub(crate) fn message_id(self) -> &'static str {
        match self {
            Self::OtherDomain => "check-other-domain",
            Self::FreeMail => "check-free-mail",
            Self::NotThere => "check-signer-not-there",
            Self::MayNotSign => "check-signer-may-not-sign",
            Self::FirstContact => "check-first-contact",
            Self::Former => "check-former-organization",
            Self::ListOnly => "check-list-only",
        }
    }
}

/// A mark on a sign-on, with the fact that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) mark: AuthorityMark,
    pub(crate) fact: String,
    /// The list that it rests on, where that is the mark.
    pub(crate) evidence: Option<EvidenceId>,
}

impl Coalition {
    /// Settles the marks about who may sign for a sign-on: who verified it, and how. It is kept as evidence of authority, which
    /// is no answer.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: nothing says who or how (fields `who`, `how`).
    pub fn verify_authority(
        &mut self,
        id: SignOnId,
        who: &str,
        how: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (who, how) = (one_line(who), how.trim().to_owned());
        for (field, text) in [("who", who.as_str()), ("how", how.as_str())] {
            if text.is_empty() {
                return Err(Error::field(field, Message::new("error-verify-empty")));
            }
        }
        check_length("who", &who)?;
        base::text::check_text("how", &how)?;
        let before = get(&self.conn, id)?;
        let op = Op::VerifyAuthority {
            name: before.prints_as.clone(),
        };
        self.transact(op, now, |tx| {
            let stamp = stamp_for(tx, Some(id), None)?;
            let evidence = EvidenceId(tx.id());
            tx.conn.execute(
                "INSERT INTO evidence (id, text, at, sender, dated, entered, about)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'authority')",
                params![evidence, how, stamp.at, who, stamp.dated.word(), stamp.entered],
            )?;
            super::evidence::attach(tx, id, evidence)?;
            tx.event(before.subject(format!("{}: {how}", before.prints_as)));
            Ok(())
        })
    }

    /// The marks of doubt about who may sign, of those who said yes on a letter. What was verified carries none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_authority_marks(&self, letter: LetterId) -> Result<Vec<(SignOnId, AuthorityMark)>> {
        self.check_letter_exists(letter)?;
        let filed = self.filed(letter)?;
        let marks = marks(&self.conn, letter, &filed)?;
        let mut all: Vec<(SignOnId, AuthorityMark)> = marks
            .into_iter()
            .flat_map(|(id, marks)| marks.into_iter().map(move |mark| (id, mark.mark)))
            .collect();
        all.sort();
        Ok(all)
    }
}

/// A yes as the marks look at it.
pub(super) struct Yes {
    pub(super) id: SignOnId,
    pub(super) organization: Option<OrganizationId>,
    pub(super) signer: String,
    pub(super) authorized_by: String,
    pub(super) membership: Option<Membership>,
    pub(super) scope: Option<Scope>,
    pub(super) website: String,
    pub(super) reason: String,
    /// At which line of the history it said no last; 0 when it never did.
    pub(super) refused: i64,
}

/// A yes that is not written yet, as an import would write it.
pub(crate) struct ExpectedYes<'a> {
    pub(crate) organization: OrganizationId,
    pub(crate) signer: &'a str,
    pub(crate) via: Via,
    /// Who sent it, where it is a message.
    pub(crate) sender: &'a str,
}

/// The marks that a yes would carry, as the sentences of the check. That nothing but a list names it is said of the whole list.
pub(crate) fn expected(
    conn: &Connection,
    letter: Option<LetterId>,
    of: &ExpectedYes<'_>,
) -> Result<Vec<Message>> {
    // Nobody is on a letter that is only begun.
    let letter = letter.unwrap_or(LetterId(0));
    let (name, yes) = conn
        .prepare_cached(
            "SELECT name, membership, scope, coalesce(website, '') FROM organization WHERE id = ?1",
        )?
        .query_row([of.organization], |row| {
            let yes = Yes {
                id: SignOnId(0),
                organization: Some(of.organization),
                signer: of.signer.to_owned(),
                authorized_by: String::new(),
                membership: row.get(1)?,
                scope: row.get(2)?,
                website: row.get(3)?,
                reason: String::new(),
                refused: 0,
            };
            Ok((row.get::<_, String>(0)?, yes))
        })?;
    let piece = Piece {
        id: EvidenceId(0),
        via: Some(of.via),
        sender: of.sender.to_owned(),
        stamp: Stamp {
            at: String::new(),
            dated: Dated::Entry,
            entered: i64::MAX,
        },
        is_answer: true,
        excerpt: None,
    };
    let person = expected_person(conn, of)?;
    let marks = marks_of(conn, letter, &yes, &[&piece], person)?;
    let marks = marks
        .into_iter()
        .filter(|mark| mark.mark != AuthorityMark::ListOnly);
    Ok(marks
        .map(|mark| {
            Message::new(mark.mark.message_id())
                .text("name", &name)
                .text("fact", mark.fact)
        })
        .collect())
}

/// As [`person_marks`], of one who is about to sign.
fn expected_person(conn: &Connection, of: &ExpectedYes<'_>) -> Result<Option<AuthorityMark>> {
    if of.signer.is_empty() {
        return Ok(None);
    }
    let mut statement = conn.prepare_cached(
        "SELECT p.name, a.organization_id IS ?2 AND a.until IS NULL, coalesce(a.may_sign, 0)
         FROM person p LEFT JOIN affiliation a ON a.person_id = p.id WHERE name_start(p.name) = name_start(?1)",
    )?;
    let rows = statement.query_map(params![of.signer, of.organization], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, Option<bool>>(1)?.unwrap_or(false),
            row.get::<_, bool>(2)?,
        ))
    })?;
    let mut known: Option<(bool, bool)> = None;
    for row in rows {
        let (name, there, may) = row?;
        if fold(&name) == fold(of.signer) {
            let of = known.get_or_insert_default();
            of.0 |= there;
            of.1 |= there && may;
        }
    }
    Ok(known.and_then(|(there, may)| mark_of_person(there, may)))
}

/// The marks of each yes on a letter.
pub(crate) fn marks(
    conn: &Connection,
    letter: LetterId,
    filed: &Filed,
) -> Result<HashMap<SignOnId, Vec<Mark>>> {
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.organization_id, s.signer, s.authorized_by, o.membership, o.scope, coalesce(o.website, ''), s.reason,
                s.refused_entered
         FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id
         WHERE s.letter_id = ?1 AND s.status IN (?2, ?3)",
    )?;
    let rows = statement.query_map(params![letter, Status::Confirmed, Status::SaidYes], |row| {
        Ok(Yes {
            id: row.get(0)?,
            organization: row.get(1)?,
            signer: row.get(2)?,
            authorized_by: row.get(3)?,
            membership: row.get(4)?,
            scope: row.get(5)?,
            website: row.get(6)?,
            reason: row.get(7)?,
            refused: row.get(8)?,
        })
    })?;
    marks_of_those(conn, letter, filed, rows)
}

/// The marks of these, which are all on one letter.
pub(super) fn marks_of_those(
    conn: &Connection,
    letter: LetterId,
    filed: &Filed,
    all: impl Iterator<Item = rusqlite::Result<Yes>>,
) -> Result<HashMap<SignOnId, Vec<Mark>>> {
    let people = person_marks(conn, letter)?;
    let mut found = HashMap::new();
    for yes in all {
        let yes = yes?;
        // At which line of the history it was last verified who may sign.
        let words = filed.of(yes.id).filter(|piece| !piece.is_answer);
        let verified = words.map(|piece| piece.stamp.entered).max();
        let mut pieces: Vec<&Piece> = filed.answers(yes.id).collect();
        pieces.sort_by_key(|piece| (piece.stamp.entered, piece.id));
        // What was verified once says nothing of an answer that came later.
        if let Some(since) = verified
            && pieces.iter().all(|piece| piece.stamp.entered <= since)
            && yes.refused <= since
        {
            continue;
        }
        let of = marks_of(conn, letter, &yes, &pieces, people.get(&yes.id).copied())?;
        if !of.is_empty() {
            found.insert(yes.id, of);
        }
    }
    Ok(found)
}

fn marks_of(
    conn: &Connection,
    letter: LetterId,
    yes: &Yes,
    pieces: &[&Piece],
    person: Option<AuthorityMark>,
) -> Result<Vec<Mark>> {
    let mut marks = Vec::new();
    let mark = |mark, fact: &str| Mark {
        mark,
        fact: fact.to_owned(),
        evidence: None,
    };
    if yes.membership == Some(Membership::Former) {
        marks.push(mark(AuthorityMark::Former, "former"));
    }
    // Most say nothing of their sender, and then the site is not asked for.
    let mut site = None;
    // All of them, so that one more is another fact.
    let (mut free, mut others) = (BTreeSet::new(), BTreeSet::new());
    for domain in pieces.iter().filter_map(|piece| email_domain(&piece.sender)) {
        if is_public(&domain) {
            if matches!(yes.scope, Some(Scope::National | Scope::International)) {
                free.insert(domain);
            }
        } else if let Some(site) = site.get_or_insert_with(|| domain_of_site(&yes.website))
            && !is_same_site(&domain, site)
        {
            others.insert(domain);
        }
    }
    for (kind, domains) in [
        (AuthorityMark::FreeMail, free),
        (AuthorityMark::OtherDomain, others),
    ] {
        if !domains.is_empty() {
            marks.push(mark(kind, &domains.into_iter().collect::<Vec<_>>().join(", ")));
        }
    }
    if let Some(organization) = yes.organization {
        let who = if yes.signer.is_empty() {
            &yes.authorized_by
        } else {
            &yes.signer
        };
        marks.extend(person.map(|of| mark(of, who)));
        if pieces.iter().any(|piece| !piece.sender.is_empty())
            && !knows_somebody(conn, organization)?
            && !signed_before(conn, letter, organization)?
        {
            marks.push(mark(AuthorityMark::FirstContact, "first"));
        }
    }
    let only_lists = !pieces.is_empty() && pieces.iter().all(|piece| piece.via == Some(Via::List));
    if only_lists && yes.reason.is_empty() {
        marks.push(Mark {
            mark: AuthorityMark::ListOnly,
            fact: "list".to_owned(),
            evidence: pieces.first().map(|piece| piece.id),
        });
    }
    marks.sort_by_key(|mark| mark.mark);
    marks.dedup_by_key(|mark| mark.mark);
    Ok(marks)
}

/// Who signed and is known, and not as one who may. Nobody is doubted who is not known at all.
fn person_marks(conn: &Connection, letter: LetterId) -> Result<HashMap<SignOnId, AuthorityMark>> {
    // One statement for the whole letter: a ledger of thousands is read at every change.
    let mut statement = conn.prepare_cached(
        "WITH signed AS MATERIALIZED (
             SELECT id, organization_id, CASE WHEN signer <> '' THEN signer ELSE authorized_by END AS who
             FROM sign_on WHERE letter_id = ?1 AND organization_id IS NOT NULL AND status IN ('confirmed', 'said-yes'))
         SELECT s.id, s.who, p.name, a.organization_id IS s.organization_id AND a.until IS NULL, coalesce(a.may_sign, 0)
         FROM signed s CROSS JOIN person p ON name_start(p.name) = name_start(s.who)
         LEFT JOIN affiliation a ON a.person_id = p.id
         WHERE s.who <> ''",
    )?;
    let rows = statement.query_map([letter], |row| {
        Ok((
            row.get::<_, SignOnId>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, Option<bool>>(3)?.unwrap_or(false),
            row.get::<_, bool>(4)?,
        ))
    })?;
    // Whether they are at the organization, and may sign for it.
    let mut known: HashMap<SignOnId, (bool, bool)> = HashMap::new();
    for row in rows {
        let (id, who, name, there, may) = row?;
        if fold(&name) == fold(&who) {
            let of = known.entry(id).or_default();
            of.0 |= there;
            of.1 |= there && may;
        }
    }
    Ok(known
        .into_iter()
        .filter_map(|(id, (there, may))| Some((id, mark_of_person(there, may)?)))
        .collect())
}

/// The mark of somebody who is known: whether they are at the organization, and may sign for it.
fn mark_of_person(there: bool, may: bool) -> Option<AuthorityMark> {
    match (there, may) {
        (_, true) => None,
        (true, false) => Some(AuthorityMark::MayNotSign),
        (false, false) => Some(AuthorityMark::NotThere),
    }
}

fn knows_somebody(conn: &Connection, organization: OrganizationId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM affiliation WHERE organization_id = ?1)")?
        .query_row([organization], |row| row.get(0))?)
}

fn signed_before(conn: &Connection, letter: LetterId, organization: OrganizationId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sign_on WHERE organization_id = ?2 AND letter_id <> ?1 AND status = 'confirmed')",
        )?
        .query_row(params![letter, organization], |row| row.get(0))?)
}
