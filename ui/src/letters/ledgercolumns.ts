/// The columns of the ledger: what they say, what is copied of them, and what they are sorted by.
import type { SignOn } from '$bindings/ledger';
import { app } from '$lib/app.svelte';
import { language, t } from '$lib/messages.svelte';
import { plainDate, shortDate } from '$lib/time';
import type { Column } from '$lib/ui/columns.svelte';

import { missing } from './side/machine';
import { looks, statuses, viaLabels } from './status';

export interface LedgerColumn extends Column<SignOn> {
  /// What it is sorted by; a row without any stands last.
  order: (row: SignOn) => string | number | null;
  /// So few pixels are enough for it; where there is less room, it is not shown.
  least: number;
}

/// What a name is sorted by: without a leading article, as the core sorts it.
export function sortName(name: string): string {
  return name.replace(/^(?:the|an|a|el|la|los|las|le|les)\s+|^l['’]/iu, '');
}

const evidence = (row: SignOn): string => {
  if (!row.via || ['to-ask', 'asked'].includes(row.status)) return '';
  const via = t(viaLabels[row.via]);
  return row.decidedAt
    ? t('ui-evidence-on', { via, date: shortDate(row.decidedAt, language(), app.now) })
    : via;
};
/// Whether somebody signed, or is to: who wrote that they don't is no signer.
export const hasSigner = (row: SignOn): boolean => row.status !== 'declined' && !!(row.signer || row.title);
const signer = (row: SignOn): string =>
  hasSigner(row) ? [row.signer, row.title].filter(Boolean).join(', ') : '';
const said = (text: string): string | null => text || null;

export const ledgerColumns: readonly LedgerColumn[] = [
  {
    id: 'name',
    heading: () => t('ui-prints-as'),
    width: 250,
    least: 180,
    sortable: true,
    text: (row) => row.printsAs,
    order: (row) => sortName(row.printsAs),
  },
  {
    id: 'status',
    heading: () => t('ui-status'),
    width: 128,
    least: 122,
    sortable: true,
    text: (row) => t(looks[row.status].label),
    order: (row) => statuses.indexOf(row.status),
  },
  {
    id: 'signer',
    heading: () => t('ui-signed-by'),
    width: 136,
    least: 104,
    sortable: true,
    text: signer,
    order: (row) => said(signer(row)),
  },
  {
    id: 'evidence',
    heading: () => t('ui-evidence'),
    width: 150,
    least: 116,
    sortable: true,
    mostFirst: true,
    text: evidence,
    order: (row) => said(row.decidedAt ?? ''),
  },
  {
    id: 'contact',
    heading: () => t('ui-last-contact'),
    width: 108,
    least: 106,
    sortable: true,
    mostFirst: true,
    text: (row) => (row.lastContact ? shortDate(row.lastContact, language(), app.now) : ''),
    copied: (row) => row.lastContact?.slice(0, 10) ?? '',
    order: (row) => said(row.lastContact ?? ''),
  },
  {
    id: 'person',
    heading: () => t('ui-ledger-person'),
    width: 130,
    least: 100,
    shown: false,
    sortable: true,
    text: (row) => row.person?.name ?? '',
    order: (row) => said(row.person?.name ?? ''),
  },
  {
    id: 'authorized',
    heading: () => t('ui-confirm-by'),
    width: 120,
    least: 100,
    shown: false,
    sortable: true,
    text: (row) => row.authorizedBy,
    order: (row) => said(row.authorizedBy),
  },
  {
    id: 'expected',
    heading: () => t('ui-consider-by'),
    width: 110,
    least: 84,
    shown: false,
    sortable: true,
    text: (row) => (row.expectedBy ? plainDate(row.expectedBy, language(), app.now) : ''),
    copied: (row) => row.expectedBy ?? '',
    order: (row) => said(row.expectedBy ?? ''),
  },
  {
    id: 'organization',
    heading: () => t('ui-organization'),
    width: 180,
    least: 120,
    shown: false,
    sortable: true,
    text: (row) => (row.organizationId === null ? row.affiliation : row.organization),
    order: (row) => said(sortName(row.organizationId === null ? row.affiliation : row.organization)),
  },
  {
    id: 'place',
    heading: () => t('ui-place'),
    width: 120,
    least: 90,
    shown: false,
    sortable: true,
    text: (row) => row.place,
    order: (row) => said(row.place),
  },
  {
    id: 'version',
    heading: () => t('ui-ledger-version'),
    width: 84,
    least: 64,
    shown: false,
    sortable: true,
    align: 'end',
    text: (row) => (row.version === null ? '' : String(row.version)),
    order: (row) => row.version,
  },
  {
    id: 'note',
    heading: () => t('ui-note'),
    width: 160,
    least: 110,
    shown: false,
    sortable: true,
    text: (row) => row.note,
    order: (row) => said(row.note),
  },
];

/// Why a yes does not count under the newest text, or may not for long; null when it counts.
export function standing(row: SignOn): string | null {
  const id = row.status === 'confirmed' && row.standing !== 'may-opt-out' ? missing(row) : null;
  return id && t(id, { date: row.standingBy ? plainDate(row.standingBy, language(), app.now) : '' });
}

/// A row as it is read out: a row that the keys are at is read as a whole, without the headings above it.
export function spoken(row: SignOn, columns: readonly Column<SignOn>[]): string {
  const cells = columns.map((column) => {
    const text = column.text(row);
    return text === '' || column.id === 'name' || column.id === 'status'
      ? text
      : `${column.heading()}: ${text}`;
  });
  return [...cells, row.late ? t('ui-late') : '', standing(row) ?? ''].filter(Boolean).join(', ');
}

/// Rows in the order of a column. `before` is where each stood last time: what is nearly in order is sorted fast.
export function sorted(
  rows: readonly SignOn[],
  sort: { column: string; reversed: boolean },
  before: ReadonlyMap<number, number>,
): SignOn[] {
  const column = ledgerColumns.find(({ id }) => id === sort.column) ?? ledgerColumns[0];
  if (!column) return [...rows];
  const collator = new Intl.Collator(language(), { numeric: true });
  const back = sort.reversed !== (column.mostFirst ?? false) ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, column.order(row)]));
  const compare = (a: SignOn, b: SignOn): number => {
    const [one, other] = [keys.get(a) ?? null, keys.get(b) ?? null];
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    if (typeof one === 'number' && typeof other === 'number') return back * (one - other);
    return back * collator.compare(String(one), String(other));
  };
  const last = before.size;
  return [...rows]
    .sort((a, b) => (before.get(a.id) ?? last) - (before.get(b.id) ?? last))
    .sort(
      (a, b) => compare(a, b) || collator.compare(sortName(a.printsAs), sortName(b.printsAs)) || a.id - b.id,
    );
}

/// The columns that there is room for. All are columns of the ledger.
export function fitting(columns: readonly Column<SignOn>[], room: number): readonly LedgerColumn[] {
  let left = room;
  const all = columns as readonly LedgerColumn[];
  const shown = all.filter(({ least }) => {
    const fits = least <= left;
    if (fits) left -= least;
    return fits;
  });
  return shown.length > 0 ? shown : all.slice(0, 1);
}
