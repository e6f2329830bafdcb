//! Words for organizations: scope, kind, membership, and the kinds of alias.

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
