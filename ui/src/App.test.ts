import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, inject, test } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import App from './App.svelte';
import { fieldsOf } from './letters/letter.svelte';
import { faults } from './testing/axe';
import { openCore } from './testing/core';

beforeEach(() => {
  place.close();
});

test('an empty coalition offers three ways in', async () => {
  await openCore('empty');
  render(App);
  expect(await screen.findByRole('heading', { name: 'Undersigned' })).toBeTruthy();
  for (const name of [/Paste a list/, /Start a letter/, /Look at a sample/]) {
    expect(screen.getByRole('button', { name })).toBeTruthy();
  }
});

test('the window changes its language while it is open', async () => {
  await openCore('empty');
  render(App);
  await userEvent.click(await screen.findByRole('button', { name: 'Español' }));
  expect(await screen.findByRole('button', { name: /Pegar una lista/ })).toBeTruthy();
  expect(document.documentElement.lang).toBe('es');
  await app.setLanguage('en');
});

test('a hostile name is shown as text', async () => {
  const core = await openCore();
  const letter = await api.getLetter(await core.letter());
  await api.setLetter(letter.id, { ...fieldsOf(letter), title: '<img src=x onerror=alert(1)>' });
  render(App);
  expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('the keys Ctrl+K, Ctrl+N and ? open what they say', async () => {
  await openCore();
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

test('another coalition opens in a window of its own, and nothing when the dialog is cancelled', async () => {
  const core = await openCore();
  await core.choose(null, inject('sample'));
  render(App);
  await screen.findByRole('heading', { level: 1 });
  await userEvent.keyboard('{Control>}{Shift>}N{/Shift}{/Control}');
  await core.settled();
  expect(core.events).toEqual([]);
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste('new window');
  await userEvent.click(await screen.findByRole('option', { name: /New window/ }));
  await waitFor(() => expect(core.events.map(({ event }) => event)).toEqual(['window']));
});

test('Ctrl+A marks the text of a field, and never all words of the window', async () => {
  await openCore();
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
  await openCore();
  document.title = 'Undersigned';
  render(App);
  await screen.findByRole('grid');
  expect(await faults()).toEqual([]);
}, 30_000);
