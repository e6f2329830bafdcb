/// The list of organizations in the mock: filtered, sorted, changed field by field; filters under a name.
import type { Filter } from '$bindings/Filter';
import type { Organization } from '$bindings/Organization';
import type { OrganizationColumn } from '$bindings/OrganizationColumn';
import type { OrganizationField } from '$bindings/OrganizationField';
import type { OrganizationFilter } from '$bindings/OrganizationFilter';
import type { OrganizationRow } from '$bindings/OrganizationRow';
import type { OrganizationSort } from '$bindings/OrganizationSort';
import type { SavedFilter } from '$bindings/SavedFilter';

import { organizationRow } from './mockcontacts';
import type { MockData } from './mockdata';

type Args = Record<string, unknown>;

interface Host {
  data: MockData;
  /// Another number after each change of the data.
  version: number;
  /// A list of a hundred thousand: those that there are, over and over.
  long: boolean;
  newId: () => number;
  act: (label: string, work: () => unknown) => unknown;
  fail: (kind: string, message: string, field?: string | null) => never;
}

/// How long the long list is, and where the ids of its repetitions begin.
const length = 100_000;
const repeated = 10_000_000;
const views = new Map<string, unknown>();
const last: { data: MockData | null; key: string; rows: OrganizationRow[] } = {
  data: null,
  key: '',
  rows: [],
};
/// What was copied last, for tests.
export const copied: { headings: string[]; rows: string[][] } = { headings: [], rows: [] };

export function filterCommands(host: Host): Record<string, (args: Args) => unknown> {
  const { data } = host;
  /// What was found last is kept: a list that is scrolled asks for it again and again.
  const found = (args: Args): OrganizationRow[] => {
    const key = JSON.stringify([args['filter'], args['sort'], host.version]);
    if (last.data !== data || last.key !== key) {
      const rows = find(data, args['filter'] as OrganizationFilter, args['sort'] as OrganizationSort);
      Object.assign(last, { data, key, rows });
    }
    return last.rows;
  };
  const total = (rows: unknown[]): number => (host.long ? rows.length * times(rows.length) : rows.length);
  const at = (rows: OrganizationRow[], index: number): OrganizationRow => {
    const row = rows[index % rows.length] as OrganizationRow;
    const round = Math.floor(index / rows.length);
    return round === 0 ? row : { ...row, id: row.id + repeated * round, name: `${row.name}, ${round + 1}` };
  };
  const slice = (rows: OrganizationRow[], from: number, to: number): OrganizationRow[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, n) => at(rows, from + n));
  return {
    list_organizations: (args) => {
      const rows = found(args);
      const offset = args['offset'] as number;
      const end = Math.min(offset + (args['limit'] as number), total(rows));
      return { total: total(rows), rows: slice(rows, offset, end) };
    },
    list_organization_ids: (args) => {
      const rows = found(args);
      return slice(rows, 0, total(rows)).map((row) => row.id);
    },
    list_organization_rows: (args) =>
      (args['ids'] as number[]).flatMap((id) => {
        const one = data.organizations.find((other) => other.id === id % repeated);
        return one ? [{ ...organizationRow(data, one), id }] : [];
      }),
    set_organization_field: (args) => {
      const ids = new Set((args['ids'] as number[]).map((id) => id % repeated));
      const chosen = data.organizations.filter((one) => ids.has(one.id));
      const label = chosen.length === 1 ? (chosen[0]?.name ?? '') : `${chosen.length} organizations`;
      const value = String(args['value']).trim();
      return host.act(`Change ${label}`, () => {
        // After the step: the data was kept for undoing, and these are the ones that change.
        for (const one of data.organizations) {
          if (ids.has(one.id)) setField(host, one, args['field'] as OrganizationField, value);
        }
        return chosen.length;
      });
    },
    set_parents: (args) => {
      const pairs = args['pairs'] as [number, number][];
      return host.act(`Change ${String(pairs.length)} organizations`, () => {
        for (const [parent, child] of pairs) {
          const one = data.organizations.find((other) => other.id === child);
          if (one) setField(host, one, 'parent', String(parent));
        }
        return pairs.length;
      });
    },
    list_filter_choices: () => {
      const each = (values: string[]): string[] => [...new Set(values)].filter(Boolean).sort();
      return {
        tags: each(data.organizations.flatMap((one) => one.tags)),
        states: each(data.organizations.map((one) => one.state)),
        countries: each(data.organizations.map((one) => one.country)),
        languages: each(data.people.flatMap((one) => one.languages)),
        texts: [],
      };
    },
    list_filters: () =>
      data.filters.map((saved) => ({
        ...saved,
        count:
          saved.filter.about === 'organizations'
            ? find(data, saved.filter.filter, { column: 'name', reversed: false }).length
            : data.people.length,
      })),
    save_filter: (args) => {
      const name = String(args['name']).trim();
      if (!name) host.fail('rule', 'Give it a name.', 'name');
      const filter = args['filter'] as Filter;
      const id = data.filters.find((saved) => saved.name === name)?.id ?? host.newId();
      return host.act(`Save the filter “${name}”`, () => {
        const saved: SavedFilter = { id, name, filter, count: 0 };
        data.filters = [...data.filters.filter((other) => other.id !== id), saved].sort((a, b) =>
          a.name.localeCompare(b.name),
        );
        return id;
      });
    },
    remove_filter: (args) =>
      host.act('Forget a filter', () => {
        data.filters = data.filters.filter((saved) => saved.id !== args['id']);
        return null;
      }),
    copy_table: (args) => {
      copied.headings = args['headings'] as string[];
      copied.rows = args['rows'] as string[][];
      return copied.rows.length;
    },
    get_view: (args) => views.get(String(args['name'])) ?? null,
    set_view: (args) => {
      views.set(String(args['name']), args['view']);
      return null;
    },
  };
}

/// How often a list is repeated to come to the long one.
function times(rows: number): number {
  return rows > 4000 ? Math.round(length / rows) : 1;
}

function find(data: MockData, filter: OrganizationFilter, sort: OrganizationSort): OrganizationRow[] {
  const signOns = grouped(data);
  const rows = data.organizations
    .map((one) => {
      const own = { ...data, signOns: signOns.get(one.id) ?? [] };
      return { own, one, row: organizationRow(own, one) };
    })
    .filter(({ own, one, row }) => matches(own, filter, one, row))
    .map(({ row }) => row)
    .sort((a, b) => compare(a, b, sort.column));
  return sort.reversed ? rows.reverse() : rows;
}

const collator = new Intl.Collator('en');

function compare(a: OrganizationRow, b: OrganizationRow, column: OrganizationColumn): number {
  const byName = collator.compare(a.name, b.name);
  if (column === 'letters') return b.letters - a.letters || byName;
  if (column === 'signed') return b.signed - a.signed || byName;
  if (column === 'lead-days') return (a.leadDays ?? -1) - (b.leadDays ?? -1) || byName;
  if (column === 'last-contact') return (b.lastContact ?? '').localeCompare(a.lastContact ?? '') || byName;
  return collator.compare(a[column] ?? '', b[column] ?? '') || byName;
}

function matches(
  data: MockData,
  filter: OrganizationFilter,
  one: Organization,
  row: OrganizationRow,
): boolean {
  const has = (list: readonly (string | null)[], value: string | null): boolean =>
    list.length === 0 || list.includes(value);
  const whether = (wanted: boolean | null, is: boolean): boolean => wanted === null || wanted === is;
  const text = filter.text.trim().toLowerCase();
  const on = data.signOns.filter(
    (signOn) =>
      signOn.organizationId === one.id &&
      signOn.letterId === filter.letter?.letterId &&
      has(filter.letter.statuses, signOn.status),
  );
  return (
    [one.name, one.city, row.aliases].join(' ').toLowerCase().includes(text) &&
    has(filter.scopes, one.scope) &&
    has(filter.kinds, one.kind) &&
    has(filter.memberships, one.membership) &&
    has(filter.states, one.state) &&
    has(filter.countries, one.country) &&
    filter.tags.every((tag) => one.tags.includes(tag)) &&
    (filter.parentId === null || one.parent?.id === filter.parentId) &&
    (filter.standing !== 'chapter' || one.parent !== null) &&
    whether(filter.hasPerson, row.contact !== null) &&
    whether(filter.askFirst, one.signing.askFirst) &&
    (filter.leadDaysMost === null || (one.signing.leadDays ?? Infinity) <= filter.leadDaysMost) &&
    (filter.signedLeast === null || row.signed >= filter.signedLeast) &&
    (filter.quietSince === null || (row.lastContact ?? '') < filter.quietSince) &&
    (filter.letter === null || on.length > 0 !== filter.letter.absent) &&
    filter.containing.every(({ field, text: part }) => within(row, field).includes(part.toLowerCase()))
  );
}

function within(row: OrganizationRow, field: OrganizationFilter['containing'][number]['field']): string {
  const values = {
    aliases: row.aliases,
    'prints-as': row.printsAs ?? '',
    city: row.city,
    website: row.website,
    decides: row.decides,
    'never-signs': row.neverSigns,
    note: row.note,
  };
  return values[field].toLowerCase();
}

function setField(host: Host, one: Organization, field: OrganizationField, value: string): void {
  const given = value || null;
  if (field === 'lead-days' && value && !/^\d+$/.test(value))
    host.fail('rule', 'Write the days as a number from 0 to 365.', 'value');
  if (field === 'name' && !value) host.fail('rule', 'A name is missing.', 'value');
  const parent = host.data.organizations.find((other) => String(other.id) === value || other.name === value);
  if (field === 'parent' && value && !parent) host.fail('rule', `Nothing is called “${value}”.`, 'value');
  const set: Record<OrganizationField, () => unknown> = {
    name: () => (one.name = value),
    'prints-as': () => (one.printsAs = given),
    'sort-as': () => (one.sortAs = given),
    scope: () => (one.scope = given as Organization['scope']),
    kind: () => (one.kind = given as Organization['kind']),
    membership: () => (one.membership = given as Organization['membership']),
    parent: () => (one.parent = parent ? { id: parent.id, name: parent.name } : null),
    city: () => (one.city = value),
    state: () => (one.state = value),
    country: () => (one.country = value),
    website: () => (one.website = value),
    decides: () => (one.signing.decides = value),
    'lead-days': () => (one.signing.leadDays = value ? Number(value) : null),
    'never-signs': () => (one.signing.neverSigns = value),
    district: () => (one.district = value),
    owner: () => (one.owner = value),
    'ask-first': () => (one.signing.askFirst = value === 'yes'),
    note: () => (one.note = value),
    'add-tag': () => (one.tags = [...new Set([...one.tags, value])].sort()),
    'remove-tag': () => (one.tags = one.tags.filter((tag) => tag !== value)),
  };
  set[field]();
}

function grouped(data: MockData): Map<number | null, MockData['signOns']> {
  const groups = new Map<number | null, MockData['signOns']>();
  for (const signOn of data.signOns) {
    const group = groups.get(signOn.organizationId);
    if (group) group.push(signOn);
    else groups.set(signOn.organizationId, [signOn]);
  }
  return groups;
}
