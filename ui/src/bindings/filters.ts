// Written by `cargo xtask bindings`: change the types in Rust.
import type { FilterId } from "./ids";
import type { OrganizationFilter, TextValues } from "./organizations";
import type { PersonFilter } from "./people";

/**
 * What a saved filter finds.
 */
export type Filter = { "about": "organizations", "filter": OrganizationFilter } | { "about": "people", "filter": PersonFilter };

/**
 * What filters offer to choose from.
 */
export type FilterChoices = {
/**
 * The tags of organizations and people.
 */
tags: Array<string>,
/**
 * The states and regions of organizations.
 */
states: Array<string>,
/**
 * The countries of organizations.
 */
countries: Array<string>,
/**
 * The languages of people, as BCP 47 tags.
 */
languages: Array<string>,
/**
 * What the text fields of organizations say.
 */
texts: Array<TextValues>, };

/**
 * A filter under a name: a list that one can ask to sign.
 */
export type SavedFilter = {
/**
 * Its id.
 */
id: FilterId,
/**
 * Its name.
 */
name: string,
/**
 * What it finds.
 */
filter: Filter,
/**
 * How many it finds now.
 */
count: number, };
