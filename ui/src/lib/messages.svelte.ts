/// What the window says: the Fluent catalogues that the core speaks from too, in the language of the person.
import { FluentBundle, FluentResource } from '@fluent/bundle';

import type { Language } from '$bindings/app';

export type MessageArgs = Record<string, string | number>;

const files: Record<string, string> = import.meta.glob('../../../src-tauri/base/locales/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/// A catalogue whose messages are parsed as they are first said: to parse all of both languages takes longer than to show the first
/// page. No message refers to another.
class Catalogue {
  // Without isolation marks, as in the core: names are copied out of the window, and invisible marks would go along.
  readonly #bundle: FluentBundle;
  readonly #sources = new Map<string, string>();

  constructor(language: Language) {
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith(`${language}.ftl`)) continue;
      for (const source of text.split(/\n(?=[a-z])/)) {
        const id = /^[\w-]+/.exec(source)?.[0];
        if (id !== undefined) this.#sources.set(id, source);
      }
    }
  }

  format(id: string, args?: MessageArgs): string {
    const source = this.#sources.get(id);
    if (source !== undefined) {
      this.#bundle.addResource(new FluentResource(source));
      this.#sources.delete(id);
    }
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, args, []) : id;
  }
}

const catalogues: Partial<Record<Language, Catalogue>> = {};

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
  const catalogue = (catalogues[current] ??= new Catalogue(current));
  return catalogue.format(id, args);
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
