/// What is done with the whole file: new, open, copy, sample. Each asks the system where, and says what came of it.
import type { AppState } from '$bindings/app';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';

import { answers, isMail } from '../answers/answers.svelte';

const enter = (open: () => Promise<AppState | null>): Promise<void> => app.open(open);

export const newCoalition = (): Promise<void> => enter(api.newCoalition);
export const openCoalition = (): Promise<void> => enter(api.openCoalition);
export const openSample = (): Promise<void> => enter(api.openSample);
export const openOwn = (): Promise<void> => enter(api.openOwn);

/// Another coalition in a window of its own.
export async function newWindow(): Promise<void> {
  await app.attempt(() => api.newWindow());
}

export async function saveCopy(): Promise<void> {
  await app.attempt(async () => {
    const path = await api.saveCopy();
    if (path) app.toast(t('ui-saved-to', { path }));
  });
}

/// Shows where the open file is, in the system's own program.
export async function showInFolder(): Promise<void> {
  await app.attempt(() => api.showInFolder());
}

/// Saves the days of a letter for a calendar.
export async function saveCalendar(letterId: number): Promise<void> {
  await app.attempt(async () => {
    const path = await api.saveCalendar(letterId);
    if (path) app.toast(t('ui-saved-to', { path }));
  });
}

/// Whether a file is a coalition, by its name.
export const isCoalition = (path: string): boolean => path.toLowerCase().endsWith('.undersigned');

/// Takes what was let go over the window: a coalition is opened, anything else is imported. What is open is not lost.
export async function dropped(paths: string[]): Promise<void> {
  const [path] = paths;
  if (!path) return;
  if (place.dialog) app.toast(t('ui-drop-busy'), null, 'problem');
  else if (isCoalition(path)) await enter(() => api.openCoalitionAt(path));
  else if (paths.every(isMail)) await answers.drop(paths);
  else place.open({ name: 'import', text: null, path, letterId: place.letterId });
}
