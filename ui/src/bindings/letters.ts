// Written by `cargo xtask bindings`: change the types in Rust.
import type { LetterId, OrganizationId } from "./ids";
import type { OrganizationRef } from "./organizations";
import type { DeadlineKind, Stage } from "./words";

/**
 * A deadline: a local time in a named zone, and the moment that it is.
 */
export type Deadline = {
/**
 * Local time, `2020-12-18T17:00`.
 */
local: string,
/**
 * IANA zone, `America/Chicago`.
 */
zone: string,
/**
 * The moment, ISO 8601 in UTC.
 */
instant: string, };

/**
 * A deadline that was set, moved or lifted.
 */
export type DeadlineMove = {
/**
 * Which.
 */
which: DeadlineKind,
/**
 * When it was.
 */
before: Deadline | null,
/**
 * When it is.
 */
after: Deadline | null,
/**
 * Why, or empty.
 */
note: string,
/**
 * When it was moved, ISO 8601 in UTC.
 */
at: string, };

/**
 * A letter.
 */
export type Letter = {
/**
 * Its id.
 */
id: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * To whom it is written, or empty.
 */
addressee: string,
/**
 * Where it is on its way.
 */
stage: Stage,
/**
 * When answers are asked for.
 */
softDeadline: Deadline | null,
/**
 * When it closes.
 */
hardDeadline: Deadline | null,
/**
 * The zone of its deadlines; None as long as it has none.
 */
zone: string | null,
/**
 * What it is about, or empty: who signed the last letter on a topic can be asked again.
 */
topic: string,
/**
 * Whether people may sign for themselves.
 */
individuals: boolean,
/**
 * After how many days without an answer somebody is chased.
 */
chaseDays: number,
/**
 * Within how many days nobody is written to again.
 */
gapDays: number,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * How many are to confirm, where somebody said so.
 */
goal: number | null,
/**
 * The pre-filled address of the coordinator's own form, with marker words, or empty.
 */
form: string,
/**
 * The organizations that lead it, in their order.
 */
leads: Array<OrganizationRef>,
/**
 * Its sign-ons by status.
 */
counts: StatusCounts, };

/**
 * All that can be said of a letter. Deadlines are local times, `2020-12-18T17:00`, in the zone; without a zone, in
 * this computer's.
 */
export type LetterFields = {
/**
 * Its title.
 */
title: string,
/**
 * To whom it is written.
 */
addressee: string,
/**
 * Where it is on its way.
 */
stage: Stage,
/**
 * When answers are asked for.
 */
softDeadline: string | null,
/**
 * When it closes.
 */
hardDeadline: string | null,
/**
 * IANA zone of the deadlines.
 */
zone: string | null,
/**
 * What it is about.
 */
topic: string,
/**
 * Whether people may sign for themselves.
 */
individuals: boolean,
/**
 * After how many days without an answer somebody is chased.
 */
chaseDays: number,
/**
 * Within how many days nobody is written to again.
 */
gapDays: number,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * How many are to confirm.
 */
goal: number | null,
/**
 * The pre-filled address of the coordinator's own form, with marker words.
 */
form: string,
/**
 * The organizations that lead it, in their order.
 */
leads: Array<OrganizationId>, };

/**
 * A letter by its title.
 */
export type LetterRef = {
/**
 * Its id.
 */
id: LetterId,
/**
 * Its title.
 */
title: string, };

/**
 * A letter as the list shows it.
 */
export type LetterSummary = {
/**
 * Its id.
 */
id: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * Where it is on its way.
 */
stage: Stage,
/**
 * When it closes.
 */
hardDeadline: Deadline | null,
/**
 * Its sign-ons by status.
 */
counts: StatusCounts, };

/**
 * Sign-ons of one letter by status.
 */
export type StatusCounts = { toAsk: number, asked: number, considering: number, saidYes: number, confirmed: number, declined: number, withdrawn: number,
/**
 * Of the confirmed, how many must say yes again to the latest text, and are in no block until they do.
 */
toReconfirm: number, };

/**
 * A day, or a moment, as somebody typed it into a field.
 */
export type TypedTime = {
/**
 * The day, `2020-12-18`.
 */
day: string,
/**
 * The moment: 5 p.m. of that day where no hour was typed.
 */
deadline: Deadline,
/**
 * Whether it is over.
 */
past: boolean, };
