// Written by `cargo xtask bindings`: change the types in Rust.

/**
 * Something found.
 */
export type Hit = {
/**
 * What it is.
 */
kind: HitKind,
/**
 * Its id, of that kind.
 */
id: number,
/**
 * Its name or title.
 */
title: string,
/**
 * What tells it from others: the place; role and organization; the addressee.
 */
detail: string,
/**
 * The alias, email, phone or tag by which it was found, when neither title nor detail shows why.
 */
matched: string | null, };

/**
 * What kind of thing was found.
 */
export type HitKind = "organization" | "letter" | "person";
