/// What a list can be narrowed by: each criterion with its words, what it says of a filter, and how it is chosen.

export interface Option {
  value: string;
  label: string;
}

/// How a criterion is chosen. `set` gives back the filter with it.
export type Chooser<F> =
  | {
      kind: 'several';
      options: () => Option[];
      value: (filter: F) => string[];
      set: (filter: F, value: string[]) => F;
    }
  | {
      kind: 'one';
      options: () => Option[];
      value: (filter: F) => string | null;
      set: (filter: F, value: string | null) => F;
    }
  | {
      kind: 'number';
      label: () => string;
      value: (filter: F) => number | null;
      set: (filter: F, value: number | null) => F;
    }
  | {
      kind: 'date';
      label: () => string;
      value: (filter: F) => string | null;
      set: (filter: F, value: string | null) => F;
    }
  | { kind: 'text'; label: () => string; value: (filter: F) => string; set: (filter: F, value: string) => F }
  /// The page has a form of its own for it.
  | { kind: 'own' };

export interface Criterion<F> {
  id: string;
  label: () => string;
  /// What it narrows to, in words; null when it does not narrow.
  says: (filter: F) => string | null;
  clear: (filter: F) => F;
  chooser: Chooser<F>;
  /// A line stands before it in the menu.
  apart?: boolean;
}

/// The words of values, in the order of the options.
export function wordsOf(options: readonly Option[], values: readonly string[]): string {
  const known = options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
  const others = values.filter((value) => !options.some((option) => option.value === value));
  return [...known, ...others].join(', ');
}

type Lists<F> = { [K in keyof F]: F[K] extends readonly string[] ? K : never }[keyof F];

/// One of several values is enough, or all of them.
export function several<F>(
  field: Lists<F> & string,
  label: () => string,
  options: () => Option[],
  apart = false,
): Criterion<F> {
  const value = (filter: F): string[] => filter[field] as string[];
  const set = (filter: F, values: string[]): F => ({ ...filter, [field]: values });
  return {
    id: field,
    label,
    apart,
    says: (filter) => (value(filter).length > 0 ? wordsOf(options(), value(filter)) : null),
    clear: (filter) => set(filter, []),
    chooser: { kind: 'several', options, value, set },
  };
}

type Answers<F> = { [K in keyof F]: F[K] extends boolean | null ? K : never }[keyof F];

/// Yes or no.
export function whether<F>(
  field: Answers<F> & string,
  label: () => string,
  options: () => [Option, Option],
  apart = false,
): Criterion<F> {
  const value = (filter: F): string | null => {
    const is = filter[field] as boolean | null;
    return is === null ? null : is ? 'yes' : 'no';
  };
  const set = (filter: F, to: string | null): F => ({
    ...filter,
    [field]: to === null ? null : to === 'yes',
  });
  return {
    id: field,
    label,
    apart,
    says: (filter) => {
      const is = value(filter);
      return is && wordsOf(options(), [is]);
    },
    clear: (filter) => set(filter, null),
    chooser: { kind: 'one', options, value, set },
  };
}
