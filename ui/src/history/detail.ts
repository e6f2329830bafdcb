/// What a line of the history adds to its sentence. It was kept when it was done, in the words of the file: here it is read.
import { t } from '$lib/messages.svelte';
import { datesInWords } from '$lib/time';

import { looks, statuses } from '../letters/status';

const words = statuses.flatMap((status) => [status, status.replace('-', ' ')]).join('|');
const change = new RegExp(`(?<=^|: )(${words}) → (${words})$`);

/// The detail of an entry with its dates and statuses in words. A status that was set anew, as it was, says nothing.
export function detailInWords(detail: string, locale: string): string {
  const named = detail
    .replace(change, (_, before: string, after: string) =>
      before === after ? '' : [before, after].map((word) => said(word)).join(' → '),
    )
    .replace(/: $/, '');
  return datesInWords(named, locale);
}

function said(word: string): string {
  const status = statuses.find((one) => one === word.replace(' ', '-'));
  return status ? t(looks[status].label) : word;
}
