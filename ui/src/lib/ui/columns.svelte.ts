/// The columns of a table: which are shown, in what order, how wide. The first stays where it is.

/// How a cell is edited in its place; `value` is what the editor begins with.
export type Edit<Row> =
  | { kind: 'text' | 'number'; value: (row: Row) => string }
  | { kind: 'choice'; value: (row: Row) => string; choices: () => { value: string; label: string }[] };

export interface Column<Row> {
  id: string;
  heading: () => string;
  /// Pixels, until the person widens it.
  width: number;
  /// Whether it is shown until the person chooses; true when left out.
  shown?: boolean;
  /// Which goes first where the window has no room for all: 1 before 2. One without stays. None goes that the person asked for.
  spare?: number;
  sortable?: boolean;
  /// The most comes first when it is sorted by this column and not reversed.
  mostFirst?: boolean;
  /// Numbers stand at the end of their cell.
  align?: 'end';
  /// What the cell says.
  text: (row: Row) => string;
  /// What is copied of it where that differs: a plain number, a date in full.
  copied?: (row: Row) => string;
  /// A smaller line below.
  detail?: (row: Row) => string;
  edit?: Edit<Row>;
}

/// What is remembered of a table between starts.
export interface ColumnsView {
  order: string[];
  hidden: string[];
  /// Those that the person asked for.
  asked: string[];
  widths: Record<string, number>;
}

/// How far columns become narrower so that all of them fit, and wider so that the room is used.
const leastPart = 0.88;
const mostPart = 1.25;
export const narrowest = 64;
export const widest = 900;

export class Columns<Row> {
  readonly all: readonly Column<Row>[];
  #order = $state.raw<readonly string[]>([]);
  #hidden = $state.raw<ReadonlySet<string>>(new Set());
  #asked = $state.raw<ReadonlySet<string>>(new Set());
  #widths = $state.raw<Readonly<Record<string, number>>>({});
  #room = $state(Infinity);
  #byId: ReadonlyMap<string, Column<Row>>;
  #changed: () => void;

  constructor(all: readonly Column<Row>[], changed: () => void = () => undefined) {
    this.all = all;
    this.#byId = new Map(all.map((column) => [column.id, column]));
    this.#changed = changed;
    this.#standard();
  }

  /// Every column in the person's order, hidden ones too.
  readonly ordered: readonly Column<Row>[] = $derived.by(() =>
    this.#order.flatMap((id) => this.#byId.get(id) ?? []),
  );

  /// The columns of the table, whether the window has room for each or not: what is copied and saved.
  readonly chosen: readonly Column<Row>[] = $derived.by(() =>
    this.ordered.filter((column) => !this.#hidden.has(column.id)),
  );

  /// Those that the table shows. By their usual widths, so that none goes or comes while an edge is dragged.
  readonly shown: readonly Column<Row>[] = $derived.by(() => {
    const least = (width: number): number => Math.max(narrowest, width * leastPart);
    let needed = this.chosen.reduce((sum, { width }) => sum + least(width), 0);
    const left = new Set<string>();
    const spare = this.chosen.slice(1).filter(({ id, spare }) => spare !== undefined && !this.#asked.has(id));
    for (const { id, width } of spare.toSorted((a, b) => (a.spare ?? 0) - (b.spare ?? 0))) {
      if (needed <= this.#room) break;
      left.add(id);
      needed -= least(width);
    }
    return left.size === 0 ? this.chosen : this.chosen.filter(({ id }) => !left.has(id));
  });

  isShown(id: string): boolean {
    return this.shown.some((column) => column.id === id);
  }

  width(id: string): number {
    const own = this.#widths[id];
    if (own !== undefined) return own;
    const width = this.#byId.get(id)?.width ?? narrowest;
    return Math.max(narrowest, Math.floor(width * this.#part));
  }

  /// How much room there is, in pixels: columns that the person gave no width of their own share it.
  set room(pixels: number) {
    this.#room = pixels;
  }

  get room(): number {
    return this.#room;
  }

  readonly #part: number = $derived.by(() => {
    if (this.#room === Infinity) return 1;
    let part = mostPart;
    // A column that can't become narrower leaves that to the others, which may bring one of them there.
    for (let before = Infinity; part < before;) {
      before = part;
      let [own, others] = [0, 0];
      for (const { id, width } of this.shown) {
        const kept = this.#widths[id] ?? (width * part <= narrowest ? narrowest : undefined);
        if (kept === undefined) others += width;
        else own += kept;
      }
      part = Math.min(part, Math.max(leastPart, (this.#room - own) / Math.max(1, others)));
    }
    return part;
  });

  /// All the shown columns together, in pixels.
  readonly total: number = $derived.by(() => this.shown.reduce((sum, { id }) => sum + this.width(id), 0));

  get view(): ColumnsView {
    return {
      order: [...this.#order],
      hidden: [...this.#hidden],
      asked: [...this.#asked],
      widths: { ...this.#widths },
    };
  }

  /// Takes up what was remembered, as far as it still makes sense: columns come and go between versions.
  restore(view: unknown): void {
    if (typeof view !== 'object' || view === null) return;
    const { order, hidden, asked, widths } = view as Record<string, unknown>;
    const known = (ids: unknown): string[] =>
      Array.isArray(ids) ? [...new Set(ids.filter((id): id is string => this.#byId.has(id as string)))] : [];
    const wanted = known(order);
    const [first] = this.all;
    if (wanted.length === 0 || !first) return;
    const added = this.all.filter((column) => !wanted.includes(column.id));
    this.#order = [
      first.id,
      ...wanted.filter((id) => id !== first.id),
      ...added.map((column) => column.id).filter((id) => id !== first.id),
    ];
    const hide = known(hidden).filter((id) => id !== first.id);
    const fresh = added.filter((column) => column.shown === false).map((column) => column.id);
    this.#hidden = new Set([...hide, ...fresh]);
    this.#asked = new Set(known(asked));
    const kept = Object.entries((widths ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, number] => this.#byId.has(entry[0]) && Number.isFinite(entry[1]),
    );
    this.#widths = Object.fromEntries(kept.map(([id, width]) => [id, within(width)]));
  }

  /// Back to how the table is when it is new.
  reset(): void {
    this.#standard();
    this.#changed();
  }

  #standard(): void {
    this.#order = this.all.map((column) => column.id);
    this.#hidden = new Set(this.all.filter((column) => column.shown === false).map((column) => column.id));
    this.#asked = new Set();
    this.#widths = {};
  }

  show(id: string, shown: boolean): void {
    if (id === this.all[0]?.id) return;
    const [hidden, asked] = [new Set(this.#hidden), new Set(this.#asked)];
    if (shown) {
      hidden.delete(id);
      asked.add(id);
    } else {
      hidden.add(id);
      asked.delete(id);
    }
    [this.#hidden, this.#asked] = [hidden, asked];
    this.#changed();
  }

  /// Moves a column so that it stands before another; null puts it last. The first stays first.
  moveBefore(id: string, before: string | null): void {
    const [first] = this.#order;
    if (id === first || id === before || !this.#byId.has(id)) return;
    const rest = this.#order.filter((other) => other !== id);
    const at = before === null ? rest.length : Math.max(1, rest.indexOf(before));
    this.#order = [...rest.slice(0, at), id, ...rest.slice(at)];
    this.#changed();
  }

  /// Moves a column one place over those that are shown.
  step(id: string, by: 1 | -1): void {
    const shown = this.shown.map((column) => column.id);
    const at = shown.indexOf(id);
    if (at < 1 || at + by < 1) return;
    this.moveBefore(id, (by < 0 ? shown[at - 1] : shown[at + 2]) ?? null);
  }

  /// `done` is false while the edge is still being dragged.
  setWidth(id: string, width: number, done = true): void {
    this.#widths = { ...this.#widths, [id]: within(width) };
    if (done) this.#changed();
  }

  resetWidth(id: string): void {
    this.#widths = Object.fromEntries(Object.entries(this.#widths).filter(([other]) => other !== id));
    this.#changed();
  }
}

function within(width: number): number {
  return Math.round(Math.max(narrowest, Math.min(widest, width)));
}
