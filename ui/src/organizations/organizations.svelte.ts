/// The list of organizations, of any length: only what is seen is fetched, a page at a time.
import type { OrganizationDetail } from '$bindings/OrganizationDetail';
import type { OrganizationRow } from '$bindings/OrganizationRow';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

const pageSize = 100;
const tables = ['organization', 'organization_alias', 'letter', 'letter_lead', 'sign_on'];

export class OrganizationsPage {
  #query = $state('');
  #total = $state<number | null>(null);
  #pages = $state.raw<ReadonlyMap<number, OrganizationRow[]>>(new Map());
  #failure = $state.raw<string | null>(null);
  #cursor = $state(0);
  #detail = $state.raw<OrganizationDetail | null>(null);
  #openId: number | null = null;
  #generation = 0;
  #asked = new Set<number>();

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#cursor = 0;
    void this.load();
  }

  /// How many were found; null before it is known.
  get total(): number | null {
    return this.#total;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// The row that keys act on.
  get cursor(): number {
    return this.#cursor;
  }

  /// The organization that is shown in full, if any.
  get detail(): OrganizationDetail | null {
    return this.#detail;
  }

  follow(): () => void {
    void this.load();
    return app.onChange(tables, async () => {
      await this.load();
      if (this.#openId !== null) await this.open(this.#openId);
    });
  }

  /// A row, or undefined while it is not there yet.
  row(index: number): OrganizationRow | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /// Fetches the page of a row that came into view.
  want(index: number): void {
    const page = Math.floor(index / pageSize);
    if (!this.#pages.has(page)) void this.#fetch(page);
  }

  async load(): Promise<void> {
    this.#generation += 1;
    this.#asked.clear();
    await this.#fetch(0);
  }

  move(by: number): void {
    this.moveTo(this.#cursor + by);
  }

  moveTo(index: number): void {
    this.#cursor = Math.max(0, Math.min(index, (this.#total ?? 1) - 1));
  }

  async open(id: number): Promise<void> {
    this.#openId = id;
    try {
      const detail = await api.getOrganization(id);
      if (this.#openId === id) this.#detail = detail;
    } catch (error) {
      // Removed, or its adding undone: nothing is left to show.
      if (api.wireError(error).kind !== 'not-found') app.problem(error);
      this.close();
    }
  }

  close(): void {
    this.#openId = null;
    this.#detail = null;
  }

  async remove(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.removeOrganization(id)));
  }

  async #fetch(page: number): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const generation = this.#generation;
    try {
      const { total, rows } = await api.listOrganizations(this.#query.trim(), page * pageSize, pageSize);
      if (generation !== this.#generation) return;
      this.#total = total;
      this.#pages = page === 0 ? new Map([[0, rows]]) : new Map(this.#pages).set(page, rows);
      this.#failure = null;
    } catch (error) {
      if (generation === this.#generation) this.#failure = api.wireError(error).message;
    }
  }
}
