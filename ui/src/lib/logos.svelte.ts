/// Pictures of logos, each asked for once: what a picture is kept under says all that is in it.
import { SvelteMap } from 'svelte/reactivity';

import * as api from './api';

class Logos {
  #known = new SvelteMap<string, string>();
  #asked = new Map<string, Promise<void>>();

  /// The picture as an address that holds it; null while it is loaded, and where there is none.
  get(picture: string): string | null {
    void this.load(picture);
    return this.#known.get(picture) ?? null;
  }

  /// Loads a picture, if it is not there yet.
  load(picture: string): Promise<void> {
    const asked = this.#asked.get(picture) ?? this.#ask(picture);
    this.#asked.set(picture, asked);
    return asked;
  }

  async #ask(picture: string): Promise<void> {
    try {
      const address = await api.getLogoPicture(picture);
      if (address) this.#known.set(picture, address);
      // Taken back and not yet brought again: asked anew when it is shown the next time.
      else this.#asked.delete(picture);
    } catch {
      // The name stands in its place.
      this.#asked.delete(picture);
    }
  }
}

export const logos = new Logos();
