/// Asking organizations to sign: finding them one by one, or taking a whole source at once; each with the person to write
/// to, and those left out by default with the reason. What was found one by one stays while one looks at the sources.
import type { SavedFilter } from '$bindings/filters';
import type { AskItem, AskRow, AskSource } from '$bindings/ledger';
import type { LetterSummary } from '$bindings/letters';
import type { OrganizationRow } from '$bindings/organizations';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

/// Somebody picked: an organization, or the name of one that will be added.
export interface Pick {
  id: number | null;
  name: string;
}

/// Where whom to ask is taken from.
export type From = 'search' | 'import' | 'members' | 'filter' | 'letter' | 'topic';

/// How many organizations are shown at once: whoever looks for more types another letter.
const shown = 60;

export class Ask {
  readonly letterId: number;
  readonly #importId: number | null;
  query = $state('');
  /// Narrows down what a source holds.
  wanted = $state('');
  status = $state<'to-ask' | 'asked'>('to-ask');
  #from = $state<From>('search');
  #found = $state.raw<OrganizationRow[]>([]);
  #total = $state(0);
  #everybody = $state(0);
  #there = $state.raw<ReadonlySet<number>>(new Set());
  #picked = $state.raw<Pick[]>([]);
  #filters = $state.raw<SavedFilter[]>([]);
  #letters = $state.raw<LetterSummary[]>([]);
  #topic = $state('');
  #filterId = $state<number | null>(null);
  #fromLetter = $state<number | null>(null);
  #rows = $state.raw<AskRow[] | null>(null);
  #already = $state(0);
  #chosen = $state.raw<ReadonlySet<number>>(new Set());
  /// Whether rows of the source that is open were chosen or left out by hand.
  #touched = $state(false);
  #problem = $state<string | null>(null);
  #asked = 0;
  #planned = 0;

  /// The rows of the source that are shown.
  visible = $derived.by(() => {
    const wanted = this.wanted.trim().toLowerCase();
    return (this.#rows ?? []).filter(
      ({ organization, person, place }) =>
        !wanted || [organization.name, person?.name, place].join(' ').toLowerCase().includes(wanted),
    );
  });

  constructor(letterId: number, importId: number | null = null) {
    this.letterId = letterId;
    this.#importId = importId;
    if (importId !== null) this.#from = 'import';
  }

  get from(): From {
    return this.#from;
  }

  get found(): OrganizationRow[] {
    return this.#found;
  }

  /// How many were found beyond those that are shown.
  get more(): number {
    return Math.max(0, this.#total - this.#found.length);
  }

  get picked(): Pick[] {
    return this.#picked;
  }

  /// The saved filters whose organizations can be taken at once.
  get filters(): SavedFilter[] {
    return this.#filters;
  }

  /// The other letters, the latest first.
  get letters(): LetterSummary[] {
    return this.#letters;
  }

  /// What this letter is about, or empty.
  get topic(): string {
    return this.#topic;
  }

  get filterId(): number | null {
    return this.#filterId;
  }

  get fromLetter(): number | null {
    return this.#fromLetter;
  }

  /// Whom the source holds and is not on the letter yet; null while it is loaded.
  get rows(): AskRow[] | null {
    return this.#rows;
  }

  /// How many of the source are on the letter already.
  get already(): number {
    return this.#already;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /// Whether all rows in view are chosen, some, or none.
  get allChosen(): boolean | 'mixed' {
    const count = this.visible.filter((row) => this.isChosen(row)).length;
    return count === 0 ? false : count === this.visible.length ? true : 'mixed';
  }

  /// Everybody who would be asked, each once: picked one by one, and chosen from the source that is open.
  get everybody(): Pick[] {
    const picked = new Set(this.#picked.map((pick) => pick.id));
    const chosen = this.#from === 'search' ? [] : (this.#rows ?? []).filter((row) => this.isChosen(row));
    const others = chosen.map(({ organization }) => organization).filter(({ id }) => !picked.has(id));
    return [...this.#picked, ...others];
  }

  /// How many were picked or chosen by hand, who would have to be picked again.
  get atStake(): number {
    return this.#touched && this.#from !== 'search' ? this.everybody.length : this.#picked.length;
  }

  /// The name that could be added: what was typed, when no organization is called exactly so.
  get newName(): string | null {
    const name = this.query.trim();
    const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    if (!name || this.#found.some((row) => same(row.name))) return null;
    return this.#picked.some((pick) => same(pick.name)) ? null : name;
  }

  isThere(id: number): boolean {
    return this.#there.has(id);
  }

  isPicked(id: number): boolean {
    return this.#picked.some((pick) => pick.id === id);
  }

  isChosen(row: AskRow): boolean {
    return this.#chosen.has(row.organization.id);
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      const [signOns, saved, letters, letter] = await Promise.all([
        api.listSignOns(this.letterId),
        api.listFilters(),
        api.listLetters(),
        api.getLetter(this.letterId),
      ]);
      this.#there = new Set(signOns.flatMap((row) => row.organizationId ?? []));
      this.#filters = saved.filter(({ filter }) => filter.about === 'organizations');
      this.#letters = letters.filter(({ id }) => id !== this.letterId);
      this.#filterId = this.#filters[0]?.id ?? null;
      this.#fromLetter = this.#letters[0]?.id ?? null;
      this.#topic = letter.topic;
      await Promise.all([this.find(), this.#plan()]);
      this.#everybody = this.#total;
    });
  }

  async find(): Promise<void> {
    const mine = ++this.#asked;
    await this.#try(async () => {
      const page = await api.findOrganizations(this.query.trim(), shown);
      if (mine !== this.#asked) return;
      this.#found = page.rows;
      this.#total = page.total;
    });
  }

  /// Opens a source.
  async take(from: From): Promise<void> {
    this.#from = from;
    this.wanted = '';
    await this.#plan();
  }

  async takeFilter(id: number): Promise<void> {
    this.#filterId = id;
    await this.#plan();
  }

  async takeLetter(id: number): Promise<void> {
    this.#fromLetter = id;
    await this.#plan();
  }

  get #source(): AskSource | null {
    if (this.#from === 'import' && this.#importId !== null) return { kind: 'import', id: this.#importId };
    if (this.#from === 'members') return { kind: 'members' };
    if (this.#from === 'filter' && this.#filterId !== null) return { kind: 'filter', id: this.#filterId };
    if (this.#from === 'letter' && this.#fromLetter !== null)
      return { kind: 'letter', letterId: this.#fromLetter };
    return this.#from === 'topic' && this.#topic ? { kind: 'topic', topic: this.#topic } : null;
  }

  async #plan(): Promise<void> {
    const mine = ++this.#planned;
    const source = this.#source;
    this.#rows = source ? null : [];
    this.#touched = false;
    this.#already = 0;
    if (!source) return;
    await this.#try(async () => {
      const plan = await api.planAsk(this.letterId, source);
      if (mine !== this.#planned) return;
      this.#rows = plan.rows;
      this.#already = plan.already;
      this.#chosen = new Set(plan.rows.filter((row) => row.chosen).map((row) => row.organization.id));
    });
  }

  /// Chooses a row of the source, or leaves it out.
  choose(row: AskRow): void {
    const chosen = new Set(this.#chosen);
    if (!chosen.delete(row.organization.id)) chosen.add(row.organization.id);
    this.#chosen = chosen;
    this.#touched = true;
  }

  /// Chooses all rows in view, or none of them when all were.
  chooseAll(): void {
    const ids = this.visible.map((row) => row.organization.id);
    const chosen = new Set(this.#chosen);
    if (this.allChosen === true) for (const id of ids) chosen.delete(id);
    else for (const id of ids) chosen.add(id);
    this.#chosen = chosen;
    this.#touched = true;
  }

  /// Whether all that the search finds are picked, some, or none; those on the letter already don't count.
  get allPicked(): boolean | 'mixed' {
    const open = this.#found.filter(({ id }) => !this.isThere(id));
    const count = open.filter(({ id }) => this.isPicked(id)).length;
    return count === 0 ? false : count === open.length && this.more === 0 ? true : 'mixed';
  }

  /// How many the search finds, those that are not shown too.
  get total(): number {
    return this.#total;
  }

  /// How many organizations there are.
  get organizations(): number {
    return this.#everybody;
  }

  /// Picks all that the search finds, or lets go of all of them.
  async pickAll(): Promise<void> {
    await this.#try(async () => {
      const { rows } =
        this.more > 0 ? await api.findOrganizations(this.query.trim(), this.#total) : { rows: this.#found };
      const open = rows.filter(({ id }) => !this.isThere(id));
      const ids = new Set(open.map(({ id }) => id));
      const others = this.#picked.filter(({ id }) => id === null || !ids.has(id));
      const all = open.every(({ id }) => this.isPicked(id));
      this.#picked = all ? others : [...others, ...open.map(({ id, name }) => ({ id, name }))];
    });
  }

  /// Marks every organization as a member, as one step to undo: where none is marked, no member can be asked.
  async markMembers(): Promise<void> {
    await this.#try(async () => {
      const ids = await api.listOrganizationIds(api.anyOrganization, { column: 'name', reversed: false });
      await app.applied(await api.setOrganizationField(ids, 'membership', 'member'));
      await this.#plan();
    });
  }

  toggle(row: OrganizationRow): void {
    if (this.isThere(row.id)) return;
    this.#picked = this.isPicked(row.id)
      ? this.#picked.filter((pick) => pick.id !== row.id)
      : [...this.#picked, { id: row.id, name: row.name }];
  }

  pickNew(): void {
    const name = this.newName;
    if (name) this.#picked = [...this.#picked, { id: null, name }];
    this.query = '';
    void this.find();
  }

  drop(pick: Pick): void {
    this.#picked = this.#picked.filter((other) => other !== pick);
  }

  /// Puts everybody on the letter, as one action. True when it is done.
  async save(): Promise<boolean> {
    return this.#try(async () => {
      const everybody = this.everybody;
      const known = everybody.flatMap((pick) => pick.id ?? []);
      const names = everybody.filter(({ id }) => id === null).map(({ name }) => name);
      const asking = { items: await this.#items(known), names, asked: this.status === 'asked' };
      await app.applied(await api.ask(this.letterId, asking));
    });
  }

  /// Each with the person to write to: of those who were found one by one, the plan is asked now.
  async #items(ids: number[]): Promise<AskItem[]> {
    const planned = new Map((this.#rows ?? []).map((row) => [row.organization.id, row.person?.id ?? null]));
    const unplanned = ids.filter((id) => !planned.has(id));
    if (unplanned.length > 0) {
      const { rows } = await api.planAsk(this.letterId, { kind: 'organizations', ids: unplanned });
      for (const row of rows) planned.set(row.organization.id, row.person?.id ?? null);
    }
    return ids.map((organizationId) => ({ organizationId, personId: planned.get(organizationId) ?? null }));
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#problem = null;
      return true;
    } catch (error) {
      this.#problem = api.wireError(error).message;
      return false;
    }
  }
}
