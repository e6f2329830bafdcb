/// Lays the recovery sheet on a page of its own for the system's print dialog.
import { mount, tick, unmount } from 'svelte';

import RecoverySheet from './RecoverySheet.svelte';

let laid: Record<string, unknown> | null = null;

/// It stays until `clearSheet`, for the dialog may ask for the page long after it was opened.
export async function laySheet(name: string, path: string, passphrase: string, now: Date): Promise<void> {
  await clearSheet();
  laid = mount(RecoverySheet, { target: document.body, props: { name, path, passphrase, now } });
  await tick();
}

export async function clearSheet(): Promise<void> {
  if (laid) await unmount(laid);
  laid = null;
}
