/// Saving a picture, and saying where it went.
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

import { pngOf, type Saved } from './picture';

export type PictureFormat = 'svg' | 'png';

/// Asks where with the system's dialog.
export async function savePicture(name: string, picture: Saved, format: PictureFormat): Promise<void> {
  await app.attempt(async () => {
    const png = format === 'png' ? await pngOf(picture) : null;
    const path = await api.savePicture(name, picture.svg, png);
    if (path) app.toast(t('ui-saved-to', { path }));
  });
}
