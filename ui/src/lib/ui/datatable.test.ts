import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Columns, type Column } from './columns.svelte';
import { Table, type Source } from './datatable.svelte';
import { Pages } from './pages.svelte';

interface Row {
  id: number;
  name: string;
  days: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', heading: () => 'Name', width: 200, sortable: true, text: (row) => row.name },
  {
    id: 'days',
    heading: () => 'Days',
    width: 80,
    sortable: true,
    text: (row) => (row.days === null ? '' : `${row.days} days`),
    copied: (row) => String(row.days ?? ''),
    edit: { kind: 'number', value: (row) => String(row.days ?? '') },
  },
  { id: 'note', heading: () => 'Note', width: 120, text: () => '', shown: false },
  { id: 'city', heading: () => 'City', width: 120, text: () => 'Madison' },
];

const total = 10_000;
const row = (index: number): Row => ({ id: 1000 + index, name: `Row ${index}`, days: index % 7 });

/// A table over ten thousand rows, and what was asked of its source.
function make(more: Partial<Source<Row>> = {}) {
  const asked: string[] = [];
  const kept: unknown[] = [];
  const table = new Table<Row>(
    columns,
    {
      page: (sort, offset, limit) => {
        asked.push(`page ${offset}`);
        const length = Math.max(0, Math.min(limit, total - offset));
        const at = (n: number): number => (sort.reversed ? total - 1 - offset - n : offset + n);
        return Promise.resolve({ total, rows: Array.from({ length }, (_, n) => row(at(n))) });
      },
      ids: () => {
        asked.push('ids');
        return Promise.resolve(Array.from({ length: total }, (_, n) => 1000 + n));
      },
      rows: (ids) => {
        asked.push(`rows ${ids.length}`);
        return Promise.resolve(ids.map((id) => row(id - 1000)));
      },
      problem: (error) => String(error),
      failed: (error) => asked.push(`failed ${String(error)}`),
      arrangement: {
        get: () => Promise.resolve(null),
        set: (view) => Promise.resolve(kept.push(view)),
      },
      ...more,
    },
    { column: 'name', reversed: false },
  );
  return { table, asked, kept };
}

describe('columns', () => {
  const ids = (list: Columns<Row>): string[] => list.shown.map((column) => column.id);

  test('move, hide and widen, and the first stays where it is', () => {
    const list = new Columns(columns);
    list.moveBefore('city', 'days');
    expect(ids(list)).toEqual(['name', 'city', 'days']);
    list.moveBefore('name', null);
    list.moveBefore('days', 'name');
    expect(ids(list)).toEqual(['name', 'days', 'city']);
    list.show('name', false);
    list.show('days', false);
    expect(ids(list)).toEqual(['name', 'city']);
    list.setWidth('city', 5);
    expect(list.width('city')).toBe(64);
    list.reset();
    expect(ids(list)).toEqual(['name', 'days', 'city']);
    expect(list.width('city')).toBe(120);
  });

  test('step over the hidden ones between them', () => {
    const list = new Columns(columns);
    list.step('city', -1);
    expect(ids(list)).toEqual(['name', 'city', 'days']);
    list.step('city', -1);
    expect(ids(list)).toEqual(['name', 'city', 'days']);
    list.step('city', 1);
    expect(ids(list)).toEqual(['name', 'days', 'city']);
  });

  test('that there is no room for go, but those that the person asked for, and are copied all the same', () => {
    const spared = columns.map((column) => (column.id === 'days' ? column : { ...column, spare: 1 }));
    const list = new Columns([...spared.slice(0, 1), ...spared.slice(2), ...spared.slice(1, 2)]);
    list.room = 300;
    expect(ids(list)).toEqual(['name', 'days']);
    expect(list.total).toBeLessThanOrEqual(300);
    expect(list.isShown('city')).toBe(false);
    list.show('city', true);
    expect(ids(list)).toEqual(['name', 'city', 'days']);
    const other = new Columns(list.all);
    other.restore(list.view);
    other.room = 300;
    expect(ids(other)).toEqual(['name', 'city', 'days']);

    const { table } = make();
    const all = table.headings;
    table.columns.room = 100;
    expect(table.headings).toEqual(all);
  });

  test('come back as they were left, whatever was added or dropped since', () => {
    const list = new Columns(columns);
    list.restore({
      order: ['city', 'gone', 'name'],
      hidden: ['name', 'gone'],
      widths: { city: 300, days: 'x' },
    });
    // A column that is new since shows unless it begins hidden.
    expect(ids(list)).toEqual(['name', 'city', 'days']);
    expect(list.width('city')).toBe(300);
    expect(list.width('days')).toBe(80);
  });

  test.each([null, 7, 'view', {}, { order: 'name' }, { order: [1, null] }])(
    'are as new when what was kept makes no sense: %j',
    (view) => {
      const list = new Columns(columns);
      list.restore(view);
      expect(ids(list)).toEqual(['name', 'days', 'city']);
    },
  );
});

describe('pages', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  function pages() {
    const offsets: number[] = [];
    const list = new Pages<number>(
      (offset, limit) => {
        offsets.push(offset);
        return Promise.resolve({ total: 100_000, rows: Array.from({ length: limit }, (_, n) => offset + n) });
      },
      (error) => String(error),
    );
    return { list, offsets };
  }

  test('are fetched where somebody looks, each once', async () => {
    const { list, offsets } = pages();
    await list.reload(true);
    expect(list.total).toBe(100_000);
    expect([list.row(0), list.row(49), list.row(50)]).toEqual([0, 49, undefined]);
    list.look(20, 60);
    await vi.advanceTimersByTimeAsync(200);
    list.look(30, 70);
    await vi.advanceTimersByTimeAsync(200);
    expect(offsets).toEqual([0, 50]);
    expect(list.row(75)).toBe(75);
  });

  test('that fly past are not fetched: only where it rests, and now and then', async () => {
    const { list, offsets } = pages();
    await list.reload(true);
    for (let at = 0; at < 90_000; at += 500) {
      list.look(at, at + 30);
      await vi.advanceTimersByTimeAsync(16);
    }
    const underWay = offsets.length;
    expect(underWay).toBeLessThan(20);
    list.look(90_010, 90_040);
    await vi.advanceTimersByTimeAsync(200);
    expect(list.row(90_020)).toBe(90_020);
    expect(offsets.length - underWay).toBeLessThan(4);
  });

  test('keep what is in view while it is loaded anew, and an older answer never overwrites a newer', async () => {
    const answers: (() => void)[] = [];
    let version = 0;
    const list = new Pages<string>(
      (offset) => {
        const mine = ++version;
        return new Promise((resolve) => {
          answers.push(() => resolve({ total: 1, rows: [`version ${mine} of ${offset}`] }));
        });
      },
      (error) => String(error),
    );
    const first = list.reload(true);
    const second = list.reload(false);
    answers[1]?.();
    await second;
    expect(list.row(0)).toBe('version 2 of 0');
    answers[0]?.();
    await first;
    expect(list.row(0)).toBe('version 2 of 0');
  });

  test('say why they could not be loaded, and come when asked again', async () => {
    let broken = true;
    const list = new Pages<number>(
      () => (broken ? Promise.reject(new Error('gone')) : Promise.resolve({ total: 1, rows: [1] })),
      (error) => String(error),
    );
    await list.reload(true);
    expect(list.failure).toBe('Error: gone');
    broken = false;
    await list.reload(false);
    expect([list.failure, list.total]).toEqual([null, 1]);
  });
});

describe('the selection', () => {
  test('reaches over rows that were never loaded', async () => {
    const { table, asked } = make();
    await table.start();
    table.toggle(3);
    await table.selectTo(9_000, 3);
    expect(table.selected.size).toBe(8_998);
    expect(table.selected.has(1000 + 9_000)).toBe(true);
    expect(asked.filter((one) => one.startsWith('page'))).toEqual(['page 0']);
    await table.selectTo(5, 3);
    expect([...table.selected]).toEqual([1003, 1004, 1005]);
  });

  test('a range keeps what was selected beside it', async () => {
    const { table } = make();
    await table.start();
    table.toggle(40);
    table.toggle(3);
    await table.selectTo(4, 3);
    expect([...table.selected].sort()).toEqual([1003, 1004, 1040]);
  });

  test('takes all that the list finds, and goes with another list', async () => {
    const { table } = make();
    await table.start();
    await table.selectAll();
    expect(table.selected.size).toBe(total);
    await table.restart();
    expect(table.selected.size).toBe(0);
  });

  test('lets go of rows that are no longer found', async () => {
    let found = [1000, 1001];
    const { table } = make({ ids: () => Promise.resolve(found) });
    await table.start();
    await table.selectAll();
    found = [1001];
    await table.refresh();
    expect([...table.selected]).toEqual([1001]);
  });

  test('tells when it failed, and stays as it was', async () => {
    const { table, asked } = make({ ids: () => Promise.reject(new Error('busy')) });
    await table.start();
    table.toggle(1);
    await table.selectAll();
    expect(asked).toContain('failed Error: busy');
    expect([...table.selected]).toEqual([1001]);
  });
});

describe('editing in place', () => {
  test('keeps what was typed when it is refused, and says why', async () => {
    const save = vi.fn().mockRejectedValueOnce('too many').mockResolvedValue(undefined);
    const { table } = make({ save });
    await table.start();
    expect(table.edit({ row: 2, column: 0 })).toBe(false);
    expect(table.edit({ row: 2, column: 1 })).toBe(true);
    table.type('999');
    expect(await table.commit()).toBe(false);
    expect(table.editing).toMatchObject({ draft: '999', problem: 'too many', busy: false });
    // Another cell does not push it out.
    expect(table.edit({ row: 3, column: 1 })).toBe(false);
    expect(table.editing?.draft).toBe('999');
    table.type('9');
    expect(await table.commit()).toBe(true);
    expect(table.editing).toBeNull();
    expect(save).toHaveBeenLastCalledWith(row(2), 'days', '9');
  });

  test('writes nothing when nothing was changed, and once when asked twice', async () => {
    const save = vi.fn().mockResolvedValue(undefined);
    const { table } = make({ save });
    await table.start();
    table.edit({ row: 2, column: 1 });
    expect(await table.commit()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    table.edit({ row: 2, column: 1 });
    table.type('5');
    await Promise.all([table.commit(), table.commit()]);
    expect(save).toHaveBeenCalledOnce();
  });
});

describe('copying', () => {
  test('takes the selected rows in the order of the list, with the shown columns', async () => {
    const { table } = make();
    await table.start();
    table.toggle(5);
    table.toggle(2);
    table.columns.show('city', false);
    expect(table.headings).toEqual(['Name', 'Days']);
    expect(await table.contents()).toEqual([
      ['Row 2', '2'],
      ['Row 5', '5'],
    ]);
  });

  test('takes the whole list in portions when nothing is selected, and can be stopped', async () => {
    const { table, asked } = make();
    await table.start();
    expect(await table.contents()).toHaveLength(total);
    expect(asked.filter((one) => one.startsWith('rows'))).toHaveLength(20);
    expect(await table.contents((done) => done < 1_000)).toBeNull();
  });
});

describe('the arrangement', () => {
  test('is taken up before the first rows are fetched', async () => {
    const get = () =>
      Promise.resolve({ order: ['name'], hidden: ['city'], sort: { column: 'days', reversed: true } });
    const { table } = make({ arrangement: { get, set: () => Promise.resolve() } });
    await table.start();
    expect(table.sort).toEqual({ column: 'days', reversed: true });
    expect(table.row(0)?.id).toBe(1000 + total - 1);
  });

  test('is kept once it rests', async () => {
    vi.useFakeTimers();
    const { table, kept } = make();
    table.columns.setWidth('name', 222);
    table.columns.setWidth('name', 333);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toMatchObject([{ widths: { name: 333 }, sort: { column: 'name' } }]);
    vi.useRealTimers();
  });

  test('a heading pressed again turns the order round, and the list is seen from its top', async () => {
    const { table } = make();
    await table.start();
    table.moveTo(700);
    await table.sortBy('name');
    expect(table.sort).toEqual({ column: 'name', reversed: true });
    expect([table.cursor.row, table.restarts]).toEqual([0, 1]);
    await table.sortBy('city');
    expect(table.sort.column).toBe('name');
  });
});
