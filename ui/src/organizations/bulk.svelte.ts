/// What is done to all selected organizations at once, each time as one step to undo.
import type { OrganizationField } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { Work } from '$lib/work.svelte';

import type { Option } from '../filters/criteria';
import { textFields, textLabels } from './fields';
import { kinds, memberships, scopes } from './scope';

/// A field that can be set for many, and how its value is given.
export interface BulkField {
  field: OrganizationField;
  label: string;
  by: 'choice' | 'text' | 'organization' | 'tag';
  options: Option[];
}

const worded = (words: Record<string, string>, none = true): Option[] => [
  ...(none ? [{ value: '', label: t('ui-not-said') }] : []),
  ...Object.entries(words).map(([value, label]) => ({ value, label: t(label) })),
];

export function bulkFields(): BulkField[] {
  const chosen = (field: OrganizationField, label: string, options: Option[]): BulkField => ({
    field,
    label: t(label),
    by: 'choice',
    options,
  });
  return [
    chosen('scope', 'ui-scope', worded(scopes)),
    chosen('kind', 'ui-kind', worded(kinds)),
    chosen('membership', 'ui-membership', worded(memberships)),
    chosen('ask-first', 'ui-ask-first', worded({ yes: 'ui-yes', no: 'ui-no' }, false)),
    { field: 'city', label: t('ui-city'), by: 'text', options: [] },
    { field: 'state', label: t('ui-region'), by: 'text', options: [] },
    { field: 'country', label: t('ui-country'), by: 'text', options: [] },
    ...textFields.map((field): BulkField => ({
      field,
      label: t(textLabels[field]),
      by: 'text',
      options: [],
    })),
    { field: 'parent', label: t('ui-parent'), by: 'organization', options: [] },
  ];
}

export class Bulk {
  readonly work = new Work();
  #ids: () => ReadonlySet<number>;

  constructor(ids: () => ReadonlySet<number>) {
    this.#ids = ids;
  }

  /// The sentence that says why the value was refused, or null when it is set.
  async set(field: OrganizationField, value: string): Promise<string | null> {
    return this.work.run(async (tell) =>
      app.applied(await api.setOrganizationField([...this.#ids()], field, value, tell)),
    );
  }

  /// Removes those that are on no letter; says how many stay.
  async remove(): Promise<string | null> {
    const ids = [...this.#ids()];
    return this.work.run(async () => {
      const gone = await app.applied(await api.removeOrganizations(ids));
      if (gone < ids.length) app.toast(t('ui-bulk-stay', { count: ids.length - gone }));
    });
  }

  async putOn(letterId: number): Promise<string | null> {
    return this.work.run(async () => app.applied(await api.addSignOns(letterId, [...this.#ids()])));
  }
}
