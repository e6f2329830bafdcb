/// What can be done on the page that is shown, for whoever looks for it by its words: a page says so as long as it is there.

export interface Command {
  label: string;
  /// The chord that does the same, or what more there is to say.
  detail: string;
  /// Other words by which it is looked for.
  also?: string;
  run: () => void;
}

class Deeds {
  #pages = $state.raw<readonly (() => Command[])[]>([]);

  /// Offers what `make` gives whenever it is asked for; gives back what ends that.
  offer(make: () => Command[]): () => void {
    this.#pages = [...this.#pages, make];
    return () => (this.#pages = this.#pages.filter((other) => other !== make));
  }

  get all(): Command[] {
    return this.#pages.flatMap((make) => make());
  }
}

export const deeds = new Deeds();
