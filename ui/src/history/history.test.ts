import { waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';

import * as api from '$lib/api';

import { byDay, History } from './history.svelte';

type Item = Parameters<typeof byDay>[0][number];

const item = (seq: number, at: Date): Item => ({
  seq,
  at: at.toISOString(),
  action: 'do',
  label: `Line ${seq}`,
  detail: '',
  letter: null,
  organization: null,
  removed: [],
  authorizedBy: '',
  author: '',
});

test('lines stand under the day on this computer’s calendar, in their order', () => {
  const days = byDay([
    item(5, new Date(2026, 10, 24, 0, 10)),
    item(4, new Date(2026, 10, 23, 23, 50)),
    item(3, new Date(2026, 10, 23, 8, 0)),
  ]);
  expect(days.map(({ date, items }) => [date, items.map(({ seq }) => seq)])).toEqual([
    ['2026-11-24', [5]],
    ['2026-11-23', [4, 3]],
  ]);
});

describe('reading on', () => {
  const at = new Date(2026, 10, 24);

  test('asks for what is older than the last line, and only while there is more', async () => {
    const list = vi
      .spyOn(api, 'listHistory')
      .mockResolvedValueOnce({ items: [item(9, at), item(8, at)], more: true })
      .mockResolvedValueOnce({ items: [item(7, at)], more: false });
    const history = new History();
    await history.load();
    await history.older();
    await history.older();
    expect(list.mock.calls.map(([query]) => query.before)).toEqual([null, 8]);
    expect(history.items?.map(({ seq }) => seq)).toEqual([9, 8, 7]);
  });

  test('drops an answer that comes after the history was narrowed otherwise', async () => {
    let late: (page: { items: Item[]; more: boolean }) => void = () => undefined;
    vi.spyOn(api, 'listHistory')
      .mockReturnValueOnce(new Promise((done) => (late = done)))
      .mockResolvedValueOnce({ items: [item(2, at)], more: false });
    const history = new History();
    const first = history.load();
    history.narrow({ from: '2026-11-01' });
    await waitFor(() => expect(history.items).not.toBeNull());
    late({ items: [item(99, at)], more: true });
    await first;
    expect(history.items?.map(({ seq }) => seq)).toEqual([2]);
    expect(history.isNarrowed).toBe(true);
  });
});
