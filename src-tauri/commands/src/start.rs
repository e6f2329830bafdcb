//! What a window begins with.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;
use undersigned_core::letter::{LetterSummary, Stage};
use wire::{AppState, LedgerView};

use crate::Answer;
use crate::settings::Settings;
use crate::window::Window;

/// How the person arranged what stands on the first page, and what the window has taught them.
const VIEWS: [&str; 2] = ["ledger", "lessons"];

/// All that the first page of a window shows, in one answer: each further question would be asked only when the one before it is
/// answered.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/")]
pub struct Start {
    /// The open file and the program around it.
    pub app: AppState,
    /// The settings of the program.
    pub settings: Settings,
    /// Arrangements by their name, those that are known.
    #[ts(type = "Record<string, unknown>")]
    pub views: BTreeMap<&'static str, Value>,
    /// All letters.
    pub letters: Vec<LetterSummary>,
    /// The letter that somebody comes back to work on, with the beginning of its ledger; none where there is no letter.
    pub ledger: Option<LedgerView>,
}

/// What a window begins with; asked by the program itself as soon as there is a page.
pub fn get_start(window: &Window) -> Answer<Start> {
    let app = window.state()?;
    let letters = window.ask(|coalition, _| coalition.list_letters())?;
    let first = first_letter(&letters);
    Ok(Start {
        app,
        settings: crate::settings::get_settings(window)?,
        views: VIEWS
            .iter()
            .filter_map(|name| Some((*name, window.app().view(name)?)))
            .collect(),
        ledger: first
            .map(|letter| window.ledger_since(letter.id, None))
            .transpose()?,
        letters,
    })
}

/// The latest of the letters that circulate, else of those at the earliest stage.
fn first_letter(letters: &[LetterSummary]) -> Option<&LetterSummary> {
    let rank = |stage| match stage {
        Stage::Circulating => 0,
        Stage::Draft => 1,
        Stage::Closed => 2,
        Stage::Delivered => 3,
        Stage::Archived => 4,
    };
    letters.iter().min_by_key(|letter| rank(letter.stage))
}
