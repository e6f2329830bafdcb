//! The commands of the contact list: organizations, people, finding, filters, duplicates.

use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt;
use undersigned_core::filter::{Filter, SavedFilter};
use undersigned_core::merge::{MergeChoices, MergePlan};
use undersigned_core::organization::{
    OrganizationDetail, OrganizationField, OrganizationFields, OrganizationFilter, OrganizationPage,
    OrganizationRow, OrganizationSort,
};
use undersigned_core::person::{
    PersonDetail, PersonField, PersonFields, PersonFilter, PersonPage, PersonRow, PersonSort, PersonTwin,
};
use undersigned_core::progress::Progress;
use undersigned_core::search::Hit;
use undersigned_core::table;
use undersigned_core::wire::{Applied, DuplicatesView, FilterChoices, Recognized};
use undersigned_core::{Error, Message};
use vocabulary::ids::{FilterId, OrganizationId, PersonId};

use crate::app::{Answer, App};

/// The least score of a pair on the page of duplicates.
const LIKELY_ENOUGH: f64 = 0.75;

// Organizations ---------------------------------------------------------------------------------------------------

/// A part of the list of organizations.
#[tauri::command(async)]
pub fn list_organizations(
    app: State<App>,
    filter: OrganizationFilter,
    sort: OrganizationSort,
    offset: usize,
    limit: usize,
) -> Answer<OrganizationPage> {
    app.ask(|coalition, _| coalition.list_organizations(&filter, sort, offset, limit))
}

/// The ids of all organizations that a filter finds, in order.
#[tauri::command(async)]
pub fn list_organization_ids(
    app: State<App>,
    filter: OrganizationFilter,
    sort: OrganizationSort,
) -> Answer<Vec<OrganizationId>> {
    app.ask(|coalition, _| coalition.list_organization_ids(&filter, sort))
}

/// The rows of these organizations.
#[tauri::command(async)]
pub fn list_organization_rows(app: State<App>, ids: Vec<OrganizationId>) -> Answer<Vec<OrganizationRow>> {
    app.ask(|coalition, _| coalition.list_organization_rows(&ids))
}

/// Everything about one organization.
#[tauri::command(async)]
pub fn get_organization(app: State<App>, id: OrganizationId) -> Answer<OrganizationDetail> {
    app.ask(|coalition, _| coalition.get_organization_detail(id))
}

/// Adds an organization.
#[tauri::command(async)]
pub fn add_organization(app: State<App>, fields: OrganizationFields) -> Answer<Applied<OrganizationId>> {
    app.act(|coalition, now| coalition.add_organization(&fields, now))
}

/// Changes an organization.
#[tauri::command(async)]
pub fn set_organization(
    app: State<App>,
    id: OrganizationId,
    fields: OrganizationFields,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_organization(id, &fields, now))
}

/// Sets one field of organizations to what was typed.
#[tauri::command(async)]
pub fn set_organization_field(
    app: State<App>,
    ids: Vec<OrganizationId>,
    field: OrganizationField,
    value: String,
    progress: Channel<Progress>,
) -> Answer<Applied<usize>> {
    let mut watch = app.watch(progress);
    app.act(|coalition, now| coalition.set_organization_field_watched(&ids, field, &value, now, &mut watch))
}

/// Puts organizations under others: pairs of the parent and the one below it.
#[tauri::command(async)]
pub fn set_parents(app: State<App>, pairs: Vec<(OrganizationId, OrganizationId)>) -> Answer<Applied<usize>> {
    app.act(|coalition, now| coalition.set_parents(&pairs, now))
}

/// Removes an organization that stands on no letter.
#[tauri::command(async)]
pub fn remove_organization(app: State<App>, id: OrganizationId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_organization(id, now))
}

/// Organizations that a name may already be.
#[tauri::command(async)]
pub fn recognize(app: State<App>, name: String) -> Answer<Recognized> {
    app.ask(|coalition, language| Ok(Recognized::new(&coalition.recognize(&name)?, language)))
}

// People ----------------------------------------------------------------------------------------------------------

/// A part of the list of people.
#[tauri::command(async)]
pub fn list_people(
    app: State<App>,
    filter: PersonFilter,
    sort: PersonSort,
    offset: usize,
    limit: usize,
) -> Answer<PersonPage> {
    app.ask(|coalition, _| coalition.list_people(&filter, sort, offset, limit))
}

/// The ids of all people that a filter finds, in order.
#[tauri::command(async)]
pub fn list_person_ids(app: State<App>, filter: PersonFilter, sort: PersonSort) -> Answer<Vec<PersonId>> {
    app.ask(|coalition, _| coalition.list_person_ids(&filter, sort))
}

/// The rows of these people.
#[tauri::command(async)]
pub fn list_person_rows(app: State<App>, ids: Vec<PersonId>) -> Answer<Vec<PersonRow>> {
    app.ask(|coalition, _| coalition.list_person_rows(&ids))
}

/// Everything about one person.
#[tauri::command(async)]
pub fn get_person(app: State<App>, id: PersonId) -> Answer<PersonDetail> {
    app.ask(|coalition, _| coalition.get_person_detail(id))
}

/// People who may be the one that is being typed.
#[tauri::command(async)]
pub fn find_person_twins(
    app: State<App>,
    name: String,
    emails: Vec<String>,
    except: Option<PersonId>,
) -> Answer<Vec<PersonTwin>> {
    app.ask(|coalition, _| coalition.find_person_twins(&name, &emails, except))
}

/// Adds a person.
#[tauri::command(async)]
pub fn add_person(app: State<App>, fields: PersonFields) -> Answer<Applied<PersonId>> {
    app.act(|coalition, now| coalition.add_person(&fields, now))
}

/// Changes a person.
#[tauri::command(async)]
pub fn set_person(app: State<App>, id: PersonId, fields: PersonFields) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_person(id, &fields, now))
}

/// Sets one field of people to what was typed.
#[tauri::command(async)]
pub fn set_person_field(
    app: State<App>,
    ids: Vec<PersonId>,
    field: PersonField,
    value: String,
    progress: Channel<Progress>,
) -> Answer<Applied<usize>> {
    let mut watch = app.watch(progress);
    app.act(|coalition, now| coalition.set_person_field_watched(&ids, field, &value, now, &mut watch))
}

/// Removes a person.
#[tauri::command(async)]
pub fn remove_person(app: State<App>, id: PersonId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_person(id, now))
}

// Finding and filters ---------------------------------------------------------------------------------------------

/// Organizations, people and letters by what was typed.
#[tauri::command(async)]
pub fn search(app: State<App>, query: String, limit: usize) -> Answer<Vec<Hit>> {
    app.ask(|coalition, _| coalition.search(&query, limit))
}

/// What filters offer to choose from.
#[tauri::command(async)]
pub fn list_filter_choices(app: State<App>) -> Answer<FilterChoices> {
    app.ask(|coalition, _| FilterChoices::new(coalition))
}

/// The saved filters, by name.
#[tauri::command(async)]
pub fn list_filters(app: State<App>) -> Answer<Vec<SavedFilter>> {
    app.ask(|coalition, _| coalition.list_filters())
}

/// Keeps a filter under a name.
#[tauri::command(async)]
pub fn save_filter(app: State<App>, name: String, filter: Filter) -> Answer<Applied<FilterId>> {
    app.act(|coalition, now| coalition.save_filter(&name, &filter, now))
}

/// Forgets a saved filter.
#[tauri::command(async)]
pub fn remove_filter(app: State<App>, id: FilterId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_filter(id, now))
}

/// Puts rows on the clipboard as a table that Sheets and Excel take up, as it shows; gives back how many rows.
#[tauri::command(async)]
pub fn copy_table(
    handle: AppHandle,
    app: State<App>,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
) -> Answer<usize> {
    handle
        .clipboard()
        .write_html(table::html(&headings, &rows), Some(table::text(&headings, &rows)))
        .map_err(|_| app.say(&Error::rule(Message::new("error-clipboard"))))?;
    Ok(rows.len())
}

// Duplicates ------------------------------------------------------------------------------------------------------

/// Searches for organizations that are likely the same. It runs beside everything else, and can be cancelled.
#[tauri::command(async)]
pub fn find_duplicates(app: State<App>, progress: Channel<Progress>) -> Answer<DuplicatesView> {
    let mut watch = app.watch(progress);
    let search = app.ask(|coalition, _| coalition.duplicate_search())?;
    let found = search.run(LIKELY_ENOUGH, &mut watch);
    let found = found.map_err(|error| app.say(&error))?;
    app.ask(|coalition, language| DuplicatesView::new(coalition, &found, language))
}

/// Stops the long work that runs.
#[tauri::command(async)]
pub fn cancel_work(app: State<App>) {
    app.cancel_work();
}

/// Remembers that two organizations are not the same.
#[tauri::command(async)]
pub fn keep_apart(app: State<App>, one: OrganizationId, other: OrganizationId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.keep_apart(one, other, now))
}

/// What a merge would do.
#[tauri::command(async)]
pub fn plan_merge(
    app: State<App>,
    keep: OrganizationId,
    drop: OrganizationId,
    choices: MergeChoices,
) -> Answer<MergePlan> {
    app.ask(|coalition, _| coalition.plan_merge(keep, drop, &choices))
}

/// Merges an organization into another.
#[tauri::command(async)]
pub fn merge_organizations(
    app: State<App>,
    keep: OrganizationId,
    drop: OrganizationId,
    choices: MergeChoices,
) -> Answer<Applied<OrganizationId>> {
    app.act(|coalition, now| coalition.merge_organizations(keep, drop, &choices, now))
}
