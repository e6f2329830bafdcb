import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import Menu from './Menu.svelte';
import { byKey, first, step, type MenuEntry } from './menu';

const run = (): void => undefined;
const entries: MenuEntry[] = [
  { label: 'Confirmed', key: 'c', run },
  { label: 'Withdrawn', key: 'w', disabled: true, run },
  'line',
  { label: 'Edit', run },
  { label: 'Erase', run },
];

test('arrows pass over lines and what is disabled, and go around the ends', () => {
  expect(step(entries, 0, 1)).toBe(3);
  expect(step(entries, 4, 1)).toBe(0);
  expect(step(entries, 0, -1)).toBe(4);
});

test('a menu begins at what is chosen, and one of deeds at the first, whatever is chosen further down', () => {
  const [english, spanish] = [
    { label: 'English', checked: false, run },
    { label: 'Español', checked: true, run },
  ];
  expect(first([english, spanish])).toBe(1);
  expect(
    first([{ label: 'Undo', disabled: true, run }, { label: 'Open', run }, 'line', english, spanish]),
  ).toBe(1);
  expect(first(entries)).toBe(0);
});

test('the key of an item chooses it, unless it is disabled', () => {
  expect(byKey(entries, 'C', 3)).toEqual({ at: 0, run: true });
  expect(byKey(entries, 'w', 0)).toBeNull();
});

test('a first letter goes to the next item that begins with it', () => {
  expect(byKey(entries, 'e', 0)).toEqual({ at: 3, run: false });
  expect(byKey(entries, 'e', 3)).toEqual({ at: 4, run: false });
  expect(byKey(entries, 'e', 4)).toEqual({ at: 3, run: false });
});

test('what the menu was opened from takes the focus back where it stands, without a scroll', async () => {
  const table = document.createElement('div');
  table.tabIndex = 0;
  document.body.append(table);
  table.focus();
  render(Menu, { props: { anchor: table, label: 'Status', entries, onclose: run } });
  const focus = vi.spyOn(table, 'focus');
  screen.getByRole('menuitem', { name: /Confirmed/ }).focus();
  await userEvent.keyboard('{Escape}');
  expect(focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
  table.remove();
});

test('a menu in which nothing can be chosen has the keys too, and Escape closes it', async () => {
  const onclose = vi.fn();
  const none: MenuEntry[] = [{ label: 'Save this filter', disabled: true, run }];
  render(Menu, { props: { anchor: document.body, label: 'Saved filters', entries: none, onclose } });
  expect(document.activeElement).toBe(screen.getByRole('menu'));
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledOnce();
});
