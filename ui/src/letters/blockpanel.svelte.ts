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
  /// Settings under way: what is loaded meanwhile is older than what the person sees.
  #setting = 0;
  /// How many settings there have been: what was asked for before the last one is older, too.
  #settings = 0;
  /// One setting is written after the other, so that the last one stands.
  #last: Promise<unknown> = Promise.resolve();
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
    const [settled, settings] = [this.#setting === 0, this.#settings];
    try {
      const [view, options] = await Promise.all([
        api.getBlock(this.letterId),
        api.getBlockOptions(this.letterId),
      ]);
      this.#view = view;
      if (settled && settings === this.#settings) this.#options = options;
      this.#failure = null;
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }

  /// Changes choices. They show at once; no message, for the paper itself is the answer.
  async set(change: Partial<BlockOptions>): Promise<void> {
    if (!this.#options) return;
    const options = { ...this.#options, ...change };
    this.#options = options;
    await app.attempt(async () => {
      this.#setting += 1;
      this.#settings += 1;
      const setting = this.#last
        .then(() => api.setBlockOptions(this.letterId, options))
        .finally(() => (this.#setting -= 1));
      this.#last = setting.catch(() => undefined);
      await app.applied(await setting, 'quiet');
    });
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
