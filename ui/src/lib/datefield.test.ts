import { beforeEach, describe, expect, test } from 'vitest';

import { openCore, type Core } from '../testing/core';
import * as api from './api';
import { DateEntry } from './datefield.svelte';
import { speak } from './messages.svelte';
import { findZones } from './zones';

let core: Core;

beforeEach(async () => {
  core = await openCore('empty');
  await api.setLanguage('en');
  speak('en');
});

const moment = (): DateEntry => new DateEntry({ what: 'moment', toward: 'future', zone: 'America/Chicago' });

/// What the field makes of a text once it is left.
async function typed(text: string, entry: DateEntry = moment()): Promise<DateEntry> {
  entry.text = text;
  if (await entry.judge()) entry.tidy();
  return entry;
}

describe('a moment that is typed', () => {
  // It is Wednesday, June 10, 2026, ten in the morning in Chicago.
  test('is understood, said back in full, and 5 p.m. where no hour is said', async () => {
    const entry = await typed('6/12');
    expect(entry.local).toBe('2026-06-12T17:00');
    expect(entry.text).toBe('Fri, Jun 12, 2026, 5:00 PM');
    expect(entry.said).toBe('Fri, Jun 12, 5:00 PM Central, in 2 days');
    expect((await typed('tomorrow noon')).local).toBe('2026-06-11T12:00');
    expect((await typed('tue')).local).toBe('2026-06-16T17:00');
  });

  test('reads back what it wrote itself, in both languages', async () => {
    for (const language of ['en', 'es'] as const) {
      await api.setLanguage(language);
      speak(language);
      for (const local of ['2026-12-01T17:00', '2027-03-02T09:30', '2026-09-04T00:00', '2026-12-31T23:59']) {
        const entry = new DateEntry({
          what: 'moment',
          toward: 'future',
          value: local,
          zone: 'America/Chicago',
        });
        expect(await entry.judge(), entry.text).toBe(true);
        expect(entry.local, entry.text).toBe(local);
        expect(entry.touched).toBe(false);
      }
    }
    const spanish = await typed('12/6');
    expect(spanish.local, 'the day first').toBe('2026-06-12T17:00');
    expect((await typed('mañana al mediodía')).local).toBe('2026-06-11T12:00');
  });

  test('that is not understood is kept, and keeps the form from being saved', async () => {
    const entry = await typed('soonish');
    expect(entry.text).toBe('soonish');
    expect(entry.problem).toMatch(/^“soonish” isn’t a date/);
    expect(await entry.settle()).toBe(false);
    expect(entry.refused).toBe(1);
    entry.text = '';
    expect(await entry.settle(), 'an empty one is none').toBe(true);
    expect(entry.local).toBeNull();
  });

  test('is the same hour in another zone, which is another moment', async () => {
    const entry = await typed('jun 12 5pm');
    const there = entry.deadline?.instant;
    entry.zone = 'America/Los_Angeles';
    await entry.judge();
    expect(entry.local).toBe('2026-06-12T17:00');
    expect(entry.deadline?.instant).not.toBe(there);
  });
});

test('a day that is over is refused where an answer is expected, one to come where it was given', async () => {
  const expected = new DateEntry({ what: 'day', toward: 'future', refusesPast: true });
  expect((await typed('june 1 2026', expected)).problem).toBe('That day has passed.');
  const given = new DateEntry({ what: 'day', toward: 'past', refusesFuture: true });
  expect((await typed('tomorrow', given)).problem).toBe('That day hasn’t come yet.');
  expect((await typed('yesterday', given)).day).toBe('2026-06-09');
});

test('the arrows go on by days, from today where nothing stands there', async () => {
  const entry = new DateEntry({ what: 'day', toward: 'future' });
  await entry.step(1);
  expect(entry.day).toBe('2026-06-10');
  await entry.step(7);
  expect(entry.day).toBe('2026-06-17');
  expect(core.calls.some(({ command }) => command === 'read_time')).toBe(true);
});

test('a zone is found by a city, a state or the name of its time', () => {
  const all = Intl.supportedValuesOf('timeZone');
  const first = (query: string): string | undefined => findZones(query, all, [], 'en')[0]?.id;
  expect(first('madison')).toBe('America/Chicago');
  expect(first('milw')).toBe('America/Chicago');
  expect(first('pacific')).toBe('America/Los_Angeles');
  expect(first('bogota')).toBe('America/Bogota');
  expect(first('ciudad de mexico')).toBe('America/Mexico_City');
  expect(first('utc')).toBe('UTC');
  expect(findZones('nowhere at all', all, [], 'en')).toEqual([]);
});
