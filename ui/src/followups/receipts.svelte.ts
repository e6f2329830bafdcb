/// Who signed and was not told how they are listed, and of a delivered letter who was not sent the final copy.
import type { TemplateKind } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

export interface Due {
  letterId: number;
  title: string;
  kind: Extract<TemplateKind, 'receipt' | 'delivered'>;
  signOnIds: number[];
}

export class Receipts {
  #due = $state.raw<Due[]>([]);
  #asked = 0;

  get due(): Due[] {
    return this.#due;
  }

  follow(): () => void {
    void this.#load();
    return app.onChange(['list_due', 'list_letters'], () => this.#load());
  }

  async #load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const letters = await api.listLetters();
      const due = await Promise.all(
        letters.flatMap(({ id, title, stage }) => {
          if (stage === 'draft' || stage === 'archived') return [];
          const kind = stage === 'delivered' ? ('delivered' as const) : ('receipt' as const);
          return [api.listDue(id, kind).then((signOnIds) => ({ letterId: id, title, kind, signOnIds }))];
        }),
      );
      if (mine === this.#asked) this.#due = due.filter(({ signOnIds }) => signOnIds.length > 0);
    } catch {
      // What is wrong with the file is said by the list itself.
      if (mine === this.#asked) this.#due = [];
    }
  }
}
