/// What the list of organizations can be narrowed by.
import type { FilterChoices } from '$bindings/filters';
import type { OrganizationFilter } from '$bindings/organizations';
import type { OrganizationText, Standing, Status, TextField } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { language, number, t } from '$lib/messages.svelte';
import { plainDate } from '$lib/time';

import { several, whether, wordsOf, type Criterion, type Option } from '../filters/criteria';
import { PastImports } from '../filters/imported.svelte';
import { letters } from '../letters/letters.svelte';
import { looks, statuses as order } from '../letters/status';
import { textFields, textLabels } from './fields';
import { kinds, memberships, scopes } from './scope';

type Filter = OrganizationFilter;

const standings: Record<Standing, string> = {
  parent: 'ui-standing-parent',
  chapter: 'ui-standing-chapter',
  alone: 'ui-standing-alone',
};

const texts: Record<TextField, string> = {
  aliases: 'ui-aliases',
  'prints-as': 'ui-prints-as',
  city: 'ui-city',
  website: 'ui-website',
  decides: 'ui-decides',
  'never-signs': 'ui-never-signs',
  note: 'ui-note',
};

const worded = (words: Record<string, string>) => (): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: t(label) }));

const yesNo = (): [Option, Option] => [
  { value: 'yes', label: t('ui-yes') },
  { value: 'no', label: t('ui-no') },
];

/// The statuses of sign-ons as options.
export const statuses = (): Option[] =>
  order.map((status) => ({ value: status, label: t(looks[status].label) }));

export class OrganizationCriteria {
  readonly #imports = new PastImports();
  #choices = $state.raw<FilterChoices>({ tags: [], states: [], countries: [], languages: [], texts: [] });
  #parents = $state.raw<ReadonlyMap<number, string>>(new Map());

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

  /// The tags, states and countries there are.
  get choices(): FilterChoices {
    return this.#choices;
  }

  /// What an organization is called that the filter knows only by its id.
  parentName(id: number): string {
    const known = this.#parents.get(id);
    if (known === undefined) {
      void api
        .getOrganization(id)
        .then(({ organization }) => this.setParentName(id, organization.name))
        .catch(() => this.setParentName(id, '–'));
    }
    return known ?? '…';
  }

  setParentName(id: number, name: string): void {
    this.#parents = new Map(this.#parents).set(id, name);
  }

  #values(values: string[]): Option[] {
    const none = { value: '', label: t('ui-not-said') };
    return [...values.map((value) => ({ value, label: value })), none];
  }

  /// One of some values of a text field.
  #text(field: OrganizationText): Criterion<Filter> {
    const options = (): Option[] =>
      this.#values(this.#choices.texts.find((one) => one.field === field)?.values ?? []);
    const value = (filter: Filter): string[] => filter.texts.find((one) => one.field === field)?.values ?? [];
    const set = (filter: Filter, values: string[]): Filter => ({
      ...filter,
      texts: [
        ...filter.texts.filter((one) => one.field !== field),
        ...(values.length > 0 ? [{ field, values }] : []),
      ],
    });
    return {
      id: `text-${field}`,
      label: () => t(textLabels[field]),
      says: (filter) => (value(filter).length > 0 ? wordsOf(options(), value(filter)) : null),
      clear: (filter) => set(filter, []),
      chooser: { kind: 'several', options, value, set },
    };
  }

  #letter(filter: Filter): string | null {
    if (!filter.letter) return null;
    const { letterId, statuses: wanted, absent } = filter.letter;
    const title = letters.all?.find((letter) => letter.id === letterId)?.title ?? '–';
    if (wanted.length === 0) return t(absent ? 'ui-filter-letter-off' : 'ui-filter-letter-on', { title });
    const words = wordsOf(statuses(), wanted);
    return t(absent ? 'ui-filter-letter-not' : 'ui-filter-letter-is', { title, statuses: words });
  }

  readonly all: Criterion<Filter>[] = [
    several('scopes', () => t('ui-scope'), worded(scopes)),
    several('kinds', () => t('ui-kind'), worded(kinds)),
    several('memberships', () => t('ui-membership'), worded(memberships)),
    several(
      'tags',
      () => t('ui-tags'),
      () => this.#choices.tags.map((value) => ({ value, label: value })),
    ),
    several(
      'states',
      () => t('ui-region'),
      () => this.#values(this.#choices.states),
      true,
    ),
    several(
      'countries',
      () => t('ui-country'),
      () => this.#values(this.#choices.countries),
    ),
    ...textFields.map((field) => this.#text(field)),
    {
      id: 'parentId',
      label: () => t('ui-parent'),
      says: ({ parentId }) => (parentId === null ? null : this.parentName(parentId)),
      clear: (filter) => ({ ...filter, parentId: null }),
      chooser: { kind: 'own' },
    },
    {
      id: 'standing',
      label: () => t('ui-standing'),
      says: ({ standing }) => standing && t(standings[standing]),
      clear: (filter) => ({ ...filter, standing: null }),
      chooser: {
        kind: 'one',
        options: worded(standings),
        value: (filter) => filter.standing,
        set: (filter, standing) => ({ ...filter, standing: standing as Standing | null }),
      },
    },
    {
      id: 'letter',
      label: () => t('ui-filter-letter'),
      says: (filter) => this.#letter(filter),
      clear: (filter) => ({ ...filter, letter: null }),
      chooser: { kind: 'own' },
      apart: true,
    },
    {
      id: 'signedLeast',
      label: () => t('ui-signed'),
      says: ({ signedLeast }) =>
        signedLeast === null
          ? null
          : t('ui-filter-signed', { count: signedLeast, number: number(signedLeast) }),
      clear: (filter) => ({ ...filter, signedLeast: null }),
      chooser: {
        kind: 'number',
        label: () => t('ui-filter-signed-label'),
        value: (filter) => filter.signedLeast,
        set: (filter, signedLeast) => ({ ...filter, signedLeast }),
      },
    },
    {
      id: 'quietSince',
      label: () => t('ui-last-contact'),
      says: ({ quietSince }) =>
        quietSince && t('ui-filter-quiet', { date: plainDate(quietSince, language(), app.now) }),
      clear: (filter) => ({ ...filter, quietSince: null }),
      chooser: {
        kind: 'date',
        label: () => t('ui-filter-quiet-label'),
        value: (filter) => filter.quietSince,
        set: (filter, quietSince) => ({ ...filter, quietSince }),
      },
    },
    whether('hasPerson', () => t('ui-filter-person'), yesNo, true),
    whether('hasSigner', () => t('ui-filter-signer'), yesNo),
    whether('askFirst', () => t('ui-ask-first'), yesNo),
    {
      id: 'leadDaysMost',
      label: () => t('ui-lead-days'),
      says: ({ leadDaysMost }) =>
        leadDaysMost === null ? null : t('ui-filter-most', { number: number(leadDaysMost) }),
      clear: (filter) => ({ ...filter, leadDaysMost: null }),
      chooser: {
        kind: 'number',
        label: () => t('ui-filter-days-label'),
        value: (filter) => filter.leadDaysMost,
        set: (filter, leadDaysMost) => ({ ...filter, leadDaysMost }),
      },
    },
    { ...this.#imports.criterion<Filter>(), apart: true },
    ...Object.entries(texts).map(([field, label], n) =>
      containing(field as TextField, () => t(label), n === 0),
    ),
  ];
}

/// A text within a field.
function containing(field: TextField, label: () => string, apart: boolean): Criterion<Filter> {
  const value = (filter: Filter): string => filter.containing.find((one) => one.field === field)?.text ?? '';
  const set = (filter: Filter, text: string): Filter => ({
    ...filter,
    containing: [
      ...filter.containing.filter((one) => one.field !== field),
      ...(text ? [{ field, text }] : []),
    ],
  });
  return {
    id: `containing-${field}`,
    label,
    apart,
    says: (filter) => (value(filter) ? t('ui-filter-contains', { text: value(filter) }) : null),
    clear: (filter) => set(filter, ''),
    chooser: { kind: 'text', label: () => t('ui-filter-contains-label', { name: label() }), value, set },
  };
}

/// The statuses that were ticked.
export const asStatuses = (values: string[]): Status[] => values as Status[];
