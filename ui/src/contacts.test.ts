/// The screens of the contact list: what axe can find without a layout, and the keys.
import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { place, type Dialog, type Page } from '$lib/place.svelte';

import { faults } from './testing/axe';
import { openCore, type Core } from './testing/core';
import { start } from './testing/start';

vi.setConfig({ testTimeout: 40_000 });

let core: Core;

beforeEach(async () => {
  place.close();
  core = await openCore();
});

const idOf = async (name: string): Promise<number> => (await core.organization(name)).id;
const ana = async (): Promise<number> => (await core.person('Ana Example')).id;
const alliance = (): Promise<number> => idOf('Driftless Farmworkers Alliance, Inc.');
const twins = async (): Promise<Dialog> => ({
  name: 'merge',
  keep: await idOf('Riverbend Neighbors United'),
  drop: await idOf('River Bend Neighbors United'),
});
const shown: [string, () => Promise<Page>, (() => Promise<Dialog>) | null][] = [
  ['duplicates', () => Promise.resolve({ name: 'duplicates' }), null],
  ['a merge', () => Promise.resolve({ name: 'duplicates' }), twins],
  ['a person', async () => ({ name: 'people', id: await ana() }), null],
  [
    'the form of a person',
    () => Promise.resolve({ name: 'people' }),
    async () => ({ name: 'person', id: await ana() }),
  ],
  ['an organization', async () => ({ name: 'organizations', id: await alliance() }), null],
  [
    'the form of an organization',
    () => Promise.resolve({ name: 'organizations' }),
    async () => ({ name: 'organization', id: await alliance() }),
  ],
];

test.each(shown)(
  '%s has no fault that axe can find without a layout',
  { timeout: 30_000 },
  async (_, page, dialog) => {
    await start(core, await page());
    if (dialog) {
      place.open(await dialog());
      await screen.findByRole('dialog');
    }
    await core.settled();
    expect(await faults()).toEqual([]);
  },
);

test('duplicates are merged with the keyboard alone, and undone', async () => {
  await core.addOrganization('Cedar Hollow Friends Meeting, Inc.', { state: 'WI' });
  await start(core, { name: 'duplicates' });
  const list = await screen.findByRole('listbox');
  const before = within(list).getAllByRole('option').length;
  const organizations = (await core.organizations()).length;
  list.focus();
  await userEvent.keyboard('{ArrowDown}m');
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('Kept');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before - 1));
  expect(await core.organizations()).toHaveLength(organizations - 1);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await app.undo();
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before));
});

test('people are merged by the same choices as organizations', async () => {
  const [keep, drop] = [(await core.person('Ana Example')).id, (await core.person('Pat Example')).id];
  await start(core, { name: 'people' });
  place.open({ name: 'merge-people', keep, drop });
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('heading', { name: 'Where they differ' });
  const name = within(dialog).getByRole('radiogroup', { name: 'Name' });
  await userEvent.click(within(name).getByRole('radio', { name: 'Pat Example' }));
  await core.settled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await core.person('Pat Example')).id).toBe(keep);
});

test('the key N puts a pair apart', async () => {
  await core.addOrganization('Cedar Hollow Friends Meeting, Inc.', { state: 'WI' });
  await start(core, { name: 'duplicates' });
  const list = await screen.findByRole('listbox');
  const before = within(list).getAllByRole('option').length;
  list.focus();
  await userEvent.keyboard('{End}n');
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before - 1));
  await app.undo();
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before));
});

test('Enter puts a chapter under its parent', async () => {
  await core.addOrganization('Prairie Sister Cities Club, Hill Chapter');
  await start(core, { name: 'duplicates' });
  await userEvent.click(await screen.findByRole('tab', { name: /Families/ }));
  document.querySelector<HTMLElement>('[data-kinship]')?.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(async () =>
    expect(
      (await core.organizations()).filter((one) => one.parent === 'Prairie Sister Cities Club'),
    ).toHaveLength(1),
  );
});

test('a chapter that is typed is offered its parent', async () => {
  await start(core, { name: 'organizations' });
  place.open({ name: 'organization', id: null });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.click(name);
  await userEvent.paste('Prairie Sister Cities Club, Hill Chapter');
  await userEvent.click(await screen.findByRole('button', { name: 'Make it a chapter' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect((await core.organizations()).find((one) => one.name.endsWith('Hill Chapter'))?.parent).toBe(
      'Prairie Sister Cities Club',
    ),
  );
});

test('what begins as a command does is meant for it; all else that the palette finds stands before the commands', async () => {
  await core.addOrganization('The New Organizations of Viroqua');
  await start(core, { name: 'letters' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  const shown = (): string[] =>
    within(screen.getByRole('listbox', { name: 'Find anything' }))
      .getAllByRole('option')
      .map((option) => option.textContent);
  await userEvent.paste('new org');
  await screen.findByRole('option', { name: /^\s*The New Organizations/ });
  expect(shown()[0]).toContain('New organization');
  await userEvent.clear(screen.getByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste('organization');
  await screen.findByRole('option', { name: /^\s*The New Organizations/ });
  const at = (text: string): number => shown().findIndex((label) => label.includes(text));
  expect(at('of Viroqua')).toBeGreaterThan(at('Organizations'));
  expect(at('of Viroqua')).toBeLessThan(at('New organization'));
});

test('the palette finds people and opens them', async () => {
  const mai = await core.person('Mai Sample');
  await core.setPerson(mai, { name: 'Maí Sample', doNotContact: true });
  await start(core, { name: 'letters' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste('maí');
  await screen.findByRole('option', { name: /^\s*Maí Sample/ });
  await userEvent.keyboard('{Enter}');
  expect(place.page).toEqual({ name: 'people', id: mai.id });
  expect(await screen.findByText('Do not contact')).toBeTruthy();
});
