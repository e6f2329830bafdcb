import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import type { BlockEntry, BlockGroup, BlockOptions, SignatoryBlock } from '$bindings/block';
import * as api from '$lib/api';

import { openCore } from '../../testing/core';
import BlockPaper from './BlockPaper.svelte';
import { noActions } from './paperactions';
import { firstNumbers, heading, inColumns, onPages, paragraphs } from './paper';

const defaultOptions = await api.getBlockOptions(await (await openCore()).letter());

const entry = (name: string): BlockEntry => ({
  signOn: null,
  parts: [{ kind: 'name', text: name }],
  after: '',
  unwritten: false,
  late: false,
  lead: false,
  individual: false,
  bold: false,
  link: null,
  logo: null,
});
const entries = (count: number): BlockEntry[] => Array.from({ length: count }, (_, n) => entry(String(n)));

const group = (text: string | null, count: number): BlockGroup => ({
  heading: text,
  count,
  entries: entries(count),
  stop: '.',
  note: null,
});

function arranged(groups: BlockGroup[], more: Partial<BlockOptions> = {}): SignatoryBlock {
  return {
    options: { ...defaultOptions, ...more },
    paper: 'letter',
    intro: 'Signed: ',
    summary: null,
    groups,
    others: null,
    note: null,
    outro: ' Thank you.',
    table: [],
    total: 5,
    individuals: 0,
    states: 0,
    unwritten: 0,
    unwrittenLeftOut: 0,
  };
}

test('the entries of each group are cut where a page begins', () => {
  const group = (count: number): BlockGroup => ({
    heading: 'Elms',
    count,
    entries: entries(count),
    stop: '',
    note: null,
  });
  const block = { groups: [group(3), group(4)] } as SignatoryBlock;
  const cut = (pages: number[][]): unknown =>
    onPages(block, pages).map((pieces) =>
      pieces.map(({ entries, before, page }) => [entries.length, before, page]),
    );
  expect(cut([])).toEqual([[[3, 0, null]], [[4, 0, null]]]);
  // The first page ends within the first group, the second with it.
  expect(cut([[2], [1], [4]])).toEqual([
    [
      [2, 0, null],
      [1, 2, 2],
    ],
    [[4, 0, 3]],
  ]);
  expect(cut([[7]])).toEqual([[[3, 0, null]], [[4, 0, null]]]);
});

test('columns are filled as they print, page by page and group by group', () => {
  const block = { groups: [group('Elms', 5), group('Oaks', 4)] } as SignatoryBlock;
  // On the first page three and one of the first group; on the second its last, then two and one, and one of the other.
  const pieces = onPages(block, [
    [3, 1],
    [1 + 2, 2],
  ]);
  expect(pieces.map((of) => of.map(({ filled }) => filled))).toEqual([[[3, 1], [1]], [[2, 2]]]);
  const [first] = pieces[0] ?? [];
  expect(first && inColumns(first, 2).map((column) => column.length)).toEqual([3, 1]);
  expect(
    onPages(block, [])
      .flat()
      .every(({ filled }) => filled === null),
  ).toBe(true);
});

test('columns are filled down, the first holding one more where it does not come out even', () => {
  const lengths = (count: number, columns: number): number[] =>
    inColumns({ entries: entries(count), filled: null }, columns).map((column) => column.length);
  expect(lengths(7, 3)).toEqual([3, 2, 2]);
  expect(lengths(2, 4)).toEqual([1, 1, 0, 0]);
  expect(lengths(3, 0)).toEqual([3]);
});

test('numbers run on through the groups, and headings carry counts only when asked for', () => {
  const block = arranged([group('National', 2), group('State', 3)]);
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

/// The paragraphs of the paper as they read.
function read(block: SignatoryBlock): string[] {
  render(BlockPaper, { block, format: 'html', source: null, actions: noActions });
  const paper = screen.getByRole('group');
  return [...paper.querySelectorAll('.page p')].map((paragraph) => paragraph.textContent);
}

test('a single sentence of prose takes in the texts around it, to the letter', () => {
  const one = group(null, 2);
  const joined = {
    ...one,
    entries: one.entries.map((part, n) => ({ ...part, after: n === 0 ? ' and ' : '' })),
  };
  expect(read(arranged([joined], { layout: 'prose' }))).toEqual(['Signed: 0 and 1. Thank you.']);
});

test('prose under headings keeps the texts around it as paragraphs', () => {
  const block = arranged([group('National', 1), group('State', 1)], { layout: 'prose' });
  expect(read(block)).toEqual(['Signed: ', 'National: 0.', 'State: 0.', ' Thank you.']);
});
