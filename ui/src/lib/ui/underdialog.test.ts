import { afterEach, expect, test } from 'vitest';

import { holdPage } from './underdialog';

afterEach(() => document.body.replaceChildren());

test('what scrolls beneath a dialog is held, also where the window becomes smaller while it is open', () => {
  const page = document.createElement('div');
  page.id = 'app';
  const [list, nav] = [document.createElement('ul'), document.createElement('nav')];
  page.append(list, nav);
  document.body.append(page);
  for (const part of [list, nav]) part.style.overflowY = 'auto';
  const scrolls = (part: Element, over: boolean): unknown =>
    Object.defineProperty(part, 'scrollHeight', { configurable: true, value: over ? 500 : 0 });
  scrolls(list, true);
  scrolls(nav, false);
  const [first, second] = [holdPage(), holdPage()];
  expect([list.style.overflow, nav.style.overflow]).toEqual(['hidden', '']);
  scrolls(nav, true);
  window.dispatchEvent(new Event('resize'));
  expect(nav.style.overflow).toBe('hidden');
  first();
  expect(nav.style.overflow).toBe('hidden');
  second();
  expect([list.style.overflow, nav.style.overflow]).toEqual(['', '']);
  window.dispatchEvent(new Event('resize'));
  expect(nav.style.overflow).toBe('');
});
