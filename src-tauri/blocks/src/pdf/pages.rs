//! Lines on pages: what stays together, and columns that are filled down and balanced.

use super::lines::{Line, Paragraph, Picture, Role};
use super::typeface::{Style, Typefaces};
use crate::options::{Paper, TEXT_TWIPS};

/// What stays free above and below, and the width of the text, as in the other formats, in points.
const MARGIN: f32 = 72.0;
pub(super) const TEXT_WIDTH: f32 = TEXT_TWIPS as f32 / 20.0;
/// The size of the letters, the distance between two lines, and how far below its top a line stands.
pub(super) const SIZE: f32 = 11.0;
pub(super) const LEADING: f32 = 13.6;
const BASELINE: f32 = 10.4;
/// The distance between two columns, and between a mark and its text.
const GUTTER: f32 = 20.0;
const AFTER_MARK: f32 = 6.0;
/// What stays free between two cells of a table.
const CELL_GAP: f32 = 12.0;
/// What stays free around a logo.
const WALL_GAP: f32 = 7.0;

/// Width and height of a page in points.
pub(super) fn size(paper: Paper) -> (f32, f32) {
    let (width, height) = paper.twips();
    (width as f32 / 20.0, height as f32 / 20.0)
}

/// A piece of text on a page.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) x: f32,
    /// Where it stands, from the top of the page.
    pub(super) y: f32,
    pub(super) text: String,
    pub(super) style: Style,
    /// The paragraph that it belongs to.
    pub(super) number: usize,
    /// Whether it is the mark before the paragraph.
    pub(super) mark: bool,
    /// Whether it repeats what stood before, as the head of a table does on its second page.
    pub(super) again: bool,
    /// The picture that stands here instead of text; `y` is its foot.
    pub(super) picture: Option<Picture>,
}

impl Placed {
    /// The number of the address behind it.
    pub(super) fn link(&self) -> Option<u16> {
        self.picture
            .as_ref()
            .map_or(self.style.link, |picture| picture.link)
    }
}

/// A paragraph broken into lines.
struct Broken<'a> {
    paragraph: &'a Paragraph,
    lines: Vec<Line>,
}

impl Broken<'_> {
    fn height(&self) -> f32 {
        self.paragraph.before + self.lines.len() as f32 * LEADING + self.paragraph.after
    }
}

/// The pages so far.
pub(super) struct Pages<'t> {
    typefaces: &'t mut Typefaces,
    pub(super) pages: Vec<Vec<Placed>>,
    /// The room for text on a page, and where it begins at the left.
    room: f32,
    left: f32,
    /// How far the last page is filled.
    y: f32,
    /// How much has to fit below the last entry of what is set: a note that stood alone on the last page would have lost
    /// what it belongs to.
    closing: f32,
}

/// How many lines of the text below the last entry stay with it.
const CLOSING_LINES: usize = 3;

impl<'t> Pages<'t> {
    pub(super) fn new(typefaces: &'t mut Typefaces, paper: Paper) -> Self {
        let (width, height) = size(paper);
        Self {
            typefaces,
            pages: vec![Vec::new()],
            room: height - 2.0 * MARGIN,
            left: (width - TEXT_WIDTH) / 2.0,
            y: 0.0,
            closing: 0.0,
        }
    }

    /// Says what follows that which is set next.
    pub(super) fn followed_by(&mut self, paragraph: Option<&Paragraph>) {
        let text = paragraph.filter(|paragraph| paragraph.role == Role::Text);
        self.closing = text.map_or(0.0, |text| {
            let lines = text.lines(self.typefaces, TEXT_WIDTH, SIZE).len();
            text.before + lines.min(CLOSING_LINES) as f32 * LEADING
        });
    }

    fn broken<'a>(&mut self, paragraph: &'a Paragraph, width: f32) -> Broken<'a> {
        Broken {
            paragraph,
            lines: paragraph.lines(self.typefaces, width, SIZE),
        }
    }

    fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = 0.0;
    }

    /// Begins a page where less than this is left on one that has begun.
    fn need(&mut self, height: f32) {
        if self.y > 0.0 && self.y + height > self.room {
            self.new_page();
        }
    }

    /// Sets paragraphs one under the other. A heading stays with what follows, a signatory stays whole.
    pub(super) fn paragraphs(&mut self, paragraphs: &[Paragraph]) {
        let broken: Vec<Broken> = paragraphs
            .iter()
            .map(|paragraph| self.broken(paragraph, TEXT_WIDTH))
            .collect();
        for (at, this) in broken.iter().enumerate() {
            let is_last_entry = this.paragraph.role == Role::Item && at + 1 == broken.len();
            let closing = if is_last_entry { self.closing } else { 0.0 };
            self.need(Self::together(&broken, at) + closing);
            self.set_flowing(this);
        }
    }

    /// How much has to fit on the page where one of several paragraphs begins.
    fn together(broken: &[Broken], at: usize) -> f32 {
        let mut height = 0.0;
        for this in broken.get(at..).unwrap_or_default() {
            match this.paragraph.role {
                Role::Heading | Role::Note => height += this.height(),
                Role::Item | Role::Cell => return height + this.height(),
                // Two lines stay together, and so do three: neither page would get two.
                Role::Text => {
                    let lines = if this.lines.len() == 3 {
                        3
                    } else {
                        this.lines.len().min(2)
                    };
                    return height + this.paragraph.before + LEADING * lines as f32;
                }
            }
        }
        // What follows in columns or a table needs at least a line.
        height + LEADING
    }

    /// Sets a paragraph, on the next pages too.
    fn set_flowing(&mut self, this: &Broken) {
        if self.y > 0.0 {
            self.y += this.paragraph.before;
        }
        for (at, line) in this.lines.iter().enumerate() {
            // The last line never stands alone on a page.
            let two = at > 1 && at + 2 == this.lines.len();
            let together = if two { 2.0 * LEADING } else { LEADING };
            if self.y > 0.0 && self.y + together > self.room {
                self.new_page();
            }
            let y = self.y;
            self.set_line(this.paragraph, line, at == 0, self.left, y);
            self.y += LEADING;
        }
        self.y += this.paragraph.after;
    }

    fn set_line(&mut self, paragraph: &Paragraph, line: &Line, first: bool, x: f32, y: f32) {
        let y = MARGIN + y + BASELINE;
        let mut placed = Vec::new();
        if let Some(mark) = paragraph.mark.as_ref().filter(|_| first) {
            let width = self.typefaces.width(mark, false) * SIZE;
            placed.push(Placed {
                x: x + (paragraph.indent - AFTER_MARK - width).max(0.0),
                y,
                text: mark.clone(),
                style: Style::default(),
                number: paragraph.number,
                mark: true,
                again: false,
                picture: None,
            });
        }
        for (from, text, style) in &line.pieces {
            placed.push(Placed {
                x: x + from,
                y: if style.raised { y - SIZE * 0.33 } else { y },
                text: text.clone(),
                style: *style,
                number: paragraph.number,
                mark: false,
                again: false,
                picture: None,
            });
        }
        if let Some(page) = self.pages.last_mut() {
            page.append(&mut placed);
        }
    }

    /// Sets paragraphs in columns, filled down; on the last page they are as even as can be. What heads them stays with
    /// them.
    pub(super) fn columns(&mut self, heads: &[Paragraph], paragraphs: &[Paragraph], count: usize) {
        let count = count.max(1);
        let width = (TEXT_WIDTH - GUTTER * (count - 1) as f32) / count as f32;
        let broken: Vec<Broken> = paragraphs
            .iter()
            .map(|paragraph| self.broken(paragraph, width))
            .collect();
        let heights: Vec<f32> = broken.iter().map(Broken::height).collect();
        let heads: Vec<Broken> = heads.iter().map(|head| self.broken(head, TEXT_WIDTH)).collect();
        let first = heights.first().copied().unwrap_or_default();
        self.need(heads.iter().map(Broken::height).sum::<f32>() + first);
        for head in &heads {
            self.set_flowing(head);
        }
        let mut start = 0;
        while start < broken.len() {
            let rest = heights.get(start..).unwrap_or_default();
            self.need(rest.first().copied().unwrap_or_default());
            let room = self.room - self.y;
            let fit = |rest: &[f32], room: f32| filled(rest, count, room).iter().sum::<usize>() == rest.len();
            let mut height = if fit(rest, room) {
                even(rest, count, room)
            } else {
                room
            };
            let mut rest = rest;
            if fit(rest, room) && self.y > 0.0 && height + self.closing > room && rest.len() > count {
                // A row of entries goes on to the next page with the text below them.
                rest = rest.get(..rest.len() - count).unwrap_or_default();
                height = even(rest, count, room);
            }
            let goes_on = start + rest.len() < broken.len();
            let (top, mut deepest) = (self.y, self.y);
            for (column, members) in filled(rest, count, height).into_iter().enumerate() {
                let x = self.left + (width + GUTTER) * column as f32;
                let mut y = top;
                for this in broken.get(start..start + members).unwrap_or_default() {
                    for (at, line) in this.lines.iter().enumerate() {
                        self.set_line(this.paragraph, line, at == 0, x, y);
                        y += LEADING;
                    }
                    y += this.paragraph.before + this.paragraph.after;
                }
                start += members;
                deepest = deepest.max(y);
            }
            self.y = deepest;
            if goes_on {
                self.new_page();
            }
        }
    }

    /// Sets logos, and names where there are none, in rows of so many, each in the middle of its place. A row stays whole.
    pub(super) fn wall(&mut self, heads: &[Paragraph], cells: &[Paragraph], in_row: usize) {
        let in_row = in_row.max(1);
        let place = TEXT_WIDTH / in_row as f32;
        let heads: Vec<Broken> = heads.iter().map(|head| self.broken(head, TEXT_WIDTH)).collect();
        let mut above = heads.iter().map(Broken::height).sum::<f32>();
        for (at, row) in cells.chunks(in_row).enumerate() {
            let broken: Vec<Broken> = row
                .iter()
                .map(|cell| self.broken(cell, place - 2.0 * WALL_GAP))
                .collect();
            let high = |this: &Broken| match &this.paragraph.picture {
                Some(picture) => picture.height,
                None => this.lines.len() as f32 * LEADING,
            };
            let height = broken.iter().map(high).fold(0.0, f32::max) + 2.0 * WALL_GAP;
            let is_last = (at + 1) * in_row >= cells.len();
            self.need(above + height + if is_last { self.closing } else { 0.0 });
            if at == 0 {
                for head in &heads {
                    self.set_flowing(head);
                }
                above = 0.0;
            }
            for (column, this) in broken.iter().enumerate() {
                let middle = self.left + place * (column as f32 + 0.5);
                let top = self.y + (height - high(this)) / 2.0;
                match &this.paragraph.picture {
                    Some(picture) => self.set_picture(this.paragraph, picture, middle, top),
                    None => {
                        for (number, line) in this.lines.iter().enumerate() {
                            let y = top + number as f32 * LEADING;
                            self.set_line(this.paragraph, line, number == 0, middle - line.end / 2.0, y);
                        }
                    }
                }
            }
            self.y += height;
        }
    }

    fn set_picture(&mut self, paragraph: &Paragraph, picture: &Picture, middle: f32, top: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed {
                x: middle - picture.width / 2.0,
                y: MARGIN + top + picture.height,
                text: String::new(),
                style: Style::default(),
                number: paragraph.number,
                mark: false,
                again: false,
                picture: Some(picture.clone()),
            });
        }
    }

    /// Sets a table: its head again on every page, each row whole. `shares` are the widths in thousandths.
    pub(super) fn table(
        &mut self,
        heads: &[Paragraph],
        head: &[Paragraph],
        rows: &[Vec<Paragraph>],
        shares: &[usize],
    ) {
        let widths: Vec<f32> = shares
            .iter()
            .map(|share| TEXT_WIDTH * *share as f32 / 1000.0)
            .collect();
        let broken_row = |pages: &mut Self, row: &'_ [Paragraph]| -> (f32, Vec<Vec<Line>>) {
            let lines: Vec<Vec<Line>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| cell.lines(pages.typefaces, width - CELL_GAP, SIZE))
                .collect();
            let most = lines.iter().map(Vec::len).max().unwrap_or_default();
            (most as f32 * LEADING + 3.0, lines)
        };
        let (head_height, head_lines) = broken_row(self, head);
        let heads: Vec<Broken> = heads.iter().map(|head| self.broken(head, TEXT_WIDTH)).collect();
        let first = rows.first().map_or(0.0, |row| broken_row(self, row).0);
        self.need(heads.iter().map(Broken::height).sum::<f32>() + head_height + first);
        for this in &heads {
            self.set_flowing(this);
        }
        self.set_row(head, &head_lines, &widths, false);
        self.y += head_height;
        for (at, row) in rows.iter().enumerate() {
            let (height, lines) = broken_row(self, row);
            let closing = if at > 0 && at + 1 == rows.len() {
                self.closing
            } else {
                0.0
            };
            if self.y + height + closing > self.room {
                self.new_page();
                self.set_row(head, &head_lines, &widths, true);
                self.y += head_height;
            }
            self.set_row(row, &lines, &widths, false);
            self.y += height;
        }
    }

    fn set_row(&mut self, row: &[Paragraph], lines: &[Vec<Line>], widths: &[f32], again: bool) {
        let mut x = self.left;
        let from = self.pages.last().map_or(0, Vec::len);
        for ((cell, lines), width) in row.iter().zip(lines).zip(widths) {
            for (at, line) in lines.iter().enumerate() {
                let y = self.y + at as f32 * LEADING;
                self.set_line(cell, line, false, x, y);
            }
            x += width;
        }
        for placed in self
            .pages
            .last_mut()
            .into_iter()
            .flat_map(|page| page.iter_mut().skip(from))
        {
            placed.again = again;
        }
    }
}

/// How many of these heights go into each column of this height, filled down.
fn filled(heights: &[f32], count: usize, room: f32) -> Vec<usize> {
    let mut columns = vec![0; count];
    let (mut column, mut used) = (0, 0.0);
    for height in heights {
        if used > 0.0 && used + height > room + 0.01 {
            (column, used) = (column + 1, 0.0);
        }
        match columns.get_mut(column) {
            Some(members) => *members += 1,
            None => break,
        }
        used += height;
    }
    columns
}

/// The least height at which all of these fit into the columns, at most `room`.
fn even(heights: &[f32], count: usize, room: f32) -> f32 {
    let fits = |height: f32| filled(heights, count, height).iter().sum::<usize>() == heights.len();
    let (mut low, mut high) = (0.0, room);
    while high - low > 0.5 {
        let middle = (low + high) / 2.0;
        if fits(middle) { high = middle } else { low = middle }
    }
    high
}
