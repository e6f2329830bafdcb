/// What the window asks of the core about organizations and people: lists, filters, duplicates, merges.
import type { Applied, Progress } from '$bindings/app';
import type { DuplicatesView } from '$bindings/duplicates';
import type { Filter, FilterChoices, SavedFilter } from '$bindings/filters';
import type { Hit } from '$bindings/finding';
import type { MergeChoices, MergePlan, PersonMergePlan, Side } from '$bindings/merge';
import type {
  OrganizationDetail,
  OrganizationFields,
  OrganizationFilter,
  OrganizationPage,
  OrganizationRow,
  OrganizationSort,
} from '$bindings/organizations';
import type {
  ContactFields,
  PersonDetail,
  PersonFields,
  PersonFilter,
  PersonPage,
  PersonRow,
  PersonSort,
  PersonTwin,
} from '$bindings/people';
import type { Recognized } from '$bindings/recognizing';
import type { OrganizationField, PersonField } from '$bindings/words';

import { invoke, progress } from '../host';

export const listOrganizations = (
  filter: OrganizationFilter,
  sort: OrganizationSort,
  offset: number,
  limit: number,
) => invoke<OrganizationPage>('list_organizations', { filter, sort, offset, limit });
/// The ids of all organizations that a filter finds, in order.
export const listOrganizationIds = (filter: OrganizationFilter, sort: OrganizationSort) =>
  invoke<number[]>('list_organization_ids', { filter, sort });
export const listOrganizationRows = (ids: number[]) =>
  invoke<OrganizationRow[]>('list_organization_rows', { ids });
/// The first organizations that a text finds, by name.
export const findOrganizations = (text: string, limit: number) =>
  listOrganizations({ ...anyOrganization, text }, { column: 'name', reversed: false }, 0, limit);
export const getOrganization = (id: number) => invoke<OrganizationDetail>('get_organization', { id });
/// With the person to write to there, when one is named.
export const addOrganization = (fields: OrganizationFields, contact: ContactFields | null = null) =>
  invoke<Applied<number>>('add_organization', { fields, contact });
export const setOrganization = (id: number, fields: OrganizationFields) =>
  invoke<Applied<null>>('set_organization', { id, fields });
/// Those on a letter stay; how many went.
export const removeOrganizations = (ids: number[]) =>
  invoke<Applied<number>>('remove_organizations', { ids });
/// Who permitted that a logo is printed, and on which day; an empty one is today.
export interface LogoPermission {
  permittedBy: string;
  permittedOn: string;
}
/// Asks for a picture with the system's dialog; null when the person cancels.
export const chooseLogo = (organizationId: number, fields: LogoPermission) =>
  invoke<Applied<null> | null>('choose_logo', { organizationId, ...fields });
/// Takes a picture that was let go over the window as a logo.
export const setLogoAt = (organizationId: number, path: string, fields: LogoPermission) =>
  invoke<Applied<null>>('set_logo_at', { organizationId, path, ...fields });
export const setLogoPermission = (organizationId: number, fields: LogoPermission) =>
  invoke<Applied<null>>('set_logo_permission', { organizationId, ...fields });
export const removeLogo = (organizationId: number) =>
  invoke<Applied<null>>('remove_logo', { organizationId });
/// The picture of a logo as an address that holds it; null where no logo has it.
export const getLogoPicture = (picture: string) => invoke<string | null>('get_logo_picture', { picture });
/// Organizations that a name may already be.
export const recognize = (name: string) => invoke<Recognized>('recognize', { name });
export const search = (query: string, limit: number) => invoke<Hit[]>('search', { query, limit });
/// Sets one field of organizations to what was typed; an empty value empties it. One step to undo, however many.
export const setOrganizationField = (
  ids: number[],
  field: OrganizationField,
  value: string,
  onprogress: (progress: Progress) => void = () => {},
) =>
  invoke<Applied<number>>('set_organization_field', {
    ids,
    field,
    value,
    progress: progress(onprogress),
  });
/// Puts organizations under others: pairs of the parent and the one below it.
export const setParents = (pairs: [number, number][]) => invoke<Applied<number>>('set_parents', { pairs });

export const listPeople = (filter: PersonFilter, sort: PersonSort, offset: number, limit: number) =>
  invoke<PersonPage>('list_people', { filter, sort, offset, limit });
/// The ids of all people that a filter finds, in order.
export const listPersonIds = (filter: PersonFilter, sort: PersonSort) =>
  invoke<number[]>('list_person_ids', { filter, sort });
export const listPersonRows = (ids: number[]) => invoke<PersonRow[]>('list_person_rows', { ids });
export const getPerson = (id: number) => invoke<PersonDetail>('get_person', { id });
/// People who may be the one that is being typed.
export const findPersonTwins = (name: string, emails: string[], except: number | null) =>
  invoke<PersonTwin[]>('find_person_twins', { name, emails, except });
export const addPerson = (fields: PersonFields) => invoke<Applied<number>>('add_person', { fields });
export const setPerson = (id: number, fields: PersonFields) =>
  invoke<Applied<null>>('set_person', { id, fields });
/// Sets one field of people to what was typed. One step to undo, however many.
export const setPersonField = (
  ids: number[],
  field: PersonField,
  value: string,
  onprogress: (progress: Progress) => void = () => {},
) =>
  invoke<Applied<number>>('set_person_field', {
    ids,
    field,
    value,
    progress: progress(onprogress),
  });
export const removePeople = (ids: number[]) => invoke<Applied<number>>('remove_people', { ids });
/// What a merge of two people would do, with the name of one of them.
export const planPersonMerge = (keep: number, drop: number, name: Side) =>
  invoke<PersonMergePlan>('plan_person_merge', { keep, drop, name });
/// Merges the person `drop` into `keep`; the id of the one who stays.
export const mergePeople = (keep: number, drop: number, name: Side) =>
  invoke<Applied<number>>('merge_people', { keep, drop, name });

/// A filter that leaves everybody in.
export const anyPerson: PersonFilter = {
  text: '',
  organizationId: null,
  states: [],
  languages: [],
  tags: [],
  maySign: null,
  primary: null,
  current: null,
  doNotContact: null,
  hasEmail: null,
  hasPhone: null,
  importId: null,
};

/// Searches for organizations that are likely the same, and tells how far it is. `cancelWork` stops it.
export const findDuplicates = (onprogress: (progress: Progress) => void) =>
  invoke<DuplicatesView>('find_duplicates', { progress: progress(onprogress) });
export const cancelWork = () => invoke<null>('cancel_work');
/// Remembers that two organizations are not the same.
export const keepApart = (one: number, other: number) => invoke<Applied<null>>('keep_apart', { one, other });
/// What a merge would do, with what was chosen so far.
export const planMerge = (keep: number, drop: number, choices: MergeChoices) =>
  invoke<MergePlan>('plan_merge', { keep, drop, choices });
/// Merges `drop` into `keep`; the id of the one that stays.
export const mergeOrganizations = (keep: number, drop: number, choices: MergeChoices) =>
  invoke<Applied<number>>('merge_organizations', { keep, drop, choices });

/// The filter that finds every organization.
export const anyOrganization: OrganizationFilter = {
  text: '',
  scopes: [],
  kinds: [],
  memberships: [],
  states: [],
  countries: [],
  tags: [],
  parentId: null,
  standing: null,
  hasPerson: null,
  hasSigner: null,
  askFirst: null,
  leadDaysMost: null,
  signedLeast: null,
  quietSince: null,
  letter: null,
  containing: [],
  texts: [],
  importId: null,
};
/// What filters offer to choose from.
export const listFilterChoices = () => invoke<FilterChoices>('list_filter_choices');
export const listFilters = () => invoke<SavedFilter[]>('list_filters');
/// Keeps a filter under a name; one of that name is replaced.
export const saveFilter = (name: string, filter: Filter) =>
  invoke<Applied<number>>('save_filter', { name, filter });
export const removeFilter = (id: number) => invoke<Applied<null>>('remove_filter', { id });
