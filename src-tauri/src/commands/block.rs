//! The commands of the block: arranging it, styles, copying, saving, filling a document, printing, editions.

use blocks::{self, BlockOptions, Format, html, render_text};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use undersigned_core::edition::{Edition, EditionDiff};
use undersigned_core::style::Styles;
use undersigned_core::wire::{self, Applied, BlockView, CheckItem, Filled};
use undersigned_core::{Error, Language, Message};
use vocabulary::ids::{EditionId, LetterId, SignOnId, StyleId};

use super::path;
use crate::app::{Answer, App};

// The block -------------------------------------------------------------------------------------------------------

/// The block of a letter, by its remembered choices.
#[tauri::command(async)]
pub fn get_block(app: State<App>, letter_id: LetterId) -> Answer<BlockView> {
    app.ask(|coalition, _| BlockView::new(coalition, letter_id))
}

/// The choices of a letter's block.
#[tauri::command(async)]
pub fn get_block_options(app: State<App>, letter_id: LetterId) -> Answer<BlockOptions> {
    app.ask(|coalition, _| coalition.get_block_options(letter_id))
}

/// Changes some choices of a letter's block and remembers them.
#[tauri::command(async)]
pub fn change_block_options(
    app: State<App>,
    letter_id: LetterId,
    change: serde_json::Map<String, serde_json::Value>,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.change_block_options(letter_id, change, now))
}

/// Puts the block on the clipboard; gives back how many names. Without a format, or in one that word processors read,
/// it goes there as HTML and as text at once; in any other, as that text alone.
#[tauri::command(async)]
pub fn copy_block(
    handle: AppHandle,
    app: State<App>,
    letter_id: LetterId,
    format: Option<Format>,
) -> Answer<u32> {
    let view = app.ask(|coalition, _| BlockView::new(coalition, letter_id))?;
    match format.unwrap_or(Format::Html) {
        Format::Html | Format::Rtf | Format::Docx | Format::Xlsx => {
            copy_rich(&handle, &app, html::render(&view.block), view.text)?;
        }
        format => copy_plain(
            &handle,
            &app,
            render_text(&view.block, format).unwrap_or_default(),
        )?,
    }
    Ok(view.total)
}

/// The block in a text format, just as it is copied.
#[tauri::command(async)]
pub fn get_block_text(app: State<App>, letter_id: LetterId, format: Format) -> Answer<String> {
    app.ask(|coalition, _| {
        let block = BlockView::new(coalition, letter_id)?.block;
        render_text(&block, format).ok_or_else(|| Error::rule(Message::new("error-format-is-a-file")))
    })
}

/// Puts a text of the window on the clipboard: the sentence about what an edition added.
#[tauri::command(async)]
pub fn copy_text(handle: AppHandle, app: State<App>, text: String) -> Answer<()> {
    copy_plain(&handle, &app, text)
}

/// Asks where, and saves the block there.
#[tauri::command(async)]
pub fn save_block(
    handle: AppHandle,
    app: State<App>,
    letter_id: LetterId,
    format: Format,
) -> Answer<Option<String>> {
    let view = app.ask(|coalition, _| BlockView::new(coalition, letter_id))?;
    let bytes = blocks::render(&view.block, format).map_err(|error| app.say(&error.into()))?;
    save(&handle, &app, format, &bytes)
}

/// Asks for a document of the person's own and where the copy goes, and puts the block where its placeholders stand.
#[tauri::command(async)]
pub fn fill_document(handle: AppHandle, app: State<App>, letter_id: LetterId) -> Answer<Option<Filled>> {
    let documents = || handle.dialog().file().add_filter("docx", &["docx"]);
    let Some(own) = path(documents().blocking_pick_file()) else {
        return Ok(None);
    };
    let filled = app.ask(|coalition, _| {
        let options = coalition.get_block_options(letter_id)?;
        let labels = Language::from_locale(&options.language);
        coalition.fill_document(letter_id, &options, &labels, &own)
    })?;
    let name = own.file_stem().unwrap_or_default().to_string_lossy();
    let mut dialog = documents().set_file_name(format!("{name} - signatories.docx"));
    if let Some(folder) = own.parent() {
        dialog = dialog.set_directory(folder);
    }
    let written = write(&app, dialog, &filled.document)?;
    Ok(written.map(|path| Filled {
        path,
        places: u32::try_from(filled.places).unwrap_or(u32::MAX),
    }))
}

/// Opens the system's print dialog for the page as it stands.
#[tauri::command(async)]
pub fn print_window(window: WebviewWindow, app: State<App>) -> Answer<()> {
    window
        .print()
        .map_err(|_| app.say(&Error::rule(Message::new("error-print"))))
}

// Arranging it ----------------------------------------------------------------------------------------------------

/// The styles there are, the shipped ones in a letter's language.
#[tauri::command(async)]
pub fn list_styles(app: State<App>, language: String) -> Answer<Styles> {
    app.ask(|coalition, _| coalition.list_styles(&language))
}

/// Saves choices of a block under a name.
#[tauri::command(async)]
pub fn save_style(app: State<App>, name: String, options: BlockOptions) -> Answer<Applied<StyleId>> {
    app.act(|coalition, now| coalition.save_style(&name, &options, now))
}

/// Removes a saved style.
#[tauri::command(async)]
pub fn remove_style(app: State<App>, id: StyleId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_style(id, now))
}

/// Puts sign-ons under a heading of one's own.
#[tauri::command(async)]
pub fn set_sign_on_heading(app: State<App>, ids: Vec<SignOnId>, heading: String) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_heading(&ids, &heading, now))
}

/// Gives a heading of one's own another name, or takes it away with an empty one.
#[tauri::command(async)]
pub fn rename_heading(app: State<App>, letter_id: LetterId, from: String, to: String) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.rename_heading(letter_id, &from, &to, now))
}

/// Pins a sign-on to a place in its group.
#[tauri::command(async)]
pub fn set_sign_on_pin(app: State<App>, id: SignOnId, pin: Option<i64>) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_pin(id, pin, now))
}

// Sending it ------------------------------------------------------------------------------------------------------

/// The check before a letter goes out.
#[tauri::command(async)]
pub fn check_letter(app: State<App>, letter_id: LetterId) -> Answer<Vec<CheckItem>> {
    app.ask_now(|coalition, language, now| wire::check(coalition, letter_id, now, language))
}

/// Freezes the block of a letter as it stands.
#[tauri::command(async)]
pub fn freeze_edition(app: State<App>, letter_id: LetterId, label: String) -> Answer<Applied<EditionId>> {
    app.act(|coalition, now| {
        let options = coalition.get_block_options(letter_id)?;
        let labels = Language::from_locale(&options.language);
        coalition.freeze_edition(letter_id, &options, &labels, &label, now)
    })
}

/// The editions of a letter.
#[tauri::command(async)]
pub fn list_editions(app: State<App>, letter_id: LetterId) -> Answer<Vec<Edition>> {
    app.ask(|coalition, _| coalition.list_editions(letter_id))
}

/// What differs between two editions of a letter.
#[tauri::command(async)]
pub fn diff_editions(app: State<App>, letter_id: LetterId, earlier: u32, later: u32) -> Answer<EditionDiff> {
    app.ask(|coalition, _| coalition.diff_editions(letter_id, earlier, later))
}

/// What differs between two editions of a letter, as sentences for an email, in the letter's language.
#[tauri::command(async)]
pub fn get_edition_update(app: State<App>, letter_id: LetterId, earlier: u32, later: u32) -> Answer<String> {
    app.ask(|coalition, _| {
        let language = Language::from_locale(&coalition.get_block_options(letter_id)?.language);
        Ok(coalition
            .diff_editions(letter_id, earlier, later)?
            .sentence(language))
    })
}

/// An edition as plain text, as it was sent.
#[tauri::command(async)]
pub fn get_edition_text(app: State<App>, edition_id: EditionId) -> Answer<String> {
    let bytes = app.ask(|coalition, _| coalition.get_edition_form(edition_id, Format::Text))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Puts an edition on the clipboard as HTML and as text, as it was sent; gives back how many names.
#[tauri::command(async)]
pub fn copy_edition(handle: AppHandle, app: State<App>, edition_id: EditionId) -> Answer<u32> {
    let (html, text, count) = app.ask(|coalition, _| coalition.get_edition_to_copy(edition_id))?;
    copy_rich(&handle, &app, html, text)?;
    Ok(count)
}

/// Asks where, and saves an edition there as it was sent.
#[tauri::command(async)]
pub fn save_edition(
    handle: AppHandle,
    app: State<App>,
    edition_id: EditionId,
    format: Format,
) -> Answer<Option<String>> {
    let bytes = app.ask(|coalition, _| coalition.get_edition_form(edition_id, format))?;
    save(&handle, &app, format, &bytes)
}

fn copy_rich(handle: &AppHandle, app: &App, html: String, text: String) -> Answer<()> {
    let copied = handle.clipboard().write_html(html, Some(text));
    copied.map_err(|_| app.say(&Error::rule(Message::new("error-clipboard"))))
}

fn copy_plain(handle: &AppHandle, app: &App, text: String) -> Answer<()> {
    let copied = handle.clipboard().write_text(text);
    copied.map_err(|_| app.say(&Error::rule(Message::new("error-clipboard"))))
}

/// Asks where, and writes a block there; None when the person cancels.
fn save(handle: &AppHandle, app: &App, format: Format, bytes: &[u8]) -> Answer<Option<String>> {
    let ending = format.extension();
    let dialog = handle.dialog().file().add_filter(ending, &[ending]);
    write(app, dialog.set_file_name(format!("signatories.{ending}")), bytes)
}

pub(super) fn write(
    app: &App,
    dialog: FileDialogBuilder<tauri::Wry>,
    bytes: &[u8],
) -> Answer<Option<String>> {
    let Some(path) = path(dialog.blocking_save_file()) else {
        return Ok(None);
    };
    std::fs::write(&path, bytes).map_err(|error| app.say(&Error::file(&path, error)))?;
    Ok(Some(path.display().to_string()))
}
