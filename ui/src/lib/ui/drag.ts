/// Dragging by pointer. The system's own drag and drop is for files: the window takes those.
import type { Attachment } from 'svelte/attachments';

/// So many pixels are a press, and no drag yet.
const still = 4;

export interface Drag {
  begin?: () => void;
  /// Where it is in the window, and how far from where it began.
  along: (x: number, by: number) => void;
  /// Let go after it was taken along.
  done: () => void;
}

export function dragged({ begin, along, done }: Drag): Attachment<HTMLElement> {
  return (element) => {
    let from = 0;
    let far = false;
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      from = event.clientX;
      far = false;
      begin?.();
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', up);
    };
    const move = (event: PointerEvent): void => {
      far ||= Math.abs(event.clientX - from) > still;
      if (far) along(event.clientX, event.clientX - from);
    };
    const up = (): void => {
      release();
      if (far) done();
    };
    const release = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
    // What was a drag is no press.
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
