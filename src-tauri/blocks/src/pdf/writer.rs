//! Pages and tags as the bytes of a PDF (ISO 32000-1): text in marked content, the typefaces cut down to the letters
//! that stand in it, and a structure tree for screen readers.

use std::collections::BTreeMap;

use pdf_writer::types::{
    ActionType, AnnotationFlags, AnnotationType, CidFontType, FontFlags, Predictor, StructRole, SystemInfo,
    UnicodeCmap,
};
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::lines::scale;
use super::pages::{Placed, SIZE, size};
use super::typeface::{Glyph, Typefaces};
use super::{Drawings, PdfError};
use crate::Paper;
use crate::logos::Packed;

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
    /// What stands for a picture where it can't be seen.
    pub(super) alternative: Option<String>,
}

/// What is in a node.
pub(super) enum Kid {
    Node(Node),
    /// A piece of marked content on a page, both by their numbers.
    Content(usize, i32),
    /// A link on a page, both by their numbers.
    Link(usize, usize),
}

impl Node {
    pub(super) fn new(role: StructRole) -> Self {
        Self::with(role, Vec::new())
    }

    pub(super) fn with(role: StructRole, kids: Vec<Kid>) -> Self {
        Self {
            role,
            kids,
            alternative: None,
        }
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
    pub(super) paper: Paper,
}

pub(super) fn write(
    pages: &[Vec<Placed>],
    tree: Vec<Kid>,
    about: &About,
    typefaces: &Typefaces,
    drawings: &Drawings,
) -> Result<Vec<u8>, PdfError> {
    let (width, height) = size(about.paper);
    let mut refs = Refs(0);
    let (catalog, page_tree, structure, info) = (refs.next(), refs.next(), refs.next(), refs.next());
    let page_refs: Vec<Ref> = pages.iter().map(|_| refs.next()).collect();
    let fonts = [(Name(b"F0"), refs.next()), (Name(b"F1"), refs.next())];
    let mut pdf = Pdf::new();
    pdf.set_version(1, 7);

    let mut subsets = [Subset::default(), Subset::default()];
    let numbers = content_numbers(pages);
    let pictures: BTreeMap<&str, Ref> = drawings
        .pictures
        .keys()
        .map(|name| (name.as_str(), refs.next()))
        .collect();
    for (name, picture) in &drawings.pictures {
        if let Some(id) = pictures.get(name.as_str()) {
            write_picture(&mut pdf, *id, picture);
        }
    }
    let mut links: Vec<Vec<Ref>> = Vec::with_capacity(pages.len());
    let mut key = i32::try_from(pages.len()).unwrap_or_default();
    for (at, (page, numbers)) in pages.iter().zip(&numbers).enumerate() {
        let content = contents(page, numbers, height, typefaces, &mut subsets);
        let content_ref = refs.next();
        pdf.stream(content_ref, &deflated(&content))
            .filter(Filter::FlateDecode);
        let page_ref = page_refs.get(at).copied().ok_or(PdfError::NotWritten)?;
        let mut written = pdf.page(page_ref);
        written
            .parent(page_tree)
            .media_box(Rect::new(0.0, 0.0, width, height))
            .contents(content_ref)
            .struct_parents(i32::try_from(at).unwrap_or_default());
        let mut resources = written.resources();
        let mut named = resources.fonts();
        for (name, font) in fonts {
            named.pair(name, font);
        }
        named.finish();
        let shown: BTreeMap<String, Ref> = page
            .iter()
            .filter_map(|placed| {
                let name = &placed.picture.as_ref()?.name;
                Some((picture_name(name), *pictures.get(name.as_str())?))
            })
            .collect();
        if !shown.is_empty() {
            let mut named = resources.x_objects();
            for (name, id) in &shown {
                named.pair(Name(name.as_bytes()), *id);
            }
        }
        resources.finish();
        let linked: Vec<(&Placed, &str, Ref)> = page
            .iter()
            .filter_map(|placed| {
                let address = drawings.links.get(usize::from(placed.link()?))?;
                Some((placed, address.as_str(), refs.next()))
            })
            .collect();
        if !linked.is_empty() {
            written.annotations(linked.iter().map(|(_, _, id)| *id));
        }
        written.finish();
        for (placed, address, id) in &linked {
            write_link(&mut pdf, *id, placed, height, address, key, typefaces);
            key += 1;
        }
        links.push(linked.into_iter().map(|(_, _, id)| id).collect());
    }
    pdf.pages(page_tree)
        .kids(page_refs.iter().copied())
        .count(i32::try_from(pages.len()).unwrap_or_default());

    for (bold, ((_, font), subset)) in fonts.into_iter().zip(&subsets).enumerate() {
        write_font(&mut pdf, &mut refs, font, subset, typefaces, bold == 1)?;
    }
    let mut tags = Tags {
        pages: &page_refs,
        links: &links,
        owners: Vec::new(),
        link_owners: Vec::new(),
    };
    write_structure(&mut pdf, &mut refs, structure, tree, &mut tags, &numbers);

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
    height: f32,
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
        if let Some(picture) = &placed.picture {
            content
                .save_state()
                .transform([
                    picture.width,
                    0.0,
                    0.0,
                    picture.height,
                    placed.x,
                    height - placed.y,
                ])
                .x_object(Name(picture_name(&picture.name).as_bytes()))
                .restore_state()
                .end_marked_content();
            continue;
        }
        let (subset, name) = if placed.style.bold {
            (&mut *bold, Name(b"F1"))
        } else {
            (&mut *regular, Name(b"F0"))
        };
        content
            .begin_text()
            .set_font(name, scale(placed.style, SIZE))
            .set_text_matrix([1.0, 0.0, 0.0, 1.0, placed.x, height - placed.y]);
        let mut shown = content.show_positioned();
        let mut items = shown.items();
        let mut run: Vec<u8> = Vec::new();
        for glyph in typefaces
            .glyphs(&placed.text, placed.style.bold, placed.style.backward)
            .0
        {
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

/// What a picture is called on the pages.
fn picture_name(name: &str) -> String {
    format!("L{}", name.get(..16).unwrap_or(name))
}

/// Writes a picture as it is packed: PNG and PDF filter and deflate rows of pixels in the same way.
fn write_picture(pdf: &mut Pdf, id: Ref, picture: &Packed) {
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(1).max(1);
    let mut written = pdf.image_xobject(id, &picture.data);
    written.filter(Filter::FlateDecode);
    written
        .decode_parms()
        .predictor(Predictor::PngOptimum)
        .colors(3)
        .bits_per_component(8)
        .columns(side(picture.width));
    written
        .width(side(picture.width))
        .height(side(picture.height))
        .bits_per_component(8);
    written.color_space().device_rgb();
}

/// Writes the link over a piece of a page.
fn write_link(
    pdf: &mut Pdf,
    id: Ref,
    placed: &Placed,
    height: f32,
    address: &str,
    key: i32,
    typefaces: &Typefaces,
) {
    let (left, foot) = (placed.x, height - placed.y);
    let rect = match &placed.picture {
        Some(picture) => Rect::new(left, foot, left + picture.width, foot + picture.height),
        None => {
            let size = scale(placed.style, SIZE);
            let width = typefaces
                .glyphs(&placed.text, placed.style.bold, placed.style.backward)
                .1
                * size;
            Rect::new(left, foot - 0.25 * size, left + width, foot + 0.75 * size)
        }
    };
    let mut link = pdf.annotation(id);
    link.subtype(AnnotationType::Link)
        .rect(rect)
        .border(0.0, 0.0, 0.0, None)
        .contents(TextStr(address))
        .flags(AnnotationFlags::PRINT)
        .struct_parent(key);
    link.action()
        .action_type(ActionType::Uri)
        .uri(Str(address.as_bytes()));
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

/// What the structure leads to, and what leads back to it.
struct Tags<'p> {
    pages: &'p [Ref],
    /// The links of each page.
    links: &'p [Vec<Ref>],
    /// The node that each piece of marked content belongs to, page by page.
    owners: Vec<Vec<Ref>>,
    /// The node that each link belongs to, page by page.
    link_owners: Vec<Vec<Ref>>,
}

/// Writes the structure tree, and for each page which node each piece of its content belongs to.
fn write_structure(
    pdf: &mut Pdf,
    refs: &mut Refs,
    root: Ref,
    tree: Vec<Kid>,
    tags: &mut Tags,
    numbers: &[Vec<Option<i32>>],
) {
    let document = refs.next();
    tags.owners = numbers
        .iter()
        .map(|page| vec![document; page.iter().flatten().count()])
        .collect();
    tags.link_owners = tags.links.iter().map(|page| vec![document; page.len()]).collect();
    let whole = Node::with(StructRole::Document, tree);
    write_node(pdf, refs, document, root, whole, tags);
    let lists: Vec<Ref> = tags.owners.iter().map(|_| refs.next()).collect();
    for (list, owners) in lists.iter().zip(&tags.owners) {
        pdf.indirect(*list).array().items(owners.iter().copied());
    }
    let mut written = pdf.indirect(root).start::<StructTreeRoot>();
    written.child(document);
    let mut parents = written.parent_tree();
    let mut entries = parents.nums();
    for (at, list) in lists.iter().enumerate() {
        entries.insert(i32::try_from(at).unwrap_or_default(), *list);
    }
    // The links of all pages are counted on behind the pages.
    let mut key = i32::try_from(lists.len()).unwrap_or_default();
    for owner in tags.link_owners.iter().flatten() {
        entries.insert(key, *owner);
        key += 1;
    }
    entries.finish();
    parents.finish();
    written.parent_tree_next_key(key);
}

fn write_node(pdf: &mut Pdf, refs: &mut Refs, own: Ref, parent: Ref, node: Node, tags: &mut Tags) {
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
    if let Some(alternative) = &node.alternative {
        written.alt(TextStr(alternative));
    }
    let mut children = written.children();
    for (kid, number) in &kids {
        match (kid, number) {
            (Kid::Node(_), Some(number)) => {
                children.struct_element(*number);
            }
            (Kid::Link(page, link), _) => {
                let object = tags.links.get(*page).and_then(|links| links.get(*link));
                if let (Some(object), Some(page_ref)) = (object, tags.pages.get(*page)) {
                    children.object_ref().page(*page_ref).object(*object);
                }
            }
            (Kid::Content(page, content), _) => {
                if let Some(page_ref) = tags.pages.get(*page) {
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
            (Kid::Node(node), Some(number)) => write_node(pdf, refs, number, own, node, tags),
            (Kid::Link(page, link), _) => {
                let slot = tags
                    .link_owners
                    .get_mut(page)
                    .and_then(|owners| owners.get_mut(link));
                if let Some(slot) = slot {
                    *slot = own;
                }
            }
            (Kid::Content(page, content), _) => {
                let slot = usize::try_from(content)
                    .ok()
                    .and_then(|content| tags.owners.get_mut(page)?.get_mut(content));
                if let Some(slot) = slot {
                    *slot = own;
                }
            }
            (Kid::Node(_), None) => {}
        }
    }
}
