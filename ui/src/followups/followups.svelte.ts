/// Whom to chase today, across letters, the most urgent first; and what one key does about it.
import type { Followup, StatusChange } from '$bindings/ledger';
import type { FollowupKind } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { daysAfter } from '$lib/time';

/// What a key does about a follow-up.
export type Deed = 'done' | 'later' | 'called' | 'wrote';

/// "Later" is in so many days.
export const laterDays = 7;

/// The keys, as they are shown beside their words.
export const deeds: { deed: Deed; key: string; label: string }[] = [
  { deed: 'wrote', key: 'w', label: 'ui-followup-wrote' },
  { deed: 'called', key: 'c', label: 'ui-followup-called' },
  { deed: 'done', key: 'd', label: 'ui-followup-done' },
  { deed: 'later', key: 'l', label: 'ui-followup-later' },
];

export class Followups {
  #all = $state.raw<Followup[] | null>(null);
  #failure = $state.raw<string | null>(null);
  #letterId = $state<number | null>(null);
  #kind = $state<FollowupKind | null>(null);
  #cursorId = $state<number | null>(null);
  #selected = $state.raw<ReadonlySet<number>>(new Set());
  /// Where a range that Shift makes longer begins.
  #anchor: number | null = null;
  #asked = 0;

  /// Those that the filter leaves, those who wait out the least gap last.
  rows = $derived.by(() => {
    const shown = (this.#all ?? []).filter(
      (row) =>
        (this.#letterId === null || row.letterId === this.#letterId) &&
        (this.#kind === null || row.kind === this.#kind),
    );
    return [...shown.filter((row) => row.waiting === null), ...shown.filter((row) => row.waiting !== null)];
  });
  /// Index of the row that keys act on; -1 without rows.
  cursor = $derived.by(() => {
    const at = this.rows.findIndex((row) => row.signOnId === this.#cursorId);
    return at >= 0 ? at : this.rows.length > 0 ? 0 : -1;
  });

  /// The selected rows that are in view: nothing that is hidden is acted on.
  selected = $derived.by(() => this.rows.filter(({ signOnId }) => this.#selected.has(signOnId)));

  /// What a key acts on: the selected rows, or the one at the cursor.
  get targets(): Followup[] {
    if (this.selected.length > 0) return this.selected;
    return this.current ? [this.current] : [];
  }

  /// All of them, whatever the filter; null before they are there.
  get all(): Followup[] | null {
    return this.#all;
  }

  get failure(): string | null {
    return this.#failure;
  }

  get letterId(): number | null {
    return this.#letterId;
  }

  get kind(): FollowupKind | null {
    return this.#kind;
  }

  get current(): Followup | undefined {
    return this.rows[this.cursor];
  }

  /// How many want something today: those who wait are not counted.
  get due(): number {
    return (this.#all ?? []).filter((row) => row.waiting === null).length;
  }

  /// The letters that follow-ups are about, by name.
  get letters(): { id: number; title: string; count: number }[] {
    const byId = new Map<number, { id: number; title: string; count: number }>();
    for (const { letterId, letter } of this.#all ?? []) {
      const count = (byId.get(letterId)?.count ?? 0) + 1;
      byId.set(letterId, { id: letterId, title: letter, count });
    }
    return [...byId.values()].sort((a, b) => a.title.localeCompare(b.title));
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_followups'], () => this.load());
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const all = await api.listFollowups(null);
      if (asked !== this.#asked) return;
      this.#keepPlace(all);
      this.#all = all;
      this.#failure = null;
    } catch (error) {
      if (asked === this.#asked) this.#failure = api.wireError(error).message;
    }
  }

  /// Whoever is done goes from the list: the cursor goes on to the next that stays.
  #keepPlace(all: Followup[]): void {
    const left = new Map(all.map((row) => [row.signOnId, row]));
    const going = this.rows.slice(Math.max(0, this.cursor));
    const before = this.rows.slice(0, Math.max(0, this.cursor)).toReversed();
    // Who was just contacted stays in the list, but waits: they are passed over as well.
    const next = [...going, ...before].find(({ signOnId, waiting }) => {
      const now = left.get(signOnId);
      return now !== undefined && (now.waiting === null || waiting !== null);
    });
    this.#cursorId = next?.signOnId ?? null;
  }

  show(letterId: number | null): void {
    this.#letterId = letterId;
  }

  showKind(kind: FollowupKind | null): void {
    this.#kind = kind;
  }

  isSelected(row: Followup): boolean {
    return this.#selected.has(row.signOnId);
  }

  /// Selects a row, or takes it out.
  toggle(index: number): void {
    const id = this.rows[index]?.signOnId;
    if (id === undefined) return;
    const selected = new Set(this.selected.map(({ signOnId }) => signOnId));
    if (!selected.delete(id)) selected.add(id);
    this.#selected = selected;
    this.#anchor = index;
  }

  /// Selects from where the range began to a row, which the cursor goes to.
  selectTo(index: number): void {
    const to = Math.max(0, Math.min(index, this.rows.length - 1));
    const from = (this.#anchor ??= this.cursor);
    const range = this.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#selected = new Set(range.map(({ signOnId }) => signOnId));
    this.moveTo(to);
  }

  selectAll(): void {
    this.#selected = new Set(this.rows.map(({ signOnId }) => signOnId));
  }

  clearSelection(): void {
    this.#selected = new Set();
    this.#anchor = null;
  }

  moveTo(index: number): void {
    const at = Math.max(0, Math.min(index, this.rows.length - 1));
    this.#cursorId = this.rows[at]?.signOnId ?? null;
  }

  /// Does one of the four, for all of these. "Done" needs no more today; whoever does not answer comes up again tomorrow.
  async act(rows: Followup[], deed: Deed): Promise<void> {
    const ids = rows.map(({ signOnId }) => signOnId);
    const now = { text: '', at: null };
    const wrote = async (kind: 'ask' | 'reminder', isFirst: boolean): Promise<void> => {
      const to = rows.filter(({ status }) => (status === 'to-ask') === isFirst);
      if (to.length === 0) return;
      const written = to.map(({ signOnId }) => signOnId);
      await app.applied(await api.logOutreach(written, { kind, via: 'email', ...now }));
    };
    await app.attempt(async () => {
      if (deed === 'wrote') {
        await wrote('ask', true);
        await wrote('reminder', false);
      } else if (deed === 'called')
        await app.applied(await api.logOutreach(ids, { kind: 'call', via: 'phone', ...now }));
      else
        await app.applied(await api.setChaseAfter(ids, daysAfter(app.now, deed === 'done' ? 1 : laterDays)));
      this.clearSelection();
    });
  }

  /// Leaves them alone until a day.
  async later(rows: Followup[], date: string): Promise<void> {
    const ids = rows.map(({ signOnId }) => signOnId);
    await app.attempt(async () => {
      await app.applied(await api.setChaseAfter(ids, date));
      this.clearSelection();
    });
  }

  /// Sets a status. Throws what the core refuses, so that the form that asked can show it.
  async setStatus(ids: number[], change: StatusChange): Promise<void> {
    await app.inTurn(async () => app.applied(await api.setSignOnStatus(ids, change)));
  }
}

/// How many follow-ups are due, for the navigation. It counts anew only once things are quiet, so that nothing that is
/// done waits for it.
class Due {
  #count = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get count(): number {
    return this.#count;
  }

  follow(): () => void {
    // After what the window begins with.
    this.#soon(300);
    const stop = app.onChange(['list_followups'], () => this.#soon(700));
    return () => {
      clearTimeout(this.#timer);
      stop();
    };
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), wait);
  }

  async #load(): Promise<void> {
    try {
      this.#count = (await api.listFollowups(null)).filter((row) => row.waiting === null).length;
    } catch {
      // The page of the follow-ups says what is wrong.
      this.#count = 0;
    }
  }
}

export const due = new Due();
