/// The screens of the ledger: what axe can find without a layout, and the keys.
import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import { place, type Dialog, type Page } from '$lib/place.svelte';

import App from './App.svelte';

// jsdom lays nothing out and knows no modal dialogs; for these tests an open one will do.
class Watcher {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', Watcher);
vi.stubGlobal('IntersectionObserver', Watcher);
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true;
};
vi.stubGlobal('CSS', { escape: (text: string) => text });
HTMLElement.prototype.showPopover = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// A busy machine is slow, which is no fault of the window.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 40_000 });

let mock: Mock;

beforeEach(() => {
  place.close();
  mock = installMock('own', 'en');
});

async function start(page: Page): Promise<void> {
  document.title = 'Undersigned';
  render(App);
  await screen.findByRole('heading', { level: 1 });
  place.go(page);
}

async function faults(): Promise<unknown> {
  // Without a layout there are no colours to compare, and no rows for the cursor to point at.
  const off = { enabled: false };
  // The zones of the earth are too many to be looked at one by one.
  const where = { include: document, exclude: [['optgroup']] };
  const { violations } = await axe.run(where, {
    rules: { 'color-contrast': off, 'aria-valid-attr-value': off },
  });
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

const letter = { name: 'letter', id: 1 } as const;
const shown: [string, Page, Dialog | null][] = [
  ['the follow-ups', { name: 'followups' }, null],
  ['the history', { name: 'history', letterId: 1, organizationId: 3 }, null],
  ['who signs what', { name: 'matrix' }, null],
  ['the texts of a letter', { ...letter, tab: 'texts' }, null],
  ['the check of a letter', { ...letter, tab: 'check' }, null],
  ['the pictures of a letter', { ...letter, tab: 'pictures' }, null],
  ['the form of a text', letter, { name: 'text', letterId: 1 }],
  ['the form of a deadline', letter, { name: 'deadline', letterId: 1, which: 'hard' }],
  ['the form of an individual', letter, { name: 'individual', letterId: 1 }],
  ['asking', letter, { name: 'ask', letterId: 1 }],
];

test.each(shown)(
  '%s has no fault that axe can find without a layout',
  { timeout: 60_000 },
  async (_, page, dialog) => {
    await start(page);
    if (dialog) {
      place.open(dialog);
      await screen.findByRole('dialog');
    }
    await new Promise((then) => setTimeout(then, 80));
    expect(await faults()).toEqual([]);
  },
);

const ledger = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Sign-ons' });

test('a sign-on opens in full from the keyboard, follows the cursor and closes again', async () => {
  await start(letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  await within(side).findByText('Re: Sign-on letter, answer by Friday');
  expect(await faults()).toEqual([]);
  (await ledger()).focus();
  await userEvent.keyboard('{ArrowDown}');
  await screen.findByRole('complementary', { name: 'Black Leaders Organizing for Communities (BLOC)' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary', { name: /Black Leaders/ })).toBeNull());
});

test('another name warns while it is typed, where the name was confirmed', async () => {
  await start(letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  const name = within(side).getByRole('textbox', { name: 'Prints as' });
  await userEvent.type(name, ', Inc.');
  await within(side).findByText(/They confirmed as “ACLU of Wisconsin”/);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(mock.data.signOns[0]?.printsAs).toBe('ACLU of Wisconsin, Inc.'));
  await app.undo();
  await waitFor(() => expect(mock.data.signOns[0]?.printsAs).toBe('ACLU of Wisconsin'));
});

test('a note is written where it is read, keeps its lines, and is one step to undo', async () => {
  await start(letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  const side = await screen.findByRole('complementary', { name: 'ACLU of Wisconsin' });
  const note = within(side).getByRole('textbox', { name: 'Note' });
  await userEvent.clear(note);
  await userEvent.type(note, 'Ask Mo first.{Shift>}{Enter}{/Shift}The board meets in May.');
  expect(mock.data.signOns[0]?.note).not.toContain('Mo');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(mock.data.signOns[0]?.note).toBe('Ask Mo first.\nThe board meets in May.'));
  await app.undo();
  await waitFor(() => expect(mock.data.signOns[0]?.note).not.toContain('Mo'));
});

test('what somebody said on the phone is kept as evidence', async () => {
  await start(letter);
  (await ledger()).focus();
  await userEvent.keyboard('o');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a text' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep' }));
  await screen.findByText('Paste or write what they said.');
  await userEvent.type(screen.getByRole('textbox', { name: 'What they wrote or said' }), 'Yes, count us in.');
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByText('Yes, count us in.');
});

test('one key notes a letter, and the next one to chase is under the cursor', async () => {
  await start({ name: 'followups' });
  const list = await screen.findByRole('grid', { name: 'Follow-ups' });
  const current = (): string | null => list.getAttribute('aria-activedescendant');
  const first = Number(current()?.replace('followup-', ''));
  list.focus();
  await userEvent.keyboard('w');
  await waitFor(() => expect(mock.data.ledger.outreach.get(first)?.[0]?.kind).toBe('reminder'));
  await waitFor(() => expect(current()).not.toBe(`followup-${first}`));
});

test('when nobody is left to chase, that is said', async () => {
  mock.data.signOns = mock.data.signOns.filter((row) => row.status === 'confirmed');
  await start({ name: 'followups' });
  await screen.findByText('Nobody is left to chase');
});

test('a finding is mended where it stands', async () => {
  await start({ ...letter, tab: 'check' });
  await userEvent.click(await screen.findByRole('button', { name: 'Use last time’s name' }));
  await waitFor(() => expect(mock.data.signOns.some((row) => row.printsAs === 'LULAC Wisconsin')).toBe(true));
});

test('a deadline moves with a note, by whole days of the calendar', async () => {
  await start(letter);
  place.open({ name: 'deadline', letterId: 1, which: 'hard' });
  await userEvent.click(await screen.findByRole('button', { name: '7 days later' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'Boards meet on Monday');
  const before = mock.data.letters[0]?.hardDeadline?.local ?? '';
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Move a deadline/ }));
  await waitFor(() => expect(mock.data.ledger.moves.get(1)?.at(-1)?.note).toBe('Boards meet on Monday'));
  const after = mock.data.letters[0]?.hardDeadline?.local ?? '';
  expect(Date.parse(`${after}:00Z`) - Date.parse(`${before}:00Z`)).toBe(7 * 86_400_000);
});

test('a new text says what signers must do, and is compared with the one before it', async () => {
  await start({ ...letter, tab: 'texts' });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a text' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(await within(dialog).findByRole('textbox', { name: 'The text' }), ' Thank you.');
  await userEvent.click(within(dialog).getByRole('radio', { name: /Confirm again/ }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(mock.data.ledger.versions.get(1)?.at(-1)?.reconfirm).toBe('opt-in'));
  await screen.findByRole('heading', { name: 'Version 3' });
});
