// Written by `cargo xtask bindings`: change the types in Rust.
import type { AffiliationId, AliasId, ImportId, LetterId, OrganizationId, PersonId, SignOnId } from "./ids";
import type { AliasKind, Membership, OrganizationColumn, OrganizationKind, OrganizationText, Scope, Standing, Status, TextField } from "./words";

/**
 * Another name of an organization.
 */
export type Alias = {
/**
 * Its id.
 */
id: AliasId,
/**
 * The name.
 */
name: string,
/**
 * What kind of name it is.
 */
kind: AliasKind, };

/**
 * An alias as it is given.
 */
export type AliasFields = {
/**
 * The name.
 */
name: string,
/**
 * What kind of name it is.
 */
kind: AliasKind, };

/**
 * How an organization answers.
 */
export type Answers = {
/**
 * On how many letters it was asked.
 */
asked: number,
/**
 * How many of those it answered: said yes, confirmed, declined, withdrew.
 */
answered: number,
/**
 * How many it has confirmed.
 */
confirmed: number,
/**
 * The days from the asking to the answer: the middle one of all.
 */
days: number | null, };

/**
 * A text within a field, case aside.
 */
export type Containing = {
/**
 * The field.
 */
field: TextField,
/**
 * What it contains.
 */
text: string, };

/**
 * Where organizations stand on a letter.
 */
export type LetterFilter = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Their status is one of these; any when there is none.
 */
statuses: Array<Status>,
/**
 * Those for which this is not so.
 */
absent: boolean, };

/**
 * An organization's logo.
 */
export type Logo = {
/**
 * What the picture is kept under: its SHA-256, in lower-case hexadecimal.
 */
picture: string,
/**
 * Its width in pixels.
 */
width: number,
/**
 * Its height in pixels.
 */
height: number,
/**
 * Who permitted that it is printed.
 */
permittedBy: string,
/**
 * On which day, `2020-12-15`.
 */
permittedOn: string, };

/**
 * An organization.
 */
export type Organization = {
/**
 * Its id.
 */
id: OrganizationId,
/**
 * Its official name.
 */
name: string,
/**
 * How it prints on letters unless a letter says otherwise; None for its name.
 */
printsAs: string | null,
/**
 * What it is sorted by; None for its name.
 */
sortAs: string | null,
/**
 * How far its work reaches.
 */
scope: Scope | null,
/**
 * What kind of body it is.
 */
kind: OrganizationKind | null,
/**
 * The organization that it is a chapter or affiliate of.
 */
parent: OrganizationRef | null,
/**
 * City, or empty.
 */
city: string,
/**
 * State or region, a postal code where there is one, or empty.
 */
state: string,
/**
 * Country, or empty.
 */
country: string,
/**
 * Its site on the web, as it was typed, or empty.
 */
website: string,
/**
 * What it is to the coalition.
 */
membership: Membership | null,
/**
 * How it signs.
 */
signing: SigningHabits,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * Its other names.
 */
aliases: Array<Alias>,
/**
 * Its tags, in order.
 */
tags: Array<string>,
/**
 * A word of the coalition's own that organizations are grouped and counted by: district, region, chapter area.
 */
district: string,
/**
 * Who of the coalition talks to it.
 */
owner: string, };

/**
 * Everything about one organization.
 */
export type OrganizationDetail = {
/**
 * The organization.
 */
organization: Organization,
/**
 * The people there: the one to write to first, those who left last.
 */
people: Array<OrganizationPerson>,
/**
 * The letters that it stands on, latest first.
 */
letters: Array<OrganizationLetter>,
/**
 * Its chapters and affiliates.
 */
children: Array<OrganizationRef>,
/**
 * Its family as a tree, with itself in it; empty when it stands alone.
 */
family: Array<OrganizationNode>,
/**
 * How many more the family has than are shown.
 */
familyMore: number,
/**
 * How it answers.
 */
answers: Answers,
/**
 * When something was last heard or asked, ISO 8601 in UTC.
 */
lastContact: string | null,
/**
 * How many letters it leads.
 */
leads: number,
/**
 * Its logo.
 */
logo: Logo | null, };

/**
 * All that can be said of an organization. What is left out is empty.
 */
export type OrganizationFields = {
/**
 * Its official name.
 */
name: string,
/**
 * How it prints on letters; None or empty for its name.
 */
printsAs: string | null,
/**
 * What it is sorted by; None or empty for its name.
 */
sortAs: string | null,
/**
 * How far its work reaches.
 */
scope: Scope | null,
/**
 * What kind of body it is.
 */
kind: OrganizationKind | null,
/**
 * The organization that it is a chapter or affiliate of.
 */
parentId: OrganizationId | null,
/**
 * City.
 */
city: string,
/**
 * State or region.
 */
state: string,
/**
 * Country.
 */
country: string,
/**
 * Its site on the web.
 */
website: string,
/**
 * What it is to the coalition.
 */
membership: Membership | null,
/**
 * How it signs.
 */
signing: SigningHabits,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * Its other names.
 */
aliases: Array<AliasFields>,
/**
 * Its tags.
 */
tags: Array<string>,
/**
 * A word of the coalition's own that organizations are grouped and counted by: district, region, chapter area.
 */
district: string,
/**
 * Who of the coalition talks to it.
 */
owner: string, };

/**
 * Which organizations; what is left empty does not narrow them. Within a list one of its values is enough (of the tags
 * all); between fields all must hold.
 */
export type OrganizationFilter = {
/**
 * What the box of the list finds.
 */
text: string,
/**
 * Scopes.
 */
scopes: Array<Scope>,
/**
 * Types.
 */
kinds: Array<OrganizationKind>,
/**
 * Memberships.
 */
memberships: Array<Membership>,
/**
 * States or regions, as they are kept; an empty one stands for those without.
 */
states: Array<string>,
/**
 * Countries, as they are kept; an empty one stands for those without.
 */
countries: Array<string>,
/**
 * All of these tags.
 */
tags: Array<string>,
/**
 * Directly under this organization.
 */
parentId: OrganizationId | null,
/**
 * Where they stand in a family.
 */
standing: Standing | null,
/**
 * Whether somebody to write to is known there.
 */
hasPerson: boolean | null,
/**
 * Whether somebody who may sign is known there.
 */
hasSigner: boolean | null,
/**
 * Whether they want a word before.
 */
askFirst: boolean | null,
/**
 * They decide within so many days.
 */
leadDaysMost: number | null,
/**
 * They have confirmed at least so many letters.
 */
signedLeast: number | null,
/**
 * Nothing was heard or asked since this day, ISO 8601.
 */
quietSince: string | null,
/**
 * Where they stand on a letter.
 */
letter: LetterFilter | null,
/**
 * Texts within fields.
 */
containing: Array<Containing>,
/**
 * Fields of text that have one of some values each.
 */
texts: Array<TextValues>,
/**
 * Which came with this import, or were found by it.
 */
importId: ImportId | null, };

/**
 * What an organization did on a letter.
 */
export type OrganizationLetter = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * The sign-on.
 */
signOnId: SignOnId,
/**
 * The status of the sign-on.
 */
status: Status,
/**
 * The name on that letter.
 */
printsAs: string,
/**
 * When it was first asked, ISO 8601 in UTC.
 */
askedAt: string | null,
/**
 * When it was decided, ISO 8601 in UTC.
 */
decidedAt: string | null, };

/**
 * A member of a family, in the order of the tree.
 */
export type OrganizationNode = {
/**
 * The organization.
 */
id: OrganizationId,
/**
 * Its name.
 */
name: string,
/**
 * How deep it stands; the head of the family at 0.
 */
depth: number, };

/**
 * A part of the list of organizations.
 */
export type OrganizationPage = {
/**
 * How many there are in all.
 */
total: number,
/**
 * Those of this part.
 */
rows: Array<OrganizationRow>, };

/**
 * Somebody at an organization.
 */
export type OrganizationPerson = {
/**
 * The affiliation.
 */
affiliationId: AffiliationId,
/**
 * The person.
 */
personId: PersonId,
/**
 * Their name.
 */
name: string,
/**
 * Their pronouns, or empty.
 */
pronouns: string,
/**
 * What they are there, or empty.
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
 * Whether they are the one to write to.
 */
primary: boolean,
/**
 * Whether they want to hear nothing.
 */
doNotContact: boolean, };

/**
 * An organization by id and name, where no more is needed.
 */
export type OrganizationRef = {
/**
 * Its id.
 */
id: OrganizationId,
/**
 * Its official name.
 */
name: string, };

/**
 * A row of the list of organizations.
 */
export type OrganizationRow = {
/**
 * Its id.
 */
id: OrganizationId,
/**
 * Its official name.
 */
name: string,
/**
 * How it prints, when that is not its name.
 */
printsAs: string | null,
/**
 * Its other names, joined by semicolons.
 */
aliases: string,
/**
 * City and state, joined by a comma.
 */
place: string,
/**
 * City.
 */
city: string,
/**
 * State or region.
 */
state: string,
/**
 * Country.
 */
country: string,
/**
 * How far its work reaches.
 */
scope: Scope | null,
/**
 * What kind of body it is.
 */
kind: OrganizationKind | null,
/**
 * What it is to the coalition.
 */
membership: Membership | null,
/**
 * The organization above it.
 */
parentId: OrganizationId | null,
/**
 * The name of the organization above it.
 */
parent: string | null,
/**
 * Its site.
 */
website: string,
/**
 * Its tags.
 */
tags: Array<string>,
/**
 * Who decides there.
 */
decides: string,
/**
 * How many days a decision takes.
 */
leadDays: number | null,
/**
 * The topics that it never signs.
 */
neverSigns: string,
/**
 * Whether it wants a word before.
 */
askFirst: boolean,
/**
 * The person to write to there.
 */
contact: string | null,
/**
 * On how many letters it stands, whatever its status.
 */
letters: number,
/**
 * How many it has confirmed.
 */
signed: number,
/**
 * When something was last heard or asked, ISO 8601 in UTC.
 */
lastContact: string | null,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * A word of the coalition's own that organizations are grouped and counted by: district, region, chapter area.
 */
district: string,
/**
 * Who of the coalition talks to it.
 */
owner: string, };

/**
 * By what the list is sorted.
 */
export type OrganizationSort = {
/**
 * The column.
 */
column: OrganizationColumn,
/**
 * The other way round.
 */
reversed: boolean, };

/**
 * The texts of an organization; what is not said is empty.
 */
export type OrganizationTexts = {
/**
 * A word of the coalition's own that organizations are grouped and counted by: district, region, chapter area.
 */
district: string,
/**
 * Who of the coalition talks to it.
 */
owner: string, };

/**
 * How an organization signs.
 */
export type SigningHabits = {
/**
 * Who decides there: "the board", a name, or empty.
 */
decides: string,
/**
 * How many days a decision takes.
 */
leadDays: number | null,
/**
 * The topics that it never signs, or empty.
 */
neverSigns: string,
/**
 * Whether it wants a word before it is put on a letter.
 */
askFirst: boolean, };

/**
 * Some values of a field of text.
 */
export type TextValues = {
/**
 * The field.
 */
field: OrganizationText,
/**
 * The values, case aside; an empty one stands for those that say nothing there.
 */
values: Array<string>, };
