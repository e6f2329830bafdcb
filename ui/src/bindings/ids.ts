// Written by `cargo xtask bindings`: change the types in Rust.

/**
 * A person at an organization.
 */
export type AffiliationId = number;

/**
 * An alias of an organization.
 */
export type AliasId = number;

/**
 * An email or a phone of a person.
 */
export type ContactPointId = number;

/**
 * A deadline that was moved.
 */
export type DeadlineMoveId = number;

/**
 * Somebody on the desk.
 */
export type DeskItemId = number;

/**
 * An edition: a block as it was sent.
 */
export type EditionId = number;

/**
 * A piece of evidence that sign-ons rest on.
 */
export type EvidenceId = number;

/**
 * A filter under a name.
 */
export type FilterId = number;

/**
 * Somebody who signs beside the signer of a sign-on.
 */
export type FurtherSignerId = number;

/**
 * An import: a source whose rows were taken in.
 */
export type ImportId = number;

/**
 * An entry of the journal: one action that can be undone.
 */
export type JournalId = number;

/**
 * A letter.
 */
export type LetterId = number;

/**
 * An organization.
 */
export type OrganizationId = number;

/**
 * A note of what was written or said to somebody about a sign-on.
 */
export type OutreachId = number;

/**
 * A person.
 */
export type PersonId = number;

/**
 * A sign-on: one organization or individual on one letter.
 */
export type SignOnId = number;

/**
 * A saved style of blocks.
 */
export type StyleId = number;

/**
 * A text to write with.
 */
export type TemplateId = number;

/**
 * A version of a letter's text.
 */
export type VersionId = number;
