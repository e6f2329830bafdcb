//! The choices that make one block out of a letter's sign-ons: layout, groups, order, what an entry shows,
//! how prose is joined. They are data, remembered for a letter or saved as a style; what they do is in
//! `arrangement.rs` and `prose.rs`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use vocabulary::{UnknownWord, string_enum};

string_enum! {
    #[derive(Default)]
    /// The shape of the list on the page.
    Layout {
        /// One entry under the other.
        #[default] Lines = "lines",
        /// Side by side, filled down and balanced; how many is [`BlockOptions::columns`].
        Columns = "columns",
        /// A bulleted list.
        Bullets = "bullets",
        /// A numbered list; numbers run on through the groups, so that the last one is the total.
        Numbered = "numbered",
        /// A row for each entry, a column for each part of it.
        Table = "table",
        /// One running sentence.
        Prose = "prose",
    }
}

string_enum! {
    #[derive(Default)]
    /// What puts entries under a common heading.
    GroupBy {
        /// One list without headings.
        #[default] None = "none",
        /// International, national, tribal, state, local.
        Scope = "scope",
        /// The state, spelled out, or the country; bodies of national and international scope stand before
        /// the states.
        State = "state",
        /// The kind of organization (faith, labor, ...).
        Type = "type",
        /// The coordinator's own headings, in the order of [`BlockOptions::headings`].
        Heading = "heading",
    }
}

string_enum! {
    #[derive(Default)]
    /// What decides which entry comes before which.
    Order {
        /// By name, word by word: "New York" before "Newark".
        #[default] Alphabetical = "alphabetical",
        /// By name, spaces and punctuation ignored: "Newark" before "New York".
        LetterByLetter = "letter-by-letter",
        /// People by surname; organizations by name among them.
        Surname = "surname",
        /// Whoever signed first stands first; those without a date come last.
        Signed = "signed",
        /// As the sign-ons were entered.
        Entered = "entered",
    }
}

string_enum! {
    #[derive(Default)]
    /// What an entry shows.
    EntryForm {
        /// The name alone.
        #[default] Organization = "organization",
        /// The name and its place.
        Place = "place",
        /// Signer, title, organization.
        Signer = "signer",
    }
}

string_enum! {
    #[derive(Default)]
    /// What stands between two names in prose.
    Separator {
        /// Semicolons when an entry holds a comma, commas otherwise.
        #[default] Auto = "auto",
        /// Always the comma of the language.
        Comma = "comma",
        /// Always the semicolon of the language.
        Semicolon = "semicolon",
    }
}

string_enum! {
    #[derive(Default)]
    /// Where people who sign for themselves stand.
    Individuals {
        /// Among the organizations.
        #[default] Mixed = "mixed",
        /// In a group of their own after the organizations.
        Apart = "apart",
    }
}

string_enum! {
    #[derive(Default)]
    /// Whether and how a person's affiliation prints. An organization that did not sign is named only when
    /// asked for.
    Affiliation {
        /// After a comma where the entry shows signers, not at all otherwise.
        #[default] Auto = "auto",
        /// Always, after a comma.
        Comma = "comma",
        /// Always, in parentheses.
        Parentheses = "parentheses",
        /// Never.
        Hidden = "hidden",
    }
}

string_enum! {
    #[derive(Default)]
    /// How the block says that a person's affiliation is no signature of that organization.
    Identification {
        /// After each affiliation: "(for identification purposes only)".
        #[default] Inline = "inline",
        /// One sentence below the block.
        Note = "note",
        /// A mark at each affiliation and the sentence below the block.
        Footnote = "footnote",
        /// Not at all.
        None = "none",
    }
}

/// The choices for one block. Every field has a default, so a style saved by an earlier version still reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct BlockOptions {
    /// The shape of the list.
    pub layout: Layout,
    /// Number of columns, 1 to 4; read through [`BlockOptions::column_count`].
    pub columns: u8,
    /// What puts entries under a heading.
    pub group: GroupBy,
    /// The order of one's own headings; those not listed follow as they are first met.
    pub headings: Vec<String>,
    /// The order within a group.
    pub order: Order,
    /// Lead organizations before the others of their group.
    pub lead_first: bool,
    /// Lead organizations under a heading of their own, before every other group.
    pub lead_heading: bool,
    /// Sort "The Arc" under T instead of A.
    pub keep_articles: bool,
    /// What an entry shows.
    pub entry: EntryForm,
    /// On how many lines signer, title and organization stand, 1 to 3; prose and tables always use one.
    pub entry_lines: u8,
    /// Where people who sign for themselves stand.
    pub individuals: Individuals,
    /// How a person's affiliation prints.
    pub affiliation: Affiliation,
    /// How the block says that an affiliation is for identification only.
    pub identification: Identification,
    /// What stands between names in prose.
    pub separator: Separator,
    /// A comma before "and", in languages that have one there.
    pub serial_comma: bool,
    /// BCP 47 tag of the letter's language: it decides sorting, "and", and the spelling of states.
    pub language: String,
    /// Text directly before the names, as given, with its spaces.
    pub intro: String,
    /// Text after the names.
    pub outro: String,
    /// The number of entries behind each heading; in a block without headings, the total on a line above.
    pub counts: bool,
    /// Print at most this many entries (at least one) and say how many others there are ("and 14 others").
    pub limit: Option<u32>,
    /// Sign-ons that came after delivery under a heading of their own, last.
    pub late_heading: bool,
    /// Also print those who said yes but not in writing. Without it nobody unconfirmed is ever listed.
    pub include_said_yes: bool,
}

impl Default for BlockOptions {
    fn default() -> Self {
        Self {
            layout: Layout::default(),
            columns: 2,
            group: GroupBy::default(),
            headings: Vec::new(),
            order: Order::default(),
            lead_first: false,
            lead_heading: false,
            keep_articles: false,
            entry: EntryForm::default(),
            entry_lines: 1,
            individuals: Individuals::default(),
            affiliation: Affiliation::default(),
            identification: Identification::default(),
            separator: Separator::default(),
            serial_comma: true,
            language: "en".to_owned(),
            intro: String::new(),
            outro: String::new(),
            counts: false,
            limit: None,
            late_heading: false,
            include_said_yes: false,
        }
    }
}

impl BlockOptions {
    /// The number of columns the layout really has: [`Self::columns`] held to 1 to 4, and 1 in every other
    /// layout.
    pub fn column_count(&self) -> usize {
        if self.layout == Layout::Columns {
            usize::from(self.columns.clamp(1, 4))
        } else {
            1
        }
    }

    /// These choices in a style: the style decides how the block looks; the letter keeps its language, its own
    /// headings, whom it includes, and its introduction and closing text where the style brings none.
    #[must_use]
    pub fn with_style(&self, style: &Self) -> Self {
        let given = |style: &String, own: &String| if style.is_empty() { own } else { style }.clone();
        Self {
            language: self.language.clone(),
            headings: if self.headings.is_empty() {
                style.headings.clone()
            } else {
                self.headings.clone()
            },
            include_said_yes: self.include_said_yes,
            intro: given(&style.intro, &self.intro),
            outro: given(&style.outro, &self.outro),
            ..style.clone()
        }
    }

    /// These choices with some made otherwise, by the words that the command line has for them:
    /// `state numbered`, `columns 3`, `counts`. White space, commas or plus signs part the words. A number is
    /// that of the columns.
    ///
    /// # Errors
    ///
    /// [`UnknownWord`] names the first word that is none of these.
    pub fn with_words(&self, words: &str) -> Result<Self, UnknownWord> {
        let mut options = self.clone();
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '+');
        for word in words.split(parting).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            if let Ok(group) = word.parse() {
                options.group = group;
            } else if let Ok(order) = word.parse() {
                options.order = order;
            } else if let Ok(entry) = word.parse() {
                options.entry = entry;
            } else if let Ok(separator) = word.parse() {
                options.separator = separator;
            } else if let Ok(columns @ 1..=4) = word.parse() {
                options.columns = columns;
            } else if word == "counts" {
                options.counts = true;
            } else {
                options.layout = word.parse()?;
            }
        }
        Ok(options)
    }
}
