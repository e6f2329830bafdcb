//! Styles: choices of a block under a name, used for any letter. Five good ones ship; others are saved.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::text::{check_name, one_line};
use blocks::{BlockOptions, EntryForm, GroupBy, Layout, Order, Separator};
use names::recognize::words;
use store::journal::{Change, Op};
use vocabulary::ids::StyleId;

/// A style that ships: its name is the message `ui-style-<word>` in the window's catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "block/")]
pub struct BuiltInStyle {
    /// The word of its name.
    pub word: String,
    /// Its choices.
    pub options: BlockOptions,
}

/// A style that was saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "block/")]
pub struct Style {
    /// Its id.
    pub id: StyleId,
    /// Its name.
    pub name: String,
    /// Its choices.
    pub options: BlockOptions,
}

/// The styles there are.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct Styles {
    /// Those that ship.
    pub built_in: Vec<BuiltInStyle>,
    /// Those that were saved, by name.
    pub saved: Vec<Style>,
}

/// The five styles that ship, in a letter's language.
pub fn built_in(language: &str) -> Vec<BuiltInStyle> {
    let base = BlockOptions {
        language: language.to_owned(),
        ..BlockOptions::default()
    };
    let style = |word: &str, options| BuiltInStyle {
        word: word.to_owned(),
        options,
    };
    vec![
        style(
            "formal",
            BlockOptions {
                entry: EntryForm::Signer,
                entry_lines: 3,
                lead_first: true,
                ..base.clone()
            },
        ),
        style(
            "two-columns",
            BlockOptions {
                layout: Layout::Columns,
                columns: 2,
                lead_first: true,
                ..base.clone()
            },
        ),
        style(
            "press-release",
            BlockOptions {
                layout: Layout::Prose,
                separator: Separator::Auto,
                ..base.clone()
            },
        ),
        style(
            "website",
            BlockOptions {
                layout: Layout::Bullets,
                entry: EntryForm::Place,
                counts: true,
                ..base.clone()
            },
        ),
        style(
            "by-state",
            BlockOptions {
                group: GroupBy::State,
                order: Order::Alphabetical,
                counts: true,
                ..base
            },
        ),
    ]
}

/// Whether two names of a style are one: case does not part them, and a style that ships is called by its word or as
/// people write it, "press release".
pub(crate) fn same_style(one: &str, other: &str) -> bool {
    let plain = |name: &str| words::fold(&one_line(name)).replace('-', " ");
    plain(one) == plain(other)
}

impl Coalition {
    /// The styles there are, the shipped ones in a letter's language.
    pub fn list_styles(&self, language: &str) -> Result<Styles> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, name, options FROM block_style ORDER BY name")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
        let mut saved = Vec::new();
        for row in rows {
            let (id, name, json) = row?;
            saved.push(Style {
                id,
                name,
                options: serde_json::from_str(&json).unwrap_or_default(),
            });
        }
        Ok(Styles {
            built_in: built_in(language),
            saved,
        })
    }

    /// The choices of the style with this name, saved or shipped; case doesn't matter. A saved one comes first.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn find_style(&self, name: &str, language: &str) -> Result<BlockOptions> {
        let styles = self.list_styles(language)?;
        let saved = styles.saved.into_iter().map(|style| (style.name, style.options));
        let shipped = styles
            .built_in
            .into_iter()
            .map(|style| (style.word, style.options));
        saved
            .chain(shipped)
            .find(|(known, _)| same_style(known, name))
            .map(|(_, options)| options)
            .ok_or_else(|| Error::NotFound {
                what: "style",
                reference: name.to_owned(),
            })
    }

    /// Saves choices under a name; a style of that name takes the new choices.
    ///
    /// # Errors
    /// A rule when the name is empty or too long (field `name`).
    pub fn save_style(
        &mut self,
        name: &str,
        options: &BlockOptions,
        now: DateTime<Utc>,
    ) -> Result<Change<StyleId>> {
        let name = one_line(name);
        check_name("name", &name)?;
        let json = serde_json::to_string(options).map_err(|_| Error::Damaged)?;
        self.transact(Op::SaveStyle { name: name.clone() }, now, |tx| {
            let there: Option<StyleId> = tx
                .conn
                .query_row("SELECT id FROM block_style WHERE name = ?1", [&name], |row| {
                    row.get(0)
                })
                .optional()?;
            match there {
                Some(id) => {
                    tx.conn.execute(
                        "UPDATE block_style SET options = ?2 WHERE id = ?1",
                        params![id, json],
                    )?;
                    Ok(id)
                }
                None => {
                    let id = StyleId(tx.id());
                    tx.conn.execute(
                        "INSERT INTO block_style (id, name, options) VALUES (?1, ?2, ?3)",
                        params![id, name, json],
                    )?;
                    Ok(id)
                }
            }
        })
    }

    /// Removes a saved style; letters that used it keep their choices.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_style(&mut self, id: StyleId, now: DateTime<Utc>) -> Result<Change<()>> {
        let name: Option<String> = self
            .conn
            .query_row("SELECT name FROM block_style WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?;
        let name = name.ok_or_else(|| Error::NotFound {
            what: "style",
            reference: id.to_string(),
        })?;
        self.transact(Op::RemoveStyle { name }, now, |tx| {
            tx.conn.execute("DELETE FROM block_style WHERE id = ?1", [id])?;
            Ok(())
        })
    }
}
