/// The texts of a letter: the list of them, two compared, and who stands under which.
import type { VersionStanding } from '$bindings/ledger';
import type { Version, VersionDiff } from '$bindings/versions';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

export class Texts {
  readonly letterId: number;
  #all = $state.raw<Version[] | null>(null);
  #standing = $state.raw<VersionStanding[]>([]);
  #failure = $state.raw<string | null>(null);
  #shown = $state<number | null>(null);
  #earlier = $state<number | null>(null);
  #diff = $state.raw<VersionDiff | null>(null);
  #asked = 0;

  constructor(letterId: number) {
    this.letterId = letterId;
  }

  /// The texts, the newest first; null before they are there.
  get all(): Version[] | null {
    return this.#all;
  }

  get standing(): VersionStanding[] {
    return this.#standing;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// The text that is read: the chosen one, else the newest.
  get shown(): Version | undefined {
    return this.#all?.find((text) => text.number === this.#shown) ?? this.#all?.[0];
  }

  /// The text that it is compared with, if any.
  get earlier(): Version | undefined {
    return this.#all?.find((text) => text.number === this.#earlier);
  }

  /// What changed between the two; null when nothing is compared, or it is not there yet.
  get diff(): VersionDiff | null {
    return this.#diff;
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_versions', 'list_standing'], () => this.load());
  }

  async load(): Promise<void> {
    try {
      const [all, standing] = await Promise.all([
        api.listVersions(this.letterId),
        api.listStanding(this.letterId),
      ]);
      const fresh = all.length > (this.#all?.length ?? 0);
      this.#all = all.toReversed();
      this.#standing = standing;
      this.#failure = null;
      if (fresh) this.show(null);
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }

  /// Reads a text, compared with the one before it; null for the newest.
  show(number: number | null): void {
    this.#shown = number;
    const shown = this.shown;
    this.compare(shown && shown.number > 1 ? shown.number - 1 : null);
  }

  /// Compares what is read with an earlier text, or with null reads it alone.
  compare(earlier: number | null): void {
    this.#earlier = earlier;
    this.#diff = null;
    void this.#differ();
  }

  async #differ(): Promise<void> {
    const asked = ++this.#asked;
    const [earlier, later] = [this.earlier, this.shown];
    if (!earlier || !later) return;
    try {
      const diff = await api.compareVersions(this.letterId, earlier.number, later.number);
      if (asked === this.#asked) this.#diff = diff;
    } catch (error) {
      if (asked === this.#asked) this.#failure = api.wireError(error).message;
    }
  }
}
