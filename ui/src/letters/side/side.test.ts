import { describe, expect, test } from 'vitest';

import type { SignOn } from '$bindings/ledger';

import { openCore } from '../../testing/core';
import { mayFollow, statuses } from '../status';
import { missing, nextFor } from './machine';
import { isEvidence } from './signonside.svelte';
import { fileSize } from './size';

const pattern = await (await openCore()).signOn('ACLU of Wisconsin');
const row = (more: Partial<SignOn>): SignOn => ({ ...pattern, standing: 'stands', ...more });

describe('what may come next for a sign-on', () => {
  test('is never what the machine refuses', () => {
    for (const status of statuses) {
      const steps = nextFor(row({ status }));
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter((next) => !mayFollow(status, next))).toEqual([]);
    }
  });

  test('is to confirm once more, where the text changed since', () => {
    expect(nextFor(row({ status: 'confirmed' }))).toEqual(['withdrawn']);
    expect(nextFor(row({ status: 'confirmed', standing: 'must-reconfirm' }))[0]).toBe('confirmed');
    expect(nextFor(row({ status: 'confirmed', standing: 'lapsed' }))[0]).toBe('confirmed');
  });

  test('a yes that is not in writing says so, and one that stands says nothing', () => {
    expect(missing(row({ status: 'said-yes' }))).toBe('ui-missing-written');
    expect(missing(row({ status: 'confirmed' }))).toBeNull();
    expect(missing(row({ status: 'declined', standing: 'lapsed' }))).toBeNull();
    expect(missing(row({ status: 'confirmed', standing: 'must-reconfirm', standingBy: null }))).toBe(
      'ui-standing-must',
    );
  });
});

describe('files let go over a row', () => {
  test('are its evidence when an answer may come as such', () => {
    expect(isEvidence(['/a/Re_ letter.eml'])).toBe(true);
    expect(isEvidence(['/a/scan.PDF', '/a/photo.jpeg'])).toBe(true);
  });

  test('are left to the import when one of them is a table or a coalition', () => {
    expect(isEvidence(['/a/responses.CSV'])).toBe(false);
    expect(isEvidence(['/a/scan.pdf', '/a/list.xlsx'])).toBe(false);
    expect(isEvidence(['/a/other.undersigned'])).toBe(false);
    expect(isEvidence([])).toBe(false);
  });
});

test('sizes of files are said in kilobytes, then in megabytes, and never as nothing', () => {
  expect(fileSize(12, 'en')).toBe('1 kB');
  expect(fileSize(18_432, 'en')).toBe('18 kB');
  expect(fileSize(1_240_000, 'en')).toBe('1.2 MB');
  expect(fileSize(25_000_000, 'en')).toBe('25 MB');
});
