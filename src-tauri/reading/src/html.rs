//! Tables and lists in HTML: what Word, Excel, Sheets, Docs and web pages put on the clipboard, and pages in files.
//!
//! Owns the reading of markup into tables and into plain text for the reader of lists. The markup is hostile: it is cut into
//! tags by html5ever's tokenizer and nothing else is made of it: no tree, no script, no style, no image; nothing in it is
//! followed or fetched, and time and memory grow in step with its length. A tag that is never closed costs nothing.

mod builder;
mod sink;

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use crate::charset::{self, Charset};
use crate::problem::{FileError, check_size};
use crate::table::{Reading, Table};

use sink::{QUOTE_BEGINS, QUOTE_ENDS, Sink};

/// The most attributes of a tag that are read; what Word writes has ten.
const MOST_ATTRIBUTES: usize = 200;

/// What a page holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The tables that hold data, in their order; those that only arrange a page are in the text.
    pub tables: Vec<Table>,
    /// All of it as plain text: a line for each paragraph, `- ` before an item of a list, `# ` before a heading, tabs between
    /// the cells of a table.
    pub text: String,
    /// The charset, where the page came as bytes.
    pub charset: Option<Charset>,
}

impl Page {
    /// The table that the page is about: the one with most cells, where there is one with two rows and two columns.
    pub fn main_table(&self) -> Option<&Table> {
        let cells = |table: &&Table| table.rows().map(crate::table::Row::len).sum::<usize>();
        self.tables
            .iter()
            .filter(|table| table.len() > 1 && table.width() > 1)
            .max_by_key(cells)
    }
}

/// The largest page that is read, in bytes: a table of ten thousand rows from Word is half of it.
const LARGEST_PAGE: usize = 24 * 1024 * 1024;

fn check_page(bytes: &[u8]) -> Result<(), FileError> {
    if bytes.len() > LARGEST_PAGE {
        return Err(FileError::Large {
            most: LARGEST_PAGE / 1024 / 1024,
        });
    }
    check_size(bytes)
}

/// Reads a page from a file. The charset is the chosen one, or that of a mark, of the page's own `meta`, or a guess.
///
/// # Errors
/// [`FileError`] when it is no text, or beyond the limits.
pub fn read(bytes: &[u8], chosen: Option<&str>) -> Result<Page, FileError> {
    check_page(bytes)?;
    let declared = chosen.map(str::to_owned).or_else(|| declared_charset(bytes));
    // A page that declares what it is not is read as what it is.
    let decoded = match declared {
        Some(label)
            if chosen.is_some()
                || charset::named(&label).is_ok() && encoding_rs::Encoding::for_bom(bytes).is_none() =>
        {
            charset::decode(bytes, Some(&label))?
        }
        _ => charset::decode(bytes, None)?,
    };
    let mut page = read_text(&decoded.text)?;
    page.charset = Some(decoded.charset);
    Ok(page)
}

/// Reads a page from a text, as the clipboard has it. Windows' own lines before the markup are passed over.
///
/// # Errors
/// [`FileError`] when it is empty, or a table is beyond the limits.
pub fn read_text(markup: &str) -> Result<Page, FileError> {
    read_into(markup, Sink::default())
}

/// The words of a message in markup, with `> ` before each line that it quotes.
///
/// # Errors
/// As [`read_text`].
pub fn read_message(markup: &str) -> Result<String, FileError> {
    let text = read_into(markup, Sink::marking_quotes())?.text;
    let (mut out, mut quoted) = (String::with_capacity(text.len()), false);
    for line in text.lines() {
        for (at, part) in line.split_inclusive([QUOTE_BEGINS, QUOTE_ENDS]).enumerate() {
            let plain = part.trim_end_matches([QUOTE_BEGINS, QUOTE_ENDS]);
            if at == 0 || !plain.is_empty() {
                if at > 0 {
                    out.push('\n');
                }
                if quoted {
                    out.push_str("> ");
                }
                out.push_str(plain);
            }
            quoted = match part.chars().next_back() {
                Some(QUOTE_BEGINS) => true,
                Some(QUOTE_ENDS) => false,
                _ => quoted,
            };
        }
        out.push('\n');
    }
    Ok(out.trim_end().to_owned())
}

fn read_into(markup: &str, sink: Sink) -> Result<Page, FileError> {
    check_page(markup.as_bytes())?;
    let start = if markup.trim_start().starts_with("Version:") {
        markup.find('<').unwrap_or(0)
    } else {
        0
    };
    let markup = with_few_attributes(&markup[start..]);
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    // In pieces, because the tokenizer copies what it has not yet read.
    for piece in pieces(&markup) {
        queue.push_back(StrTendril::from_slice(piece));
        // It stops for scripts only where the sink asks for that, which it never does.
        let _ = tokenizer.feed(&queue);
        if tokenizer.sink.has_failed() {
            break;
        }
    }
    tokenizer.end();
    let (tables, text) = tokenizer.sink.finish()?;
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    Ok(Page {
        tables,
        text,
        charset: None,
    })
}

/// The main table of a page as what every reader of rows gives; `None` when the page is about no table.
pub fn main_table(page: &Page) -> Option<Reading> {
    let table = page.main_table()?.clone();
    let problems = table.rows_beyond_headings();
    Some(Reading {
        table,
        problems,
        charset: page.charset.clone(),
        delimiter: None,
    })
}

/// The markup with every tag ended after [`MOST_ATTRIBUTES`]: the tokenizer compares each attribute with all before it, and a
/// tag of a million of them would take hours. In a script, which is passed over, the mark that is put in does no harm.
fn with_few_attributes(markup: &str) -> Cow<'_, str> {
    let bytes = markup.as_bytes();
    let mut cuts = Vec::new();
    let (mut in_tag, mut quote, mut attributes, mut before) = (false, None, 0usize, b' ');
    for (at, &byte) in bytes.iter().enumerate() {
        let separates = byte.is_ascii_whitespace() || byte == b'/';
        if !in_tag {
            in_tag = before == b'<' && byte.is_ascii_alphabetic();
            attributes = 0;
        } else if let Some(open) = quote {
            if byte == open {
                quote = None;
                // The next attribute may follow without a space.
                attributes += 1;
            }
        } else if byte == b'>' {
            in_tag = false;
        } else if matches!(byte, b'"' | b'\'') && before == b'=' {
            quote = Some(byte);
        } else if separates && !(before.is_ascii_whitespace() || before == b'/') {
            attributes += 1;
        }
        if in_tag && attributes > MOST_ATTRIBUTES {
            cuts.push(at);
            (in_tag, quote) = (false, None);
        }
        // Space between the sign and the mark of a value is allowed.
        if !(byte.is_ascii_whitespace() && before == b'=') {
            before = byte;
        }
    }
    if cuts.is_empty() {
        return Cow::Borrowed(markup);
    }
    let mut out = String::with_capacity(markup.len() + cuts.len());
    let mut from = 0;
    for cut in cuts {
        // Every cut is at a separator or a mark, which are whole characters.
        out.push_str(&markup[from..cut]);
        out.push('>');
        from = cut;
    }
    out.push_str(&markup[from..]);
    Cow::Owned(out)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len().min(64 * 1024);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// The charset that the page declares in its first kilobyte, where HTML wants it.
fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    (!label.is_empty() && !label.starts_with("utf-16")).then_some(label)
}

#[cfg(test)]
mod tests;
