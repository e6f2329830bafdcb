/// What jsdom lacks, and the time that it is. jsdom lays nothing out and knows neither modal dialogs nor a top layer.
import { configure } from '@testing-library/svelte';
import { vi } from 'vitest';

import { now } from './now';

vi.setSystemTime(now);

class Watcher {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', Watcher);
vi.stubGlobal('IntersectionObserver', Watcher);
vi.stubGlobal('CSS', { escape: (text: string) => text });
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true;
};
HTMLElement.prototype.showPopover = () => undefined;
// Its own style sheet asks of what is a popover whether it is open, which its selectors tell by whether it is visible, and that by the
// style sheet again: so deep that the process can end in it.
Object.defineProperty(HTMLElement.prototype, 'popover', { get: () => null, set: () => undefined });
HTMLElement.prototype.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
// Nothing is painted, so nothing stands over anything.
Document.prototype.elementFromPoint = () => null;

// A busy machine is slow, which is no fault of the window.
configure({ asyncUtilTimeout: 20_000 });
