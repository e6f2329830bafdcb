// Written by `cargo xtask bindings`: change the types in Rust.
import type { LedgerView } from "./ledger";
import type { LetterSummary } from "./letters";
import type { Settings } from "./settings";

/**
 * What the program is, and what it is made of.
 */
export type About = {
/**
 * Its version.
 */
version: string,
/**
 * The licence that it comes under.
 */
licence: string,
/**
 * What others wrote of it, by name.
 */
parts: Array<AboutPart>, };

/**
 * A library that the program is made of.
 */
export type AboutPart = {
/**
 * Its name.
 */
name: string,
/**
 * Its version.
 */
version: string,
/**
 * The licence that it comes under.
 */
licence: string, };

/**
 * The open file and the program around it.
 */
export type AppState = {
/**
 * The language of the window.
 */
language: Language,
/**
 * The name of the file, without its ending.
 */
fileName: string,
/**
 * Where it is.
 */
filePath: string,
/**
 * Whether it is the sample.
 */
sample: boolean,
/**
 * Whether there is neither an organization nor a person nor a letter in it.
 */
empty: boolean,
/**
 * How many organizations there are.
 */
organizations: number,
/**
 * How many people there are.
 */
people: number,
/**
 * How many letters there are.
 */
letters: number,
/**
 * What undo would take back.
 */
undo: string | null,
/**
 * What redo would do again.
 */
redo: string | null,
/**
 * Whether the file is locked with a passphrase.
 */
locked: boolean,
/**
 * Whether it can only be looked at.
 */
readOnly: boolean,
/**
 * Whether another program moved, renamed or replaced the file since it was opened.
 */
moved: boolean,
/**
 * What is to be said once, such as that no backup could be made.
 */
notice: string | null,
/**
 * The version of the program.
 */
version: string, };

/**
 * An action that was done.
 */
export type Applied<T> = {
/**
 * What it gave back.
 */
output: T,
/**
 * What was done, for the short message: "Confirm WISDOM".
 */
label: string,
/**
 * The tables that went stale, that of the history among them; empty when nothing changed.
 */
tables: Array<string>,
/**
 * The open file and the program after it.
 */
app: AppState,
/**
 * The letters as the navigation shows them, when they went stale.
 */
letters: Array<LetterSummary> | null, };

/**
 * Where everything was written, and how many files.
 */
export type Exported = {
/**
 * The folder.
 */
folder: string,
/**
 * How many files.
 */
files: number, };

/**
 * A language that the program speaks.
 */
export type Language = "en" | "es";

/**
 * `done` of `of` items.
 */
export type Progress = {
/**
 * Items done so far.
 */
done: number,
/**
 * Items in all.
 */
of: number, };

/**
 * A file that was opened before.
 */
export type RecentFile = {
/**
 * Where it is.
 */
path: string,
/**
 * Its name, without the ending.
 */
name: string,
/**
 * The folder that it is in.
 */
folder: string, };

/**
 * All that the first page of a window shows, in one answer: each further question would be asked only when the one before it is
 * answered.
 */
export type Start = {
/**
 * The open file and the program around it.
 */
app: AppState,
/**
 * The settings of the program.
 */
settings: Settings,
/**
 * Arrangements by their name, those that are known.
 */
views: Record<string, unknown>,
/**
 * All letters.
 */
letters: Array<LetterSummary>,
/**
 * The letter that somebody comes back to work on, with the beginning of its ledger; none where there is no letter.
 */
ledger: LedgerView | null, };

/**
 * Why something was not done, as a finished sentence.
 */
export type WireError = {
/**
 * The word to branch on: see [`Error::kind`].
 */
kind: string,
/**
 * What happened and what to do.
 */
message: string,
/**
 * The field of the form that is wrong.
 */
field: string | null, };
