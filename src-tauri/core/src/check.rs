//! The check before a letter goes out: what stands in the way, what is worth a look, and how to fix each.
//!
//! Owns the finding and what is looked at; the kinds are in `check/kind.rs`, what somebody accepted in `check/settled.rs`.

mod counts;
mod kind;
mod settled;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::coalition::Coalition;
use crate::consent::Filed;
use crate::consent::Ground;
use crate::signon::authority::AuthorityMark;
use crate::signon::{SignOn, SignOnStanding, Status};
use base::error::Result;
use base::messages::{Language, Message};
use blocks::{BlockOptions, EntryForm, PartKind, SignatoryBlock};
use names::recognize::{Match, NameIndex, compare, duplicates};
use store::snapshot::Snapshot;
use vocabulary::ids::{EvidenceId, LetterId, OrganizationId, SignOnId};

use counts::counts_in;
pub use kind::{Fix, Kind, Severity};
pub use settled::Settled;

/// Something the check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// The sign-on that it is about, when it is about one.
    pub sign_on: Option<SignOnId>,
    /// The organization that may be the same as the sign-on's, or that it is a chapter of.
    pub other: Option<OrganizationId>,
    /// What it is and how to mend it.
    pub message: Message,
    /// The facts that it rests on: with others it is another finding.
    facts: Vec<String>,
    /// By whom it was accepted, where it was.
    pub settled: Option<Settled>,
}

impl Finding {
    /// What it is known by: its kind, its sign-on and the facts that it rests on.
    pub fn id(&self) -> String {
        let about = self.sign_on.map_or(0, |id| id.0);
        let facts = self.facts.iter().map(String::as_str);
        let hash = crate::import::hash(std::iter::once(self.kind.message_id()).chain(facts));
        let kind = self.kind.message_id().strip_prefix("check-").unwrap_or_default();
        format!("{kind}-{about}-{:016x}", hash.cast_unsigned())
    }

    /// Whether it stands in the way: it weighs so, and nobody accepted it.
    pub fn stops(&self) -> bool {
        self.kind.severity() == Severity::Error && self.settled.is_none()
    }

    fn fact(mut self, fact: impl Into<String>) -> Self {
        self.facts.push(fact.into());
        self
    }

    fn new(kind: Kind) -> Self {
        Self {
            kind,
            sign_on: None,
            other: None,
            message: Message::new(kind.message_id()),
            facts: Vec::new(),
            settled: None,
        }
    }

    /// A finding about a sign-on, by the name that it prints.
    fn about(kind: Kind, row: &SignOn) -> Self {
        let mut finding = Self::new(kind);
        finding.sign_on = Some(row.id);
        finding.text("name", &row.prints_as)
    }

    fn text(mut self, name: &'static str, value: &str) -> Self {
        self.facts.push(value.to_owned());
        self.message = self.message.text(name, value);
        self
    }

    fn number(mut self, name: &'static str, value: usize) -> Self {
        self.facts.push(value.to_string());
        self.message = self.message.number(name, value);
        self
    }
}

impl Coalition {
    /// Checks a letter's block, by the choices given, before it goes out. What stands in the way comes first.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn check_letter(
        &self,
        letter: LetterId,
        options: &BlockOptions,
        now: DateTime<Utc>,
    ) -> Result<Vec<Finding>> {
        let _snapshot = Snapshot::of(&self.conn)?;
        let block = self.get_block(letter, options, &Language::English)?;
        let ledger = self.list_sign_ons(letter, now)?;
        let by_id: HashMap<SignOnId, &SignOn> = ledger.iter().map(|row| (row.id, row)).collect();
        let filed = self.filed(letter)?;
        let grounds = crate::consent::grounds(&self.conn, letter, &filed)?;
        let mut findings = Vec::new();
        if block.is_empty() {
            findings.push(Finding::new(Kind::Empty));
        }
        let mut shown: Vec<&SignOn> = Vec::new();
        for entry in block.groups.iter().flat_map(|group| &group.entries) {
            let Some(row) = entry.sign_on.and_then(|id| by_id.get(&id)) else {
                continue;
            };
            shown.push(row);
            if entry.unwritten {
                findings.push(Finding::about(Kind::Unwritten, row));
            }
            if options.entry == EntryForm::Signer
                && entry.cell(PartKind::Title).is_empty()
                && !row.signer.is_empty()
            {
                findings.push(Finding::about(Kind::TitleMissing, row));
            }
            check_row(row, &mut findings);
        }
        let in_block: HashSet<SignOnId> = shown.iter().map(|row| row.id).collect();
        for row in ledger.iter().filter(|row| !in_block.contains(&row.id)) {
            match row.status {
                Status::SaidYes => findings.push(Finding::about(Kind::SaidYesLeftOut, row)),
                // Beyond the limit of a block that names only some, they stand all the same.
                Status::Confirmed
                    if matches!(
                        row.standing,
                        SignOnStanding::MustReconfirm | SignOnStanding::Lapsed
                    ) =>
                {
                    findings.push(Finding::about(Kind::OlderVersion, row));
                }
                Status::Confirmed if !grounds.contains_key(&row.id) => {
                    findings.push(Finding::about(Kind::NoGround, row));
                }
                _ => {}
            }
        }
        self.check_withdrawn(letter, &ledger, &mut findings)?;
        let count = |is: fn(&SignOn) -> bool| shown.iter().filter(|row| is(row)).count();
        for (kind, count) in [
            (
                Kind::MayOptOut,
                count(|row| row.standing == SignOnStanding::MayOptOut),
            ),
            (Kind::Late, count(|row| row.late)),
        ] {
            if count > 0 {
                findings.push(Finding::new(kind).number("count", count));
            }
        }
        self.check_chapters(&shown, &mut findings)?;
        self.check_twins(&shown, &mut findings)?;
        self.check_count(letter, &block, &mut findings)?;
        self.check_authority(letter, &filed, &by_id, &mut findings)?;
        self.check_asked_by_imports(letter, &ledger, &mut findings)?;
        let settled = self.settled_findings(letter)?;
        for finding in &mut findings {
            finding.settled = settled.get(&finding.id()).cloned();
        }
        findings.sort_by_key(|finding| (finding.settled.is_some(), finding.kind.severity(), finding.kind));
        Ok(findings)
    }

    /// What each confirmed sign-on of a letter that may print rests on, in the order of the ledger; one without a ground is not
    /// printed.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn list_grounds(
        &self,
        letter: LetterId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(SignOn, Option<Ground>)>> {
        let _snapshot = Snapshot::of(&self.conn)?;
        let ledger = self.list_sign_ons(letter, now)?;
        let filed = self.filed(letter)?;
        let mut grounds = crate::consent::grounds(&self.conn, letter, &filed)?;
        Ok(ledger
            .into_iter()
            .filter(|row| row.status == Status::Confirmed)
            .map(|row| {
                let ground = grounds.remove(&row.id);
                (row, ground)
            })
            .collect())
    }

    /// Who may sign: one finding for each mark, and one for a whole list that names some and is all that they rest on.
    fn check_authority(
        &self,
        letter: LetterId,
        filed: &Filed,
        by_id: &HashMap<SignOnId, &SignOn>,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let mut lists: BTreeMap<EvidenceId, usize> = BTreeMap::new();
        let mut marked: Vec<_> = crate::signon::authority::marks(&self.conn, letter, filed)?
            .into_iter()
            .collect();
        marked.sort_by_key(|(id, _)| *id);
        for (id, marks) in marked {
            let Some(row) = by_id.get(&id) else { continue };
            for mark in marks {
                let kind = match mark.mark {
                    AuthorityMark::OtherDomain => Kind::OtherDomain,
                    AuthorityMark::FreeMail => Kind::FreeMail,
                    AuthorityMark::NotThere => Kind::SignerNotThere,
                    AuthorityMark::MayNotSign => Kind::SignerMayNotSign,
                    AuthorityMark::FirstContact => Kind::FirstContact,
                    AuthorityMark::Former => Kind::FormerOrganization,
                    AuthorityMark::ListOnly => {
                        if let Some(list) = mark.evidence {
                            *lists.entry(list).or_default() += 1;
                        }
                        continue;
                    }
                };
                findings.push(Finding::about(kind, row).text("fact", &mark.fact));
            }
        }
        for (list, count) in lists {
            findings.push(
                Finding::new(Kind::ListOnly)
                    .number("count", count)
                    .fact(list.to_string()),
            );
        }
        Ok(())
    }

    /// What an import asked about the consent of somebody and nobody decided since.
    fn check_asked_by_imports(
        &self,
        letter: LetterId,
        ledger: &[SignOn],
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT r.reason FROM import i JOIN import_row r ON r.import_id = i.id
             WHERE i.letter_id = ?1 AND r.outcome = 'asked' AND r.reason LIKE '[\"consent-%'",
        )?;
        let reasons = statement.query_map([letter], |row| row.get::<_, String>(0))?;
        for reason in reasons {
            let reason = reason?;
            let parts: Vec<serde_json::Value> = serde_json::from_str(&reason).unwrap_or_default();
            let argument = |name: &str| {
                parts.iter().skip(1).find_map(|part| {
                    (part.get(0)?.as_str()? == name).then(|| part.get(1)?.as_str().map(str::to_owned))?
                })
            };
            let (Some(name), was) = (argument("name"), argument("status")) else {
                continue;
            };
            // Where the answer is another by now, somebody decided.
            let Some(row) = ledger.iter().find(|row| {
                row.prints_as == name && was.as_deref().is_none_or(|was| was == row.status.word())
            }) else {
                continue;
            };
            let mut finding = Finding::about(Kind::AskedByImport, row).fact(reason.as_str());
            // The same question as in the preview, in the same words.
            if let Some(question) = crate::consent::question_of_json(&reason) {
                finding.message = question;
            }
            findings.push(finding);
        }
        Ok(())
    }

    /// Who withdrew, and which of them stand in an edition that was sent: the last one decides, for it is what people have.
    fn check_withdrawn(
        &self,
        letter: LetterId,
        ledger: &[SignOn],
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let last = self.list_editions(letter)?.pop();
        let sent: HashSet<SignOnId> = match &last {
            Some(edition) => {
                let mut statement = self.conn.prepare_cached(
                    "SELECT sign_on_id FROM edition_name WHERE edition_id = ?1 AND sign_on_id IS NOT NULL",
                )?;
                let rows = statement.query_map([edition.id], |row| row.get(0))?;
                rows.collect::<rusqlite::Result<_>>()?
            }
            None => HashSet::new(),
        };
        // One that is noted as declined was listed all the same.
        let said_no = |row: &&SignOn| matches!(row.status, Status::Withdrawn | Status::Declined);
        for row in ledger.iter().filter(said_no) {
            match &last {
                Some(edition) if sent.contains(&row.id) => findings.push(
                    Finding::about(Kind::SentAndWithdrawn, row)
                        .text("status", row.status.word())
                        .text("edition", &edition.number.to_string()),
                ),
                _ if row.status == Status::Withdrawn => {
                    findings.push(Finding::about(Kind::Withdrawn, row));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A body and its chapter on one letter are often meant, and sometimes one signing twice.
    fn check_chapters(&self, shown: &[&SignOn], findings: &mut Vec<Finding>) -> Result<()> {
        let rows: HashMap<OrganizationId, &SignOn> = shown
            .iter()
            .filter_map(|row| row.organization_id.map(|id| (id, *row)))
            .collect();
        let mut statement = self
            .conn
            .prepare_cached("SELECT parent_id FROM organization WHERE id = ?1")?;
        for row in shown {
            let Some(organization) = row.organization_id else {
                continue;
            };
            let parent: Option<OrganizationId> = statement.query_row([organization], |row| row.get(0))?;
            if let Some(above) = parent.and_then(|parent| rows.get(&parent)) {
                let mut finding =
                    Finding::about(Kind::ParentAndChapter, row).text("parent", &above.prints_as);
                finding.other = parent;
                findings.push(finding);
            }
        }
        Ok(())
    }

    /// Two names in the block that mean the same: entered twice under two spellings, or by two people. Those of which a person
    /// said that they are not the same are left alone, and a chapter is never its parent.
    fn check_twins(&self, shown: &[&SignOn], findings: &mut Vec<Finding>) -> Result<()> {
        let mut index = NameIndex::new();
        for (at, row) in (0i64..).zip(shown) {
            index.insert(at, &[&row.prints_as]);
        }
        let mut apart = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM not_same WHERE a_id = min(?1, ?2) AND b_id = max(?1, ?2))",
        )?;
        // Of each row, in their order, the finding about the one before it that is most alike; the pairs come best first.
        let mut found: BTreeMap<i64, Finding> = BTreeMap::new();
        for pair in duplicates(&index, 0.0, &mut |_, _| true) {
            let at = |id: i64| usize::try_from(id).ok().and_then(|at| shown.get(at));
            let (Some(first), Some(row)) = (at(pair.a), at(pair.b)) else {
                continue;
            };
            let exact = compare(&first.prints_as, &row.prints_as).verdict == Match::Exact;
            if found.contains_key(&pair.b) || !exact && pair.score < NEARLY_CERTAIN {
                continue;
            }
            let kept_apart = match (row.organization_id, first.organization_id) {
                (Some(one), Some(other)) => apart.query_row([one, other], |row| row.get(0))?,
                // A person of one name with an organization is no organization signing twice.
                (one, other) => one.is_some() != other.is_some(),
            };
            if !kept_apart {
                let kind = if exact { Kind::Twice } else { Kind::PerhapsTwice };
                let mut finding = Finding::about(kind, row).text("other", &first.prints_as);
                finding.other = first.organization_id;
                found.insert(pair.b, finding);
            }
        }
        findings.extend(found.into_values());
        Ok(())
    }

    /// A letter that says "we, the undersigned 26 organizations" must count right.
    fn check_count(
        &self,
        letter: LetterId,
        block: &SignatoryBlock,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let Some(version) = self.list_versions(letter)?.pop() else {
            return Ok(());
        };
        for said in counts_in(&version.text) {
            if said != block.total && said != block.total - block.individuals {
                findings.push(
                    Finding::new(Kind::CountDiffers)
                        .number("said", said as usize)
                        .number("count", block.total as usize),
                );
            }
        }
        Ok(())
    }
}

/// From this score on two names in one block are likely one.
const NEARLY_CERTAIN: f64 = 0.9;

/// What one in the block shows by itself.
fn check_row(row: &SignOn, findings: &mut Vec<Finding>) {
    let unheard = row.evidence_count == 0 && row.via.is_none();
    if row.authorized_by.is_empty() && row.signer.is_empty() && unheard {
        findings.push(Finding::about(Kind::NobodyResponsible, row));
    }
    if let Some(before) = &row.prints_as_before {
        findings.push(Finding::about(Kind::NameDiffers, row).text("before", before));
    }
    if let Some(confirmed) = &row.confirmed_as {
        findings.push(Finding::about(Kind::NameChanged, row).text("before", confirmed));
    }
}
