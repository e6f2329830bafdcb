/// The settings of the program: who uses it, and how its windows look.
import type { Settings } from '$bindings/settings';
import * as api from '$lib/api';
import { dates } from '$lib/dates.svelte';

class SettingsState {
  #settings = $state.raw<Settings | null>(null);

  /// None until they are loaded.
  get current(): Settings | null {
    return this.#settings;
  }

  async load(): Promise<void> {
    this.enter(await api.getSettings());
  }

  /// Throws what the core refuses, so that the form can show it.
  async change(change: Partial<Settings>): Promise<void> {
    const settings = this.#settings ?? (await api.getSettings());
    this.enter(await api.setSettings({ ...settings, ...change }));
  }

  /// Takes up what they are.
  enter(settings: Settings): void {
    this.#settings = settings;
    dates.style = settings.dates;
    if (settings.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = settings.theme;
  }
}

export const settings = new SettingsState();
