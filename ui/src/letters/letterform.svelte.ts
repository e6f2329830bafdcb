/// The form of a letter: what it holds, what is wrong with it, and saving it.
import type { LetterFields } from '$bindings/letters';
import type { OrganizationRef } from '$bindings/organizations';
import type { Stage } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { DateEntry } from '$lib/datefield.svelte';
import { zones } from '$lib/time';

import { fieldsOf } from './letter.svelte';

export class LetterForm {
  readonly id: number | null;
  readonly zones = zones();
  title = $state('');
  addressee = $state('');
  stage = $state<Stage>('circulating');
  readonly soft = new DateEntry({ what: 'moment', toward: 'future', zone: this.zones.own });
  readonly hard = new DateEntry({ what: 'moment', toward: 'future', zone: this.zones.own });
  note = $state('');
  topic = $state('');
  individuals = $state(true);
  chaseDays = $state('4');
  gapDays = $state('3');
  goal = $state('');
  form = $state('');
  leads = $state.raw<OrganizationRef[]>([]);
  #problem = $state.raw<{ field: string | null; message: string } | null>(null);
  #busy = $state(false);

  constructor(id: number | null) {
    this.id = id;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /// What is wrong with a field; with null, what is wrong with none of them in particular.
  problem(field: string | null): string | null {
    return this.#problem?.field === field ? this.#problem.message : null;
  }

  async load(): Promise<void> {
    if (this.id === null) return;
    try {
      const letter = await api.getLetter(this.id);
      const fields = fieldsOf(letter);
      this.title = fields.title;
      this.addressee = fields.addressee;
      this.stage = fields.stage;
      const zone = fields.zone ?? this.zones.own;
      this.soft.reset(fields.softDeadline, zone);
      this.hard.reset(fields.hardDeadline, zone);
      this.note = fields.note;
      this.topic = fields.topic;
      this.individuals = fields.individuals;
      this.chaseDays = String(fields.chaseDays);
      this.gapDays = String(fields.gapDays);
      this.goal = fields.goal === null ? '' : String(fields.goal);
      this.form = fields.form;
      this.leads = letter.leads;
    } catch (error) {
      this.#problem = api.wireError(error);
    }
  }

  lead(organization: OrganizationRef): void {
    if (this.leads.some((lead) => lead.id === organization.id)) return;
    this.leads = [...this.leads, { id: organization.id, name: organization.name }];
  }

  dropLead(id: number): void {
    this.leads = this.leads.filter((lead) => lead.id !== id);
  }

  get zone(): string {
    return this.hard.zone ?? this.zones.own;
  }

  set zone(zone: string) {
    this.soft.zone = zone;
    this.hard.zone = zone;
  }

  #fields(): LetterFields {
    const deadline = this.soft.local ?? this.hard.local;
    return {
      title: this.title.trim(),
      addressee: this.addressee.trim(),
      stage: this.stage,
      softDeadline: this.soft.local,
      hardDeadline: this.hard.local,
      zone: deadline ? this.zone : null,
      note: this.note.trim(),
      leads: this.leads.map((lead) => lead.id),
      topic: this.topic.trim(),
      individuals: this.individuals,
      chaseDays: days(this.chaseDays, 4),
      gapDays: days(this.gapDays, 3),
      goal: Number(this.goal) || null,
      form: this.form.trim(),
    };
  }

  /// What is no number where one belongs.
  #numberProblem(): { field: string; message: string } | null {
    for (const field of ['chaseDays', 'gapDays'] as const) {
      const most = 365;
      if (!/^\d*$/.test(this[field].trim()) || Number(this[field]) > most)
        return { field, message: t('error-days', { most }) };
    }
    if (!/^\d*$/.test(this.goal.trim())) return { field: 'goal', message: t('ui-letter-goal-wrong') };
    return null;
  }

  /// The letter's id when it was saved; null when something is wrong.
  async save(): Promise<number | null> {
    if (!this.title.trim()) {
      this.#problem = { field: 'title', message: t('ui-letter-title-missing') };
      return null;
    }
    this.#problem = this.#numberProblem();
    if (this.#problem) return null;
    for (const entry of [this.soft, this.hard]) if (!(await entry.settle())) return null;
    this.#busy = true;
    try {
      if (this.id === null) return await app.applied(await api.addLetter(this.#fields()));
      await app.applied(await api.setLetter(this.id, this.#fields()));
      return this.id;
    } catch (error) {
      this.#problem = api.wireError(error);
      return null;
    } finally {
      this.#busy = false;
    }
  }
}

/// Whole days from a field; an empty one counts as usual.
const days = (text: string, usual: number): number => (text.trim() === '' ? usual : Number(text));
