// Written by `cargo xtask bindings`: change the types in Rust.
import type { OrganizationId, SignOnId } from "./ids";

/**
 * A finding of the check that somebody had accepted when an edition was frozen.
 */
export type AcceptedItem = {
/**
 * What was found.
 */
message: string,
/**
 * Who accepted it.
 */
by: string,
/**
 * In their words.
 */
word: string,
/**
 * When, ISO 8601 in UTC.
 */
at: string, };

/**
 * Something that the check before a letter goes out has found.
 */
export type CheckItem = {
/**
 * What it is.
 */
kind: CheckKind,
/**
 * How much it weighs.
 */
weight: CheckWeight,
/**
 * How it is mended.
 */
mend: CheckMend,
/**
 * The sign-on that it is about, when it is about one.
 */
signOn: SignOnId | null,
/**
 * The organization that may be the same as the sign-on's, or that it is a chapter of.
 */
other: OrganizationId | null,
/**
 * What it is and how to mend it.
 */
message: string,
/**
 * What it is known by, to accept it.
 */
id: string,
/**
 * By whom it was accepted, where it was.
 */
settled: Settled | null, };

/**
 * What the check looks for.
 */
export type CheckKind = "empty" | "no-ground" | "unwritten" | "nobody-responsible" | "count-differs" | "title-missing" | "parent-and-chapter" | "name-differs" | "said-yes-left-out" | "older-version" | "withdrawn" | "sent-and-withdrawn" | "twice" | "perhaps-twice" | "name-changed" | "may-opt-out" | "late" | "other-domain" | "free-mail" | "signer-not-there" | "signer-may-not-sign" | "first-contact" | "former-organization" | "list-only" | "asked-by-import";

/**
 * How a finding is mended: what the window offers to do.
 */
export type CheckMend = "confirm" | "ask" | "signer" | "name" | "text" | "merge" | "edition" | "look" | "verify";

/**
 * How much a finding weighs. Its words on the wire and on the command line are `stop` and `look`.
 */
export type CheckWeight = "stop" | "look";

/**
 * A finding that somebody accepted.
 */
export type Settled = {
/**
 * Who.
 */
by: string,
/**
 * In their words.
 */
word: string,
/**
 * When, ISO 8601 in UTC.
 */
at: string, };
