/// The columns of an open table: how it is read, and what each of them is for. The rows stay in the core.
import type { ImportColumn, SourceChange, TableKind, TableSource } from '$bindings/imports';
import type { ImportField } from '$bindings/reading';
import * as api from '$lib/api';
import { t } from '$lib/messages.svelte';

import { byLabels, fieldLabels, missing, withField } from './fields';

export class Columns {
  #source = $state.raw<TableSource>() as TableSource;
  /// As the person chose them; the core says the same a moment later.
  #fields = $state.raw<(ImportField | null)[]>([]);
  /// The columns that the person chose something for in this file.
  #chosen = $state.raw<ReadonlySet<number>>(new Set());
  #rereading = $state(false);
  #problem = $state<string | null>(null);
  #said = $state<string | null>(null);
  #asked = 0;
  #settled: Promise<unknown> = Promise.resolve();
  /// Hears that something was chosen: what was planned is void.
  #onchange: () => void;

  constructor(source: TableSource, onchange: () => void) {
    this.#onchange = onchange;
    this.#take(source);
  }

  get source(): TableSource {
    return this.#source;
  }

  /// What each column is, from the left.
  get fields(): readonly (ImportField | null)[] {
    return this.#fields;
  }

  /// Whether the table is being read in another way.
  get rereading(): boolean {
    return this.#rereading;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /// What else changed by the last choice.
  get said(): string | null {
    return this.#said;
  }

  /// Done once the core knows what was chosen.
  get settled(): Promise<unknown> {
    return this.#settled;
  }

  /// What must still be chosen before rows can become this, as a sentence.
  lacking(kind: TableKind): string | null {
    if (this.#source.rows === 0) return t('ui-columns-no-rows');
    const needs = missing(kind, this.#fields);
    return needs && t(needs);
  }

  /// Says what a column is. Another column gives its field up where only one may have it.
  setField(column: number, field: ImportField | null): void {
    const { fields, gave } = withField(this.#fields, column, field);
    this.#fields = fields;
    this.#chosen = new Set([...this.#chosen, column]);
    this.#said =
      gave !== null && field
        ? t('ui-column-gave', { column: this.columnName(gave), field: t(fieldLabels[field]) })
        : null;
    const { id } = this.#source;
    void this.#change(() => api.setImportColumns(id, fields));
  }

  /// Reads the table in another way: another sheet, heading row, delimiter or charset.
  async setSource(change: SourceChange): Promise<void> {
    this.#rereading = true;
    this.#said = null;
    this.#chosen = new Set();
    const { id } = this.#source;
    await this.#change(() => api.setImportSource(id, change));
  }

  /// How a column came to be what it is, as a sentence; null when it is left out and nobody said so.
  how(column: ImportColumn): string | null {
    const { by, kind, index } = column;
    if (this.#chosen.has(index)) return t('ui-column-by-person');
    if (by === 'person') return t('ui-column-by-memory');
    return by && t(byLabels[by], { kind });
  }

  /// What a column is called: by its heading, else by its letter as in a spreadsheet.
  columnName(column: number): string {
    return (
      this.#source.columns[column]?.heading.trim() || t('ui-column-letter', { letter: letterOf(column) })
    );
  }

  #change(work: () => Promise<TableSource>): Promise<void> {
    this.#onchange();
    const mine = ++this.#asked;
    const done = this.#settled.then(async () => {
      // Only the last of several choices is worth asking about; each holds all the columns.
      if (mine !== this.#asked) return;
      try {
        const source = await work();
        if (mine === this.#asked) this.#take(source);
        this.#problem = null;
      } catch (error) {
        this.#problem = api.wireError(error).message;
        if (mine === this.#asked) this.#take(this.#source);
      } finally {
        if (mine === this.#asked) this.#rereading = false;
      }
    });
    this.#settled = done;
    return done;
  }

  #take(source: TableSource): void {
    this.#source = source;
    this.#fields = source.columns.map((column) => column.field);
  }
}

/// The letter of a column as spreadsheets write it: A, B, ... Z, AA.
export function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
