/// Takes up what the window begins with, each part where it belongs.
import type { Start } from '$bindings/app';
import { lessons } from '$lib/lessons.svelte';

import { bringLedger } from '../letters/letter.svelte';
import { letters } from '../letters/letters.svelte';
import { settings } from './settings.svelte';

export function begin(start: Start): void {
  settings.enter(start.settings);
  lessons.enter(start.views['lessons']);
  letters.take(start.letters);
  if (start.ledger) bringLedger(start.app, start.ledger, start.views['ledger']);
}
