//! Headlines: lines that are no sentence and say that somebody does something.

use super::super::phrase::{Case, Phrase};
use super::super::words;

/// Whether a line is a headline, in which every word has a capital and one is a verb: "Leaders Demand Congress Act on Priorities".
pub(in crate::list) fn is_headline(text: &str) -> bool {
    if says_who_supports(text) {
        return true;
    }
    const VERBS: &str = concat!(
        "demand|demands|urge|urges|must|oppose|opposes|condemn|condemns|tell|tells|calls|asks|wants|says|send|sends|join|",
        "joins|announces|launches|should|decry|applaud"
    );
    if text.ends_with(['.', ',']) || text.split_whitespace().nth(5).is_none() {
        return false;
    }
    let phrase = Phrase::new(text);
    phrase.words.len() >= 6
        && phrase
            .words
            .iter()
            .skip(1)
            .any(|word| word.case == Case::Upper && VERBS.split('|').any(|verb| verb == word.folded))
        && phrase
            .words
            .iter()
            .all(|word| word.case != Case::Lower || words::is_connector(&word.folded))
}

/// Whether a line without an end says in small letters that somebody signs or supports something: "Die Harbor-Gruppe unterstützt den
/// Aufruf", "Red Azul firma la carta".
fn says_who_supports(text: &str) -> bool {
    const VERBS: &str = concat!(
        "unterst\u{fc}tzt|unterst\u{fc}tzen|unterzeichnet|unterzeichnen|fordert|fordern|firma|firman|apoya|apoyan|respalda|respaldan|suscribe|suscriben|exige|exigen|",
        "signent|soutient|soutiennent|demandent|aderisce|aderiscono|firmano|chiedono|assinam|apoia|apoiam|pedem|supports|backs|endorses|urges"
    );
    if text.ends_with(['.', ',', ':', ';']) || text.split_whitespace().nth(3).is_none() {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().take(25).collect();
    if words.len() > 24 || text.contains(". ") {
        return false;
    }
    let inner = &words[1..words.len() - 1];
    inner.iter().any(|word| {
        word.len() >= 5 && word.starts_with(char::is_lowercase) && VERBS.split('|').any(|verb| verb == *word)
    })
}
