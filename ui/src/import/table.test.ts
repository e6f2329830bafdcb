import { beforeEach, describe, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import type { TablePlan } from '$bindings/TablePlan';

import { missing, withField } from './fields';
import { fileName, Importing } from './importing.svelte';
import type { Preview } from './preview.svelte';
import { letterOf, type Surroundings, type TableImport } from './table.svelte';

let mock: Mock;

beforeEach(async () => {
  mock = installMock('own', 'en');
  await app.start();
});

const here: Surroundings = { letterId: 1, firstLetter: 1 };
const nowhere: Surroundings = { letterId: null, firstLetter: null };

async function open(path: string, around = here): Promise<TableImport> {
  const importing = new Importing({ kind: 'organizations' }, around);
  await importing.readPath(path);
  if (!importing.table) throw new Error(`${path} is no table: ${importing.problem ?? ''}`);
  return importing.table;
}

async function preview(table: TableImport): Promise<Preview> {
  await table.plan();
  if (!table.preview) throw new Error(`there is no plan: ${table.problem ?? ''}`);
  await vi.waitFor(() => expect(table.preview?.total).not.toBeNull());
  return table.preview;
}

const sum = (plan: TablePlan): number =>
  plan.created + plan.updated + plan.unchanged + plan.rejected + plan.asked;

/// Answers a command late: when `then` is called.
function late(command: string): { then: () => void } {
  const answer = mock.answer.bind(mock);
  let release = (): void => undefined;
  const gate = new Promise<void>((open) => (release = open));
  let held = false;
  vi.spyOn(mock, 'answer').mockImplementation((asked, args) => {
    if (asked !== command || held) return answer(asked, args);
    held = true;
    return gate.then(() => answer(asked, args));
  });
  return { then: () => release() };
}

describe('what is put in', () => {
  test('a list goes to its review and a table to its columns', async () => {
    const importing = new Importing({ kind: 'organizations' }, here);
    expect(importing.step).toBe('start');
    await importing.readText('Kids Forward\nDSA', null);
    expect(importing.step).toBe('list');
    const other = new Importing({ kind: 'organizations' }, here);
    await other.readText('Organization\tCity\nKids Forward\tMadison\nDSA\tMadison', null);
    expect(other.step).toBe('columns');
    expect(other.table?.source.rows).toBe(2);
  });

  test('a table that was pasted can be read as a list after all', async () => {
    const importing = new Importing({ kind: 'organizations' }, here);
    await importing.readText('Kids Forward\tMadison\nDSA\tMadison', null);
    expect(importing.pasted).toBe(true);
    await importing.asList();
    expect(importing.step).toBe('list');
    await importing.readPath('/home/ana/answers.csv');
    expect(importing.pasted).toBe(false);
  });

  test('what can’t be read is answered with a sentence', async () => {
    const importing = new Importing({ kind: 'organizations' }, here);
    await importing.readPath('/home/ana/picture.png');
    expect(importing.problem).toContain('can’t read this kind of file');
    expect(importing.reading).toBeNull();
    await importing.readText('  ', null);
    expect(importing.problem).toBeTruthy();
  });

  test('a file that was given up does not come back when it is read at last', async () => {
    const importing = new Importing({ kind: 'organizations' }, here);
    const slow = late('open_import_at');
    const reading = importing.readPath('/home/ana/answers.csv');
    expect(importing.reading).toBe('Reading answers.csv');
    importing.stop();
    slow.then();
    await reading;
    expect(importing.table).toBeNull();
    expect(importing.step).toBe('start');
  });

  test('of two files the later one stays, whichever is read first', async () => {
    const importing = new Importing({ kind: 'organizations' }, here);
    const slow = late('open_import_at');
    const first = importing.readPath('/home/ana/members.xlsx');
    await importing.readPath('/home/ana/answers.csv');
    slow.then();
    await first;
    expect(importing.table?.source.format).toBe('csv');
  });

  test('a path is called by its last part on every system', () => {
    expect(fileName('/home/ana/a b.csv')).toBe('a b.csv');
    expect(fileName('C:\\Users\\Ana\\list.xlsx')).toBe('list.xlsx');
  });
});

describe('the columns', () => {
  test('one column alone can name the organization, and the one that gave it up is named', async () => {
    const table = await open('/home/ana/members.xlsx');
    expect(table.fields[1]).toBe('organization');
    table.setField(0, 'organization');
    expect(table.fields.slice(0, 2)).toEqual(['organization', null]);
    expect(table.said).toContain('Group');
    await vi.waitFor(() => expect(table.source.columns[1]?.field).toBeNull());
    const [first] = table.source.columns;
    expect(first?.by).toBe('person');
    expect(first && table.how(first)).toBe('Chosen');
  });

  test('several columns may be an email', () => {
    expect(withField(['email', null], 1, 'email')).toEqual({ fields: ['email', 'email'], gave: null });
    expect(withField(['city', null], 1, 'city')).toEqual({ fields: [null, 'city'], gave: 0 });
  });

  test('of two quick choices the last one holds, however late the first is answered', async () => {
    const table = await open('/home/ana/members.xlsx');
    const slow = late('set_import_columns');
    table.setField(0, 'note');
    table.setField(0, 'postal-code');
    expect(table.fields[0]).toBe('postal-code');
    slow.then();
    await vi.waitFor(() => expect(table.source.columns[0]?.field).toBe('postal-code'));
    expect(table.fields[0]).toBe('postal-code');
  });

  test('a plan waits for the choice that was just made', async () => {
    const table = await open('/home/ana/members.xlsx');
    table.kind = 'organizations';
    table.setField(1, null);
    expect(table.lacking).toBeTruthy();
    table.setField(1, 'organization');
    await preview(table);
    expect(table.preview?.plan.rejected).toBe(0);
  });

  test('the headings can be another row, none, or on another sheet', async () => {
    const table = await open('/home/ana/members.xlsx');
    expect(table.source.above.map((row) => row.row)).toEqual([1, 2, 3]);
    await table.setSource({ header: null });
    expect(table.source.rows).toBe(7);
    expect(table.columnName(1)).toBe('Column B');
    await table.setSource({ sheet: 'Old members' });
    expect(table.fields).toContain('full-name');
    expect(table.rereading).toBe(false);
  });

  test('nothing is planned before it can be said what the rows are', async () => {
    const table = await open('/home/ana/members.xlsx');
    table.kind = 'organizations';
    table.setField(1, null);
    await table.plan();
    expect(table.preview).toBeNull();
    expect(table.problem).toBe('Choose the column that names the organization.');
    expect(missing('people', ['email'])).toBeNull();
    expect(missing('people', ['organization'])).toBeTruthy();
    expect(missing('sign-ons', ['last-name'])).toBeNull();
  });

  test('only answers to a form are taken for a yes', async () => {
    expect((await open('/home/ana/answers.csv')).status).toBe('confirmed');
    expect((await open('/home/ana/members.xlsx')).status).toBe('to-ask');
    expect((await open('/home/ana/contacts.vcf')).kind).toBe('people');
    expect((await open('/home/ana/members.xlsx', nowhere)).kind).toBe('organizations');
  });

  test('columns are lettered as in a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('the preview', () => {
  test('accounts for every row, before and after each decision', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    expect(shown.plan.read).toBe(12);
    expect(sum(shown.plan)).toBe(12);
    expect(shown.tab).toBe('asked');
    expect(shown.total).toBe(2);
    await shown.match(shown.meant, 0);
    expect(shown.plan.asked).toBe(1);
    expect(sum(shown.plan)).toBe(12);
    await shown.takeAsNew(shown.meant);
    expect(shown.plan.asked).toBe(0);
    expect(sum(shown.plan)).toBe(12);
    expect(shown.total).toBe(0);
  });

  test('a decision is taken back, one after the other', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    const before = shown.plan;
    await shown.match(shown.meant, 1);
    await shown.toggleOut(shown.meant);
    expect(shown.decisions).toBe(2);
    await shown.takeBack();
    await shown.takeBack();
    expect(shown.plan).toEqual(before);
    expect(shown.decisions).toBe(0);
    await shown.takeBack();
    expect(shown.plan).toEqual(before);
  });

  test('a key that is pressed twice at once decides on one row alone', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    await Promise.all([shown.match(shown.meant, 0), shown.match(shown.meant, 0)]);
    expect(shown.plan.asked).toBe(1);
    expect(shown.decisions).toBe(1);
  });

  test('a candidate that a row does not have decides nothing', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    await shown.match(shown.meant, 8);
    expect(shown.decisions).toBe(0);
    expect(shown.plan.asked).toBe(2);
  });

  test('an organization that is no candidate can be chosen too', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    const kids = mock.data.organizations.find((one) => one.name === 'Kids Forward');
    const [row] = shown.meant;
    if (row && kids) await shown.decide(row, { kind: 'match', organizationId: kids.id });
    expect(shown.plan.asked).toBe(1);
    expect(shown.last?.name).toBe('Riverbend Neighbors Coalition');
    await shown.show(null);
    expect(shown.pages.row(row?.index ?? 0)?.organization?.name).toBe('Kids Forward');
  });

  test('several selected rows are decided at once, each for its own best match', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    await shown.selectAll();
    expect(shown.selected.size).toBe(2);
    await shown.match(shown.meant, 0);
    expect(shown.plan.asked).toBe(0);
    expect(shown.selected.size).toBe(0);
    await shown.takeBack();
    expect(shown.plan.asked).toBe(2);
  });

  test('a selection grows and shrinks with its end and goes with another tab', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    await shown.show(null);
    expect(shown.total).toBe(12);
    shown.extendTo(3);
    expect(shown.selected.size).toBe(4);
    shown.extendTo(1);
    expect(shown.selected.size).toBe(2);
    await shown.show('created');
    expect(shown.selected.size).toBe(0);
    expect(shown.at).toBe(0);
  });

  test('a row that can’t be taken is not left out, and one left out is taken in again', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    await shown.show('rejected');
    await shown.toggleOut(shown.meant);
    expect(shown.decisions).toBe(0);
    await shown.show('created');
    const [row] = shown.meant;
    await shown.toggleOut(shown.meant);
    expect(shown.plan.rejected).toBe(2);
    await shown.show(null);
    const again = shown.pages.row(row?.index ?? 0);
    if (again) await shown.toggleOut([again]);
    expect(shown.plan.rejected).toBe(1);
  });

  test('likely matches are decided all at once, and asked again', async () => {
    const table = await open('/home/ana/answers.csv');
    const shown = await preview(table);
    await table.setLikely('match');
    expect(shown.plan.asked).toBe(0);
    expect(sum(shown.plan)).toBe(12);
    await table.setLikely('ask');
    expect(shown.plan.asked).toBe(2);
  });

  test('decisions outlive a look back at the columns, but no change there', async () => {
    const table = await open('/home/ana/answers.csv');
    const shown = await preview(table);
    await shown.match(shown.meant, 0);
    table.back();
    expect(table.preview).toBeNull();
    expect(await preview(table)).toBe(shown);
    expect(shown.plan.asked).toBe(1);
    expect(shown.decisions).toBe(1);
    table.back();
    table.setField(8, null);
    const anew = await preview(table);
    expect(anew).not.toBe(shown);
    expect(anew.decisions).toBe(0);
    expect(anew.plan.asked).toBe(2);
  });

  test('a plan that is made anew and given up leads back to the columns', async () => {
    const table = await open('/home/ana/many.csv');
    await preview(table);
    const planning = table.setLikely('match');
    await vi.waitFor(() => expect(table.work?.progress.done).toBeGreaterThan(0));
    table.cancel();
    await planning;
    expect(table.preview).toBeNull();
    expect(table.likely).toBe('ask');
    await preview(table);
    expect(table.preview?.plan.read).toBe(100_000);
  }, 30_000);

  test('a page of the tab before that comes late is not shown', async () => {
    const shown = await preview(await open('/home/ana/answers.csv'));
    const slow = late('list_plan_rows');
    const first = shown.show('created');
    await shown.show('rejected');
    slow.then();
    await first;
    expect(shown.tab).toBe('rejected');
    expect(shown.total).toBe(shown.plan.rejected);
    expect(shown.current?.outcome).toBe('rejected');
  });

  test('a hundred thousand rows are counted, and seen by the page', async () => {
    const shown = await preview(await open('/home/ana/many.csv'));
    expect(shown.plan.read).toBe(100_000);
    expect(sum(shown.plan)).toBe(100_000);
    await shown.show(null);
    expect(shown.pages.row(0)).toBeTruthy();
    expect(shown.pages.row(500)).toBeUndefined();
    shown.moveTo(Infinity);
    expect(shown.at).toBe(99_999);
  }, 20_000);

  test('working out is stopped, and what comes of it later is ignored', async () => {
    const table = await open('/home/ana/many.csv');
    const planning = table.plan();
    await vi.waitFor(() => expect(table.work?.progress.done).toBeGreaterThan(0));
    expect(table.work?.kind).toBe('planning');
    table.cancel();
    expect(table.work).toBeNull();
    await planning;
    expect(table.preview).toBeNull();
    expect(table.problem).toBeNull();
  }, 20_000);
});

describe('the import', () => {
  test('writes what the preview said as one step, and one undo takes it back', async () => {
    const table = await open('/home/ana/answers.csv');
    const { plan } = await preview(table);
    const before = mock.data.signOns.length;
    const organizations = mock.data.organizations.length;
    expect(await table.record()).toEqual({ name: 'letter', id: 1 });
    expect(mock.data.signOns).toHaveLength(before + plan.signOns);
    expect(mock.data.organizations).toHaveLength(organizations + plan.organizations);
    expect(mock.data.imports?.[0]?.summary).toMatchObject({ read: 12, created: plan.created });
    expect(app.toasts.at(-1)?.text).toContain('3 rows were left out: see Imports.');
    expect(app.toasts.at(-1)?.action?.label).toBe('Undo');
    await app.undo();
    expect(mock.data.signOns).toHaveLength(before);
    expect(mock.data.imports ?? []).toHaveLength(0);
  });

  test('shows the page of what was imported', async () => {
    const people = await open('/home/ana/contacts.vcf');
    await preview(people);
    expect(await people.record()).toEqual({ name: 'people' });
    const members = await open('/home/ana/members.xlsx', nowhere);
    await preview(members);
    expect(await members.record()).toEqual({ name: 'organizations' });
  });

  test('is refused when the coalition changed meanwhile, and shows what would happen now', async () => {
    const table = await open('/home/ana/answers.csv');
    const shown = await preview(table);
    mock.data.organizations = mock.data.organizations.filter((one) => one.name !== 'Kids Forward');
    await app.applied(mock.answer('remove_letter', { id: 3 }) as never, 'quiet');
    const before = shown.plan.organizations;
    expect(await table.record()).toBeNull();
    expect(table.problem).toContain('changed since');
    expect(shown.plan.organizations).toBeGreaterThan(before);
    expect(table.work).toBeNull();
    expect(await table.record()).not.toBeNull();
  });

  test('is stopped in time: nothing is written and the preview stays', async () => {
    const table = await open('/home/ana/many.csv');
    table.kind = 'organizations';
    await preview(table);
    const before = mock.data.organizations.length;
    const recording = table.record();
    await vi.waitFor(() => expect(table.work?.progress.done).toBeGreaterThan(0));
    table.cancel();
    expect(table.work?.stopping).toBe(true);
    expect(await recording).toBeNull();
    expect(table.work).toBeNull();
    expect(table.problem).toBeNull();
    expect(table.preview).not.toBeNull();
    expect(mock.data.organizations).toHaveLength(before);
  }, 20_000);

  test('a letter is begun with the import that needs it, and goes with it', async () => {
    const table = await open('/home/ana/answers.csv', nowhere);
    table.letterId = null;
    await table.plan();
    expect(table.problem).toBe('Give the letter a title.');
    table.title = 'Save the river';
    await preview(table);
    expect(mock.data.letters).toHaveLength(3);
    expect(app.state?.undo).toBeNull();
    const page = await table.record();
    expect(page).toEqual({ name: 'letter', id: mock.data.letters.at(-1)?.id });
    expect(mock.data.letters.at(-1)?.title).toBe('Save the river');
    expect(mock.data.signOns.some((row) => row.letterId === mock.data.letters.at(-1)?.id)).toBe(true);
    await app.undo();
    expect(mock.data.letters).toHaveLength(3);
  });

  test('is not begun twice', async () => {
    const table = await open('/home/ana/answers.csv');
    await preview(table);
    const both = await Promise.all([table.record(), table.record()]);
    expect(both.filter((page) => page !== null)).toHaveLength(1);
    expect(mock.data.imports).toHaveLength(1);
  });
});
