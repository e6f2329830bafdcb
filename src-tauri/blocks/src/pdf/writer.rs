//! Pages and tags as the bytes of a PDF (ISO 32000-1): text in marked content, the typefaces cut down to the letters
//! that stand in it, and a structure tree for screen readers.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, StructRole, SystemInfo, UnicodeCmap};
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::lines::scale;
use super::pages::{HEIGHT, Placed, SIZE, WIDTH};
use super::typeface::{Glyph, Typefaces};

/// The order of the glyphs in a typeface is its own.
const IDENTITY: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// A node of the structure.
pub(super) struct Node {
    pub(super) role: StructRole,
    pub(super) kids: Vec<Kid>,
}

/// What is in a node.
pub(super) enum Kid {
    Node(Node),
    /// A piece of marked content on a page, both by their numbers.
    Content(usize, i32),
}

impl Node {
    pub(super) fn new(role: StructRole) -> Self {
        Self {
            role,
            kids: Vec::new(),
        }
    }

    pub(super) fn with(role: StructRole, kids: Vec<Kid>) -> Self {
        Self { role, kids }
    }
}

/// The number of the marked content of each placed piece, page by page; `None` for what only repeats.
pub(super) fn content_numbers(pages: &[Vec<Placed>]) -> Vec<Vec<Option<i32>>> {
    let number = |page: &Vec<Placed>| {
        let mut next = 0..;
        page.iter()
            .map(|placed| if placed.again { None } else { next.next() })
            .collect()
    };
    pages.iter().map(number).collect()
}

/// One typeface as it is cut down: the glyphs that stand in the document, with the text that each stands for.
#[derive(Default)]
struct Subset {
    remapper: GlyphRemapper,
    /// By the new number of the glyph: its text and its width.
    glyphs: BTreeMap<u16, (String, f32)>,
}

impl Subset {
    /// The new number of a glyph.
    fn take(&mut self, glyph: &Glyph, text: &str) -> u16 {
        let number = self.remapper.remap(glyph.number);
        self.glyphs
            .entry(number)
            .or_insert_with(|| (text.to_owned(), glyph.natural));
        number
    }
}

/// Numbers for the objects of the file, one after the other.
struct Refs(i32);

impl Refs {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// What a document says about itself.
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) language: String,
}

pub(super) fn write(
    pages: &[Vec<Placed>],
    tree: Vec<Kid>,
    about: &About,
    typefaces: &Typefaces,
) -> Result<Vec<u8>, PdfError> {
    let mut refs = Refs(0);
    let (catalog, page_tree, structure, info) = (refs.next(), refs.next(), refs.next(), refs.next());
    let page_refs: Vec<Ref> = pages.iter().map(|_| refs.next()).collect();
    let fonts = [(Name(b"F0"), refs.next()), (Name(b"F1"), refs.next())];
    let mut pdf = Pdf::new();
    pdf.set_version(1, 7);

    let mut subsets = [Subset::default(), Subset::default()];
    let numbers = content_numbers(pages);
    for (at, (page, numbers)) in pages.iter().zip(&numbers).enumerate() {
        let content = contents(page, numbers, typefaces, &mut subsets);
        let content_ref = refs.next();
        pdf.stream(content_ref, &deflated(&content))
            .filter(Filter::FlateDecode);
        let page_ref = page_refs.get(at).copied().ok_or(PdfError::NotWritten)?;
        let mut written = pdf.page(page_ref);
        written
            .parent(page_tree)
            .media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT))
            .contents(content_ref)
            .struct_parents(i32::try_from(at).unwrap_or_default());
        let mut resources = written.resources();
        let mut named = resources.fonts();
        for (name, font) in fonts {
            named.pair(name, font);
        }
    }
    pdf.pages(page_tree)
        .kids(page_refs.iter().copied())
        .count(i32::try_from(pages.len()).unwrap_or_default());

    for (bold, ((_, font), subset)) in fonts.into_iter().zip(&subsets).enumerate() {
        write_font(&mut pdf, &mut refs, font, subset, typefaces, bold == 1)?;
    }
    write_structure(&mut pdf, &mut refs, structure, tree, &page_refs, &numbers);

    let mut written = pdf.catalog(catalog);
    written
        .pages(page_tree)
        .lang(TextStr(&about.language))
        .pair(Name(b"StructTreeRoot"), structure);
    written.mark_info().marked(true);
    written
        .viewer_preferences()
        .display_doc_title(about.title.is_some());
    written.finish();
    if let Some(title) = &about.title {
        pdf.document_info(info).title(TextStr(title));
    }
    Ok(pdf.finish())
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

/// The text of a page.
fn contents(
    page: &[Placed],
    numbers: &[Option<i32>],
    typefaces: &Typefaces,
    subsets: &mut [Subset; 2],
) -> Vec<u8> {
    let mut content = Content::new();
    let [regular, bold] = subsets;
    for (placed, number) in page.iter().zip(numbers) {
        match number {
            Some(number) => {
                content
                    .begin_marked_content_with_properties(Name(b"Span"))
                    .properties()
                    .identify(*number);
            }
            None => {
                content.begin_marked_content(Name(b"Artifact"));
            }
        }
        let (subset, name) = if placed.style.bold {
            (&mut *bold, Name(b"F1"))
        } else {
            (&mut *regular, Name(b"F0"))
        };
        content
            .begin_text()
            .set_font(name, scale(placed.style, SIZE))
            .set_text_matrix([1.0, 0.0, 0.0, 1.0, placed.x, HEIGHT - placed.y]);
        let mut shown = content.show_positioned();
        let mut items = shown.items();
        let mut run: Vec<u8> = Vec::new();
        for glyph in typefaces.glyphs(&placed.text, placed.style.bold).0 {
            let text = placed.text.get(glyph.text.clone()).unwrap_or_default();
            // What moves a glyph from its place, in thousandths to the left.
            if glyph.offset.abs() > 0.0005 {
                flush(&mut items, &mut run);
                items.adjust(-1000.0 * glyph.offset);
            }
            run.extend(subset.take(&glyph, text).to_be_bytes());
            let kerned = glyph.natural - glyph.advance + glyph.offset;
            if kerned.abs() > 0.0005 {
                flush(&mut items, &mut run);
                items.adjust(1000.0 * kerned);
            }
        }
        flush(&mut items, &mut run);
        items.finish();
        shown.finish();
        content.end_text().end_marked_content();
    }
    content.finish().to_vec()
}

fn flush(items: &mut pdf_writer::writers::PositionedItems, run: &mut Vec<u8>) {
    if !run.is_empty() {
        items.show(Str(run));
        run.clear();
    }
}

fn write_font(
    pdf: &mut Pdf,
    refs: &mut Refs,
    font: Ref,
    subset: &Subset,
    typefaces: &Typefaces,
    bold: bool,
) -> Result<(), PdfError> {
    let (cid, descriptor, unicode, file) = (refs.next(), refs.next(), refs.next(), refs.next());
    let name: &[u8] = if bold {
        b"UNDSGN+LibertinusSerif-Bold"
    } else {
        b"UNDSGN+LibertinusSerif-Regular"
    };
    let whole = [name, b"-Identity-H"].concat();
    pdf.type0_font(font)
        .base_font(Name(&whole))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);

    let mut written = pdf.cid_font(cid);
    written
        .subtype(CidFontType::Type0)
        .base_font(Name(name))
        .system_info(IDENTITY)
        .font_descriptor(descriptor)
        .default_width(0.0);
    let mut widths = written.widths();
    for (number, (_, width)) in &subset.glyphs {
        widths.same(*number, *number, width * 1000.0);
    }
    widths.finish();
    written.finish();

    let metrics = typefaces.metrics(bold);
    pdf.font_descriptor(descriptor)
        .name(Name(name))
        .flags(FontFlags::SERIF | FontFlags::SYMBOLIC)
        .bbox(Rect::new(
            metrics.bbox.0,
            metrics.bbox.1,
            metrics.bbox.2,
            metrics.bbox.3,
        ))
        .italic_angle(0.0)
        .ascent(metrics.ascent)
        .descent(metrics.descent)
        .cap_height(metrics.cap_height)
        .stem_v(if bold { 120.0 } else { 80.0 })
        .font_file3(file);

    let mut map = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
    for (number, (text, _)) in &subset.glyphs {
        map.pair_with_multiple(*number, text.chars());
    }
    pdf.cmap(unicode, &map.finish());

    let cut = typefaces
        .cut(bold, &subset.remapper)
        .ok_or(PdfError::NotWritten)?;
    pdf.stream(file, &deflated(&cut))
        .filter(Filter::FlateDecode)
        .pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    Ok(())
}

/// Writes the structure tree, and for each page which node each piece of its content belongs to.
fn write_structure(
    pdf: &mut Pdf,
    refs: &mut Refs,
    root: Ref,
    tree: Vec<Kid>,
    pages: &[Ref],
    numbers: &[Vec<Option<i32>>],
) {
    let document = refs.next();
    let mut owners: Vec<Vec<Ref>> = numbers
        .iter()
        .map(|page| vec![document; page.iter().flatten().count()])
        .collect();
    let whole = Node::with(StructRole::Document, tree);
    write_node(pdf, refs, document, root, whole, pages, &mut owners);
    let lists: Vec<Ref> = owners.iter().map(|_| refs.next()).collect();
    for (list, owners) in lists.iter().zip(&owners) {
        pdf.indirect(*list).array().items(owners.iter().copied());
    }
    let mut written = pdf.indirect(root).start::<StructTreeRoot>();
    written.child(document);
    let mut parents = written.parent_tree();
    let mut entries = parents.nums();
    for (at, list) in lists.iter().enumerate() {
        entries.insert(i32::try_from(at).unwrap_or_default(), *list);
    }
    entries.finish();
    parents.finish();
    written.parent_tree_next_key(i32::try_from(lists.len()).unwrap_or_default());
}

fn write_node(
    pdf: &mut Pdf,
    refs: &mut Refs,
    own: Ref,
    parent: Ref,
    node: Node,
    pages: &[Ref],
    owners: &mut [Vec<Ref>],
) {
    let kids: Vec<(Kid, Option<Ref>)> = node
        .kids
        .into_iter()
        .map(|kid| {
            let number = matches!(kid, Kid::Node(_)).then(|| refs.next());
            (kid, number)
        })
        .collect();
    let mut written = pdf.struct_element(own);
    written.kind(node.role).parent(parent);
    if node.role == StructRole::TH {
        written
            .attributes()
            .push()
            .table()
            .scope(pdf_writer::types::TableHeaderScope::Column);
    }
    let mut children = written.children();
    for (kid, number) in &kids {
        match (kid, number) {
            (Kid::Node(_), Some(number)) => {
                children.struct_element(*number);
            }
            (Kid::Content(page, content), _) => {
                if let Some(page_ref) = pages.get(*page) {
                    children
                        .marked_content_ref()
                        .page(*page_ref)
                        .marked_content_id(*content);
                }
            }
            (Kid::Node(_), None) => {}
        }
    }
    children.finish();
    written.finish();
    for (kid, number) in kids {
        match (kid, number) {
            (Kid::Node(node), Some(number)) => write_node(pdf, refs, number, own, node, pages, owners),
            (Kid::Content(page, content), _) => {
                let slot = usize::try_from(content)
                    .ok()
                    .and_then(|content| owners.get_mut(page)?.get_mut(content));
                if let Some(slot) = slot {
                    *slot = own;
                }
            }
            (Kid::Node(_), None) => {}
        }
    }
}
