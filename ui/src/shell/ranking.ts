/// Which commands are meant by what was typed, the likeliest first.
import { fold } from '$lib/fold';

interface Named {
  label: string;
  /// Other words for it.
  also?: string;
}

export interface Ranked<Command> {
  command: Command;
  /// Whether it is meant before anything else that is found: it begins so, another word for it does, or each of several words
  /// typed begins one of its words. A single word in the middle of it may as well be somebody's name.
  meant: boolean;
}

/// Those that fit a folded text: first what begins so, then what has words that begin so, in any order, then the rest that
/// contain it. Nothing typed leaves all of them, in their own order.
export function ranked<Command extends Named>(commands: Command[], wanted: string): Ranked<Command>[] {
  if (!wanted) return commands.map((command) => ({ command, meant: false }));
  const typed = wanted.split(/\s+/);
  const found = commands.flatMap((command) => {
    const place = fit(fold(command.label), fold(command.also ?? ''), wanted, typed);
    return place === null ? [] : [{ command, place }];
  });
  // Sorting keeps the order of those that fit alike.
  found.sort((a, b) => a.place - b.place);
  const meant = (place: number): boolean =>
    place === 0 || (place === 1 && typed.length > 1) || (place === 2 && wanted.length > 2);
  return found.map(({ command, place }) => ({ command, meant: wanted.length > 1 && meant(place) }));
}

/// How well a command fits, the best at 0; null when it does not.
function fit(label: string, also: string, wanted: string, typed: string[]): number | null {
  if (label.startsWith(wanted)) return 0;
  const begins = (text: string, word: string): boolean =>
    text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));
  if (typed.every((word) => begins(label, word))) return 1;
  if (typed.every((word) => begins(label, word) || begins(also, word))) return 2;
  return `${label} ${also}`.includes(wanted) ? 3 : null;
}
