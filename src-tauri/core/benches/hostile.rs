//! Files that want to take all time and memory there is: each is to be refused or read within two seconds and 256 MB, with the
//! file itself counted. One line each; one that took more is marked.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::time::{Duration, Instant};

use reading::format::Format;
use reading::source::{Opened, ReadOptions, Source};
use zip::write::SimpleFileOptions;

#[path = "support/allocator.rs"]
mod allocator;
#[path = "support/memory.rs"]
mod memory;

const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_MEMORY: u64 = 256;
/// The largest file that is read at all, in bytes.
const LARGEST: usize = reading::problem::LARGEST_FILE;

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    package(&[
        (
            "_rels/.rels",
            b"<Relationships><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
        ),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A pattern over and over, so many bytes in all.
fn filled(beginning: &str, pattern: &str, bytes: usize) -> Vec<u8> {
    let mut all = beginning.as_bytes().to_vec();
    all.extend(
        pattern
            .repeat((bytes - beginning.len()) / pattern.len())
            .into_bytes(),
    );
    all
}

type Make = fn() -> Vec<u8>;

/// What is opened, and how it is made: one after the other, so that none counts for another.
const FILES: &[(&str, Make)] = &[
    ("a workbook that unpacks a hundred times as large", || {
        workbook(&sheet(&" ".repeat(100 * 1024 * 1024)), "<sst/>")
    }),
    ("a workbook with a package in a package", || {
        let inner = package(&[("inner", " ".repeat(50 * 1024 * 1024).as_bytes())]);
        let outer = package(&[("inner.zip", &inner)]);
        package(&[("xl/workbook.xml", &outer), ("more.zip", &outer)])
    }),
    ("a cell at XFD1048576", || {
        workbook(
            &sheet(
                "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>",
            ),
            "<sst/>",
        )
    }),
    ("a million rows of one long shared text", || {
        let row = "<row><c t='s'><v>0</v></c></row>";
        workbook(
            &sheet(&row.repeat(1_000_000)),
            &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(200_000)),
        )
    }),
    ("a workbook of three million cells", || {
        let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(300));
        workbook(&sheet(&row.repeat(10_000)), "<sst/>")
    }),
    ("an entity outside the file", || {
        workbook(
            "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet>&x;</worksheet>",
            "<sst/>",
        )
    }),
    ("entities that expand", || {
        workbook(
            "<worksheet/>",
            "<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>",
        )
    }),
    ("tags a million deep", || {
        workbook(&"<a>".repeat(1_000_000), "<sst/>")
    }),
    ("CSV of a line that never ends", || {
        filled("Organization,", "x", LARGEST)
    }),
    ("a file larger than any", || {
        filled("Organization,", "x", LARGEST + 64)
    }),
    ("CSV of a million columns", || filled("", "x,", 2_000_000)),
    ("CSV of thirty million commas", || filled("", ",", 30_000_000)),
    ("CSV of ten million rows", || {
        filled("Organization\n", "Luz\n", 40_000_000)
    }),
    ("CSV of rows of nothing", || {
        filled("Organization\n", "\n", LARGEST)
    }),
    ("CSV of quotes that never end", || {
        filled("Organization,City\n", "\"x\n", LARGEST)
    }),
    ("a card that never ends", || {
        filled("BEGIN:VCARD\nFN:Ana\n", "NOTE:xxxxxxxxxx\n", LARGEST)
    }),
    ("a card of addresses that never ends", || {
        filled("BEGIN:VCARD\nFN:Ana\n", "EMAIL:a@luz.example\n", LARGEST)
    }),
    ("a line of a card that never ends", || {
        filled("BEGIN:VCARD\nNOTE:", "x", LARGEST)
    }),
    ("folds of a card that never end", || {
        filled("BEGIN:VCARD\nFN", "\n x", LARGEST)
    }),
    ("empty cards", || filled("", "BEGIN:VCARD\nEND:VCARD\n", LARGEST)),
    ("small cards", || {
        filled("", "BEGIN:VCARD\nFN:Ana Mora\nORG:Luz\nEND:VCARD\n", LARGEST)
    }),
    ("cards within cards", || filled("", "BEGIN:VCARD\n", LARGEST)),
    ("NUL bytes", || {
        filled("Organization,City\nLu\0z,Leeds\n", "\0", LARGEST)
    }),
    ("bytes that are no UTF-8", || {
        let mut bytes = filled("Organization,City\n", "Luz,Leeds\n", 30_000_000);
        bytes
            .iter_mut()
            .skip(40)
            .step_by(97)
            .for_each(|byte| *byte = 0xFF);
        bytes
    }),
    ("UTF-16 without a mark", || {
        let text = format!("Organization,City\n{}", "Luz,Leeds\n".repeat(1_000_000));
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }),
    ("a page of tags that never close", || {
        filled("<table><tr><td>Luz", "<b>", 24_000_000)
    }),
    ("a page of tables in tables", || {
        filled("", "<table><tr><td>", 24_000_000)
    }),
    ("a page of attributes", || filled("<table ", "a=b ", 24_000_000)),
    ("a mailbox of empty messages", || {
        filled("", "From a\nSubject: x\n\n", LARGEST)
    }),
    ("a message of parts in parts", || {
        filled(
            "From: a@luz.example\nContent-Type: multipart/mixed; boundary=a\n\n",
            "--a\nContent-Type: multipart/mixed; boundary=a\n\n",
            LARGEST,
        )
    }),
    ("a header that never ends", || {
        filled("From: a@luz.example\nSubject: ", "x", LARGEST)
    }),
];

fn main() {
    // Chosen among by name, as criterion does.
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    if wanted.is_some_and(|name| !"hostile".contains(&name)) {
        return;
    }
    for (name, make) in FILES {
        let bytes = make();
        let megabytes = bytes.len() >> 20;
        memory::forget();
        // What the allocator still holds of making the file is no cost of reading it; what is read into that is not counted either.
        let before = memory::now().saturating_sub(megabytes as u64);
        let start = Instant::now();
        // What nobody said is a list of names where it looks like one.
        let format = name.starts_with("CSV").then_some(Format::Csv);
        let opened = Source::open(name, bytes, format, ReadOptions::default());
        let took = start.elapsed();
        let peak = memory::peak().saturating_sub(before);
        let what = match &opened {
            Ok(Opened::Table(source)) => format!("{} rows", source.table().len()),
            Ok(Opened::List(text)) => format!("a list of {} MB", text.len() >> 20),
            Err(error) => format!("refused: {error:?}"),
        };
        drop(opened);
        let over = took > MOST_TIME || peak > MOST_MEMORY;
        let mark = if over { "OVER " } else { "" };
        println!("hostile: {mark}{name} ({megabytes} MB): {took:.2?}, {peak} MB; {what}");
    }
}
