/// A table of any length: its columns and order, the cell with the cursor, the rows selected, the cell being edited.
/// What the rows are and where they come from is the source's business.
import { Columns, type Column } from './columns.svelte';
import { Pages, type Part } from './pages.svelte';

export interface Sort {
  column: string;
  reversed: boolean;
}

export interface Source<Row> {
  page: (sort: Sort, offset: number, limit: number) => Promise<Part<Row>>;
  /// The ids of the whole list, in order.
  ids: (sort: Sort) => Promise<number[]>;
  /// The rows of these ids.
  rows: (ids: number[]) => Promise<Row[]>;
  /// Keeps what was typed in a cell; it throws when that is refused.
  save?: (row: Row, column: string, value: string) => Promise<void>;
  /// The sentence of what was thrown.
  problem: (error: unknown) => string;
  /// Hears of what failed and has no place of its own to say so: selecting, for example.
  failed: (error: unknown) => void;
  /// How the person arranged the table last time, and keeping how it is now.
  arrangement?: { get: () => Promise<unknown>; set: (view: unknown) => Promise<unknown> };
}

/// A cell: a row of -1 is the heading.
export interface Cell {
  row: number;
  column: number;
}

/// The cell that is being edited; what was typed outlives the cell's scrolling out of view.
export interface Editing<Row> {
  row: Row;
  index: number;
  column: Column<Row>;
  draft: string;
  problem: string | null;
  busy: boolean;
}

const portion = 500;

export class Table<Row extends { id: number }> {
  readonly columns: Columns<Row>;
  readonly pages: Pages<Row>;
  readonly #source: Source<Row>;
  #sort = $state.raw<Sort>({ column: '', reversed: false });
  #cursor = $state.raw<Cell>({ row: 0, column: 0 });
  #selected = $state.raw<ReadonlySet<number>>(new Set());
  #editing = $state<Editing<Row> | null>(null);
  /// Where a range begins, and what was selected beside it.
  #anchor: { row: number; beside: ReadonlySet<number> } | null = null;
  #committing: Promise<boolean> | null = null;
  #selecting = 0;
  #restarts = $state(0);
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(columns: readonly Column<Row>[], source: Source<Row>, sort: Sort) {
    this.#source = source;
    this.#sort = sort;
    this.columns = new Columns(columns, () => this.#keep());
    this.pages = new Pages(
      (offset, limit) => source.page(this.#sort, offset, limit),
      (error) => source.problem(error),
    );
  }

  get sort(): Sort {
    return this.#sort;
  }

  /// The cell with the cursor: always one that there is, whatever became of rows and columns.
  readonly cursor: Cell = $derived.by(() => ({
    row: Math.min(this.#cursor.row, Math.max(0, (this.total ?? 1) - 1)),
    column: Math.min(this.#cursor.column, this.columns.shown.length - 1),
  }));

  /// Counts how often the list began anew: it is then seen from its beginning.
  get restarts(): number {
    return this.#restarts;
  }

  get selected(): ReadonlySet<number> {
    return this.#selected;
  }

  get editing(): Editing<Row> | null {
    return this.#editing;
  }

  get total(): number | null {
    return this.pages.total;
  }

  row(index: number): Row | undefined {
    return this.pages.row(index);
  }

  /// The row with the cursor, when it is there.
  get current(): Row | undefined {
    return this.cursor.row < 0 ? undefined : this.row(this.cursor.row);
  }

  /// Takes up how the table was arranged, then loads it.
  async start(): Promise<void> {
    try {
      const view = await this.#source.arrangement?.get();
      this.columns.restore(view);
      const { sort } = (view ?? {}) as { sort?: Sort };
      const sorted = this.columns.all.find(({ id, sortable }) => sortable && id === sort?.column);
      if (sorted && sort) this.#sort = { column: sorted.id, reversed: sort.reversed };
    } catch {
      // An arrangement that can't be read costs nothing but the arrangement.
    }
    await this.pages.reload(true);
  }

  /// The rows may have changed: loads what is in view anew, and lets go of selected rows that are no longer found.
  async refresh(): Promise<void> {
    await Promise.all([this.pages.reload(false), this.#prune()]);
  }

  /// Another list: from its beginning, with nothing selected.
  async restart(): Promise<void> {
    this.clear();
    await this.#begin(0);
  }

  async #begin(row: number): Promise<void> {
    this.#cursor = { row, column: this.#cursor.column };
    this.#restarts += 1;
    await this.pages.reload(true);
  }

  async sortBy(column: string): Promise<void> {
    if (!this.columns.all.find(({ id }) => id === column)?.sortable) return;
    this.#sort = { column, reversed: this.#sort.column === column && !this.#sort.reversed };
    this.#anchor = null;
    this.#keep();
    await this.#begin(Math.min(this.#cursor.row, 0));
  }

  #keep(): void {
    const { arrangement } = this.#source;
    if (!arrangement) return;
    clearTimeout(this.#keeping);
    // Each place that a column passes on its way is not worth a write.
    this.#keeping = setTimeout(() => {
      arrangement.set({ ...this.columns.view, sort: this.#sort }).catch(() => undefined);
    }, 300);
  }

  // The cursor -----------------------------------------------------------------------------------------------------

  moveTo(row: number, column: number = this.cursor.column): void {
    const lastRow = Math.max(0, (this.total ?? 1) - 1);
    const lastColumn = this.columns.shown.length - 1;
    this.#cursor = {
      row: Math.max(-1, Math.min(row, lastRow)),
      column: Math.max(0, Math.min(column, lastColumn)),
    };
  }

  /// Takes the cursor to the row with this id, wherever in the list it is; it stays when the list does not find it.
  async goTo(id: number): Promise<void> {
    const busy = (): boolean => this.#editing !== null;
    if (this.current?.id === id || busy()) return;
    try {
      const at = (await this.#source.ids(this.#sort)).indexOf(id);
      if (at < 0 || busy()) return;
      // The list may have grown since it was counted.
      if (at >= (this.total ?? 0)) await this.pages.reload(false);
      this.moveTo(at);
    } catch (error) {
      this.#source.failed(error);
    }
  }

  /// Keeps the cursor on a column while columns move.
  moveToColumn(id: string): void {
    this.moveTo(
      this.cursor.row,
      this.columns.shown.findIndex((column) => column.id === id),
    );
  }

  // The selection --------------------------------------------------------------------------------------------------

  clear(): void {
    this.#selecting += 1;
    this.#selected = new Set();
    this.#anchor = null;
  }

  toggle(index: number): void {
    const row = this.row(index);
    if (!row) return;
    this.#selecting += 1;
    const selected = new Set(this.#selected);
    if (!selected.delete(row.id)) selected.add(row.id);
    this.#selected = selected;
    this.#anchor = { row: index, beside: selected };
  }

  /// Selects from where the selection began to a row, rows that were never loaded too.
  async selectTo(index: number, from: number): Promise<void> {
    const anchor = (this.#anchor ??= { row: from, beside: this.#selected });
    const mine = ++this.#selecting;
    const [first, last] = [Math.min(anchor.row, index), Math.max(anchor.row, index)];
    const near = Array.from({ length: Math.min(last - first + 1, 1000) }, (_, n) => this.row(first + n)?.id);
    const there = near.length === last - first + 1 && near.every((id) => id !== undefined);
    if (there) this.#selected = new Set([...anchor.beside, ...near]);
    else {
      const ids = await this.#ids(mine);
      if (ids) this.#selected = new Set([...anchor.beside, ...ids.slice(first, last + 1)]);
    }
  }

  /// Selects everything that the list finds.
  async selectAll(): Promise<void> {
    const ids = await this.#ids(++this.#selecting);
    if (!ids) return;
    this.#selected = new Set(ids);
    this.#anchor = null;
  }

  async #prune(): Promise<void> {
    if (this.#selected.size === 0) return;
    const ids = await this.#ids(this.#selecting);
    if (!ids) return;
    const found = new Set(ids);
    this.#selected = new Set([...this.#selected].filter((id) => found.has(id)));
    this.#anchor = null;
  }

  /// The ids of the list, unless something else was selected meanwhile.
  async #ids(selecting: number): Promise<number[] | null> {
    try {
      const ids = await this.#source.ids(this.#sort);
      return selecting === this.#selecting ? ids : null;
    } catch (error) {
      this.#source.failed(error);
      return null;
    }
  }

  // Editing --------------------------------------------------------------------------------------------------------

  /// Begins to edit a cell; false when it can't be edited.
  edit(cell: Cell = this.cursor): boolean {
    const column = this.columns.shown[cell.column];
    const row = this.row(cell.row);
    // What was refused and not yet mended is never dropped for another cell.
    if (!column?.edit || !row || !this.#source.save || this.#editing) return false;
    this.moveTo(cell.row, cell.column);
    const draft = column.edit.value(row);
    this.#editing = { row, index: cell.row, column, draft, problem: null, busy: false };
    return true;
  }

  type(draft: string): void {
    if (this.#editing) this.#editing.draft = draft;
  }

  leave(): void {
    this.#editing = null;
  }

  /// Keeps what was typed. True when no cell is open any more; else it stays open with its problem.
  commit(): Promise<boolean> {
    const editing = this.#editing;
    if (!editing) return Promise.resolve(true);
    return (this.#committing ??= this.#commit(editing).finally(() => (this.#committing = null)));
  }

  async #commit(editing: Editing<Row>): Promise<boolean> {
    if (editing.draft !== editing.column.edit?.value(editing.row)) {
      editing.busy = true;
      try {
        await this.#source.save?.(editing.row, editing.column.id, editing.draft);
      } catch (error) {
        editing.problem = this.#source.problem(error);
        editing.busy = false;
        return false;
      }
    }
    if (this.#editing === editing) this.#editing = null;
    return true;
  }

  // Copying --------------------------------------------------------------------------------------------------------

  get headings(): string[] {
    return this.columns.chosen.map((column) => column.heading());
  }

  /// Rows as the table shows them, in its columns, those too that the window has no room for.
  cells(rows: readonly Row[]): string[][] {
    return rows.map((row) => this.columns.chosen.map((column) => (column.copied ?? column.text)(row)));
  }

  /// The selected rows, or with none selected the whole list, in the order of the list and as the table shows them.
  /// `told` hears how far it is; null when it was told to stop.
  async contents(told: (done: number, of: number) => boolean = () => true): Promise<string[][] | null> {
    const all = await this.#source.ids(this.#sort);
    const ids = this.#selected.size > 0 ? all.filter((id) => this.#selected.has(id)) : all;
    const cells: string[][] = [];
    for (let at = 0; at < ids.length; at += portion) {
      if (!told(at, ids.length)) return null;
      cells.push(...this.cells(await this.#source.rows(ids.slice(at, at + portion))));
    }
    return cells;
  }
}
