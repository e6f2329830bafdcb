/// How the verdict on a row looks and is called.
import type { ListForm } from '$bindings/ListForm';
import type { Tone } from '$lib/ui/Pill.svelte';

import type { Mark } from './review.svelte';

export const marks: Record<Mark, { label: string; tone: Tone }> = {
  known: { label: 'ui-verdict-known', tone: 'yes' },
  new: { label: 'ui-verdict-new', tone: 'accent' },
  decide: { label: 'ui-verdict-decide', tone: 'wait' },
  out: { label: 'ui-verdict-out', tone: 'todo' },
  again: { label: 'ui-verdict-not-taken', tone: 'no' },
};

export const forms: Record<ListForm, string> = {
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
