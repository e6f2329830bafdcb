/// The form of a person: what it holds, people who may be the same one, what is wrong, and saving it.
import type { OrganizationRef } from '$bindings/organizations';
import type { Person, PersonFields, PersonTwin } from '$bindings/people';
import type { ContactKind } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

/// An email or a phone as it is being typed.
export interface Address {
  value: string;
  preferred: boolean;
}

/// A place at an organization as it is being said.
export interface Place {
  key: number;
  id: number | null;
  organization: OrganizationRef | null;
  role: string;
  since: string;
  until: string;
  maySign: boolean;
  primary: boolean;
}

export class PersonForm {
  readonly id: number | null;
  name = $state('');
  sortAs = $state('');
  pronouns = $state('');
  languages = $state.raw<string[]>([]);
  tags = $state.raw<string[]>([]);
  note = $state('');
  doNotContact = $state(false);
  emails = $state<Address[]>([{ value: '', preferred: false }]);
  phones = $state<Address[]>([{ value: '', preferred: false }]);
  places = $state<Place[]>([]);
  #loaded = $state(false);
  #twins = $state.raw<PersonTwin[]>([]);
  #problem = $state.raw<{ field: string | null; message: string } | null>(null);
  #busy = $state(false);
  #asked = 0;
  #keys = 0;

  constructor(id: number | null, suggestion: string, at: OrganizationRef | null) {
    this.id = id;
    this.name = suggestion;
    this.#loaded = id === null;
    if (id === null) this.addPlace(at);
  }

  get busy(): boolean {
    return this.#busy;
  }

  /// Whether everything that is known of them is in the form.
  get loaded(): boolean {
    return this.#loaded;
  }

  /// People who may be the one that is being typed.
  get twins(): PersonTwin[] {
    return this.#twins;
  }

  problem(field: string | null): string | null {
    return this.#problem?.field === field ? this.#problem.message : null;
  }

  async load(): Promise<void> {
    if (this.id === null) return this.look();
    try {
      this.#take((await api.getPerson(this.id)).person);
    } catch (error) {
      this.#problem = api.wireError(error);
    }
  }

  #take(person: Person): void {
    this.name = person.name;
    this.sortAs = person.sortAs ?? '';
    this.pronouns = person.pronouns;
    this.languages = person.languages;
    this.tags = person.tags;
    this.note = person.note;
    this.doNotContact = person.doNotContact;
    const points = (kind: ContactKind): Address[] => {
      const known = person.contactPoints.filter((point) => point.kind === kind);
      const shown = known.map(({ value, preferred }) => ({ value, preferred }));
      return shown.length > 0 ? shown : [{ value: '', preferred: false }];
    };
    this.emails = points('email');
    this.phones = points('phone');
    this.places = person.affiliations.map((at) => ({
      ...at,
      key: this.#keys++,
      since: at.since ?? '',
      until: at.until ?? '',
    }));
    this.#loaded = true;
  }

  addPlace(organization: OrganizationRef | null = null): void {
    const open = { role: '', since: '', until: '', maySign: false, primary: false };
    this.places.push({ ...open, key: this.#keys++, id: null, organization });
  }

  dropPlace(key: number): void {
    this.places = this.places.filter((at) => at.key !== key);
  }

  /// Looks for people of that name, or with one of these emails.
  async look(): Promise<void> {
    const mine = ++this.#asked;
    const emails = this.emails.map((email) => email.value.trim()).filter(Boolean);
    try {
      const twins = await api.findPersonTwins(this.name.trim(), emails, this.id);
      if (mine === this.#asked) this.#twins = twins.slice(0, 4);
    } catch (error) {
      this.#problem = api.wireError(error);
    }
  }

  /// The person's id when they were saved; null when something is wrong.
  async save(): Promise<number | null> {
    if (!this.name.trim()) {
      this.#problem = { field: 'name', message: t('ui-person-name-missing') };
      return null;
    }
    // Whoever says a role must say where; a place of which nothing is said is none.
    if (this.places.some((at) => !at.organization && (at.role.trim() || at.id !== null))) {
      this.#problem = { field: 'affiliations', message: t('ui-person-where-missing') };
      return null;
    }
    this.#busy = true;
    this.#problem = null;
    try {
      if (this.id === null) return await app.applied(await api.addPerson(this.#fields()));
      await app.applied(await api.setPerson(this.id, this.#fields()));
      return this.id;
    } catch (error) {
      this.#problem = api.wireError(error);
      return null;
    } finally {
      this.#busy = false;
    }
  }

  #fields(): PersonFields {
    const points = (kind: ContactKind, all: Address[]) =>
      all
        .map(({ value, preferred }) => ({ kind, value: value.trim(), preferred }))
        .filter((point) => point.value !== '');
    return {
      name: this.name.trim(),
      sortAs: this.sortAs.trim() || null,
      pronouns: this.pronouns.trim(),
      languages: this.languages,
      doNotContact: this.doNotContact,
      note: this.note.trim(),
      tags: this.tags,
      contactPoints: [...points('email', this.emails), ...points('phone', this.phones)],
      affiliations: this.places.flatMap(({ organization, id, role, since, until, maySign, primary }) =>
        organization
          ? {
              id,
              organizationId: organization.id,
              role: role.trim(),
              since: since.trim() || null,
              until: until.trim() || null,
              maySign,
              primary,
            }
          : [],
      ),
    };
  }
}
