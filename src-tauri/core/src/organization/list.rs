//! The list of organizations, of any length: filtered, sorted and paged in SQL, so that only what is seen is read.
//!
//! Every order has an index of `organization_list`. When few rows match, they are found by the filter and sorted; when
//! many do, the index of the order is walked, from the nearer end, until the page is full.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Membership, OrganizationColumn, OrganizationKind, OrganizationText, OrganizationTexts, Scope};
use crate::coalition::Coalition;
use crate::search::Searched;
use base::error::Result;
use base::text::place;
use store::condition::{Condition, contains, matching};
use vocabulary::Status;
use vocabulary::ids::{ImportId, LetterId, OrganizationId};
use vocabulary::string_enum;

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationSort {
    /// The column.
    pub column: OrganizationColumn,
    /// The other way round.
    pub reversed: bool,
}

impl Default for OrganizationSort {
    fn default() -> Self {
        Self {
            column: OrganizationColumn::Name,
            reversed: false,
        }
    }
}

string_enum! {
    /// Where an organization stands in a family.
    Standing {
        /// It has chapters or affiliates.
        Parent = "parent",
        /// It has a parent.
        Chapter = "chapter",
        /// Neither.
        Alone = "alone",
    }
}

string_enum! {
    /// A field of an organization that a filter looks into.
    TextField {
        /// Any other name of it.
        Aliases = "aliases",
        /// How it prints.
        PrintsAs = "prints-as",
        /// City.
        City = "city",
        /// Its site.
        Website = "website",
        /// Who decides there.
        Decides = "decides",
        /// The topics that it never signs.
        NeverSigns = "never-signs",
        /// The note.
        Note = "note",
    }
}

/// A text within a field, case aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct Containing {
    /// The field.
    pub field: TextField,
    /// What it contains.
    pub text: String,
}

/// Some values of a field of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct TextValues {
    /// The field.
    pub field: OrganizationText,
    /// The values, case aside; an empty one stands for those that say nothing there.
    pub values: Vec<String>,
}

/// Where organizations stand on a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct LetterFilter {
    /// The letter.
    pub letter_id: LetterId,
    /// Their status is one of these; any when there is none.
    pub statuses: Vec<Status>,
    /// Those for which this is not so.
    pub absent: bool,
}

/// Which organizations; what is left empty does not narrow them. Within a list one of its values is enough (of the tags
/// all); between fields all must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationFilter {
    /// What the box of the list finds.
    pub text: String,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// Types.
    pub kinds: Vec<OrganizationKind>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// States or regions, as they are kept; an empty one stands for those without.
    pub states: Vec<String>,
    /// Countries, as they are kept; an empty one stands for those without.
    pub countries: Vec<String>,
    /// All of these tags.
    pub tags: Vec<String>,
    /// Directly under this organization.
    pub parent_id: Option<OrganizationId>,
    /// Where they stand in a family.
    pub standing: Option<Standing>,
    /// Whether somebody to write to is known there.
    pub has_person: Option<bool>,
    /// Whether somebody who may sign is known there.
    pub has_signer: Option<bool>,
    /// Whether they want a word before.
    pub ask_first: Option<bool>,
    /// They decide within so many days.
    pub lead_days_most: Option<u32>,
    /// They have confirmed at least so many letters.
    pub signed_least: Option<u32>,
    /// Nothing was heard or asked since this day, ISO 8601.
    pub quiet_since: Option<String>,
    /// Where they stand on a letter.
    pub letter: Option<LetterFilter>,
    /// Texts within fields.
    pub containing: Vec<Containing>,
    /// Fields of text that have one of some values each.
    pub texts: Vec<TextValues>,
    /// Which came with this import, or were found by it.
    pub import_id: Option<ImportId>,
}

impl OrganizationFilter {
    /// What the box of the list finds by a text.
    pub fn finding(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }
}

/// A row of the list of organizations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationRow {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
    /// How it prints, when that is not its name.
    pub prints_as: Option<String>,
    /// Its other names, joined by semicolons.
    pub aliases: String,
    /// City and state, joined by a comma.
    pub place: String,
    /// City.
    pub city: String,
    /// State or region.
    pub state: String,
    /// Country.
    pub country: String,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// What kind of body it is.
    pub kind: Option<OrganizationKind>,
    /// What it is to the coalition.
    pub membership: Option<Membership>,
    /// The organization above it.
    pub parent_id: Option<OrganizationId>,
    /// The name of the organization above it.
    pub parent: Option<String>,
    /// Its site.
    pub website: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who decides there.
    pub decides: String,
    /// How many days a decision takes.
    pub lead_days: Option<u32>,
    /// The topics that it never signs.
    pub never_signs: String,
    /// Whether it wants a word before.
    pub ask_first: bool,
    /// The person to write to there.
    pub contact: Option<String>,
    /// On how many letters it stands, whatever its status.
    pub letters: u32,
    /// How many it has confirmed.
    pub signed: u32,
    /// When something was last heard or asked, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Its fields of one line of text.
    #[serde(flatten)]
    pub texts: OrganizationTexts,
}

/// A part of the list of organizations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationPage {
    /// How many there are in all.
    pub total: u32,
    /// Those of this part.
    pub rows: Vec<OrganizationRow>,
}

impl Coalition {
    /// A part of the list of organizations.
    pub fn list_organizations(
        &self,
        filter: &OrganizationFilter,
        sort: OrganizationSort,
        offset: usize,
        limit: usize,
    ) -> Result<OrganizationPage> {
        let Some(condition) = condition(self, filter)? else {
            return Ok(OrganizationPage {
                total: 0,
                rows: Vec::new(),
            });
        };
        let ordering = sort.column.ordering();
        let (total, ids) = self.page_of(&ordering, &condition, sort.reversed, offset, limit)?;
        Ok(OrganizationPage {
            total,
            rows: rows(&self.conn, &ids)?,
        })
    }

    /// The ids of all organizations that a filter finds, in order.
    pub fn list_organization_ids(
        &self,
        filter: &OrganizationFilter,
        sort: OrganizationSort,
    ) -> Result<Vec<OrganizationId>> {
        let Some(condition) = condition(self, filter)? else {
            return Ok(Vec::new());
        };
        let ordering = sort.column.ordering();
        let (_, ids) = self.page_of(&ordering, &condition, sort.reversed, 0, usize::MAX)?;
        Ok(ids.into_iter().map(OrganizationId).collect())
    }

    /// The names of all organizations that a filter finds, in order: a long list in a moment, where no more is needed.
    pub fn list_organization_names(
        &self,
        filter: &OrganizationFilter,
        sort: OrganizationSort,
    ) -> Result<Vec<String>> {
        let ids: Vec<i64> = self
            .list_organization_ids(filter, sort)?
            .into_iter()
            .map(|id| id.0)
            .collect();
        let mut statement = self
            .conn
            .prepare_cached("SELECT name FROM organization WHERE id = ?1")?;
        matching(&ids, |id| Ok(statement.query_row([id], |row| row.get(0))?))
    }

    /// The rows of these organizations, in the order given; one that is not there is left out.
    pub fn list_organization_rows(&self, ids: &[OrganizationId]) -> Result<Vec<OrganizationRow>> {
        rows(&self.conn, &ids.iter().map(|id| id.0).collect::<Vec<_>>())
    }

    /// The states and regions that organizations have, in order.
    pub fn list_states(&self) -> Result<Vec<String>> {
        distinct(&self.conn, "state")
    }

    /// The values that a field of text has, in order.
    pub fn list_texts(&self, field: OrganizationText) -> Result<Vec<String>> {
        let column = field.column();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT min({column}) FROM organization WHERE {column} <> '' GROUP BY {column} COLLATE NOCASE
             ORDER BY {column} COLLATE NOCASE LIMIT 1000"
        ))?;
        let values = statement.query_map([], |row| row.get(0))?;
        Ok(values.collect::<rusqlite::Result<_>>()?)
    }

    /// The countries that organizations have, in order.
    pub fn list_countries(&self) -> Result<Vec<String>> {
        distinct(&self.conn, "country")
    }
}

/// How many organizations a filter finds.
pub(crate) fn count(coalition: &Coalition, filter: &OrganizationFilter) -> Result<u32> {
    match condition(coalition, filter)? {
        Some(condition) => coalition.count_of(&OrganizationColumn::Name.ordering(), &condition),
        None => Ok(0),
    }
}

/// A text within a column of the organization itself. Most say nothing there: those are in no index, and not looked at.
macro_rules! of_organization {
    ($column:literal) => {
        concat!(
            "SELECT id FROM organization WHERE ",
            $column,
            " <> '' AND ",
            $column,
            " LIKE ? ESCAPE '\\'"
        )
    };
}

/// Whom a query of the search finds.
pub(crate) const FOUND_BY_WORDS: &str =
    "SELECT rowid FROM organization_search WHERE organization_search MATCH ?";

/// The filter as SQL over `organization_list l`; None when nothing can match.
fn condition(coalition: &Coalition, filter: &OrganizationFilter) -> Result<Option<Condition>> {
    let mut all = Condition::default();
    if !filter.text.trim().is_empty() {
        let Some(query) = coalition.match_query(Searched::Organizations, &filter.text)? else {
            return Ok(None);
        };
        all.among(FOUND_BY_WORDS, [query.into()]);
    }
    all.one_of("l.scope", filter.scopes.iter().map(|scope| scope.number().into()));
    all.one_of("l.kind", filter.kinds.iter().map(|kind| kind.number().into()));
    all.one_of(
        "l.membership",
        filter
            .memberships
            .iter()
            .map(|membership| membership.number().into()),
    );
    all.one_of(
        "l.state COLLATE NOCASE",
        filter.states.iter().map(|state| kept(state)),
    );
    all.one_of(
        "l.country COLLATE NOCASE",
        filter.countries.iter().map(|country| kept(country)),
    );
    for tag in &filter.tags {
        all.among(
            "SELECT organization_id FROM organization_tag WHERE tag = ? COLLATE NOCASE",
            [tag.clone().into()],
        );
    }
    if let Some(parent) = filter.parent_id {
        all.and_indexed("l.parent_id = ?", [parent.0.into()]);
    }
    match filter.standing {
        Some(Standing::Parent) => all.among(PARENTS, []),
        Some(Standing::Chapter) => all.and_indexed("l.parent_id IS NOT NULL", []),
        Some(Standing::Alone) => {
            all.and("l.parent_id IS NULL", []);
            all.not_among(PARENTS, []);
        }
        None => {}
    }
    all.whether(filter.has_person, "l.has_person");
    all.whether(filter.has_signer, "l.has_signer");
    all.whether(filter.ask_first, "l.ask_first");
    if let Some(days) = filter.lead_days_most {
        all.and_indexed("l.lead_days <= ?", [i64::from(days).into()]);
    }
    if let Some(least) = filter.signed_least.filter(|least| *least > 0) {
        all.and_indexed("l.signed >= ?", [i64::from(least).into()]);
    }
    if let Some(day) = filter.quiet_since.as_deref().filter(|day| !day.is_empty()) {
        all.and(
            "(l.last_contact IS NULL OR l.last_contact < ?)",
            [day.to_owned().into()],
        );
    }
    if let Some(import) = filter.import_id {
        // A row of an import that was taken back names nobody.
        all.among(
            "SELECT r.organization_id FROM import i JOIN import_row r ON r.import_id = i.id
             WHERE i.id = ? AND r.organization_id IS NOT NULL",
            [import.0.into()],
        );
    }
    if let Some(letter) = &filter.letter {
        let mut on =
            "SELECT organization_id FROM sign_on WHERE organization_id IS NOT NULL AND letter_id = ?"
                .to_owned();
        let mut values: Vec<Value> = vec![letter.letter_id.0.into()];
        if !letter.statuses.is_empty() {
            on.push_str(&format!(
                " AND status IN ({})",
                store::condition::marks(letter.statuses.len())
            ));
            values.extend(
                letter
                    .statuses
                    .iter()
                    .map(|status| status.word().to_owned().into()),
            );
        }
        if letter.absent {
            all.not_among(&on, values);
        } else {
            all.among(&on, values);
        }
    }
    for TextValues { field, values } in filter.texts.iter().filter(|one| !one.values.is_empty()) {
        let column = field.column();
        let marks = store::condition::marks(values.len());
        let values = values.iter().map(|value| value.trim().to_owned());
        // Most say nothing there: those are in no index, and not looked at.
        let said = if values.clone().any(|value| value.is_empty()) {
            String::new()
        } else {
            format!("{column} <> '' AND ")
        };
        all.among(
            &format!("SELECT id FROM organization WHERE {said}{column} COLLATE NOCASE IN ({marks})"),
            values.map(Value::from),
        );
    }
    for Containing { field, text } in &filter.containing {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let select = match field {
            TextField::Aliases => {
                "SELECT organization_id FROM organization_alias WHERE name LIKE ? ESCAPE '\\'"
            }
            TextField::City => {
                all.and("l.city LIKE ? ESCAPE '\\'", [contains(text)]);
                continue;
            }
            TextField::PrintsAs => of_organization!("prints_as"),
            TextField::Website => of_organization!("website"),
            TextField::Decides => of_organization!("decides"),
            TextField::NeverSigns => of_organization!("never_signs"),
            TextField::Note => of_organization!("note"),
        };
        all.among(select, [contains(text)]);
    }
    Ok(Some(all))
}

const PARENTS: &str = "SELECT DISTINCT parent_id FROM organization_list WHERE parent_id IS NOT NULL";

/// A text as the list keeps it: what is blank sorts last.
fn kept(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() { "\u{10FFFF}" } else { text }
        .to_owned()
        .into()
}

// SQL ---------------------------------------------------------------------------------------------------------------

static ROW: LazyLock<String> =
    LazyLock::new(|| include_str!("row.sql").replace("{texts}", &OrganizationText::columns("o.")));

fn rows(conn: &Connection, ids: &[i64]) -> Result<Vec<OrganizationRow>> {
    let mut statement = conn.prepare_cached(&ROW)?;
    matching(ids, |id| Ok(statement.query_row([id], from_row)?))
}

fn from_row(row: &Row) -> rusqlite::Result<OrganizationRow> {
    let tags: String = row.get(13)?;
    Ok(OrganizationRow {
        id: row.get(0)?,
        name: row.get(1)?,
        prints_as: row.get(2)?,
        aliases: row.get(3)?,
        place: place(&row.get::<_, String>(4)?, &row.get::<_, String>(5)?),
        city: row.get(4)?,
        state: row.get(5)?,
        country: row.get(6)?,
        scope: row.get(7)?,
        kind: row.get(8)?,
        membership: row.get(9)?,
        parent_id: row.get(10)?,
        parent: row.get(11)?,
        website: row.get(12)?,
        tags: tags.lines().map(str::to_owned).collect(),
        decides: row.get(14)?,
        lead_days: row.get(15)?,
        never_signs: row.get(16)?,
        ask_first: row.get(17)?,
        contact: row.get(18)?,
        letters: row.get(19)?,
        signed: row.get(20)?,
        last_contact: row.get(21)?,
        note: row.get(22)?,
        texts: OrganizationTexts::from_row(row, 23)?,
    })
}

fn distinct(conn: &Connection, column: &'static str) -> Result<Vec<String>> {
    // A walk from value to value along the index, however many rows share one.
    let mut statement = conn.prepare(&format!(
        "WITH RECURSIVE value (v) AS (
           SELECT min({column} COLLATE NOCASE) FROM organization_list
           UNION ALL
           SELECT (SELECT min({column} COLLATE NOCASE) FROM organization_list
                   WHERE {column} COLLATE NOCASE > v COLLATE NOCASE) FROM value WHERE v IS NOT NULL
         ) SELECT v FROM value WHERE v IS NOT NULL AND v <> char(0x10FFFF) LIMIT 1000"
    ))?;
    let values = statement.query_map(params_from_iter::<[Value; 0]>([]), |row| row.get(0))?;
    Ok(values.collect::<rusqlite::Result<_>>()?)
}
