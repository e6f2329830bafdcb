/// Dates of which only the year or the month may be known.
import { t } from '$lib/messages.svelte';

/// Since when and until when, in words: "since 2021", "2019 – 2024-09"; empty when neither is known.
export function spanText(since: string | null, until: string | null): string {
  if (since && until) return t('ui-span', { since, until });
  if (since) return t('ui-span-since', { since });
  return until ? t('ui-span-until', { until }) : '';
}
