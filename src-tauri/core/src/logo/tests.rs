//! Logos in a file: kept, permitted, merged, taken away, and printed in the block.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use blocks::{Format, GroupBy};

use super::*;
use crate::Language;
use crate::backup::Backups;
use crate::forget::Forgotten;
use crate::letter::LetterFields;
use crate::merge::MergeChoices;
use crate::organization::OrganizationFields;
use crate::person::PersonFields;
use crate::signon::{SignOnFields, Status, StatusChange, Via};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

/// A PNG of one colour.
fn png(width: u32, height: u32, colour: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::RgbImage::from_pixel(width, height, image::Rgb([colour, 0, 90]));
    image
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png)
        .unwrap();
    bytes
}

struct Two {
    coalition: Coalition,
    ash: OrganizationId,
    birch: OrganizationId,
}

impl Two {
    fn new() -> Self {
        let mut coalition = Coalition::in_memory().unwrap();
        let mut add = |name: &str| {
            let fields = OrganizationFields {
                name: name.to_owned(),
                ..OrganizationFields::default()
            };
            coalition.add_organization(&fields, now()).unwrap().output
        };
        let (ash, birch) = (add("Ash"), add("Birch"));
        Self {
            coalition,
            ash,
            birch,
        }
    }

    fn give(&mut self, organization: OrganizationId, colour: u8) -> Logo {
        let picture = png(40, 20, colour);
        self.coalition
            .set_logo(organization, &picture, " Rosa  Pine ", "2023-11-02", now())
            .unwrap();
        self.coalition.get_logo(organization).unwrap().unwrap()
    }

    fn letter(&mut self) -> LetterId {
        let fields = LetterFields {
            title: "Clean water".into(),
            ..LetterFields::default()
        };
        let letter = self.coalition.add_letter(&fields, now()).unwrap().output;
        let change = StatusChange {
            via: Some(Via::Email),
            evidence: Some("Yes, list us.".into()),
            ..StatusChange::to(Status::Confirmed)
        };
        for organization in [self.ash, self.birch] {
            self.coalition
                .set_sign_on(letter, organization, &change, &SignOnFields::default(), now())
                .unwrap();
        }
        letter
    }

    fn files(&self) -> i64 {
        self.coalition
            .conn
            .query_row("SELECT count(*) FROM stored_file", [], |row| row.get(0))
            .unwrap()
    }
}

fn walled() -> BlockOptions {
    BlockOptions {
        layout: Layout::Logos,
        ..BlockOptions::default()
    }
}

#[test]
fn a_logo_is_kept_with_who_permitted_it_and_an_undo_takes_it_back() {
    let mut two = Two::new();
    let logo = two.give(two.ash, 10);
    assert_eq!((logo.width, logo.height), (40, 20));
    assert_eq!(
        (logo.permitted_by.as_str(), logo.permitted_on.as_str()),
        ("Rosa Pine", "2023-11-02")
    );
    let picture = two.coalition.get_logo_picture(&logo.picture).unwrap().unwrap();
    assert_eq!(blocks::picture_size(&picture), Some((40, 20)));

    two.coalition
        .set_logo_permission(two.ash, "Lee Marsh", "", now())
        .unwrap();
    let other = two.coalition.get_logo(two.ash).unwrap().unwrap();
    assert_eq!(
        (other.permitted_by.as_str(), other.permitted_on.as_str()),
        ("Lee Marsh", "2023-11-14")
    );
    two.coalition.undo(now()).unwrap();
    two.coalition.undo(now()).unwrap();
    assert_eq!(two.coalition.get_logo(two.ash).unwrap(), None);
    assert_eq!(two.coalition.get_logo_picture(&logo.picture).unwrap(), None);
    two.coalition.redo(now()).unwrap();
    assert_eq!(two.coalition.get_logo(two.ash).unwrap(), Some(logo));
    two.coalition.remove_logo(two.ash, now()).unwrap();
    assert_eq!(two.coalition.get_logo(two.ash).unwrap(), None);
    assert_eq!(two.coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn without_a_word_of_who_permitted_it_there_is_no_logo() {
    let mut two = Two::new();
    let field = |refused: Result<Change<()>>| match refused {
        Err(Error::Rule { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    let picture = png(40, 20, 10);
    let by = |two: &mut Two, bytes: &[u8], by: &str, on: &str| {
        field(two.coalition.set_logo(two.ash, bytes, by, on, now()))
    };
    assert_eq!(by(&mut two, &picture, "  ", ""), Some("permittedBy"));
    assert_eq!(
        by(&mut two, &picture, "Rosa Pine", "last week"),
        Some("permittedOn")
    );
    assert_eq!(by(&mut two, b"no picture", "Rosa Pine", ""), Some("file"));
    assert_eq!(
        field(two.coalition.set_logo_permission(two.ash, "Rosa Pine", "", now())),
        None
    );
    assert_eq!(field(two.coalition.remove_logo(two.ash, now())), None);
    assert_eq!(two.files(), 0);
}

#[test]
fn the_block_prints_the_logos_and_says_who_has_none() {
    let mut two = Two::new();
    let letter = two.letter();
    two.give(two.birch, 10);
    let missing = |two: &Two| {
        two.coalition
            .list_without_logo(letter, &BlockOptions::default(), &Language::English)
            .unwrap()
    };
    assert_eq!(missing(&two), ["Ash"]);
    let block = two
        .coalition
        .get_block(letter, &walled(), &Language::English)
        .unwrap();
    let html = String::from_utf8(blocks::render(&block, Format::Html).unwrap()).unwrap();
    assert!(
        html.contains("alt=\"Birch\"") && html.contains(">Ash</td>"),
        "{html}"
    );
    // In any other layout there are none.
    let options = BlockOptions {
        group: GroupBy::State,
        ..BlockOptions::default()
    };
    let block = two
        .coalition
        .get_block(letter, &options, &Language::English)
        .unwrap();
    assert_eq!(block.picture_names(), Vec::<String>::new());
    two.give(two.ash, 20);
    assert_eq!(missing(&two), Vec::<String>::new());
}

#[test]
fn of_two_that_become_one_the_kept_ones_logo_stays_or_the_others_comes() {
    for (kept, expected) in [(true, 10), (false, 20)] {
        let mut two = Two::new();
        let own = kept.then(|| two.give(two.ash, 10));
        let other = two.give(two.birch, 20);
        let expected = if expected == 10 { own } else { Some(other.clone()) };
        two.coalition
            .merge_organizations(two.ash, two.birch, &MergeChoices::default(), now())
            .unwrap();
        assert_eq!(two.coalition.get_logo(two.ash).unwrap(), expected);
        two.coalition.undo(now()).unwrap();
        assert_eq!(two.coalition.get_logo(two.birch).unwrap(), Some(other));
    }
}

#[test]
fn an_organization_that_is_removed_takes_its_logo_along_and_brings_it_back() {
    let mut two = Two::new();
    let logo = two.give(two.ash, 10);
    two.coalition.remove_organizations(&[two.ash], now()).unwrap();
    two.coalition.undo(now()).unwrap();
    assert_eq!(two.coalition.get_logo(two.ash).unwrap(), Some(logo));
}

#[test]
fn a_picture_stays_as_long_as_a_logo_an_edition_or_an_undo_needs_it() {
    let mut two = Two::new();
    let letter = two.letter();
    let logo = two.give(two.ash, 10);
    two.coalition
        .freeze_edition(letter, &walled(), &Language::English, "Sent", now())
        .unwrap();
    two.give(two.birch, 20);
    two.coalition.remove_logo(two.ash, now()).unwrap();
    two.coalition.remove_logo(two.birch, now()).unwrap();
    // As if all of this were beyond what can be undone.
    let conn = &two.coalition.conn;
    store::journal::delete_unreachable(conn).unwrap();
    assert_eq!(two.files(), 2, "an undo still finds both");
    conn.execute("UPDATE journal SET state = 'dropped', changeset = x''", [])
        .unwrap();
    store::journal::delete_unreachable(conn).unwrap();
    assert_eq!(two.files(), 1, "the edition still prints one");
    assert!(two.coalition.get_logo_picture(&logo.picture).unwrap().is_some());
}

#[test]
fn who_is_forgotten_goes_and_the_logos_of_editions_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut two = Two::new();
    let path = folder.path().join("a.undersigned");
    two.coalition = Coalition::create(&path).unwrap();
    let mut add = |name: &str| {
        let fields = OrganizationFields {
            name: name.to_owned(),
            ..OrganizationFields::default()
        };
        two.coalition.add_organization(&fields, now()).unwrap().output
    };
    (two.ash, two.birch) = (add("Ash"), add("Birch"));
    let fields = PersonFields {
        name: "Rosa Pine".into(),
        ..PersonFields::default()
    };
    let rosa = two.coalition.add_person(&fields, now()).unwrap().output;
    let letter = two.letter();
    two.give(two.ash, 10);
    let sign_ons = two.coalition.list_sign_ons(letter, now()).unwrap();
    two.coalition
        .set_sign_on_signer(sign_ons[1].id, "Rosa Pine", "Director", now())
        .unwrap();
    let options = BlockOptions {
        entry: blocks::EntryForm::Signer,
        ..walled()
    };
    let edition = two
        .coalition
        .freeze_edition(letter, &options, &Language::English, "", now())
        .unwrap()
        .output;
    let backups = Backups::of(&path, None);
    two.coalition
        .forget(Forgotten::Person(rosa), &backups, now())
        .unwrap();
    let logo = two.coalition.get_logo(two.ash).unwrap().unwrap();
    assert!(!logo.permitted_by.contains("Rosa"), "{}", logo.permitted_by);
    let html = two.coalition.get_edition_form(edition, Format::Html).unwrap();
    let html = String::from_utf8(html).unwrap();
    assert!(!html.contains("Rosa Pine"), "{html}");
    assert!(
        html.contains("alt=\"Ash\"") && html.contains("data:image/png"),
        "{html}"
    );
}

#[test]
fn a_logo_that_is_another_picture_is_found() {
    let mut two = Two::new();
    two.give(two.ash, 10);
    two.coalition
        .conn
        .execute("UPDATE logo SET width = 41", [])
        .unwrap();
    let faults = two.coalition.verify().unwrap();
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("logo of organization")),
        "{faults:?}"
    );
}
