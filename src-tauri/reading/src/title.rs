//! What a letter that is begun with a text may be called: the text's subject, its headline, or whom it says that it is to. A guess,
//! which a person sees in the field and changes.

use names::recognize::words::fold;

/// How many bytes of a text are looked at: a title stands at its head.
const LOOKED_AT: usize = 6_000;

/// The words that a line of prose has more of.
const PROSE_WORDS: usize = 14;

/// What lines begin with that stand above a headline or are none, folded.
const NO_HEADLINE: &[&str] = &[
    "for immediate release",
    "para publicacion inmediata",
    "press release",
    "comunicado",
    "contact",
    "contacts",
    "media contact",
    "contacto",
    "dear",
    "estimado",
    "estimada",
    "estimados",
    "estimadas",
    "sincerely",
    "atentamente",
    "from",
    "to",
    "cc",
    "date",
    "sent",
    "de",
    "para",
    "fecha",
];

/// A title for a letter that is begun with this text; `None` where the text does not say.
pub fn proposed_title(text: &str) -> Option<String> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let lines: Vec<String> = text[..end]
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    lines
        .iter()
        .take(12)
        .find_map(|line| subject(line))
        .or_else(|| headline(&lines))
        .or_else(|| {
            let prose: Vec<&str> = lines
                .iter()
                .map(String::as_str)
                .filter(|line| is_prose(line))
                .collect();
            addressee(&prose.join(" "))
        })
}

fn is_prose(line: &str) -> bool {
    line.split(' ').count() > PROSE_WORDS
}

/// The subject of a message, without what answering and passing on put before it.
fn subject(line: &str) -> Option<String> {
    let (label, mut rest) = line.split_once(':')?;
    if !matches!(fold(label).trim(), "subject" | "asunto") {
        return None;
    }
    while let Some((mark, behind)) = rest.split_once(':')
        && matches!(fold(mark).trim(), "re" | "fwd" | "fw" | "rv")
    {
        rest = behind;
    }
    Some(rest.trim().to_owned()).filter(|subject| !subject.is_empty())
}

/// The headline of a text, if one stands there: short, with words, no sentence, and prose below it.
fn headline(lines: &[String]) -> Option<String> {
    let begins = |line: &str| {
        let folded = fold(line);
        NO_HEADLINE.iter().any(|none| {
            folded
                .strip_prefix(none)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let mut lines = lines.iter().filter(|line| !begins(line));
    let (first, second) = (lines.next()?, lines.next()?);
    let fits = (4..=20).contains(&first.split(' ').count())
        && first.chars().count() <= 140
        && !first.ends_with(['.', ':', ';', ','])
        && is_prose(second);
    fits.then(|| first.clone())
}

/// "Letter to the governor", where prose says "in a letter to the governor, …".
fn addressee(prose: &str) -> Option<String> {
    let lower = prose.to_lowercase();
    // Where small letters take more or fewer bytes, places found among them are not those of the text.
    if lower.len() != prose.len() {
        return None;
    }
    for (letter, before, called) in [
        ("letter", &[" to the ", " to "][..], "Letter to "),
        ("carta", &[" al ", " a ", " para "], "Carta a "),
    ] {
        for (at, _) in lower.match_indices(letter) {
            let alone = !lower[..at].ends_with(char::is_alphanumeric)
                && !lower[at + letter.len()..].starts_with(char::is_alphanumeric);
            if !alone {
                continue;
            }
            let behind = &lower[at + letter.len()..];
            let near: String = behind.chars().take_while(|c| *c != '.').take(64).collect();
            let Some(start) = before
                .iter()
                .filter_map(|word| near.find(word).map(|found| found + word.len()))
                .min()
            else {
                continue;
            };
            let name = &prose[at + letter.len() + start..];
            let name = name
                .split(['.', ',', ';', ':', '(', ')'])
                .next()
                .unwrap_or_default()
                .trim();
            if (3..=100).contains(&name.chars().count()) && name.starts_with(char::is_alphanumeric) {
                let of_the = called == "Carta a " && near[..start].ends_with(" al ");
                return Some(format!("{}{name}", if of_the { "Carta al " } else { called }));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::proposed_title;

    const PROSE: &str = "Groups from all over the county, among them tenants, nurses and teachers, asked the county board today to open its records.";

    #[test]
    fn a_text_is_called_by_its_subject_its_headline_or_whom_it_is_to() {
        for (text, title) in [
            (
                format!("Thirty Groups Ask for Open Records\n\n{PROSE}\n\nSigned: Alder Choir, Birch Guild."),
                Some("Thirty Groups Ask for Open Records"),
            ),
            (
                format!("FOR IMMEDIATE RELEASE\n\nOpen the Records Now\n{PROSE}"),
                Some("Open the Records Now"),
            ),
            (
                "From: Ana\nSubject: Fwd: Open the records\n\nAlder Choir\nBirch Guild".to_owned(),
                Some("Open the records"),
            ),
            (
                "MADISON — In a joint letter sent today to Secretary of Housing Nia Muestra, local groups urged her to keep the aid \
                 through the winter.\n\nSigned: Alder Choir."
                    .to_owned(),
                Some("Letter to Secretary of Housing Nia Muestra"),
            ),
            (
                "MADISON — En una carta enviada hoy a la gobernadora Nia Muestra, grupos de todo el estado pidieron que la ayuda siga \
                 durante el invierno."
                    .to_owned(),
                Some("Carta a la gobernadora Nia Muestra"),
            ),
            (
                "En una carta enviada hoy al gobernador Nilo Muestra, grupos de todo el estado pidieron que la ayuda siga en invierno."
                    .to_owned(),
                Some("Carta al gobernador Nilo Muestra"),
            ),
            ("Alder Choir of Madison Wisconsin\nBirch Guild\nCedar House\n".to_owned(), None),
            (
                "Signatories of the letter included: Alder Choir, Birch Guild, Cedar House of Madison, Dogwood Union, Elm Society, \
                 Fern Club, and Gale Group."
                    .to_owned(),
                None,
            ),
            ("İ".repeat(4_000), None),
            (String::new(), None),
        ] {
            assert_eq!(proposed_title(&text).as_deref(), title, "{text}");
        }
    }
}
