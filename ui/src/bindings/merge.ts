// Written by `cargo xtask bindings`: change the types in Rust.
import type { LetterId, SignOnId } from "./ids";
import type { OrganizationRow } from "./organizations";
import type { PersonRow } from "./people";
import type { OrganizationField, Status } from "./words";

/**
 * Whose value a field takes.
 */
export type FieldChoice = {
/**
 * The field.
 */
field: OrganizationField,
/**
 * Whose value.
 */
take: Side, };

/**
 * What a person chose where a merge collides. What is left out stays as the plan has it.
 */
export type MergeChoices = {
/**
 * Whose value a field takes.
 */
fields: Array<FieldChoice>,
/**
 * Whose sign-on stays on a letter.
 */
signOns: Array<SignOnChoice>, };

/**
 * A letter on which both stand: one sign-on stays, with the evidence of both.
 */
export type MergeCollision = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * The kept one's sign-on.
 */
keep: MergeSignOn,
/**
 * The dropped one's sign-on.
 */
drop: MergeSignOn,
/**
 * Which stays: the firmer one, or as chosen.
 */
taken: Side, };

/**
 * A field in which the two differ.
 */
export type MergeField = {
/**
 * The field.
 */
field: OrganizationField,
/**
 * What the kept one has, as it shows; empty when nothing.
 */
keep: string,
/**
 * What the dropped one has.
 */
drop: string,
/**
 * Whose value is taken: the kept one's unless it is empty, or as chosen.
 */
taken: Side,
/**
 * Whether both have a value, so that one is lost and a person should look.
 */
collides: boolean, };

/**
 * What a merge moves and what collides.
 */
export type MergePlan = {
/**
 * The one that is kept, as it is now.
 */
keep: OrganizationRow,
/**
 * The one that is dropped.
 */
drop: OrganizationRow,
/**
 * The fields in which they differ.
 */
fields: Array<MergeField>,
/**
 * The names that become aliases of the kept one.
 */
aliases: Array<string>,
/**
 * The people who move, by name and role.
 */
people: Array<string>,
/**
 * The people who are at both in the same role: their affiliations become one.
 */
joined: Array<string>,
/**
 * The letters whose sign-on moves.
 */
letters: Array<string>,
/**
 * The letters whose lead moves.
 */
leads: Array<string>,
/**
 * The chapters and affiliates that move.
 */
children: Array<string>,
/**
 * The tags that are added.
 */
tags: Array<string>,
/**
 * The letters on which both stand.
 */
collisions: Array<MergeCollision>, };

/**
 * A sign-on as it stands before a merge.
 */
export type MergeSignOn = {
/**
 * The sign-on.
 */
id: SignOnId,
/**
 * Its status.
 */
status: Status,
/**
 * The name it prints.
 */
printsAs: string,
/**
 * Who signs, or empty.
 */
signer: string,
/**
 * When it was decided, ISO 8601 in UTC.
 */
decidedAt: string | null,
/**
 * How many pieces of evidence it rests on.
 */
evidence: number, };

/**
 * What a merge of two people does.
 */
export type PersonMergePlan = {
/**
 * The one that is kept, as they are now.
 */
keep: PersonRow,
/**
 * The one that is dropped.
 */
drop: PersonRow,
/**
 * Whose spelling of the name is taken.
 */
name: Side,
/**
 * The emails and phones that the kept one gets.
 */
addresses: Array<string>,
/**
 * The organizations where the kept one is then too, each with the role there.
 */
places: Array<string>,
/**
 * The organizations where both are in the same role: one entry is made of the two.
 */
joined: Array<string>,
/**
 * The tags that are added.
 */
tags: Array<string>,
/**
 * The letters on which the dropped one is the one to write to.
 */
letters: Array<string>,
/**
 * What the dropped one has and the kept one says otherwise: it goes.
 */
lost: Array<string>, };

/**
 * Which of two organizations.
 */
export type Side = "keep" | "drop";

/**
 * Whose sign-on stays on a letter.
 */
export type SignOnChoice = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Whose sign-on.
 */
take: Side, };
