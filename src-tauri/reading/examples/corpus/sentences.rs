//! Sentences that list who signs, made up in six languages from the phrases in `corpus/prose.txt`: what each word of running text
//! is part of is learned from them.

use std::collections::HashMap;
use std::ops::Range;

use super::corpus::{self, Corpus, Draw, lines};
use reading::list::learned::Field;

/// A made-up text and what stands where in it.
#[derive(Default)]
pub struct Sentence {
    pub text: String,
    pub parts: Vec<(Range<usize>, Field)>,
}

impl Sentence {
    fn add(&mut self, text: &str, field: Option<Field>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let apart = !self.text.is_empty()
            && !self.text.ends_with(['(', '\u{2019}', '\'', '\u{201c}', '\u{ab}'])
            && !text.starts_with([',', ';', '.', ')', '\u{201d}', '\u{bb}']);
        if apart {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(field) = field {
            self.parts.push((start..self.text.len(), field));
        }
    }
}

/// The phrases of sentences, by what they are and in which language.
pub struct Phrases {
    all: HashMap<(String, String), Vec<Vec<String>>>,
}

const LANGUAGES: [&str; 8] = ["en", "en", "es", "es", "fr", "pt", "it", "de"];

/// The ways in which the names of one list are written.
const WAYS: [&str; 18] = [
    "person", "person", "body", "body", "body", "trade", "trade", "group", "group", "behind", "behind",
    "held", "held", "enclosed", "enclosed", "office", "mixed", "mixed",
];

impl Phrases {
    /// Reads the phrases.
    pub fn read() -> std::io::Result<Self> {
        let mut all: HashMap<(String, String), Vec<Vec<String>>> = HashMap::new();
        for line in lines("prose.txt")? {
            let mut fields = line.split('\t').map(str::to_owned);
            if let (Some(kind), Some(language)) = (fields.next(), fields.next()) {
                all.entry((kind, language)).or_default().push(fields.collect());
            }
        }
        Ok(Self { all })
    }

    fn one(&self, kind: &str, language: &str, draw: &mut Draw) -> &[String] {
        let of = &self.all[&(kind.to_owned(), language.to_owned())];
        &of[draw.below(of.len())]
    }

    fn phrase(&self, kind: &str, language: &str, draw: &mut Draw) -> &str {
        &self.one(kind, language, draw)[0]
    }

    /// A trade with its article, of one or of several.
    fn trade(&self, language: &str, several: bool, draw: &mut Draw) -> (String, String) {
        let text = self.one("trade", language, draw)[usize::from(several)].clone();
        if language == "en" {
            let article = if draw.percent(50) { "the" } else { "" };
            return (article.to_owned(), text);
        }
        if let Some(rest) = text.strip_prefix("l\u{2019}") {
            return ("l\u{2019}".to_owned(), rest.to_owned());
        }
        match text.split_once(' ') {
            Some((article, rest)) => (article.to_owned(), rest.to_owned()),
            None => (String::new(), text),
        }
    }

    /// A text with a list in it, and with sentences around that list nobody.
    pub fn sentence(&self, corpus: &Corpus, draw: &mut Draw) -> Sentence {
        let language = LANGUAGES[draw.below(8)];
        let mut out = Sentence::default();
        if draw.percent(16) {
            for _ in 0..1 + draw.below(3) {
                self.aside(corpus, language, draw, &mut out);
            }
            return out;
        }
        if draw.percent(35) {
            self.aside(corpus, language, draw, &mut out);
        }
        for _ in 0..1 + usize::from(draw.percent(20)) {
            if draw.percent(92) {
                out.add(self.phrase("intro", language, draw), None);
            }
            self.names(corpus, language, draw, &mut out);
            out.add(self.phrase("tail", language, draw), None);
        }
        if draw.percent(35) {
            self.aside(corpus, language, draw, &mut out);
        }
        out
    }

    /// A sentence that names people or organizations who sign nothing.
    fn aside(&self, corpus: &Corpus, language: &str, draw: &mut Draw, out: &mut Sentence) {
        let mut text = self.phrase("aside", language, draw).to_owned();
        while let Some(at) = text.find('{') {
            let told = match &text[at..at + 3] {
                "{P}" => person(corpus, draw),
                "{G}" => body(corpus, draw),
                "{L}" => corpus.place(draw),
                _ => self.phrase("office", language, draw).to_owned(),
            };
            text.replace_range(at..at + 3, &told.replace(['{', '}'], ""));
        }
        out.add(&text, None);
    }

    fn names(&self, corpus: &Corpus, language: &str, draw: &mut Draw, out: &mut Sentence) {
        let way = WAYS[draw.below(WAYS.len())];
        let semicolons = matches!(way, "behind" | "held") && draw.percent(60) || draw.percent(12);
        let separator = if semicolons { ";" } else { "," };
        let count = [2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12][draw.below(11)];
        let style = draw.below(100);
        let article = draw.percent(50);
        let without_comma = draw.percent(12);
        let no_and = draw.percent(20);
        for at in 0..count {
            let one = if way == "mixed" {
                [
                    "person", "trade", "behind", "held", "person", "group", "office", "body",
                ][draw.below(8)]
            } else {
                way
            };
            match one {
                "person" => out.add(&person(corpus, draw), Some(Field::Person)),
                "body" => {
                    if article {
                        let (article, _) = self.trade(language, false, draw);
                        out.add(&article, None);
                    }
                    out.add(&body(corpus, draw), Some(Field::Organization));
                    if draw.percent(12) {
                        out.add("(", None);
                        out.add(["ABC", "COPA", "FENAP", "CUT", "LDH", "SOS"][draw.below(6)], None);
                        out.add(")", None);
                    }
                }
                "trade" => {
                    let (article, trade) = self.trade(language, false, draw);
                    out.add(&article, None);
                    out.add(&trade, Some(Field::Title));
                    if draw.percent(15) {
                        out.add(self.phrase("of", language, draw), None);
                        out.add(&body(corpus, draw), Some(Field::Organization));
                    }
                    out.add(&person(corpus, draw), Some(Field::Person));
                }
                "group" => {
                    let (article, trade) = self.trade(language, true, draw);
                    out.add(&article, None);
                    out.add(&trade, Some(Field::Title));
                    let people = 2 + draw.below(3);
                    for nth in 0..people {
                        out.add(&person(corpus, draw), Some(Field::Person));
                        if nth + 2 < people {
                            out.add(",", None);
                        } else if nth + 2 == people {
                            out.add(self.phrase("and", language, draw), None);
                        }
                    }
                }
                "behind" | "held" => {
                    out.add(&person(corpus, draw), Some(Field::Person));
                    if !without_comma || draw.percent(30) {
                        out.add(",", None);
                    }
                    let mut office = if one == "held" || draw.percent(30) {
                        self.phrase("office", language, draw).to_owned()
                    } else {
                        self.trade(language, false, draw).1
                    };
                    if draw.percent(10) {
                        office = capital(&office);
                    }
                    if one == "behind" && draw.percent(15) {
                        office = format!(
                            "{office} {} {}",
                            self.phrase("and", language, draw),
                            self.trade(language, false, draw).1
                        );
                    }
                    out.add(&office, Some(Field::Title));
                    if one == "held" {
                        let of = if draw.percent(80) {
                            self.phrase("of", language, draw)
                        } else {
                            ","
                        };
                        out.add(of, None);
                        out.add(&body(corpus, draw), Some(Field::Organization));
                    }
                }
                "enclosed" => {
                    out.add(&person(corpus, draw), Some(Field::Person));
                    out.add("(", None);
                    let style = if style < 30 { draw.below(100) } else { style };
                    if style < 40 {
                        let office = if draw.percent(50) {
                            self.phrase("office", language, draw).to_owned()
                        } else {
                            self.trade(language, false, draw).1
                        };
                        out.add(&office, Some(Field::Title));
                    } else {
                        if style >= 75 {
                            out.add(self.phrase("office", language, draw), Some(Field::Title));
                            let of = if draw.percent(80) {
                                self.phrase("of", language, draw)
                            } else {
                                ","
                            };
                            out.add(of, None);
                        }
                        out.add(&body(corpus, draw), Some(Field::Organization));
                    }
                    out.add(")", None);
                }
                _ => {
                    let (article, _) = self.trade(language, false, draw);
                    out.add(&article, None);
                    out.add(self.phrase("office", language, draw), Some(Field::Title));
                    if draw.percent(80) {
                        out.add(self.phrase("of", language, draw), None);
                    }
                    out.add(&body(corpus, draw), Some(Field::Organization));
                    if draw.percent(30) {
                        out.add(",", None);
                    }
                    out.add(&person(corpus, draw), Some(Field::Person));
                }
            }
            if at + 2 < count || at + 2 == count && no_and {
                out.add(separator, None);
            } else if at + 2 == count {
                if semicolons || draw.percent(35) {
                    out.add(separator, None);
                }
                out.add(self.phrase("and", language, draw), None);
            }
        }
    }
}

/// A person as running text names one.
fn person(corpus: &Corpus, draw: &mut Draw) -> String {
    let (given, surname) = (
        draw.one(&corpus.given).to_owned(),
        draw.one(&corpus.surname).to_owned(),
    );
    let name = match draw.below(100) {
        0..=59 => format!("{given} {surname}"),
        60..=71 => format!("{given} {surname} {}", draw.one(&corpus.surname)),
        72..=79 => format!("{given} {}. {surname}", char::from(b'A' + draw.below(24) as u8)),
        80..=85 => format!("{given} {} {surname}", draw.one(&corpus.given)),
        86..=91 => format!(
            "{given} {} {surname}",
            ["de la", "de", "van", "von", "da", "di", "del", "le"][draw.below(8)]
        ),
        92..=94 => format!("{given}-{} {surname}", draw.one(&corpus.given)),
        95 | 96 => surname,
        _ => format!("{given} {surname}-{}", draw.one(&corpus.surname)),
    };
    if draw.percent(5) {
        format!(
            "{} {name}",
            ["Dr.", "Rev.", "Prof.", "Rabbi", "Sen.", "Rep."][draw.below(6)]
        )
    } else {
        name
    }
}

/// An organization without a comma, now and then by its initials.
fn body(corpus: &Corpus, draw: &mut Draw) -> String {
    let mut name = draw.one(&corpus.organization);
    while name.contains([',', '(', '{']) || name.len() > 70 {
        name = draw.one(&corpus.organization);
    }
    let initials = corpus::initials(name);
    if draw.percent(10) && initials.len() > 2 {
        initials
    } else {
        name.to_owned()
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
