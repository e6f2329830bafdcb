//! The block placed into the user's own document, where `{{signatories}}` or `{{count}}` stands.
//!
//! It may stand anywhere in the text: in the body, a table cell, a text box, a content control, a header or
//! footer, a note; Word may have cut it into runs. The block takes on the style of that place: each entry is a
//! paragraph with the properties of the paragraph there and of the run in which the placeholder begins. What
//! stands before the placeholder in its paragraph stands before the first entry, what stands after it after the
//! last. Only the parts with a placeholder are written anew, and in them only those paragraphs; all other parts
//! are copied as they are packed.
//!
//! What the place decides instead of the block:
//! - Columns are continuous sections, and where there can be none (a cell, a text box, a header) a table without
//!   borders. In a section of several columns they fill these.
//! - A wall of logos is a table; where the page is not there for its width (a cell, a column, a header) they stand one under the
//!   other, and in a place for plain text the names do.
//! - In a list the paragraph brings bullets or numbers of its own, and what is no signatory is no item; elsewhere
//!   they are written as text.
//! - Inside a link, field or content control in the line, and in one for plain text, entries are parted by line
//!   breaks instead of paragraphs, and columns and tables become lines.
//! - A justified paragraph with line breaks in it is aligned left, or the lines would be stretched
//!   (ISO/IEC 29500-1, section 17.15.3.5).
//! - Prose has no full stop where the sentence goes on behind it.
//! - Parts of the block are parted by an empty paragraph, since there is no style to space them.
//!
//! What a person should know of the document is said by [`Notice`].

use std::collections::{BTreeSet, HashMap};

use super::package::Package;
use super::parts::{self, CONTENT_TYPES, Parts};
use super::pictures::{self, Used};
use super::place::{Content, Edit, Filling};
use super::placeholder::{self, Kind, Placeholder};
use super::sections::Sections;
use super::styles::{Styles, is_on};
use super::{DocxError, Notice, scan};
use crate::SignatoryBlock;

/// The most placeholders of a document, and the longest source, in bytes, of what each entry repeats: the
/// properties of a paragraph or run. Both multiply with the number of signatories.
const MOST_PLACEHOLDERS: usize = 200;
const MOST_REPEATED: usize = 64 << 10;

/// A document with the block in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The bytes of the document.
    pub document: Vec<u8>,
    /// How many placeholders gave way.
    pub places: usize,
    /// What a person should know about it.
    pub notices: Vec<Notice>,
}

/// Where the words of a placeholder lead to.
pub trait Arrangements {
    /// The block by the words after the colon (`{{signatories:state}}`, `{{count:prose}}`), or by the letter's own
    /// choices for an empty text; [`BlockOptions::with_words`](crate::BlockOptions::with_words) reads them.
    ///
    /// # Errors
    ///
    /// For words that it does not know, those that were probably meant.
    fn arrange(&mut self, words: &str) -> Result<SignatoryBlock, Option<String>>;

    /// Whether somebody has given an arrangement exactly this name, which then wins over the words for counts.
    fn is_own(&self, words: &str) -> bool;
}

impl<F: FnMut(&str) -> Option<SignatoryBlock>> Arrangements for F {
    fn arrange(&mut self, words: &str) -> Result<SignatoryBlock, Option<String>> {
        self(words).ok_or(None)
    }

    fn is_own(&self, _: &str) -> bool {
        false
    }
}

/// What `{{count:WORD}}` counts, where it is no arrangement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    All,
    Organizations,
    Individuals,
    States,
}

impl Measure {
    fn of(self, block: &SignatoryBlock) -> u32 {
        match self {
            Self::All => block.total,
            Self::Organizations => block.total.saturating_sub(block.individuals),
            Self::Individuals => block.individuals,
            Self::States => block.states,
        }
    }
}

/// The document with the block in the place of each placeholder. Each arrangement that is named is asked for once;
/// what is misspelled, or asks for what nobody knows, is left and told, as long as one placeholder is filled.
///
/// # Errors
///
/// [`DocxError`] says why the document was not taken.
pub fn fill(document: &[u8], arrangements: impl Arrangements) -> Result<Filled, DocxError> {
    let mut package = Package::open(document)?;
    let parts = Parts::find(&mut package)?;
    let styles = match &parts.styles {
        Some(name) => Styles::read(&package.text(name)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let mut template = Template {
        arrangements,
        blocks: HashMap::new(),
        found: 0,
        left: Vec::new(),
        unknown: None,
        notices: BTreeSet::new(),
    };
    let mut replaced = HashMap::new();
    let (mut pictures, mut relationships) = (Used::default(), Vec::new());
    for (name, role) in &parts.texts {
        let Some(text) = package.text(name)? else {
            return Err(DocxError::Damaged);
        };
        if let Some(filled) = template.part(&text, *role, &styles)? {
            let filled = pictures.take(&filled, template.blocks.values());
            let related_by = pictures::relationships_of(name);
            let own = package.text(&related_by)?;
            let strict = text.contains(scan::STRICT);
            let related = pictures::related(own.as_deref().unwrap_or_default(), &filled, &pictures, strict);
            match own {
                Some(own) if own == related => {}
                None if related.is_empty() => {}
                Some(_) => drop(replaced.insert(related_by, related)),
                None => relationships.push((related_by, related)),
            }
            replaced.insert(name.clone(), filled);
        }
    }
    if replaced.is_empty() {
        return Err(template.why_nothing());
    }
    if let Some(name) = &parts.settings {
        template.protections(&package.text(name)?.unwrap_or_default())?;
    }
    if parts.signed {
        template.notices.insert(Notice::Signed);
    }
    let mut types = parts.as_document;
    if types.is_some() {
        template.notices.insert(Notice::FromTemplate);
    }
    if !pictures.is_empty() {
        let own = match types {
            Some(types) => types,
            None => package.text(CONTENT_TYPES)?.unwrap_or_default(),
        };
        types = Some(pictures.with_content_type(&own));
    }
    if let Some(types) = types {
        replaced.insert(CONTENT_TYPES.to_owned(), types);
    }
    let mut notices = template.left;
    notices.extend(template.notices);
    Ok(Filled {
        document: {
            let mut added: Vec<(&str, &[u8])> = relationships
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_bytes()))
                .collect();
            added.extend(pictures.parts().filter(|(name, _)| !package.has(name)));
            package.with(&replaced, &added)?
        },
        places: template.found,
        notices,
    })
}

/// A document while it is filled.
struct Template<A> {
    arrangements: A,
    blocks: HashMap<String, SignatoryBlock>,
    /// How many placeholders are filled.
    found: usize,
    left: Vec<Notice>,
    /// The first arrangement that nobody knows, and what was probably meant.
    unknown: Option<(String, Option<String>)>,
    notices: BTreeSet<Notice>,
}

impl<A: Arrangements> Template<A> {
    /// A part with its placeholders filled; `None` where it has none.
    fn part(&mut self, text: &str, role: parts::Role, styles: &Styles) -> Result<Option<String>, DocxError> {
        let mark = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let source = text.get(mark..).unwrap_or_default();
        let scanned = scan::scan(source)?;
        let mut filling = Filling {
            source,
            scanned: &scanned,
            role,
            styles,
            strict: source.contains(scan::STRICT),
            edits: Vec::new(),
            sections: Sections::default(),
            controls: BTreeSet::new(),
            notices: std::mem::take(&mut self.notices),
        };
        let mut prefix = "";
        for paragraph in &scanned.paragraphs {
            let found = placeholder::find(&paragraph.text());
            let told = found.left.into_iter().map(|left| Notice::Left {
                written: left.written,
                meant: left.meant,
            });
            self.left
                .extend(told.take(MOST_PLACEHOLDERS.saturating_sub(self.left.len())));
            let mut known = Vec::with_capacity(found.placeholders.len());
            for placeholder in found.placeholders {
                if self.knows(&placeholder) {
                    known.push(placeholder);
                }
            }
            self.found += known.len();
            if self.found > MOST_PLACEHOLDERS
                || (!known.is_empty() && paragraph.most_repeated() > MOST_REPEATED)
            {
                return Err(DocxError::TooLarge);
            }
            if !known.is_empty() {
                prefix = paragraph.prefix;
                filling.paragraph(paragraph, &known, |placeholder| {
                    let (words, measure) = self.meaning(placeholder);
                    let block = self.blocks.get(words)?;
                    Some(match placeholder.kind {
                        Kind::Signatories => Content::Block(block),
                        Kind::Count => Content::Number(measure.of(block)),
                    })
                });
            }
        }
        for (start, end) in std::mem::take(&mut filling.controls) {
            release(source, start, end, &mut filling.edits, &mut filling.notices);
        }
        for (range, with) in std::mem::take(&mut filling.sections).rests(source, prefix) {
            filling.edits.push(Edit { range, with });
        }
        self.notices = filling.notices;
        let edits = filling.edits;
        Ok((!edits.is_empty())
            .then(|| text.get(..mark).unwrap_or_default().to_owned() + &edited(source, edits)))
    }

    /// The words that lead to the block of a placeholder, and what of it counts.
    fn meaning<'p>(&self, placeholder: &'p Placeholder) -> (&'p str, Measure) {
        let words = placeholder.argument.as_str();
        if placeholder.kind == Kind::Signatories || self.arrangements.is_own(words) {
            return (words, Measure::All);
        }
        match words.to_lowercase().as_str() {
            "organizations" => ("", Measure::Organizations),
            "individuals" => ("", Measure::Individuals),
            "states" => ("", Measure::States),
            _ => (words, Measure::All),
        }
    }

    /// Whether there is a block for a placeholder; otherwise it is noted as left.
    fn knows(&mut self, placeholder: &Placeholder) -> bool {
        let (words, _) = self.meaning(placeholder);
        if self.blocks.contains_key(words) {
            return true;
        }
        match self.arrangements.arrange(words) {
            Ok(block) => {
                self.blocks.insert(words.to_owned(), block);
                true
            }
            Err(meant) => {
                let name = match placeholder.kind {
                    Kind::Signatories => "signatories",
                    Kind::Count => "count",
                };
                self.left.push(Notice::Left {
                    written: format!("{{{{{name}:{words}}}}}"),
                    meant: meant.as_ref().map(|meant| format!("{{{{{name}:{meant}}}}}")),
                });
                self.unknown.get_or_insert((words.to_owned(), meant));
                false
            }
        }
    }

    /// Why nothing was filled.
    fn why_nothing(self) -> DocxError {
        if let Some((words, meant)) = self.unknown {
            return DocxError::UnknownArrangement { words, meant };
        }
        let misspelled = self.left.into_iter().find_map(|notice| match notice {
            Notice::Left {
                written,
                meant: Some(meant),
            } => Some(DocxError::Misspelled { written, meant }),
            _ => None,
        });
        misspelled.unwrap_or(DocxError::NoPlaceholder)
    }

    /// Says what the settings of the document mean for one that was filled.
    fn protections(&mut self, settings: &str) -> Result<(), DocxError> {
        parts::elements(settings, |tag| {
            let on = |name: &str| scan::attribute(tag, name).as_deref().is_none_or(is_on);
            let protects = |tag| scan::attribute(tag, "enforcement").as_deref().is_some_and(is_on);
            match tag.local_name().as_ref() {
                "trackRevisions" if on("val") => self.notices.insert(Notice::Tracked),
                "documentProtection" if protects(tag) => self.notices.insert(Notice::Protected),
                "writeProtection" => self.notices.insert(Notice::Protected),
                _ => false,
            };
            Ok(())
        })
    }
}

/// Takes out of a content control that it is filled from data of the document, and that it shows its prompt.
fn release(source: &str, start: usize, end: usize, edits: &mut Vec<Edit>, notices: &mut BTreeSet<Notice>) {
    let properties = source.get(start..end).unwrap_or_default();
    for (name, child) in scan::children(properties) {
        let bound = name == "dataBinding";
        if bound {
            notices.insert(Notice::Unbound);
        }
        if let Some(at) = properties
            .find(child)
            .filter(|_| bound || name == "showingPlcHdr")
        {
            edits.push(Edit {
                range: start + at..start + at + child.len(),
                with: String::new(),
            });
        }
    }
}

fn edited(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut text =
        String::with_capacity(source.len() + edits.iter().map(|edit| edit.with.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        text.push_str(source.get(at..edit.range.start).unwrap_or_default());
        text.push_str(&edit.with);
        at = edit.range.end;
    }
    text.push_str(source.get(at..).unwrap_or_default());
    text
}
