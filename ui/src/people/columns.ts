/// The columns of the list of people. Their ids are the core's words for what is sorted and what is changed.
import type { PersonRow } from '$bindings/people';
import { t } from '$lib/messages.svelte';
import type { Column } from '$lib/ui/columns.svelte';

import { languageName } from './languages';

const yes = (is: boolean): string => (is ? t('ui-yes') : '');

export const personColumns: Column<PersonRow>[] = [
  {
    id: 'name',
    heading: () => t('ui-name'),
    width: 190,
    sortable: true,
    text: (row) => row.name,
    detail: (row) =>
      [row.doNotContact ? t('ui-do-not-contact') : '', row.pronouns].filter(Boolean).join(' · '),
    edit: { kind: 'text', value: (row) => row.name },
  },
  {
    id: 'organization',
    heading: () => t('ui-organization'),
    width: 222,
    sortable: true,
    text: (row) => row.organization ?? '',
    detail: (row) =>
      row.organizations > 1 ? t('ui-person-more-places', { count: row.organizations - 1 }) : '',
  },
  {
    id: 'role',
    heading: () => t('ui-role'),
    width: 150,
    spare: 4,
    sortable: true,
    text: (row) => row.role,
    edit: { kind: 'text', value: (row) => row.role },
  },
  {
    id: 'email',
    heading: () => t('ui-email'),
    width: 236,
    spare: 5,
    sortable: true,
    text: (row) => row.email ?? '',
  },
  { id: 'phone', heading: () => t('ui-phone'), width: 150, spare: 2, text: (row) => row.phone ?? '' },
  { id: 'may-sign', heading: () => t('ui-may-sign'), width: 96, spare: 3, text: (row) => yes(row.maySign) },
  {
    id: 'primary',
    heading: () => t('ui-primary'),
    width: 112,
    shown: false,
    text: (row) => yes(row.primary),
  },
  {
    id: 'pronouns',
    heading: () => t('ui-pronouns'),
    width: 100,
    shown: false,
    text: (row) => row.pronouns,
    edit: { kind: 'text', value: (row) => row.pronouns },
  },
  {
    id: 'languages',
    heading: () => t('ui-languages'),
    width: 140,
    shown: false,
    text: (row) => row.languages.map(languageName).join(', '),
  },
  {
    id: 'tags',
    heading: () => t('ui-tags'),
    width: 110,
    spare: 1,
    text: (row) => row.tags.join(', '),
    edit: { kind: 'text', value: (row) => row.tags.join(', ') },
  },
  {
    id: 'do-not-contact',
    heading: () => t('ui-do-not-contact'),
    width: 120,
    shown: false,
    text: (row) => yes(row.doNotContact),
    edit: {
      kind: 'choice',
      value: (row) => (row.doNotContact ? 'yes' : 'no'),
      choices: () => [
        { value: 'yes', label: t('ui-yes') },
        { value: 'no', label: t('ui-no') },
      ],
    },
  },
  { id: 'note', heading: () => t('ui-note'), width: 240, shown: false, text: (row) => row.note },
];
