import { waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { openCore, type Core } from '../testing/core';
import { Duplicates } from './duplicates.svelte';
import { compared } from './fields';
import { Merging } from './merging.svelte';

let duplicates: Duplicates;
let core: Core;

/// The names of each group.
const names = (): string[][] => duplicates.groups.map((group) => group.rows.map((row) => row.name));

/// Three that are the same, two that are, and a parent with two chapters.
async function addTwins(): Promise<void> {
  const one = await core.organization('Riverbend Neighbors United');
  const { id, parent, ...fields } = one;
  await api.setOrganization(id, {
    ...fields,
    parentId: parent?.id ?? null,
    website: 'https://riverbend.example',
    tags: ['housing'],
  });
  const twin = { city: 'Weston', state: 'WI', website: 'riverbend.example' };
  const third = await core.addOrganization('Riverbend Neighbors, United', twin);
  await api.addSignOns(await core.letter(), [third]);
  await core.addOrganization('Cedar Hollow Friends Meeting, Inc.', { state: 'WI' });
  for (const town of ['Tomah', 'Sparta']) {
    await core.addOrganization(`Coulee Region Bicycle Cooperative, ${town} Chapter`);
  }
}

beforeEach(async () => {
  core = await openCore();
  await addTwins();
  app.entered(await api.getApp());
  duplicates = new Duplicates();
  const end = duplicates.follow();
  await waitFor(() => expect(duplicates.foundAt).not.toBeNull());
  return end;
});

test('groups come with their reasons, and the one with the most letters is the one that is kept', () => {
  expect(
    names()
      .map((group) => group.length)
      .sort(),
  ).toEqual([2, 3]);
  const first = duplicates.groups.find((group) => group.rows.length === 3);
  expect(first?.pairs[0]?.reasons.length).toBeGreaterThan(0);
  expect(first?.kept.letters).toBe(Math.max(...(first?.rows.map((row) => row.letters) ?? [])));
});

test('what was merged away leaves its group, and undoing brings it back', async () => {
  const before = names();
  const group = duplicates.groups.find((one) => one.rows.length === 2);
  if (!group) throw new Error('there is a second group');
  const merging = new Merging(group.kept.id, group.other.id);
  await merging.load();
  await merging.merge();
  expect(names()).toEqual(before.filter((group) => group.length !== 2));
  await app.undo();
  expect(names()).toEqual(before);
});

test('two that are not the same are not offered again until that is undone', async () => {
  const before = names();
  const group = duplicates.groups.find((one) => one.rows.length === 2);
  if (!group) throw new Error('there is a second group');
  await duplicates.part(group.kept.id, group.other.id);
  expect(names()).toHaveLength(before.length - 1);
  await app.undo();
  await waitFor(() => expect(names()).toEqual(before));
});

test('left and right choose which one of a group is kept', () => {
  const first = duplicates.groups[0];
  if (!first) throw new Error('there are groups');
  duplicates.keepNext(first, 1);
  expect(duplicates.groups[0]?.kept.id).toBe(first.rows[1]?.id);
  expect(duplicates.groups[0]?.other.id).toBe(first.rows[0]?.id);
});

test('a family is settled in one step for all of its children', async () => {
  const [family] = duplicates.families;
  if (!family) throw new Error('there are families');
  expect(family.children.length).toBe(2);
  await duplicates.adopt(family, family.children);
  expect(duplicates.families.some(({ parent }) => parent.id === family.parent.id)).toBe(false);
  const under = (await core.organizations()).filter((one) => one.parentId === family.parent.id);
  expect(under).toHaveLength(2);
  await app.undo();
  expect(duplicates.families[0]?.children).toHaveLength(2);
});

test('another file is searched anew', async () => {
  await core.open({ state: 'empty' });
  app.entered(await api.getApp());
  await waitFor(() => expect(duplicates.groups).toEqual([]));
});

test('a field is marked only where one value would be lost', () => {
  const rows = duplicates.groups.find((one) => one.rows.length === 3)?.rows ?? [];
  const how = (label: string): string | undefined =>
    compared(rows, new Date()).find((line) => line.label === label)?.how;
  expect(how('ui-city')).toBe('differ');
  expect(how('ui-region')).toBe('alike');
  expect(how('ui-tags')).toBe('some');
  // One is written with https:// and the other without: the same site.
  expect(how('ui-website')).toBe('some');
});

test('a choice is answered by the plan, and turning the merge round forgets it', async () => {
  const group = duplicates.groups.find((one) => one.rows.length === 3);
  if (!group) throw new Error('there are groups');
  const merging = new Merging(group.kept.id, group.other.id);
  await merging.load();
  const city = () => merging.plan?.fields.find((one) => one.field === 'city')?.taken;
  expect(city()).toBe('keep');
  await merging.chooseField('city', 'drop');
  expect(city()).toBe('drop');
  expect(merging.plan?.collisions).toHaveLength(1);
  const letterId = merging.plan?.collisions[0]?.letterId ?? 0;
  await merging.chooseSignOn(letterId, 'drop');
  expect(merging.plan?.collisions[0]?.taken).toBe('drop');
  await merging.swap();
  expect(merging.plan?.keep.id).toBe(group.other.id);
  expect(city()).toBe('keep');
});
