/// The editions of a letter: blocks as they were sent, frozen, and what differs between two of them.
import type { SignatoryBlock } from '$bindings/block';
import type { AcceptedItem } from '$bindings/check';
import type { Edition, EditionDiff } from '$bindings/editions';
import type { Format } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

export class Editions {
  readonly letterId: number;
  #all = $state.raw<Edition[]>([]);
  #failure = $state.raw<string | null>(null);

  constructor(letterId: number) {
    this.letterId = letterId;
  }

  /// The newest first.
  get all(): Edition[] {
    return this.#all;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// The number that the next edition gets.
  get next(): number {
    return (this.#all[0]?.number ?? 0) + 1;
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_editions'], () => this.load());
  }

  async load(): Promise<void> {
    try {
      this.#all = (await api.listEditions(this.letterId)).toReversed();
      this.#failure = null;
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }

  /// Freezes the block; the id of the edition, or null when it was refused.
  async freeze(label: string): Promise<number | null> {
    let id: number | null = null;
    await app.attempt(async () => {
      id = await app.applied(await api.freezeEdition(this.letterId, label));
    });
    return id;
  }

  /// The block as it was frozen.
  block(edition: Edition): Promise<SignatoryBlock> {
    return api.getEditionBlock(edition.id);
  }

  /// The findings of the check that had been accepted when it was frozen.
  accepted(edition: Edition): Promise<AcceptedItem[]> {
    return api.listAccepted(edition.id);
  }

  differ(earlier: Edition, later: Edition): Promise<EditionDiff> {
    return api.diffEditions(this.letterId, earlier.number, later.number);
  }

  /// What differs as sentences for an email, in the letter's language.
  update(earlier: Edition, later: Edition): Promise<string> {
    return api.getEditionUpdate(this.letterId, earlier.number, later.number);
  }

  async copy(edition: Edition): Promise<void> {
    await app.attempt(async () => {
      const count = await api.copyEdition(edition.id);
      app.toast(t('ui-copied', { count }));
    });
  }

  async save(edition: Edition, format: Format): Promise<void> {
    await app.attempt(async () => {
      const path = await api.saveEdition(edition.id, format);
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }

  async copySentence(sentence: string): Promise<void> {
    await app.attempt(async () => {
      await api.copyText(sentence);
      app.toast(t('ui-sentence-copied'));
    });
  }
}
