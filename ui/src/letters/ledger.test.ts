import { describe, expect, test } from 'vitest';

import type { SignOn } from '$bindings/ledger';
import * as api from '$lib/api';

import { openCore } from '../testing/core';
import { Ledger, pressKey } from './ledger.svelte';
import { mayFollow, statusOfKey } from './status';

const core = await openCore();
const circle = await core.signOn('Three Rivers Listening Circle');
await api.setSignOnSigner(circle.id, 'Inés Example', 'Coordinator');
await api.setSignOnPerson(circle.id, (await core.person('Sam Specimen')).id);
const rows = await api.listSignOns(await core.letter());

function ledger(all: SignOn[] = rows): Ledger {
  return new Ledger(() => all);
}

const ids = (some: SignOn[]): number[] => some.map((row) => row.id);

describe('moving in the ledger', () => {
  test('begins at the first row and stops at both ends', () => {
    const one = ledger();
    expect(one.cursor).toBe(0);
    pressKey(one, 'ArrowUp');
    expect(one.cursor).toBe(0);
    pressKey(one, 'End');
    pressKey(one, 'ArrowDown');
    expect(one.cursor).toBe(rows.length - 1);
  });

  test('stays at its row when others come and go', () => {
    const one = ledger();
    one.goTo(rows[5]?.id ?? 0);
    one.query = rows[5]?.printsAs ?? '';
    expect(one.current?.id).toBe(rows[5]?.id);
    one.query = '';
    expect(one.cursor).toBe(5);
  });

  test('without rows there is nothing to act on', () => {
    const none = ledger([]);
    pressKey(none, 'ArrowDown');
    expect(none.cursor).toBe(-1);
    expect(none.targets).toEqual([]);
  });
});

describe('selecting', () => {
  test('Shift with arrows selects from where it began, and gives rows back on the way home', () => {
    const one = ledger();
    pressKey(one, 'ArrowDown');
    pressKey(one, 'Shift+ArrowDown');
    pressKey(one, 'Shift+ArrowDown');
    expect(ids(one.selected)).toEqual(ids(rows.slice(1, 4)));
    pressKey(one, 'Shift+ArrowUp');
    expect(ids(one.selected)).toEqual(ids(rows.slice(1, 3)));
  });

  test('Space takes single rows, Ctrl+A all that are shown, Escape none', () => {
    const one = ledger();
    pressKey(one, ' ');
    pressKey(one, 'ArrowDown');
    pressKey(one, 'ArrowDown');
    pressKey(one, ' ');
    expect(ids(one.selected)).toEqual([rows[0]?.id, rows[2]?.id]);
    one.show(['declined']);
    pressKey(one, 'Ctrl+a');
    expect(ids(one.selected)).toEqual(ids(rows.filter((row) => row.status === 'declined')));
    pressKey(one, 'Escape');
    expect(one.selected).toEqual([]);
  });

  test('nothing that a filter hides is acted on', () => {
    const one = ledger();
    one.selectAll();
    one.show(['asked']);
    expect(one.targets.every((row) => row.status === 'asked')).toBe(true);
  });

  test('a press selects nothing, with Ctrl one row more, with Shift all up to it', () => {
    const one = ledger();
    one.press(2, { ctrl: false, shift: false });
    expect(one.selected).toEqual([]);
    expect(ids(one.targets)).toEqual([rows[2]?.id]);
    one.press(4, { ctrl: true, shift: false });
    one.press(6, { ctrl: false, shift: true });
    expect(ids(one.selected)).toEqual(ids(rows.slice(4, 7)));
  });
});

describe('finding', () => {
  test('folds case and accents, and wants every word', () => {
    const one = ledger();
    one.query = 'WISCONSIN chapter';
    expect(one.rows.map((row) => row.printsAs)).toEqual([
      'National Association of Social Workers, Wisconsin Chapter',
    ]);
    one.query = 'ines coordinator';
    expect(one.rows).toHaveLength(1);
    // Whoever is written to is found by as well.
    one.query = 'sam coordinator';
    expect(one.rows).toHaveLength(1);
  });

  test('going to a hidden row shows everything again', () => {
    const one = ledger();
    one.show(['declined']);
    one.query = 'zzz';
    one.goTo(rows[3]?.id ?? 0);
    expect(one.rows).toHaveLength(rows.length);
    expect(one.cursor).toBe(3);
  });

  test('a status toggled alone shows alone, and all again the next time', () => {
    const one = ledger();
    one.toggle('asked');
    expect(one.rows.every((row) => row.status === 'asked')).toBe(true);
    one.toggle('asked');
    expect(one.rows).toHaveLength(rows.length);
  });
});

describe('keys that mean more than moving', () => {
  test('are handed to whoever owns the ledger', () => {
    expect(pressKey(ledger(), 'Enter')).toEqual({ do: 'menu' });
    expect(pressKey(ledger(), 'F2')).toEqual({ do: 'edit', cell: 'name' });
    expect(pressKey(ledger(), 's')).toEqual({ do: 'edit', cell: 'signer' });
    expect(pressKey(ledger(), 'Delete')).toEqual({ do: 'remove' });
    expect(pressKey(ledger(), 'c')).toEqual({ do: 'status', key: 'c' });
    expect(pressKey(ledger(), 'Ctrl+z')).toBeNull();
  });

  test('every status has a key of its own, and none is taken by editing', () => {
    expect(['c', 'y', 'm', 'a', 't', 'd', 'w'].map(statusOfKey)).toEqual([
      'confirmed',
      'said-yes',
      'considering',
      'asked',
      'to-ask',
      'declined',
      'withdrawn',
    ]);
    expect(statusOfKey('e')).toBeUndefined();
    expect(statusOfKey('s')).toBeUndefined();
  });

  test('only a yes can be withdrawn', () => {
    expect(mayFollow('confirmed', 'withdrawn')).toBe(true);
    expect(mayFollow('said-yes', 'withdrawn')).toBe(true);
    expect(mayFollow('asked', 'withdrawn')).toBe(false);
  });
});
