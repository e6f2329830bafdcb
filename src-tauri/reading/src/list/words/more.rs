//! What stands beside the names of a list and only says that there are more, or who speaks for them.

use names::recognize::words::fold;

/// The length of a remark before the first name that the list is not all: "among others,".
pub(in crate::list) fn aside(text: &str) -> usize {
    const ASIDES: &[&str] = &[
        "among others,",
        "amongst others,",
        "among other groups,",
        "among many others,",
        "entre otras,",
        "entre otros,",
        "entre autres,",
        "notamment,",
        "unter anderem,",
        "unter anderen,",
        "u. a.",
        "u.a.",
        "for example,",
        "e.g.,",
        "to name a few,",
    ];
    ASIDES
        .iter()
        .find(|aside| text.starts_with(**aside))
        .map_or(0, |aside| aside.len())
}

/// The length of what stands before a list of organizations and tells that it is their people, or their signatures, that are meant:
/// "leaders of the", "representantes de", "las de la".
pub(in crate::list) fn speaking_for(text: &str) -> usize {
    let mut at = 0;
    // Whether it has been said who, and of what.
    let (mut who, mut of) = (false, false);
    for piece in text.split_inclusive(' ').take(5) {
        let word = piece.trim_end();
        let folded = fold(word);
        if !word.starts_with(char::is_lowercase) {
            return if of { at } else { 0 };
        }
        let article = super::is_article(&folded) || folded == "the";
        if who && is_of(&folded) {
            of = true;
        } else if !of
            && (speaks_for(&folded) || matches!(folded.as_str(), "las" | "those" | "celles" | "ceux"))
        {
            who = true;
        } else if !article {
            return 0;
        }
        at += piece.len();
    }
    0
}

word_set! {
    /// A small word between who speaks and for whom.
    is_of, "of from de del des du do da dos das von di dei della"
}

word_set! {
    /// People who sign for an organization that is named behind them.
    speaks_for, "leaders heads representatives presidents directors officials spokespeople chairs delegates lideres dirigentes representantes responsables
    presidentes directores portavoces dirigeants representants porte-parole vertreter vertreterinnen vertretern rappresentanti dirigenti"
}

/// Whether a folded text that trails the last name only says that there are more: and many others, among others, partial list.
pub(in crate::list) fn says_there_are_more(folded: &str) -> bool {
    let text = folded
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let text = [
        "and ",
        "as well as ",
        "y ",
        "e ",
        "et ",
        "und ",
        "sowie ",
        "plus ",
        "along with ",
    ]
    .iter()
    .find_map(|and| text.strip_prefix(and))
    .unwrap_or(text);
    let text = ["by ", "por ", "par ", "von ", "with "]
        .iter()
        .find_map(|by| text.strip_prefix(by))
        .unwrap_or(text);
    // "other influential national and state organizations", "scores of other groups"
    let text = ["plusieurs ", "varias ", "varios ", "several "]
        .iter()
        .find_map(|some| text.strip_prefix(some))
        .unwrap_or(text);
    let counted = [
        "scores of ",
        "dozens of ",
        "hundreds of ",
        "decenas de ",
        "cientos de ",
        "des dizaines d",
        "dizaines d",
        "centaines d",
        "dezenas de ",
        "decine di ",
    ]
    .iter()
    .any(|count| text.starts_with(count));
    let mut all = text.split(' ');
    let more = matches!(
        all.next(),
        Some(
            "other"
                | "others"
                | "otras"
                | "otros"
                | "outras"
                | "outros"
                | "autres"
                | "d'autres"
                | "altre"
                | "altri"
                | "andere"
                | "weitere"
        )
    );
    // "and 45 others", "y 45 más", "e altri 45"
    let number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let told: Vec<&str> = text.split(' ').collect();
    let counts = |word: &str| {
        word != "other" && MORE.contains(&word)
            || matches!(word, "altri" | "altre" | "mais" | "piu" | "weitere" | "andere")
    };
    if (2..=4).contains(&told.len())
        && told.iter().any(|word| number(word))
        && told.iter().any(|word| counts(word))
        && told
            .iter()
            .all(|word| number(word) || counts(word) || super::is_kind(word))
    {
        return true;
    }
    if (more || counted)
        && text.len() < 80
        && all
            .next_back()
            .is_some_and(|last| super::is_kind(last) || super::names_those(last))
    {
        return true;
    }
    const MORE: &[&str] = &[
        "等",
        "等等",
        "entre outras",
        "entre outros",
        "e outros",
        "e outras",
        "tra gli altri",
        "e altri",
        "e molti altri",
        "among others",
        "amongst others",
        "among them",
        "many others",
        "many more",
        "others",
        "other",
        "more",
        "others listed below",
        "several others",
        "dozens more",
        "dozens of others",
        "hundreds more",
        "hundreds of others",
        "partial list",
        "list in formation",
        "partial listing",
        "etc",
        "et al",
        "other groups",
        "other organizations",
        "many other groups",
        "many other organizations",
        "entre otras",
        "entre otros",
        "muchas mas",
        "muchos mas",
        "otras",
        "otros",
        "lista parcial",
        "otras organizaciones",
        "mas",
        "entre autres",
        "bien d'autres",
        "d'autres",
        "beaucoup d'autres",
        "autres",
        "liste partielle",
        "d'autres encore",
        "unter anderem",
        "viele mehr",
        "viele andere",
        "andere",
        "weitere",
        "u.a",
        "u. a",
        "und weitere",
        "viele weitere",
        "auszug",
    ];
    if MORE.contains(&text) {
        return true;
    }
    // "demás organismos del Encuentro"
    let rest = |word: &str| {
        matches!(
            word,
            "demas"
                | "demais"
                | "other"
                | "otras"
                | "otros"
                | "outras"
                | "outros"
                | "autres"
                | "altri"
                | "altre"
                | "andere"
                | "weitere"
        )
    };
    let mut first_two = text
        .split(' ')
        .filter(|word| !matches!(*word, "d'autres" | "los" | "las"));
    if first_two.next().is_some_and(rest) && first_two.next().is_some_and(super::is_kind) {
        return true;
    }
    // "Otros Mundos" is a name; "otras organizaciones" is none.
    let other = |word: &str| matches!(word, "otras" | "otros" | "mas" | "plus" | "another");
    let named = text.split(' ').next().is_some_and(other)
        && !text.split(' ').skip(1).all(|word| {
            super::is_kind(word)
                || super::is_connector(word)
                || other(word)
                || word.bytes().all(|b| b.is_ascii_digit())
        });
    if named {
        return false;
    }
    let mut words = text.split(' ');
    let counts = words.next().is_some_and(|word| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                word,
                "over"
                    | "about"
                    | "some"
                    | "nearly"
                    | "dozens"
                    | "hundreds"
                    | "many"
                    | "several"
                    | "otras"
                    | "otros"
                    | "mas"
                    | "unas"
                    | "plus"
                    | "viele"
                    | "rund"
                    | "another"
                    | "numerous"
            )
    });
    counts
        && text.split(' ').any(|word| {
            matches!(
                word,
                "other"
                    | "others"
                    | "more"
                    | "additional"
                    | "otras"
                    | "otros"
                    | "mas"
                    | "autres"
                    | "weitere"
                    | "andere"
                    | "mehr"
            )
        })
}
