//! People, offices, organizations and places made up from the texts in `corpus/`, the same each time: what is learned from.

use std::path::PathBuf;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of one of the texts.
pub fn lines(name: &str) -> std::io::Result<Vec<String>> {
    let text = std::fs::read_to_string(root().join("corpus").join(name))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Numbers that look drawn, the same each time.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }

    pub fn one<'a>(&mut self, of: &'a [String]) -> &'a str {
        &of[self.below(of.len())]
    }

    /// Whether something that happens so often in a hundred does.
    pub fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }
}

/// The texts that examples are made of.
pub struct Corpus {
    pub given: Vec<String>,
    pub surname: Vec<String>,
    pub title: Vec<String>,
    pub organization: Vec<String>,
    pub place: Vec<String>,
    pub other: Vec<String>,
}

impl Corpus {
    /// Reads the texts.
    pub fn read() -> std::io::Result<Self> {
        Ok(Self {
            given: lines("given.txt")?,
            surname: lines("surname.txt")?,
            title: lines("title.txt")?,
            organization: lines("organization.txt")?,
            place: lines("place.txt")?,
            other: lines("other.txt")?,
        })
    }

    pub fn person(&self, draw: &mut Draw) -> String {
        let given = draw.one(&self.given).to_owned();
        let surname = draw.one(&self.surname).to_owned();
        let initial = char::from(b'A' + draw.below(24) as u8);
        let name = match draw.below(16) {
            0 | 1 => format!("{given} {initial}. {surname}"),
            2 => format!("{given} {} {surname}", draw.one(&self.given)),
            3 | 4 => format!("{given} {surname} {}", draw.one(&self.surname)),
            5 => format!("{given} {surname}-{}", draw.one(&self.surname)),
            6 => format!(
                "{given} {} {surname}",
                ["de la", "de", "van", "von", "da", "di", "del", "bin"][draw.below(8)]
            ),
            7 => format!("{initial}. {surname}"),
            8 => format!("{given} {}", surname.to_uppercase()),
            9 => format!("{initial}.{}. {surname}", char::from(b'A' + draw.below(24) as u8)),
            _ => format!("{given} {surname}"),
        };
        match draw.below(20) {
            0 => format!("Dr. {name}"),
            1 => format!(
                "{} {name}",
                [
                    "Rev.",
                    "Prof.",
                    "Prof. Dr.",
                    "Hon.",
                    "Rabbi",
                    "Mr",
                    "Mrs",
                    "Sra.",
                    "Dr",
                    "Revd",
                    "Don",
                    "Fr.",
                    "Sr."
                ][draw.below(13)]
            ),
            3 => format!(
                "{name}, {}, {}",
                ["PhD", "MD", "JD", "M.D."][draw.below(4)],
                ["MPH", "LLM", "MBA", "M.P.H."][draw.below(4)]
            ),
            2 => format!(
                "{name}, {}",
                ["PhD", "MD", "Ph.D.", "J.D.", "MPH", "RN", "MSW", "Jr.", "Esq."][draw.below(9)]
            ),
            _ => name,
        }
    }

    pub fn title(&self, draw: &mut Draw) -> String {
        let title = draw.one(&self.title);
        let title = match draw.below(16) {
            0 | 1 => small(title),
            12 => format!("{title}, {}", duty(draw)),
            13 => format!("{title} of {}", duty(draw)),
            14 => subject(draw).to_owned(),
            10 => office(draw).to_owned(),
            11 => format!(
                "{} {} {}",
                office(draw),
                ["of", "for", "from"][draw.below(3)],
                draw.one(&self.place)
            ),
            15 => format!("{}, {}", small(title), small(draw.one(&self.title))),
            2 => format!("{title} and {}", small(draw.one(&self.title))),
            3 => format!("{title}, {}", draw.one(&self.title)),
            _ => title.to_owned(),
        };
        if draw.percent(2) {
            title.to_uppercase()
        } else {
            title
        }
    }

    pub fn organization(&self, draw: &mut Draw) -> String {
        let name = draw.one(&self.organization);
        match draw.below(44) {
            10..=12 => slogan(draw),
            0 => name.to_uppercase(),
            1 => format!("{name}, Inc."),
            2 | 3 => format!("{name} ({})", initials(name)),
            4 => format!("{name} of {}", draw.one(&self.place)),
            5 => format!("{} - {name}", initials(name)),
            6 => format!("{name}, {} Chapter", draw.one(&self.place)),
            7 => format!("{name}, {name2}", name2 = department(draw)),
            8 => format!("{}, {name}", department(draw)),
            9 => format!("The {name}"),
            13 => format!(
                "{} of {}",
                ["City", "Town", "County", "Village"][draw.below(4)],
                draw.one(&self.place)
            ),
            14 => format!(
                "{} {}",
                draw.one(&self.surname),
                ["Foundation", "Fund", "Institute", "House", "Center"][draw.below(5)]
            ),
            15 => format!(
                "{} {} {}",
                adjective(draw),
                thing(draw),
                KINDS_OF_BODY[draw.below(KINDS_OF_BODY.len())]
            ),
            16 => format!(
                "{} {}",
                thing(draw),
                KINDS_OF_BODY[draw.below(KINDS_OF_BODY.len())]
            ),
            17 => format!("{} {}", adjective(draw), thing(draw)),
            _ => name.to_owned(),
        }
    }

    pub fn place(&self, draw: &mut Draw) -> String {
        const STATES: [&str; 16] = [
            "IA", "ND", "WI", "CA", "NY", "TX", "OR", "ME", "OH", "PA", "MN", "Iowa", "Ohio", "Texas",
            "Oregon", "Maine",
        ];
        let place = draw.one(&self.place);
        match draw.below(8) {
            0 | 1 if !place.contains(',') => format!("{place}, {}", STATES[draw.below(16)]),
            2 if !place.contains(',') => format!("{place} {}", STATES[draw.below(11)]),
            _ => place.to_owned(),
        }
    }

    pub fn other(&self, draw: &mut Draw) -> String {
        let [title, organization, place, person] = [
            draw.one(&self.title).to_owned(),
            draw.one(&self.organization).to_owned(),
            draw.one(&self.place).to_owned(),
            self.person(draw),
        ];
        match draw.below(20) {
            0 => format!("{title}, {organization}"),
            17 => format!("{organization}, {place}"),
            18 => format!("{}, {place}", draw.one(&self.organization)),
            19 => format!("{title}, {organization}, {place}"),
            1 => format!("{organization}, {place}"),
            2 => format!("{person}, {title}"),
            3 => format!("{person}, {organization}"),
            4 if draw.percent(50) => format!("{title} {person}"),
            4 => format!("{person} {title}"),
            5 => format!("{person}, {}", self.person(draw)),
            6 => format!(
                "{person} {} {}",
                ["and", "y", "et", "und", "e"][draw.below(5)],
                self.person(draw)
            ),
            7 => format!("{organization}, {}", draw.one(&self.organization)),
            8 | 9 => beginning(&organization).unwrap_or(format!("{title}, {organization}")),
            10 | 11 => end(&organization).unwrap_or(format!("{organization}, {place}")),
            12 => format!("{organization}, {title}"),
            13 => format!("{organization}, {person}"),
            14 => format!(
                "{} {}",
                [
                    "and", "y", "et", "und", "e", "of", "de", "for the", "de la", "des"
                ][draw.below(10)],
                organization
            ),
            15 => format!("{title}, {place}"),
            _ => draw.one(&self.other).to_owned(),
        }
    }
}

/// An office that people are elected to.
fn office(draw: &mut Draw) -> &'static str {
    const OFFICES: [&str; 26] = [
        "State Senator",
        "Mayor",
        "Former Mayor",
        "State Representative",
        "Member of Parliament",
        "City Councilmember",
        "County Commissioner",
        "Senator",
        "Former Governor",
        "MP",
        "MEP",
        "Assemblymember",
        "Former State Representative",
        "Councillor",
        "Chair",
        "Retired Educator",
        "Member",
        "Alcalde",
        "Alcaldesa",
        "Diputada",
        "Concejal",
        "Sénateur",
        "Députée",
        "Bürgermeister",
        "Sindaco",
        "Vereadora",
    ];
    OFFICES[draw.below(OFFICES.len())]
}

/// What a title is for.
fn duty(draw: &mut Draw) -> String {
    const DUTIES: [&str; 26] = [
        "Advocacy",
        "Policy",
        "Public Affairs",
        "Programs",
        "Government Relations",
        "Operations",
        "Research",
        "Communications",
        "Product",
        "Community Engagement",
        "Development",
        "Education",
        "Partnerships",
        "Legal Affairs",
        "Finance",
        "Strategy",
        "Incidencia",
        "Comunicación",
        "Programas",
        "Proyectos",
        "Plaidoyer",
        "Recherche",
        "Politik",
        "Comunicazione",
        "Projetos",
        "Membership",
    ];
    let one = DUTIES[draw.below(DUTIES.len())];
    match draw.below(3) {
        0 => format!("{one} and {}", DUTIES[draw.below(DUTIES.len())]),
        1 => format!("{one} & {}", DUTIES[draw.below(DUTIES.len())]),
        _ => one.to_owned(),
    }
}

/// What is taught or studied, where it stands for an office.
fn subject(draw: &mut Draw) -> &'static str {
    const SUBJECTS: [&str; 24] = [
        "Psychology",
        "Sociology",
        "Medicine",
        "History",
        "Anthropology",
        "Economics",
        "Political Science",
        "Organismal Biology",
        "Gender and Sexuality Studies",
        "Computer Science",
        "Philosophy",
        "English and Comparative Literature",
        "Mathematics",
        "Social Work",
        "Environmental Studies",
        "Chemistry",
        "Religious Studies",
        "Ethnic Studies",
        "Linguistics",
        "Law",
        "Urban Planning",
        "Public Policy",
        "Art History",
        "Astronomy and Astrophysics",
    ];
    SUBJECTS[draw.below(SUBJECTS.len())]
}

const KINDS_OF_BODY: [&str; 22] = [
    "Project",
    "Alliance",
    "Club",
    "Anglers",
    "Riders",
    "Choir",
    "Kitchen",
    "Clinic",
    "Watch",
    "Network",
    "Growers",
    "Neighbors",
    "Builders",
    "Collective",
    "Players",
    "Paddlers",
    "Parents",
    "Students",
    "League",
    "Circle",
    "Works",
    "Society",
];

fn adjective(draw: &mut Draw) -> &'static str {
    const ALL: [&str; 32] = [
        "Amber", "Blue", "Open", "Cedar", "Green", "River", "Stone", "Bright", "Golden", "New", "Common",
        "North", "Silver", "Red", "High", "First", "Free", "True", "Oak", "Harbor", "Valley", "Iron",
        "Rising", "Quiet", "Arctic", "Delta", "Fox", "Clover", "Boreal", "Prairie", "Mountain", "Sunrise",
    ];
    ALL[draw.below(ALL.len())]
}

fn thing(draw: &mut Draw) -> &'static str {
    const ALL: [&str; 32] = [
        "Table", "Door", "House", "Bridge", "Isle", "Garden", "Tree", "Light", "Path", "Ground", "Field",
        "Roots", "Orchard", "Sky", "Press", "Farm", "Tide", "Day", "Corner", "River", "Char", "Dental",
        "Trail", "Hill", "Bread", "Bells", "Bay", "Creek", "Grove", "Island", "Harvest", "Commons",
    ];
    ALL[draw.below(ALL.len())]
}

/// A name of one word that nobody has heard before.
fn coined(draw: &mut Draw) -> String {
    const SYLLABLES: [&str; 24] = [
        "al", "ter", "na", "ti", "ba", "po", "lu", "mi", "ra", "so", "li", "da", "ve", "ko", "ne", "ta",
        "gra", "sol", "fu", "vi", "ox", "hi", "ma", "ri",
    ];
    let name: String = (0..2 + draw.below(3))
        .map(|_| SYLLABLES[draw.below(24)])
        .collect();
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name that is a call or two nouns, as movements have them.
fn slogan(draw: &mut Draw) -> String {
    const NOUNS: [[&str; 10]; 5] = [
        [
            "Pan", "Tierra", "Libertad", "Justicia", "Memoria", "Paz", "Agua", "Vida", "Mujeres", "Futuro",
        ],
        [
            "Terre",
            "Liberté",
            "Justice",
            "Mémoire",
            "Paix",
            "Résistance",
            "Marches",
            "Femmes",
            "Avenir",
            "Solidarité",
        ],
        [
            "Libertà",
            "Giustizia",
            "Terra",
            "Memoria",
            "Pace",
            "Futuro",
            "Donne",
            "Rete",
            "Diritti",
            "Cultura",
        ],
        [
            "Bread", "Justice", "Peace", "Land", "Power", "Freedom", "Rights", "Water", "Voices", "Future",
        ],
        [
            "Terra",
            "Paz",
            "Justiça",
            "Liberdade",
            "Memória",
            "Vida",
            "Povo",
            "Direitos",
            "Futuro",
            "Mulheres",
        ],
    ];
    const ENDS: [[&str; 4]; 5] = [
        ["en Acción", "Digna", "para Todos", "Libre"],
        ["sociale", "en commun", "européennes", "citoyenne"],
        ["in comune", "democratica", "per tutti", "nuova"],
        ["Now", "in Action", "for All", "United"],
        ["em Ação", "Livre", "para Todos", "Popular"],
    ];
    const AND: [&str; 5] = ["y", "et", "e", "and", "e"];
    const DOING: [&str; 10] = [
        "Learning",
        "Saving",
        "Building",
        "Defending",
        "Growing",
        "Protecting",
        "Keeping",
        "Reclaiming",
        "Making",
        "Sharing",
    ];
    const DONE: [&str; 10] = [
        "Equality",
        "Futures",
        "Rivers",
        "Democracy",
        "Communities",
        "Rights",
        "Peace",
        "Forests",
        "Change",
        "Power",
    ];
    if draw.percent(12) {
        return format!("{} {}", DOING[draw.below(10)], DONE[draw.below(10)]);
    }
    if draw.percent(15) {
        return coined(draw);
    }
    let language = draw.below(5);
    let nouns = &NOUNS[language];
    let first = nouns[draw.below(10)];
    if draw.percent(50) {
        format!("{first} {} {}", AND[language], nouns[draw.below(10)])
    } else {
        format!("{first} {}", ENDS[language][draw.below(4)])
    }
}

fn department(draw: &mut Draw) -> String {
    let kinds = [
        "Department of",
        "School of",
        "Faculty of",
        "Institute of",
        "Centre for",
        "College of",
        "Facultad de",
        "Instituto de",
    ];
    let fields = [
        "Sociology",
        "Physics",
        "Law",
        "Medicine",
        "Public Health",
        "Economics",
        "Biology",
        "History",
        "Derecho",
        "Psychology",
    ];
    format!(
        "{} {}",
        kinds[draw.below(kinds.len())],
        fields[draw.below(fields.len())]
    )
}

/// The text with a small first letter.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The initials of a name.
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .collect()
}

/// The beginning of a name up to a small word, with it: "Center for".
fn beginning(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| word.starts_with(char::is_lowercase))
        .filter(|at| *at > 0)?;
    Some(words[..=at].join(" "))
}

/// The end of a name from a small word on: "for the Rivers".
fn end(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| word.starts_with(char::is_lowercase))
        .filter(|at| *at > 0)?;
    Some(words[at..].join(" "))
}
