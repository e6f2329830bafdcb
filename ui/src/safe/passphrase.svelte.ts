/// Setting, changing and taking off the passphrase of the open file.
import type { PassphraseSet, Strength } from '$bindings/locking';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

/// How long the keys must rest before the strength is asked for, in milliseconds.
const rest = 200;

export class PassphraseForm {
  current = $state('');
  first = $state('');
  second = $state('');
  shown = $state(false);
  #strength = $state.raw<Strength | null>(null);
  #busy = $state(false);
  #done = $state.raw<PassphraseSet | null>(null);
  #problem = $state.raw<{ field: 'current' | 'first' | 'second'; text: string } | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get strength(): Strength | null {
    return this.#strength;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /// What came of it, once it is done.
  get done(): PassphraseSet | null {
    return this.#done;
  }

  problem(field: 'current' | 'first' | 'second'): string | null {
    return this.#problem?.field === field ? this.#problem.text : null;
  }

  typed(): void {
    this.#problem = null;
    clearTimeout(this.#timer);
    if (this.first.trim() === '') this.#strength = null;
    else this.#timer = setTimeout(() => void this.#judge(), rest);
  }

  async #judge(): Promise<void> {
    const text = this.first;
    const strength = await api.judgePassphrase(text);
    if (text === this.first) this.#strength = strength;
  }

  async generate(): Promise<void> {
    await app.attempt(async () => {
      this.first = await api.generatePassphrase();
      this.second = '';
      this.shown = true;
      await this.#judge();
    });
  }

  /// Sets what was typed twice, or (`remove`) takes the passphrase off.
  async save(locked: boolean, remove = false): Promise<void> {
    if (this.#busy) return;
    this.#problem = null;
    if (!remove && this.first !== this.second) {
      this.#problem = { field: 'second', text: t('ui-passphrase-differs') };
      return;
    }
    this.#busy = true;
    try {
      const done = await api.setPassphrase(locked ? this.current : null, remove ? null : this.first);
      this.#done = done;
      app.entered(done.app);
      if (remove) this.forget();
    } catch (error) {
      const { kind, message } = api.wireError(error);
      this.#problem =
        kind === 'wrong-passphrase'
          ? { field: 'current', text: t('ui-passphrase-wrong') }
          : { field: remove || (locked && this.current.trim() === '') ? 'current' : 'first', text: message };
    } finally {
      this.#busy = false;
    }
  }

  /// Drops what was typed.
  forget(): void {
    clearTimeout(this.#timer);
    this.current = this.first = this.second = '';
    this.#strength = null;
  }
}
