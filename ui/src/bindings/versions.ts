// Written by `cargo xtask bindings`: change the types in Rust.
import type { VersionId } from "./ids";
import type { DiffKind, PieceKind, Reconfirm } from "./words";

/**
 * A paragraph of one text or of both.
 */
export type DiffParagraph = {
/**
 * What became of it.
 */
kind: DiffKind,
/**
 * Its words; those that are not added are the earlier text, those that are not removed the later.
 */
pieces: Array<DiffPiece>, };

/**
 * Words in a row of one kind, with the blanks between them.
 */
export type DiffPiece = {
/**
 * What became of them.
 */
kind: PieceKind,
/**
 * The words.
 */
text: string, };

/**
 * One text of a letter.
 */
export type Version = {
/**
 * Its id.
 */
id: VersionId,
/**
 * 1, 2, 3 ... within the letter.
 */
number: number,
/**
 * The text.
 */
text: string,
/**
 * What changed, in a line.
 */
summary: string,
/**
 * What those who signed an earlier text must do.
 */
reconfirm: Reconfirm,
/**
 * Until which day, `2020-12-15`.
 */
reconfirmBy: string | null,
/**
 * When it was added, ISO 8601 in UTC.
 */
createdAt: string, };

/**
 * What changed from one text to another.
 */
export type VersionDiff = {
/**
 * The paragraphs of both, in order.
 */
paragraphs: Array<DiffParagraph>,
/**
 * How many words are new.
 */
added: number,
/**
 * How many are gone.
 */
removed: number, };

/**
 * A text as it is given.
 */
export type VersionFields = {
/**
 * The text.
 */
text: string,
/**
 * What changed, in a line.
 */
summary: string,
/**
 * What those who signed an earlier text must do.
 */
reconfirm: Reconfirm,
/**
 * Until which day, `2020-12-15`.
 */
reconfirmBy: string | null, };
