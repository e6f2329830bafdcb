/// What a column can be: the words for it, in groups, and how it came to be that.
import type { Outcome, Proposal, TableKind } from '$bindings/imports';
import type { FileFormat, ImportField, ListForm, MappedBy } from '$bindings/reading';
import type { Tone } from '$lib/ui/Pill.svelte';

import { textFields, textLabels } from '../organizations/fields';

export const fieldLabels: Record<ImportField, string> = {
  organization: 'ui-field-organization',
  'prints-as': 'ui-field-prints-as',
  alias: 'ui-field-alias',
  parent: 'ui-field-parent',
  kind: 'ui-field-kind',
  scope: 'ui-field-scope',
  'full-name': 'ui-field-full-name',
  'first-name': 'ui-field-first-name',
  'middle-name': 'ui-field-middle-name',
  'last-name': 'ui-field-last-name',
  prefix: 'ui-field-prefix',
  suffix: 'ui-field-suffix',
  title: 'ui-field-title',
  email: 'ui-field-email',
  phone: 'ui-field-phone',
  street: 'ui-field-street',
  city: 'ui-field-city',
  state: 'ui-field-state',
  'postal-code': 'ui-field-postal-code',
  country: 'ui-field-country',
  place: 'ui-field-place',
  website: 'ui-field-website',
  ...textLabels,
  timestamp: 'ui-field-timestamp',
  consent: 'ui-field-consent',
  status: 'ui-field-status',
  membership: 'ui-field-membership',
  tag: 'ui-field-tag',
  'signs-as': 'ui-field-signs-as',
  note: 'ui-field-note',
};

/// The fields as they are offered, by what they are about.
export const fieldGroups: { label: string; fields: ImportField[] }[] = [
  {
    label: 'ui-fields-organization',
    fields: ['organization', 'alias', 'parent', 'kind', 'scope', 'membership', 'website', ...textFields],
  },
  {
    label: 'ui-fields-person',
    fields: [
      'full-name',
      'first-name',
      'middle-name',
      'last-name',
      'prefix',
      'suffix',
      'title',
      'email',
      'phone',
    ],
  },
  {
    label: 'ui-fields-place',
    fields: ['place', 'street', 'city', 'state', 'postal-code', 'country'],
  },
  {
    label: 'ui-fields-sign-on',
    fields: ['prints-as', 'signs-as', 'timestamp', 'consent', 'status'],
  },
  { label: 'ui-fields-other', fields: ['tag', 'note'] },
];

/// Fields that mean something for a sign-on only.
export const signOnFields: readonly ImportField[] = [
  'prints-as',
  'signs-as',
  'timestamp',
  'consent',
  'status',
];

/// Fields that several columns may be, as in the core.
const repeating: readonly ImportField[] = ['email', 'phone', 'website', 'alias', 'tag', 'note'];

/// The fields with one column changed; another column gives its field up where only one may have it. `gave` is that one.
export function withField(
  fields: readonly (ImportField | null)[],
  column: number,
  field: ImportField | null,
): { fields: (ImportField | null)[]; gave: number | null } {
  const gave =
    field === null || repeating.includes(field)
      ? -1
      : fields.findIndex((other, n) => other === field && n !== column);
  return {
    fields: fields.map((other, n) => (n === column ? field : n === gave ? null : other)),
    gave: gave < 0 ? null : gave,
  };
}

/// What must still be said before rows can become this, as a message; null when nothing is missing.
export function missing(kind: TableKind, fields: readonly (ImportField | null)[]): string | null {
  const has = (...wanted: ImportField[]): boolean => wanted.some((field) => fields.includes(field));
  const person = has('full-name', 'first-name', 'last-name');
  if (kind === 'organizations') return has('organization') ? null : 'ui-columns-need-organization';
  if (kind === 'people') return person || has('email') ? null : 'ui-columns-need-person';
  return has('organization') || person ? null : 'ui-columns-need-signer';
}

/// How a column came to be what it is, as a message with one argument, `kind`.
export const byLabels: Record<Exclude<MappedBy, 'person'>, string> = {
  heading: 'ui-column-by-heading',
  content: 'ui-column-by-content',
};

export const outcomes: readonly Outcome[] = ['asked', 'created', 'updated', 'unchanged', 'rejected'];

/// How an outcome looks, what a row of it is called, and what its tab says.
export const outcomeLooks: Record<Outcome, { label: string; tab: string; tone: Tone }> = {
  asked: { label: 'ui-outcome-asked', tab: 'ui-outcomes-asked', tone: 'wait' },
  created: { label: 'ui-outcome-created', tab: 'ui-outcomes-created', tone: 'accent' },
  updated: { label: 'ui-outcome-updated', tab: 'ui-outcomes-updated', tone: 'verbal' },
  unchanged: { label: 'ui-outcome-unchanged', tab: 'ui-outcomes-unchanged', tone: 'todo' },
  rejected: { label: 'ui-outcome-rejected', tab: 'ui-outcomes-rejected', tone: 'no' },
};

export const formatLabels: Record<FileFormat, string> = {
  list: 'ui-table-format-list',
  csv: 'ui-table-format-csv',
  tsv: 'ui-table-format-tsv',
  xlsx: 'ui-table-format-xlsx',
  xls: 'ui-table-format-xls',
  ods: 'ui-table-format-ods',
  html: 'ui-table-format-html',
  vcard: 'ui-table-format-vcard',
  ldif: 'ui-table-format-ldif',
  eml: 'ui-table-format-eml',
  mbox: 'ui-table-format-mbox',
  unknown: 'ui-table-format-unknown',
};

export const formLabels: Record<ListForm, string> = {
  'prose-commas': 'ui-form-prose-commas',
  'prose-semicolons': 'ui-form-prose-semicolons',
  lines: 'ui-form-lines',
  bullets: 'ui-form-bullets',
  numbered: 'ui-form-numbered',
  columns: 'ui-form-columns',
  table: 'ui-form-table',
  markdown: 'ui-form-markdown',
  mixed: 'ui-form-mixed',
};

/// What a message seems to say, and how that looks.
export const proposals: Record<Proposal, { label: string; tone: Tone }> = {
  yes: { label: 'ui-proposal-yes', tone: 'yes' },
  'yes-but': { label: 'ui-proposal-yes-but', tone: 'wait' },
  'not-yet': { label: 'ui-proposal-not-yet', tone: 'wait' },
  no: { label: 'ui-proposal-no', tone: 'no' },
  question: { label: 'ui-proposal-question', tone: 'wait' },
  automatic: { label: 'ui-proposal-automatic', tone: 'todo' },
  'delivery-failure': { label: 'ui-proposal-delivery-failure', tone: 'no' },
  unclear: { label: 'ui-proposal-unclear', tone: 'todo' },
};

/// Whether the rows of a file of this format are messages.
export const isMail = (format: FileFormat): boolean => format === 'eml' || format === 'mbox';

/// Whether a file of this format has rows of which one can be headings; cards and messages name their parts themselves.
export const hasHeadings = (format: FileFormat): boolean =>
  !['vcard', 'ldif', 'eml', 'mbox'].includes(format);

/// What came of rows in an import of the past, in the order of its tabs: what was asked and not answered stayed out.
export const pastOutcomes: readonly Outcome[] = ['created', 'updated', 'unchanged', 'rejected', 'asked'];

export const pastLooks: typeof outcomeLooks = {
  ...outcomeLooks,
  asked: { label: 'ui-outcomes-undecided', tab: 'ui-outcomes-undecided', tone: 'wait' },
};

export const kindLabels: Record<TableKind, string> = {
  organizations: 'ui-organizations',
  people: 'ui-people',
  'sign-ons': 'ui-import-sign-ons',
};
