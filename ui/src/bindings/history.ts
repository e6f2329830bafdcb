// Written by `cargo xtask bindings`: change the types in Rust.
import type { LetterId, OrganizationId, PersonId } from "./ids";
import type { LetterRef } from "./letters";
import type { OrganizationRef } from "./organizations";
import type { PersonRef } from "./people";

/**
 * Whether a line of the history tells of a deed, of undoing it or of doing it again.
 */
export type Action = "do" | "undo" | "redo";

/**
 * One entry of the history.
 */
export type HistoryItem = {
/**
 * Its place: later ones are larger.
 */
seq: number,
/**
 * When, ISO 8601 in UTC.
 */
at: string,
/**
 * Done, undone or done again.
 */
action: Action,
/**
 * What was done, as a sentence.
 */
label: string,
/**
 * More than the sentence says.
 */
detail: string,
/**
 * The letter it was about, when it is about one that is still there.
 */
letter: LetterRef | null,
/**
 * The organization it was about, when it is about one that is still there.
 */
organization: OrganizationRef | null,
/**
 * People whom it removed, who are still gone: the first of them.
 */
removed: Array<PersonRef>,
/**
 * Who authorized it, or empty.
 */
authorizedBy: string,
/**
 * Who did it, as they named themselves then, or empty.
 */
author: string, };

/**
 * A part of the history.
 */
export type HistoryPage = {
/**
 * The entries, the latest first.
 */
items: Array<HistoryItem>,
/**
 * Whether there are earlier ones.
 */
more: boolean, };

/**
 * Which part of the history; what is left out does not narrow it.
 */
export type HistoryQuery = {
/**
 * About this letter.
 */
letterId: LetterId | null,
/**
 * About this organization.
 */
organizationId: OrganizationId | null,
/**
 * About this person, or authorized by them.
 */
personId: PersonId | null,
/**
 * Whose sentence, details or names hold all of these words, accents and case aside.
 */
text: string,
/**
 * From this day on, `2020-12-15`, as this computer counts days.
 */
from: string | null,
/**
 * Up to and with this day.
 */
to: string | null,
/**
 * Only these: `do`, `undo`, `redo`, or words of actions such as `set-sign-on-status`.
 */
actions: Array<string>,
/**
 * Only what lies before this entry: the last one of the page before.
 */
before: number | null,
/**
 * At most so many.
 */
limit: number, };
