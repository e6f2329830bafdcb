/// The files that the mock can open: a form's answers, a workbook with rows above its headings, an address book, and one
/// with a hundred thousand rows. All in them is invented, but for organizations that did sign the Wisconsin letter.
import type { FileFormat } from '$bindings/FileFormat';
import type { ImportField } from '$bindings/ImportField';

import type { TableKind } from '$bindings/TableKind';

/// A file as the core would have read it.
export interface MockFile {
  name: string;
  format: FileFormat;
  sheets: { name: string; rows: string[][]; hidden: number[] }[];
  /// The row of the headings, in the first sheet.
  header: number | null;
  delimiter: string | null;
  charset: string | null;
  problems: string[];
  target: TableKind;
  /// So many rows more, each made when it is looked at.
  more: number;
}

const answers = `Timestamp,Organization,Your name,Your title,Email,City,State,Does your organization sign on?,Anything else?
11/20/2026 9:02:11,Kids Forward,Ana Ejemplo,Policy director,ana@example.org,Madison,WI,"Yes, sign us on",
11/20/2026 9:15:40,Riverbend Neighbors Coalition,Sam Placeholder,Organizer,sam@riverbend.example,Wausau,WI,"Yes, sign us on",Please list us with the long name
11/20/2026 10:01:03,Invented Lantern Society,Lucía Muestra,Chair,lucia@lantern.example,Eau Claire,WI,"Yes, sign us on",
11/20/2026 10:20:00,WISDOM,Rev. Jo Placeholder,President,jo@example.org,Milwaukee,WI,"Yes, sign us on",
11/20/2026 11:00:59,,Nobody Atall,,nobody@example.org,,,"Yes, sign us on",I sign for myself
11/20/2026 11:47:12,"Alder Creek Watershed, Farmland and Small Towns Cooperative Council of Central and Northern Wisconsin, Inc.",Bartholomew Featherstonehaugh-Example de la Muestra,Interim co-executive director for programs and partnerships,bartholomew.featherstonehaugh-example@aldercreek.example,Stevens Point,WI,"Yes, sign us on",
11/20/2026 12:30:31,Driftless Farmworkers Alliance,Inés Example,Program director,ines@driftless.example,Viroqua,WI,"Yes, sign us on",
11/20/2026 13:05:27,Prairie Legal Collective,Pat Example,Staff attorney,pat@prairie.example,La Crosse,WI,No,We do not sign letters in an election year
11/21/2026 8:11:09,Kids Forward,Mo Otherwise,Board member,mo@example.org,Madison,WI,"Yes, sign us on",
11/21/2026 8:40:41,Lakeshore Interfaith,Casey Sample,Secretary,casey@lakeshore.example,Sheboygan,WI,"Yes, sign us on",
11/21/2026 9:19:00,Coulee Region Mutual Aid,Toni Example,Treasurer,toni@coulee.example,La Crosse,Wisconsin,"Yes, sign us on",
11/21/2026 9:55:13,Marigold Tenants Union,Noor Placeholder,Organizer,noor@marigold.example,Madison,WI,"Yes, sign us on",`;

const book = [
  ['Name', 'Email', 'Phone', 'Organization', 'Role', 'City'],
  ['Tomás Sample', 'tomas@example.org', '(608) 555-0101', 'Kids Forward', 'Organizer', 'Madison'],
  ['Quinn Invented', 'quinn@example.org', '608-555-0102', 'Marigold Tenants Union', 'Chair', 'Madison'],
  ['Alex Nemo', 'alex@example.org', '', 'WISDOM', '', 'Milwaukee'],
];

const workbook = [
  ['Coalition members, spring list'],
  ['Exported 3 March'],
  ['No.', 'Group', 'Short name', 'Contact', 'E-mail', 'Town', 'St', 'Web'],
  [
    '1',
    'Invented Lantern Society',
    'ILS',
    'Lucía Muestra',
    'lucia@lantern.example',
    'Eau Claire',
    'WI',
    'lantern.example',
  ],
  ['2', 'Marigold Tenants Union', 'MTU', 'Noor Placeholder', 'noor@marigold.example', 'Madison', 'WI', ''],
  ['3', 'Kids Forward', '', 'Ana Ejemplo', 'ana@example.org', 'Middleton', 'WI', 'kidsforward.example'],
  ['4', 'Riverbend Tenants', '', '', '', 'Wausau', 'WI', ''],
];

/// The fields that the mock finds by a heading.
export const meanings: [RegExp, ImportField][] = [
  [/^(organi[sz]ation|group|company)/i, 'organization'],
  [/^short/i, 'alias'],
  [/^(your name|name|contact)/i, 'full-name'],
  [/^(your title|role|title)/i, 'title'],
  [/^e-?mail/i, 'email'],
  [/^phone/i, 'phone'],
  [/^(city|town)/i, 'city'],
  [/^(state|st)$/i, 'state'],
  [/^web/i, 'website'],
  [/^timestamp/i, 'timestamp'],
  [/sign on/i, 'consent'],
  [/^anything/i, 'note'],
];

/// Parts a text into cells, quotes and all.
export function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    const last = rows.at(-1) ?? [];
    if (sign === '"' && quoted && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (sign !== undefined && (quoted || (sign !== delimiter && sign !== '\n'))) cell += sign;
    else {
      last.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') rows.push([]);
    }
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}

export function answersFile(): MockFile {
  return file('Form Responses 1.csv', cellsOf(answers, ','), { target: 'sign-ons' });
}

export function manyFile(): MockFile {
  const [headings = [], ...rows] = cellsOf(answers, ',');
  const problems = [
    'Row 4,211 has 3 cells more than the headings; they were left out.',
    'Row 71,002 ends within quotes.',
  ];
  return file('everybody.csv', [headings, ...rows], { target: 'organizations', more: 99_988, problems });
}

export function bookFile(): MockFile {
  return file('contacts.vcf', book, { format: 'vcard', delimiter: null, charset: null, target: 'people' });
}

export function workbookFile(): MockFile {
  const wide = workbook.map((row, n) => [...row, ...Array.from({ length: 30 }, () => (n === 2 ? '' : ''))]);
  return {
    ...file('members.xlsx', wide, {
      format: 'xlsx',
      delimiter: null,
      charset: null,
      header: 2,
      target: 'organizations',
    }),
    sheets: [
      { name: 'Members 2026', rows: wide, hidden: [6] },
      { name: 'Old members', rows: book, hidden: [] },
    ],
  };
}

export function pastedFile(rows: string[][]): MockFile {
  const target = rows[0]?.some((cell) => /^name|email/i.test(cell)) ? 'people' : 'organizations';
  return file('', rows, { format: 'html', delimiter: null, charset: null, target });
}

function file(name: string, rows: string[][], more: Partial<MockFile>): MockFile {
  return {
    name,
    format: 'csv',
    sheets: [{ name: '', rows, hidden: [] }],
    header: 0,
    delimiter: ',',
    charset: 'UTF-8',
    problems: [],
    target: 'organizations',
    more: 0,
    ...more,
  };
}
