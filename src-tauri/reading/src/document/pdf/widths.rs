//! The widths of characters that a font gives for whole ranges (`first last width`, ISO 32000-1 9.7.4.3), written out one by one: the
//! library underneath misreads that form, and then takes every character to be as wide as none.

use pdf_extract::{Dictionary, Document, Object};

/// No font has more characters than its codes of two bytes can name.
const MOST: i64 = 0x1_0000;

/// Writes out the widths of every font of a document.
pub(super) fn write_out(document: &mut Document) {
    let written: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let dictionary = object.as_dict().ok()?;
            Some((*id, of_font(document, dictionary)?))
        })
        .collect();
    for (id, font) in written {
        document.objects.insert(id, Object::Dictionary(font));
    }
}

/// A font with its widths written out, or with those of the fonts that stand in it; None where there is nothing to do.
fn of_font(document: &Document, dictionary: &Dictionary) -> Option<Dictionary> {
    let get = |key: &[u8]| Some(document.dereference(dictionary.get(key).ok()?).ok()?.1);
    if let Some(Object::Array(widths)) = get(b"W")
        && get(b"CIDSystemInfo").is_some()
    {
        let mut font = dictionary.clone();
        font.set("W", Object::Array(one_by_one(document, widths)?));
        return Some(font);
    }
    // Mostly a descendant is an object of its own, which is met by itself.
    let Some(Object::Array(descendants)) = get(b"DescendantFonts") else {
        return None;
    };
    let [Object::Dictionary(descendant)] = descendants.as_slice() else {
        return None;
    };
    let mut font = dictionary.clone();
    let descendant = of_font(document, descendant)?;
    font.set(
        "DescendantFonts",
        Object::Array(vec![Object::Dictionary(descendant)]),
    );
    Some(font)
}

/// Widths with each range as a list; None where they are no widths.
fn one_by_one(document: &Document, widths: &[Object]) -> Option<Vec<Object>> {
    let at = |place: usize| Some(document.dereference(widths.get(place)?).ok()?.1);
    let number = |place: usize| match at(place)? {
        Object::Integer(number) => Some(*number),
        Object::Real(number) => Some(*number as i64),
        _ => None,
    };
    let mut all = Vec::with_capacity(widths.len());
    let (mut place, mut room) = (0, MOST);
    while place < widths.len() {
        let first = number(place)?;
        all.push(Object::Integer(first));
        match at(place + 1)? {
            list @ Object::Array(_) => {
                all.push(list.clone());
                place += 2;
            }
            _ => {
                let count = number(place + 1)?.checked_sub(first)?.checked_add(1)?;
                room -= count;
                if count < 1 || room < 0 {
                    return None;
                }
                let width = at(place + 2)?.clone();
                all.push(Object::Array(vec![width; usize::try_from(count).ok()?]));
                place += 3;
            }
        }
    }
    Some(all)
}
