/// Places that take a file themselves when it is let go over them, such as a row of the ledger. Whoever shows one marks
/// it with `data-takes` and its word; the window as a whole gets what no place takes.

interface Taker {
  /// Whether it would take these files; the page says so while they hover.
  accepts: (paths: string[]) => boolean;
  take: (place: string, paths: string[]) => void;
}

class Drops {
  #place = $state.raw<string | null>(null);
  #paths: string[] = [];
  #takers = new Map<string, Taker>();

  /// The place that a file hovers over, if it would take it.
  get place(): string | null {
    return this.#place;
  }

  /// Takes what is let go over places whose word begins so. Gives back what ends that.
  takes(kind: string, take: Taker['take'], accepts: Taker['accepts'] = () => true): () => void {
    const taker = { take, accepts };
    this.#takers.set(kind, taker);
    return () => {
      if (this.#takers.get(kind) === taker) this.#takers.delete(kind);
    };
  }

  /// Files are over the window; which ones is said once, when they come.
  hover(x: number, y: number, paths: string[] | null): void {
    if (paths) this.#paths = paths;
    this.#place = this.#find(x, y, this.#paths)?.place ?? null;
  }

  leave(): void {
    this.#place = null;
  }

  /// Hands files to the place under the point; false when none there takes them.
  drop(x: number, y: number, paths: string[]): boolean {
    const found = this.#find(x, y, paths);
    this.#place = null;
    found?.taker.take(found.place, paths);
    return found !== null;
  }

  #find(x: number, y: number, paths: string[]): { place: string; taker: Taker } | null {
    const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-takes]');
    const place = element?.dataset['takes'];
    if (place === undefined) return null;
    for (const [kind, taker] of this.#takers)
      if (place.startsWith(kind) && taker.accepts(paths)) return { place, taker };
    return null;
  }
}

export const drops = new Drops();
