import { expect, test } from 'vitest';

import type { BlockEntry } from '$bindings/BlockEntry';
import type { SignatoryBlock } from '$bindings/SignatoryBlock';
import { defaultOptions } from '$lib/mockdata';

import { firstNumbers, heading, inColumns, paragraphs } from './paper';

const entry = (name: string): BlockEntry => ({
  signOn: null,
  parts: [{ kind: 'name', text: name }],
  after: '',
  unwritten: false,
  late: false,
  lead: false,
  individual: false,
});
const entries = (count: number): BlockEntry[] => Array.from({ length: count }, (_, n) => entry(String(n)));

test('columns are filled down, the first holding one more where it does not come out even', () => {
  expect(inColumns(entries(7), 3).map((column) => column.length)).toEqual([3, 2, 2]);
  expect(inColumns(entries(2), 4).map((column) => column.length)).toEqual([1, 1, 0, 0]);
  expect(inColumns(entries(3), 0)).toHaveLength(1);
});

test('numbers run on through the groups, and headings carry counts only when asked for', () => {
  const group = (text: string, count: number) => ({
    heading: text,
    count,
    entries: entries(count),
    stop: '',
  });
  const block: SignatoryBlock = {
    options: defaultOptions,
    intro: '',
    summary: null,
    groups: [group('National', 2), group('State', 3)],
    others: null,
    note: null,
    outro: '',
    table: [],
    total: 5,
    individuals: 0,
    unwritten: 0,
    unwrittenLeftOut: 0,
  };
  expect(firstNumbers(block)).toEqual([1, 3]);
  expect(heading(block, group('State', 3))).toBe('State');
  expect(heading({ ...block, options: { ...defaultOptions, counts: true } }, group('State', 3))).toBe(
    'State (3)',
  );
});

test('text falls into paragraphs, and none without text', () => {
  expect(paragraphs('One\nline\n\nTwo')).toEqual(['One\nline', 'Two']);
  expect(paragraphs('  ')).toEqual([]);
  expect(paragraphs(null)).toEqual([]);
});
