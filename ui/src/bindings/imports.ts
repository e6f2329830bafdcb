// Written by `cargo xtask bindings`: change the types in Rust.
import type { ImportId, LetterId, OrganizationId } from "./ids";
import type { LetterFields, LetterRef } from "./letters";
import type { OrganizationRef } from "./organizations";
import type { PersonRef } from "./people";
import type { FileFormat, ImportField, ListForm, MappedBy } from "./reading";
import type { CandidateView } from "./recognizing";
import type { Status } from "./words";

/**
 * What happens to a row that would change a no, a yes or a printed name.
 */
export type ConsentPolicy = "ask" | "take";

/**
 * What a person decided about a row.
 */
export type Decision = { "kind": "auto" } | { "kind": "new" } | { "kind": "match",
/**
 * The organization.
 */
organizationId: OrganizationId, } | { "kind": "individual" } | { "kind": "drop" } | { "kind": "take",
/**
 * The organization that was chosen before.
 */
organizationId: OrganizationId | null, };

/**
 * A value that an import would change.
 */
export type FieldChange = {
/**
 * The field, as the wire names it.
 */
field: string,
/**
 * What stands there.
 */
old: string,
/**
 * What will stand there.
 */
new: string, };

/**
 * A value that an import changes, named in the person's language.
 */
export type FieldChangeView = {
/**
 * The field: "City".
 */
field: string,
/**
 * What stands there.
 */
old: string,
/**
 * What will stand there.
 */
new: string, };

/**
 * What a row brings, named in the person's language.
 */
export type FieldValueView = {
/**
 * The field: "City".
 */
field: string,
/**
 * What will stand there.
 */
value: string, };

/**
 * A column and what it is for.
 */
export type ImportColumn = {
/**
 * Its place, from 0.
 */
index: number,
/**
 * Its heading, or empty.
 */
heading: string,
/**
 * What it is for; none when it is left out.
 */
field: ImportField | null,
/**
 * How that was found.
 */
by: MappedBy | null,
/**
 * The first cells with something in them.
 */
samples: Array<string>,
/**
 * What they look like: "email addresses".
 */
kind: string,
/**
 * Whether it is hidden in the source.
 */
hidden: boolean, };

/**
 * What an import would do, or did: read is the sum of the five that follow.
 */
export type ImportPlan = {
/**
 * How many rows were read.
 */
read: number,
/**
 * How many make something new.
 */
created: number,
/**
 * How many change what is there.
 */
updated: number,
/**
 * How many are there already, just so.
 */
unchanged: number,
/**
 * How many are not taken.
 */
rejected: number,
/**
 * How many need a decision.
 */
asked: number,
/**
 * How many organizations are new.
 */
organizations: number,
/**
 * How many of the rows that are taken name an organization that is there.
 */
known: number,
/**
 * How many rows of a list were read with a doubt that nobody has looked at yet.
 */
doubtful: number,
/**
 * How many people are new.
 */
people: number,
/**
 * How many sign-ons are new.
 */
signOns: number,
/**
 * What is worth knowing of all rows together, as sentences.
 */
notes: Array<string>,
/**
 * The letter that the sign-ons go to; one that is begun with them is there once they are imported.
 */
letter: LetterId | null, };

/**
 * A row of an earlier import.
 */
export type ImportRowView = {
/**
 * Its number, as the program that made the file counted.
 */
row: number,
/**
 * The organization or the person that it named.
 */
name: string,
/**
 * What became of it.
 */
outcome: Outcome,
/**
 * Why, as a sentence.
 */
reason: string,
/**
 * Its cells, in a line.
 */
cells: string, };

/**
 * A part of the rows of an earlier import.
 */
export type ImportRows = {
/**
 * How many there are in all.
 */
total: number,
/**
 * This part of them.
 */
rows: Array<ImportRowView>, };

/**
 * What was opened, dropped or pasted.
 */
export type ImportSource = { "kind": "list" } & ListText | { "kind": "table" } & TableSource;

/**
 * An import as it stands in the list of them.
 */
export type ImportSummary = {
/**
 * Its id.
 */
id: ImportId,
/**
 * When, ISO 8601 in UTC.
 */
at: string,
/**
 * The name of the file.
 */
name: string,
/**
 * What kind of file it was.
 */
format: FileFormat,
/**
 * What the rows became.
 */
target: TableKind,
/**
 * The letter, for sign-ons; none when it is gone.
 */
letter: LetterRef | null,
/**
 * How many rows were read: the sum of the five that follow.
 */
read: number,
/**
 * How many made something new.
 */
created: number,
/**
 * How many changed what was there.
 */
updated: number,
/**
 * How many were there already.
 */
unchanged: number,
/**
 * How many were not taken.
 */
rejected: number,
/**
 * How many were left undecided.
 */
asked: number, };

/**
 * What the rows become.
 */
export type ImportTarget = { "kind": "organizations" } | { "kind": "people" } | { "kind": "sign-ons",
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Their status.
 */
status: Status, } | { "kind": "new-letter",
/**
 * What is said of the letter. Its title is asked for only when it is begun.
 */
letter: LetterFields,
/**
 * Their status.
 */
status: Status, };

/**
 * What happens to a likely match that nobody decided.
 */
export type Likely = "ask" | "new" | "match";

/**
 * What a person changes in the rows of a list.
 */
export type ListEdit = { "kind": "split",
/**
 * The row.
 */
key: number,
/**
 * Where it is cut, in UTF-16 units of the text, as a window counts.
 */
at: number, } | { "kind": "join",
/**
 * The first of them.
 */
key: number, } | { "kind": "take-in",
/**
 * Where it begins, in UTF-16 units of the text, as a window counts.
 */
from: number,
/**
 * Where it ends.
 */
to: number, } | { "kind": "rename",
/**
 * The row.
 */
key: number,
/**
 * The name.
 */
name: string, } | { "kind": "settle",
/**
 * The row.
 */
key: number, };

/**
 * A text that is open for importing, with the names that were read from it.
 */
export type ListText = {
/**
 * What it is known by while it is open.
 */
id: number,
/**
 * The name of the file; empty for what was pasted.
 */
name: string,
/**
 * The text.
 */
text: string,
/**
 * How its names are written.
 */
form: ListForm,
/**
 * How many names were read.
 */
rows: number,
/**
 * What a letter that is begun with it may be called; empty where the text does not say.
 */
title: string, };

/**
 * What a row of a list says beside its name, and what the reader doubted.
 */
export type ListedRow = {
/**
 * Where it begins in the text, in UTF-16 units, as a window counts.
 */
start: number,
/**
 * Where it ends.
 */
end: number,
/**
 * The signer's title.
 */
title: string | null,
/**
 * Where the organization is.
 */
place: string | null,
/**
 * The heading that it stands under.
 */
heading: string | null,
/**
 * What the reader was unsure of, as a sentence.
 */
doubt: string | null,
/**
 * Whether nobody has looked at that yet.
 */
doubtful: boolean, };

/**
 * What happens to a message whose writer's own words say yes. All other messages are asked.
 */
export type MailPolicy = "ask" | "take-yes";

/**
 * A message as its row shows it.
 */
export type MailRow = {
/**
 * Who wrote it: the name, else the address.
 */
from: string,
/**
 * What about.
 */
subject: string,
/**
 * The first of the writer's own words.
 */
words: string,
/**
 * What it seems to say.
 */
proposal: Proposal, };

/**
 * A part of the words of a message.
 */
export type MessagePiece = {
/**
 * The words, with their line ends.
 */
text: string,
/**
 * Whether they are the writer's own.
 */
own: boolean, };

/**
 * A message to be read whole.
 */
export type MessageView = {
/**
 * The name of who wrote it, where it is written.
 */
from: string,
/**
 * Their address.
 */
email: string,
/**
 * What about.
 */
subject: string,
/**
 * When it was sent, as it says itself; ISO 8601 in UTC.
 */
sent: string | null,
/**
 * Its words in order, the writer's own parted from what is quoted and from the signature.
 */
pieces: Array<MessagePiece>,
/**
 * The names of what is attached.
 */
attachments: Array<string>,
/**
 * What to know of it where it is signed or encrypted.
 */
seal: string | null, };

/**
 * What becomes of a row.
 */
export type Outcome = "created" | "updated" | "unchanged" | "rejected" | "asked";

/**
 * A row of an import with what becomes of it.
 */
export type PlanRow = {
/**
 * What it is known by while the source is open.
 */
key: number,
/**
 * Its number, as the program that made the file counts.
 */
row: number,
/**
 * The organization that it names, else the person.
 */
name: string,
/**
 * The person that it names beside an organization.
 */
person: string | null,
/**
 * Their email.
 */
email: string | null,
/**
 * What becomes of it.
 */
outcome: Outcome,
/**
 * Why, as a sentence.
 */
reason: string,
/**
 * The organization that it is, where it is one that is there.
 */
organization: OrganizationRef | null,
/**
 * The person that it is, where it is one that is there.
 */
personRef: PersonRef | null,
/**
 * Organizations that it may be, best first.
 */
candidates: Array<CandidateView>,
/**
 * What was decided about it.
 */
decision: Decision,
/**
 * What changes in what is there.
 */
changes: Array<FieldChangeView>,
/**
 * What to look at, as sentences: "Signed already, by Ana Ruiz".
 */
flags: Array<string>,
/**
 * Whether what it asks is about an answer or how it is read, and may be taken as it is.
 */
mayBeTaken: boolean,
/**
 * What else it says that is written with it.
 */
brings: Array<FieldValueView>,
/**
 * What else a row of a list says.
 */
listed: ListedRow | null,
/**
 * The message that it is, where it is mail.
 */
mail: MailRow | null, };

/**
 * A part of the rows of a plan.
 */
export type PlanRows = {
/**
 * How many there are in all.
 */
total: number,
/**
 * This part of them.
 */
rows: Array<PlanRow>, };

/**
 * What a message seems to say, for a person to accept.
 */
export type Proposal = "yes" | "yes-but" | "not-yet" | "no" | "question" | "automatic" | "delivery-failure" | "unclear";

/**
 * A row as it was read.
 */
export type RowSample = {
/**
 * Its number, as the program that made the file counts.
 */
row: number,
/**
 * Its place in the table.
 */
index: number,
/**
 * Its cells.
 */
cells: Array<string>,
/**
 * Whether it is hidden in the source.
 */
hidden: boolean, };

/**
 * A sheet of a workbook.
 */
export type SheetView = {
/**
 * Its name.
 */
name: string,
/**
 * How many rows it holds; none where it could not be read.
 */
rows: number | null,
/**
 * Whether its rows are read.
 */
taken: boolean, };

/**
 * Another way to read a source; what is left out stays.
 */
export type SourceChange = {
/**
 * Other sheets, by their names: of several, the rows of all are read together.
 */
sheets?: Array<string>,
/**
 * Another row of headings, by its place in the table; none where there are no headings.
 */
header?: number | null,
/**
 * Another charset.
 */
charset?: string,
/**
 * Another mark between the cells.
 */
delimiter?: string, };

/**
 * How a row looks in the text that it stands in.
 */
export type SpanLook = "plain" | "open" | "out";

/**
 * What rows become, without saying where.
 */
export type TableKind = "organizations" | "people" | "sign-ons";

/**
 * A table that is open for importing.
 */
export type TableSource = {
/**
 * What it is known by while it is open.
 */
id: number,
/**
 * The name of the file, or a word for what was pasted.
 */
name: string,
/**
 * What kind of file it is.
 */
format: FileFormat,
/**
 * The program or form that it comes from, as a sentence: "Google Forms, 1,005 answers".
 */
origin: string | null,
/**
 * Its sheets; empty where there are none.
 */
sheets: Array<SheetView>,
/**
 * The headings of columns that are for nothing.
 */
unused: Array<string>,
/**
 * How many rows are hidden in it: each is asked before it is taken.
 */
hiddenRows: number,
/**
 * The row of headings, by its place in the table.
 */
header: number | null,
/**
 * The charset, where the file is text.
 */
charset: string | null,
/**
 * Charsets to choose from; empty where the file is no text.
 */
charsets: Array<string>,
/**
 * What separates the cells, where something does.
 */
delimiter: string | null,
/**
 * How many rows stand below the headings.
 */
rows: number,
/**
 * Its columns, from the left.
 */
columns: Array<ImportColumn>,
/**
 * The rows down to the headings, to choose others from; at most 30.
 */
above: Array<RowSample>,
/**
 * The first rows below the headings.
 */
first: Array<RowSample>,
/**
 * What was read with a loss or not at all, as sentences; the first few.
 */
problems: Array<string>,
/**
 * Where the mapping comes from, when it is remembered: "As on 3 March, from answers.csv".
 */
remembered: string | null,
/**
 * What its rows seem to be.
 */
suggestedTarget: TableKind, };

/**
 * Where a row of a list stands in its text.
 */
export type TextSpan = {
/**
 * What the row is known by.
 */
key: number,
/**
 * Where it begins, in UTF-16 units, as a window counts.
 */
start: number,
/**
 * Where it ends.
 */
end: number,
/**
 * How it looks.
 */
look: SpanLook, };
