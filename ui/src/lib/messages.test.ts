import { describe, expect, test } from 'vitest';

const files: Record<string, string> = import.meta.glob('../../../src-tauri/base/locales/ui.*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const cores: Record<string, string> = import.meta.glob('../../../src-tauri/base/locales/e?.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources: Record<string, string> = import.meta.glob(
  ['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../bindings/**'],
  { query: '?raw', import: 'default', eager: true },
);
const code = Object.values(sources).join('\n');

/// The ids of a catalogue, each with the arguments it uses.
function catalogue(language: string): Map<string, string[]> {
  const source = Object.entries(files).find(([path]) => path.endsWith(`ui.${language}.ftl`))?.[1] ?? '';
  const messages = new Map<string, Set<string>>();
  let current = new Set<string>();
  for (const line of source.split('\n')) {
    const id = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1];
    if (id) {
      if (messages.has(id)) throw new Error(`${id} stands twice in ${language}`);
      current = new Set();
      messages.set(id, current);
    }
    for (const match of line.matchAll(/\$([a-z]+)/g)) if (match[1]) current.add(match[1]);
  }
  return new Map([...messages].map(([id, args]) => [id, [...args].sort()]));
}

/// The ids that the window uses.
const used = new Set([...code.matchAll(/'(ui-[a-z0-9-]+)'/g)].map((match) => match[1] ?? ''));

describe('the catalogues of the window', () => {
  test('say the same things about the same arguments in both languages', () => {
    const english = catalogue('en');
    expect(english.size).toBeGreaterThan(200);
    expect(catalogue('es')).toEqual(english);
  });

  test('hold every message that is used, and none that is not', () => {
    expect([...catalogue('en').keys()].sort()).toEqual([...used].sort());
  });

  test('leave to the core what the core says already', () => {
    const core = Object.entries(cores).find(([path]) => path.endsWith('/en.ftl'))?.[1] ?? '';
    const asked = [...code.matchAll(/\bt\(\s*'((?!ui-)[a-z0-9-]+)'/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((id) => !core.includes(`\n${id} =`))).toEqual([]);
  });

  test('are given every argument they ask for', { timeout: 40_000 }, () => {
    const wrong: string[] = [];
    // Direct calls only: t('id') and t('id', { one, other: value }).
    for (const match of code.matchAll(/\bt\(\s*'(ui-[a-z0-9-]+)'\s*(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\})?/g)) {
      const [, id = '', body = ''] = match;
      const plain = body.replace(/\([^()]*\)/g, '').replace(/\([^()]*\)/g, '');
      const given = plain
        .split(',')
        .map((part) => part.split(':')[0]?.trim() ?? '')
        .filter(Boolean)
        .sort();
      const asked = catalogue('en').get(id) ?? [];
      const missing = asked.filter((name) => !given.includes(name));
      if (missing.length > 0) wrong.push(`${id} lacks ${missing.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});
