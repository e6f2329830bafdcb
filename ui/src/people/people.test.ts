import { waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { Columns } from '$lib/ui/columns.svelte';

import { organizationColumns } from '../organizations/columns';
import { openCore, type Core } from '../testing/core';
import { personColumns } from './columns';
import { PersonCriteria } from './criteria.svelte';
import { PeoplePage } from './people.svelte';

let core: Core;
let page: PeoplePage;

const names = (): string[] =>
  Array.from({ length: page.table.total ?? 0 }, (_, n) => page.table.row(n)?.name ?? '');

/// Types into a cell and keeps it.
async function write(row: number, column: string, value: string): Promise<boolean> {
  const at = page.table.columns.shown.findIndex((one) => one.id === column);
  expect(page.table.edit({ row, column: at })).toBe(true);
  page.table.type(value);
  return page.table.commit();
}

beforeEach(async () => {
  core = await openCore();
  app.entered(await api.getApp());
  page = new PeoplePage();
  const end = page.follow();
  await waitFor(() => expect(page.table.total).toBe(5));
  return end;
});

test('people stand by their surnames, and are found by their organization too', async () => {
  expect(names()).toEqual([
    'Ana Example',
    'Pat Example',
    'Rev. Jo Placeholder',
    'Mai Sample',
    'Sam Specimen',
  ]);
  page.query = 'lakeshore';
  await waitFor(() => expect(names()).toEqual(['Rev. Jo Placeholder']));
});

test('filters narrow the list and say what they do', async () => {
  await core.setPerson(await core.person('Ana Example'), { doNotContact: true });
  const criteria = new PersonCriteria();
  page.filter = { ...page.filter, doNotContact: true, languages: ['es'] };
  await waitFor(() => expect(names()).toEqual(['Ana Example']));
  const said = criteria.all.flatMap((one) => one.says(page.filter) ?? []);
  expect(said).toEqual(['es', 'Yes']);
  expect(page.filtered).toBe(true);
  page.clearFilter();
  await waitFor(() => expect(page.table.total).toBe(5));
});

test('tags typed in a cell change together, and leave the affiliations as they are', async () => {
  const ana = () => core.person('Ana Example');
  await core.setPerson(await ana(), { tags: ['organizer', 'press'] });
  const before = await ana();
  expect(await write(0, 'tags', 'press, board,  ')).toBe(true);
  expect([...(await ana()).tags].sort()).toEqual(['board', 'press']);
  expect((await ana()).affiliations).toEqual(before.affiliations);
  await app.undo();
  expect(await ana()).toEqual(before);
});

test('a name is changed in its place', async () => {
  expect(await write(0, 'name', 'Ana A. Example')).toBe(true);
  expect((await core.person('Ana A. Example')).pronouns).toBe('she/her');
});

test('whoever is shown in full goes away when they are removed', async () => {
  const { id } = await core.person('Mai Sample');
  await page.open(id);
  expect(page.detail?.person.name).toBe('Mai Sample');
  await page.remove(id);
  await waitFor(() => expect(page.detail).toBeNull());
  expect(names()).not.toContain('Mai Sample');
});

test.each([
  ['people', personColumns],
  ['organizations', organizationColumns],
] as const)('the usual columns of %s fit beside the side bar in a window of any width', (_, all) => {
  for (const window of [900, 1000, 1100, 1200, 1280, 1366, 1440, 1600]) {
    const columns = new Columns<never>(all);
    // Without the side bar, the scrollbar and the boxes of the rows.
    columns.room = window - 224 - 10 - 50;
    expect(columns.total, `at ${window} pixels`).toBeLessThanOrEqual(columns.room);
  }
});
