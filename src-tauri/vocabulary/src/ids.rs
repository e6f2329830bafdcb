//! Ids: one newtype for each concept, and the one place where new ones are made.
//!
//! An id is an `INTEGER PRIMARY KEY` of at most 53 bits, so that JavaScript holds it exactly. Several computers will
//! share a coalition one day, so an id must be unique across them: each action draws a random start and counts up from
//! it, which keeps the rows of an import side by side in the file. Nothing derives meaning from an id.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(export, export_to = "ids/", type = "number")]
        pub struct $name(pub i64);

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                i64::column_result(value).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// An organization.
    OrganizationId,
    /// An alias of an organization.
    AliasId,
    /// A person.
    PersonId,
    /// An email or a phone of a person.
    ContactPointId,
    /// A person at an organization.
    AffiliationId,
    /// A filter under a name.
    FilterId,
    /// A letter.
    LetterId,
    /// A sign-on: one organization or individual on one letter.
    SignOnId,
    /// Somebody who signs beside the signer of a sign-on.
    FurtherSignerId,
    /// A piece of evidence that sign-ons rest on.
    EvidenceId,
    /// A note of what was written or said to somebody about a sign-on.
    OutreachId,
    /// A text to write with.
    TemplateId,
    /// Somebody on the desk.
    DeskItemId,
    /// A deadline that was moved.
    DeadlineMoveId,
    /// A version of a letter's text.
    VersionId,
    /// A saved style of blocks.
    StyleId,
    /// An edition: a block as it was sent.
    EditionId,
    /// An import: a source whose rows were taken in.
    ImportId,
    /// An entry of the journal: one action that can be undone.
    JournalId,
}
