// Written by `cargo xtask bindings`: change the types in Rust.

/**
 * A column with what it is for.
 */
export type Assignment = {
/**
 * The column, from 0.
 */
column: number,
/**
 * What it is for.
 */
field: ImportField,
/**
 * How that was found.
 */
by: MappedBy,
/**
 * Among several columns of one field, the highest comes first.
 */
weight: number, };

/**
 * The charset of a text.
 */
export type Charset = {
/**
 * Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
 */
name: string,
/**
 * How it was found.
 */
by: CharsetBy, };

/**
 * How a charset was found.
 */
export type CharsetBy = "chosen" | "mark" | "valid" | "guess";

/**
 * What a column of dates in figures puts first.
 */
export type DateOrder = "month-first" | "day-first";

/**
 * Why the reader was unsure of an entry.
 */
export type Doubt = { "kind": "comma-inside",
/**
 * What stands before the comma.
 */
head: string,
/**
 * What stands after it.
 */
tail: string, } | { "kind": "perhaps-two",
/**
 * What stands before the "and".
 */
first: string,
/**
 * What stands after it.
 */
second: string, } | { "kind": "perhaps-part",
/**
 * The name before it.
 */
before: string, } | { "kind": "perhaps-person" } | { "kind": "perhaps-heading" } | { "kind": "perhaps-not-a-name" } | { "kind": "perhaps-not-listed" } | { "kind": "unsure-fields" } | { "kind": "not-signing",
/**
 * The heading.
 */
heading: string, };

/**
 * One entry of a list: an organization, with who signs for it where the list says so, or a person.
 */
export type Entry = {
/**
 * The organization exactly as given, or the person where the entry names no organization.
 */
name: string,
/**
 * The person who signs for the organization.
 */
signer?: string,
/**
 * The person's title.
 */
title?: string,
/**
 * The place, where the whole list gives one for each entry.
 */
place?: string,
/**
 * The heading that the entry stands under: National, Wisconsin, France.
 */
heading?: string,
/**
 * Where the entry begins in the text, in bytes.
 */
start: number,
/**
 * Where it ends, in bytes.
 */
end: number,
/**
 * Why a person should look at it before it is taken.
 */
doubt?: Doubt,
/**
 * What the text says of whether it signed, where that is no yes.
 */
status?: ListStatus,
/**
 * What stands behind the name and is no part of it: "7 members", "signed 9/2/2024".
 */
note?: string,
/**
 * How sure the reading of this entry is, 0 to 1.
 */
probability: number, };

/**
 * The kind of a file.
 */
export type FileFormat = "list" | "csv" | "tsv" | "xlsx" | "xls" | "ods" | "html" | "vcard" | "ldif" | "eml" | "mbox" | "unknown";

/**
 * What a column of a table is for.
 */
export type ImportField = "organization" | "prints-as" | "alias" | "parent" | "kind" | "scope" | "full-name" | "first-name" | "middle-name" | "last-name" | "prefix" | "suffix" | "title" | "email" | "phone" | "street" | "city" | "state" | "postal-code" | "country" | "place" | "website" | "district" | "owner" | "timestamp" | "consent" | "status" | "membership" | "tag" | "signs-as" | "note";

/**
 * The program or form that a table came from.
 */
export type ImportOrigin = "google-form" | "microsoft-form" | "survey-monkey" | "typeform" | "jot-form" | "google-contacts" | "outlook" | "thunderbird" | "civi-crm" | "action-network" | "nation-builder" | "every-action" | "mailchimp" | "cards" | "other";

/**
 * The form in which a list was written.
 */
export type ListForm = "prose-commas" | "prose-semicolons" | "lines" | "bullets" | "numbered" | "columns" | "table" | "markdown" | "mixed";

/**
 * What was read from a text.
 */
export type ListReading = {
/**
 * The entries, in the order of the text.
 */
entries: Array<Entry>,
/**
 * The form of the list.
 */
form: ListForm, };

/**
 * What a text says of somebody who did not say yes.
 */
export type ListStatus = "declined" | "asked";

/**
 * How it was found what a column is.
 */
export type MappedBy = "heading" | "content" | "person";

/**
 * What every column of a table is for.
 */
export type Mapping = {
/**
 * The columns that are used, from the left.
 */
columns: Array<Assignment>,
/**
 * Where the table came from.
 */
origin: ImportOrigin, };

/**
 * A row that was read with a loss, or not at all.
 */
export type Problem = {
/**
 * The row or line in the source, counted from 1 as the program that made the file counts.
 */
row: number,
/**
 * What is wrong with it.
 */
reason: ProblemReason, };

/**
 * What is wrong with a row.
 */
export type ProblemReason = "more-cells" | "quote-open" | "unreadable" | "card-open" | "card-empty" | "outside-card" | "too-long" | "message-empty" | "message-parts" | "no-colon" | "heading-again" | "total" | "section" | "remark" | "several";

/**
 * A mapping as it is remembered.
 */
export type Remembered = {
/**
 * What the headings are known by: see [`fingerprint`].
 */
fingerprint: string,
/**
 * What each heading was for; `None` when a person left the column out.
 */
fields: Array<[string, ImportField | null]>, };
