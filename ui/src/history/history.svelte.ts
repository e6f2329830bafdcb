/// The history as it is read: filtered, a part at a time, the latest first.
import type { HistoryItem, HistoryQuery } from '$bindings/history';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { dateField } from '$lib/time';

/// So many lines are fetched at once.
const portion = 100;

/// What the history is narrowed down to.
export interface Narrowed {
  letter: { id: number; name: string } | null;
  organization: { id: number; name: string } | null;
  person: { id: number; name: string } | null;
  from: string;
  to: string;
}

/// The lines of one day.
export interface Day {
  /// `2020-12-15`, on this computer's calendar.
  date: string;
  items: HistoryItem[];
}

export class History {
  #items = $state.raw<HistoryItem[] | null>(null);
  #more = $state(false);
  #failure = $state.raw<string | null>(null);
  #loading = $state(false);
  #text = $state('');
  #narrowed = $state.raw<Narrowed>({ letter: null, organization: null, person: null, from: '', to: '' });
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  days = $derived.by(() => byDay(this.#items ?? []));

  constructor(narrowed: Partial<Narrowed> = {}) {
    this.#narrowed = { ...this.#narrowed, ...narrowed };
  }

  /// The lines so far; null before the first ones are there.
  get items(): HistoryItem[] | null {
    return this.#items;
  }

  /// Whether there are older ones.
  get more(): boolean {
    return this.#more;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get failure(): string | null {
    return this.#failure;
  }

  get narrowed(): Narrowed {
    return this.#narrowed;
  }

  get isNarrowed(): boolean {
    const { letter, organization, person, from, to } = this.#narrowed;
    return Boolean(letter ?? organization ?? person) || from !== '' || to !== '' || this.#text.trim() !== '';
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), 120);
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_history'], () => this.load());
  }

  narrow(by: Partial<Narrowed>): void {
    this.#narrowed = { ...this.#narrowed, ...by };
    void this.load();
  }

  clear(): void {
    this.#text = '';
    this.narrow({ letter: null, organization: null, person: null, from: '', to: '' });
  }

  async load(): Promise<void> {
    const generation = ++this.#generation;
    this.#loading = true;
    try {
      const page = await api.listHistory(this.#query(null));
      if (generation !== this.#generation) return;
      this.#items = page.items;
      this.#more = page.more;
      this.#failure = null;
    } catch (error) {
      if (generation === this.#generation) this.#failure = api.wireError(error).message;
    } finally {
      if (generation === this.#generation) this.#loading = false;
    }
  }

  /// Fetches the next older lines.
  async older(): Promise<void> {
    const last = this.#items?.at(-1);
    if (!last || !this.#more || this.#loading) return;
    const generation = this.#generation;
    this.#loading = true;
    try {
      const page = await api.listHistory(this.#query(last.seq));
      if (generation !== this.#generation) return;
      this.#items = [...(this.#items ?? []), ...page.items];
      this.#more = page.more;
    } catch (error) {
      app.problem(error);
      this.#more = false;
    } finally {
      if (generation === this.#generation) this.#loading = false;
    }
  }

  #query(before: number | null): HistoryQuery {
    const { letter, organization, person, from, to } = this.#narrowed;
    return {
      letterId: letter?.id ?? null,
      organizationId: organization?.id ?? null,
      personId: person?.id ?? null,
      text: this.#text.trim(),
      from: from || null,
      to: to || null,
      actions: [],
      before,
      limit: portion,
    };
  }
}

/// Lines by the local day on which they were done, in the order they come in.
export function byDay(items: HistoryItem[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const date = dateField(new Date(item.at));
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}
