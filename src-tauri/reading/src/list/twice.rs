//! Names that a page gives twice: the words of a picture and below it the same name, "Harbor Club logo Harbor Club".

use names::recognize::words::fold;

use super::layout::Item;

/// Where the name stands that a text gives a second time behind the word for its picture.
pub(super) fn behind_logo(text: &str) -> Option<usize> {
    [" logo ", " Logo ", " logotipo ", " logotype "]
        .iter()
        .filter_map(|sign| text.find(sign).map(|at| (at, at + sign.len())))
        .find(|(stop, start)| {
            !text[*start..].trim().is_empty() && fold(&text[..*stop]) == fold(&text[*start..])
        })
        .map(|(_, start)| start)
}

/// Where the name stands behind the word for its picture: "Logo: Harbor Club", "Image of Harbor Club".
pub(super) fn behind_picture(text: &str) -> Option<usize> {
    [
        "Logo: ",
        "Logo of ",
        "Logo for ",
        "Image: ",
        "Picture: ",
        "Logotipo: ",
        "Logotipo de ",
        "Logo de ",
        "Logo du ",
    ]
    .iter()
    .find(|sign| text.len() > sign.len() && text.starts_with(**sign))
    .map(|sign| sign.len())
}

/// The least number of names, each given twice in a row, that are taken for pictures and what stands below them.
const LEAST_PAIRS: usize = 3;

/// Which items only say again what the one before them says, where all do so in pairs.
pub(super) fn said_again(items: &[Item]) -> Vec<usize> {
    let alike = |pair: &[Item]| match pair {
        [first, second] => {
            first.row.is_empty() && second.row.is_empty() && fold(&first.flow.text) == fold(&second.flow.text)
        }
        _ => false,
    };
    let pairs = items.len() / 2;
    if items.len() % 2 == 1 || pairs < LEAST_PAIRS || !items.chunks(2).all(alike) {
        return Vec::new();
    }
    (0..pairs).map(|pair| 2 * pair + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_behind_the_word_for_its_picture_is_found() {
        let text = "Harbor Club logo Harbor Club";
        assert_eq!(behind_logo(text).map(|at| &text[at..]), Some("Harbor Club"));
        assert_eq!(behind_logo("Harbor logo makers"), None);
    }
}
