// Written by `cargo xtask bindings`: change the types in Rust.
import type { OrganizationId } from "./ids";

/**
 * One organization that a name may mean.
 */
export type Candidate = {
/**
 * The organization.
 */
id: number,
/**
 * Its name or alias that was compared.
 */
name: string,
/**
 * From 0 to 1, as [`super::Comparison`] has it.
 */
score: number,
/**
 * Why it is offered.
 */
reason: Reason,
/**
 * For a related one: what it is to the name that was asked about.
 */
relation: Relation | null, };

/**
 * An organization that a name may mean.
 */
export type CandidateView = {
/**
 * The organization.
 */
id: OrganizationId,
/**
 * The name or alias that is like it.
 */
name: string,
/**
 * Why, as a sentence.
 */
reason: string,
/**
 * From 0 to 1.
 */
score: number, };

/**
 * Two names compared.
 */
export type Comparison = {
/**
 * Exact, likely or different.
 */
verdict: Match,
/**
 * From 0 to 1: 1 is exact, at least [`super::LIKELY`] is likely, less is different.
 */
score: number,
/**
 * Why.
 */
reason: Reason, };

/**
 * Two organizations that are likely the same.
 */
export type DuplicatePair = {
/**
 * The one with the smaller id.
 */
a: number,
/**
 * The other.
 */
b: number,
/**
 * From 0 to 1; 1 when their names are equal after normalization.
 */
score: number,
/**
 * Why.
 */
reason: Reason, };

/**
 * The result of comparing two names.
 */
export type Match = "exact" | "likely" | "different";

/**
 * Why two names were judged so, with the words concerned, folded.
 */
export type Reason = { "kind": "same-name" } | { "kind": "same-alias",
/**
 * The alias.
 */
alias: string, } | { "kind": "different-legal-form" } | { "kind": "different-acronym",
/**
 * The acronym of the one.
 */
a: string,
/**
 * That of the other.
 */
b: string, } | { "kind": "acronym",
/**
 * The acronym.
 */
acronym: string, } | { "kind": "acronym-and-place",
/**
 * The acronym.
 */
acronym: string,
/**
 * The place.
 */
place: string, } | { "kind": "word-order" } | { "kind": "small-words" } | { "kind": "spelling",
/**
 * As the one spells it.
 */
a: string,
/**
 * As the other does.
 */
b: string, } | { "kind": "abbreviation",
/**
 * As the one writes it.
 */
a: string,
/**
 * As the other does.
 */
b: string, } | { "kind": "translation",
/**
 * As the one writes them.
 */
a: string,
/**
 * As the other does.
 */
b: string, } | { "kind": "one-word-differs",
/**
 * The word of the one.
 */
a: string,
/**
 * The word of the other.
 */
b: string, } | { "kind": "part",
/**
 * The words that name the part.
 */
part: string, } | { "kind": "with-place",
/**
 * The place.
 */
place: string, } | { "kind": "different-place",
/**
 * The place of the one.
 */
a: string,
/**
 * The place of the other.
 */
b: string, } | { "kind": "different-chapter",
/**
 * What is the one's own.
 */
a: string,
/**
 * What is the other's own.
 */
b: string, } | { "kind": "parent-and-chapter",
/**
 * The words that name the chapter.
 */
chapter: string, } | { "kind": "different-number",
/**
 * The number of the one.
 */
a: string,
/**
 * The number of the other.
 */
b: string, } | { "kind": "more-words",
/**
 * The words.
 */
more: string, } | { "kind": "unrelated" };

/**
 * What is known of a name.
 */
export type Recognition = {
/**
 * Exact, likely or new.
 */
verdict: Verdict,
/**
 * The organizations that may be meant, best first; one when exact, none when new.
 */
candidates: Array<Candidate>,
/**
 * Its parent, chapters or sister chapters: never the same, but worth offering as parent and child.
 */
related: Array<Candidate>, };

/**
 * What recognizing a name came to.
 */
export type Recognized = {
/**
 * Exact, likely or new.
 */
verdict: Verdict,
/**
 * Organizations that it may be, best first.
 */
candidates: Array<CandidateView>,
/**
 * Its parent, chapters or sister chapters, as far as names tell.
 */
related: Array<RelatedView>, };

/**
 * An organization that a name is not, but that is of one family with it.
 */
export type RelatedView = {
/**
 * The organization.
 */
id: OrganizationId,
/**
 * Its name.
 */
name: string,
/**
 * What it is to the name.
 */
relation: Relation, };

/**
 * What a known organization is to one that is not the same.
 */
export type Relation = "parent" | "chapter" | "sister";

/**
 * The result of recognizing one name among the known ones.
 */
export type Verdict = "exact" | "likely" | "new";
