import { beforeEach, describe, expect, test } from 'vitest';

import * as api from '$lib/api';
import { speak } from '$lib/messages.svelte';

import { openCore } from '../testing/core';
import { detailInWords } from './detail';

beforeEach(async () => {
  await openCore('empty');
  await api.setLanguage('en');
  speak('en');
});

describe('what the history adds to a sentence', () => {
  test.each([
    [
      '2026-12-18T17:00 America/Chicago → 2026-12-20T12:00 Europe/Paris: Two boards meet',
      'Fri, Dec 18, 2026, 5:00 PM Central → Sun, Dec 20, 2026, 12:00 PM Central European: Two boards meet',
    ],
    ['– → 2026-12-18T17:00 America/Chicago', '– → Fri, Dec 18, 2026, 5:00 PM Central'],
    ['ACLU of Wisconsin: asked → said-yes', 'ACLU of Wisconsin: Asked → Said yes'],
    ['to ask → confirmed', 'To ask → Confirmed'],
    ['Asked → nobody', 'Asked → nobody'],
    ['confirmed → confirmed', ''],
    ['ACLU of Wisconsin: confirmed → confirmed', 'ACLU of Wisconsin'],
    [
      '2026-12-17 17:00 → 2026-12-20 17:00, America/Chicago. The board.',
      'Thu, Dec 17, 2026, 5:00 PM → Sun, Dec 20, 2026, 5:00 PM Central. The board.',
    ],
    ['Case 2026-45-99, Local 2026', 'Case 2026-45-99, Local 2026'],
    ['Alder Creek: until 2026-12-01', 'Alder Creek: until Tue, Dec 1, 2026'],
  ])('%s', (kept, read) => {
    expect(detailInWords(kept, 'en-US')).toBe(read);
  });

  test('is in the language of the window', () => {
    expect(detailInWords('Voces: asked → declined', 'es')).not.toContain('asked');
    expect(detailInWords('2026-12-18', 'es')).toContain('dic');
  });
});
