//! Organizations on a letter, each with the person to write to.

use chrono::{DateTime, Utc};
use undersigned_core::Coalition;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::person::{AffiliationFields, ContactPoint, PersonFields};
use vocabulary::ContactKind;
use vocabulary::ids::{LetterId, SignOnId};

/// An organization that is to be asked; without a person there nobody is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its site, or empty.
    pub website: &'a str,
    /// Whom to write to there, or empty.
    pub person: &'a str,
    /// Their address.
    pub email: &'a str,
    /// Their languages, BCP 47, between spaces.
    pub languages: &'a str,
}

impl Asked<'_> {
    /// Puts it on a letter, new, as to be asked.
    pub fn put(&self, coalition: &mut Coalition, letter: LetterId, now: DateTime<Utc>) -> SignOnId {
        let fields = OrganizationFields {
            name: self.name.to_owned(),
            website: self.website.to_owned(),
            ..OrganizationFields::default()
        };
        let organization_id = coalition.add_organization(&fields, now).unwrap().output;
        if !self.person.is_empty() {
            let fields = PersonFields {
                name: self.person.to_owned(),
                languages: self.languages.split_whitespace().map(str::to_owned).collect(),
                contact_points: vec![ContactPoint {
                    kind: ContactKind::Email,
                    value: self.email.to_owned(),
                    preferred: true,
                }],
                affiliations: vec![AffiliationFields {
                    id: None,
                    organization_id,
                    role: String::new(),
                    since: None,
                    until: None,
                    may_sign: true,
                    primary: true,
                }],
                ..PersonFields::default()
            };
            coalition.add_person(&fields, now).unwrap();
        }
        coalition.add_sign_ons(letter, &[organization_id], now).unwrap();
        coalition.find_sign_on(letter, organization_id).unwrap().unwrap()
    }
}
