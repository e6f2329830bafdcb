import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { openCore } from '../testing/core';
import { Ask } from './ask.svelte';
import AskDialog from './AskDialog.svelte';

const row = (id: number, more: Partial<NonNullable<Ask['rows']>[number]> = {}) => ({
  organization: { id, name: `Organization ${id}` },
  place: '',
  person: { id: id * 10, name: `Person ${id}` },
  email: null,
  why: null,
  chosen: true,
  ...more,
});

let letterId: number;

beforeEach(async () => {
  const core = await openCore();
  letterId = await core.letter();
  vi.spyOn(app, 'applied').mockImplementation((change) => Promise.resolve(change.output));
});

async function members(...rows: ReturnType<typeof row>[]): Promise<Ask> {
  vi.spyOn(api, 'planAsk').mockResolvedValue({ rows, already: 3 });
  const ask = new Ask(letterId);
  await ask.take('members');
  return ask;
}

const ids = (ask: Ask): (number | null)[] => ask.everybody.map(({ id }) => id);

describe('a source', () => {
  test('leaves out by default whom the core leaves out, and says why', async () => {
    const ask = await members(row(1), row(2, { chosen: false, why: 'Never signs.' }));
    expect(ids(ask)).toEqual([1]);
    expect(ask.allChosen).toBe('mixed');
    expect(ask.rows?.[1]?.why).toBe('Never signs.');
  });

  test('is chosen whole, then not at all, and only as far as it is shown', async () => {
    const ask = await members(row(1), row(2, { chosen: false }), row(30));
    ask.chooseAll();
    expect(ids(ask)).toEqual([1, 2, 30]);
    ask.wanted = 'organization 30';
    ask.chooseAll();
    expect(ids(ask)).toEqual([1, 2]);
  });

  test('that is left does not ask anybody, and who was picked one by one stays', async () => {
    const ask = await members(row(1), row(2));
    await ask.take('search');
    expect(ids(ask)).toEqual([]);
  });

  test('drops the answer of one that was left meanwhile', async () => {
    let late: (plan: { rows: ReturnType<typeof row>[]; already: number }) => void = () => undefined;
    vi.spyOn(api, 'planAsk').mockReturnValueOnce(new Promise((done) => (late = done)));
    const ask = new Ask(letterId);
    const first = ask.take('members');
    await ask.take('search');
    late({ rows: [row(9)], already: 0 });
    await first;
    expect(ask.rows).toEqual([]);
  });
});

test('everybody is asked with the person to write to, new names too, as one action', async () => {
  const sent = vi
    .spyOn(api, 'ask')
    .mockResolvedValue({ output: 2, label: '', tables: [], app: await api.getApp(), letters: null });
  const ask = await members(row(1), row(2, { person: null as never }));
  const items = [
    { organizationId: 1, personId: 10 },
    { organizationId: 2, personId: null },
  ];
  expect(await ask.save()).toBe(true);
  ask.status = 'asked';
  ask.query = 'Birch Neighbors';
  ask.pickNew();
  expect(await ask.save()).toBe(true);
  expect(sent.mock.calls).toEqual([
    [letterId, { items, names: [], asked: false }],
    [letterId, { items, names: ['Birch Neighbors'], asked: true }],
  ]);
});

test('whom an import brought is there at once, and the keys with it', async () => {
  vi.spyOn(api, 'planAsk').mockResolvedValue({ rows: [row(1), row(2)], already: 0 });
  render(AskDialog, { props: { letterId, importId: 1, onclose: () => undefined } });
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^All 2 organizations/ })),
  );
});

test('looking for somebody is nothing that closing would lose; whom one picked is', async () => {
  const onclose = vi.fn();
  render(AskDialog, { props: { letterId, onclose } });
  const dialog = screen.getByRole('dialog');
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Find organizations, or write a new name' }),
    'lake',
  );
  await userEvent.click(screen.getByRole('radio', { name: 'All members' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Search' }));
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  expect(onclose).toHaveBeenCalledOnce();
  await userEvent.clear(screen.getByRole('textbox', { name: 'Find organizations, or write a new name' }));
  // The first box is for all of them.
  const open = await waitFor(() => {
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox').slice(1);
    return boxes.find((box) => !box.disabled) ?? expect.fail('nobody can be picked yet');
  });
  await userEvent.click(open);
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  await screen.findByText('You picked 1 organization. Nothing is added yet.');
  expect(onclose).toHaveBeenCalledOnce();
});
