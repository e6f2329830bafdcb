//! The commands of the contact list as they are written: organizations and people.

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use undersigned_core::organization::OrganizationText;

/// Organizations.
#[derive(Subcommand)]
pub enum OrganizationCommand {
    /// Add an organization; prints its id.
    Add(Box<AddOrganization>),
    /// Change what is given of one; an empty text empties it, aliases and tags are added.
    Set(Box<SetOrganization>),
    /// Everything about one.
    Show {
        /// Its id, its name, or an unambiguous part of it.
        reference: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// All of them, or those that fit, in order.
    List(Box<ListOrganizations>),
    /// The logo of one: says what it is, takes a new one, who permitted it, removes it; or who in a letter's block has none.
    Logo(OrganizationLogo),
}

#[derive(Args)]
pub struct OrganizationLogo {
    /// Its id, its name, or an unambiguous part of it.
    #[arg(required_unless_present = "missing")]
    pub reference: Option<String>,
    /// The picture, PNG or JPEG, for a new one; - is standard input.
    #[arg(value_name = "FILE", requires = "by")]
    pub picture: Option<String>,
    /// Who permitted that it is printed.
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
    /// On which day: 2020-12-15; today when left out.
    #[arg(long, value_name = "DAY", requires = "by")]
    pub on: Option<String>,
    /// Take it away.
    #[arg(long, conflicts_with_all = ["picture", "by"])]
    pub remove: bool,
    /// The organizations in the block of this letter that have none, in the order of the block.
    #[arg(long, value_name = "LETTER", conflicts_with_all = ["reference", "remove", "by"])]
    pub missing: Option<String>,
    /// Write the picture as it is kept to this file; - is standard output.
    #[arg(short, value_name = "OUT", conflicts_with_all = ["picture", "by", "remove", "missing"])]
    pub output: Option<std::path::PathBuf>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct AddOrganization {
    /// Its official name.
    pub name: String,
    #[command(flatten)]
    pub options: OrganizationOptions,
}

#[derive(Args)]
pub struct SetOrganization {
    /// Its id, its name, or an unambiguous part of it.
    pub reference: String,
    /// Its official name from now on.
    #[arg(long)]
    pub name: Option<String>,
    #[command(flatten)]
    pub options: OrganizationOptions,
}

/// What can be said of an organization.
#[derive(Args)]
pub struct OrganizationOptions {
    /// international, national, state, local or tribal.
    #[arg(long)]
    pub scope: Option<String>,
    /// nonprofit, faith, labor, academic, business, government or informal.
    #[arg(long = "type", value_name = "TYPE")]
    pub kind: Option<String>,
    /// member, ally, prospect or former.
    #[arg(long)]
    pub membership: Option<String>,
    /// Its city.
    #[arg(long)]
    pub city: Option<String>,
    /// Its state, by name or postal code.
    #[arg(long)]
    pub state: Option<String>,
    /// Its country.
    #[arg(long)]
    pub country: Option<String>,
    /// Its site on the web.
    #[arg(long)]
    pub website: Option<String>,
    /// The organization it is a chapter of.
    #[arg(long)]
    pub parent: Option<String>,
    /// Another name of it.
    #[arg(long = "alias")]
    pub aliases: Vec<String>,
    /// A tag.
    #[arg(long = "tag")]
    pub tags: Vec<String>,
    /// How it prints on letters, when that is not its name.
    #[arg(long)]
    pub prints_as: Option<String>,
    /// What it is sorted by, when that is not its name.
    #[arg(long)]
    pub sort_as: Option<String>,
    /// Who decides there.
    #[arg(long)]
    pub decides: Option<String>,
    /// How many days a decision takes.
    #[arg(long, value_name = "DAYS")]
    pub lead_days: Option<u32>,
    /// The topics that it never signs.
    #[arg(long, value_name = "TOPICS")]
    pub never_signs: Option<String>,
    /// It wants a word before it is put on a letter.
    #[arg(long)]
    pub ask_first: bool,
    /// What to remember.
    #[arg(long)]
    pub note: Option<String>,
    #[command(flatten)]
    pub texts: TextOptions,
}

/// The text fields of an organization that were given, an option each.
#[derive(Default)]
pub struct TextOptions(pub Vec<(OrganizationText, String)>);

impl Args for TextOptions {
    fn augment_args(command: Command) -> Command {
        OrganizationText::ALL.iter().fold(command, |command, field| {
            let word = field.word();
            command.arg(
                Arg::new(word)
                    .long(word)
                    .value_name("TEXT")
                    .help(format!("Its {word}")),
            )
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for TextOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = OrganizationText::ALL.iter().filter_map(|field| {
            let text = matches.get_one::<String>(field.word())?;
            Some((*field, text.clone()))
        });
        Ok(Self(given.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

#[derive(Args)]
pub struct ListOrganizations {
    /// Only what the box above the list finds by this.
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    /// Only of this scope.
    #[arg(long)]
    pub scope: Option<String>,
    /// Only of this type.
    #[arg(long = "type", value_name = "TYPE")]
    pub kind: Option<String>,
    /// Only of this membership.
    #[arg(long)]
    pub membership: Option<String>,
    /// Only in this state, by name or postal code.
    #[arg(long)]
    pub state: Option<String>,
    /// Only with this tag; several times: with all of them.
    #[arg(long = "tag")]
    pub tags: Vec<String>,
    /// Only directly under this organization.
    #[arg(long)]
    pub parent: Option<String>,
    #[command(flatten)]
    pub texts: TextOptions,
    /// name, city, state, country, scope, kind, membership, parent, lead-days, letters, signed or last-contact.
    #[arg(long, default_value = "name", value_name = "COLUMN")]
    pub sort: String,
    /// The other way round.
    #[arg(long)]
    pub reversed: bool,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// People.
#[derive(Subcommand)]
pub enum PersonCommand {
    /// Add a person; prints their id.
    Add(Box<AddPerson>),
    /// Everything about one.
    Show {
        /// Their id, their name or email, or an unambiguous part of the name.
        reference: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Make one of two people: all that DROP has goes to KEEP. Prints the id of KEEP.
    Merge {
        /// The person who stays.
        keep: String,
        /// The person who goes into them.
        drop: String,
        /// Only say what moves and what is lost.
        #[arg(long)]
        dry_run: bool,
        /// What moves and what is lost, as JSON.
        #[arg(long)]
        json: bool,
    },
    /// All of them, or those that fit, by surname.
    List {
        /// Only those at this organization.
        #[arg(long, value_name = "ORG")]
        at: Option<String>,
        /// Only what the box above the list finds by this.
        #[arg(long, value_name = "TEXT")]
        find: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
pub struct AddPerson {
    /// Their name as they write it.
    pub name: String,
    /// The organization where they are.
    #[arg(long, value_name = "ORG")]
    pub at: Option<String>,
    /// What they are there.
    #[arg(long, requires = "at")]
    pub role: Option<String>,
    /// Since when: 2019, 2019-05 or 2019-05-12.
    #[arg(long, requires = "at", value_name = "DATE")]
    pub since: Option<String>,
    /// They may sign for it.
    #[arg(long, requires = "at")]
    pub may_sign: bool,
    /// They are the one to write to there.
    #[arg(long, requires = "at")]
    pub primary: bool,
    /// An email; the first one is the one to use.
    #[arg(long = "email")]
    pub emails: Vec<String>,
    /// A phone; the first one is the one to use.
    #[arg(long = "phone")]
    pub phones: Vec<String>,
    /// What they are sorted by, when that is not their surname.
    #[arg(long)]
    pub sort_as: Option<String>,
    /// Their pronouns.
    #[arg(long)]
    pub pronouns: Option<String>,
    /// A language of theirs by its code, such as es; the preferred one first.
    #[arg(long = "language", value_name = "CODE")]
    pub languages: Vec<String>,
    /// A tag.
    #[arg(long = "tag")]
    pub tags: Vec<String>,
    /// They want to hear nothing.
    #[arg(long)]
    pub do_not_contact: bool,
    /// What to remember.
    #[arg(long)]
    pub note: Option<String>,
}
