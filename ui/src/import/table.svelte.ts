/// A table on its way in: what its columns are, what its rows become, the plan that is looked at, the import itself.
/// The rows stay in the core. Nothing is written before `record`.
import type { Applied } from '$bindings/Applied';
import type { ImportField } from '$bindings/ImportField';
import type { Progress } from '$bindings/Progress';
import type { Status } from '$bindings/Status';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import type { ImportColumn } from '$bindings/ImportColumn';
import type { ImportTarget } from '$bindings/ImportTarget';
import type { Likely } from '$bindings/Likely';
import type { SourceChange } from '$bindings/SourceChange';
import type { TableKind } from '$bindings/TableKind';
import type { TablePlan } from '$bindings/TablePlan';
import type { TableSource } from '$bindings/TableSource';
import type { Page } from '$lib/place.svelte';

import { byLabels, fieldLabels, missing, withField } from './fields';
import { fieldsFor } from './newletter';
import { Preview } from './preview.svelte';

/// Where the person is when the import begins: it tells what they most likely want.
export interface Surroundings {
  /// The letter in view.
  letterId: number | null;
  /// The letter that is next when none is in view; null when there is none.
  firstLetter: number | null;
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

export class TableImport {
  #source = $state.raw<TableSource>() as TableSource;
  /// As the person chose them; the core says the same a moment later.
  #fields = $state.raw<(ImportField | null)[]>([]);
  #kind = $state<TableKind>('organizations');
  #letterId = $state<number | null>(null);
  #status = $state<Status>('to-ask');
  title = $state('');
  #likely = $state<Likely>('ask');
  #preview = $state.raw<Preview | null>(null);
  /// The preview that the person went back from, as long as nothing that it rests on changed.
  #before: Preview | null = null;
  /// The columns that the person chose something for in this file.
  #chosen = $state.raw<ReadonlySet<number>>(new Set());
  #work = $state<Work | null>(null);
  #rereading = $state(false);
  #problem = $state<string | null>(null);
  #said = $state<string | null>(null);
  #asked = 0;
  #run = 0;
  #settled: Promise<unknown> = Promise.resolve();

  constructor(source: TableSource, around: Surroundings) {
    this.#take(source);
    const toLetter = around.letterId !== null && source.suggestedTarget !== 'people';
    this.#kind = toLetter ? 'sign-ons' : source.suggestedTarget;
    this.#letterId = around.letterId ?? around.firstLetter;
    // Only a table that looks like answers says that somebody agreed; anything else is a list of whom to ask.
    this.#status = source.suggestedTarget === 'sign-ons' ? 'confirmed' : 'to-ask';
  }

  get source(): TableSource {
    return this.#source;
  }

  /// What each column is, from the left.
  get fields(): readonly (ImportField | null)[] {
    return this.#fields;
  }

  get kind(): TableKind {
    return this.#kind;
  }

  set kind(kind: TableKind) {
    this.#kind = kind;
    this.#forget();
  }

  /// The letter that sign-ons go to; null for one that is begun with them.
  get letterId(): number | null {
    return this.#letterId;
  }

  set letterId(id: number | null) {
    this.#letterId = id;
    this.#forget();
  }

  /// The status of rows that say nothing themselves.
  get status(): Status {
    return this.#status;
  }

  set status(status: Status) {
    this.#status = status;
    this.#forget();
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

  /// Whether the table is being read in another way.
  get rereading(): boolean {
    return this.#rereading;
  }

  get problem(): string | null {
    return this.#problem ?? this.#preview?.problem ?? null;
  }

  /// What else changed by the last choice.
  get said(): string | null {
    return this.#said;
  }

  /// What must still be chosen before there can be a plan, as a sentence.
  readonly lacking: string | null = $derived.by(() => {
    if (this.#source.rows === 0) return t('ui-columns-no-rows');
    const needs = missing(this.#kind, this.#fields);
    if (needs) return t(needs);
    const untitled = this.#kind === 'sign-ons' && this.#letterId === null && this.title.trim() === '';
    return untitled ? t('ui-letter-title-missing') : null;
  });

  // The columns -----------------------------------------------------------------------------------------------------

  /// Says what a column is. Another column gives its field up where only one may have it.
  setField(column: number, field: ImportField | null): void {
    const { fields, gave } = withField(this.#fields, column, field);
    this.#fields = fields;
    this.#chosen = new Set([...this.#chosen, column]);
    this.#said =
      gave !== null && field
        ? t('ui-column-gave', { column: this.columnName(gave), field: t(fieldLabels[field]) })
        : null;
    const { id } = this.#source;
    void this.#change(() => api.setImportColumns(id, fields));
  }

  /// Reads the table in another way: another sheet, heading row, delimiter or charset.
  async setSource(change: SourceChange): Promise<void> {
    this.#rereading = true;
    this.#said = null;
    this.#chosen = new Set();
    const { id } = this.#source;
    await this.#change(() => api.setImportSource(id, change));
  }

  /// How a column came to be what it is, as a sentence; null when it is left out and nobody said so.
  how(column: ImportColumn): string | null {
    const { by, kind, index } = column;
    if (this.#chosen.has(index)) return t('ui-column-by-person');
    if (by === 'person') return t('ui-column-by-memory');
    return by && t(byLabels[by], { kind });
  }

  /// What a column is called: by its heading, else by its letter as in a spreadsheet.
  columnName(column: number): string {
    return (
      this.#source.columns[column]?.heading.trim() || t('ui-column-letter', { letter: letterOf(column) })
    );
  }

  #change(work: () => Promise<TableSource>): Promise<void> {
    this.#forget();
    const mine = ++this.#asked;
    const done = this.#settled.then(async () => {
      // Only the last of several choices is worth asking about; each holds all the columns.
      if (mine !== this.#asked) return;
      try {
        const source = await work();
        if (mine === this.#asked) this.#take(source);
        this.#problem = null;
      } catch (error) {
        this.#problem = api.wireError(error).message;
        if (mine === this.#asked) this.#take(this.#source);
      } finally {
        if (mine === this.#asked) this.#rereading = false;
      }
    });
    this.#settled = done;
    return done;
  }

  #take(source: TableSource): void {
    this.#source = source;
    this.#fields = source.columns.map((column) => column.field);
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

  async #plan(): Promise<boolean> {
    const run = this.#begin('planning');
    try {
      await this.#settled;
      const plan = await api.planTable(this.#source.id, this.#target, this.#likely, (progress) =>
        this.#told(run, progress),
      );
      if (run !== this.#run) return false;
      const known = this.#preview ?? this.#before;
      this.#before = null;
      if (known) await known.renew(plan);
      this.#preview = known ?? new Preview(this.#source.id, plan);
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
      this.#preview = null;
      this.#forget();
    } else {
      this.#work = { ...this.#work, stopping: true };
    }
    void api.cancelWork().catch((error: unknown) => app.problem(error));
  }

  /// Back to the columns. Decisions stay as long as nothing is changed there.
  back(): void {
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
      ? { kind: 'new-letter', letter: fieldsFor(this.title), status }
      : { kind: 'sign-ons', letterId: this.#letterId, status };
  }

  // The import ------------------------------------------------------------------------------------------------------

  /// Writes what the plan says, as one action. The page that shows it, or null when nothing was written.
  async record(): Promise<Page | null> {
    const preview = this.#preview;
    if (!preview || preview.taken === 0 || this.#work || preview.busy) return null;
    const run = this.#begin('importing');
    this.#problem = null;
    try {
      const done = await api.importTable(this.#source.id, (progress) => this.#told(run, progress));
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
  async #say(done: Applied<TablePlan>): Promise<void> {
    const left = done.output.rejected + done.output.asked;
    await app.applied(done, left > 0 ? 'quiet' : 'say');
    if (left > 0) {
      app.toast(t('ui-import-left', { label: done.label, count: left }), {
        label: t('ui-undo'),
        run: () => void app.undo(),
      });
    }
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
      const path = await api.saveRejects(this.#source.id);
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }

  /// Lets go of the table.
  async close(): Promise<void> {
    if (this.#work) this.cancel();
    try {
      await api.closeImport(this.#source.id);
    } catch (error) {
      app.problem(error);
    }
  }
}

/// The letter of a column as spreadsheets write it: A, B, ... Z, AA.
export function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
