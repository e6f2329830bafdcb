import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import type { WireError } from '$bindings/app';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { faults } from '../testing/axe';
import { fileOf, openCore, type Core, type State } from '../testing/core';
import OrganizationLogo from './OrganizationLogo.svelte';
import Page from './OrganizationsPage.svelte';

// jsdom lays nothing out: for these tests the table is 200 pixels high, wide enough for all its columns, and a row is 38.
for (const size of ['offsetHeight', 'clientHeight', 'clientWidth']) {
  Object.defineProperty(HTMLElement.prototype, size, {
    get(this: HTMLElement): number {
      if (!this.classList.contains('scroller')) return 38;
      return size === 'clientWidth' ? 1600 : 200;
    },
  });
}

// Nothing here is hidden, and looking whether it is takes jsdom longer than all the rest.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

// Nor does jsdom know that a popover is open.
const user = userEvent.setup({ pointerEventsCheck: 0 });

let core: Core;

/// Opens the page; with a problem, its list is refused with it.
async function open(state: State = 'sample', problem?: Partial<WireError>): Promise<HTMLElement> {
  core = await openCore(state);
  // How the list is arranged is the program's, whatever coalition is open.
  await api.setView('organizations', null);
  if (problem) core.refuse('list_organizations', problem);
  place.close();
  place.go({ name: 'organizations' });
  await app.start();
  const { container } = render(Page);
  await core.settled();
  return container;
}

/// Goes from the box into the table with the keys.
async function intoTable(): Promise<HTMLElement> {
  const table = await screen.findByRole('grid', { name: 'Organizations' });
  screen.getByRole('searchbox').focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(table);
  return table;
}

beforeEach(() => {
  document.title = 'Undersigned';
});

test('the table says how long it is, and where the cursor is', async () => {
  await open();
  const table = await intoTable();
  const total = (await core.organizations()).length;
  expect(table.getAttribute('aria-rowcount')).toBe(String(total + 1));
  expect(await screen.findByText(`${total} organizations`, {}, { timeout: 2000 })).toBeTruthy();
  await user.keyboard('{ArrowUp}{ArrowRight}{Enter}');
  expect((await screen.findByRole('columnheader', { name: 'City' })).getAttribute('aria-sort')).toBe(
    'ascending',
  );
  // The order is kept for next time, once it rests.
  await waitFor(() => expect(core.calls.filter(({ command }) => command === 'set_view')).toHaveLength(2));
});

test('a cell is edited in its place with the keys, and one undo takes it back', async () => {
  await open();
  await intoTable();
  await user.keyboard('{ArrowRight}{F2}');
  await screen.findByRole('textbox', { name: 'City' });
  await user.keyboard('Racine{Enter}');
  const city = async (): Promise<string> => (await core.organization('ACLU of Wisconsin')).city;
  await waitFor(async () => expect(await city()).toBe('Racine'));
  // The core may know before the page has its answer, and with it what can be undone.
  await waitFor(() => expect(app.state?.undo).toBeTruthy());
  await app.undo();
  expect(await city()).toBe('');
});

test('what is refused stays in its cell with the reason', async () => {
  await open();
  await intoTable();
  await user.keyboard('{F2}');
  const field = await screen.findByRole('textbox', { name: 'Name' });
  await user.keyboard('{Backspace}{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe(
    'A name is missing. Write it as it should print.',
  );
  expect(screen.getByRole('textbox', { name: 'Name' })).toBe(field);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
});

test('everything found is selected, changed as one step, and copied as it shows', async () => {
  await open();
  await user.type(screen.getByRole('searchbox'), 'riverbend');
  await screen.findByText('Riverbend Tenants Council');
  await waitFor(() => expect(screen.queryByText('Kids Forward')).toBeNull());
  await intoTable();
  await user.keyboard('{Control>}a{/Control}');
  const members = async (): Promise<unknown[]> => {
    const { rows } = await api.findOrganizations('riverbend', 20);
    return rows.map(({ membership }) => membership);
  };
  const found = await members();
  expect(found.length).toBeGreaterThan(1);
  expect(await screen.findByText(`${found.length} selected`)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Membership' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Member' }));
  await waitFor(async () => expect(await members()).toEqual(found.map(() => 'member')));
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}c{/Control}');
  await waitFor(() => expect(core.copied?.trimEnd().split('\n')).toHaveLength(found.length + 1));
  expect(core.copied).toMatch(/^Name\tCity\t/);
  await app.undo();
  expect(await members()).toEqual(found);
});

test('filters narrow together, are kept under a name, and are taken up again', async () => {
  await open();
  await screen.findByRole('grid');
  await user.click(screen.getByRole('button', { name: 'Add a filter' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Scope' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Local' }));
  await user.keyboard('{Escape}');
  const filters = await screen.findByRole('group', { name: 'Filters' });
  expect(within(filters).getByRole('button', { name: /Scope\s*Local/ })).toBeTruthy();
  await user.click(within(filters).getByRole('button', { name: 'Save this filter' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name of the filter' }), 'Close by{Enter}');
  const kept = await screen.findByRole('button', { name: /^Close by/ });
  await user.click(within(filters).getByRole('button', { name: 'Remove the filter Scope' }));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull());
  expect(kept.textContent).toContain('Saved filters');
  await user.click(kept);
  await user.click(await screen.findByRole('menuitemradio', { name: /Close by/ }));
  expect(await screen.findByRole('group', { name: 'Filters' })).toBeTruthy();
});

test('a filter understands a day as it is typed, refuses what is none, and takes digits alone for a number', async () => {
  await open();
  await screen.findByRole('grid');
  await user.click(screen.getByRole('button', { name: 'Add a filter' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Last contact' }));
  await user.type(await screen.findByRole('textbox', { name: 'No contact since' }), 'sometime{Enter}');
  expect(await screen.findByText(/“sometime” isn’t a date we can read/)).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'No contact since' }));
  await user.type(screen.getByRole('textbox', { name: 'No contact since' }), 'may 1{Enter}');
  const filters = await screen.findByRole('group', { name: 'Filters' });
  expect(await within(filters).findByRole('button', { name: /no contact since May 1/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a filter' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Days to decide' }));
  const days: HTMLInputElement = await screen.findByRole('textbox', { name: 'Days, at most' });
  await user.type(days, 'a1b4');
  expect(days.value).toBe('14');
});

test('an empty list, one that finds nothing and one that fails say what to do', async () => {
  await open('empty');
  expect(await screen.findByText('No organizations yet')).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), 'zzz');
  expect(await screen.findByRole('button', { name: 'Add “zzz”' })).toBeTruthy();
  document.body.replaceChildren();
  await open('empty', { kind: 'damaged', message: 'The file is damaged. Open a copy of it.' });
  expect(await screen.findByText('The file is damaged. Open a copy of it.')).toBeTruthy();
});

test('neither the table nor what stands around it has a fault that axe can find without a layout', async () => {
  const container = await open();
  await intoTable();
  await user.keyboard(' {ArrowRight}{F2}');
  await screen.findByRole('textbox', { name: 'City' });
  await screen.findByText('1 selected');
  expect(await faults(container, { region: { enabled: false } })).toEqual([]);
});

/// A PNG of four by two blue pixels.
const fourByTwo =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGPgsqmAIwZkDgBJ2gXxqr7w0QAAAABJRU5ErkJggg==';

test('a logo asks who permitted it, and is shown with the picture', async () => {
  core = await openCore();
  await app.start();
  const { id } = await core.organization('Kids Forward');
  const none = render(OrganizationLogo, { id, name: 'Kids Forward', logo: null });
  await user.click(screen.getByRole('button', { name: 'Add a logo…' }));
  await core.choose(await fileOf('logo.png', Buffer.from(fourByTwo, 'base64')));
  await user.type(await screen.findByRole('textbox', { name: /^Who gave permission/ }), 'Ana Mora');
  await user.click(screen.getByRole('button', { name: 'Choose a picture…' }));
  const kept = async () => (await api.getOrganization(id)).logo;
  await waitFor(async () => expect((await kept())?.permittedBy).toBe('Ana Mora'));
  none.unmount();
  render(OrganizationLogo, { id, name: 'Kids Forward', logo: await kept() });
  const shown = await screen.findByRole('img', { name: 'Logo of Kids Forward' });
  expect(shown.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  await user.click(screen.getByRole('button', { name: 'Remove the logo' }));
  await waitFor(async () => expect(await kept()).toBeNull());
});

test('one that signed is marked as former from its side, stays on its letters, and comes back by undo', async () => {
  await open();
  const { id } = await core.organization('Kids Forward');
  place.go({ name: 'organizations', id });
  document.body.replaceChildren();
  render(Page, { id });
  await user.click(await screen.findByRole('button', { name: 'Mark as former' }));
  await screen.findByText(/^Former: it stays on its letters/);
  expect((await api.getOrganization(id)).organization.membership).toBe('former');
  expect((await core.signOn('Kids Forward')).status).toBe('confirmed');
  await app.undo();
  await screen.findByRole('button', { name: 'Mark as former' });
});
