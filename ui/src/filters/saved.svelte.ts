/// The filters kept under a name, and the one in use.
import type { Filter, SavedFilter } from '$bindings/filters';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

export class SavedFilters {
  readonly about: Filter['about'];
  #all = $state.raw<SavedFilter[]>([]);
  #usedId = $state<number | null>(null);

  constructor(about: Filter['about']) {
    this.about = about;
  }

  get all(): SavedFilter[] {
    return this.#all;
  }

  /// The one that was taken last, whether or not it was changed since.
  get used(): SavedFilter | null {
    return this.#all.find((saved) => saved.id === this.#usedId) ?? null;
  }

  /// Loads them; their counts follow what they find.
  follow(): () => void {
    void this.load();
    return app.onChange(['list_filters'], () => this.load());
  }

  async load(): Promise<void> {
    try {
      this.#all = (await api.listFilters()).filter(({ filter }) => filter.about === this.about);
    } catch (error) {
      app.problem(error);
    }
  }

  use(saved: SavedFilter | null): void {
    this.#usedId = saved?.id ?? null;
  }

  isChanged(filter: Filter['filter']): boolean {
    return this.used !== null && !same(this.used.filter.filter, filter);
  }

  /// Whether there is one of that name, which would be replaced.
  has(name: string): boolean {
    return this.#all.some((saved) => saved.name.toLowerCase() === name.trim().toLowerCase());
  }

  /// The sentence that says why it was refused, or null when it is kept.
  async save(name: string, filter: Filter): Promise<string | null> {
    try {
      this.#usedId = await app.applied(await api.saveFilter(name, filter));
      return null;
    } catch (error) {
      return api.wireError(error).message;
    }
  }

  async forget(saved: SavedFilter): Promise<void> {
    await app.attempt(async () => app.applied(await api.removeFilter(saved.id)));
  }
}

/// The same filter, in whatever order its fields come.
function same(one: Filter['filter'], other: Filter['filter']): boolean {
  const inOrder = (filter: Filter['filter']): string =>
    JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)));
  return inOrder(one) === inOrder(other);
}
