/// The letters of the coalition, as the navigation and their list show them.
import type { LetterSummary } from '$bindings/letters';
import type { Stage } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { stages } from './status';

class Letters {
  #all = $state.raw<LetterSummary[] | null>(null);
  #failure = $state.raw<string | null>(null);

  /// All letters, or null before they are there.
  get all(): LetterSummary[] | null {
    return this.#all;
  }

  /// Why they could not be loaded.
  get failure(): string | null {
    return this.#failure;
  }

  /// The letters by stage, stages without letters left out; what circulates comes first.
  byStage = $derived.by((): { stage: Stage; letters: LetterSummary[] }[] => {
    const order: Stage[] = ['circulating', ...stages.filter((stage) => stage !== 'circulating')];
    return order
      .map((stage) => ({ stage, letters: (this.#all ?? []).filter((letter) => letter.stage === stage) }))
      .filter((group) => group.letters.length > 0);
  });

  /// Loads them whenever they change; gives back what ends that.
  follow(): () => void {
    return app.onChange(['list_letters'], (change) =>
      change?.letters ? this.take(change.letters) : this.load(),
    );
  }

  /// Takes up what they are now.
  take(all: LetterSummary[]): void {
    this.#all = all;
    this.#failure = null;
  }

  async load(): Promise<void> {
    try {
      this.take(await api.listLetters());
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }
}

export const letters = new Letters();
