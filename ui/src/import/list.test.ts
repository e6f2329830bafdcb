import { beforeEach, describe, expect, test } from 'vitest';

import type { PlanRow, TextSpan } from '$bindings/imports';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { changeTo } from '../letters/status';
import { openCore, titles, type Core } from '../testing/core';
import { Importing } from './importing.svelte';
import type { Preview } from './preview.svelte';
import { cuts, segments } from './segments';
import type { SourceImport } from './source.svelte';

const names = [
  'ACLU of Wisconsin',
  'Black Leaders Organizing for Communities (BLOC)',
  'National Association of Social Workers, Wisconsin Chapter',
  'First Unitarian Society - Madison - Justice Ministry',
  'WISDOM',
];
const sentence = `Signatories of the letter included: ${names.slice(0, -1).join(', ')}, and WISDOM.`;

let core: Core;
let letterId: number;

beforeEach(async () => {
  core = await openCore();
  letterId = await core.letter('rent');
  await app.start();
});

async function read(
  text: string,
  letter: number | null = letterId,
): Promise<SourceImport & { preview: Preview }> {
  const importing = new Importing({ letterId: letter, firstLetter: null, organizations: false });
  await importing.readText(text, null);
  const { source } = importing;
  if (!source?.preview) throw new Error(importing.problem ?? 'nothing was read');
  await source.preview.pages.reload(true);
  return source as SourceImport & { preview: Preview };
}

function rows(preview: Preview): PlanRow[] {
  return Array.from({ length: preview.total ?? 0 }, (_, at) => preview.pages.row(at)).filter(
    (row) => row !== undefined,
  );
}

function called(preview: Preview, name: string): PlanRow {
  const row = rows(preview).find((one) => one.name === name);
  if (!row) throw new Error(`${name} was not read`);
  return row;
}

const namesOf = (preview: Preview): string[] => rows(preview).map((row) => row.name);

describe('the preview of a pasted list', () => {
  test('every name of the sentence is a row that knows where it stood', async () => {
    const { preview } = await read(sentence);
    expect(namesOf(preview)).toEqual(names);
    for (const { key, name, listed } of rows(preview)) {
      expect(preview.text?.slice(listed?.start, listed?.end)).toBe(name);
      const span = preview.spans.find((one) => one.key === key);
      expect([span?.start, span?.end]).toEqual([listed?.start, listed?.end]);
    }
    expect(preview.plan).toMatchObject({ read: 5, known: 5, organizations: 0, asked: 0, signOns: 5 });
    expect(preview.taken).toBe(5);
    // All of it is seen first, beside its text.
    expect(preview.tab).toBeNull();
  });

  test('nothing, or far too much, is answered with a sentence and nothing is read', async () => {
    for (const text of ['', ' \n ', 'x'.repeat(20 * 1024 * 1024 + 1), '. . .']) {
      const importing = new Importing({ letterId, firstLetter: null, organizations: false });
      await importing.readText(text, null);
      expect(importing.problem).toBeTruthy();
      expect(importing.step).toBe('start');
    }
  });

  test('a likely match is left out until it is decided, and the counts follow', async () => {
    const { preview } = await read('Riverbend Tenants Counsil\nKids Forward');
    expect(preview.plan).toMatchObject({ known: 1, asked: 1 });
    expect(preview.taken).toBe(1);
    await preview.match([called(preview, 'Riverbend Tenants Counsil')], 0);
    expect(preview.plan).toMatchObject({ known: 2, asked: 0 });
    await preview.decide(called(preview, 'Riverbend Tenants Counsil'), { kind: 'new' });
    expect(preview.plan).toMatchObject({ known: 1, organizations: 1 });
  });

  test('who withdrew is a question about the answer alone, and accepted by one key', async () => {
    const { id } = await core.signOn('WISDOM');
    await api.setSignOnStatus([id], changeTo('withdrawn'));
    const { preview } = await read('WISDOM\nKids Forward', await core.letter());
    const row = called(preview, 'WISDOM');
    expect(row).toMatchObject({ outcome: 'asked', mayBeTaken: true, candidates: [] });
    expect(row.reason).toMatch(/^WISDOM withdrew on /);
    await preview.take([row]);
    expect(called(preview, 'WISDOM').outcome).toBe('updated');
  });

  test('a row is left out and taken in again', async () => {
    const { preview } = await read('Kids Forward\nDSA');
    const { key } = called(preview, 'DSA');
    await preview.toggleOut([called(preview, 'DSA')]);
    expect(preview.spans.find((span) => span.key === key)?.look).toBe('out');
    expect(preview.taken).toBe(1);
    await preview.toggleOut([called(preview, 'DSA')]);
    expect(preview.taken).toBe(2);
  });

  test('a new name is recognized anew', async () => {
    const { preview } = await read('Children Frwrd\nDSA');
    expect(preview.plan).toMatchObject({ known: 1, organizations: 1 });
    await preview.rename(called(preview, 'Children Frwrd'), 'Kids Forward');
    expect(preview.plan).toMatchObject({ known: 2, organizations: 0 });
    await preview.takeBack();
    expect(namesOf(preview)).toEqual(['Children Frwrd', 'DSA']);
  });

  test('a name is split where the text is cut and joined again, the cursor staying with it', async () => {
    const { preview } = await read(sentence);
    const name = 'National Association of Social Workers, Wisconsin Chapter';
    const row = called(preview, name);
    preview.moveTo(2);
    const [place] = cuts(preview.text ?? '', row.listed ?? { start: 0, end: 0 });
    await preview.split(row, place?.unit ?? 0);
    expect(preview.plan.read).toBe(6);
    expect(called(preview, 'National Association of Social Workers').key).toBe(row.key);
    expect(called(preview, 'Wisconsin Chapter').key).not.toBe(row.key);
    expect(preview.current?.key).toBe(row.key);
    await preview.join(called(preview, 'National Association of Social Workers'));
    expect(namesOf(preview)).toEqual(names);
    expect(preview.current?.key).toBe(row.key);
    expect(preview.decisions).toBe(2);
    // The last has none to be joined with.
    await preview.join(called(preview, 'WISDOM'));
    expect(preview.decisions).toBe(2);
  });

  test('whatever the reader doubted is gone to until somebody has looked at it', async () => {
    const { preview } = await read('Kids Forward\nNiños Unidos 🌲\nDSA');
    expect(preview.plan.doubtful).toBe(1);
    await preview.showOpen();
    expect(preview.current?.name).toBe('Niños Unidos 🌲');
    expect(preview.current?.listed?.doubt).toBeTruthy();
    if (preview.current) await preview.settle(preview.current);
    expect(preview.plan.doubtful).toBe(0);
    expect(preview.current?.listed?.doubt).toBeNull();
  });

  test('recording writes what the preview said, on the letter, as one step', async () => {
    const source = await read('Kids Forward\nInvented Lantern Society');
    const before = (await api.listSignOns(letterId)).length;
    expect(await source.record()).toEqual({ name: 'letter', id: letterId });
    expect(await api.listSignOns(letterId)).toHaveLength(before + 2);
    expect((await core.organization('Invented Lantern Society')).id).toBeTruthy();
    await app.undo();
    expect(await api.listSignOns(letterId)).toHaveLength(before);
    await expect(core.organization('Invented Lantern Society')).rejects.toThrow();
  });

  test('a new letter needs a title before anything is written', async () => {
    const source = await read('Kids Forward', null);
    expect(await source.record()).toBeNull();
    expect(source.problem).toBeTruthy();
    const before = Object.keys(titles).length;
    expect(await api.listLetters()).toHaveLength(before);
    source.title = 'Save the river';
    const page = await source.record();
    expect(await api.listSignOns(page?.name === 'letter' ? page.id : 0)).toHaveLength(1);
    // The letter goes with the rest of its import.
    await app.undo();
    expect(await api.listLetters()).toHaveLength(before);
  });
});

describe('the source text', () => {
  const span = (key: number, start: number, end: number): TextSpan => ({ key, start, end, look: 'plain' });

  test('put together again is the text, whatever the rows', async () => {
    const { preview } = await read(sentence);
    const pieces = segments(preview.text ?? '', preview.spans);
    expect(pieces.map((piece) => piece.text).join('')).toBe(sentence);
    expect(pieces.filter((piece) => piece.key !== null)).toHaveLength(5);
    for (const { start, text } of pieces) expect(sentence.slice(start, start + text.length)).toBe(text);
  });

  test('rows that overlap do not repeat any of it', () => {
    const text = 'Kids Forward and DSA';
    const pieces = segments(text, [span(1, 0, 12), span(9, 5, 12), span(2, 17, 20)]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('can be cut at commas, line ends and "and", never at its edges', () => {
    const text = 'One, Two and Three';
    expect(cuts(text, { start: 0, end: text.length }).map((cut) => [cut.left, cut.right])).toEqual([
      ['One', 'Two and Three'],
      ['One, Two', 'Three'],
    ]);
    expect(cuts('and Peace', { start: 0, end: 9 })).toEqual([]);
  });
});

describe('several rows at once', () => {
  test('Shift takes the rows between, also those that were never in view', async () => {
    const many = Array.from({ length: 900 }, (_, n) => `Lantern Society of Place ${n}`);
    const { preview } = await read(many.join('\n'));
    preview.moveTo(2);
    await preview.extendTo(899);
    expect(preview.selected.size).toBe(898);
    await preview.extendTo(4);
    expect([...preview.selected.values()].map(({ name }) => name)).toEqual(many.slice(2, 5));
    await preview.toggleOut(preview.meant);
    expect(preview.taken).toBe(897);
  });
});
