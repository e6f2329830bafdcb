//! What holds for any table whatever.

use proptest::prelude::*;

use super::*;

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "(Moor|Luz|Bend|Elm) (Alliance|Union|Society)( of (Ohio|Leeds))?(, Inc\\.)?",
        "(Ana|Bo|Cy) (Mora|Lind|M\\. Mora)",
        "[abc]@(luz|moor)\\.example",
        "(yes|no|maybe|Confirmed|WI|York|608-555-014[0-9])",
        "[1-9]/[12][0-9]/2026 9:0[0-9]:00",
        "\\PC{0,12}",
    ]
}

fn table() -> impl Strategy<Value = String> {
    let headings = prop::collection::vec(
        prop::sample::select(vec![
            "Organization",
            "Name",
            "Email",
            "Phone",
            "Title",
            "City",
            "State",
            "Timestamp",
            "Status",
            "Notes",
            "Parent organization",
            "Prints as",
            "Acronym",
            "Will your organization sign?",
            "Website",
            "Scope",
        ]),
        1..7,
    );
    (
        headings,
        prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..14),
    )
        .prop_map(|(headings, rows)| {
            let quoted = |cells: &[String]| {
                let cells: Vec<String> = cells
                    .iter()
                    .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                    .collect();
                cells.join(",") + "\n"
            };
            let headings: Vec<String> = headings.into_iter().map(str::to_owned).collect();
            rows.iter()
                .fold(quoted(&headings), |text, row| text + &quoted(row))
        })
}

/// What a plan says of each row, to be compared.
fn told(plan: &ImportPlan) -> Vec<(Outcome, String, usize, usize)> {
    let of = |row: &PlannedRow| {
        (
            row.outcome,
            format!("{:?}", row.reason),
            row.changes.len(),
            row.flags.len(),
        )
    };
    plan.rows.iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_row_is_accounted_for_the_preview_is_the_result_and_an_undo_restores_everything(
        first in table(), second in table(), which in 0..4usize, likely in 0..3usize
    ) {
        let mut coalition = Coalition::in_memory().unwrap();
        let letter = letter(&mut coalition);
        let target = [
            ImportTarget::Organizations,
            ImportTarget::People,
            ImportTarget::SignOns { letter_id: letter, status: Status::Asked },
            ImportTarget::NewLetter {
                letter: Box::new(LetterFields { title: "Begun".into(), ..LetterFields::default() }),
                status: Status::Confirmed,
            },
        ];
        let target = &target[which];
        let likely = [Likely::Ask, Likely::New, Likely::Match][likely];
        for text in [&first, &second] {
            let opened = Source::open("any.csv", text.clone().into_bytes(), Some(reading::format::Format::Csv), ReadOptions::default());
            let Ok(Opened::Table(source)) = opened else { continue };
            let source = Arc::new(OpenSource::Table(source));
            let choices = Choices::new(target.clone(), likely);
            let before = dump(&coalition);
            let plan = coalition.plan_import(&source, choices.clone(), &mut no_progress, now()).unwrap();
            prop_assert_eq!(plan.rows.len(), source.len());
            counts(&plan);
            let same = coalition.plan_import(&source, choices.clone(), &mut no_progress, now()).unwrap();
            prop_assert_eq!(told(&plan), told(&same));
            prop_assert_eq!(&dump(&coalition), &before);

            let count = |coalition: &Coalition| -> (u32, u32, usize) {
                let letters = coalition.list_letters().unwrap();
                let on_all = letters.iter().map(|letter| sign_ons(coalition, letter.id).len()).sum();
                (coalition.count_organizations().unwrap(), coalition.count_people().unwrap(), on_all)
            };
            let had = count(&coalition);
            let change = coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
            let has = count(&coalition);
            let made = plan.makes();
            prop_assert_eq!(
                (has.0 - had.0, has.1 - had.1, has.2 - had.2),
                (u32::try_from(made.0).unwrap(), u32::try_from(made.1).unwrap(), made.2)
            );
            prop_assert_eq!(change.tables.iter().all(|table| table == "import"), plan.written() == 0);
            prop_assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
            if plan.written() > 0 {
                let after = dump(&coalition);
                coalition.undo(now()).unwrap();
                prop_assert_eq!(&dump(&coalition), &before);
                coalition.redo(now()).unwrap();
                prop_assert_eq!(&dump(&coalition), &after);
            }
            // The same again makes nothing new; only nobody is yet on a letter that is begun once more.
            let again = coalition.plan_import(&source, choices, &mut no_progress, now()).unwrap().makes();
            let on_letter = if target.letter_id().is_none() && target.status().is_some() { again.2 } else { 0 };
            prop_assert_eq!(again, (0, 0, on_letter), "{}", text);
        }
    }
}
