//! What a row brings that is new, as it is shown beside its name before anything is written.

use super::PlannedRow;
use crate::import::{ChangeField, Outcome};
use crate::organization::OrganizationText;
use records::{Answer, Other, Record};

impl PlannedRow {
    /// What a row says beside its name, its person and their address, and is written with it: of one that makes something new, or
    /// waits for a decision. What changes in what is there is in `changes`.
    pub fn brings(&self, record: &Record, signs: bool) -> Vec<(ChangeField, String)> {
        if !matches!(self.outcome, Outcome::Created | Outcome::Asked) {
            return Vec::new();
        }
        let asked = self.outcome == Outcome::Asked;
        let (new_organization, new_person, new_sign_on) = self.makes();
        let mut all: Vec<(ChangeField, String)> = Vec::new();
        let mut say = |field, value: String| {
            if !value.trim().is_empty() && self.changes.iter().all(|change| change.field != field) {
                all.push((field, value));
            }
        };
        if new_organization || asked {
            say(ChangeField::Alias, record.aliases.join("; "));
            let is_under = self.flags.iter().all(|flag| flag.id() != "import-flag-parent");
            say(
                ChangeField::Parent,
                if is_under {
                    record.parent.clone()
                } else {
                    String::new()
                },
            );
            say(
                ChangeField::Kind,
                record.kind.map(|kind| kind.word().to_owned()).unwrap_or_default(),
            );
            say(
                ChangeField::Scope,
                record
                    .scope
                    .map(|scope| scope.word().to_owned())
                    .unwrap_or_default(),
            );
            say(
                ChangeField::Membership,
                record
                    .membership
                    .map(|membership| membership.word().to_owned())
                    .unwrap_or_default(),
            );
            say(ChangeField::Tag, record.tags.join("; "));
            say(ChangeField::City, record.city.clone());
            say(ChangeField::State, record.state.clone());
            say(ChangeField::Country, record.country.clone());
            say(ChangeField::Website, record.website.clone());
            for field in OrganizationText::ALL {
                say(ChangeField::Text(*field), record.texts.get(*field).to_owned());
            }
        }
        if new_person || new_sign_on || asked {
            say(ChangeField::Role, record.title.clone());
            // The first stands beside the name.
            say(
                ChangeField::Email,
                record
                    .emails
                    .iter()
                    .skip(1)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join("; "),
            );
            say(ChangeField::Phone, record.phones.join("; "));
            say(
                ChangeField::Others,
                record.others.iter().map(in_a_line).collect::<Vec<_>>().join("; "),
            );
        }
        if new_person && !new_organization {
            let tags = self.step.person.as_ref().map(|person| person.tags.join("; "));
            say(ChangeField::Tag, tags.unwrap_or_default());
        }
        if signs && (new_sign_on || asked) {
            if record.prints_as != record.organization {
                say(ChangeField::PrintsAs, record.prints_as.clone());
            }
            if let Answer::Status(status) = &record.answer {
                say(ChangeField::Status, status.word().to_owned());
            }
        }
        say(ChangeField::Note, record.note.clone());
        all
    }
}

/// Somebody whom a row names besides, with what they are there and how they are reached.
fn in_a_line(other: &Other) -> String {
    let name = Some(&other.person).filter(|name| !name.is_empty());
    let rest = std::iter::once(&other.title)
        .filter(|title| !title.is_empty())
        .chain(&other.emails)
        .chain(&other.phones);
    let all: Vec<&str> = name.into_iter().chain(rest).map(String::as_str).collect();
    all.join(", ")
}
