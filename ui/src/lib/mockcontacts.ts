/// The contact list of the mock: people, everything about one organization, duplicates and merging.
import type { DuplicateGroup } from '$bindings/DuplicateGroup';
import type { DuplicatesView } from '$bindings/DuplicatesView';
import type { Letter } from '$bindings/Letter';
import type { LikenessView } from '$bindings/LikenessView';
import type { MergeChoices } from '$bindings/MergeChoices';
import type { MergeField } from '$bindings/MergeField';
import type { MergePlan } from '$bindings/MergePlan';
import type { MergeSignOn } from '$bindings/MergeSignOn';
import type { Organization } from '$bindings/Organization';
import type { OrganizationDetail } from '$bindings/OrganizationDetail';
import type { OrganizationField } from '$bindings/OrganizationField';
import type { OrganizationRow } from '$bindings/OrganizationRow';
import type { Person } from '$bindings/Person';
import type { PersonDetail } from '$bindings/PersonDetail';
import type { PersonField } from '$bindings/PersonField';
import type { PersonFields } from '$bindings/PersonFields';
import type { PersonFilter } from '$bindings/PersonFilter';
import type { PersonPage } from '$bindings/PersonPage';
import type { PersonRow } from '$bindings/PersonRow';
import type { PersonSort } from '$bindings/PersonSort';
import type { PersonTwin } from '$bindings/PersonTwin';
import type { Progress } from '$bindings/Progress';
import type { Recognized } from '$bindings/Recognized';
import type { Side } from '$bindings/Side';
import type { SignOn } from '$bindings/SignOn';

import type { MockData } from './mockdata';
import { likelyFamilies, likelyPairs } from './mockpeopledata';

/// What the mock lends to this part of it.
interface Host {
  data: MockData;
  letter: (id: number) => Letter;
  organization: (id: number) => Organization;
  newId: () => number;
  act: (label: string, work: () => unknown) => unknown;
  fail: (kind: string, message: string, field?: string | null) => never;
  /// Whether long work takes as long as it does with a long list.
  slow: boolean;
}

type Args = Record<string, unknown>;

/// The number of the long work that runs.
export const work = { running: 0 };

export function contactCommands(host: Host): Record<string, (args: Args) => unknown> {
  const { data } = host;
  const person = (id: number): Person =>
    data.people.find((one) => one.id === id) ?? host.fail('not-found', 'There is none.');
  return {
    list_people: (args): PersonPage => {
      const found = findPeople(data, args['filter'] as PersonFilter, args['sort'] as PersonSort);
      const offset = args['offset'] as number;
      return {
        total: found.length,
        rows: found.slice(offset, offset + (args['limit'] as number)).map(personRow),
      };
    },
    list_person_ids: (args) =>
      findPeople(data, args['filter'] as PersonFilter, args['sort'] as PersonSort).map((one) => one.id),
    list_person_rows: (args) =>
      data.people.filter((one) => (args['ids'] as number[]).includes(one.id)).map(personRow),
    get_person: (args) => personDetail(host, person(args['id'] as number)),
    find_person_twins: (args) => personTwins(data, args),
    add_person: (args) => {
      const fields = args['fields'] as PersonFields;
      return host.act(`Add ${fields.name}`, () => setPerson(host, host.newId(), fields));
    },
    set_person: (args) => {
      const fields = args['fields'] as PersonFields;
      return host.act(`Change ${fields.name}`, () => (setPerson(host, args['id'] as number, fields), null));
    },
    set_person_field: (args) => {
      const ids = args['ids'] as number[];
      return host.act(`Change ${String(ids.length)} people`, () => {
        for (const id of ids) setPersonField(person(id), args['field'] as PersonField, String(args['value']));
        return ids.length;
      });
    },
    remove_person: (args) =>
      host.act(`Remove ${person(args['id'] as number).name}`, () => {
        data.people = data.people.filter((one) => one.id !== args['id']);
        return null;
      }),
    get_organization: (args) => organizationDetail(host, host.organization(args['id'] as number)),
    recognize: (args) => recognize(data, String(args['name'])),
    find_duplicates: async (args) => {
      const mine = ++work.running;
      const channel = args['progress'] as { onmessage: (progress: Progress) => void };
      for (let done = 0; host.slow && done < 20; done++) {
        channel.onmessage({ done: done * 250, of: data.organizations.length });
        await new Promise((then) => setTimeout(then, 150));
        if (mine !== work.running) return host.fail('cancelled', 'It was stopped.');
      }
      return duplicates(host);
    },
    cancel_work: () => {
      work.running += 1;
      return null;
    },
    keep_apart: (args) =>
      host.act('Keep two organizations apart', () => {
        data.apart.push([args['one'] as number, args['other'] as number]);
        return null;
      }),
    plan_merge: (args) =>
      plan(host, args['keep'] as number, args['drop'] as number, args['choices'] as MergeChoices),
    merge_organizations: (args) => {
      const made = plan(
        host,
        args['keep'] as number,
        args['drop'] as number,
        args['choices'] as MergeChoices,
      );
      return host.act(`Merge ${made.drop.name} into ${made.keep.name}`, () => merge(host, made));
    },
  };
}

// People ------------------------------------------------------------------------------------------------------------

function personRow(one: Person): PersonRow {
  const at = one.affiliations.find((affiliation) => !affiliation.until) ?? one.affiliations[0];
  const best = (kind: string): string | null => {
    const points = one.contactPoints.filter((point) => point.kind === kind);
    return (points.find((point) => point.preferred) ?? points[0])?.value ?? null;
  };
  return {
    id: one.id,
    name: one.name,
    pronouns: one.pronouns,
    organizationId: at?.organization.id ?? null,
    organization: at?.organization.name ?? null,
    organizations: one.affiliations.length,
    role: at?.role ?? '',
    email: best('email'),
    phone: best('phone'),
    languages: one.languages,
    maySign: one.affiliations.some((affiliation) => affiliation.maySign),
    primary: one.affiliations.some((affiliation) => affiliation.primary),
    doNotContact: one.doNotContact,
    tags: one.tags,
    note: one.note,
  };
}

function findPeople(data: MockData, filter: PersonFilter, sort: PersonSort): Person[] {
  const is = (wanted: boolean | null, so: boolean): boolean => wanted === null || wanted === so;
  const found = data.people.filter((one) => {
    const row = personRow(one);
    const text = [
      one.name,
      row.organization,
      row.role,
      ...one.contactPoints.map((point) => point.value),
    ].join(' ');
    return (
      text.toLowerCase().includes(filter.text.toLowerCase()) &&
      (filter.organizationId === null ||
        one.affiliations.some((at) => at.organization.id === filter.organizationId)) &&
      (filter.languages.length === 0 || filter.languages.some((tag) => one.languages.includes(tag))) &&
      filter.tags.every((tag) => one.tags.includes(tag)) &&
      is(filter.maySign, row.maySign) &&
      is(filter.primary, row.primary) &&
      is(filter.doNotContact, one.doNotContact) &&
      is(filter.hasEmail, row.email !== null) &&
      is(filter.hasPhone, row.phone !== null) &&
      is(
        filter.current,
        one.affiliations.some((at) => !at.until),
      )
    );
  });
  const surname = (one: Person): string => one.name.split(' ').at(-1) ?? '';
  const key = (one: Person): string =>
    sort.column === 'name' ? surname(one) : (personRow(one)[sort.column] ?? '');
  found.sort((a, b) => key(a).localeCompare(key(b)));
  return sort.reversed ? found.reverse() : found;
}

function personDetail({ data, letter }: Host, one: Person): PersonDetail {
  const at = one.affiliations.map((affiliation) => affiliation.organization.id);
  return {
    person: one,
    letters: data.signOns
      .filter((signed) => signed.organizationId !== null && at.includes(signed.organizationId))
      .map((signed) => ({
        letterId: signed.letterId,
        title: letter(signed.letterId).title,
        name: signed.printsAs,
        status: signed.status,
        signs: signed.signer === one.name,
        authorized: signed.authorizedBy === one.name,
        decidedAt: signed.decidedAt,
      })),
  };
}

function personTwins(data: MockData, args: Args): PersonTwin[] {
  const emails = args['emails'] as string[];
  const name = String(args['name']).toLowerCase();
  return data.people
    .filter((one) => one.id !== args['except'])
    .flatMap((one) => {
      const sameEmail = one.contactPoints.some((point) => emails.includes(point.value));
      if (!sameEmail && one.name.toLowerCase() !== name) return [];
      return [{ id: one.id, name: one.name, organization: personRow(one).organization ?? '', sameEmail }];
    });
}

function setPerson(host: Host, id: number, fields: PersonFields): number {
  if (!fields.name) host.fail('rule', 'A name is missing.', 'name');
  const bad = fields.contactPoints.find((point) => point.kind === 'email' && !point.value.includes('@'));
  if (bad) host.fail('rule', `“${bad.value}” is no email.`, 'emails');
  const { data } = host;
  const person: Person = {
    ...fields,
    id,
    affiliations: fields.affiliations.map(({ organizationId, ...at }) => ({
      ...at,
      id: at.id ?? host.newId(),
      organization: ref(host.organization(organizationId)),
    })),
  };
  const index = data.people.findIndex((one) => one.id === id);
  if (index >= 0) data.people[index] = person;
  else data.people.push(person);
  return id;
}

function setPersonField(one: Person, field: PersonField, value: string): void {
  if (field === 'add-tag') one.tags = [...new Set([...one.tags, value])].sort();
  else if (field === 'remove-tag') one.tags = one.tags.filter((tag) => tag !== value);
  else if (field === 'do-not-contact') one.doNotContact = value === 'yes';
  else if (field === 'role') Object.assign(one.affiliations[0] ?? {}, { role: value });
  else one[field] = value;
}

// Organizations -----------------------------------------------------------------------------------------------------

function organizationDetail({ data, letter }: Host, organization: Organization): OrganizationDetail {
  const { id } = organization;
  const on = data.signOns.filter((one) => one.organizationId === id);
  const children = data.organizations.filter((one) => one.parent?.id === id).map(ref);
  const head = organization.parent ?? ref(organization);
  const below = data.organizations.filter((one) => one.parent?.id === head.id);
  const answered = on.filter((one) => !['asked', 'to-ask', 'considering'].includes(one.status)).length;
  return {
    organization,
    people: data.people.flatMap((one) =>
      one.affiliations
        .filter((at) => at.organization.id === id)
        .map((at) => ({
          affiliationId: at.id,
          personId: one.id,
          name: one.name,
          pronouns: one.pronouns,
          role: at.role,
          email: personRow(one).email,
          phone: personRow(one).phone,
          since: at.since,
          until: at.until,
          maySign: at.maySign,
          primary: at.primary,
          doNotContact: one.doNotContact,
        })),
    ),
    letters: on.map((one) => ({
      letterId: one.letterId,
      title: letter(one.letterId).title,
      signOnId: one.id,
      status: one.status,
      printsAs: one.printsAs,
      askedAt: one.lastContact,
      decidedAt: one.decidedAt,
    })),
    children,
    family:
      below.length > 0 ? [{ ...head, depth: 0 }, ...below.map((one) => ({ ...ref(one), depth: 1 }))] : [],
    familyMore: 0,
    answers: {
      asked: on.filter((one) => one.status !== 'to-ask').length,
      answered,
      confirmed: on.filter((one) => one.status === 'confirmed').length,
      days: answered > 0 ? 6 : null,
    },
    lastContact: on[0]?.lastContact ?? null,
    leads: data.letters.filter((one) => one.leads.some((lead) => lead.id === id)).length,
  };
}

const ref = ({ id, name }: { id: number; name: string }) => ({ id, name });

function recognize(data: MockData, name: string): Recognized {
  const typed = name.toLowerCase();
  const chapterOf = data.organizations.find(
    (one) => typed.startsWith(`${one.name.toLowerCase()}, `) && typed.includes('chapter'),
  );
  const related = chapterOf ? [{ ...ref(chapterOf), relation: 'parent' as const }] : [];
  const near = chapterOf
    ? []
    : data.organizations.filter((one) => one.name.toLowerCase().startsWith(typed.slice(0, 8)));
  return {
    verdict: near.length > 0 ? 'likely' : 'new',
    candidates: near
      .slice(0, 3)
      .map((one) => ({ ...ref(one), reason: 'The first words agree.', score: 0.9 })),
    related,
  };
}

/// A row of the list of organizations, with what the mock knows for it.
export function organizationRow(data: MockData, one: Organization): OrganizationRow {
  const on = data.signOns.filter((signed) => signed.organizationId === one.id);
  const there = (row: Person): boolean =>
    row.affiliations.some((at) => at.organization.id === one.id && !at.until);
  return {
    id: one.id,
    name: one.name,
    printsAs: one.printsAs,
    aliases: one.aliases.map((alias) => alias.name).join('; '),
    place: [one.city, one.state].filter(Boolean).join(', '),
    city: one.city,
    state: one.state,
    country: one.country,
    scope: one.scope,
    kind: one.kind,
    membership: one.membership,
    parentId: one.parent?.id ?? null,
    parent: one.parent?.name ?? null,
    website: one.website,
    tags: one.tags,
    decides: one.signing.decides,
    leadDays: one.signing.leadDays,
    neverSigns: one.signing.neverSigns,
    askFirst: one.signing.askFirst,
    contact: data.people.find(there)?.name ?? null,
    letters: on.length,
    signed: on.filter((signed) => signed.status === 'confirmed').length,
    lastContact: on[0]?.lastContact ?? null,
    note: one.note,
    district: one.district,
    owner: one.owner,
  };
}

// Duplicates --------------------------------------------------------------------------------------------------------

function duplicates({ data }: Host): DuplicatesView {
  const named = (name: string): Organization | undefined =>
    data.organizations.find((one) => one.name === name);
  const pairs = likelyPairs.flatMap(([one, other, reasons, score]): LikenessView[] => {
    const [a, b] = [named(one)?.id, named(other)?.id];
    if (a === undefined || b === undefined) return [];
    if (data.apart.some((apart) => apart.includes(a) && apart.includes(b))) return [];
    return [{ a, b, score, reasons }];
  });
  const groups: number[][] = [];
  for (const { a, b } of pairs) {
    const known = groups.find((group) => group.includes(a) || group.includes(b));
    if (known) known.push(...[a, b].filter((id) => !known.includes(id)));
    else groups.push([a, b]);
  }
  const families = likelyFamilies.flatMap(([above, below, reason]) => {
    const [parent, child] = [named(above), named(below)];
    return parent && child && !child.parent ? [{ parent: ref(parent), child: ref(child), reason }] : [];
  });
  return {
    groups: groups.map((ids): DuplicateGroup => ({
      organizations: ids.flatMap((id) =>
        data.organizations.filter((one) => one.id === id).map((one) => organizationRow(data, one)),
      ),
      pairs: pairs.filter(({ a }) => ids.includes(a)),
    })),
    total: groups.length,
    families,
    familiesTotal: families.length,
  };
}

const mergeFields: [OrganizationField, (one: OrganizationRow) => string][] = [
  ['kind', (one) => one.kind ?? ''],
  ['scope', (one) => one.scope ?? ''],
  ['membership', (one) => one.membership ?? ''],
  ['city', (one) => one.city],
  ['website', (one) => one.website],
  ['decides', (one) => one.decides],
  ['lead-days', (one) => (one.leadDays === null ? '' : String(one.leadDays))],
  ['never-signs', (one) => one.neverSigns],
  ['note', (one) => one.note],
];

function plan(
  { data, letter, organization, fail }: Host,
  keepId: number,
  dropId: number,
  choices: MergeChoices,
): MergePlan {
  if (keepId === dropId) fail('rule', 'These are one and the same.');
  const keep = organizationRow(data, organization(keepId));
  const drop = organizationRow(data, organization(dropId));
  const fields = mergeFields.flatMap(([field, value]): MergeField[] => {
    const [kept, dropped] = [value(keep), value(drop)];
    if (kept === dropped) return [];
    const taken: Side =
      choices.fields.find((choice) => choice.field === field)?.take ?? (kept === '' ? 'drop' : 'keep');
    return [{ field, keep: kept, drop: dropped, taken, collides: kept !== '' && dropped !== '' }];
  });
  const of = (id: number): SignOn[] => data.signOns.filter((one) => one.organizationId === id);
  const shown = ({ id, status, printsAs, signer, decidedAt, evidenceCount }: SignOn): MergeSignOn => ({
    id,
    status,
    printsAs,
    signer,
    decidedAt,
    evidence: evidenceCount,
  });
  const collisions = of(dropId).flatMap((dropped) => {
    const kept = of(keepId).find((one) => one.letterId === dropped.letterId);
    if (!kept) return [];
    const chosen = choices.signOns.find((choice) => choice.letterId === dropped.letterId)?.take;
    return [
      {
        letterId: dropped.letterId,
        title: letter(dropped.letterId).title,
        keep: shown(kept),
        drop: shown(dropped),
        taken: chosen ?? ('keep' as const),
      },
    ];
  });
  const moving = of(dropId).filter((one) => !collisions.some(({ letterId }) => letterId === one.letterId));
  const there = data.people.filter((one) => one.affiliations.some((at) => at.organization.id === dropId));
  return {
    keep,
    drop,
    fields,
    aliases: [drop.name, ...organization(dropId).aliases.map((alias) => alias.name)],
    people: there.map((one) => `${one.name}, ${one.affiliations[0]?.role ?? ''}`),
    joined: [],
    letters: moving.map((one) => letter(one.letterId).title),
    leads: data.letters.filter((one) => one.leads.some((lead) => lead.id === dropId)).map((one) => one.title),
    children: data.organizations.filter((one) => one.parent?.id === dropId).map((one) => one.name),
    tags: drop.tags.filter((tag) => !keep.tags.includes(tag)),
    collisions,
  };
}

function merge(
  { data, organization }: Host,
  { keep, drop, aliases, tags, collisions, fields }: MergePlan,
): number {
  const kept = organization(keep.id);
  const lost = new Set(collisions.map((one) => (one.taken === 'keep' ? one.drop.id : one.keep.id)));
  data.signOns = data.signOns.filter((one) => !lost.has(one.id));
  for (const one of data.signOns) {
    if (one.organizationId === drop.id)
      Object.assign(one, { organizationId: kept.id, organization: kept.name });
  }
  for (const one of data.people) {
    for (const at of one.affiliations) if (at.organization.id === drop.id) at.organization = ref(kept);
  }
  for (const one of data.organizations) if (one.parent?.id === drop.id) one.parent = ref(kept);
  for (const { field, drop: value, taken } of fields) {
    if (taken === 'drop' && ['city', 'website', 'note', 'kind', 'scope', 'membership'].includes(field)) {
      Object.assign(kept, { [field]: value });
    }
  }
  kept.aliases.push(...aliases.map((name, n) => ({ id: 900 + n, name, kind: 'spelling' as const })));
  kept.tags.push(...tags);
  data.organizations = data.organizations.filter((one) => one.id !== drop.id);
  return kept.id;
}
