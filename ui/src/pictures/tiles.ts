/// The United States as tiles, one a state, each about where it lies; and how dark a tile is.
import type { StateCount } from '$bindings/pictures';

export interface Tile {
  state: string;
  column: number;
  row: number;
}

const rows = [
  'AK .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. WI .. .. .. VT NH',
  'WA ID MT ND MN IL MI .. NY MA ..',
  'OR NV WY SD IA IN OH PA NJ CT RI',
  'CA UT CO NE MO KY WV VA MD DE ..',
  '.. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. TX .. .. .. .. FL .. ..',
];

/// The states and the district.
export const tiles: readonly Tile[] = rows.flatMap((line, row) =>
  line
    .split(' ')
    .map((state, column) => ({ state, column, row }))
    .filter(({ state }) => state !== '..'),
);

export const columns = 11;

/// Territories, and whatever else signs from outside of the tiles: shown only where somebody signed from there.
const territories = ['PR', 'VI', 'GU', 'AS', 'MP'];

/// The tiles to draw for these counts, territories after the rest in a row of their own.
export function tilesFor(counts: StateCount[]): Tile[] {
  const there = territories.filter((state) => counts.some((one) => one.state === state));
  return [
    ...tiles,
    ...there.map((state, n) => ({ state, column: columns - there.length + n, row: rows.length })),
  ];
}

/// So many steps of darkness there are for tiles with somebody in them.
export const steps = 5;

/// Where the steps begin: 1, and then ever wider, up to the highest count. Small counts get a step each.
export function stepsUpTo(most: number): number[] {
  if (most <= steps) return Array.from({ length: most }, (_, n) => n + 1);
  const ratio = most ** (1 / steps);
  const begins = Array.from({ length: steps }, (_, n) => Math.round(ratio ** n));
  // Rounded small steps may fall together: each begins after the one before it.
  return begins.map((begin, n) => Math.max(begin, n + 1));
}

/// The step of a count, from 1; 0 where nobody is.
export function stepOf(count: number, begins: number[]): number {
  return begins.filter((begin) => count >= begin).length;
}
