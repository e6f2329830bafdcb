/// What keys mean in a table.
import { chord } from '$lib/keys';

import type { Table } from './datatable.svelte';

/// What keys ask of whoever shows the table.
export interface Asked {
  /// How many rows a page of it is.
  page: number;
  open: () => void;
  edit: () => boolean;
  copy: () => void;
}

const widening = 24;

/// Does what a key press means in the table; false when it means nothing here.
export function pressedIn<Row extends { id: number }>(
  event: KeyboardEvent,
  table: Table<Row>,
  asked: Asked,
): boolean {
  const { row, column } = table.cursor;
  const last = (table.total ?? 1) - 1;
  const right = table.columns.shown.length - 1;
  const extend = (to: number): void => {
    const at = Math.max(0, Math.min(to, last));
    void table.selectTo(at, Math.max(0, row));
    table.moveTo(at);
  };
  const moves: Record<string, () => void> = {
    ArrowDown: () => table.moveTo(row + 1),
    ArrowUp: () => table.moveTo(row - 1),
    ArrowRight: () => table.moveTo(row, column + 1),
    ArrowLeft: () => table.moveTo(row, column - 1),
    Home: () => table.moveTo(row, 0),
    End: () => table.moveTo(row, right),
    'Ctrl+Home': () => table.moveTo(0, 0),
    'Ctrl+End': () => table.moveTo(last, right),
    'Ctrl+ArrowUp': () => table.moveTo(0),
    'Ctrl+ArrowDown': () => table.moveTo(last),
    PageDown: () => table.moveTo(Math.max(row, 0) + asked.page),
    PageUp: () => table.moveTo(Math.max(0, row - asked.page)),
    'Ctrl+a': () => void table.selectAll(),
    'Ctrl+c': asked.copy,
  };
  const inRows: Record<string, () => void> = {
    ' ': () => table.toggle(row),
    'Shift+ArrowDown': () => extend(row + 1),
    'Shift+ArrowUp': () => extend(row - 1),
    'Shift+PageDown': () => extend(row + asked.page),
    'Shift+PageUp': () => extend(row - asked.page),
    'Ctrl+Shift+Home': () => extend(0),
    'Ctrl+Shift+End': () => extend(last),
    // The first column is what the row is called by: there Enter opens, and F2 edits.
    Enter: () => {
      if (column === 0 || !asked.edit()) asked.open();
    },
    F2: () => void asked.edit(),
  };
  const run = moves[chord(event)] ?? (row < 0 ? inHeadings(table) : inRows)[chord(event)];
  if (run) run();
  else if (event.key === 'Escape' && table.selected.size > 0) table.clear();
  else return false;
  return true;
}

function inHeadings<Row extends { id: number }>(table: Table<Row>): Record<string, () => void> {
  const column = table.columns.shown[table.cursor.column];
  if (!column) return {};
  const sort = (): void => void table.sortBy(column.id);
  const move = (by: 1 | -1) => (): void => {
    table.columns.step(column.id, by);
    table.moveToColumn(column.id);
  };
  const widen = (by: number) => (): void =>
    table.columns.setWidth(column.id, table.columns.width(column.id) + by);
  return {
    Enter: sort,
    ' ': sort,
    'Alt+ArrowLeft': move(-1),
    'Alt+ArrowRight': move(1),
    'Alt+Shift+ArrowLeft': widen(-widening),
    'Alt+Shift+ArrowRight': widen(widening),
  };
}
