/// What can be done from the palette: everything that has a button elsewhere.
import type { AppState } from '$bindings/app';
import { app } from '$lib/app.svelte';
import { deeds, type Command } from '$lib/deeds.svelte';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';

import { pages } from '../guide/guide';
import { lock } from '../safe/lock';
import {
  newCoalition,
  newWindow,
  openCoalition,
  openOwn,
  openSample,
  saveCalendar,
  saveCopy,
  showInFolder,
} from './file';
import { recent } from './recent.svelte';

export function commands(state: AppState | null, letterId: number | null): Command[] {
  const offered: (Command | false)[] = [
    letterId !== null && {
      label: t('ui-ask'),
      detail: '',
      run: () => place.open({ name: 'ask', letterId }),
    },
    letterId !== null && {
      label: t('ui-individual-add'),
      detail: '',
      run: () => place.open({ name: 'individual', letterId }),
    },
    letterId !== null && {
      label: t('ui-paste-replies'),
      detail: t('ui-keys-import'),
      also: t('ui-also-paste'),
      run: () => place.open({ name: 'import', text: null, letterId }),
    },
    letterId !== null && {
      label: t('ui-text-add'),
      detail: '',
      also: t('ui-also-text'),
      run: () => place.open({ name: 'text', letterId }),
    },
    letterId !== null && {
      label: t('ui-deadline-move'),
      detail: '',
      run: () => place.open({ name: 'deadline', letterId, which: 'hard' }),
    },
    letterId !== null && {
      label: t('ui-check'),
      detail: '',
      run: () => place.go({ name: 'letter', id: letterId, tab: 'check' }),
    },
    letterId !== null && {
      label: t('ui-letter-history'),
      detail: '',
      run: () => place.go({ name: 'history', letterId }),
    },
    letterId !== null && {
      label: t('ui-letter-edit'),
      detail: '',
      run: () => place.open({ name: 'letter', id: letterId }),
    },
    {
      label: t('ui-import-dots'),
      detail: t('ui-keys-import'),
      also: t('ui-also-import'),
      run: () => place.open({ name: 'import', text: null, letterId }),
    },
    {
      label: t('ui-letter-new'),
      detail: t('ui-keys-new'),
      run: () => place.open({ name: 'letter', id: null }),
    },
    {
      label: t('ui-organization-new'),
      detail: '',
      run: () => place.open({ name: 'organization', id: null }),
    },
    {
      label: t('ui-person-new'),
      detail: '',
      run: () => place.open({ name: 'person', id: null }),
    },
    {
      label: t('ui-duplicates-search'),
      detail: '',
      run: () => place.go({ name: 'duplicates' }),
    },
    { label: t('ui-desk'), detail: '', run: () => place.go({ name: 'desk' }) },
    { label: t('ui-answers-page'), detail: '', run: () => place.go({ name: 'answers' }) },
    {
      label: t('ui-templates-dots'),
      detail: '',
      run: () => place.open({ name: 'templates', letterId }),
    },
    letterId !== null && {
      label: t('ui-calendar-save'),
      detail: '',
      run: () => void saveCalendar(letterId),
    },
    { label: t('ui-followups'), detail: '', run: () => place.go({ name: 'followups' }) },
    { label: t('ui-matrix'), detail: '', run: () => place.go({ name: 'matrix' }) },
    { label: t('ui-history'), detail: '', run: () => place.go({ name: 'history' }) },
    { label: t('ui-letters'), detail: '', run: () => place.go({ name: 'letters' }) },
    { label: t('ui-organizations'), detail: '', run: () => place.go({ name: 'organizations' }) },
    { label: t('ui-people'), detail: '', run: () => place.go({ name: 'people' }) },
    { label: t('ui-imports'), detail: '', run: () => place.go({ name: 'imports' }) },
    !!state?.undo && {
      label: t('ui-undo-named', { label: state.undo }),
      detail: t('ui-keys-undo'),
      run: () => void app.undo(),
    },
    !!state?.redo && {
      label: t('ui-redo-named', { label: state.redo }),
      detail: t('ui-keys-redo'),
      run: () => void app.redo(),
    },
    { label: t('ui-file-new'), detail: '', run: () => void newCoalition() },
    { label: t('ui-file-open'), detail: t('ui-keys-file'), run: () => void openCoalition() },
    { label: t('ui-file-window'), detail: t('ui-keys-window'), run: () => void newWindow() },
    ...recent.files.map(({ path, name, folder }) => ({
      label: t('ui-file-recent', { name }),
      detail: folder,
      run: () => void recent.open(path),
    })),
    { label: t('ui-file-copy'), detail: '', also: t('ui-also-copy-file'), run: () => void saveCopy() },
    {
      label: t('ui-export-dots'),
      detail: '',
      also: t('ui-also-export'),
      run: () => place.open({ name: 'export' }),
    },
    !!state &&
      !state.sample && {
        label: t('ui-file-rename-dots'),
        detail: '',
        run: () => place.open({ name: 'rename' }),
      },
    !!state && !state.sample && { label: t('ui-file-folder'), detail: '', run: () => void showInFolder() },
    state?.sample
      ? { label: t('ui-sample-back'), detail: '', run: () => void openOwn() }
      : { label: t('ui-start-sample'), detail: '', run: () => void openSample() },
    { label: t('ui-lock-now'), detail: t('ui-keys-lock'), run: () => void lock() },
    !!state &&
      !state.sample && {
        label: state.locked ? t('ui-passphrase-change-dots') : t('ui-passphrase-set-dots'),
        detail: '',
        run: () => place.open({ name: 'passphrase' }),
      },
    !!state &&
      !state.sample && {
        label: t('ui-backups-dots'),
        detail: '',
        run: () => place.open({ name: 'backups' }),
      },
    { label: 'English', detail: '', run: () => void app.setLanguage('en') },
    { label: 'Español', detail: '', run: () => void app.setLanguage('es') },
    {
      label: t('ui-settings-dots'),
      detail: t('ui-keys-settings'),
      also: t('ui-also-settings'),
      run: () => place.open({ name: 'settings' }),
    },
    {
      label: t('ui-guide'),
      detail: 'F1',
      also: t('ui-also-guide'),
      run: () => place.open({ name: 'guide', page: null }),
    },
    ...pages().map(({ name, title }) => ({
      label: t('ui-guide-page', { title }),
      detail: '',
      run: () => place.open({ name: 'guide', page: name }),
    })),
    { label: t('ui-keys'), detail: '?', also: t('ui-also-keys'), run: () => place.open({ name: 'keys' }) },
    { label: t('ui-about'), detail: '', also: t('ui-also-about'), run: () => place.open({ name: 'about' }) },
  ];
  return [...comesNext(), ...deeds.all, ...offered.filter((command) => command !== false)];
}

/// What the messages at the foot of the window offer to do next.
function comesNext(): Command[] {
  return app.toasts.flatMap(({ id, text, next }) =>
    next
      ? [
          {
            label: next.label,
            detail: text,
            run: (): void => {
              app.dismiss(id);
              next.run();
            },
          },
        ]
      : [],
  );
}
