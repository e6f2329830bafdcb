// Written by `cargo xtask bindings`: change the types in Rust.
import type { Language } from "./app";
import type { DeskItemId, LetterId, PersonId, SignOnId } from "./ids";
import type { Proposal } from "./imports";
import type { PersonRef } from "./people";
import type { DeskState, Status, TemplateAttachment, TemplateKind } from "./words";

/**
 * How an answer is accepted.
 */
export type Acceptance = {
/**
 * For which sign-on.
 */
signOn: SignOnId,
/**
 * As what a person takes it.
 */
proposal: Proposal,
/**
 * Of one who has not decided: by when an answer is expected; of one who is away: until when to leave them alone.
 */
until: string | null, };

/**
 * An answer as it is understood.
 */
export type Answer = {
/**
 * Which one of those that were taken it is, from 0.
 */
number: number,
/**
 * Who wrote it, by their name, or empty.
 */
from: string,
/**
 * Their address, or empty.
 */
email: string,
/**
 * What about.
 */
subject: string,
/**
 * When it was sent, ISO 8601 in UTC.
 */
sent: string | null,
/**
 * The writer's own words.
 */
words: string,
/**
 * All of it.
 */
text: string,
/**
 * The sign-ons that it may be to, the likeliest first.
 */
guesses: Array<Guess>,
/**
 * Whether the first of them is known, and not guessed.
 */
known: boolean,
/**
 * What it seems to say.
 */
proposal: Proposal,
/**
 * What accepting it makes of the first guess; none where it is no answer.
 */
status: Status | null,
/**
 * Of an automatic reply: the day until which somebody is away.
 */
awayUntil: string | null,
/**
 * Of a delivery failure: the addresses that are dead.
 */
dead: Array<string>,
/**
 * What to know before it is accepted.
 */
warnings: Array<string>,
/**
 * Codes with a wrong character.
 */
damaged: Array<string>,
/**
 * Whether it is a message of the coordinator's own.
 */
isOwn: boolean, };

/**
 * What became of the messages of all who wait on the desk.
 */
export type Carried = {
/**
 * How many messages were written; of a group, how many drafts were opened.
 */
count: number,
/**
 * Where they are, when they were saved.
 */
path: string | null,
/**
 * Why there is none for the others, a sentence each.
 */
left: Array<string>,
/**
 * The names of what they are to carry and can't.
 */
without: Array<string>, };

/**
 * What carries a message.
 */
export type Carrier = "copy" | "eml" | "mailto" | "gmail" | "outlook-web";

/**
 * Somebody on the desk.
 */
export type DeskItem = {
/**
 * Its id.
 */
id: DeskItemId,
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
letter: string,
/**
 * The sign-on.
 */
signOn: SignOnId,
/**
 * The name that prints.
 */
name: string,
/**
 * Where the sign-on stands.
 */
status: Status,
/**
 * To whom, where somebody else is chosen than whom the sign-on names.
 */
person: PersonRef | null,
/**
 * What for.
 */
kind: TemplateKind,
/**
 * A line for this person alone, or empty.
 */
personal: string,
/**
 * Where its draft stands.
 */
state: DeskState, };

/**
 * A sign-on that an answer may be to.
 */
export type Guess = {
/**
 * The sign-on.
 */
signOn: SignOnId,
/**
 * Its letter.
 */
letterId: LetterId,
/**
 * The letter's title.
 */
letter: string,
/**
 * The name that prints.
 */
name: string,
/**
 * Where the sign-on stands.
 */
status: Status,
/**
 * Why it is thought of.
 */
by: KnownBy, };

/**
 * How it is known whose an answer is, the surest first.
 */
export type KnownBy = "code" | "quoted-code" | "thread" | "address" | "signature" | "foreign-code" | "domain" | "name" | "likeness";

/**
 * The goal of a letter and the way to it.
 */
export type Pace = {
/**
 * How many are to confirm.
 */
goal: number,
/**
 * How many did.
 */
confirmed: number,
/**
 * How many of them in the last seven days.
 */
lastWeek: number,
/**
 * How many days are left until the letter closes; none without a deadline.
 */
daysLeft: number | null, };

/**
 * A message about a sign-on as it will go.
 */
export type Prepared = {
/**
 * The sign-on.
 */
signOn: SignOnId,
/**
 * Its letter.
 */
letterId: LetterId,
/**
 * What it is written for.
 */
kind: TemplateKind,
/**
 * The name that prints.
 */
name: string,
/**
 * To whom, by their id.
 */
personId: PersonId | null,
/**
 * To whom, by their name, or empty.
 */
person: string,
/**
 * At which address, or empty.
 */
email: string,
/**
 * In which language.
 */
language: Language,
/**
 * The mark of the ask, or empty.
 */
code: string,
/**
 * The form's address with its fields filled in, or empty.
 */
formLink: string,
/**
 * What about.
 */
subject: string,
/**
 * What it says, as plain text.
 */
text: string,
/**
 * The same as HTML.
 */
html: string,
/**
 * The names of what it carries.
 */
attachments: Array<string>,
/**
 * Why it can't go.
 */
faults: Array<string>,
/**
 * What to know before it goes.
 */
notes: Array<string>, };

/**
 * Those of a letter who signed and were not told yet.
 */
export type ReceiptsDue = {
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * What is due: a receipt, or the final copy.
 */
kind: TemplateKind,
/**
 * The sign-ons, in the order of the ledger.
 */
signOnIds: Array<SignOnId>, };

/**
 * Who writes.
 */
export type Sender = {
/**
 * Their name.
 */
name: string,
/**
 * The address that answers go to.
 */
email: string,
/**
 * Their organization.
 */
organization: string, };

/**
 * A text to write with.
 */
export type Template = {
/**
 * What for.
 */
kind: TemplateKind,
/**
 * In which language.
 */
language: Language,
/**
 * What about, with fields.
 */
subject: string,
/**
 * What it says, with fields.
 */
text: string,
/**
 * What its messages carry of the letter itself.
 */
attach: TemplateAttachment,
/**
 * Whose it is.
 */
origin: TemplateOrigin, };

/**
 * Whose a template is.
 */
export type TemplateOrigin = "shipped" | "own" | "letter";
