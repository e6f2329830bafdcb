/// What an import of a table would do, as the person looks at it: counts, the rows of one outcome, decisions on rows.
/// The plan is the core's; after each decision its counts and the rows in view are asked for anew.
import type { Decision } from '$bindings/Decision';
import type { Outcome } from '$bindings/Outcome';
import * as api from '$lib/api';
import type { PlanRow } from '$bindings/PlanRow';
import type { TablePlan } from '$bindings/TablePlan';
import { Pages } from '$lib/ui/pages.svelte';

/// A decision that can be taken back: what was decided before on each of its rows.
interface Step {
  name: string;
  before: { index: number; decision: Decision }[];
}

/// A decision that takes longer, in milliseconds, is told to be under way.
const noticed = 300;
/// So many rows are asked for at once where the ids of a whole tab are wanted.
const portion = 1000;

export class Preview {
  readonly pages: Pages<PlanRow>;
  readonly #id: number;
  #plan = $state.raw<TablePlan>() as TablePlan;
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

  constructor(id: number, plan: TablePlan) {
    this.#id = id;
    this.#plan = plan;
    // What waits for a decision is seen first.
    this.#tab = plan.asked > 0 ? 'asked' : null;
    this.pages = new Pages(
      (offset, limit) => api.listPlanRows(id, this.#tab, offset, limit),
      (error) => api.wireError(error).message,
    );
    void this.pages.reload(true);
  }

  get plan(): TablePlan {
    return this.#plan;
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

  /// The selected rows, by their places in the plan.
  get selected(): ReadonlyMap<number, PlanRow> {
    return this.#selected;
  }

  async show(tab: Outcome | null): Promise<void> {
    if (tab === this.#tab) return;
    this.#tab = tab;
    this.#at = 0;
    this.choosing = false;
    this.clear();
    await this.pages.reload(true);
  }

  /// Takes up a plan that was made anew.
  async renew(plan: TablePlan): Promise<void> {
    this.#plan = plan;
    this.#problem = null;
    this.clear();
    await this.pages.reload(false);
  }

  moveTo(at: number): void {
    this.choosing = false;
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
    if (!selected.delete(row.index)) selected.set(row.index, row);
    this.#selected = selected;
  }

  /// Moves the cursor and selects all from where the selection began. Rows that are not there yet stay out.
  extendTo(at: number): void {
    const anchor = (this.#anchor ??= this.at);
    const to = Math.max(0, Math.min(at, (this.total ?? 1) - 1));
    const selected = new Map<number, PlanRow>();
    for (let n = Math.min(anchor, to); n <= Math.max(anchor, to); n++) {
      const row = this.pages.row(n);
      if (row) selected.set(row.index, row);
    }
    this.#selected = selected;
    this.#at = to;
  }

  /// Selects all rows of the tab, rows that were never loaded too.
  async selectAll(): Promise<void> {
    const mine = ++this.#selecting;
    const selected = new Map<number, PlanRow>();
    try {
      for (let offset = 0; offset < (this.total ?? 0); offset += portion) {
        const { rows } = await api.listPlanRows(this.#id, this.#tab, offset, portion);
        if (mine !== this.#selecting) return;
        for (const row of rows) selected.set(row.index, row);
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

  /// Takes the last decision back.
  async takeBack(): Promise<void> {
    const step = this.#steps.at(-1);
    if (!step) return;
    const groups = new Map<string, { indexes: number[]; decision: Decision }>();
    for (const { index, decision } of step.before) {
      const key = JSON.stringify(decision);
      const group = groups.get(key) ?? { indexes: [], decision };
      group.indexes.push(index);
      groups.set(key, group);
    }
    if (await this.#send([...groups.values()])) this.#steps = this.#steps.slice(0, -1);
  }

  async #decide(parts: { rows: readonly PlanRow[]; decision: Decision }[]): Promise<void> {
    const meant = parts.filter(({ rows }) => rows.length > 0);
    const rows = meant.flatMap((part) => part.rows);
    const sent = await this.#send(
      meant.map((part) => ({ indexes: part.rows.map((row) => row.index), decision: part.decision })),
    );
    if (!sent) return;
    const before = rows.map(({ index, decision }) => ({ index, decision }));
    this.#steps = [...this.#steps, { name: rows.length === 1 ? (rows[0]?.name ?? '') : '', before }];
  }

  /// One decision after the other: a key that is held down, or pressed before the rows moved up, decides nothing.
  async #send(parts: { indexes: number[]; decision: Decision }[]): Promise<boolean> {
    if (this.#deciding || parts.length === 0) return false;
    this.#deciding = true;
    const unnoticed = setTimeout(() => (this.#slow = true), noticed);
    try {
      for (const { indexes, decision } of parts) {
        this.#plan = await api.decideRows(this.#id, indexes, decision);
      }
      this.#problem = null;
      return true;
    } catch (error) {
      this.#problem = api.wireError(error).message;
      return false;
    } finally {
      this.clear();
      await this.pages.reload(false);
      clearTimeout(unnoticed);
      this.#slow = false;
      this.#deciding = false;
    }
  }
}
