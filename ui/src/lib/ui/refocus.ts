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
