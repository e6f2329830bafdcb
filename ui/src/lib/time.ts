/// Dates and deadlines in words. The present is passed in; nothing here reads a clock.
import type { Deadline } from '$bindings/letters';

import { dates } from './dates.svelte';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/// How much time is left, as a message: its id, its number, and whether it presses.
export interface TimeLeft {
  id: string;
  count: number;
  urgent: boolean;
  over: boolean;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/// A format of dates. Making one takes longer than all that is then done with it, and a table shows hundreds.
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/// A moment in words, its date as the settings have it: as the language writes it, the day first, or the year first.
function dateWords(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  if (dates.style === 'day-first' && locale.startsWith('en')) {
    // The hours stay those of twelve.
    const hour12 = options.hour === undefined ? undefined : true;
    return dateFormat('en-GB', { ...options, hour12 })
      .format(at)
      .replace(/ [ap]m$/, (half) => half.toUpperCase());
  }
  if (dates.style !== 'year-first') return dateFormat(locale, options).format(at);
  const { weekday, hour, minute, timeZone } = options;
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  const date = dateFormat('sv-SE', numbers).format(at);
  const day =
    weekday === undefined ? date : `${dateFormat(locale, { weekday, timeZone }).format(at)} ${date}`;
  if (hour === undefined) return day;
  return `${day}, ${dateFormat(locale, { hour, minute, timeZone }).format(at)}`;
}

/// A moment with its full date, and with its time of day where that is asked for.
export function fullDate(instant: string, locale: string, timed = false): string {
  const time = timed ? ({ hour: 'numeric', minute: '2-digit' } as const) : {};
  return dateWords(new Date(instant), locale, { day: 'numeric', month: 'short', year: 'numeric', ...time });
}

/// The number of the calendar day that a moment falls on in a zone, or here.
function calendarDay(at: Date, zone: string | undefined): number {
  if (zone === undefined) return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / day);
  const parts = dateFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Math.round(Date.UTC(part('year'), part('month') - 1, part('day')) / day);
}

/// The time left until a deadline. Days are those of the calendar where the deadline is: on Tuesday, a letter that
/// closes on Friday has three days left, whatever the hour. On the last day it counts hours, then minutes.
export function timeLeft(deadline: Deadline, now: Date): TimeLeft {
  const end = new Date(deadline.instant);
  const left = end.getTime() - now.getTime();
  const days = calendarDay(end, deadline.zone) - calendarDay(now, deadline.zone);
  if (left <= 0) {
    if (days === 0) return { id: 'ui-time-closed-today', count: 0, urgent: false, over: true };
    return { id: 'ui-time-closed-days-ago', count: -days, urgent: false, over: true };
  }
  if (days >= 1) return { id: 'ui-time-days-left', count: days, urgent: days <= 3, over: false };
  if (left >= hour) {
    return { id: 'ui-time-hours-left', count: Math.floor(left / hour), urgent: true, over: false };
  }
  return {
    id: 'ui-time-minutes-left',
    count: Math.max(1, Math.floor(left / minute)),
    urgent: true,
    over: false,
  };
}

/// A deadline as it stands where it applies, with the zone named, unless that was just said; the year only when it is not this one.
export function deadlineText(deadline: Deadline, locale: string, now: Date, zoned = true): string {
  const at = new Date(deadline.instant);
  const sameYear = deadline.local.slice(0, 4) === String(now.getFullYear());
  const when = dateWords(at, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: deadline.zone,
  });
  return zoned ? `${when} ${zoneWord(at, deadline.zone, locale)}` : when;
}

/// The deadline's time of day on this computer's clock, when that differs from the time in its own zone.
export function ownTime(deadline: Deadline, locale: string): string | null {
  const at = new Date(deadline.instant);
  const style = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const;
  const there = new Intl.DateTimeFormat(locale, { ...style, timeZone: deadline.zone }).format(at);
  const here = new Intl.DateTimeFormat(locale, style).format(at);
  return here === there ? null : here;
}

/// A moment as a short date: today, yesterday, or the day and month, with the year when it is not this one.
export function shortDate(instant: string, locale: string, now: Date): string {
  const at = new Date(instant);
  const days = calendarDay(now, undefined) - calendarDay(at, undefined);
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  }
  return dayMonth(at, locale, now, undefined);
}

/// The same where it begins a line: Today.
export function leadingDate(instant: string, locale: string, now: Date): string {
  const date = shortDate(instant, locale, now);
  return date.charAt(0).toLocaleUpperCase(locale) + date.slice(1);
}

/// A date without a time, `2020-12-15`, as day and month.
export function plainDate(date: string, locale: string, now: Date): string {
  return dayMonth(new Date(`${date}T12:00:00Z`), locale, now, 'UTC');
}

function dayMonth(at: Date, locale: string, now: Date, zone: string | undefined): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return dateWords(at, locale, { day: 'numeric', month: 'short', year, timeZone: zone });
}

/// Whole days between a moment and now.
export function daysSince(instant: string, now: Date): number {
  return calendarDay(now, undefined) - calendarDay(new Date(instant), undefined);
}

/// The local date of a moment, `2020-12-15`, as a date field wants it.
export function dateField(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/// This computer's time zone and all that the system knows, the own one first.
export function zones(): { own: string; all: string[] } {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { own, all: Intl.supportedValuesOf('timeZone') };
}

/// The noon of a local date, as an instant: that day in every zone but the farthest.
export function noonOf(date: string): string {
  return new Date(`${date}T12:00`).toISOString();
}

/// The date so many days after a moment, as a date field wants it.
export function daysAfter(at: Date, days: number): string {
  const then = new Date(at);
  then.setDate(then.getDate() + days);
  return dateField(then);
}

/// The time of day of a moment on this computer's clock.
export function timeOfDay(instant: string, locale: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/// The local day of a moment as a heading: today, yesterday, or the weekday and date.
export function dayHeading(instant: string, locale: string, now: Date): string {
  const at = new Date(instant);
  const days = calendarDay(now, undefined) - calendarDay(at, undefined);
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  const date = dateWords(at, locale, { weekday: 'long', day: 'numeric', month: 'long', year });
  if (days !== 0 && days !== 1) return date;
  const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  return `${word}, ${date}`;
}

/// A day, `2020-12-18`, as a field shows it: with its weekday and year.
export function dayText(day: string, locale: string): string {
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return dateWords(new Date(`${day}T12:00:00Z`), locale, style);
}

/// A local time, `2020-12-18T17:00`, as a field shows it.
export function momentText(local: string, locale: string): string {
  return `${dayText(local.slice(0, 10), locale)}, ${hourText(local.slice(11, 16), locale)}`;
}

function hourText(hour: string, locale: string): string {
  const style = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return dateFormat(locale, style).format(new Date(`2000-01-01T${hour}:00Z`));
}

/// The name of a zone as people say it at a moment, "Central"; the longer one where the language has no short way.
function zoneWord(at: Date, zone: string, locale: string): string {
  if (zone === 'UTC') return zone;
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return name.replace(/ Time$/, '');
}

/// A text with the dates in it, `2020-12-18` or `2020-12-18T17:00 America/Chicago`, as they are read.
export function datesInWords(text: string, locale: string): string {
  const written =
    /\b(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z)?)?(?:,? ([A-Z]\w+(?:\/[\w+-]+)+|UTC)\b)?/g;
  return text.replace(written, (all, date: string, hour?: string, utc?: string, zone?: string) => {
    const at = new Date(`${date}T${hour ?? '12:00'}:00Z`);
    if (Number.isNaN(at.getTime())) return all;
    if (hour === undefined) return `${dayText(date, locale)}${zone ? ` ${zone}` : ''}`;
    if (utc) return `${dayText(dateField(at), locale)}, ${timeOfDay(at.toISOString(), locale)}`;
    const known = zone !== undefined && Intl.supportedValuesOf('timeZone').includes(zone);
    const named = zone === undefined ? '' : ` ${known ? zoneWord(at, zone, locale) : zone}`;
    return `${momentText(`${date}T${hour}`, locale)}${named}`;
  });
}

/// What was understood of a typed time, in full: "Fri, Dec 4, 5:00 PM Central, in 5 days". The year only when it is not this one.
export function saidTime(deadline: Deadline, what: 'day' | 'moment', locale: string, now: Date): string {
  const zone = what === 'day' ? undefined : deadline.zone;
  const at = what === 'day' ? new Date(`${deadline.local.slice(0, 10)}T12:00`) : new Date(deadline.instant);
  const days = calendarDay(at, zone) - calendarDay(now, zone);
  const year = deadline.local.slice(0, 4) === String(now.getFullYear()) ? undefined : 'numeric';
  const style = { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' } as const;
  const date = dateWords(new Date(`${deadline.local.slice(0, 10)}T12:00:00Z`), locale, style);
  const hour = hourText(deadline.local.slice(11, 16), locale);
  const left = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  if (what === 'day') return `${date}, ${left}`;
  return `${date}, ${hour} ${zoneWord(at, deadline.zone, locale)}, ${left}`;
}
