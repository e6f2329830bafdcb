//! The command line as it is written: every command, option and word. What they do is in `run.rs`.
//!
//! Stable: add to it, don't change it.

mod contacts;
mod letters;
mod outreach;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use contacts::{
    AddPerson, ListOrganizations, OrganizationCommand, OrganizationLogo, OrganizationOptions, PersonCommand,
};
pub use letters::{EditionCommand, LetterCommand, SetSignOn, SignOnCommand, VersionCommand};
pub use outreach::{
    AnswerCommand, CodeCommand, DeskCommand, DraftForm, DraftOptions, SenderOptions, TemplateCommand,
};

/// Who has signed, on what evidence, and the signatory block exactly right.
#[derive(Parser)]
#[command(name = "undersigned-cli", version, arg_required_else_help = true)]
pub struct Cli {
    /// The coalition file.
    #[arg(long, global = true, value_name = "COALITION")]
    pub file: Option<PathBuf>,
    /// The file whose first line is the passphrase of a locked coalition; - for standard input.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// The folder of the backups, when it is not the one beside the coalition.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub backups: Option<PathBuf>,
    /// Who acts, as the history names them.
    #[arg(long, global = true, value_name = "NAME")]
    pub author: Option<String>,
    /// What documents are made for: letter or a4.
    #[arg(long, global = true, value_name = "PAPER", default_value = "letter")]
    pub paper: String,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make an empty coalition at --file; refuses to overwrite.
    New,
    /// Make the sample coalition at --file.
    Sample,
    /// Make a synthetic coalition at --file, the same for the same seed; an empty one that is there is filled.
    Generate {
        /// How many organizations.
        #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
        organizations: u32,
        /// How many people.
        #[arg(long, default_value_t = 1_500, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
        people: u32,
        /// How many letters.
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(..=10_000))]
        letters: u32,
        /// What decides everything that is made up.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// The names in a pasted list, one a line, in order; with --file, known names guide it.
    ReadList {
        /// A text, Markdown, HTML, RTF, .docx, .odt or .pdf, told by its content; - is standard input.
        #[arg(default_value = "-")]
        input: String,
        /// Entries as JSON, with the bytes they were read from.
        #[arg(long)]
        json: bool,
        /// Where to write the text that was read: for a document the bytes of --json count in it.
        #[arg(long, value_name = "OUT")]
        text: Option<PathBuf>,
    },
    /// Which organization each name means: verdict, organization, score, reason.
    Recognize {
        /// One name a line; - is standard input.
        #[arg(default_value = "-")]
        input: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Whether two names mean the same: verdict, score, reason; needs no --file.
    Compare {
        /// Two names a line, a tab between them; - is standard input.
        #[arg(default_value = "-")]
        input: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Find organizations, people and letters.
    Search {
        /// What to look for.
        query: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Import a list, a table, address cards or messages as organizations, people or sign-ons to a letter.
    Import(Box<Import>),
    /// Organizations.
    #[command(subcommand)]
    Organization(OrganizationCommand),
    /// People.
    #[command(subcommand)]
    Person(PersonCommand),
    /// Pairs of organizations that are likely the same, best first: score, both names, reason.
    Duplicates {
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// Only those of at least this score, from 0 to 1.
        #[arg(long, default_value_t = 0.75, value_name = "X", value_parser = score)]
        min_score: f64,
    },
    /// Make one of two organizations: all that DROP has goes to KEEP, its name too, as an alias. Prints the id of KEEP.
    Merge {
        /// The organization that stays.
        keep: String,
        /// The organization that goes into it.
        drop: String,
        /// Only say what moves and what collides.
        #[arg(long)]
        dry_run: bool,
        /// What moves and what collides, as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Letters.
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Sign-ons.
    #[command(subcommand)]
    SignOn(Box<SignOnCommand>),
    /// The signatory block of a letter. Options left out are as remembered for the letter.
    Block(Box<Block>),
    /// The check before a letter goes out; exit code 1 when something stands in the way.
    Check {
        /// The letter.
        letter: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// What each confirmed sign-on rests on, instead of the findings.
        #[arg(long, conflicts_with = "settle")]
        grounds: bool,
        /// Accept the finding of this id, as --json has it.
        #[arg(long, value_name = "ID", requires_all = ["by", "word"])]
        settle: Option<String>,
        /// Who accepts it.
        #[arg(long, value_name = "WHO", requires = "settle")]
        by: Option<String>,
        /// Why.
        #[arg(long, value_name = "TEXT", requires = "settle")]
        word: Option<String>,
    },
    /// Editions: blocks as they were sent.
    #[command(subcommand)]
    Edition(EditionCommand),
    /// Whom to write to or call today, the most urgent first, and why.
    Followups {
        /// Only of this letter.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// Also those who were written to lately and wait.
        #[arg(long)]
        all: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Unsent drafts, a file each, or addresses or rows.
    Draft(Box<DraftOptions>),
    /// Texts to write with.
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Whom to write to, one after the other.
    #[command(subcommand)]
    Desk(DeskCommand),
    /// Codes of asks.
    #[command(subcommand)]
    Code(CodeCommand),
    /// Answers that came in: whose they are, what they say, accepted one by one.
    #[command(subcommand)]
    Answers(AnswerCommand),
    /// The deadlines of a letter and the answers expected, as an iCalendar file.
    Calendar {
        /// The letter.
        letter: String,
        /// Write to this file; - is standard output.
        #[arg(short, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Who signs what: organizations by letters.
    Matrix {
        /// Only these letters, in this order.
        #[arg(long = "letter", value_name = "REF")]
        letters: Vec<String>,
        /// signed, members or all.
        #[arg(long, default_value = "signed")]
        organizations: String,
        /// name or signed.
        #[arg(long, default_value = "name")]
        sort: String,
        /// csv or xlsx.
        #[arg(long, default_value = "csv")]
        format: String,
        /// As JSON instead.
        #[arg(long)]
        json: bool,
        /// Write to this file; - is standard output.
        #[arg(short, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Take the last action back.
    Undo,
    /// Do the action that was undone last again.
    Redo,
    /// What was done, latest first.
    History {
        /// Only about this letter.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// Only about this organization.
        #[arg(long, value_name = "REF")]
        organization: Option<String>,
        /// Only about this person, or authorized by them.
        #[arg(long, value_name = "REF")]
        person: Option<String>,
        /// Only what holds all of these words.
        #[arg(long)]
        text: Option<String>,
        /// From this day on: 2020-12-15.
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// Up to and with this day.
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// Only do, undo or redo.
        #[arg(long = "action")]
        actions: Vec<String>,
        /// At most so many.
        #[arg(long)]
        limit: Option<usize>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Everything, openly: a file for each table of the domain into a folder; nothing is written over.
    Export {
        /// The folder.
        folder: PathBuf,
        /// csv, xlsx or json.
        #[arg(long, default_value = "csv")]
        format: String,
    },
    /// Check the whole file.
    Verify,
    /// Lock the file with a passphrase, change it, or take it off; no copy under the old one is left behind.
    #[command(subcommand)]
    Passphrase(PassphraseCommand),
    /// Write a checked copy of the coalition to a place where nothing stands yet.
    Backup {
        /// The copy.
        output: PathBuf,
    },
    /// Write what can be read of a damaged coalition to a new file, and say what could not.
    Salvage {
        /// The new file.
        output: PathBuf,
    },
    /// Bring a backup back in place of the coalition, which is kept among the backups.
    Restore {
        /// The backup.
        backup: PathBuf,
    },
    /// Remove somebody everywhere, history and free pages too; says what it takes, and which backups still hold them.
    Forget {
        /// person or contacts-of.
        #[arg(value_enum)]
        what: ForgetWhat,
        /// The person, or the organization.
        reference: String,
        /// Only say what it would take.
        #[arg(long)]
        dry_run: bool,
    },
    /// The backups that there are: time, organizations, people, letters, confirmed sign-ons, file.
    Backups {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Who is forgotten.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum ForgetWhat {
    /// One person.
    Person,
    /// All who are at an organization and nowhere else.
    ContactsOf,
}

/// What becomes of the passphrase.
#[derive(Subcommand)]
pub enum PassphraseCommand {
    /// Lock a plain coalition.
    Set {
        /// The file whose first line is the new passphrase; that of --passphrase-file when left out.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Change the passphrase of a locked one.
    Change {
        /// The file whose first line is the new passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Take the lock off.
    Remove,
}

/// What rows become.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// Organizations, with the people that rows name there.
    Organizations,
    /// People, with their organizations.
    People,
    /// Sign-ons to the letter of --letter.
    SignOns,
}

/// What happens to likely matches.
#[derive(Clone, Copy, ValueEnum)]
pub enum LikelyWord {
    /// They stay unwritten and are listed.
    Ask,
    /// They become new organizations.
    New,
    /// The best candidate is taken.
    Match,
}

/// What happens to rows that would change a no, a yes or a printed name.
#[derive(Clone, Copy, ValueEnum)]
pub enum ConsentWord {
    /// They stay unwritten and are listed.
    Ask,
    /// They are taken: you decided so.
    Take,
}

/// The kind of input.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The formats' own names.
pub enum InputFormat {
    Auto,
    List,
    Csv,
    Tsv,
    Xlsx,
    Xls,
    Ods,
    Html,
    Docx,
    Odt,
    Pdf,
    Rtf,
    Vcard,
    Ldif,
    Eml,
    Mbox,
}

#[derive(Args)]
pub struct Import {
    /// The file: a list, a table, address cards or messages; - is standard input.
    pub input: String,
    /// What rows become; sign-ons when --letter is given, else what they seem to be.
    #[arg(long = "as")]
    pub what: Option<As>,
    /// The letter: its id, its title, or an unambiguous part of it.
    #[arg(long)]
    pub letter: Option<String>,
    /// The status of the sign-ons; to-ask when nothing is said.
    #[arg(long)]
    pub status: Option<String>,
    /// The kind of input; auto tells it by what is in it.
    #[arg(long, default_value = "auto")]
    pub format: InputFormat,
    /// What a column of a table is for, such as "Group=organization"; with nothing after the sign it is left out. Repeatable.
    #[arg(long = "map", value_name = "Column=field")]
    pub maps: Vec<String>,
    /// A sheet of a workbook, by its name; several that are alike are taken together. Repeatable.
    #[arg(long = "sheet", value_name = "NAME")]
    pub sheets: Vec<String>,
    /// What happens to likely matches.
    #[arg(long, default_value = "ask")]
    pub likely: LikelyWord,
    /// What happens to rows that would change a no, a yes or a printed name.
    #[arg(long, default_value = "ask")]
    pub consent: ConsentWord,
    /// People sign for themselves; the organizations beside them are where they are, for identification only.
    #[arg(long)]
    pub individuals: bool,
    /// The organizations are members of the coalition, where a row does not say what they are.
    #[arg(long)]
    pub as_members: bool,
    /// Take the rows that are hidden in a workbook like the others, instead of asking.
    #[arg(long)]
    pub hidden_rows: bool,
    /// Only say what would happen.
    #[arg(long)]
    pub dry_run: bool,
    /// Write the rows that were not taken or wait for a decision, with the reason or the question, to this CSV file.
    #[arg(long, value_name = "OUT.csv")]
    pub rejects: Option<PathBuf>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Block {
    /// The letter.
    pub letter: String,
    /// A style by its name: one that was saved, or formal, two-columns, press-release, website or by-state. The
    /// other options change it.
    #[arg(long, value_name = "NAME")]
    pub style: Option<String>,
    /// lines, columns, bullets, numbered, table, prose, wet (a line to sign on above each) or logos (a wall of them, in HTML, Word
    /// and PDF; the name where there is none).
    #[arg(long)]
    pub layout: Option<String>,
    /// How many columns, 1 to 4, of bullets and numbers too; of logos 1 to 6.
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=6))]
    pub columns: Option<u8>,
    /// Where the numbers of a numbered list begin: through or each-group.
    #[arg(long)]
    pub numbering: Option<String>,
    /// none, scope, state, country, type or heading.
    #[arg(long)]
    pub group: Option<String>,
    /// Only the group under this heading, without it.
    #[arg(long, value_name = "NAME")]
    pub only_group: Option<String>,
    /// alphabetical, letter-by-letter, surname, signed or entered.
    #[arg(long)]
    pub order: Option<String>,
    /// Lead organizations first.
    #[arg(long)]
    pub lead_first: bool,
    /// Lead organizations under a heading of their own.
    #[arg(long)]
    pub lead_heading: bool,
    /// Sort "The ..." under T.
    #[arg(long)]
    pub keep_articles: bool,
    /// organization, place, signer or organization-first.
    #[arg(long)]
    pub entry: Option<String>,
    /// What an entry shows of where it is: auto, place, country or all.
    #[arg(long)]
    pub whereabouts: Option<String>,
    /// Names in another language: none, instead or beside.
    #[arg(long)]
    pub translations: Option<String>,
    /// The web site behind each name, in HTML, Markdown, RTF, Word and PDF.
    #[arg(long)]
    pub links: bool,
    /// A mark behind a name as it prints, and what it says below the block: "Elm Project=† in consultative status".
    #[arg(long = "mark", value_name = "NAME=MARK [NOTE]", value_parser = mark)]
    pub marks: Vec<(String, String, String)>,
    /// On how many lines signer, title and organization stand, 1 to 3.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=3))]
    pub entry_lines: Option<u8>,
    /// People who sign for themselves: mixed or apart.
    #[arg(long)]
    pub individuals: Option<String>,
    /// Their own organizations: auto, comma, parentheses or hidden.
    #[arg(long)]
    pub affiliation: Option<String>,
    /// That an affiliation is for identification only: inline, note, footnote, heading or none.
    #[arg(long)]
    pub identification: Option<String>,
    /// auto, comma, semicolon, dash, bullet or slash.
    #[arg(long)]
    pub separator: Option<String>,
    /// No comma before the last "and".
    #[arg(long)]
    pub no_serial_comma: bool,
    /// The letter's language: en or es.
    #[arg(long)]
    pub language: Option<String>,
    /// Text before the names.
    #[arg(long)]
    pub intro: Option<String>,
    /// Text after the names.
    #[arg(long)]
    pub outro: Option<String>,
    /// With the number of organizations.
    #[arg(long)]
    pub counts: bool,
    /// Let the counts include those who are confirmed and named nowhere.
    #[arg(long)]
    pub count_unnamed: bool,
    /// At most this many names, and how many others there are.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    /// Sign-ons that came after delivery under a heading of their own.
    #[arg(long)]
    pub late_heading: bool,
    /// Also those who said yes but not in writing.
    #[arg(long)]
    pub include_said_yes: bool,
    /// An edition as it was sent, instead of the block as it stands.
    #[arg(long, value_name = "N")]
    pub edition: Option<u32>,
    /// text, html, markdown, latex, rtf, docx, pdf, csv or xlsx.
    #[arg(long)]
    pub format: Option<String>,
    /// Put the block into this Word document, where {{signatories}} and {{count}} stand; the rest stays as it is. With a
    /// colon each takes words: {{signatories:state columns}}, {{signatories:group National}}, a style's name,
    /// {{count:organizations}}, {{count:individuals}}, {{count:states}}.
    #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["format", "edition"])]
    pub into: Option<PathBuf>,
    /// The letter's latest text with the block as one document, docx or pdf: behind the text, or where it says
    /// {{signatories}} alone on a line.
    #[arg(long, conflicts_with_all = ["into", "edition"])]
    pub with_text: bool,
    /// Write to this file; - is standard output.
    #[arg(short, value_name = "OUT")]
    pub output: Option<PathBuf>,
}

/// A name with its mark and what that says.
fn mark(text: &str) -> Result<(String, String, String), String> {
    let (name, rest) = text
        .rsplit_once('=')
        .ok_or_else(|| "write a name, an equals sign and a mark".to_owned())?;
    let (mark, note) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    if name.trim().is_empty() || mark.is_empty() {
        return Err("write a name, an equals sign and a mark".to_owned());
    }
    Ok((name.trim().to_owned(), mark.to_owned(), note.trim().to_owned()))
}

/// A score: a number from 0 to 1.
fn score(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("write a number from 0 to 1".to_owned()),
    }
}
