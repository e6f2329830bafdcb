//! What becomes of each tag: text, a line end, a cell, or nothing.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};

use super::builder::Builder;
use crate::problem::FileError;
use crate::table::Table;

/// How deep tables may be in tables; deeper ones are text.
const DEEPEST: usize = 16;

/// Stands in the text where a quotation begins and ends, when these are wanted: characters that no text has.
pub const QUOTE_BEGINS: char = '\u{F8F0}';
pub const QUOTE_ENDS: char = '\u{F8F1}';

/// Takes the tags and the text.
#[derive(Default)]
pub struct Sink {
    state: RefCell<State>,
}

impl Sink {
    /// One that marks in the text where the quotations of a message begin and end.
    pub fn marking_quotes() -> Self {
        Self {
            state: RefCell::new(State {
                marks_quotes: true,
                ..State::default()
            }),
        }
    }
}

#[derive(Default)]
struct State {
    text: String,
    tables: Vec<Table>,
    /// Tables that are open, the innermost last.
    open: Vec<Builder>,
    /// The name of the element whose content is left out, and how many of that name are open in it.
    hidden: Option<(String, usize)>,
    marks_quotes: bool,
    /// The name of the element that is a quotation, and how many of that name are open in it.
    quote: Option<(String, usize)>,
    /// Lists that are open: whether each is numbered.
    item: bool,
    /// A space is due before the next word.
    space: bool,
    pre: usize,
    error: Option<FileError>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        if state.error.is_some() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => state.characters(&text),
            Token::TagToken(tag) => {
                let raw = (tag.kind == TagKind::StartTag)
                    .then(|| raw_kind(&tag.name))
                    .flatten();
                match tag.kind {
                    TagKind::StartTag => state.start(&tag),
                    TagKind::EndTag => state.end(&tag.name),
                }
                if let Some(kind) = raw {
                    return TokenSinkResult::RawData(kind);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Sink {
    /// Whether a table was beyond the limits.
    pub fn has_failed(&self) -> bool {
        self.state.borrow().error.is_some()
    }

    /// The tables and the text.
    pub fn finish(self) -> Result<(Vec<Table>, String), FileError> {
        let mut state = self.state.into_inner();
        while !state.open.is_empty() && state.error.is_none() {
            state.close_table();
        }
        match state.error {
            Some(error) => Err(error),
            None => Ok((state.tables, state.text.trim_end().to_owned())),
        }
    }
}

/// Elements whose content is not markup, and how it is passed over.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| &*attribute.value)
}

/// Whether nobody sees the element: by its kind, by `hidden`, by its style; or it is the bullet that Word writes out.
fn is_hidden(tag: &Tag) -> bool {
    if matches!(
        &*tag.name,
        "script"
            | "style"
            | "title"
            | "template"
            | "noscript"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "select"
            | "textarea"
            | "xml"
            | "xmp"
    ) {
        return true;
    }
    if attribute(tag, "hidden").is_some() {
        return true;
    }
    attribute(tag, "style").is_some_and(|style| {
        let plain: String = style
            .chars()
            .take(2000)
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_ascii_lowercase();
        [
            "display:none",
            "visibility:hidden",
            "mso-list:ignore",
            "mso-hide:all",
        ]
        .iter()
        .any(|hidden| plain.contains(hidden))
    })
}

/// Whether a mail program puts what is answered into the element.
fn is_quotation(tag: &Tag) -> bool {
    let of = |name| attribute(tag, name).unwrap_or("").to_ascii_lowercase();
    let (class, id) = (of("class"), of("id"));
    &*tag.name == "blockquote"
        && !of("style").starts_with("margin:0 0 0 40px;border:none")
        && of("type") != "none"
        || [
            "gmail_quote",
            "yahoo_quoted",
            "protonmail_quote",
            "moz-cite",
            "zmail_extra",
            "tutanota_quote",
            "hey_quote",
        ]
        .iter()
        .any(|quote| class.contains(quote))
        || [
            "mail-editor-reference-message",
            "olk_src_body_section",
            "reply-intro",
        ]
        .iter()
        .any(|quote| id.contains(quote))
}

/// Elements without content.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that begin and end a line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "table"
            | "tr"
            | "blockquote"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "address"
            | "pre"
            | "figure"
            | "figcaption"
            | "main"
            | "nav"
            | "aside"
            | "form"
            | "fieldset"
            | "caption"
            | "hr"
            | "body"
    )
}

impl State {
    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name && !is_void(name) && !tag.self_closing {
                *depth += 1;
            }
            // A table cell ends what was left open in the one before.
            if !matches!(name, "td" | "th" | "tr" | "table")
                || matches!(
                    hidden.as_str(),
                    "script" | "style" | "tr" | "table" | "template" | "td" | "th"
                )
            {
                return;
            }
            self.hidden = None;
        }
        if is_hidden(tag) && !is_void(name) && !tag.self_closing {
            // A hidden row or cell of a table keeps its place.
            match name {
                "tr" => self.start_row(true),
                "td" | "th" => self.start_cell(tag),
                _ => {}
            }
            if name == "tr" {
                return;
            }
            self.hidden = Some((name.to_owned(), 1));
            return;
        }
        if is_block(name) {
            self.line_end();
        }
        if self.marks_quotes && !is_void(name) && !tag.self_closing {
            match &mut self.quote {
                Some((open, depth)) if open == name => *depth += 1,
                Some(_) => {}
                None if is_quotation(tag) => {
                    self.line_end();
                    self.text.push(QUOTE_BEGINS);
                    self.quote = Some((name.to_owned(), 1));
                }
                None => {}
            }
        }
        match name {
            "br" => self.push('\n'),
            "table" if self.open.len() < DEEPEST => self.open.push(Builder::at(self.text.len())),
            "tr" => self.start_row(false),
            "td" | "th" => self.start_cell(tag),
            "li" => self.item = true,
            "p" | "div" => {
                let listed = attribute(tag, "style").is_some_and(|style| {
                    style
                        .to_ascii_lowercase()
                        .split(';')
                        .any(|rule| rule.trim_start().starts_with("mso-list:") && !rule.contains("none"))
                });
                self.item |= listed;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.open.is_empty() => {
                self.line_end();
                self.text.push_str("# ");
            }
            "pre" => self.pre += 1,
            "a" => {
                if let (Some(table), Some(address)) = (self.open.last_mut(), attribute(tag, "href")) {
                    table.link(address);
                }
            }
            _ => {}
        }
        if let (Some(table), Some(address)) = (self.open.last_mut(), attribute(tag, "data-sheets-hyperlink"))
        {
            table.link(address);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden != name {
                if !matches!(name, "table" | "tr") || hidden == "table" {
                    return;
                }
                self.hidden = None;
            } else {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    self.hidden = None;
                }
                if !matches!(name, "td" | "th") {
                    return;
                }
            }
        }
        if let Some((open, depth)) = &mut self.quote
            && open == name
        {
            *depth = depth.saturating_sub(1);
            if *depth == 0 {
                self.quote = None;
                self.line_end();
                self.text.push(QUOTE_ENDS);
                self.text.push('\n');
            }
        }
        match name {
            "table" => self.close_table(),
            "tr" => {
                self.end_row();
            }
            "td" | "th" => {
                if let Some(table) = self.open.last_mut() {
                    table.end_cell();
                }
            }
            "pre" => self.pre = self.pre.saturating_sub(1),
            _ => {}
        }
        if is_block(name) {
            self.line_end();
            if matches!(name, "li") {
                self.item = false;
            }
            // Paragraphs of running text are apart; items and cells are not.
            if matches!(
                name,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table"
            ) && !self.text.is_empty()
                && !self.text.ends_with("\n\n")
            {
                self.text.push('\n');
            }
        }
    }

    fn start_row(&mut self, hidden: bool) {
        self.end_row();
        self.line_end();
        if let Some(table) = self.open.last_mut() {
            table.start_row(hidden);
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.open.last_mut()
            && let Err(error) = table.end_row()
        {
            self.error = Some(error);
        }
    }

    fn start_cell(&mut self, tag: &Tag) {
        let span = |name| {
            attribute(tag, name)
                .and_then(|span| span.trim().parse::<usize>().ok())
                .unwrap_or(1)
        };
        if let Some(table) = self.open.last_mut() {
            if table.has_cells() {
                self.text.push('\t');
            }
            table.start_cell(span("colspan"), span("rowspan"));
            self.space = false;
        }
    }

    fn close_table(&mut self) {
        self.end_row();
        if let Some(table) = self.open.pop()
            && self.error.is_none()
        {
            if let Some((begins, text)) = table.arranged().filter(|_| self.open.is_empty()) {
                self.text.truncate(begins);
                self.text.push_str(&text);
                self.line_end();
            }
            match table.finish() {
                Ok(Some(table)) => self.tables.push(table),
                Ok(None) => {}
                Err(error) => self.error = Some(error),
            }
        }
    }

    /// Ends the line, where one has begun.
    fn line_end(&mut self) {
        self.space = false;
        if let Some(table) = self.open.last_mut() {
            // Within a cell a paragraph is a line of the cell; in the text a cell stays on its row.
            if table.line_end() {
                if !self.text.ends_with([' ', '\t', '\n']) && !self.text.is_empty() {
                    self.space = true;
                }
                return;
            }
        }
        while self.text.ends_with([' ', '\t']) {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn characters(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        for c in text.chars() {
            // A no-break space is a space to whoever reads the cell.
            if c.is_whitespace() {
                if self.pre > 0 && c == '\n' {
                    self.push('\n')
                } else {
                    self.space = true
                }
            } else {
                self.push(c);
            }
        }
    }

    fn push(&mut self, c: char) {
        let in_cell = self.open.last().is_some_and(Builder::is_in_cell);
        // Text between the cells of a table is no cell's.
        if self
            .open
            .last()
            .is_some_and(|table| !table.is_in_cell() && table.has_rows())
            && c == '\n'
        {
            return;
        }
        if c == '\n' {
            self.space = false;
            match self.open.last_mut().filter(|_| in_cell) {
                Some(table) => {
                    table.push('\n');
                    self.space = true;
                }
                None => self.text.push('\n'),
            }
            return;
        }
        let space = std::mem::take(&mut self.space);
        if std::mem::take(&mut self.item) && !in_cell {
            self.line_end();
            self.text.push_str("- ");
        }
        if space && !self.text.is_empty() && !self.text.ends_with(['\n', '\t', ' ']) {
            self.text.push(' ');
        }
        self.text.push(c);
        if let Some(table) = self.open.last_mut().filter(|_| in_cell) {
            if space {
                table.push(' ');
            }
            table.push(c);
        }
    }
}
