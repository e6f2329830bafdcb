/// The formats a block leaves in: what each is called, and what its paper looks like.
import type { SignatoryBlock } from '$bindings/block';
import type { Format } from '$bindings/words';

/// A page as in a word processor, the text that will be copied, or a sheet of cells.
export type Look = 'page' | 'source' | 'sheet';

interface Form {
  /// Its name as a file.
  label: string;
  look: Look;
  /// What the main button does with it.
  does: 'copy' | 'save';
  /// Whether logos stand in it, as in the core.
  pictures: boolean;
}

export const forms: Record<Format, Form> = {
  html: { label: 'ui-format-html', look: 'page', does: 'copy', pictures: true },
  text: { label: 'ui-format-text', look: 'source', does: 'copy', pictures: false },
  markdown: { label: 'ui-format-markdown', look: 'source', does: 'copy', pictures: false },
  latex: { label: 'ui-format-latex', look: 'source', does: 'copy', pictures: false },
  docx: { label: 'ui-format-docx', look: 'page', does: 'save', pictures: true },
  pdf: { label: 'ui-format-pdf', look: 'page', does: 'save', pictures: true },
  rtf: { label: 'ui-format-rtf', look: 'page', does: 'save', pictures: false },
  csv: { label: 'ui-format-csv', look: 'sheet', does: 'copy', pictures: false },
  xlsx: { label: 'ui-format-xlsx', look: 'sheet', does: 'save', pictures: false },
};

/// In the order they are offered.
export const formats = Object.keys(forms) as Format[];

/// The block as the paper of a format shows it: where there are no pictures, names stand in the place of logos.
export function asIn(format: Format, block: SignatoryBlock): SignatoryBlock {
  if (block.options.layout !== 'logos' || forms[format].pictures) return block;
  return { ...block, options: { ...block.options, layout: 'lines' } };
}

export function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && value in forms;
}
