/// What can be done about a finding of the check, right where it stands.
import type { CheckItem, CheckMend } from '$bindings/check';
import type { SignOn, StatusChange } from '$bindings/ledger';

/// What a button does.
export type Deed =
  'confirm' | 'ask' | 'open' | 'use-name' | 'leave-out' | 'text' | 'merge' | 'freeze' | 'verify' | 'accept';

/// A way to mend: what the button says, and what it does.
export interface Mend {
  deed: Deed;
  label: string;
}

/// What mending asks of the letter's page.
export interface Mending {
  open: (signOn: number) => void;
  rename: (row: SignOn, printsAs: string) => void;
  /// Throws what the core refuses, so that the form can show it.
  change: (rows: SignOn[], change: StatusChange) => Promise<void>;
}

const open: Mend = { deed: 'open', label: 'ui-open' };
const confirm: Mend = { deed: 'confirm', label: 'ui-mend-confirm' };
const accept: Mend = { deed: 'accept', label: 'ui-mend-accept' };

const ways: Record<CheckMend, Mend[]> = {
  confirm: [confirm],
  ask: [confirm, open],
  signer: [{ deed: 'open', label: 'ui-mend-signer' }],
  name: [open],
  text: [{ deed: 'text', label: 'ui-text-add' }],
  merge: [{ deed: 'merge', label: 'ui-merge-dots' }, open],
  edition: [{ deed: 'freeze', label: 'ui-freeze' }, open],
  look: [open],
  verify: [{ deed: 'verify', label: 'ui-mend-verify' }, open],
};

/// Where a finding needs other words than its kind of mending has, or more ways.
const special: Partial<Record<CheckItem['kind'], Mend[]>> = {
  empty: [{ deed: 'ask', label: 'ui-ask' }],
  unwritten: [confirm, { deed: 'leave-out', label: 'ui-mend-leave-out' }, open],
  'title-missing': [{ deed: 'open', label: 'ui-mend-title' }],
  'name-differs': [{ deed: 'use-name', label: 'ui-mend-use-name' }, open],
  'older-version': [{ deed: 'confirm', label: 'ui-confirm-again' }, open],
};

/// What needs no sign-on to act on.
const ofTheLetter = new Set<Deed>(['ask', 'text', 'freeze', 'leave-out', 'accept']);

/// What rests on nothing is no matter of opinion.
const neverAccepted = new Set<CheckItem['kind']>(['empty', 'no-ground', 'unwritten']);

/// Whether a finding can be accepted as it is.
export const mayAccept = ({ kind, settled }: CheckItem): boolean => !settled && !neverAccepted.has(kind);

/// The ways to mend a finding, the likeliest first.
export function mendsOf({ kind, mend, signOn, settled }: CheckItem): Mend[] {
  if (settled) return [];
  const offered = special[kind] ?? ways[mend];
  const all = neverAccepted.has(kind) ? offered : [...offered, accept];
  return all.filter(({ deed }) => signOn !== null || ofTheLetter.has(deed));
}
