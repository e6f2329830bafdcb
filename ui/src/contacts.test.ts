/// The screens of the contact list: what axe can find without a layout, and the keys.
import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import { place, type Dialog, type Page } from '$lib/place.svelte';

import App from './App.svelte';

// jsdom lays nothing out and knows no modal dialogs; for these tests an open one will do.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true;
};
vi.stubGlobal('CSS', { escape: (text: string) => text });
HTMLElement.prototype.showPopover = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// A busy machine is slow, which is no fault of the window.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 40_000 });

let mock: Mock;

beforeEach(() => {
  place.close();
  mock = installMock('own', 'en');
});

async function start(page: Page): Promise<void> {
  document.title = 'Undersigned';
  render(App);
  await screen.findByRole('heading', { level: 1 });
  place.go(page);
}

async function faults(): Promise<unknown> {
  // Without a layout there are no colours to compare, and no rows for the cursor to point at.
  const off = { enabled: false };
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': off, 'aria-valid-attr-value': off },
  });
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

const shown: [string, Page, Dialog | null][] = [
  ['duplicates', { name: 'duplicates' }, null],
  ['a merge', { name: 'duplicates' }, { name: 'merge', keep: 27, drop: 34 }],
  ['a person', { name: 'people', id: 501 }, null],
  ['the form of a person', { name: 'people' }, { name: 'person', id: 501 }],
  ['an organization', { name: 'organizations', id: 27 }, null],
  ['the form of an organization', { name: 'organizations' }, { name: 'organization', id: 27 }],
];

test.each(shown)(
  '%s has no fault that axe can find without a layout',
  { timeout: 30_000 },
  async (_, page, dialog) => {
    await start(page);
    if (dialog) {
      place.open(dialog);
      await screen.findByRole('dialog');
    }
    await new Promise((then) => setTimeout(then, 50));
    expect(await faults()).toEqual([]);
  },
);

test('duplicates are merged with the keyboard alone, and undone', async () => {
  await start({ name: 'duplicates' });
  const list = await screen.findByRole('listbox');
  const before = within(list).getAllByRole('option').length;
  const organizations = mock.data.organizations.length;
  list.focus();
  await userEvent.keyboard('{ArrowDown}m');
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('Stays');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before - 1));
  expect(mock.data.organizations).toHaveLength(organizations - 1);
  expect(screen.queryByRole('dialog')).toBeNull();
  await app.undo();
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before));
});

test('the key N puts a pair apart', async () => {
  await start({ name: 'duplicates' });
  const list = await screen.findByRole('listbox');
  const before = within(list).getAllByRole('option').length;
  list.focus();
  await userEvent.keyboard('{End}n');
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(before - 1));
  expect(mock.data.apart).toHaveLength(1);
});

test('Enter puts a chapter under its parent', async () => {
  await start({ name: 'duplicates' });
  await userEvent.click(await screen.findByRole('tab', { name: /Families/ }));
  document.querySelector<HTMLElement>('[data-kinship]')?.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(
      mock.data.organizations.filter((one) => one.parent?.name === 'Riverbend Neighbors United'),
    ).toHaveLength(1),
  );
});

test('a chapter that is typed is offered its parent', async () => {
  await start({ name: 'organizations' });
  place.open({ name: 'organization', id: null });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.click(name);
  await userEvent.paste('Riverbend Neighbors United, Hill Chapter');
  await userEvent.click(await screen.findByRole('button', { name: 'Put under it' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(mock.data.organizations.find((one) => one.name.endsWith('Hill Chapter'))?.parent?.name).toBe(
      'Riverbend Neighbors United',
    ),
  );
});

test('what begins as a command does is meant for it; all else that the palette finds stands before the commands', async () => {
  await start({ name: 'letters' });
  const one = mock.data.organizations[0];
  if (one) one.name = 'The New Organizations of Viroqua';
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  const shown = (): string[] =>
    within(screen.getByRole('listbox', { name: 'Find anything' }))
      .getAllByRole('option')
      .map((option) => option.textContent);
  await userEvent.paste('new org');
  await screen.findByRole('option', { name: /of Viroqua/ });
  expect(shown()[0]).toContain('New organization');
  await userEvent.clear(screen.getByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste('organization');
  await screen.findByRole('option', { name: /of Viroqua/ });
  const at = (text: string): number => shown().findIndex((label) => label.includes(text));
  expect(at('of Viroqua')).toBeGreaterThan(at('Organizations'));
  expect(at('of Viroqua')).toBeLessThan(at('New organization'));
});

test('the palette finds people and opens them', async () => {
  await start({ name: 'letters' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste('tomás');
  await screen.findByRole('option', { name: /Tomás Sample/ });
  await userEvent.keyboard('{Enter}');
  expect(place.page).toEqual({ name: 'people', id: 502 });
  expect(await screen.findByText('Do not contact')).toBeTruthy();
});
