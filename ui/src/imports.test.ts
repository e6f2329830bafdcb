/// The screens of imports: what axe can find without a layout, and the whole way from the keyboard.
import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import { place, type Page } from '$lib/place.svelte';

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

async function openFile(path: string): Promise<HTMLElement> {
  place.open({ name: 'import', text: null, letterId: 1, path: `/home/ana/${path}` });
  return screen.findByRole('dialog', { name: /\.|Import/ });
}

async function faults(): Promise<unknown> {
  // Without a layout there are no colours to compare, and no rows for the cursor to point at.
  const off = { enabled: false };
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': off, 'aria-valid-attr-value': off },
  });
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

test('the beginning of an import has no fault that axe can find without a layout', async () => {
  await start({ name: 'organizations' });
  await userEvent.keyboard('{Control>}i{/Control}');
  await screen.findByRole('dialog', { name: 'Import' });
  expect(await faults()).toEqual([]);
});

test.each(['answers.csv', 'members.xlsx'])(
  'neither the columns of %s nor their preview has a fault that axe can find without a layout',
  async (path) => {
    await start({ name: 'organizations' });
    await openFile(path);
    await screen.findByRole('region', { name: 'The first rows' });
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('grid', { name: 'Rows' });
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(0));
    expect(await faults()).toEqual([]);
  },
);

test('the page of imports has no fault that axe can find without a layout, with imports and without', async () => {
  await start({ name: 'imports' });
  await screen.findByText('Nothing was imported yet');
  expect(await faults()).toEqual([]);
  await openFile('answers.csv');
  await screen.findByRole('region', { name: 'The first rows' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('grid', { name: 'Rows' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(mock.data.imports).toHaveLength(1));
  place.go({ name: 'imports' });
  await screen.findByRole('option', { name: /Form Responses 1\.csv/ });
  const rows = await screen.findByRole('table', { name: 'Rows' });
  await waitFor(() => expect(rows.getAttribute('aria-rowcount')).toBe('12'));
  expect(await faults()).toEqual([]);
});

test('a form’s answers go in from the keyboard alone, and one undo takes them back', async () => {
  await start({ name: 'letters' });
  const before = mock.data.signOns.length;
  await userEvent.keyboard('{Control>}i{/Control}');
  const choose = await screen.findByRole('button', { name: 'Choose a file…' });
  choose.focus();
  await userEvent.keyboard('{Enter}');
  const organization = await screen.findByRole('combobox', { name: 'What the column Organization is' });
  expect((organization as HTMLSelectElement).value).toBe('organization');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const rows = await screen.findByRole('grid', { name: 'Rows' });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await screen.findByRole('tab', { name: /To decide 2/ });
  await userEvent.keyboard('1');
  await screen.findByRole('tab', { name: /To decide 1/ });
  await userEvent.keyboard('+');
  await screen.findByText('Everything is decided');
  await userEvent.keyboard('{Control>}z{/Control}');
  await screen.findByRole('tab', { name: /To decide 1/ });
  await waitFor(() => expect(document.activeElement).toBe(rows));
  await userEvent.keyboard('{Delete}');
  await screen.findByRole('tab', { name: /Not taken 2/ });
  const button = await screen.findByRole('button', { name: /Import 9 new rows/ });
  expect(button).toBeTruthy();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(mock.data.signOns).toHaveLength(before + 9);
  expect(place.page.name).toBe('letter');
  await app.undo();
  expect(mock.data.signOns).toHaveLength(before);
});

test('decisions are not lost by one press of Escape', async () => {
  await start({ name: 'letters' });
  await openFile('answers.csv');
  await screen.findByRole('region', { name: 'The first rows' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('tab', { name: /To decide 2/ });
  await userEvent.keyboard('1');
  await screen.findByRole('tab', { name: /To decide 1/ });
  const dialog = screen.getByRole('dialog');
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  await screen.findByText('1 decision would be lost. Nothing is imported yet.');
  await userEvent.click(within(dialog).getByRole('button', { name: /Close without importing/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a hostile cell is shown as text', async () => {
  await start({ name: 'organizations' });
  const cells = 'Organization\tCity\n<img src=x onerror=alert(1)>\tMadison\nB\tC';
  place.open({ name: 'import', text: cells, html: null, letterId: null });
  expect((await screen.findAllByText('<img src=x onerror=alert(1)>')).length).toBeGreaterThan(0);
  expect(document.querySelector('img')).toBeNull();
});
