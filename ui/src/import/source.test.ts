import { waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';

import type { ImportPlan } from '$bindings/imports';
import type { PersonFields } from '$bindings/people';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { openCore, titles, type Core } from '../testing/core';
import { dropFile } from '../testing/imports';
import { letterOf } from './columns.svelte';
import { missing, withField } from './fields';
import { fileName, Importing } from './importing.svelte';
import type { Preview } from './preview.svelte';
import type { SourceImport, Surroundings } from './source.svelte';

type File = Parameters<typeof dropFile>[1];

let core: Core;
let letterId: number;
let here: Surroundings;
const nowhere: Surroundings = { letterId: null, firstLetter: null, organizations: false };

beforeEach(async () => {
  core = await openCore();
  letterId = await core.letter('rent');
  here = { letterId, firstLetter: letterId, organizations: false };
  await app.start();
});

async function open(file: File, around = here): Promise<SourceImport> {
  const importing = new Importing(around);
  await importing.readPath(await dropFile(core, file));
  if (!importing.source?.columns) throw new Error(`${file} is no table: ${importing.problem ?? ''}`);
  return importing.source;
}

async function preview(source: SourceImport): Promise<Preview> {
  await source.plan();
  if (!source.preview) throw new Error(`there is no plan: ${source.problem ?? ''}`);
  await waitFor(() => expect(source.preview?.total).not.toBeNull());
  return source.preview;
}

const columnsOf = (source: SourceImport) => {
  if (!source.columns) throw new Error('it is no table');
  return source.columns;
};

const sum = (plan: ImportPlan): number =>
  plan.created + plan.updated + plan.unchanged + plan.rejected + plan.asked;

/// Somebody whom one writes to at an organization.
const addContact = (name: string, organizationId: number) =>
  api.addPerson({
    name,
    affiliations: [{ organizationId, role: '', maySign: false, primary: true }],
  } as unknown as PersonFields);

const signOns = async (): Promise<number> => (await api.listSignOns(letterId)).length;

describe('what is put in', () => {
  test('a list goes to its preview and a table to its columns', async () => {
    const importing = new Importing(here);
    expect(importing.step).toBe('start');
    await importing.readText('Kids Forward\nDSA', null);
    expect(importing.step).toBe('preview');
    expect(importing.source?.rows).toBe(2);
    const other = new Importing(here);
    await other.readText('Organization\tCity\nKids Forward\tMadison\nDSA\tMadison', null);
    expect(other.step).toBe('columns');
    expect(other.source?.rows).toBe(2);
  });

  test('a table that was pasted can be read as a list after all', async () => {
    const importing = new Importing(here);
    await importing.readText('Organization\tCity\nKids Forward\tMadison\nDSA\tMadison', null);
    expect(importing.pasted).toBe(true);
    await importing.asList();
    expect(importing.source?.list).not.toBeNull();
    expect(importing.step).toBe('preview');
    expect(importing.pasted).toBe(false);
    await importing.readPath(await dropFile(core, 'answers.csv'));
    expect(importing.step).toBe('columns');
    expect(importing.pasted).toBe(false);
  });

  test('what can’t be read is answered with a sentence', async () => {
    const importing = new Importing(here);
    await importing.readPath(await dropFile(core, 'picture.png'));
    expect(importing.problem).toBeTruthy();
    expect(importing.reading).toBeNull();
    expect(importing.step).toBe('start');
    await importing.readText('  ', null);
    expect(importing.problem).toContain('There is no text in it.');
  });

  test('a file that was given up does not come back when it is read at last', async () => {
    const importing = new Importing(here);
    const path = await dropFile(core, 'answers.csv');
    const slow = core.hold('open_import_at');
    const reading = importing.readPath(path);
    expect(importing.reading).toBe('Reading answers.csv');
    importing.stop();
    slow.release();
    await reading;
    expect(importing.source).toBeNull();
    expect(importing.step).toBe('start');
  });

  test('of two files the later one stays, whichever is read first', async () => {
    const importing = new Importing(here);
    const members = await dropFile(core, 'members.csv');
    const slow = core.hold('open_import_at');
    const first = importing.readPath(members);
    await importing.readPath(await dropFile(core, 'answers.csv'));
    slow.release();
    await first;
    expect(importing.source?.name).toBe('answers.csv');
    // The core has it open still.
    if (importing.source) expect((await preview(importing.source)).plan.read).toBe(8);
  });

  test('a path is called by its last part on every system', () => {
    expect(fileName('/home/ana/a b.csv')).toBe('a b.csv');
    expect(fileName('C:\\Users\\Ana\\list.xlsx')).toBe('list.xlsx');
  });
});

describe('the columns', () => {
  test('one column alone can name the organization, and the one that gave it up is named', async () => {
    const columns = columnsOf(await open('members.csv'));
    expect(columns.fields[1]).toBe('organization');
    columns.setField(0, 'organization');
    expect(columns.fields.slice(0, 2)).toEqual(['organization', null]);
    expect(columns.said).toContain('Group');
    await waitFor(() => expect(columns.source.columns[1]?.field).toBeNull());
    const [first] = columns.source.columns;
    expect(first?.by).toBe('person');
    expect(first && columns.how(first)).toBe('Chosen');
  });

  test('several columns may be an email', () => {
    expect(withField(['email', null], 1, 'email')).toEqual({ fields: ['email', 'email'], gave: null });
    expect(withField(['city', null], 1, 'city')).toEqual({ fields: [null, 'city'], gave: 0 });
  });

  test('of two quick choices the last one holds, however late the first is answered', async () => {
    const columns = columnsOf(await open('members.csv'));
    const slow = core.hold('set_import_columns');
    columns.setField(0, 'note');
    columns.setField(0, 'postal-code');
    expect(columns.fields[0]).toBe('postal-code');
    slow.release();
    await waitFor(() => expect(columns.source.columns[0]?.field).toBe('postal-code'));
    expect(columns.fields[0]).toBe('postal-code');
  });

  test('a plan waits for the choice that was just made', async () => {
    const source = await open('members.csv');
    source.kind = 'organizations';
    columnsOf(source).setField(1, null);
    expect(source.lacking).toBeTruthy();
    columnsOf(source).setField(1, 'organization');
    expect((await preview(source)).plan.rejected).toBe(0);
  });

  test('the headings can be another row, or none', async () => {
    const columns = columnsOf(await open('members.csv'));
    expect(columns.source.above.map((row) => row.row)).toEqual([1, 2, 3]);
    await columns.setSource({ header: null });
    expect(columns.source.rows).toBe(7);
    expect(columns.columnName(1)).toBe('Column B');
    await columns.setSource({ header: 2 });
    expect(columns.fields).toContain('organization');
    expect(columns.rereading).toBe(false);
  });

  test('nothing is planned before it can be said what the rows are', async () => {
    const source = await open('members.csv');
    source.kind = 'organizations';
    columnsOf(source).setField(1, null);
    await source.plan();
    expect(source.preview).toBeNull();
    expect(source.problem).toBe('Choose the column that names the organization.');
    expect(missing('people', ['email'])).toBeNull();
    expect(missing('people', ['organization'])).toBeTruthy();
    expect(missing('sign-ons', ['last-name'])).toBeNull();
  });

  test('only answers to a form are taken for a yes', async () => {
    expect((await open('answers.csv')).status).toBe('confirmed');
    expect((await open('members.csv')).status).toBe('to-ask');
    expect((await open('contacts.vcf')).kind).toBe('people');
    expect((await open('members.csv', nowhere)).kind).toBe('organizations');
  });

  test('columns are lettered as in a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('the preview', () => {
  test('accounts for every row, before and after each decision', async () => {
    const shown = await preview(await open('answers.csv'));
    expect(shown.plan).toMatchObject({ read: 8, created: 5, rejected: 1, asked: 2, known: 2 });
    expect(shown.tab).toBe('asked');
    expect(shown.total).toBe(2);
    await shown.match(shown.meant, 0);
    expect(shown.plan.asked).toBe(1);
    expect(sum(shown.plan)).toBe(8);
    await shown.takeAsNew(shown.meant);
    expect(shown.plan.asked).toBe(0);
    expect(sum(shown.plan)).toBe(8);
    expect(shown.total).toBe(0);
  });

  test('a decision is taken back, one after the other', async () => {
    const shown = await preview(await open('answers.csv'));
    const before = shown.plan;
    await shown.match(shown.meant, 0);
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
    const shown = await preview(await open('answers.csv'));
    await Promise.all([shown.match(shown.meant, 0), shown.match(shown.meant, 0)]);
    expect(shown.plan.asked).toBe(1);
    expect(shown.decisions).toBe(1);
  });

  test('a candidate that a row does not have decides nothing', async () => {
    const shown = await preview(await open('answers.csv'));
    await shown.match(shown.meant, 8);
    expect(shown.decisions).toBe(0);
    expect(shown.plan.asked).toBe(2);
  });

  test('an organization that is no candidate can be chosen too', async () => {
    const shown = await preview(await open('answers.csv'));
    const { id } = await core.organization('Brown Berets');
    const [row] = shown.meant;
    if (row) await shown.decide(row, { kind: 'match', organizationId: id });
    expect(shown.plan.asked).toBe(1);
    expect(shown.last?.name).toBe('Lakeshore Interfaith Counsil');
    await shown.show(null);
    expect(shown.pages.row(row?.key ?? 0)?.organization?.name).toBe('Brown Berets');
  });

  test('several selected rows are decided at once, each for its own best match', async () => {
    const shown = await preview(await open('answers.csv'));
    await shown.selectAll();
    expect(shown.selected.size).toBe(2);
    await shown.match(shown.meant, 0);
    expect(shown.plan.asked).toBe(0);
    expect(shown.selected.size).toBe(0);
    await shown.takeBack();
    expect(shown.plan.asked).toBe(2);
  });

  test('a selection grows and shrinks with its end and goes with another tab', async () => {
    const shown = await preview(await open('answers.csv'));
    await shown.show(null);
    expect(shown.total).toBe(8);
    await shown.extendTo(3);
    expect(shown.selected.size).toBe(4);
    await shown.extendTo(1);
    expect(shown.selected.size).toBe(2);
    await shown.show('created');
    expect(shown.selected.size).toBe(0);
    expect(shown.at).toBe(0);
  });

  test('a row that can’t be taken is not left out, and one left out is taken in again', async () => {
    const shown = await preview(await open('answers.csv'));
    await shown.show('rejected');
    await shown.toggleOut(shown.meant);
    expect(shown.decisions).toBe(0);
    await shown.show('created');
    const [row] = shown.meant;
    await shown.toggleOut(shown.meant);
    expect(shown.plan.rejected).toBe(2);
    await shown.show(null);
    const again = shown.pages.row(row?.key ?? 0);
    if (again) await shown.toggleOut([again]);
    expect(shown.plan.rejected).toBe(1);
  });

  test('likely matches are decided all at once, and asked again', async () => {
    const source = await open('answers.csv');
    const shown = await preview(source);
    await source.setLikely('match');
    expect(shown.plan.asked).toBe(0);
    expect(sum(shown.plan)).toBe(8);
    await source.setLikely('ask');
    expect(shown.plan.asked).toBe(2);
  });

  test('decisions outlive a look back at the columns, but no change there', async () => {
    const source = await open('answers.csv');
    const shown = await preview(source);
    await shown.match(shown.meant, 0);
    source.back();
    expect(source.preview).toBeNull();
    expect(await preview(source)).toBe(shown);
    expect(shown.plan.asked).toBe(1);
    expect(shown.decisions).toBe(1);
    source.back();
    columnsOf(source).setField(8, null);
    const anew = await preview(source);
    expect(anew).not.toBe(shown);
    expect(anew.decisions).toBe(0);
    expect(anew.plan.asked).toBe(2);
  });

  test('what the rows become is changed beside them, and what was decided of whose they are stays', async () => {
    const source = await open('answers.csv');
    const shown = await preview(source);
    await shown.match(shown.meant, 0);
    source.kind = 'organizations';
    await waitFor(() => expect(source.work).toBeNull());
    expect(source.preview).toBe(shown);
    expect(shown.plan).toMatchObject({ asked: 1, signOns: 0 });
    source.kind = 'sign-ons';
    source.status = 'asked';
    await waitFor(() => expect(source.work).toBeNull());
    expect(shown.plan.asked).toBe(1);
    expect(shown.plan.signOns).toBeGreaterThan(0);
  });

  test('a plan that is made anew and given up leads back to the columns', async () => {
    const source = await open('many.csv');
    source.kind = 'organizations';
    await preview(source);
    const planning = source.setLikely('match');
    await waitFor(() => expect(source.work?.progress.done).toBeGreaterThan(0));
    source.cancel();
    await planning;
    expect(source.preview).toBeNull();
    expect(source.likely).toBe('ask');
    await preview(source);
    expect(source.preview?.plan.read).toBe(4000);
  }, 60_000);

  test('a page of the tab before that comes late is not shown', async () => {
    const shown = await preview(await open('answers.csv'));
    const slow = core.hold('list_plan_rows');
    const first = shown.show('created');
    await shown.show('rejected');
    slow.release();
    await first;
    expect(shown.tab).toBe('rejected');
    expect(shown.total).toBe(shown.plan.rejected);
    expect(shown.current?.outcome).toBe('rejected');
  });

  test('thousands of rows are counted, and seen by the page', async () => {
    const source = await open('many.csv');
    source.kind = 'organizations';
    const shown = await preview(source);
    expect(shown.plan.read).toBe(4000);
    expect(sum(shown.plan)).toBe(4000);
    await shown.show(null);
    expect(shown.pages.row(0)).toBeTruthy();
    expect(shown.pages.row(500)).toBeUndefined();
    shown.moveTo(Infinity);
    expect(shown.at).toBe(3999);
  }, 60_000);

  test('working out is stopped, and what comes of it later is ignored', async () => {
    const source = await open('many.csv');
    source.kind = 'organizations';
    const planning = source.plan();
    await waitFor(() => expect(source.work?.progress.done).toBeGreaterThan(0));
    expect(source.work?.kind).toBe('planning');
    source.cancel();
    expect(source.work).toBeNull();
    await planning;
    expect(source.preview).toBeNull();
    expect(source.problem).toBeNull();
  }, 60_000);
});

describe('the import', () => {
  test('writes what the preview said as one step, and one undo takes it back', async () => {
    const source = await open('answers.csv');
    const { plan } = await preview(source);
    const before = await signOns();
    const organizations = (await core.organizations()).length;
    expect(await source.record()).toEqual({ name: 'letter', id: letterId });
    expect(await signOns()).toBe(before + plan.signOns);
    expect(await core.organizations()).toHaveLength(organizations + plan.organizations);
    expect((await api.listImports())[0]).toMatchObject({ read: 8, created: plan.created });
    expect(app.toasts.at(-1)?.text).toContain('3 rows were left out: see Imports.');
    expect(app.toasts.at(-1)?.action?.label).toBe('Undo');
    const imports = (await api.listImports()).length;
    await app.undo();
    expect(await signOns()).toBe(before);
    expect(await api.listImports()).toHaveLength(imports - 1);
  });

  test('shows the page of what was imported', async () => {
    const people = await open('contacts.vcf');
    await preview(people);
    expect(await people.record()).toEqual({ name: 'people' });
    const members = await open('members.csv', nowhere);
    await preview(members);
    expect(await members.record()).toEqual({ name: 'organizations' });
  });

  test('offers to ask whom it brought to sign the letter that goes round', async () => {
    const members = await open('members.csv', nowhere);
    const { plan } = await preview(members);
    await members.record();
    const next = app.toasts.at(-1)?.next;
    expect(next?.label).toBe(`Ask these ${String(plan.organizations + plan.known)}…`);
    next?.run();
    expect(place.dialog).toMatchObject({ name: 'ask', importId: (await api.listImports())[0]?.id });
    if (place.dialog?.name !== 'ask') throw new Error('no dialog');
    const { rows, already } = await api.planAsk(place.dialog.letterId, {
      kind: 'import',
      id: place.dialog.importId ?? 0,
    });
    expect(rows.length + already).toBe(plan.organizations + plan.known);
    place.close();
  });

  test('of people offers to ask their organizations, and to write to them there', async () => {
    const marigold = await core.addOrganization('Marigold Tenants Union');
    await addContact('Ash Earlier', marigold);
    const people = await open('contacts.vcf', nowhere);
    await preview(people);
    await people.record();
    // Kids Forward is on the letter already.
    const next = app.toasts.at(-1)?.next;
    expect(next?.label).toBe('Ask their organization to sign…');
    next?.run();
    if (place.dialog?.name !== 'ask') throw new Error('no dialog');
    const { letterId: asked, importId = 0 } = place.dialog;
    const { rows } = await api.planAsk(asked, { kind: 'import', id: importId });
    expect(rows.map(({ organization, person }) => [organization.name, person?.name])).toEqual([
      ['Marigold Tenants Union', 'Quinn Invented'],
    ]);
    place.close();
  });

  test('of people whose organizations are on the letter already shows who came', async () => {
    await api.addSignOns(await core.letter(), [await core.addOrganization('Marigold Tenants Union')]);
    const people = await open('contacts.vcf', nowhere);
    await preview(people);
    await people.record();
    const next = app.toasts.at(-1)?.next;
    expect(next?.label).toBe('See these 2');
    next?.run();
    const [imported] = await api.listImports();
    expect(place.page).toEqual({ name: 'people', importId: imported?.id });
    const came = { ...api.anyPerson, importId: imported?.id ?? null };
    const { rows } = await api.listPeople(came, { column: 'name', reversed: false }, 0, 9);
    expect(rows).toHaveLength(2);
  });

  test('is refused when the coalition changed meanwhile, and shows what would happen now', async () => {
    const source = await open('answers.csv');
    const shown = await preview(source);
    const { organization } = await api.getOrganization((await core.organization('Kids Forward')).id);
    await api.setOrganizationField([organization.id], 'name', 'Children Forward', () => undefined);
    const before = shown.plan.organizations;
    expect(await source.record()).toBeNull();
    expect(source.problem).toContain('since the preview');
    expect(shown.plan.organizations).toBeGreaterThan(before);
    expect(source.work).toBeNull();
    expect(await source.record()).not.toBeNull();
  });

  test('is stopped in time: nothing is written and the preview stays', async () => {
    const source = await open('many.csv');
    source.kind = 'organizations';
    await preview(source);
    const before = (await core.organizations()).length;
    const recording = source.record();
    await waitFor(() => expect(source.work?.progress.of).toBeGreaterThan(0), { interval: 2 });
    source.cancel();
    expect(source.work?.stopping).toBe(true);
    expect(await recording).toBeNull();
    expect(source.work).toBeNull();
    expect(source.problem).toBeNull();
    expect(source.preview).not.toBeNull();
    expect(await core.organizations()).toHaveLength(before);
  }, 60_000);

  test('a letter is begun with the import that needs it, and goes with it', async () => {
    const source = await open('answers.csv', nowhere);
    source.letterId = null;
    await preview(source);
    expect(await source.record()).toBeNull();
    expect(source.problem).toBe('Give the letter a title.');
    source.title = 'Save the river';
    expect(source.problem).toBeNull();
    expect(await api.listLetters()).toHaveLength(Object.keys(titles).length);
    const page = await source.record();
    const begun = (await api.listLetters()).find(({ title }) => title === 'Save the river');
    expect(page).toEqual({ name: 'letter', id: begun?.id });
    expect((await api.listSignOns(begun?.id ?? 0)).length).toBeGreaterThan(0);
    await app.undo();
    expect(await api.listLetters()).toHaveLength(Object.keys(titles).length);
  });

  test('is not begun twice', async () => {
    const source = await open('answers.csv');
    await preview(source);
    const imports = (await api.listImports()).length;
    const both = await Promise.all([source.record(), source.record()]);
    expect(both.filter((page) => page !== null)).toHaveLength(1);
    expect(await api.listImports()).toHaveLength(imports + 1);
  });
});
