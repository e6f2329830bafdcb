import { expect, test } from 'vitest';

import { byKey, step, type MenuEntry } from './menu';

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

test('the key of an item chooses it, unless it is disabled', () => {
  expect(byKey(entries, 'C', 3)).toEqual({ at: 0, run: true });
  expect(byKey(entries, 'w', 0)).toBeNull();
});

test('a first letter goes to the next item that begins with it', () => {
  expect(byKey(entries, 'e', 0)).toEqual({ at: 3, run: false });
  expect(byKey(entries, 'e', 3)).toEqual({ at: 4, run: false });
  expect(byKey(entries, 'e', 4)).toEqual({ at: 3, run: false });
});
