import { beforeEach, describe, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import { wisconsin } from '$lib/mockdata';

import { Review, type Row } from './review.svelte';
import { cuts, segments } from './segments';

const sentence = `Signatories of the letter included: ${wisconsin.slice(0, -1).join(', ')}, and WISDOM.`;
let mock: Mock;

beforeEach(async () => {
  vi.useFakeTimers();
  mock = installMock('own', 'en');
  await app.start();
});

/// Lets the preview that waits for a rest be asked and answered.
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
}

async function read(text: string): Promise<Review> {
  const review = new Review({ kind: 'letter', id: 2 });
  await review.read(text);
  await settle();
  return review;
}

function called(review: Review, name: string): Row {
  const row = review.rows.find((entry) => entry.row.name === name);
  if (!row) throw new Error(`${name} was not read`);
  return row;
}

describe('reviewing a pasted list', () => {
  test('every name of the sentence is a row that knows where it stood', async () => {
    const review = await read(sentence);
    expect(review.rows.map((entry) => entry.row.name)).toEqual(wisconsin);
    for (const { key, row } of review.rows) {
      const span = review.spans.get(key);
      expect(review.text.slice(span?.start, span?.end)).toBe(row.name);
    }
    expect(review.counts).toMatchObject({ known: 26, new: 0, decide: 0 });
    expect(review.taken).toBe(26);
  });

  test('nothing, or far too much, is answered with a sentence and nothing is read', async () => {
    for (const text of ['', ' \n ', 'x'.repeat(20 * 1024 * 1024 + 1)]) {
      const review = await read(text);
      expect(review.problem).toBeTruthy();
      expect(review.rows).toEqual([]);
    }
  });

  test('a likely match is left out until it is decided, and the counts follow', async () => {
    const review = await read('Riverbend Neighbors Coalition\nKids Forward');
    expect(review.counts).toMatchObject({ known: 1, decide: 1 });
    expect(review.taken).toBe(1);
    const row = called(review, 'Riverbend Neighbors Coalition');
    const organizationId = review.planned(row.key)?.candidates[0]?.id ?? 0;
    review.decide(row.key, { kind: 'match', organizationId });
    await settle();
    expect(review.counts).toMatchObject({ known: 2, decide: 0 });
    review.decide(row.key, { kind: 'new' });
    await settle();
    expect(review.counts).toMatchObject({ known: 1, new: 1 });
  });

  test('a row is left out and taken in again', async () => {
    const review = await read('Kids Forward\nDSA');
    const { key } = called(review, 'DSA');
    review.toggleOut(key);
    expect(review.mark(called(review, 'DSA'))).toBe('out');
    expect(review.taken).toBe(1);
    review.toggleOut(key);
    expect(review.taken).toBe(2);
  });

  test('a new name is recognized anew', async () => {
    const review = await read('Kids Forwrd\nDSA');
    expect(review.counts.new).toBe(1);
    review.rename(called(review, 'Kids Forwrd').key, 'Kids Forward');
    await settle();
    expect(review.counts).toMatchObject({ known: 2, new: 0 });
  });

  test('a name is split where the text is cut and joined again, the selection staying with it', async () => {
    const review = await read(sentence);
    const name = 'National Association of Social Workers, Wisconsin Chapter';
    const { key } = called(review, name);
    review.select(key);
    const span = review.spans.get(key);
    const [place] = cuts(review.text, span ?? { start: 0, end: 0 });
    await review.split(key, place?.unit ?? 0);
    expect(review.rows).toHaveLength(27);
    expect(called(review, 'National Association of Social Workers').key).toBe(key);
    expect(called(review, 'Wisconsin Chapter').key).not.toBe(key);
    await review.join(key);
    expect(review.rows.map((entry) => entry.row.name)).toEqual(wisconsin);
    expect(review.selected).toBe(key);
  });

  test('whatever the reader doubted is asked for until somebody has looked at it', async () => {
    const review = await read(sentence);
    expect(review.counts.doubtful).toBe(1);
    review.moveToOpen();
    const row = called(review, 'National Association of Social Workers, Wisconsin Chapter');
    expect(review.selected).toBe(row.key);
    review.settle(row.key);
    expect(review.counts.doubtful).toBe(0);
  });

  test('recording writes what the preview said, on the letter, as one step', async () => {
    const review = await read('Kids Forward\nInvented Lantern Society');
    const before = mock.data.signOns.length;
    expect(await review.record()).toBe(2);
    expect(mock.data.signOns).toHaveLength(before + 2);
    expect(mock.data.organizations.some((one) => one.name === 'Invented Lantern Society')).toBe(true);
    await app.undo();
    expect(mock.data.signOns).toHaveLength(before);
    expect(mock.data.organizations.some((one) => one.name === 'Invented Lantern Society')).toBe(false);
  });

  test('a new letter needs a title before anything is written', async () => {
    const review = new Review({ kind: 'new-letter' });
    await review.read('Kids Forward');
    expect(await review.record()).toBeNull();
    expect(review.problem).toBeTruthy();
    expect(mock.data.letters).toHaveLength(3);
    review.title = 'Save the river';
    const letter = await review.record();
    expect(mock.data.signOns.filter((row) => row.letterId === letter)).toHaveLength(1);
    // The letter goes with the rest of its import.
    await app.undo();
    expect(mock.data.letters).toHaveLength(3);
  });
});

describe('the source text', () => {
  test('put together again is the text, whatever the rows', async () => {
    const review = await read(sentence);
    const pieces = segments(review.text, review.rows, review.spans, () => false);
    expect(pieces.map((piece) => piece.text).join('')).toBe(review.text);
    expect(pieces.filter((piece) => piece.key !== null)).toHaveLength(26);
  });

  test('rows that overlap do not repeat any of it', async () => {
    const review = await read('Kids Forward and DSA');
    const twice = review.rows.flatMap((entry) => [entry, { ...entry, key: 99 }]);
    const spans = new Map([...review.spans, [99, { start: 5, end: 12 }]]);
    const pieces = segments(review.text, twice, spans, () => false);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Kids Forward and DSA');
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
