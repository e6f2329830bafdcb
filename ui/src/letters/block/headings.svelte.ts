/// Headings of one's own on a letter: their order, who stands under which, and who is pinned.
import type { BlockOptions } from '$bindings/block';
import type { SignOn } from '$bindings/ledger';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import type { BlockPanel } from './blockpanel.svelte';

export class Headings {
  #panel: BlockPanel;
  #signOns: () => SignOn[];

  /// Those that are ordered, then those that sign-ons have besides.
  #names = $derived.by(() => {
    const found = new Set(this.#options?.headings ?? []);
    for (const { heading } of this.#signOns()) if (heading) found.add(heading);
    return [...found];
  });

  constructor(panel: BlockPanel, signOns: () => SignOn[]) {
    this.#panel = panel;
    this.#signOns = signOns;
  }

  get #options(): BlockOptions | null {
    return this.#panel.options;
  }

  /// Whether the block is grouped by them.
  get used(): boolean {
    return this.#options?.group === 'heading';
  }

  get names(): string[] {
    return this.#names;
  }

  /// Who stands under a heading, or under none with an empty name. Who declined or withdrew stands nowhere.
  members(name: string): SignOn[] {
    return this.#signOns().filter(
      (row) => row.heading === name && row.status !== 'declined' && row.status !== 'withdrawn',
    );
  }

  /// Adds a heading at the end; false when there is one of that name.
  async add(name: string): Promise<boolean> {
    if (!name || this.#names.includes(name)) return false;
    await this.#panel.set({ headings: [...this.#names, name] });
    return true;
  }

  /// Puts a heading at a place among the others.
  async place(name: string, at: number): Promise<void> {
    const others = this.#names.filter((other) => other !== name);
    const to = Math.max(0, Math.min(at, others.length));
    const headings = [...others.slice(0, to), name, ...others.slice(to)];
    if (headings.join('\n') === this.#names.join('\n')) return;
    await this.#panel.set({ headings });
  }

  /// Gives a heading another name; its members come along.
  async rename(from: string, to: string): Promise<boolean> {
    if (!to || to === from || this.#names.includes(to)) return to === from;
    return this.#rename(from, to);
  }

  /// Removes a heading; its members stand under none.
  async remove(name: string): Promise<boolean> {
    return this.#rename(name, '');
  }

  async #rename(from: string, to: string): Promise<boolean> {
    return app.attempt(async () => app.applied(await api.renameHeading(this.#panel.letterId, from, to)));
  }

  async move(ids: number[], heading: string): Promise<void> {
    if (ids.length === 0) return;
    await app.attempt(async () => app.applied(await api.setSignOnHeading(ids, heading)));
  }

  async pin(id: number, pin: number | null): Promise<void> {
    await app.attempt(async () => app.applied(await api.setSignOnPin(id, pin)));
  }
}
