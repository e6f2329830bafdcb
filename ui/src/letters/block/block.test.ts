import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import type { BlockOptions } from '$bindings/block';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { openCore, type Core } from '../../testing/core';
import type { Mending } from '../check/mend';
import { BlockPanel } from './blockpanel.svelte';
import BlockRoom from './BlockRoom.svelte';
import { doubtsOf } from './doubts';
import { Headings } from './headings.svelte';
import { changeTo } from '../status';
import { capped, cappedLines, cell, sheetOf } from './paper';
import { changeOf, follows } from './styles.svelte';

// The whole panel is laid out in each of these.
vi.setConfig({ testTimeout: 20_000 });

let core: Core;
let letterId: number;
let panel: BlockPanel;

beforeEach(async () => {
  place.close();
  core = await openCore();
  letterId = await core.letter();
  await app.start();
  await api.setView('block-format', 'html');
  panel = new BlockPanel(letterId);
  await panel.load();
});

/// The panel on the page, and what it asks of the page.
async function open() {
  const asked = { pick: vi.fn(), review: vi.fn(), open: vi.fn() };
  const signOns = await api.listSignOns(letterId);
  const letter = await api.getLetter(letterId);
  const mending: Mending = {
    open: asked.open,
    rename: (row, name) => void api.setSignOnName(row.id, name).then((change) => app.applied(change)),
    change: async ([row], change) => {
      if (row) await app.applied(await api.setSignOnStatus([row.id], change));
    },
  };
  render(BlockRoom, {
    panel,
    letter,
    signOns,
    open: true,
    mending,
    onpick: asked.pick,
    onreview: asked.review,
    onclose: () => undefined,
  });
  panel.follow();
  return asked;
}

/// Shows the choices, which stay as the test before left them.
async function unfold(): Promise<void> {
  const fold = await screen.findByRole('button', { name: /^Layout:/ });
  await waitFor(async () => {
    if (fold.getAttribute('aria-expanded') !== 'true') await userEvent.click(fold);
    expect(screen.getByRole('radio', { name: 'Lines' })).toBeTruthy();
  });
}

test('only the choices that mean something in the layout are shown', async () => {
  await open();
  await unfold();
  await userEvent.click(await screen.findByRole('radio', { name: 'Columns' }));
  expect(await screen.findByLabelText('Columns', { selector: 'select' })).toBeTruthy();
  expect(screen.queryByLabelText('Between names')).toBeNull();
  await userEvent.click(screen.getByLabelText('Prose'));
  expect(await screen.findByLabelText('Between names')).toBeTruthy();
  expect(screen.queryByLabelText('Columns', { selector: 'select' })).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('Each entry'), 'signer');
  expect(screen.queryByLabelText('Set on')).toBeNull();
  await userEvent.click(screen.getByLabelText('Lines'));
  expect(await screen.findByLabelText('Set on')).toBeTruthy();
});

test('a source format shows the very text that is copied', async () => {
  await open();
  await userEvent.selectOptions(await screen.findByLabelText('Format'), 'markdown');
  const text = await api.getBlockText(letterId, 'markdown');
  await waitFor(() => expect(document.querySelector('pre')?.textContent).toBe(text));
  expect(screen.getByText('Copy Markdown')).toBeTruthy();
});

const league = 'League of United Latin American Citizens - WI';

test('a name in doubt is marked on the paper and nowhere in the text', async () => {
  await core.printedBefore(league, 'LULAC Wisconsin');
  await panel.set({ includeSaidYes: true });
  await open();
  const name = await screen.findByText('Driftless Farmworkers Alliance, Inc.');
  expect(name.title).toBe('Said yes, but not in writing');
  const renamed = screen.getByText(league);
  expect(renamed.title).toBe('Printed last time as LULAC Wisconsin');
  expect(panel.view?.text).toContain('\nDriftless Farmworkers Alliance, Inc.\n');
});

test('a press on a name goes to its sign-on, and what is left out to its rows', async () => {
  const asked = await open();
  await userEvent.click(await screen.findByText('Kids Forward'));
  expect(asked.pick).toHaveBeenCalledWith((await core.signOn('Kids Forward')).id);
  await userEvent.click(screen.getByText('2 not in writing'));
  expect(asked.review).toHaveBeenCalledWith(['said-yes']);
});

test('the keys of the paper walk through the names and open what can be done', async () => {
  await open();
  const paper = await screen.findByLabelText('The block as it prints');
  paper.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}m');
  await screen.findByRole('menu', { hidden: true });
  // To "Pin first", then to "Pin last".
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(async () =>
    expect((await core.signOn('Black Leaders Organizing for Communities (BLOC)')).pin).toBe(-1),
  );
});

test('freezing shows what the check finds first, and lists the edition then', async () => {
  await core.printedBefore(league, 'LULAC Wisconsin');
  await open();
  await userEvent.click(await screen.findByText('Freeze edition'));
  expect(await screen.findByText(/printed as “LULAC Wisconsin” last time/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('What it is for'), 'To the Senate{Enter}');
  expect(await screen.findByText('Editions')).toBeTruthy();
  expect(await screen.findByText(/Edition 1: To the Senate/)).toBeTruthy();
});

test('what stands in the way of freezing is mended there, and the dialog stays', async () => {
  await core.printedBefore(league, 'LULAC Wisconsin');
  await panel.set({ includeSaidYes: true });
  const asked = await open();
  await userEvent.click(await screen.findByText('Freeze edition'));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('Freeze anyway');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Use last time’s name' }));
  await waitFor(() => expect(within(dialog).queryByText(/printed as “LULAC Wisconsin”/)).toBeNull());
  const [first] = within(dialog).getAllByRole('button', { name: 'I have it in writing' });
  await userEvent.click(first as HTMLElement);
  await within(dialog).findByRole('dialog', { name: 'Confirmed' });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(within(dialog).queryByRole('dialog')).toBeNull());
  await userEvent.click(within(dialog).getAllByRole('button', { name: 'Leave these out' })[0] as HTMLElement);
  await within(dialog).findByRole('button', { name: /^Freeze ⏎/ });
  // To open a sign-on in full is to leave the dialog.
  await userEvent.click(within(dialog).getAllByRole('button', { name: 'Open' })[0] as HTMLElement);
  await waitFor(() => expect(asked.open).toHaveBeenCalledOnce());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where no edition is yet, one is frozen from there', async () => {
  await open();
  place.open({ name: 'editions', id: null });
  const dialog = await screen.findByRole('dialog', { name: 'Editions' });
  const freeze = within(dialog).getByRole('button', { name: 'Freeze edition' });
  expect(document.activeElement).toBe(freeze);
  await userEvent.click(freeze);
  expect(await screen.findByRole('dialog', { name: 'Freeze edition 1' })).toBeTruthy();
});

test('what differs between two editions is listed, and told in a sentence to copy', async () => {
  await open();
  const first = await api.freezeEdition(letterId, 'To the Senate');
  const gone = await core.signOn('Kids Forward');
  await api.setSignOnStatus([gone.id], changeTo('withdrawn'));
  const second = await api.freezeEdition(letterId, '');
  await app.applied(second);
  expect(first.output).not.toBe(second.output);
  place.open({ name: 'editions', id: null });
  // It is shown as it was sent; the one before it is what it is compared with.
  await userEvent.click(await screen.findByRole('radio', { name: 'What changed' }));
  expect(
    screen.getByRole<HTMLSelectElement>('combobox', { name: 'Compare with' }).selectedOptions[0]?.label,
  ).toBe('Edition 1: To the Senate');
  await screen.findByText('No longer on the letter: Kids Forward.');
  await screen.findByRole('heading', { name: '1 removed' });
  await userEvent.click(screen.getByRole('button', { name: 'Copy the sentence' }));
  await waitFor(() => expect(core.copied).toBe('No longer on the letter: Kids Forward.'));
});

test('a style changes the look, and never who is listed or what the letter says', async () => {
  const defaultOptions = await api.getBlockOptions(letterId);
  const style: BlockOptions = {
    ...defaultOptions,
    layout: 'prose',
    includeSaidYes: true,
    language: 'es',
    intro: '',
    headings: ['Faith'],
  };
  const letter: BlockOptions = { ...defaultOptions, intro: 'Signed: ', headings: ['Labor'] };
  expect(changeOf(style, letter)).toEqual({ layout: 'prose' });
  expect(follows({ ...letter, layout: 'prose', columns: 4 }, style)).toBe(true);
  expect(follows({ ...letter, layout: 'prose', counts: true }, style)).toBe(false);
});

test('headings keep their order, and those met only on sign-ons follow', async () => {
  const signOns = await api.listSignOns(letterId);
  const [first] = signOns;
  if (first) first.heading = 'Labor';
  const headings = new Headings(panel, () => signOns);
  await headings.add('Faith');
  await headings.add('Schools');
  expect(headings.names).toEqual(['Labor', 'Faith', 'Schools']);
  await headings.place('Schools', 0);
  expect(headings.names).toEqual(['Schools', 'Labor', 'Faith']);
  expect(await headings.add('Faith')).toBe(false);
  expect(headings.members('Labor').map((row) => row.id)).toEqual([first?.id]);
});

test('the preview of a long block is cut and says how much more there is', () => {
  const block = panel.view?.block;
  if (!block) throw new Error('no block');
  expect(capped(block, 10).more).toBe(block.total - 10);
  expect(capped(block, 10).block.groups.flatMap((group) => group.entries)).toHaveLength(10);
  expect(capped(block, 1000)).toEqual({ block, more: 0 });
  expect(cappedLines('a\nb\nc', 2)).toEqual({ text: 'a\nb', more: 1 });
  expect(cappedLines('a\nb', 2)).toEqual({ text: 'a\nb', more: 0 });
});

test('the cells of a sheet are the pieces of the entries, with the group in a column', async () => {
  const { id, organizationId } = await core.signOn('ACLU of Wisconsin');
  await api.setOrganizationField([organizationId ?? 0], 'scope', 'state');
  await api.setSignOnSigner(id, '', 'Executive director');
  await panel.set({ group: 'scope', entry: 'signer' });
  await panel.load();
  const block = panel.view?.block;
  const entry = block?.groups[0]?.entries[0];
  if (!block || !entry) throw new Error('no block');
  expect(sheetOf(block).headings).toEqual(['Group', 'Organization', 'Title']);
  expect(sheetOf(block).rows[0]).toEqual([
    block.groups[0]?.heading,
    cell(entry, 'name'),
    'Executive director',
  ]);
  expect(doubtsOf(block, []).size).toBe(0);
});

test('a wall of logos shows names where there are none, says who that is, and prints names where no pictures are', async () => {
  const asked = await open();
  await unfold();
  await userEvent.click(await screen.findByRole('radio', { name: 'Logos' }));
  expect(await screen.findByLabelText('In a row', { selector: 'select' })).toBeTruthy();
  const { total } = await api.getBlock(letterId);
  const line = await screen.findByText(`${total} organizations have no logo; their names take their place:`);
  const [first] = within(line.parentElement ?? line).getAllByRole('button');
  if (!first) throw new Error('nobody is named');
  await userEvent.click(first);
  expect(asked.pick).toHaveBeenCalledOnce();
  await userEvent.selectOptions(screen.getByLabelText('Format'), 'rtf');
  expect(
    await screen.findByText('This format has no pictures: names take the place of the logos.'),
  ).toBeTruthy();
}, 60_000);
