/// Keeps the focus where a part of a form is exchanged for another.
import { tick } from 'svelte';

/// Gives the focus to whatever has this id once the exchange is done.
export async function refocus(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}
