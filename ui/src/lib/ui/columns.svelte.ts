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

  readonly shown: readonly Column<Row>[] = $derived.by(() =>
    this.ordered.filter((column) => !this.#hidden.has(column.id)),
  );

  isShown(id: string): boolean {
    return !this.#hidden.has(id);
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

  readonly #part: number = $derived.by(() => {
    let [own, others] = [0, 0];
    for (const { id, width } of this.shown) {
      const kept = this.#widths[id];
      if (kept === undefined) others += width;
      else own += kept;
    }
    const part = (this.#room - own) / Math.max(1, others);
    return this.#room === Infinity ? 1 : Math.min(mostPart, Math.max(leastPart, part));
  });

  /// All the shown columns together, in pixels.
  readonly total: number = $derived.by(() => this.shown.reduce((sum, { id }) => sum + this.width(id), 0));

  get view(): ColumnsView {
    return { order: [...this.#order], hidden: [...this.#hidden], widths: { ...this.#widths } };
  }

  /// Takes up what was remembered, as far as it still makes sense: columns come and go between versions.
  restore(view: unknown): void {
    if (typeof view !== 'object' || view === null) return;
    const { order, hidden, widths } = view as Record<string, unknown>;
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
    this.#widths = {};
  }

  show(id: string, shown: boolean): void {
    if (id === this.all[0]?.id) return;
    const hidden = new Set(this.#hidden);
    if (shown) hidden.delete(id);
    else hidden.add(id);
    this.#hidden = hidden;
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
