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
        /// A numbered list; [`Numbering`] says where it begins anew.
        Numbered = "numbered",
        /// A row for each entry, a column for each part of it.
        Table = "table",
        /// One running sentence.
        Prose = "prose",
        /// A line to sign on above each entry, and one for the date.
        Wet = "wet",
        /// A wall of logos in the order of the block, the name where there is none.
        Logos = "logos",
    }
}

string_enum! {
    #[derive(Default)]
    /// Where the numbers of a numbered list begin.
    Numbering {
        /// They run on through the groups, so that the last one is the total.
        #[default] Through = "through",
        /// Each group begins with 1.
        EachGroup = "each-group",
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
        /// The country, for all.
        Country = "country",
        /// The kind of organization (faith, labor, ...).
        Type = "type",
        /// The coordinator's own word for where an organization belongs: district, region, chapter area.
        District = "district",
        /// The coordinator's own headings, in the order of [`BlockOptions::headings`].
        Heading = "heading",
    }
}

string_enum! {
    #[derive(Default)]
    /// What documents are printed on.
    Paper {
        /// US Letter.
        #[default] Letter = "letter",
        /// A4, ISO 216.
        A4 = "a4",
    }
}

impl Paper {
    /// Width and height in twentieths of a point, as word processors count.
    pub fn twips(self) -> (u32, u32) {
        match self {
            Self::Letter => (12_240, 15_840),
            Self::A4 => (11_906, 16_838),
        }
    }

    /// The margin at the left and the right in twentieths of a point: the text is as wide on either.
    pub(super) fn side_twips(self) -> u32 {
        (self.twips().0 - TEXT_TWIPS) / 2
    }
}

/// The width of the text on a page, in twentieths of a point: 6.5 inches.
pub(super) const TEXT_TWIPS: u32 = 9_360;

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
        /// The organization in bold, signer and title below it.
        OrganizationFirst = "organization-first",
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
        /// A dash with spaces: no sentence, and so no "and" and no full stop. So with the two below.
        Dash = "dash",
        /// A bullet with spaces.
        Bullet = "bullet",
        /// A slash with spaces.
        Slash = "slash",
    }
}

string_enum! {
    #[derive(Default)]
    /// What an entry shows of where it is.
    Whereabouts {
        /// Its place, where the form of the entry shows one.
        #[default] Auto = "auto",
        /// City and state.
        Place = "place",
        /// The country.
        Country = "country",
        /// City, state and country.
        All = "all",
    }
}

string_enum! {
    #[derive(Default)]
    /// What becomes of an organization's name in another language.
    Translations {
        /// It does not print.
        #[default] None = "none",
        /// It prints in the place of the name.
        Instead = "instead",
        /// It prints in parentheses after the name.
        Beside = "beside",
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
        /// The sentence under the heading of the group that has affiliations.
        Heading = "heading",
        /// Not at all.
        None = "none",
    }
}

/// A mark behind some names, and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "block/")]
pub struct NameMark {
    /// The mark: `*`, `†`.
    pub mark: String,
    /// What it says, below the block; empty where the letter says it.
    pub note: String,
    /// The names that bear it, as they print; case and accents do not matter.
    pub names: Vec<String>,
}

/// The choices for one block. Every field has a default, so a style saved by an earlier version still reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "block/")]
pub struct BlockOptions {
    /// The shape of the list.
    pub layout: Layout,
    /// Number of columns, 1 to 4; read through [`BlockOptions::column_count`].
    pub columns: u8,
    /// Number of columns of a bulleted or numbered list, 1 to 4.
    pub list_columns: u8,
    /// How many logos stand side by side, 1 to 6; read through [`BlockOptions::logos_in_row`].
    pub logo_columns: u8,
    /// Where the numbers of a numbered list begin.
    pub numbering: Numbering,
    /// What puts entries under a heading.
    pub group: GroupBy,
    /// The heading of the only group that prints, without its heading; `None` prints all.
    pub only_group: Option<String>,
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
    /// What an entry shows of where it is.
    pub whereabouts: Whereabouts,
    /// What becomes of names in another language.
    pub translations: Translations,
    /// The web site behind each name, in formats that have links.
    pub links: bool,
    /// Marks behind some names.
    pub marks: Vec<NameMark>,
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
    /// Let the counts include those who are confirmed and named nowhere.
    pub count_unnamed: bool,
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
            list_columns: 1,
            logo_columns: 4,
            numbering: Numbering::default(),
            group: GroupBy::default(),
            only_group: None,
            headings: Vec::new(),
            order: Order::default(),
            lead_first: false,
            lead_heading: false,
            keep_articles: false,
            entry: EntryForm::default(),
            entry_lines: 1,
            whereabouts: Whereabouts::default(),
            translations: Translations::default(),
            links: false,
            marks: Vec::new(),
            individuals: Individuals::default(),
            affiliation: Affiliation::default(),
            identification: Identification::default(),
            separator: Separator::default(),
            serial_comma: true,
            language: "en".to_owned(),
            intro: String::new(),
            outro: String::new(),
            counts: false,
            count_unnamed: false,
            limit: None,
            late_heading: false,
            include_said_yes: false,
        }
    }
}

impl BlockOptions {
    /// The number of columns the layout really has: [`Self::columns`] or [`Self::list_columns`] held to 1 to 4,
    /// and 1 in every other layout.
    pub fn column_count(&self) -> usize {
        let columns = match self.layout {
            Layout::Columns => self.columns,
            Layout::Bullets | Layout::Numbered => self.list_columns,
            Layout::Lines | Layout::Table | Layout::Prose | Layout::Wet | Layout::Logos => 1,
        };
        usize::from(columns.clamp(1, 4))
    }

    /// How many logos stand side by side: [`Self::logo_columns`] held to 1 to 6.
    pub fn logos_in_row(&self) -> usize {
        usize::from(self.logo_columns.clamp(1, 6))
    }

    /// Whether names stand on after another with a sign between, which is no sentence.
    pub(crate) fn is_sentence(&self) -> bool {
        !matches!(
            self.separator,
            Separator::Dash | Separator::Bullet | Separator::Slash
        )
    }

    /// These choices in a style: the style decides how the block looks; the letter keeps its language, its own
    /// headings, whom it includes, its marks, and its introduction and closing text where the style brings none.
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
            marks: if self.marks.is_empty() {
                style.marks.clone()
            } else {
                self.marks.clone()
            },
            intro: given(&style.intro, &self.intro),
            outro: given(&style.outro, &self.outro),
            ..style.clone()
        }
    }

    /// These choices with some made otherwise, by the words that the command line has for them:
    /// `state numbered`, `columns 3`, `counts`, `group National`. White space, commas or plus signs part the words. A
    /// number is that of the columns; what follows `group` is the name of the only group.
    ///
    /// # Errors
    ///
    /// [`UnknownWord`] names the first word that is none of these.
    pub fn with_words(&self, words: &str) -> Result<Self, UnknownWord> {
        let mut options = self.clone();
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | '+');
        let mut rest = words.trim_matches(parting);
        while !rest.is_empty() {
            let (word, after) = rest.split_at(rest.find(parting).unwrap_or(rest.len()));
            rest = after.trim_start_matches(parting);
            let word = word.to_lowercase();
            if word == "group" && !rest.is_empty() {
                // What follows is the name of a group, which can hold any word.
                options.only_group = Some(rest.to_owned());
                break;
            }
            if let Ok(group) = word.parse() {
                options.group = group;
            } else if let Ok(order) = word.parse() {
                options.order = order;
            } else if let Ok(entry) = word.parse() {
                options.entry = entry;
            } else if let Ok(separator) = word.parse() {
                options.separator = separator;
            } else if let Ok(columns @ 1..=4) = word.parse() {
                (options.columns, options.list_columns, options.logo_columns) = (columns, columns, columns);
            } else if word == "counts" {
                options.counts = true;
            } else {
                options.layout = word.parse()?;
            }
        }
        Ok(options)
    }

    /// Every word that [`Self::with_words`] knows.
    pub fn words() -> Vec<&'static str> {
        let mut words = vec!["counts", "group"];
        words.extend(Layout::ALL.iter().map(|word| word.word()));
        words.extend(GroupBy::ALL.iter().map(|word| word.word()));
        words.extend(Order::ALL.iter().map(|word| word.word()));
        words.extend(EntryForm::ALL.iter().map(|word| word.word()));
        words.extend(Separator::ALL.iter().map(|word| word.word()));
        words
    }
}
