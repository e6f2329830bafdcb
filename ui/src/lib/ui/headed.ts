/// What headings, and what copies and saves rows, ask of a table: of one that is read by the page, and of one that is all there.
import type { Column, Columns } from './columns.svelte';
import type { Cell, Sort } from './datatable.svelte';

export interface Headed<Row> {
  readonly columns: Columns<Row>;
  /// The columns in view, where there is no room for all that are shown.
  readonly shown?: readonly Column<Row>[];
  readonly sort: Sort;
  readonly cursor: Cell;
  /// How many rows there are; null before it is known.
  readonly total: number | null;
  readonly selected: { readonly size: number };
  sortBy: (column: string) => unknown;
  clear: () => void;
  selectAll: () => unknown;
  /// How wide a column is on the screen, where that is not its own width.
  width?: (column: string) => number;
  setWidth?: (column: string, width: number, done?: boolean) => void;
}

export interface Contents<Row> {
  readonly columns: Columns<Row>;
  readonly cursor: Cell;
  readonly current: Row | undefined;
  readonly total: number | null;
  readonly selected: { readonly size: number };
  readonly headings: string[];
  cells: (rows: readonly Row[]) => string[][];
  /// The selected rows, or with none selected all; `told` hears how far it is. Null when it was told to stop.
  contents: (told?: (done: number, of: number) => boolean) => Promise<string[][] | null>;
}
