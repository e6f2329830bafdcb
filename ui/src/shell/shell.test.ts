/// What people reach for around the letters: the file, what is typed and not saved, menus on right click, whole exports.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { changeTo } from '../letters/status';
import { openCore, type Core } from '../testing/core';
import { start } from '../testing/start';

// jsdom lays nothing out: here everything is 600 pixels high, so that the first rows of a table exist.
for (const size of ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth'])
  Object.defineProperty(HTMLElement.prototype, size, { get: () => 600 });

let core: Core;
let folder: string;

beforeEach(async () => {
  while (place.dialog) place.close();
  folder = await mkdtemp(join(tmpdir(), 'undersigned-shell-'));
  core = await openCore();
});

afterEach(() => rm(folder, { recursive: true }));

/// Does what Ctrl+K finds first by these words.
async function command(words: string): Promise<void> {
  place.open({ name: 'palette' });
  await userEvent.click(await screen.findByRole('combobox', { name: 'Find anything' }));
  await userEvent.paste(words);
  await userEvent.keyboard('{Enter}');
}

/// Chooses in the menu that is open. jsdom does not know that a popover is.
async function choose(words: string): Promise<void> {
  const item = await screen.findByText(words, { selector: '[role=menu] *' });
  await userEvent.click(item, { pointerEventsCheck: 0 });
}

/// What must be there.
function found<T>(thing: T | null): T {
  if (thing === null) throw new Error('not there yet');
  return thing;
}

/// Makes a coalition of one's own with a letter, so that the window is not at its start.
async function ownFile(name: string): Promise<string> {
  const path = join(folder, `${name}.undersigned`);
  await core.choose(path);
  await api.newCoalition();
  await api.addOrganization({ name: `${name} Neighbors` } as Parameters<typeof api.addOrganization>[0]);
  return path;
}

describe('the file', () => {
  test('gets another name where it is, and none that is taken', async () => {
    await ownFile('Taken');
    await ownFile('Spring');
    await start(core, { name: 'organizations' });
    await command('rename');
    const field = await screen.findByRole('textbox', { name: 'File name' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Taken{Enter}');
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringMatching(/Taken/));
    await userEvent.clear(field);
    await userEvent.type(field, 'Autumn{Enter}');
    await waitFor(() => expect(app.state?.fileName).toBe('Autumn'));
    expect(await readdir(folder)).toContain('Autumn.undersigned');
    expect(await readdir(folder)).not.toContain('Spring.undersigned');
  });

  test('that was open before is opened again by its name, and forgotten when that is wished', async () => {
    await ownFile('First');
    await ownFile('Second');
    await start(core, { name: 'organizations' });
    expect((await api.recentFiles()).map(({ name }) => name)).toContain('First');
    await command('First');
    await waitFor(() => expect(app.state?.fileName).toBe('First'));
    await api.clearRecent();
    expect(await api.recentFiles()).toEqual([]);
  });

  test('is written openly into a folder, a file a table', async () => {
    await start(core, { name: 'letters' });
    await core.choose(null, folder);
    await command('export');
    const dialog = within(await screen.findByRole('dialog', { name: 'Export everything' }));
    await userEvent.click(dialog.getByRole('radio', { name: 'CSV' }));
    const go = dialog.getByRole('button', { name: /folder/i });
    await userEvent.click(go);
    await core.settled();
    // Cancelled: the dialog stays, and nothing is written.
    expect(place.dialog?.name).toBe('export');
    await userEvent.click(go);
    await waitFor(() => expect(place.dialog).toBeNull());
    const [written] = await readdir(folder);
    const files = await readdir(join(folder, written ?? ''));
    expect(files.filter((file) => file.endsWith('.csv')).length).toBeGreaterThan(4);
  });
});

describe('what was typed in a dialog', () => {
  test('is asked about before it goes, and kept', async () => {
    await start(core, { name: 'letters' });
    place.open({ name: 'letter', id: null });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), 'Clean water');
    const leave = (): Promise<boolean> =>
      fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    await leave();
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Clean water');
    await leave();
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(place.dialog).toBeNull();
  });

  test('goes without a question when nothing was typed', async () => {
    await start(core, { name: 'letters' });
    place.open({ name: 'letter', id: null });
    await screen.findByRole('textbox', { name: 'Title' });
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(place.dialog).toBeNull();
  });
});

describe('a right click', () => {
  test('on a row offers what can be done with it, anywhere else what the window can', async () => {
    await start(core, { name: 'letter', id: await core.letter() });
    const { id } = await core.signOn('ACLU of Wisconsin');
    const row = await waitFor(() => found(document.getElementById(`sign-on-${String(id)}`)));
    expect(await fireEvent.contextMenu(row)).toBe(false);
    await choose('Asked');
    await waitFor(async () => expect((await core.signOn('ACLU of Wisconsin')).status).toBe('asked'));
    await fireEvent.contextMenu(screen.getByRole('heading', { level: 1 }));
    expect(await screen.findByText(/^Undo: /, { selector: '[role=menu] *' })).toBeTruthy();
  });

  test('in a table is about the cell', async () => {
    await start(core, { name: 'organizations' });
    await fireEvent.contextMenu(await screen.findByText('ACLU of Wisconsin'));
    await choose('Open');
    await waitFor(() => expect(place.page).toHaveProperty('id'));
  });
});

test('several findings of a kind are accepted at once, with a word and a name', async () => {
  const letterId = await core.letter();
  const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'].map((tree) => `${tree} Street Neighbors`);
  const ids = await Promise.all(names.map((name) => core.addOrganization(name)));
  await api.addSignOns(letterId, ids);
  const signOns = await Promise.all(names.map((name) => core.signOn(name)));
  await api.setSignOnStatus(
    signOns.map(({ id }) => id),
    changeTo('said-yes'),
  );
  await start(core, { name: 'letter', id: letterId, tab: 'check' });
  await userEvent.click((await screen.findAllByRole('button', { name: /^Accept all/ }))[0] as HTMLElement);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Who says so' }), 'Kim');
  await userEvent.type(screen.getByRole('textbox', { name: /fine as it is/ }), 'They asked for it{Enter}');
  await waitFor(async () => {
    const settled = (await api.checkLetter(letterId)).filter((item) => item.settled?.by === 'Kim');
    expect(settled.length).toBeGreaterThanOrEqual(4);
  });
});

test('the pictures count who stands in the block, and nobody else', async () => {
  for (const { id } of await api.listLetters()) {
    const { states, elsewhere } = await api.getStates(id);
    const counted = states.reduce((sum, { count }) => sum + count, elsewhere);
    const { total } = await api.getBlock(id);
    expect(counted).toBe(total);
    expect((await api.getTimeline(id)).points.at(-1)?.confirmed ?? 0).toBe(total);
  }
});
