import { expect, test, vi } from 'vitest';

import { Recent } from './recent';

test('what was asked before is not asked again, until it is no longer true', async () => {
  const recent = new Recent<string>();
  const ask = vi.fn((text: string) => Promise.resolve(text.toUpperCase()));
  const get = (text: string) => recent.get({ text }, () => ask(text));
  expect(await get('ced')).toBe('CED');
  expect(await get('ceda')).toBe('CEDA');
  expect(await get('ced')).toBe('CED');
  expect(ask).toHaveBeenCalledTimes(2);
  recent.forget();
  expect(await get('ced')).toBe('CED');
  expect(ask).toHaveBeenCalledTimes(3);
});

test('an answer that was under way when things changed answers nothing that is asked later', async () => {
  const recent = new Recent<string>();
  let come: (answer: string) => void = () => undefined;
  const first = recent.get('a', () => new Promise<string>((resolve) => (come = resolve)));
  recent.forget();
  const second = recent.get('a', () => Promise.resolve('after'));
  come('before');
  expect(await first).toBe('before');
  expect(await second).toBe('after');
  expect(await recent.get('a', () => Promise.reject(new Error('asked again')))).toBe('after');
});

test('a failure is not remembered, and of many answers the oldest go', async () => {
  const recent = new Recent<number>();
  await expect(recent.get('x', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await recent.get('x', () => Promise.resolve(1))).toBe(1);
  for (let n = 0; n < 64; n += 1) await recent.get(n, () => Promise.resolve(n));
  expect(await recent.get('x', () => Promise.resolve(2))).toBe(2);
  expect(await recent.get(63, () => Promise.resolve(-1))).toBe(63);
});
