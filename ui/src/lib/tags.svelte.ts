/// The tags in use, to choose from while one is typed.
import * as api from './api';
import { app } from './app.svelte';

class Tags {
  #known = $state.raw<string[]>([]);

  /// Loads them and follows changes. Gives back what ends that.
  follow(): () => void {
    void this.#load();
    return app.onChange(['list_filter_choices'], () => this.#load());
  }

  /// Those that begin with what is typed, then those that hold it.
  suggest(typed: string): string[] {
    const wanted = typed.toLowerCase();
    const holding = this.#known.filter((tag) => tag.toLowerCase().includes(wanted));
    const begins = (tag: string): boolean => tag.toLowerCase().startsWith(wanted);
    return [...holding.filter(begins), ...holding.filter((tag) => !begins(tag))];
  }

  async #load(): Promise<void> {
    try {
      this.#known = (await api.listFilterChoices()).tags;
    } catch (error) {
      app.problem(error);
    }
  }
}

export const tags = new Tags();
