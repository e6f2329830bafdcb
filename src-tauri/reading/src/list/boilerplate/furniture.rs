//! Lines that stand on a page, in a letter or in a mail and never in a list: page numbers, dates, addresses, greetings.

use names::recognize::words::{fold, state_code};

use super::super::phrase::{Case, Phrase};
use super::super::words;

/// A page number, a date, an address, a greeting, the line above a quoted message.
pub(super) fn is_boilerplate(text: &str, phrase: &Phrase<'_>) -> bool {
    let first = phrase.words.first().map_or("", |w| w.folded.as_str());
    // "2a": the number of a page of an appendix.
    let numbered_page = text.len() <= 4
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_lowercase())
        && text.trim_end_matches(|c: char| c.is_ascii_lowercase()).len() + 1 == text.len()
        && text
            .trim_end_matches(char::is_alphabetic)
            .bytes()
            .all(|b| b.is_ascii_digit());
    if numbered_page {
        return true;
    }
    if !text.chars().any(char::is_alphabetic) {
        return !text.chars().any(|c| c.is_ascii_digit())
            || text.chars().filter(char::is_ascii_digit).count() <= 3
            || text.contains([':', '/', '-']);
    }
    let digits = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    let page = matches!(first, "page" | "p" | "pagina" | "seite")
        && phrase.words.len() <= 5
        && phrase.words.get(1).is_some_and(|w| digits(&w.folded));
    let word_count = phrase.words.len();
    // "Genug!!!"
    let cries = text.starts_with("\u{a1}\u{a1}") || text.starts_with('\u{a1}') && word_count >= 5;
    if cries || text.ends_with("!!") && word_count <= 6 {
        return true;
    }
    // "Signée à Paris, le 25 février 2009."
    let given = matches!(
        first,
        "signe"
            | "signee"
            | "fait"
            | "firmado"
            | "firmada"
            | "dado"
            | "dada"
            | "hecho"
            | "feito"
            | "assinado"
            | "assinada"
            | "fatto"
            | "gegeben"
    );
    if given && word_count <= 10 && phrase.words.iter().any(|w| w.text.len() == 4 && digits(w.text)) {
        return true;
    }
    let stopless = text.trim_end_matches('.');
    let date = word_count <= 6
        && phrase.words.iter().any(|w| words::is_month(&w.folded))
        && phrase
            .words
            .iter()
            .any(|w| w.folded.starts_with(|c: char| c.is_ascii_digit()))
        && phrase.words.iter().enumerate().all(|(at, w)| {
            // "Roma, 15 aprile 2017"
            at < 3
                && text
                    .find(',')
                    .is_some_and(|comma| (w.text.as_ptr() as usize) < text.as_ptr() as usize + comma)
                && stopless.ends_with(|c: char| c.is_ascii_digit())
                || words::is_month(&w.folded)
                || w.folded.starts_with(|c: char| c.is_ascii_digit())
                || matches!(
                    w.folded.as_str(),
                    "de" | "of" | "the" | "le" | "den" | "am" | "del"
                )
                || w.folded.ends_with("day")
        });
    // "jueves. 25.04.2024"
    let numbered = word_count <= 4
        && phrase.organization_words() == 0
        && !text.contains('(')
        && phrase.words.iter().any(|w| {
            // "12.345.678" is the number of a paper.
            w.text.matches(['.', '/', '-']).count() == 2
                && w.text
                    .split(['.', '/', '-'])
                    .all(|part| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit()))
        });
    let address = word_count == 1
        && (text.starts_with("http") || text.starts_with("www.") || text.contains('@') && text.contains('.'));
    let all_letters = word_count >= 3 && phrase.words.iter().all(|w| w.text.chars().count() == 1);
    let folded = phrase.folded();
    let told = words::tells_state(&folded)
        && word_count <= 8
        && phrase
            .words
            .iter()
            .any(|w| w.case == Case::Digit || words::is_month(&w.folded));
    // "1,204 organizations have joined"
    let counts = phrase.words.first().is_some_and(|w| w.case == Case::Digit)
        && word_count <= 10
        && phrase
            .words
            .iter()
            .any(|w| w.case == Case::Lower && words::is_kind(&w.folded))
        && phrase.words.iter().skip(1).all(|w| w.case != Case::Upper);
    // "2.660 sur 5.000 signatures"
    let gathered = phrase.words.first().is_some_and(|w| w.case == Case::Digit)
        && word_count <= 6
        && super::super::cue::signs(text)
        && phrase.words.iter().all(|w| w.case != Case::Upper);
    // "1 comentario"
    let remarked = word_count == 2
        && phrase.words[0].case == Case::Digit
        && ["comment", "coment", "komment", "share", "reaction", "reaccion"]
            .iter()
            .any(|stem| phrase.words[1].folded.starts_with(stem));
    let contact = text.split_once(':').is_some_and(|(label, _)| {
        words::names_contact(&fold(label)) || words::points_elsewhere(fold(label).trim())
    });
    // "Para más información: dana@example.org": no name, whatever the language.
    let reached = text.split_once(": ").is_some_and(|(label, value)| {
        let label = Phrase::new(label);
        let value = value.trim();
        !value.contains(' ')
            && (value.contains('@') || value.starts_with("http") || value.starts_with("www."))
            && label.words.len() >= 2
            && label.words.iter().skip(1).all(|w| w.case == Case::Lower)
            && label.organization_words() == 0
    });
    // "Case: 14-2184", "Entry ID: 5883597"; "Open letter (PDF, 921 KB)"
    let stamped = text.split_once(": ").is_some_and(|(label, number)| {
        (1..=3).contains(&label.split(' ').count())
            && number.contains(|c: char| c.is_ascii_digit())
            && number
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ' ' | '#'))
    });
    // "MADRID, 2 Jun. (EUROPA PRESS) -"
    let dateline = text.len() < 70
        && text.ends_with(['-', '\u{2013}', '\u{2014}'])
        && phrase.words.first().is_some_and(|w| w.is_all_capitals())
        && phrase
            .words
            .iter()
            .any(|w| w.case == Case::Digit || words::is_month(&w.folded));
    // "Paris, le 18 septembre 2007 ."
    let months = phrase.words.iter().filter(|w| words::is_month(&w.folded)).count();
    let years = phrase
        .words
        .iter()
        .filter(|w| w.case == Case::Digit && w.text.trim_end_matches('.').len() == 4)
        .count();
    let dated = months == 1
        && years == 1
        && (4..=8).contains(&word_count)
        && phrase.organization_words() == 0
        && text.split_once(", ").is_some_and(|(town, rest)| {
            Phrase::new(town).place() >= 2.0
                || ["le ", "el ", "den ", "li "]
                    .iter()
                    .any(|article| rest.starts_with(article))
        })
        && phrase.words.iter().enumerate().all(|(at, w)| {
            at < 2
                || w.case == Case::Digit
                || words::is_month(&w.folded)
                || words::is_connector(&w.folded)
                || matches!(w.folded.as_str(), "le" | "el" | "the" | "den" | "em" | "a" | "li")
        });
    // "Support for the Clean Wells Act of 2013": what a letter is about.
    let about = word_count >= 4
        && matches!(phrase.words.as_slice(), [.., act, of, year] if matches!(act.folded.as_str(), "act" | "resolution")
            && of.folded == "of"
            && year.text.len() == 4
            && year.case == Case::Digit)
        && phrase.organization_words() == 0;
    // "APPENDIX A", "App. 1"
    let appendix = word_count == 2
        && matches!(
            first,
            "appendix" | "app" | "anexo" | "annexe" | "anhang" | "attachment" | "exhibit"
        )
        && phrase.words[1].text.chars().count() <= 2;
    // "1 8 U.S.C. 1357(g).": where a law stands.
    let cited = [
        "U.S.C.",
        "C.F.R.",
        "Fed. Reg.",
        "Pub. L.",
        "supra note",
        "See, e.g.,",
    ]
    .iter()
    .any(|law| text.contains(law))
        && text.len() < 200;
    let file = ["KB)", "kB)", "MB)", "Ko)", "Mo)"]
        .iter()
        .any(|size| text.ends_with(size))
        || text.ends_with("(PDF)");
    if contact
        || reached
        || stamped
        || cited
        || dateline
        || dated
        || remarked
        || about
        || appendix
        || file
        || gathered
        || counts
        || all_letters
        || told
        || words::is_navigation(&folded)
        || words::calls_to_sign(&folded)
    {
        return true;
    }
    let greeting = (word_count <= 7
        || word_count <= 14
            && matches!(
                first,
                "dear" | "estimado" | "estimada" | "estimados" | "estimadas"
            ))
        && words::greets(first)
        && (text.ends_with([',', ':', '!']) && text.matches(',').count() <= 2
            || word_count <= 3 && matches!(first, "hi" | "hello" | "hola" | "bonjour" | "hallo"));
    // "Best, Mike"
    let signed_off = word_count <= 4
        && text.contains(',')
        && text.split(',').next().is_some_and(|first| {
            let first = Phrase::new(first);
            !first.words.is_empty()
                && first.words.len() <= 2
                && first.words.iter().all(|w| words::closes_message(&w.folded))
        })
        && phrase.organization_words() == 0;
    let sent_from = text.starts_with("Sent from my")
        || text.starts_with("Enviado desde mi")
        || text.starts_with("Get Outlook");
    // What is copied along with a form, and what asks to be filled in.
    let form = [
        "Top of Form",
        "Bottom of Form",
        "Principio del formulario",
        "Final del formulario",
        "Haut du formulaire",
        "Bas du formulaire",
        "Formularbeginn",
        "Formularende",
        "Click to ",
        "Click here",
    ]
    .iter()
    .any(|start| text.starts_with(start) && text.len() < start.len() + 32);
    is_postal(text)
        || says_its_age(text)
        || signed_off
        || page
        || date
        || numbered
        || address
        || greeting
        || sent_from
        || form
}

/// Headers of forwarded mail, and who gets a copy.
pub(super) fn starts_rest(text: &str) -> bool {
    let folded = fold(text.get(..text.len().min(24)).unwrap_or_default());
    const STARTS: &[&str] = &[
        "cc:",
        "c.c.:",
        "bcc:",
        "c.c.p.",
        "ccp:",
        "from: ",
        "to: ",
        "subject: ",
        "sent: ",
        "date: ",
        "-----",
        "de: ",
        "para: ",
        "asunto: ",
        "copia:",
        "von: ",
        "betreff: ",
        "an: ",
        "a :",
        "objet :",
        "objet:",
    ];
    STARTS.iter().any(|start| folded.starts_with(start.trim_end())) && text.len() < 300
        || text.ends_with(" wrote:")
        || text.ends_with(" escribió:")
        || text.ends_with(" a écrit :")
        || text.ends_with(" schrieb:")
}

/// A line of a postal address: "1221 Oak Street, Suite 450", "P.O. Box 1546", "Oakland, CA 94612", "4th Floor".
pub(in crate::list) fn is_postal(text: &str) -> bool {
    let phrase = Phrase::new(text);
    let [first, .., last] = phrase.words.as_slice() else {
        return false;
    };
    if phrase.words.len() > 9 {
        return false;
    }
    let number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            || matches!(text, "One" | "Two" | "Three" | "Four" | "Five")
    };
    let street = phrase.words.iter().skip(1).any(|w| names_street(&w.folded));
    let floor = |word: &str| {
        matches!(
            word,
            "suite" | "floor" | "room" | "apt" | "unit" | "ste" | "piso" | "stock"
        )
    };
    let part = floor(&first.folded) && phrase.words.len() <= 3 && number(last.text)
        || number(first.text)
            && phrase.words.get(1).is_some_and(|w| floor(&w.folded))
            && !phrase.words[0].text.chars().all(|c| c.is_ascii_digit());
    let folded = phrase.folded();
    let boxed = ["p.o box ", "p.o. box ", "po box ", "apartado "]
        .iter()
        .any(|start| folded.starts_with(start))
        && number(last.text);
    let zip = last.text.len() >= 5
        && last.text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        && phrase
            .words
            .get(phrase.words.len().wrapping_sub(2))
            .is_some_and(|w| w.is_all_capitals() && state_code(&w.folded).is_some())
        && phrase.text.matches(',').count() == 1
        && phrase.organization_words() == 0;
    number(first.text) && street && phrase.organization_words() == 0
        || number(first.text)
            && street
            && phrase.text.contains(',')
            && phrase.words.iter().any(|w| floor(&w.folded))
        || part
        || boxed
        || zip && phrase.words.len() <= 5
}

/// Whether a folded word is one of those that streets end in.
fn names_street(folded: &str) -> bool {
    matches!(
        folded,
        "street"
            | "st"
            | "avenue"
            | "ave"
            | "road"
            | "rd"
            | "boulevard"
            | "blvd"
            | "drive"
            | "lane"
            | "plaza"
            | "parkway"
            | "pkwy"
            | "highway"
            | "hwy"
            | "court"
            | "circle"
            | "nw"
            | "sw"
            | "ne"
            | "se"
    )
}

/// Whether a title says how old its list is: "Sign-on tracker (updated Friday)".
fn says_its_age(text: &str) -> bool {
    text.strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("))
        .is_some_and(|(_, inside)| {
            let inside = fold(inside);
            words::tells_state(&inside) && !inside.starts_with("total")
        })
}

/// Whether a line is what somebody said, with who said it behind the comma: "„...“, sagte Ana Mora".
pub(super) fn is_said(text: &str) -> bool {
    let mut characters = text.chars();
    let opens = characters
        .next()
        .is_some_and(|open| "\"\u{201c}\u{201e}\u{ab}".contains(open));
    let text = characters.as_str();
    opens
        && ["\u{201c},", "\u{201d},", "\",", "\u{bb},", "\u{bb} ,"]
            .iter()
            .filter_map(|close| text.find(close).map(|at| (at, close.len())))
            .min()
            .is_some_and(|(at, close)| {
                text[..at].split(' ').count() >= 4
                    && text[at + close..].trim_start().starts_with(char::is_lowercase)
            })
}
