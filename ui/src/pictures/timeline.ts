/// Where everything of "sign-ons over time" stands on the paper. Pure: data in, positions out.
///
/// The scales are straight lines of our own: d3-scale brings d3-color, which assigns to what `Object.prototype` has, and that
/// is frozen in the window.
import { nice, ticks } from 'd3-array';
import { area, curveStepAfter, line } from 'd3-shape';
import { utcTicks } from 'd3-time';

import type { Deadline } from '$bindings/letters';
import type { Timeline, TimelinePoint } from '$bindings/pictures';

/// Room at the sides for numbers of four digits and their words.
export const margin = { top: 46, right: 100, bottom: 30, left: 46 };

/// A vertical line at a moment, with its words.
export interface Mark {
  x: number;
  kind: 'soft' | 'hard' | 'today';
  /// Which row its words stand in, so that those near each other don't overlap.
  row: number;
  /// How wide its words are.
  words: number;
  /// Whether they stand at the left of the line: at its right they would leave the paper.
  left: boolean;
}

export interface Drawing {
  /// Where a moment stands from the left.
  x: (moment: Date) => number;
  /// Where a number stands from the top.
  y: (count: number) => number;
  fill: string;
  confirmed: string;
  declined: string;
  days: { x: number; date: Date }[];
  counts: { y: number; count: number }[];
  marks: Mark[];
  last: { x: number; confirmed: number; declined: number; y: number; yDeclined: number } | null;
}

const day = 86_400_000;

/// So long after the last that happened a letter is over, and what became of it since is no part of its picture.
const over = 30 * day;

/// A date without a time as its noon, so that a day's dot stands in the middle of the day.
export const dayAt = (date: string): Date => new Date(`${date}T12:00:00Z`);

/// A deadline where it stands on the calendar that its people use.
const deadlineAt = ({ local }: Deadline): Date => new Date(`${local.slice(0, 16)}:00Z`);

/// `wordsOf` is how wide the words of a mark are.
export function drawTimeline(
  timeline: Timeline,
  width: number,
  height: number,
  wordsOf: (kind: Mark['kind']) => number = () => 150,
): Drawing {
  const { points, soft, hard } = timeline;
  const now = dayAt(timeline.today);
  const happened = [
    ...points.map((point) => dayAt(point.day)),
    ...(soft ? [deadlineAt(soft)] : []),
    ...(hard ? [deadlineAt(hard)] : []),
  ].map(Number);
  const open = happened.length === 0 || Number(now) - Math.max(...happened) <= over;
  const moments = open ? [...happened, Number(now)] : happened;
  const today = open ? timeline.today : new Date(Math.max(...moments)).toISOString().slice(0, 10);
  const first = Math.min(...moments);
  const last = Math.max(...moments, first + 6 * day);
  const [from, to] = [first - day / 2, last + day / 2];
  const across = straight([from, to], [margin.left, width - margin.right]);
  const x = (moment: Date): number => across(Number(moment));
  const most = Math.max(4, ...points.map((point) => Math.max(point.confirmed, point.declined)));
  const [least, top] = nice(0, most, 4);
  const y = straight([least, top], [height - margin.bottom, margin.top]);
  const shown = until(points, today);
  const at = (point: TimelinePoint): number => x(dayAt(point.day));
  const path = (of: 'confirmed' | 'declined'): string =>
    line<TimelinePoint>()
      .x(at)
      .y((point) => y(point[of]))
      .curve(curveStepAfter)(shown) ?? '';
  const end = shown.at(-1);
  return {
    x,
    y,
    fill:
      area<TimelinePoint>()
        .x(at)
        .y0(y(0))
        .y1((point) => y(point.confirmed))
        .curve(curveStepAfter)(shown) ?? '',
    confirmed: path('confirmed'),
    declined: path('declined'),
    days: dayTicks(from, to, width).map((date) => ({ x: x(date), date })),
    counts: ticks(least, top, 4)
      .filter(Number.isInteger)
      .map((count) => ({ y: y(count), count })),
    marks: marksOf(
      x,
      width,
      [
        ...(soft ? [{ at: deadlineAt(soft), kind: 'soft' as const }] : []),
        ...(hard ? [{ at: deadlineAt(hard), kind: 'hard' as const }] : []),
        ...(open ? [{ at: now, kind: 'today' as const }] : []),
      ],
      wordsOf,
    ),
    last: end
      ? {
          x: at(end),
          confirmed: end.confirmed,
          declined: end.declined,
          y: y(end.confirmed),
          yDeclined: y(end.declined),
        }
      : null,
  };
}

/// Where a number of one range stands in another.
function straight([from, to]: [number, number], [start, end]: [number, number]): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/// The points up to today, with today's own: what was so yesterday is so until something changes.
function until(points: TimelinePoint[], today: string): TimelinePoint[] {
  const past = points.filter((point) => point.day <= today);
  const end = past.at(-1);
  return end && end.day < today ? [...past, { ...end, day: today }] : past;
}

/// Days to write below, as many as there is room for, each at its noon.
function dayTicks(from: number, to: number, width: number): Date[] {
  const room = Math.max(2, Math.floor(width / 96));
  const seen = new Set<string>();
  return utcTicks(new Date(from), new Date(to), room)
    .map((date) => date.toISOString().slice(0, 10))
    .filter((date) => !seen.has(date) && seen.add(date))
    .map(dayAt)
    .filter((date) => Number(date) >= from && Number(date) <= to);
}

/// From where to where the words of a mark reach.
export function reachOf({ x, words, left }: Pick<Mark, 'x' | 'words' | 'left'>): [number, number] {
  return left ? [x - words, x] : [x, x + words];
}

function marksOf(
  x: Drawing['x'],
  width: number,
  marks: { at: Date; kind: Mark['kind'] }[],
  wordsOf: (kind: Mark['kind']) => number,
): Mark[] {
  const placed: Mark[] = [];
  for (const { at, kind } of marks.toSorted((a, b) => Number(a.at) - Number(b.at))) {
    const words = wordsOf(kind);
    const here = { x: x(at), words, left: x(at) > width - words };
    const [from, to] = reachOf(here);
    const taken = placed
      .filter((mark) => {
        const [begin, end] = reachOf(mark);
        return begin < to && from < end;
      })
      .map((mark) => mark.row);
    placed.push({ ...here, kind, row: [0, 1, 2].find((one) => !taken.includes(one)) ?? 0 });
  }
  return placed;
}
