/// What is doubtful about a name on the paper: marked in the preview, never in the output.
import type { SignatoryBlock } from '$bindings/block';
import type { SignOn } from '$bindings/ledger';

export type Doubt = { kind: 'unwritten' } | { kind: 'renamed'; before: string };

/// The doubtful names of a block, by sign-on, in the order they print.
export function doubtsOf(block: SignatoryBlock, signOns: SignOn[]): ReadonlyMap<number, Doubt> {
  const renamed = new Map<number, string>();
  for (const { id, printsAs, printsAsBefore } of signOns) {
    if (printsAsBefore !== null && printsAsBefore !== printsAs) renamed.set(id, printsAsBefore);
  }
  const doubts = new Map<number, Doubt>();
  for (const group of block.groups) {
    for (const { signOn, unwritten } of group.entries) {
      if (signOn === null) continue;
      const before = renamed.get(signOn);
      if (unwritten) doubts.set(signOn, { kind: 'unwritten' });
      else if (before !== undefined) doubts.set(signOn, { kind: 'renamed', before });
    }
  }
  return doubts;
}
