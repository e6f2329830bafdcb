/// What a name on the paper can do, and what is doubtful about it. One object for the whole paper.
import type { BlockEntry } from '$bindings/block';

import type { Doubt } from './doubts';

export interface PaperActions {
  doubts: ReadonlyMap<number, Doubt>;
  /// Goes to its sign-on.
  pick: (entry: BlockEntry) => void;
  /// Opens what can be done with it.
  menu: (entry: BlockEntry, anchor: Element) => void;
}

/// Where nothing can be done with a name: on the page that is printed.
export const noActions: PaperActions = {
  doubts: new Map(),
  pick: () => undefined,
  menu: () => undefined,
};
