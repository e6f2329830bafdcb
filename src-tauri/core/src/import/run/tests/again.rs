//! The same file once more: nothing is asked that was not, and nothing changes.

use super::tables::{organizations, people, texts};
use super::*;

#[test]
fn a_name_that_waits_for_a_decision_holds_back_its_other_spellings() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Name,Organization\nAna Mora,Historia (área de Historia Medieval)\nBo Lind,Historia\nEva Sol,História\nIris Vane,História\n";
    for outcome in [[1, 0, 0, 0, 3], [0, 0, 1, 0, 3]] {
        assert_eq!(
            counts(&import(&mut coalition, text, ImportTarget::People)),
            outcome
        );
    }
    assert_eq!(
        people(&coalition),
        ["Ana Mora @ Historia (área de Historia Medieval)"]
    );
}

#[test]
fn of_rows_that_differ_the_last_stands_and_the_file_once_more_changes_nothing() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Website,Contact,Title\nMoor Trust,old.moor.example,Iris Vane,Clerk\nCasa Luz,luz.example,Ana Mora,Chair\n\
                Moor Trust,moor.example,Iris Vane,Director\n";
    for outcome in [[2, 1, 0, 0, 0], [0, 0, 3, 0, 0], [0, 0, 3, 0, 0]] {
        let plan = import(&mut coalition, text, ImportTarget::Organizations);
        assert_eq!(counts(&plan), outcome);
        assert_eq!(
            texts(
                &coalition,
                "SELECT name || ' ' || website FROM organization ORDER BY name"
            ),
            ["Casa Luz luz.example", "Moor Trust moor.example"]
        );
        assert_eq!(
            people(&coalition),
            ["Ana Mora @ Casa Luz, Chair", "Iris Vane @ Moor Trust, Director"]
        );
    }
    // Another value is one change, from what is there to what the last row says.
    let text = text.replace(
        "moor.example,Iris Vane,Director",
        "trust.example,Iris Vane,Director",
    );
    let plan = import(&mut coalition, &text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [0, 1, 2, 0, 0]);
    let changes = &plan.rows[2].changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (changes[0].old.as_str(), changes[0].new.as_str()),
        ("moor.example", "trust.example")
    );
}

#[test]
fn two_acronyms_behind_one_name_are_asked_in_a_file_as_against_the_coalition() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Website\nMoor Valley Growth Council (MVGC),a.example\nMoor Valley Growth Council (MGC),b.example\n\
                Moor Valley Growth Council,\n";
    for outcome in [[1, 0, 1, 0, 1], [0, 0, 2, 0, 1]] {
        let plan = import(&mut coalition, text, ImportTarget::Organizations);
        assert_eq!(counts(&plan), outcome);
    }
    assert_eq!(organizations(&coalition), ["Moor Valley Growth Council (MVGC)"]);
}

#[test]
fn what_was_only_guessed_is_asked_again() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Blatt,Zeichen\nMoor Trust,office@moor.example\nElm League,info@elm.example\nPort Union,hall@port.example\n";
    for _ in 0..2 {
        let plan = import(&mut coalition, text, ImportTarget::Organizations);
        assert_eq!(counts(&plan), [0, 0, 0, 0, 3]);
        assert_eq!(plan.rows[0].reason.id(), "import-asked-guess");
    }
    let text = "Blatt,Zeichen\n\"Vane, Iris\",iris@vane.example\n\"Lund, Paul\",paul@lund.example\n\"Gil, Ana\",ana@gil.example\n";
    for _ in 0..2 {
        let plan = import(&mut coalition, text, ImportTarget::People);
        assert_eq!(counts(&plan), [0, 0, 0, 0, 3]);
        assert_eq!(plan.rows[0].reason.id(), "import-asked-guess-person");
    }
}
