//! The rules of comparing: what the unpaired words of two aligned names mean.
//!
//! Owns what is said of a chapter, a place, a number, a part of an institution and a misspelling. Where no rule is certain,
//! `score.rs` asks the learned weights.

use super::align::{Alignment, How, spells};
use super::more::digit_for_word;
use super::name::{Name, Word};
use super::parts::is_body;
use super::reason::{Comparison, Match, Reason};
use super::score::LIKELY;
use super::tokens::Gap;
use super::vocabulary::Class;

/// A likely pair, with its score kept in the range of likely ones.
pub(super) fn likely(score: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Likely,
        score: score.clamp(LIKELY, 0.99),
        reason,
    }
}

/// A different pair; `likeness` from 0 to 1 orders those that are worth showing as related.
pub(super) fn different(likeness: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Different,
        score: (likeness * 0.55).clamp(0.0, LIKELY - 0.05),
        reason,
    }
}

impl Alignment<'_> {
    /// The verdict of the rules alone.
    pub(super) fn judge_by_rules(&self) -> Comparison {
        let (left_a, left_b, likeness) = (&self.left_a, &self.left_b, self.likeness);
        let shared = |test: fn(&Word) -> bool| {
            self.a
                .words
                .iter()
                .zip(&self.how_a)
                .any(|(word, how)| *how != How::Left && test(word))
                || self
                    .b
                    .words
                    .iter()
                    .zip(&self.how_b)
                    .any(|(word, how)| *how != How::Left && test(word))
        };
        if likeness < 0.05 {
            return different(likeness, Reason::Unrelated);
        }
        if left_a.is_empty() && left_b.is_empty() {
            return self.judge_all_paired(likeness, shared(Word::distinguishes));
        }
        if !shared(Word::distinguishes)
            && !self.uses(How::Acronym)
            && !shared(|word| matches!(word.class, Class::Kind | Class::Sister))
        {
            return different(likeness, Reason::Unrelated);
        }
        if !left_a.is_empty() && !left_b.is_empty() {
            return self.judge_both_left(left_a, left_b, likeness);
        }
        if left_a.is_empty() {
            self.judge_one_left(self.b, &self.how_b, left_b, self.a, likeness)
        } else {
            self.judge_one_left(self.a, &self.how_a, left_a, self.b, likeness)
        }
    }

    /// Every word that counts found its like.
    fn judge_all_paired(&self, likeness: f64, distinguished: bool) -> Comparison {
        if !distinguished && !self.uses(How::Acronym) && self.slips > 0 {
            return different(likeness, Reason::Unrelated);
        }
        // A letter more or less makes another acronym.
        if self.slips > 0 && self.a.is_acronym() && self.b.is_acronym() {
            return different(likeness, Reason::Unrelated);
        }
        if self.slips > 0 {
            // A slip in the only word that distinguishes weighs more than one among several.
            let sure = self.slips * 5 <= self.slip_letters || self.slips == 1 && self.slip_letters >= 4;
            if !sure {
                return different(likeness, Reason::Unrelated);
            }
            let (a, b) = self.spelled.first().cloned().unwrap_or_default();
            return likely(0.95 * likeness, Reason::Spelling { a, b });
        }
        if self.uses(How::Acronym) {
            let place = self
                .a
                .words
                .iter()
                .zip(&self.how_a)
                .find(|(word, how)| **how != How::Acronym && word.class == Class::Place);
            let (acronym, _) = self.acronym_words();
            return match place {
                Some((place, _)) => likely(
                    0.88,
                    Reason::AcronymAndPlace {
                        acronym,
                        place: place.written().to_owned(),
                    },
                ),
                None => likely(0.85, Reason::Acronym { acronym }),
            };
        }
        if self.uses(How::Shortened) {
            return likely(
                0.93,
                Reason::Abbreviation {
                    a: self.differing(true),
                    b: self.differing(false),
                },
            );
        }
        if self.uses(How::Spelling) {
            return likely(
                0.96,
                Reason::Spelling {
                    a: String::from(&*self.a.key),
                    b: String::from(&*self.b.key),
                },
            );
        }
        let order: Vec<usize> = self
            .partner
            .iter()
            .zip(&self.a.words)
            .filter(|(_, word)| word.class != Class::Little)
            .filter_map(|(j, _)| *j)
            .collect();
        let in_order = order.is_sorted();
        let (a, b) = (self.differing(true), self.differing(false));
        if (self.uses(How::Concept) || self.uses(How::Cognate)) && !a.is_empty() {
            let abbreviated = a.split(' ').count() == b.split(' ').count()
                && (a.starts_with(&b[..b.len().min(2)]) && a.len().abs_diff(b.len()) > 3);
            let reason = if abbreviated {
                Reason::Abbreviation { a, b }
            } else {
                Reason::Translation { a, b }
            };
            return likely(if in_order { 0.94 } else { 0.9 }, reason);
        }
        if in_order {
            likely(0.98, Reason::SmallWords)
        } else {
            likely(0.92, Reason::WordOrder)
        }
    }

    fn judge_both_left(
        &self,
        left_a: &[(usize, &Word)],
        left_b: &[(usize, &Word)],
        likeness: f64,
    ) -> Comparison {
        let only = |left: &[(usize, &Word)], class: Class| left.iter().all(|(_, word)| word.class == class);
        let any = |left: &[(usize, &Word)], class: Class| left.iter().any(|(_, word)| word.class == class);
        let text = |left: &[(usize, &Word)]| {
            left.iter()
                .map(|(_, word)| word.written())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let words = || (text(left_a), text(left_b));
        // "Group" for "organization" says little; an association and a society are two.
        let empty = |left: &[(usize, &Word)]| {
            left.iter().all(|(_, word)| {
                word.class == Class::Plain && !matches!(&*word.text, "association" | "society")
            })
        };
        if empty(left_a) && empty(left_b) {
            let (a, b) = words();
            return likely(0.7 * likeness.max(0.9), Reason::OneWordDiffers { a, b });
        }
        if only(left_a, Class::Chapter) && only(left_b, Class::Chapter) {
            let (a, b) = words();
            return likely(0.75, Reason::OneWordDiffers { a, b });
        }
        let chapter = [self.a, self.b]
            .iter()
            .any(|name| name.words.iter().any(|word| word.class == Class::Chapter));
        let both = |class: Class| any(left_a, class) && any(left_b, class);
        let one_each = left_a.len() == 1 && left_b.len() == 1;
        if !both(Class::Number) && !chapter && !both(Class::Place) && !one_each {
            return different(likeness, Reason::Unrelated);
        }
        let (a, b) = words();
        let reason = if both(Class::Number) {
            Reason::DifferentNumber { a, b }
        } else if chapter {
            Reason::DifferentChapter { a, b }
        } else if both(Class::Place) {
            Reason::DifferentPlace { a, b }
        } else {
            Reason::OneWordDiffers { a, b }
        };
        different(likeness, reason)
    }

    /// One name says all that the other says, and more.
    fn judge_one_left(
        &self,
        longer: &Name,
        how: &[How],
        left: &[(usize, &Word)],
        shorter: &Name,
        likeness: f64,
    ) -> Comparison {
        let more = left
            .iter()
            .map(|(_, word)| word.written())
            .collect::<Vec<_>>()
            .join(" ");
        let any = |class: Class| left.iter().any(|(_, word)| word.class == class);
        let sure = self.slips == 0 || self.slips * 5 <= self.slip_letters;
        if digit_for_word(longer, left, shorter) {
            return likely(
                0.9,
                Reason::Spelling {
                    a: String::from(&*longer.key),
                    b: String::from(&*shorter.key),
                },
            );
        }
        if any(Class::Number) {
            let reason = if longer.words.iter().any(|word| word.class == Class::Chapter) {
                Reason::ParentAndChapter { chapter: more }
            } else {
                Reason::DifferentNumber {
                    a: more,
                    b: String::new(),
                }
            };
            return different(likeness, reason);
        }
        if any(Class::Chapter) {
            // "Guild, Madison" and "Guild, Madison Chapter" are one chapter; "Guild" and "Guild, Madison Chapter" are not.
            let beside_place = left.len() == 1
                && longer.words.iter().enumerate().any(|(i, word)| {
                    i.abs_diff(left[0].0) <= 1
                        && i != left[0].0
                        && how[i] != How::Left
                        && matches!(word.class, Class::Place | Class::Number)
                })
                && shorter.words.iter().filter(|word| word.distinguishes()).count() > 1;
            if beside_place && sure {
                return likely(
                    0.85,
                    Reason::OneWordDiffers {
                        a: more,
                        b: String::new(),
                    },
                );
            }
            return different(likeness, Reason::ParentAndChapter { chapter: more });
        }
        if !sure || self.spelled.len() > 1 {
            return different(likeness, Reason::MoreWords { more });
        }
        let distinguishing = shorter.words.iter().filter(|word| word.distinguishes()).count();
        if let [(at, word)] = left {
            // "Food Agency" and "Food Agency of the United Nations"; "Global Lamp Fund GLF" says its acronym behind it; "Lamp Trust"
            // and "Lamp Trust International" may be one body.
            let whose = &*word.text == "un" && (distinguishing > 0 || self.uses(How::Acronym));
            let acronym = word.capitals
                && word.class == Class::Proper
                && word.written().chars().count() > 2
                && spells(word.written(), &shorter.words, true);
            let everywhere =
                matches!(&*word.text, "international" | "worldwide") && *at > 0 && distinguishing > 0;
            if whose || acronym || everywhere {
                return likely(0.65 + 0.2 * likeness, Reason::MoreWords { more });
            }
        }
        if self.says_more(longer, how, left, shorter) {
            return likely(0.62 + 0.2 * likeness, Reason::MoreWords { more });
        }
        // "Y Action" and "Y Action Fund" may be one body or two.
        if let [(at, fund)] = left
            && &*fund.text == "fund"
            && at
                .checked_sub(1)
                .is_some_and(|before| &*longer.words[before].text == "action" && how[before] != How::Left)
        {
            return likely(
                0.7,
                Reason::OneWordDiffers {
                    a: more,
                    b: String::new(),
                },
            );
        }
        if let Some(comparison) = self.judge_institution(longer, how, left, shorter, likeness) {
            return comparison;
        }
        if left.len() == 1 && any(Class::Plain) && distinguishing > 0 {
            return likely(
                0.8 * likeness.max(0.9),
                Reason::OneWordDiffers {
                    a: more,
                    b: String::new(),
                },
            );
        }
        // "Center for Lamps, University of Brixley": the place is the university's, not a chapter's.
        let above = any(Class::Institution) && shorter.words.iter().any(is_body) && distinguishing > 0;
        if any(Class::Place) && !above {
            return different(likeness, Reason::ParentAndChapter { chapter: more });
        }
        different(likeness, Reason::MoreWords { more })
    }

    /// What more words mean when both names are a university's, a hospital's or the like: a place says where it is, a
    /// department or school is written as part of it.
    fn judge_institution(
        &self,
        longer: &Name,
        how: &[How],
        left: &[(usize, &Word)],
        shorter: &Name,
        likeness: f64,
    ) -> Option<Comparison> {
        let institution = |word: &Word| {
            word.class == Class::Institution || word.class == Class::Unit && &*word.text == "laboratory"
        };
        if !shorter.words.iter().any(institution) || !shorter.words.iter().any(Word::distinguishes) {
            return None;
        }
        let more = left
            .iter()
            .map(|(_, word)| word.written())
            .collect::<Vec<_>>()
            .join(" ");
        if left.iter().any(|(_, word)| {
            word.class == Class::Sister
                || word.class == Class::Plain
                || matches!(&*word.text, "hospital" | "library" | "clinic" | "bank")
        }) {
            return None;
        }
        let medical_center = left.iter().any(|(_, word)| &*word.text == "medical")
            && left.iter().any(|(_, word)| &*word.text == "center");
        let university = shorter
            .words
            .iter()
            .any(|word| matches!(&*word.text, "university" | "college" | "polytechnic"));
        let first_shared = how.iter().position(|how| *how != How::Left).unwrap_or(0);
        let last_shared = how.iter().rposition(|how| *how != How::Left).unwrap_or(0);
        let trailing = left.iter().all(|(i, _)| *i > last_shared);
        let leading = left.iter().all(|(i, _)| *i < first_shared);
        let unit = left.iter().any(|(i, word)| match word.class {
            Class::Unit => true,
            Class::Kind => &*word.text == "center",
            Class::Institution => {
                // "School of Medicine" and "Medical School" are units; "Riverside College" is a name.
                matches!(&*word.text, "school" | "college" | "institute")
                    && !i.checked_sub(1).is_some_and(|before| {
                        how[before] == How::Left
                            && longer.words[before].class == Class::Proper
                            && longer.words[*i].gap == Gap::Space
                    })
            }
            _ => false,
        });
        if university && unit && !medical_center && (trailing || leading || left.len() > 1) {
            return Some(likely(0.6 + 0.15 * likeness, Reason::Part { part: more }));
        }
        // "Academy of Sciences, Institute of Chemistry" beside the institute's own name.
        let parted = longer
            .words
            .get(last_left(left) + 1)
            .is_some_and(|word| matches!(word.gap, Gap::Comma | Gap::Colon | Gap::Slash));
        if leading && parted && left.iter().any(|(_, word)| institution(word)) {
            return Some(likely(0.6 + 0.15 * likeness, Reason::Part { part: more }));
        }
        // German universities carry their founders before the word, and go without in other languages.
        let founders = left.len() >= 2
            && left.iter().all(|(_, word)| word.class == Class::Proper)
            && left.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1)
            && longer
                .words
                .get(last_left(left) + 1)
                .is_some_and(|word| word.written() == "universitat");
        if founders {
            return Some(likely(0.6 + 0.2 * likeness, Reason::MoreWords { more }));
        }
        // An acronym written before the name it stands for, or before the place.
        if leading
            && left.len() == 1
            && left[0].1.capitals
            && left[0].1.class == Class::Proper
            && left[0].1.text.len() > 2
        {
            return Some(likely(0.6 + 0.2 * likeness, Reason::MoreWords { more }));
        }
        let settled = shorter.words.iter().any(|word| {
            matches!(
                &*word.text,
                "university" | "college" | "hospital" | "polytechnic" | "hochschule" | "laboratory"
            )
        });
        if settled && trailing && left.len() <= 2 {
            let located = left.iter().all(|(i, word)| {
                let parted = matches!(word.gap, Gap::Comma | Gap::Colon | Gap::Slash)
                    || i.checked_sub(1)
                        .is_some_and(|before| matches!(longer.words[before].written(), "in" | "at"));
                word.class == Class::Place || word.class == Class::Proper && parted
            });
            if located {
                return Some(likely(0.6 + 0.2 * likeness, Reason::WithPlace { place: more }));
            }
        }
        None
    }
}

/// The place of the last word left.
fn last_left(left: &[(usize, &Word)]) -> usize {
    left.last().map_or(0, |(i, _)| *i)
}
