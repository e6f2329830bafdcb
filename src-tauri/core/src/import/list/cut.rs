//! Where one name ends and the next begins, when both are parted by commas and names hold commas too.
//!
//! Owns the weighing of that question: every comma gets a score from a list of [`EVIDENCE`], every series such as
//! "Women, Action & the Media" one of its own, and a small dynamic programme finds the cuts that together score best.
//! A comma is taken to part two names unless the evidence outweighs that ([`APART`]).

use std::collections::HashMap;

use crate::recognize::words::{fold, is_country, state_code};

use super::Known;
use super::phrase::{Case, Phrase, Word, is_address, ratio};
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
}

/// One name: a run of atoms, and how sure the cutting is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// The first atom.
    pub from: usize,
    /// After the last atom.
    pub to: usize,
    /// By how much keeping the commas inside outweighed cutting at them; nothing for a run of one atom.
    pub kept_by: Option<f32>,
    /// By how much cutting before this run outweighed joining it to the one before.
    pub cut_by: f32,
}

/// How strongly a comma parts two names when nothing speaks against it.
const APART: f32 = -2.5;
/// The longest run of atoms that can be one name.
const LONGEST: usize = 7;

/// Two neighbouring atoms, and what else is to know of the comma between them.
pub(super) struct Pair<'a> {
    head: &'a Atom<'a>,
    tail: &'a Atom<'a>,
    next: Option<&'a Atom<'a>>,
    /// Whether the head stands in this list more than once.
    head_repeats: bool,
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
    };
    let (head, tail) = (atom(head), atom(tail));
    join(&Pair {
        head: &head,
        tail: &tail,
        next: None,
        head_repeats: false,
    })
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
    let by_word = crate::recognize::words::is_chapter_word(&first.folded);
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
    let of_state = university && head.words.last().is_some_and(|w| state_code(&w.folded).is_some());
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
    let chapterish = crate::recognize::words::is_chapter_word(&first.folded);
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
    if pair.head_repeats && short { 2.6 } else { 0.0 }
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
    if committee && congregation && !pair.tail.after_article {
        4.6
    } else {
        0.0
    }
}

/// A series inside a name, "Women, Action & the Media": the score for the atoms `from..=last` being one.
///
/// The last atom must hold an "and" of its own, or begin with one that is not the list's.
fn series(atoms: &[Atom<'_>], from: usize, last: usize, last_is_lists: bool) -> f32 {
    let end = &atoms[last].phrase;
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
    let theme = |w: &Word<'_>| words::is_theme(&w.folded);
    let short = |phrase: &Phrase<'_>| {
        phrase.words.len() <= 2 && phrase.organization_words() == 0 || phrase.is_theme()
    };
    // Everything between the first atom and the last must be short.
    if !atoms[from + 1..last]
        .iter()
        .all(|atom| short(&atom.phrase) && !atom.after_article)
    {
        return f32::MIN;
    }
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
    let complement_theme = complement.last().is_some_and(theme);
    let mut score = APART;
    if head_is_theme && members_are_themes && middle_themes {
        score += 6.0;
    } else if complement_short && complement_theme && members_are_themes && middle_themes {
        score += 4.5;
    } else if let Some(alike) = alike(atoms, from, last) {
        score += alike;
    } else if complement_short && members_are_themes && middle_themes {
        score += 2.2;
    } else if head.words.last().is_some_and(theme)
        && head.words.len() <= 2
        && members_are_themes
        && middle_themes
    {
        score += 2.9;
    } else if head.words.len() == 1 && members.is_some_and(|m| m.len() == 1) && sign && end.words.len() <= 5 {
        score += 2.0;
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

/// Cuts a list of atoms into names. `lists_and` is the atom that follows the list's own "and", if one does.
pub(super) fn cut(atoms: &[Atom<'_>], known: &dyn Known, lists_and: Option<usize>) -> Vec<Run> {
    if atoms.is_empty() {
        return Vec::new();
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let folded: Vec<String> = atoms.iter().map(|atom| atom.phrase.folded()).collect();
    for text in &folded {
        *seen.entry(text.clone()).or_default() += 1;
    }
    let joins: Vec<f32> = (0..atoms.len().saturating_sub(1))
        .map(|i| {
            let head_repeats = seen.get(&folded[i]).is_some_and(|count| *count > 1);
            let pair = Pair {
                head: &atoms[i],
                tail: &atoms[i + 1],
                next: atoms.get(i + 2),
                head_repeats,
            };
            let final_name = lists_and == Some(i + 1);
            join(&pair) - if final_name { 1.5 } else { 0.0 }
        })
        .collect();
    let alone: Vec<f32> = atoms.iter().map(|atom| stand(&atom.phrase, known)).collect();

    // best[k]: the best score of the first k atoms, and where its last run begins.
    let mut best = vec![(0.0_f32, 0_usize, 0.0_f32)];
    for to in 1..=atoms.len() {
        let mut choice = (f32::MIN, to - 1, 0.0);
        for from in (to.saturating_sub(LONGEST)..to).rev() {
            let kept = if to - from == 1 {
                alone[from]
            } else {
                run_score(atoms, &joins, from, to, known, lists_and)
            };
            let score = best[from].0 + kept;
            if score > choice.0 {
                choice = (score, from, kept);
            }
        }
        best.push(choice);
    }
    let mut runs = Vec::new();
    let mut to = atoms.len();
    while to > 0 {
        let (_, from, kept) = best[to];
        let apart: f32 = alone[from..to].iter().sum();
        let kept_by = (to - from > 1).then_some(kept - apart);
        let cut_by = if from == 0 { f32::MAX } else { -joins[from - 1] };
        runs.push(Run {
            from,
            to,
            kept_by,
            cut_by,
        });
        to = from;
    }
    runs.reverse();
    runs
}

/// How well an atom stands as a name by itself.
fn stand(phrase: &Phrase<'_>, known: &dyn Known) -> f32 {
    if known.is_known(phrase.text) {
        return 3.0;
    }
    if phrase.is_legal_form() {
        return -6.0;
    }
    if phrase.is_theme() && phrase.words.len() == 1 {
        -1.0
    } else {
        0.0
    }
}

fn run_score(
    atoms: &[Atom<'_>],
    joins: &[f32],
    from: usize,
    to: usize,
    known: &dyn Known,
    lists_and: Option<usize>,
) -> f32 {
    let mut score: f32 = joins[from..to - 1].iter().sum();
    for last in from + 1..to {
        let last_is_lists = lists_and == Some(last);
        let as_series = series(atoms, from, last, last_is_lists);
        if as_series > f32::MIN {
            score = score.max(as_series + joins[last..to - 1].iter().sum::<f32>());
        }
    }
    if known.is_known(&text_of(atoms, from, to)) {
        score = score.max(0.0) + 4.0 * (to - from) as f32;
    }
    score
}

/// The text of a run as a name: its atoms with their commas.
fn text_of(atoms: &[Atom<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for (i, atom) in atoms[from..to].iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
            if atom.after_and {
                text.push_str("and ");
            }
        }
        text.push_str(atom.phrase.text);
    }
    text
}

/// Where the "and" before the last name stands in a last atom such as "Peace & Plenty and Stonebridge Legal Aid": the
/// byte range of the "and" with its spaces, or nothing where it belongs to the name.
pub(super) fn last_and(text: &str, known: &dyn Known, in_a_sentence: bool) -> Option<std::ops::Range<usize>> {
    let mut best: Option<(f32, std::ops::Range<usize>)> = None;
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace).take(60) {
        let word = piece.trim_end();
        let range = at..at + piece.len();
        at = range.end;
        if range.start == 0 || word.is_empty() || range.end >= text.len() {
            continue;
        }
        let folded = fold(word);
        let sign = folded == "&";
        if !(sign || words::is_and(&folded) && word.starts_with(char::is_lowercase)) {
            continue;
        }
        let left = text[..range.start].trim_end();
        let right = text[range.end..].trim_start();
        let score = parts_names(left, right, known) + if in_a_sentence { 1.0 } else { -0.5 }
            - if sign { 1.2 } else { 0.0 };
        if score > 0.0 && best.as_ref().is_none_or(|(so_far, _)| score >= *so_far) {
            best = Some((score, left.len()..range.end));
        }
    }
    best.map(|(_, range)| range)
}

/// How strongly an "and" parts two names.
fn parts_names(left: &str, right: &str, known: &dyn Known) -> f32 {
    let worth = |text: &str| {
        if known.is_known(text) {
            return 3.0;
        }
        let phrase = Phrase::new(text);
        let article = phrase
            .words
            .first()
            .is_some_and(|w| words::is_article(&w.folded) || w.folded == "the");
        let mut worth = phrase.organization().clamp(-2.0, 2.0) * 0.7;
        worth += if phrase.words.len() >= 2 { 0.4 } else { -0.4 } + if article { 1.0 } else { 0.0 };
        if phrase.words.last().is_some_and(|w| w.case == Case::Lower) {
            worth -= 2.0;
        }
        worth - if phrase.is_theme() { 1.5 } else { 0.0 }
    };
    if known.is_known(&format!("{left} and {right}")) {
        return -5.0;
    }
    let begins = Phrase::new(right)
        .words
        .first()
        .is_some_and(|w| crate::recognize::words::is_organization_word(&w.folded));
    worth(left) + worth(right) + if begins { 0.6 } else { 0.0 }
}

/// The share of words with a capital or a digit among those that are no connectors: how much a stretch looks like a list of names.
pub(super) fn name_share(phrase: &Phrase<'_>) -> f32 {
    let content: Vec<_> = phrase.content().collect();
    let capital = content
        .iter()
        .filter(|w| w.case != Case::Lower || w.text.chars().any(char::is_uppercase) || is_address(w.text))
        .count();
    ratio(capital, content.len())
}
