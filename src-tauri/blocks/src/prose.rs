//! How names become a sentence: the comma or semicolon between them, the language's own "and", the full stop.
//!
//! The patterns are Unicode's (CLDR list formatting, through ICU4X), so that Spanish writes "e Iglesia" and
//! Chinese its own comma. What CLDR leaves to the house is decided here: semicolons, the serial comma, and a
//! full stop that never doubles.

use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, ListFormatterPreferences};
use icu_locale_core::Locale;
use icu_normalizer::DecomposingNormalizerBorrowed;

use super::options::{BlockOptions, Layout, Separator};
use super::{BlockEntry, Part, SignatoryBlock};

/// Stands for a name while a pattern is asked for; private use, so no name or pattern holds it by design.
const ITEM: &str = "\u{e000}";

/// The quotation marks that end what is quoted: a full stop can stand before them.
pub(super) const CLOSING_QUOTES: [char; 9] = ['"', '\'', '”', '’', '»', '›', '」', '』', '“'];

/// Names as a sentence lists them, in a language: commas, or semicolons when a name holds a comma, and its own "and".
pub fn join_names(names: &[String], language: &str) -> String {
    let options = BlockOptions {
        language: language.to_owned(),
        ..BlockOptions::default()
    };
    let mut entries: Vec<BlockEntry> = names
        .iter()
        .map(|name| BlockEntry {
            parts: vec![Part::new(super::PartKind::Name, name.clone())],
            ..BlockEntry::default()
        })
        .collect();
    Joiner::new(&options).join(&mut entries, None);
    entries.iter().map(|entry| entry.text() + &entry.after).collect()
}

/// The ways one language joins names.
pub(super) struct Joiner {
    list: Option<ListFormatter>,
    comma: String,
    semicolon: String,
    stop: &'static str,
    serial_comma: bool,
    separator: Separator,
    /// What stands between names that are no sentence.
    sign: Option<&'static str>,
}

impl Joiner {
    pub(super) fn new(options: &BlockOptions) -> Self {
        let primary = options
            .language
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        // The serial comma is a choice of the house in English, whatever the country; elsewhere the language
        // decides.
        let tag = if primary == "en" {
            "en"
        } else {
            options.language.as_str()
        };
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let list = ListFormatter::try_new_and(
            ListFormatterPreferences::from(&locale),
            ListFormatterOptions::default(),
        )
        .ok();
        let comma = list.as_ref().and_then(|list| {
            let four = list.format([ITEM, ITEM, ITEM, ITEM].iter()).to_string();
            four.split(ITEM).nth(1).map(str::to_owned)
        });
        let comma = comma
            .filter(|comma| !comma.is_empty())
            .unwrap_or_else(|| ", ".to_owned());
        let semicolon = match comma.trim() {
            "،" => "؛ ",
            "、" | "，" => "；",
            _ => "; ",
        };
        let stop = if matches!(primary.as_str(), "zh" | "ja" | "yue") {
            "。"
        } else {
            "."
        };
        Self {
            list,
            comma,
            semicolon: semicolon.to_owned(),
            stop,
            serial_comma: options.serial_comma,
            separator: options.separator,
            sign: match options.separator {
                Separator::Dash => Some(" – "),
                Separator::Bullet => Some(" • "),
                Separator::Slash => Some(" / "),
                Separator::Auto | Separator::Comma | Separator::Semicolon => None,
            },
        }
    }

    /// Writes into each entry what joins it to the next; `others` is one more member at the end ("14
    /// others").
    pub(super) fn join(&self, entries: &mut [BlockEntry], others: Option<&str>) {
        let count = entries.len() + usize::from(others.is_some());
        if count < 2 {
            return;
        }
        if let Some(sign) = self.sign {
            for entry in entries.iter_mut().take(count - 1) {
                sign.clone_into(&mut entry.after);
            }
            return;
        }
        let holds_comma = entries
            .iter()
            .any(|entry| entry.parts.iter().any(part_holds_comma));
        let semicolons = match self.separator {
            Separator::Auto => holds_comma,
            Separator::Comma | Separator::Dash | Separator::Bullet | Separator::Slash => false,
            // Between two plain names even a person who likes semicolons writes only "and".
            Separator::Semicolon => count > 2 || holds_comma,
        };
        let last = match others {
            Some(others) => others.to_owned(),
            None => entries.last().map(BlockEntry::text).unwrap_or_default(),
        };
        let before_last = self.before_last(&last, count, semicolons);
        let between = if semicolons { &self.semicolon } else { &self.comma };
        for (at, entry) in entries.iter_mut().enumerate() {
            if at + 2 < count {
                entry.after.clone_from(between);
            } else if at + 2 == count {
                entry.after.clone_from(&before_last);
            }
        }
    }

    /// Two texts joined by "and", as in "26 organizations and 3 individuals".
    pub(super) fn pair(&self, first: &str, second: &str) -> String {
        format!("{first}{}{second}", self.conjunction(2, second))
    }

    /// The full stop after this text: none where it ends in one, also inside closing quotes ("..., Inc.").
    pub(super) fn stop_after(&self, text: &str) -> &'static str {
        if self.sign.is_some() || ends_in_stop(text) {
            ""
        } else {
            self.stop
        }
    }

    fn before_last(&self, last: &str, count: usize, semicolons: bool) -> String {
        if semicolons {
            return format!("{}{}", self.semicolon.trim_end(), self.conjunction(2, last));
        }
        let whole = self.conjunction(count, last);
        if !self.serial_comma && whole.starts_with([',', '،', '、', '，']) {
            let bare = self.conjunction(2, last);
            // A language without a word for "and" between two (Chinese enumerations) keeps its comma.
            return if bare.trim().is_empty() { whole } else { bare };
        }
        whole
    }

    /// What the language puts between the last two of two or more names.
    fn conjunction(&self, count: usize, last: &str) -> String {
        // Decomposed and without its quotes, because CLDR's rules look at the first letter: "e «Ítaca»".
        let sound: String = DecomposingNormalizerBorrowed::new_nfd()
            .normalize(last.trim_start_matches(|c: char| !c.is_alphanumeric()))
            .chars()
            .take(12)
            .collect();
        let sound = if sound.is_empty() { "x".to_owned() } else { sound };
        let items = [ITEM, ITEM, sound.as_str()];
        let formatted = self.list.as_ref().map(|list| {
            list.format(items.iter().skip(usize::from(count <= 2)))
                .to_string()
        });
        formatted
            .as_deref()
            .and_then(|text| text.rsplit(ITEM).next())
            .and_then(|end| end.strip_suffix(sound.as_str()))
            .unwrap_or(&self.comma)
            .to_owned()
    }
}

fn ends_in_stop(text: &str) -> bool {
    let bare = text.trim_end_matches(CLOSING_QUOTES);
    bare.ends_with(['.', '!', '?', '…', '‽', '。', '！', '？', '．', '۔', '।', '؟'])
}

fn part_holds_comma(part: &Part) -> bool {
    part.text.contains([',', '،', '、', '，'])
}

/// A paragraph of a block in prose.
pub(super) enum Paragraph<'a> {
    /// A text of the user's own, or a count or a note: it may hold line breaks and empty lines.
    Own(&'a str),
    /// A sentence of names.
    Sentence(Vec<Piece<'a>>),
}

/// A piece of a sentence of names.
pub(super) enum Piece<'a> {
    /// Plain text, which may hold line breaks.
    Plain(&'a str),
    /// The heading of the group, without the colon that follows it.
    Heading(String),
    /// One signatory.
    Entry(&'a BlockEntry),
}

impl SignatoryBlock {
    /// Whether the introduction runs into the first sentence; otherwise it is a paragraph of its own.
    pub(super) fn runs_in(&self) -> bool {
        self.groups.first().is_some_and(|group| group.heading.is_none())
    }

    /// Whether the closing text runs on after the only sentence; otherwise it is a paragraph of its own.
    pub(super) fn runs_on(&self) -> bool {
        self.groups.len() == 1 && self.runs_in()
    }

    /// Whether the block in prose ends with a full stop that its last name brings.
    pub(super) fn ends_in_stop(&self) -> bool {
        let last = self.groups.last().and_then(|group| group.entries.last());
        let text = match (&self.others, last) {
            (Some(others), _) => others.clone(),
            (None, Some(last)) => last.text(),
            (None, None) => return false,
        };
        self.options.layout == Layout::Prose
            && self.options.is_sentence()
            && self.ends_with_names()
            && ends_in_stop(&text)
    }

    /// Whether nothing stands behind the last name.
    fn ends_with_names(&self) -> bool {
        self.note.is_none() && self.outro.trim().is_empty()
    }

    /// The block in prose, paragraph by paragraph: the same for every format.
    pub(super) fn prose(&self) -> Vec<Paragraph<'_>> {
        self.prose_within(false)
    }

    /// The block in prose, in a text that goes on after it or not: then the last sentence has no full stop.
    pub(super) fn prose_within(&self, goes_on: bool) -> Vec<Paragraph<'_>> {
        let mut paragraphs = vec![Paragraph::Own(self.summary.as_deref().unwrap_or_default())];
        let mut intro = Some(Piece::Plain(&self.intro)).filter(|_| self.runs_in());
        if intro.is_none() {
            paragraphs.push(Paragraph::Own(&self.intro));
        }
        let last = self.groups.len().saturating_sub(1);
        for (at, group) in self.groups.iter().enumerate() {
            let mut pieces = Vec::with_capacity(group.entries.len() * 2 + 4);
            pieces.extend(intro.take());
            pieces.extend(self.heading(group).map(Piece::Heading));
            if let Some(note) = &group.note {
                pieces.push(Piece::Plain(note));
                pieces.push(Piece::Plain(" "));
            }
            for entry in &group.entries {
                pieces.push(Piece::Entry(entry));
                pieces.push(Piece::Plain(&entry.after));
            }
            if at == last {
                pieces.extend(self.others.as_deref().map(Piece::Plain));
            }
            if !(goes_on && at == last && self.ends_with_names()) {
                pieces.push(Piece::Plain(&group.stop));
            }
            if self.runs_on() {
                pieces.push(Piece::Plain(self.outro.trim_end()));
            }
            paragraphs.push(Paragraph::Sentence(pieces));
        }
        if !self.runs_on() {
            paragraphs.push(Paragraph::Own(&self.outro));
        }
        paragraphs.push(Paragraph::Own(self.note.as_deref().unwrap_or_default()));
        paragraphs
    }
}

/// The introduction as it stands directly before the first name: a space is added where it has none.
pub(super) fn intro(text: String) -> String {
    let opens = |c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '«' | '¿' | '¡' | '：' | '、')
    };
    match text.chars().next_back() {
        Some(last) if !opens(last) => text + " ",
        _ => text,
    }
}

/// The closing text as it stands after the last name, and whether it goes on with the sentence (", among
/// others.") and so takes the place of the full stop.
pub(super) fn outro(text: String) -> (String, bool) {
    match text.chars().next() {
        Some(',' | ';' | ':' | '.' | '!' | '?' | ')' | '…') => (text, true),
        Some(first) if !first.is_whitespace() => (format!(" {text}"), false),
        _ => (text, false),
    }
}
