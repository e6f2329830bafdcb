/// What presses of the mouse mean in a table.
import type { Cell, Table } from './datatable.svelte';

/// Where the cursor goes when an edited cell is closed.
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface Presses {
  /// A row's box was pressed.
  pick: (index: number, shift: boolean) => Promise<void>;
  /// A cell was pressed; true when the cursor is there now.
  press: (cell: Cell) => Promise<boolean>;
  /// A cell was pressed twice; true when it is being edited now.
  double: (cell: Cell) => Promise<boolean>;
}

export function pressesIn<Row extends { id: number }>(table: Table<Row>): Presses {
  /// The cell that is being edited keeps its presses; for others, what is typed there must be kept first.
  const free = async (cell: Cell | null): Promise<boolean> => {
    const { editing } = table;
    const inside = cell && editing?.index === cell.row && editing.column === table.columns.shown[cell.column];
    return !inside && (await table.commit());
  };
  return {
    async pick(index, shift) {
      if (!(await free(null))) return;
      if (shift) void table.selectTo(index, Math.max(0, table.cursor.row));
      else table.toggle(index);
      table.moveTo(index);
    },
    async press(cell) {
      if (!(await free(cell))) return false;
      table.moveTo(cell.row, cell.column);
      return true;
    },
    async double(cell) {
      return (await free(cell)) && table.edit(cell);
    },
  };
}

/// Moves the cursor on from a cell that was edited.
export function moveOn<Row extends { id: number }>(table: Table<Row>, move: Move): void {
  const { row, column } = table.cursor;
  const to: Record<Move, [number, number]> = {
    down: [row + 1, column],
    up: [Math.max(0, row - 1), column],
    right: [row, column + 1],
    left: [row, column - 1],
    stay: [row, column],
  };
  table.moveTo(...to[move]);
}

/// Brings a cell into view sideways, beside the first column where that stays in its place.
export function revealColumn(
  scroller: HTMLElement,
  head: (column: number) => Element | null,
  column: number,
): void {
  const [first, cell] = [head(0), head(column)];
  if (!first || !cell) return;
  if (column === 0) {
    scroller.scrollLeft = 0;
    return;
  }
  const left = scroller.getBoundingClientRect().left;
  const sticks = getComputedStyle(first).position === 'sticky';
  const from = sticks ? first.getBoundingClientRect().right : left;
  const to = left + scroller.clientWidth;
  const at = cell.getBoundingClientRect();
  if (at.left < from) scroller.scrollLeft -= from - at.left;
  else if (at.right > to) scroller.scrollLeft += Math.min(at.right - to, at.left - from);
}
