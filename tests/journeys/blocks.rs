//! The block on its way out: styles, headings, editions in every form, the person's own document.

use std::path::PathBuf;

use base::messages::Language;
use blocks::{BlockOptions, Format, GroupBy, Layout, render, render_text};
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::Status;
use undersigned_core::version::{Reconfirm, VersionFields};
use vocabulary::ids::SignOnId;
use wire::BlockView;

use crate::{Desk, cli, day, refusal, stdout};

impl Desk {
    fn id_of(&self, name: &str) -> SignOnId {
        let ledger = self.coalition.list_sign_ons(self.letter, day(10)).unwrap();
        ledger.iter().find(|row| row.prints_as == name).unwrap().id
    }

    fn head(&mut self, names: &[&str], heading: &str) {
        let ids: Vec<SignOnId> = names.iter().map(|name| self.id_of(name)).collect();
        self.coalition
            .set_sign_on_heading(&ids, heading, day(10))
            .unwrap();
    }

    fn text(&self) -> String {
        BlockView::new(&self.coalition, self.letter).unwrap().text
    }

    fn choose(&mut self, options: &BlockOptions) {
        self.coalition
            .set_block_options(self.letter, options, day(10))
            .unwrap();
    }

    /// A document of the person's own with this text, as the app itself writes one.
    fn document(&self, text: &str) -> PathBuf {
        let mut other = Desk::new();
        other.import("Alder Neighbors\n", Status::Confirmed);
        other.choose(&BlockOptions {
            intro: text.to_owned(),
            ..BlockOptions::default()
        });
        let block = BlockView::new(&other.coalition, other.letter).unwrap().block;
        let path = self.folder.path().join("own.docx");
        std::fs::write(&path, render(&block, Format::Docx).unwrap()).unwrap();
        path
    }
}

#[test]
fn an_edition_keeps_every_form_byte_for_byte_as_it_was_copied_and_saved() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    desk.choose(&BlockOptions {
        layout: Layout::Columns,
        group: GroupBy::Scope,
        counts: true,
        ..BlockOptions::default()
    });
    let block = BlockView::new(&desk.coalition, desk.letter).unwrap().block;
    let saved: Vec<Vec<u8>> = Format::ALL
        .iter()
        .map(|format| render(&block, *format).unwrap())
        .collect();
    let options = desk.coalition.get_block_options(desk.letter).unwrap();
    let frozen = desk
        .coalition
        .freeze_edition(desk.letter, &options, &Language::English, "Sent", day(18))
        .unwrap()
        .output;

    desk.import("Dogwood Neighbors\n", Status::Confirmed);
    for (format, saved) in Format::ALL.iter().zip(&saved) {
        assert_eq!(
            &desk.coalition.get_edition_form(frozen, *format).unwrap(),
            saved,
            "{format}"
        );
    }
    let (html, text, count) = desk.coalition.get_edition_to_copy(frozen).unwrap();
    assert_eq!(Some(html), render_text(&block, Format::Html));
    assert_eq!(Some(text), render_text(&block, Format::Text));
    assert_eq!(count, 26);
}

#[test]
fn a_heading_gets_another_name_in_one_step_that_can_be_undone() {
    let mut desk = Desk::new();
    desk.import(
        "Alder Neighbors\nBirch Neighbors\nCedar Neighbors\n",
        Status::Confirmed,
    );
    desk.head(&["Alder Neighbors"], "Labor");
    desk.head(&["Birch Neighbors"], "faith ");
    desk.head(&["Cedar Neighbors"], "Faith");
    desk.choose(&BlockOptions {
        group: GroupBy::Heading,
        headings: vec!["Faith".into(), "Labor".into()],
        ..BlockOptions::default()
    });
    // The same heading on another letter is another heading.
    let fields = LetterFields {
        title: "Another".to_owned(),
        ..LetterFields::default()
    };
    let letter = desk.coalition.add_letter(&fields, day(9)).unwrap().output;
    let other = desk.organization("Dogwood Choir");
    desk.coalition.add_sign_ons(letter, &[other], day(9)).unwrap();
    let elsewhere = desk.coalition.find_sign_on(letter, other).unwrap().unwrap();
    desk.coalition
        .set_sign_on_heading(&[elsewhere], "Faith", day(9))
        .unwrap();
    let before = desk.dump();
    let changed = desk
        .coalition
        .rename_heading(desk.letter, "FAITH", "Faith groups", day(11))
        .unwrap();
    let there = desk.coalition.list_sign_ons(letter, day(11)).unwrap();
    assert_eq!(there[0].heading, "Faith");
    assert!(changed.tables.contains("sign_on") && changed.tables.contains("letter"));
    assert_eq!(
        desk.text(),
        "Faith groups\nBirch Neighbors\nCedar Neighbors\n\nLabor\nAlder Neighbors"
    );
    desk.coalition.undo(day(11)).unwrap();
    assert_eq!(desk.dump(), before);

    desk.coalition
        .rename_heading(desk.letter, "Faith", "labor", day(11))
        .unwrap();
    let options = desk.coalition.get_block_options(desk.letter).unwrap();
    assert_eq!(options.headings, ["labor"], "the two became one");
    desk.coalition
        .rename_heading(desk.letter, "Labor", " ", day(11))
        .unwrap();
    assert_eq!(desk.text(), "Alder Neighbors\nBirch Neighbors\nCedar Neighbors");
    assert_eq!(
        changed.op.message().to_string(Language::English),
        "Renamed the heading “FAITH” to “Faith groups”"
    );
    let removed = desk.coalition.list_history(None, 1).unwrap();
    assert_eq!(
        removed[0].op.message().to_string(Language::English),
        "Removed the heading “Labor”"
    );
}

#[test]
fn the_panel_says_how_many_have_yet_to_confirm_a_new_text() {
    let mut desk = Desk::new();
    let version = |text: &str, reconfirm| VersionFields {
        text: text.into(),
        summary: String::new(),
        reconfirm,
        reconfirm_by: None,
    };
    assert_eq!(desk.coalition.get_letter_text(desk.letter).unwrap(), "");
    let first = version("We ask.", Reconfirm::None);
    desk.coalition.add_version(desk.letter, &first, day(2)).unwrap();
    desk.import("Alder Neighbors\nBirch Neighbors\n", Status::Confirmed);
    assert_eq!(
        BlockView::new(&desk.coalition, desk.letter).unwrap().to_reconfirm,
        0
    );
    let second = version("We demand.", Reconfirm::OptIn);
    desk.coalition.add_version(desk.letter, &second, day(3)).unwrap();
    assert_eq!(
        BlockView::new(&desk.coalition, desk.letter).unwrap().to_reconfirm,
        2
    );
    assert_eq!(desk.coalition.get_letter_text(desk.letter).unwrap(), "We demand.");
}

#[test]
fn a_style_makes_the_block_of_any_letter_and_leaves_it_what_is_its_own() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nIglesia Cedro\n", Status::Confirmed);
    let saved = BlockOptions {
        layout: Layout::Prose,
        include_said_yes: true,
        outro: " Every name was checked.".into(),
        ..BlockOptions::default()
    };
    desk.coalition.save_style("Our Sentence", &saved, day(4)).unwrap();
    desk.choose(&BlockOptions {
        language: "es".into(),
        intro: "Firman".into(),
        ..BlockOptions::default()
    });
    let own = desk.coalition.get_block_options(desk.letter).unwrap();
    let dressed = own.with_style(&desk.coalition.find_style("our sentence", "es").unwrap());
    assert!(
        !dressed.include_said_yes,
        "whom a letter lists is not a question of style"
    );

    let file = desk.path();
    drop(desk.coalition);
    let block = |style: &str| {
        cli(&[
            "--file",
            file.to_str().unwrap(),
            "block",
            "End the programs",
            "--style",
            style,
        ])
    };
    assert_eq!(
        stdout(&block("our sentence")),
        "Firman Alder Neighbors e Iglesia Cedro. Every name was checked.\n"
    );
    assert_eq!(
        stdout(&block("website")),
        "Firman\n\n2 organizaciones\n\n• Alder Neighbors\n• Iglesia Cedro\n"
    );
    assert_eq!(
        refusal(&block("stairs")),
        "There is no style called “stairs”. Check the spelling, or list what there is."
    );
}

#[test]
fn the_block_goes_into_ones_own_document() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch & Sons <b>\n", Status::Confirmed);
    let own = desk.document("Signed by {{count}}:\n\n{{signatories}}\n\n{{signatories:press-release}}");
    let before = std::fs::read(&own).unwrap();
    let out = desk.folder.path().join("filled.docx");
    let (file, letter) = (desk.path(), desk.letter);
    let filled = desk
        .coalition
        .fill_document(letter, &BlockOptions::default(), &Language::English, &own)
        .unwrap();
    assert_eq!(filled.places, 3);
    drop(desk.coalition);

    let into = |template: &std::path::Path| {
        cli(&[
            "--file",
            file.to_str().unwrap(),
            "block",
            "End the programs",
            "--into",
            template.to_str().unwrap(),
            "-o",
            out.to_str().unwrap(),
        ])
    };
    assert_eq!(stdout(&into(&own)), "");
    assert_eq!(std::fs::read(&out).unwrap(), filled.document);
    assert_eq!(std::fs::read(&own).unwrap(), before, "the original stays");

    std::fs::remove_file(&out).unwrap();
    let broken = desk.folder.path().join("broken.docx");
    std::fs::write(&broken, before.get(..before.len() / 2).unwrap()).unwrap();
    assert!(refusal(&into(&broken)).starts_with("The document is damaged and was left as it is."));
    assert!(refusal(&into(&desk.folder.path().join("none.docx"))).contains("none.docx is not there"));
    std::fs::write(&broken, "{\\rtf1 {{signatories}}}").unwrap();
    assert!(refusal(&into(&broken)).starts_with("This isn’t a Word document."));
    assert!(
        !out.exists(),
        "nothing is written of a document that was not taken"
    );
}

#[test]
fn a_document_says_what_was_left_in_it_and_is_not_written_over_itself() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch & Sons\n", Status::Confirmed);
    let alone = desk.folder.path().join("alone.docx");
    std::fs::rename(desk.document("{{signatores}}"), &alone).unwrap();
    let own = desk.document("{{signatories}}\n\n{{conut}}\n\n{{signatories:pross}}");
    let before = std::fs::read(&own).unwrap();
    let file = desk.path();
    drop(desk.coalition);
    let into = |template: &std::path::Path, out: &std::path::Path| {
        let paths = [&file, template, out].map(|path: &std::path::Path| path.to_str().unwrap().to_owned());
        let [file, template, out] = paths;
        cli(&[
            "--file",
            &file,
            "block",
            "End the programs",
            "--into",
            &template,
            "-o",
            &out,
        ])
    };
    assert!(refusal(&into(&own, &own)).starts_with("The filled document would be written over"));
    assert_eq!(std::fs::read(&own).unwrap(), before);
    let nowhere = desk.folder.path().join("no folder/out.docx");
    assert!(refusal(&into(&own, &nowhere)).starts_with("There is no folder"));

    let out = desk.folder.path().join("out.docx");
    let filled = into(&own, &out);
    assert_eq!(filled.status.code(), Some(0));
    let said = String::from_utf8(filled.stderr).unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "“{{conut}}” was left as it is. Did you mean {{count}}?",
            "“{{signatories:pross}}” was left as it is. Did you mean {{signatories:prose}}?"
        ]
    );
    assert!(refusal(&into(&alone, &out)).contains("“{{signatores}}”"));
}

#[test]
fn one_group_alone_is_named_as_it_stands() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch & Sons\n", Status::Confirmed);
    desk.head(&["Birch & Sons"], "Farmers");
    let file = desk.path();
    drop(desk.coalition);
    let only = |group: &str| {
        cli(&[
            "--file",
            file.to_str().unwrap(),
            "block",
            "End the programs",
            "--only-group",
            group,
        ])
    };
    assert_eq!(stdout(&only("farmers")), "Birch & Sons\n");
    assert!(
        refusal(&only("Framers")).starts_with("Nobody is listed under “Framers”. The groups are: Farmers")
    );
}

#[test]
fn every_format_comes_to_standard_output_and_into_a_file_alike() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let (file, out) = (desk.path(), desk.folder.path().join("out"));
    let block = BlockView::new(&desk.coalition, desk.letter).unwrap().block;
    drop(desk.coalition);
    for format in Format::ALL {
        let arguments = [
            "--file",
            file.to_str().unwrap(),
            "block",
            "End the programs",
            "--format",
            format.word(),
        ];
        let printed = cli(&arguments);
        assert_eq!(printed.stdout, render(&block, *format).unwrap(), "{format}");
        let saved = cli(&[arguments.as_slice(), &["-o", out.to_str().unwrap()]].concat());
        assert_eq!(stdout(&saved), "");
        assert_eq!(std::fs::read(&out).unwrap(), printed.stdout, "{format}");
    }
    let both = cli(&[
        "--file",
        file.to_str().unwrap(),
        "block",
        "x",
        "--into",
        "own.docx",
        "--format",
        "rtf",
    ]);
    assert_eq!(both.status.code(), Some(2), "a usage that contradicts itself");
}

/// A picture of one colour as PNG.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_pixel(width, height, image::Rgb([20, 60, 120]))
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png)
        .unwrap();
    bytes
}

#[test]
fn logos_are_kept_with_who_permitted_them_and_make_a_wall() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch & Sons\n", Status::Confirmed);
    let path = desk.coalition.path().to_path_buf();
    let (folder, letter) = (desk.folder.path().to_path_buf(), desk.letter.to_string());
    drop(desk.coalition);
    let file = path.to_str().unwrap();
    let run = |arguments: &[&str]| cli(&[&["--file", file], arguments].concat());
    let own = folder.join("own.png");
    std::fs::write(&own, picture(1600, 400)).unwrap();
    let own = own.to_str().unwrap();

    assert_eq!(
        stdout(&run(&["organization", "logo", "--missing", &letter])),
        "Alder Neighbors\nBirch & Sons\n"
    );
    // Nobody who permitted it: no logo.
    assert_eq!(
        run(&["organization", "logo", "Alder", own]).status.code(),
        Some(2)
    );
    let set = [
        "organization",
        "logo",
        "Alder",
        own,
        "--by",
        "Ana Mora",
        "--on",
        "2020-12-09",
    ];
    assert_eq!(stdout(&run(&set)), "");
    assert_eq!(
        stdout(&run(&["organization", "logo", "Alder"])),
        "640 x 160\tAna Mora\t2020-12-09\n"
    );
    assert_eq!(
        stdout(&run(&["organization", "logo", "--missing", &letter])),
        "Birch & Sons\n"
    );
    let text = folder.join("note.txt");
    std::fs::write(&text, "no picture").unwrap();
    let refused = run(&[
        "organization",
        "logo",
        "Birch",
        text.to_str().unwrap(),
        "--by",
        "Lee Marsh",
    ]);
    assert!(refusal(&refused).starts_with("This picture can’t be used"));

    let html = stdout(&run(&["block", &letter, "--layout", "logos", "--format", "html"]));
    assert!(
        html.contains("alt=\"Alder Neighbors\"") && html.contains(">Birch &amp; Sons</td>"),
        "{html}"
    );
    // A format without pictures prints the names, and says so.
    let plain = run(&["block", &letter, "--layout", "logos"]);
    assert_eq!(stdout(&plain), "Alder Neighbors\nBirch & Sons\n");
    assert!(
        String::from_utf8(plain.stderr)
            .unwrap()
            .starts_with("This format has no pictures")
    );
    for format in ["docx", "pdf"] {
        let out = folder.join(format!("wall.{format}"));
        let arguments = [
            "block",
            &letter,
            "--layout",
            "logos",
            "--format",
            format,
            "-o",
            out.to_str().unwrap(),
        ];
        assert_eq!(stdout(&run(&arguments)), "");
        assert!(std::fs::metadata(&out).unwrap().len() > 1000);
    }

    let kept = folder.join("kept.png");
    stdout(&run(&[
        "organization",
        "logo",
        "Alder",
        "-o",
        kept.to_str().unwrap(),
    ]));
    assert_eq!(
        blocks::picture_size(&std::fs::read(kept).unwrap()),
        Some((640, 160))
    );
    assert_eq!(stdout(&run(&["organization", "logo", "Alder", "--remove"])), "");
    assert_eq!(stdout(&run(&["organization", "logo", "Alder"])), "");
    assert_eq!(
        refusal(&run(&["organization", "logo", "Alder", "--remove"])),
        "Alder Neighbors has no logo."
    );
    assert_eq!(stdout(&run(&["undo"])).lines().count(), 1);
    assert_eq!(
        stdout(&run(&["organization", "logo", "Alder"])),
        "640 x 160\tAna Mora\t2020-12-09\n"
    );
    assert_eq!(run(&["verify"]).status.code(), Some(0));
}

#[test]
fn the_text_begins_as_a_word_document_and_goes_out_with_its_block_as_one() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch & Sons\n", Status::Confirmed);
    let own = desk.document("Dear Senator,\n\nKeep the river clean.");
    let path = desk.coalition.path().to_path_buf();
    let (folder, letter) = (desk.folder.path().to_path_buf(), desk.letter.to_string());
    drop(desk.coalition);
    let run = |arguments: &[&str]| cli(&[&["--file", path.to_str().unwrap()], arguments].concat());
    stdout(&run(&[
        "letter",
        "version",
        "add",
        &letter,
        own.to_str().unwrap(),
    ]));
    let out = folder.join("letter.docx");
    let arguments = [
        "block",
        &letter,
        "--with-text",
        "--format",
        "docx",
        "-o",
        out.to_str().unwrap(),
    ];
    assert_eq!(stdout(&run(&arguments)), "");
    let text = reading::document::text(&std::fs::read(&out).unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        [
            "Dear Senator,",
            "Keep the river clean.",
            "Alder Neighbors",
            "Alder Neighbors",
            "Birch & Sons"
        ]
    );
    let refused = run(&["block", &letter, "--with-text"]);
    assert!(refusal(&refused).starts_with("The letter and its block can be saved together"));
    let damaged = folder.join("damaged.docx");
    std::fs::write(&damaged, &std::fs::read(&out).unwrap()[..200]).unwrap();
    let refused = run(&["letter", "version", "add", &letter, damaged.to_str().unwrap()]);
    assert!(refusal(&refused).starts_with("This is a picture, a document"));
}

/// Its typeface moves letters closer to each other, and gives their widths in ranges, which not every reader of PDFs understands.
#[test]
fn a_pdf_of_ours_is_read_back_name_by_name() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    for layout in [Layout::Lines, Layout::Numbered] {
        desk.choose(&BlockOptions {
            layout,
            ..BlockOptions::default()
        });
        let block = BlockView::new(&desk.coalition, desk.letter).unwrap().block;
        let path = desk.folder.path().join("block.pdf");
        std::fs::write(&path, render(&block, Format::Pdf).unwrap()).unwrap();
        let entries = block.groups.iter().flat_map(|group| &group.entries);
        let names: Vec<String> = entries.map(|entry| entry.text()).collect();
        let read = stdout(&cli(&["read-list", &path.display().to_string()]));
        assert_eq!(read.lines().collect::<Vec<_>>(), names, "{layout:?}");
    }
}
