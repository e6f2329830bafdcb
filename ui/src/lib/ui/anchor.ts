/// Puts a floating part beside what it belongs to, inside the window, and keeps it there.
/// Positions are set through the CSSOM: the content security policy forbids style attributes.
import type { Attachment } from 'svelte/attachments';

const gap = 4;
const edge = 8;

export type Align = 'start' | 'end';

function put(floating: HTMLElement, anchor: Element, align: Align): void {
  const style = floating.style;
  style.maxHeight = 'none';
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width } = floating;
  const height = floating.scrollHeight + floating.offsetHeight - floating.clientHeight;
  const below = window.innerHeight - at.bottom - gap - edge;
  const above = at.top - gap - edge;
  const up = height > below && above > below;
  // Where neither side has room enough, it may cover what it belongs to.
  const fits = height <= Math.max(above, below);
  const shown = Math.min(height, window.innerHeight - 2 * edge);
  const top = up && fits ? at.top - gap - shown : at.bottom + gap;
  const left = align === 'end' ? at.right - width : at.left;
  style.maxHeight = `${shown}px`;
  style.left = `${Math.max(edge, Math.min(left, window.innerWidth - width - edge))}px`;
  style.top = `${Math.max(edge, Math.min(top, window.innerHeight - shown - edge))}px`;
}

/// Shows the element in the top layer beside `anchor`, above any dialog, without taking it out of its landmark.
export function beside(
  anchor: () => Element | null | undefined,
  align: Align = 'start',
): Attachment<HTMLElement> {
  return (floating) => {
    const target = anchor();
    if (!target) return;
    floating.popover = 'manual';
    floating.showPopover();
    const update = (): void => put(floating, target, align);
    update();
    const watcher = new ResizeObserver(update);
    // Its own size stays when what is in it grows beyond what fits.
    for (const one of [floating, ...floating.children]) watcher.observe(one);
    window.addEventListener('resize', update);
    window.addEventListener('scroll', update, true);
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', update);
      window.removeEventListener('scroll', update, true);
    };
  };
}

/// Calls `then` when a press lands outside the element and outside `anchor`, which opens and closes it itself.
export function outside(anchor: () => Element | null | undefined, then: () => void): Attachment<HTMLElement> {
  return (element) => {
    const pressed = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!element.contains(target) && !anchor()?.contains(target)) then();
    };
    window.addEventListener('pointerdown', pressed, true);
    return () => window.removeEventListener('pointerdown', pressed, true);
  };
}
