/// The signatory block of a letter: the choices, the paper, and what takes it out of the window.
import type { BlockOptions } from '$bindings/BlockOptions';
import type { BlockView } from '$bindings/BlockView';
import type { Format } from '$bindings/Format';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

export class BlockPanel {
  readonly letterId: number;
  #view = $state.raw<BlockView | null>(null);
  #options = $state.raw<BlockOptions | null>(null);
  #failure = $state.raw<string | null>(null);
  #copied = $state.raw<number | null>(null);
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

  /// How many names were copied just now; null otherwise.
  get copied(): number | null {
    return this.#copied;
  }

  follow(): () => void {
    void this.load();
    const tables = ['letter', 'letter_lead', 'sign_on', 'organization'];
    return app.onChange(tables, () => this.load());
  }

  async load(): Promise<void> {
    const loading = ++this.#loading;
    try {
      const [view, options] = await Promise.all([
        api.getBlock(this.letterId),
        api.getBlockOptions(this.letterId),
      ]);
      if (loading !== this.#loading) return;
      this.#view = view;
      this.#options = Object.assign({}, options, ...this.#pending) as BlockOptions;
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

  async copy(): Promise<void> {
    await app.attempt(async () => {
      this.#copied = await api.copyBlock(this.letterId);
      clearTimeout(this.#copiedTimer);
      this.#copiedTimer = setTimeout(() => (this.#copied = null), 2500);
    });
  }

  async save(format: Format): Promise<void> {
    await app.attempt(async () => {
      const path = await api.saveBlock(this.letterId, format);
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }
}
