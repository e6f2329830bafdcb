// Written by `cargo xtask bindings`: change the types in Rust.
import type { OrganizationId } from "./ids";
import type { OrganizationRef, OrganizationRow } from "./organizations";

/**
 * Organizations that are likely one and the same.
 */
export type DuplicateGroup = {
/**
 * The organizations, the one with the most letters first.
 */
organizations: Array<OrganizationRow>,
/**
 * The pairs among them, best first.
 */
pairs: Array<LikenessView>, };

/**
 * What a search for duplicates found, for the page.
 */
export type DuplicatesView = {
/**
 * Groups that are likely the same, best first; the first few hundred.
 */
groups: Array<DuplicateGroup>,
/**
 * How many groups there are in all.
 */
total: number,
/**
 * Parents and chapters that nothing says so of yet; the first few hundred.
 */
families: Array<KinshipView>,
/**
 * How many of those there are in all.
 */
familiesTotal: number, };

/**
 * An organization that may be a chapter or affiliate of another.
 */
export type KinshipView = {
/**
 * The one above.
 */
parent: OrganizationRef,
/**
 * The one below.
 */
child: OrganizationRef,
/**
 * Why, as a sentence.
 */
reason: string, };

/**
 * Two of a group that are likely the same, with the reasons as sentences.
 */
export type LikenessView = {
/**
 * The one.
 */
a: OrganizationId,
/**
 * The other.
 */
b: OrganizationId,
/**
 * From 0 to 1.
 */
score: number,
/**
 * Why, the strongest first.
 */
reasons: Array<string>, };
