/// The matrix as a picture: drawn from its data, for only the rows in view exist on the page.
import type { Matrix } from '$bindings/matrix';
import type { Status } from '$bindings/words';

import { signs } from './matrix.svelte';
import type { Saved } from './picture';

/// The colours of a picture.
export interface Colours {
  ground: string;
  ink: string;
  quiet: string;
  line: string;
  cells: Record<Status, { fill: string; ink: string }>;
}

const cell = 24;
const left = 300;
const top = 190;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/// A text of so many signs at most.
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

export function matrixSvg(matrix: Matrix, title: string, colours: Colours): Saved {
  const width = left + matrix.letters.length * cell + 130;
  const height = top + matrix.rows.length * cell + 20;
  const out: string[] = [];
  const text = (x: number, y: number, words: string, more = ''): number =>
    out.push(`<text x="${x}" y="${y}" ${more}>${escape(words)}</text>`);
  matrix.letters.forEach((letter, n) => {
    const x = left + n * cell + cell / 2 + 4;
    text(
      x,
      top - 10,
      cut(letter.title, 34),
      `transform="rotate(-45 ${x} ${top - 10})" fill="${colours.ink}"`,
    );
  });
  matrix.rows.forEach((row, n) => {
    const y = top + n * cell;
    out.push(`<line x1="16" x2="${width - 120}" y1="${y}" y2="${y}" stroke="${colours.line}"/>`);
    text(16, y + 16, cut(row.organization.name, 44), `fill="${colours.ink}"`);
    text(left - 10, y + 16, String(row.signed), `fill="${colours.quiet}" text-anchor="end"`);
    row.cells.forEach((status, column) => {
      if (status === null) return;
      const { fill, ink } = colours.cells[status];
      const x = left + column * cell;
      const [size, round] = [cell - 4, 4];
      out.push(
        `<rect x="${x + 2}" y="${y + 2}" width="${size}" height="${size}" rx="${round}" fill="${fill}"/>`,
      );
      text(x + cell / 2, y + 16.5, signs[status], `fill="${ink}" text-anchor="middle" font-weight="700"`);
    });
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="Inter, system-ui, sans-serif" font-size="12"><title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    `<text x="16" y="30" font-size="17" font-weight="650" fill="${colours.ink}">${escape(title)}</text>`,
    ...out,
    '</svg>',
  ].join('');
  return { svg, width, height };
}

/// The light colours of the page: a picture goes into documents.
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  element.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const pair = (name: string): { fill: string; ink: string } => ({
    fill: colour(`${name}-soft`),
    ink: colour(name),
  });
  const colours: Colours = {
    ground: colour('surface'),
    ink: colour('ink'),
    quiet: colour('ink-3'),
    line: colour('line'),
    cells: {
      confirmed: { fill: colour('yes'), ink: colour('surface') },
      'said-yes': pair('verbal'),
      considering: pair('wait'),
      asked: pair('asked'),
      'to-ask': { fill: colour('sunken'), ink: colour('ink-3') },
      declined: pair('no'),
      withdrawn: { fill: colour('sunken'), ink: colour('no') },
    },
  };
  probe.remove();
  return colours;
}
