// Written by `cargo xtask bindings`: change the types in Rust.

/**
 * A backup, and what is in it.
 */
export type Backup = {
/**
 * Its file.
 */
path: string,
/**
 * When it was made, ISO 8601 in UTC.
 */
at: string,
/**
 * How large it is.
 */
bytes: number,
/**
 * What is in it; None when it can't be read: damaged, or locked with another passphrase.
 */
contents: Contents | null,
/**
 * How many lines the history of the open coalition has that this one has not.
 */
changesSince: number | null, };

/**
 * The backups of the open file.
 */
export type Backups = {
/**
 * The folder that they are in.
 */
folder: string,
/**
 * Whether that folder was chosen.
 */
chosen: boolean,
/**
 * The latest first.
 */
backups: Array<Backup>,
/**
 * What is in the open file.
 */
contents: Contents,
/**
 * When a copy was last made elsewhere, ISO 8601 in UTC.
 */
copiedAt: string | null, };

/**
 * How much is in a coalition.
 */
export type Contents = {
/**
 * Organizations.
 */
organizations: number,
/**
 * People.
 */
people: number,
/**
 * Letters.
 */
letters: number,
/**
 * Sign-ons, whatever their status.
 */
signOns: number,
/**
 * Those that are confirmed.
 */
confirmed: number, };

/**
 * That it is long since a copy was made elsewhere.
 */
export type CopyDue = {
/**
 * When it was, ISO 8601 in UTC; None for never.
 */
copiedAt: string | null, };
