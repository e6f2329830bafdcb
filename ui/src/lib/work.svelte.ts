/// Something that may take a while: whether it is being done, how far it is, and how it is stopped.
import type { Progress } from '$bindings/app';

import * as api from './api';
import { app } from './app.svelte';

export class Work {
  #busy = $state(false);
  #progress = $state.raw<Progress | null>(null);

  get busy(): boolean {
    return this.#busy;
  }

  /// How far it is; null as long as it has not said.
  get progress(): Progress | null {
    return this.#progress;
  }

  /// Does it, unless something else is being done. The sentence that says why it failed, or null when it is done or stopped.
  async run(work: (tell: (progress: Progress) => void) => Promise<unknown>): Promise<string | null> {
    if (this.#busy) return null;
    this.#busy = true;
    try {
      await work((progress) => (this.#progress = progress));
      return null;
    } catch (error) {
      const { kind, message } = api.wireError(error);
      return kind === 'cancelled' ? null : message;
    } finally {
      this.#busy = false;
      this.#progress = null;
    }
  }

  async stop(): Promise<void> {
    await app.attempt(() => api.cancelWork());
  }
}
