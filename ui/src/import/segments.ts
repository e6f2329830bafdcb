/// The pasted text cut into what was read and what lies between.
import type { Row } from './review.svelte';

export interface Segment {
  text: string;
  /// The row read from it; null between rows.
  key: number | null;
  doubtful: boolean;
  out: boolean;
}

/// Cuts the text at the rows' spans. Rows that overlap an earlier one (a signer and title shared by two names) are
/// cut where the earlier one ends.
export function segments(
  text: string,
  rows: Row[],
  spans: ReadonlyMap<number, { start: number; end: number }>,
  doubtful: (row: Row) => boolean,
): Segment[] {
  const ordered = rows
    .map((entry) => ({ entry, span: spans.get(entry.key) ?? { start: 0, end: 0 } }))
    .sort((a, b) => a.span.start - b.span.start);
  const cut: Segment[] = [];
  const between = (piece: string): Segment => ({ text: piece, key: null, doubtful: false, out: false });
  let at = 0;
  for (const { entry, span } of ordered) {
    const start = Math.max(span.start, at);
    if (span.end <= start) continue;
    if (start > at) cut.push(between(text.slice(at, start)));
    cut.push({
      text: text.slice(start, span.end),
      key: entry.key,
      doubtful: doubtful(entry),
      out: entry.row.decision.kind === 'drop',
    });
    at = span.end;
  }
  if (at < text.length) cut.push(between(text.slice(at)));
  return cut;
}

/// The places inside a span where it could be cut in two: at commas, semicolons, line ends, dashes and "and".
/// The sign itself goes with the second part, where the core sets it aside as it does before any name.
export function cuts(
  text: string,
  span: { start: number; end: number },
): { unit: number; left: string; right: string }[] {
  const piece = text.slice(span.start, span.end);
  const found: { unit: number; left: string; right: string }[] = [];
  for (const match of piece.matchAll(/\s*[,;\n·•|]\s*|\s+(?:and|&|y|e|et|und|[-–—])\s+/gu)) {
    const left = piece.slice(0, match.index).trim();
    const right = piece.slice(match.index + match[0].length).trim();
    if (left && right) found.push({ unit: span.start + match.index, left, right });
  }
  return found;
}
