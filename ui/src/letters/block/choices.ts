/// The words of each choice of a block, in the order they are offered.
import type { BlockOptions } from '$bindings/block';
import type {
  Affiliation,
  EntryForm,
  GroupBy,
  Identification,
  Individuals,
  Layout,
  Numbering,
  Order,
  Separator,
} from '$bindings/words';
import { t } from '$lib/messages.svelte';

export const layouts: Record<Layout, string> = {
  lines: 'ui-layout-lines',
  columns: 'ui-layout-columns',
  bullets: 'ui-layout-bullets',
  numbered: 'ui-layout-numbered',
  table: 'ui-layout-table',
  prose: 'ui-layout-prose',
  wet: 'ui-layout-wet',
  logos: 'ui-layout-logos',
};

export const groups: Record<GroupBy, string> = {
  none: 'ui-group-none',
  scope: 'ui-group-scope',
  state: 'ui-group-state',
  country: 'ui-group-country',
  type: 'ui-group-type',
  district: 'ui-group-district',
  heading: 'ui-group-heading',
};

export const orders: Record<Order, string> = {
  alphabetical: 'ui-order-alphabetical',
  'letter-by-letter': 'ui-order-letter-by-letter',
  surname: 'ui-order-surname',
  signed: 'ui-order-signed',
  entered: 'ui-order-entered',
};

export const entries: Record<EntryForm, string> = {
  organization: 'ui-entry-organization',
  place: 'ui-entry-place',
  signer: 'ui-entry-signer',
  'organization-first': 'ui-entry-organization-first',
};

export const separators: Record<Separator, string> = {
  auto: 'ui-separator-auto',
  comma: 'ui-separator-comma',
  semicolon: 'ui-separator-semicolon',
  dash: 'ui-separator-dash',
  bullet: 'ui-separator-bullet',
  slash: 'ui-separator-slash',
};

export const numberings: Record<Numbering, string> = {
  through: 'ui-numbering-through',
  'each-group': 'ui-numbering-each-group',
};

export const individuals: Record<Individuals, string> = {
  mixed: 'ui-individuals-mixed',
  apart: 'ui-individuals-apart',
};

export const affiliations: Record<Affiliation, string> = {
  auto: 'ui-affiliation-auto',
  comma: 'ui-affiliation-comma',
  parentheses: 'ui-affiliation-parentheses',
  hidden: 'ui-affiliation-hidden',
};

export const identifications: Record<Identification, string> = {
  inline: 'ui-identification-inline',
  note: 'ui-identification-note',
  footnote: 'ui-identification-footnote',
  heading: 'ui-identification-heading',
  none: 'ui-identification-none',
};

/// Where lead organizations stand: two choices of the core that exclude one another on the page.
export type Leads = 'among' | 'first' | 'heading';

export const leads: Record<Leads, string> = {
  among: 'ui-leads-among',
  first: 'ui-leads-first',
  heading: 'ui-leads-heading',
};

export function leadsOf(options: BlockOptions): Leads {
  if (options.leadHeading) return 'heading';
  return options.leadFirst ? 'first' : 'among';
}

export function leadChange(where: Leads): Partial<BlockOptions> {
  return { leadFirst: where === 'first', leadHeading: where === 'heading' };
}

/// Choices as a list offers them.
export const listed = <Value extends string>(words: Record<Value, string>) =>
  (Object.entries(words) as [Value, string][]).map(([value, word]) => ({ value, label: t(word) }));

/// Languages that letters are often written in; the one of this letter among them, whatever it is.
export function languages(shown: string, current: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([shown], { type: 'language', fallback: 'code' });
  const common = ['en', 'es', 'ar', 'ca', 'da', 'de', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'uk', 'vi', 'zh'];
  const named = (tag: string): string => {
    try {
      const name = names.of(tag) ?? tag;
      return name.charAt(0).toLocaleUpperCase(shown) + name.slice(1);
    } catch {
      return tag;
    }
  };
  const tags = common.includes(current) ? common : [current, ...common];
  return tags.map((value) => ({ value, label: named(value) }));
}
