//! Which parts of a package matter to the template: the main part, those that hold text, the styles, the settings;
//! and what the package says about itself.
//!
//! The main part is the one that the package's relationships name; what a part is stands in the content types, for the
//! part by its name or for all parts with its ending (ECMA-376 part 2, sections 6.2.3 and 6.5).

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::package::Package;
use super::{DocxError, scan};

/// The name of the part that holds the content types.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";
const RELATIONSHIPS: &str = "_rels/.rels";
/// How the relationship to the main part ends, in transitional and in strict documents.
const TO_MAIN: &str = "/relationships/officeDocument";
/// How the relationship to a digital signature ends.
const TO_SIGNATURE: &str = "/digital-signature/origin";

const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEMPLATE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
const WITH_MACROS: [&str; 2] = [
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
];
const WORDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// What a part with text is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Main,
    Header,
    Footer,
    Notes,
}

/// The parts that matter here, by name.
#[derive(Debug)]
pub(super) struct Parts {
    /// Those that hold text, the main part first.
    pub(super) texts: Vec<(String, Role)>,
    pub(super) styles: Option<String>,
    pub(super) settings: Option<String>,
    /// The content types of a document, where the package is a template: a filled one is a document.
    pub(super) as_document: Option<String>,
    /// Whether it bears a digital signature.
    pub(super) signed: bool,
}

impl Parts {
    pub(super) fn find(package: &mut Package) -> Result<Self, DocxError> {
        let source = package.text(CONTENT_TYPES)?.ok_or(DocxError::NotADocument)?;
        let types = Types::read(&source)?;
        let relationships = package.text(RELATIONSHIPS)?.unwrap_or_default();
        let (named, signed) = root_relationships(&relationships)?;
        let names = package.names();
        let of_type = |wanted: &dyn Fn(&str) -> bool| {
            names
                .iter()
                .find(|name| types.of(name).is_some_and(wanted))
                .cloned()
        };
        let is_main = |kind: &str| kind == DOCUMENT || kind == TEMPLATE || WITH_MACROS.contains(&kind);
        // A package without its relationships is still told by its types.
        let main = named
            .filter(|named| names.iter().any(|name| name.eq_ignore_ascii_case(named)))
            .or_else(|| of_type(&is_main))
            .ok_or(DocxError::NotADocument)?;
        let kind = types.of(&main).unwrap_or_default();
        if WITH_MACROS.contains(&kind) {
            return Err(DocxError::Macros);
        }
        if kind != DOCUMENT && kind != TEMPLATE {
            return Err(DocxError::NotADocument);
        }
        let mut texts = vec![(main.clone(), Role::Main)];
        for name in &names {
            let role = match types.of(name).and_then(|kind| kind.strip_prefix(WORDS)) {
                Some("header+xml") => Role::Header,
                Some("footer+xml") => Role::Footer,
                Some("footnotes+xml" | "endnotes+xml") => Role::Notes,
                _ => continue,
            };
            texts.push((name.clone(), role));
        }
        Ok(Self {
            texts,
            styles: of_type(&|kind| kind.strip_prefix(WORDS) == Some("styles+xml")),
            settings: of_type(&|kind| kind.strip_prefix(WORDS) == Some("settings+xml")),
            as_document: (kind == TEMPLATE).then(|| source.replace(TEMPLATE, DOCUMENT)),
            signed,
        })
    }
}

/// What each part is.
struct Types {
    /// By the name of the part, in lower case.
    by_name: HashMap<String, String>,
    /// By the ending of its name, in lower case.
    by_ending: HashMap<String, String>,
}

impl Types {
    fn read(source: &str) -> Result<Self, DocxError> {
        let mut types = Self {
            by_name: HashMap::new(),
            by_ending: HashMap::new(),
        };
        elements(source, |tag| {
            let (into, key) = match tag.local_name().as_ref() {
                "Override" => (&mut types.by_name, "PartName"),
                "Default" => (&mut types.by_ending, "Extension"),
                _ => return Ok(()),
            };
            let (Some(key), Some(kind)) = (scan::attribute(tag, key), scan::attribute(tag, "ContentType"))
            else {
                return Err(DocxError::Damaged);
            };
            let key = key.trim_start_matches('/').to_ascii_lowercase();
            into.insert(key, comparable(&kind));
            Ok(())
        })?;
        Ok(types)
    }

    fn of(&self, name: &str) -> Option<&str> {
        let name = name.to_ascii_lowercase();
        let ending = || self.by_ending.get(name.rsplit_once('.')?.1);
        self.by_name.get(&name).or_else(ending).map(String::as_str)
    }
}

/// A content type without its parameters; its case does not matter, but that of ours is kept so that a template's
/// can be told in the source.
fn comparable(kind: &str) -> String {
    let bare = kind.split(';').next().unwrap_or_default().trim();
    for known in [DOCUMENT, TEMPLATE] {
        if bare.eq_ignore_ascii_case(known) {
            return known.to_owned();
        }
    }
    bare.to_ascii_lowercase()
}

/// The name of the main part, and whether there is a signature.
fn root_relationships(source: &str) -> Result<(Option<String>, bool), DocxError> {
    let (mut main, mut signed) = (None, false);
    elements(source.trim_start_matches('\u{feff}'), |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            let kind = scan::attribute(tag, "Type").unwrap_or_default();
            signed |= kind.ends_with(TO_SIGNATURE);
            if main.is_none() && kind.ends_with(TO_MAIN) {
                main = scan::attribute(tag, "Target").map(|target| part_name(&target));
            }
        }
        Ok(())
    })?;
    Ok((main, signed))
}

/// The name of the part that a relationship of the package points to.
fn part_name(target: &str) -> String {
    let steps = target.split('/').filter(|step| !matches!(*step, "" | "."));
    steps.collect::<Vec<_>>().join("/")
}

/// Calls `each` with the start of each element.
pub(super) fn elements(
    source: &str,
    mut each: impl FnMut(&BytesStart) -> Result<(), DocxError>,
) -> Result<(), DocxError> {
    let mut reader = Reader::from_str(source.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event().map_err(|_| DocxError::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) => each(&tag)?,
            Event::DocType(_) => return Err(DocxError::Damaged),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
