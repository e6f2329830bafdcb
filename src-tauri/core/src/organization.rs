//! Organizations: members, allies and prospects, what they are called, and under whom they stand.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::error::{Error, Result};
use crate::ids::{AliasId, LetterId, OrganizationId};
use crate::journal::{Change, Op, Subject, Tx};
use crate::messages::Message;
use crate::recognize::{NameIndex, Recognition};
use crate::signon::Status;

/// The longest name taken, in characters; nothing that prints under a letter is longer.
pub const LONGEST_NAME: usize = 1_000;

/// Declares an enum of the domain whose words are the same in the file, on the wire and on the command line.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[ts(export)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the order in which people think of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in the file, on the wire and on the command line.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;

            /// Reads the word; blanks, underscores and case don't matter.
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                let word = text.trim().to_lowercase().replace([' ', '_'], "-");
                Self::ALL.iter().copied().find(|value| value.word() == word).ok_or_else(|| {
                    let words: Vec<_> = Self::ALL.iter().map(|value| value.word()).collect();
                    $crate::error::Error::rule($crate::messages::Message::new("error-word-unknown").text("word", text).text("words", words.join(", ")))
                })
            }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let word = value.as_str()?;
                Self::ALL.iter().copied().find(|value| value.word() == word).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
pub(crate) use words;

words! {
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

words! {
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

words! {
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

/// Another name of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Alias {
    /// Its id.
    pub id: AliasId,
    /// The name.
    pub name: String,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// An organization by id and name, where no more is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OrganizationRef {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
    /// How it prints on letters unless a letter says otherwise; None for its name.
    pub prints_as: Option<String>,
    /// What it is sorted by; None for its name.
    pub sort_as: Option<String>,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// What kind of body it is.
    pub kind: Option<OrganizationKind>,
    /// The organization that it is a chapter or affiliate of.
    pub parent: Option<OrganizationRef>,
    /// City, or empty.
    pub city: String,
    /// State or region, a postal code where there is one, or empty.
    pub state: String,
    /// Country, or empty.
    pub country: String,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Its other names.
    pub aliases: Vec<Alias>,
}

/// An alias as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AliasFields {
    /// The name.
    pub name: String,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// All that can be said of an organization. What is left out is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct OrganizationFields {
    /// Its official name.
    pub name: String,
    /// How it prints on letters; None or empty for its name.
    pub prints_as: Option<String>,
    /// What it is sorted by; None or empty for its name.
    pub sort_as: Option<String>,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// What kind of body it is.
    pub kind: Option<OrganizationKind>,
    /// The organization that it is a chapter or affiliate of.
    pub parent_id: Option<OrganizationId>,
    /// City.
    pub city: String,
    /// State or region.
    pub state: String,
    /// Country.
    pub country: String,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Its other names.
    pub aliases: Vec<AliasFields>,
}

/// A row of the list of organizations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OrganizationRow {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
    /// Its other names, joined by semicolons.
    pub aliases: String,
    /// City and state, joined by a comma.
    pub place: String,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// The name of the organization above it.
    pub parent: Option<String>,
    /// On how many letters it stands, whatever its status.
    pub letters: u32,
    /// How many it has confirmed.
    pub signed: u32,
}

/// A part of the list of organizations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OrganizationPage {
    /// How many there are in all.
    pub total: u32,
    /// Those of this part.
    pub rows: Vec<OrganizationRow>,
}

/// What an organization did on a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OrganizationLetter {
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub title: String,
    /// The status of the sign-on.
    pub status: Status,
    /// The name on that letter.
    pub prints_as: String,
    /// When it was decided, ISO 8601 in UTC.
    pub decided_at: Option<String>,
}

/// Everything about one organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OrganizationDetail {
    /// The organization.
    pub organization: Organization,
    /// The letters that it stands on, latest first.
    pub letters: Vec<OrganizationLetter>,
    /// Its chapters and affiliates.
    pub children: Vec<OrganizationRef>,
}

impl Coalition {
    /// The organization with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_organization(&self, id: OrganizationId) -> Result<Organization> {
        find(&self.conn, id)?.ok_or_else(|| not_found(id.to_string()))
    }

    /// Everything about one organization.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_organization_detail(&self, id: OrganizationId) -> Result<OrganizationDetail> {
        let organization = self.get_organization(id)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT letter_id, title, status, s.prints_as, decided_at
             FROM sign_on s JOIN letter l ON l.id = letter_id WHERE organization_id = ?1 ORDER BY l.created_at DESC",
        )?;
        let letters = statement.query_map([id], |row| {
            Ok(OrganizationLetter {
                letter_id: row.get(0)?,
                title: row.get(1)?,
                status: row.get(2)?,
                prints_as: row.get(3)?,
                decided_at: row.get(4)?,
            })
        })?;
        let letters = letters.collect::<rusqlite::Result<_>>()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name FROM organization JOIN organization_order ON organization_id = id
             WHERE parent_id = ?1 ORDER BY sort_key",
        )?;
        let children = statement.query_map([id], |row| {
            Ok(OrganizationRef {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        })?;
        let children = children.collect::<rusqlite::Result<_>>()?;
        Ok(OrganizationDetail {
            organization,
            letters,
            children,
        })
    }

    /// The organization that a person means by an id, an exact name or alias, or an unambiguous part of a name.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`] with the candidates.
    pub fn resolve_organization(&self, reference: &str) -> Result<OrganizationId> {
        let reference = reference.trim();
        if let Ok(id) = reference.parse().map(OrganizationId)
            && find(&self.conn, id)?.is_some()
        {
            return Ok(id);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name FROM organization WHERE name = ?1
             UNION SELECT o.id, o.name FROM organization_alias a JOIN organization o ON o.id = organization_id
             WHERE a.name = ?1",
        )?;
        let exact = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let exact: Vec<(OrganizationId, String)> = exact.collect::<rusqlite::Result<_>>()?;
        let mut found = exact;
        if found.is_empty() {
            let mut statement = self.conn.prepare_cached(
                "SELECT id, name FROM organization JOIN organization_order ON organization_id = id
                 WHERE instr(lower(name), lower(?1)) > 0 ORDER BY sort_key LIMIT 9",
            )?;
            let part = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found = part.collect::<rusqlite::Result<_>>()?;
        }
        match found.as_slice() {
            [] => Err(not_found(reference.to_owned())),
            [(id, _)] => Ok(*id),
            several => Err(Error::Ambiguous {
                reference: reference.to_owned(),
                candidates: several.iter().map(|(_, name)| name.clone()).collect(),
            }),
        }
    }

    /// Which organization a name as people write it means.
    pub fn recognize(&self, name: &str) -> Result<Recognition> {
        self.with_names(|index| index.recognize(name))
    }

    /// A part of the list of organizations, in order; with a query, of those that it finds.
    pub fn list_organizations(&self, query: &str, offset: usize, limit: usize) -> Result<OrganizationPage> {
        let search = crate::search::fts_query(query);
        let (from, filter) = match &search {
            Some(_) => (
                "organization_search JOIN organization o ON o.id = organization_search.rowid",
                "organization_search MATCH ?1",
            ),
            None if query.trim().is_empty() => ("organization o", "?1 IS NULL"),
            None => {
                return Ok(OrganizationPage {
                    total: 0,
                    rows: Vec::new(),
                });
            }
        };
        let total = self.conn.query_row(
            &format!("SELECT count(*) FROM {from} WHERE {filter}"),
            [&search],
            |row| row.get(0),
        )?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT o.id, o.name,
               (SELECT coalesce(group_concat(name, '; '), '') FROM organization_alias WHERE organization_id = o.id),
               o.city, o.state, o.scope, (SELECT name FROM organization p WHERE p.id = o.parent_id),
               (SELECT count(*) FROM sign_on WHERE organization_id = o.id),
               (SELECT count(*) FROM sign_on WHERE organization_id = o.id AND status = 'confirmed')
             FROM {from} JOIN organization_order k ON k.organization_id = o.id
             WHERE {filter} ORDER BY k.sort_key, o.id LIMIT ?2 OFFSET ?3",
        ))?;
        let rows = statement.query_map(params![search, limit as i64, offset as i64], |row| {
            Ok(OrganizationRow {
                id: row.get(0)?,
                name: row.get(1)?,
                aliases: row.get(2)?,
                place: place(&row.get::<_, String>(3)?, &row.get::<_, String>(4)?),
                scope: row.get(5)?,
                parent: row.get(6)?,
                letters: row.get(7)?,
                signed: row.get(8)?,
            })
        })?;
        Ok(OrganizationPage {
            total,
            rows: rows.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// How many organizations there are.
    pub fn count_organizations(&self) -> Result<u32> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM organization", [], |row| row.get(0))?)
    }

    /// Adds an organization.
    ///
    /// # Errors
    /// A rule, with the field that breaks it; an organization with exactly this name is one.
    pub fn add_organization(
        &mut self,
        fields: &OrganizationFields,
        now: DateTime<Utc>,
    ) -> Result<Change<OrganizationId>> {
        let fields = checked(fields)?;
        self.transact(
            Op::AddOrganization {
                name: fields.name.clone(),
            },
            now,
            |tx| {
                refuse_twin(tx.conn, &fields.name, None)?;
                insert(tx, &fields)
            },
        )
    }

    /// Changes an organization to what is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule, with the field that breaks it.
    pub fn set_organization(
        &mut self,
        id: OrganizationId,
        fields: &OrganizationFields,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let fields = checked(fields)?;
        self.transact(
            Op::SetOrganization {
                name: fields.name.clone(),
            },
            now,
            |tx| {
                if find(tx.conn, id)?.is_none() {
                    return Err(not_found(id.to_string()));
                }
                refuse_twin(tx.conn, &fields.name, Some(id))?;
                refuse_circle(tx.conn, id, fields.parent_id)?;
                update(tx, id, &fields)
            },
        )
    }

    /// Removes an organization that stands on no letter.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when it stands on a letter, leads one or has chapters.
    pub fn remove_organization(&mut self, id: OrganizationId, now: DateTime<Utc>) -> Result<Change<()>> {
        let organization = self.get_organization(id)?;
        self.transact(
            Op::RemoveOrganization {
                name: organization.name.clone(),
            },
            now,
            |tx| {
                let used: bool = tx.conn.query_row(
                    "SELECT EXISTS (SELECT 1 FROM sign_on WHERE organization_id = ?1)
                     OR EXISTS (SELECT 1 FROM letter_lead WHERE organization_id = ?1)
                     OR EXISTS (SELECT 1 FROM organization WHERE parent_id = ?1)",
                    [id],
                    |row| row.get(0),
                )?;
                if used {
                    return Err(Error::rule(
                        Message::new("error-organization-used").text("name", &organization.name),
                    ));
                }
                tx.conn
                    .execute("DELETE FROM organization_alias WHERE organization_id = ?1", [id])?;
                tx.conn.execute("DELETE FROM organization WHERE id = ?1", [id])?;
                tx.event(Subject {
                    organization: Some(id),
                    ..Subject::default()
                });
                Ok(())
            },
        )
    }
}

/// City and state as people read them: "Viroqua, WI".
pub(crate) fn place(city: &str, state: &str) -> String {
    [city, state]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Takes off blanks and checks what needs no look into the file.
fn checked(fields: &OrganizationFields) -> Result<OrganizationFields> {
    let optional = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let mut clean = OrganizationFields {
        name: one_line(&fields.name),
        prints_as: optional(&fields.prints_as),
        sort_as: optional(&fields.sort_as),
        city: one_line(&fields.city),
        state: one_line(&fields.state),
        country: one_line(&fields.country),
        note: fields.note.trim().to_owned(),
        ..fields.clone()
    };
    check_name("name", &clean.name)?;
    for alias in &mut clean.aliases {
        alias.name = one_line(&alias.name);
    }
    clean.aliases.retain(|alias| !alias.name.is_empty());
    Ok(clean)
}

/// A name is one line: breaks and runs of blanks that came with pasting become one space. All else is as given.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text
        .split(|c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') || c.is_control())
    {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// A name must be there and not be a whole text.
pub(crate) fn check_name(field: &'static str, name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(Error::field(field, Message::new("error-name-empty")));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::field(
            field,
            Message::new("error-name-long").number("most", LONGEST_NAME),
        ));
    }
    Ok(())
}

fn not_found(reference: String) -> Error {
    Error::NotFound {
        what: "organization",
        reference,
    }
}

/// Two organizations may not have the very same name: nobody could tell them apart in a list.
fn refuse_twin(conn: &Connection, name: &str, except: Option<OrganizationId>) -> Result<()> {
    let twin: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM organization WHERE name = ?1 AND id IS NOT ?2)")?
        .query_row(params![name, except], |row| row.get(0))?;
    if twin {
        Err(Error::field(
            "name",
            Message::new("error-organization-twin").text("name", name),
        ))
    } else {
        Ok(())
    }
}

/// An organization may not stand under itself, over any number of steps.
fn refuse_circle(conn: &Connection, id: OrganizationId, parent: Option<OrganizationId>) -> Result<()> {
    let circle: bool = conn
        .prepare_cached(
            "WITH RECURSIVE above (id) AS (SELECT ?2 UNION SELECT parent_id FROM organization JOIN above USING (id))
             SELECT EXISTS (SELECT 1 FROM above WHERE id = ?1)",
        )?
        .query_row(params![id, parent], |row| row.get(0))?;
    if circle {
        Err(Error::field(
            "parentId",
            Message::new("error-organization-circle"),
        ))
    } else {
        Ok(())
    }
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn from_row(row: &Row) -> rusqlite::Result<Organization> {
    let parent = match row.get::<_, Option<OrganizationId>>(5)? {
        Some(id) => Some(OrganizationRef {
            id,
            name: row.get(6)?,
        }),
        None => None,
    };
    Ok(Organization {
        id: row.get(0)?,
        name: row.get(1)?,
        prints_as: row.get(2)?,
        sort_as: row.get(3)?,
        scope: row.get(4)?,
        parent,
        city: row.get(7)?,
        state: row.get(8)?,
        country: row.get(9)?,
        note: row.get(10)?,
        kind: row.get(11)?,
        aliases: Vec::new(),
    })
}

fn find(conn: &Connection, id: OrganizationId) -> Result<Option<Organization>> {
    let found = conn
        .prepare_cached(
            "SELECT o.id, o.name, o.prints_as, o.sort_as, o.scope, o.parent_id, p.name,
                    o.city, o.state, o.country, o.note, o.kind
             FROM organization o LEFT JOIN organization p ON p.id = o.parent_id WHERE o.id = ?1",
        )?
        .query_row([id], from_row)
        .optional()?;
    let Some(mut organization) = found else {
        return Ok(None);
    };
    let mut statement = conn.prepare_cached(
        "SELECT id, name, kind FROM organization_alias WHERE organization_id = ?1 ORDER BY id",
    )?;
    let aliases = statement.query_map([id], |row| {
        Ok(Alias {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
        })
    })?;
    organization.aliases = aliases.collect::<rusqlite::Result<_>>()?;
    Ok(Some(organization))
}

/// Adds an organization within an action. The fields are checked already.
pub(crate) fn insert(tx: &mut Tx, fields: &OrganizationFields) -> Result<OrganizationId> {
    let id = OrganizationId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO organization (id, name, prints_as, sort_as, scope, parent_id, city, state, country, note,
                                       kind)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            id,
            fields.name,
            fields.prints_as,
            fields.sort_as,
            fields.scope,
            fields.parent_id,
            fields.city,
            fields.state,
            fields.country,
            fields.note,
            fields.kind,
        ])?;
    for alias in &fields.aliases {
        add_alias(tx, id, &alias.name, alias.kind)?;
    }
    tx.event(Subject {
        organization: Some(id),
        detail: fields.name.clone(),
        ..Subject::default()
    });
    Ok(id)
}

/// Adds an alias within an action.
pub(crate) fn add_alias(tx: &mut Tx, id: OrganizationId, name: &str, kind: AliasKind) -> Result<()> {
    let alias = AliasId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO organization_alias (id, organization_id, name, kind) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![alias, id, name, kind])?;
    Ok(())
}

fn update(tx: &mut Tx, id: OrganizationId, fields: &OrganizationFields) -> Result<()> {
    tx.conn.execute(
        "UPDATE organization SET name = ?2, prints_as = ?3, sort_as = ?4, scope = ?5, parent_id = ?6, city = ?7,
                state = ?8, country = ?9, note = ?10, kind = ?11 WHERE id = ?1",
        params![
            id,
            fields.name,
            fields.prints_as,
            fields.sort_as,
            fields.scope,
            fields.parent_id,
            fields.city,
            fields.state,
            fields.country,
            fields.note,
            fields.kind,
        ],
    )?;
    // Aliases that stay keep their rows, so that the journal holds only what changed.
    let mut statement = tx
        .conn
        .prepare("SELECT id, name, kind FROM organization_alias WHERE organization_id = ?1")?;
    let old = statement.query_map([id], |row| {
        Ok((
            row.get::<_, AliasId>(0)?,
            AliasFields {
                name: row.get(1)?,
                kind: row.get(2)?,
            },
        ))
    })?;
    let old: Vec<_> = old.collect::<rusqlite::Result<_>>()?;
    for (alias, fields_before) in &old {
        if !fields.aliases.contains(fields_before) {
            tx.conn
                .execute("DELETE FROM organization_alias WHERE id = ?1", [alias])?;
        }
    }
    for alias in &fields.aliases {
        if !old.iter().any(|(_, before)| before == alias) {
            add_alias(tx, id, &alias.name, alias.kind)?;
        }
    }
    tx.event(Subject {
        organization: Some(id),
        detail: fields.name.clone(),
        ..Subject::default()
    });
    Ok(())
}

/// Every name and alias of the coalition, for recognizing.
pub(crate) fn index_names(conn: &Connection) -> Result<NameIndex> {
    let mut index = NameIndex::new();
    let mut statement = conn.prepare(
        "SELECT o.id, o.name, a.name FROM organization o
         LEFT JOIN organization_alias a ON a.organization_id = o.id ORDER BY o.id, a.id",
    )?;
    let mut rows = statement.query([])?;
    let mut current: Option<(i64, Vec<String>)> = None;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if current.as_ref().is_none_or(|(open, _)| *open != id)
            && let Some((id, names)) = current.replace((id, vec![row.get(1)?]))
        {
            index.insert(id, &names);
        }
        if let (Some((_, names)), Some(alias)) = (current.as_mut(), row.get(2)?) {
            names.push(alias);
        }
    }
    if let Some((id, names)) = current {
        index.insert(id, &names);
    }
    Ok(index)
}
