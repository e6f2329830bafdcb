//! A list takes the way of a table: one plan, one check that it still holds, one action, one history.

use super::*;
use crate::import::{ListEdit, ListSource};

fn list(coalition: &Coalition, text: &str) -> Arc<OpenSource> {
    Arc::new(coalition.open_list("", text).unwrap().into())
}

fn outcomes(plan: &ImportPlan) -> Vec<Outcome> {
    plan.rows.iter().map(|row| row.outcome).collect()
}

#[test]
fn a_list_does_what_its_preview_said_or_is_refused_when_somebody_was_added_since() {
    let mut coalition = Coalition::in_memory().unwrap();
    let source = list(&coalition, "Moor Alliances\nBirch Society\n");
    let choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    let preview = coalition
        .plan_import(&source, choices.clone(), &mut no_progress, now())
        .unwrap();
    assert_eq!(outcomes(&preview), [Outcome::Created, Outcome::Created]);
    organization(&mut coalition, "Moor Alliance");
    let refused = coalition.import(&source, &preview, &mut no_progress, now());
    assert!(refused.is_err());
    assert_eq!(coalition.count_organizations().unwrap(), 1);
    let anew = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    assert_eq!(outcomes(&anew), [Outcome::Asked, Outcome::Created]);
    coalition.import(&source, &anew, &mut no_progress, now()).unwrap();
    assert_eq!(coalition.count_organizations().unwrap(), 2);
}

#[test]
fn a_long_list_derives_what_its_triggers_would_and_can_be_cancelled_undone_and_redone() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let text: String = (0..300).map(|n| format!("Group {n} of Leeds\n")).collect();
    let source = list(&coalition, &text);
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    let choices = Choices::new(target, Likely::New);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    let before = dump(&coalition);
    let stopped = coalition.import(&source, &plan, &mut |so_far| so_far.done < 100, now());
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(dump(&coalition), before);
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    let signed = sign_ons(&coalition, letter);
    assert_eq!(signed.len(), 300);
    // All of them rest on the one text.
    let evidence = coalition.list_evidence(signed[0].id).unwrap();
    assert_eq!(evidence[0].text.trim(), text.trim());
    assert_eq!(
        evidence[0].id,
        coalition.list_evidence(signed[299].id).unwrap()[0].id
    );
    let after = dump(&coalition);
    coalition.undo(now()).unwrap();
    assert_eq!(dump(&coalition), before);
    coalition.redo(now()).unwrap();
    assert_eq!(dump(&coalition), after);
}

#[test]
fn a_decision_holds_for_its_row_when_rows_before_it_are_split_and_joined() {
    let mut coalition = Coalition::in_memory().unwrap();
    let moor = organization(&mut coalition, "Moor Alliance");
    let mut list = coalition
        .open_list(
            "",
            "Birch Society and Cedar Union\nMoor Alliances\nDogwood Club\n",
        )
        .unwrap();
    let keys: Vec<usize> = list.rows().iter().map(|row| row.key).collect();
    let [first, second, third] = keys[..] else {
        panic!("{:?}", list.rows())
    };
    let mut choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    choices.decisions.insert(
        second,
        Decision::Match {
            organization_id: moor,
        },
    );
    choices.decisions.insert(third, Decision::Drop);
    let at = list.text().find(" and ").unwrap();
    assert_eq!(list.edit(&ListEdit::Split { key: first, at }).unwrap(), [first]);
    let names =
        |list: &ListSource| -> Vec<String> { list.rows().iter().map(|row| row.entry.name.clone()).collect() };
    assert_eq!(
        names(&list),
        ["Birch Society", "Cedar Union", "Moor Alliances", "Dogwood Club"]
    );
    let plan = |list: &ListSource| {
        let source = Arc::new(list.clone().into());
        let plan = coalition.plan_import(&source, choices.clone(), &mut no_progress, now());
        outcomes(&plan.unwrap())
    };
    assert_eq!(
        plan(&list),
        [
            Outcome::Created,
            Outcome::Created,
            Outcome::Updated,
            Outcome::Rejected
        ]
    );
    list.edit(&ListEdit::Join { key: first }).unwrap();
    assert_eq!(names(&list)[0], "Birch Society and Cedar Union");
    assert_eq!(list.rows()[0].key, first);
    assert_eq!(
        plan(&list),
        [Outcome::Created, Outcome::Updated, Outcome::Rejected]
    );
}

#[test]
fn a_list_is_cut_where_the_window_counts_also_behind_letters_of_two_units() {
    let coalition = Coalition::in_memory().unwrap();
    let text = "Niños Unidos 🌲\nBirch Society and Cedar Union\n";
    let mut list = coalition.open_list("", text).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let spans = list.spans();
    let shown = String::from_utf16(&units[spans[1].clone()]).unwrap();
    assert_eq!(shown, "Birch Society and Cedar Union");
    let at = text[..text.find(" and ").unwrap()].encode_utf16().count();
    let key = list.rows()[1].key;
    list.edit(&ListEdit::Split { key, at }).unwrap();
    assert_eq!(list.rows()[1].entry.name, "Birch Society");
    assert_eq!(list.rows()[2].entry.name, "Cedar Union");
    // What was decided of a row is kept by its key: no two have the same, however often rows were cut.
    let first = list.rows()[0].key;
    let between = text[..text.find(" Unidos").unwrap()].encode_utf16().count();
    list.edit(&ListEdit::Split {
        key: first,
        at: between,
    })
    .unwrap();
    let keys: std::collections::BTreeSet<usize> = list.rows().iter().map(|row| row.key).collect();
    assert_eq!(keys.len(), list.rows().len());
    assert!(list.edit(&ListEdit::Split { key, at: 0 }).is_err());
    assert!(list.edit(&ListEdit::Join { key: 99 }).is_err());
    let last = list.rows()[3].key;
    assert!(list.edit(&ListEdit::Join { key: last }).is_err());
    assert_eq!(list.rows().len(), 4);
}

#[test]
fn an_import_that_writes_nothing_keeps_its_accounting_and_is_no_action() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let csv = "Timestamp,Organization,Will you sign?\n5/14/2026 9:12:44,Moor Alliance,Yes\n5/14/2026 9:13:44,,Yes\n";
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    assert_eq!(
        counts(&import(&mut coalition, csv, target.clone())),
        [1, 0, 0, 1, 0]
    );
    let (before, undo) = (dump(&coalition), coalition.next_undo().unwrap());
    assert_eq!(
        counts(&import(&mut coalition, csv, target.clone())),
        [0, 0, 1, 1, 0]
    );
    assert_eq!((dump(&coalition), coalition.next_undo().unwrap()), (before, undo));
    let imports = coalition.list_imports().unwrap();
    assert_eq!(imports.len(), 2);
    let english = base::messages::Language::English;
    let nothing = imports.iter().find(|import| import.counts == [2, 0, 0, 1, 1, 0]);
    let rejects = coalition.import_rejects(nothing.unwrap().id, english).unwrap();
    assert!(rejects.contains("5/14/2026 9:13:44"), "{rejects}");
    // When what it found there is undone, its rows are not taken for imported.
    coalition.undo(now()).unwrap();
    assert_eq!(coalition.list_imports().unwrap().len(), 1);
    assert_eq!(counts(&import(&mut coalition, csv, target)), [1, 0, 0, 1, 0]);
}

#[test]
fn what_a_list_says_of_an_answer_is_that_entry_s_and_never_a_yes() {
    use reading::list::{Entry, ListForm, ListReading, ListStatus};

    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let entry = |name: &str, status| Entry {
        name: name.to_owned(),
        signer: None,
        title: None,
        place: None,
        heading: None,
        start: 0,
        end: 0,
        doubt: None,
        status,
        note: Some("7 members".to_owned()),
        probability: 1.0,
    };
    let read = ListReading {
        entries: vec![
            entry("Moor Alliance", None),
            entry("Birch Society", Some(ListStatus::Declined)),
            entry("Cedar Union", Some(ListStatus::Asked)),
        ],
        form: ListForm::Lines,
    };
    let source = Arc::new(ListSource::new("", "pasted", read).into());
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    let choices = Choices::new(target, Likely::Ask);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    let signed = sign_ons(&coalition, letter);
    let status = |name: &str| {
        let found = signed.iter().find(|row| row.organization == name);
        found.map(|row| (row.status, row.note.clone())).unwrap()
    };
    let note = || "7 members".to_owned();
    assert_eq!(status("Moor Alliance"), (Status::Confirmed, note()));
    assert_eq!(status("Birch Society"), (Status::Declined, note()));
    assert_eq!(status("Cedar Union"), (Status::Asked, note()));
}

#[test]
fn what_was_not_read_as_a_name_is_taken_in_and_takes_the_place_of_what_it_overlaps() {
    let coalition = Coalition::in_memory().unwrap();
    let text = "Dear all,\nNiños Unidos 🌲\nBirch Society\nMadison Chapter\nCedar Union\n";
    let mut list = coalition.open_list("", text).unwrap();
    let names =
        |list: &ListSource| -> Vec<String> { list.rows().iter().map(|row| row.entry.name.clone()).collect() };
    let before = names(&list);
    assert!(!before.iter().any(|name| name.contains("Dear")), "{before:?}");
    let units = |words: &str| text[..text.find(words).unwrap()].encode_utf16().count();
    let mark = |from: &str, to: &str| ListEdit::TakeIn {
        from: units(from),
        to: units(to),
    };
    list.edit(&mark("Dear", "\nNiños")).unwrap();
    assert_eq!(names(&list)[0], "Dear all");
    assert_eq!(list.rows().len(), before.len() + 1);
    // What is marked over two names is one, known by the first.
    let birch = names(&list)
        .iter()
        .position(|name| name == "Birch Society")
        .unwrap();
    let key = list.rows()[birch].key;
    let over = list.edit(&mark("Birch", "\nCedar")).unwrap();
    assert_eq!((over[0], list.rows()[birch].key), (key, key));
    assert!(
        names(&list)[birch].starts_with("Birch Society"),
        "{:?}",
        names(&list)
    );
    assert!(
        names(&list)[birch].ends_with("Madison Chapter"),
        "{:?}",
        names(&list)
    );
    assert!(!list.rows()[birch].is_doubtful());
    assert!(list.edit(&mark(",\nNiños", "Niños")).is_err());
}
