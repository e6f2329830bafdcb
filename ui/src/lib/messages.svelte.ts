/// What the window says: the Fluent catalogues that the core speaks from too, in the language of the person.
import { FluentBundle, FluentResource } from '@fluent/bundle';

import type { Language } from '$bindings/app';

export type MessageArgs = Record<string, string | number>;

const files: Record<string, string> = import.meta.glob('../../../src-tauri/base/locales/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bundleOf(language: Language): FluentBundle {
  // Without isolation marks, as in the core: names are copied out of the window, and invisible marks would go along.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, source] of Object.entries(files)) {
    if (path.endsWith(`${language}.ftl`)) bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

const bundles: Record<Language, FluentBundle> = { en: bundleOf('en'), es: bundleOf('es') };

let current = $state<Language>('en');

/// The language that the window speaks now.
export function language(): Language {
  return current;
}

/// Changes the language; everything shown follows.
export function speak(next: Language): void {
  current = next;
  document.documentElement.lang = next;
}

/// The sentence of a message. One that a catalogue lacks reads as its id (and fails the tests).
export function t(id: string, args?: MessageArgs): string {
  const bundle = bundles[current];
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : id;
}

/// Making a format takes longer than all that is then done with it.
const numbers: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en'),
  es: new Intl.NumberFormat('es'),
};

/// A number as the language writes it.
export function number(value: number): string {
  return numbers[current].format(value);
}
