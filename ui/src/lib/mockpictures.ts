/// The mock's pictures and history: made up, but in the shapes and amounts that the real ones have.
import type { HistoryItem } from '$bindings/HistoryItem';
import type { HistoryPage } from '$bindings/HistoryPage';
import type { HistoryQuery } from '$bindings/HistoryQuery';
import type { Matrix } from '$bindings/Matrix';
import type { MatrixQuery } from '$bindings/MatrixQuery';
import type { SignOn } from '$bindings/SignOn';
import type { States } from '$bindings/States';
import type { Status } from '$bindings/Status';
import type { Timeline } from '$bindings/Timeline';

import type { MockData } from './mockdata';

type Args = Record<string, unknown>;

interface Host {
  data: MockData;
  /// What was done in this session, the latest last.
  done: HistoryItem[];
  long: boolean;
}

const day = 86_400_000;
const states = 'WI WI WI WI WI MN MN IL IL MI IA CA NY TX OR MA DC PR'.split(' ');

function timeline(data: MockData, letterId: number): Timeline {
  const letter = data.letters.find((one) => one.id === letterId);
  const on = data.signOns.filter((row) => row.letterId === letterId && row.status === 'confirmed');
  const length = 21;
  const today = new Date();
  const points = Array.from({ length }, (_, n) => {
    const part = n / (length - 1);
    // Slow at first, a push after the first reminder, then a trickle.
    const eased = part < 0.2 ? part * 0.6 : Math.min(1, 0.12 + (part - 0.2) ** 0.7 * 1.03);
    const at = new Date(today.getTime() - (length - 1 - n) * day);
    return {
      day: at.toISOString().slice(0, 10),
      confirmed: Math.round(on.length * eased),
      declined: Math.round(part * 3),
    };
  });
  const soft = letter?.softDeadline ?? null;
  return { points, soft, hard: letter?.hardDeadline ?? null, today: today.toISOString().slice(0, 10) };
}

function matrix(host: Host, query: MatrixQuery): Matrix {
  const { data } = host;
  const invented = Array.from({ length: 9 }, (_, n) => ({
    id: 300 + n,
    title: `${['Clean water rules', 'School meals for all', 'Fair maps', 'Paid leave'][n % 4] ?? ''} ${2025 - n}`,
    at: new Date(Date.now() - (90 + n * 120) * day).toISOString(),
  }));
  const own = data.letters.map((one) => ({
    id: one.id,
    title: one.title,
    at: one.hardDeadline?.instant ?? null,
  }));
  const all = [...own, ...invented];
  const letters = query.letterIds ? all.filter((one) => query.letterIds?.includes(one.id)) : all;
  const byOrganization = new Map<number, Map<number, SignOn>>();
  for (const row of data.signOns) {
    if (row.organizationId === null) continue;
    const on = byOrganization.get(row.organizationId) ?? new Map<number, SignOn>();
    byOrganization.set(row.organizationId, on.set(row.letterId, row));
  }
  const statuses: Status[] = ['confirmed', 'confirmed', 'declined', 'confirmed', 'withdrawn', 'asked'];
  const long = Array.from({ length: host.long ? 5000 : 0 }, (_, n) => ({
    id: 2e6 + n,
    name: `Example Council ${n}`,
  }));
  const rows = [...data.organizations, ...long].map(({ id, name }) => {
    const cells = letters.map((letter) => {
      if (letter.id < 300) return byOrganization.get(id)?.get(letter.id)?.status ?? null;
      const chance = (id * 7 + letter.id * 13) % 11;
      return chance < 5 ? (statuses[chance] ?? null) : null;
    });
    return { organization: { id, name }, signed: cells.filter((one) => one === 'confirmed').length, cells };
  });
  const shown = rows.filter((row) => query.organizations !== 'signed' || row.signed > 0);
  shown.sort((a, b) =>
    query.sort === 'signed' ? b.signed - a.signed : a.organization.name.localeCompare(b.organization.name),
  );
  return {
    letters,
    lettersTotal: letters.length,
    total: shown.length,
    rows: shown.slice(query.offset, query.offset + query.limit),
  };
}

function byState(data: MockData, letterId: number): States {
  const on = data.signOns.filter((row) => row.letterId === letterId && row.status === 'confirmed');
  const names = new Map<string, string[]>();
  on.forEach((row, n) => {
    const state = states[n % states.length] ?? 'WI';
    names.set(state, [...(names.get(state) ?? []), row.printsAs]);
  });
  return {
    states: [...names].map(([state, some]) => ({ state, count: some.length, names: some })),
    elsewhere: on.length > 0 ? 3 : 0,
  };
}

function older(data: MockData): HistoryItem[] {
  const rows = data.signOns.filter((row) => row.letterId === 1).slice(0, 40);
  return Array.from({ length: 420 }, (_, n): HistoryItem => {
    const row = rows[n % Math.max(rows.length, 1)];
    const name = row?.printsAs ?? 'Somebody';
    const labels = [
      `Mark ${name} as confirmed`,
      `Change ${name}`,
      `Note contact with ${name}`,
      `Ask ${name}`,
    ];
    return {
      seq: 1000 - n,
      author: '',
      at: new Date(Date.now() - n * 0.13 * day).toISOString(),
      action: n % 29 === 7 ? 'undo' : n % 31 === 9 ? 'redo' : 'do',
      label: labels[n % labels.length] ?? '',
      detail: n % 4 === 0 ? 'asked → confirmed, by email' : n % 4 === 1 ? `${name} → ${name}, Inc.` : '',
      letter: { id: 1, title: data.letters[0]?.title ?? '' },
      organization: row?.organizationId ? { id: row.organizationId, name: row.organization } : null,
      authorizedBy: n % 4 === 0 ? 'Inés Example, executive director' : '',
    };
  });
}

function history(host: Host, query: HistoryQuery): HistoryPage {
  const all = [...host.done.toReversed(), ...(host.data.letters.length > 0 ? older(host.data) : [])];
  const wanted = query.text.toLowerCase();
  const found = all.filter(
    (item) =>
      (query.before === null || item.seq < query.before) &&
      (query.letterId === null || item.letter?.id === query.letterId) &&
      (query.organizationId === null || item.organization?.id === query.organizationId) &&
      (query.from === null || item.at.slice(0, 10) >= query.from) &&
      (query.to === null || item.at.slice(0, 10) <= query.to) &&
      (query.actions.length === 0 || query.actions.includes(item.action)) &&
      [item.label, item.detail, item.authorizedBy].join(' ').toLowerCase().includes(wanted),
  );
  return { items: found.slice(0, query.limit), more: found.length > query.limit };
}

export function pictureCommands(host: Host): Record<string, (args: Args) => unknown> {
  return {
    get_timeline: (args) => timeline(host.data, args['letterId'] as number),
    get_matrix: (args) => matrix(host, args['query'] as MatrixQuery),
    save_matrix: () => '/home/ana/Documents/who-signs-what.xlsx',
    get_states: (args) => byState(host.data, args['letterId'] as number),
    save_picture: (args) => `/home/ana/Documents/${String(args['name'])}.${args['png'] ? 'png' : 'svg'}`,
    list_history: (args) => history(host, args['query'] as HistoryQuery),
  };
}
