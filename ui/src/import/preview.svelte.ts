/// What an import would do, as the person looks at it: counts, the rows of one outcome, decisions on rows, and of a list the
/// text that they stand in. The plan is the core's; after each decision its counts and the rows in view are asked for anew.
import type { Decision, ImportPlan, ListEdit, Outcome, PlanRow, TextSpan } from '$bindings/imports';
import * as api from '$lib/api';
import { Pages } from '$lib/ui/pages.svelte';

/// A decision or an edit that can be taken back.
interface Step {
  /// The row, where it was about one.
  name: string;
  count: number;
  edited: boolean;
}

/// A decision that takes longer, in milliseconds, is told to be under way.
const noticed = 300;
/// So many rows are asked for at once where the ids of a whole tab are wanted.
const portion = 1000;

export class Preview {
  readonly pages: Pages<PlanRow>;
  /// The text of a list.
  readonly text: string | null;
  /// Whether its rows are messages.
  readonly mail: boolean;
  readonly id: number;
  #plan = $state.raw<ImportPlan>() as ImportPlan;
  #spans = $state.raw<readonly TextSpan[]>([]);
  #tab = $state<Outcome | null>(null);
  #at = $state(0);
  #selected = $state.raw<ReadonlyMap<number, PlanRow>>(new Map());
  #anchor: number | null = null;
  #selecting = 0;
  #steps = $state.raw<readonly Step[]>([]);
  #deciding = $state(false);
  #problem = $state<string | null>(null);
  #slow = $state(false);
  /// Whether another organization is looked for, for the row with the cursor.
  choosing = $state(false);
  /// Whether the name of the row with the cursor is being changed.
  renaming = $state(false);
  /// The row that is pointed at, in the text or in the list.
  pointed = $state<number | null>(null);

  constructor(id: number, plan: ImportPlan, text: string | null, mail = false) {
    this.id = id;
    this.mail = mail;
    this.#plan = plan;
    this.text = text;
    // What waits for a decision is seen first; a list is seen beside its text, whole.
    this.#tab = text === null && plan.asked > 0 ? 'asked' : null;
    this.pages = new Pages(
      (offset, limit) => api.listPlanRows(id, this.#tab, offset, limit),
      (error) => api.wireError(error).message,
    );
    void this.pages.reload(true);
    void this.#locate();
  }

  get plan(): ImportPlan {
    return this.#plan;
  }

  /// Where the rows of a list stand in its text, in their order; empty for a table.
  get spans(): readonly TextSpan[] {
    return this.#spans;
  }

  /// The outcome whose rows are shown; null for all.
  get tab(): Outcome | null {
    return this.#tab;
  }

  /// How many rows would be written.
  get taken(): number {
    return this.#plan.created + this.#plan.updated;
  }

  get busy(): boolean {
    return this.#deciding;
  }

  /// Whether a decision takes long enough to say so.
  get slow(): boolean {
    return this.#slow;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /// How many decisions there are to take back.
  get decisions(): number {
    return this.#steps.length;
  }

  /// The last decision, by the name of its row.
  get last(): Step | undefined {
    return this.#steps.at(-1);
  }

  get total(): number | null {
    return this.pages.total;
  }

  /// The place of the cursor among the rows shown: always one that there is.
  get at(): number {
    return Math.max(0, Math.min(this.#at, (this.total ?? 1) - 1));
  }

  /// The row with the cursor, when it is there.
  get current(): PlanRow | undefined {
    return this.pages.row(this.at);
  }

  /// The selected rows, by their keys.
  get selected(): ReadonlyMap<number, PlanRow> {
    return this.#selected;
  }

  async show(tab: Outcome | null): Promise<void> {
    if (tab === this.#tab) return;
    this.#tab = tab;
    this.#at = 0;
    this.choosing = false;
    this.renaming = false;
    this.clear();
    await this.pages.reload(true);
  }

  /// Shows the row of this key among all rows of a list.
  async showKey(key: number): Promise<void> {
    await this.show(null);
    const at = this.#spans.findIndex((span) => span.key === key);
    if (at >= 0) this.moveTo(at);
  }

  /// Goes to the next row that needs a decision or a look; of a list to the first one again after the last.
  async showOpen(): Promise<void> {
    if (this.text === null) return this.show('asked');
    const from = this.#tab === null ? this.at + 1 : 0;
    const around = [...this.#spans.slice(from), ...this.#spans.slice(0, from)];
    const open = around.find((span) => span.look === 'open');
    if (open) await this.showKey(open.key);
  }

  /// Takes up a plan that was made anew.
  async renew(plan: ImportPlan): Promise<void> {
    this.#plan = plan;
    this.#problem = null;
    this.clear();
    await Promise.all([this.pages.reload(false), this.#locate()]);
  }

  moveTo(at: number): void {
    this.choosing = false;
    this.renaming = false;
    this.#at = Math.max(0, Math.min(at, (this.total ?? 1) - 1));
    this.#anchor = null;
  }

  // The selection ---------------------------------------------------------------------------------------------------

  clear(): void {
    this.#selecting += 1;
    this.#selected = new Map();
    this.#anchor = null;
  }

  toggle(row: PlanRow): void {
    const selected = new Map(this.#selected);
    if (!selected.delete(row.key)) selected.set(row.key, row);
    this.#selected = selected;
  }

  /// Moves the cursor and selects all from where the selection began, rows that were never loaded too.
  async extendTo(at: number): Promise<void> {
    const anchor = (this.#anchor ??= this.at);
    const to = Math.max(0, Math.min(at, (this.total ?? 1) - 1));
    this.#at = to;
    await this.#select(Math.min(anchor, to), Math.max(anchor, to) + 1);
  }

  /// Selects all rows of the tab, rows that were never loaded too.
  async selectAll(): Promise<void> {
    await this.#select(0, this.total ?? 0);
  }

  async #select(from: number, end: number): Promise<void> {
    const mine = ++this.#selecting;
    const here = Array.from({ length: end - from }, (_, n) => this.pages.row(from + n));
    const there = here.filter((row) => row !== undefined);
    if (there.length === here.length) {
      this.#selected = new Map(there.map((row) => [row.key, row]));
      return;
    }
    const selected = new Map<number, PlanRow>();
    try {
      for (let offset = from; offset < end; offset += portion) {
        const { rows } = await api.listPlanRows(this.id, this.#tab, offset, Math.min(portion, end - offset));
        if (mine !== this.#selecting) return;
        for (const row of rows) selected.set(row.key, row);
      }
      this.#selected = selected;
    } catch (error) {
      this.#problem = api.wireError(error).message;
    }
  }

  // Decisions -------------------------------------------------------------------------------------------------------

  /// The rows that a decision is about: those selected, else the one with the cursor.
  get meant(): PlanRow[] {
    if (this.#selected.size > 0) return [...this.#selected.values()];
    return this.current ? [this.current] : [];
  }

  /// Takes each row for its candidate of this place; rows without one stay as they are.
  async match(rows: readonly PlanRow[], place: number): Promise<void> {
    const byOrganization = new Map<number, PlanRow[]>();
    for (const row of rows) {
      const candidate = row.candidates[place];
      if (candidate) byOrganization.set(candidate.id, [...(byOrganization.get(candidate.id) ?? []), row]);
    }
    await this.#decide(
      [...byOrganization].map(([organizationId, of]) => ({
        rows: of,
        decision: { kind: 'match', organizationId },
      })),
    );
  }

  /// Makes new organizations of rows that may be known ones.
  async takeAsNew(rows: readonly PlanRow[]): Promise<void> {
    const likely = rows.filter((row) => row.candidates.length > 0);
    await this.#decide([{ rows: likely, decision: { kind: 'new' } }]);
  }

  /// Takes what rows ask about an answer: that they change it, or what a message says.
  async take(rows: readonly PlanRow[]): Promise<void> {
    const parts = rows
      .filter((row) => row.mayBeTaken)
      .map((row) => ({
        rows: [row],
        decision: {
          kind: 'take' as const,
          organizationId: row.decision.kind === 'match' ? row.decision.organizationId : null,
        },
      }));
    await this.#decide(parts);
  }

  /// Leaves rows out; when they all are, takes them in again.
  async toggleOut(rows: readonly PlanRow[]): Promise<void> {
    const out = rows.every((row) => row.decision.kind === 'drop');
    // A row that can't be taken is left out already.
    const may = rows.filter((row) => row.outcome !== 'rejected' || row.decision.kind === 'drop');
    await this.#decide([{ rows: may, decision: { kind: out ? 'auto' : 'drop' } }]);
  }

  /// Forgets what was decided on rows.
  async askAgain(rows: readonly PlanRow[]): Promise<void> {
    await this.#decide([{ rows, decision: { kind: 'auto' } }]);
  }

  /// Decides on one row as it was chosen there.
  async decide(row: PlanRow, decision: Decision): Promise<void> {
    await this.#decide([{ rows: [row], decision }]);
  }

  /// Takes the last decision or edit back.
  async takeBack(): Promise<void> {
    if (this.#steps.length === 0) return;
    await this.#send(
      () => api.takeBack(this.id),
      (steps) => steps.slice(0, -1),
    );
  }

  // The rows of a list ----------------------------------------------------------------------------------------------

  /// Cuts a row in two at a place in the text.
  async split(row: PlanRow, at: number): Promise<void> {
    await this.#edit({ kind: 'split', key: row.key, at }, row.name);
  }

  /// Makes one row of this and the next.
  async join(row: PlanRow): Promise<void> {
    if (row.row < this.#plan.read) await this.#edit({ kind: 'join', key: row.key }, row.name);
  }

  /// Takes a part of the text in as a name, though it was not read as one.
  async takeIn(from: number, to: number): Promise<void> {
    const name = (this.text ?? '').slice(from, to).trim();
    const before = this.decisions;
    await this.#edit({ kind: 'take-in', from, to }, name);
    if (this.decisions === before) return;
    const made = this.#spans.find((span) => span.start < to && from < span.end);
    if (made) await this.showKey(made.key);
  }

  async rename(row: PlanRow, name: string): Promise<void> {
    if (name !== row.name) await this.#edit({ kind: 'rename', key: row.key, name }, name);
  }

  /// Takes what the reader doubted as it is.
  async settle(row: PlanRow): Promise<void> {
    await this.#edit({ kind: 'settle', key: row.key }, row.name);
  }

  async #edit(edit: ListEdit, name: string): Promise<void> {
    if (this.text === null) return;
    await this.#send(
      () => api.editList(this.id, edit),
      (steps) => [...steps, { name, count: 1, edited: true }],
    );
  }

  async #decide(parts: { rows: readonly PlanRow[]; decision: Decision }[]): Promise<void> {
    const rows = parts.flatMap((part) => part.rows);
    if (rows.length === 0) return;
    const decisions = parts.flatMap((part) =>
      part.rows.map((row): [number, Decision] => [row.key, part.decision]),
    );
    const name = rows.length === 1 ? (rows[0]?.name ?? '') : '';
    await this.#send(
      () => api.decideRows(this.id, decisions),
      (steps) => [...steps, { name, count: rows.length, edited: false }],
    );
  }

  /// One decision after the other: a key that is held down, or pressed before the rows moved up, decides nothing.
  async #send(
    work: () => Promise<ImportPlan>,
    after: (steps: readonly Step[]) => readonly Step[],
  ): Promise<void> {
    if (this.#deciding) return;
    this.#deciding = true;
    const unnoticed = setTimeout(() => (this.#slow = true), noticed);
    try {
      this.#plan = await work();
      this.#steps = after(this.#steps);
      this.#problem = null;
    } catch (error) {
      this.#problem = api.wireError(error).message;
    } finally {
      this.clear();
      await Promise.all([this.pages.reload(false), this.#locate()]);
      clearTimeout(unnoticed);
      this.#slow = false;
      this.#deciding = false;
    }
  }

  /// Asks anew where the rows of a list stand.
  async #locate(): Promise<void> {
    if (this.text === null) return;
    try {
      this.#spans = await api.listSpans(this.id);
    } catch (error) {
      this.#problem = api.wireError(error).message;
    }
  }
}
