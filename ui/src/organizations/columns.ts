/// The columns of the list of organizations. Their ids are the core's words for what is sorted and what is changed.
import type { OrganizationRow } from '$bindings/organizations';
import { app } from '$lib/app.svelte';
import { language, number, t } from '$lib/messages.svelte';
import { leadingDate } from '$lib/time';
import type { Column, Edit } from '$lib/ui/columns.svelte';

import { textFields, textLabels } from './fields';
import { kinds, memberships, scopes } from './scope';

const word = (label: string | undefined | null): string => (label ? t(label) : '');
const text = (value: (row: OrganizationRow) => string): Edit<OrganizationRow> => ({ kind: 'text', value });

/// Yes and no as the core reads them.
const yesNo = { yes: 'ui-yes', no: 'ui-no' };

/// One of several words, or none of them.
function choice(
  value: (row: OrganizationRow) => string | null,
  words: Record<string, string>,
  none: 'may-be-none' | 'always-one' = 'may-be-none',
): Edit<OrganizationRow> {
  return {
    kind: 'choice',
    value: (row) => value(row) ?? '',
    choices: () => [
      ...(none === 'may-be-none' ? [{ value: '', label: t('ui-not-said') }] : []),
      ...Object.entries(words).map(([one, label]) => ({ value: one, label: t(label) })),
    ],
  };
}

export const organizationColumns: Column<OrganizationRow>[] = [
  {
    id: 'name',
    heading: () => t('ui-name'),
    width: 236,
    sortable: true,
    text: (row) => row.name,
    detail: (row) =>
      [row.aliases, row.parent ? t('ui-part-of', { parent: row.parent }) : ''].filter(Boolean).join(' · '),
    edit: text((row) => row.name),
  },
  {
    id: 'prints-as',
    heading: () => t('ui-prints-as'),
    width: 220,
    shown: false,
    text: (row) => row.printsAs ?? '',
    edit: text((row) => row.printsAs ?? ''),
  },
  {
    id: 'aliases',
    heading: () => t('ui-aliases'),
    width: 200,
    shown: false,
    text: (row) => row.aliases,
  },
  {
    id: 'city',
    heading: () => t('ui-city'),
    // A town of fifteen letters in a word has room in the narrowest window that shows the column.
    width: 134,
    spare: 4,
    sortable: true,
    text: (row) => row.city,
    edit: text((row) => row.city),
  },
  {
    id: 'state',
    heading: () => t('ui-region-short'),
    width: 66,
    sortable: true,
    text: (row) => row.state,
    edit: text((row) => row.state),
  },
  {
    id: 'country',
    heading: () => t('ui-country'),
    width: 110,
    sortable: true,
    shown: false,
    text: (row) => row.country,
    edit: text((row) => row.country),
  },
  {
    id: 'scope',
    heading: () => t('ui-scope'),
    width: 92,
    sortable: true,
    text: (row) => word(row.scope && scopes[row.scope]),
    edit: choice((row) => row.scope, scopes),
  },
  {
    id: 'kind',
    heading: () => t('ui-kind'),
    width: 126,
    sortable: true,
    shown: false,
    text: (row) => word(row.kind && kinds[row.kind]),
    edit: choice((row) => row.kind, kinds),
  },
  {
    id: 'membership',
    heading: () => t('ui-membership'),
    width: 112,
    sortable: true,
    text: (row) => word(row.membership && memberships[row.membership]),
    edit: choice((row) => row.membership, memberships),
  },
  {
    id: 'tags',
    heading: () => t('ui-tags'),
    width: 114,
    spare: 1,
    text: (row) => row.tags.join(', '),
    edit: text((row) => row.tags.join(', ')),
  },
  {
    id: 'parent',
    heading: () => t('ui-parent'),
    width: 200,
    sortable: true,
    shown: false,
    text: (row) => row.parent ?? '',
    edit: text((row) => row.parent ?? ''),
  },
  {
    id: 'contact',
    heading: () => t('ui-contact'),
    width: 128,
    spare: 2,
    text: (row) => row.contact ?? '',
  },
  {
    id: 'website',
    heading: () => t('ui-website'),
    width: 180,
    shown: false,
    text: (row) => row.website,
    edit: text((row) => row.website),
  },
  ...textFields.map((field): Column<OrganizationRow> => ({
    id: field,
    heading: () => t(textLabels[field]),
    width: 130,
    sortable: true,
    shown: false,
    text: (row) => row[field],
    edit: text((row) => row[field]),
  })),
  {
    id: 'decides',
    heading: () => t('ui-decides'),
    width: 140,
    shown: false,
    text: (row) => row.decides,
    edit: text((row) => row.decides),
  },
  {
    id: 'lead-days',
    heading: () => t('ui-lead-days'),
    width: 92,
    align: 'end',
    sortable: true,
    shown: false,
    text: (row) => (row.leadDays === null ? '' : number(row.leadDays)),
    copied: (row) => String(row.leadDays ?? ''),
    edit: { kind: 'number', value: (row) => String(row.leadDays ?? '') },
  },
  {
    id: 'never-signs',
    heading: () => t('ui-never-signs'),
    width: 190,
    shown: false,
    text: (row) => row.neverSigns,
    edit: text((row) => row.neverSigns),
  },
  {
    id: 'ask-first',
    heading: () => t('ui-ask-first'),
    width: 104,
    shown: false,
    text: (row) => (row.askFirst ? t('ui-yes') : ''),
    edit: choice((row) => (row.askFirst ? 'yes' : 'no'), yesNo, 'always-one'),
  },
  {
    id: 'letters',
    heading: () => t('ui-letters'),
    width: 84,
    align: 'end',
    sortable: true,
    mostFirst: true,
    shown: false,
    text: (row) => (row.letters > 0 ? number(row.letters) : ''),
    copied: (row) => String(row.letters),
  },
  {
    id: 'signed',
    heading: () => t('ui-signed'),
    width: 76,
    sortable: true,
    mostFirst: true,
    text: (row) =>
      row.letters > 0 ? t('ui-signed-short', { signed: row.signed, letters: row.letters }) : '',
    copied: (row) => String(row.signed),
  },
  {
    id: 'last-contact',
    heading: () => t('ui-last-contact'),
    width: 98,
    spare: 3,
    sortable: true,
    mostFirst: true,
    text: (row) => (row.lastContact ? leadingDate(row.lastContact, language(), app.now) : ''),
    copied: (row) => row.lastContact?.slice(0, 10) ?? '',
  },
  {
    id: 'note',
    heading: () => t('ui-note'),
    width: 240,
    shown: false,
    text: (row) => row.note,
    edit: text((row) => row.note),
  },
];
