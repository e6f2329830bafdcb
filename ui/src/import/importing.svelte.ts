/// An import on its way: what is put in is read; a list goes to its review, a table to its columns and its preview.
import type { ImportSource } from '$bindings/ImportSource';
import * as api from '$lib/api';
import { t } from '$lib/messages.svelte';

import { Review, unfit, type Goal } from './review.svelte';
import { TableImport, type Surroundings } from './table.svelte';

export class Importing {
  readonly review: Review;
  #around: Surroundings;
  #table = $state.raw<TableImport | null>(null);
  #reading = $state<string | null>(null);
  #problem = $state<string | null>(null);
  #asked = 0;
  /// What was pasted or typed last; null after a file.
  #text = $state.raw<string | null>(null);

  constructor(goal: Goal, around: Surroundings) {
    this.review = new Review(goal);
    this.#around = around;
  }

  /// The table that was read, if it is one.
  get table(): TableImport | null {
    return this.#table;
  }

  /// What is being done with what is put in, in words; null when nothing is.
  get reading(): string | null {
    return this.#reading;
  }

  get problem(): string | null {
    return this.#problem ?? this.review.problem;
  }

  get step(): 'start' | 'list' | 'columns' | 'preview' {
    if (this.#table) return this.#table.preview ? 'preview' : 'columns';
    return this.review.rows.length > 0 ? 'list' : 'start';
  }

  /// Reads what was pasted or typed.
  async readText(text: string, html: string | null): Promise<void> {
    const why = unfit(text);
    if (why && !html) this.#problem = why;
    else
      await this.#take(t('ui-reading'), text, () => api.openImportText(text, html).catch(() => list(text)));
  }

  /// Whether the table was pasted and can be read as names one after the other instead.
  get pasted(): boolean {
    return this.#table !== null && this.#text !== null && this.#text.trim() !== '';
  }

  /// Reads what was pasted as a list, though it looks like a table.
  async asList(): Promise<void> {
    const text = this.#text;
    if (text === null) return;
    void this.#table?.close();
    this.#table = null;
    await this.review.read(text);
  }

  /// Reads a file that was let go over the window.
  async readPath(path: string): Promise<void> {
    await this.#take(t('ui-import-reading', { name: fileName(path) }), null, () => api.openImportAt(path));
  }

  /// Asks for a file and reads it.
  async choose(): Promise<void> {
    await this.#take(t('ui-import-opening'), null, () => api.openImport());
  }

  /// Stops waiting for what is being read.
  stop(): void {
    this.#asked += 1;
    this.#reading = null;
  }

  /// Lets go of everything: nothing was written.
  close(): void {
    this.stop();
    void this.#table?.close();
    this.#table = null;
  }

  async #take(reading: string, text: string | null, open: () => Promise<ImportSource | null>): Promise<void> {
    const mine = ++this.#asked;
    this.#reading = reading;
    this.#problem = null;
    this.#text = text;
    try {
      const source = await open();
      if (mine !== this.#asked) {
        // Something else was put in meanwhile, or the window closed: the core may forget it.
        if (source?.kind === 'table') await api.closeImport(source.id);
        return;
      }
      if (source?.kind === 'table') {
        await this.#table?.close();
        this.#table = new TableImport(source, this.#around);
      } else if (source) {
        await this.review.read(source.text, source.name ?? undefined);
      }
    } catch (error) {
      const { kind, message } = api.wireError(error);
      if (mine === this.#asked && kind !== 'cancelled') this.#problem = message;
    } finally {
      if (mine === this.#asked) this.#reading = null;
    }
  }
}

/// What can't be read as a table is at least a text, and the review of lists says what is wrong with it.
const list = (text: string): ImportSource => ({ kind: 'list', name: null, text });

/// The last part of a path, of any system.
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
