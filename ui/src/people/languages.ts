/// Languages by their BCP 47 tags and by what they are called in the language of the window.
import { language } from '$lib/messages.svelte';

/// Those that are offered while one is typed; any other can be written by its tag.
const offered = (
  'es en zh yue vi tl ko ar fr ht hmn so am ti om ru uk pl pt de it ja hi ur bn pa gu ta te ne my kar km lo th ' +
  'fa ps ckb tr el he yi hr sr sq ro hu cs sw rw ln ig yo ha ff wo mam quc kek nah qu gn nv oj chr lkt haw sm ase'
).split(' ');

/// What a language is called; its tag when that is not known.
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/// What speakers call it themselves.
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? '';
  } catch {
    return '';
  }
}

/// The tags that may be meant by what is typed: by name here, by their own name or by tag.
export function suggestLanguages(typed: string): string[] {
  const wanted = typed.toLocaleLowerCase();
  const names = (tag: string): string[] =>
    [languageName(tag), ownName(tag), tag].map((name) => name.toLocaleLowerCase());
  return offered.filter((tag) => names(tag).some((name) => name.startsWith(wanted)));
}

/// The tag that is meant by what was typed; what is no name of a language is left to the core to judge.
export function languageTag(typed: string): string {
  const wanted = typed.toLocaleLowerCase();
  const named = offered.find(
    (tag) => languageName(tag).toLocaleLowerCase() === wanted || ownName(tag).toLocaleLowerCase() === wanted,
  );
  const [only, ...others] = suggestLanguages(typed);
  return named ?? (only !== undefined && others.length === 0 ? only : typed);
}
