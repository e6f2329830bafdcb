/// The pages and dialogs that the window does not begin with. To read them takes longer than to show the first letter, so that they are
/// read when it stands, or as soon as one of them is wanted.
import { app } from '$lib/app.svelte';

import type * as parts from './parts';

type Parts = typeof parts;

class Later {
  #parts = $state.raw<Parts | null>(null);
  #loading: Promise<void> | null = null;

  /// None until they are loaded.
  get parts(): Parts | null {
    return this.#parts;
  }

  /// Loads them, once.
  load(): Promise<void> {
    return (this.#loading ??= import('./parts').then(
      (loaded) => void (this.#parts = loaded),
      (error: unknown) => {
        this.#loading = null;
        app.problem(error);
      },
    ));
  }
}

export const later = new Later();
