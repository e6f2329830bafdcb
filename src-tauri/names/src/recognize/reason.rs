//! Why two names are, or are not, taken for the same organization's: verdicts and reasons, in a form that can be shown.
//!
//! Owns the names of the messages, not their texts: those are in the catalogues. It decides nothing.

use serde::Serialize;
use ts_rs::TS;

/// The result of comparing two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "recognizing/")]
pub enum Match {
    /// Equal after normalization: taken without asking.
    Exact,
    /// The distinguishing words agree: asked.
    Likely,
    /// Anything else.
    Different,
}

impl Match {
    /// The word that the command line prints: `exact`, `likely` or `different`.
    pub fn word(self) -> &'static str {
        match self {
            Match::Exact => "exact",
            Match::Likely => "likely",
            Match::Different => "different",
        }
    }
}

/// The result of recognizing one name among the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "recognizing/")]
pub enum Verdict {
    /// Exactly one organization has this name or alias.
    Exact,
    /// One or more may be meant: asked, best first.
    Likely,
    /// None is known by such a name.
    New,
}

impl Verdict {
    /// The word that the command line prints: `exact`, `likely` or `new`.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Exact => "exact",
            Verdict::Likely => "likely",
            Verdict::New => "new",
        }
    }
}

/// Two names compared.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct Comparison {
    /// Exact, likely or different.
    pub verdict: Match,
    /// From 0 to 1: 1 is exact, at least [`super::LIKELY`] is likely, less is different.
    pub score: f64,
    /// Why.
    pub reason: Reason,
}

/// Why two names were judged so, with the words concerned, folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export, export_to = "recognizing/")]
pub enum Reason {
    /// The same name after normalization.
    SameName,
    /// One is an alias or the acronym of the other.
    SameAlias {
        /// The alias.
        alias: String,
    },
    /// The same name, but the two give different legal forms.
    DifferentLegalForm,
    /// The same name, but the two give different acronyms.
    DifferentAcronym {
        /// The acronym of the one.
        a: String,
        /// That of the other.
        b: String,
    },
    /// One is the first letters of the other.
    Acronym {
        /// The acronym.
        acronym: String,
    },
    /// The first letters, and the same place.
    AcronymAndPlace {
        /// The acronym.
        acronym: String,
        /// The place.
        place: String,
    },
    /// The same words in another order.
    WordOrder,
    /// Only little words (of, the, for) differ.
    SmallWords,
    /// A word is spelled a little differently.
    Spelling {
        /// As the one spells it.
        a: String,
        /// As the other does.
        b: String,
    },
    /// A word is abbreviated.
    Abbreviation {
        /// As the one writes it.
        a: String,
        /// As the other does.
        b: String,
    },
    /// The same words in another language.
    Translation {
        /// As the one writes them.
        a: String,
        /// As the other does.
        b: String,
    },
    /// One word differs; empty where the one has none in its place.
    OneWordDiffers {
        /// The word of the one.
        a: String,
        /// The word of the other.
        b: String,
    },
    /// One is a department, school or other part of the other.
    Part {
        /// The words that name the part.
        part: String,
    },
    /// The same institution, the one with its place.
    WithPlace {
        /// The place.
        place: String,
    },
    /// Different places.
    DifferentPlace {
        /// The place of the one.
        a: String,
        /// The place of the other.
        b: String,
    },
    /// Two chapters of one body.
    DifferentChapter {
        /// What is the one's own.
        a: String,
        /// What is the other's own.
        b: String,
    },
    /// One is a chapter or affiliate of the other, or named like one.
    ParentAndChapter {
        /// The words that name the chapter.
        chapter: String,
    },
    /// Different numbers; the second is empty where the one has none.
    DifferentNumber {
        /// The number of the one.
        a: String,
        /// The number of the other.
        b: String,
    },
    /// One name has more words, which make it another organization's.
    MoreWords {
        /// The words.
        more: String,
    },
    /// Too little in common.
    Unrelated,
}

impl Reason {
    /// Swaps the words of the two names.
    pub(super) fn swap(&mut self) {
        match self {
            Reason::OneWordDiffers { b, .. } | Reason::DifferentNumber { b, .. } if b.is_empty() => {}
            Reason::DifferentAcronym { a, b }
            | Reason::Spelling { a, b }
            | Reason::Abbreviation { a, b }
            | Reason::Translation { a, b }
            | Reason::OneWordDiffers { a, b }
            | Reason::DifferentPlace { a, b }
            | Reason::DifferentChapter { a, b }
            | Reason::DifferentNumber { a, b } => std::mem::swap(a, b),
            _ => {}
        }
    }

    /// Whether it says that the two belong together without being the same.
    pub fn is_related(&self) -> bool {
        matches!(
            self,
            Reason::ParentAndChapter { .. } | Reason::DifferentChapter { .. }
        )
    }

    /// The message that says it, by its id in the catalogues, and the message's arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let pair = |a: &String, b: &String| vec![("a", a.clone()), ("b", b.clone())];
        match self {
            Reason::SameName => ("reason-same-name", Vec::new()),
            Reason::SameAlias { alias } => ("reason-same-alias", vec![("alias", alias.clone())]),
            Reason::DifferentLegalForm => ("reason-different-legal-form", Vec::new()),
            Reason::DifferentAcronym { a, b } => ("reason-different-acronym", pair(a, b)),
            Reason::Acronym { acronym } => ("reason-acronym", vec![("acronym", acronym.clone())]),
            Reason::AcronymAndPlace { acronym, place } => (
                "reason-acronym-and-place",
                vec![("acronym", acronym.clone()), ("place", place.clone())],
            ),
            Reason::WordOrder => ("reason-word-order", Vec::new()),
            Reason::SmallWords => ("reason-small-words", Vec::new()),
            Reason::Spelling { a, b } => ("reason-spelling", pair(a, b)),
            Reason::Abbreviation { a, b } => ("reason-abbreviation", pair(a, b)),
            Reason::Translation { a, b } => ("reason-translation", pair(a, b)),
            Reason::OneWordDiffers { a, b } if b.is_empty() => {
                ("reason-one-word-more", vec![("word", a.clone())])
            }
            Reason::OneWordDiffers { a, b } => ("reason-one-word-differs", pair(a, b)),
            Reason::Part { part } => ("reason-part", vec![("part", part.clone())]),
            Reason::WithPlace { place } => ("reason-with-place", vec![("place", place.clone())]),
            Reason::DifferentPlace { a, b } => ("reason-different-place", pair(a, b)),
            Reason::DifferentChapter { a, b } => ("reason-different-chapter", pair(a, b)),
            Reason::ParentAndChapter { chapter } => {
                ("reason-parent-and-chapter", vec![("chapter", chapter.clone())])
            }
            Reason::DifferentNumber { a, b } if b.is_empty() => {
                ("reason-number-more", vec![("number", a.clone())])
            }
            Reason::DifferentNumber { a, b } => ("reason-different-number", pair(a, b)),
            Reason::MoreWords { more } => ("reason-more-words", vec![("more", more.clone())]),
            Reason::Unrelated => ("reason-unrelated", Vec::new()),
        }
    }
}
