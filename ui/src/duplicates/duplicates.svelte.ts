/// The search for duplicates and what came of it. It outlives the page: whoever comes back finds it as it was.
import type { Progress } from '$bindings/app';
import type { DuplicatesView, KinshipView, LikenessView } from '$bindings/duplicates';
import type { OrganizationRef, OrganizationRow } from '$bindings/organizations';
import * as api from '$lib/api';
import { app, isStale } from '$lib/app.svelte';

/// Organizations that are likely the same, as they are now.
export interface Group {
  key: string;
  rows: OrganizationRow[];
  pairs: LikenessView[];
  /// The one that the others would be merged into.
  kept: OrganizationRow;
  /// The one that is next to be merged into it.
  other: OrganizationRow;
}

/// A parent with those that may belong under it.
export interface Family {
  parent: OrganizationRef;
  children: KinshipView[];
}

/// A search that took no longer than this, in milliseconds, is run again by itself when something changed.
const quick = 2500;
const pairOf = (a: number, b: number): string => [a, b].sort((one, other) => one - other).join('-');

export class Duplicates {
  #view = $state.raw<DuplicatesView | null>(null);
  /// The organizations as they are now; null for one that is gone.
  #rows = $state.raw<ReadonlyMap<number, OrganizationRow | null>>(new Map());
  #apart = $state.raw<ReadonlySet<string>>(new Set());
  #kept = $state.raw<ReadonlyMap<string, number>>(new Map());
  #progress = $state.raw<Progress | null>(null);
  #failure = $state.raw<string | null>(null);
  #foundAt = $state.raw<Date | null>(null);
  #stale = $state(false);
  #at = $state(0);
  #file: string | undefined;
  #took = 0;
  #run = 0;
  #shown = false;
  #parting = false;

  #groups = $derived.by(() => this.#view?.groups.flatMap((group) => this.#now(group.pairs)) ?? []);
  #families = $derived.by(() => this.#related());

  /// The groups that still stand, best first.
  get groups(): Group[] {
    return this.#groups;
  }

  /// How many groups there are beyond those shown.
  get more(): number {
    return this.#view ? this.#view.total - this.#view.groups.length : 0;
  }

  /// Parents and chapters that nothing says so of yet, by parent.
  get families(): Family[] {
    return this.#families;
  }

  get kinships(): number {
    return this.#families.reduce((sum, family) => sum + family.children.length, 0);
  }

  get moreKinships(): number {
    return this.#view ? this.#view.familiesTotal - this.#view.families.length : 0;
  }

  /// How far the search is, while it runs.
  get progress(): Progress | null {
    return this.#progress;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// When the search ended whose findings are shown; null when there was none.
  get foundAt(): Date | null {
    return this.#foundAt;
  }

  /// Whether something changed since, and the search takes too long to be run again unasked.
  get stale(): boolean {
    return this.#stale;
  }

  /// The group that is looked at.
  get current(): Group | undefined {
    return this.#groups[this.index];
  }

  get index(): number {
    return Math.max(0, Math.min(this.#at, this.#groups.length - 1));
  }

  moveTo(index: number): void {
    this.#at = Math.max(0, Math.min(index, this.#groups.length - 1));
  }

  /// Follows changes for as long as the page is there, and searches when nothing was found yet.
  follow(): () => void {
    this.#shown = true;
    const end = app.onChange(['find_duplicates', 'list_organization_rows'], (change) => {
      if (this.#parting) return;
      // When no row changed, somebody took back that two are not the same.
      const rows = change === null || isStale(['list_organization_rows'], change);
      return rows ? this.#changed() : this.search();
    });
    if (this.#file !== app.state?.filePath) this.#forget();
    if (this.#foundAt === null) void this.search();
    else void this.#changed();
    return () => {
      this.#shown = false;
      end();
    };
  }

  async search(): Promise<void> {
    const run = ++this.#run;
    const started = performance.now();
    this.#progress = { done: 0, of: 0 };
    try {
      const view = await api.findDuplicates((progress) => {
        if (run === this.#run) this.#progress = progress;
      });
      if (run !== this.#run) return;
      this.#rows = new Map(
        view.groups.flatMap((group) => group.organizations.map((row) => [row.id, row] as const)),
      );
      this.#view = view;
      this.#apart = new Set();
      this.#failure = null;
      this.#foundAt = new Date();
      this.#stale = false;
      this.#took = performance.now() - started;
    } catch (error) {
      const { kind, message } = api.wireError(error);
      if (run === this.#run && kind !== 'cancelled') this.#failure = message;
    } finally {
      if (run === this.#run) this.#progress = null;
    }
  }

  async cancel(): Promise<void> {
    await app.attempt(() => api.cancelWork());
  }

  /// Takes another one of the group for the one that is kept.
  keep(group: Group, id: number): void {
    this.#kept = new Map(this.#kept).set(group.key, id);
  }

  /// Takes the one before or after it.
  keepNext(group: Group, by: number): void {
    const at = group.rows.indexOf(group.kept);
    const next = group.rows[(at + by + group.rows.length) % group.rows.length];
    if (next) this.keep(group, next.id);
  }

  /// Remembers that two are not the same.
  async part(one: number, other: number): Promise<void> {
    await app.attempt(async () => {
      this.#parting = true;
      try {
        await app.applied(await api.keepApart(one, other));
      } finally {
        this.#parting = false;
      }
      this.#apart = new Set([...this.#apart, pairOf(one, other)]);
    });
  }

  /// Puts organizations under another: one action.
  async adopt({ parent }: Family, children: KinshipView[]): Promise<void> {
    await this.#adopt(children.map(({ child }) => [parent.id, child.id]));
  }

  /// Every family at once: one action too.
  async adoptAll(): Promise<void> {
    const pairs = this.#families.flatMap(({ parent, children }) =>
      children.map(({ child }): [number, number] => [parent.id, child.id]),
    );
    await this.#adopt(pairs);
  }

  async #adopt(pairs: [number, number][]): Promise<void> {
    await app.attempt(async () => app.applied(await api.setParents(pairs)));
  }

  #forget(): void {
    this.#file = app.state?.filePath;
    this.#view = null;
    this.#foundAt = null;
    this.#at = 0;
    this.#kept = new Map();
  }

  async #changed(): Promise<void> {
    if (this.#file !== app.state?.filePath) {
      this.#forget();
      return this.search();
    }
    if (!this.#view) return;
    // What was merged away goes at once, and what an undo brought back comes back.
    const ids = [
      ...this.#view.groups.flatMap((group) => group.organizations.map((row) => row.id)),
      ...this.#view.families.flatMap(({ parent, child }) => [parent.id, child.id]),
    ];
    try {
      const rows = await api.listOrganizationRows([...new Set(ids)]);
      const gone = ids.map((id) => [id, null] as const);
      this.#rows = new Map([...gone, ...rows.map((row) => [row.id, row] as const)]);
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
    if (this.#took <= quick && this.#shown) await this.search();
    else this.#stale = true;
  }

  /// What is left of a group: pairs of which both are there and that were not put apart.
  #now(found: LikenessView[]): Group[] {
    const pairs = found.filter(
      ({ a, b }) => this.#rows.get(a) && this.#rows.get(b) && !this.#apart.has(pairOf(a, b)),
    );
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const rows = ids.flatMap((id) => this.#rows.get(id) ?? []).sort((a, b) => b.letters - a.letters);
    const key = [...ids].sort((a, b) => a - b).join('-');
    const kept = rows.find((row) => row.id === this.#kept.get(key)) ?? rows[0];
    const other = rows.find((row) => row !== kept);
    return kept && other ? [{ key, rows, pairs, kept, other }] : [];
  }

  #related(): Family[] {
    const families = new Map<number, Family>();
    for (const kinship of this.#view?.families ?? []) {
      const { parent, child } = kinship;
      const [above, below] = [this.#rows.get(parent.id), this.#rows.get(child.id)];
      const settled = above === null || below === null || (below && below.parentId !== null);
      if (settled || this.#apart.has(pairOf(parent.id, child.id))) continue;
      const family = families.get(parent.id) ?? { parent, children: [] };
      family.children.push(kinship);
      families.set(parent.id, family);
    }
    return [...families.values()];
  }
}

export const duplicates = new Duplicates();
