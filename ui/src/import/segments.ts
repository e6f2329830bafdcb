/// The text of a list cut into what was read and what lies between.
import type { SpanLook, TextSpan } from '$bindings/imports';

export interface Segment {
  text: string;
  /// Where it begins in the text.
  start: number;
  /// The row read from it; null between rows.
  key: number | null;
  look: SpanLook;
}

/// Cuts the text at the rows' spans. Rows that overlap an earlier one (a signer and title shared by two names) are
/// cut where the earlier one ends.
export function segments(text: string, spans: readonly TextSpan[]): Segment[] {
  const cut: Segment[] = [];
  let at = 0;
  const between = (to: number): void => {
    if (to > at) cut.push({ text: text.slice(at, to), start: at, key: null, look: 'plain' });
  };
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at);
    if (span.end <= start) continue;
    between(start);
    cut.push({ text: text.slice(start, span.end), start, key: span.key, look: span.look });
    at = span.end;
  }
  between(text.length);
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
