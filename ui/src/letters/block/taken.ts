/// Taking something along by pointer and letting it go over a place that takes it. Places are elements with a `data-drop`;
/// keys and menus do the same elsewhere. The system's own drag and drop is for files: the window takes those.
import type { Attachment } from 'svelte/attachments';

/// So many pixels are a press, and no drag yet.
const still = 5;

/// What is under the pointer: the word of the place, and whether the pointer is in its lower half.
export interface Over {
  drop: string;
  below: boolean;
}

export interface Taking {
  /// It is taken along, at these coordinates of the window.
  along: (x: number, y: number, over: Over | null) => void;
  /// It is let go; over nothing, or given up with Escape, it stays where it was.
  done: (over: Over | null) => void;
}

function under(x: number, y: number): Over | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
  const drop = place?.dataset['drop'];
  if (!place || drop === undefined) return null;
  const { top, height } = place.getBoundingClientRect();
  return { drop, below: y > top + height / 2 };
}

export function taken({ along, done }: Taking): Attachment<HTMLElement> {
  return (element) => {
    let from = { x: 0, y: 0 };
    let far = false;
    let over: Over | null = null;
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY };
      far = false;
      over = null;
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', giveUp);
      window.addEventListener('keydown', key, true);
    };
    const move = (event: PointerEvent): void => {
      far ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > still;
      if (!far) return;
      event.preventDefault();
      over = under(event.clientX, event.clientY);
      along(event.clientX, event.clientY, over);
    };
    const up = (): void => {
      release();
      if (far) done(over);
    };
    const giveUp = (): void => {
      release();
      if (far) done(null);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !far) return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    };
    const release = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', key, true);
    };
    // What was taken along was not pressed.
    const click = (event: MouseEvent): void => {
      if (!far) return;
      far = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('click', click, true);
    return () => {
      release();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('click', click, true);
    };
  };
}
