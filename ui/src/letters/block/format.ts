/// The formats a block leaves in: what each is called, and what its paper looks like.
import type { Format } from '$bindings/words';

/// A page as in a word processor, the text that will be copied, or a sheet of cells.
export type Look = 'page' | 'source' | 'sheet';

interface Form {
  /// Its name as a file.
  label: string;
  look: Look;
  /// What the main button does with it.
  does: 'copy' | 'save';
}

export const forms: Record<Format, Form> = {
  html: { label: 'ui-format-html', look: 'page', does: 'copy' },
  text: { label: 'ui-format-text', look: 'source', does: 'copy' },
  markdown: { label: 'ui-format-markdown', look: 'source', does: 'copy' },
  latex: { label: 'ui-format-latex', look: 'source', does: 'copy' },
  docx: { label: 'ui-format-docx', look: 'page', does: 'save' },
  pdf: { label: 'ui-format-pdf', look: 'page', does: 'save' },
  rtf: { label: 'ui-format-rtf', look: 'page', does: 'save' },
  csv: { label: 'ui-format-csv', look: 'sheet', does: 'copy' },
  xlsx: { label: 'ui-format-xlsx', look: 'sheet', does: 'save' },
};

/// In the order they are offered.
export const formats = Object.keys(forms) as Format[];

export function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && value in forms;
}
