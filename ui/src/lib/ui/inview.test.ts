import { expect, test, vi } from 'vitest';

import { onceInView, whileSettling } from './inview';

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

function focused(): HTMLElement {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  return button;
}

test('what has the focus is looked at again when the engine scrolls it into view some frames later', async () => {
  const button = focused();
  const look = vi.fn();
  onceInView(button, look);
  await frame();
  expect(look).toHaveBeenCalledTimes(1);
  await frame();
  await frame();
  document.body.dispatchEvent(new Event('scroll'));
  await frame();
  expect(look).toHaveBeenCalledTimes(2);
  button.remove();
});

test('a person who scrolls, or the focus gone elsewhere, ends it', async () => {
  const button = focused();
  const look = vi.fn();
  onceInView(button, look);
  await frame();
  document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
  document.body.dispatchEvent(new Event('scroll'));
  await frame();
  expect(look).toHaveBeenCalledTimes(1);
  onceInView(button, look);
  button.blur();
  document.body.dispatchEvent(new Event('scroll'));
  await frame();
  await frame();
  expect(look).toHaveBeenCalledTimes(1);
  button.remove();
});

test('what grows after the window changed is looked at again, until a person goes on', async () => {
  let changed: () => void = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        changed = tell;
      }
      observe(): void {
        changed();
      }
      disconnect(): void {
        changed = () => undefined;
      }
    },
  );
  const look = vi.fn();
  whileSettling(document.body, look);
  await frame();
  expect(look).toHaveBeenCalledTimes(1);
  changed();
  await frame();
  expect(look).toHaveBeenCalledTimes(2);
  document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
  changed();
  await frame();
  expect(look).toHaveBeenCalledTimes(2);
});
