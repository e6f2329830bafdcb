//! What only says that there are more names than are listed.

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
