/// The whole window at one of its pages.
import { render, screen } from '@testing-library/svelte';

import { place, type Page } from '$lib/place.svelte';

import App from '../App.svelte';
import type { Core } from './core';

export async function start(core: Core, page: Page): Promise<void> {
  document.title = 'Undersigned';
  render(App);
  await screen.findByRole('heading', { level: 1 });
  // The window begins with a page of its own choice.
  await core.settled();
  place.go(page);
}
