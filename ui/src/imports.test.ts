/// The screens of imports: what axe can find without a layout, and the whole way from the keyboard.
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place, type Page } from '$lib/place.svelte';

import App from './App.svelte';
import { faults } from './testing/axe';
import { openCore, type Core } from './testing/core';
import { answers, dropFile } from './testing/imports';

vi.setConfig({ testTimeout: 60_000 });

// Rows exist only where there is room for them.
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 800 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 40 });

let core: Core;
let letterId: number;

beforeEach(async () => {
  place.close();
  core = await openCore();
  letterId = await core.letter('rent');
});

async function start(page: Page): Promise<void> {
  document.title = 'Undersigned';
  await app.start();
  render(App);
  await screen.findByRole('heading', { level: 1 });
  // What another file leaves open is closed once it is there.
  await core.settled();
  place.go(page);
}

/// Lets a file go over the window, as far as its columns.
async function openFile(name: Parameters<typeof dropFile>[1]): Promise<void> {
  const path = await dropFile(core, name);
  place.open({ name: 'import', text: null, letterId, path });
  await screen.findByRole('region', { name: 'The first rows' });
}

const paste = (text: string): void => place.open({ name: 'import', text, html: null, letterId });

const accept = (): Promise<unknown> => userEvent.keyboard('{Control>}{Enter}{/Control}');

/// Presses a key once everything that was asked for is there.
async function press(keys: string): Promise<void> {
  await core.settled();
  await userEvent.keyboard(keys);
}

const count = async (): Promise<number> => (await api.listSignOns(letterId)).length;

test('the beginning of an import has no fault that axe can find without a layout', async () => {
  await start({ name: 'organizations' });
  await userEvent.keyboard('{Control>}i{/Control}');
  await screen.findByRole('dialog', { name: 'Import' });
  expect(await faults()).toEqual([]);
});

test.each(['answers.csv', 'members.csv'] as const)(
  'neither the columns of %s nor their preview has a fault that axe can find without a layout',
  async (path) => {
    await start({ name: 'organizations' });
    await openFile(path);
    expect(await faults()).toEqual([]);
    await accept();
    await screen.findByRole('grid', { name: 'Rows' });
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(0));
    expect(await faults()).toEqual([]);
  },
);

test('what is known by its name is chosen, and what is asked about is not', async () => {
  await start({ name: 'letters' });
  paste('Kids Forward\nRiverbend Neighbours United\nAshland Quilters');
  await screen.findByRole('grid', { name: 'Rows' });
  await press('{Home}');
  const known = await screen.findByRole('radio', { name: /^Kids Forward/ });
  expect(known).toHaveProperty('checked', true);
  const grid = screen.getByRole('grid', { name: 'Rows' });
  const likely = within(grid)
    .getAllByRole('radio')
    .filter((radio) => radio !== known);
  expect(likely.some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
});

test('a list beside its text has no fault that axe can find without a layout', async () => {
  await start({ name: 'letters' });
  paste('Signed so far:\nKids Forward\nNiños Unidos 🌲\nRiverbend Tenants Counsil');
  await screen.findByRole('grid', { name: 'Rows' });
  await screen.findByText('This does not look like a name. Correct it or leave it out.');
  expect(await faults()).toEqual([]);
});

test('the page of imports has no fault that axe can find without a layout, with imports and without', async () => {
  core = await openCore('empty');
  await core.addOrganization('Kids Forward');
  await start({ name: 'imports' });
  await screen.findByText('Nothing imported yet');
  expect(await faults()).toEqual([]);
  place.open({ name: 'import', text: answers, html: null, letterId: null });
  await screen.findByRole('region', { name: 'The first rows' });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Import as' }), 'Organizations');
  await accept();
  await screen.findByRole('grid', { name: 'Rows' });
  await accept();
  await waitFor(async () => expect(await api.listImports()).toHaveLength(1));
  place.go({ name: 'imports' });
  await screen.findByRole('option', { name: /Pasted text/ });
  const rows = await screen.findByRole('table', { name: 'Rows' });
  await waitFor(() => expect(rows.getAttribute('aria-rowcount')).toBe('8'));
  expect(await faults()).toEqual([]);
});

test('a form’s answers go in from the keyboard alone, and one undo takes them back', async () => {
  await start({ name: 'letter', id: letterId });
  const before = await count();
  await core.choose(await dropFile(core, 'answers.csv'));
  await userEvent.keyboard('{Control>}i{/Control}');
  const choose = await screen.findByRole('button', { name: 'Choose a file…' });
  choose.focus();
  await userEvent.keyboard('{Enter}');
  const organization = await screen.findByRole('combobox', { name: 'What the column Organization is' });
  expect((organization as HTMLSelectElement).value).toBe('organization');
  await accept();
  const rows = await screen.findByRole('grid', { name: 'Rows' });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await screen.findByRole('tab', { name: /To decide 2/ });
  await press('1');
  await screen.findByRole('tab', { name: /To decide 1/ });
  await press('+');
  await screen.findByText('Everything is decided');
  await press('{Control>}z{/Control}');
  await screen.findByRole('tab', { name: /To decide 1/ });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await press('{Delete}');
  await screen.findByRole('tab', { name: /Not imported 2/ });
  await core.settled();
  const button = await screen.findByRole('button', { name: /Import 6 new rows/ });
  expect(button).toBeTruthy();
  await accept();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await count()).toBe(before + 5);
  expect(place.page.name).toBe('letter');
  await app.undo();
  expect(await count()).toBe(before);
});

test('a list goes in from the keyboard: a name is split, joined, renamed, looked at and recorded', async () => {
  await start({ name: 'letter', id: letterId });
  const before = await count();
  paste('Kids Forward, Madison Chapter\nNiños Unidos 🌲\nDSA');
  const rows = await screen.findByRole('grid', { name: 'Rows' });
  await screen.findByRole('heading', { name: '3 names read' });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await press('s');
  await screen.findByRole('heading', { name: '4 names read' });
  await screen.findByText('Changed Kids Forward, Madison Chapter.');
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await press('j');
  await screen.findByRole('heading', { name: '3 names read' });
  await press('e');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Kids Forward{Enter}');
  await core.settled();
  await screen.findByText('Changed Kids Forward.');
  await waitFor(() => expect(document.activeElement).toBe(rows));
  // The doubtful one is the next to look at.
  await press('n');
  await waitFor(() => expect(screen.getByRole('button', { name: /Keep as is/ })).toBeTruthy());
  await press('a');
  await waitFor(() => expect(screen.queryByRole('button', { name: /Keep as is/ })).toBeNull());
  // The row with the cursor is marked in the text, and a press in the text moves the cursor.
  const text = screen.getByRole('region', { name: 'Pasted text' });
  await waitFor(() => expect(text.querySelector('[data-selected]')?.textContent).toBe('Niños Unidos 🌲'));
  await userEvent.click(within(text).getByText('DSA'));
  await waitFor(() => expect(text.querySelector('[data-selected]')?.textContent).toBe('DSA'));
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await press('{Delete}');
  await screen.findByRole('button', { name: /Record 2 sign-ons/ });
  await accept();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await count()).toBe(before + 2);
});

test('after an import the keys go on with the rows, or with asking where nobody was asked', async () => {
  await start({ name: 'history' });
  paste('Alder Neighbors\nBirch Neighbors\n');
  await screen.findByRole('grid', { name: 'Rows' });
  await press('{Control>}{Enter}{/Control}');
  const ledger = await screen.findByRole('grid', { name: 'Sign-ons' });
  await waitFor(() => expect(document.activeElement).toBe(ledger));

  const members = await dropFile(core, 'members.csv');
  place.go({ name: 'organizations' });
  place.open({ name: 'import', text: null, letterId: null, path: members });
  await screen.findByRole('region', { name: 'The first rows' });
  await accept();
  await screen.findByRole('grid', { name: 'Rows' });
  await press('{Control>}{Enter}{/Control}');
  const list = await screen.findByRole('grid', { name: 'Organizations' });
  await waitFor(() => expect(document.activeElement).toBe(list));
});

test('pointing at a row marks its name in the text, and the other way round', async () => {
  await start({ name: 'letters' });
  paste('Kids Forward\nDSA');
  const text = await screen.findByRole('region', { name: 'Pasted text' });
  const row = await screen.findByRole('row', { name: /DSA/ });
  await userEvent.hover(row);
  await waitFor(() => expect(text.querySelector('[data-pointed]')?.textContent).toBe('DSA'));
  await userEvent.hover(within(text).getByText('Kids Forward'));
  await waitFor(() =>
    expect(screen.getByRole('row', { name: /Kids Forward/ }).className).toContain('pointed'),
  );
  expect(row.className).not.toContain('pointed');
});

test('only the tab that is shown says that it controls the rows: WebKit counts each that does as selected', async () => {
  await start({ name: 'letters' });
  paste('Kids Forward\nDSA');
  await screen.findByRole('grid', { name: 'Rows' });
  const tabs = within(screen.getByRole('dialog')).getAllByRole('tab');
  expect(tabs.length).toBeGreaterThan(2);
  const controlling = tabs.filter((tab) => tab.hasAttribute('aria-controls'));
  expect(controlling.map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true']);
});

test('a title that is missing is asked for where it is written', async () => {
  await start({ name: 'letters' });
  paste('Kids Forward\nDSA');
  await screen.findByRole('grid', { name: 'Rows' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'to which letter' }), 'A new letter');
  await core.settled();
  await screen.findByRole('button', { name: /Record 2 sign-ons/ });
  await accept();
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  await userEvent.type(title, 'Save the river');
  await accept();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByRole('heading', { name: 'Save the river' })).toBeTruthy();
});

test('names that were typed are not lost by one press of Escape', async () => {
  await start({ name: 'letters' });
  place.open({ name: 'import', text: null, letterId: null });
  const field = await screen.findByPlaceholderText(/Paste here/);
  await userEvent.type(field, 'Alder Creek, Birch Hill');
  const dialog = screen.getByRole('dialog');
  const escape = (): boolean => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  escape();
  await screen.findByText('Discard what you typed?');
  // A key held down goes on with it.
  escape();
  await waitFor(() => expect(screen.queryByText('Discard what you typed?')).toBeNull());
  expect((field as HTMLTextAreaElement).value).toBe('Alder Creek, Birch Hill');
  escape();
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('decisions are not lost by one press of Escape', async () => {
  await start({ name: 'letters' });
  await openFile('answers.csv');
  await accept();
  const rows = await screen.findByRole('grid', { name: 'Rows' });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await screen.findByRole('tab', { name: /To decide 2/ });
  await press('1');
  await screen.findByRole('tab', { name: /To decide 1/ });
  const dialog = screen.getByRole('dialog');
  const escape = (): boolean => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  escape();
  await screen.findByText('1 decision would be lost. Nothing is imported yet.');
  // Nor by two, or by one that is held down.
  escape();
  await waitFor(() => expect(screen.queryByText(/would be lost/)).toBeNull());
  expect(screen.getByRole('tab', { name: /To decide 1/ })).toBeTruthy();
  escape();
  await userEvent.click(await within(dialog).findByRole('button', { name: /Close without importing/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a hostile cell is shown as text, and so is a hostile name', async () => {
  await start({ name: 'organizations' });
  const hostile = '<img src=x onerror=alert(1)>';
  paste(`Organization\tCity\n${hostile}\tMadison\nB\tC`);
  expect((await screen.findAllByText(hostile)).length).toBeGreaterThan(0);
  expect(document.querySelector('img')).toBeNull();
  place.close();
  paste(`${hostile}\nKids Forward`);
  expect((await screen.findAllByText(hostile)).length).toBeGreaterThan(0);
  expect(document.querySelector('img')).toBeNull();
});
