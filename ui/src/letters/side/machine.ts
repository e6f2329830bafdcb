/// The seven statuses in sentences: what stands now, and what each that may follow needs.
import type { SignOn } from '$bindings/ledger';
import type { Status } from '$bindings/words';

/// What a status means and needs, said before it is set.
export const needs: Record<Status, string> = {
  'to-ask': 'ui-needs-to-ask',
  asked: 'ui-needs-asked',
  considering: 'ui-needs-considering',
  'said-yes': 'ui-needs-said-yes',
  confirmed: 'ui-needs-confirmed',
  declined: 'ui-needs-declined',
  withdrawn: 'ui-needs-withdrawn',
};

/// What comes next as a rule, the likeliest first; everything else is in the menu.
const next: Record<Status, Status[]> = {
  'to-ask': ['asked', 'confirmed', 'declined'],
  asked: ['considering', 'said-yes', 'confirmed', 'declined'],
  considering: ['confirmed', 'said-yes', 'declined'],
  'said-yes': ['confirmed', 'withdrawn'],
  confirmed: ['withdrawn'],
  declined: ['asked', 'considering', 'confirmed'],
  withdrawn: ['asked', 'confirmed'],
};

/// What comes next for a sign-on. Whoever has to confirm again, or signed an earlier text, can confirm once more.
export function nextFor(row: SignOn): Status[] {
  const again = row.status === 'confirmed' && row.standing !== 'stands';
  return again ? ['confirmed', 'withdrawn'] : next[row.status];
}

/// What is still missing, or where it stands under the newest text, as a message; null when all is well.
export function missing(row: SignOn): string | null {
  if (row.status === 'said-yes') return 'ui-missing-written';
  if (row.status !== 'confirmed') return null;
  if (row.standing === 'must-reconfirm') return row.standingBy ? 'ui-standing-must-by' : 'ui-standing-must';
  if (row.standing === 'lapsed') return row.standingBy ? 'ui-standing-lapsed-by' : 'ui-standing-lapsed';
  if (row.standing === 'may-opt-out') return row.standingBy ? 'ui-standing-may-by' : 'ui-standing-may';
  return null;
}
