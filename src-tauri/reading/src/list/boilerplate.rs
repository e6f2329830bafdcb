//! What stands around and between the entries of a pasted list: greetings, introductions, calls to sign, page numbers,
//! closings, headings.
//!
//! Owns what a line is when it is no entry. It judges a line by its words; what its place among other lines adds is in
//! `layout.rs`.

mod furniture;
mod headline;

use names::recognize::words::{fold, is_country, state_code};

use super::layout::Heading;
use super::learned::{self, Field};
use super::phrase::{Case, Phrase, Word};
use super::surroundings::label;
use super::words;
pub(super) use headline::is_headline;

pub(super) use furniture::is_postal;
use furniture::{is_boilerplate, is_said, starts_rest};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An entry, as far as its words tell.
    Item,
    /// A heading of a part of the list.
    Heading,
    /// A line that introduces the list and says nothing of who is on it.
    Introduction,
    /// The end of a letter, behind which those stand who sign it.
    Closing,
    /// A greeting, a page number, a date, an address: no part of the list.
    Furniture,
    /// A sentence: a call to sign, a note.
    Sentence,
    /// From here to the end of the block nothing belongs to the list (cc:, forwarded headers).
    Rest,
}

/// What a line is, by its words. `opens` says whether it begins a group of lines.
pub(super) fn role(text: &str, opens: bool) -> Role {
    let text = text.trim();
    if text.len() > 400 {
        return Role::Item;
    }
    // "[2] https://..." is a note.
    let bare = text.trim_start_matches(|c: char| matches!(c, '[' | ']' | ' ') || c.is_ascii_digit());
    if text.starts_with('[') && bare.starts_with("http") {
        return Role::Furniture;
    }
    if is_said(text) {
        return Role::Sentence;
    }
    let phrase = Phrase::new(text);
    if phrase.words.is_empty() || is_boilerplate(text, &phrase) {
        return Role::Furniture;
    }
    // "(Titles are for identification only)", "[180 names as of June]"
    let enclosed =
        text.starts_with('(') && text.ends_with(')') || text.starts_with('[') && text.ends_with(']');
    if enclosed && phrase.words.len() >= 3 && phrase.lower_share() >= 0.5 {
        return Role::Furniture;
    }
    let folded = phrase.folded();
    if words::says_there_are_more(&folded) {
        return Role::Furniture;
    }
    if starts_rest(text) {
        return Role::Rest;
    }
    if is_closing(text, &phrase) {
        return Role::Closing;
    }
    // "Declined: Dune League" holds a name.
    // "Birch Union (declined)" is an entry with its answer, and no heading for those below.
    let answered =
        super::remark::answered(text).is_some_and(|tail| !is_heading_words(&Phrase::new(&text[..tail.end])));
    if denies(&phrase, &folded) && label(text).is_none() && !answered {
        return Role::Heading;
    }
    let colon = text.ends_with(':') || text.ends_with('\u{ff1a}');
    if colon {
        let introduction = phrase.is_sentence() || phrase.words.len() > 8 || text.contains("(partial");
        return if introduction {
            Role::Introduction
        } else {
            Role::Heading
        };
    }
    if opens && is_heading_words(&Phrase::new(without_remark(text))) {
        return Role::Heading;
    }
    if !answered && announces_list(text) || heads_without_spaces(text) {
        return Role::Introduction;
    }
    // "Texte de la pétition"
    let letter = phrase.words.iter().any(|w| words::names_letter(&w.folded));
    if letter
        && (2..=5).contains(&phrase.words.len())
        && phrase.words.iter().skip(1).all(|w| w.case == Case::Lower)
        && phrase.words.iter().any(|w| {
            matches!(
                w.folded.as_str(),
                "text" | "texte" | "texto" | "testo" | "full" | "whole" | "wortlaut"
            )
        })
    {
        return Role::Sentence;
    }
    if is_kind_of_signatory(&phrase) {
        return Role::Heading;
    }
    // "On April 8, when the mayor became the candidate,": no name goes on like that.
    let aside = phrase.words.len() >= 6
        && [
            ", when ",
            ", while ",
            ", which ",
            ", who ",
            ", whose ",
            ", cuando ",
            ", mientras ",
            ", lorsque ",
            ", als ",
        ]
        .iter()
        .any(|clause| text.contains(clause))
        && phrase.organization_words() == 0
        && phrase.lower_share() >= 0.3;
    // "Ana Mora just joined"
    let told = phrase.words.len() >= 3
        && super::remark::answered(text).is_none()
        && phrase.words.last().is_some_and(|w| {
            w.case == Case::Lower
                && matches!(
                    w.folded.as_str(),
                    "joined" | "signed" | "said" | "agreed" | "firmo" | "signe"
                )
        });
    // "It adds,"
    let begins = phrase.words.len() <= 4
        && text.ends_with(',')
        && phrase
            .words
            .first()
            .is_some_and(|w| words::makes_sentence(&w.folded) && w.folded.len() <= 4)
        && phrase.words.iter().skip(1).all(|w| w.case == Case::Lower);
    // "Decenas de intelectuales se unen contra los actos": by its words no name, though no verb of it is known.
    let says = phrase.words.len() >= 7
        && phrase.organization_words() == 0
        && !text.contains([',', ';', ':'])
        && phrase.lower_share() >= 0.35
        && learned::probabilities(&phrase)[Field::Other as usize] > 0.85;
    if phrase.is_sentence() || aside || told || begins || says || is_headline(text) || is_quoted_title(text) {
        Role::Sentence
    } else {
        Role::Item
    }
}

/// Whether a line is what somewhere else was called: "Harbor Post: “New Coalition Launches”", "CARTA ABERTA AO POVO".
fn is_quoted_title(text: &str) -> bool {
    let quoted = text.split_once(": ").is_some_and(|(label, title)| {
        let title = title.trim();
        !label.contains(',')
            && label.split(' ').count() <= 4
            && title.starts_with(['"', '\u{201c}', '\u{ab}'])
            && title.ends_with(['"', '\u{201c}', '\u{201d}', '\u{bb}'])
            && title.split(' ').count() >= 3
    });
    if quoted || text.contains(char::is_lowercase) {
        return quoted;
    }
    let phrase = Phrase::new(text);
    phrase.words.len() >= 3
        && phrase.organization_words() == 0
        && phrase.words.iter().all(super::phrase::Word::is_all_capitals)
        && phrase
            .words
            .first()
            .is_some_and(|word| words::names_letter(&word.folded))
}

/// Whether a short line says that those follow who sign: "Signatories to the joint statement", "Confira as entidades
/// signatárias da carta", "A LISTA DE NOMES [clique aqui]".
fn announces_list(text: &str) -> bool {
    let text = text.split(" [").next().unwrap_or(text).trim_end();
    let phrase = Phrase::new(text);
    let words = &phrase.words;
    let plain = words
        .iter()
        .skip(1)
        .all(|w| w.case != Case::Upper || w.is_all_capitals());
    // Nouns have capitals in German: "Unterstützer*innen des Aufrufs".
    let german = matches!(words.as_slice(), [.., of, last] if matches!(of.folded.as_str(), "des" | "der")
        && (words::names_letter(&last.folded) || words::names_letter(last.folded.trim_end_matches('s'))));
    if !(2..=12).contains(&words.len()) || text.ends_with(['.', ',', ';']) || !(plain || german) {
        return false;
    }
    let signs = super::cue::signs(text);
    let told = words.iter().any(|w| {
        words::names_letter(w.folded.trim_end_matches('s'))
            || words::names_letter(&w.folded)
            || words::is_kind(&w.folded)
            || words::announces(&w.folded)
    });
    let list = words.iter().take(3).any(|w| {
        matches!(
            w.folded.as_str(),
            "list" | "lista" | "liste" | "listado" | "elenco"
        )
    });
    (plain || signs)
        && (signs && told
            || list
                && (signs
                    || words
                        .iter()
                        .any(|w| w.folded.starts_with("nom") || w.folded == "names")))
}

/// Whether a short line of a script without spaces speaks of signing, or says what the names and what stands with them are.
fn heads_without_spaces(text: &str) -> bool {
    super::prose::is_spaceless(text)
        && text.chars().count() <= 24
        && !text.contains(['\u{3001}', '(', '\u{ff08}'])
        && (super::cue::signs(text)
            || ["\u{6c0f}\u{540d}", "\u{56e3}\u{4f53}\u{540d}", "\u{59d3}\u{540d}"]
                .iter()
                .any(|head| text.starts_with(head)))
}

/// Whether a sentence says that the list comes now, though it does not end in a colon: "Endorsements include the following."
pub(super) fn hands_over(text: &str) -> bool {
    let folded = fold(text);
    [
        "the following",
        "listed below",
        "as follows",
        "siguientes",
        "a continuacion",
        "ci-dessous",
        "suivants",
        "suivantes",
        "folgende",
        "seguintes",
        "abaixo",
        "seguenti",
        "di seguito",
        "a seguir",
        "nachstehend",
        "nachfolgend",
        "voici",
    ]
    .iter()
    .any(|phrase| folded.contains(phrase))
        && super::cue::signs(text)
}

/// Whether a line that is no part of a list ends it: the end of a press release, a greeting, an address to write to.
pub(super) fn ends_list(text: &str) -> bool {
    let text = text.trim();
    let phrase = Phrase::new(text);
    let greets = phrase.words.len() <= 8 && phrase.words.first().is_some_and(|w| words::greets(&w.folded));
    let contact = text
        .split_once(':')
        .is_some_and(|(label, _)| words::names_contact(&fold(label)));
    matches!(text, "###" | "# # #" | "-30-" | "- 30 -") || greets || contact
}

/// Whether a line is a heading that says who did not sign.
pub(super) fn denies(phrase: &Phrase<'_>, folded: &str) -> bool {
    words::denies_signing(folded) && phrase.words.len() <= 10 && phrase.organization_words() <= 1
}

/// A heading without a remark in parentheses: "Individuals (affiliation for identification only)".
fn without_remark(text: &str) -> &str {
    let bare = text.trim_end_matches([':', ' ']);
    let Some(open) = bare.rfind('(').filter(|open| *open > 0 && bare.ends_with(')')) else {
        return text;
    };
    let inside = Phrase::new(&bare[open..]);
    if inside.lower_share() >= 0.5 || inside.words.iter().any(|w| words::announces(&w.folded)) {
        bare[..open].trim_end()
    } else {
        text
    }
}

/// Whether a line names a kind of signatory, in small letters as no name is: "Consumer groups", "Civil rights organizations".
fn is_kind_of_signatory(phrase: &Phrase<'_>) -> bool {
    let [first, .., last] = phrase.words.as_slice() else {
        return false;
    };
    phrase.words.len() <= 5
        && first.case == Case::Upper
        && last.case == Case::Lower
        && words::is_kind(&last.folded)
        && !words::begins_call(&first.folded)
        && phrase.words[1..].iter().all(|w| w.case != Case::Upper)
        && !phrase.text.ends_with(['.', ','])
}

/// Whether a heading consists of nothing but words of headings: National, Local organizations, Signatories.
pub(super) fn is_heading_words(phrase: &Phrase<'_>) -> bool {
    if phrase.words.len() > 6 || phrase.text.ends_with(',') {
        return false;
    }
    let mut telling = false;
    let mut scopes = 0;
    let mut kinds = 0;
    let all = phrase.words.iter().all(|word| {
        let folded = word.folded.as_str();
        let scope = words::is_scope(folded)
            || folded.contains(['/', '-'])
                && folded
                    .split(['/', '-'])
                    .all(|part| words::is_scope(part) || words::is_kind(part));
        let kind = words::is_kind(folded);
        let announces = words::announces(folded);
        scopes += usize::from(scope);
        kinds += usize::from(kind);
        telling |= scope || kind || announces && !words::is_connector(folded);
        scope
            || kind
            || announces
            || words::is_connector(folded)
            || folded.bytes().all(|b| b.is_ascii_digit())
            || matches!(folded, "&" | "level" | "partial" | "additional")
    });
    // "Legal" or "Community" by itself says too little; "Community Partners" could be a name but reads as a heading.
    let weak = phrase.words.len() == 1
        && matches!(
            phrase.words[0].folded.as_str(),
            "to" | "on"
                | "legal"
                | "civil"
                | "community"
                | "campus"
                | "other"
                | "academic"
                | "names"
                | "name"
                | "new"
                | "lead"
                | "initial"
                | "original"
                | "current"
                | "faith"
        );
    all && telling && !weak && (scopes + kinds > 0 || phrase.words.len() <= 6)
}

/// Whether a line is nothing but a state or a country, perhaps with a count: "Austria (2)".
pub(super) fn is_place_heading(text: &str) -> bool {
    let folded = fold(without_count(text.trim().trim_end_matches([':', ' '])));
    is_country(&folded) || folded.len() > 2 && (state_code(&folded).is_some() || words::is_region(&folded))
}

/// A heading without the count behind it: "National (12)".
fn without_count(text: &str) -> &str {
    // "Ireland – 2"
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() < text.len() {
        let name = bare.trim_end();
        let dashed = name
            .strip_suffix(['-', '\u{2013}', '\u{2014}', ':'])
            .map(str::trim_end);
        return dashed.filter(|name| !name.is_empty()).unwrap_or(text);
    }
    let Some(open) = text.rfind('(') else { return text };
    let Some(inside) = text[open + 1..].strip_suffix(')') else {
        return text;
    };
    let counts =
        inside.bytes().all(|b| b.is_ascii_digit() || b == b' ') || words::says_there_are_more(&fold(inside));
    if counts { text[..open].trim_end() } else { text }
}

/// The heading that a line makes.
pub(super) fn heading(text: &str) -> Heading {
    let mut text = text.trim().trim_matches(|c: char| {
        matches!(
            c,
            '#' | '=' | ':' | ';' | '\u{ff1a}' | '*' | '_' | '~' | '\u{2022}'
        ) || c.is_whitespace()
    });
    text = text.trim_start_matches(|c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}') || c.is_whitespace());
    text = text.trim_end_matches(|c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}') || c.is_whitespace());
    text = without_count(text);
    let phrase = Phrase::new(text);
    let folded = phrase.folded();
    let announces = phrase
        .words
        .iter()
        .all(|w| words::announces(&w.folded) || words::is_connector(&w.folded) || w.case == Case::Digit);
    let people = phrase.words.iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "individuals"
                | "individual"
                | "people"
                | "persons"
                | "experts"
                | "scholars"
                | "academics"
                | "personas"
                | "individuos"
                | "personnes"
                | "individus"
                | "einzelpersonen"
                | "personen"
                | "leaders"
                | "officials"
                | "residents"
        )
    });
    Heading {
        text: text.to_owned(),
        announces,
        denies: denies(&phrase, &folded),
        waits: !matches!(super::remark::answer(&folded), Some(super::remark::Answer::No))
            && words::says_waiting(&folded),
        people,
    }
}

/// Whether a text begins with an introduction to a list.
pub(super) fn introduces(text: &str) -> bool {
    let near = text.char_indices().nth(200).map_or(text.len(), |(at, _)| at);
    let head = &text[..near];
    let before_colon = head.find(": ").map(|at| &head[..at]);
    let phrase = Phrase::new(before_colon.unwrap_or(head));
    phrase
        .words
        .iter()
        .take(16)
        .filter(|w| words::introduces(&w.folded))
        .count()
        >= if before_colon.is_some() { 1 } else { 2 }
        || phrase
            .words
            .iter()
            .take(8)
            .any(|w| w.case == Case::Lower && words::hands_over(&w.folded) == Some(words::Handing::Alone))
}

/// Whether a line closes a letter: "Sincerely,", "Mit freundlichen Grüßen".
pub(super) fn is_closing(text: &str, phrase: &Phrase<'_>) -> bool {
    if phrase.words.len() > 8 || phrase.words.is_empty() {
        return false;
    }
    if gives_thanks(text, phrase) {
        return true;
    }
    // "Sin otro particular, saludamos atentamente."
    let plainly = phrase.words.len() >= 2
        && phrase.words.iter().skip(1).all(|w| w.case == Case::Lower)
        && phrase.words.last().is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "atentamente"
                    | "cordialmente"
                    | "respetuosamente"
                    | "fraternalmente"
                    | "sincerely"
                    | "respectfully"
                    | "atenciosamente"
                    | "respeitosamente"
                    | "cordialement"
            )
        });
    if plainly {
        return true;
    }
    let comma = text.ends_with([',', ':', '!', '.']);
    let all = phrase
        .words
        .iter()
        .all(|w| words::closes_letter(&w.folded) || words::joins_closing(&w.folded));
    let some = phrase.words.iter().any(|w| words::closes_letter(&w.folded));
    let plain = phrase.words.len() == 1
        && matches!(
            phrase.words[0].folded.as_str(),
            "sincerely"
                | "respectfully"
                | "signed"
                | "atentamente"
                | "cordialement"
                | "cordialmente"
                | "hochachtungsvoll"
                | "regards"
                | "saludos"
                | "thanks"
        );
    let begins = phrase
        .words
        .iter()
        .all(|w| w.case == Case::Lower || words::closes_letter(&w.folded) || words::joins_closing(&w.folded));
    let wishes = phrase.words.len() >= 2
        && phrase.words.iter().all(|w| {
            words::closes_letter(&w.folded) || w.case == Case::Lower || words::joins_closing(&w.folded)
        })
        && phrase.words.last().is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "grusse"
                    | "gruss"
                    | "grussen"
                    | "regards"
                    | "wishes"
                    | "saludos"
                    | "saludo"
                    | "saluti"
                    | "salutations"
                    | "abrazo"
            )
        });
    all && some
        && (comma || wishes || plain || phrase.words.len() >= 2 && phrase.words[1].case == Case::Lower)
        && begins
}

/// Whether a line thanks, in whatever words it goes on: "Thanks again for your help!", "Muchas gracias por todo,".
fn gives_thanks(text: &str, phrase: &Phrase<'_>) -> bool {
    let thanks = phrase
        .words
        .iter()
        .position(|w| !words::strengthens_thanks(&w.folded))
        .filter(|at| *at <= 1 && words::gives_thanks(&phrase.words[*at].folded));
    thanks.is_some_and(|at| {
        let rest = &phrase.words[at + 1..];
        let small = |w: &Word<'_>| w.case == Case::Lower || words::closes_letter(&w.folded);
        rest.iter().all(small) && (text.ends_with([',', '!', '.']) || at > 0 || rest.len() <= 1)
    })
}

/// Marks behind a name that a line below the list explains.
pub(super) const LEGENDS: [char; 9] = ['*', '†', '‡', '§', '¹', '²', '³', '^', '+'];

/// Whether a line is only the word for those who did sign.
pub(super) fn says_signed(text: &str) -> bool {
    let folded = Phrase::new(text).folded();
    matches!(
        folded.as_str(),
        "signed" | "firmado" | "firmada" | "signe" | "signee" | "unterzeichnet"
    )
}

/// Whether a line explains a footnote mark: "* Organization listed for identification only."
pub(super) fn is_legend(whole: &str, marked: usize, noted: &[char]) -> bool {
    let Some(first) = whole.chars().next() else {
        return false;
    };
    if !matches!(first, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '^') {
        return false;
    }
    let phrase = Phrase::new(&whole[first.len_utf8()..]);
    let telling = phrase.words.iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "denotes" | "indicates" | "affiliation" | "affiliations" | "lead" | "purposes"
        ) || ["identif", "afilia", "affilia", "filiac"]
            .iter()
            .any(|stem| w.folded.starts_with(stem))
    });
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    // German writes its nouns with capitals.
    if telling && lower >= 3 && lower * 3 >= phrase.words.len() {
        return true;
    }
    lower * 2 >= phrase.words.len()
        && phrase.lower_share() >= 0.4
        && (marked <= 3 || telling || noted.contains(&first))
}
