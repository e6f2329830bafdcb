//! The commands of the block: arranging it, styles, copying, saving, filling a document, printing, editions.

use std::path::Path;

use blocks::docx::Notice;
use blocks::{
    self, BlockOptions, Format, Letter, RenderNotice, Rendered, SignatoryBlock, html, pdf, render_text,
};
use undersigned_core::edition::{Edition, EditionDiff};
use undersigned_core::signon::check_target;
use undersigned_core::style::Styles;
use undersigned_core::{Error, Language, Message};
use vocabulary::ids::{EditionId, LetterId, SignOnId, StyleId};
use wire::{AcceptedItem, Applied, BlockView, CheckItem, Filled, Saved};

use crate::Answer;
use crate::host::{FileKind, SaveAs};
use crate::window::Window;

// The block -------------------------------------------------------------------------------------------------------

/// The block of a letter, by its remembered choices.
pub fn get_block(window: &Window, letter_id: LetterId) -> Answer<BlockView> {
    window.ask(|coalition, _| BlockView::new(coalition, letter_id))
}

/// The choices of a letter's block.
pub fn get_block_options(window: &Window, letter_id: LetterId) -> Answer<BlockOptions> {
    window.ask(|coalition, _| coalition.get_block_options(letter_id))
}

/// Changes some choices of a letter's block and remembers them.
pub fn change_block_options(
    window: &Window,
    letter_id: LetterId,
    change: serde_json::Map<String, serde_json::Value>,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.change_block_options(letter_id, change, now))
}

/// Puts the block on the clipboard; gives back how many names. Without a format, or in one that word processors read,
/// it goes there as HTML and as text at once; in any other, as that text alone.
pub fn copy_block(window: &Window, letter_id: LetterId, format: Option<Format>) -> Answer<u32> {
    let view = window.ask(|coalition, _| BlockView::new(coalition, letter_id))?;
    match format.unwrap_or(Format::Html) {
        Format::Html | Format::Rtf | Format::Docx | Format::Pdf | Format::Xlsx => {
            window.copy(&view.text, Some(&html::render(&view.block)))?;
        }
        format => window.copy(&render_text(&view.block, format).unwrap_or_default(), None)?,
    }
    Ok(view.total)
}

/// The block in a text format, just as it is copied.
pub fn get_block_text(window: &Window, letter_id: LetterId, format: Format) -> Answer<String> {
    window.ask(|coalition, _| {
        let block = BlockView::new(coalition, letter_id)?.block;
        render_text(&block, format).ok_or_else(|| Error::rule(Message::new("error-format-is-a-file")))
    })
}

/// How many entries of the block begin in each column of each page of it as a PDF; none where they are no lines of their own.
pub fn get_block_pages(window: &Window, letter_id: LetterId) -> Answer<Vec<Vec<u32>>> {
    let view = window.ask(|coalition, _| BlockView::new(coalition, letter_id))?;
    Ok(pdf::entries_by_page(&view.block))
}

/// Puts a text of the window on the clipboard: the sentence about what an edition added.
pub fn copy_text(window: &Window, text: String) -> Answer<()> {
    window.copy(&text, None)
}

/// Asks where, and saves the block there.
pub fn save_block(window: &Window, letter_id: LetterId, format: Format) -> Answer<Option<Saved>> {
    let view = window.ask(|coalition, _| BlockView::new(coalition, letter_id))?;
    let rendered = blocks::render_noting(&view.block, format).map_err(|error| window.say(&error.into()))?;
    save_rendered(window, &named_after("signatories", format), &rendered)
}

fn save_rendered(window: &Window, dialog: &SaveAs, rendered: &Rendered) -> Answer<Option<Saved>> {
    let path = window.save(dialog, &rendered.bytes)?;
    Ok(path.map(|path| Saved {
        path,
        notices: said(window, rendered.notices.iter().map(RenderNotice::message)),
    }))
}

/// Notices as sentences.
fn said(
    window: &Window,
    notices: impl Iterator<Item = (&'static str, Vec<(&'static str, String)>)>,
) -> Vec<String> {
    notices
        .map(|(id, arguments)| Message::with(id, arguments).to_string(window.language()))
        .collect()
}

/// Asks where, and saves a letter's text with its block there as one document.
pub fn save_letter(window: &Window, letter_id: LetterId, format: Format) -> Answer<Option<Saved>> {
    let (letter, view) = window.ask(|coalition, _| {
        let letter = Letter::new(
            &coalition.get_letter(letter_id)?.title,
            &coalition.get_letter_text(letter_id)?,
        );
        Ok((letter, BlockView::new(coalition, letter_id)?))
    })?;
    let rendered = blocks::render_letter(&letter, &view.block, format)
        .ok_or_else(|| window.say(&Error::rule(Message::new("error-block-with-text-format"))))?;
    let rendered = rendered.map_err(|error| window.say(&error.into()))?;
    save_rendered(window, &named_after("letter", format), &rendered)
}

/// Asks for a document of the person's own and where the copy goes, and puts the block where its placeholders stand.
pub fn fill_document(window: &Window, letter_id: LetterId) -> Answer<Option<Filled>> {
    const DOCUMENTS: FileKind = FileKind::of("docx", &["docx"]);
    // A letterhead is often a template; filled, it is a document.
    const OWN: FileKind = FileKind::of("docx", &["docx", "dotx"]);
    let Some(own) = window.host().pick_file(&[OWN]) else {
        return Ok(None);
    };
    let filled = window.ask(|coalition, _| {
        let options = coalition.get_block_options(letter_id)?;
        let labels = Language::from_locale(&options.language);
        coalition.fill_document(letter_id, &options, &labels, &own)
    })?;
    let name = own.file_stem().unwrap_or_default().to_string_lossy();
    let dialog = SaveAs {
        folder: own.parent().map(Path::to_path_buf),
        ..SaveAs::named(format!("{name} - signatories.docx")).kind(DOCUMENTS)
    };
    let Some(path) = window.host().pick_destination(&dialog) else {
        return Ok(None);
    };
    check_target(&own, &path).map_err(|error| window.say(&error))?;
    let path = window.write(&path, &filled.document)?;
    Ok(Some(Filled {
        path,
        places: u32::try_from(filled.places).unwrap_or(u32::MAX),
        notices: said(window, filled.notices.iter().map(Notice::message)),
    }))
}

/// Opens the system's print dialog for the page as it stands.
pub fn print_window(window: &Window) -> Answer<()> {
    window
        .host()
        .print()
        .map_err(|_| window.say(&Error::rule(Message::new("error-print"))))
}

// Arranging it ----------------------------------------------------------------------------------------------------

/// The styles there are, the shipped ones in a letter's language.
pub fn list_styles(window: &Window, language: String) -> Answer<Styles> {
    window.ask(|coalition, _| coalition.list_styles(&language))
}

/// Saves choices of a block under a name.
pub fn save_style(window: &Window, name: String, options: BlockOptions) -> Answer<Applied<StyleId>> {
    window.act(|coalition, now| coalition.save_style(&name, &options, now))
}

/// Removes a saved style.
pub fn remove_style(window: &Window, id: StyleId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_style(id, now))
}

/// Puts sign-ons under a heading of one's own.
pub fn set_sign_on_heading(window: &Window, ids: Vec<SignOnId>, heading: String) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_heading(&ids, &heading, now))
}

/// Gives a heading of one's own another name, or takes it away with an empty one.
pub fn rename_heading(window: &Window, letter_id: LetterId, from: String, to: String) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.rename_heading(letter_id, &from, &to, now))
}

/// Pins a sign-on to a place in its group.
pub fn set_sign_on_pin(window: &Window, id: SignOnId, pin: Option<i64>) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_pin(id, pin, now))
}

// Sending it ------------------------------------------------------------------------------------------------------

/// The check before a letter goes out.
pub fn check_letter(window: &Window, letter_id: LetterId) -> Answer<Vec<CheckItem>> {
    window.ask_now(|coalition, language, now| wire::check(coalition, letter_id, now, language))
}

/// Accepts findings of the check, with a name and a word.
pub fn settle_findings(
    window: &Window,
    letter_id: LetterId,
    ids: Vec<String>,
    by: String,
    word: String,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.settle_findings(letter_id, &ids, &by, &word, now))
}

/// Freezes the block of a letter as it stands.
pub fn freeze_edition(window: &Window, letter_id: LetterId, label: String) -> Answer<Applied<EditionId>> {
    window.act(|coalition, now| {
        let options = coalition.get_block_options(letter_id)?;
        let labels = Language::from_locale(&options.language);
        coalition.freeze_edition(letter_id, &options, &labels, &label, now)
    })
}

/// The editions of a letter.
pub fn list_editions(window: &Window, letter_id: LetterId) -> Answer<Vec<Edition>> {
    window.ask(|coalition, _| coalition.list_editions(letter_id))
}

/// The findings of the check that somebody had accepted when an edition was frozen.
pub fn list_accepted(window: &Window, edition_id: EditionId) -> Answer<Vec<AcceptedItem>> {
    window.ask(|coalition, language| {
        let accepted = coalition.list_accepted(edition_id)?;
        Ok(accepted
            .iter()
            .map(|item| AcceptedItem::new(item, language))
            .collect())
    })
}

/// What differs between two editions of a letter.
pub fn diff_editions(window: &Window, letter_id: LetterId, earlier: u32, later: u32) -> Answer<EditionDiff> {
    window.ask(|coalition, _| coalition.diff_editions(letter_id, earlier, later))
}

/// What differs between two editions of a letter, as sentences for an email, in the letter's language.
pub fn get_edition_update(window: &Window, letter_id: LetterId, earlier: u32, later: u32) -> Answer<String> {
    window.ask(|coalition, _| {
        let language = Language::from_locale(&coalition.get_block_options(letter_id)?.language);
        Ok(coalition
            .diff_editions(letter_id, earlier, later)?
            .sentence(language))
    })
}

/// The block of an edition as it was frozen, to be shown.
pub fn get_edition_block(window: &Window, edition_id: EditionId) -> Answer<SignatoryBlock> {
    window.ask(|coalition, _| coalition.get_edition_block(edition_id))
}

/// Puts an edition on the clipboard as HTML and as text, as it was sent; gives back how many names.
pub fn copy_edition(window: &Window, edition_id: EditionId) -> Answer<u32> {
    let (html, text, count) = window.ask(|coalition, _| coalition.get_edition_to_copy(edition_id))?;
    window.copy(&text, Some(&html))?;
    Ok(count)
}

/// Asks where, and saves an edition there as it was sent.
pub fn save_edition(window: &Window, edition_id: EditionId, format: Format) -> Answer<Option<String>> {
    let bytes = window.ask(|coalition, _| coalition.get_edition_form(edition_id, format))?;
    window.save(&named_after("signatories", format), &bytes)
}

fn named_after(what: &str, format: Format) -> SaveAs {
    let ending = format.extension();
    SaveAs::named(format!("{what}.{ending}")).kind(FileKind {
        name: ending,
        endings: vec![ending].into(),
    })
}
