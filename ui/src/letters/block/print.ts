/// Lays the letter with its block on a page of its own for the system's print dialog.
import { mount, tick, unmount } from 'svelte';

import type { SignatoryBlock } from '$bindings/block';

import { logos } from '$lib/logos.svelte';

import PrintPage from './PrintPage.svelte';

let laid: Record<string, unknown> | null = null;

/// Lays it out. It stays until another is laid or `clearPage`, for the dialog may ask for the page long after it was
/// opened.
export async function layPage(title: string, text: string, block: SignatoryBlock): Promise<void> {
  const entries = block.groups.flatMap((group) => group.entries);
  await Promise.all(entries.flatMap(({ logo }) => (logo ? [logos.load(logo.picture)] : [])));
  await clearPage();
  laid = mount(PrintPage, { target: document.body, props: { title, text, block } });
  await tick();
  await document.fonts.ready;
}

export async function clearPage(): Promise<void> {
  if (laid) await unmount(laid);
  laid = null;
}
