import { render, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';

import NamedRows from '../../testing/NamedRows.svelte';

/// Tells the list how high a row is now, as the browser does once it is laid out.
type Tell = (entries: { target: Element; borderBoxSize: { blockSize: number }[] }[]) => void;

const shown = (): string[] => [...document.querySelectorAll('[data-index]')].map((row) => row.textContent);
const indexes = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-index]')].map((row) => row.dataset.index ?? '');

test('rows that change places are each shown once and in order, whichever is measured then', async () => {
  const tells: Tell[] = [];
  class Watcher {
    constructor(tell: Tell) {
      tells.push(tell);
    }
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Watcher);
  Object.assign(document.defaultView ?? {}, { ResizeObserver: Watcher });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);

  const names = ['Ash', 'Birch', 'Cedar', 'Dory', 'Elm', 'Fir'];
  const { rerender } = render(NamedRows, { names });
  await waitFor(() => expect(shown()).toEqual(names));

  // Ash has been written to and waits: it goes behind the others, and the row that comes to stand fourth is higher.
  const later = ['Birch', 'Cedar', 'Dory', 'Elm', 'Fir', 'Ash'];
  await rerender({ names: later });
  for (const fourth of document.querySelectorAll('[data-index="3"]'))
    for (const tell of tells) tell([{ target: fourth, borderBoxSize: [{ blockSize: 90 }] }]);
  await tick();
  await tick();
  expect(shown()).toEqual(later);
  expect(indexes()).toEqual(['0', '1', '2', '3', '4', '5']);
});
