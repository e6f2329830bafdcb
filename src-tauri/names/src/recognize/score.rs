//! Whether two names are the same organization's: exact, likely or different, how surely, and why.
//!
//! The words of both names are paired (`align.rs`), and the unpaired ones decide. Names without any are likely the same; an
//! unpaired place, number or chapter word, or another proper name, makes them different. What no rule is certain of is
//! decided by weights learned from labelled pairs (`weigh.rs`). It deliberately does not know the other names of a
//! coalition: that is for `index.rs`.

use super::align::{Alignment, How, Languages};
use super::name::{Name, Word};
use super::normalize::same_letters;
use super::parts::{Part, is_body};
use super::reason::{Comparison, Match, Reason};
use super::tokens::Gap;
use super::vocabulary::Class;
use super::weigh;

/// The lowest score of a likely match; every different pair scores below it.
pub const LIKELY: f64 = 0.6;

/// Compares two names as written; the verdict does not depend on their order.
pub fn compare(a: &str, b: &str) -> Comparison {
    compare_names(&Name::new(a), &Name::new(b))
}

/// The features of two names, for learning the weights; `None` where a rule decides.
#[doc(hidden)]
pub fn measured(a: &str, b: &str) -> Option<(&'static [&'static str], Vec<f64>)> {
    let (mut a, mut b) = (Name::new(a), Name::new(b));
    if a.key > b.key {
        std::mem::swap(&mut a, &mut b);
    }
    if a.key.is_empty() || same_letters(&a.key, &b.key) {
        return None;
    }
    let alignment = Alignment::new(&a, &b);
    let rule = alignment.judge_by_rules();
    (!alignment.is_certain(&rule)).then(|| {
        let features = weigh::features(&alignment);
        (weigh::FEATURES.as_slice(), features.to_vec())
    })
}

/// Compares two parsed names.
///
/// They are laid out in one order, so that the verdict cannot depend on which is asked about.
pub(super) fn compare_names(a: &Name, b: &Name) -> Comparison {
    if a.key > b.key {
        let mut comparison = compare_names(b, a);
        comparison.reason.swap();
        return comparison;
    }
    if a.key.is_empty() || b.key.is_empty() {
        return different(0.0, Reason::Unrelated);
    }
    if a.key == b.key || same_letters(&a.key, &b.key) {
        if let (Some(one), Some(other)) = (a.legal, b.legal)
            && one != other
        {
            return likely(0.8, Reason::DifferentLegalForm);
        }
        let acronyms = |name: &Name| name.acronym.clone().or_else(|| name.inner_acronym.clone());
        if let (Some(one), Some(other)) = (acronyms(a), acronyms(b))
            && one != other
        {
            return likely(
                0.8,
                Reason::DifferentAcronym {
                    a: one.into(),
                    b: other.into(),
                },
            );
        }
        return Comparison {
            verdict: Match::Exact,
            score: 1.0,
            reason: Reason::SameName,
        };
    }
    let alias = |named: &Name, other: &Name| {
        named
            .acronym
            .as_deref()
            .filter(|acronym| **acronym == *other.key)
            .map(str::to_owned)
    };
    if let Some(alias) = alias(a, b).or_else(|| alias(b, a)) {
        return Comparison {
            verdict: Match::Exact,
            score: 1.0,
            reason: Reason::SameAlias { alias },
        };
    }
    let whole = Alignment::new(a, b).judge();
    if whole.verdict != Match::Different || a.parts.is_empty() && b.parts.is_empty() {
        return whole;
    }
    let of_a = a.parts.iter().map(|part| (part, b));
    let of_b = b.parts.iter().map(|part| (part, a));
    of_a.chain(of_b)
        .filter_map(|(part, other)| by_part(part, other))
        .max_by(|one, other| one.score.total_cmp(&other.score))
        .unwrap_or(whole)
}

/// Compares a part of one name with the whole other name; `None` when they are different.
fn by_part(part: &Part, other: &Name) -> Option<Comparison> {
    if !other
        .words
        .iter()
        .any(|word| part.name.words.iter().any(|own| own.text == word.text))
        && part.name.words.len() > 1
    {
        return None;
    }
    let comparison = if same_letters(&part.name.key, &other.key) {
        likely(1.0, Reason::SameName)
    } else {
        Alignment::new(&part.name, other).judge()
    };
    (comparison.verdict != Match::Different).then(|| {
        let more = part.rest.iter().map(Word::written).collect::<Vec<_>>().join(" ");
        likely(
            PART_OF_A_NAME * comparison.score,
            Reason::OneWordDiffers {
                a: more,
                b: String::new(),
            },
        )
    })
}

/// Factor for names that agree but for an explanation or translation.
const PART_OF_A_NAME: f64 = 0.85;

fn likely(score: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Likely,
        score: score.clamp(LIKELY, 0.99),
        reason,
    }
}

/// A different pair; `likeness` from 0 to 1 orders those that are worth showing as related.
fn different(likeness: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Different,
        score: (likeness * 0.55).clamp(0.0, LIKELY - 0.05),
        reason,
    }
}
impl Alignment<'_> {
    /// The verdict of the rules, or of the learned weights where no rule is certain.
    fn judge(self) -> Comparison {
        let rule = self.judge_by_rules();
        if self.is_certain(&rule) {
            return rule;
        }
        let probability = weigh::probability(&weigh::features(&self));
        if probability >= weigh::ENOUGH {
            let over = (probability - weigh::ENOUGH) / (1.0 - weigh::ENOUGH);
            let reason = if rule.verdict == Match::Likely {
                rule.reason
            } else {
                self.reason_for_likely()
            };
            return likely(LIKELY + 0.3 * over, reason);
        }
        match rule.verdict {
            Match::Different => rule,
            _ => different(self.likeness(), self.reason_for_different(rule.reason)),
        }
    }

    /// The words that differ, as the reason for a likely pair.
    fn reason_for_likely(&self) -> Reason {
        let words = |name: &Name, how: &[How]| {
            let left = Self::left(name, how);
            left.iter()
                .map(|(_, word)| word.written())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (a, b) = (words(self.a, &self.how_a), words(self.b, &self.how_b));
        if self.languages != Languages::Same && !a.is_empty() && !b.is_empty() {
            Reason::Translation { a, b }
        } else if a.is_empty() {
            Reason::OneWordDiffers { a: b, b: a }
        } else {
            Reason::OneWordDiffers { a, b }
        }
    }

    /// The reason for a pair that a rule would have asked about.
    fn reason_for_different(&self, reason: Reason) -> Reason {
        match reason {
            Reason::Part { part: more } | Reason::WithPlace { place: more } => Reason::MoreWords { more },
            Reason::OneWordDiffers { a, b } if b.is_empty() => Reason::MoreWords { more: a },
            other => other,
        }
    }

    /// Whether the rules alone decide: all words are paired, or a number, a place, a chapter word, a word such as Fund or a
    /// proper name is not.
    fn is_certain(&self, rule: &Comparison) -> bool {
        let left_a = Self::left(self.a, &self.how_a);
        let left_b = Self::left(self.b, &self.how_b);
        if left_a.is_empty() && left_b.is_empty() || self.likeness() < 0.15 {
            return true;
        }
        // A name in another language shares its proper words, or most of the others.
        let names = self.a.words.iter().zip(&self.how_a).filter(|(word, how)| {
            **how != How::Left && matches!(word.class, Class::Proper | Class::Place) && !word.capitals
        });
        let enough = if names.count() > 0 { 0.45 } else { 0.7 };
        let foreign = self.languages == Languages::Differ && self.likeness() >= enough;
        match rule.reason {
            Reason::DifferentNumber { .. }
            | Reason::DifferentPlace { .. }
            | Reason::ParentAndChapter { .. } => {
                return true;
            }
            Reason::DifferentChapter { .. } if !foreign => return true,
            _ => {}
        }
        let left = || left_a.iter().chain(&left_b);
        let any = |class: Class| left().any(|(_, word)| word.class == class);
        if rule.verdict == Match::Likely {
            return true;
        }
        if any(Class::Number) || any(Class::Chapter) || any(Class::Sister) {
            return true;
        }
        if !left_a.is_empty() && !left_b.is_empty() {
            // One ordinary word for another in a long name, two languages and initials are weighed.
            let one_each = left_a.len() == 1 && left_b.len() == 1;
            let ordinary = left().all(|(_, word)| !matches!(word.class, Class::Proper | Class::Place));
            let long = one_each && ordinary && self.paired() >= LONG;
            let initials = self.uses(How::Acronym) && self.likeness() >= 0.45;
            return !(long || foreign || initials);
        }
        let institution = |name: &Name| name.words.iter().any(|word| word.class == Class::Institution);
        let above = any(Class::Institution) && any(Class::Place);
        if institution(self.a) && institution(self.b) || above {
            return left().any(|(_, word)| matches!(&*word.text, "hospital" | "library" | "clinic" | "bank"));
        }
        // "Y Institute" and "Institute of Y" may be "Y", and so may "Y International"; "College Y", "Brixley Y" and "Y Women"
        // are not.
        let (longer, left) = if left_a.is_empty() {
            (self.b, left_b)
        } else {
            (self.a, left_a)
        };
        let kind = |word: &Word| {
            matches!(word.class, Class::Plain | Class::Kind | Class::Institution)
                || matches!(&*word.text, "national" | "international")
        };
        let outside = |at: usize| {
            at > 0
                && left
                    .last()
                    .is_some_and(|(last, _)| last + 1 == longer.words.len())
                || longer.english < 1
                || longer
                    .words
                    .get(at + 1)
                    .is_some_and(|next| next.class == Class::Little)
        };
        let may_be = left.iter().all(|(at, word)| kind(word) && outside(*at));
        let long = self.paired() >= LONG
            && match left.as_slice() {
                [(_, word)] if word.class == Class::Describing => !is_direction(word),
                // "NOAA Office of Satellites": the acronym of the body above.
                [(0, word)] => word.capitals && word.class == Class::Proper,
                _ => false,
            };
        !(may_be || long || foreign)
    }

    /// The number of significant words of the first name that are paired.
    fn paired(&self) -> usize {
        let words = self.a.words.iter().zip(&self.how_a);
        words
            .filter(|(word, how)| **how != How::Left && word.class != Class::Little)
            .count()
    }

    fn judge_by_rules(&self) -> Comparison {
        let left_a = Self::left(self.a, &self.how_a);
        let left_b = Self::left(self.b, &self.how_b);
        let likeness = self.likeness();
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
            return self.judge_both_left(&left_a, &left_b, likeness);
        }
        if left_a.is_empty() {
            self.judge_one_left(self.b, &self.how_b, &left_b, self.a, likeness)
        } else {
            self.judge_one_left(self.a, &self.how_a, &left_a, self.b, likeness)
        }
    }

    /// Every word that counts found its like.
    fn judge_all_paired(&self, likeness: f64, distinguished: bool) -> Comparison {
        if !distinguished && !self.uses(How::Acronym) && self.slips > 0 {
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
        let (a, b) = (text(left_a), text(left_b));
        // "Group" for "organization" says little; an association and a society are two.
        let empty = |left: &[(usize, &Word)]| {
            left.iter().all(|(_, word)| {
                word.class == Class::Plain && !matches!(&*word.text, "association" | "society")
            })
        };
        if empty(left_a) && empty(left_b) {
            return likely(0.7 * likeness.max(0.9), Reason::OneWordDiffers { a, b });
        }
        if only(left_a, Class::Chapter) && only(left_b, Class::Chapter) {
            return likely(0.75, Reason::OneWordDiffers { a, b });
        }
        let chapter = [self.a, self.b]
            .iter()
            .any(|name| name.words.iter().any(|word| word.class == Class::Chapter));
        let reason = if any(left_a, Class::Number) && any(left_b, Class::Number) {
            Reason::DifferentNumber { a, b }
        } else if chapter {
            Reason::DifferentChapter { a, b }
        } else if any(left_a, Class::Place) && any(left_b, Class::Place) {
            Reason::DifferentPlace { a, b }
        } else if left_a.len() == 1 && left_b.len() == 1 {
            Reason::OneWordDiffers { a, b }
        } else {
            Reason::Unrelated
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
        let distinguishing = shorter.words.iter().filter(|word| word.distinguishes()).count();
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

/// From this many paired words on, a name is long: one ordinary word more may not make it another organization's.
const LONG: usize = 4;

/// Whether a word says which part of a region an organization is in.
fn is_direction(word: &Word) -> bool {
    matches!(
        &*word.text,
        "north"
            | "south"
            | "east"
            | "west"
            | "central"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "great"
    )
}

/// Whether two names that have something in common are told apart by a place, a number, a chapter word or a word such as
/// Action or Fund: what bodies of one family do.
pub(super) fn told_apart_in_a_family(a: &Name, b: &Name) -> bool {
    if compare_names(a, b).verdict != Match::Different {
        return false;
    }
    let alignment = Alignment::new(a, b);
    if alignment.likeness() < 0.3 {
        return false;
    }
    let tells = |(_, word): &(usize, &Word)| {
        matches!(
            word.class,
            Class::Place | Class::Number | Class::Chapter | Class::Sister
        )
    };
    Alignment::left(a, &alignment.how_a).iter().any(tells)
        || Alignment::left(b, &alignment.how_b).iter().any(tells)
}

/// The place of the last word left.
fn last_left(left: &[(usize, &Word)]) -> usize {
    left.last().map_or(0, |(i, _)| *i)
}
