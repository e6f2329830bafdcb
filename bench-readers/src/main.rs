//! CSV, workbooks and cards read by this program and by csv, calamine and calcard: the median of several runs of each, one after
//! the other, and their ratio, which can be read on any machine.
//!
//! The others give cells or properties and nothing more. Ours finds the charset, the delimiter, the headings and the rows that are
//! no records as well, which is counted; what a column is is not asked.

use std::fmt::Write;
use std::hint::black_box;
use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Reader, Xlsx};

const ROWS: usize = 50_000;
const CARDS: usize = 10_000;
const RUNS: usize = 9;

fn main() {
    let csv = csv_of(ROWS);
    let xlsx = xlsx_of(ROWS);
    let vcf = vcf_of(CARDS);
    println!("{:>10} {:>10} {:>6}", "ours", "theirs", "ratio");
    compare(
        &format!("CSV, {ROWS} rows, csv"),
        || reading::csv::read(csv.as_bytes(), &reading::csv::Options::default()).map(|read| read.table.len()),
        || {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(csv.as_bytes());
            reader.records().filter_map(Result::ok).map(|row| black_box(row).len().min(1)).sum()
        },
    );
    compare(
        &format!("XLSX, {ROWS} rows, calamine"),
        || reading::sheet::read(&xlsx, &[]).map(|book| book.reading.table.len()),
        || {
            let Ok(mut book) = Xlsx::new(Cursor::new(xlsx.as_slice())) else {
                return 0;
            };
            book.worksheet_range_at(0)
                .and_then(Result::ok)
                .map_or(0, |range| black_box(range).height())
        },
    );
    compare(
        &format!("vCard, {CARDS} cards, calcard"),
        || reading::vcard::read(vcf.as_bytes(), None).map(|read| read.table.len() - 1),
        || {
            let mut parser = calcard::Parser::new(&vcf);
            let mut cards = 0;
            while let calcard::Entry::VCard(card) = parser.entry() {
                cards += usize::from(!black_box(card).entries.is_empty());
            }
            cards
        },
    );
}

/// Prints the medians of both and their ratio; both have to read the same number of rows.
fn compare<E: std::fmt::Debug>(what: &str, ours: impl Fn() -> Result<usize, E>, theirs: impl Fn() -> usize) {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let start = Instant::now();
        let read = ours();
        own.push(start.elapsed());
        let start = Instant::now();
        let found = theirs();
        other.push(start.elapsed());
        assert_eq!(read.ok(), Some(found), "{what}");
    }
    let (own, other) = (median(own), median(other));
    println!(
        "{:>7.1} ms {:>7.1} ms {:>6.2}  {what}",
        own.as_secs_f64() * 1e3,
        other.as_secs_f64() * 1e3,
        own.as_secs_f64() / other.as_secs_f64(),
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

const HEADINGS: [&str; 8] = [
    "Timestamp",
    "Organization",
    "Your name",
    "Title",
    "Email",
    "Phone",
    "City",
    "Will your organization sign on to the letter?",
];

/// The cells of a row of a form, plainly invented.
fn cells(row: usize) -> [String; 8] {
    const WORDS: [&str; 8] = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Hazel", "Juniper"];
    let word = |by: usize| WORDS[row / by % WORDS.len()];
    [
        format!("5/{}/2026 9:{:02}:{:02}", row % 28 + 1, row / 60 % 60, row % 60),
        format!("{} {} Neighbors, {row}", word(1), word(8)),
        format!("{} {}", word(3), word(5)),
        "Director".to_owned(),
        format!("office{row}@{}.example", word(1).to_lowercase()),
        format!("608-555-{:04}", row % 10_000),
        word(7).to_owned(),
        if row % 7 == 0 { "" } else { "Yes, sign us on" }.to_owned(),
    ]
}

fn csv_of(rows: usize) -> String {
    let mut text = HEADINGS.join(",");
    text.push('\n');
    for row in 0..rows {
        let quoted = cells(row).map(|cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell });
        let _ = writeln!(text, "{}", quoted.join(","));
    }
    text
}

fn xlsx_of(rows: usize) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let headings = std::iter::once(HEADINGS.map(str::to_owned));
    for (at, row) in headings.chain((0..rows).map(cells)).enumerate() {
        let at = u32::try_from(at).unwrap_or_default();
        let _ = sheet.write_row(at, 0, row);
    }
    book.save_to_buffer().unwrap_or_default()
}

fn vcf_of(cards: usize) -> String {
    let mut text = String::new();
    for card in 0..cards {
        let [_, organization, name, title, email, phone, city, _] = cells(card);
        let (given, family) = name.split_once(' ').unwrap_or((&name, ""));
        let organization = organization.replace(',', "\\,");
        let _ = write!(
            text,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};{given};;;\r\nFN:{name}\r\nORG:{organization}\r\nTITLE:{title}\r\n\
             EMAIL;TYPE=WORK:{email}\r\nTEL;TYPE=CELL:{phone}\r\nADR;TYPE=WORK:;;12 Elm Street;{city};WI;53703;USA\r\nEND:VCARD\r\n"
        );
    }
    text
}
