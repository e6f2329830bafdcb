import { beforeEach, describe, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { deeds, Followups } from './followups.svelte';

type Row = Followups['rows'][number];

const row = (signOnId: number, more: Partial<Row> = {}): Row => ({
  signOnId,
  letterId: 1,
  letter: 'A letter',
  name: `Organization ${signOnId}`,
  status: 'asked',
  person: null,
  kind: 'no-answer',
  why: '',
  urgency: 100 - signOnId,
  due: null,
  lastContact: null,
  contacts: 0,
  waiting: null,
  ...more,
});

async function pageOf(...answers: Row[][]): Promise<Followups> {
  const list = vi.spyOn(api, 'listFollowups');
  for (const answer of answers) list.mockResolvedValueOnce(answer);
  const page = new Followups();
  await page.load();
  return page;
}

beforeEach(() => {
  vi.spyOn(app, 'applied').mockImplementation((change) => Promise.resolve(change.output));
});

describe('the order', () => {
  test('is the core’s, with those who wait out the least gap last', async () => {
    const page = await pageOf([row(1, { waiting: '2026-12-01' }), row(2), row(3)]);
    expect(page.rows.map(({ signOnId }) => signOnId)).toEqual([2, 3, 1]);
    expect(page.due).toBe(2);
  });

  test('holds within one letter or kind', async () => {
    const page = await pageOf([row(1), row(2, { letterId: 7, kind: 'to-ask' }), row(3, { letterId: 7 })]);
    page.show(7);
    expect(page.rows.map(({ signOnId }) => signOnId)).toEqual([2, 3]);
    page.showKind('to-ask');
    expect(page.rows.map(({ signOnId }) => signOnId)).toEqual([2]);
  });
});

describe('the cursor', () => {
  test('goes on to the next when the one under it is gone', async () => {
    const page = await pageOf([row(1), row(2), row(3)], [row(1), row(3)]);
    page.moveTo(1);
    await page.load();
    expect(page.current?.signOnId).toBe(3);
  });

  test('passes over whoever was just written to and waits now', async () => {
    const page = await pageOf([row(1), row(2), row(3)], [row(1), row(2, { waiting: '2026-12-01' }), row(3)]);
    page.moveTo(1);
    await page.load();
    expect(page.current?.signOnId).toBe(3);
  });

  test('goes back when nothing stands below, and nowhere when nothing is left', async () => {
    const page = await pageOf([row(1), row(2)], [row(1)], []);
    page.moveTo(1);
    await page.load();
    expect(page.current?.signOnId).toBe(1);
    await page.load();
    expect(page.cursor).toBe(-1);
  });
});

describe('the selection', () => {
  test('grows from where it began, both ways', async () => {
    const page = await pageOf([row(1), row(2), row(3), row(4)]);
    page.moveTo(1);
    page.selectTo(2);
    expect(page.selected.map(({ signOnId }) => signOnId)).toEqual([2, 3]);
    page.selectTo(0);
    expect(page.selected.map(({ signOnId }) => signOnId)).toEqual([1, 2]);
    page.toggle(0);
    expect(page.targets.map(({ signOnId }) => signOnId)).toEqual([2]);
  });
});

describe('the keys', () => {
  const done = { output: 1, label: '', tables: [], app: null as never, letters: null };

  test('are four different ones', () => {
    expect(new Set(deeds.map(({ key }) => key))).toEqual(new Set(['d', 'l', 'c', 'w']));
  });

  test('note a first letter as the ask, and a later one as a reminder', async () => {
    const log = vi.spyOn(api, 'logOutreach').mockResolvedValue(done);
    const page = await pageOf([row(1)]);
    await page.act([row(1, { status: 'to-ask' })], 'wrote');
    await page.act([row(1)], 'wrote');
    await page.act([row(1)], 'called');
    expect(log.mock.calls.map(([, fields]) => fields.kind)).toEqual(['ask', 'reminder', 'call']);
  });

  test('act on all that are selected and shown, and each is noted as what it is', async () => {
    const log = vi.spyOn(api, 'logOutreach').mockResolvedValue(done);
    const page = await pageOf([row(1), row(2, { letterId: 7 }), row(3, { status: 'to-ask' })]);
    page.selectAll();
    page.show(1);
    expect(page.targets.map(({ signOnId }) => signOnId)).toEqual([1, 3]);
    await page.act(page.targets, 'wrote');
    expect(log.mock.calls.map(([ids, { kind }]) => [ids, kind])).toEqual([
      [[3], 'ask'],
      [[1], 'reminder'],
    ]);
    expect(page.selected).toEqual([]);
  });

  test('leave somebody alone until tomorrow, or for a week', async () => {
    const after = vi.spyOn(api, 'setChaseAfter').mockResolvedValue({ ...done, output: null });
    const page = await pageOf([row(1)]);
    await page.act([row(1)], 'done');
    await page.act([row(1)], 'later');
    const days = after.mock.calls.map(([, date]) =>
      Math.round((Date.parse(`${date ?? ''}T12:00`) - new Date().setHours(12, 0, 0, 0)) / 86_400_000),
    );
    expect(days).toEqual([1, 7]);
  });
});
