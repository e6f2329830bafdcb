import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { DeskItem } from '$bindings/outreach';
import type { DeskState } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

import { Desk } from './desk.svelte';

const item = (id: number, state: DeskState): DeskItem => ({
  id,
  letterId: 1,
  letter: 'Housing',
  signOn: id + 100,
  name: `Organization ${id}`,
  status: 'to-ask',
  person: null,
  kind: 'ask',
  personal: '',
  state,
});

async function deskOf(...items: DeskItem[]): Promise<Desk> {
  vi.spyOn(api, 'listDesk').mockResolvedValue(items);
  vi.spyOn(api, 'getDraft').mockResolvedValue({} as never);
  const desk = new Desk();
  await desk.load();
  return desk;
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(app, 'applied').mockImplementation((change) => Promise.resolve(change.output));
});

describe('the desk', () => {
  test('goes on where it was left off', async () => {
    const desk = await deskOf(item(1, 'sent'), item(2, 'opened'), item(3, 'waiting'), item(4, 'waiting'));
    expect(desk.current?.id).toBe(3);
    expect(desk.done).toBe(2);
  });

  test('opens a draft, and the next that waits is ready', async () => {
    const desk = await deskOf(item(1, 'waiting'), item(2, 'left'), item(3, 'waiting'));
    const open = vi.spyOn(api, 'openDraft').mockResolvedValue({} as never);
    await desk.open();
    expect(open).toHaveBeenCalledWith(1);
    expect(desk.current?.id).toBe(3);
  });

  test('a draft that could not be opened stays the one that is shown', async () => {
    const desk = await deskOf(item(1, 'waiting'), item(2, 'waiting'));
    vi.spyOn(api, 'openDraft').mockRejectedValue({ kind: 'rule', message: 'no address' });
    await desk.open();
    expect(desk.current?.id).toBe(1);
  });

  test('“not sent” means the one that was opened last, unless another that was written is shown', async () => {
    const desk = await deskOf(item(1, 'sent'), item(2, 'opened'), item(3, 'waiting'));
    const back = vi.spyOn(api, 'takeBackDraft').mockResolvedValue({} as never);
    await desk.notSent();
    expect(back).toHaveBeenLastCalledWith(2);
    await desk.show(1);
    await desk.notSent();
    expect(back).toHaveBeenLastCalledWith(1);
  });
});
