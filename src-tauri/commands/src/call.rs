//! The list of commands, and how one is run by its name. It is written once, for every host.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use wire::WireError;

use crate::host::OnProgress;
use crate::window::Window;
use crate::{
    Answer, answers, backups, block, contacts, damage, file, imports, keychain, ledger, letters, locked,
    outreach, settings, start,
};

/// Each command with the names of its arguments, which the page writes in camel case. The types of the arguments are
/// those of the function.
macro_rules! commands {
    ($($room:ident: $($command:ident($($argument:ident),*))*;)*) => {
        /// The names of all commands.
        pub const COMMANDS: &[&str] = &[$($(stringify!($command)),*),*];

        /// Runs a command of the page, and gives its answer as JSON.
        ///
        /// # Errors
        /// What the command says; of kind `system` when there is no such command, or its arguments don't fit.
        pub fn call(window: &Window, command: &str, arguments: Value) -> Answer<String> {
            let arguments = &mut Arguments { window, command, values: values(arguments) };
            match command {
                $($(stringify!($command) => answer(
                    $room::$command(window, $(arguments.take(stringify!($argument))?),*)?
                ),)*)*
                _ => Err(fault(format!("there is no command {command}"))),
            }
        }
    };
}

commands! {
    start:
        get_start();
    settings:
        get_settings() set_settings(settings) read_time(text, zone, toward);
    file:
        get_app() set_language(language) new_coalition() open_coalition() open_coalition_at(path) new_window() save_copy()
        rename_coalition(name) show_in_folder()
        export_everything(format) recent_files() open_recent(path) clear_recent() about()
        open_sample() open_own() get_view(name) set_view(name, view) undo() redo() cancel_work();
    locked:
        get_waiting() leave_waiting() unlock(passphrase) lock() bring_here(passphrase, copy)
        set_passphrase(current, passphrase) generate_passphrase() judge_passphrase(passphrase);
    backups:
        list_backups() make_backup() test_backup(path) restore_backup(path) choose_backup_folder()
        reset_backup_folder() copy_elsewhere() remind_of_copy();
    damage:
        verify_file() salvage_file() salvage_waiting(passphrase) restore_waiting(passphrase);
    keychain:
        is_passphrase_kept() keep_passphrase(keep) unlock_kept();
    letters:
        list_letters() get_letter(id) add_letter(fields) set_letter(id, fields) remove_letter(id)
        list_versions(letter_id) add_version(letter_id, fields) get_letter_text(letter_id) choose_text()
        list_sign_ons(letter_id) get_ledger(letter_id, seen) get_sign_on(id) add_sign_ons(letter_id, organization_ids)
        set_sign_on_status(ids, change) set_sign_on_name(id, prints_as) set_sign_on_signer(id, signer, title)
        set_sign_on_note(id, note) remove_sign_ons(ids);
    imports:
        open_import() open_import_at(path) open_import_text(text, html) open_import_list(text)
        set_import_source(id, change) set_import_columns(id, fields) plan_import(id, target, likely, progress)
        decide_rows(id, decisions) edit_list(id, edit) take_back(id) list_spans(id)
        list_plan_rows(id, outcome, offset, limit) get_import_message(id, key) import_source(id, target, progress) save_rejects(id) close_import(id)
        list_imports() list_import_rows(import_id, outcome, offset, limit) undo_import(import_id)
        save_import_source(import_id)
        save_import_rejects(import_id);
    ledger:
        plan_ask(letter_id, source) ask(letter_id, asking) set_sign_on_person(id, person_id)
        add_individual(letter_id, name, title, affiliation) set_sign_on_affiliation(id, affiliation)
        list_evidence(sign_on_id) add_evidence(sign_on_ids, via, text, at) add_evidence_file(sign_on_ids, via)
        add_evidence_at(sign_on_ids, path) open_evidence(id) save_evidence(id)
        remove_evidence(sign_on_id, evidence_id) verify_authority(sign_on_id, who, how)
        set_sign_on_unnamed(ids, unnamed) list_further_signers(sign_on_id)
        set_further_signer_shown(sign_on_id, signer_id, shown) list_outreach(sign_on_id)
        log_outreach(sign_on_ids, kind, via, text, at) set_chase_after(sign_on_ids, date) list_followups(letter_id)
        compare_versions(letter_id, earlier, later) list_standing(letter_id)
        move_deadline(letter_id, which, local, zone, note) list_deadline_moves(letter_id) list_history(query)
        get_timeline(letter_id) get_states(letter_id) get_matrix(query) save_matrix(query)
        save_picture(name, svg, png);
    outreach:
        list_templates(letter_id) list_template_fields() set_template(letter_id, kind, language, subject, text, attach)
        reset_template(letter_id, kind, language) list_desk() start_desk(sign_on_ids, kind) list_due(letter_id, kind)
        list_receipts_due() get_draft(id) save_attachment(id) open_draft(id) finish_desk() take_back_draft(id) leave_out_draft(id, left)
        set_desk_item(id, person_id, personal) clear_desk() test_draft(carrier) copy_addresses(sign_on_ids)
        save_calendar(letter_id) get_pace(letter_id) save_desk_rows() save_desk_drafts() open_group_draft();
    answers:
        add_answer_text(text) add_answers_at(path) add_answers() list_answers() accept_answer(number, acceptance)
        learn_answer(number, sign_on_id) drop_answer(number) get_answers_folder() choose_answers_folder()
        leave_answers_folder() look_for_answers();
    block:
        get_block(letter_id) get_block_options(letter_id) change_block_options(letter_id, change)
        copy_block(letter_id, format) save_block(letter_id, format) save_letter(letter_id, format) get_block_text(letter_id, format) get_block_pages(letter_id)
        copy_text(text) fill_document(letter_id) print_window() list_styles(language) save_style(name, options)
        remove_style(id) set_sign_on_heading(ids, heading) rename_heading(letter_id, from, to)
        set_sign_on_pin(id, pin) check_letter(letter_id)
        settle_findings(letter_id, ids, by, word) freeze_edition(letter_id, label) list_editions(letter_id)
        list_accepted(edition_id) diff_editions(letter_id, earlier, later) get_edition_update(letter_id, earlier, later)
        get_edition_block(edition_id) copy_edition(edition_id) save_edition(edition_id, format);
    contacts:
        list_organizations(filter, sort, offset, limit) list_organization_ids(filter, sort)
        list_organization_rows(ids) get_organization(id) add_organization(fields, contact) set_organization(id, fields)
        set_organization_field(ids, field, value, progress) set_parents(pairs) remove_organizations(ids)
        choose_logo(organization_id, permitted_by, permitted_on) set_logo_at(organization_id, path, permitted_by, permitted_on)
        set_logo_permission(organization_id, permitted_by, permitted_on) remove_logo(organization_id) get_logo_picture(picture)
        recognize(name) list_people(filter, sort, offset, limit) list_person_ids(filter, sort)
        list_person_rows(ids) get_person(id) find_person_twins(name, emails, except) add_person(fields)
        set_person(id, fields) set_person_field(ids, field, value, progress) remove_people(ids)
        plan_forgetting(who) forget(who)
        search(query, limit) list_filter_choices() list_filters() save_filter(name, filter) remove_filter(id)
        copy_table(headings, rows) save_table(name, headings, rows) find_duplicates(progress) keep_apart(one, other)
        plan_merge(keep, drop, choices) merge_organizations(keep, drop, choices)
        plan_person_merge(keep, drop, name) merge_people(keep, drop, name);
}

/// What the page passed along with a command.
struct Arguments<'a> {
    window: &'a Window,
    command: &'a str,
    values: Map<String, Value>,
}

impl Arguments<'_> {
    fn take<T: Argument>(&mut self, name: &str) -> Answer<T> {
        let name = camel_case(name);
        // One that is left out is null, as in the page's own language.
        let value = self.values.remove(&name).unwrap_or_default();
        T::read(self.window, value)
            .map_err(|error| fault(format!("{}: the argument {name}: {error}", self.command)))
    }
}

/// What a command can take.
trait Argument: Sized {
    fn read(window: &Window, value: Value) -> serde_json::Result<Self>;
}

impl<T: DeserializeOwned> Argument for T {
    fn read(_: &Window, value: Value) -> serde_json::Result<Self> {
        serde_json::from_value(value)
    }
}

/// How far a command is, for the page that asked for it.
pub(crate) struct Reported(pub OnProgress);

impl Argument for Reported {
    fn read(window: &Window, value: Value) -> serde_json::Result<Self> {
        Ok(Self(window.host().progress(&value)))
    }
}

fn values(arguments: Value) -> Map<String, Value> {
    match arguments {
        Value::Object(values) => values,
        _ => Map::new(),
    }
}

fn answer(answer: impl Serialize) -> Answer<String> {
    serde_json::to_string(&answer).map_err(|error| fault(error.to_string()))
}

/// A mistake of the page's, which no person is to see.
fn fault(message: String) -> WireError {
    WireError {
        kind: "system",
        message,
        field: None,
    }
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}
