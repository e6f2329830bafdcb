/// Keeps the focus where a part of a form is exchanged for another.
import { tick } from 'svelte';

/// Gives the focus to whatever has this id once the exchange is done.
export async function refocus(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}

/// After a row of a form went: gives the focus to the button that would drop the row now in its place, else the last such
/// button, else the button that adds one, so that the keyboard stays in the form.
export async function refocusRow(form: HTMLElement | undefined, index: number): Promise<void> {
  await tick();
  const drops = [...(form?.querySelectorAll<HTMLElement>('[data-drop]') ?? [])];
  const next = drops[index] ?? drops.at(-1) ?? form?.querySelector<HTMLElement>('[data-add]');
  next?.focus();
}

/// For how many frames a page is waited for.
const waited = 180;

/// On the page that something led to, gives the focus to what is done next there, as soon as it stands: the first part that is
/// marked `data-next`. Nowhere, when the person went on meanwhile.
export async function focusNext(): Promise<void> {
  await tick();
  const from = document.activeElement;
  for (let frame = 0; frame < waited && document.activeElement === from; frame++) {
    const next = document.querySelector<HTMLElement>('main [data-next]');
    if (next) {
      next.focus({ preventScroll: true });
      return;
    }
    await new Promise((then) => requestAnimationFrame(then));
  }
}
