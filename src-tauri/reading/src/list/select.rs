//! Which of the lists in a document are the one of those who sign.
//!
//! A press release or letter enumerates much that is no signatory, and has lines above and below that look like names. What
//! was said before a list decides ([`Cue`]); where nothing was said, its size does. A text that is nothing but a list is
//! taken as it is.

use std::collections::HashSet;
use std::ops::Range;

use super::cue::Cue;
use super::layout::Between;

/// Entries that stand together and stay or go together.
#[derive(Debug, Clone)]
struct Piece {
    entries: Range<usize>,
    cue: Cue,
    /// Whether it was cut out of running text.
    prose: bool,
    /// Entries of one section were announced by the same words.
    section: usize,
    /// How many sentences of the text around it came before.
    bodies: usize,
    /// How many of its entries can be no name.
    poor: usize,
    /// Whether a heading stood above it, and no sentence between.
    headed: bool,
}

/// So many pieces are looked at for names that are listed again.
const MOST_PIECES: usize = 200;

/// So many names of a piece are looked at for that.
const MOST_NAMES: usize = 400;

/// What was read, in order, and what stood between.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pieces: Vec<Piece>,
    cue: Cue,
    section: usize,
    bodies: usize,
    /// Whether something was read since the last cue.
    read: bool,
    /// Whether a sentence came since something was read.
    apart: bool,
    /// Whether a heading came since the last sentence.
    headed: bool,
}

/// What is to be kept of what was read.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Whether each entry stays.
    pub entries: Vec<bool>,
    /// Whether each entry is surely of the list: by its cue, or because there is nothing else.
    pub sure: Vec<bool>,
}

impl Kept {
    /// All of so many entries, each surely of the list.
    pub fn all(entries: usize) -> Self {
        Self {
            entries: vec![true; entries],
            sure: vec![true; entries],
        }
    }
}

impl Selection {
    /// Something that is no entry.
    pub fn pass(&mut self, between: Between) {
        match between {
            Between::Cue(cue) => {
                self.section += 1;
                // "Sincerely," and then "National organizations:"
                if cue >= self.cue || self.read {
                    self.cue = if self.apart || cue == Cue::Signing || self.cue != Cue::Signing {
                        cue
                    } else {
                        self.cue
                    };
                }
                self.read = false;
                self.apart = false;
            }
            Between::Heading => {
                self.section += 1;
                self.headed = true;
                if self.apart && self.read {
                    self.cue = Cue::None;
                }
            }
            Between::Body => self.body(),
            Between::End => {
                self.section += 1;
                self.cue = Cue::None;
                self.apart = true;
            }
        }
    }

    fn body(&mut self) {
        self.bodies += 1;
        self.apart = true;
        self.headed = false;
        if self.read {
            self.section += 1;
            self.cue = Cue::None;
        }
    }

    /// Entries of a line, a bullet or a row.
    pub fn line(&mut self, entries: Range<usize>, poor: usize) {
        self.push(entries, self.cue, false, poor);
    }

    /// The lists of a running text, each with what stood before it in its sentence and whether that adds to those
    /// before; none is a sentence like any other.
    pub fn prose(&mut self, lists: Vec<(Range<usize>, Cue, usize, bool)>) {
        if lists.is_empty() {
            self.body();
        }
        // "It was organized by A and B. It is also signed by C and D."
        let signing = lists.iter().any(|(_, cue, ..)| *cue == Cue::Signing);
        for (entries, cue, poor, further) in lists {
            // "Además, Ana Mora, Bo Lind y ..." directly below those who sign.
            let added = further
                && poor == 0
                && self
                    .pieces
                    .last()
                    .is_some_and(|piece| piece.cue == Cue::Signing && piece.bodies == self.bodies);
            let cue = if added || signing && cue == Cue::Introduced && entries.len() >= 2 && poor == 0 {
                Cue::Signing
            } else {
                cue
            };
            self.section += 1;
            // Directly behind "Signatories:".
            let cue = if self.read { cue } else { cue.max(self.cue) };
            self.push(entries, cue, true, poor);
        }
    }

    fn push(&mut self, entries: Range<usize>, cue: Cue, prose: bool, poor: usize) {
        if entries.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            entries,
            cue,
            prose,
            section: self.section,
            bodies: self.bodies,
            poor,
            headed: self.headed,
        });
        self.read = true;
        self.apart = false;
    }

    /// Which of the entries stay, by their names.
    pub fn kept(&self, names: &[&str]) -> Kept {
        let mut kept = self.of_the_list(names.len());
        // What seemed to be announced can be no names: then it announced nothing, and the rest is looked at without it.
        if self.pieces.len() > 1 && !kept.entries.contains(&true) {
            let mut other = Self {
                pieces: self.pieces.clone(),
                bodies: self.bodies,
                ..Self::default()
            };
            for piece in &mut other.pieces {
                if piece.cue == Cue::Signing && piece.entries.len() <= 2 + piece.poor {
                    piece.cue = Cue::None;
                }
            }
            kept = other.of_the_list(names.len());
        }
        let few = || self.pieces.iter().take(MOST_PIECES);
        let called = |piece: &Piece| -> Vec<String> {
            let names = names[piece.entries.clone()].iter().take(MOST_NAMES);
            names.map(|name| called(name)).collect()
        };
        let lines: HashSet<String> = if few().any(|piece| piece.prose && kept.entries[piece.entries.start]) {
            few()
                .filter(|piece| !piece.prose && kept.entries[piece.entries.start])
                .flat_map(called)
                .collect()
        } else {
            HashSet::new()
        };
        // A headline or a sentence names some of those that are listed below.
        for piece in few().filter(|piece| piece.prose) {
            if !kept.entries[piece.entries.start] {
                continue;
            }
            let larger = few().find(|other| {
                other.prose && other.entries.len() > piece.entries.len() && kept.entries[other.entries.start]
            });
            let listed: HashSet<String> =
                larger.map_or_else(HashSet::new, |larger| called(larger).into_iter().collect());
            let listed = if listed.is_empty() { &lines } else { &listed };
            if listed.len() <= piece.entries.len() {
                continue;
            }
            let again = called(piece).iter().filter(|name| listed.contains(*name)).count();
            if again >= 2 && again * 5 >= piece.entries.len() * 4 {
                for entry in piece.entries.clone() {
                    kept.entries[entry] = false;
                }
            }
        }
        kept
    }

    fn of_the_list(&self, entries: usize) -> Kept {
        let mut kept = Kept::all(entries);
        // Pieces of one section count as one.
        let mut sections: Vec<(Vec<&Piece>, usize)> = Vec::new();
        for piece in &self.pieces {
            match sections
                .last_mut()
                .filter(|(last, _)| last[0].section == piece.section)
            {
                Some((last, size)) => {
                    last.push(piece);
                    *size += piece.entries.len();
                }
                None => sections.push((vec![piece], piece.entries.len())),
            }
        }
        // What can hardly be names under a cue lists nobody.
        let named =
            |pieces: &[&Piece], size: usize| pieces.iter().map(|piece| piece.poor).sum::<usize>() < size;
        // A name or two behind "Endorsements" are no list where a long one comes below them.
        let aside = |at: usize| {
            sections[at].1 <= 2
                && sections[at + 1..].iter().any(|(pieces, size)| {
                    let apart = pieces[0].bodies > sections[at].0[0].bodies || pieces[0].cue == Cue::None;
                    *size >= 5 && apart && !pieces[0].prose && pieces.iter().all(|piece| piece.poor == 0)
                })
        };
        let signing = sections
            .iter()
            .enumerate()
            .any(|(at, (pieces, size))| pieces[0].cue == Cue::Signing && named(pieces, *size) && !aside(at));
        let first = sections
            .iter()
            .position(|(pieces, _)| pieces[0].cue == Cue::Signing);
        let largest = sections.iter().map(|(_, size)| *size).max().unwrap_or_default();
        let bodies = self.bodies;
        for (at, (pieces, size)) in sections.iter().enumerate() {
            let piece = pieces[0];
            let later = sections[at + 1..].iter().any(|(pieces, size)| {
                pieces[0].bodies > piece.bodies && *size >= if pieces[0].cue > Cue::None { 3 } else { 5 }
            });
            let title = *size <= 2 && piece.cue == Cue::None && later;
            let poor: usize = pieces.iter().map(|piece| piece.poor).sum();
            let stays = if title {
                false
            } else if piece.cue == Cue::Signing {
                // A statement under "The following are statements of the signers:" is no list beside one.
                let few = if piece.prose { 2 } else { 1 };
                // "1. Congressman Mora", and below it "2. State representatives:".
                let followed = sections.get(at + 1).is_some_and(|(next, count)| {
                    next[0].cue == Cue::Signing
                        && next[0].bodies == piece.bodies
                        && next[0].headed
                        && *count >= 3
                });
                let lonely = *size <= few && largest >= 8 && (piece.prose || bodies > 0 && !followed);
                !lonely && (poor * 2 < *size || sections.len() == 1 && poor < *size)
            } else if piece.prose {
                let introduced = piece.cue == Cue::None
                    && sections.iter().any(|(other, count)| {
                        other[0].cue == Cue::Introduced && *count > *size && other[0].poor == 0
                    });
                // Another enumeration, where one of signatories is.
                !signing
                    && !(introduced && (poor > 0 || bodies > 0))
                    && *size * 3 >= largest
                    && poor * 5 <= *size * 2
                    && (bodies == 0 || *size >= 2)
            } else if signing {
                // Above the cue, those who asked first may stand; but not above the text.
                let above = first.is_some_and(|first| at < first);
                let last_above = self
                    .pieces
                    .iter()
                    .find(|piece| piece.cue == Cue::Signing)
                    .is_some_and(|cued| cued.bodies == piece.bodies);
                let nothing_else = bodies == 0 && (piece.headed || *size >= 3);
                // "We ask you to protect the following programs:"
                if above && piece.cue == Cue::Introduced {
                    false
                } else if above {
                    nothing_else || *size >= 3 && last_above && piece.bodies > 0
                } else {
                    bodies == 0 || *size >= 5 && poor == 0 && piece.cue == Cue::Introduced
                }
            } else {
                bodies < 3
                    || *size >= 3 && *size * 4 >= largest
                    || *size == largest
                    || piece.cue == Cue::Introduced
            };
            let sure =
                piece.cue == Cue::Signing || bodies == 0 && !signing || sections.len() == 1 && *size >= 3;
            for entry in pieces.iter().flat_map(|piece| piece.entries.clone()) {
                kept.entries[entry] = stays;
                kept.sure[entry] = sure;
            }
        }
        kept
    }
}

/// A name as it is known again: a person's by its last two words, whatever stands before or in parentheses behind.
fn called(name: &str) -> String {
    let bare = name.split(" (").next().unwrap_or(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let last = words.len().saturating_sub(2);
    let person = words.len() <= 6 && super::signer::is_person(&words[last..].join(" "));
    names::recognize::words::fold(&words[if person { last } else { 0 }..].join(" "))
}
