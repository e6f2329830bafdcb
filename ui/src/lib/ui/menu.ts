/// What a menu offers.
import type { Component } from 'svelte';

export interface MenuItem {
  /// The words of the item.
  label: string;
  /// What more there is to say, in smaller words below: why it can't be chosen, for example.
  detail?: string;
  icon?: Component<{ size?: number | string; strokeWidth?: number | string }>;
  /// A class of the icon, for its colour.
  tone?: string;
  /// The key that chooses it while the menu is open, shown at its end.
  key?: string;
  /// A chord that does the same elsewhere; only shown.
  shortcut?: string;
  /// Whether it is the one chosen among several; undefined for items that do something.
  checked?: boolean;
  disabled?: boolean;
  run: () => void;
}

/// Items, and lines between groups of them.
export type MenuEntry = MenuItem | 'line';

/// The next item that can be chosen from `from` in a direction, around the ends.
export function step(entries: MenuEntry[], from: number, by: 1 | -1): number {
  for (let n = 1; n <= entries.length; n++) {
    const at = (from + by * n + entries.length * 2) % entries.length;
    const entry = entries[at];
    if (entry && entry !== 'line' && !entry.disabled) return at;
  }
  return from;
}

/// Where a menu begins: at what is chosen, where it is there for choosing; else at its first item.
export function first(entries: MenuEntry[]): number {
  const usable = (entry: MenuEntry): boolean => entry !== 'line' && entry.checked === true && !entry.disabled;
  const begins = entries[0];
  const chosen = begins !== undefined && begins !== 'line' && begins.checked !== undefined;
  const at = chosen ? entries.findIndex(usable) : -1;
  return at >= 0 ? at : step(entries, -1, 1);
}

/// The item that a key means: the one with that key, else the next whose words begin with it.
export function byKey(entries: MenuEntry[], key: string, from: number): { at: number; run: boolean } | null {
  const wanted = key.toLowerCase();
  const usable = (entry: MenuEntry | undefined): entry is MenuItem =>
    entry !== undefined && entry !== 'line' && !entry.disabled;
  const keyed = entries.findIndex((entry) => usable(entry) && entry.key === wanted);
  if (keyed >= 0) return { at: keyed, run: true };
  for (let n = 1; n <= entries.length; n++) {
    const at = (from + n) % entries.length;
    const entry = entries[at];
    if (usable(entry) && entry.label.toLowerCase().startsWith(wanted)) return { at, run: false };
  }
  return null;
}
