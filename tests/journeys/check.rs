//! The check on a letter that was prepared with one of each fault finds each, and nothing else; what may be accepted is accepted
//! with a name and a word, listed with the edition, and comes back when the facts change.

use std::collections::BTreeMap;
use std::process::Output;

use blocks::{BlockOptions, EntryForm};
use chrono::{DateTime, Duration, Utc};
use serde_json::Value;
use undersigned_core::Coalition;
use undersigned_core::Language;
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::person::{AffiliationFields, PersonFields};
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};
use vocabulary::{Membership, Scope};

use crate::{Desk, cli, day, refusal, stdout};

impl Desk {
    /// An organization with all that is said of it, asked on the letter.
    fn asked(&mut self, fields: OrganizationFields) -> (OrganizationId, SignOnId) {
        let id = self.coalition.add_organization(&fields, day(1)).unwrap().output;
        self.coalition.add_sign_ons(self.letter, &[id], day(1)).unwrap();
        let sign_on = self.coalition.find_sign_on(self.letter, id).unwrap().unwrap();
        (id, sign_on)
    }

    fn named(&mut self, name: &str) -> SignOnId {
        self.asked(named(name)).1
    }

    /// Confirms in writing.
    fn confirms(&mut self, sign_on: SignOnId, at: u32) {
        let change = StatusChange {
            via: Some(Via::Email),
            evidence: Some("Yes, add us.".into()),
            authorized_by: Some("Somebody There".into()),
            ..StatusChange::to(Status::Confirmed)
        };
        self.coalition
            .set_sign_on_status(&[sign_on], &change, day(at))
            .unwrap();
    }

    fn becomes(&mut self, sign_on: SignOnId, status: Status, at: u32) {
        self.coalition
            .set_sign_on_status(&[sign_on], &StatusChange::to(status), day(at))
            .unwrap();
    }

    /// A message of this sender, kept as what the sign-on rests on, which is then confirmed.
    fn writes(&mut self, sign_on: SignOnId, sender: &str, at: u32) {
        let message = format!(
            "From: {sender}\r\nDate: Mon, {at} Dec 2020 09:00:00 -0600\r\nSubject: Re: Letter\r\n\r\nYes, add us.\r\n"
        );
        self.coalition
            .add_evidence_file(
                &[sign_on],
                Some(Via::Email),
                "reply.eml",
                message.as_bytes(),
                day(at),
            )
            .unwrap();
        let change = StatusChange {
            authorized_by: Some("Somebody There".into()),
            ..StatusChange::to(Status::Confirmed)
        };
        self.coalition
            .set_sign_on_status(&[sign_on], &change, day(at))
            .unwrap();
    }

    fn signer(&mut self, sign_on: SignOnId, name: &str, title: &str) {
        self.coalition
            .set_sign_on_signer(sign_on, name, title, day(14))
            .unwrap();
    }

    fn person(&mut self, name: &str, at: OrganizationId) {
        let person = PersonFields {
            name: name.into(),
            affiliations: vec![AffiliationFields {
                id: None,
                organization_id: at,
                role: String::new(),
                since: None,
                until: None,
                may_sign: false,
                primary: true,
            }],
            ..PersonFields::default()
        };
        self.coalition.add_person(&person, day(1)).unwrap();
    }

    fn has_text(&mut self, text: &str, reconfirm: Reconfirm, at: u32) {
        let fields = VersionFields {
            text: text.into(),
            reconfirm,
            summary: String::new(),
            reconfirm_by: None,
        };
        self.coalition.add_version(self.letter, &fields, day(at)).unwrap();
    }

    fn freezes(&mut self, at: u32) {
        let options = BlockOptions::default();
        self.coalition
            .freeze_edition(self.letter, &options, &Language::English, "", day(at))
            .unwrap();
    }

    /// Leaves the file to the command line.
    fn close(self) -> Closed {
        let Self {
            folder,
            coalition,
            letter,
        } = self;
        drop(coalition);
        Closed { folder, letter }
    }
}

/// A coalition that no program has open.
struct Closed {
    folder: tempfile::TempDir,
    letter: LetterId,
}

impl Closed {
    fn open(self) -> Desk {
        let coalition = Coalition::open(&self.folder.path().join("desk.undersigned")).unwrap();
        Desk {
            folder: self.folder,
            coalition,
            letter: self.letter,
        }
    }

    fn cli(&self, words: &[&str]) -> Output {
        let path = self.folder.path().join("desk.undersigned");
        cli(&[&["--file", path.to_str().unwrap()][..], words].concat())
    }

    /// What the check finds.
    fn found(&self) -> Vec<Value> {
        let output = self.cli(&["check", "End the programs", "--json"]);
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        found.as_array().unwrap().clone()
    }

    /// Accepts the first finding of a kind.
    fn settle(&self, kind: &str) -> Output {
        let found = self.found();
        let one = found.iter().find(|one| one["kind"] == kind).unwrap();
        let id = one["id"].as_str().unwrap();
        let words = [
            "check",
            "End the programs",
            "--settle",
            id,
            "--by",
            "Ana Mora",
            "--word",
            "As agreed",
        ];
        self.cli(&words)
    }

    fn is_settled(&self, kind: &str) -> bool {
        let found = self.found();
        let one = found.iter().find(|one| one["kind"] == kind);
        one.is_some_and(|one| one["settled"]["word"] == "As agreed")
    }

    fn editions(&self) -> Value {
        let listed = self.cli(&["edition", "list", "End the programs", "--json"]);
        serde_json::from_str(&stdout(&listed)).unwrap()
    }
}

fn named(name: &str) -> OrganizationFields {
    OrganizationFields {
        name: name.into(),
        ..OrganizationFields::default()
    }
}

/// One of each fault but an empty block, which no letter has beside others. The names say which.
fn prepared() -> Desk {
    let mut desk = Desk::new();
    let letter = LetterFields {
        title: "End the programs".into(),
        zone: Some("America/Chicago".into()),
        hard_deadline: Some("2020-12-20T17:00".into()),
        ..LetterFields::default()
    };
    desk.coalition.set_letter(desk.letter, &letter, day(1)).unwrap();
    desk.has_text("We ask you.", Reconfirm::None, 2);
    let older = desk.named("Older Text");
    desk.confirms(older, 3);
    let said = desk.named("Said Yes Left Out");
    desk.becomes(said, Status::SaidYes, 3);
    desk.has_text("We ask you now.", Reconfirm::OptIn, 4);
    let opt_out = desk.named("May Opt Out");
    desk.confirms(opt_out, 5);
    desk.has_text(
        "We, the undersigned 99 organizations, ask you.",
        Reconfirm::OptOut,
        6,
    );

    let verbal = desk.named("Unwritten");
    let call = StatusChange {
        via: Some(Via::Phone),
        authorized_by: Some("Somebody There".into()),
        ..StatusChange::to(Status::SaidYes)
    };
    desk.coalition
        .set_sign_on_status(&[verbal], &call, day(7))
        .unwrap();
    let alone = desk.named("Nobody Responsible");
    let reason = StatusChange {
        reason: Some("They led the drafting.".into()),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition
        .set_sign_on_status(&[alone], &reason, day(7))
        .unwrap();
    let title = desk.named("Title Missing");
    desk.confirms(title, 7);
    desk.signer(title, "Robin Vale", "");
    let (league, above) = desk.asked(named("Meadow League"));
    let chapter = OrganizationFields {
        parent_id: Some(league),
        ..named("Meadow League Harbor Chapter")
    };
    let (_, below) = desk.asked(chapter);
    desk.confirms(above, 7);
    desk.confirms(below, 7);
    name_differs(&mut desk);
    let (sent, quiet) = (desk.named("Sent And Withdrawn"), desk.named("Withdrawn"));
    desk.confirms(sent, 8);
    desk.freezes(10);
    desk.confirms(quiet, 11);
    desk.becomes(quiet, Status::Withdrawn, 12);
    desk.becomes(sent, Status::Withdrawn, 12);
    for name in [
        "Dogwood Choir",
        "Dogwood Choir, Inc.",
        "Elderberry Gardens Society",
        "Elderbery Gardens Society",
    ] {
        let id = desk.named(name);
        desk.confirms(id, 9);
    }
    let renamed = desk.named("Fir Forum");
    desk.confirms(renamed, 9);
    desk.coalition
        .set_sign_on_name(renamed, "Fir Forum of Tarvin", day(10))
        .unwrap();
    let late = desk.named("Late");
    desk.confirms(late, 21);
    who_may_sign(&mut desk);
    desk.import("Holly House\n", Status::Confirmed);
    // The same list again names somebody who said no since.
    let list = "Ivy Institute\n";
    desk.import(list, Status::Asked);
    let ivy = find(&desk, "Ivy Institute");
    desk.becomes(ivy, Status::Declined, 13);
    desk.import(list, Status::Confirmed);
    let gone = desk.named("No Ground");
    desk.confirms(gone, 13);
    let options = BlockOptions {
        include_said_yes: true,
        entry: EntryForm::Signer,
        ..BlockOptions::default()
    };
    desk.coalition
        .set_block_options(desk.letter, &options, day(14))
        .unwrap();
    // No action takes the last ground away; a file can come to it in other ways.
    let conn = rusqlite::Connection::open(desk.path()).unwrap();
    for sql in [
        "DELETE FROM sign_on_evidence WHERE sign_on_id = ?1",
        "UPDATE sign_on SET via = NULL WHERE id = ?1",
    ] {
        conn.execute(sql, [gone.0]).unwrap();
    }
    desk
}

/// It printed otherwise on the letter before.
fn name_differs(desk: &mut Desk) {
    let earlier = LetterFields {
        title: "The letter before".into(),
        ..LetterFields::default()
    };
    let month_before = day(1) - Duration::days(30);
    let earlier = desk.coalition.add_letter(&earlier, month_before).unwrap().output;
    let (id, sign_on) = desk.asked(named("Cedar Fund"));
    let now = std::mem::replace(&mut desk.letter, earlier);
    desk.coalition.add_sign_ons(earlier, &[id], day(1)).unwrap();
    let before = desk.coalition.find_sign_on(earlier, id).unwrap().unwrap();
    desk.coalition
        .set_sign_on_name(before, "The Cedar Fund", day(1))
        .unwrap();
    desk.confirms(before, 2);
    desk.letter = now;
    desk.confirms(sign_on, 9);
    let printed = desk.coalition.list_sign_ons(now, day(9)).unwrap();
    assert_eq!(
        printed.iter().find(|row| row.id == sign_on).unwrap().prints_as,
        "Cedar Fund"
    );
}

/// One of each doubt about who may sign.
fn who_may_sign(desk: &mut Desk) {
    let site = |name: &str, website: &str, scope| OrganizationFields {
        website: website.into(),
        scope,
        ..named(name)
    };
    let (id, other) = desk.asked(site("Other Domain", "https://otherdomain.example", None));
    desk.person("Kim Lee", id);
    desk.writes(other, "kim@elsewhere.example", 14);
    let (id, free) = desk.asked(site("Free Mail", "", Some(Scope::National)));
    desk.person("Lou Park", id);
    desk.writes(free, "lou@gmail.com", 14);
    let (_, first) = desk.asked(site("First Contact", "https://firstcontact.example", None));
    desk.writes(first, "new@firstcontact.example", 14);
    let (_, not_there) = desk.asked(named("Signer Not There"));
    desk.confirms(not_there, 14);
    desk.signer(not_there, "Kim Lee", "Chair");
    let (id, may_not) = desk.asked(named("Signer May Not Sign"));
    desk.person("Max Moor", id);
    desk.confirms(may_not, 14);
    desk.signer(may_not, "Max Moor", "Intern");
    let former = OrganizationFields {
        membership: Some(Membership::Former),
        ..named("Former")
    };
    let (_, former) = desk.asked(former);
    desk.confirms(former, 14);
}

fn find(desk: &Desk, name: &str) -> SignOnId {
    let rows = desk.coalition.list_sign_ons(desk.letter, day(14)).unwrap();
    rows.iter().find(|row| row.prints_as == name).unwrap().id
}

#[test]
fn one_of_each_fault_is_found_and_nothing_else() {
    let desk = prepared();
    let by_id: BTreeMap<i64, String> = desk
        .coalition
        .list_sign_ons(desk.letter, day(22))
        .unwrap()
        .into_iter()
        .map(|row| (row.id.0, row.prints_as))
        .collect();
    let desk = desk.close();
    let found = desk.found();
    let mut kinds: Vec<String> = found
        .iter()
        .map(|one| {
            let about = one["signOn"].as_i64().map_or("", |id| by_id[&id].as_str());
            format!("{} {about}", one["kind"].as_str().unwrap())
        })
        .collect();
    kinds.sort();
    let expected = [
        "asked-by-import Ivy Institute",
        "count-differs ",
        "first-contact First Contact",
        "former-organization Former",
        "free-mail Free Mail",
        "late ",
        "list-only ",
        "may-opt-out ",
        "name-changed Fir Forum of Tarvin",
        "name-differs Cedar Fund",
        "no-ground No Ground",
        "nobody-responsible Nobody Responsible",
        "older-version Older Text",
        "other-domain Other Domain",
        "parent-and-chapter Meadow League Harbor Chapter",
        "perhaps-twice Elderbery Gardens Society",
        "said-yes-left-out Said Yes Left Out",
        "sent-and-withdrawn Sent And Withdrawn",
        "signer-may-not-sign Signer May Not Sign",
        "signer-not-there Signer Not There",
        "title-missing Title Missing",
        "twice Dogwood Choir, Inc.",
        "unwritten Unwritten",
        "withdrawn Withdrawn",
    ];
    assert_eq!(kinds, expected);
    assert!(!desk.cli(&["check", "End the programs"]).status.success());
}

#[test]
fn an_empty_block_is_the_one_fault_of_an_empty_letter() {
    let found = Desk::new().close().found();
    assert_eq!((found.len(), &found[0]["kind"]), (1, &"empty".into()));
}

#[test]
fn each_entry_of_the_block_has_its_ground_in_one_line() {
    let desk = prepared().close();
    let lines = stdout(&desk.cli(&["check", "End the programs", "--grounds"]));
    let ground = |name: &str| {
        let line = lines.lines().find(|line| line.starts_with(&format!("{name}\t")));
        line.unwrap_or_else(|| panic!("{name} in {lines}"))
            .split('\t')
            .nth(1)
            .unwrap()
            .to_owned()
    };
    assert_eq!(ground("Late"), "An email from December 21, 2020, for version 3");
    assert_eq!(
        ground("Nobody Responsible"),
        "By a named reason: They led the drafting."
    );
    assert_eq!(
        ground("Holly House"),
        "A list from December 9, 2020, for version 3"
    );
    assert_eq!(ground("No Ground"), "-");
    let block = stdout(&desk.cli(&[
        "block",
        "End the programs",
        "--entry",
        "organization",
        "--layout",
        "lines",
        "--format",
        "text",
    ]));
    for name in block.lines().filter(|name| *name != "Unwritten") {
        assert_ne!(ground(name), "-", "{name}");
    }
}

#[test]
fn what_is_accepted_is_listed_with_the_edition_and_comes_back_with_other_facts() {
    let desk = prepared().close();
    for kind in ["no-ground", "unwritten"] {
        let why = refusal(&desk.settle(kind));
        assert!(why.contains("nothing in writing supports"), "{why}");
    }
    let accepted = ["name-differs", "count-differs", "other-domain"];
    for kind in accepted {
        stdout(&desk.settle(kind));
    }
    assert!(accepted.iter().all(|kind| desk.is_settled(kind)));

    assert_eq!(
        stdout(&desk.cli(&["edition", "freeze", "End the programs"])),
        "2\n"
    );
    let listed = desk.editions();
    assert_eq!(listed[0]["accepted"].as_array().unwrap().len(), 0);
    let of = listed[1]["accepted"].as_array().unwrap();
    assert_eq!(of.len(), accepted.len(), "{listed}");
    for one in of {
        assert_eq!(
            (&one["by"], &one["word"]),
            (&"Ana Mora".into(), &"As agreed".into())
        );
        assert!(one["at"].as_str().unwrap().parse::<DateTime<Utc>>().is_ok());
    }
    let says = |part: &str| {
        of.iter()
            .any(|one| one["message"].as_str().unwrap().contains(part))
    };
    assert!(says("The Cedar Fund") && says("99"), "{listed}");
    let lines = stdout(&desk.cli(&["edition", "list", "End the programs"]));
    assert!(lines.contains("(accepted by Ana Mora: As agreed)"), "{lines}");

    // Another name, another number, another sender: each is another finding.
    let mut open = desk.open();
    let cedar = find(&open, "Cedar Fund");
    open.coalition
        .set_sign_on_name(cedar, "Cedar Funds", day(23))
        .unwrap();
    let more = open.named("Juniper Trust");
    open.confirms(more, 23);
    let other = find(&open, "Other Domain");
    open.writes(other, "kim@nowhere.example", 23);
    let desk = open.close();
    assert!(accepted.iter().all(|kind| !desk.is_settled(kind)));
    // The edition says what was accepted then.
    assert_eq!(desk.editions()[1], listed[1]);
}
