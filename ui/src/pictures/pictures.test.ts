import { describe, expect, test } from 'vitest';

import { matrixSvg, type Colours } from './matrixpicture';
import { stateName } from './statenames';
import { stepOf, steps, stepsUpTo, tiles, tilesFor } from './tiles';
import { dayAt, drawTimeline, margin, reachOf } from './timeline';

describe('the tile map', () => {
  test('has a tile for each state and the district, each in a place of its own', () => {
    expect(tiles).toHaveLength(51);
    expect(new Set(tiles.map(({ state }) => state)).size).toBe(51);
    expect(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(51);
    expect(tiles.filter(({ state }) => stateName(state) === state)).toEqual([]);
  });

  test('shows a territory only when somebody signed from there', () => {
    const one = { state: 'PR', count: 1, names: ['One'] };
    expect(tilesFor([]).some(({ state }) => state === 'PR')).toBe(false);
    expect(tilesFor([one]).some(({ state }) => state === 'PR')).toBe(true);
  });

  test('grows darker with the count, from one to the most', () => {
    for (const most of [1, 2, 5, 6, 9, 40, 700]) {
      const begins = stepsUpTo(most);
      expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
      expect(stepOf(0, begins)).toBe(0);
      expect(stepOf(1, begins)).toBe(1);
      expect(stepOf(most, begins)).toBe(Math.min(most, steps));
    }
  });
});

describe('sign-ons over time', () => {
  const deadline = (local: string) => ({ local, zone: 'America/Chicago', instant: `${local}:00Z` });
  const timeline = {
    points: [
      { day: '2026-11-01', confirmed: 2, declined: 0 },
      { day: '2026-11-05', confirmed: 9, declined: 1 },
    ],
    soft: deadline('2026-11-10T17:00'),
    hard: deadline('2026-11-12T17:00'),
    today: '2026-11-07',
  };

  test('keep within the paper, deadlines in their order', () => {
    const drawing = drawTimeline(timeline, 700, 300);
    const marks = drawing.marks.map(({ kind }) => kind);
    expect(marks).toEqual(['today', 'soft', 'hard']);
    for (const { x } of drawing.marks) {
      expect(x).toBeGreaterThanOrEqual(margin.left);
      expect(x).toBeLessThanOrEqual(700 - margin.right);
    }
  });

  test('hold until today what was so on the last day', () => {
    const { last, x } = drawTimeline(timeline, 700, 300);
    expect(last?.confirmed).toBe(9);
    expect(last?.x).toBe(x(dayAt('2026-11-07')));
  });

  test('write no two marks over each other', () => {
    for (const width of [420, 700, 1100]) {
      const { marks } = drawTimeline(timeline, width, 300);
      for (const one of marks)
        for (const other of marks) {
          if (one === other || one.row !== other.row) continue;
          const [[a, b], [c, d]] = [reachOf(one), reachOf(other)];
          expect(b <= c || d <= a).toBe(true);
        }
    }
  });

  test('write a deadline at the right of its line where its words fit, and at the left where they would leave the paper', () => {
    const hardest = (words: number) =>
      drawTimeline(timeline, 420, 300, () => words).marks.find(({ kind }) => kind === 'hard')?.left;
    expect(hardest(80)).toBe(false);
    expect(hardest(150)).toBe(true);
  });

  test('can be drawn before anybody answered', () => {
    const none = drawTimeline({ ...timeline, points: [], soft: null, hard: null }, 700, 300);
    expect(none.last).toBeNull();
    expect(none.confirmed).toBe('');
    expect(none.marks).toHaveLength(1);
  });
});

test('a hostile name in the picture of the matrix is text', () => {
  const pair = { fill: '#000', ink: '#fff' };
  const cells = Object.fromEntries(
    ['confirmed', 'said-yes', 'considering', 'asked', 'to-ask', 'declined', 'withdrawn'].map((status) => [
      status,
      pair,
    ]),
  ) as Colours['cells'];
  const { svg } = matrixSvg(
    {
      letters: [{ id: 1, title: '"><script>alert(1)</script>', at: null }],
      lettersTotal: 1,
      total: 1,
      rows: [
        { organization: { id: 1, name: '<img src=x onerror=alert(1)>' }, signed: 1, cells: ['confirmed'] },
      ],
    },
    'Who & what',
    { ground: '#fff', ink: '#000', quiet: '#666', line: '#ccc', cells },
  );
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror, script, img')).toBeNull();
  expect(parsed.documentElement.textContent).toContain('<img src=x onerror=alert(1)>');
});
