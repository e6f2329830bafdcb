/// A core that lives in memory, for tests and for looking at the window in a browser. It keeps the shapes of the wire
/// and enough of the rules to walk through the window; the rules themselves are the core's.
import type { AppState } from '$bindings/AppState';
import type { HistoryItem } from '$bindings/HistoryItem';
import type { ImportPlan } from '$bindings/ImportPlan';
import type { ImportTarget } from '$bindings/ImportTarget';
import type { Language } from '$bindings/Language';
import type { Letter } from '$bindings/Letter';
import type { LetterFields } from '$bindings/LetterFields';
import type { Organization } from '$bindings/Organization';
import type { OrganizationFields } from '$bindings/OrganizationFields';
import type { PlannedRow } from '$bindings/PlannedRow';
import type { ReviewRow } from '$bindings/ReviewRow';
import type { SignOn } from '$bindings/SignOn';
import type { Status } from '$bindings/Status';
import type { StatusChange } from '$bindings/StatusChange';
import type { StatusCounts } from '$bindings/StatusCounts';

import { blockCommands } from './mockblock';
import { contactCommands } from './mockcontacts';
import { mockSample, type MockData } from './mockdata';
import { filterCommands } from './mockfilters';
import { importCommands } from './mockimports';
import { ledgerCommands } from './mockledger';
import { pictureCommands } from './mockpictures';

export type MockState = 'empty' | 'sample' | 'own' | 'many' | 'broken';

const ok = (): null => null;
const noOrganization: OrganizationFields = {
  name: '',
  printsAs: null,
  sortAs: null,
  scope: null,
  kind: null,
  parentId: null,
  city: '',
  state: '',
  country: '',
  website: '',
  membership: null,
  signing: { decides: '', leadDays: null, neverSigns: '', askFirst: false },
  district: '',
  owner: '',
  note: '',
  aliases: [],
  tags: [],
};
const tables = [
  'organization',
  'organization_alias',
  'organization_tag',
  'not_same',
  'person',
  'contact_point',
  'affiliation',
  'person_tag',
  'saved_filter',
  'letter',
  'letter_lead',
  'letter_version',
  'block_style',
  'edition',
  'sign_on',
  'evidence',
  'sign_on_evidence',
  'outreach',
  'deadline_move',
  'import',
];

export class Mock {
  data: MockData;
  language: Language;
  sample: boolean;
  #undo: { label: string; data: MockData }[] = [];
  #redo: { label: string; data: MockData }[] = [];
  #nextId = 100_000;
  #done: HistoryItem[] = [];

  constructor(state: MockState, language: Language) {
    this.language = language;
    this.sample = state === 'sample';
    this.data = mockSample(state === 'empty' ? 0 : state === 'many' ? 5000 : 1);
  }

  app(): AppState {
    return {
      language: this.language,
      fileName: this.sample ? 'sample.undersigned' : 'coalition.undersigned',
      filePath: this.sample
        ? '/tmp/sample.undersigned'
        : '/home/ana/.local/share/undersigned/coalition.undersigned',
      sample: this.sample,
      empty: this.data.organizations.length === 0 && this.data.letters.length === 0,
      organizations: this.data.organizations.length,
      people: this.data.people.length,
      letters: this.data.letters.length,
      undo: this.#undo.at(-1)?.label ?? null,
      redo: this.#redo.at(-1)?.label ?? null,
      version: '0.1.0',
    };
  }

  #applied<T>(label: string, output: T) {
    return {
      output,
      label,
      tables,
      app: this.app(),
      letters: null,
    };
  }

  #do<T>(label: string, work: () => T) {
    this.#undo.push({ label, data: structuredClone(this.data) });
    this.#redo = [];
    this.#note('do', label);
    return this.#applied(label, work());
  }

  #note(action: HistoryItem['action'], label: string): void {
    const nobody = { letter: null, organization: null, authorizedBy: '', author: '', detail: '' };
    const seq = 2000 + this.#done.length;
    this.#done.push({ seq, at: new Date().toISOString(), action, label, ...nobody });
  }

  #step(from: { label: string; data: MockData }[], to: { label: string; data: MockData }[]) {
    const step = from.pop();
    if (!step) return fail('nothing-left', 'There is nothing left.');
    to.push({ label: step.label, data: this.data });
    this.data = step.data;
    this.#note(from === this.#undo ? 'undo' : 'redo', step.label);
    return this.#applied(step.label, null);
  }

  #counts(letterId: number): StatusCounts {
    const count = (status: Status): number =>
      this.data.signOns.filter((row) => row.letterId === letterId && row.status === status).length;
    return {
      toAsk: count('to-ask'),
      asked: count('asked'),
      considering: count('considering'),
      saidYes: count('said-yes'),
      confirmed: count('confirmed'),
      declined: count('declined'),
      withdrawn: count('withdrawn'),
    };
  }

  #letter(id: number): Letter {
    const letter = this.data.letters.find((one) => one.id === id);
    if (!letter) return fail('not-found', 'There is no such letter.');
    return { ...letter, counts: this.#counts(id) };
  }

  #organization(id: number): Organization {
    // The long list repeats what there is, under ids of its own.
    return (
      this.data.organizations.find((one) => one.id === id % 10_000_000) ?? fail('not-found', 'There is none.')
    );
  }

  #setLetter(id: number, fields: LetterFields): void {
    if (!fields.title) fail('rule', 'A name is missing.', 'title');
    const zone = fields.zone ?? 'America/Chicago';
    const deadline = (local: string | null) => local && { local, zone, instant: `${local}:00Z` };
    const letter: Letter = {
      ...fields,
      id,
      softDeadline: deadline(fields.softDeadline) || null,
      hardDeadline: deadline(fields.hardDeadline) || null,
      leads: fields.leads.map((lead) => ({ id: lead, name: this.#organization(lead).name })),
      counts: this.#counts(id),
    };
    const at = this.data.letters.findIndex((one) => one.id === id);
    if (at >= 0) this.data.letters[at] = letter;
    else this.data.letters.push(letter);
  }

  #setOrganization(id: number, fields: OrganizationFields): void {
    const parent = fields.parentId === null ? null : this.#organization(fields.parentId);
    const organization: Organization = {
      ...fields,
      id,
      parent: parent && { id: parent.id, name: parent.name },
      aliases: fields.aliases.map((alias, n) => ({ ...alias, id: n })),
    };
    const at = this.data.organizations.findIndex((one) => one.id === id);
    if (at >= 0) this.data.organizations[at] = organization;
    else this.data.organizations.push(organization);
    this.data.organizations.sort((a, b) => a.name.localeCompare(b.name));
  }

  #newOrganization(name: string): number {
    const id = this.#nextId++;
    this.#setOrganization(id, { ...noOrganization, name });
    return id;
  }

  #signOn(letterId: number, organizationId: number, name: string, status: Status): SignOn {
    return {
      id: this.#nextId++,
      letterId,
      organizationId,
      organization: this.#organization(organizationId).name,
      printsAs: name,
      printsAsBefore: null,
      status,
      signer: '',
      title: '',
      authorizedBy: '',
      via: status === 'to-ask' ? null : 'list',
      evidence: null,
      evidenceCount: 0,
      decidedAt: status === 'to-ask' ? null : new Date().toISOString(),
      expectedBy: null,
      lastContact: status === 'to-ask' ? null : new Date().toISOString(),
      reason: '',
      note: '',
      lead: false,
      place: '',
      version: null,
      heading: '',
      pin: null,
      affiliation: '',
      person: null,
      late: false,
      standing: 'stands',
      standingBy: null,
      chaseAfter: null,
      confirmedAs: null,
      unnamed: false,
      doubts: [],
    };
  }

  #setStatus(ids: number[], change: StatusChange): void {
    const wrote = change.via && !['phone', 'meeting'].includes(change.via);
    for (const row of this.data.signOns.filter((one) => ids.includes(one.id))) {
      const enough = wrote || change.evidence || row.evidenceCount > 0 || change.reason;
      if (change.status === 'confirmed' && !enough) fail('rule', 'It needs a yes in writing.', 'evidence');
      const at = change.at ?? new Date().toISOString();
      Object.assign(row, {
        status: change.status,
        via: change.via,
        authorizedBy: change.authorizedBy ?? row.authorizedBy,
        evidence: change.evidence ?? row.evidence,
        evidenceCount: row.evidenceCount + (change.evidence ? 1 : 0),
        reason: change.reason ?? '',
        expectedBy: change.expectedBy,
        decidedAt: at,
        lastContact: at,
      });
    }
  }

  #plan(rows: ReviewRow[], target: ImportTarget): ImportPlan {
    const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const start = (name: string): string => name.split(' ').slice(0, 2).join(' ');
    const exactly = new Map<string, Organization>();
    const starts = new Map<string, Organization[]>();
    for (const one of this.data.organizations) {
      for (const { name } of [one, ...one.aliases]) exactly.set(fold(name), one);
      starts.set(start(one.name), [...(starts.get(start(one.name)) ?? []).slice(-2), one]);
    }
    const planned = rows.map((row): PlannedRow => {
      const exact = exactly.get(fold(row.name));
      const near = exact ? [] : (starts.get(start(row.name)) ?? []);
      const candidates = near.slice(0, 3).map(({ id, name }) => ({
        id,
        name,
        reason: 'The first words agree.',
        score: 0.9,
      }));
      const { decision } = row;
      const matched = decision.kind === 'match' ? this.#organization(decision.organizationId) : undefined;
      const organization = matched ?? exact;
      const verdict = exact ? 'exact' : candidates.length > 0 ? 'likely' : 'new';
      const outcome =
        decision.kind === 'drop'
          ? 'rejected'
          : verdict === 'likely' && decision.kind === 'auto'
            ? 'asked'
            : organization && target.kind === 'organizations'
              ? 'unchanged'
              : 'created';
      const reason =
        outcome === 'asked' ? 'It may be one of these.' : organization ? 'Same name' : 'Will be added';
      const known =
        organization && decision.kind !== 'new' ? { id: organization.id, name: organization.name } : null;
      return {
        row,
        verdict,
        organization: known,
        candidates,
        outcome,
        reason,
        changes: [],
        mayBeTaken: false,
      };
    });
    const count = (outcome: string): number => planned.filter((row) => row.outcome === outcome).length;
    return {
      rows: planned,
      read: rows.length,
      created: count('created'),
      updated: 0,
      unchanged: count('unchanged'),
      rejected: count('rejected'),
      asked: count('asked'),
      known: planned.filter((row) => row.organization).length,
      new: planned.filter((row) => !row.organization && row.outcome === 'created').length,
      letter: target.kind === 'sign-ons' ? target.letterId : null,
    };
  }

  #newLetter(fields: LetterFields): number {
    const added = this.#nextId++;
    this.#setLetter(added, fields);
    return added;
  }

  /// The letter that rows become sign-ons to, begun where the target begins one.
  #letterOf(target: ImportTarget): number | null {
    if (target.kind === 'sign-ons') return target.letterId;
    return target.kind === 'new-letter' ? this.#newLetter(target.letter) : null;
  }

  #import(rows: ReviewRow[], target: ImportTarget, source: string): ImportPlan {
    const letter = this.#letterOf(target);
    const plan = { ...this.#plan(rows, target), letter };
    for (const { row, outcome, organization } of plan.rows) {
      if (outcome === 'rejected' || outcome === 'asked') continue;
      const id = organization?.id ?? this.#newOrganization(row.name);
      if (letter === null || !('status' in target)) continue;
      const signOn = this.#signOn(letter, id, row.name, target.status);
      Object.assign(signOn, { evidence: source || null, evidenceCount: source ? 1 : 0 });
      this.data.signOns.push(signOn);
    }
    return plan;
  }

  /// Answers a command as the core would, with what `invoke` was given.
  answer(command: string, args: Record<string, unknown>): unknown {
    const { data } = this;
    const id = args['id'] as number;
    const ids = args['ids'] as number[];
    const letterId = args['letterId'] as number;
    const rows = args['rows'] as ReviewRow[];
    const target = args['target'] as ImportTarget;
    const row = args['row'] as ReviewRow;
    const query = typeof args['query'] === 'string' ? args['query'].toLowerCase() : '';
    const signOn = (): SignOn =>
      data.signOns.find((one) => one.id === id) ?? fail('not-found', 'It is gone.');
    const found = data.organizations.filter((one) =>
      [one.name, one.city, ...one.aliases.map((alias) => alias.name)].join(' ').toLowerCase().includes(query),
    );
    const commands: Record<string, (args: Record<string, unknown>) => unknown> = {
      get_app: () => this.app(),
      get_settings: () => ({ name: '', nameAsked: true, theme: 'system' }),
      set_language: () => {
        this.language = args['language'] as Language;
        return this.app();
      },
      new_coalition: () => this.#open(new Mock('empty', this.language)),
      open_coalition: ok,
      open_coalition_at: () => fail('not-a-coalition', 'This file is not a coalition of Undersigned.'),
      save_copy: () => '/home/ana/Documents/coalition-copy.undersigned',
      open_sample: () => this.#open(new Mock('sample', this.language)),
      open_own: () => this.#open(new Mock('empty', this.language)),
      undo: () => this.#step(this.#undo, this.#redo),
      redo: () => this.#step(this.#redo, this.#undo),
      list_letters: () =>
        data.letters.map((one) => ({
          id: one.id,
          title: one.title,
          stage: one.stage,
          hardDeadline: one.hardDeadline,
          counts: this.#counts(one.id),
        })),
      get_letter: () => this.#letter(id),
      add_letter: () => {
        const fields = args['fields'] as LetterFields;
        return this.#do(`Start “${fields.title}”`, () => this.#newLetter(fields));
      },
      set_letter: () => {
        const fields = args['fields'] as LetterFields;
        return this.#do(`Change “${fields.title}”`, () => (this.#setLetter(id, fields), null));
      },
      remove_letter: () =>
        this.#do('Remove a letter', () => {
          data.letters = data.letters.filter((one) => one.id !== id);
          data.signOns = data.signOns.filter((one) => one.letterId !== id);
          return null;
        }),
      list_sign_ons: () => structuredClone(data.signOns.filter((one) => one.letterId === letterId)),
      get_ledger: () => {
        const rows = structuredClone(data.signOns.filter((one) => one.letterId === letterId));
        const delta = { seen: 1, order: rows.map((one) => one.id), rows, complete: true };
        return { letter: this.#letter(letterId), delta };
      },
      add_sign_ons: () => {
        const added = args['organizationIds'] as number[];
        return this.#do(`Add ${added.length} sign-ons`, () => {
          for (const one of added) {
            data.signOns.push(this.#signOn(letterId, one, this.#organization(one).name, 'to-ask'));
          }
          return added.length;
        });
      },
      set_sign_on_status: () => {
        const change = args['change'] as StatusChange;
        const name =
          ids.length > 1 ? `${ids.length} sign-ons` : data.signOns.find((one) => one.id === ids[0])?.printsAs;
        return this.#do(`Mark ${name ?? ''} as ${change.status}`, () => (this.#setStatus(ids, change), null));
      },
      set_sign_on_name: () =>
        this.#do(`Change ${signOn().printsAs}`, () => {
          signOn().printsAs = String(args['printsAs']);
          return null;
        }),
      set_sign_on_signer: () =>
        this.#do(`Change ${signOn().printsAs}`, () => {
          Object.assign(signOn(), { signer: args['signer'], title: args['title'] });
          return null;
        }),
      set_sign_on_note: () =>
        this.#do(`Change ${signOn().printsAs}`, () => {
          signOn().note = String(args['note']);
          return null;
        }),
      remove_sign_ons: () =>
        this.#do(`Take ${ids.length} off the letter`, () => {
          data.signOns = data.signOns.filter((one) => !ids.includes(one.id));
          return null;
        }),
      read_list: () => readList(String(args['text'])),
      split_row: () => {
        const bytes = new TextEncoder().encode(String(args['text']));
        const part = (start: number, end: number): ReviewRow => {
          const raw = new TextDecoder().decode(bytes.slice(start, end));
          const name = raw.replace(/^[\s,;]*(and )?|[\s,;.]+$/g, '');
          return {
            ...row,
            name,
            start: end - new TextEncoder().encode(name).length,
            end,
            doubt: null,
            doubtKind: null,
            status: null,
            note: null,
          };
        };
        const at = args['at'] as number;
        return [part(row.start, at), part(at, row.end)];
      },
      join_rows: () => {
        const bytes = new TextEncoder().encode(String(args['text']));
        const first = args['first'] as ReviewRow;
        const { end } = args['second'] as ReviewRow;
        const name = new TextDecoder().decode(bytes.slice(first.start, end)).replace(/\s+/g, ' ');
        return { ...first, name, end, doubt: null, doubtKind: null };
      },
      preview_import: () => this.#plan(rows, target),
      import_rows: () =>
        this.#do(`Record ${rows.length} sign-ons`, () => this.#import(rows, target, String(args['source']))),
      add_organization: () => {
        const fields = args['fields'] as OrganizationFields;
        const added = this.#nextId++;
        return this.#do(`Add ${fields.name}`, () => (this.#setOrganization(added, fields), added));
      },
      set_organization: () => {
        const fields = args['fields'] as OrganizationFields;
        return this.#do(`Change ${fields.name}`, () => (this.#setOrganization(id, fields), null));
      },
      remove_organization: () =>
        this.#do(`Remove ${this.#organization(id).name}`, () => {
          data.organizations = data.organizations.filter((one) => one.id !== id);
          return null;
        }),
      search: () => [
        ...data.letters
          .filter((one) => one.title.toLowerCase().includes(query))
          .map((one) => ({ kind: 'letter', id: one.id, title: one.title, detail: one.addressee })),
        ...found
          .slice(0, 8)
          .map((one) => ({ kind: 'organization', id: one.id, title: one.name, detail: one.city })),
        ...data.people
          .filter((one) => one.name.toLowerCase().includes(query))
          .map((one) => ({
            kind: 'person',
            id: one.id,
            title: one.name,
            detail: one.affiliations[0]?.organization.name ?? '',
          })),
      ],
    };
    const contacts = contactCommands({
      data,
      letter: (on) => this.#letter(on),
      organization: (one) => this.#organization(one),
      newId: () => this.#nextId++,
      act: (label, work) => this.#do(label, work),
      fail,
      slow: data.organizations.length > 1000,
    });
    const filters = filterCommands({
      data,
      version: this.#undo.length,
      long: data.organizations.length > 1000,
      newId: () => this.#nextId++,
      act: (label, work) => this.#do(label, work),
      fail,
    });
    const ledgers = ledgerCommands({
      data,
      newId: () => this.#nextId++,
      signOn: (on, organizationId, name) => this.#signOn(on, organizationId, name, 'to-ask'),
      act: (label, work) => this.#do(label, work),
      fail,
    });
    const pictures = pictureCommands({ data, done: this.#done, long: data.organizations.length > 1000 });
    const blocks = blockCommands({
      data,
      newId: () => this.#nextId++,
      act: (label, work) => this.#do(label, work),
      fail,
    });
    const imports = importCommands({
      data,
      newId: () => this.#nextId++,
      newOrganization: (name) => this.#newOrganization(name),
      letterOf: (target) => this.#letterOf(target),
      signOn: (on, organizationId, name) => this.#signOn(on, organizationId, name, 'to-ask'),
      act: (label, work) => this.#do(label, work),
      fail,
      version: this.#undo.length,
      long: data.organizations.length > 1000,
    });
    const answers = [imports, blocks, commands, contacts, filters, ledgers, pictures];
    return answers.find((some) => command in some)?.[command]?.(args) ?? null;
  }

  #open(other: Mock): AppState {
    this.data = other.data;
    this.sample = other.sample;
    this.#undo = [];
    this.#redo = [];
    return this.app();
  }
}

function fail(kind: string, message: string, field: string | null = null): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the wire's errors are plain objects
  throw { kind, message, field };
}

function readList(source: string) {
  const text = source.trimEnd();
  const encoder = new TextEncoder();
  const colon = text.indexOf(': ');
  const from = colon > 0 && colon < 60 ? colon + 2 : 0;
  const rows: ReviewRow[] = [];
  let at = from;
  const sign = text.includes('\n') ? /\n+/g : /, (?:and )?(?!Inc|Wisconsin Chapter)|\.\s*$/g;
  const push = (start: number, end: number): void => {
    const name = text.slice(start, end).trim();
    if (!name) return;
    const comma = name.includes(', ') && !name.includes('Inc.');
    const begin = encoder.encode(text.slice(0, start)).length;
    rows.push({
      name,
      signer: null,
      title: null,
      place: null,
      heading: null,
      start: begin,
      end: begin + encoder.encode(name).length,
      doubt: comma ? 'The comma may part two names.' : null,
      doubtKind: comma ? 'comma-inside' : null,
      status: null,
      note: null,
      decision: { kind: 'auto' },
    });
  };
  for (const match of text.slice(from).matchAll(sign)) {
    push(at, from + match.index);
    at = from + match.index + match[0].length;
  }
  push(at, text.length);
  return { rows, form: text.includes('\n') ? 'lines' : 'prose-commas' };
}

/// Puts the mock where the app's bridge would be.
export function installMock(state: MockState, language: Language): Mock {
  const mock = new Mock(state, language);
  const invoke = async (command: string, args: Record<string, unknown> = {}): Promise<unknown> => {
    // The host answers later, and not within the same frame: what is slow here must not look so in the window.
    await (state === 'many' ? new Promise((then) => setTimeout(then, 30)) : Promise.resolve());
    if (command.startsWith('plugin:')) return 1;
    if (state === 'broken' && command !== 'get_app')
      fail('damaged', 'The file is damaged. Open a copy of it.');
    return structuredClone(await mock.answer(command, args));
  };
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke,
      transformCallback: () => 1,
      metadata: { currentWindow: { label: 'main' }, currentWebview: { label: 'main', windowLabel: 'main' } },
    },
  });
  return mock;
}
