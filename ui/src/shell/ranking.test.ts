import { describe, expect, test } from 'vitest';

import { ranked } from './ranking';

const commands = [
  { label: 'Ask organizations' },
  { label: 'New organization' },
  { label: 'Organizations' },
  { label: 'Save a copy…', also: 'backup duplicate' },
  { label: 'Copy the block' },
  { label: 'Recopy nothing' },
];
const found = (wanted: string): string[] => ranked(commands, wanted).map(({ command }) => command.label);

describe('what is typed into Ctrl+K', () => {
  test('finds first what begins so, then what has a word that does', () => {
    expect(found('organ')).toEqual(['Organizations', 'Ask organizations', 'New organization']);
    expect(found('copy')).toEqual(['Copy the block', 'Save a copy…', 'Recopy nothing']);
  });

  test('finds words in any order, and other words for it', () => {
    expect(found('org new')).toEqual(['New organization']);
    expect(found('backup')).toEqual(['Save a copy…']);
  });

  test('puts what is meant before people and organizations, and what only contains it behind them', () => {
    expect(ranked(commands, 'copy').map(({ meant }) => meant)).toEqual([true, false, false]);
    expect(ranked(commands, 'new org').map(({ meant }) => meant)).toEqual([true]);
    expect(ranked(commands, 'backup').map(({ meant }) => meant)).toEqual([true]);
    expect(ranked(commands, '').some(({ meant }) => meant)).toBe(false);
  });
});
