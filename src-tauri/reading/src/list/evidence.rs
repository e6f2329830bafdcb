//! What speaks for a comma being part of a name, and what for its parting two.
//!
//! Owns the evidence, one function each, listed in [`EVIDENCE`] and [`series`]; `cut.rs` finds the cuts that together have
//! the best of it. To teach the reader a new kind of comma, add a function here and a list to the fixtures.

use names::recognize::words::{is_country, state_code};

use super::phrase::{Case, Phrase, Word, is_address};
use super::words;

/// What stands between two commas.
#[derive(Debug, Clone)]
pub(super) struct Atom<'a> {
    /// Its words, without a leading "and" or article of the sentence.
    pub phrase: Phrase<'a>,
    /// Whether an article of the sentence stood before it, so that a name must begin here.
    pub after_article: bool,
    /// Whether "and" stood before it.
    pub after_and: bool,
    /// Whether it is an office in small letters and who holds it: "the sociologist Ana Mora".
    pub holder: bool,
}

/// How strongly a comma parts two names when nothing speaks against it.
pub(super) const APART: f32 = -2.5;
/// Two neighbouring atoms, and what else is to know of the comma between them.
pub(super) struct Pair<'a> {
    /// The atom before the comma.
    pub head: &'a Atom<'a>,
    /// The atom after it.
    pub tail: &'a Atom<'a>,
    /// The atom after that.
    pub next: Option<&'a Atom<'a>>,
    /// Whether the head stands in this list more than once.
    pub head_repeats: bool,
}

/// What speaks for one name (above 0) or for two (below 0).
const EVIDENCE: &[fn(&Pair<'_>) -> f32] = &[
    legal_form,
    chapter,
    part_of_the_world,
    place,
    campus,
    department,
    small_beginning,
    repeated_head,
    credential,
    fragment,
    stands_alone,
    begins_anew,
    slogan,
    university_of_department,
    committee_of_congregation,
    holder,
];

/// The score of keeping the comma between two atoms inside one name.
pub(super) fn join(pair: &Pair<'_>) -> f32 {
    APART + EVIDENCE.iter().map(|weigh| weigh(pair)).sum::<f32>()
}

/// The score of keeping the comma between two stretches of text that stand alone.
pub(super) fn join_text(head: &str, tail: &str) -> f32 {
    let atom = |text| Atom {
        phrase: Phrase::new(text),
        after_article: false,
        after_and: false,
        holder: false,
    };
    let (head, tail) = (atom(head), atom(tail));
    join(&Pair {
        head: &head,
        tail: &tail,
        next: None,
        head_repeats: false,
    })
}

/// Somebody with an office is a whole entry.
fn holder(pair: &Pair<'_>) -> f32 {
    if pair.tail.holder || pair.head.holder && !pair.tail.phrase.is_legal_form() {
        -9.0
    } else {
        0.0
    }
}

fn legal_form(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    if tail.is_legal_form() {
        return 9.0;
    }
    let first = tail.words.first().map_or("", |word| word.folded.as_str());
    if matches!(first, "inc" | "llc" | "ltd") && tail.text.len() < 60 {
        5.0
    } else {
        0.0
    }
}

fn chapter(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    if !tail.is_chapter() || pair.tail.after_article {
        return 0.0;
    }
    let first = &tail.words[0];
    let by_word = names::recognize::words::is_chapter_word(&first.folded);
    if by_word || tail.words.len() <= 3 {
        5.0
    } else {
        3.5
    }
}

fn part_of_the_world(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    if pair.tail.after_article {
        return 0.0;
    }
    let subdivision = tail.words.len() <= 3 && tail.words.iter().any(|w| words::is_subdivision(&w.folded));
    if tail.words.len() == 1 && words::is_part(&tail.words[0].folded) || subdivision {
        5.0
    } else {
        0.0
    }
}

fn place(pair: &Pair<'_>) -> f32 {
    if pair.tail.after_article {
        return 0.0;
    }
    let of_words = &pair.tail.phrase.words;
    let state_of = (3..=5).contains(&of_words.len())
        && matches!(
            of_words[0].folded.as_str(),
            "state" | "canton" | "province" | "estado" | "provincia" | "land" | "etat"
        )
        && matches!(of_words[1].folded.as_str(), "of" | "de" | "du");
    if state_of {
        return 3.6;
    }
    let tail = pair.tail.phrase.place();
    if tail >= 3.0 {
        return 4.5;
    }
    let before_state =
        pair.next.is_some_and(|next| is_state_alone(&next.phrase)) && pair.tail.phrase.words.len() <= 3;
    if before_state && pair.tail.phrase.organization_words() == 0 {
        return 3.5;
    }
    if tail >= 2.5 {
        3.4
    } else if tail >= 2.0 {
        1.8
    } else if tail >= 1.0 {
        0.8
    } else {
        0.0
    }
}

fn is_state_alone(phrase: &Phrase<'_>) -> bool {
    let folded = phrase.folded();
    (state_code(&folded).is_some() || is_country(&folded)) && phrase.place() >= 3.0
}

fn campus(pair: &Pair<'_>) -> f32 {
    let head = &pair.head.phrase;
    let tail = &pair.tail.phrase;
    if pair.tail.after_article
        || tail.words.len() > 2
        || tail.organization_words() > 0
        || tail.words.iter().any(|w| w.case != Case::Upper)
    {
        return 0.0;
    }
    let university = head
        .words
        .iter()
        .any(|w| w.folded.starts_with("universi") || w.folded == "hochschule");
    // "University of Oregon", "California State University": a state has several.
    let of_state = university
        && (head.words.last().is_some_and(|w| state_code(&w.folded).is_some())
            || head.words.len() <= 4
                && head
                    .words
                    .iter()
                    .any(|w| w.folded.len() > 2 && state_code(&w.folded).is_some()));
    let name = tail
        .words
        .iter()
        .all(|w| w.text.chars().skip(1).all(char::is_lowercase));
    if of_state && name {
        2.7
    } else if university && name && tail.place() >= 1.0 {
        2.0
    } else {
        0.0
    }
}

fn department(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    if pair.tail.after_article || tail.words.len() < 3 || tail.words[0].case != Case::Upper {
        return 0.0;
    }
    let joined = matches!(
        tail.words[1].folded.as_str(),
        "of" | "for" | "on" | "de" | "des" | "fur" | "du"
    );
    if !joined || !words::is_department(&tail.words[0].folded) {
        return 0.0;
    }
    // "Office of Public Witness of the Elmwood Church" names its own parent: it needs none before it.
    let names_parent = tail.words.iter().skip(3).any(|w| {
        matches!(
            w.folded.as_str(),
            "university" | "church" | "diocese" | "archdiocese" | "county"
        )
    });
    let parent = pair.head.phrase.words.iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "university"
                | "church"
                | "diocese"
                | "archdiocese"
                | "county"
                | "city"
                | "college"
                | "state"
                | "synod"
                | "presbytery"
                | "universidad"
                | "universite"
                | "universitat"
                | "iglesia"
                | "province"
                | "conference"
                | "nation"
        ) || w.folded.starts_with("universi")
    });
    (if parent { 4.0 } else { 1.6 }) - if names_parent { 4.0 } else { 0.0 }
}

fn small_beginning(pair: &Pair<'_>) -> f32 {
    let Some(first) = pair.tail.phrase.words.first() else {
        return 0.0;
    };
    if first.case != Case::Lower || pair.tail.after_article || pair.tail.after_and {
        return 0.0;
    }
    let chapterish = names::recognize::words::is_chapter_word(&first.folded);
    if words::is_connector(&first.folded) || chapterish {
        4.0
    } else if is_address(first.text) || first.text.chars().any(char::is_uppercase) {
        0.0
    } else if pair.tail.phrase.words.len() > 1 {
        1.2
    } else {
        0.0
    }
}

fn repeated_head(pair: &Pair<'_>) -> f32 {
    let short = pair.tail.phrase.words.len() <= 3 && !pair.tail.after_article;
    let head = &pair.head.phrase;
    // "Inc." may well stand twice: only a name can be told from its like by what follows.
    let name = head.words.len() > 1 && !head.is_legal_form() && !head.is_chapter() && head.place() < 2.0;
    if pair.head_repeats && short && name {
        2.6
    } else {
        0.0
    }
}

fn credential(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    let all = !tail.words.is_empty()
        && tail.words.len() <= 2
        && tail.words.iter().all(|w| words::is_credential(&w.folded));
    if all && pair.head.phrase.person() > 0.5 {
        6.0
    } else {
        0.0
    }
}

/// A head that cannot be a name by itself: it ends in "of" or opens a parenthesis.
fn fragment(pair: &Pair<'_>) -> f32 {
    let text = pair.head.phrase.text;
    let ends_open = pair
        .head
        .phrase
        .words
        .last()
        .is_some_and(|w| w.case == Case::Lower && words::leaves_open(&w.folded));
    let unclosed =
        text.matches('(').count() > text.matches(')').count() && pair.tail.phrase.text.contains(')');
    if ends_open || unclosed { 6.0 } else { 0.0 }
}

/// A tail that is an organization by itself needs no head.
fn stands_alone(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase;
    if tail.is_chapter() {
        return 0.0;
    }
    let organization = tail.organization_words() > 0
        && tail.words.len() > 1
        && !tail
            .words
            .first()
            .is_some_and(|w| words::is_department(&w.folded));
    -(if organization { 1.0 } else { 0.0 }) - if tail.words.len() >= 4 { 0.5 } else { 0.0 }
}

fn begins_anew(pair: &Pair<'_>) -> f32 {
    let capital_the = pair.tail.phrase.words.first().is_some_and(|w| w.text == "The");
    if pair.tail.after_article || capital_the {
        -2.0
    } else {
        0.0
    }
}

/// "Our Streets, Our Lives": both begin with the same small word.
fn slogan(pair: &Pair<'_>) -> f32 {
    let (head, tail) = (&pair.head.phrase.words, &pair.tail.phrase.words);
    let (Some(first), Some(second)) = (head.first(), tail.first()) else {
        return 0.0;
    };
    let same = first.folded == second.folded
        && matches!(
            first.folded.as_str(),
            "our"
                | "my"
                | "your"
                | "no"
                | "one"
                | "not"
                | "more"
                | "all"
                | "nuestra"
                | "nuestras"
                | "nos"
                | "notre"
                | "unsere"
        );
    if same && head.len() <= 3 && tail.len() <= 3 {
        3.6
    } else {
        0.0
    }
}

/// "Department of Law, University of Dale": a department seldom signs without its university.
fn university_of_department(pair: &Pair<'_>) -> f32 {
    let head = &pair.head.phrase.words;
    let department = head.len() > 2
        && matches!(
            head[0].folded.as_str(),
            "department"
                | "school"
                | "faculty"
                | "departamento"
                | "facultad"
                | "faculte"
                | "departement"
                | "fakultat"
                | "fachbereich"
        );
    let university = pair
        .tail
        .phrase
        .words
        .iter()
        .any(|w| w.folded.starts_with("universi") || w.folded == "college" || w.folded == "hochschule");
    let has_own = head.iter().any(|w| w.folded.starts_with("universi"));
    if department && university && !has_own && !pair.tail.after_article {
        5.0
    } else {
        0.0
    }
}

/// "Unitarian Fellowship of Dale, Social Action Committee": a committee without a name of its own, after a congregation.
fn committee_of_congregation(pair: &Pair<'_>) -> f32 {
    let tail = &pair.tail.phrase.words;
    let committee = (2..=5).contains(&tail.len())
        && tail.last().is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "committee" | "council" | "team" | "ministry" | "ministries" | "board" | "commission"
            )
        })
        && tail[..tail.len() - 1].iter().all(|w| {
            words::is_theme(&w.folded)
                || words::is_connector(&w.folded)
                || words::is_and(&w.folded)
                || matches!(
                    w.folded.as_str(),
                    "social" | "racial" | "public" | "outreach" | "concerns" | "mission"
                )
        });
    let congregation = pair.head.phrase.words.iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "church"
                | "congregation"
                | "fellowship"
                | "parish"
                | "temple"
                | "synagogue"
                | "meeting"
                | "unitarian"
                | "chapel"
                | "cathedral"
                | "mosque"
                | "iglesia"
                | "parroquia"
                | "presbytery"
                | "synod"
        )
    });
    let school = pair.head.phrase.words.iter().any(|w| {
        w.folded.starts_with("universi")
            || matches!(
                w.folded.as_str(),
                "college" | "institute" | "school" | "hochschule"
            )
    });
    let body = (2..=4).contains(&tail.len()) && tail.iter().all(|w| words::is_of_a_school(&w.folded));
    if committee && congregation && !pair.tail.after_article || school && body && !pair.tail.after_article {
        4.6
    } else {
        0.0
    }
}

/// A series inside a name, "Women, Action & the Media": the score for the atoms `from..=last` being one.
///
/// `single_words` is the share of names in the list that are one plain word. The last atom must hold an "and" of its own, or begin with one that is not the list's.
pub(super) fn series(
    atoms: &[Atom<'_>],
    from: usize,
    last: usize,
    last_is_lists: bool,
    single_words: f32,
) -> f32 {
    let end = &atoms[last].phrase;
    let theme = |w: &Word<'_>| words::is_theme(&w.folded);
    // "Comisión por la Memoria, la Verdad y la Justicia": each theme has its article.
    let with_articles = matches!(atoms[from].phrase.words.as_slice(), [.., article, last]
            if article.case == Case::Lower && words::is_article(&article.folded) && theme(last))
        && atoms[from + 1..=last]
            .iter()
            .all(|atom| atom.after_article && atom.phrase.words.first().is_some_and(theme));
    if atoms[last].after_article && !with_articles || atoms[from..=last].iter().any(|atom| atom.holder) {
        return f32::MIN;
    }
    let begins_with_and = atoms[last].after_and && !last_is_lists;
    let and = end
        .words
        .iter()
        .position(|w| w.folded == "&" || w.case == Case::Lower && words::is_and(&w.folded));
    let (members, sign) = match (begins_with_and, and) {
        (true, _) => (None, false),
        (false, Some(at)) if (1..=3).contains(&at) && at + 1 < end.words.len() => {
            (Some(&end.words[..at]), end.words[at].folded == "&")
        }
        _ => return f32::MIN,
    };
    let short = |phrase: &Phrase<'_>| {
        phrase.words.len() <= 2 && phrase.organization_words() == 0 || phrase.is_theme()
    };
    // Everything between the first atom and the last must be short.
    if !atoms[from + 1..last]
        .iter()
        .all(|atom| short(&atom.phrase) && (!atom.after_article || with_articles))
    {
        return f32::MIN;
    }
    // "... and Rights", or "and the Rights ..."
    let ends_in_theme = match and.filter(|_| !begins_with_and) {
        Some(at) => end.words[at + 1..]
            .iter()
            .find(|w| !words::is_article(&w.folded))
            .is_some_and(theme),
        None => end.words.first().is_some_and(theme),
    };
    let middle = atoms[from + 1..last].iter().map(|atom| &atom.phrase);
    let members_are_themes = members.is_none_or(|m| m.iter().filter(|w| w.case != Case::Lower).all(theme));
    let middle_themes = middle.clone().all(Phrase::is_theme);
    let head = &atoms[from].phrase;
    let head_is_theme = head.is_theme() && head.words.len() <= 2;
    // "Institute for Forest": what follows the last connector is one or two words.
    let open = head.words.iter().rposition(|w| {
        w.case == Case::Lower
            && words::is_connector(&w.folded)
            && !words::is_and(&w.folded)
            && !words::is_article(&w.folded)
    });
    let complement = open.map(|at| &head.words[at + 1..]).unwrap_or_default();
    let complement_short = (1..=2).contains(&complement.len())
        || complement.len() == 3 && words::is_article(&complement[0].folded);
    let complement_theme = !complement.is_empty()
        && complement
            .iter()
            .all(|w| theme(w) || words::is_article(&w.folded));
    let mut score = APART;
    if head_is_theme && members_are_themes && middle_themes {
        score += 6.0;
    } else if complement_short && complement_theme && members_are_themes && middle_themes {
        score += 5.6 + 0.6 * (last - from - 1) as f32;
    } else if let Some(alike) = alike(atoms, from, last) {
        score += alike;
    } else if head.words.last().is_some_and(theme) && members_are_themes && middle_themes && ends_in_theme {
        score += 2.9;
    } else if complement.len() == 1
        && open.is_some_and(|at| words::tells_purpose(&head.words[at].folded))
        && head.organization_words() > 0
        && members.is_some_and(|m| matches!(m, [word] if word.is_plain()))
        && end.words.len() == 3
    {
        // "Institute for Weather, Wind and Waves"
        score += 2.9;
    } else if complement_short && members_are_themes && middle_themes {
        score += if ends_in_theme { 2.2 } else { 1.4 };
    } else if head.words.len() == 1 && members.is_some_and(|m| m.len() == 1) && sign && end.words.len() <= 5 {
        score += 2.0;
    } else if head.words.len() == 1
        && head.words[0].is_plain()
        && members.is_some_and(|m| m.len() == 1)
        && single_words < 0.2
    {
        // A list of longer names seldom holds one of a single plain word.
        score += 3.2;
    } else if begins_with_and {
        score += 3.6;
    }
    if sign {
        score += 0.4;
    }
    score
}

/// How much the members of a series are alike: plurals after a single one ("Bakers, Brewers, and Butchers"), or people by their
/// trade after "of" ("Council of Farmers, Foresters and Fishers").
fn alike(atoms: &[Atom<'_>], from: usize, last: usize) -> Option<f32> {
    let plural = |w: &Word<'_>| w.folded.ends_with('s') && !w.folded.ends_with("ss") && w.text.len() > 3;
    let trade = |w: &Word<'_>| {
        [
            "ers", "ors", "ists", "ians", "eurs", "euses", "ores", "oras", "istas",
        ]
        .iter()
        .any(|ending| w.folded.ends_with(ending))
    };
    let head = &atoms[from].phrase.words;
    let end = &atoms[last].phrase.words;
    let single = head.len() == 1;
    let of = head.len() > 2
        && head[head.len() - 2].case == Case::Lower
        && words::is_connector(&head[head.len() - 2].folded);
    let suits = |w: Option<&Word<'_>>| w.is_some_and(|w| if single { plural(w) } else { trade(w) });
    let middle = atoms[from + 1..last]
        .iter()
        .all(|atom| atom.phrase.words.len() == 1 && suits(atom.phrase.words.last()));
    // Either the last atom is "Foresters and Fishers ...", or the one after "and".
    let ends = match end.iter().position(|w| words::is_and(&w.folded)) {
        Some(and) if and > 0 => suits(end.get(and - 1)) && suits(end.get(and + 1)),
        _ => atoms[last].after_and && suits(end.first()),
    };
    ((single || of) && suits(head.last()) && middle && ends).then_some(if single { 3.5 } else { 4.2 })
}
