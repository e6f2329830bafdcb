/// The open file, the names of undo and redo, the messages that come and go, and what to reload after a change.
import type { AppState, Applied, Language, Start } from '$bindings/app';
import type { WaitingFile } from '$bindings/locking';
import { reads, type Read } from '$bindings/reads';

import * as api from './api';
import { language, speak, t } from './messages.svelte';
import { place } from './place.svelte';
import { shortDate } from './time';

/// Something that a message offers to do.
export interface Offer {
  label: string;
  run: () => void;
}

/// A short message at the foot of the window, with one thing to do about it, and what mostly comes next.
export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'problem';
  action: Offer | null;
  next: Offer | null;
}

/// How long a message stands, in milliseconds: one that offers what comes next until that was thought over.
const standing = { done: 6_000, problem: 12_000, next: 20_000 };

/// What is loaded anew once an action changed something that it rests on. What the action brings needs no asking; without one,
/// another file is open.
interface Reload {
  commands: Read[];
  run: (change: Applied<unknown> | null) => unknown;
}

/// Whether what one of these commands answered is out of date after a change.
export function isStale(commands: Read[], change: Applied<unknown>): boolean {
  return commands.some((command) => reads[command].some((table) => change.tables.includes(table)));
}

class App {
  #state = $state.raw<AppState | null>(null);
  #toasts = $state.raw<Toast[]>([]);
  #now = $state.raw(new Date());
  #failure = $state.raw<string | null>(null);
  #waiting = $state.raw<WaitingFile | null>(null);
  #reloads = new Set<Reload>();
  #nextToast = 1;
  /// How many hold the messages, and those whose time was up meanwhile.
  #held = 0;
  readonly #due = new Set<Toast>();
  #queue: Promise<unknown> = Promise.resolve();

  get state(): AppState | null {
    return this.#state;
  }

  /// Why the window could not start, if it could not.
  get failure(): string | null {
    return this.#failure;
  }

  /// The file that waits for its passphrase, or for where it is to go. Nothing else is shown while there is one.
  get waiting(): WaitingFile | null {
    return this.#waiting;
  }

  get toasts(): Toast[] {
    return this.#toasts;
  }

  /// The present, to the minute: whoever shows time left follows it.
  get now(): Date {
    return this.#now;
  }

  /// Begins; `take` hears what the window begins with before the file is entered.
  async start(take?: (start: Start) => void): Promise<void> {
    api.onCoalitionChanged((state) => this.entered(state)).catch((error: unknown) => this.problem(error));
    try {
      const start = await api.getStart();
      take?.(start);
      this.#enter(start.app);
    } catch (error) {
      if (!(await this.#waits(error))) this.#failure = api.wireError(error).message;
    }
    setInterval(() => (this.#now = new Date()), 30_000);
  }

  /// Another file is open: everything is loaded anew.
  entered(state: AppState | null): void {
    if (!state) return;
    this.#enter(state);
    for (const reload of [...this.#reloads]) void reload.run(null);
  }

  #enter(state: AppState): void {
    this.#failure = null;
    this.#waiting = null;
    this.#take(state);
    speak(state.language);
  }

  /// The state after anything: what is to be said once is said.
  #take(state: AppState): void {
    this.#state = state;
    if (state.notice !== null) this.toast(state.notice, null, 'problem');
  }

  /// Whether a file that was not opened waits for something; then that is shown.
  async #waits(error: unknown): Promise<boolean> {
    if (!['locked', 'shared', 'damaged'].includes(api.wireError(error).kind)) return false;
    await this.again();
    return this.#waiting !== null;
  }

  /// Asks what waits, whose sentences are in the language of the window.
  async again(): Promise<void> {
    const waiting = await api.getWaiting();
    if (waiting) {
      speak(waiting.language);
      place.close();
    }
    this.#waiting = waiting;
  }

  /// Opens a file. One that waits for something is no failure.
  async open(file: () => Promise<AppState | null>): Promise<void> {
    try {
      this.entered(await this.inTurn(file));
    } catch (error) {
      if (!(await this.#waits(error))) this.problem(error);
    }
  }

  /// Asks whether the file is still there: another program may have moved it.
  async look(): Promise<void> {
    const before = this.#state;
    if (!before || this.#waiting) return;
    const state = await api.getApp().catch(() => null);
    // Something else may have been done or opened meanwhile, and said more.
    if (state && this.#state === before) this.#take(state);
  }

  /// Says once that it is long since a copy was made elsewhere.
  async remindOfCopy(): Promise<void> {
    const due = await api.remindOfCopy().catch(() => null);
    if (!due) return;
    const date = due.copiedAt && shortDate(due.copiedAt, language(), this.#now);
    this.toast(date ? t('ui-copy-old', { date }) : t('ui-copy-never'), {
      label: t('ui-backups-dots'),
      run: () => place.open({ name: 'backups' }),
    });
  }

  /// Drops what is known of the file, before it is closed.
  leave(): void {
    this.#state = null;
    this.#toasts = [];
    this.#reloads.clear();
  }

  async setLanguage(language: Language): Promise<void> {
    await this.attempt(async () => this.entered(await api.setLanguage(language)));
  }

  /// Runs `run` whenever what one of these commands answered is out of date, and when another file is opened. Gives back what
  /// ends that.
  onChange(commands: Read[], run: Reload['run']): () => void {
    const reload = { commands, run };
    this.#reloads.add(reload);
    return () => this.#reloads.delete(reload);
  }

  /// Takes up a change: the state after it, what went stale, and a message with Undo.
  async applied<T>(change: Applied<T>, say: 'say' | 'quiet' | 'undone' = 'say'): Promise<T> {
    this.#state = change.app;
    // After the message of what was done, which clears others away.
    const { notice } = change.app;
    if (notice !== null) queueMicrotask(() => this.toast(notice, null, 'problem'));
    if (say === 'say') {
      this.toast(change.label, { label: t('ui-undo'), run: () => void this.undo() });
    } else if (say === 'undone') {
      this.toast(t('ui-undone', { label: change.label }), {
        label: t('ui-redo'),
        run: () => void this.redo(),
      });
    }
    const stale = [...this.#reloads].filter(({ commands }) => isStale(commands, change));
    await Promise.all(stale.map((reload) => reload.run(change)));
    return change.output;
  }

  async undo(): Promise<void> {
    if (!this.#state?.undo) {
      this.toast(t('ui-nothing-to-undo'));
      return;
    }
    await this.attempt(async () => this.applied(await api.undo(), 'undone'));
  }

  async redo(): Promise<void> {
    if (!this.#state?.redo) {
      this.toast(t('ui-nothing-to-redo'));
      return;
    }
    await this.attempt(async () => this.applied(await api.redo()));
  }

  /// Does one thing after the other; what fails is for whoever asked. Nothing that runs so may wait for another.
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /// Does what may fail, in turn; a failure becomes a message. False when it failed.
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.inTurn(work);
      return true;
    } catch (error) {
      this.problem(error);
      return false;
    }
  }

  toast(
    text: string,
    action: Offer | null = null,
    tone: Toast['tone'] = 'done',
    next: Offer | null = null,
  ): void {
    const toast = { id: this.#nextToast++, text, action, tone, next };
    // What was undone or said before is out of date as soon as something new happened.
    this.#toasts = [...this.#toasts.filter((other) => other.tone === 'problem').slice(-1), toast];
    this.#leaves(toast);
  }

  #leaves(toast: Toast): void {
    setTimeout(
      () => {
        if (this.#held === 0) this.dismiss(toast.id);
        else this.#due.add(toast);
      },
      standing[toast.next ? 'next' : toast.tone],
    );
  }

  /// Messages stand as long as somebody is at them, with the pointer or with the keys; what this gives back ends that.
  holdToasts(): () => void {
    this.#held += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#held -= 1;
      if (this.#held > 0) return;
      for (const toast of this.#due) this.#leaves(toast);
      this.#due.clear();
    };
  }

  problem(error: unknown): void {
    const { kind, message } = api.wireError(error);
    if (kind !== 'cancelled') this.toast(message, null, 'problem');
  }

  dismiss(id: number): void {
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }
}

export const app = new App();
