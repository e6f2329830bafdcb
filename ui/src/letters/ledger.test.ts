import { describe, expect, test } from 'vitest';

import type { SignOn } from '$bindings/ledger';
import * as api from '$lib/api';

import { openCore } from '../testing/core';
import { Ledger, pressKey } from './ledger.svelte';
import { fitting, ledgerColumns, spoken } from './ledgercolumns';
import { mayFollow, statuses, statusOfKey } from './status';

const core = await openCore();
const circle = await core.signOn('Three Rivers Listening Circle');
await api.setSignOnSigner(circle.id, 'Inés Example', 'Coordinator');
await api.setSignOnPerson(circle.id, (await core.person('Sam Specimen')).id);
const entered = await api.listSignOns(await core.letter());
/// As the ledger shows them: by name.
const { rows } = new Ledger(() => entered);

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

describe('sorting', () => {
  const names = (some: readonly SignOn[]): string[] => some.map((row) => row.printsAs);

  test('begins by name without its article, and by a column once more the other way round', () => {
    const one = ledger();
    const wanted = names(entered).sort((a, b) =>
      new Intl.Collator('en', { numeric: true }).compare(a.replace(/^the /i, ''), b.replace(/^the /i, '')),
    );
    expect(names(one.rows)).toEqual(wanted);
    one.sortBy('name');
    expect(names(one.rows)).toEqual([...wanted].reverse());
  });

  test('by status goes from what is furthest along, and what says nothing in a column stands last', () => {
    const one = ledger();
    one.sortBy('status');
    const order = one.rows.map((row) => row.status);
    expect(order).toEqual([...order].sort((a, b) => statuses.indexOf(a) - statuses.indexOf(b)));
    one.sortBy('signer');
    expect(one.rows[0]?.signer).toBe('Ana Example');
    expect(one.rows.at(-1)?.signer).toBe('');
    one.sortBy('signer');
    expect(one.rows.at(-1)?.signer, 'the other way round too').toBe('');
  });

  test('keeps the cursor at its row, and is remembered with the columns', () => {
    const one = ledger();
    one.goTo(rows[2]?.id ?? 0);
    one.sortBy('name');
    expect(one.current?.id).toBe(rows[2]?.id);
    one.columns.show('note', true);
    const other = ledger();
    other.restore(one.view);
    expect(ids(other.rows)).toEqual(ids(one.rows));
    expect(other.columns.isShown('note')).toBe(true);
  });
});

test('rows that a filter hides are no longer selected when it is taken away again', () => {
  const one = ledger();
  one.selectAll();
  one.show(['declined']);
  one.show([]);
  expect(one.selected.map((row) => row.status)).toEqual(
    rows.filter((row) => row.status === 'declined').map((row) => row.status),
  );
});

test('a row that is changed under a filter stays where the eye is until the filter changes', () => {
  const one = ledger();
  one.show(['confirmed']);
  const declined = rows.find((row) => row.status === 'declined');
  if (!declined) throw new Error('somebody declined');
  const there = (): boolean => one.rows.some((row) => row.id === declined.id);
  expect(there()).toBe(false);
  one.keep([declined.id]);
  expect(there()).toBe(true);
  one.show(['asked']);
  expect(there()).toBe(false);
});

test('Ctrl+C asks to copy', () => {
  expect(pressKey(ledger(), 'Ctrl+c')).toEqual({ do: 'copy' });
});

test('columns that there is no room for are left out, the first never', () => {
  const shown = ledger().columns.shown;
  expect(fitting(shown, 5000)).toEqual(shown);
  expect(fitting(shown, 540).map(({ id }) => id)).toEqual(['name', 'status', 'signer', 'evidence']);
  expect(fitting(shown, 10).map(({ id }) => id)).toEqual(['name']);
});

describe('a row that is read out', () => {
  const row = (changes: Partial<SignOn>): SignOn => ({
    ...(rows[0] as SignOn),
    printsAs: 'Kids Forward',
    status: 'confirmed',
    signer: 'Inés Example',
    title: 'Director',
    via: 'email',
    decidedAt: null,
    lastContact: null,
    late: false,
    standing: 'stands',
    standingBy: null,
    ...changes,
  });
  const read = (changes: Partial<SignOn>): string => spoken(row(changes), fitting(ledgerColumns, 700));

  test('is the name, the status, and the rest under its headings, once each', () => {
    expect(read({})).toBe('Kids Forward, Confirmed, Signed by: Inés Example, Director, Evidence: Email');
    expect(read({ late: true, standing: 'must-reconfirm' })).toMatch(
      /^Kids Forward, Confirmed, .*, Evidence: Email, \S.*, \S.*/,
    );
  });

  test('names no signer where somebody declined', () => {
    expect(read({ status: 'declined' })).not.toContain('Inés');
    const signed = ledgerColumns.find(({ id }) => id === 'signer');
    expect(signed?.text(row({ status: 'declined' }))).toBe('');
    expect(signed?.text(row({ status: 'withdrawn' }))).toBe('Inés Example, Director');
  });
});
