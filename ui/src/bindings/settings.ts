// Written by `cargo xtask bindings`: change the types in Rust.
import type { Carrier } from "./outreach";
import type { Paper } from "./words";

/**
 * How dates are written.
 */
export type DateStyle = "language" | "day-first" | "year-first";

/**
 * The settings of the program, the same for all of its windows.
 */
export type Settings = {
/**
 * Who uses the program, as the history names them beside each action; empty for nobody in particular.
 */
name: string,
/**
 * Whether the window has asked for the name, so that it asks once.
 */
nameAsked: boolean,
/**
 * The address that answers to drafts go to, or empty.
 */
email: string,
/**
 * The organization that drafts are written for, or empty.
 */
organization: string,
/**
 * What carries a draft to the mail program of this computer.
 */
carrier: Carrier,
/**
 * Whether the carrier was chosen, so that it is asked once.
 */
carrierChosen: boolean,
/**
 * Light, dark, or as the system is.
 */
theme: Theme,
/**
 * How dates are written, and which number of one that is typed is the day.
 */
dates: DateStyle,
/**
 * What documents are made for.
 */
paper: Paper,
/**
 * After how many minutes without a key or a movement a locked file locks itself; 0 for never.
 */
lockAfter: number,
/**
 * After how many seconds what the program put on the clipboard is taken off it; 0 for never.
 */
clearClipboardAfter: number,
/**
 * Whether the program remembers which files were opened: their paths, and nothing else.
 */
keepRecent: boolean, };

/**
 * How the windows look.
 */
export type Theme = "system" | "light" | "dark";
