/// One merge being thought over: which is kept, what was chosen where they differ, and the plan that comes of it.
import type { MergeChoices, MergePlan, Side } from '$bindings/merge';
import type { OrganizationField } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

const nothing: MergeChoices = { fields: [], signOns: [] };

export class Merging {
  #keep = $state.raw(0);
  #drop = $state.raw<number | null>(null);
  #plan = $state.raw<MergePlan | null>(null);
  #choices = $state.raw<MergeChoices>(nothing);
  #failure = $state.raw<string | null>(null);
  #busy = $state(false);
  #asked = 0;

  constructor(keep: number, drop: number | null) {
    this.#keep = keep;
    this.#drop = drop;
  }

  get plan(): MergePlan | null {
    return this.#plan;
  }

  /// Whether there are two to merge; until then the second one is to be found.
  get two(): boolean {
    return this.#drop !== null;
  }

  get failure(): string | null {
    return this.#failure;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /// What the merge would do, with what was chosen so far.
  async load(): Promise<void> {
    if (this.#drop === null) return;
    const mine = ++this.#asked;
    try {
      const plan = await api.planMerge(this.#keep, this.#drop, this.#choices);
      if (mine !== this.#asked) return;
      this.#plan = plan;
      this.#failure = null;
    } catch (error) {
      if (mine === this.#asked) this.#failure = api.wireError(error).message;
    }
  }

  /// The other one was found.
  async with(drop: number): Promise<void> {
    this.#drop = drop;
    await this.load();
  }

  /// The other way round; what was chosen was about the other way.
  async swap(): Promise<void> {
    if (this.#drop === null) return;
    [this.#keep, this.#drop] = [this.#drop, this.#keep];
    this.#choices = nothing;
    await this.load();
  }

  async chooseField(field: OrganizationField, take: Side): Promise<void> {
    const others = this.#choices.fields.filter((choice) => choice.field !== field);
    this.#choices = { ...this.#choices, fields: [...others, { field, take }] };
    await this.load();
  }

  async chooseSignOn(letterId: number, take: Side): Promise<void> {
    const others = this.#choices.signOns.filter((choice) => choice.letterId !== letterId);
    this.#choices = { ...this.#choices, signOns: [...others, { letterId, take }] };
    await this.load();
  }

  /// The id of the one that stays when it was done; null when something is wrong.
  async merge(): Promise<number | null> {
    if (this.#drop === null || !this.#plan || this.#busy) return null;
    this.#busy = true;
    try {
      return await app.applied(await api.mergeOrganizations(this.#keep, this.#drop, this.#choices));
    } catch (error) {
      this.#failure = api.wireError(error).message;
      return null;
    } finally {
      this.#busy = false;
    }
  }
}
