/// The form of a letter on the real core.
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { openCore, type Core } from '../testing/core';
import LetterDialog from './LetterDialog.svelte';

let core: Core;

beforeEach(async () => {
  core = await openCore();
  await app.start();
});

test('what is no number is refused where it stands, though its part of the form is closed', async () => {
  const id = await core.letter('rent');
  render(LetterDialog, { id, onclose: () => undefined });
  await core.settled();
  await userEvent.click(screen.getByText('Topic and rules'));
  const field = (name: RegExp): HTMLInputElement => screen.getByRole('textbox', { name });
  for (const [name, wrong, right, message] of [
    [/^Follow up after/, 'soon', '6', /number of days from 0 to 365/],
    [/^Wait at least/, '3 days', '', /number of days from 0 to 365/],
    [/^Goal/, 'many', '40', /Write a number/],
  ] as const) {
    await userEvent.clear(field(name));
    await userEvent.type(field(name), wrong);
    await userEvent.click(screen.getByText('Topic and rules'));
    await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(document.activeElement).toBe(field(name));
    await userEvent.clear(field(name));
    if (right) await userEvent.type(field(name), right);
  }
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  await core.settled();
  expect(await api.getLetter(id)).toMatchObject({ chaseDays: 6, gapDays: 3, goal: 40 });
});
