//! What is exported is read back as it was.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use base::progress::no_progress;
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::export::ExportFormat;
use undersigned_core::import::{Choices, ImportTarget, Likely, Outcome};
use undersigned_core::{Coalition, Error};
use undersigned_generate::{Size, fixture_now, generate};

#[test]
fn what_was_exported_and_is_imported_again_changes_nothing() {
    let mut coalition = Coalition::in_memory().unwrap();
    let size = Size {
        organizations: 300,
        people: 250,
        letters: 2,
    };
    generate(&mut coalition, size, 7, fixture_now()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (format, name) in [(ExportFormat::Csv, "csv"), (ExportFormat::Xlsx, "xlsx")] {
        let here = folder.path().join(name);
        assert!(coalition.export(&here, format).unwrap() > 20);
        assert!(matches!(
            coalition.export(&here, format),
            Err(Error::FileExists(_))
        ));
        for (table, target) in [
            ("organization", ImportTarget::Organizations),
            ("person", ImportTarget::People),
        ] {
            let bytes = std::fs::read(here.join(format!("{table}.{name}"))).unwrap();
            let opened = Source::open(table, bytes, None, ReadOptions::default()).unwrap();
            assert!(matches!(opened, Opened::Table(_)), "{table}");
            let source = Arc::new(coalition.open_source(table, opened).unwrap());
            let choices = Choices::new(target, Likely::Ask);
            let plan = coalition
                .plan_import(&source, choices, &mut no_progress, fixture_now())
                .unwrap();
            let changed: Vec<_> = plan
                .rows
                .iter()
                .filter(|row| row.outcome != Outcome::Unchanged)
                .map(|row| (&row.organization, &row.person, &row.changes, &row.reason))
                .collect();
            assert!(
                changed.is_empty(),
                "{name} {table}: {} {changed:#?}",
                changed.len()
            );
        }
    }
}
