import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';

import Dialog from './Dialog.svelte';

const field = createRawSnippet(() => ({ render: () => '<textarea aria-label="Note"></textarea>' }));

function closed(dialog: HTMLDialogElement): void {
  dialog.dispatchEvent(new Event('cancel'));
  dialog.open = false;
  dialog.dispatchEvent(new Event('close'));
}

test('a dialog that the browser closes by itself opens again while something in it would be lost', async () => {
  const onclose = vi.fn();
  render(Dialog, { props: { title: 'Edit', closeLabel: 'Close', onclose, children: field } });
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  await userEvent.type(screen.getByRole('textbox'), 'Call on Monday');
  closed(dialog);
  expect(dialog.open).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
  expect(onclose).not.toHaveBeenCalled();
  await screen.findByRole('alertdialog');
});

test('a dialog that the browser closes by itself is gone for the page too', () => {
  const onclose = vi.fn();
  render(Dialog, { props: { title: 'Edit', closeLabel: 'Close', onclose, children: field } });
  closed(screen.getByRole<HTMLDialogElement>('dialog'));
  expect(onclose).toHaveBeenCalledOnce();
});
