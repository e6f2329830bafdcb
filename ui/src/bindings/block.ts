// Written by `cargo xtask bindings`: change the types in Rust.
import type { SignOnId, StyleId } from "./ids";
import type { Affiliation, EntryForm, GroupBy, Identification, Individuals, Layout, Numbering, Order, Paper, Separator, Status, Translations, Whereabouts } from "./words";

/**
 * One signatory as it prints.
 */
export type BlockEntry = {
/**
 * The sign-on behind it.
 */
signOn: SignOnId | null,
/**
 * What prints, piece by piece; put together they are the entry.
 */
parts: Array<Part>,
/**
 * What joins it to the next entry in prose: a comma, " and "; empty elsewhere and for the last.
 */
after: string,
/**
 * Printed without a yes in writing: marked in the preview, never in the output.
 */
unwritten: boolean,
/**
 * Signed after delivery.
 */
late: boolean,
/**
 * Leads the letter.
 */
lead: boolean,
/**
 * A person who signs for themselves.
 */
individual: boolean,
/**
 * The name prints in bold.
 */
bold: boolean,
/**
 * The address behind the name, `http` or `https`, where links are asked for.
 */
link: string | null,
/**
 * The logo that prints in the place of the name, in formats that have pictures.
 */
logo: PrintedLogo | null, };

/**
 * Entries under one heading.
 */
export type BlockGroup = {
/**
 * The heading without its count; `None` for entries that stand under no heading.
 */
heading: string | null,
/**
 * How many signatories belong here, those beyond the limit too.
 */
count: number,
/**
 * The entries that print, in order.
 */
entries: Array<BlockEntry>,
/**
 * The full stop of the group's sentence in prose; empty where the last name brings its own.
 */
stop: string,
/**
 * The sentence under its heading about affiliations.
 */
note: string | null, };

/**
 * The choices for one block. Every field has a default, so a style saved by an earlier version still reads.
 */
export type BlockOptions = {
/**
 * The shape of the list.
 */
layout: Layout,
/**
 * Number of columns, 1 to 4; read through [`BlockOptions::column_count`].
 */
columns: number,
/**
 * Number of columns of a bulleted or numbered list, 1 to 4.
 */
listColumns: number,
/**
 * How many logos stand side by side, 1 to 6; read through [`BlockOptions::logos_in_row`].
 */
logoColumns: number,
/**
 * Where the numbers of a numbered list begin.
 */
numbering: Numbering,
/**
 * What puts entries under a heading.
 */
group: GroupBy,
/**
 * The heading of the only group that prints, without its heading; `None` prints all.
 */
onlyGroup: string | null,
/**
 * The order of one's own headings; those not listed follow as they are first met.
 */
headings: Array<string>,
/**
 * The order within a group.
 */
order: Order,
/**
 * Lead organizations before the others of their group.
 */
leadFirst: boolean,
/**
 * Lead organizations under a heading of their own, before every other group.
 */
leadHeading: boolean,
/**
 * Sort "The Arc" under T instead of A.
 */
keepArticles: boolean,
/**
 * What an entry shows.
 */
entry: EntryForm,
/**
 * On how many lines signer, title and organization stand, 1 to 3; prose and tables always use one.
 */
entryLines: number,
/**
 * What an entry shows of where it is.
 */
whereabouts: Whereabouts,
/**
 * What becomes of names in another language.
 */
translations: Translations,
/**
 * The web site behind each name, in formats that have links.
 */
links: boolean,
/**
 * Marks behind some names.
 */
marks: Array<NameMark>,
/**
 * Where people who sign for themselves stand.
 */
individuals: Individuals,
/**
 * How a person's affiliation prints.
 */
affiliation: Affiliation,
/**
 * How the block says that an affiliation is for identification only.
 */
identification: Identification,
/**
 * What stands between names in prose.
 */
separator: Separator,
/**
 * A comma before "and", in languages that have one there.
 */
serialComma: boolean,
/**
 * BCP 47 tag of the letter's language: it decides sorting, "and", and the spelling of states.
 */
language: string,
/**
 * Text directly before the names, as given, with its spaces.
 */
intro: string,
/**
 * Text after the names.
 */
outro: string,
/**
 * The number of entries behind each heading; in a block without headings, the total on a line above.
 */
counts: boolean,
/**
 * Let the counts include those who are confirmed and named nowhere.
 */
countUnnamed: boolean,
/**
 * Print at most this many entries (at least one) and say how many others there are ("and 14 others").
 */
limit: number | null,
/**
 * Sign-ons that came after delivery under a heading of their own, last.
 */
lateHeading: boolean,
/**
 * Also print those who said yes but not in writing. Without it nobody unconfirmed is ever listed.
 */
includeSaidYes: boolean, };

/**
 * A letter's block for the panel.
 */
export type BlockView = {
/**
 * The arrangement; the window draws the paper from it.
 */
block: SignatoryBlock,
/**
 * The block as plain text, just as it is copied.
 */
text: string,
/**
 * How many signatories are in it.
 */
total: number,
/**
 * Who said something and is left out.
 */
leftOut: Array<LeftOut>,
/**
 * How many have confirmed an earlier text and are left out until they confirm the latest, which asks for it.
 */
toReconfirm: number, };

/**
 * A style that ships: its name is the message `ui-style-<word>` in the window's catalogue.
 */
export type BuiltInStyle = {
/**
 * The word of its name.
 */
word: string,
/**
 * Its choices.
 */
options: BlockOptions, };

/**
 * A document of the person's own with the block in it, as it was saved.
 */
export type Filled = {
/**
 * Where it was saved.
 */
path: string,
/**
 * How many placeholders were filled.
 */
places: number,
/**
 * What to know about it: what was left, and where to look.
 */
notices: Array<string>, };

/**
 * Sign-ons of one status that a block leaves out.
 */
export type LeftOut = {
/**
 * The status.
 */
status: Status,
/**
 * How many.
 */
count: number, };

/**
 * A mark behind some names, and what it says.
 */
export type NameMark = {
/**
 * The mark: `*`, `†`.
 */
mark: string,
/**
 * What it says, below the block; empty where the letter says it.
 */
note: string,
/**
 * The names that bear it, as they print; case and accents do not matter.
 */
names: Array<string>, };

/**
 * One piece of an entry.
 */
export type Part = {
/**
 * What the piece is.
 */
kind: PartKind,
/**
 * Its text, plain; empty for a line break.
 */
text: string, };

/**
 * What a piece of an entry is.
 */
export type PartKind = "name" | "signer" | "title" | "affiliation" | "place" | "note" | "mark" | "glue" | "break" | "rule";

/**
 * A logo as it prints.
 */
export type PrintedLogo = {
/**
 * What the picture is kept under.
 */
picture: string,
/**
 * How wide it prints, in twips (1/20 point).
 */
width: number,
/**
 * How high it prints, in twips.
 */
height: number, };

/**
 * A file as it was saved.
 */
export type Saved = {
/**
 * Where.
 */
path: string,
/**
 * What to know about it.
 */
notices: Array<string>, };

/**
 * A block arranged: what every format prints, and what the window shows as the paper.
 */
export type SignatoryBlock = {
/**
 * The choices it was arranged by.
 */
options: BlockOptions,
/**
 * What its documents are printed on.
 */
paper: Paper,
/**
 * The introduction, safe to print. In prose whose first group has no heading it runs into that group's
 * sentence and ends with the space before the first name.
 */
intro: string,
/**
 * "26 organizations", where counts are asked for and no heading carries them.
 */
summary: string | null,
/**
 * The groups in order; none without signatories.
 */
groups: Array<BlockGroup>,
/**
 * What follows when a limit leaves some out: "and 14 others" as a line, "14 others" as the last of a
 * sentence.
 */
others: string | null,
/**
 * The sentence about affiliations, below the block.
 */
note: string | null,
/**
 * The closing text, safe to print. In prose of a single group without a heading it runs on after the
 * full stop and begins with the space between.
 */
outro: string,
/**
 * The columns a table has, and CSV and spreadsheets always.
 */
table: Array<TableColumn>,
/**
 * All signatories of the block, those beyond the limit too.
 */
total: number,
/**
 * How many of them are people who sign for themselves.
 */
individuals: number,
/**
 * How many states they are in. Where a body of national or international scope has its address does not count.
 */
states: number,
/**
 * How many are in it without a yes in writing.
 */
unwritten: number,
/**
 * How many were left out because their yes is not in writing.
 */
unwrittenLeftOut: number, };

/**
 * A style that was saved.
 */
export type Style = {
/**
 * Its id.
 */
id: StyleId,
/**
 * Its name.
 */
name: string,
/**
 * Its choices.
 */
options: BlockOptions, };

/**
 * The styles there are.
 */
export type Styles = {
/**
 * Those that ship.
 */
builtIn: Array<BuiltInStyle>,
/**
 * Those that were saved, by name.
 */
saved: Array<Style>, };

/**
 * One column of the block as a table.
 */
export type TableColumn = {
/**
 * The piece of each entry that stands in it; `None` for the heading of the group.
 */
kind: PartKind | null,
/**
 * What stands over it.
 */
title: string, };
