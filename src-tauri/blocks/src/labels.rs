//! The words a block adds of its own: headings such as "National", "26 organizations", "Added after
//! delivery". They come from the message catalogues in the letter's language; this file only names them.

use vocabulary::Scope;

/// One word or phrase that a block needs from the message catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The heading of a scope.
    Scope(Scope),
    /// The heading of entries that have no scope, state or type.
    Other,
    /// The heading of lead organizations.
    Leads,
    /// The heading of those who follow the lead organizations.
    Signatories,
    /// The heading of people who sign for themselves.
    Individuals,
    /// The heading of sign-ons that came after delivery.
    Late,
    /// "26 organizations".
    Organizations(u32),
    /// "3 individuals".
    People(u32),
    /// "14 others", as the last member of an enumeration.
    Others(u32),
    /// "and 14 others", as a line of its own.
    AndOthers(u32),
    /// "for identification purposes only", without parentheses.
    ForIdentification,
    /// "Organization listed for identification purposes only."
    IdentificationNote,
    /// "Date:", before the line for it.
    Date,
    /// Table head over the names when only organizations signed.
    ColumnOrganization,
    /// Table head over the names when people signed for themselves too.
    ColumnSignatory,
    /// Table head over the person who signed for an organization.
    ColumnSigner,
    /// Table head over titles.
    ColumnTitle,
    /// Table head over places.
    ColumnPlace,
    /// Table head over affiliations.
    ColumnAffiliation,
    /// Table head over the headings of groups.
    ColumnGroup,
}

impl Label {
    /// The id of the message in the catalogues.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Scope(Scope::International) => "block-scope-international",
            Self::Scope(Scope::National) => "block-scope-national",
            Self::Scope(Scope::Tribal) => "block-scope-tribal",
            Self::Scope(Scope::State) => "block-scope-state",
            Self::Scope(Scope::Local) => "block-scope-local",
            Self::Other => "block-other",
            Self::Leads => "block-leads",
            Self::Signatories => "block-signatories",
            Self::Individuals => "block-individuals",
            Self::Late => "block-late",
            Self::Organizations(_) => "block-count-organizations",
            Self::People(_) => "block-count-individuals",
            Self::Others(_) => "block-others",
            Self::AndOthers(_) => "block-and-others",
            Self::ForIdentification => "block-for-identification",
            Self::IdentificationNote => "block-identification-note",
            Self::Date => "block-date",
            Self::ColumnOrganization => "block-column-organization",
            Self::ColumnSignatory => "block-column-signatory",
            Self::ColumnSigner => "block-column-signer",
            Self::ColumnTitle => "block-column-title",
            Self::ColumnPlace => "block-column-place",
            Self::ColumnAffiliation => "block-column-affiliation",
            Self::ColumnGroup => "block-column-group",
        }
    }

    /// The value of the message's one argument, `$count`, where it has one.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Organizations(n) | Self::People(n) | Self::Others(n) | Self::AndOthers(n) => Some(n),
            _ => None,
        }
    }
}

/// Gives the text of a label in the letter's language; the message catalogue does.
pub trait Labels {
    /// The text of one label.
    fn text(&self, label: Label) -> String;
}

impl<F: Fn(Label) -> String> Labels for F {
    fn text(&self, label: Label) -> String {
        self(label)
    }
}

/// Plain English labels for tests, so that they depend on no catalogue.
#[cfg(test)]
pub(crate) fn english(label: Label) -> String {
    let plural = |n: u32, one: &str, many: &str| {
        if n == 1 {
            format!("1 {one}")
        } else {
            format!("{n} {many}")
        }
    };
    match label {
        Label::Scope(scope) => format!("{scope:?}"),
        Label::Other => "Other".into(),
        Label::Leads => "Lead organizations".into(),
        Label::Signatories => "Signatories".into(),
        Label::Individuals => "Individuals".into(),
        Label::Late => "Added after delivery".into(),
        Label::Organizations(n) => plural(n, "organization", "organizations"),
        Label::People(n) => plural(n, "individual", "individuals"),
        Label::Others(n) => plural(n, "other", "others"),
        Label::AndOthers(n) => format!("and {}", plural(n, "other", "others")),
        Label::ForIdentification => "for identification purposes only".into(),
        Label::IdentificationNote => "Organization listed for identification purposes only.".into(),
        Label::Date => "Date:".into(),
        Label::ColumnOrganization => "Organization".into(),
        Label::ColumnSignatory => "Signatory".into(),
        Label::ColumnSigner => "Signed by".into(),
        Label::ColumnTitle => "Title".into(),
        Label::ColumnPlace => "Place".into(),
        Label::ColumnAffiliation => "Affiliation".into(),
        Label::ColumnGroup => "Group".into(),
    }
}
