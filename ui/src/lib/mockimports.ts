/// Imports of tables in the mock: one open table, a plan of its rows, and the imports of the past.
import type { CandidateView } from '$bindings/CandidateView';
import type { Decision } from '$bindings/Decision';
import type { ImportField } from '$bindings/ImportField';
import type { Organization } from '$bindings/Organization';
import type { Outcome } from '$bindings/Outcome';
import type { Progress } from '$bindings/Progress';
import type { SignOn } from '$bindings/SignOn';

import { work } from './mockcontacts';
import type { MockData } from './mockdata';
import {
  answersFile,
  bookFile,
  cellsOf,
  manyFile,
  meanings,
  pastedFile,
  workbookFile,
  type MockFile,
} from './mockimportfiles';
import type { ImportRowView } from '$bindings/ImportRowView';
import type { ImportSource } from '$bindings/ImportSource';
import type { ImportSummary } from '$bindings/ImportSummary';
import type { ImportTarget } from '$bindings/ImportTarget';
import type { Likely } from '$bindings/Likely';
import type { PlanRow } from '$bindings/PlanRow';
import type { SourceChange } from '$bindings/SourceChange';
import type { TablePlan } from '$bindings/TablePlan';
import type { TableSource } from '$bindings/TableSource';

/// An import of the past.
export interface MockImport {
  summary: ImportSummary;
  rows: ImportRowView[];
}

/// What the mock lends to this part of it.
interface Host {
  data: MockData;
  newId: () => number;
  newOrganization: (name: string) => number;
  /// The letter that rows become sign-ons to, begun where the target begins one.
  letterOf: (target: ImportTarget) => number | null;
  signOn: (letterId: number, organizationId: number, name: string) => SignOn;
  act: (label: string, work: () => unknown) => unknown;
  fail: (kind: string, message: string) => never;
  /// How often something was done: a plan is stale when that changed.
  version: number;
  /// Whether the file is a long one.
  long: boolean;
}

type Args = Record<string, unknown>;

/// A row as the mock planned it.
interface Planned {
  outcome: Outcome;
  organization: Organization | undefined;
  candidates: CandidateView[];
  reason: string;
  changes: PlanRow['changes'];
  flags: string[];
}

let open: Table | null = null;
let nextSource = 1;

const likelyPause = 5000;
const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const start = (name: string): string => name.split(' ').slice(0, 2).join(' ');

class Table {
  readonly id = nextSource++;
  sheet = 0;
  header: number | null;
  charset: string | null;
  delimiter: string | null;
  chosen = new Map<number, ImportField | null>();
  decisions = new Map<number, Decision>();
  target: ImportTarget = { kind: 'organizations' };
  likely: Likely = 'ask';
  planned: Planned[] = [];
  version = -1;
  #by = new Map<Outcome, number[]>();

  constructor(readonly file: MockFile) {
    this.header = file.header;
    this.charset = file.charset;
    this.delimiter = file.delimiter;
  }

  get all(): string[][] {
    const rows = this.file.sheets[this.sheet]?.rows ?? [];
    // Another delimiter finds one cell a row.
    return this.delimiter === this.file.delimiter ? rows : rows.map((row) => [row.join(', ')]);
  }

  get from(): number {
    return this.header === null ? 0 : this.header + 1;
  }

  get count(): number {
    return Math.max(0, this.all.length - this.from) + (this.sheet === 0 ? this.file.more : 0);
  }

  /// A row below the headings.
  cells(index: number): string[] {
    const there = this.all[this.from + index];
    if (there) return there;
    const near = index % 9 === 0 ? 'Riverbend Neighbors' : 'Invented Society';
    const name = index % 31 === 0 ? 'Kids Forward' : index % 97 === 0 ? '' : `${near} No. ${index}`;
    const answer = index % 50 === 0 ? 'No' : 'Yes, sign us on';
    return [
      '11/22/2026 8:00:00',
      name,
      `Person ${index}`,
      '',
      `p${index}@example.org`,
      'Madison',
      'WI',
      answer,
      '',
    ];
  }

  get width(): number {
    return Math.max(0, ...this.all.map((row) => row.length));
  }

  heading(column: number): string {
    return this.header === null ? '' : (this.all[this.header]?.[column] ?? '');
  }

  field(column: number): ImportField | null {
    const chosen = this.chosen.get(column);
    if (chosen !== undefined) return chosen;
    const heading = this.heading(column).trim();
    const meaning = (of: string) => meanings.find(([pattern]) => pattern.test(of))?.[1] ?? null;
    const found = meaning(heading);
    const taken = Array.from({ length: column }, (_, n) => meaning(this.heading(n).trim())).includes(found);
    return taken && found !== 'email' ? null : found;
  }

  fields(): (ImportField | null)[] {
    return Array.from({ length: this.width }, (_, n) => this.field(n));
  }

  value(index: number, field: ImportField, fields = this.fields()): string {
    const at = fields.indexOf(field);
    return at < 0 ? '' : (this.cells(index)[at] ?? '').trim();
  }

  indexes(outcome: Outcome): number[] {
    const known = this.#by.get(outcome);
    if (known) return known;
    const found = this.planned.flatMap((row, n) => (row.outcome === outcome ? [n] : []));
    this.#by.set(outcome, found);
    return found;
  }

  changed(): void {
    this.#by.clear();
  }

  source(): TableSource {
    const { all, file, from } = this;
    const sample = (row: string[], index: number) => ({
      row: index + 1,
      index,
      cells: row,
      hidden: file.sheets[this.sheet]?.hidden.includes(index) ?? false,
    });
    const first = Array.from({ length: Math.min(20, this.count) }, (_, n) => sample(this.cells(n), from + n));
    return {
      id: this.id,
      name: file.name,
      format: file.format,
      sheets: file.sheets.length > 1 ? file.sheets.map((one) => one.name) : [],
      sheet: this.sheet,
      header: this.header,
      charset: this.charset,
      charsets: this.charset === null ? [] : ['UTF-8', 'windows-1252', 'ISO-8859-2', 'UTF-16LE'],
      delimiter: this.delimiter,
      rows: this.count,
      columns: Array.from({ length: this.width }, (_, index) => {
        const samples = [...new Set(first.map((row) => row.cells[index] ?? ''))].filter(Boolean).slice(0, 3);
        const field = this.field(index);
        const by = this.chosen.has(index) ? ('person' as const) : field ? ('heading' as const) : null;
        const kind = samples[0]?.includes('@') ? 'email addresses' : samples.length > 0 ? 'words' : 'nothing';
        return { index, heading: this.heading(index), field, by, samples, kind, hidden: false };
      }),
      above: all.slice(0, from).map(sample).slice(-30),
      first,
      problems: file.problems,
      remembered: file.format === 'csv' ? 'As on 3 March, from answers.csv' : null,
      suggestedTarget: file.target,
    };
  }
}

export function importCommands(host: Host): Record<string, (args: Args) => unknown> {
  const { data } = host;
  const imports = (): MockImport[] => (data.imports ??= []);
  const table = (args: Args): Table =>
    open && open.id === args['id']
      ? open
      : host.fail('import-gone', 'This file is no longer open. Open it again.');
  const opened = (file: MockFile): ImportSource => {
    open = new Table(file);
    return { kind: 'table', ...open.source() };
  };
  const past = (args: Args): MockImport =>
    imports().find(({ summary }) => summary.id === args['importId']) ?? host.fail('not-found', 'It is gone.');
  return {
    open_import: () => opened(host.long ? manyFile() : answersFile()),
    open_import_at: (args) => {
      const path = String(args['path']);
      if (path.endsWith('.xlsx')) return opened(workbookFile());
      if (path.endsWith('.vcf')) return opened(bookFile());
      if (path.includes('many')) return opened(manyFile());
      if (path.endsWith('.csv')) return opened(answersFile());
      if (path.endsWith('.txt'))
        return { kind: 'list', name: 'names.txt', text: 'Kids Forward\nDSA\nWISDOM' };
      return host.fail(
        'file-kind',
        'Undersigned can’t read this kind of file. Save it as CSV, XLSX, ODS or vCard, or copy the list and paste it.',
      );
    },
    open_import_text: (args): ImportSource => {
      const text = String(args['text']);
      const tabs = text.split('\n').filter((line) => line.includes('\t')).length;
      const html = args['html'] as string | null;
      if (tabs > 1) return opened(pastedFile(cellsOf(text, '\t')));
      if (html?.includes('<td')) {
        const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
        return opened(
          pastedFile(rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))),
        );
      }
      return { kind: 'list', name: null, text };
    },
    set_import_source: (args) => {
      const change = args['change'] as SourceChange;
      const one = table(args);
      if (change.sheet !== undefined) {
        one.sheet = one.file.sheets.findIndex((sheet) => sheet.name === change.sheet);
        one.header = one.sheet === 0 ? one.file.header : 0;
      }
      if (change.header !== undefined) one.header = change.header;
      if (change.charset !== undefined) one.charset = change.charset;
      if (change.delimiter !== undefined) one.delimiter = change.delimiter;
      one.chosen.clear();
      one.decisions.clear();
      return one.source();
    },
    set_import_columns: (args) => {
      const one = table(args);
      const before = one.fields();
      for (const [n, field] of (args['fields'] as (ImportField | null)[]).entries()) {
        if (field !== before[n]) one.chosen.set(n, field);
      }
      one.decisions.clear();
      return one.source();
    },
    plan_table: async (args) => {
      const one = table(args);
      const mine = ++work.running;
      const channel = args['progress'] as { onmessage: (progress: Progress) => void };
      const target = args['target'] as ImportTarget;
      if (JSON.stringify(target) !== JSON.stringify(one.target)) one.decisions.clear();
      one.target = target;
      one.likely = args['likely'] as Likely;
      one.version = host.version;
      const known = new Known(data);
      const fields = one.fields();
      const planned: Planned[] = [];
      for (let n = 0; n < one.count; n++) {
        planned.push(plan(one, n, fields, known));
        if (n % likelyPause === likelyPause - 1) {
          channel.onmessage({ done: n + 1, of: one.count });
          await new Promise((then) => setTimeout(then, 60));
          if (mine !== work.running) return host.fail('cancelled', 'It was stopped.');
        }
      }
      one.planned = planned;
      one.changed();
      return counts(one);
    },
    decide_rows: (args) => {
      const one = table(args);
      const known = new Known(data);
      const fields = one.fields();
      for (const index of args['indexes'] as number[]) {
        one.decisions.set(index, args['decision'] as Decision);
        one.planned[index] = plan(one, index, fields, known);
      }
      one.changed();
      return counts(one);
    },
    list_plan_rows: (args) => {
      const one = table(args);
      const outcome = args['outcome'] as Outcome | null;
      const [offset, limit] = [args['offset'] as number, args['limit'] as number];
      const all = outcome === null ? null : one.indexes(outcome);
      const total = all?.length ?? one.planned.length;
      const wanted =
        all?.slice(offset, offset + limit) ??
        Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, n) => offset + n);
      return { total, rows: wanted.map((index) => view(one, index)) };
    },
    import_table: async (args) => {
      const one = table(args);
      if (one.version !== host.version) {
        return host.fail('plan-stale', 'The coalition changed since. Look at the preview again.');
      }
      const mine = ++work.running;
      const channel = args['progress'] as { onmessage: (progress: Progress) => void };
      for (let n = 0; n < one.count; n += likelyPause) {
        channel.onmessage({ done: n, of: one.count });
        if (one.count > likelyPause) await new Promise((then) => setTimeout(then, 80));
        if (mine !== work.running) return host.fail('cancelled', 'It was stopped.');
      }
      return host.act(`Import ${one.file.name}`, () => record(host, one));
    },
    save_rejects: () => '/home/ana/Documents/rejected.csv',
    close_import: (args) => {
      if (open?.id === args['id']) open = null;
      return null;
    },
    list_imports: () => imports().map(({ summary }) => summary),
    list_import_rows: (args) => {
      const outcome = args['outcome'] as Outcome | null;
      const rows = past(args).rows.filter((row) => outcome === null || row.outcome === outcome);
      const offset = args['offset'] as number;
      return { total: rows.length, rows: rows.slice(offset, offset + (args['limit'] as number)) };
    },
    save_import_source: (args) => `/home/ana/Documents/${past(args).summary.name}`,
    save_import_rejects: () => '/home/ana/Documents/rejected.csv',
  };
}

/// The organizations by name, and those that begin alike.
class Known {
  exactly = new Map<string, Organization>();
  starts = new Map<string, Organization[]>();

  constructor(data: MockData) {
    for (const one of data.organizations) {
      for (const { name } of [one, ...one.aliases]) this.exactly.set(fold(name), one);
      this.starts.set(start(one.name), [...(this.starts.get(start(one.name)) ?? []), one]);
    }
  }
}

function plan(table: Table, index: number, fields: (ImportField | null)[], known: Known): Planned {
  const value = (field: ImportField): string => table.value(index, field, fields);
  const name = value('organization');
  const decision = table.decisions.get(index) ?? { kind: 'auto' };
  const none = { organization: undefined, candidates: [], changes: [], flags: [] };
  if (decision.kind === 'drop') return { ...none, outcome: 'rejected', reason: 'You left it out.' };
  if (!name) {
    if (table.target.kind === 'people' && (value('full-name') || value('email'))) {
      return { ...none, outcome: 'created', reason: 'New person' };
    }
    return { ...none, outcome: 'rejected', reason: 'It names no organization.' };
  }
  const exact = known.exactly.get(fold(name));
  const candidates = exact
    ? []
    : (known.starts.get(start(name)) ?? []).slice(0, 3).map((one) => ({
        id: one.id,
        name: one.name,
        reason: 'The first words agree.',
        score: 0.9,
      }));
  const [best] = candidates;
  const taken: Decision =
    decision.kind === 'auto' && best && table.likely !== 'ask'
      ? table.likely === 'new'
        ? { kind: 'new' }
        : { kind: 'match', organizationId: best.id }
      : decision;
  const matched = taken.kind === 'match' ? byId(known, taken.organizationId) : undefined;
  const organization = matched ?? exact;
  if (candidates.length > 0 && taken.kind === 'auto') {
    return { ...none, candidates, outcome: 'asked', reason: 'It may be one of these.' };
  }
  const flags = table.value(index, 'full-name', fields).startsWith('Mo ')
    ? ['Signed already, by Ana Ejemplo']
    : [];
  if (/^no/i.test(value('consent'))) flags.push('Says no: it is recorded as declined.');
  const city = value('city');
  const changes =
    organization && city && organization.city !== city
      ? [{ field: 'City', old: organization.city, new: city }]
      : [];
  const outcome =
    'status' in table.target || !organization ? 'created' : changes.length > 0 ? 'updated' : 'unchanged';
  const reason = organization ? 'Same name' : 'New organization';
  return {
    organization,
    candidates,
    outcome: flags[0]?.startsWith('Signed') ? 'unchanged' : outcome,
    reason,
    changes,
    flags,
  };
}

function byId(known: Known, id: number): Organization | undefined {
  for (const list of known.starts.values()) for (const one of list) if (one.id === id) return one;
  return undefined;
}

function view(table: Table, index: number): PlanRow {
  const planned = table.planned[index];
  const fields = table.fields();
  const person = table.value(index, 'full-name', fields) || null;
  const { organization } = planned ?? {};
  return {
    index,
    row: table.from + index + 1,
    name: table.value(index, 'organization', fields) || person || '(no name)',
    person,
    email: table.value(index, 'email', fields) || null,
    outcome: planned?.outcome ?? 'rejected',
    reason: planned?.reason ?? '',
    organization: organization ? { id: organization.id, name: organization.name } : null,
    personRef: null,
    mayBeTaken: false,
    candidates: planned?.candidates ?? [],
    decision: table.decisions.get(index) ?? { kind: 'auto' },
    changes: planned?.changes ?? [],
    flags: planned?.flags ?? [],
  };
}

function counts(table: Table): TablePlan {
  const of = (outcome: Outcome): number => table.indexes(outcome).length;
  const made = table.planned.filter((row) => row.outcome === 'created');
  const twice = table.planned.filter((row) => row.flags.some((flag) => flag.startsWith('Signed'))).length;
  return {
    read: table.planned.length,
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    rejected: of('rejected'),
    asked: of('asked'),
    organizations: made.filter((row) => !row.organization).length,
    people: made.length,
    signOns: 'status' in table.target ? made.length : 0,
    letter: table.target.kind === 'sign-ons' ? table.target.letterId : null,
    notes: twice > 0 ? ['1 organization signs twice, by different people.'] : [],
  };
}

/// Writes the plan; of a long one, only the first rows, so that the mock stays quick.
function record(host: Host, table: Table): TablePlan {
  const { target } = table;
  const letterId = host.letterOf(target);
  const plan = { ...counts(table), letter: letterId };
  for (const [index, planned] of table.planned.slice(0, 500).entries()) {
    if (planned.outcome !== 'created' && planned.outcome !== 'updated') continue;
    const row = view(table, index);
    const id = planned.organization?.id ?? host.newOrganization(row.name);
    for (const { new: city } of planned.changes) {
      const organization = host.data.organizations.find((one) => one.id === id);
      if (organization) organization.city = city;
    }
    if (letterId !== null && 'status' in target) {
      const signOn = host.signOn(letterId, id, row.name);
      host.data.signOns.push({
        ...signOn,
        status: target.status,
        signer: row.person ?? '',
        evidenceCount: 1,
      });
    }
  }
  const letter = host.data.letters.find((one) => one.id === letterId);
  const { read, created, updated, unchanged, rejected, asked } = plan;
  (host.data.imports ??= []).unshift({
    summary: {
      id: host.newId(),
      at: new Date().toISOString(),
      name: table.file.name,
      format: table.file.format,
      target: target.kind === 'new-letter' ? 'sign-ons' : target.kind,
      letter: letter ? { id: letter.id, title: letter.title } : null,
      ...{ read, created, updated, unchanged, rejected, asked },
    },
    rows: table.planned.slice(0, 2000).map((planned, index) => ({
      row: table.from + index + 1,
      name: view(table, index).name,
      outcome: planned.outcome,
      reason: planned.reason,
      cells: table.cells(index).filter(Boolean).join(' · '),
    })),
  });
  return plan;
}
