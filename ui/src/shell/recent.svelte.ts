/// The files that were opened before: their paths and nothing else, and only as long as the settings say so.
import type { RecentFile } from '$bindings/app';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

class Recent {
  #files = $state.raw<readonly RecentFile[]>([]);

  get files(): readonly RecentFile[] {
    return this.#files;
  }

  async load(): Promise<void> {
    this.#files = await api.recentFiles().catch(() => []);
  }

  async open(path: string): Promise<void> {
    await app.open(() => api.openRecent(path));
  }

  async clear(): Promise<void> {
    await app.attempt(() => api.clearRecent());
    await this.load();
  }
}

export const recent = new Recent();
