/// The block's part of the mock: enough of arranging, rendering, styles and editions to walk through the panel.
import type { BlockEntry } from '$bindings/BlockEntry';
import type { BlockGroup } from '$bindings/BlockGroup';
import type { BlockOptions } from '$bindings/BlockOptions';
import type { BlockView } from '$bindings/BlockView';
import type { CheckItem } from '$bindings/CheckItem';
import type { Edition } from '$bindings/Edition';
import type { EditionDiff } from '$bindings/EditionDiff';
import type { Format } from '$bindings/Format';
import type { Organization } from '$bindings/Organization';
import type { Part } from '$bindings/Part';
import type { PartKind } from '$bindings/PartKind';
import type { SignatoryBlock } from '$bindings/SignatoryBlock';
import type { SignOn } from '$bindings/SignOn';
import type { Status } from '$bindings/Status';
import type { Style } from '$bindings/Style';
import type { TableColumn } from '$bindings/TableColumn';

import { defaultOptions, type MockData } from './mockdata';

/// What the mock keeps of blocks.
export interface MockBlocks {
  styles: Style[];
  editions: (Edition & { letterId: number; names: string[]; text: string })[];
  texts: Map<number, string>;
  /// What is on the clipboard.
  copied: string;
}

interface Host {
  data: MockData;
  newId: () => number;
  act: (label: string, work: () => unknown) => unknown;
  fail: (kind: string, message: string, field?: string | null) => never;
}

const part = (kind: PartKind, text: string): Part => ({ kind, text });
const glue = (text: string): Part => part('glue', text);

function entryOf(row: SignOn, options: BlockOptions, affiliation: string | undefined): BlockEntry {
  const lines = ['prose', 'table'].includes(options.layout) ? 1 : options.entryLines;
  const between = (from: number): Part => (lines >= from ? part('break', '') : glue(', '));
  const parts: Part[] = [];
  if (options.entry === 'signer' && row.organizationId !== null) {
    if (row.signer) parts.push(part('signer', row.signer));
    if (row.title) parts.push(...(parts.length > 0 ? [between(3)] : []), part('title', row.title));
    if (parts.length > 0) parts.push(between(2));
  }
  parts.push(part('name', row.printsAs));
  if (affiliation && options.affiliation !== 'hidden') {
    const open = options.affiliation === 'parentheses' ? ' (' : ', ';
    parts.push(glue(open), part('affiliation', affiliation));
    if (options.identification === 'footnote') parts.push(part('mark', '*'));
    if (options.identification === 'inline')
      parts.push(glue(' ('), part('note', 'for identification purposes only'), glue(')'));
    if (options.affiliation === 'parentheses') parts.push(glue(')'));
  }
  if (options.entry === 'place' && row.place) parts.push(glue(', '), part('place', row.place));
  return {
    signOn: row.id,
    parts,
    after: '',
    unwritten: row.status === 'said-yes',
    late: false,
    lead: row.lead,
    individual: row.organizationId === null,
    bold: false,
    link: null,
  };
}

function headingOf(
  row: SignOn,
  organization: Organization | undefined,
  options: BlockOptions,
): string | null {
  if (options.leadHeading && row.lead) return 'Lead organizations';
  if (options.individuals === 'apart' && row.organizationId === null) return 'Individuals';
  switch (options.group) {
    case 'scope':
      return organization?.scope === 'national' ? 'National' : organization ? 'State' : 'Other';
    case 'state':
      return organization?.state === 'WI' ? 'Wisconsin' : organization?.state || 'Other';
    case 'country':
      return organization?.country || 'Other';
    case 'type':
      return organization?.kind ?? 'Other';
    case 'district':
      return organization?.district || 'Other';
    case 'heading':
      return row.heading || null;
    case 'none':
      return options.leadHeading ? 'Signatories' : null;
  }
}

function arrange(data: MockData, letterId: number): SignatoryBlock {
  const options = data.options.get(letterId) ?? defaultOptions;
  const { language, order } = options;
  const known = new Map(data.organizations.map((one) => [one.id, one]));
  const on = data.signOns.filter((row) => row.letterId === letterId);
  const printed = on.filter(
    (row) => row.status === 'confirmed' || (options.includeSaidYes && row.status === 'said-yes'),
  );
  const collator = new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true });
  const bare = (name: string): string => {
    const set = options.keepArticles ? name : name.replace(/^(the|an?|el|las?|los) /i, '');
    if (order === 'letter-by-letter') return set.replace(/[\s\p{P}]/gu, '');
    return set;
  };
  const surname = (row: SignOn): string =>
    row.organizationId === null ? (row.printsAs.split(' ').at(-1) ?? '') : bare(row.printsAs);
  const keyed = printed.map((row) => {
    if (order === 'entered') return { row, key: '' };
    if (order === 'signed') return { row, key: row.decidedAt ?? '~' };
    return { row, key: order === 'surname' ? surname(row) : bare(row.printsAs) };
  });
  keyed.sort(
    (a, b) =>
      (options.leadFirst ? Number(b.row.lead) - Number(a.row.lead) : 0) || collator.compare(a.key, b.key),
  );
  const place = (row: SignOn): number => (row.pin === null ? 0 : row.pin > 0 ? -1 : 1);
  keyed.sort((a, b) => place(a.row) - place(b.row));
  const byHeading = new Map<string | null, BlockEntry[]>();
  const wanted = options.group === 'heading' ? [null, ...options.headings] : [];
  for (const heading of wanted) byHeading.set(heading, []);
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  const counts = new Map<string | null, number>();
  for (const { row } of keyed) {
    const heading = headingOf(row, row.organizationId ? known.get(row.organizationId) : undefined, options);
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
    if (left-- <= 0) continue;
    const entries = byHeading.get(heading) ?? [];
    entries.push(entryOf(row, options, data.affiliations.get(row.id)));
    byHeading.set(heading, entries);
  }
  const rank = (heading: string | null): number =>
    heading === 'Lead organizations' ? -1 : heading === 'Individuals' ? 1 : 0;
  const groups: BlockGroup[] = [...byHeading]
    .filter(([, entries]) => entries.length > 0)
    .map(([heading, entries]) => ({
      heading,
      count: counts.get(heading) ?? 0,
      entries,
      stop: '',
      note: null,
    }))
    .sort((a, b) => rank(a.heading) - rank(b.heading));
  const shown = groups.reduce((sum, group) => sum + group.entries.length, 0);
  const others = printed.length - shown;
  const prose = options.layout === 'prose';
  if (prose) for (const group of groups) joined(group, options);
  const affiliated = printed.some((row) => data.affiliations.has(row.id)) && options.affiliation !== 'hidden';
  const note = 'Organization listed for identification purposes only.';
  const kinds: [PartKind, string][] = [
    ['name', 'Organization'],
    ['signer', 'Signed by'],
    ['title', 'Title'],
    ['place', 'Place'],
    ['affiliation', 'Affiliation'],
  ];
  const used = new Set(groups.flatMap((g) => g.entries.flatMap((e) => e.parts.map((p) => p.kind))));
  const table = kinds
    .filter(([kind]) => used.has(kind))
    .map(([kind, title]): TableColumn => ({ kind, title }));
  if (groups.some((group) => group.heading !== null)) table.unshift({ kind: null, title: 'Group' });
  const headed = groups.some((group) => group.heading !== null);
  return {
    options,
    intro: prose && options.intro ? `${options.intro.trimEnd()} ` : options.intro,
    summary: options.counts && !headed ? `${printed.length} organizations` : null,
    groups,
    others: others > 0 ? (prose ? `${others} others` : `and ${others} others`) : null,
    note:
      affiliated && options.identification === 'note'
        ? note
        : affiliated && options.identification === 'footnote'
          ? `* ${note}`
          : null,
    outro: options.outro,
    table,
    total: printed.length,
    individuals: printed.filter((row) => row.organizationId === null).length,
    states: 1,
    unwritten: printed.filter((row) => row.status === 'said-yes').length,
    unwrittenLeftOut: 0,
  };
}

function joined(group: BlockGroup, options: BlockOptions): void {
  const texts = group.entries.map((entry) => entry.parts.map((one) => one.text).join(''));
  const semicolons =
    options.separator === 'semicolon' ||
    (options.separator === 'auto' && texts.some((text) => text.includes(', ')));
  const sign = semicolons ? ';' : ',';
  const word = options.language.startsWith('es') ? 'y' : 'and';
  const last = group.entries.length - 1;
  group.entries.forEach((entry, n) => {
    if (n === last) return;
    const final = options.serialComma && last > 1 && word === 'and' ? `${sign} ${word} ` : ` ${word} `;
    entry.after = n === last - 1 ? final : `${sign} `;
  });
  group.stop = texts.at(-1)?.endsWith('.') ? '' : '.';
}

function render(block: SignatoryBlock, format: Format): string {
  const escape = (text: string): string =>
    format === 'latex'
      ? text.replace(/[&%$#_{}]/g, '\\$&')
      : format === 'markdown'
        ? text.replace(/[*_<>[\]]/g, '\\$&')
        : text;
  const out: string[] = [];
  if (block.groups.length === 0) return '';
  if (block.intro && block.options.layout !== 'prose') out.push(escape(block.intro), '');
  for (const group of block.groups) {
    if (group.heading) {
      const words = escape(group.heading);
      out.push({ markdown: `### ${words}`, latex: `\\subsection*{${words}}` }[format as string] ?? words, '');
    }
    const texts = group.entries.map((entry) =>
      escape(entry.parts.map((one) => (one.kind === 'break' ? '\n' : one.text)).join('')),
    );
    if (block.options.layout === 'prose') {
      const sentence = group.entries.map((entry, n) => (texts[n] ?? '') + entry.after).join('');
      out.push(escape(block.intro) + sentence + group.stop);
    } else if (block.options.layout === 'numbered') out.push(...texts.map((text, n) => `${n + 1}. ${text}`));
    else if (format === 'latex')
      out.push('\\begin{itemize}', ...texts.map((text) => `  \\item ${text}`), '\\end{itemize}');
    else if (block.options.layout === 'bullets' || format === 'markdown')
      out.push(...texts.map((text) => `- ${text}`));
    else out.push(...texts);
    out.push('');
  }
  if (block.others) out.push(block.others, '');
  if (block.note) out.push(escape(block.note), '');
  if (block.outro) out.push(escape(block.outro));
  return out.join('\n').trimEnd();
}

function viewOf(data: MockData, letterId: number): BlockView {
  const block = arrange(data, letterId);
  const out: Status[] = ['said-yes', 'considering', 'asked', 'to-ask', 'declined', 'withdrawn'];
  const on = data.signOns.filter((row) => row.letterId === letterId);
  const leftOut = out
    .map((status) => ({ status, count: on.filter((row) => row.status === status).length }))
    .filter(({ status, count }) => count > 0 && !(status === 'said-yes' && block.options.includeSaidYes));
  return { block, text: render(block, 'text'), total: block.total, leftOut, toReconfirm: 0 };
}

function check(data: MockData, letterId: number): CheckItem[] {
  const block = arrange(data, letterId);
  const rows = new Map(data.signOns.map((row) => [row.id, row]));
  const found: CheckItem[] = [];
  if (block.total === 0) {
    const message = 'Nobody stands in the block. Confirm a sign-on first.';
    found.push({
      kind: 'empty',
      weight: 'stop',
      mend: 'confirm',
      signOn: null,
      other: null,
      message,
      id: 'empty',
      settled: null,
    });
  }
  for (const { signOn, unwritten } of block.groups.flatMap((group) => group.entries)) {
    const row = signOn === null ? undefined : rows.get(signOn);
    if (!row) continue;
    const name = `“${row.printsAs}”`;
    if (unwritten) {
      const message = `${name} is in the block, but its yes is not in writing. Ask for an email, or leave it out.`;
      found.push({
        kind: 'unwritten',
        weight: 'stop',
        mend: 'confirm',
        signOn,
        other: null,
        message,
        id: `${found.length}-${signOn}`,
        settled: null,
      });
    }
    if (row.printsAsBefore && row.printsAsBefore !== row.printsAs) {
      const message = `${name} printed as “${row.printsAsBefore}” last time. Make sure which one is right.`;
      found.push({
        kind: 'name-differs',
        weight: 'look',
        mend: 'name',
        signOn,
        other: null,
        message,
        id: `${found.length}-${signOn}`,
        settled: null,
      });
    }
  }
  for (const row of data.signOns) {
    if (row.letterId !== letterId || row.status !== 'said-yes' || block.options.includeSaidYes) continue;
    const message = `“${row.printsAs}” said yes, but not in writing, and is left out. Ask for an email.`;
    found.push({
      kind: 'said-yes-left-out',
      weight: 'look',
      mend: 'ask',
      signOn: row.id,
      other: null,
      message,
      id: `said-yes-${row.id}`,
      settled: null,
    });
  }
  return found.sort((a, b) => Number(a.weight === 'look') - Number(b.weight === 'look'));
}

function differ(before: string[], after: string[]): EditionDiff {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
    renamed: [],
  };
}

const shipped = (language: string): { word: string; options: BlockOptions }[] => {
  const base: BlockOptions = { ...defaultOptions, layout: 'lines', leadFirst: false, intro: '', language };
  return [
    { word: 'formal', options: { ...base, entry: 'signer', entryLines: 3, leadFirst: true } },
    { word: 'two-columns', options: { ...base, layout: 'columns', leadFirst: true } },
    { word: 'press-release', options: { ...base, layout: 'prose' } },
    { word: 'website', options: { ...base, layout: 'bullets', entry: 'place', counts: true } },
    { word: 'by-state', options: { ...base, group: 'state', counts: true } },
  ];
};

export function blockCommands(host: Host): Record<string, (args: Record<string, unknown>) => unknown> {
  const { data } = host;
  const { blocks } = data;
  const edition = (id: unknown) =>
    blocks.editions.find((one) => one.id === id) ?? host.fail('not-found', 'There is no such edition.');
  const numbered = (letterId: unknown, number: unknown) =>
    blocks.editions.find((one) => one.letterId === letterId && one.number === number)?.names ?? [];
  const letter = (args: Record<string, unknown>): number => args['letterId'] as number;
  const change = (letterId: number, more: Partial<BlockOptions>): null => {
    data.options.set(letterId, { ...(data.options.get(letterId) ?? defaultOptions), ...more });
    return null;
  };
  return {
    get_block: (args) => viewOf(data, letter(args)),
    get_block_options: (args) => data.options.get(letter(args)) ?? defaultOptions,
    change_block_options: (args) =>
      host.act('Change the block', () => change(letter(args), args['change'] as Partial<BlockOptions>)),
    get_block_text: (args) => render(arrange(data, letter(args)), args['format'] as Format),
    copy_block: (args) => arrange(data, letter(args)).total,
    save_block: (args) => `/home/ana/Documents/signatories.${String(args['format'])}`,
    fill_document: () => ({ path: '/home/ana/Documents/letter-filled.docx', places: 2, notices: [] }),
    print_window: () => {
      window.print();
      return null;
    },
    get_letter_text: (args) => blocks.texts.get(letter(args)) ?? '',
    copy_text: (args) => {
      blocks.copied = String(args['text']);
      return null;
    },
    list_styles: (args) => ({ builtIn: shipped(String(args['language'])), saved: blocks.styles }),
    save_style: (args) => {
      const name = String(args['name']).trim();
      if (!name) host.fail('rule', 'A name is missing.', 'name');
      return host.act(`Save the style “${name}”`, () => {
        const id = blocks.styles.find((one) => one.name === name)?.id ?? host.newId();
        const options = args['options'] as BlockOptions;
        blocks.styles = [...blocks.styles.filter((one) => one.id !== id), { id, name, options }];
        return id;
      });
    },
    remove_style: (args) =>
      host.act('Remove a style', () => {
        blocks.styles = blocks.styles.filter((one) => one.id !== args['id']);
        return null;
      }),
    set_sign_on_heading: (args) =>
      host.act('Arrange sign-ons', () => {
        const ids = new Set(args['ids'] as number[]);
        for (const row of data.signOns) if (ids.has(row.id)) row.heading = String(args['heading']);
        return null;
      }),
    rename_heading: (args) =>
      host.act('Arrange sign-ons', () => {
        const { from, to } = args as { from: string; to: string };
        for (const row of data.signOns)
          if (row.letterId === letter(args) && row.heading === from) row.heading = to;
        const { headings } = data.options.get(letter(args)) ?? defaultOptions;
        const next = headings.map((one) => (one === from ? to : one)).filter(Boolean);
        return change(letter(args), { headings: [...new Set(next)] });
      }),
    set_sign_on_pin: (args) =>
      host.act('Arrange sign-ons', () => {
        const row = data.signOns.find((one) => one.id === args['id']);
        if (row) row.pin = args['pin'] as number | null;
        return null;
      }),
    check_letter: (args) => check(data, letter(args)),
    freeze_edition: (args) => {
      const view = viewOf(data, letter(args));
      const entries = view.block.groups.flatMap((group) => group.entries);
      if (entries.length === 0) host.fail('rule', 'Nobody stands in the block.');
      const number = blocks.editions.filter((one) => one.letterId === letter(args)).length + 1;
      return host.act(`Freeze edition ${number}`, () => {
        const id = host.newId();
        blocks.editions.push({
          id,
          number,
          label: String(args['label']),
          at: new Date().toISOString(),
          version: null,
          count: entries.length,
          letterId: letter(args),
          names: entries.map((entry) => entry.parts.find((one) => one.kind === 'name')?.text ?? ''),
          text: view.text,
        });
        return id;
      });
    },
    list_editions: (args) => blocks.editions.filter((one) => one.letterId === letter(args)),
    diff_editions: (args) =>
      differ(numbered(letter(args), args['earlier']), numbered(letter(args), args['later'])),
    get_edition_update: (args) => {
      const earlier = numbered(letter(args), args['earlier']);
      const { added, removed } = differ(earlier, numbered(letter(args), args['later']));
      const said = [
        added.length > 0 ? `Added: ${added.join(', ')}.` : '',
        removed.length > 0 ? `No longer on the letter: ${removed.join(', ')}.` : '',
      ].filter(Boolean);
      return said.join(' ') || 'The list of signatories has not changed.';
    },
    get_edition_text: (args) => edition(args['editionId']).text,
    copy_edition: (args) => edition(args['editionId']).count,
    save_edition: (args) => `/home/ana/Documents/edition.${String(args['format'])}`,
  };
}
