/// The screens of the ledger: what axe can find without a layout, and the keys.
import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { lessons } from '$lib/lessons.svelte';
import { place, type Dialog, type Page } from '$lib/place.svelte';

import { letters } from './letters/letters.svelte';
import { faults } from './testing/axe';
import { openCore, type Core } from './testing/core';
import { start } from './testing/start';

vi.setConfig({ testTimeout: 40_000 });

let core: Core;
let letter: Extract<Page, { name: 'letter' }>;

beforeEach(async () => {
  place.close();
  core = await openCore();
  await api.setView('lessons', ['ledger']);
  letter = { name: 'letter', id: await core.letter() };
});

const shown: [string, () => Page, (() => Dialog) | null][] = [
  ['the follow-ups', () => ({ name: 'followups' }), null],
  ['the history', () => ({ name: 'history', letterId: letter.id }), null],
  ['who signs what', () => ({ name: 'matrix' }), null],
  ['the texts of a letter', () => ({ ...letter, tab: 'texts' }), null],
  ['the check of a letter', () => ({ ...letter, tab: 'check' }), null],
  ['the pictures of a letter', () => ({ ...letter, tab: 'pictures' }), null],
  ['the form of a text', () => letter, () => ({ name: 'text', letterId: letter.id })],
  ['the form of a deadline', () => letter, () => ({ name: 'deadline', letterId: letter.id, which: 'hard' })],
  ['the form of an individual', () => letter, () => ({ name: 'individual', letterId: letter.id })],
  ['asking', () => letter, () => ({ name: 'ask', letterId: letter.id })],
];

test.each(shown)(
  '%s has no fault that axe can find without a layout',
  { timeout: 60_000 },
  async (_, page, dialog) => {
    await start(core, page());
    if (dialog) {
      place.open(dialog());
      await screen.findByRole('dialog');
    }
    await core.settled();
    expect(await faults()).toEqual([]);
  },
);

const ledger = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Sign-ons' });

test('a sign-on opens in full from the keyboard, follows the cursor and closes again', async () => {
  await start(core, letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  await within(side).findByText(/^Signatories of the letter included/);
  expect(await faults()).toEqual([]);
  (await ledger()).focus();
  await userEvent.keyboard('{ArrowDown}');
  await screen.findByRole('complementary', { name: 'Black Leaders Organizing for Communities (BLOC)' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary', { name: /Black Leaders/ })).toBeNull());
});

test('the head of the letter stays in view when the keys go on to the ledger', async () => {
  await start(core, letter);
  const grid = await ledger();
  const scroller = screen.getByRole('main');
  // What an engine does with a focus on something as tall as all the rows.
  grid.addEventListener('focus', () => (scroller.scrollTop = 253), { capture: true, once: true });
  grid.focus();
  await waitFor(() => expect(scroller.scrollTop).toBe(0));
});

test('another name warns while it is typed, where the name was confirmed', async () => {
  await start(core, letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  const name = within(side).getByRole('textbox', { name: 'Prints as' });
  await userEvent.type(name, ', Inc.');
  await within(side).findByText(/They confirmed as “ACLU of Wisconsin”/);
  await userEvent.keyboard('{Enter}');
  const printed = async (): Promise<string> => (await core.signOn('ACLU of Wisconsin')).printsAs;
  await waitFor(async () => expect(await printed()).toBe('ACLU of Wisconsin, Inc.'));
  await app.undo();
  expect(await printed()).toBe('ACLU of Wisconsin');
});

test('a note is written where it is read, keeps its lines, and is one step to undo', async () => {
  await start(core, letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  const note = within(side).getByRole('textbox', { name: 'Note' });
  await userEvent.clear(note);
  await userEvent.type(note, 'Ask Mo first.{Shift>}{Enter}{/Shift}The board meets in May.');
  const kept = async (): Promise<string> => (await core.signOn('ACLU of Wisconsin')).note;
  expect(await kept()).not.toContain('Mo');
  await userEvent.keyboard('{Enter}');
  await waitFor(async () => expect(await kept()).toBe('Ask Mo first.\nThe board meets in May.'));
  await app.undo();
  expect(await kept()).not.toContain('Mo');
});

test('what somebody said on the phone is kept as evidence', async () => {
  await start(core, letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  await userEvent.click(await screen.findByRole('button', { name: 'Paste what they wrote' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Save evidence' }));
  await screen.findByText('Paste or write what they said.');
  await userEvent.type(screen.getByRole('textbox', { name: 'What they wrote or said' }), 'Yes, count us in.');
  await userEvent.click(screen.getByRole('button', { name: 'Save evidence' }));
  await screen.findByText('Yes, count us in.');
});

test('one key notes a letter, and the next one to chase is under the cursor', async () => {
  await start(core, { name: 'followups' });
  const list = await screen.findByRole('grid', { name: 'Follow-ups' });
  const current = (): string | null => list.getAttribute('aria-activedescendant');
  const first = Number(current()?.replace('followup-', ''));
  list.focus();
  await userEvent.keyboard('w');
  await waitFor(async () => expect((await api.listOutreach(first))[0]?.kind).toBe('reminder'));
  await waitFor(() => expect(current()).not.toBe(`followup-${first}`));
});

test('when nobody is left to chase, that is said', async () => {
  for (const { id } of await api.listLetters()) await api.removeLetter(id);
  await start(core, { name: 'followups' });
  await screen.findByText('No one left to follow up with');
});

test('a finding is mended where it stands', async () => {
  const name = 'League of United Latin American Citizens - WI';
  await core.printedBefore(name, 'LULAC Wisconsin');
  await start(core, { ...letter, tab: 'check' });
  await userEvent.click(await screen.findByRole('button', { name: 'Use last time’s name' }));
  await waitFor(async () => expect((await core.signOn(name)).printsAs).toBe('LULAC Wisconsin'));
});

test('a deadline moves with a note, by whole days of the calendar', async () => {
  await start(core, letter);
  place.open({ name: 'deadline', letterId: letter.id, which: 'hard' });
  await userEvent.click(await screen.findByRole('button', { name: '7 days later' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'Boards meet on Monday');
  const deadline = async (): Promise<string> => (await api.getLetter(letter.id)).hardDeadline?.local ?? '';
  const before = await deadline();
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Move a deadline/ }));
  await waitFor(async () =>
    expect((await api.listDeadlineMoves(letter.id)).at(-1)?.note).toBe('Boards meet on Monday'),
  );
  const after = await deadline();
  expect(Date.parse(`${after}:00Z`) - Date.parse(`${before}:00Z`)).toBe(7 * 86_400_000);
});

test('a new text says what signers must do, and is compared with the one before it', async () => {
  letter = { name: 'letter', id: await core.letter('rent'), tab: 'texts' };
  await start(core, letter);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a version' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(await within(dialog).findByRole('textbox', { name: 'The text' }), ' Thank you.');
  await userEvent.click(within(dialog).getByRole('radio', { name: /must say yes again/ }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await api.listVersions(letter.id)).at(-1)?.reconfirm).toBe('opt-in'));
  await screen.findByRole('heading', { name: 'Version 3' });
});

describe('one status that is set', () => {
  const asked = (): string[] => core.calls.map(({ command }) => command);

  /// What is asked for because of it. How many are due is counted once things are quiet.
  async function mark(): Promise<string[]> {
    (await ledger()).focus();
    await core.settled();
    const before = asked().length;
    await userEvent.keyboard('t');
    await waitFor(() => expect(asked().slice(before)).toContain('list_followups'));
    await core.settled();
    return asked().slice(before).sort();
  }

  test('asks for the ledger, the block and the follow-ups again, and for nothing else', async () => {
    await start(core, letter);
    expect(await mark()).toEqual(['get_block', 'get_ledger', 'list_followups', 'set_sign_on_status']);
  });

  test('asks once more for the sign-on that is shown in full', async () => {
    await start(core, letter);
    (await ledger()).focus();
    await userEvent.keyboard('o');
    await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
    expect(await mark()).toEqual([
      'get_block',
      'get_ledger',
      'get_sign_on',
      'list_followups',
      'set_sign_on_status',
    ]);
  });

  test('shows in the navigation and the name of undo without asking', async () => {
    await start(core, letter);
    await mark();
    expect(app.state?.undo).toContain('ACLU of Wisconsin');
    expect(letters.all?.find(({ id }) => id === letter.id)?.counts.confirmed).toBe(25);
  });
});

test('the keys of the ledger are taught until one is pressed, and never again', async () => {
  await api.setView('lessons', null);
  await start(core, letter);
  await screen.findByText(/^Press a letter on a row/);
  (await ledger()).focus();
  await userEvent.keyboard('d');
  await waitFor(() => expect(screen.queryByText(/^Press a letter on a row/)).toBeNull());
  expect(await api.getView('lessons')).toEqual(['ledger']);
  await lessons.load();
  place.go({ name: 'letters' });
  place.go(letter);
  await ledger();
  expect(screen.queryByText(/^Press a letter on a row/)).toBeNull();
});

test('who signed and has no receipt is written to from the follow-ups, at once', async () => {
  await start(core, { name: 'followups' });
  const list = await screen.findByRole('list', { name: 'Receipts and final copies' });
  const [line] = within(list).getAllByText(/26 signers of .* have no receipt yet/);
  const button = within(line?.closest('li') as HTMLElement).getByRole('button', { name: 'Write…' });
  await userEvent.click(button);
  await screen.findByRole('heading', { name: 'Desk' });
  const desk = await api.listDesk();
  expect(desk).toHaveLength(26);
  expect(new Set(desk.map(({ kind }) => kind))).toEqual(new Set(['receipt']));
});

test('a draft goes to somebody else there when one chooses so', async () => {
  const asked = await core.signOn('Riverbend Neighbors United');
  const at = {
    id: null,
    organizationId: asked.organizationId ?? 0,
    role: 'Deputy',
    since: null,
    until: null,
    maySign: false,
    primary: false,
  };
  const { output: nia } = await api.addPerson({
    name: 'Nia Muestra',
    sortAs: null,
    pronouns: '',
    languages: [],
    doNotContact: false,
    note: '',
    contactPoints: [{ kind: 'email', value: 'nia@riverbend.example', preferred: true }],
    affiliations: [at],
    tags: [],
  });
  await api.startDesk([asked.id], 'reminder');
  await start(core, { name: 'desk' });
  const to = await screen.findByRole('combobox', { name: 'Whom to write to' });
  await userEvent.selectOptions(to, String(nia));
  await waitFor(async () => expect((await api.listDesk())[0]?.person?.id).toBe(nia));
});
