//! The letter's own text around its block, where both go out as one document.
//!
//! A text is what somebody typed, or what was read out of a document: paragraphs with an empty line between, single line
//! breaks within one, `# ` before a heading and `- ` before a point.

use super::clean;

/// Where the block stands in a text that says so, alone on its line; otherwise it follows the text.
const PLACE: &str = "{{signatories}}";

/// A piece of the letter's text, safe to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A paragraph, which may hold line breaks.
    Text(String),
    Heading(String),
    /// A point of a list.
    Item(String),
}

/// A letter around its block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// What the document is called.
    pub title: String,
    pub(super) before: Vec<Piece>,
    pub(super) after: Vec<Piece>,
}

impl Letter {
    /// A letter of this title and text.
    pub fn new(title: &str, text: &str) -> Self {
        let mut pieces = pieces(text);
        let place = pieces
            .iter()
            .position(|piece| matches!(piece, Piece::Text(text) if text.trim().eq_ignore_ascii_case(PLACE)));
        let after = match place {
            Some(at) => {
                let after = pieces.split_off(at + 1);
                pieces.pop();
                after
            }
            None => Vec::new(),
        };
        Self {
            title: clean::one_line(title).into_owned(),
            before: pieces,
            after,
        }
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut pieces = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let close = |open: &mut Vec<&str>, pieces: &mut Vec<Piece>| {
        let text = clean::lines(&open.join("\n"));
        if !text.trim().is_empty() {
            pieces.push(Piece::Text(text));
        }
        open.clear();
    };
    for line in text.lines() {
        let bare = line.trim();
        let heading = bare.trim_start_matches('#');
        let marks = bare.len() - heading.len();
        let item = ["- ", "• ", "* "].iter().find_map(|mark| bare.strip_prefix(mark));
        let alone = if (1..=6).contains(&marks) && heading.starts_with(' ') {
            Some(Piece::Heading(clean::one_line(heading).into_owned()))
        } else if let Some(item) = item {
            Some(Piece::Item(clean::one_line(item).into_owned()))
        } else if bare.eq_ignore_ascii_case(PLACE) {
            Some(Piece::Text(bare.to_owned()))
        } else {
            None
        };
        match alone {
            Some(piece) => {
                close(&mut open, &mut pieces);
                pieces.push(piece);
            }
            None if bare.is_empty() => close(&mut open, &mut pieces),
            None => open.push(line.trim_end()),
        }
    }
    close(&mut open, &mut pieces);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn a_text_is_taken_apart_as_it_was_typed() {
        let letter = Letter::new(
            "Clean water",
            "# Clean water\nDear Senator,\r\n\r\nWe ask you:\n- to act;\n- now.\nWe are\nsincerely,\n",
        );
        assert_eq!(
            letter.before,
            [
                Piece::Heading("Clean water".into()),
                text("Dear Senator,"),
                text("We ask you:"),
                Piece::Item("to act;".into()),
                Piece::Item("now.".into()),
                text("We are\nsincerely,"),
            ]
        );
        assert_eq!(letter.after, []);
    }

    #[test]
    fn the_block_stands_where_the_text_says() {
        let letter = Letter::new("", "Signed by\n\n{{Signatories}}\n\nContact: Ana");
        assert_eq!(
            (letter.before, letter.after),
            (vec![text("Signed by")], vec![text("Contact: Ana")])
        );
        // In the middle of a line it is a text like any other.
        let letter = Letter::new("", "Write {{signatories}} here.");
        assert_eq!(letter.before, [text("Write {{signatories}} here.")]);
    }

    #[test]
    fn a_hash_or_a_dash_that_marks_nothing_stays() {
        let letter = Letter::new("", "#1 in the state\n\n-5 degrees\n\n- ");
        assert_eq!(
            letter.before,
            [text("#1 in the state"), text("-5 degrees"), text("-")]
        );
    }
}
