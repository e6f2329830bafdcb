import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import App from './App.svelte';

test('the first screen names the app', () => {
  render(App);
  expect(screen.getByRole('heading', { name: 'Undersigned' })).toBeTruthy();
});
