/// How the arranged block is laid on the paper: the same arithmetic as the core's renderers.
import type { BlockEntry, BlockGroup, PartKind, SignatoryBlock } from '$bindings/block';

/// The heading of a group, with its count where counts are asked for.
export function heading(block: SignatoryBlock, group: BlockGroup): string {
  const text = group.heading ?? '';
  return block.options.counts ? `${text} (${group.count})` : text;
}

/// Entries filled down into columns as they print; where that is not known, the first columns hold one more where it does
/// not come out even.
export function inColumns(
  { entries, filled }: Pick<Piece, 'entries' | 'filled'>,
  columns: number,
): BlockEntry[][] {
  const count = Math.max(1, Math.min(columns, 4));
  const each = Math.floor(entries.length / count);
  const more = entries.length % count;
  let at = 0;
  return Array.from({ length: count }, (_, column) => {
    const length = filled ? (filled[column] ?? 0) : each + (column < more ? 1 : 0);
    const members = entries.slice(at, at + length);
    at += members.length;
    return members;
  });
}

/// The number of the first entry of each group: numbers run on through the groups, or begin anew in each.
export function firstNumbers(block: SignatoryBlock): number[] {
  let next = 1;
  return block.groups.map((group) => {
    const first = block.options.numbering === 'each-group' ? 1 : next;
    next += group.entries.length;
    return first;
  });
}

/// Entries of a group that stand on one page.
export interface Piece {
  entries: BlockEntry[];
  /// How many of the group stand before them.
  before: number;
  /// The number of the page that begins with them; null where none does.
  page: number | null;
  /// How many of them stand in each column; null where that is not known.
  filled: number[] | null;
}

/// The entries of each group in pieces that stand on one page; whole groups where nothing is known of pages.
export function onPages(block: SignatoryBlock, pages: number[][]): Piece[][] {
  // The page and the column with which each entry begins, where it begins one.
  const begins = new Map<number, { page: number | null }>();
  let at = 0;
  pages.forEach((columns, page) => {
    columns.forEach((count, column) => {
      begins.set(at, { page: page > 0 && column === 0 ? page + 1 : null });
      at += count;
    });
  });
  let first = 0;
  return block.groups.map(({ entries }) => {
    const pieces: Piece[] = [];
    entries.forEach((entry, n) => {
      const begun = begins.get(first + n);
      const page = begun?.page ?? null;
      if (n === 0 || page !== null) {
        pieces.push({ entries: [], before: n, page, filled: pages.length > 0 ? [] : null });
      }
      const piece = pieces.at(-1);
      piece?.entries.push(entry);
      if (piece?.filled) {
        const before = begun ? 0 : (piece.filled.pop() ?? 0);
        piece.filled.push(before + 1);
      }
    });
    first += entries.length;
    return pieces;
  });
}

/// The number of columns the layout really has.
export function columnsOf(block: SignatoryBlock): number {
  const { layout, columns, listColumns } = block.options;
  if (layout === 'columns') return columns;
  return layout === 'bullets' || layout === 'numbered' ? listColumns : 1;
}

/// Text as its paragraphs; none without text.
export function paragraphs(text: string | null): string[] {
  return (text ?? '').split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
}

/// Whether the introduction runs into the first sentence of prose; otherwise it is a paragraph of its own.
export function runsIn(block: SignatoryBlock): boolean {
  return block.groups[0]?.heading === null;
}

/// Whether the closing text runs on after the only sentence of prose; otherwise it is a paragraph of its own.
export function runsOn(block: SignatoryBlock): boolean {
  return block.groups.length === 1 && runsIn(block);
}

/// Whether entries of several lines need space between them to be told apart.
export function isSpaced(block: SignatoryBlock): boolean {
  const { layout } = block.options;
  if (layout !== 'lines' && layout !== 'columns' && layout !== 'wet') return false;
  return block.groups.some((group) =>
    group.entries.some((entry) => entry.parts.some((part) => part.kind === 'break')),
  );
}

/// The text of one table cell: the piece of that kind, with a footnote mark or note that belongs to it.
export function cell(entry: BlockEntry, kind: PartKind): string {
  const at = entry.parts.findIndex((part) => part.kind === kind);
  if (at < 0) return '';
  let text = '';
  for (const part of entry.parts.slice(at)) {
    if (part.kind === 'mark' || part.kind === kind) text += part.text;
    else if (part.kind === 'note') text += ` (${part.text})`;
    else if (part.kind !== 'glue' && part.kind !== 'break') break;
  }
  return text;
}

/// The name of an entry as it stands in a menu or a message.
export function nameOf(entry: BlockEntry): string {
  const name = entry.parts.find((part) => part.kind === 'name');
  return name?.text ?? entry.parts.map((part) => part.text).join('');
}

/// A key for each entry: its sign-on, so that a name that comes or goes leaves the others where they are.
export function keyOf(entry: BlockEntry, at: number): number {
  return entry.signOn ?? -1 - at;
}

/// The block as far as the preview shows it, and how many names it leaves for later. The output is never cut.
export function capped(block: SignatoryBlock, most: number): { block: SignatoryBlock; more: number } {
  let left = most;
  let more = 0;
  const groups: BlockGroup[] = [];
  for (const group of block.groups) {
    const entries = group.entries.length > left ? group.entries.slice(0, left) : group.entries;
    more += group.entries.length - entries.length;
    left -= entries.length;
    if (entries.length > 0) groups.push(entries === group.entries ? group : { ...group, entries });
  }
  return more === 0 ? { block, more } : { block: { ...block, groups }, more };
}

/// The first lines of a text, and how many follow.
export function cappedLines(text: string, most: number): { text: string; more: number } {
  let at = -1;
  for (let n = 0; n < most; n++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return { text, more: 0 };
  }
  const rest = text.slice(at + 1);
  return { text: text.slice(0, at), more: rest.split('\n').length };
}

/// The block as the cells of a sheet: the heading of the group in a column of its own, where there are any.
export function sheetOf(block: SignatoryBlock): { headings: string[]; rows: string[][] } {
  const headings = block.table.map((column) => column.title);
  const rows = block.groups.flatMap((group) =>
    group.entries.map((entry) =>
      block.table.map(({ kind }) => (kind === null ? (group.heading ?? '') : cell(entry, kind))),
    ),
  );
  return { headings, rows };
}
