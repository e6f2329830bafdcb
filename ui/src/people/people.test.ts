import { beforeEach, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';

import { PersonCriteria } from './criteria.svelte';
import { PeoplePage } from './people.svelte';

let mock: Mock;
let page: PeoplePage;

const names = (): string[] =>
  Array.from({ length: page.table.total ?? 0 }, (_, n) => page.table.row(n)?.name ?? '');
const person = (id: number) => mock.data.people.find((one) => one.id === id);

/// Types into a cell and keeps it.
async function write(row: number, column: string, value: string): Promise<boolean> {
  const at = page.table.columns.shown.findIndex((one) => one.id === column);
  expect(page.table.edit({ row, column: at })).toBe(true);
  page.table.type(value);
  return page.table.commit();
}

beforeEach(async () => {
  mock = installMock('own', 'en');
  app.entered(await api.getApp());
  page = new PeoplePage();
  const end = page.follow();
  await vi.waitFor(() => expect(page.table.total).toBe(8), { timeout: 8000 });
  return end;
});

test('people stand by their surnames, and are found by their organization too', async () => {
  expect(names()[0]).toBe('Inés Example');
  page.query = 'lakeshore';
  await vi.waitFor(() =>
    expect(names()).toEqual(['Pat Invented', 'Rev. Dr. Margaret Placeholder-Lindqvist']),
  );
});

test('filters narrow the list and say what they do', async () => {
  const criteria = new PersonCriteria();
  page.filter = { ...page.filter, doNotContact: true, languages: ['es'] };
  await vi.waitFor(() => expect(names()).toEqual(['Tomás Sample']));
  const said = criteria.all.flatMap((one) => one.says(page.filter) ?? []);
  expect(said).toEqual(['es', 'Yes']);
  expect(page.filtered).toBe(true);
  page.clearFilter();
  await vi.waitFor(() => expect(page.table.total).toBe(8));
});

test('tags typed in a cell change together, and leave the affiliations as they are', async () => {
  const before = person(501)?.affiliations;
  expect(await write(0, 'tags', 'press, board,  ')).toBe(true);
  expect(person(501)?.tags).toEqual(['press', 'board']);
  expect(person(501)?.affiliations).toEqual(before);
  await app.undo();
  expect(person(501)?.tags).toEqual(['organizer', 'press']);
});

test('a name is changed in its place', async () => {
  expect(await write(0, 'name', 'Inés A. Example')).toBe(true);
  expect(person(501)?.name).toBe('Inés A. Example');
});

test('whoever is shown in full goes away when they are removed', async () => {
  await page.open(502);
  expect(page.detail?.person.name).toBe('Tomás Sample');
  await page.remove(502);
  await vi.waitFor(() => expect(page.detail).toBeNull());
  expect(names()).not.toContain('Tomás Sample');
});
