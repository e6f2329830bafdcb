// Written by `cargo xtask bindings`: change the types in Rust.
import type { LetterId } from "./ids";
import type { OrganizationRef } from "./organizations";
import type { MatrixRows, MatrixSort, Status } from "./words";

/**
 * A part of the matrix.
 */
export type Matrix = {
/**
 * The columns shown.
 */
letters: Array<MatrixLetter>,
/**
 * How many columns there are in all.
 */
lettersTotal: number,
/**
 * How many rows there are in all.
 */
total: number,
/**
 * The rows of this part.
 */
rows: Array<MatrixRow>, };

/**
 * A letter as the head of a column.
 */
export type MatrixLetter = {
/**
 * The letter.
 */
id: LetterId,
/**
 * Its title.
 */
title: string,
/**
 * When it was delivered, else started, ISO 8601 in UTC.
 */
at: string | null, };

/**
 * Which part of the matrix.
 */
export type MatrixQuery = {
/**
 * The letters, in this order; None for all, the latest first.
 */
letterIds: Array<LetterId> | null,
/**
 * How many of the letters are left out at the beginning: of very many, a part is shown at a time.
 */
from: number,
/**
 * The organizations.
 */
organizations: MatrixRows,
/**
 * Their order.
 */
sort: MatrixSort,
/**
 * How many rows are left out at the beginning.
 */
offset: number,
/**
 * At most so many rows.
 */
limit: number, };

/**
 * An organization with where it stands on each letter.
 */
export type MatrixRow = {
/**
 * The organization.
 */
organization: OrganizationRef,
/**
 * How many of all letters asked for it confirmed, those not shown too.
 */
signed: number,
/**
 * Its status on each letter shown; None where it is not on it.
 */
cells: Array<Status | null>, };
