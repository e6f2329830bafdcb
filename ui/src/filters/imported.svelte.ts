/// Lists narrowed to what an import brought or found.
import type { ImportSummary } from '$bindings/imports';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { language, t } from '$lib/messages.svelte';
import { leadingDate, timeOfDay } from '$lib/time';

import type { Criterion } from './criteria';

export class PastImports {
  #all = $state.raw<ImportSummary[]>([]);

  /// Keeps them up to date.
  follow(): () => void {
    void this.#load();
    return app.onChange(['list_imports'], () => this.#load());
  }

  async #load(): Promise<void> {
    try {
      this.#all = await api.listImports();
    } catch (error) {
      app.problem(error);
    }
  }

  #named(one: ImportSummary): string {
    const when = `${leadingDate(one.at, language(), app.now)}, ${timeOfDay(one.at, language())}`;
    return `${one.name || t('ui-import-pasted')}, ${when}`;
  }

  criterion<F extends { importId: number | null }>(): Criterion<F> {
    return {
      id: 'importId',
      label: () => t('ui-filter-import'),
      says: ({ importId }) => {
        if (importId === null) return null;
        const known = this.#all.find(({ id }) => id === importId);
        return known ? this.#named(known) : '–';
      },
      clear: (filter) => ({ ...filter, importId: null }),
      chooser: {
        kind: 'one',
        options: () => this.#all.map((one) => ({ value: String(one.id), label: this.#named(one) })),
        value: ({ importId }) => (importId === null ? null : String(importId)),
        set: (filter, value) => ({ ...filter, importId: value === null ? null : Number(value) }),
      },
    };
  }
}
