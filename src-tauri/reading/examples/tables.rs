//! Prints what the reader takes the columns of tables for, to hold it against what somebody wrote down before.
//!
//! usage: cargo run -p undersigned-reading --example tables -- FILE...

use std::path::Path;

use reading::source::{Opened, ReadOptions, Source};

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let name = Path::new(&file)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(&file)?;
        match Source::open(&name, bytes, None, ReadOptions::default()) {
            Ok(Opened::Table(source)) => print(&name, &source),
            Ok(_) => println!("{name}: no table"),
            Err(error) => println!("{name}: {error:?}"),
        }
    }
    Ok(())
}

fn print(name: &str, source: &Source) {
    let table = source.table();
    println!(
        "{name}: {}, header {:?}, {} records, {:?}, origin {:?}",
        source.format().word(),
        table.header(),
        table.count_records(),
        source.suggests(),
        source.mapping().origin,
    );
    for (column, heading) in table.headings().into_iter().enumerate() {
        let assigned = source
            .mapping()
            .columns
            .iter()
            .find(|assigned| assigned.column == column);
        let example = table
            .records()
            .map(|row| row.cell(column))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        if let Some(assigned) = assigned {
            println!(
                "  {heading:?} = {} {} by {:?}  ({example:.60})",
                assigned.field.word(),
                assigned.person,
                assigned.by
            );
        } else if !example.is_empty() {
            println!("  {heading:?} -  ({example:.60})");
        }
    }
}
