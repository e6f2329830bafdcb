import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock } from '$lib/mock';
import { place } from '$lib/place.svelte';

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

beforeEach(() => {
  place.close();
});

test('an empty coalition offers three ways in', async () => {
  installMock('empty', 'en');
  render(App);
  expect(await screen.findByRole('heading', { name: 'Undersigned' })).toBeTruthy();
  for (const name of [/Paste a list/, /Start a letter/, /Look at a sample/]) {
    expect(screen.getByRole('button', { name })).toBeTruthy();
  }
});

test('the window changes its language while it is open', async () => {
  installMock('empty', 'en');
  render(App);
  await userEvent.click(await screen.findByRole('button', { name: 'Español' }));
  expect(await screen.findByRole('button', { name: /Pegar una lista/ })).toBeTruthy();
  expect(document.documentElement.lang).toBe('es');
  await app.setLanguage('en');
});

test('a hostile name is shown as text', async () => {
  const mock = installMock('own', 'en');
  const [letter] = mock.data.letters;
  if (letter) letter.title = '<img src=x onerror=alert(1)>';
  render(App);
  expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('the keys Ctrl+K, Ctrl+N and ? open what they say', async () => {
  installMock('own', 'en');
  render(App);
  await screen.findByRole('heading', { level: 1 });
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(place.dialog?.name).toBe('palette');
  place.close();
  await userEvent.keyboard('{Control>}n{/Control}');
  expect(place.dialog).toEqual({ name: 'letter', id: null });
  place.close();
  await userEvent.keyboard('?');
  expect(place.dialog?.name).toBe('keys');
});

test('Ctrl+A marks the text of a field, and never all words of the window', async () => {
  installMock('own', 'en');
  render(App);
  await screen.findByRole('heading', { level: 1 });
  const pressed = (target: EventTarget): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event;
  };
  expect(pressed(document.body).defaultPrevented).toBe(true);
  place.open({ name: 'palette' });
  expect(pressed(await screen.findByRole('combobox')).defaultPrevented).toBe(false);
});

// axe walks through the whole page: on a busy machine that takes longer than other tests.
test('the first screen and a letter have no fault that axe can find without a layout', async () => {
  installMock('own', 'en');
  document.title = 'Undersigned';
  render(App);
  await screen.findByRole('grid');
  // Without a layout there are no colours to compare, and no rows for the cursor to point at.
  const off = { enabled: false };
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': off, 'aria-valid-attr-value': off },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}, 30_000);
