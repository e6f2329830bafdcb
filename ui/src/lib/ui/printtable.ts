/// Lays a table on a page of its own for the system's print dialog.
import { mount, tick, unmount } from 'svelte';

import PrintTable from './PrintTable.svelte';

let laid: Record<string, unknown> | null = null;

/// Lays it out. It stays until another is laid, for the dialog may ask for the page long after it was opened; once that is printed,
/// it goes.
export async function layTable(title: string, headings: string[], rows: string[][]): Promise<void> {
  await clear();
  laid = mount(PrintTable, { target: document.body, props: { title, headings, rows } });
  window.addEventListener('afterprint', () => void clear(), { once: true });
  await tick();
  await document.fonts.ready;
}

async function clear(): Promise<void> {
  if (laid) await unmount(laid);
  laid = null;
}
