//! Whom the sentences of an answer name as signing or not: "Amber Trust is in", "add Birch Guild and Cedar Club".

use std::ops::Range;

use names::recognize::words::fold;

use super::super::entry::ListStatus;
use super::super::phrase::Phrase;
use super::super::{prose, trim, words};
use crate::answer::{Answer, answer, is_open};

/// Somebody named in a sentence, as a range of its text, with what is said of them where that is no yes.
pub(super) struct Named {
    pub range: Range<usize>,
    pub status: Option<ListStatus>,
}

/// What a sentence says behind a name, folded: that it signs.
const SIGNS: &str = concat!(
    "is in|are in|is on board|are on board|will sign|will sign on|signs|signs on|is signing|would like to sign|wants to sign|",
    "would like to be added|would like to join|is happy to sign|is glad to sign|has agreed|has agreed to sign|agrees to sign|can sign|",
    "endorses|supports|joins|will join|has signed|says yes|said yes|is a yes|are a yes|have agreed|have both agreed|yes|",
    "firma|firmara|suscribe|se suma|adhiere|apoya|esta dentro|dice que si|signe|signera|soutient|s'associe|assina|",
    "assinara|apoia|adere|aderisce|firmera|unterzeichnet|unterschreibt|ist dabei|macht mit"
);
/// That it does not.
const DECLINES: &str = concat!(
    "can't sign|cannot sign|can not sign|won't sign|will not sign|is not signing|isn't signing|is not in|are not in|isn't in|aren't in|declines|declined|is out|",
    "has to pass|must pass|withdrew|withdraws|has withdrawn|will pass|is not able to sign|will not be able to sign|won't be able to sign|is unable to sign|said no|says no|no|",
    "no firma|no firmara|no puede firmar|no va a firmar|no se suma|ne signe pas|ne signera pas|nao assina|non firma|",
    "unterzeichnet nicht|unterschreibt nicht|ist nicht dabei"
);
/// That it has not decided.
const WAITS: &str = concat!(
    "asked for more time|asks for more time|is still thinking|is still deciding|is thinking about it|is waiting|needs to ask|needs more time|needs board approval|",
    "has not decided|hasn't decided|is not sure|has to ask|will ask|pending|maybe|lo esta pensando|",
    "todavia no sabe|aun no decide|reflechit|hesite|uberlegt noch"
);

/// Words that hand over to the name of who is to be put on the list, folded.
const ADDS: &str = "add|count|include|list|put down|sign on|sign up|sumen a|suma a|sumamos a|sumamos desde|suma desde|firmamos desde|adherimos desde|firmamos como|sumamos como|agreguen a|agrega a|anadan a|incluyan a|cuenten con|ajoutez|ajouter|comptez|adicionem|incluam|aggiungete";

/// Words that turn what follows them into its contrary, folded.
const DENY: &str = "not|don't|dont|never|cannot|can't|won't|without|no|nunca|ne|pas|nao|nicht|non";

/// Whom a sentence of a message names, and what it says of them.
pub(super) fn in_sentence(text: &str, sentence: Range<usize>) -> Vec<Named> {
    let inner = trim::space(text, sentence);
    if inner.len() > 1_500 {
        return Vec::new();
    }
    clauses(text, inner)
        .into_iter()
        .flat_map(|clause| {
            let before = named_before(text, clause.clone());
            if before.is_empty() {
                added(text, clause)
            } else {
                before
            }
        })
        .collect()
}

/// The parts of a sentence that each may say something of somebody else: "Amber Trust has to pass, but Birch Guild is in".
fn clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let inner = &text[sentence.clone()];
    let mut cuts: Vec<(usize, usize)> = [
        ", but ", ", while ", "; ", ", pero ", ", mais ", ", mas ", ", aber ",
    ]
    .iter()
    .flat_map(|but| inner.match_indices(but).map(|(at, _)| (at, at + but.len())))
    .collect();
    cuts.sort_unstable();
    let mut all = Vec::new();
    let mut start = sentence.start;
    for (at, end) in cuts {
        all.push(start..sentence.start + at);
        start = sentence.start + end;
    }
    all.push(start..sentence.end);
    all
}

/// "Amber Trust and Birch Guild are in", "Cedar Club: yes".
fn named_before(text: &str, sentence: Range<usize>) -> Vec<Named> {
    let start = sentence.start + opening(&text[sentence.clone()]);
    // Where the words begin that no name holds, or what a sign parts from it.
    let mut at = start;
    let mut verb = None;
    for piece in text[start..sentence.end]
        .split_inclusive(char::is_whitespace)
        .take(24)
    {
        let word = piece.trim();
        if at > start
            && word.starts_with(char::is_lowercase)
            && !words::is_connector(&fold(word))
            && !words::is_and(&fold(word))
            // "Meals on Wheels"
            && !(word.len() <= 3 && text[at + piece.len()..sentence.end].starts_with(char::is_uppercase))
        {
            verb = Some((at, at));
            break;
        }
        at += piece.len();
        if word.ends_with(':') || matches!(word, "-" | "\u{2013}" | "\u{2014}") {
            let sign = word.chars().next_back().map_or(0, char::len_utf8);
            verb = Some((at - piece.len() + word.len() - sign, at));
            break;
        }
    }
    let Some((stop, from)) = verb else {
        return Vec::new();
    };
    let said = fold(text[from..sentence.end].trim_matches(|c: char| !c.is_alphanumeric()));
    let says = |all: &str| {
        all.split('|').any(|one| {
            said.strip_prefix(one).is_some_and(|rest| {
                !rest.starts_with(char::is_alphanumeric) && (one.len() > 3 || rest.is_empty() || from > stop)
            })
        })
    };
    let status = if says(DECLINES) {
        Some(ListStatus::Declined)
    } else if says(WAITS) {
        Some(ListStatus::Asked)
    } else if says(SIGNS) {
        firmness(&text[from..sentence.end])
    } else {
        return Vec::new();
    };
    several(text, start..stop)
        .into_iter()
        .map(|range| Named { range, status })
        .collect()
}

/// What is left of a yes by the words around it: a no in the same breath, or a condition, a delay, what somebody heard.
fn firmness(words: &str) -> Option<ListStatus> {
    match answer(words) {
        Answer::No => Some(ListStatus::Declined),
        Answer::Condition | Answer::NotYet | Answer::Question => Some(ListStatus::Asked),
        _ if is_open(words) => Some(ListStatus::Asked),
        _ => None,
    }
}

/// How long what opens a sentence is before it comes to the matter: "Yes, ", "Good news: ", "Also ".
fn opening(sentence: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &sentence[at..];
        let Some(word) = rest
            .split([' ', ',', ':', '!'])
            .next()
            .filter(|word| !word.is_empty())
        else {
            return at;
        };
        if !OPENINGS.split('|').any(|one| one == fold(word)) {
            return at;
        }
        let skipped = word.len()
            + rest[word.len()..]
                .chars()
                .take_while(|c| !c.is_alphanumeric())
                .map(char::len_utf8)
                .sum::<usize>();
        if skipped >= rest.len() {
            return at;
        }
        at += skipped;
    }
}

const OPENINGS: &str = "yes|yep|yeah|hi|hello|ok|okay|great|also|and|sure|thanks|all|hola|si|tambien|oui|aussi|sim|ja|hallo|fyi|update";

/// "Please add Amber Trust", "count Birch Guild in".
fn added(text: &str, sentence: Range<usize>) -> Vec<Named> {
    let inner = &text[sentence.clone()];
    let folded: Vec<(usize, String)> = pieces(inner);
    for (nth, (_, word)) in folded.iter().enumerate() {
        let Some(length) = ADDS.split('|').find_map(|adds| {
            let adds: Vec<&str> = adds.split(' ').collect();
            let here = folded.get(nth..nth + adds.len())?;
            here.iter()
                .map(|(_, word)| word.as_str())
                .eq(adds.iter().copied())
                .then_some(adds.len())
        }) else {
            continue;
        };
        // "list" and "count" are nouns as well.
        if nth > 0 && words::is_article(&folded[nth - 1].1)
            || word == "list" && nth > 0 && folded[nth - 1].1 == "to"
        {
            continue;
        }
        let mut next = nth + length;
        while folded.get(next).is_some_and(|(at, word)| {
            inner[*at..].starts_with(char::is_lowercase)
                && matches!(
                    word.as_str(),
                    "the"
                        | "on"
                        | "in"
                        | "also"
                        | "for"
                        | "a"
                        | "la"
                        | "el"
                        | "le"
                        | "o"
                        | "us"
                        | "me"
                        | "as"
                        | "from"
                        | "at"
                        | "with"
                )
        }) {
            next += 1;
        }
        let Some((from, _)) = folded
            .get(next)
            .filter(|(at, _)| inner[*at..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        else {
            continue;
        };
        let start = sentence.start + from;
        let mut stop = sentence.end;
        let mut at = start;
        let mut closed = false;
        for piece in text[start..sentence.end].split_inclusive(char::is_whitespace) {
            let word = piece.trim();
            let small = word.starts_with(char::is_lowercase);
            let plain = fold(word);
            let inside = words::is_connector(&plain) || words::is_and(&plain);
            let goes_on = text[at + piece.len()..sentence.end]
                .trim_start()
                .starts_with(|c: char| !c.is_lowercase());
            let small_connector = matches!(plain.as_str(), "to" | "in" | "on" | "as" | "at" | "by");
            if small && (!inside || closed || small_connector && !goes_on || small_connector && plain != "in")
            {
                stop = at;
                break;
            }
            closed = false;
            at += piece.len();
        }
        // "Please don't add Cedar Club", "add Cedar Club once they confirm", "should I add Cedar Club?"
        let denied = folded[..nth]
            .iter()
            .any(|(_, word)| DENY.split('|').any(|deny| deny == word));
        // The sign that ends a sentence may ask.
        let sign = text[sentence.end..].chars().next().map_or(0, char::len_utf8);
        let status = match firmness(&text[sentence.start..sentence.end + sign]) {
            Some(ListStatus::Asked) => Some(ListStatus::Asked),
            _ if denied
                && folded
                    .iter()
                    .any(|(_, word)| matches!(word.as_str(), "yet" | "todavia" | "aun")) =>
            {
                Some(ListStatus::Asked)
            }
            _ if denied => Some(ListStatus::Declined),
            other => other,
        };
        return several(text, start..stop)
            .into_iter()
            .map(|range| Named { range, status })
            .collect();
    }
    Vec::new()
}

/// The words of a text, folded, with where each begins.
fn pieces(text: &str) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut all = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim().trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(offset) = piece.find(word).filter(|_| !word.is_empty()) {
            all.push((at + offset, fold(word)));
        }
        at += piece.len();
    }
    all
}

/// The names in a stretch that holds one or several.
fn several(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut stretch = trim::name(text, range);
    for article in ["the ", "The ", "la ", "La ", "el ", "El "] {
        let rest = &text[stretch.clone()];
        if rest.starts_with(article)
            && article.starts_with(char::is_lowercase)
            && rest[article.len()..].starts_with(char::is_uppercase)
        {
            stretch.start += article.len();
        }
    }
    let inner = &text[stretch.clone()];
    if inner.is_empty() || inner.len() > 400 {
        return Vec::new();
    }
    let listed = prose::is_all_names(inner);
    let all: Vec<Range<usize>> = if listed {
        prose::read(inner, &())
            .into_iter()
            .flat_map(|list| list.names)
            .map(|name| stretch.start + name.range.start..stretch.start + name.range.end)
            .collect()
    } else if let Some((left, right)) = inner
        .split_once(" and the ")
        .filter(|(left, right)| is_name(left) && is_name(right))
    {
        vec![
            stretch.start..stretch.start + left.len(),
            stretch.end - right.len()..stretch.end,
        ]
    } else if let Some((left, right)) = inner
        .split_once(" and ")
        .filter(|(left, right)| is_name(left) && is_name(right) && left.contains(' '))
    {
        vec![
            stretch.start..stretch.start + left.len(),
            stretch.end - right.len()..stretch.end,
        ]
    } else {
        vec![stretch]
    };
    all.into_iter()
        .map(|name| {
            trim::name(
                text,
                name.start..name.start + without_tail(&text[name.clone()]).len(),
            )
        })
        .filter(|name| is_name(&text[name.clone()]))
        .collect()
}

/// A name without the sign that ends its sentence, and the little words of what goes on behind it: "Pine Club without".
fn without_tail(name: &str) -> &str {
    let mut name = name.trim_end_matches(['?', '!', ' ']);
    while let Some((rest, last)) = name.rsplit_once(' ')
        && last.starts_with(char::is_lowercase)
    {
        name = rest.trim_end();
    }
    name
}

/// Whether a stretch can be somebody's name in a message: no pronoun, no "Everyone", no word of the matter itself.
fn is_name(text: &str) -> bool {
    let phrase = Phrase::new(text);
    let Some(first) = phrase.words.first() else {
        return false;
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && phrase.words.len() <= 12
        && first
            .text
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && phrase.lower_share() < 0.35
        && !words::is_pronoun(&first.folded)
        && !(phrase.words.len() <= 3 && NOBODY.split('|').any(|one| one == first.folded))
        && !phrase.words.iter().any(|word| {
            matches!(
                word.folded.as_str(),
                "my" | "our" | "your" | "his" | "her" | "their"
            )
        })
}

const NOBODY: &str = "everyone|everybody|nobody|all|that|this|the|who|what|our|my|your|board|re|fwd|yes|no|sure|ok|thanks|please|also|status|update|note|ps|p.s|subject|deadline";

/// What the writer of a message says of themselves: the status, or nothing where they say neither yes nor no.
pub(super) fn of_the_writer(words: &str) -> Option<Option<ListStatus>> {
    let folded = format!(
        " {} ",
        fold(words)
            .replace(['\n', ',', '.', '!', ';', ':', '(', ')'], " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    );
    let denied = ["not", "n't", "cannot", "can't", "no", "unsure", "don't"]
        .iter()
        .any(|no| folded.contains(&format!(" {no} ")));
    let says = OWN.split('|').any(|own| folded.contains(&format!(" {own} ")));
    match answer(words) {
        Answer::Yes => Some(None),
        Answer::No => Some(Some(ListStatus::Declined)),
        Answer::Condition => Some(Some(ListStatus::Asked)),
        _ if !says || denied => None,
        _ if is_open(words) => Some(Some(ListStatus::Asked)),
        _ => Some(None),
    }
}

/// Whether the writer of a message speaks for more than themselves.
pub(super) fn speaks_for_several(words: &str) -> bool {
    let folded = fold(words);
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "us" | "we" | "our" | "nosotros" | "nosotras" | "firmamos" | "nos" | "nous" | "wir"
        )
    })
}

const OWN: &str = concat!(
    "i support|i also support|also support|we support|i fully support|i agree|we agree|i fully agree|i endorse|we endorse|",
    "i approve|i'm in|i am in|we're in|we are in|count me in|count us in|add me|add us|add my name|add our name|",
    "sign me|sign us|happy to sign|glad to sign|happy with the text|i sign|we sign|i will sign|we will sign|+1|",
    "yo firmo|firmamos|la apoyo|lo apoyo|me sumo|nos sumamos|suscribo|suscribimos|cuenten conmigo|cuenten con nosotros|",
    "de acuerdo con el texto|je signe|nous signons|je soutiens|nous soutenons|je suis d'accord|assino|assinamos|apoio|",
    "aderisco|aderiamo|ich unterstutze|wir unterstutzen|ich unterzeichne|wir unterzeichnen|bin dabei|sind dabei"
);
