/// The real core behind the page in a test: one program a test file, and for each test a window with a coalition of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, expect, inject } from 'vitest';

import type { WireError } from '$bindings/app';
import type { SignOn } from '$bindings/ledger';
import type { Organization, OrganizationFields, OrganizationRow } from '$bindings/organizations';
import type { Person, PersonFields } from '$bindings/people';
import { reads, type Read } from '$bindings/reads';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { installBridge, type Invoke } from '../host/bridge';
import { HostProcess, type DesktopEvent } from '../host/process';
import { changeTo } from '../letters/status';
import { later } from '../shell/later.svelte';
import { now } from './now';

/// What a test begins with: nothing, the sample as a file of one's own, or thousands of organizations.
export type State = 'empty' | 'sample' | 'many';

/// The titles of the sample's letters.
export const titles = {
  wisconsin: 'End ICE collaboration programs in Wisconsin',
  rent: 'Extend rent assistance through the winter',
  voting: 'Early voting hours in every county',
} as const;

export interface Call {
  command: string;
  args: Record<string, unknown>;
}

type Intercept = (ask: () => Promise<unknown>) => Promise<unknown>;

let host: HostProcess | null = null;
let folder: string | null = null;
let opened = 0;
let current: Core | null = null;
/// Tables that an answer rested on and that the page does not know of.
const unknown = new Set<string>();

/// What was read is compared with the generated list, whatever the page asked.
function noteReads(command: string, tables: string[]): void {
  if (!(command in reads)) return;
  const known: readonly string[] = reads[command as Read];
  for (const table of tables) if (!known.includes(table)) unknown.add(`${command}: ${table}`);
}

afterEach(() => {
  const found = [...unknown];
  unknown.clear();
  expect(found, 'reads that bindings/reads.ts does not name').toEqual([]);
});

afterAll(async () => {
  host?.end();
  if (folder !== null) await rm(folder, { recursive: true });
});

/// Opens a window with a coalition of its own and puts it behind the page.
export async function openCore(state: State = 'sample'): Promise<Core> {
  if (!host) {
    host = new HostProcess((event) => current?.told(event), ['--now', now, '--reads'], noteReads);
    await host.call('main', 'set_language', { language: 'en' });
    // What the window reads once its first letter stands: there from the beginning, so that no test waits for it.
    await later.load();
  }
  if (current) await host.call(current.window, 'host:close_window', {});
  // A page that still showed the coalition of the test before would take keys, and lose what they opened once this one is read.
  app.leave();
  const core = new Core(host, `test-${++opened}`);
  current = core;
  await core.open(state === 'sample' ? { file: inject('sample') } : { state });
  return core;
}

/// Writes a file that a test opens; gives its path.
export async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  folder ??= await mkdtemp(join(tmpdir(), 'undersigned-test-'));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export class Core {
  readonly window: string;
  /// What the page asked for, in order.
  readonly calls: Call[] = [];
  /// What it did to the desktop: texts copied, files opened.
  readonly events: DesktopEvent[] = [];
  #host: HostProcess;
  #intercepts = new Map<string, Intercept[]>();

  constructor(of: HostProcess, window: string) {
    this.#host = of;
    this.window = window;
    const run: Invoke = (command, args, onProgress) => {
      this.calls.push({ command, args });
      const ask = (): Promise<unknown> => of.call(window, command, args, onProgress);
      const intercept = this.#intercepts.get(command)?.shift();
      return intercept ? intercept(ask) : ask();
    };
    installBridge(run);
  }

  /// Opens the window, or another coalition in it.
  async open(opening: { state: State } | { file: string }): Promise<void> {
    await this.#host.call(this.window, 'host:open_window', opening);
  }

  told(event: DesktopEvent): void {
    if (event.window === this.window) this.events.push(event);
  }

  /// Waits until the page has what it asked for, and has had a moment to ask for more.
  async settled(): Promise<void> {
    do await new Promise((then) => setTimeout(then, 50));
    while (this.#host.waiting > 0);
  }

  /// The text that was copied last.
  get copied(): string | undefined {
    const copied = this.events.findLast(({ event }) => event === 'copied');
    return copied && String(copied.detail?.['text']);
  }

  /// What the person chooses in the next dialogs of the system: paths, or null to cancel.
  async choose(...paths: (string | null)[]): Promise<void> {
    await this.#host.call(this.window, 'host:choose', { paths });
  }

  /// Files that the person lets go over the window: only these are opened by their path.
  async drop(...paths: string[]): Promise<void> {
    await this.#host.call(this.window, 'host:drop', { paths });
  }

  /// Holds the next call of a command back until the test lets it go.
  hold(command: string): { release: () => void } {
    let release = (): void => undefined;
    const gate = new Promise<void>((open) => (release = open));
    this.#intercept(command, (ask) => gate.then(ask));
    return { release: () => release() };
  }

  /// Refuses the next call of a command.
  refuse(command: string, error: Partial<WireError>): void {
    const refused = { kind: 'rule', message: 'Not so.', field: null, ...error };
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the wire's errors are plain objects
    this.#intercept(command, () => Promise.reject(refused));
  }

  #intercept(command: string, intercept: Intercept): void {
    this.#intercepts.set(command, [...(this.#intercepts.get(command) ?? []), intercept]);
  }

  /// The id of a letter of the sample.
  async letter(which: keyof typeof titles = 'wisconsin'): Promise<number> {
    return found(await api.listLetters(), 'title', titles[which]).id;
  }

  /// The sign-on of an organization or a person on a letter.
  async signOn(name: string, which: keyof typeof titles = 'wisconsin'): Promise<SignOn> {
    return found(await api.listSignOns(await this.letter(which)), 'organization', name);
  }

  /// Lets an organization of the first letter have signed an earlier one under another name.
  async printedBefore(name: string, as: string): Promise<void> {
    const { organizationId } = await this.signOn(name);
    await api.addSignOns(await this.letter('voting'), [organizationId ?? 0]);
    const { id } = await this.signOn(name, 'voting');
    await api.setSignOnStatus([id], changeTo('confirmed', { via: 'email', evidence: 'Yes.' }));
    await api.setSignOnName(id, as);
  }

  /// All organizations, as their list shows them by name.
  async organizations(): Promise<OrganizationRow[]> {
    return (await api.listOrganizations(api.anyOrganization, byName, 0, 500)).rows;
  }

  async organization(name: string): Promise<Organization> {
    return (await api.getOrganization(found(await this.organizations(), 'name', name).id)).organization;
  }

  /// Adds an organization, empty but for what is given; gives its id.
  async addOrganization(name: string, more: Partial<OrganizationFields> = {}): Promise<number> {
    return (await api.addOrganization({ name, ...more } as OrganizationFields)).output;
  }

  async person(name: string): Promise<Person> {
    const { rows } = await api.listPeople(api.anyPerson, byName, 0, 500);
    return (await api.getPerson(found(rows, 'name', name).id)).person;
  }

  /// Changes some fields of a person, and leaves the others.
  async setPerson({ id, affiliations, ...fields }: Person, change: Partial<PersonFields>): Promise<void> {
    const places = affiliations.map(({ organization, ...at }) => ({
      ...at,
      organizationId: organization.id,
    }));
    await api.setPerson(id, { ...fields, affiliations: places, ...change });
  }
}

const byName = { column: 'name', reversed: false } as const;

function found<T>(all: T[], field: keyof T, value: unknown): T {
  const one = all.find((row) => row[field] === value);
  if (!one) throw new Error(`there is no ${String(value)}`);
  return one;
}
