import { expect, test } from 'vitest';

import { toBytes, toUnits } from './offsets';

const text = 'Unión “Ñandú” 👩🏽‍🌾 y DSA';

test('byte offsets and string offsets lead to each other at every character', () => {
  let unit = 0;
  for (const character of text) {
    const byte = toBytes(text, unit);
    expect(toUnits(text, [byte]).get(byte)).toBe(unit);
    unit += character.length;
  }
});

test('many offsets are found in one pass, in any order, the end included', () => {
  const end = toBytes(text, text.length);
  const found = toUnits(text, [end, 0, toBytes(text, 6)]);
  expect(found.get(0)).toBe(0);
  expect(found.get(toBytes(text, 6))).toBe(6);
  expect(found.get(end)).toBe(text.length);
});

test('an offset inside a character counts as its beginning, one past the end as the end', () => {
  const inside = toBytes(text, 3) + 1;
  expect(toUnits(text, [inside]).get(inside)).toBe(3);
  expect(toUnits('abc', [99]).get(99)).toBe(3);
});
