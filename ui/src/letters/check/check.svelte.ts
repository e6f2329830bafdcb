/// The check of a letter before it goes out: what it finds, looked for anew whenever something changed.
import type { CheckItem } from '$bindings/check';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

export class Check {
  readonly letterId: number;
  #items = $state.raw<CheckItem[] | null>(null);
  #failure = $state.raw<string | null>(null);
  #asked = 0;

  constructor(letterId: number) {
    this.letterId = letterId;
  }

  /// What stands in the way of sending the letter; null before it is known.
  get stops(): CheckItem[] | null {
    return this.#items?.filter((item) => item.weight === 'stop' && !item.settled) ?? null;
  }

  /// What is worth a look.
  get looks(): CheckItem[] {
    return this.#items?.filter((item) => item.weight === 'look' && !item.settled) ?? [];
  }

  /// What somebody accepted as it is.
  get settled(): CheckItem[] {
    return this.#items?.filter((item) => item.settled) ?? [];
  }

  get failure(): string | null {
    return this.#failure;
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['check_letter'], () => this.load());
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const items = await api.checkLetter(this.letterId);
      if (asked !== this.#asked) return;
      this.#items = items;
      this.#failure = null;
    } catch (error) {
      if (asked === this.#asked) this.#failure = api.wireError(error).message;
    }
  }

  /// Accepts findings as they are. Throws what the core refuses, so that the form can show it.
  async accept(ids: string[], by: string, word: string): Promise<void> {
    await app.applied(await api.settleFindings(this.letterId, ids, by, word));
  }

  /// Says how it was verified who may sign. Throws what the core refuses.
  async verify(signOn: number, who: string, how: string): Promise<void> {
    await app.applied(await api.verifyAuthority(signOn, who, how));
  }

  /// Leaves those out of the block who said yes, but not in writing.
  async leaveOut(): Promise<void> {
    await app.attempt(async () =>
      app.applied(await api.changeBlockOptions(this.letterId, { includeSaidYes: false })),
    );
  }
}
