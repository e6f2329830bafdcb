/// One letter's page: the letter, its sign-ons, and everything that can be done to them.
import type { AppState } from '$bindings/app';
import type { LedgerDelta, LedgerView, SignOn, StatusChange } from '$bindings/ledger';
import type { Letter, LetterFields } from '$bindings/letters';
import type { Stage, Status } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { painted } from '$lib/painted';

import { Ledger } from './ledger.svelte';

/// The ledger that the window begins with, and how it is arranged, as long as the state is still that of the beginning.
let brought: { state: AppState; view: LedgerView; arrangement: unknown } | null = null;

export function bringLedger(state: AppState, view: LedgerView, arrangement: unknown): void {
  brought = { state, view, arrangement };
}

export class LetterPage {
  readonly id: number;
  #letter = $state.raw<Letter | null>(null);
  #signOns = $state.raw<SignOn[]>([]);
  /// Statuses that were asked for and not answered yet: they show at once, so that no key waits for the disk. What the
  /// core then says takes their place, whatever it is.
  #asked = $state.raw<ReadonlyMap<number, Status>>(new Map());
  #failure = $state.raw<string | null>(null);
  /// The number of the ledger as it was last loaded.
  #seen: number | null = null;
  /// Whether that was all of it, and not the beginning alone.
  #complete = true;
  #loading: Promise<void> = Promise.resolve();
  #begin = (): void => undefined;
  /// When the letter and the beginning of its ledger are on the screen: what stands beside them can come after.
  readonly begun = new Promise<void>((resolve) => {
    this.#begin = () => void painted().then(resolve);
  });
  #shown = $derived.by(() => {
    if (this.#asked.size === 0) return this.#signOns;
    return this.#signOns.map((row) => {
      const status = this.#asked.get(row.id);
      return status === undefined || status === row.status ? row : { ...row, status };
    });
  });
  readonly ledger = new Ledger(
    () => this.#shown,
    () => this.#keepArrangement(),
  );
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(id: number) {
    this.id = id;
    const start = brought;
    brought = null;
    if (start?.view.letter.id !== id || start.state !== app.state) return;
    if (start.arrangement !== undefined) this.ledger.restore(start.arrangement);
    this.#take(start.view);
  }

  get letter(): Letter | null {
    return this.#letter;
  }

  /// All sign-ons, filtered or not.
  get signOns(): SignOn[] {
    return this.#shown;
  }

  /// All sign-ons as the core last said they are: for whoever shows what rests on that.
  get known(): SignOn[] {
    return this.#signOns;
  }

  /// Why the letter could not be shown.
  get failure(): string | null {
    return this.#failure;
  }

  /// Each place that a column passes on its way is not worth a write.
  #keepArrangement(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(
      () => void api.setView('ledger', this.ledger.view).catch(() => undefined),
      300,
    );
  }

  /// How the person arranged the ledger last time, on whatever letter.
  async #recall(): Promise<void> {
    // An arrangement that can't be read costs nothing but the arrangement.
    const view = await api.getView('ledger').catch(() => null);
    if (view !== null) this.ledger.restore(view);
  }

  /// Loads now and whenever something of it changes; gives back what ends that.
  follow(): () => void {
    if (this.#letter === null) {
      void this.#recall();
      void this.load();
    } else if (!this.#complete) void painted().then(() => this.load());
    return app.onChange(['get_ledger'], () => this.load());
  }

  /// Loads what became of it. One after the other: what is new is so beside what came before.
  load(): Promise<void> {
    return (this.#loading = this.#loading.then(() => this.#load()));
  }

  async #load(): Promise<void> {
    try {
      this.#take(await api.getLedger(this.id, this.#seen));
      // The beginning of a long ledger is shown while the rest is read.
      if (!this.#complete) {
        await painted();
        await this.#load();
      }
    } catch (error) {
      this.#failure = api.wireError(error).message;
      this.#begin();
    }
  }

  #take({ letter, delta }: LedgerView): void {
    this.#letter = letter;
    this.#signOns = withNews(this.#signOns, delta);
    this.#seen = delta.seen;
    this.#complete = delta.complete;
    this.#failure = null;
    this.#begin();
  }

  /// Sets a status. Throws what the core refuses, so that the form that asked can show it.
  async setStatus(rows: SignOn[], change: StatusChange): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map((row) => row.id);
    const asked = new Map(this.#asked);
    for (const id of ids) asked.set(id, change.status);
    this.ledger.keep(ids);
    this.#asked = asked;
    try {
      await app.inTurn(async () => app.applied(await api.setSignOnStatus(ids, change)));
    } finally {
      // Asked for once more meanwhile, it is the other that waits for an answer.
      if (this.#asked === asked) this.#asked = new Map();
      else this.#asked = new Map([...this.#asked].filter(([id, status]) => asked.get(id) !== status));
    }
  }

  async setName(row: SignOn, printsAs: string): Promise<void> {
    if (printsAs === row.printsAs) return;
    await app.attempt(async () => app.applied(await api.setSignOnName(row.id, printsAs)));
  }

  async setSigner(row: SignOn, signer: string, title: string): Promise<void> {
    if (signer === row.signer && title === row.title) return;
    await app.attempt(async () => app.applied(await api.setSignOnSigner(row.id, signer, title)));
  }

  async remove(rows: SignOn[]): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map((row) => row.id);
    await app.attempt(async () => app.applied(await api.removeSignOns(ids)));
    this.ledger.clearSelection();
  }

  async setStage(stage: Stage): Promise<void> {
    const letter = this.#letter;
    if (!letter || letter.stage === stage) return;
    const fields = { ...fieldsOf(letter), stage };
    await app.attempt(async () => app.applied(await api.setLetter(letter.id, fields)));
  }
}

/// Rows with what became of them; those that are as they were stay the same objects, and need not be drawn again.
function withNews(rows: SignOn[], { order, rows: news }: LedgerDelta): SignOn[] {
  if (!order && news.length === 0) return rows;
  const changed = new Map(news.map((row) => [row.id, row]));
  if (!order) return rows.map((row) => changed.get(row.id) ?? row);
  const known = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap((id) => changed.get(id) ?? known.get(id) ?? []);
}

/// What a form edits of a letter.
export function fieldsOf(letter: Letter): LetterFields {
  return {
    title: letter.title,
    addressee: letter.addressee,
    stage: letter.stage,
    softDeadline: letter.softDeadline?.local ?? null,
    hardDeadline: letter.hardDeadline?.local ?? null,
    zone: letter.zone,
    note: letter.note,
    leads: letter.leads.map((lead) => lead.id),
    topic: letter.topic,
    individuals: letter.individuals,
    chaseDays: letter.chaseDays,
    gapDays: letter.gapDays,
    goal: letter.goal,
    form: letter.form,
  };
}
