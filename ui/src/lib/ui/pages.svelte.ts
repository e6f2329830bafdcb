/// The rows of a list of any length, fetched by the page, and only where somebody looks.
/// While a list flies past, nothing is fetched: once it rests, or now and then on a long way.

export interface Part<Row> {
  /// How many there are in all.
  total: number;
  rows: Row[];
}

/// More than a tall window shows, and few enough that what one types finds at once.
const size = 50;
/// Rows around those in view that are fetched with them.
const around = 10;
/// A view that was elsewhere so few milliseconds ago is flying past, when it is farther than a page from there.
const recent = 400;
/// So long it must rest then before what it shows is fetched, in milliseconds.
const rest = 80;
/// On a long way something is fetched at least this often, in milliseconds.
const longest = 500;
/// So many pages are kept; beyond that, the farthest go.
const most = 120;

export class Pages<Row> {
  #total = $state<number | null>(null);
  #pages = $state.raw<ReadonlyMap<number, Row[]>>(new Map());
  #failure = $state.raw<string | null>(null);
  #fetch: (offset: number, limit: number) => Promise<Part<Row>>;
  #problem: (error: unknown) => string;
  #generation = 0;
  #flying = false;
  #view: readonly [number, number] = [0, 0];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookedAt = -Infinity;
  #waitingSince: number | null = null;

  constructor(
    fetch: (offset: number, limit: number) => Promise<Part<Row>>,
    problem: (error: unknown) => string,
  ) {
    this.#fetch = fetch;
    this.#problem = problem;
  }

  /// How many rows there are; null before it is known.
  get total(): number | null {
    return this.#total;
  }

  /// Why the list could not be loaded.
  get failure(): string | null {
    return this.#failure;
  }

  /// A row, or undefined while it is not there yet.
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / size))?.[index % size];
  }

  /// Says which rows are in view: what is missing of them is fetched.
  look(first: number, last: number): void {
    const now = performance.now();
    const flies = now - this.#lookedAt < recent && Math.abs(first - this.#view[0]) > size;
    if (first !== this.#view[0]) this.#lookedAt = now;
    this.#view = [first, last];
    if (this.#missing().length === 0 || this.#flying) return;
    this.#waitingSince ??= now;
    const waited = now - this.#waitingSince;
    clearTimeout(this.#timer);
    if (!flies && waited === 0) void this.#fill();
    else if (waited > longest) void this.#fill();
    else this.#timer = setTimeout(() => void this.#fill(), rest);
  }

  /// Fetches anew what is in view; the rest is forgotten once it is there. `top` for another list: from its beginning.
  async reload(top: boolean): Promise<void> {
    if (top) this.#view = [0, 0];
    this.#generation += 1;
    this.#flying = false;
    await this.#load(this.#inView(), true);
  }

  #inView(): number[] {
    const last = Math.max(0, Math.min(this.#view[1] + around, (this.#total ?? size) - 1));
    const from = Math.floor(Math.min(Math.max(0, this.#view[0] - around), last) / size);
    const to = Math.floor(last / size);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  }

  #missing(): number[] {
    return this.#inView().filter((page) => !this.#pages.has(page));
  }

  async #fill(): Promise<void> {
    this.#waitingSince = null;
    const missing = this.#missing();
    if (missing.length > 0) await this.#load(missing, false);
  }

  async #load(wanted: number[], anew: boolean): Promise<void> {
    const generation = this.#generation;
    clearTimeout(this.#timer);
    this.#flying = true;
    try {
      const parts = await Promise.all(
        wanted.map(async (page) => [page, await this.#fetch(page * size, size)] as const),
      );
      if (generation !== this.#generation) return;
      const pages = new Map(anew ? [] : this.#pages);
      for (const [page, { rows, total }] of parts) {
        pages.set(page, rows);
        this.#total = total;
      }
      this.#pages = this.#nearest(pages);
      this.#failure = null;
    } catch (error) {
      if (generation === this.#generation) this.#failure = this.#problem(error);
      return;
    } finally {
      if (generation === this.#generation) this.#flying = false;
    }
    // The view moved on meanwhile: what it shows now is what is wanted.
    if (generation === this.#generation && this.#missing().length > 0) {
      this.#timer = setTimeout(() => void this.#fill(), rest);
    }
  }

  #nearest(pages: Map<number, Row[]>): Map<number, Row[]> {
    if (pages.size <= most) return pages;
    const here = this.#view[0] / size;
    const byDistance = [...pages].sort(([a], [b]) => Math.abs(a - here) - Math.abs(b - here));
    return new Map(byDistance.slice(0, most));
  }
}
