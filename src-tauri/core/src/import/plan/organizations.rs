//! The organizations of an import as they will be, and what a row changes in one.

use super::step::{OrganizationStep, Slot};
use super::{PlannedRow, Planner, key};
use crate::coalition::Coalition;
use crate::import::{ChangeField, ImportTarget, change};
use crate::organization::{
    AliasFields, AliasKind, Membership, OrganizationFields, OrganizationKind, OrganizationText,
    OrganizationTexts, Scope,
};
use base::error::{Error, Result};
use base::messages::Message;
use base::sites::domain_of_site;
use names::recognize::words::{country_code, fold};
use names::recognize::{Match, Verdict, compare};
use records::Record;
use vocabulary::ids::OrganizationId;

/// Which organization is to stand under one that its row names.
pub(super) struct Above {
    /// The row, from 0.
    number: usize,
    /// The organization, by its place among those of the plan.
    at: usize,
    /// What the row names.
    name: String,
    /// The heading of the column that does.
    column: String,
}

/// An organization as it will be after the rows so far.
pub(super) struct Org {
    pub slot: Slot<OrganizationId>,
    pub name: String,
    /// The row that named it first.
    pub first: usize,
    prints_as: String,
    aliases: Vec<String>,
    scope: Option<Scope>,
    kind: Option<OrganizationKind>,
    membership: Option<Membership>,
    tags: Vec<String>,
    parent: Option<Slot<OrganizationId>>,
    city: String,
    state: String,
    country: String,
    website: String,
    texts: OrganizationTexts,
    note: String,
    /// Which of country and district rows of this import have said.
    said: Vec<ChangeField>,
    /// People there, by their place; none before they were asked for.
    pub people: Option<Vec<usize>>,
}

/// What an organization may have several of, and has one field for.
const REACHES: [ChangeField; 2] = [
    ChangeField::Country,
    ChangeField::Text(OrganizationText::District),
];

/// What a row says of one of those.
fn reach(record: &Record, field: ChangeField) -> &str {
    match field {
        ChangeField::Text(text) => record.texts.get(text),
        _ => &record.country,
    }
}

impl Org {
    /// Its other names.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn reach(&self, field: ChangeField) -> &str {
        match field {
            ChangeField::Text(text) => self.texts.get(text),
            _ => &self.country,
        }
    }
}

impl Planner {
    /// Takes up an organization that is there; none when it is not.
    pub(super) fn known_org(&mut self, coalition: &Coalition, id: OrganizationId) -> Result<Option<usize>> {
        if let Some(at) = self.known_orgs.get(&id) {
            return Ok(Some(*at));
        }
        let found = match coalition.get_organization(id) {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        self.orgs.push(Org {
            slot: Slot::Known(id),
            name: found.name,
            first: usize::MAX,
            prints_as: found.prints_as.unwrap_or_default(),
            aliases: found.aliases.into_iter().map(|alias| alias.name).collect(),
            scope: found.scope,
            kind: found.kind,
            membership: found.membership,
            tags: found.tags,
            parent: found.parent.map(|parent| Slot::Known(parent.id)),
            city: found.city,
            state: found.state,
            country: found.country,
            website: found.website,
            texts: found.texts,
            note: found.note,
            said: Vec::new(),
            people: None,
        });
        self.known_orgs.insert(id, self.orgs.len() - 1);
        Ok(Some(self.orgs.len() - 1))
    }

    /// The new organization of an earlier row that a row names, and whether it is the same for certain: where both say where they
    /// are, and it is not the same place, it is not.
    pub(super) fn made_org(&self, record: &Record) -> Option<(usize, bool)> {
        // Two that give acronyms of their own behind one name are not certainly one.
        let name = record.organization.as_str();
        let called = |at: &&usize| {
            let other = self.orgs[**at].name.as_str();
            other == name || compare(other, name).verdict == Match::Exact
        };
        let mut made = self.new_orgs.get(&key(name))?.iter().filter(called);
        let same = made.clone().copied().find(|at| !self.is_elsewhere(*at, record));
        same.map(|at| (at, true))
            .or_else(|| Some((*made.next_back()?, false)))
    }

    /// Whether an organization is known to be in another town, state or country than a row says. Where people are imported, a town is
    /// where somebody works. A body that is at home in several countries has one site in all of them.
    pub(super) fn is_elsewhere(&self, at: usize, record: &Record) -> bool {
        let org = &self.orgs[at];
        let differ =
            |one: &str, other: &str| !one.is_empty() && !other.is_empty() && fold(one) != fold(other);
        let abroad = |one: &str, other: &str| {
            let code = |country: &str| country_code(&fold(country));
            code(one)
                .zip(code(other))
                .is_some_and(|(one, other)| one != other)
        };
        let one_site = |one: &str, other: &str| {
            let site = domain_of_site(one);
            site.is_some() && site == domain_of_site(other)
        };
        self.target != ImportTarget::People
            && !record.listed
            && (differ(&org.city, &record.city)
                || differ(&org.state, &record.state)
                || (abroad(&org.country, &record.country) && !one_site(&org.website, &record.website)))
    }

    /// Makes the organization that a row names, which is new.
    pub(super) fn new_org(&mut self, number: usize, record: &Record, planned: &mut PlannedRow) -> usize {
        let key = key(&record.organization);
        let slot = Slot::New(self.made_orgs.len());
        self.made_orgs.push(self.orgs.len());
        let prints_as = match self.target {
            ImportTarget::SignOns { .. } | ImportTarget::NewLetter { .. } => String::new(),
            _ => record.prints_as.clone(),
        };
        let prints_as = Some(prints_as)
            .filter(|name| *name != record.organization)
            .unwrap_or_default();
        let org = Org {
            slot,
            name: record.organization.clone(),
            first: number,
            prints_as,
            aliases: record.aliases.clone(),
            scope: record.scope,
            kind: record.kind,
            membership: record.membership,
            tags: self.organization_tags(record),
            parent: None,
            city: record.city.clone(),
            state: record.state.clone(),
            country: record.country.clone(),
            website: record.website.clone(),
            texts: record.texts.clone(),
            note: self.organization_note(record),
            said: REACHES
                .into_iter()
                .filter(|field| !reach(record, *field).is_empty())
                .collect(),
            people: Some(Vec::new()),
        };
        let mut step = OrganizationStep::of(slot);
        step.create = Some(Box::new(OrganizationFields {
            name: org.name.clone(),
            prints_as: Some(org.prints_as.clone()).filter(|name| !name.is_empty()),
            scope: org.scope,
            kind: org.kind,
            membership: org.membership,
            tags: org.tags.clone(),
            city: org.city.clone(),
            state: org.state.clone(),
            country: org.country.clone(),
            website: org.website.clone(),
            texts: org.texts.clone(),
            note: org.note.clone(),
            aliases: org
                .aliases
                .iter()
                .map(|name| AliasFields {
                    name: name.clone(),
                    kind: alias_kind(record, name),
                })
                .collect(),
            ..OrganizationFields::default()
        }));
        planned.step.organization = Some(Box::new(step));
        let at = self.orgs.len();
        if let Some(alike) = self.alike.as_mut().filter(|_| !record.listed) {
            alike.note_made(number, &org.name, &org.aliases, at);
        }
        self.orgs.push(org);
        self.new_orgs.entry(key).or_default().push(at);
        at
    }

    /// What of a row groups the organization: where people are imported, its tags are theirs.
    fn organization_tags(&self, record: &Record) -> Vec<String> {
        if self.target == ImportTarget::People && !record.person.is_empty() {
            Vec::new()
        } else {
            record.tags.clone()
        }
    }

    /// What of a row is a note about the organization: its own, and addresses that no person has.
    fn organization_note(&self, record: &Record) -> String {
        let mut lines: Vec<&str> = Vec::new();
        let about = match self.target {
            ImportTarget::Organizations => true,
            ImportTarget::People => record.person.is_empty(),
            ImportTarget::SignOns { .. } | ImportTarget::NewLetter { .. } => false,
        };
        if about {
            lines.extend(record.note.lines());
            if record.person.is_empty() {
                lines.extend(record.emails.iter().chain(&record.phones).map(String::as_str));
            }
        }
        lines.join("\n")
    }

    /// A name that an organization goes by from now on.
    pub(super) fn add_alias(&mut self, at: usize, name: &str, kind: AliasKind, planned: &mut PlannedRow) {
        let org = &mut self.orgs[at];
        if org.name == *name || org.aliases.iter().any(|alias| alias == name) {
            return;
        }
        org.aliases.push(name.to_owned());
        planned.changes.push(change(ChangeField::Alias, "", name));
        step(planned, org.slot).aliases.push((name.to_owned(), kind));
    }

    /// What a row says of an organization beyond its name.
    pub(super) fn update_org(&mut self, at: usize, number: usize, record: &Record, planned: &mut PlannedRow) {
        if !record.parent.is_empty() {
            self.parents.push(Above {
                number,
                at,
                name: record.parent.clone(),
                column: record.parent_column.clone(),
            });
        }
        let is_made = planned
            .step
            .organization
            .as_ref()
            .is_some_and(|step| step.create.is_some());
        if is_made {
            return;
        }
        let mut note = self.organization_note(record);
        let tags = self.organization_tags(record);
        // A body that rows of one file name in several countries or districts is in all of them: the first stands, and the others are
        // kept in the note.
        let org = &mut self.orgs[at];
        let mut further: Vec<ChangeField> = Vec::new();
        let at_home = self.target != ImportTarget::People;
        for field in REACHES.into_iter().filter(|_| at_home) {
            let (old, new) = (org.reach(field), reach(record, field));
            if new.is_empty() {
                continue;
            }
            if !org.said.contains(&field) {
                org.said.push(field);
            } else if !old.is_empty() && fold(old) != fold(new) {
                note = with_lines(&note, new);
                further.push(field);
            }
        }
        // Where people are imported, a town is where somebody works, not where the organization is.
        let only_fill = self.target == ImportTarget::People;
        let prints_as = match self.target {
            ImportTarget::SignOns { .. } | ImportTarget::NewLetter { .. } => "",
            _ => record.prints_as.as_str(),
        };
        let org = &mut self.orgs[at];
        let mut set: Vec<(ChangeField, String, String)> = Vec::new();
        let name = org.name.clone();
        let mut text = |field, old: &mut String, new: &str| {
            if new.is_empty()
                || same(field, old, new)
                || only_fill && !old.is_empty()
                || further.contains(&field)
            {
                return;
            }
            set.push((field, std::mem::replace(old, new.to_owned()), new.to_owned()));
        };
        if prints_as != name || !org.prints_as.is_empty() {
            text(ChangeField::PrintsAs, &mut org.prints_as, prints_as);
        }
        text(ChangeField::City, &mut org.city, &record.city);
        text(ChangeField::State, &mut org.state, &record.state);
        text(ChangeField::Country, &mut org.country, &record.country);
        text(ChangeField::Website, &mut org.website, &record.website);
        for &field in OrganizationText::ALL {
            let new = record.texts.get(field);
            text(ChangeField::Text(field), org.texts.get_mut(field), new);
        }
        let longer = with_lines(&org.note, &note);
        if longer != org.note {
            set.push((
                ChangeField::Note,
                std::mem::replace(&mut org.note, longer.clone()),
                longer,
            ));
        }
        if let Some(scope) = record.scope
            && org.scope != Some(scope)
            && !(only_fill && org.scope.is_some())
        {
            let old = org.scope.replace(scope).map_or("", Scope::word);
            set.push((ChangeField::Scope, old.to_owned(), scope.word().to_owned()));
        }
        if let Some(kind) = record.kind
            && org.kind != Some(kind)
            && !(only_fill && org.kind.is_some())
        {
            let old = org.kind.replace(kind).map_or("", OrganizationKind::word);
            set.push((ChangeField::Kind, old.to_owned(), kind.word().to_owned()));
        }
        let slot = org.slot;
        for tag in tags {
            if !org.tags.iter().any(|known| fold(known) == fold(&tag)) {
                org.tags.push(tag.clone());
                planned.changes.push(change(ChangeField::Tag, "", &tag));
                step(planned, slot).tags.push(tag);
            }
        }
        for (field, old, new) in set {
            planned.changes.push(change(field, &old, &new));
            step(planned, slot).set.push((field, new));
        }
        for alias in &record.aliases {
            self.add_alias(at, alias, alias_kind(record, alias), planned);
        }
        self.update_membership(at, record, planned);
    }

    /// What a row says of whether an organization that is there is a member.
    pub(super) fn update_membership(&mut self, at: usize, record: &Record, planned: &mut PlannedRow) {
        let only_fill = self.target == ImportTarget::People;
        let org = &mut self.orgs[at];
        let Some(membership) = record.membership.filter(|membership| {
            org.membership != Some(*membership) && !(only_fill && org.membership.is_some())
        }) else {
            return;
        };
        let old = org.membership.replace(membership).map_or("", Membership::word);
        let slot = org.slot;
        planned
            .changes
            .push(change(ChangeField::Membership, old, membership.word()));
        step(planned, slot)
            .set
            .push((ChangeField::Membership, membership.word().to_owned()));
    }

    /// Puts an organization under the one that its row names, where that is known for certain.
    pub(super) fn put_under(
        &mut self,
        coalition: &Coalition,
        above: &Above,
        rows: &mut [PlannedRow],
    ) -> Result<()> {
        let Above {
            number,
            at,
            name: parent,
            column,
        } = above;
        let (number, at) = (*number, *at);
        let Some(planned) = rows.get_mut(number) else {
            return Ok(());
        };
        let above = match self.new_orgs.get(&key(parent)).and_then(|made| made.first()) {
            Some(above) => Some(*above),
            None => {
                let recognition = coalition.recognize(parent)?;
                match (recognition.verdict, recognition.candidates.first()) {
                    (Verdict::Exact, Some(found)) => self.known_org(coalition, OrganizationId(found.id))?,
                    _ => None,
                }
            }
        };
        let circle = match above {
            Some(above) => self.is_under(coalition, above, at)?,
            None => false,
        };
        let Some(above) = above.filter(|_| !circle) else {
            planned.flags.push(
                Message::new("import-flag-parent")
                    .text("text", parent)
                    .text("column", column),
            );
            return Ok(());
        };
        let (slot, name) = (self.orgs[above].slot, self.orgs[above].name.clone());
        let before = self.orgs[at].parent.replace(slot);
        if before == Some(slot) {
            return Ok(());
        }
        let own = self.orgs[at].slot;
        let is_made = planned
            .step
            .organization
            .as_ref()
            .is_some_and(|step| step.create.is_some());
        step(planned, own).parent = Some(slot);
        if !is_made {
            let old = match before {
                Some(Slot::Known(id)) => coalition.get_organization(id)?.name,
                _ => String::new(),
            };
            planned.changes.push(change(ChangeField::Parent, &old, &name));
            if planned.outcome == crate::import::Outcome::Unchanged {
                planned.outcome = crate::import::Outcome::Updated;
            }
        }
        Ok(())
    }

    /// Whether an organization stands under another, or is it.
    fn is_under(&mut self, coalition: &Coalition, at: usize, other: usize) -> Result<bool> {
        let mut at = at;
        // No chain of chapters is longer; one that seems so is a circle.
        for _ in 0..64 {
            if at == other {
                return Ok(true);
            }
            let above = match self.orgs[at].parent {
                Some(Slot::Known(id)) => self.known_org(coalition, id)?,
                Some(Slot::New(made)) => self.made_orgs.get(made).copied(),
                None => None,
            };
            match above {
                Some(above) => at = above,
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

/// What sort of name an alias is: a translation where its column says so.
fn alias_kind(record: &Record, name: &str) -> AliasKind {
    if record.translations.iter().any(|translated| translated == name) {
        AliasKind::Translation
    } else {
        AliasKind::guess(name)
    }
}

/// Whether two values of a field say the same.
pub(super) fn same(field: ChangeField, old: &str, new: &str) -> bool {
    if field != ChangeField::Website {
        return old == new;
    }
    let plain = |text: &str| {
        let lower = text.trim().to_lowercase();
        let bare = lower
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_start_matches("www.");
        bare.trim_end_matches('/').to_owned()
    };
    plain(old) == plain(new)
}

/// A note with the lines that it lacks.
pub(super) fn with_lines(note: &str, more: &str) -> String {
    let mut all = note.to_owned();
    for line in more.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !all.lines().any(|known| known.trim() == line) {
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(line);
        }
    }
    all
}

fn step(planned: &mut PlannedRow, slot: Slot<OrganizationId>) -> &mut OrganizationStep {
    planned
        .step
        .organization
        .get_or_insert_with(|| Box::new(OrganizationStep::of(slot)))
}
