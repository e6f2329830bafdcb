//! The blocks that are tried, in the arrangements that letters have.

use blocks::{
    Affiliation, BlockEntry, BlockOptions, EntryForm, GroupBy, Identification, Individuals, Layout, Order,
    PartKind, Signatory, SignatoryBlock, arrange,
};
use undersigned_core::Language;
use undersigned_core::organization::Scope;

/// One arrangement.
pub struct Case {
    /// What files are called after it.
    pub name: &'static str,
    pub block: SignatoryBlock,
}

impl Case {
    /// The columns in which its entries stand.
    pub fn columns(&self) -> usize {
        self.block.options.column_count()
    }

    /// The text of each entry, in order; in a table, that of its first cell.
    pub fn names(&self) -> Vec<String> {
        let entries = self.block.groups.iter().flat_map(|group| &group.entries);
        // A logo is no text.
        let entries = entries.filter(|entry| entry.logo.is_none());
        let table = self.block.options.layout == Layout::Table;
        entries
            .map(|entry: &BlockEntry| {
                if table {
                    return entry.cell(PartKind::Name);
                }
                let parts = |line: &[blocks::Part]| line.iter().map(|part| part.text.to_string()).collect();
                entry.lines().map(parts).collect::<Vec<String>>().join(" ")
            })
            .collect()
    }
}

/// Invented, with what word processors trip over: quotes, accents, ampersands, a name of two lines, another script.
const NAMES: [&str; 26] = [
    "Alder County Tenants Union",
    "Birch & Sons Cooperative, Inc.",
    "Cedar Women’s Association",
    "“Dogwood” Reading Circle",
    "Elm Street Interfaith Council for Housing, Health, Schools and the Rights of Those Who Live Along the River",
    "Fresno Álamo – Comité de Vecinos",
    "Ginkgo Youth Project (GYP)",
    "Hazel Legal Aid",
    "Ironwood Nurses",
    "Jüniper Gemeinde e.V.",
    "Katsura 桂 Friends",
    "Larch <Local 212>",
    "Maple Farmers",
    "The Nutmeg Fund",
    "Oak Park Readers #7",
    "Pine {Open} Shelter",
    "Quince Quilters",
    "Rowan Riders 100%",
    "Spruce $olidarity",
    "Tupelo Trust",
    "Umbra_Lab",
    "Viburnum Veterans",
    "Willow Watch",
    "Xylem ~ Circle",
    "Yew Guild",
    "Zelkova \\ Zithers",
];
const SIGNERS: [(&str, &str); 4] = [
    ("Rosa Pine", "Executive Director"),
    ("Ann Reed", "Chair of the Board"),
    ("Tomás Rowan", "President"),
    ("Dr. May Abbott", "Co-chair"),
];
const STATES: [&str; 3] = ["WI", "IL", "MN"];
const SCOPES: [Scope; 3] = [Scope::National, Scope::State, Scope::Local];

/// So many organizations: the names above, then branches of them with a number.
pub fn organizations(count: usize) -> Vec<Signatory> {
    let made = NAMES
        .iter()
        .cycle()
        .take(count)
        .zip(0usize..)
        .map(|(name, at)| Signatory {
            name: match at / NAMES.len() {
                0 => (*name).to_owned(),
                branch => format!("{name}, Branch {branch}"),
            },
            signer: Some(SIGNERS[at % 4].0.to_owned()),
            title: Some(SIGNERS[at % 4].1.to_owned()),
            place: Some(format!("Riverbend, {}", STATES[at % 3])),
            state: Some(STATES[at % 3].to_owned()),
            scope: Some(SCOPES[at % 3]),
            lead: at == 12,
            late: at == 3,
            position: i64::try_from(at).unwrap_or_default(),
            ..Signatory::default()
        });
    made.collect()
}

pub fn people() -> Vec<Signatory> {
    let named = [
        ("Prof. Iris van der Linde", "Quince University"),
        ("Tomás Rowan", ""),
        ("Dr. May Abbott, PhD", "Hazel Institute"),
        ("Kofi Larch", "Maple College of Law"),
    ];
    let made = named
        .iter()
        .zip(100..)
        .map(|((name, affiliation), position)| Signatory {
            name: (*name).to_owned(),
            individual: true,
            affiliation: Some((*affiliation).to_owned()).filter(|text| !text.is_empty()),
            position,
            ..Signatory::default()
        });
    made.collect()
}

/// Each arrangement with so many organizations.
pub fn all(count: usize) -> Vec<Case> {
    let base = BlockOptions {
        intro: "The undersigned organizations ask the committee to end the programs.".into(),
        outro: "Each signature was given in writing.".into(),
        ..BlockOptions::default()
    };
    let organizations = organizations(count);
    let both = [organizations.clone(), people()].concat();
    let case = |name, signatories: &[Signatory], options| Case {
        name,
        block: arrange(signatories, &options, &Language::English),
    };
    vec![
        case("lines", &organizations, base.clone()),
        case(
            "two-columns-lead-first",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                lead_first: true,
                ..base.clone()
            },
        ),
        case(
            "three-columns-by-scope-with-counts",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                columns: 3,
                group: GroupBy::Scope,
                counts: true,
                ..base.clone()
            },
        ),
        case(
            "by-state-with-counts",
            &organizations,
            BlockOptions {
                group: GroupBy::State,
                counts: true,
                ..base.clone()
            },
        ),
        case(
            "bullets-with-place",
            &organizations,
            BlockOptions {
                layout: Layout::Bullets,
                entry: EntryForm::Place,
                counts: true,
                ..base.clone()
            },
        ),
        case(
            "numbered-by-scope",
            &organizations,
            BlockOptions {
                layout: Layout::Numbered,
                group: GroupBy::Scope,
                ..base.clone()
            },
        ),
        case(
            "table-by-state",
            &organizations,
            BlockOptions {
                layout: Layout::Table,
                entry: EntryForm::Signer,
                group: GroupBy::State,
                ..base.clone()
            },
        ),
        case(
            "signers-on-three-lines-in-two-columns",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                entry: EntryForm::Signer,
                entry_lines: 3,
                ..base.clone()
            },
        ),
        case(
            "individuals-apart-with-footnote",
            &both,
            BlockOptions {
                individuals: Individuals::Apart,
                order: Order::Surname,
                affiliation: Affiliation::Parentheses,
                identification: Identification::Footnote,
                limit: u32::try_from(count + 2).ok(),
                ..base.clone()
            },
        ),
        case(
            "press-release-with-late-signers",
            &organizations,
            BlockOptions {
                layout: Layout::Prose,
                late_heading: true,
                intro: "Signatories of the letter included: ".into(),
                outro: String::new(),
                ..base
            },
        ),
    ]
}
