// Written by `cargo xtask bindings`: change the types in Rust.
import type { Deadline } from "./letters";

/**
 * Who signed in a state.
 */
export type StateCount = {
/**
 * The postal code of the state, district or territory: `WI`.
 */
state: string,
/**
 * How many.
 */
count: number,
/**
 * The names as they print, in order.
 */
names: Array<string>, };

/**
 * Who signed a letter, by state.
 */
export type States = {
/**
 * The states where somebody signed, by postal code.
 */
states: Array<StateCount>,
/**
 * How many signed elsewhere, or without a state.
 */
elsewhere: number, };

/**
 * Sign-ons of a letter over time.
 */
export type Timeline = {
/**
 * The days on which something came, in order.
 */
points: Array<TimelinePoint>,
/**
 * When answers are asked for.
 */
soft: Deadline | null,
/**
 * When it closes.
 */
hard: Deadline | null,
/**
 * The day that it is in the letter's zone.
 */
today: string, };

/**
 * How many had answered by the end of a day.
 */
export type TimelinePoint = {
/**
 * The day in the letter's zone, `2020-12-15`.
 */
day: string,
/**
 * How many of those confirmed now had said so by then.
 */
confirmed: number,
/**
 * How many of those who declined or withdrew.
 */
declined: number, };
