/// The ledger as it is used: what is found and filtered, where the cursor is, which rows are selected, what is edited.
/// It knows no commands; whoever owns it acts on `targets`.
import { SvelteSet } from 'svelte/reactivity';

import type { SignOn } from '$bindings/ledger';
import type { Status } from '$bindings/words';
import { fold } from '$lib/fold';
import { Columns } from '$lib/ui/columns.svelte';
import type { Sort } from '$lib/ui/datatable.svelte';

import { ledgerColumns, sorted } from './ledgercolumns';

/// The cell that is edited in place.
export type Cell = 'name' | 'signer';

export class Ledger {
  #all: () => SignOn[];
  #arranged: () => void;
  #query = $state('');
  #filter = $state.raw<ReadonlySet<Status>>(new Set());
  #version = $state<number | null>(null);
  #cursorId = $state<number | null>(null);
  #anchor: number | null = null;
  #selected = new SvelteSet<number>();
  #editing = $state.raw<{ id: number; cell: Cell } | null>(null);
  #sort = $state.raw<Sort>({ column: 'name', reversed: false });
  /// Rows that were changed since the filter was set: they stay in view though it would hide them now.
  #kept = $state.raw<ReadonlySet<number>>(new Set());
  /// Where each row stood when the rows were last sorted.
  #places: ReadonlyMap<number, number> = new Map();
  readonly columns: Columns<SignOn>;

  #texts = $derived.by(() => new Map(this.#all().map((row) => [row.id, fold(searchText(row))])));
  #sorted = $derived.by(() => {
    const rows = sorted(this.#all(), this.#sort, this.#places);
    this.#places = new Map(rows.map((row, at) => [row.id, at]));
    return rows;
  });
  #rows = $derived.by(() => {
    const words = fold(this.#query).split(/\s+/).filter(Boolean);
    return this.#sorted.filter(
      (row) =>
        this.#kept.has(row.id) ||
        ((this.#filter.size === 0 || this.#filter.has(row.status)) &&
          (this.#version === null || (row.version ?? 0) === this.#version) &&
          words.every((word) => this.#texts.get(row.id)?.includes(word))),
    );
  });
  #cursor = $derived.by(() => {
    const at = this.#rows.findIndex((row) => row.id === this.#cursorId);
    return at >= 0 ? at : this.#rows.length > 0 ? 0 : -1;
  });

  /// `arranged` hears when columns or the order changed.
  constructor(all: () => SignOn[], arranged: () => void = () => undefined) {
    this.#all = all;
    this.#arranged = arranged;
    this.columns = new Columns<SignOn>(ledgerColumns, arranged);
  }

  get sort(): Sort {
    return this.#sort;
  }

  /// Sorts by a column; by the same once more the other way round.
  sortBy(column: string): void {
    this.#sort = { column, reversed: this.#sort.column === column && !this.#sort.reversed };
    this.#anchor = null;
    this.#arranged();
  }

  /// How it is arranged, to be remembered.
  get view(): unknown {
    return { ...this.columns.view, sort: this.#sort };
  }

  restore(view: unknown): void {
    this.columns.restore(view);
    const { sort } = (view ?? {}) as { sort?: Sort };
    const known = ledgerColumns.some(({ id }) => id === sort?.column);
    if (known && sort) this.#sort = { column: sort.column, reversed: sort.reversed };
  }

  /// Rows that are changed now: they stay where the eye is, whatever the filter says of them then.
  keep(ids: readonly number[]): void {
    if (this.#filter.size > 0 || this.#version !== null) this.#kept = new Set([...this.#kept, ...ids]);
  }

  /// What is found changed: what is hidden now is no longer selected, and nothing stays that does not belong.
  #narrowed(): void {
    this.#kept = new Set();
    const shown = new Set(this.#rows.map((row) => row.id));
    for (const id of [...this.#selected]) if (!shown.has(id)) this.#selected.delete(id);
    this.#anchor = null;
  }

  /// The rows that are shown.
  get rows(): SignOn[] {
    return this.#rows;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    if (query === this.#query) return;
    this.#query = query;
    this.#narrowed();
  }

  /// The statuses that are shown; none for all.
  get filter(): ReadonlySet<Status> {
    return this.#filter;
  }

  /// The text of which only signers are shown, 0 for those who signed before there was one; null for all.
  get version(): number | null {
    return this.#version;
  }

  /// Index of the row that keys act on; -1 without rows.
  get cursor(): number {
    return this.#cursor;
  }

  get current(): SignOn | undefined {
    return this.#rows[this.#cursor];
  }

  get editing(): { id: number; cell: Cell } | null {
    return this.#editing;
  }

  /// The selected rows, those that a filter hides left out: nothing unseen is changed.
  get selected(): SignOn[] {
    return this.#rows.filter((row) => this.#selected.has(row.id));
  }

  isSelected(id: number): boolean {
    return this.#selected.has(id);
  }

  /// What an action is about: the selected rows, else the row at the cursor.
  get targets(): SignOn[] {
    const selected = this.selected;
    if (selected.length > 0) return selected;
    return this.current ? [this.current] : [];
  }

  show(statuses: Iterable<Status>): void {
    this.#filter = new Set(statuses);
    this.#narrowed();
  }

  /// Shows only those who signed one of the letter's texts, or with null all.
  showVersion(version: number | null): void {
    this.#version = version;
    this.#narrowed();
  }

  /// Shows one status alone, or all again when it was alone already.
  toggle(status: Status): void {
    const alone = this.#filter.size === 1 && this.#filter.has(status);
    this.#filter = new Set(alone ? [] : [status]);
    this.#narrowed();
  }

  /// Shows everything and puts the cursor on a sign-on; its index.
  goTo(id: number): number {
    const hidden = !this.#rows.some((row) => row.id === id);
    if (hidden) {
      this.#query = '';
      this.#filter = new Set();
      this.#version = null;
      this.#narrowed();
    }
    this.#cursorId = id;
    this.#anchor = null;
    return this.#cursor;
  }

  /// Moves the cursor by so many rows, held at the ends. With `extend` the rows passed over are selected.
  move(by: number, extend = false): void {
    this.moveTo(this.#cursor + by, extend);
  }

  moveTo(index: number, extend = false): void {
    const from = this.#cursor;
    const at = Math.max(0, Math.min(index, this.#rows.length - 1));
    const row = this.#rows[at];
    if (!row) return;
    this.#cursorId = row.id;
    if (extend) {
      this.#anchor ??= from;
      this.#selectRange(this.#anchor, at);
    } else {
      this.#anchor = null;
    }
  }

  /// A press on a row: alone it moves the cursor, with Ctrl it adds or takes away, with Shift it selects up to it.
  press(index: number, keys: { ctrl: boolean; shift: boolean }): void {
    const row = this.#rows[index];
    if (!row) return;
    if (keys.shift) {
      this.moveTo(index, true);
      return;
    }
    if (!keys.ctrl) this.#selected.clear();
    this.#cursorId = row.id;
    this.#anchor = index;
    if (keys.ctrl) this.#toggleRow(row.id);
  }

  /// A row's box was pressed: it is selected or taken out; with Shift all up to it are.
  pick(index: number, shift: boolean): void {
    const row = this.#rows[index];
    if (!row) return;
    if (shift) {
      this.moveTo(index, true);
      return;
    }
    this.#cursorId = row.id;
    this.#anchor = index;
    this.#toggleRow(row.id);
  }

  /// Selects the row at the cursor, or takes it out.
  toggleCurrent(): void {
    if (!this.current) return;
    this.#anchor = this.#cursor;
    this.#toggleRow(this.current.id);
  }

  selectAll(): void {
    for (const row of this.#rows) this.#selected.add(row.id);
  }

  clearSelection(): void {
    this.#selected.clear();
    this.#anchor = null;
  }

  edit(id: number, cell: Cell): void {
    this.#cursorId = id;
    this.#editing = { id, cell };
  }

  stopEditing(): void {
    this.#editing = null;
  }

  #toggleRow(id: number): void {
    if (!this.#selected.delete(id)) this.#selected.add(id);
  }

  #selectRange(from: number, to: number): void {
    this.#selected.clear();
    for (const row of this.#rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      this.#selected.add(row.id);
    }
  }
}

/// Everything that a row is found by.
function searchText(row: SignOn): string {
  const { printsAs, organization, signer, title, affiliation, authorizedBy, place, note, person } = row;
  return [printsAs, organization, signer, title, affiliation, authorizedBy, place, note, person?.name].join(
    ' ',
  );
}

/// What a key does in the ledger.
export type LedgerAction =
  | { do: 'menu' }
  | { do: 'edit'; cell: Cell }
  | { do: 'status'; key: string }
  | { do: 'remove' }
  | { do: 'open' }
  | { do: 'close' }
  | { do: 'copy' }
  | { do: 'done' };

/// Rows that Page Up and Page Down move by.
const page = 10;

/// Moves and selects as the chord says, or gives back what else it means; null when it means nothing here.
export function pressKey(ledger: Ledger, chord: string): LedgerAction | null {
  const last = ledger.rows.length - 1;
  const moves: Record<string, () => void> = {
    ArrowDown: () => ledger.move(1),
    ArrowUp: () => ledger.move(-1),
    'Shift+ArrowDown': () => ledger.move(1, true),
    'Shift+ArrowUp': () => ledger.move(-1, true),
    PageDown: () => ledger.move(page),
    PageUp: () => ledger.move(-page),
    'Shift+PageDown': () => ledger.move(page, true),
    'Shift+PageUp': () => ledger.move(-page, true),
    Home: () => ledger.moveTo(0),
    End: () => ledger.moveTo(last),
    'Ctrl+Home': () => ledger.moveTo(0),
    'Ctrl+End': () => ledger.moveTo(last),
    'Shift+Home': () => ledger.moveTo(0, true),
    'Shift+End': () => ledger.moveTo(last, true),
    ' ': () => ledger.toggleCurrent(),
    'Ctrl+a': () => ledger.selectAll(),
  };
  if (chord === 'Escape') {
    if (ledger.selected.length === 0) return { do: 'close' };
    ledger.clearSelection();
    return { do: 'done' };
  }
  const move = moves[chord];
  if (move) {
    move();
    return { do: 'done' };
  }
  if (chord === 'Ctrl+c') return { do: 'copy' };
  if (chord === 'ArrowRight' || chord === 'o') return { do: 'open' };
  if (chord === 'ArrowLeft') return { do: 'close' };
  if (chord === 'Enter') return { do: 'menu' };
  if (chord === 'F2' || chord === 'e') return { do: 'edit', cell: 'name' };
  if (chord === 's') return { do: 'edit', cell: 'signer' };
  if (chord === 'Delete' || chord === 'Backspace') return { do: 'remove' };
  if (/^[a-z]$/.test(chord)) return { do: 'status', key: chord };
  return null;
}
