import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';

import type { Language } from '$bindings/app';
import { app } from '$lib/app.svelte';

import { openCore } from '../testing/core';
import { faults } from '../testing/axe';
import { found, order, pages, parsed } from './guide';
import GuideDialog from './GuideDialog.svelte';

const files: Record<string, string> = import.meta.glob('../../../docs/guide/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const catalogues: Record<string, string> = import.meta.glob(
  '../../../src-tauri/base/locales/{ui.,}{en,es}.ftl',
  { query: '?raw', import: 'default', eager: true },
);

/// Everything that the window says in a language, without the dots of what opens something.
function said(language: string): Set<string> {
  const texts = Object.entries(catalogues)
    .filter(([path]) => path.endsWith(`${language}.ftl`))
    .map(([, text]) => text);
  const values = texts.flatMap((text) => [...text.matchAll(/(?:^[\w-]+ =|^\s+\*?\[\w+\]) (.+)$/gm)]);
  return new Set(values.map(([, value = '']) => value.replace(/\s*…$/, '').trim()));
}

beforeEach(async () => {
  await openCore('empty');
  await app.start();
});

const languages: Language[] = ['en', 'es'];

describe('the pages', () => {
  test('are the same in both languages, and all of them are in the list', () => {
    const names = (of: Language): string[] => pages(of).map(({ name }) => name);
    expect(names('en')).toEqual([...order]);
    expect(names('es')).toEqual([...order]);
    expect(Object.keys(files)).toHaveLength(2 * order.length);
  });

  test('name what stands on the screen as it stands there', () => {
    for (const language of languages) {
      const there = said(language);
      for (const { name, parts } of pages(language)) {
        const lines = parts.flatMap((part) => {
          if (part.kind === 'list') return part.items;
          return part.kind === 'paragraph' ? [part.pieces] : [];
        });
        for (const piece of lines.flat())
          if (piece.kind === 'word') expect(there, `${language}/${name}`).toContain(piece.text);
      }
    }
  });

  test('have each the picture that they name, and lead only to pages that there are', () => {
    for (const language of languages) {
      for (const { name, parts } of pages(language))
        for (const part of parts)
          if (part.kind === 'picture') expect(part.source, `${language}/${name}`).not.toBe('');
    }
    const links = Object.values(files).flatMap((text) => [...text.matchAll(/\]\(([a-z]+)\.md\)/g)]);
    for (const [, to = ''] of links) expect(order).toContain(to);
  });

  test('are read as they are written', () => {
    const page = parsed('ask', '# Ask\n\nPress **Ask** or `A`.\n\n1. One\n2. [Two](write.md)\n');
    expect(page.title).toBe('Ask');
    expect(page.parts).toEqual([
      {
        kind: 'paragraph',
        pieces: [
          { kind: 'text', text: 'Press ' },
          { kind: 'word', text: 'Ask' },
          { kind: 'text', text: ' or ' },
          { kind: 'key', text: 'A' },
          { kind: 'text', text: '.' },
        ],
      },
      {
        kind: 'list',
        numbered: true,
        items: [[{ kind: 'text', text: 'One' }], [{ kind: 'page', text: 'Two', page: 'write' }]],
      },
    ]);
  });

  test('are found by their words, first by those of their title', () => {
    expect(found('editions')[0]?.name).toBe('editions');
    expect(found('pdf').map(({ name }) => name)).toContain('block');
    expect(found('no such words')).toEqual([]);
  });
});

test('the guide is searched and read, and shuts nobody out', async () => {
  document.title = 'Undersigned';
  render(GuideDialog, { page: 'ask', onclose: () => undefined });
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Ask organizations');
  await userEvent.type(screen.getByRole('searchbox'), 'freeze');
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Freeze and compare editions');
  expect(await faults()).toEqual([]);
});
