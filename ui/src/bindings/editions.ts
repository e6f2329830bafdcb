// Written by `cargo xtask bindings`: change the types in Rust.
import type { EditionId } from "./ids";

/**
 * An edition without its forms.
 */
export type Edition = {
/**
 * Its id.
 */
id: EditionId,
/**
 * 1, 2, 3 ... within the letter.
 */
number: number,
/**
 * What it was for: "To the Senate office".
 */
label: string,
/**
 * When it was frozen, ISO 8601 in UTC.
 */
at: string,
/**
 * The number of the text it stood under.
 */
version: number | null,
/**
 * How many names stand in it.
 */
count: number,
/**
 * When a person was struck out of it who was forgotten, ISO 8601 in UTC; the copy that went out is as it was.
 */
struckAt: string | null, };

/**
 * What differs between two editions.
 */
export type EditionDiff = {
/**
 * Names only in the later one, in its order.
 */
added: Array<string>,
/**
 * Names only in the earlier one, in its order.
 */
removed: Array<string>,
/**
 * Names that read otherwise.
 */
renamed: Array<Renamed>, };

/**
 * A name that reads otherwise in a later edition.
 */
export type Renamed = {
/**
 * In the earlier edition.
 */
before: string,
/**
 * In the later edition.
 */
after: string, };
