import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';

import type { BlockOptions } from '$bindings/BlockOptions';
import type { Edition } from '$bindings/Edition';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { installMock, type Mock } from '$lib/mock';
import { defaultOptions } from '$lib/mockdata';
import { place } from '$lib/place.svelte';

import { BlockPanel } from './blockpanel.svelte';
import BlockRoom from './BlockRoom.svelte';
import { doubtsOf } from './doubts';
import { sentenceOf } from './editions.svelte';
import { Headings } from './headings.svelte';
import { capped, cappedLines, cell, sheetOf } from './paper';
import { changeOf, follows } from './styles.svelte';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true;
};
// jsdom knows no top layer.
HTMLElement.prototype.showPopover = () => undefined;

// The whole panel is laid out in each of these.
vi.setConfig({ testTimeout: 20_000 });

let mock: Mock;
let panel: BlockPanel;

beforeEach(async () => {
  place.close();
  mock = installMock('own', 'en');
  await app.setLanguage('en');
  await api.setView('block-format', 'html');
  panel = new BlockPanel(1);
  await panel.load();
});

/// The panel on the page, and what it asks of the page.
async function open() {
  const asked = { pick: vi.fn(), review: vi.fn() };
  const signOns = await api.listSignOns(1);
  const letter = await api.getLetter(1);
  render(BlockRoom, {
    panel,
    letter,
    signOns,
    open: true,
    onpick: asked.pick,
    onreview: asked.review,
    onclose: () => undefined,
  });
  panel.follow();
  return asked;
}

test('only the choices that mean something in the layout are shown', async () => {
  await open();
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
  const text = await api.getBlockText(1, 'markdown');
  await waitFor(() => expect(document.querySelector('pre')?.textContent).toBe(text));
  expect(screen.getByText('Copy Markdown')).toBeTruthy();
});

test('a name in doubt is marked on the paper and nowhere in the text', async () => {
  await panel.set({ includeSaidYes: true });
  await open();
  const name = await screen.findByText('Driftless Farmworkers Alliance, Inc.');
  expect(name.title).toBe('Said yes, but not in writing');
  const renamed = screen.getByText('League of United Latin American Citizens - WI');
  expect(renamed.title).toBe('Printed last time as LULAC Wisconsin');
  expect(panel.view?.text).toContain('\nDriftless Farmworkers Alliance, Inc.\n');
});

test('a press on a name goes to its sign-on, and what is left out to its rows', async () => {
  const asked = await open();
  await userEvent.click(await screen.findByText('Kids Forward'));
  expect(asked.pick).toHaveBeenCalledWith(1008);
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
  await waitFor(() => expect(mock.data.signOns.find((row) => row.id === 1002)?.pin).toBe(-1));
});

test('freezing shows what the check finds first, and lists the edition then', async () => {
  await open();
  await userEvent.click(await screen.findByText('Freeze edition'));
  expect(await screen.findByText(/printed as “LULAC Wisconsin” last time/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('What it is for'), 'To the Senate{Enter}');
  expect(await screen.findByText('Editions')).toBeTruthy();
  expect(await screen.findByText(/Edition 1: To the Senate/)).toBeTruthy();
});

test('a style changes the look, and never who is listed or what the letter says', () => {
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
  const signOns = await api.listSignOns(1);
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

test('what differs is said in sentences that end with one full stop', () => {
  const edition: Edition = { id: 1, number: 1, label: '', at: '', version: null, count: 2 };
  const added = ['Kids Forward', 'Alliance, Inc.'];
  const renamed = [{ before: 'LULAC', after: 'League' }];
  expect(sentenceOf({ added, removed: [], renamed }, edition)).toBe(
    'Since edition 1, 2 signatories were added: Kids Forward and Alliance, Inc. “LULAC” now reads “League”.',
  );
  expect(sentenceOf({ added: ['A, B', 'C', 'D'], removed: [], renamed: [] }, edition)).toContain(
    'A, B; C; and D.',
  );
  expect(sentenceOf({ added: [], removed: [], renamed: [] }, edition)).toBe(
    'Nothing differs from edition 1.',
  );
});
