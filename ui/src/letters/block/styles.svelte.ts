/// The styles of blocks: those that ship and one's own.
import type { BlockOptions, Styles } from '$bindings/block';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

export interface NamedStyle {
  /// Null for those that ship.
  id: number | null;
  name: string;
  options: BlockOptions;
}

const words: Record<string, string> = {
  formal: 'ui-style-formal',
  'two-columns': 'ui-style-two-columns',
  'press-release': 'ui-style-press-release',
  website: 'ui-style-website',
  'by-state': 'ui-style-by-state',
};

export class BlockStyles {
  #styles = $state.raw<Styles | null>(null);
  #language = 'en';

  /// Those that ship first, then one's own.
  get all(): NamedStyle[] {
    const styles = this.#styles;
    if (!styles) return [];
    return [
      ...styles.builtIn.map(({ word, options }) => ({ id: null, name: t(words[word] ?? word), options })),
      ...styles.saved,
    ];
  }

  follow(language: string): () => void {
    this.#language = language;
    void this.load();
    return app.onChange(['list_styles'], () => this.load());
  }

  async load(): Promise<void> {
    try {
      this.#styles = await api.listStyles(this.#language);
    } catch (error) {
      app.problem(error);
    }
  }

  /// Saves choices under a name; a style of that name takes them over.
  async save(name: string, options: BlockOptions): Promise<boolean> {
    const style = { ...options, includeSaidYes: false, intro: '', outro: '' };
    return app.attempt(async () => app.applied(await api.saveStyle(name, style)));
  }

  async remove(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.removeStyle(id)));
  }
}

/// What a style changes of a letter's choices. The letter keeps its language, its own headings, its texts where the
/// style has none, and above all whether anybody is listed without a yes in writing.
export function changeOf(style: BlockOptions, options: BlockOptions): Partial<BlockOptions> {
  const kept = new Set<string>(['language', 'includeSaidYes']);
  if (!style.intro) kept.add('intro');
  if (!style.outro) kept.add('outro');
  if (options.headings.length > 0 || style.headings.length === 0) kept.add('headings');
  const change = Object.entries(style).filter(
    ([key, value]) => !kept.has(key) && value !== options[key as keyof BlockOptions],
  );
  return Object.fromEntries(change);
}

/// Whether choices are those of a style. What a layout does not use makes no difference.
export function follows(options: BlockOptions, style: BlockOptions): boolean {
  const unused = new Set<string>();
  if (options.layout !== 'columns') unused.add('columns');
  if (options.layout !== 'prose') unused.add('separator').add('serialComma');
  if (options.entry !== 'signer') unused.add('entryLines');
  return Object.keys(changeOf(style, options)).every((key) => unused.has(key));
}
