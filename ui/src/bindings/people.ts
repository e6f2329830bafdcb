// Written by `cargo xtask bindings`: change the types in Rust.
import type { AffiliationId, ImportId, LetterId, OrganizationId, PersonId } from "./ids";
import type { OrganizationRef } from "./organizations";
import type { ContactKind, PersonColumn, Status } from "./words";

/**
 * An affiliation as it is given. With the id of one that is there, that one is changed.
 */
export type AffiliationFields = {
/**
 * The affiliation that is meant; None for a new one.
 */
id: AffiliationId | null,
/**
 * The organization.
 */
organizationId: OrganizationId,
/**
 * What they are there.
 */
role: string,
/**
 * Since when: 2019, 2019-05 or 2019-05-12.
 */
since: string | null,
/**
 * Until when.
 */
until: string | null,
/**
 * Whether they may sign for it.
 */
maySign: boolean,
/**
 * Whether they are the one to write to there; whoever was, is no longer.
 */
primary: boolean, };

/**
 * The person to write to at an organization that is being added.
 */
export type ContactFields = {
/**
 * Their name as they write it.
 */
name: string,
/**
 * What they are there.
 */
role: string,
/**
 * Their email.
 */
email: string,
/**
 * Their phone.
 */
phone: string,
/**
 * Whether they may sign for it.
 */
maySign: boolean, };

/**
 * An email or a phone, as it was typed.
 */
export type ContactPoint = {
/**
 * What it is.
 */
kind: ContactKind,
/**
 * The address or number.
 */
value: string,
/**
 * Whether it is the one to use; at most one of each kind is.
 */
preferred: boolean, };

/**
 * A person.
 */
export type Person = {
/**
 * Their id.
 */
id: PersonId,
/**
 * Their name as they write it.
 */
name: string,
/**
 * What they are sorted by; None for their surname.
 */
sortAs: string | null,
/**
 * Their pronouns, or empty.
 */
pronouns: string,
/**
 * Their languages as BCP 47 tags, the preferred one first.
 */
languages: Array<string>,
/**
 * Whether they want to hear nothing.
 */
doNotContact: boolean,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * Emails and phones, the preferred ones first.
 */
contactPoints: Array<ContactPoint>,
/**
 * Where they are and were.
 */
affiliations: Array<PersonAffiliation>,
/**
 * Their tags, in order.
 */
tags: Array<string>, };

/**
 * A person at an organization.
 */
export type PersonAffiliation = {
/**
 * Its id.
 */
id: AffiliationId,
/**
 * The organization.
 */
organization: OrganizationRef,
/**
 * What they are there, or empty.
 */
role: string,
/**
 * Since when: 2019, 2019-05 or 2019-05-12.
 */
since: string | null,
/**
 * Until when.
 */
until: string | null,
/**
 * Whether they may sign for it.
 */
maySign: boolean,
/**
 * Whether they are the one to write to there; at most one at an organization is.
 */
primary: boolean, };

/**
 * Everything about one person.
 */
export type PersonDetail = {
/**
 * The person.
 */
person: Person,
/**
 * The letters of their organizations, and those that they signed for themselves; latest first.
 */
letters: Array<PersonLetter>, };

/**
 * All that can be said of a person. What is left out is empty.
 */
export type PersonFields = {
/**
 * Their name as they write it.
 */
name: string,
/**
 * What they are sorted by; None or empty for their surname.
 */
sortAs: string | null,
/**
 * Their pronouns.
 */
pronouns: string,
/**
 * Their languages as BCP 47 tags, the preferred one first.
 */
languages: Array<string>,
/**
 * Whether they want to hear nothing.
 */
doNotContact: boolean,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * Emails and phones.
 */
contactPoints: Array<ContactPoint>,
/**
 * Where they are and were.
 */
affiliations: Array<AffiliationFields>,
/**
 * Their tags.
 */
tags: Array<string>, };

/**
 * Which people; what is left empty does not narrow them. Within a list one of its values is enough (of the tags all).
 */
export type PersonFilter = {
/**
 * What the box of the list finds: by themselves or by their organization.
 */
text: string,
/**
 * At this organization, now or before.
 */
organizationId: OrganizationId | null,
/**
 * At organizations in these states or regions.
 */
states: Array<string>,
/**
 * Who speak one of these languages.
 */
languages: Array<string>,
/**
 * All of these tags.
 */
tags: Array<string>,
/**
 * Whether they may sign somewhere.
 */
maySign: boolean | null,
/**
 * Whether they are the one to write to somewhere.
 */
primary: boolean | null,
/**
 * Whether they are still somewhere.
 */
current: boolean | null,
/**
 * Whether they want to hear nothing.
 */
doNotContact: boolean | null,
/**
 * Whether an email is known.
 */
hasEmail: boolean | null,
/**
 * Whether a phone is known.
 */
hasPhone: boolean | null,
/**
 * Who came with this import, or were found by it.
 */
importId: ImportId | null, };

/**
 * What a person had to do with a letter.
 */
export type PersonLetter = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * The name of the organization on it, or their own.
 */
name: string,
/**
 * Where that sign-on stands.
 */
status: Status,
/**
 * Whether they sign it.
 */
signs: boolean,
/**
 * Whether they gave the answer.
 */
authorized: boolean,
/**
 * When it was decided, ISO 8601 in UTC.
 */
decidedAt: string | null, };

/**
 * A part of the list of people.
 */
export type PersonPage = {
/**
 * How many there are in all.
 */
total: number,
/**
 * Those of this part.
 */
rows: Array<PersonRow>, };

/**
 * A person by name.
 */
export type PersonRef = {
/**
 * Their id.
 */
id: PersonId,
/**
 * Their name.
 */
name: string, };

/**
 * A row of the list of people.
 */
export type PersonRow = {
/**
 * Their id.
 */
id: PersonId,
/**
 * Their name.
 */
name: string,
/**
 * Their pronouns.
 */
pronouns: string,
/**
 * The organization where they are.
 */
organizationId: OrganizationId | null,
/**
 * Its name.
 */
organization: string | null,
/**
 * At how many organizations they are or were.
 */
organizations: number,
/**
 * Their role there.
 */
role: string,
/**
 * The email to write to.
 */
email: string | null,
/**
 * The phone to call.
 */
phone: string | null,
/**
 * Their languages, the preferred one first.
 */
languages: Array<string>,
/**
 * Whether they may sign somewhere.
 */
maySign: boolean,
/**
 * Whether they are the one to write to somewhere.
 */
primary: boolean,
/**
 * Whether they want to hear nothing.
 */
doNotContact: boolean,
/**
 * Their tags.
 */
tags: Array<string>,
/**
 * What the coordinator wants to remember.
 */
note: string, };

/**
 * By what the list is sorted.
 */
export type PersonSort = {
/**
 * The column.
 */
column: PersonColumn,
/**
 * The other way round.
 */
reversed: boolean, };

/**
 * Somebody in the coalition who may be the one that is being typed.
 */
export type PersonTwin = {
/**
 * The person.
 */
id: PersonId,
/**
 * Their name.
 */
name: string,
/**
 * Where they are, or empty.
 */
organization: string,
/**
 * Whether it is an email that both have; else it is the name.
 */
sameEmail: boolean, };
