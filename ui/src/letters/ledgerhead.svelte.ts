/// The headings of the ledger: which columns have room, how wide each of them is, and what is pressed on them.
import type { SignOn } from '$bindings/ledger';
import type { Headed } from '$lib/ui/headed';

import type { Ledger } from './ledger.svelte';
import { fitting } from './ledgercolumns';

/// What the box of a row takes: it stands in the margin, and beyond it.
const box = 46;
/// And at the end of a row, the arrow that opens it.
const end = 22;
/// So narrow a column may be made.
const narrowest = 60;

export class LedgerHead implements Headed<SignOn> {
  readonly #ledger: () => Ledger;
  readonly #width: () => number;
  /// The columns that there is room for.
  readonly shown = $derived.by(() => {
    const width = this.#width();
    return fitting(this.columns.shown, width > 0 ? width - box - end : 900);
  });
  readonly #weight = $derived.by(() =>
    this.shown.reduce((sum, column) => sum + this.columns.width(column.id), 0),
  );
  /// The tracks of a row's grid.
  readonly tracks = $derived.by(() => {
    const cells = this.shown.map(
      ({ id, least }) => `minmax(${String(least)}px, ${String(this.columns.width(id))}fr)`,
    );
    return `${String(box)}px ${cells.join(' ')} ${String(end)}px`;
  });
  readonly cursor = { row: 0, column: 0 };

  /// `width` is that of the whole table.
  constructor(ledger: () => Ledger, width: () => number) {
    this.#ledger = ledger;
    this.#width = width;
  }

  get columns(): Ledger['columns'] {
    return this.#ledger().columns;
  }

  get sort(): Ledger['sort'] {
    return this.#ledger().sort;
  }

  get total(): number {
    return this.#ledger().rows.length;
  }

  get selected(): { readonly size: number } {
    return { size: this.#ledger().selected.length };
  }

  sortBy(column: string): void {
    this.#ledger().sortBy(column);
  }

  clear(): void {
    this.#ledger().clearSelection();
  }

  selectAll(): void {
    this.#ledger().selectAll();
  }

  width(column: string): number {
    return (this.columns.width(column) / this.#weight) * this.#room;
  }

  /// The columns share the room: one that is to be so wide takes its part of it.
  setWidth(column: string, to: number, done?: boolean): void {
    const others = this.#weight - this.columns.width(column);
    const wide = Math.max(narrowest, Math.min(to, this.#room - narrowest * (this.shown.length - 1)));
    this.columns.setWidth(column, (wide * others) / Math.max(1, this.#room - wide), done);
  }

  get #room(): number {
    return Math.max(1, this.#width() - box - end);
  }
}
