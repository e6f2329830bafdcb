//! Whether what stands behind an office is a body that its holder signs for.

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase};
use super::super::words;

/// "Professor titular da UFRGS": an office of a few words and initials behind it, nothing between.
pub(super) fn names_initials(office: &str, organization: &str) -> bool {
    let office = Phrase::new(office);
    let organization = Phrase::new(organization);
    office.words.len() <= 4
        && office
            .words
            .iter()
            .filter(|w| words::is_connector(&w.folded))
            .count()
            <= 1
        && matches!(organization.words.as_slice(), [word] if word.is_all_capitals() || word.text.chars().skip(1).any(char::is_uppercase))
}

/// Whether an office is one that bodies have at their head, so that what it is said to be of is a body: president, founder.
pub(super) fn leads(office: &str) -> bool {
    const STEMS: &str = concat!(
        "presid|vicepresid|co-presid|copresid|fondat|co-fond|cofond|fundad|cofundad|founder|co-founder|porte-parole|co-porte-parole|portavoz|porta-voz|",
        "portavoce|secretair|secretari|segretari|coordinat|coordinad|coordenad|delegue|chair|spokes|vorsitzend|sprecher|grunder|geschaftsfuhr|tesor|treasur"
    );
    let phrase = Phrase::new(office);
    phrase.words.len() <= 4
        && phrase
            .words
            .iter()
            .any(|word| STEMS.split('|').any(|stem| word.folded.starts_with(stem)))
}

/// Whether a name with a capital is none of a town, a region or a country.
pub(super) fn names_no_place(office: &str, name: &str) -> bool {
    // Nobody presides over a town or speaks for one, in the languages that say "mayor".
    let founds = leads(office) && !office.contains("ministr");
    let phrase = Phrase::new(name);
    phrase.words.first().is_some_and(|word| word.case == Case::Upper)
        && phrase.place() < 1.0
        && (learned::probabilities(&phrase)[Field::Place as usize] < 0.3 || founds)
}

/// Whether what stands behind an office is surely an organization, so that it is one though the others of its list have none.
pub(super) fn names_plainly(organization: &str) -> bool {
    // "UJV – União da Juventude do Vale"
    let longest = organization.split(" \u{2013} ").max_by_key(|half| half.len());
    let phrase = Phrase::new(longest.unwrap_or(organization));
    let capitals = phrase
        .words
        .iter()
        .filter(|word| word.case == Case::Upper)
        .count();
    // "école Thot", "revista Faro": the word for what it is begins it in small letters.
    let called = phrase.words.first().is_some_and(|word| {
        word.case == Case::Lower && names::recognize::words::is_organization_word(&word.folded)
    }) && phrase.words.get(1).is_some_and(|word| word.case == Case::Upper);
    // "École pratique des hautes études", "Santa Casa da Misericórdia de Alhos Vedros"
    let told = learned::probabilities(&phrase);
    let opens = phrase.words.first().is_some_and(|word| {
        word.case == Case::Upper && names::recognize::words::is_organization_word(&word.folded)
    });
    let subject = phrase.words.iter().any(|word| {
        words::is_duty(&word.folded) || words::is_theme(&word.folded) || words::is_title(&word.folded)
    });
    let long = capitals >= 3
        && !subject
        && phrase.place() < 1.0
        && told[Field::Person as usize] < 0.5
        && told[Field::Title as usize] < 0.5;
    called
        || opens && phrase.words.len() > 1
        || long
        || (phrase.organization_words() > 0 || capitals > 1)
            && phrase.words.first().is_some_and(|word| word.case == Case::Upper)
            && learned::probabilities(&phrase)[Field::Organization as usize] > 0.5
}

/// Whether a name is that of a chamber of a parliament: who presides over one holds an office, and doesn't sign for it.
pub(super) fn is_chamber(phrase: &Phrase<'_>) -> bool {
    const CHAMBERS: [&str; 16] = [
        "senate",
        "house of representatives",
        "house of delegates",
        "house of commons",
        "state assembly",
        "general assembly",
        "national assembly",
        "legislature",
        "parliament",
        "senado",
        "camara de diputados",
        "camara de representantes",
        "congreso de los diputados",
        "parlamento",
        "assemblee nationale",
        "bundestag",
    ];
    let words: Vec<&str> = phrase.words.iter().map(|word| word.folded.as_ref()).collect();
    let name = format!(" {} ", words.join(" "));
    CHAMBERS
        .iter()
        .any(|chamber| name.contains(&format!(" {chamber} ")))
}
