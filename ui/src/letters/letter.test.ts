import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Applied } from '$bindings/app';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { openCore } from '../testing/core';
import { LetterPage } from './letter.svelte';
import { changeTo } from './status';

let page: LetterPage;

beforeEach(async () => {
  const core = await openCore();
  vi.spyOn(app, 'applied').mockImplementation(async (change) => {
    await page.load();
    return change.output;
  });
  page = new LetterPage(await core.letter());
  await page.load();
});

const first = () => {
  const [row] = page.signOns;
  if (!row) throw new Error('the sample has sign-ons');
  return row;
};

describe('a status', () => {
  test('shows as soon as it is asked for, before the core answers', async () => {
    let answer: (change: Applied<null>) => void = () => undefined;
    vi.spyOn(api, 'setSignOnStatus').mockReturnValueOnce(new Promise((done) => (answer = done)));
    const asked = page.setStatus([first()], changeTo('declined'));
    expect(first().status).toBe('declined');
    answer({ output: null, label: '', tables: [], app: await api.getApp(), letters: null });
    await asked;
    // This core did nothing: what it says is what shows.
    expect(first().status).toBe('confirmed');
  });

  test('that the core refuses is as it was, and the form hears why', async () => {
    const problem = { kind: 'rule', message: 'Not so.', field: null };
    vi.spyOn(api, 'setSignOnStatus').mockRejectedValueOnce(problem);
    await expect(page.setStatus([first()], changeTo('declined'))).rejects.toEqual(problem);
    expect(first().status).toBe('confirmed');
  });

  test('asked for twice in a row stays the second while the first is answered', async () => {
    const one = page.setStatus([first()], changeTo('declined'));
    const two = page.setStatus([first()], changeTo('asked'));
    await one;
    expect(first().status).toBe('asked');
    await two;
    expect(first().status).toBe('asked');
  });
});
