//! Whether two names are the same organization's: exact, likely or different, how surely, and why.
//!
//! The words of both names are paired (`align.rs`), and the unpaired ones decide. Names without any are likely the same; an
//! unpaired place, number or chapter word, or another proper name, makes them different. What no rule is certain of is
//! decided by weights learned from labelled pairs (`weigh.rs`). It deliberately does not know the other names of a
//! coalition: that is for `index.rs`.

use super::align::{Alignment, How, Languages};
use super::legal::nearly_legal_form;
use super::name::{Name, Word};
use super::normalize::same_letters;
use super::parts::Part;
use super::reason::{Comparison, Match, Reason};
use super::rules::{different, likely};
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
            return likely(SAME_BUT_FOR_A_FORM, Reason::DifferentLegalForm);
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
    if whole.verdict == Match::Different && (by_legal_form(a, b) || by_legal_form(b, a)) {
        return likely(SAME_BUT_FOR_A_FORM, Reason::DifferentLegalForm);
    }
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

/// Whether a name is another and a legal form that was not known for one: written together with the name (`SiemensAG`), misspelled, or
/// without the dots by which it is told from a word (`NA`).
fn by_legal_form(longer: &Name, shorter: &Name) -> bool {
    let Some(rest) = longer.key.strip_prefix(&*shorter.key) else {
        return false;
    };
    // What is no form by itself is one where the other name has it.
    shorter.legal.is_some() && nearly_legal_form(rest) == shorter.legal
}

/// The score of names that agree but for a legal form.
const SAME_BUT_FOR_A_FORM: f64 = 0.8;

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
    // Two letters are the initials of far too many names: "AI/ML Lamps" is not "Adams Illumination".
    if part.name.key.chars().count() < 3 && part.name.key != other.key {
        return None;
    }
    // Two institutes of an academy are compared as a whole.
    if part.is_institute_of_academy() && other.words.iter().any(|word| word.text == "academy") {
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
            _ => different(self.likeness, self.reason_for_different(rule.reason)),
        }
    }

    /// The words that differ, as the reason for a likely pair.
    fn reason_for_likely(&self) -> Reason {
        let words = |left: &[(usize, &Word)]| {
            let written: Vec<&str> = left.iter().map(|(_, word)| word.written()).collect();
            written.join(" ")
        };
        let (a, b) = (words(&self.left_a), words(&self.left_b));
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
        let (left_a, left_b) = (&self.left_a, &self.left_b);
        if left_a.is_empty() && left_b.is_empty() || self.likeness < 0.15 {
            return true;
        }
        // A name in another language shares its proper words, or most of the others.
        let names = self.a.words.iter().zip(&self.how_a).filter(|(word, how)| {
            **how != How::Left && matches!(word.class, Class::Proper | Class::Place) && !word.capitals
        });
        let enough = if names.count() > 0 { 0.45 } else { 0.7 };
        let foreign = self.languages == Languages::Differ && self.likeness >= enough;
        match rule.reason {
            Reason::DifferentNumber { .. }
            | Reason::DifferentPlace { .. }
            | Reason::ParentAndChapter { .. } => {
                return true;
            }
            Reason::DifferentChapter { .. } if !foreign => return true,
            _ => {}
        }
        let left = || left_a.iter().chain(left_b);
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
            let initials = self.uses(How::Acronym) && self.likeness >= 0.45;
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
    if alignment.likeness < 0.3 {
        return false;
    }
    let tells = |(_, word): &(usize, &Word)| {
        matches!(
            word.class,
            Class::Place | Class::Number | Class::Chapter | Class::Sister
        )
    };
    alignment.left_a.iter().chain(&alignment.left_b).any(tells)
}
