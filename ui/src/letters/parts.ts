/// What the parts of a letter's page are called.
import { t } from '$lib/messages.svelte';
import type { LetterTab } from '$lib/place.svelte';

/// The parts in their order, each with its name.
export const labels = (): [LetterTab, string][] => [
  ['sign-ons', t('ui-ledger')],
  ['texts', t('ui-texts')],
  ['check', t('ui-check')],
  ['pictures', t('ui-pictures')],
];

/// The name of a part.
export const labelOf = (tab: LetterTab): string => labels().find(([value]) => value === tab)?.[1] ?? '';
