//! Drafts, the desk, templates, codes, answers and the calendar as they are written.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// Who writes.
#[derive(Args, Default)]
pub struct SenderOptions {
    /// Your name.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub from_name: String,
    /// The address that answers go to.
    #[arg(long, value_name = "EMAIL", default_value = "")]
    pub from_email: String,
    /// Your organization.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub from_organization: String,
}

/// What a draft is made as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DraftForm {
    /// A file each that a mail program opens as an unsent draft.
    Eml,
    /// An address each that a mail program opens.
    Mailto,
    /// Rows for a program that merges.
    Csv,
}

/// Unsent drafts to those it is due for, or to the named ones; each with its code. Nothing counts as asked by it.
#[derive(Args)]
pub struct DraftOptions {
    /// The letter.
    pub letter: String,
    /// The organizations; those it is due for when none is named.
    pub organizations: Vec<String>,
    /// ask, reminder, in-writing, reconfirm, receipt, delivered or thanks.
    #[arg(long, value_name = "NAME")]
    pub template: String,
    /// As what.
    #[arg(long = "as", value_enum, default_value = "eml")]
    pub form: DraftForm,
    /// The folder of the files, which is made when it is not there.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// Where to write the addresses or rows; - is standard output.
    #[arg(short, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// One message to all out of sight of each other, in batches, without codes.
    #[arg(long)]
    pub group: bool,
    /// A line of its own.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub personal: String,
    /// A file to attach.
    #[arg(long = "attach", value_name = "FILE")]
    pub attachments: Vec<PathBuf>,
    /// Attach the letter itself, its text with its block: nothing, pdf or docx; as the text to write with says when left out.
    #[arg(long, value_name = "AS")]
    pub attach_letter: Option<String>,
    /// Only show them, and make no codes.
    #[arg(long)]
    pub dry_run: bool,
    /// As JSON, with what can't go and why.
    #[arg(long)]
    pub json: bool,
    /// Who writes.
    #[command(flatten)]
    pub sender: SenderOptions,
}

/// Texts to write with.
#[derive(Subcommand)]
pub enum TemplateCommand {
    /// All of them: kind, language, whose it is, subject.
    List {
        /// As this letter has them.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// One as it is written: the subject, an empty line, the text.
    Show {
        /// ask, reminder, in-writing, reconfirm, receipt, delivered or thanks.
        kind: String,
        /// As this letter has it.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// en or es.
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// Set one from a file as `show` writes it; - is standard input.
    Set {
        /// Which.
        kind: String,
        /// The file.
        #[arg(default_value = "-")]
        input: String,
        /// For this letter alone.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// en or es.
        #[arg(long, default_value = "en")]
        language: String,
        /// What its messages carry of the letter itself: nothing, pdf or docx; as before when left out.
        #[arg(long, value_name = "AS")]
        attach: Option<String>,
    },
    /// Go back to the text that it stood before.
    Reset {
        /// Which.
        kind: String,
        /// For this letter alone.
        #[arg(long, value_name = "REF")]
        letter: Option<String>,
        /// en or es.
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// The fields that can be named.
    Fields,
}

/// The desk: whom to write to, one after the other.
#[derive(Subcommand)]
pub enum DeskCommand {
    /// Put those it is due for, or the named ones, on the desk in place of who was there; prints how many.
    Start {
        /// The letter.
        letter: String,
        /// The organizations.
        organizations: Vec<String>,
        /// What for; what is due of each when left out.
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
    },
    /// Who is on it: number, state, kind, name.
    Show {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// A message as it will go.
    Preview {
        /// Its number.
        number: usize,
        /// Who writes.
        #[command(flatten)]
        sender: SenderOptions,
    },
    /// Go on: what was opened counts as sent, and this one is open. The next that waits when no number is given.
    Open {
        /// Its number.
        number: Option<usize>,
    },
    /// It was not sent: it waits again, and what was noted is taken back.
    NotSent {
        /// Its number.
        number: usize,
    },
    /// Leave it out.
    Leave {
        /// Its number.
        number: usize,
    },
    /// Count what was opened as sent.
    Finish,
    /// Take everybody off.
    Clear,
}

/// Codes of asks.
#[derive(Subcommand)]
pub enum CodeCommand {
    /// The ask that a code marks: letter, name.
    Find {
        /// The code, as it was typed.
        code: String,
    },
    /// The codes of a letter: code, name.
    List {
        /// The letter.
        letter: String,
    },
}

/// Answers that came in.
#[derive(Subcommand)]
pub enum AnswerCommand {
    /// Whose each is and what it seems to say: number, known or guessed, name, proposal.
    Read {
        /// A message, a mailbox, what Outlook saved, or a copied text; - is standard input.
        #[arg(default_value = "-")]
        input: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// Who writes: messages from that address are your own.
        #[command(flatten)]
        sender: SenderOptions,
    },
    /// Accept one; for whom it is known, unless said.
    Accept {
        /// The file.
        input: String,
        /// Which one of the file, from 1.
        #[arg(long, default_value_t = 1)]
        number: usize,
        /// yes, yes-but, not-yet, no, question, automatic, delivery-failure or unclear; what it seems to say when left out.
        #[arg(long = "as", value_name = "WHAT")]
        what: Option<String>,
        /// The letter it is to.
        #[arg(long, value_name = "REF", requires = "organization")]
        letter: Option<String>,
        /// The organization, or the name of an individual.
        #[arg(long, value_name = "REF", requires = "letter")]
        organization: Option<String>,
        /// By when an answer is expected, or until when somebody is away: 2020-12-15.
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
    },
    /// Learn from copies of your own messages that were sent, so that what answers them is known; prints how many.
    Learn {
        /// A message or a mailbox.
        input: String,
    },
}
