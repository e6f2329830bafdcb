//! Letters, their texts, sign-ons and editions as they are written.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Editions.
#[derive(Subcommand)]
pub enum EditionCommand {
    /// Freeze the block of a letter by its remembered choices; prints the number.
    Freeze {
        /// The letter.
        letter: String,
        /// What it is for.
        #[arg(long)]
        label: Option<String>,
    },
    /// The editions of a letter.
    List {
        /// The letter.
        letter: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// An edition as it was sent.
    Show {
        /// The letter.
        letter: String,
        /// The number.
        number: u32,
        /// In which form.
        #[arg(long, default_value = "text")]
        format: String,
    },
    /// What differs between two editions.
    Diff {
        /// The letter.
        letter: String,
        /// The earlier number.
        earlier: u32,
        /// The later number.
        later: u32,
        /// As a sentence for an email, in the letter's language.
        #[arg(long)]
        sentence: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Versions of a letter's text.
#[derive(Subcommand)]
pub enum VersionCommand {
    /// Add a text; prints its number.
    Add {
        /// The letter.
        letter: String,
        /// A file with the text, or a Word document, OpenDocument, RTF or PDF; - is standard input.
        #[arg(default_value = "-")]
        text: String,
        /// What changed, in a line.
        #[arg(long, default_value = "")]
        summary: String,
        /// What those who signed before must do: none, opt-out or opt-in.
        #[arg(long, default_value = "none")]
        reconfirm: String,
        /// Until which day: 2020-12-15.
        #[arg(long)]
        by: Option<String>,
    },
    /// The versions of a letter.
    List {
        /// The letter.
        letter: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// What changed between two texts, word by word: [-gone-] and {+new+}.
    Diff {
        /// The letter.
        letter: String,
        /// The earlier number.
        earlier: u32,
        /// The later number.
        later: u32,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Who stands under the latest text: version, stands, may opt out, must confirm again, lapsed.
    Standing {
        /// The letter.
        letter: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Letters.
#[derive(Subcommand)]
pub enum LetterCommand {
    /// Start a letter; prints its id.
    Add {
        /// Its title.
        title: String,
        /// To whom it is written.
        #[arg(long)]
        to: Option<String>,
        /// An organization that leads it.
        #[arg(long = "lead")]
        leads: Vec<String>,
        /// When it closes, local time: 2020-12-18T17:00.
        #[arg(long)]
        deadline: Option<String>,
        /// When answers are asked for, local time.
        #[arg(long, value_name = "DEADLINE")]
        soft_deadline: Option<String>,
        /// The time zone of the deadline: America/Chicago.
        #[arg(long)]
        zone: Option<String>,
        /// What it is about: who signed on a topic can be asked again.
        #[arg(long)]
        topic: Option<String>,
        /// Only organizations may sign.
        #[arg(long)]
        no_individuals: bool,
        /// How many are to confirm.
        #[arg(long)]
        goal: Option<u32>,
    },
    /// Set how many are to confirm; none takes the goal away. Without a number, how it gets on.
    Goal {
        /// The letter.
        letter: String,
        /// The number, or none.
        goal: Option<String>,
    },
    /// Set the pre-filled address of your own form, with marker words such as CODE; none takes it away.
    Form {
        /// The letter.
        letter: String,
        /// The address.
        address: String,
    },
    /// Say where it is on its way: draft, circulating, closed, delivered or archived.
    Stage {
        /// The letter.
        letter: String,
        /// The stage.
        stage: String,
    },
    /// Move a deadline, and keep why.
    Deadline {
        /// The letter.
        letter: String,
        /// When, local time: 2020-12-18T17:00; none lifts it.
        when: String,
        /// The first deadline, when answers are asked for.
        #[arg(long)]
        soft: bool,
        /// The time zone; the letter's when left out.
        #[arg(long, default_value = "")]
        zone: String,
        /// Why.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// The versions of its text.
    #[command(subcommand)]
    Version(VersionCommand),
    /// Everything about one.
    Show {
        /// Its id, its title, or an unambiguous part of it.
        reference: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// All of them, latest first.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Sign-ons.
#[derive(Subcommand)]
pub enum SignOnCommand {
    /// Put organizations on a letter, to be asked, each with the person to write to; prints how many are new.
    Ask {
        /// The letter.
        letter: String,
        /// Organizations.
        organizations: Vec<String>,
        /// Every member.
        #[arg(long)]
        members: bool,
        /// What a saved filter finds.
        #[arg(long, value_name = "NAME")]
        filter: Option<String>,
        /// Who signed this letter.
        #[arg(long, value_name = "REF")]
        signed: Option<String>,
        /// Who signed the last letter on this topic.
        #[arg(long)]
        topic: Option<String>,
        /// Only list them: chosen or left out, organization, person, why.
        #[arg(long)]
        dry_run: bool,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Put a person who signs for themselves on a letter; prints the id.
    AddIndividual {
        /// The letter.
        letter: String,
        /// Their name.
        name: String,
        /// Their title.
        #[arg(long, default_value = "")]
        title: String,
        /// Their own organization, for identification purposes only.
        #[arg(long, default_value = "")]
        affiliation: String,
    },
    /// Note that somebody was asked, reminded or called.
    Log {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// ask, reminder, call or note.
        kind: String,
        /// How: email, form, phone, paper or meeting.
        #[arg(long)]
        via: Option<String>,
        /// With what words.
        #[arg(long, default_value = "")]
        text: String,
        /// When, ISO 8601.
        #[arg(long)]
        at: Option<String>,
    },
    /// Leave it alone until a day; none takes that back.
    Later {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// The day: 2020-12-15, or none.
        until: String,
    },
    /// What a sign-on rests on, and what was written about it.
    Show {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// A file that a sign-on rests on, byte for byte.
    Evidence {
        /// Its id, as `show` has it.
        id: i64,
        /// Write to this file; - is standard output.
        #[arg(short, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Take a piece of evidence off a sign-on. The last ground of a confirmed one can't be taken.
    EvidenceRemove {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// Its id, as `show` has it.
        id: i64,
    },
    /// Say how it was verified who may sign; settles the marks about it, and is kept as evidence of authority.
    Verify {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// Who verified it.
        #[arg(long)]
        by: String,
        /// How: by phone, with their director.
        #[arg(long)]
        how: String,
    },
    /// Let a sign-on count and be named in no block, or name it again.
    Unnamed {
        /// The letter.
        letter: String,
        /// The organization, or the name of an individual.
        sign_on: String,
        /// on or off.
        #[arg(value_parser = ["on", "off"])]
        unnamed: String,
    },
    /// Set where an organization stands on a letter, and put it there when it isn't.
    Set(Box<SetSignOn>),
    /// The ledger of a letter.
    List {
        /// The letter.
        letter: String,
        /// Only those of this status.
        #[arg(long)]
        status: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Where an organization stands on a letter.
#[derive(Args)]
pub struct SetSignOn {
    /// The letter.
    pub letter: String,
    /// The organization, or the name of an individual who is on the letter.
    pub organization: String,
    /// to-ask, asked, considering, said-yes, confirmed, declined or withdrawn.
    pub status: String,
    /// Who gave the answer.
    #[arg(long)]
    pub by: Option<String>,
    /// How it came: email, form, phone, paper, meeting or list.
    #[arg(long)]
    pub via: Option<String>,
    /// The text it rests on.
    #[arg(long)]
    pub evidence: Option<String>,
    /// A file that it rests on, kept whole; - is a text on standard input.
    #[arg(long, value_name = "F")]
    pub evidence_file: Option<String>,
    /// The name on this letter.
    #[arg(long)]
    pub prints_as: Option<String>,
    /// Who signs for it.
    #[arg(long)]
    pub signer: Option<String>,
    /// The signer's title.
    #[arg(long)]
    pub title: Option<String>,
    /// By when an answer is expected: 2020-12-15.
    #[arg(long)]
    pub expected_by: Option<String>,
    /// What to remember; for a confirmation without writing, the reason.
    #[arg(long)]
    pub note: Option<String>,
    /// When the answer was given, ISO 8601.
    #[arg(long)]
    pub at: Option<String>,
}
