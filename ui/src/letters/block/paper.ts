/// How the arranged block is laid on the paper: the same arithmetic as the core's renderers.
import type { BlockEntry } from '$bindings/BlockEntry';
import type { BlockGroup } from '$bindings/BlockGroup';
import type { SignatoryBlock } from '$bindings/SignatoryBlock';

/// The heading of a group, with its count where counts are asked for.
export function heading(block: SignatoryBlock, group: BlockGroup): string {
  const text = group.heading ?? '';
  return block.options.counts ? `${text} (${group.count})` : text;
}

/// Entries filled down into columns; the first columns hold one more where it does not come out even.
export function inColumns(entries: BlockEntry[], columns: number): BlockEntry[][] {
  const count = Math.max(1, Math.min(columns, 4));
  const each = Math.floor(entries.length / count);
  const more = entries.length % count;
  let at = 0;
  return Array.from({ length: count }, (_, column) => {
    const filled = entries.slice(at, at + each + (column < more ? 1 : 0));
    at += filled.length;
    return filled;
  });
}

/// The number of the first entry of each group: numbers run on through the groups.
export function firstNumbers(block: SignatoryBlock): number[] {
  let next = 1;
  return block.groups.map((group) => {
    const first = next;
    next += group.entries.length;
    return first;
  });
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
