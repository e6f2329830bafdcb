//! What short answers are taken for. They were written before the rules.

use super::Answer::{self, Condition, No, NoAnswer, NotYet, Unclear, Yes};
use super::answer;

/// Answers as people write them, with what they are.
const ANSWERS: [(&str, Answer); 44] = [
    // Yes.
    ("Yes", Yes),
    ("Yes, please add us.", Yes),
    ("Please add Cedar Grove Alliance to the letter. Thanks!", Yes),
    ("We'd be happy to sign on.", Yes),
    ("Count us in!", Yes),
    ("You can list us as Amber Trust, Inc.", Yes),
    ("No problem, sign us on.", Yes),
    (
        "Our board approved this last night, so we are in. Thank you for leading on this.",
        Yes,
    ),
    ("I confirm that I may sign for my organization", Yes),
    ("TRUE", Yes),
    ("x", Yes),
    ("Sí, firmamos.", Yes),
    ("Con gusto nos sumamos a la carta.", Yes),
    ("Claro que sí, pueden incluirnos.", Yes),
    // No.
    ("No", No),
    ("We cannot sign this one, please do not list us.", No),
    (
        "Thanks for thinking of us, but we'll have to pass on this one.",
        No,
    ),
    ("Please remove us from the list of signatories.", No),
    ("We are unable to join at this time.", No),
    ("We have decided to withdraw our name.", No),
    ("Lamentablemente no podemos firmar esta carta.", No),
    ("Por favor retiren nuestro nombre.", No),
    // Yes, but.
    ("Yes, but only if the word \"ban\" is removed", Condition),
    (
        "We will sign provided that paragraph three is dropped.",
        Condition,
    ),
    ("Happy to sign as long as we are not listed first.", Condition),
    ("Yes, pending approval by our board on Thursday.", Condition),
    ("Sí, siempre que se quite el segundo párrafo.", Condition),
    ("Firmamos con la condición de que se cambie el título.", Condition),
    // Not yet.
    ("Not yet, our board meets on Thursday.", NotYet),
    (
        "We are still considering this and will let you know by Friday.",
        NotYet,
    ),
    ("Maybe", NotYet),
    ("Todavía no, lo vamos a consultar con la mesa directiva.", NotYet),
    // A question.
    ("Who else has signed so far?", Answer::Question),
    ("¿Hasta cuándo se puede firmar?", Answer::Question),
    // Neither: a person reads it.
    ("We signed last time.", Unclear),
    ("FYI, see below.", Unclear),
    ("I think they will sign.", Unclear),
    ("Thanks for sending this.", Unclear),
    ("Oui, mais seulement si le titre change.", Unclear),
    ("Wir unterzeichnen nur, wenn der Titel geändert wird.", Unclear),
    // No answer at all.
    ("", NoAnswer),
    ("FALSE", NoAnswer),
    ("0", NoAnswer),
    ("☐", NoAnswer),
];

#[test]
fn short_answers_are_what_they_say() {
    let mut wrong = Vec::new();
    for (words, expected) in ANSWERS {
        let read = answer(words);
        if read != expected {
            wrong.push(format!("{words:?}: {read:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_but_a_yes_is_read_as_one() {
    for (words, expected) in ANSWERS.iter().filter(|(_, expected)| *expected != Yes) {
        assert_ne!(answer(words), Yes, "{words:?} is {expected:?}");
        // Nor does a greeting before it make one of it.
        let greeted = format!("Dear all,\n\n{words}\n\nBest,\nAna");
        if !words.is_empty() {
            assert_ne!(answer(&greeted), Yes, "{greeted:?}");
        }
    }
}

#[test]
fn a_phrase_is_found_as_whole_words_anywhere_and_one_with_a_star_at_the_beginning_of_a_word() {
    let text = super::Plain::new(" we signed on , pending our board . ".to_owned());
    let stands = |phrase| text.holds(phrase);
    for phrase in [
        "we",
        "signed on",
        "on , pending",
        "board",
        "sign*",
        "our bo*",
        ".",
    ] {
        assert!(stands(phrase), "{phrase}");
    }
    for phrase in [
        "sign",
        "igned*",
        "sign on",
        "board . thanks",
        "ur board",
        "pending our board . x*",
    ] {
        assert!(!stands(phrase), "{phrase}");
    }
}
