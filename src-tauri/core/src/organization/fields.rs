//! The fields of an organization: sorted by, changed one by one, and written.
//!
//! What is in the table of [`vocabulary::organization_texts`] is listed, filtered, edited, merged, imported, exported and asked for on the command line without
//! naming it anywhere else: a further one is an entry here, its label, and in a migration its column, with one of the same name
//! and an index in `organization_list`.

use std::sync::LazyLock;

use super::edit::{days, word, yes};
use super::{AliasFields, Organization, OrganizationFields};
use base::error::Result;
use store::condition::Ordering;
use vocabulary::{OrganizationText, organization_texts, string_enum};

/// Declares what the list is sorted by and what is changed by itself, with the text fields among them.
macro_rules! declare_columns {
    ($($(#[$doc:meta])* $variant:ident $name:ident = $word:literal, $label:literal;)*) => {
        string_enum! {
            /// What the list of organizations can be sorted by. Those that say nothing there come last.
            OrganizationColumn {
                /// Its name, or what it is sorted by.
                Name = "name",
                /// City.
                City = "city",
                /// State or region.
                State = "state",
                /// Country.
                Country = "country",
                $($(#[$doc])* $variant = $word,)*
                /// Scope, the widest first.
                Scope = "scope",
                /// Type.
                Kind = "kind",
                /// Membership.
                Membership = "membership",
                /// The name of the organization above it.
                Parent = "parent",
                /// The days that a decision takes.
                LeadDays = "lead-days",
                /// On how many letters it stands, most first.
                Letters = "letters",
                /// How many it has confirmed, most first.
                Signed = "signed",
                /// When something was last heard or asked, latest first.
                LastContact = "last-contact",
            }
        }

        impl OrganizationColumn {
            /// The index of this order in `organization_list`, and its terms in the index's own direction.
            fn index(self) -> (&'static str, &'static [&'static str]) {
                match self {
                    $(Self::$variant => (
                        concat!("organization_list_by_", stringify!($name)),
                        &[concat!("l.", stringify!($name), " COLLATE NOCASE"), "l.sort_key"],
                    ),)*
                    Self::Name => ("organization_list_by_name", &["l.sort_key"]),
                    Self::City => ("organization_list_by_city", &["l.city COLLATE NOCASE", "l.sort_key"]),
                    Self::State => ("organization_list_by_state", &["l.state COLLATE NOCASE", "l.sort_key"]),
                    Self::Country => (
                        "organization_list_by_country",
                        &["l.country COLLATE NOCASE", "l.sort_key"],
                    ),
                    Self::Scope => ("organization_list_by_scope", &["l.scope", "l.sort_key"]),
                    Self::Kind => ("organization_list_by_kind", &["l.kind", "l.sort_key"]),
                    Self::Membership => ("organization_list_by_membership", &["l.membership", "l.sort_key"]),
                    Self::Parent => ("organization_list_by_parent", &["l.parent_key", "l.sort_key"]),
                    Self::LeadDays => ("organization_list_by_lead_days", &["l.lead_days", "l.sort_key"]),
                    Self::Letters => ("organization_list_by_letters", &["l.letters DESC", "l.sort_key"]),
                    Self::Signed => ("organization_list_by_signed", &["l.signed DESC", "l.sort_key"]),
                    Self::LastContact => (
                        "organization_list_by_last_contact",
                        &["l.last_contact DESC", "l.sort_key"],
                    ),
                }
            }
        }

        string_enum! {
            /// A field of an organization that is changed by itself.
            OrganizationField {
                /// The official name; of one organization only.
                Name = "name",
                /// How it prints.
                PrintsAs = "prints-as",
                /// What it is sorted by.
                SortAs = "sort-as",
                /// Scope, by its word.
                Scope = "scope",
                /// Type, by its word.
                Kind = "kind",
                /// Membership, by its word.
                Membership = "membership",
                /// The organization above it, by id, name or an unambiguous part of it.
                Parent = "parent",
                /// City.
                City = "city",
                /// State or region.
                State = "state",
                /// Country.
                Country = "country",
                /// Its site.
                Website = "website",
                $($(#[$doc])* $variant = $word,)*
                /// Who decides there.
                Decides = "decides",
                /// The days that a decision takes.
                LeadDays = "lead-days",
                /// The topics that it never signs.
                NeverSigns = "never-signs",
                /// Whether it wants a word before: yes or no.
                AskFirst = "ask-first",
                /// The note.
                Note = "note",
                /// A tag to add.
                AddTag = "add-tag",
                /// A tag to take off.
                RemoveTag = "remove-tag",
            }
        }
    };
}

organization_texts!(declare_columns);

impl OrganizationColumn {
    /// The order of the list by this column.
    pub(crate) fn ordering(self) -> Ordering {
        let (index, terms) = self.index();
        Ordering {
            table: "organization_list",
            index,
            id: "organization_id",
            terms,
            tables: match self {
                Self::Letters | Self::Signed | Self::LastContact => &["organization", "sign_on"],
                _ => &["organization"],
            },
        }
    }
}

/// The columns of `organization` that are written, in the order of [`OrganizationFields::values`].
static WRITTEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let typed = [
        "name",
        "prints_as",
        "sort_as",
        "scope",
        "parent_id",
        "city",
        "state",
        "country",
        "note",
        "kind",
        "website",
        "membership",
        "decides",
        "lead_days",
        "never_signs",
        "ask_first",
    ];
    let texts = OrganizationText::ALL.iter().map(|field| field.column());
    typed.map(str::to_owned).into_iter().chain(texts).collect()
});

/// Adds a row: the id, then the values.
pub(super) static INSERT: LazyLock<String> = LazyLock::new(|| {
    let marks = ", ?".repeat(WRITTEN.len());
    format!(
        "INSERT INTO organization (id, {}) VALUES (?{marks})",
        WRITTEN.join(", ")
    )
});

/// Changes a row: the id, then the values.
pub(super) static UPDATE: LazyLock<String> = LazyLock::new(|| {
    let columns = WRITTEN.iter().enumerate();
    let set: Vec<String> = columns
        .map(|(at, column)| format!("{column} = ?{}", at + 2))
        .collect();
    format!("UPDATE organization SET {} WHERE id = ?1", set.join(", "))
});

impl OrganizationFields {
    /// What is written to the row of an organization, in the order of its statements.
    pub(super) fn values(&self) -> Vec<Box<dyn rusqlite::ToSql + '_>> {
        let mut values: Vec<Box<dyn rusqlite::ToSql + '_>> = vec![
            Box::new(&self.name),
            Box::new(&self.prints_as),
            Box::new(&self.sort_as),
            Box::new(self.scope),
            Box::new(self.parent_id),
            Box::new(&self.city),
            Box::new(&self.state),
            Box::new(&self.country),
            Box::new(&self.note),
            Box::new(self.kind),
            Box::new(&self.website),
            Box::new(self.membership),
            Box::new(&self.signing.decides),
            Box::new(self.signing.lead_days),
            Box::new(&self.signing.never_signs),
            Box::new(self.signing.ask_first),
        ];
        for field in OrganizationText::ALL {
            values.push(Box::new(self.texts.get(*field)));
        }
        values
    }

    /// What a field holds, as it is typed; empty for tags, which are several, and for the parent, which is an id here.
    pub(crate) fn get(&self, field: OrganizationField) -> String {
        use OrganizationField as Field;
        match field {
            Field::Name => self.name.clone(),
            Field::PrintsAs => self.prints_as.clone().unwrap_or_default(),
            Field::SortAs => self.sort_as.clone().unwrap_or_default(),
            Field::Scope => self.scope.map_or("", |value| value.word()).to_owned(),
            Field::Kind => self.kind.map_or("", |value| value.word()).to_owned(),
            Field::Membership => self.membership.map_or("", |value| value.word()).to_owned(),
            Field::City => self.city.clone(),
            Field::State => self.state.clone(),
            Field::Country => self.country.clone(),
            Field::Website => self.website.clone(),
            Field::Decides => self.signing.decides.clone(),
            Field::LeadDays => self
                .signing
                .lead_days
                .map_or_else(String::new, |days| days.to_string()),
            Field::NeverSigns => self.signing.never_signs.clone(),
            Field::AskFirst => if self.signing.ask_first { "yes" } else { "" }.to_owned(),
            Field::Note => self.note.clone(),
            other => OrganizationText::find(other.word())
                .map_or("", |text| self.texts.get(text))
                .to_owned(),
        }
    }

    /// Sets a field to what was typed. The parent and tags need the coalition, and are left as they are.
    ///
    /// # Errors
    /// A rule when the value can't be that of the field (field `value`).
    pub(crate) fn set(&mut self, field: OrganizationField, value: &str) -> Result<()> {
        use OrganizationField as Field;
        let text = value.to_owned();
        let given = (!value.is_empty()).then(|| text.clone());
        match field {
            Field::Name => self.name = text,
            Field::PrintsAs => self.prints_as = given,
            Field::SortAs => self.sort_as = given,
            Field::Scope => self.scope = word(value)?,
            Field::Kind => self.kind = word(value)?,
            Field::Membership => self.membership = word(value)?,
            Field::City => self.city = text,
            Field::State => self.state = text,
            Field::Country => self.country = text,
            Field::Website => self.website = text,
            Field::Decides => self.signing.decides = text,
            Field::LeadDays => self.signing.lead_days = days(value)?,
            Field::NeverSigns => self.signing.never_signs = text,
            Field::AskFirst => self.signing.ask_first = yes(value)?,
            Field::Note => self.note = text,
            other => {
                if let Some(field) = OrganizationText::find(other.word()) {
                    *self.texts.get_mut(field) = text;
                }
            }
        }
        Ok(())
    }
}

impl From<Organization> for OrganizationFields {
    fn from(organization: Organization) -> Self {
        Self {
            name: organization.name,
            prints_as: organization.prints_as,
            sort_as: organization.sort_as,
            scope: organization.scope,
            kind: organization.kind,
            parent_id: organization.parent.map(|parent| parent.id),
            city: organization.city,
            state: organization.state,
            country: organization.country,
            website: organization.website,
            membership: organization.membership,
            signing: organization.signing,
            texts: organization.texts,
            note: organization.note,
            aliases: organization
                .aliases
                .into_iter()
                .map(|alias| AliasFields {
                    name: alias.name,
                    kind: alias.kind,
                })
                .collect(),
            tags: organization.tags,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::{DateTime, Utc};

    use super::*;
    use crate::Coalition;
    use crate::merge::MergeChoices;
    use crate::organization::{OrganizationFilter, OrganizationSort, TextValues};

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
    fn each_text_field_is_kept_changed_listed_filtered_merged_and_undone() {
        for &field in OrganizationText::ALL {
            let mut coalition = Coalition::in_memory().unwrap();
            let plain = coalition
                .add_organization(&named("Cedar Choir"), now())
                .unwrap()
                .output;
            let mut fields = named("Meadow League");
            *fields.texts.get_mut(field) = " North \n side ".to_owned();
            let said = coalition.add_organization(&fields, now()).unwrap().output;
            assert_eq!(
                coalition.get_organization(said).unwrap().texts.get(field),
                "North side"
            );

            let found = |coalition: &Coalition, values: &[&str]| {
                let filter = OrganizationFilter {
                    texts: vec![TextValues {
                        field,
                        values: values.iter().map(|value| (*value).to_owned()).collect(),
                    }],
                    ..OrganizationFilter::default()
                };
                coalition
                    .list_organization_ids(&filter, OrganizationSort::default())
                    .unwrap()
            };
            assert_eq!(found(&coalition, &["north SIDE"]), [said]);
            assert_eq!(found(&coalition, &[""]), [plain]);
            assert_eq!(found(&coalition, &["", "North side"]), [plain, said]);
            assert_eq!(found(&coalition, &["North"]), []);
            assert_eq!(coalition.list_texts(field).unwrap(), ["North side"]);
            let rows = coalition.list_organization_rows(&[plain, said]).unwrap();
            assert_eq!(
                [0, 1].map(|at: usize| rows[at].texts.get(field)),
                ["", "North side"]
            );

            let one = OrganizationField::find(field.word()).unwrap();
            coalition
                .set_organization_field(&[plain], one, "South side", now())
                .unwrap();
            assert_eq!(
                coalition.get_organization(plain).unwrap().texts.get(field),
                "South side"
            );
            coalition.undo(now()).unwrap();
            coalition
                .merge_organizations(plain, said, &MergeChoices::default(), now())
                .unwrap();
            assert_eq!(
                coalition.get_organization(plain).unwrap().texts.get(field),
                "North side"
            );
            let too_long = "x".repeat(base::text::LONGEST_NAME + 1);
            assert!(
                coalition
                    .set_organization_field(&[plain], one, &too_long, now())
                    .is_err()
            );
        }
    }

    #[test]
    fn every_field_says_what_was_set() {
        let values = [
            (OrganizationField::Scope, "state"),
            (OrganizationField::Kind, "faith"),
            (OrganizationField::Membership, "ally"),
            (OrganizationField::LeadDays, "14"),
            (OrganizationField::AskFirst, "yes"),
        ];
        for &field in OrganizationField::ALL {
            let untyped = matches!(
                field,
                OrganizationField::Parent | OrganizationField::AddTag | OrganizationField::RemoveTag
            );
            let known = values.iter().find(|(known, _)| *known == field);
            let value = known.map_or("Words", |(_, value)| value);
            let mut fields = OrganizationFields::default();
            fields.set(field, value).unwrap();
            assert_eq!(fields.get(field), if untyped { "" } else { value }, "{field:?}");
            fields.set(field, "").unwrap();
            assert_eq!(fields, OrganizationFields::default(), "{field:?}");
        }
    }
}
