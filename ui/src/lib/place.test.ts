import { afterEach, expect, test } from 'vitest';

import { place } from './place.svelte';

afterEach(() => {
  place.go({ name: 'letters' });
  place.close();
});

test('what is opened over a dialog leads back to it once, and a dialog of its own leads nowhere', () => {
  place.open({ name: 'freeze' });
  place.open({ name: 'ask', letterId: 1 }, { name: 'freeze' });
  place.close();
  expect(place.dialog).toEqual({ name: 'freeze' });
  place.close();
  expect(place.dialog).toBeNull();
  place.open({ name: 'ask', letterId: 1 }, { name: 'freeze' });
  place.open({ name: 'keys' });
  place.close();
  expect(place.dialog).toBeNull();
});

test('on another page there is nothing to lead back to', () => {
  place.open({ name: 'merge', keep: 1, drop: 2 }, { name: 'freeze' });
  place.go({ name: 'organizations', id: 1 });
  place.close();
  expect(place.dialog).toBeNull();
});
