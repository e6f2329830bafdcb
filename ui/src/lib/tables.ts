/// What is done with the rows of any table: copied, saved, printed. Each says what came of it.
import * as api from './api';
import { app } from './app.svelte';
import { t } from './messages.svelte';
import { layTable } from './ui/printtable';

export async function copyRows(headings: string[], rows: string[][]): Promise<void> {
  const count = await api.copyTable(headings, rows);
  app.toast(t('ui-table-copied', { count }));
}

export async function saveRows(name: string, headings: string[], rows: string[][]): Promise<void> {
  const path = await api.saveTable(name, headings, rows);
  if (path) app.toast(t('ui-saved-to', { path }));
}

export async function printRows(name: string, headings: string[], rows: string[][]): Promise<void> {
  await layTable(name, headings, rows);
  await api.printWindow();
}
