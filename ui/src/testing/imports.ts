/// Files and texts that tests import. All in them is invented, but for organizations that are in the sample.
import { fileOf, type Core } from './core';

/// The answers of a form: of eight, one names nobody, and two are spelled a little otherwise than those who are there.
export const answers = `Timestamp,Organization,Your name,Your title,Email,City,State,Does your organization sign on?,Anything else?
11/20/2025 9:02:11,Kids Forward,Ana Ejemplo,Policy director,ana@example.org,Madison,WI,"Yes, sign us on",
11/20/2025 9:15:40,Lakeshore Interfaith Counsil,Sam Placeholder,Organizer,sam@lakeshore.example,Sheboygan,WI,"Yes, sign us on",Please list us with the long name
11/20/2025 10:01:03,Invented Lantern Society,Lucía Muestra,Chair,lucia@lantern.example,Eau Claire,WI,"Yes, sign us on",
11/20/2025 10:20:00,WISDOM,Rev. Jo Placeholder,President,jo@example.org,Milwaukee,WI,"Yes, sign us on",
11/20/2025 11:00:59,,,,,,,"Yes, sign us on",I sign for myself
11/20/2025 13:05:27,Prairie Legal Collective,Pat Specimen,Staff attorney,pat@prairie.example,La Crosse,WI,No,We do not sign letters in an election year
11/21/2025 8:40:41,Riverbend Tenants Counsil,Casey Sample,Secretary,casey@riverbend.example,Wausau,WI,"Yes, sign us on",
11/21/2025 9:55:13,Marigold Tenants Union,Noor Placeholder,Organizer,noor@marigold.example,Madison,WI,"Yes, sign us on",
`;

/// A list of members, with a title and a date above its headings.
const members = `Coalition members, spring list,,,,
Exported 3 March,,,,
No.,Group,Short name,Town,Web
1,Invented Lantern Society,ILS,Eau Claire,lantern.example
2,Marigold Tenants Union,MTU,Madison,
3,Kids Forward,,Middleton,kidsforward.example
4,Riverbend Lantern Workers,,Wausau,
`;

const cards = `BEGIN:VCARD
VERSION:3.0
FN:Tomás Sample
N:Sample;Tomás;;;
ORG:Kids Forward
EMAIL:tomas@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Quinn Invented
N:Invented;Quinn;;;
ORG:Marigold Tenants Union
EMAIL:quinn@example.org
END:VCARD
`;

const many = (): string =>
  'Organization,Email\n' +
  Array.from({ length: 4000 }, (_, n) => `Invented Society No. ${n},p${n}@example.org\n`).join('');

const files = {
  'answers.csv': () => answers,
  'members.csv': () => members,
  'contacts.vcf': () => cards,
  'many.csv': many,
  'names.txt': () => 'Kids Forward\nDSA\nWISDOM\n',
  'picture.png': () => '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0',
};

/// Lets a file go over the window; gives its path.
export async function dropFile(core: Core, name: keyof typeof files): Promise<string> {
  const path = await fileOf(name, files[name]());
  await core.drop(path);
  return path;
}
