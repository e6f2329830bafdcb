import { expect, test } from 'vitest';

import { chord, editsText } from './keys';

const press = (key: string, more: KeyboardEventInit = {}) =>
  chord(new KeyboardEvent('keydown', { key, ...more }));

test('a chord names its modifiers once, and Command counts as Ctrl', () => {
  expect(press('z', { ctrlKey: true })).toBe('Ctrl+z');
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
  expect(press('z', { metaKey: true })).toBe('Ctrl+z');
  expect(press('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown');
});

test('a sign that needs Shift on some keyboards is the same on all', () => {
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('/')).toBe('/');
});

test('only what edits text keeps its own undo and letters', () => {
  const input = (type: string): HTMLInputElement => Object.assign(document.createElement('input'), { type });
  expect(editsText(input('text'))).toBe(true);
  expect(editsText(input('search'))).toBe(true);
  expect(editsText(document.createElement('textarea'))).toBe(true);
  expect(editsText(input('checkbox'))).toBe(false);
  expect(editsText(input('radio'))).toBe(false);
  expect(editsText(document.createElement('button'))).toBe(false);
});
