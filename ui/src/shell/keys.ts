/// Keys that work anywhere in the window, and pasting where no field has the focus.
import { app } from '$lib/app.svelte';
import { chord, editsText } from '$lib/keys';
import { t } from '$lib/messages.svelte';
import { place, type LetterTab, type Page } from '$lib/place.svelte';

import { answers, looksLikeAnswer } from '../answers/answers.svelte';
import type { GuidePage } from '../guide/guide';
import { lock } from '../safe/lock';
import { newWindow, openCoalition } from './file';

/// Opens the import of what is pasted, for the letter that is in view.
export function pasted(data: DataTransfer | null): void {
  const text = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') || null;
  if (text.trim() === '' && !html) {
    app.toast(t('error-text-empty'), null, 'problem');
    return;
  }
  // An answer files itself: it carries the code of what it answers.
  if (looksLikeAnswer(text)) void answers.paste(text);
  else place.open({ name: 'import', text, html, letterId: place.letterId });
}

/// The page of the guide on what is done where the person is.
function about(): GuidePage | null {
  const { page } = place;
  if (page.name === 'letter') {
    const parts: Record<LetterTab, GuidePage> = {
      'sign-ons': 'ledger',
      texts: 'texts',
      check: 'check',
      pictures: 'ledger',
    };
    return parts[page.tab ?? 'sign-ons'];
  }
  const jobs: Partial<Record<Page['name'], GuidePage>> = {
    followups: 'followups',
    desk: 'write',
    answers: 'answers',
    organizations: 'contacts',
    people: 'contacts',
    duplicates: 'contacts',
    imports: 'imports',
  };
  return jobs[page.name] ?? null;
}

/// Handles a key press anywhere; true when it meant something.
export function pressedAnywhere(event: KeyboardEvent): boolean {
  const keys = chord(event);
  const typing = editsText(event.target);
  // A table has its own "all"; anywhere else it would only mark every word of the window.
  if (keys === 'Ctrl+a' && !typing) {
    event.preventDefault();
    return true;
  }
  // Whatever is open: what is to be hidden is hidden.
  if (keys === 'Ctrl+l') {
    event.preventDefault();
    void lock();
    return true;
  }
  if (place.dialog || app.waiting) return false;
  const anywhere: Record<string, () => void> = {
    F1: () => place.open({ name: 'guide', page: about() }),
    'Ctrl+k': () => place.open({ name: 'palette' }),
    'Ctrl+n': () => place.open({ name: 'letter', id: null }),
    'Ctrl+i': () => place.open({ name: 'import', text: null, letterId: place.letterId }),
    'Ctrl+o': () => void openCoalition(),
    'Ctrl+,': () => place.open({ name: 'settings' }),
    'Ctrl+Shift+n': () => void newWindow(),
  };
  const outsideText: Record<string, () => void> = {
    'Ctrl+z': () => void app.undo(),
    'Ctrl+Shift+z': () => void app.redo(),
    'Ctrl+y': () => void app.redo(),
    '?': () => place.open({ name: 'keys' }),
    '/': () => document.querySelector<HTMLElement>('[data-find]')?.focus(),
  };
  const run = anywhere[keys] ?? (typing ? undefined : outsideText[keys]);
  if (run) {
    event.preventDefault();
    run();
    return true;
  }
  if (keys === 'Ctrl+v' && !typing) catchPaste();
  return false;
}

/// Web views paste only into a field. Outside of one, a field is put there for the moment of pasting.
function catchPaste(): void {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
  const done = (): void => {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  field.addEventListener('paste', (event) => {
    event.preventDefault();
    event.stopPropagation();
    done();
    pasted(event.clipboardData);
  });
  document.body.append(field);
  field.focus();
  setTimeout(() => {
    if (field.isConnected) done();
  }, 300);
}
