/// The signatory block of a letter: the choices, the paper, and what takes it out of the window.
import type { BlockOptions, BlockView, Saved } from '$bindings/block';
import type { Format } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

import { forms, isFormat } from './format';
import { sheetOf } from './paper';

/// What is being done that takes a while or waits for the system.
export type Busy = 'save' | 'fill' | 'print';

export class BlockPanel {
  readonly letterId: number;
  #view = $state.raw<BlockView | null>(null);
  #options = $state.raw<BlockOptions | null>(null);
  #failure = $state.raw<string | null>(null);
  #copied = $state.raw<number | null>(null);
  #busy = $state.raw<Busy | null>(null);
  #format = $state.raw<Format>('html');
  #pages = $state.raw<number[][]>([]);
  #source = $state.raw<{ format: Format; text: string } | null>(null);
  /// Changes that are not written yet: they are laid over whatever is loaded meanwhile.
  #pending: Partial<BlockOptions>[] = [];
  /// The number of the latest loading; what an earlier one brings later is out of date.
  #loading = 0;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(letterId: number) {
    this.letterId = letterId;
  }

  get view(): BlockView | null {
    return this.#view;
  }

  get options(): BlockOptions | null {
    return this.#options;
  }

  get failure(): string | null {
    return this.#failure;
  }

  get busy(): Busy | null {
    return this.#busy;
  }

  /// The format that the paper looks like.
  get format(): Format {
    return this.#format;
  }

  /// The text that a source format copies; null while it is loaded.
  get source(): string | null {
    return this.#source?.format === this.#format ? this.#source.text : null;
  }

  /// How many entries begin in each column of each page, in a format whose pages are known.
  get pages(): number[][] {
    return this.#pages;
  }

  /// How many names were copied just now; null otherwise.
  get copied(): number | null {
    return this.#copied;
  }

  follow(after: Promise<void> = Promise.resolve()): () => void {
    void after.then(() => this.#recall());
    return app.onChange(['get_block', 'get_block_text'], () => this.load());
  }

  /// The format chosen last time, on whatever letter; then the block.
  async #recall(): Promise<void> {
    try {
      const format = await api.getView('block-format');
      if (isFormat(format)) this.#format = format;
    } catch {
      // Nothing is lost: the usual format stands in.
    }
    await this.load();
  }

  async load(): Promise<void> {
    const loading = ++this.#loading;
    const format = this.#format;
    try {
      const [view, text, pages] = await Promise.all([
        api.getBlock(this.letterId),
        forms[format].look === 'source' && format !== 'text' ? api.getBlockText(this.letterId, format) : null,
        format === 'pdf' ? api.getBlockPages(this.letterId) : [],
      ]);
      if (loading !== this.#loading) return;
      this.#view = view;
      this.#pages = pages;
      this.#source = { format, text: text ?? view.text };
      this.#options = Object.assign({}, view.block.options, ...this.#pending) as BlockOptions;
      this.#failure = null;
    } catch (error) {
      if (loading === this.#loading) this.#failure = api.wireError(error).message;
    }
  }

  /// Changes choices. They show at once; no message, for the paper itself is the answer. Only the change is sent, so
  /// that nothing chosen before it can be lost.
  async set(change: Partial<BlockOptions>): Promise<void> {
    if (!this.#options) return;
    this.#options = { ...this.#options, ...change };
    this.#pending.push(change);
    const written = await app.attempt(async () => {
      const applied = await api.changeBlockOptions(this.letterId, change);
      this.#pending = this.#pending.filter((pending) => pending !== change);
      await app.applied(applied, 'quiet');
    });
    if (written) return;
    this.#pending = this.#pending.filter((pending) => pending !== change);
    await this.load();
  }

  async show(format: Format): Promise<void> {
    this.#format = format;
    this.#copied = null;
    void api.setView('block-format', format).catch(() => undefined);
    await this.load();
  }

  /// What the main button does in the format that is shown.
  async take(): Promise<void> {
    await (forms[this.#format].does === 'copy' ? this.copy() : this.save(this.#format));
  }

  /// Copies what is shown: a sheet as cells, a source as its text, a page as text and HTML at once.
  async copy(): Promise<void> {
    await app.attempt(async () => {
      this.#copied = await this.#copyNow();
      clearTimeout(this.#copiedTimer);
      this.#copiedTimer = setTimeout(() => (this.#copied = null), 2500);
    });
  }

  #copyNow(): Promise<number> {
    const { look, does } = forms[this.#format];
    if (look === 'sheet' && this.#view) {
      const { headings, rows } = sheetOf(this.#view.block);
      return api.copyTable(headings, rows);
    }
    return api.copyBlock(this.letterId, does === 'copy' ? this.#format : 'html');
  }

  async save(format: Format): Promise<void> {
    await this.#during('save', async () => {
      said(await api.saveBlock(this.letterId, format));
    });
  }

  /// Saves the letter's text with its block as one document.
  async saveLetter(format: Format): Promise<void> {
    await this.#during('save', async () => {
      said(await api.saveLetter(this.letterId, format));
    });
  }

  /// Puts the block into a document of the person's own.
  async fill(): Promise<void> {
    await this.#during('fill', async () => {
      const filled = await api.fillDocument(this.letterId);
      if (!filled) return;
      app.toast(t('ui-document-filled', { count: filled.places, path: filled.path }));
      for (const notice of filled.notices) app.toast(notice);
    });
  }

  /// Prints what `prepare` puts on the page.
  async print(prepare: (text: string) => Promise<void>): Promise<void> {
    await this.#during('print', async () => {
      await prepare(await api.getLetterText(this.letterId));
      await api.printWindow();
    });
  }

  async #during(what: Busy, work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = what;
    try {
      await app.attempt(work);
    } finally {
      this.#busy = null;
    }
  }
}

/// Says where a file was saved, and what to know about it.
function said(saved: Saved | null): void {
  if (!saved) return;
  app.toast(t('ui-saved-to', { path: saved.path }));
  for (const notice of saved.notices) app.toast(notice);
}
