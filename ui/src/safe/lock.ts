/// Locking the open file.
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { startAnew } from './reload';

/// The core closes the file and forgets its key, and the page starts anew, so that nothing it remembered is left. A file without a
/// passphrase is offered one.
export async function lock(): Promise<void> {
  if (!app.state) return;
  if (!app.state.locked) {
    if (!app.state.sample) place.open({ name: 'passphrase' });
    return;
  }
  // What is shown goes first: the core may have a backup to make.
  while (place.dialog) place.close();
  app.leave();
  try {
    await api.lock();
  } finally {
    startAnew();
  }
}
