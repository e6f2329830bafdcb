import { readFile, rename, writeFile } from 'node:fs/promises';

import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import App from '../App.svelte';
import { faults } from '../testing/axe';
import { fileOf, openCore } from '../testing/core';
import { start } from '../testing/start';
import { watchIdle } from './idle';
import { startAnew } from './reload';

vi.mock('./reload', () => ({ startAnew: vi.fn() }));

const words = 'amber trust river song';

beforeEach(() => {
  while (place.dialog) place.close();
  app.leave();
  vi.mocked(startAnew).mockClear();
});

/// Types a new passphrase twice and sets it.
async function setPassphrase(text: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('New passphrase'), text);
  await userEvent.type(dialog.getByLabelText('Type it again'), text);
  await userEvent.click(dialog.getByRole('button', { name: 'Lock' }));
}

test('a passphrase is typed twice, judged, set, and then Ctrl+L leaves nothing in the window', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  await userEvent.keyboard('{Control>}l{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Lock this file with a passphrase' }));
  await userEvent.type(dialog.getByLabelText('New passphrase'), 'password');
  expect(await dialog.findByText(/^Weak/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText('Type it again'), 'passwort');
  await userEvent.click(dialog.getByRole('button', { name: 'Lock' }));
  expect(await dialog.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('don’t match'),
  );
  expect(core.calls.some(({ command }) => command === 'set_passphrase')).toBe(false);

  await userEvent.clear(dialog.getByLabelText('New passphrase'));
  await userEvent.clear(dialog.getByLabelText('Type it again'));
  await setPassphrase(words);
  expect(await screen.findByText('Locked the file with the new passphrase')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(await screen.findByText('Locked, on this computer')).toBeTruthy();

  await userEvent.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(startAnew).toHaveBeenCalledOnce());
  expect(document.body.textContent).not.toMatch(/Wisconsin/);
  await expect(api.getApp()).rejects.toMatchObject({ kind: 'locked' });
}, 40_000);

test('a locked file shows its name and nothing else until its passphrase opens it', async () => {
  await openCore();
  await api.setPassphrase(null, words);
  await api.lock();
  render(App);
  expect(await screen.findByRole('heading', { name: 'coalition' })).toBeTruthy();
  expect(screen.queryByText(/Wisconsin/)).toBeNull();
  const field = screen.getByLabelText('Passphrase');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('type')).toBe('password');
  await userEvent.click(screen.getByRole('button', { name: 'Show the passphrase' }));
  expect(field.getAttribute('type')).toBe('text');
  expect(await faults()).toEqual([]);
  await userEvent.type(field, 'amber{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('does not open');
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(place.dialog).toBeNull();
  await userEvent.clear(field);
  await userEvent.type(field, `${words}{Enter}`);
  expect(await screen.findByRole('heading', { name: /Wisconsin/ })).toBeTruthy();
}, 40_000);

test('six words are made up, shown, and printed with the sheet once they are set', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  place.open({ name: 'passphrase' });
  await userEvent.click(await screen.findByRole('button', { name: /Suggest one/ }));
  const field = screen.getByLabelText<HTMLInputElement>('New passphrase');
  await waitFor(() => expect(field.value.split(' ')).toHaveLength(6));
  const made = field.value;
  expect(field.type).toBe('text');
  expect(await screen.findByText(/^Strong/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Type it again'), made);
  await userEvent.click(screen.getByRole('button', { name: 'Lock' }));
  await userEvent.click(await screen.findByRole('button', { name: /recovery sheet/ }));
  await waitFor(() => expect(core.events.map(({ event }) => event)).toContain('printed'));
  expect(document.querySelector('.print-sheet')?.textContent).toContain(made);
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(document.querySelector('.print-sheet')).toBeNull());
  expect(document.body.innerHTML).not.toContain(made);
}, 40_000);

test('a backup is made, tested, and brought back after it is asked', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  place.open({ name: 'backups' });
  const dialog = within(await screen.findByRole('dialog', { name: 'Backups' }));
  await userEvent.click(await dialog.findByRole('button', { name: 'Back up now' }));
  expect(await dialog.findByText('As the file is now')).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: /^Test the backup/ }));
  expect(await dialog.findByText(/It can be restored/)).toBeTruthy();
  place.close();
  await core.addOrganization('Amber Trust');
  place.open({ name: 'backups' });
  const again = within(await screen.findByRole('dialog', { name: 'Backups' }));
  expect(await again.findByText('1 change since')).toBeTruthy();
  await userEvent.click(again.getByRole('button', { name: /^Restore the backup/ }));
  expect(again.getByText(/How it is now is kept/)).toBeTruthy();
  expect(core.calls.some(({ command }) => command === 'restore_backup')).toBe(false);
  await userEvent.click(again.getByRole('button', { name: 'Restore' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await core.organizations()).some(({ name }) => name === 'Amber Trust')).toBe(false);
  expect((await api.listBackups()).backups).toHaveLength(2);
}, 40_000);

test('a person is forgotten only when the word was typed, and is then nowhere in the window', async () => {
  const core = await openCore();
  const { rows } = await api.listPeople(api.anyPerson, { column: 'name', reversed: false }, 0, 5);
  const person = rows[0];
  if (!person) throw new Error('the sample has people');
  await start(core, { name: 'people', id: person.id });
  await userEvent.click(await screen.findByRole('button', { name: 'Forget…' }));
  const dialog = within(await screen.findByRole('dialog', { name: `Forget ${person.name}` }));
  expect(await dialog.findByText(/1 person, with addresses/)).toBeTruthy();
  expect(dialog.getByText('This can’t be undone.')).toBeTruthy();
  const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Forget' });
  expect(button.disabled).toBe(true);
  expect(document.activeElement).toBe(dialog.getByRole('textbox'));
  await userEvent.type(dialog.getByRole('textbox'), 'forge');
  expect(button.disabled).toBe(true);
  await userEvent.type(dialog.getByRole('textbox'), 't{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await core.settled();
  await expect(api.getPerson(person.id)).rejects.toMatchObject({ kind: 'not-found' });
  expect(screen.queryByText(person.name)).toBeNull();
}, 40_000);

test('who was removed before is forgotten from the history', async () => {
  const core = await openCore();
  const ana = await core.person('Ana Example');
  await api.removePeople([ana.id]);
  await start(core, { name: 'history' });
  await userEvent.click(await screen.findByRole('button', { name: 'Forget Ana Example…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Forget Ana Example' }));
  await userEvent.type(await dialog.findByRole('textbox'), 'forget{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await core.settled();
  place.go({ name: 'history' });
  expect(await screen.findByText('Forgot a person')).toBeTruthy();
  expect(screen.queryByText(/Ana Example/)).toBeNull();
}, 40_000);

test('a file that another program moved is told as soon as the window is looked at', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  const path = app.state?.filePath ?? '';
  expect(screen.queryByRole('alert')).toBeNull();
  await rename(path, `${path}.away`);
  window.dispatchEvent(new Event('focus'));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing more is written');
  expect(screen.getByText('Not saved: the file was moved')).toBeTruthy();
});

test('the settings say when the file locks itself', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  place.open({ name: 'settings' });
  await userEvent.selectOptions(await screen.findByLabelText(/Lock after/), '5 minutes');
  await core.settled();
  expect((await api.getSettings()).lockAfter).toBe(5);
  await userEvent.selectOptions(screen.getByLabelText(/^Clear what was copied/), '60 seconds');
  await core.settled();
  expect((await api.getSettings()).clearClipboardAfter).toBe(60);
});

test('a locked file locks itself after idle minutes and after sleep, and a plain one never', () => {
  vi.useFakeTimers();
  try {
    const lock = vi.fn();
    let locked = true;
    const stop = watchIdle({ minutes: () => 5, locked: () => locked, lock });
    vi.advanceTimersByTime(4 * 60_000);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    vi.advanceTimersByTime(4 * 60_000);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(70_000);
    expect(lock).toHaveBeenCalledTimes(1);
    // The clock jumps: the computer slept. The first key after it does not hide that.
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    vi.setSystemTime(Date.now() + 130_000);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(lock).toHaveBeenCalledTimes(2);
    locked = false;
    vi.advanceTimersByTime(60 * 60_000);
    expect(lock).toHaveBeenCalledTimes(2);
    stop();
  } finally {
    vi.useRealTimers();
  }
});

test('the check finds damage, and what can be read of a damaged file is opened', async () => {
  const core = await openCore();
  await start(core, { name: 'letters' });
  place.open({ name: 'backups' });
  const dialog = within(await screen.findByRole('dialog', { name: 'Backups' }));
  await userEvent.click(await dialog.findByRole('button', { name: 'Check' }));
  expect(await dialog.findByText('No damage found.')).toBeTruthy();
  const { filePath } = await api.getApp();
  const bytes = await readFile(filePath);
  // A bit of a page that is in use.
  const at = bytes.indexOf('Extend rent assistance');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(filePath, bytes);
  await userEvent.click(dialog.getByRole('button', { name: 'Check' }));
  expect(await dialog.findByText('It is damaged: one fault.')).toBeTruthy();
  expect(await faults()).toEqual([]);
  expect(dialog.getByRole('button', { name: 'Save what can be read…' })).toBeTruthy();
  place.close();

  const damaged = await fileOf('damaged.undersigned', bytes);
  await core.drop(damaged);
  await app.open(() => api.openCoalitionAt(damaged));
  expect(await screen.findByText(/is damaged and was left as it is/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'damaged' })).toBeTruthy();
  expect(await faults()).toEqual([]);
  await core.choose(damaged.replace('damaged.', 'saved.'));
  await userEvent.click(screen.getByRole('button', { name: 'Save what can be read…' }));
  expect(await screen.findByText(/rows are in .*saved\.undersigned/)).toBeTruthy();
  expect((await api.getApp()).fileName).toBe('saved');
}, 60_000);

test('the keychain unlocks a file for which it keeps the passphrase', async () => {
  const core = await openCore();
  await api.setPassphrase(null, words);
  await start(core, { name: 'letters' });
  place.open({ name: 'settings' });
  const kept = await screen.findByRole('checkbox', { name: /keychain remembers/ });
  await userEvent.click(kept);
  await waitFor(async () => expect(await api.isPassphraseKept()).toBe(true));
  place.close();
  app.leave();
  await api.lock();
  cleanup();
  render(App);
  await userEvent.click(await screen.findByRole('button', { name: /keychain/ }));
  expect(await screen.findByRole('heading', { name: /Wisconsin/ })).toBeTruthy();
}, 40_000);
