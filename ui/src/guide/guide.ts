/// The guide: one short page a job, in both languages; the same pages as in docs/guide.
import { fold } from '$lib/fold';
import { language } from '$lib/messages.svelte';

/// The pages in the order in which the jobs come.
export const order = [
  'start',
  'ask',
  'write',
  'answers',
  'followups',
  'ledger',
  'evidence',
  'texts',
  'check',
  'block',
  'editions',
  'imports',
  'contacts',
  'safety',
  'keys',
] as const;

export type GuidePage = (typeof order)[number];

/// A part of a line: words, words that stand on the screen, a key, or a way to another page.
export type Piece =
  { kind: 'text' | 'word' | 'key'; text: string } | { kind: 'page'; text: string; page: GuidePage };

/// A block of a page.
export type Part =
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; numbered: boolean; items: Piece[][] }
  | { kind: 'picture'; about: string; source: string };

export interface Page {
  name: GuidePage;
  title: string;
  parts: Part[];
  /// All its words, folded, to be found by.
  words: string;
}

const sources: Record<string, string> = import.meta.glob('../../../docs/guide/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures: Record<string, string> = import.meta.glob('../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const read = new Map<string, Page[]>();

/// The pages in the language of the window.
export function pages(of = language()): Page[] {
  const known = read.get(of);
  if (known) return known;
  const all = order.flatMap((name) => {
    const source = sources[`../../../docs/guide/${of}/${name}.md`];
    return source === undefined ? [] : [parsed(name, source)];
  });
  read.set(of, all);
  return all;
}

/// Those that hold every word typed, those first whose title does.
export function found(typed: string): Page[] {
  const words = fold(typed.trim()).split(/\s+/);
  const holds = (text: string): boolean => words.every((word) => text.includes(word));
  const all = pages().filter(({ words: text }) => holds(text));
  return [
    ...all.filter(({ title }) => holds(fold(title))),
    ...all.filter(({ title }) => !holds(fold(title))),
  ];
}

/// A page of the few forms that the guide is written in: a title, paragraphs, lists and pictures.
export function parsed(name: GuidePage, source: string): Page {
  const [head = '', ...blocks] = source.trim().split(/\n{2,}/);
  return { name, title: head.replace(/^# /, ''), parts: blocks.map(part), words: fold(source) };
}

function part(block: string): Part {
  const picture = /^!\[(.*)\]\(\.\.\/pictures\/(.+)\)$/.exec(block);
  if (picture) {
    const [, about = '', file = ''] = picture;
    return { kind: 'picture', about, source: pictures[`../../../docs/guide/pictures/${file}`] ?? '' };
  }
  const lines = block.split('\n');
  const numbered = lines.every((line) => /^\d+\. /.test(line));
  if (!numbered && !lines.every((line) => line.startsWith('- ')))
    return { kind: 'paragraph', pieces: pieces(lines.join(' ')) };
  return { kind: 'list', numbered, items: lines.map((line) => pieces(line.replace(/^(\d+\.|-) /, ''))) };
}

function pieces(text: string): Piece[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([a-z]+\.md\))/).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    if (piece.startsWith('**')) return [{ kind: 'word', text: piece.slice(2, -2) }];
    if (piece.startsWith('`')) return [{ kind: 'key', text: piece.slice(1, -1) }];
    const link = /^\[(.+)\]\(([a-z]+)\.md\)$/.exec(piece);
    const page = order.find((one) => one === link?.[2]);
    if (link?.[1] !== undefined && page) return [{ kind: 'page', text: link[1], page }];
    return [{ kind: 'text', text: piece }];
  });
}
