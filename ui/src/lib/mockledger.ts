/// The ledger's part of the mock: asking, evidence, outreach, texts, deadlines and follow-ups, enough to walk through.
import type { AskPlan } from '$bindings/AskPlan';
import type { AskSource } from '$bindings/AskSource';
import type { Asking } from '$bindings/Asking';
import type { Deadline } from '$bindings/Deadline';
import type { DeadlineKind } from '$bindings/DeadlineKind';
import type { DeadlineMove } from '$bindings/DeadlineMove';
import type { EvidenceItem } from '$bindings/EvidenceItem';
import type { Followup } from '$bindings/Followup';
import type { FollowupKind } from '$bindings/FollowupKind';
import type { Letter } from '$bindings/Letter';
import type { OutreachItem } from '$bindings/OutreachItem';
import type { SignOn } from '$bindings/SignOn';
import type { Version } from '$bindings/Version';
import type { VersionFields } from '$bindings/VersionFields';

import type { MockData } from './mockdata';
import { wordDiff } from './mockdiff';

/// What the mock keeps of the ledger.
export interface MockLedger {
  evidence: Map<number, EvidenceItem[]>;
  outreach: Map<number, OutreachItem[]>;
  versions: Map<number, Version[]>;
  moves: Map<number, DeadlineMove[]>;
}

type Args = Record<string, unknown>;

interface Host {
  data: MockData;
  newId: () => number;
  signOn: (letterId: number, organizationId: number, name: string) => SignOn;
  act: (label: string, work: () => unknown) => unknown;
  fail: (kind: string, message: string, field?: string | null) => never;
}

const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();
const date = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

const firstText = `Dear Secretary-designate,

We, the undersigned organizations, write to ask that you end the programs by which local officers do the work of federal agents.

These programs have made people afraid to call for help.

We are glad to meet with you and your staff.`;

const secondText = `Dear Secretary-designate,

We, the undersigned organizations, write to ask that you end, within your first hundred days, the programs by which local officers do the work of federal agents.

We are glad to meet with you and your staff, and to bring sheriffs who have left these programs.

Sincerely,`;

/// Evidence, outreach and texts for what the sample holds.
export function inventedLedger(data: MockData): MockLedger {
  const ledger: MockLedger = {
    evidence: new Map(),
    outreach: new Map(),
    versions: new Map(),
    moves: new Map(),
  };
  const text = (number: number, words: string, more: Partial<Version>): Version => ({
    id: 60 + number,
    number,
    text: words,
    summary: '',
    reconfirm: 'none',
    reconfirmBy: null,
    createdAt: ago(20 - number * 6),
    ...more,
  });
  ledger.versions.set(1, [
    text(1, firstText, {}),
    text(2, secondText, {
      summary: 'Asks for the first hundred days; sheriffs offered',
      reconfirm: 'opt-out',
      reconfirmBy: date(2),
    }),
  ]);
  ledger.moves.set(1, [
    {
      which: 'hard',
      before: { local: '2026-11-20T17:00', zone: 'America/Chicago', instant: ago(4) },
      after: data.letters[0]?.hardDeadline ?? null,
      note: 'Two boards meet this week.',
      at: ago(5),
    },
  ]);
  const rows = data.signOns.filter((row) => row.letterId === 1);
  rows.slice(0, 60).forEach((row, n) => {
    if (row.status === 'confirmed' && n % 4 !== 3) ledger.evidence.set(row.id, evidenceOf(row, n));
    if (row.lastContact) ledger.outreach.set(row.id, outreachOf(row, n));
  });
  return ledger;
}

function evidenceOf(row: SignOn, n: number): EvidenceItem[] {
  const mail: EvidenceItem = {
    id: 80_000 + n * 3,
    via: 'email',
    text: `Yes, please add ${row.printsAs}. Print us exactly as written here.`,
    at: row.decidedAt ?? ago(3),
    file: { name: 'Re_ Sign-on letter.eml', media: 'message/rfc822', bytes: 18_432, sha256: 'ab'.repeat(32) },
    sender: 'director@example.org',
    subject: 'Re: Sign-on letter, answer by Friday',
    sentAt: row.decidedAt ?? ago(3),
    sharedBy: 1,
  };
  const form: EvidenceItem = {
    ...mail,
    id: mail.id + 1,
    via: 'form',
    text: 'Timestamp: 11/20/2026 14:02\nOrganization: as above\nDo you authorize? Yes',
    file: null,
    sender: '',
    subject: '',
    sentAt: null,
    sharedBy: 9,
  };
  const scan: EvidenceItem = {
    ...form,
    id: mail.id + 2,
    via: 'paper',
    text: '',
    file: { name: 'signed-page.pdf', media: 'application/pdf', bytes: 1_240_000, sha256: 'cd'.repeat(32) },
    sharedBy: 1,
  };
  return [[mail], [form], [mail, scan]][n % 3] ?? [];
}

function outreachOf(row: SignOn, n: number): OutreachItem[] {
  const person = row.person;
  const items: OutreachItem[] = [
    { id: 90_000 + n * 3, kind: 'ask', via: 'email', person, at: ago(12), text: '' },
  ];
  if (n % 2 === 0)
    items.push({ id: 90_001 + n * 3, kind: 'reminder', via: 'email', person, at: ago(6), text: '' });
  if (n % 5 === 1)
    items.push({
      id: 90_002 + n * 3,
      kind: 'call',
      via: 'phone',
      person,
      at: row.lastContact ?? ago(2),
      text: 'Will bring it to the board.',
    });
  return items.reverse();
}

function plan(host: Host, letterId: number, source: AskSource): AskPlan {
  const { data } = host;
  const on = (letter: number) =>
    new Set(data.signOns.flatMap((row) => (row.letterId === letter ? (row.organizationId ?? []) : [])));
  const there = on(letterId);
  const wanted = data.organizations.filter((one) => {
    switch (source.kind) {
      case 'members':
        return one.membership === 'member' || one.id % 3 === 0;
      case 'filter':
        return one.tags.length > 0;
      case 'letter':
        return on(source.letterId).has(one.id);
      case 'topic':
        return on(2).has(one.id);
      case 'organizations':
        return source.ids.includes(one.id);
    }
  });
  const fresh = wanted.filter((one) => !there.has(one.id));
  // The sample's letter holds everybody; whoever looks at it wants to see a list all the same.
  const shown = fresh.length > 0 ? fresh : wanted;
  return {
    rows: shown.map((one) => {
      const person = data.people.find((p) => p.affiliations.some((a) => a.organization.id === one.id));
      const why = one.signing.neverSigns
        ? `Never signs: ${one.signing.neverSigns}`
        : one.name.includes('Tenants')
          ? 'Declined the last letter on this topic.'
          : null;
      return {
        organization: { id: one.id, name: one.name },
        place: [one.city, one.state].filter(Boolean).join(', '),
        person: person ? { id: person.id, name: person.name } : null,
        email: person?.contactPoints.find((point) => point.kind === 'email')?.value ?? null,
        why,
        chosen: why === null,
      };
    }),
    already: wanted.length - fresh.length,
  };
}

const reasons: [FollowupKind, string][] = [
  ['deadline', 'The letter closes in 3 days.'],
  ['reconfirm', 'Has to confirm again by 26 November.'],
  ['board-date', 'The board was to decide on 22 November.'],
  ['unwritten', 'Said yes by phone: a yes in writing is missing.'],
  ['no-answer', 'Asked 10 days ago, and no answer yet.'],
  ['to-ask', 'On the list, and not asked yet.'],
];

function followups(data: MockData, letterId: number | null): Followup[] {
  const kindOf = (row: SignOn): FollowupKind | null => {
    if (row.status === 'asked') return row.id % 2 ? 'no-answer' : 'deadline';
    if (row.status === 'considering') return 'board-date';
    if (row.status === 'said-yes') return 'unwritten';
    if (row.status === 'to-ask') return 'to-ask';
    return row.standing === 'must-reconfirm' ? 'reconfirm' : null;
  };
  const today = date(0);
  return data.signOns
    .filter((row) => (letterId === null || row.letterId === letterId) && row.letterId !== 3)
    .filter((row) => row.chaseAfter === null || row.chaseAfter <= today)
    .flatMap((row): Followup[] => {
      const kind = kindOf(row);
      const letter = data.letters.find((one) => one.id === row.letterId);
      if (!kind || !letter) return [];
      const person = data.people.find((one) => one.id === row.person?.id);
      const point = (which: string) => person?.contactPoints.find((one) => one.kind === which)?.value ?? null;
      const talked = data.ledger.outreach.get(row.id) ?? [];
      const recent = row.lastContact !== null && Date.parse(row.lastContact) > Date.now() - 2 * day;
      return [
        {
          signOnId: row.id,
          letterId: row.letterId,
          letter: letter.title,
          name: row.printsAs,
          status: row.status,
          person: person
            ? { id: person.id, name: person.name, email: point('email'), phone: point('phone') }
            : null,
          kind,
          why: reasons.find(([one]) => one === kind)?.[1] ?? '',
          urgency: 100 - reasons.findIndex(([one]) => one === kind) * 10,
          due: kind === 'to-ask' ? null : date(kind === 'board-date' ? -2 : 3),
          lastContact: row.lastContact,
          contacts: talked.length,
          waiting: recent && kind !== 'to-ask' ? date(1) : null,
        },
      ];
    })
    .sort((a, b) => b.urgency - a.urgency);
}

function moved(letter: Letter, args: Args): { before: Deadline | null; after: Deadline | null } {
  const which = args['which'] as DeadlineKind;
  const local = args['local'] as string | null;
  const zone = String(args['zone']);
  const before = which === 'soft' ? letter.softDeadline : letter.hardDeadline;
  const after = local === null ? null : { local, zone, instant: `${local.slice(0, 16)}:00Z` };
  if (which === 'soft') letter.softDeadline = after;
  else letter.hardDeadline = after;
  return { before, after };
}

export function ledgerCommands(host: Host): Record<string, (args: Args) => unknown> {
  const { data } = host;
  const { ledger } = data;
  const rows = (args: Args): SignOn[] => {
    const ids = new Set(args['signOnIds'] as number[]);
    return data.signOns.filter((row) => ids.has(row.id));
  };
  const row = (id: unknown): SignOn =>
    data.signOns.find((one) => one.id === id) ?? host.fail('not-found', 'It is gone.');
  const evidence = (args: Args, item: Partial<EvidenceItem>): unknown => {
    const on = rows(args);
    return host.act(`Keep evidence for ${on[0]?.printsAs ?? ''}`, () => {
      for (const one of on) {
        const base = {
          text: '',
          at: new Date().toISOString(),
          file: null,
          sender: '',
          subject: '',
          sentAt: null,
        };
        const added = { id: host.newId(), via: null, sharedBy: on.length, ...base, ...item };
        ledger.evidence.set(one.id, [...(ledger.evidence.get(one.id) ?? []), added]);
        one.evidenceCount += 1;
      }
      return on.length;
    });
  };
  const letterId = (args: Args): number => args['letterId'] as number;
  return {
    plan_ask: (args) => plan(host, letterId(args), args['source'] as AskSource),
    ask: (args) => {
      const { items, names, asked } = args['asking'] as Asking;
      const put = (organizationId: number, name: string, personId: number | null): void => {
        const added = host.signOn(letterId(args), organizationId, name);
        const person = data.people.find((one) => one.id === personId);
        added.person = person ? { id: person.id, name: person.name } : null;
        if (asked) added.status = 'asked';
        data.signOns.push(added);
      };
      return host.act(`Ask ${items.length + names.length} organizations`, () => {
        for (const { organizationId, personId } of items)
          put(
            organizationId,
            data.organizations.find((one) => one.id === organizationId)?.name ?? '',
            personId,
          );
        for (const name of names) put(host.newId(), name, null);
        return items.length + names.length;
      });
    },
    set_sign_on_person: (args) =>
      host.act('Change whom to write to', () => {
        const person = data.people.find((one) => one.id === args['personId']);
        row(args['id']).person = person ? { id: person.id, name: person.name } : null;
        return null;
      }),
    add_individual: (args) => {
      const name = String(args['name']);
      if (!name) host.fail('rule', 'A name is missing.', 'name');
      return host.act(`Add ${name}`, () => {
        const added = host.signOn(letterId(args), data.organizations[0]?.id ?? 0, name);
        Object.assign(added, {
          organizationId: null,
          organization: name,
          title: String(args['title']),
          affiliation: String(args['affiliation']),
        });
        data.signOns.push(added);
        return added.id;
      });
    },
    set_sign_on_affiliation: (args) =>
      host.act('Change an affiliation', () => {
        row(args['id']).affiliation = String(args['affiliation']);
        return null;
      }),
    list_evidence: (args) => ledger.evidence.get(args['signOnId'] as number) ?? [],
    add_evidence: (args) =>
      evidence(args, { via: args['via'] as EvidenceItem['via'], text: String(args['text']) }),
    add_evidence_file: (args) =>
      evidence(args, {
        via: 'paper',
        file: { name: 'scan.pdf', media: 'application/pdf', bytes: 420_000, sha256: 'ef'.repeat(32) },
      }),
    add_evidence_at: (args) =>
      evidence(args, {
        via: 'email',
        sender: 'board@example.org',
        subject: 'We will sign',
        sentAt: ago(1),
        file: {
          name: String(args['path']).split('/').at(-1) ?? '',
          media: 'message/rfc822',
          bytes: 9000,
          sha256: '01'.repeat(32),
        },
      }),
    open_evidence: () => null,
    save_evidence: () => '/home/ana/Documents/evidence.eml',
    remove_evidence: (args) =>
      host.act('Remove evidence', () => {
        const id = args['signOnId'] as number;
        const left = (ledger.evidence.get(id) ?? []).filter((one) => one.id !== args['evidenceId']);
        ledger.evidence.set(id, left);
        row(id).evidenceCount = left.length;
        return null;
      }),
    list_outreach: (args) => ledger.outreach.get(args['signOnId'] as number) ?? [],
    log_outreach: (args) => {
      const on = rows(args);
      return host.act(`Note contact with ${on[0]?.printsAs ?? ''}`, () => {
        for (const one of on) {
          const at = (args['at'] as string | null) ?? new Date().toISOString();
          const { kind, via, text } = args as Pick<OutreachItem, 'kind' | 'via' | 'text'>;
          const item: OutreachItem = { id: host.newId(), kind, via, person: one.person, at, text };
          ledger.outreach.set(one.id, [item, ...(ledger.outreach.get(one.id) ?? [])]);
          one.lastContact = at;
          if (kind === 'ask' && one.status === 'to-ask') one.status = 'asked';
        }
        return on.length;
      });
    },
    set_chase_after: (args) =>
      host.act('Leave alone for a while', () => {
        for (const one of rows(args)) one.chaseAfter = args['date'] as string | null;
        return null;
      }),
    list_followups: (args) => followups(data, args['letterId'] as number | null),
    list_versions: (args) => ledger.versions.get(letterId(args)) ?? [],
    add_version: (args) => {
      const fields = args['fields'] as VersionFields;
      if (!fields.text.trim()) host.fail('rule', 'There is no text.', 'text');
      return host.act('Add a text', () => {
        const before = ledger.versions.get(letterId(args)) ?? [];
        const added = { id: host.newId(), number: before.length + 1, createdAt: new Date().toISOString() };
        ledger.versions.set(letterId(args), [...before, { ...fields, ...added }]);
        return added.id;
      });
    },
    compare_versions: (args) => {
      const text = (number: unknown): string =>
        ledger.versions.get(letterId(args))?.find((one) => one.number === number)?.text ?? '';
      return wordDiff(text(args['earlier']), text(args['later']));
    },
    list_standing: (args) => {
      const on = data.signOns.filter((one) => one.letterId === letterId(args) && one.status === 'confirmed');
      const by = new Map<number, SignOn[]>();
      for (const one of on) by.set(one.version ?? 1, [...(by.get(one.version ?? 1) ?? []), one]);
      return [...by]
        .sort(([a], [b]) => a - b)
        .map(([version, some]) => {
          const count = (standing: string): number => some.filter((one) => one.standing === standing).length;
          return {
            version,
            stands: count('stands'),
            mayOptOut: count('may-opt-out'),
            mustReconfirm: count('must-reconfirm'),
            lapsed: count('lapsed'),
          };
        });
    },
    move_deadline: (args) =>
      host.act('Move a deadline', () => {
        const letter = data.letters.find((one) => one.id === letterId(args));
        if (!letter) return null;
        const move: DeadlineMove = {
          which: args['which'] as DeadlineKind,
          note: String(args['note']),
          at: new Date().toISOString(),
          ...moved(letter, args),
        };
        ledger.moves.set(letter.id, [...(ledger.moves.get(letter.id) ?? []), move]);
        return null;
      }),
    list_deadline_moves: (args) => ledger.moves.get(letterId(args)) ?? [],
  };
}
