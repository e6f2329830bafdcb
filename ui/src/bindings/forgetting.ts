// Written by `cargo xtask bindings`: change the types in Rust.
import type { OrganizationId, PersonId } from "./ids";

/**
 * What forgetting takes, counted before or after.
 */
export type Taken = {
/**
 * People, with their addresses, roles and tags.
 */
people: number,
/**
 * Sign-ons of people who signed for themselves: these go, with what they rest on.
 */
signOns: number,
/**
 * Other texts that name them, in which the name is struck out: signers, evidence, outreach, notes, the history.
 */
texts: number,
/**
 * Files that are kept as evidence or as the source of an import, and name them.
 */
files: number,
/**
 * Editions that were frozen with them.
 */
editions: number,
/**
 * Steps that can no longer be undone or done again.
 */
undoSteps: number,
/**
 * Backups and earlier copies that still hold them.
 */
copies: Array<string>,
/**
 * Whether somebody else has the same name: then only what certainly means this person is taken.
 */
namesake: boolean, };

/**
 * Whom the page wants to be forgotten.
 */
export type Whom = { "kind": "person", "id": PersonId } | { "kind": "contactsOf", "id": OrganizationId };
