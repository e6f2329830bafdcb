//! What the person says about themselves, and how the windows look. It is kept beside the language, never in a coalition.

use base::time::{self, Order, Toward, TypedTime};
use blocks::Paper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use undersigned_core::coalition::author_name;
use undersigned_core::desk::Carrier;
use undersigned_core::{Coalition, Error};

use crate::Answer;
use crate::window::Window;

/// The settings of the program, the same for all of its windows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "settings/")]
pub struct Settings {
    /// Who uses the program, as the history names them beside each action; empty for nobody in particular.
    pub name: String,
    /// Whether the window has asked for the name, so that it asks once.
    pub name_asked: bool,
    /// The address that answers to drafts go to, or empty.
    pub email: String,
    /// The organization that drafts are written for, or empty.
    pub organization: String,
    /// What carries a draft to the mail program of this computer.
    pub carrier: Carrier,
    /// Whether the carrier was chosen, so that it is asked once.
    pub carrier_chosen: bool,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// How dates are written, and which number of one that is typed is the day.
    pub dates: DateStyle,
    /// What documents are made for.
    pub paper: Paper,
    /// After how many minutes without a key or a movement a locked file locks itself; 0 for never.
    pub lock_after: u32,
    /// After how many seconds what the program put on the clipboard is taken off it; 0 for never.
    pub clear_clipboard_after: u32,
    /// Whether the program remembers which files were opened: their paths, and nothing else.
    pub keep_recent: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            name_asked: false,
            email: String::new(),
            organization: String::new(),
            carrier: Carrier::default(),
            carrier_chosen: false,
            theme: Theme::default(),
            dates: DateStyle::default(),
            paper: Paper::default(),
            lock_after: 15,
            clear_clipboard_after: 0,
            keep_recent: true,
        }
    }
}

impl Settings {
    /// Has a coalition do as they say.
    pub(crate) fn apply(&self, coalition: &mut Coalition) {
        // The name was checked when it was set.
        let _ = coalition.set_author(&self.name);
        coalition.set_paper(self.paper);
    }
}

/// How dates are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "settings/")]
pub enum DateStyle {
    /// As the language of the windows has it.
    #[default]
    Language,
    /// The day before the month: 4 Dec 2026.
    DayFirst,
    /// The year first, in numbers: 2026-12-04.
    YearFirst,
}

/// How the windows look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "settings/")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The settings as they are.
pub fn get_settings(window: &Window) -> Answer<Settings> {
    Ok(window.app().settings())
}

/// Changes the settings. Actions from now on have the new name in every window; those before keep theirs.
///
/// # Errors
/// A rule when the name is too long (field `author`), or no answer can come to the address (field `email`).
pub fn set_settings(window: &Window, mut settings: Settings) -> Answer<Settings> {
    settings.name = author_name(&settings.name).map_err(|error| window.say(&error))?;
    settings.email = settings.email.trim().to_owned();
    // One that was kept before this was asked stands in the way of no other setting.
    if !settings.email.is_empty()
        && settings.email != window.app().settings().email
        && let Some(problem) = base::email::problem(&settings.email)
    {
        return Err(window.say(&Error::field("email", problem)));
    }
    window.app().set_settings(settings.clone());
    Ok(settings)
}

/// What somebody means who types a day, or a moment, in the language of the windows.
///
/// # Errors
/// A rule (fields `when` and `zone`) that says what is not understood.
pub fn read_time(window: &Window, text: String, zone: Option<String>, toward: Toward) -> Answer<TypedTime> {
    let order = match window.app().settings().dates {
        DateStyle::DayFirst => Order::DayFirst,
        DateStyle::Language | DateStyle::YearFirst => time::usual_order(window.language()),
    };
    time::typed(&text, zone.as_deref(), order, toward, window.app().now()).map_err(|error| window.say(&error))
}
