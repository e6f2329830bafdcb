/// Invented people, invented twins of organizations, and more about a few organizations, for the mock to begin with.
import type { ContactPoint } from '$bindings/ContactPoint';
import type { Organization } from '$bindings/Organization';
import type { Person } from '$bindings/Person';
import type { Status } from '$bindings/Status';

/// Organizations that are another one a second time, or a chapter of one.
export const inventedTwins: [string, Status][] = [
  ['Driftless Farmworkers Alliance', 'asked'],
  ['Driftless Farm Workers’ Alliance (DFA)', 'to-ask'],
  ['Lakeshore Inter-Faith Council', 'confirmed'],
  ['Coulee Region Mutual Aid Network', 'to-ask'],
  ['Riverbend Neighbors United, Eastside Chapter', 'asked'],
  ['Riverbend Neighbors United, Mill Street Chapter', 'to-ask'],
  ['Lakeshore Interfaith Council of Pine County', 'to-ask'],
];

/// Pairs that the mock takes for likely the same, best first, by the beginnings of their names.
export const likelyPairs: [string, string, string[], number][] = [
  [
    'Driftless Farmworkers Alliance, Inc.',
    'Driftless Farmworkers Alliance',
    ['Only the legal form differs.', 'Same website: driftless.example'],
    0.98,
  ],
  [
    'Driftless Farmworkers Alliance',
    'Driftless Farm Workers’ Alliance (DFA)',
    ['One word is spelled differently: “Farmworkers”, “Farm Workers’”.'],
    0.92,
  ],
  [
    'Lakeshore Interfaith Council',
    'Lakeshore Inter-Faith Council',
    [
      'One word is spelled differently: “Interfaith”, “Inter-Faith”.',
      'Same domain in an email: lakeshore.example',
    ],
    0.95,
  ],
  ['Coulee Region Mutual Aid', 'Coulee Region Mutual Aid Network', ['One word more: “Network”.'], 0.81],
];

/// Parents and chapters that the mock suggests.
export const likelyFamilies: [string, string, string][] = [
  [
    'Riverbend Neighbors United',
    'Riverbend Neighbors United, Eastside Chapter',
    'The name of the one, and “Eastside Chapter”.',
  ],
  [
    'Riverbend Neighbors United',
    'Riverbend Neighbors United, Mill Street Chapter',
    'The name of the one, and “Mill Street Chapter”.',
  ],
  [
    'Lakeshore Interfaith Council',
    'Lakeshore Interfaith Council of Pine County',
    'The name of the one, and the place “Pine County”.',
  ],
];

const byName = (organizations: Organization[], name: string): Organization | undefined =>
  organizations.find((one) => one.name === name);

/// Says more of a few organizations, so that every field shows somewhere.
export function richer(organizations: Organization[]): void {
  const say = (name: string, more: Partial<Organization>): void => {
    Object.assign(byName(organizations, name) ?? {}, more);
  };
  const signing = { decides: 'The board, first Tuesday', leadDays: 14, neverSigns: '', askFirst: true };
  say('Driftless Farmworkers Alliance, Inc.', {
    city: 'Viroqua',
    website: 'https://driftless.example',
    membership: 'member',
    kind: 'nonprofit',
    scope: 'local',
    signing: { ...signing, neverSigns: 'Foreign policy, endorsements' },
    tags: ['farmwork', 'rural', 'Spanish-speaking'],
    aliases: [
      { id: 1, name: 'DFA', kind: 'acronym' },
      { id: 2, name: 'Alianza de Trabajadores Agrícolas', kind: 'translation' },
    ],
    note: 'Call before writing: the board wants to hear about a letter before it circulates.',
  });
  say('Driftless Farmworkers Alliance', {
    city: 'La Crosse',
    website: 'driftless.example',
    kind: 'labor',
    scope: 'local',
    tags: ['rural', 'housing'],
    note: 'From the spreadsheet of 2024.',
  });
  say('Lakeshore Interfaith Council', { kind: 'faith', membership: 'ally', signing, city: 'Manitowoc' });
  say('Lakeshore Inter-Faith Council', { kind: 'faith', membership: 'prospect', city: 'Manitowoc' });
  say('Riverbend Neighbors United', { kind: 'informal', membership: 'member', tags: ['housing'] });
  say('ACLU of Wisconsin', { membership: 'member', kind: 'nonprofit', website: 'aclu-wi.org' });
}

/// A few people at the organizations there are.
export function inventedPeople(organizations: Organization[]): Person[] {
  const people: Person[] = [];
  const add = (
    name: string,
    at: [string, string, Partial<Person['affiliations'][number]>][],
    points: string[],
    more: Partial<Person> = {},
  ): void => {
    const id = 501 + people.length;
    people.push({
      id,
      name,
      sortAs: null,
      pronouns: '',
      languages: [],
      doNotContact: false,
      note: '',
      contactPoints: points.map((value, n): ContactPoint => {
        const kind = value.includes('@') ? 'email' : 'phone';
        const first = points.findIndex((other) => other.includes('@') === value.includes('@'));
        return { kind, value, preferred: first === n && points.length > 1 };
      }),
      affiliations: at.flatMap(([organization, role, rest], n) => {
        const found = byName(organizations, organization);
        return found
          ? [
              {
                id: id * 10 + n,
                organization: { id: found.id, name: found.name },
                role,
                since: null,
                until: null,
                maySign: false,
                primary: false,
                ...rest,
              },
            ]
          : [];
      }),
      tags: [],
      ...more,
    });
  };
  add(
    'Inés Example',
    [
      [
        'Driftless Farmworkers Alliance, Inc.',
        'Program director',
        { primary: true, maySign: true, since: '2021' },
      ],
      ['Riverbend Neighbors United', 'Board member', { since: '2023-05' }],
    ],
    ['ines@driftless.example', 'ines.example@mail.example', '+1 608 555 0134'],
    {
      pronouns: 'she / ella',
      languages: ['es', 'en'],
      tags: ['organizer', 'press'],
      note: 'Best reached in the evening.',
    },
  );
  add(
    'Tomás Sample',
    [['Driftless Farmworkers Alliance, Inc.', 'Outreach', { until: '2024-09', since: '2019' }]],
    ['tomas@driftless.example'],
    { doNotContact: true, languages: ['es'] },
  );
  add(
    'Rev. Dr. Margaret Placeholder-Lindqvist',
    [
      [
        'Lakeshore Interfaith Council',
        'Convener and chair of the joint committee on public witness',
        { primary: true, maySign: true },
      ],
    ],
    ['margaret@lakeshore.example', '(920) 555-0171'],
    { pronouns: 'she/her', languages: ['en', 'sv'] },
  );
  add(
    'Pat Invented',
    [['Lakeshore Inter-Faith Council', 'Secretary', { primary: true }]],
    ['office@lakeshore.example'],
  );
  add(
    'Mai Testperson',
    [['Hmong American Women’s Association, Inc.', 'Executive director', { primary: true, maySign: true }]],
    ['mai@example.org', '414-555-0188'],
    {
      languages: ['hmn', 'en'],
      tags: ['press'],
    },
  );
  add('Jo Nobody', [], ['jo@example.net'], { note: 'Wants to help; at no organization.' });
  add(
    'Ana Fictitious',
    [['ACLU of Wisconsin', 'Community engagement manager', { primary: true }]],
    ['ana@example.com', '+1 414 555 0100'],
    {
      pronouns: 'they/them',
    },
  );
  add(
    'Sam Fictitious',
    [['Riverbend Neighbors United', 'Co-chair', { primary: true, maySign: true }]],
    ['sam@riverbend.example'],
  );
  return people;
}
