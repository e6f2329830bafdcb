import { afterEach, describe, expect, test } from 'vitest';

import type { Deadline } from '$bindings/letters';

import { dates } from './dates.svelte';
import {
  dateField,
  dayText,
  deadlineText,
  fullDate,
  leadingDate,
  momentText,
  plainDate,
  shortDate,
  timeLeft,
} from './time';

const chicago: Deadline = {
  local: '2020-12-18T17:00',
  zone: 'America/Chicago',
  instant: '2020-12-18T23:00:00Z',
};
const at = (instant: string) => timeLeft(chicago, new Date(instant));

describe('the time left', () => {
  test('counts calendar days where the deadline is, whatever the hour', () => {
    expect(at('2020-12-15T06:30:00Z')).toMatchObject({ id: 'ui-time-days-left', count: 3, urgent: true });
    expect(at('2020-12-16T05:30:00Z')).toMatchObject({ id: 'ui-time-days-left', count: 3 });
    expect(at('2020-12-16T06:30:00Z')).toMatchObject({ id: 'ui-time-days-left', count: 2 });
  });

  test('does not press while there are more than three days', () => {
    expect(at('2020-12-10T12:00:00Z')).toMatchObject({ count: 8, urgent: false, over: false });
  });

  test('counts hours on the last day, then minutes, and never shows none while it is open', () => {
    expect(at('2020-12-18T15:00:00Z')).toMatchObject({ id: 'ui-time-hours-left', count: 8, urgent: true });
    expect(at('2020-12-18T22:30:00Z')).toMatchObject({ id: 'ui-time-minutes-left', count: 30 });
    expect(at('2020-12-18T22:59:40Z')).toMatchObject({ id: 'ui-time-minutes-left', count: 1 });
  });

  test('says that it is over from the very moment on', () => {
    expect(at('2020-12-18T23:00:00Z')).toMatchObject({ id: 'ui-time-closed-today', over: true });
    expect(at('2020-12-19T12:00:00Z')).toMatchObject({ id: 'ui-time-closed-days-ago', count: 1 });
  });

  test('counts days over a change of the clocks', () => {
    const spring = { local: '2021-03-15T09:00', zone: 'America/Chicago', instant: '2021-03-15T14:00:00Z' };
    expect(timeLeft(spring, new Date('2021-03-13T15:00:00Z'))).toMatchObject({ count: 2 });
  });
});

test('a deadline is written in its own zone, with the year only when it is another', () => {
  const text = deadlineText(chicago, 'en', new Date('2020-12-01T12:00:00Z'));
  expect(text).toContain('5:00');
  expect(text).toMatch(/ Central$/);
  expect(deadlineText(chicago, 'en', new Date('2020-12-01T12:00:00Z'), false)).not.toContain('Central');
  expect(text).not.toContain('2020');
  expect(deadlineText(chicago, 'es', new Date('2026-01-01T12:00:00Z'))).toContain('2020');
});

test('a date field holds the local date', () => {
  expect(dateField(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

describe('dates as the settings have them', () => {
  afterEach(() => {
    dates.style = 'language';
  });

  test('the day first, with the hours of twelve', () => {
    dates.style = 'day-first';
    expect(momentText('2026-12-04T17:00', 'en')).toMatch(/^Fri,? 4 Dec 2026, 5:00\sPM$/);
    expect(deadlineText(chicago, 'en', new Date('2020-12-01T12:00:00Z'))).toMatch(
      /^Fri,? 18 Dec(,| at) 5:00\sPM Central$/,
    );
    expect(plainDate('2026-12-04', 'es', new Date('2026-12-01T12:00:00Z'))).toBe('4 dic');
  });

  test('the year first, in numbers', () => {
    dates.style = 'year-first';
    expect(dayText('2026-12-04', 'en')).toBe('Fri 2026-12-04');
    expect(plainDate('2026-12-04', 'es', new Date('2026-12-01T12:00:00Z'))).toBe('2026-12-04');
    expect(fullDate(new Date(2026, 11, 4, 17).toISOString(), 'en', true)).toMatch(/^2026-12-04, 5:00\sPM$/);
  });

  test('as the language has it, without a choice', () => {
    expect(dayText('2026-12-04', 'en')).toBe('Fri, Dec 4, 2026');
  });
});

test('a date that begins a line begins with a capital, and inside one it does not', () => {
  const now = new Date('2026-06-10T15:00:00Z');
  const today = '2026-06-10T14:00:00Z';
  expect(shortDate(today, 'en-US', now)).toBe('today');
  expect(leadingDate(today, 'en-US', now)).toBe('Today');
  expect(leadingDate('2026-06-09T14:00:00Z', 'es', now)).toBe('Ayer');
});
