/// Two texts compared word by word, as the mock does it.
import type { DiffParagraph } from '$bindings/DiffParagraph';
import type { DiffPiece } from '$bindings/DiffPiece';
import type { VersionDiff } from '$bindings/VersionDiff';

/// The longest run of items that two lists share, as pairs of indexes.
function common<T>(one: T[], other: T[], same: (a: T, b: T) => boolean): [number, number][] {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const [row, a, b] = [table[i], one[i], other[j]];
      if (row && a !== undefined && b !== undefined)
        row[j] = same(a, b) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [a, b] = [one[i], other[j]];
    if (a !== undefined && b !== undefined && same(a, b)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function pieces(before: string, after: string): DiffPiece[] {
  const [one, other] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  const out: DiffPiece[] = [];
  const push = (kind: DiffPiece['kind'], words: string[]): void => {
    if (words.length > 0) out.push({ kind, text: words.join('') });
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [
    ...common(one, other, (x, y) => x.trim() === y.trim()),
    [one.length, other.length] as const,
  ]) {
    push('removed', one.slice(i, a));
    push('added', other.slice(j, b));
    if (b < other.length) {
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += other[b] ?? '';
      else push('same', other.slice(b, b + 1));
    }
    [i, j] = [a + 1, b + 1];
  }
  return out;
}

const near = (a: string, b: string): boolean => {
  const words = new Set(a.split(/\s+/));
  const shared = b.split(/\s+/).filter((word) => words.has(word)).length;
  return shared * 2 > Math.max(words.size, b.split(/\s+/).length);
};

export function wordDiff(before: string, after: string): VersionDiff {
  const [one, other] = [before.split(/\n{2,}/), after.split(/\n{2,}/)];
  const paragraphs: DiffParagraph[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...common(one, other, near), [one.length, other.length] as const]) {
    for (const text of one.slice(i, a))
      paragraphs.push({ kind: 'removed', pieces: [{ kind: 'removed', text }] });
    for (const text of other.slice(j, b))
      paragraphs.push({ kind: 'added', pieces: [{ kind: 'added', text }] });
    const [was, is] = [one[a], other[b]];
    if (was !== undefined && is !== undefined)
      paragraphs.push({ kind: was === is ? 'same' : 'changed', pieces: pieces(was, is) });
    [i, j] = [a + 1, b + 1];
  }
  const count = (kind: string): number =>
    paragraphs
      .flatMap((paragraph) => paragraph.pieces)
      .filter((piece) => piece.kind === kind)
      .reduce((sum, piece) => sum + piece.text.split(/\s+/).filter(Boolean).length, 0);
  return { paragraphs, added: count('added'), removed: count('removed') };
}
