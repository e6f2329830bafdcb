/// What the mock begins with: the organizations of the Wisconsin letter, which did sign, and more that is invented.
import type { BlockOptions } from '$bindings/BlockOptions';
import type { Letter } from '$bindings/Letter';
import type { Organization } from '$bindings/Organization';
import type { Person } from '$bindings/Person';
import type { SavedFilter } from '$bindings/SavedFilter';
import type { SignOn } from '$bindings/SignOn';
import type { Status } from '$bindings/Status';

import type { MockBlocks } from './mockblock';
import { inventedLedger, type MockLedger } from './mockledger';
import type { MockImport } from './mockimports';
import { inventedPeople, inventedTwins, richer } from './mockpeopledata';

export interface MockData {
  filters: SavedFilter[];
  organizations: Organization[];
  letters: Letter[];
  signOns: SignOn[];
  options: Map<number, BlockOptions>;
  blocks: MockBlocks;
  ledger: MockLedger;
  /// Where people who sign for themselves work, by sign-on.
  affiliations: Map<number, string>;
  people: Person[];
  /// Pairs that are not the same.
  apart: [number, number][];
  /// Imports of tables, the newest first; none as long as nothing was imported.
  imports?: MockImport[];
}

export const wisconsin = [
  'ACLU of Wisconsin',
  'Black Leaders Organizing for Communities (BLOC)',
  'Brown Berets',
  'DSA',
  'First Unitarian Society - Madison - Justice Ministry',
  'Hanan Refugees Relief Group',
  'Hmong American Women’s Association, Inc.',
  'Kids Forward',
  'League of United Latin American Citizens - WI',
  'League of Women Voters of Wisconsin',
  'Lutheran Office for Public Policy in Wisconsin',
  'Milwaukee Action Intersection',
  'Milwaukee County Human Rights Commission',
  'Milwaukee Turners',
  'Mothers for Justice United',
  'National Association of Social Workers, Wisconsin Chapter',
  'National Association for the Advancement of Colored People (NAACP) - Milwaukee Branch',
  'National Lawyers’ Guild Madison Chapter',
  'National Lawyers’ Guild Milwaukee Chapter',
  'RidRacism Milwaukee',
  'Task Force on Criminal Justice Reform',
  'Voces de la Frontera',
  'Wisconsin Faith Voices for Justice',
  'Wisconsin Justice Initiative',
  'Wisconsin Network for Peace and Justice',
  'WISDOM',
];

const invented: [string, Status, Partial<SignOn>][] = [
  [
    'Driftless Farmworkers Alliance, Inc.',
    'said-yes',
    { via: 'phone', title: 'Program director', place: 'Viroqua, WI' },
  ],
  ['Lakeshore Interfaith Council', 'considering', { expectedBy: '2026-12-15', note: 'Board meets 15 Dec' }],
  ['Riverbend Neighbors United', 'asked', {}],
  ['Riverbend Tenants Council', 'declined', { via: 'email' }],
  ['Coulee Region Mutual Aid', 'to-ask', {}],
  [
    'Northwoods Immigrant Welcome Circle',
    'said-yes',
    { via: 'meeting', signer: 'Inés Example', title: 'Coordinator' },
  ],
  ['<b>Bold</b> & “Quoted” <script>alert(1)</script> Society', 'asked', {}],
];

/// People who sign the second letter for themselves, and where they work.
const individuals: [string, string][] = [
  ['Ana Example', 'University of Example'],
  ['Bartholomew Sample', 'Example Law School'],
];

const letterText = `Dear Secretary-designate,

We, the undersigned organizations, write to ask that you end the programs by which local officers do the work of federal agents.

We are glad to meet with you and your staff.`;

export const defaultOptions: BlockOptions = {
  layout: 'columns',
  columns: 2,
  listColumns: 1,
  numbering: 'through',
  onlyGroup: null,
  whereabouts: 'auto',
  translations: 'none',
  links: false,
  marks: [],
  group: 'none',
  headings: [],
  order: 'alphabetical',
  leadFirst: true,
  leadHeading: false,
  keepArticles: false,
  entry: 'organization',
  entryLines: 1,
  individuals: 'mixed',
  affiliation: 'auto',
  identification: 'inline',
  separator: 'auto',
  serialComma: true,
  language: 'en',
  intro: 'Sincerely,',
  outro: '',
  counts: false,
  limit: null,
  lateHeading: false,
  includeSaidYes: false,
  countUnnamed: false,
};

const hour = 3_600_000;
const ago = (days: number): string => new Date(Date.now() - days * 24 * hour).toISOString();

/// Nothing, the sample, or the sample with so many sign-ons on its letter.
export function mockSample(size: number): MockData {
  const data: MockData = {
    organizations: [],
    letters: [],
    signOns: [],
    options: new Map(),
    blocks: { styles: [], editions: [], texts: new Map(), copied: '' },
    ledger: { evidence: new Map(), outreach: new Map(), versions: new Map(), moves: new Map() },
    affiliations: new Map(),
    people: [],
    apart: [],
    filters: [],
  };
  if (size === 0) return data;
  const noCounts = {
    toAsk: 0,
    asked: 0,
    considering: 0,
    saidYes: 0,
    confirmed: 0,
    declined: 0,
    withdrawn: 0,
  };
  const soon = (days: number) => {
    const at = new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 13);
    return { local: `${at}:00`, zone: 'America/Chicago', instant: `${at}:00:00Z` };
  };
  const letter = (id: number, title: string, stage: Letter['stage'], days: number | null): Letter => {
    const at = days === null ? null : new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 13);
    const hard = at === null ? null : { local: `${at}:00`, zone: 'America/Chicago', instant: `${at}:00:00Z` };
    return {
      id,
      title,
      addressee: 'the Secretary of Homeland Security nominee',
      stage,
      softDeadline: id === 1 && at !== null ? soon(1) : null,
      hardDeadline: hard,
      zone: 'America/Chicago',
      note: '',
      leads: id === 1 ? [{ id: 1, name: 'ACLU of Wisconsin' }] : [],
      topic: ['Immigration', 'Housing', 'Voting'][id - 1] ?? '',
      individuals: id !== 3,
      chaseDays: 4,
      gapDays: 3,
      counts: noCounts,
    };
  };
  data.letters.push(
    letter(1, 'End ICE collaboration programs in Wisconsin', 'circulating', 3),
    letter(2, 'Rent assistance extension', 'circulating', 12),
    letter(3, 'Early voting hours', 'delivered', -40),
  );
  const add = (name: string, status: Status, more: Partial<SignOn> = {}): void => {
    const id = data.organizations.length + 1;
    data.organizations.push({
      id,
      name,
      printsAs: null,
      sortAs: null,
      scope: name.includes('National') ? 'national' : 'state',
      kind: null,
      parent: null,
      city: name.includes('Milwaukee') ? 'Milwaukee' : 'Madison',
      state: 'WI',
      country: '',
      website: '',
      membership: null,
      signing: { decides: '', leadDays: null, neverSigns: '', askFirst: false },
      district: '',
      owner: '',
      note: '',
      tags: [],
      aliases: name.includes('BLOC') ? [{ id: 1, name: 'BLOC', kind: 'acronym' }] : [],
    });
    const signOn = {
      id: 1000 + id,
      letterId: 1,
      organizationId: id,
      organization: name,
      printsAs: name,
      printsAsBefore: name.includes('LULAC') || id === 9 ? 'LULAC Wisconsin' : null,
      status,
      signer: '',
      title: status === 'confirmed' ? 'Executive director' : '',
      authorizedBy: '',
      via: status === 'confirmed' ? ('email' as const) : null,
      evidence: null,
      evidenceCount: 0,
      decidedAt: status === 'to-ask' ? null : ago(id % 9),
      expectedBy: null,
      lastContact: status === 'to-ask' ? null : ago(status === 'asked' ? 10 : id % 9),
      reason: '',
      note: '',
      lead: id === 1,
      place: '',
      version: status === 'confirmed' ? (id % 5 === 0 ? 2 : 1) : null,
      heading: '',
      pin: null,
      affiliation: '',
      person: null,
      late: id === 12,
      standing: status === 'confirmed' && id % 5 !== 0 ? ('may-opt-out' as const) : ('stands' as const),
      standingBy: null,
      chaseAfter: null,
      confirmedAs: status === 'confirmed' ? name : null,
      unnamed: false,
      doubts: [],
    };
    data.signOns.push({ ...signOn, ...more });
    if (id % 3 === 0) data.signOns.push({ ...signOn, id: 5000 + id, letterId: 2, printsAsBefore: null });
    if (id % 2 === 0) data.signOns.push({ ...signOn, id: 7000 + id, letterId: 3, printsAsBefore: null });
  };
  for (const name of wisconsin) add(name, 'confirmed');
  for (const [name, status, more] of invented) add(name, status, more);
  for (const [name, status] of inventedTwins) add(name, status);
  richer(data.organizations);
  for (const [n, [name, affiliation]] of individuals.entries()) {
    const [pattern] = data.signOns.filter((row) => row.letterId === 2);
    if (!pattern) continue;
    const id = 9000 + n;
    data.signOns.push({
      ...pattern,
      id,
      organizationId: null,
      organization: name,
      printsAs: name,
      title: '',
      affiliation,
    });
    data.affiliations.set(id, affiliation);
  }
  data.blocks.texts.set(1, letterText);
  data.people = inventedPeople(data.organizations);
  for (const row of data.signOns) {
    const person = data.people.find((one) =>
      one.affiliations.some((at) => at.primary && at.organization.id === row.organizationId),
    );
    if (person) row.person = { id: person.id, name: person.name };
  }
  data.ledger = inventedLedger(data);
  for (let n = data.organizations.length; n < size; n++) {
    add(
      `Invented Neighborhood Association No. ${n}`,
      n % 3 === 0 ? 'confirmed' : n % 3 === 1 ? 'asked' : 'to-ask',
    );
  }
  return data;
}
