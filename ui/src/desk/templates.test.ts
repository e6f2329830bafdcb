/// The texts to write with, on the real core.
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { openCore, type Core } from '../testing/core';
import TemplatesDialog from './TemplatesDialog.svelte';

vi.setConfig({ testTimeout: 60_000 });

let core: Core;

beforeEach(async () => {
  core = await openCore();
  await app.start();
});

const kind = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'What for' });
const subject = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Subject' });

async function choose(what: string): Promise<void> {
  await userEvent.selectOptions(kind(), what);
  await core.settled();
}

test('what was written is saved before another text is shown, and what is refused stays in view', async () => {
  render(TemplatesDialog, { letterId: null, onclose: () => undefined });
  await waitFor(() => expect(subject().value).not.toBe(''));
  await userEvent.clear(subject());
  await userEvent.type(subject(), 'Will you sign?');
  await userEvent.click(screen.getByRole('radio', { name: 'PDF' }));
  await choose('reminder');
  await waitFor(() => expect(subject().value).toContain('reminder'));
  const ask = (await api.listTemplates(null)).find((one) => one.kind === 'ask' && one.language === 'en');
  expect(ask).toMatchObject({ subject: 'Will you sign?', attach: 'pdf', origin: 'own' });

  await userEvent.clear(subject());
  await choose('ask');
  expect(await screen.findByText(/The message is empty/)).toBeTruthy();
  expect(kind().value).toBe('reminder');
  expect(subject().value).toBe('');
});

test('the text of the message on the desk is shown first', async () => {
  render(TemplatesDialog, {
    letterId: null,
    shown: { kind: 'receipt', language: 'es' },
    onclose: () => undefined,
  });
  await waitFor(() => expect(subject().value).toContain('Ya aparece'));
  expect(kind().value).toBe('receipt');
});

test('a field is written where the cursor is, and Control and Enter save', async () => {
  render(TemplatesDialog, { letterId: null, onclose: () => undefined });
  expect(document.activeElement).toBe(kind());
  await waitFor(() => expect(subject().value).not.toBe(''));
  await userEvent.click(screen.getByRole('button', { name: 'deadline' }));
  const text: HTMLTextAreaElement = screen.getByRole('textbox', { name: 'Text' });
  expect(document.activeElement).toBe(text);

  await userEvent.clear(subject());
  await userEvent.type(subject(), 'Sign by ?');
  subject().setSelectionRange(8, 8);
  await userEvent.click(screen.getByRole('button', { name: 'deadline' }));
  expect(subject().value).toBe('Sign by {{ deadline }}?');
  expect(subject().selectionStart).toBe('Sign by {{ deadline }}'.length);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await core.settled();
  const ask = (await api.listTemplates(null)).find((one) => one.kind === 'ask' && one.language === 'en');
  expect(ask?.subject).toBe('Sign by {{ deadline }}?');
});
