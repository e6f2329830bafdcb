import { expect, test } from 'vitest';

import * as api from '$lib/api';

import { openCore } from '../../testing/core';
import { asks } from './asks';
import { sideBySide } from './sides';

const words = (pieces: { text: string }[]): string => pieces.map((piece) => piece.text).join('');

test('both columns read as the texts that were compared', async () => {
  const before = 'Dear friend,\n\nWe ask you to end it.\n\nThis goes.';
  const after = 'Dear friend,\n\nWe ask you to end it soon.\n\nThis comes instead, all of it new.';
  const letterId = await (await openCore()).letter();
  for (const text of [before, after]) {
    await api.addVersion(letterId, { text, summary: '', reconfirm: 'none', reconfirmBy: null });
  }
  const rows = sideBySide((await api.compareVersions(letterId, 1, 2)).paragraphs);
  expect(
    rows
      .filter((row) => row.before.length > 0)
      .map((row) => words(row.before))
      .join('\n\n'),
  ).toBe(before.replace('it.', 'it.'));
  expect(
    rows
      .filter((row) => row.after.length > 0)
      .map((row) => words(row.after))
      .join('\n\n'),
  ).toBe(after);
});

test('a paragraph that went stands alone at the left, one that came alone at the right', () => {
  const rows = sideBySide([
    { kind: 'removed', pieces: [{ kind: 'removed', text: 'Old.' }] },
    { kind: 'added', pieces: [{ kind: 'added', text: 'New.' }] },
  ]);
  expect(rows.map((row) => [words(row.before), words(row.after)])).toEqual([
    ['Old.', ''],
    ['', 'New.'],
  ]);
});

test('what a text asks is said with its day where there is one', () => {
  expect(asks({ reconfirm: 'none', reconfirmBy: null })).toBe('ui-text-asks-nothing');
  expect(asks({ reconfirm: 'opt-in', reconfirmBy: null })).toBe('ui-text-opt-in');
  expect(asks({ reconfirm: 'opt-out', reconfirmBy: '2026-12-01' })).toBe('ui-text-opt-out-by');
});
