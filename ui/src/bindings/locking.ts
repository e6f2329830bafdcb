// Written by `cargo xtask bindings`: change the types in Rust.
import type { AppState, Language } from "./app";

/**
 * What became of the copies of a file when its passphrase changed.
 */
export type PassphraseSet = {
/**
 * How many copies went the same way.
 */
copies: number,
/**
 * Copies that could not: they are as they were.
 */
left: Array<string>,
/**
 * The state after it.
 */
app: AppState, };

/**
 * How hard a passphrase is to guess.
 */
export type Strength = "weak" | "fair" | "strong";

/**
 * The file that waits, as the page shows it.
 */
export type WaitingFile = {
/**
 * Its name, without its ending.
 */
fileName: string,
/**
 * Where it is.
 */
filePath: string,
/**
 * Whether it needs its passphrase.
 */
locked: boolean,
/**
 * Why it is not worked on where it lies, as a sentence; None when it may be.
 */
shared: string | null,
/**
 * That it is damaged, as a sentence.
 */
damaged: string | null,
/**
 * When its latest backup was made, ISO 8601 in UTC.
 */
backup: string | null,
/**
 * Whether the system's keychain keeps its passphrase.
 */
kept: boolean,
/**
 * The language of the window.
 */
language: Language,
/**
 * Whether another file is open, to go back to.
 */
back: boolean, };
