//! An organization added together with the first person there, as one action.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AffiliationFields, ContactKind, ContactPoint, PersonFields, checked, insert};
use crate::coalition::Coalition;
use crate::organization::{self, OrganizationFields};
use base::error::{Error, Result};
use store::journal::{Change, Op};
use vocabulary::ids::OrganizationId;

/// The person to write to at an organization that is being added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "people/")]
pub struct ContactFields {
    /// Their name as they write it.
    pub name: String,
    /// What they are there.
    pub role: String,
    /// Their email.
    pub email: String,
    /// Their phone.
    pub phone: String,
    /// Whether they may sign for it.
    pub may_sign: bool,
}

impl Coalition {
    /// Adds an organization, and the person to write to there when one is named. Without a name an address stands for it.
    ///
    /// # Errors
    /// A rule, with the field that breaks it: of the person `contact.name`, `contact.email` or `contact.phone`.
    pub fn add_organization_with(
        &mut self,
        fields: &OrganizationFields,
        contact: &ContactFields,
        now: DateTime<Utc>,
    ) -> Result<Change<OrganizationId>> {
        let fields = organization::checked(fields)?;
        let person = person_of(contact)?;
        let op = Op::AddOrganization {
            name: fields.name.clone(),
        };
        self.transact(op, now, |tx| {
            organization::refuse_twin(tx.conn, &fields.name, None)?;
            let id = organization::insert(tx, &fields)?;
            if let Some(mut person) = person {
                person.affiliations.push(AffiliationFields {
                    id: None,
                    organization_id: id,
                    role: contact.role.trim().to_owned(),
                    since: None,
                    until: None,
                    may_sign: contact.may_sign,
                    primary: true,
                });
                insert(tx, &checked(&person)?)?;
            }
            Ok(id)
        })
    }
}

/// The person as they are added; none when nothing is said of one.
fn person_of(contact: &ContactFields) -> Result<Option<PersonFields>> {
    let [name, email, phone] = [&contact.name, &contact.email, &contact.phone].map(|text| text.trim());
    let Some(called) = [name, email, phone].into_iter().find(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let point = |kind, value: &str| ContactPoint {
        kind,
        value: value.to_owned(),
        preferred: true,
    };
    let points = [(ContactKind::Email, email), (ContactKind::Phone, phone)];
    let fields = PersonFields {
        name: called.to_owned(),
        contact_points: points
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(kind, value)| point(kind, value))
            .collect(),
        ..PersonFields::default()
    };
    checked(&fields).map(Some).map_err(|error| match error {
        Error::Rule { message, field } => Error::Rule {
            message,
            field: Some(match field {
                Some("emails") => "contact.email",
                Some("phones") => "contact.phone",
                _ => "contact.name",
            }),
        },
        other => other,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::Duration::days(20_000)
    }

    fn named(name: &str) -> OrganizationFields {
        OrganizationFields {
            name: name.to_owned(),
            ..OrganizationFields::default()
        }
    }

    #[test]
    fn an_organization_and_its_first_person_are_one_step() {
        let mut coalition = Coalition::in_memory().unwrap();
        let contact = ContactFields {
            name: "Pat Example".to_owned(),
            role: "Director".to_owned(),
            email: "pat@grove.example".to_owned(),
            may_sign: true,
            ..ContactFields::default()
        };
        let added = coalition.add_organization_with(&named("Grove Neighbors"), &contact, now());
        let id = added.unwrap().output;
        let detail = coalition.get_organization_detail(id).unwrap();
        let [there] = detail.people.as_slice() else {
            panic!("one person is there: {:?}", detail.people)
        };
        assert_eq!(
            (there.name.as_str(), there.role.as_str()),
            ("Pat Example", "Director")
        );
        assert!(there.primary && there.may_sign);
        coalition.undo(now()).unwrap();
        assert_eq!(coalition.count_people().unwrap(), 0);
        assert!(coalition.get_organization(id).is_err());
    }

    #[test]
    fn without_a_word_of_a_person_none_is_added() {
        let mut coalition = Coalition::in_memory().unwrap();
        let contact = ContactFields {
            role: "Director".to_owned(),
            ..ContactFields::default()
        };
        coalition
            .add_organization_with(&named("Grove Neighbors"), &contact, now())
            .unwrap();
        assert_eq!(coalition.count_people().unwrap(), 0);
    }

    #[test]
    fn a_wrong_email_is_refused_in_its_field_and_nothing_is_added() {
        let mut coalition = Coalition::in_memory().unwrap();
        let contact = ContactFields {
            email: "pat at grove".to_owned(),
            ..ContactFields::default()
        };
        let refused = coalition.add_organization_with(&named("Grove Neighbors"), &contact, now());
        assert!(matches!(
            refused,
            Err(Error::Rule {
                field: Some("contact.email"),
                ..
            })
        ));
        assert!(coalition.resolve_organization("Grove Neighbors").is_err());
    }
}
