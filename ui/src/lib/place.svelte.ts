/// Where the person is: the page, and the dialog over it. At most one dialog is open.

import type { Language } from '$bindings/app';
import type { Whom } from '$bindings/forgetting';
import type { TemplateKind } from '$bindings/words';

import type { GuidePage } from '../guide/guide';

/// The parts of a letter's page.
export type LetterTab = 'sign-ons' | 'texts' | 'check' | 'pictures';

export type Page =
  | { name: 'letters' }
  | { name: 'letter'; id: number; focus?: number; tab?: LetterTab }
  | { name: 'followups' }
  | { name: 'desk' }
  | { name: 'answers' }
  | { name: 'history'; letterId?: number; organizationId?: number; personId?: number }
  | { name: 'matrix' }
  /// With an import only those that it brought are shown.
  | { name: 'organizations'; id?: number; importId?: number }
  | { name: 'people'; id?: number; importId?: number }
  | { name: 'duplicates' }
  | { name: 'imports'; id?: number };

export type Dialog =
  | { name: 'letter'; id: number | null }
  | {
      name: 'import';
      text: string | null;
      letterId: number | null;
      /// The HTML of what was pasted.
      html?: string | null;
      /// A file that was let go over the window.
      path?: string;
      /// Whether a file is to be asked for at once.
      choose?: boolean;
    }
  | {
      name: 'ask';
      letterId: number;
      /// The import whose organizations are to be asked.
      importId?: number;
    }
  | {
      name: 'templates';
      letterId: number | null;
      shown?: { kind: TemplateKind; language: Language } | null;
    }
  | { name: 'individual'; letterId: number }
  | { name: 'text'; letterId: number }
  | { name: 'deadline'; letterId: number; which: 'soft' | 'hard' }
  | { name: 'organization'; id: number | null; suggestion?: string }
  | { name: 'person'; id: number | null; suggestion?: string; at?: { id: number; name: string } }
  | { name: 'merge'; keep: number; drop: number | null }
  | { name: 'merge-people'; keep: number; drop: number | null }
  | { name: 'headings' }
  | { name: 'freeze' }
  | { name: 'editions'; id: number | null }
  | { name: 'palette' }
  | { name: 'settings' }
  | { name: 'passphrase' }
  | { name: 'backups' }
  | { name: 'forget'; who: Whom; called: string }
  | { name: 'about' }
  | { name: 'rename' }
  | { name: 'export' }
  | { name: 'guide'; page: GuidePage | null }
  | { name: 'keys' };

class Place {
  #page = $state.raw<Page>({ name: 'letters' });
  #dialog = $state.raw<Dialog | null>(null);
  /// The dialog that opens again when the one that stands over it is closed.
  #under: Dialog | null = null;

  get page(): Page {
    return this.#page;
  }

  get dialog(): Dialog | null {
    return this.#dialog;
  }

  go(page: Page): void {
    this.#under = null;
    this.#page = page;
  }

  /// Opens a dialog in place of any other; `under` is the one to come back to when it is closed, unless that leads elsewhere.
  open(dialog: Dialog, under: Dialog | null = null): void {
    this.#under = under;
    this.#dialog = dialog;
  }

  close(): void {
    this.#dialog = this.#under;
    this.#under = null;
  }

  /// The letter that the person looks at, if any: where a paste goes.
  get letterId(): number | null {
    return this.#page.name === 'letter' ? this.#page.id : null;
  }
}

export const place = new Place();
