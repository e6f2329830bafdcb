//! Words for organizations: scope, kind, membership, and the kinds of alias.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::string_enum;

string_enum! {
    /// How far an organization's work reaches.
    Scope {
        /// Across countries.
        International = "international",
        /// A whole country.
        National = "national",
        /// A state, province or region.
        State = "state",
        /// A city, county or neighbourhood.
        Local = "local",
        /// A tribal nation or its bodies.
        Tribal = "tribal",
    }
}

string_enum! {
    /// What kind of body an organization is: its type.
    OrganizationKind {
        /// A nonprofit or advocacy group.
        Nonprofit = "nonprofit",
        /// A congregation or faith body.
        Faith = "faith",
        /// A union or labor body.
        Labor = "labor",
        /// A school, university or institute.
        Academic = "academic",
        /// A company or a business association.
        Business = "business",
        /// A government body.
        Government = "government",
        /// A group without a legal form.
        Informal = "informal",
    }
}

string_enum! {
    /// What an organization is to the coalition.
    Membership {
        /// It belongs to the coalition.
        Member = "member",
        /// It signs with the coalition without belonging to it.
        Ally = "ally",
        /// Not a member; the coalition wants it.
        Prospect = "prospect",
        /// It belonged to the coalition.
        Former = "former",
    }
}

string_enum! {
    /// What kind of other name an alias is.
    AliasKind {
        /// Its initials.
        Acronym = "acronym",
        /// What it was called before.
        Former = "former",
        /// Its name in another language.
        Translation = "translation",
        /// A spelling seen in the wild.
        Spelling = "spelling",
    }
}

impl AliasKind {
    /// What kind of name an alias most likely is: initials when it is one word of capitals, else a spelling.
    pub fn guess(name: &str) -> Self {
        let word = name.trim();
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        if capitals > 1
            && word
                .chars()
                .all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '&'))
        {
            Self::Acronym
        } else {
            Self::Spelling
        }
    }
}

/// The fields of an organization that are one line of text and nothing more, given to a macro: of each its documentation, the
/// name of its variant and of its field, its word, and the message that names it. Whoever declares something for each of them
/// does so from this table.
#[macro_export]
macro_rules! organization_texts {
    ($with:ident) => {
        $with! {
            /// A word of the coalition's own that organizations are grouped and counted by: district, region, chapter area.
            District district = "district", "import-field-district";
            /// Who of the coalition talks to it.
            Owner owner = "owner", "import-field-owner";
        }
    };
}

macro_rules! declare_texts {
    ($($(#[$doc:meta])* $variant:ident $name:ident = $word:literal, $label:literal;)*) => {
        string_enum! {
            /// A field of an organization that is one line of text and nothing more.
            OrganizationText {
                $($(#[$doc])* $variant = $word,)*
            }
        }

        impl OrganizationText {
            /// The message that names it.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                }
            }
        }

        /// The texts of an organization; what is not said is empty.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(default)]
        #[ts(export, export_to = "organizations/")]
        pub struct OrganizationTexts {
            $($(#[$doc])* #[serde(rename = $word)] pub $name: String,)*
        }

        impl OrganizationTexts {
            /// The text of a field.
            pub fn get(&self, field: OrganizationText) -> &str {
                match field {
                    $(OrganizationText::$variant => &self.$name,)*
                }
            }

            /// The text of a field, to be changed.
            pub fn get_mut(&mut self, field: OrganizationText) -> &mut String {
                match field {
                    $(OrganizationText::$variant => &mut self.$name,)*
                }
            }
        }
    };
}

organization_texts!(declare_texts);

impl OrganizationText {
    /// The column of `organization` that holds it.
    pub fn column(self) -> String {
        self.word().replace('-', "_")
    }

    /// The texts as columns of a query, each after a comma: `, o.district, o.owner`.
    pub fn columns(prefix: &str) -> String {
        Self::ALL
            .iter()
            .map(|field| format!(", {prefix}{}", field.column()))
            .collect()
    }
}

impl OrganizationTexts {
    /// The texts of a row of a query, from a column on, in their order.
    ///
    /// # Errors
    /// What SQLite says of a column that is missing or holds no text.
    pub fn from_row(row: &rusqlite::Row, first: usize) -> rusqlite::Result<Self> {
        let mut texts = Self::default();
        for (at, field) in OrganizationText::ALL.iter().enumerate() {
            *texts.get_mut(*field) = row.get(first + at)?;
        }
        Ok(texts)
    }
}
