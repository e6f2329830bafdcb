/// The fields of an organization as they stand side by side: what each is called and what it says.
import type { OrganizationRow } from '$bindings/organizations';
import type { OrganizationField } from '$bindings/words';
import { language, t } from '$lib/messages.svelte';
import { shortDate } from '$lib/time';

import { textFields, textLabels } from '../organizations/fields';
import { kinds, memberships, scopes } from '../organizations/scope';

/// What a field that a merge chooses between is called.
export const fieldLabels: Record<OrganizationField, string> = {
  name: 'ui-name',
  'prints-as': 'ui-prints-as',
  'sort-as': 'ui-sort-as',
  scope: 'ui-scope',
  kind: 'ui-kind',
  membership: 'ui-membership',
  parent: 'ui-parent',
  city: 'ui-city',
  state: 'ui-region',
  country: 'ui-country',
  website: 'ui-website',
  ...textLabels,
  decides: 'ui-decides',
  'lead-days': 'ui-lead-days',
  'never-signs': 'ui-never-signs',
  'ask-first': 'ui-ask-first',
  note: 'ui-note',
  'add-tag': 'ui-tags',
  'remove-tag': 'ui-tags',
};

const words: Record<string, string> = { ...scopes, ...kinds, ...memberships };

/// A value as the window says it: words of a list by their names, a yes as a yes, the rest as it was typed.
export function said(field: OrganizationField, value: string): string {
  if (field === 'ask-first') return value === '' || value === 'no' ? '' : t('ui-yes');
  if (field !== 'scope' && field !== 'kind' && field !== 'membership') return value;
  const id = words[value];
  return id ? t(id) : value;
}

export interface Line {
  label: string;
  values: string[];
  /// Whether one value would be lost to another, only some have one, or all are alike.
  how: 'differ' | 'some' | 'alike';
}

type Value = (row: OrganizationRow) => string;

function values(now: Date): [string, Value][] {
  return [
    ['ui-prints-as', (row) => row.printsAs ?? ''],
    ['ui-aliases', (row) => row.aliases],
    ['ui-city', (row) => row.city],
    ['ui-region', (row) => row.state],
    ['ui-country', (row) => row.country],
    ['ui-website', (row) => row.website],
    ['ui-scope', (row) => said('scope', row.scope ?? '')],
    ['ui-kind', (row) => said('kind', row.kind ?? '')],
    ['ui-membership', (row) => said('membership', row.membership ?? '')],
    ['ui-parent', (row) => row.parent ?? ''],
    ['ui-tags', (row) => row.tags.join(', ')],
    ['ui-contact', (row) => row.contact ?? ''],
    [
      'ui-letters',
      (row) => (row.letters > 0 ? t('ui-signed-of', { signed: row.signed, letters: row.letters }) : ''),
    ],
    ['ui-last-contact', (row) => (row.lastContact ? shortDate(row.lastContact, language(), now) : '')],
    ...textFields.map((field): [string, Value] => [textLabels[field], (row) => row[field]]),
    ['ui-decides', (row) => row.decides],
    ['ui-lead-days', (row) => (row.leadDays === null ? '' : String(row.leadDays))],
    ['ui-never-signs', (row) => row.neverSigns],
    ['ui-ask-first', (row) => (row.askFirst ? t('ui-yes') : '')],
    ['ui-note', (row) => row.note],
  ];
}

/// What a merge keeps of all of them: no value of these is lost to another.
const joined = new Set(['ui-aliases', 'ui-tags', 'ui-contact', 'ui-letters', 'ui-last-contact', 'ui-note']);

const fold = (value: string): string => value.toLocaleLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '');

/// The fields of which one has a value, each with what all of them have.
export function compared(rows: OrganizationRow[], now: Date): Line[] {
  return values(now).flatMap(([label, value]) => {
    const all = rows.map(value);
    const said = new Set(all.map(fold).filter((one) => one !== ''));
    if (said.size === 0) return [];
    const lost = said.size > 1 && !joined.has(label);
    const how = lost ? 'differ' : said.size > 1 || all.includes('') ? 'some' : 'alike';
    return [{ label, values: all, how }];
  });
}
