/// Reviewing what was read from a pasted text: the rows as the person mends them, and what an import would do with them.
/// Nothing is written before `record`.
import type { Decision } from '$bindings/Decision';
import type { ImportPlan } from '$bindings/ImportPlan';
import type { ImportTarget } from '$bindings/ImportTarget';
import type { ListForm } from '$bindings/ListForm';
import type { PlannedRow } from '$bindings/PlannedRow';
import type { ReviewRow } from '$bindings/ReviewRow';
import type { Status } from '$bindings/Status';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

import { fieldsFor } from './newletter';
import { toBytes, toUnits } from './offsets';

/// A row under review. It keeps its key through every change, so that a selection stays where it is.
export interface Row {
  key: number;
  row: ReviewRow;
  /// Whether the person looked at what was doubtful and left it as it is.
  settled: boolean;
}

/// Where the names go: on a letter, on a letter that is begun with them, or into the list of organizations alone.
export type Goal = { kind: 'letter'; id: number } | { kind: 'new-letter' } | { kind: 'organizations' };

/// What stands beside a row.
export type Mark = 'known' | 'new' | 'decide' | 'out' | 'again';

/// The largest text handed to the core, in UTF-16 units: its own limit in bytes, so that no more crosses the wire.
const largest = 20 * 1024 * 1024;

/// Milliseconds of rest before what an import would do is asked anew.
const rest = 140;

export class Review {
  #text = $state.raw('');
  /// The name of the file that the text came from; empty when it was pasted.
  #name = '';
  #form = $state.raw<ListForm | null>(null);
  #rows = $state.raw<Row[]>([]);
  #plan = $state.raw<ImportPlan | null>(null);
  #selected = $state<number | null>(null);
  #problem = $state<string | null>(null);
  #busy = $state(false);
  #status = $state<Status>('confirmed');
  #goal = $state.raw<Goal>({ kind: 'organizations' });
  title = $state('');
  #nextKey = 1;
  /// Whether something changed that no preview was asked of yet.
  #waiting = false;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  #planned = $derived.by(() => {
    const plan = this.#plan;
    const planned = new Map<number, PlannedRow>();
    this.#rows.forEach(({ key }, index) => {
      const row = plan?.rows[index];
      if (row) planned.set(key, row);
    });
    return planned;
  });

  #spans = $derived.by(() => {
    const bytes = this.#rows.flatMap(({ row }) => [row.start, row.end]);
    const units = toUnits(this.#text, bytes);
    return new Map(
      this.#rows.map(({ key, row }) => [
        key,
        { start: units.get(row.start) ?? 0, end: units.get(row.end) ?? 0 },
      ]),
    );
  });

  constructor(goal: Goal) {
    this.#goal = goal;
  }

  get text(): string {
    return this.#text;
  }

  get form(): ListForm | null {
    return this.#form;
  }

  get rows(): Row[] {
    return this.#rows;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /// The key of the selected row.
  get selected(): number | null {
    return this.#selected;
  }

  get status(): Status {
    return this.#status;
  }

  get goal(): Goal {
    return this.#goal;
  }

  /// Where each row stands in the text, in units of the string.
  get spans(): ReadonlyMap<number, { start: number; end: number }> {
    return this.#spans;
  }

  /// What an import would do with a row; undefined until it is known.
  planned(key: number): PlannedRow | undefined {
    return this.#planned.get(key);
  }

  mark(entry: Row): Mark {
    const planned = this.planned(entry.key);
    if (entry.row.decision.kind === 'drop') return 'out';
    if (planned?.outcome === 'rejected') return 'again';
    if (planned?.outcome === 'asked') return 'decide';
    if (planned?.organization) return 'known';
    return entry.row.decision.kind === 'match' ? 'known' : 'new';
  }

  /// Whether the reader was unsure of a row and nobody has said anything yet.
  isDoubtful(entry: Row): boolean {
    return entry.row.doubt !== null && !entry.settled && entry.row.decision.kind !== 'drop';
  }

  counts = $derived.by(() => {
    const counts = { known: 0, new: 0, decide: 0, out: 0, again: 0, doubtful: 0 };
    for (const entry of this.#rows) {
      counts[this.mark(entry)] += 1;
      if (this.isDoubtful(entry)) counts.doubtful += 1;
    }
    return counts;
  });

  /// How many rows would be recorded: those that change something, each name once.
  taken = $derived.by(() => {
    const changing = this.#rows.filter((entry) => ['known', 'new'].includes(this.mark(entry)));
    const outcomes = changing.map(({ key }) => this.planned(key)?.outcome ?? 'created');
    return outcomes.filter((outcome) => outcome === 'created' || outcome === 'updated').length;
  });

  /// Reads a text. False when it can't be a list; `problem` says why.
  async read(text: string, name = ''): Promise<boolean> {
    this.#problem = unfit(text);
    if (this.#problem) return false;
    this.#busy = true;
    try {
      const { rows, form } = await api.readList(text);
      this.#text = text;
      this.#name = name;
      this.#form = form;
      this.#rows = rows.map((row) => this.#entry(row));
      this.#selected = this.#rows[0]?.key ?? null;
      if (rows.length === 0) this.#problem = t('ui-import-no-names');
      else await this.#preview();
      return this.#problem === null;
    } catch (error) {
      this.#problem = api.wireError(error).message;
      return false;
    } finally {
      this.#busy = false;
    }
  }

  select(key: number): void {
    this.#selected = key;
  }

  /// Selects the row so many further down.
  move(by: number): void {
    const at = this.#rows.findIndex((entry) => entry.key === this.#selected);
    const to = Math.max(0, Math.min(at + by, this.#rows.length - 1));
    this.#selected = this.#rows[to]?.key ?? null;
  }

  /// Selects the next row that needs a look; the first one again after the last.
  moveToOpen(): void {
    const at = this.#rows.findIndex((entry) => entry.key === this.#selected);
    const around = [...this.#rows.slice(at + 1), ...this.#rows.slice(0, at + 1)];
    const open = around.find((entry) => this.mark(entry) === 'decide' || this.isDoubtful(entry));
    if (open) this.#selected = open.key;
  }

  rename(key: number, name: string): void {
    this.#change(key, (entry) => ({ ...entry, row: { ...entry.row, name, decision: { kind: 'auto' } } }));
  }

  decide(key: number, decision: Decision): void {
    this.#change(key, (entry) => ({ ...entry, row: { ...entry.row, decision } }));
  }

  /// Takes what a row asks about an answer: that it changes it.
  take(key: number): void {
    if (!this.planned(key)?.mayBeTaken) return;
    this.#change(key, (entry) => {
      const { decision } = entry.row;
      const organizationId = decision.kind === 'match' ? decision.organizationId : null;
      return { ...entry, row: { ...entry.row, decision: { kind: 'take', organizationId } } };
    });
  }

  /// Leaves a row out, or takes it in again.
  toggleOut(key: number): void {
    this.#change(key, (entry) => {
      const decision: Decision = entry.row.decision.kind === 'drop' ? { kind: 'auto' } : { kind: 'drop' };
      return { ...entry, row: { ...entry.row, decision } };
    });
  }

  /// Takes a doubtful row as it is.
  settle(key: number): void {
    this.#change(key, (entry) => ({ ...entry, settled: true }));
  }

  /// Cuts a row in two at a place in the text, given in units of the string.
  async split(key: number, unit: number): Promise<void> {
    const entry = this.#rows.find((one) => one.key === key);
    if (!entry) return;
    await this.#try(async () => {
      const parts = await api.splitRow(this.#text, entry.row, toBytes(this.#text, unit));
      const [first, ...others] = parts.map((row) => this.#entry(row, true));
      if (!first) return;
      const kept = { ...first, key };
      this.#set(this.#rows.flatMap((one) => (one.key === key ? [kept, ...others] : [one])));
    });
  }

  /// Makes one row of this and the next.
  async join(key: number): Promise<void> {
    const at = this.#rows.findIndex((entry) => entry.key === key);
    const [first, second] = this.#rows.slice(at, at + 2);
    if (!first || !second) return;
    await this.#try(async () => {
      const row = await api.joinRows(this.#text, first.row, second.row);
      const joined = { ...this.#entry(row, true), key };
      this.#set([...this.#rows.slice(0, at), joined, ...this.#rows.slice(at + 2)]);
    });
  }

  setStatus(status: Status): void {
    this.#status = status;
    this.#previewSoon();
  }

  setGoal(goal: Goal): void {
    this.#goal = goal;
    this.#previewSoon();
  }

  /// Writes it, as one action, with a letter that is begun for it. The letter it went to, 'done' without one, or null when
  /// something is wrong.
  async record(): Promise<number | 'done' | null> {
    if (this.taken === 0) return null;
    if (this.#goal.kind === 'new-letter' && !this.title.trim()) {
      this.#problem = t('ui-letter-title-missing');
      return null;
    }
    const taken = this.taken;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      // What is written is what the preview of just these rows says, and no more than was seen.
      if (this.#waiting && !(await this.#preview())) return null;
      if (this.taken !== taken) return null;
      const rows = this.#rows.map(({ row }) => row);
      const done = await app.applied(await api.importRows(rows, this.#target, this.#text, this.#name));
      return done.letter ?? 'done';
    } catch (error) {
      // Something was changed since: what would happen now is shown.
      await this.#preview();
      this.#problem = api.wireError(error).message;
      return null;
    } finally {
      this.#busy = false;
    }
  }

  get #target(): ImportTarget {
    const status = this.#status;
    if (this.#goal.kind === 'organizations') return { kind: 'organizations' };
    if (this.#goal.kind === 'letter') return { kind: 'sign-ons', letterId: this.#goal.id, status };
    return { kind: 'new-letter', letter: fieldsFor(this.title), status };
  }

  #entry(row: ReviewRow, settled = false): Row {
    return { key: this.#nextKey++, row, settled };
  }

  #change(key: number, change: (entry: Row) => Row): void {
    this.#set(this.#rows.map((entry) => (entry.key === key ? change(entry) : entry)));
  }

  #set(rows: Row[]): void {
    // Verdicts of rows that stayed are shown until the new ones are there.
    const before = this.#planned;
    if (this.#plan && rows.length !== this.#rows.length) {
      const planned = rows.map((entry) => before.get(entry.key) ?? unknown(entry.row));
      this.#plan = { ...this.#plan, rows: planned };
    }
    this.#rows = rows;
    this.#previewSoon();
  }

  #previewSoon(): void {
    this.#waiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#preview(), rest);
  }

  /// False when it could not be asked; `problem` says why.
  async #preview(): Promise<boolean> {
    const mine = ++this.#asked;
    this.#waiting = false;
    return this.#try(async () => {
      const plan = await api.previewImport(
        this.#rows.map(({ row }) => row),
        this.#target,
      );
      if (mine === this.#asked) this.#plan = plan;
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

/// A row of which nothing is known yet.
function unknown(row: ReviewRow): PlannedRow {
  return {
    row,
    verdict: 'new',
    organization: null,
    candidates: [],
    outcome: 'created',
    reason: '',
    changes: [],
    mayBeTaken: false,
  };
}

/// Why a text is not even handed to the core, which would refuse it too; null when it is.
export function unfit(text: string): string | null {
  if (text.trim() === '') return t('error-text-empty');
  return text.length > largest ? t('error-text-large', { most: largest / 1024 / 1024 }) : null;
}
