/// A comparison laid out side by side: each paragraph once at the left as it was, once at the right as it is.
import type { DiffParagraph, DiffPiece } from '$bindings/versions';

export interface Row {
  kind: DiffParagraph['kind'];
  /// What stood there before; empty when it is new.
  before: DiffPiece[];
  /// What stands there now; empty when it went.
  after: DiffPiece[];
}

/// The rows of two columns. A paragraph that went and one that came in the same place share a row.
export function sideBySide(paragraphs: DiffParagraph[]): Row[] {
  return paragraphs.map(({ kind, pieces }) => ({
    kind,
    before: pieces.filter((piece) => piece.kind !== 'added'),
    after: pieces.filter((piece) => piece.kind !== 'removed'),
  }));
}
