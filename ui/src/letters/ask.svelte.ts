/// Asking organizations to sign: finding them, picking several, adding what is not there yet.
import type { OrganizationFilter } from '$bindings/OrganizationFilter';
import type { OrganizationRow } from '$bindings/OrganizationRow';
import type { ReviewRow } from '$bindings/ReviewRow';
import type { SavedFilter } from '$bindings/SavedFilter';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

/// Somebody picked: an organization, or the name of one that will be added.
export interface Pick {
  id: number | null;
  name: string;
}

/// All whom a saved filter finds and who are not on the letter yet.
export interface PickedList {
  name: string;
  picks: Pick[];
}

/// How many organizations are shown at once: whoever looks for more types another letter.
const shown = 60;
/// The rows of a list are fetched in portions of so many.
const portion = 500;

export class Ask {
  readonly letterId: number;
  query = $state('');
  status = $state<'to-ask' | 'asked'>('to-ask');
  #found = $state.raw<OrganizationRow[]>([]);
  #total = $state(0);
  #there = $state.raw<ReadonlySet<number>>(new Set());
  #picked = $state.raw<Pick[]>([]);
  #filters = $state.raw<SavedFilter[]>([]);
  #lists = $state.raw<PickedList[]>([]);
  #problem = $state<string | null>(null);
  #asked = 0;

  constructor(letterId: number) {
    this.letterId = letterId;
  }

  get found(): OrganizationRow[] {
    return this.#found;
  }

  /// How many were found beyond those that are shown.
  get more(): number {
    return Math.max(0, this.#total - this.#found.length);
  }

  get picked(): Pick[] {
    return this.#picked;
  }

  /// The saved filters whose organizations can be picked at once.
  get filters(): SavedFilter[] {
    return this.#filters;
  }

  get lists(): PickedList[] {
    return this.#lists;
  }

  /// Everybody picked, one by one and by lists, each once.
  get everybody(): Pick[] {
    const ids = new Set(this.#picked.map((pick) => pick.id));
    const others = this.#lists.flatMap(({ picks }) => picks).filter(({ id }) => !ids.has(id));
    return [...this.#picked, ...new Map(others.map((pick) => [pick.id, pick])).values()];
  }

  get problem(): string | null {
    return this.#problem;
  }

  /// The name that could be added: what was typed, when no organization is called exactly so.
  get newName(): string | null {
    const name = this.query.trim();
    const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    if (!name || this.#found.some((row) => same(row.name))) return null;
    return this.#picked.some((pick) => same(pick.name)) ? null : name;
  }

  isThere(id: number): boolean {
    return this.#there.has(id);
  }

  isPicked(id: number): boolean {
    return this.#picked.some((pick) => pick.id === id);
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      const signOns = await api.listSignOns(this.letterId);
      this.#there = new Set(signOns.flatMap((row) => row.organizationId ?? []));
      const saved = await api.listFilters();
      this.#filters = saved.filter(({ filter }) => filter.about === 'organizations');
      await this.find();
    });
  }

  /// Picks all whom a saved filter finds and who are not on the letter yet.
  async pickList(saved: SavedFilter): Promise<void> {
    const { filter } = saved.filter;
    if (saved.filter.about !== 'organizations' || this.#lists.some(({ name }) => name === saved.name)) return;
    await this.#try(async () => {
      const found = await api.listOrganizationIds(filter as OrganizationFilter, {
        column: 'name',
        reversed: false,
      });
      const ids = found.filter((id) => !this.#there.has(id));
      const picks: Pick[] = [];
      for (let at = 0; at < ids.length; at += portion) {
        const rows = await api.listOrganizationRows(ids.slice(at, at + portion));
        picks.push(...rows.map(({ id, name }) => ({ id, name })));
      }
      this.#lists = [...this.#lists, { name: saved.name, picks }];
    });
  }

  dropList(list: PickedList): void {
    this.#lists = this.#lists.filter((other) => other !== list);
  }

  async find(): Promise<void> {
    const mine = ++this.#asked;
    await this.#try(async () => {
      const page = await api.findOrganizations(this.query.trim(), shown);
      if (mine !== this.#asked) return;
      this.#found = page.rows;
      this.#total = page.total;
    });
  }

  toggle(row: OrganizationRow): void {
    if (this.isThere(row.id)) return;
    this.#picked = this.isPicked(row.id)
      ? this.#picked.filter((pick) => pick.id !== row.id)
      : [...this.#picked, { id: row.id, name: row.name }];
  }

  pickNew(): void {
    const name = this.newName;
    if (name) this.#picked = [...this.#picked, { id: null, name }];
    this.query = '';
    void this.find();
  }

  drop(pick: Pick): void {
    this.#picked = this.#picked.filter((other) => other !== pick);
  }

  /// Puts everybody picked on the letter, as one action. True when it is done.
  async save(): Promise<boolean> {
    return this.#try(async () => {
      const everybody = this.everybody;
      const known = everybody.flatMap((pick) => pick.id ?? []);
      if (this.status === 'to-ask' && known.length === everybody.length) {
        await app.applied(await api.addSignOns(this.letterId, known));
        return;
      }
      // With new names, or asked already, it is an import of decided rows: still one step to undo.
      const target = { kind: 'sign-ons', letterId: this.letterId, status: this.status } as const;
      await app.applied(await api.importRows(everybody.map(decided), target, ''));
    });
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#problem = null;
      return true;
    } catch (error) {
      this.#problem = api.wireError(error).message;
      return false;
    }
  }
}

function decided(pick: Pick): ReviewRow {
  return {
    name: pick.name,
    signer: null,
    title: null,
    place: null,
    heading: null,
    start: 0,
    end: 0,
    doubt: null,
    doubtKind: null,
    decision: pick.id === null ? { kind: 'new' } : { kind: 'match', organizationId: pick.id },
  };
}
