/// What was opened for importing, a list or a table, on its way in: what its rows become, the plan that is looked at, the
/// import itself. The rows stay in the core. Nothing is written before `record`.
import type { Applied, Progress } from '$bindings/app';
import type { ImportPlan, ImportSource, ImportTarget, Likely, ListText, TableKind } from '$bindings/imports';
import type { Status } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import type { Page } from '$lib/place.svelte';

import { Columns } from './columns.svelte';
import { isMail } from './fields';
import { fieldsFor } from './newletter';
import { whatIsNext } from './next';
import { Preview } from './preview.svelte';

/// Where the person is when the import begins: it tells what they most likely want.
export interface Surroundings {
  /// The letter in view.
  letterId: number | null;
  /// The letter that is next when none is in view; null when there is none.
  firstLetter: number | null;
  /// Whether the organizations are in view.
  organizations: boolean;
}

/// Long work that runs.
export interface Work {
  kind: 'planning' | 'importing';
  progress: Progress;
  /// Whether it takes long enough to say so.
  shown: boolean;
  /// Whether it was told to stop.
  stopping: boolean;
}

/// Work that is done sooner, in milliseconds, changes nothing on the screen.
const unnoticed = 160;

export class SourceImport {
  readonly id: number;
  /// The name of the file; empty for what was pasted.
  readonly name: string;
  /// The text, where it is a list.
  readonly list: ListText | null;
  /// Whether its rows are messages.
  readonly mail: boolean;
  /// The columns, where it is a table of them.
  readonly columns: Columns | null;
  #rows: number;
  #kind = $state<TableKind>('organizations');
  #letterId = $state<number | null>(null);
  #status = $state<Status>('to-ask');
  #title = $state('');
  #likely = $state<Likely>('ask');
  #preview = $state.raw<Preview | null>(null);
  /// The preview that the person went back from, as long as nothing that it rests on changed.
  #before: Preview | null = null;
  #work = $state<Work | null>(null);
  #problem = $state<string | null>(null);
  #run = 0;
  /// One plan after the other: the last one is that of the core.
  #planning: Promise<unknown> = Promise.resolve();

  constructor(source: ImportSource, around: Surroundings) {
    this.id = source.id;
    this.name = source.name;
    this.#letterId = around.letterId ?? around.firstLetter;
    if (source.kind === 'list') {
      this.list = source;
      this.mail = false;
      this.columns = null;
      this.#rows = source.rows;
      this.#kind = around.letterId === null && around.organizations ? 'organizations' : 'sign-ons';
      this.#status = 'confirmed';
      this.#title = source.title;
    } else {
      const { suggestedTarget } = source;
      this.list = null;
      this.mail = isMail(source.format);
      // What the parts of a message are needs no choosing.
      this.columns = this.mail ? null : new Columns(source, () => this.#forget());
      this.#rows = source.rows;
      this.#kind = around.letterId !== null && suggestedTarget !== 'people' ? 'sign-ons' : suggestedTarget;
      // Only a table that looks like answers says that somebody agreed; anything else is a list of whom to ask.
      this.#status = suggestedTarget === 'sign-ons' ? 'confirmed' : 'to-ask';
    }
  }

  /// How many rows it has.
  get rows(): number {
    return this.columns?.source.rows ?? this.#preview?.plan.read ?? this.#rows;
  }

  get kind(): TableKind {
    return this.#kind;
  }

  set kind(kind: TableKind) {
    this.#kind = kind;
    this.#retarget();
  }

  /// The letter that sign-ons go to; null for one that is begun with them.
  get letterId(): number | null {
    return this.#letterId;
  }

  set letterId(id: number | null) {
    this.#letterId = id;
    this.#retarget();
  }

  /// The status of rows that say nothing themselves.
  get status(): Status {
    return this.#status;
  }

  set status(status: Status) {
    this.#status = status;
    this.#retarget();
  }

  /// The title of a letter that is begun.
  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = title;
    this.#problem = null;
  }

  get likely(): Likely {
    return this.#likely;
  }

  /// What would become of the rows, once it was worked out.
  get preview(): Preview | null {
    return this.#preview;
  }

  get work(): Work | null {
    return this.#work;
  }

  get problem(): string | null {
    return this.#problem ?? this.columns?.problem ?? this.#preview?.problem ?? null;
  }

  /// What must still be chosen before there can be a plan, as a sentence.
  readonly lacking: string | null = $derived.by(() => this.columns?.lacking(this.#kind) ?? null);

  /// Whether a letter is to be begun that has no title yet.
  get untitled(): boolean {
    return this.#kind === 'sign-ons' && this.#letterId === null && this.#title.trim() === '';
  }

  // The plan --------------------------------------------------------------------------------------------------------

  /// Works out what would become of every row.
  async plan(): Promise<void> {
    if (this.#work) return;
    if (this.lacking) {
      this.#problem = this.lacking;
      return;
    }
    this.#problem = null;
    await this.#plan();
  }

  /// What becomes of likely matches that nobody decides on: it is worked out anew.
  async setLikely(likely: Likely): Promise<void> {
    const before = this.#likely;
    this.#likely = likely;
    if (!(await this.#plan())) this.#likely = before;
  }

  /// Other rows are made of it: what was decided stays, and what becomes of them is worked out anew where it is shown.
  #retarget(): void {
    this.#problem = null;
    if (!this.#preview) return;
    if (this.lacking) this.back();
    else void this.#plan();
  }

  #plan(): Promise<boolean> {
    const run = this.#begin('planning');
    const planned = this.#planning.then(() => run === this.#run && this.#planNow(run));
    this.#planning = planned;
    return planned;
  }

  async #planNow(run: number): Promise<boolean> {
    try {
      await this.columns?.settled;
      const plan = await api.planImport(this.id, this.#target, this.#likely, (progress) =>
        this.#told(run, progress),
      );
      if (run !== this.#run) return false;
      const known = this.#preview ?? this.#before;
      this.#before = null;
      if (known) await known.renew(plan);
      this.#preview = known ?? new Preview(this.id, plan, this.list?.text ?? null, this.mail);
      return true;
    } catch (error) {
      const { kind, message } = api.wireError(error);
      if (run === this.#run && kind !== 'cancelled') this.#problem = message;
      return false;
    } finally {
      if (run === this.#run) this.#work = null;
    }
  }

  #begin(kind: Work['kind']): number {
    const run = ++this.#run;
    this.#work = { kind, progress: { done: 0, of: 0 }, shown: false, stopping: false };
    setTimeout(() => {
      if (run === this.#run && this.#work) this.#work = { ...this.#work, shown: true };
    }, unnoticed);
    return run;
  }

  #told(run: number, progress: Progress): void {
    if (run === this.#run && this.#work) this.#work = { ...this.#work, progress };
  }

  /// Stops what runs. A plan is given up at once; an import says itself whether it was still in time.
  cancel(): void {
    if (!this.#work) return;
    if (this.#work.kind === 'planning') {
      this.#run += 1;
      this.#work = null;
      // A plan that was begun anew and given up leaves none: the old one is void with its beginning.
      if (this.columns) this.#preview = null;
      this.#forget();
    } else {
      this.#work = { ...this.#work, stopping: true };
    }
    void api.cancelWork().catch((error: unknown) => app.problem(error));
  }

  /// Back to the columns. Decisions stay as long as nothing is changed there.
  back(): void {
    if (!this.columns) return;
    this.#before = this.#preview;
    this.#preview = null;
    this.#problem = null;
  }

  #forget(): void {
    this.#before = null;
    this.#problem = null;
  }

  get #target(): ImportTarget {
    if (this.#kind !== 'sign-ons') return { kind: this.#kind };
    const status = this.#status;
    return this.#letterId === null
      ? { kind: 'new-letter', letter: fieldsFor(this.#title), status }
      : { kind: 'sign-ons', letterId: this.#letterId, status };
  }

  // The import ------------------------------------------------------------------------------------------------------

  /// Writes what the plan says, as one action. The page that shows it, or null when nothing was written.
  async record(): Promise<Page | null> {
    const preview = this.#preview;
    if (!preview || preview.taken === 0 || this.#work || preview.busy) return null;
    if (this.untitled) {
      this.#problem = t('ui-letter-title-missing');
      return null;
    }
    const run = this.#begin('importing');
    this.#problem = null;
    try {
      const done = await api.importSource(this.id, this.#target, (progress) => this.#told(run, progress));
      await this.#say(done);
      const { letter } = done.output;
      if (letter !== null) return { name: 'letter', id: letter };
      return { name: this.#kind === 'people' ? 'people' : 'organizations' };
    } catch (error) {
      this.#work = null;
      await this.#refused(error);
      return null;
    } finally {
      if (run === this.#run) this.#work = null;
    }
  }

  /// Says what was imported, and of rows that were left out, where they are found.
  async #say(done: Applied<ImportPlan>): Promise<void> {
    const left = done.output.rejected + done.output.asked;
    const next = await whatIsNext(this.#kind, done.output);
    await app.applied(done, left > 0 || next ? 'quiet' : 'say');
    if (left === 0 && !next) return;
    const text = left > 0 ? t('ui-import-left', { label: done.label, count: left }) : done.label;
    app.toast(text, { label: t('ui-undo'), run: () => void app.undo() }, 'done', next);
  }

  /// Whatever changed since the plan was made: it is made anew, so that what is shown is what would happen.
  async #refused(error: unknown): Promise<void> {
    const { kind, message } = api.wireError(error);
    if (kind === 'cancelled') return;
    this.#problem = message;
    if (await this.#plan()) this.#problem = message;
  }

  /// Saves the rows that are not taken; says where.
  async saveRejects(): Promise<void> {
    await app.attempt(async () => {
      const path = await api.saveRejects(this.id);
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }

  /// Lets go of the source.
  async close(): Promise<void> {
    if (this.#work) this.cancel();
    try {
      await api.closeImport(this.id);
    } catch (error) {
      app.problem(error);
    }
  }
}
