/// The imports of the past: their list, the one that is looked at, and its rows.
import type { ImportRowView, ImportSummary, Outcome } from '$bindings/imports';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { Pages } from '$lib/ui/pages.svelte';

export class ImportsPage {
  #all = $state.raw<ImportSummary[] | null>(null);
  #failure = $state.raw<string | null>(null);
  #openId = $state<number | null>(null);
  #tab = $state<Outcome | null>(null);
  readonly pages: Pages<ImportRowView>;

  constructor() {
    this.pages = new Pages(
      async (offset, limit) =>
        this.#openId === null
          ? { total: 0, rows: [] }
          : api.listImportRows(this.#openId, this.#tab, offset, limit),
      (error) => api.wireError(error).message,
    );
  }

  /// All of them, the newest first; null before they are there.
  get all(): ImportSummary[] | null {
    return this.#all;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// The one that is looked at.
  readonly current: ImportSummary | null = $derived.by(
    () => this.#all?.find((one) => one.id === this.#openId) ?? this.#all?.[0] ?? null,
  );

  /// The outcome whose rows are shown; null for all.
  get tab(): Outcome | null {
    return this.#tab;
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_imports'], () => this.load());
  }

  async load(): Promise<void> {
    try {
      this.#all = await api.listImports();
      this.#failure = null;
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
    await this.open(this.#openId);
  }

  /// Looks at one; at the newest when it is gone, because its import was undone.
  async open(id: number | null): Promise<void> {
    const there = this.#all?.find((one) => one.id === id) ?? this.#all?.[0];
    if (there?.id !== this.#openId) this.#tab = null;
    this.#openId = there?.id ?? null;
    if (there) await this.pages.reload(true);
  }

  async show(tab: Outcome | null): Promise<void> {
    this.#tab = tab;
    await this.pages.reload(true);
  }

  async undo(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.undoImport(id)));
  }

  async saveSource(id: number): Promise<void> {
    await this.#save(() => api.saveImportSource(id));
  }

  async saveRejects(id: number): Promise<void> {
    await this.#save(() => api.saveImportRejects(id));
  }

  async #save(save: () => Promise<string | null>): Promise<void> {
    await app.attempt(async () => {
      const path = await save();
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }
}
