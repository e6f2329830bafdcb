/// What the list of people can be narrowed by.
import type { FilterChoices } from '$bindings/filters';
import type { PersonFilter } from '$bindings/people';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

import { several, whether, type Criterion, type Option } from '../filters/criteria';
import { PastImports } from '../filters/imported.svelte';
import { languageName } from './languages';

const yesNo = (): [Option, Option] => [
  { value: 'yes', label: t('ui-yes') },
  { value: 'no', label: t('ui-no') },
];

export class PersonCriteria {
  readonly #imports = new PastImports();
  #choices = $state.raw<FilterChoices>({ tags: [], states: [], countries: [], languages: [], texts: [] });
  #names = $state.raw<ReadonlyMap<number, string>>(new Map());

  /// Keeps what there is to choose from up to date.
  follow(): () => void {
    void this.#load();
    const ends = [app.onChange(['list_filter_choices'], () => this.#load()), this.#imports.follow()];
    return () => ends.forEach((end) => end());
  }

  async #load(): Promise<void> {
    try {
      this.#choices = await api.listFilterChoices();
    } catch (error) {
      app.problem(error);
    }
  }

  get choices(): FilterChoices {
    return this.#choices;
  }

  /// What an organization is called that the filter knows only by its id.
  organizationName(id: number): string {
    const known = this.#names.get(id);
    if (known === undefined) {
      void api
        .getOrganization(id)
        .then(({ organization }) => this.setOrganizationName(id, organization.name))
        .catch(() => this.setOrganizationName(id, '–'));
    }
    return known ?? '…';
  }

  setOrganizationName(id: number, name: string): void {
    this.#names = new Map(this.#names).set(id, name);
  }

  readonly all: Criterion<PersonFilter>[] = [
    {
      id: 'organizationId',
      label: () => t('ui-organization'),
      says: ({ organizationId }) => (organizationId === null ? null : this.organizationName(organizationId)),
      clear: (filter) => ({ ...filter, organizationId: null }),
      chooser: { kind: 'own' },
    },
    several(
      'states',
      () => t('ui-region'),
      () => this.#choices.states.map((value) => ({ value, label: value })),
    ),
    several(
      'languages',
      () => t('ui-languages'),
      () => this.#choices.languages.map((value) => ({ value, label: languageName(value) })),
    ),
    several(
      'tags',
      () => t('ui-tags'),
      () => this.#choices.tags.map((value) => ({ value, label: value })),
    ),
    whether('maySign', () => t('ui-may-sign'), yesNo, true),
    whether('primary', () => t('ui-primary'), yesNo),
    whether('current', () => t('ui-filter-current'), yesNo),
    whether('hasEmail', () => t('ui-filter-email'), yesNo, true),
    whether('hasPhone', () => t('ui-filter-phone'), yesNo),
    whether('doNotContact', () => t('ui-do-not-contact'), yesNo),
    { ...this.#imports.criterion<PersonFilter>(), apart: true },
  ];
}
