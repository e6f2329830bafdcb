import { expect, test } from 'vitest';

import type { BlockEntry } from '$bindings/block';

import { marked } from './source';

const entry = (signOn: number, name: string): BlockEntry => ({
  signOn,
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
const found = (text: string, ...names: string[]): [number, string][] =>
  marked(
    text,
    names.map((name, n) => entry(n, name)),
  ).flatMap(({ text: piece, entry: one }) => (one ? [[one.signOn ?? -1, piece] as [number, string]] : []));

test('names are found as each format writes them', () => {
  expect(found('Signed: A.B., C & D, and E.', 'A.B.', 'C & D', 'E')).toEqual([
    [0, 'A.B.'],
    [1, 'C & D'],
    [2, 'E'],
  ]);
  expect(found('- Alder\\_Birch\n- Cedar \\*Oak\\*', 'Alder_Birch', 'Cedar *Oak*')).toEqual([
    [0, 'Alder\\_Birch'],
    [1, 'Cedar \\*Oak\\*'],
  ]);
  expect(found('\\item Alder \\& Birch\n\\item Elm\\textquoteright s', 'Alder & Birch', 'Elm’s')).toEqual([
    [0, 'Alder \\& Birch'],
    [1, 'Elm\\textquoteright s'],
  ]);
});

test('one name within another, twice the same name, and columns that are filled down', () => {
  expect(found('Oak Street Church, Oak', 'Oak Street Church', 'Oak').map(([, piece]) => piece)).toEqual([
    'Oak Street Church',
    'Oak',
  ]);
  expect(found('Elm\nElm', 'Elm', 'Elm')).toHaveLength(2);
  expect(found('Ash   Cedar\nBirch Elm', 'Ash', 'Birch', 'Cedar', 'Elm')).toHaveLength(4);
});

test('the pieces together are the text, also when a name is not in it', () => {
  const text = 'Ash, Birch (WI), and Cedar.';
  const pieces = marked(text, [entry(0, 'Birch'), entry(1, 'Nobody'), entry(2, 'Cedar')]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.entry).length).toBe(2);
});
