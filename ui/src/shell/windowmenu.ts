/// The menu that the other button opens wherever nothing nearer has one of its own.
import { app } from '$lib/app.svelte';
import { editsText } from '$lib/keys';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';
import { contextMenu } from '$lib/ui/contextmenu.svelte';

/// Text that is written or marked keeps the system's own menu.
export function showWindowMenu(event: MouseEvent): void {
  if (event.defaultPrevented || editsText(event.target) || !document.getSelection()?.isCollapsed) return;
  event.preventDefault();
  if (place.dialog || app.waiting || !app.state) return;
  const { undo, redo } = app.state;
  contextMenu.show(event, t('ui-menu'), [
    {
      label: undo ? t('ui-undo-named', { label: undo }) : t('ui-undo'),
      shortcut: t('ui-keys-undo'),
      disabled: !undo,
      run: () => void app.undo(),
    },
    {
      label: redo ? t('ui-redo-named', { label: redo }) : t('ui-redo'),
      shortcut: t('ui-keys-redo'),
      disabled: !redo,
      run: () => void app.redo(),
    },
    'line',
    {
      label: t('ui-find-anything'),
      shortcut: t('ui-keys-palette'),
      run: () => place.open({ name: 'palette' }),
    },
    {
      label: t('ui-import-dots'),
      shortcut: t('ui-keys-import'),
      run: () => place.open({ name: 'import', text: null, letterId: place.letterId }),
    },
    {
      label: t('ui-letter-new'),
      shortcut: t('ui-keys-new'),
      run: () => place.open({ name: 'letter', id: null }),
    },
  ]);
}
