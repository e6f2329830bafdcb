/// Who signs what: organizations by letters, a part at a time; what is shown of it, and where the cursor is.
import type { Matrix, MatrixLetter, MatrixQuery, MatrixRow } from '$bindings/matrix';
import type { Status } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { Pages } from '$lib/ui/pages.svelte';

export type Shown = MatrixQuery['organizations'];
export type Sort = MatrixQuery['sort'];

/// So many letters stand beside each other at most; the core gives no more at once.
const across = 100;
/// A picture holds so many organizations at most.
const inPicture = 400;

export class MatrixPage {
  #letters = $state.raw<MatrixLetter[]>([]);
  #lettersTotal = $state(0);
  #from = $state(0);
  #shown = $state<Shown>('signed');
  #sort = $state<Sort>('name');
  #row = $state(0);
  #column = $state(0);
  readonly pages = new Pages<MatrixRow>(
    async (offset, limit) => {
      const matrix = await api.getMatrix(this.query(offset, limit));
      this.#letters = matrix.letters;
      this.#lettersTotal = matrix.lettersTotal;
      return { total: matrix.total, rows: matrix.rows };
    },
    (error) => api.wireError(error).message,
  );

  get letters(): MatrixLetter[] {
    return this.#letters;
  }

  /// How many letters there are in all, those that are not in view too.
  get lettersTotal(): number {
    return this.#lettersTotal;
  }

  /// Whether newer letters than those in view can be shown, or older ones.
  get hasNewer(): boolean {
    return this.#from > 0;
  }

  get hasOlder(): boolean {
    return this.#from + this.#letters.length < this.#lettersTotal;
  }

  get shown(): Shown {
    return this.#shown;
  }

  get sort(): Sort {
    return this.#sort;
  }

  /// Where the cursor is. Column 0 is the organization, the letters follow.
  get cursor(): { row: number; column: number } {
    const last = Math.max(0, (this.pages.total ?? 1) - 1);
    return { row: Math.min(this.#row, last), column: Math.min(this.#column, this.#letters.length) };
  }

  follow(): () => void {
    void this.pages.reload(true);
    return app.onChange(['get_matrix'], () => this.pages.reload(false));
  }

  show(shown: Shown): void {
    this.#shown = shown;
    void this.pages.reload(true);
  }

  sortBy(sort: Sort): void {
    this.#sort = sort;
    void this.pages.reload(true);
  }

  /// Goes on to the letters before those in view, or back to those after them.
  turn(to: 'older' | 'newer'): void {
    this.#from = to === 'older' ? this.#from + this.#letters.length : Math.max(0, this.#from - across);
    this.#column = 0;
    void this.pages.reload(false);
  }

  moveTo(row: number, column: number): void {
    this.#row = Math.max(0, Math.min(row, (this.pages.total ?? 1) - 1));
    this.#column = Math.max(0, Math.min(column, this.#letters.length));
  }

  query(offset: number, limit: number): MatrixQuery {
    return {
      letterIds: null,
      from: this.#from,
      organizations: this.#shown,
      sort: this.#sort,
      offset,
      limit,
    };
  }

  /// Asks where with the system's dialog, and saves all of it as a table.
  async saveTable(): Promise<void> {
    await app.attempt(async () => {
      const path = await api.saveMatrix(this.query(0, 1_000_000));
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }

  /// As much of it as a picture holds.
  forPicture(): Promise<Matrix> {
    return api.getMatrix(this.query(0, inPicture));
  }
}

/// What a cell shows besides its colour.
export const signs: Record<Status, string> = {
  confirmed: '✓',
  'said-yes': '~',
  considering: '?',
  asked: '·',
  'to-ask': '',
  declined: '×',
  withdrawn: '−',
};
