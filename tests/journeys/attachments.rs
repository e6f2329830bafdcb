//! The letter itself attached to what is written about it, and the final copy after it went out.

use base::messages::Language;
use undersigned_core::desk::{DraftFile, Prepared, ReceiptsDue, TemplateAttachment, TemplateKind, Writing};
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields, text_of_file};
use vocabulary::Stage;
use vocabulary::ids::{LetterId, SignOnId};

use crate::desk::{sender, three};
use crate::{Desk, cli, day, refusal, stdout};

const TEXT: &str = "Dear Senator,\n\nEnd the programs that take water from the valley.";

fn add_text(desk: &mut Desk) {
    let fields = VersionFields {
        text: TEXT.into(),
        summary: String::new(),
        reconfirm: Reconfirm::None,
        reconfirm_by: None,
    };
    desk.coalition.add_version(desk.letter, &fields, day(2)).unwrap();
}

fn confirm(desk: &mut Desk, ids: &[SignOnId], on: u32) {
    let yes = StatusChange {
        via: Some(Via::Email),
        evidence: Some("Yes, add us.".into()),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition.set_sign_on_status(ids, &yes, day(on)).unwrap();
}

fn attach(desk: &mut Desk, kind: TemplateKind, what: TemplateAttachment) {
    let text = desk
        .coalition
        .get_template(None, kind, Language::English)
        .unwrap();
    desk.coalition
        .set_template(
            None,
            (kind, Language::English),
            &text.subject,
            &text.text,
            what,
            day(2),
        )
        .unwrap();
}

fn prepare(desk: &Desk, id: SignOnId, kind: TemplateKind) -> Prepared {
    let sender = sender();
    let writing = Writing {
        kind,
        sender: &sender,
        person: None,
        personal: "",
        attachments: &[],
        attach: None,
    };
    desk.coalition.prepare_draft(id, &writing, day(5)).unwrap()
}

/// The message with what it carries.
fn carried(desk: &Desk, id: SignOnId, kind: TemplateKind) -> Prepared {
    let mut prepared = [prepare(desk, id, kind)];
    desk.coalition.attach_letters(&mut prepared).unwrap();
    let [prepared] = prepared;
    prepared
}

fn said_of(messages: &[undersigned_core::Message]) -> Vec<&'static str> {
    messages.iter().map(|message| message.id()).collect()
}

fn set_stage(desk: &mut Desk, letter: LetterId, stage: Stage, title: &str, on: u32) {
    let fields = LetterFields {
        stage,
        title: title.into(),
        ..LetterFields::from(desk.coalition.get_letter(letter).unwrap())
    };
    desk.coalition.set_letter(letter, &fields, day(on)).unwrap();
}

#[test]
fn the_letter_with_its_block_is_attached_as_the_text_to_write_with_says() {
    let (mut desk, ids) = three();
    attach(&mut desk, TemplateKind::Ask, TemplateAttachment::Pdf);
    // Without a text there is nothing to attach, which is said before anything opens.
    assert_eq!(
        said_of(&prepare(&desk, ids[0], TemplateKind::Ask).faults),
        ["draft-nothing-to-attach"]
    );
    add_text(&mut desk);
    confirm(&mut desk, &ids[2..], 3);
    let waits = prepare(&desk, ids[0], TemplateKind::Ask);
    assert!(waits.faults.is_empty(), "{:?}", waits.faults);
    // Looking at a message makes no file; what it will carry is named.
    assert_eq!(
        (waits.attachments(), waits.draft.attachments.len()),
        (vec!["End the programs.pdf".to_owned()], 0)
    );
    for (what, name, kind) in [
        (TemplateAttachment::Pdf, "End the programs.pdf", "application/pdf"),
        (
            TemplateAttachment::Docx,
            "End the programs.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ] {
        attach(&mut desk, TemplateKind::Ask, what);
        let message = carried(&desk, ids[0], TemplateKind::Ask);
        let [file] = &message.draft.attachments[..] else {
            panic!("{what}")
        };
        assert_eq!((file.name.as_str(), file.media_type), (name, kind));
        let text = text_of_file(&file.content).unwrap();
        // What is read back of a PDF may be cut where its lines are.
        assert!(
            text.contains("Dear Senator") && text.contains("Cedar Union"),
            "{text}"
        );
        assert!(!text.contains("Alder Neighbors"), "{text}");
        let eml = DraftFile::new(&message.draft, &message.name, 1).unwrap().content;
        let eml = String::from_utf8(eml).unwrap();
        assert!(
            eml.contains("Content-Type: multipart/mixed") && eml.contains(kind),
            "{eml}"
        );
    }
    // A person of another language gets the text of that language, which attaches nothing.
    assert!(prepare(&desk, ids[1], TemplateKind::Ask).attachments().is_empty());
    attach(&mut desk, TemplateKind::Ask, TemplateAttachment::Nothing);
    assert!(
        carried(&desk, ids[0], TemplateKind::Ask)
            .draft
            .attachments
            .is_empty()
    );
}

#[test]
fn after_delivery_the_final_copy_is_due_and_is_the_edition_that_went_out() {
    let (mut desk, ids) = three();
    add_text(&mut desk);
    confirm(&mut desk, &ids[..1], 3);
    let due = |desk: &Desk| desk.coalition.list_receipts_due().unwrap();
    let of = |kind, sign_ons: &[SignOnId]| {
        vec![ReceiptsDue {
            letter_id: desk.letter,
            title: "End the programs".into(),
            kind,
            sign_on_ids: sign_ons.to_vec(),
        }]
    };
    let (receipt, copies, late_copy) = (
        of(TemplateKind::Receipt, &ids[..1]),
        of(TemplateKind::Delivered, &ids[..2]),
        of(TemplateKind::Delivered, &ids[1..2]),
    );
    assert_eq!(due(&desk), receipt);
    let options = desk.coalition.get_block_options(desk.letter).unwrap();
    desk.coalition
        .freeze_edition(desk.letter, &options, &Language::English, "To the Senate", day(4))
        .unwrap();
    let letter = desk.letter;
    set_stage(&mut desk, letter, Stage::Delivered, "End the programs", 4);
    // Somebody signs after it went out: they get the copy too, and it is said that they are not in it.
    confirm(&mut desk, &ids[1..2], 5);
    assert_eq!(due(&desk), copies);
    attach(&mut desk, TemplateKind::Delivered, TemplateAttachment::Pdf);
    let message = carried(&desk, ids[0], TemplateKind::Delivered);
    assert_eq!(
        (said_of(&message.faults), said_of(&message.notes)),
        (vec![], vec![])
    );
    let text = message.draft.body.plain();
    assert!(
        text.contains("with 1 signatories") && text.contains("The final copy is attached."),
        "{text}"
    );
    let copy = text_of_file(&message.draft.attachments[0].content).unwrap();
    assert!(
        copy.contains("Alder Neighbors") && !copy.contains("Casa Luz"),
        "{copy}"
    );
    assert_eq!(
        said_of(&prepare(&desk, ids[1], TemplateKind::Delivered).notes),
        ["draft-not-in-edition"]
    );
    // What is due of each is the final copy, also where no receipt was sent before; it is due once.
    desk.coalition.start_desk(&ids[..1], None, day(6)).unwrap();
    let item = desk.coalition.list_desk().unwrap().remove(0);
    assert_eq!(item.kind, TemplateKind::Delivered);
    desk.coalition.step_desk(Some(item.id), day(6)).unwrap();
    desk.coalition.step_desk(None, day(6)).unwrap();
    assert_eq!(due(&desk), late_copy);
    set_stage(&mut desk, letter, Stage::Archived, "End the programs", 7);
    assert_eq!(due(&desk), []);
}

#[test]
fn a_letter_that_is_added_as_delivered_offers_its_final_copy_and_an_edit_makes_nobody_late() {
    let mut desk = Desk::new();
    let fields = LetterFields {
        title: "Save the marsh".into(),
        stage: Stage::Delivered,
        ..LetterFields::default()
    };
    let letter = desk.coalition.add_letter(&fields, day(1)).unwrap().output;
    let organization = desk.organization("Alder Neighbors");
    desk.coalition
        .add_sign_ons(letter, &[organization], day(1))
        .unwrap();
    let sign_on = desk
        .coalition
        .find_sign_on(letter, organization)
        .unwrap()
        .unwrap();
    // When it went out is not known, and correcting its title is no delivery.
    set_stage(&mut desk, letter, Stage::Delivered, "Save the marshes", 2);
    confirm(&mut desk, &[sign_on], 3);
    assert!(!desk.coalition.list_sign_ons(letter, day(4)).unwrap()[0].late);
    assert_eq!(
        desk.coalition
            .list_due(letter, TemplateKind::Delivered, day(4))
            .unwrap(),
        [sign_on]
    );
    assert_eq!(
        desk.coalition.list_receipts_due().unwrap()[0].sign_on_ids,
        [sign_on]
    );
    // Whoever signs after it was delivered here is late.
    set_stage(&mut desk, letter, Stage::Circulating, "Save the marshes", 4);
    set_stage(&mut desk, letter, Stage::Delivered, "Save the marshes", 5);
    let other = desk.organization("Cedar Union");
    desk.coalition.add_sign_ons(letter, &[other], day(6)).unwrap();
    let late = desk.coalition.find_sign_on(letter, other).unwrap().unwrap();
    confirm(&mut desk, &[late], 6);
    let rows = desk.coalition.list_sign_ons(letter, day(7)).unwrap();
    assert!(rows.iter().any(|row| row.id == late && row.late));
}

#[test]
fn the_command_line_attaches_the_letter_to_drafts_alone_and_says_so() {
    let (mut desk, _) = three();
    add_text(&mut desk);
    let (file, folder) = (
        desk.path().display().to_string(),
        desk.folder.path().join("drafts"),
    );
    drop(desk.coalition);
    let dir = folder.display().to_string();
    let run = |arguments: &[&str]| cli(&[&["--file", file.as_str()], arguments].concat());
    let from = [
        "--template",
        "ask",
        "--from-name",
        "Nora",
        "--from-email",
        "nora@coalition.example",
    ];
    let draft = |more: &[&str]| run(&[&["draft", "End", "Alder Neighbors"], &from[..], more].concat());
    let text = desk.folder.path().join("ask.txt");
    std::fs::write(&text, stdout(&run(&["template", "show", "ask"]))).unwrap();
    let text = text.display().to_string();
    stdout(&run(&["template", "set", "ask", &text, "--attach", "pdf"]));
    // What is not said again stays.
    stdout(&run(&["template", "set", "ask", &text]));
    let eml = |more: &[&str]| {
        let written = stdout(&draft(&[&["--dir", dir.as_str()], more].concat()));
        std::fs::read_to_string(written.lines().next().unwrap()).unwrap()
    };
    assert!(eml(&[]).contains("application/pdf"));
    assert!(!eml(&["--attach-letter", "nothing"]).contains("multipart/mixed"));
    assert!(eml(&["--attach-letter", "docx"]).contains("wordprocessingml"));
    let address = draft(&["--as", "mailto"]);
    let said = String::from_utf8_lossy(&address.stderr).into_owned();
    assert!(
        said.contains("Attach End the programs.pdf in the program that sends"),
        "{said}"
    );
    assert!(stdout(&address).starts_with("mailto:ann@alder.example?"));
    assert!(refusal(&draft(&["--dir", &dir, "--attach-letter", "odt"])).contains("odt"));
}
