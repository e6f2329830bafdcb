//! The commands of the contact list: organizations, people, finding, filters, duplicates.

use std::path::{Path, PathBuf};

use base::table;
use blocks::html::picture_address;
use serde::Deserialize;
use ts_rs::TS;
use undersigned_core::filter::{Filter, SavedFilter};
use undersigned_core::forget::{Forgotten, Taken};
use undersigned_core::logo;
use undersigned_core::merge::{MergeChoices, MergePlan, PersonMergePlan, Side};
use undersigned_core::organization::{
    OrganizationDetail, OrganizationField, OrganizationFields, OrganizationFilter, OrganizationPage,
    OrganizationRow, OrganizationSort,
};
use undersigned_core::person::{
    ContactFields, PersonDetail, PersonField, PersonFields, PersonFilter, PersonPage, PersonRow, PersonSort,
    PersonTwin,
};
use undersigned_core::search::Hit;
use vocabulary::ids::{FilterId, OrganizationId, PersonId};
use wire::{Applied, DuplicatesView, FilterChoices, Recognized};

use crate::Answer;
use crate::call::Reported;
use crate::host::{FileKind, SaveAs};
use crate::window::Window;

/// The least score of a pair on the page of duplicates.
const LIKELY_ENOUGH: f64 = 0.75;

// Organizations ---------------------------------------------------------------------------------------------------

/// A part of the list of organizations.
pub fn list_organizations(
    window: &Window,
    filter: OrganizationFilter,
    sort: OrganizationSort,
    offset: usize,
    limit: usize,
) -> Answer<OrganizationPage> {
    window.ask(|coalition, _| coalition.list_organizations(&filter, sort, offset, limit))
}

/// The ids of all organizations that a filter finds, in order.
pub fn list_organization_ids(
    window: &Window,
    filter: OrganizationFilter,
    sort: OrganizationSort,
) -> Answer<Vec<OrganizationId>> {
    window.ask(|coalition, _| coalition.list_organization_ids(&filter, sort))
}

/// The rows of these organizations.
pub fn list_organization_rows(window: &Window, ids: Vec<OrganizationId>) -> Answer<Vec<OrganizationRow>> {
    window.ask(|coalition, _| coalition.list_organization_rows(&ids))
}

/// Everything about one organization.
pub fn get_organization(window: &Window, id: OrganizationId) -> Answer<OrganizationDetail> {
    window.ask(|coalition, _| coalition.get_organization_detail(id))
}

/// Adds an organization, and the person to write to there when one is named.
pub fn add_organization(
    window: &Window,
    fields: OrganizationFields,
    contact: Option<ContactFields>,
) -> Answer<Applied<OrganizationId>> {
    let contact = contact.unwrap_or_default();
    window.act(|coalition, now| coalition.add_organization_with(&fields, &contact, now))
}

/// Changes an organization.
pub fn set_organization(
    window: &Window,
    id: OrganizationId,
    fields: OrganizationFields,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_organization(id, &fields, now))
}

/// Sets one field of organizations to what was typed.
pub fn set_organization_field(
    window: &Window,
    ids: Vec<OrganizationId>,
    field: OrganizationField,
    value: String,
    progress: Reported,
) -> Answer<Applied<usize>> {
    let mut watch = window.watch(progress);
    window.back_up_for(ids.len());
    window
        .act(|coalition, now| coalition.set_organization_field_watched(&ids, field, &value, now, &mut watch))
}

/// Puts organizations under others: pairs of the parent and the one below it.
pub fn set_parents(window: &Window, pairs: Vec<(OrganizationId, OrganizationId)>) -> Answer<Applied<usize>> {
    window.act(|coalition, now| coalition.set_parents(&pairs, now))
}

/// Removes organizations; those that stand on a letter are left. How many went.
pub fn remove_organizations(window: &Window, ids: Vec<OrganizationId>) -> Answer<Applied<usize>> {
    window.back_up_for(ids.len());
    window.act(|coalition, now| coalition.remove_organizations(&ids, now))
}

/// Asks for a picture, and gives an organization that logo.
pub fn choose_logo(
    window: &Window,
    organization_id: OrganizationId,
    permitted_by: String,
    permitted_on: String,
) -> Answer<Option<Applied<()>>> {
    const PICTURES: FileKind = FileKind::of("PNG, JPEG", &["png", "jpg", "jpeg"]);
    let Some(path) = window.host().pick_file(&[PICTURES]) else {
        return Ok(None);
    };
    keep_logo(window, organization_id, &path, &permitted_by, &permitted_on).map(Some)
}

/// Gives an organization the picture as its logo that was dropped on the window; only what the system dropped is read.
pub fn set_logo_at(
    window: &Window,
    organization_id: OrganizationId,
    path: PathBuf,
    permitted_by: String,
    permitted_on: String,
) -> Answer<Applied<()>> {
    let path = window.take_dropped(&path)?;
    keep_logo(window, organization_id, &path, &permitted_by, &permitted_on)
}

fn keep_logo(
    window: &Window,
    organization: OrganizationId,
    path: &Path,
    permitted_by: &str,
    permitted_on: &str,
) -> Answer<Applied<()>> {
    let bytes = logo::read_file(path).map_err(|error| window.say(&error))?;
    window.act(|coalition, now| coalition.set_logo(organization, &bytes, permitted_by, permitted_on, now))
}

/// Says anew who permitted a logo, and when.
pub fn set_logo_permission(
    window: &Window,
    organization_id: OrganizationId,
    permitted_by: String,
    permitted_on: String,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| {
        coalition.set_logo_permission(organization_id, &permitted_by, &permitted_on, now)
    })
}

/// Takes an organization's logo away.
pub fn remove_logo(window: &Window, organization_id: OrganizationId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_logo(organization_id, now))
}

/// The picture of a logo as an address that holds it; nothing where no logo has it.
pub fn get_logo_picture(window: &Window, picture: String) -> Answer<Option<String>> {
    let png = window.ask(|coalition, _| coalition.get_logo_picture(&picture))?;
    Ok(png.as_deref().map(picture_address))
}

/// Organizations that a name may already be.
pub fn recognize(window: &Window, name: String) -> Answer<Recognized> {
    window.ask(|coalition, language| Ok(Recognized::new(&coalition.recognize(&name)?, language)))
}

// People ----------------------------------------------------------------------------------------------------------

/// A part of the list of people.
pub fn list_people(
    window: &Window,
    filter: PersonFilter,
    sort: PersonSort,
    offset: usize,
    limit: usize,
) -> Answer<PersonPage> {
    window.ask(|coalition, _| coalition.list_people(&filter, sort, offset, limit))
}

/// The ids of all people that a filter finds, in order.
pub fn list_person_ids(window: &Window, filter: PersonFilter, sort: PersonSort) -> Answer<Vec<PersonId>> {
    window.ask(|coalition, _| coalition.list_person_ids(&filter, sort))
}

/// The rows of these people.
pub fn list_person_rows(window: &Window, ids: Vec<PersonId>) -> Answer<Vec<PersonRow>> {
    window.ask(|coalition, _| coalition.list_person_rows(&ids))
}

/// Everything about one person.
pub fn get_person(window: &Window, id: PersonId) -> Answer<PersonDetail> {
    window.ask(|coalition, _| coalition.get_person_detail(id))
}

/// People who may be the one that is being typed.
pub fn find_person_twins(
    window: &Window,
    name: String,
    emails: Vec<String>,
    except: Option<PersonId>,
) -> Answer<Vec<PersonTwin>> {
    window.ask(|coalition, _| coalition.find_person_twins(&name, &emails, except))
}

/// Adds a person.
pub fn add_person(window: &Window, fields: PersonFields) -> Answer<Applied<PersonId>> {
    window.act(|coalition, now| coalition.add_person(&fields, now))
}

/// Changes a person.
pub fn set_person(window: &Window, id: PersonId, fields: PersonFields) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_person(id, &fields, now))
}

/// Sets one field of people to what was typed.
pub fn set_person_field(
    window: &Window,
    ids: Vec<PersonId>,
    field: PersonField,
    value: String,
    progress: Reported,
) -> Answer<Applied<usize>> {
    let mut watch = window.watch(progress);
    window.back_up_for(ids.len());
    window.act(|coalition, now| coalition.set_person_field_watched(&ids, field, &value, now, &mut watch))
}

/// Removes people.
pub fn remove_people(window: &Window, ids: Vec<PersonId>) -> Answer<Applied<usize>> {
    window.back_up_for(ids.len());
    window.act(|coalition, now| coalition.remove_people(&ids, now))
}

/// What a merge of two people would do.
pub fn plan_person_merge(
    window: &Window,
    keep: PersonId,
    drop: PersonId,
    name: Side,
) -> Answer<PersonMergePlan> {
    window.ask(|coalition, _| coalition.plan_person_merge(keep, drop, name))
}

/// Merges a person into another.
pub fn merge_people(
    window: &Window,
    keep: PersonId,
    drop: PersonId,
    name: Side,
) -> Answer<Applied<PersonId>> {
    window.act_backed_up(|coalition, now| coalition.merge_people(keep, drop, name, now))
}

/// Whom the page wants to be forgotten.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
#[ts(export, export_to = "forgetting/")]
pub enum Whom {
    /// A person.
    Person(PersonId),
    /// All who are at an organization and nowhere else.
    ContactsOf(OrganizationId),
}

impl From<Whom> for Forgotten {
    fn from(whom: Whom) -> Self {
        match whom {
            Whom::Person(id) => Self::Person(id),
            Whom::ContactsOf(id) => Self::ContactsOf(id),
        }
    }
}

/// What forgetting would take.
pub fn plan_forgetting(window: &Window, who: Whom) -> Answer<Taken> {
    let now = window.app().now();
    window.on_file(|coalition, backups| coalition.plan_forgetting(who.into(), backups, now))
}

/// Forgets a person, or the contacts of an organization, everywhere in the file. It can't be undone: everything is to be asked anew.
pub fn forget(window: &Window, who: Whom) -> Answer<Taken> {
    let now = window.app().now();
    let taken = window.on_file(|coalition, backups| coalition.forget(who.into(), backups, now))?;
    window.forget_shown();
    Ok(taken)
}

// Finding and filters ---------------------------------------------------------------------------------------------

/// Organizations, people and letters by what was typed.
pub fn search(window: &Window, query: String, limit: usize) -> Answer<Vec<Hit>> {
    window.ask(|coalition, _| coalition.search(&query, limit))
}

/// What filters offer to choose from.
pub fn list_filter_choices(window: &Window) -> Answer<FilterChoices> {
    window.ask(|coalition, _| FilterChoices::new(coalition))
}

/// The saved filters, by name.
pub fn list_filters(window: &Window) -> Answer<Vec<SavedFilter>> {
    window.ask(|coalition, _| coalition.list_filters())
}

/// Keeps a filter under a name.
pub fn save_filter(window: &Window, name: String, filter: Filter) -> Answer<Applied<FilterId>> {
    window.act(|coalition, now| coalition.save_filter(&name, &filter, now))
}

/// Forgets a saved filter.
pub fn remove_filter(window: &Window, id: FilterId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_filter(id, now))
}

/// Puts rows on the clipboard as a table that Sheets and Excel take up, as it shows; gives back how many rows.
pub fn copy_table(window: &Window, headings: Vec<String>, rows: Vec<Vec<String>>) -> Answer<usize> {
    let (text, html) = (table::text(&headings, &rows), table::html(&headings, &rows));
    window.copy(&text, Some(&html))?;
    Ok(rows.len())
}

/// Asks where, and saves rows of a table as they are shown: as a workbook, or as CSV where the name ends so.
pub fn save_table(
    window: &Window,
    name: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
) -> Answer<Option<String>> {
    // The name comes from the page: nothing of it may lead elsewhere.
    let name: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || " -_".contains(c) {
                c
            } else {
                '-'
            }
        })
        .take(80)
        .collect();
    let dialog = SaveAs::named(format!("{}.xlsx", name.trim()))
        .kind(FileKind::of("XLSX", &["xlsx"]))
        .kind(FileKind::of("CSV", &["csv"]));
    let Some(path) = window.host().pick_destination(&dialog) else {
        return Ok(None);
    };
    let is_csv = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let bytes = if is_csv {
        table::csv(&headings, &rows)
    } else {
        table::xlsx(&headings, &rows).map_err(|error| window.say(&error))?
    };
    window.write(&path, &bytes).map(Some)
}

// Duplicates ------------------------------------------------------------------------------------------------------

/// Searches for organizations that are likely the same. It runs beside everything else, and can be cancelled.
pub fn find_duplicates(window: &Window, progress: Reported) -> Answer<DuplicatesView> {
    let mut watch = window.watch(progress);
    let search = window.ask(|coalition, _| coalition.duplicate_search())?;
    let found = search.run(LIKELY_ENOUGH, &mut watch);
    let found = found.map_err(|error| window.say(&error))?;
    window.ask(|coalition, language| DuplicatesView::new(coalition, &found, language))
}

/// Remembers that two organizations are not the same.
pub fn keep_apart(window: &Window, one: OrganizationId, other: OrganizationId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.keep_apart(one, other, now))
}

/// What a merge would do.
pub fn plan_merge(
    window: &Window,
    keep: OrganizationId,
    drop: OrganizationId,
    choices: MergeChoices,
) -> Answer<MergePlan> {
    window.ask(|coalition, _| coalition.plan_merge(keep, drop, &choices))
}

/// Merges an organization into another.
pub fn merge_organizations(
    window: &Window,
    keep: OrganizationId,
    drop: OrganizationId,
    choices: MergeChoices,
) -> Answer<Applied<OrganizationId>> {
    window.act_backed_up(|coalition, now| coalition.merge_organizations(keep, drop, &choices, now))
}
