/// Where the names stand in a text that was rendered for another program.
import type { BlockEntry } from '$bindings/block';

import { nameOf } from './paper';

/// A piece of the text: a name with the entry it belongs to, or what stands between.
export interface Piece {
  text: string;
  entry: BlockEntry | null;
}

/// Each name as the format may have escaped it: a letter, digit or space as it is, any other sign with something before it
/// or a command in its place (`\&`, `\textquoteright{}`, `&amp;`).
function pattern(name: string): RegExp {
  const sign = '(?:\\\\[a-zA-Z]{1,30}(?:\\{\\})? ?|&#?[a-z0-9]{1,8};|\\\\?[^\\p{L}\\p{N}\\s]{1,3}?)';
  const signs = Array.from(name).map((c) => {
    if (/[\p{L}\p{N}\p{M}]/u.test(c)) return c;
    return /\s/u.test(c) ? '[\\s~]' : sign;
  });
  // Two signs in a row are one to the pattern: they may have become one, as a dash does.
  return new RegExp(signs.filter((part, at) => part !== sign || signs[at - 1] !== sign).join(''), 'gu');
}

/// The text with each name that is found in it marked; what is not found stays text. The names mostly come in the order of
/// the entries, and are looked for from the last one on; in columns they do not, and are looked for from the beginning.
export function marked(text: string, entries: BlockEntry[]): Piece[] {
  const found: { start: number; end: number; entry: BlockEntry }[] = [];
  let from = 0;
  for (const entry of entries) {
    const wanted = pattern(nameOf(entry));
    const free = (start: number, end: number): boolean =>
      !found.some((other) => start < other.end && other.start < end);
    const next = (at: number): RegExpExecArray | null => {
      wanted.lastIndex = at;
      for (let match = wanted.exec(text); match; match = wanted.exec(text)) {
        if (match[0] === '') return null;
        if (match.index >= from || free(match.index, match.index + match[0].length)) return match;
      }
      return null;
    };
    const match = next(from) ?? next(0);
    if (!match) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, entry });
    from = Math.max(from, end);
  }
  found.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, entry } of found) {
    if (start > at) pieces.push({ text: text.slice(at, start), entry: null });
    pieces.push({ text: text.slice(start, end), entry });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), entry: null });
  return pieces;
}
