/// What the window teaches by doing, each thing once on this computer: shown until it was done or put away, and never again.
import * as api from './api';

export type Lesson = 'ledger' | 'paper' | 'preview' | 'desk' | 'answers';

/// What is taught only once another was learned.
const after: Partial<Record<Lesson, Lesson>> = { paper: 'ledger' };

class Lessons {
  #learned = $state.raw<ReadonlySet<string> | null>(null);

  /// Whether a lesson is still to be given; none is before it is known what was learned, and of two on one page one at a time.
  isOpen(lesson: Lesson): boolean {
    if (this.#learned === null || this.#learned.has(lesson)) return false;
    const first = after[lesson];
    return first === undefined || this.#learned.has(first);
  }

  async load(): Promise<void> {
    this.enter(await api.getView('lessons').catch(() => null));
  }

  /// Takes up what was learned, as it was kept.
  enter(learned: unknown): void {
    this.#learned = new Set(Array.isArray(learned) ? learned.map(String) : []);
  }

  /// It was done, or put away.
  learn(lesson: Lesson): void {
    if (!this.isOpen(lesson)) return;
    const learned = [...(this.#learned ?? []), lesson];
    this.#learned = new Set(learned);
    void api.setView('lessons', learned).catch(() => undefined);
  }
}

export const lessons = new Lessons();
