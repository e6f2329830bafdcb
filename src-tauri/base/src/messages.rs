//! What the program says: Fluent catalogues in `locales/`, the same files for the core and the window.
//!
//! The core hands out a [`Message`] (an id with its arguments); it becomes a sentence only where somebody reads it, so
//! that what is stored stays in no language.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unic_langid::LanguageIdentifier;

use blocks::{Label, Labels};
use vocabulary::months;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "app/")]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// Every language that the program speaks.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The language for a locale as systems write it (`es_MX.UTF-8`, `en-GB`); English for any that is not spoken.
    pub fn from_locale(locale: &str) -> Self {
        match locale.split(['_', '-', '.', '@']).next() {
            Some(tag) if tag.eq_ignore_ascii_case("es") => Self::Spanish,
            _ => Self::English,
        }
    }

    /// The language of the person's environment: `LC_ALL`, `LC_MESSAGES`, then `LANG`, as POSIX orders them.
    pub fn from_environment() -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .map_or(Self::English, |locale| Self::from_locale(&locale))
    }

    /// The language's tag: `en`, `es`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    fn catalogue(self) -> &'static str {
        match self {
            Self::English => include_str!("../locales/en.ftl"),
            Self::Spanish => include_str!("../locales/es.ftl"),
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::English));
        static SPANISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Spanish));
        match self {
            Self::English => &ENGLISH,
            Self::Spanish => &SPANISH,
        }
    }
}

/// Builds a catalogue. A line that does not parse is left out here and found by the tests.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let resource =
        FluentResource::try_new(language.catalogue().to_owned()).unwrap_or_else(|(partial, _)| partial);
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks are for bidirectional text in a page; in a command line and in a file they are noise.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The words that a block adds of its own, in the letter's language.
impl Labels for Language {
    fn text(&self, label: Label) -> String {
        let message = Message::new(label.message_id());
        match label.count() {
            Some(count) => message.number("count", count as usize),
            None => message,
        }
        .to_string(*self)
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
enum Argument {
    Text(String),
    Number(i64),
}

/// Something to say: an id in the catalogues with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: &'static str) -> Self {
        Self {
            id,
            arguments: Vec::new(),
        }
    }

    /// A message whose arguments are all text.
    pub fn with(id: &'static str, arguments: Vec<(&'static str, String)>) -> Self {
        let arguments = arguments
            .into_iter()
            .map(|(name, value)| (name, Argument::Text(value)))
            .collect();
        Self { id, arguments }
    }

    /// Adds a text.
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Text(value.into())));
        self
    }

    /// Adds a number, which the catalogues can bring into its plural form.
    pub fn number(mut self, name: &'static str, value: usize) -> Self {
        self.arguments
            .push((name, Argument::Number(i64::try_from(value).unwrap_or(i64::MAX))));
        self
    }

    /// Its id in the catalogues.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// A text among its arguments.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find_map(|(known, value)| match value {
            Argument::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// The sentence. A message that a catalogue lacks reads as its id (and fails the tests).
    pub fn to_string(&self, language: Language) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in &self.arguments {
            match value {
                Argument::Text(text) => {
                    arguments.set(*name, FluentValue::from(spelled(name, text, language)))
                }
                Argument::Number(number) => arguments.set(*name, FluentValue::from(*number)),
            }
        }
        sentence(self.id, &arguments, language)
    }

    /// The message as it is kept in a file, in no language: its id, then each argument.
    pub fn to_json(&self) -> String {
        let mut parts = vec![serde_json::json!(self.id)];
        for (name, value) in &self.arguments {
            parts.push(match value {
                Argument::Text(text) => serde_json::json!([name, text]),
                Argument::Number(number) => serde_json::json!([name, number]),
            });
        }
        serde_json::Value::Array(parts).to_string()
    }
}

/// A message that was kept, as a sentence; none when it can't be read.
pub fn sentence_of_json(json: &str, language: Language) -> Option<String> {
    let parts: Vec<serde_json::Value> = serde_json::from_str(json).ok()?;
    let (id, rest) = parts.split_first()?;
    let mut arguments = FluentArgs::new();
    for part in rest {
        let name = part.get(0)?.as_str()?.to_owned();
        let value = part.get(1)?;
        match value.as_i64() {
            Some(number) => arguments.set(name, FluentValue::from(number)),
            None => {
                let text = spelled(&name, value.as_str()?, language);
                arguments.set(name, FluentValue::from(text));
            }
        }
    }
    Some(sentence(id.as_str()?, &arguments, language))
}

/// The text of an argument: a date in an argument called `day` is written as people write it.
fn spelled(name: &str, text: &str, language: Language) -> String {
    let Some(date) = (name == "day").then(|| text.parse::<NaiveDate>().ok()).flatten() else {
        return text.to_owned();
    };
    let months = match language {
        Language::English => months::ENGLISH,
        Language::Spanish => months::SPANISH,
    };
    let month = months.get(date.month0() as usize).copied().unwrap_or_default();
    let (day, year) = (date.day(), date.year());
    match language {
        Language::English => format!("{month} {day}, {year}"),
        Language::Spanish => format!("{day} de {month} de {year}"),
    }
}

fn sentence(id: &str, arguments: &FluentArgs, language: Language) -> String {
    let bundle = language.bundle();
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    let mut errors = Vec::new();
    bundle
        .format_pattern(pattern, Some(arguments), &mut errors)
        .into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The ids of a catalogue, each with the arguments it uses.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let source = language.catalogue();
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut id = String::new();
        for line in source.lines() {
            if let Some((name, _)) = line.split_once(" =")
                && name.starts_with(|c: char| c.is_ascii_lowercase())
            {
                id = name.to_owned();
                assert!(
                    !found.contains_key(&id),
                    "{id} stands twice in {}",
                    language.tag()
                );
                found.insert(id.clone(), BTreeSet::new());
            }
            for piece in line.split('$').skip(1) {
                let argument = piece
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                    .collect();
                found.get_mut(&id).unwrap().insert(argument);
            }
        }
        found
    }

    #[test]
    fn every_catalogue_parses() {
        for language in Language::ALL {
            if let Err((_, errors)) = FluentResource::try_new(language.catalogue().to_owned()) {
                panic!("{}: {errors:?}", language.tag());
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_things_about_the_same_arguments() {
        assert_eq!(messages(Language::English), messages(Language::Spanish));
    }

    #[test]
    fn each_language_quotes_in_its_own_way() {
        for (catalogue, others) in [
            (include_str!("../locales/en.ftl"), ['«', '»']),
            (include_str!("../locales/ui.en.ftl"), ['«', '»']),
            (include_str!("../locales/es.ftl"), ['“', '”']),
            (include_str!("../locales/ui.es.ftl"), ['“', '”']),
        ] {
            let wrong = catalogue.lines().find(|line| line.contains(others));
            assert_eq!(wrong, None);
        }
    }

    #[test]
    fn a_locale_as_systems_write_it_finds_its_language() {
        assert_eq!(Language::from_locale("es_MX.UTF-8"), Language::Spanish);
        assert_eq!(Language::from_locale("es-419"), Language::Spanish);
        assert_eq!(Language::from_locale("C"), Language::English);
        assert_eq!(Language::from_locale("est_EE"), Language::English);
    }
}
