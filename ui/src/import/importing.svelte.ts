/// An import on its way: what is put in is opened; a table goes to its columns and then to its preview, a list straight there.
import type { ImportSource } from '$bindings/imports';
import * as api from '$lib/api';
import { t } from '$lib/messages.svelte';

import { SourceImport, type Surroundings } from './source.svelte';

/// The largest text handed to the core, in UTF-16 units: its own limit in bytes, so that no more crosses the wire.
const largest = 20 * 1024 * 1024;

export class Importing {
  #around: Surroundings;
  #source = $state.raw<SourceImport | null>(null);
  #reading = $state<string | null>(null);
  #problem = $state<string | null>(null);
  #asked = 0;
  /// What was pasted or typed last; null after a file.
  #text = $state.raw<string | null>(null);

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /// What was opened, once there is something to look at.
  get source(): SourceImport | null {
    return this.#source;
  }

  /// What is being done with what is put in, in words; null when nothing is.
  get reading(): string | null {
    return this.#reading;
  }

  get problem(): string | null {
    return this.#problem;
  }

  get step(): 'start' | 'columns' | 'preview' {
    if (!this.#source) return 'start';
    return this.#source.preview || !this.#source.columns ? 'preview' : 'columns';
  }

  /// Reads what was pasted or typed.
  async readText(text: string, html: string | null): Promise<void> {
    const why = unfit(text);
    if (why && !html) this.#problem = why;
    else {
      // What can't be read as a table is at least a text, and the reader of lists says what is wrong with it.
      const open = () => api.openImportText(text, html).catch(() => api.openImportList(text));
      await this.#take(t('ui-reading'), text, open);
    }
  }

  /// Whether a table or a message was pasted that can be read as names one after the other instead.
  get pasted(): boolean {
    return Boolean(this.#source && !this.#source.list && this.#text?.trim());
  }

  /// Reads what was pasted as a list, though it looks like a table.
  async asList(): Promise<void> {
    const text = this.#text;
    if (text !== null) await this.#take(t('ui-reading'), text, () => api.openImportList(text));
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
    void this.#source?.close();
    this.#source = null;
  }

  async #take(reading: string, text: string | null, open: () => Promise<ImportSource | null>): Promise<void> {
    const mine = ++this.#asked;
    this.#reading = reading;
    this.#problem = null;
    this.#text = text;
    try {
      const opened = await open();
      if (!opened) return;
      const source = new SourceImport(opened, this.#around);
      // A text without any name that was read is looked at too: what is one can be taken in.
      const words = source.rows > 0 || /\p{L}/u.test(source.list?.text ?? '');
      if (mine === this.#asked && !source.columns && words) await source.plan();
      if (mine !== this.#asked) {
        // Something else was put in meanwhile, or the window closed: the core may forget it.
        await source.close();
      } else if (source.columns || source.preview) {
        await this.#source?.close();
        this.#source = source;
      } else {
        this.#problem = source.problem ?? t('ui-import-no-names');
        await source.close();
        await this.#source?.close();
        this.#source = null;
      }
    } catch (error) {
      const { kind, message } = api.wireError(error);
      if (mine === this.#asked && kind !== 'cancelled') this.#problem = message;
    } finally {
      if (mine === this.#asked) this.#reading = null;
    }
  }
}

/// Why a text is not even handed to the core, which would refuse it too; null when it is.
function unfit(text: string): string | null {
  if (text.trim() === '') return t('error-text-empty');
  return text.length > largest ? t('error-text-large', { most: largest / 1024 / 1024 }) : null;
}

/// The last part of a path, of any system.
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
