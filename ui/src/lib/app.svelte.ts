/// The open file, the names of undo and redo, the messages that come and go, and what to reload after a change.
import type { Applied } from '$bindings/Applied';
import type { AppState } from '$bindings/AppState';
import type { Language } from '$bindings/Language';
import { reads, type Read } from '$bindings/reads';

import * as api from './api';
import { speak, t } from './messages.svelte';

/// A short message at the foot of the window, with one thing to do about it.
export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'problem';
  action: { label: string; run: () => void } | null;
}

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
  #reloads = new Set<Reload>();
  #nextToast = 1;
  #queue: Promise<unknown> = Promise.resolve();

  get state(): AppState | null {
    return this.#state;
  }

  /// Why the window could not start, if it could not.
  get failure(): string | null {
    return this.#failure;
  }

  get toasts(): Toast[] {
    return this.#toasts;
  }

  /// The present, to the minute: whoever shows time left follows it.
  get now(): Date {
    return this.#now;
  }

  async start(): Promise<void> {
    try {
      this.#enter(await api.getApp());
      await api.onCoalitionChanged((state) => this.entered(state));
    } catch (error) {
      this.#failure = api.wireError(error).message;
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
    this.#state = state;
    speak(state.language);
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

  toast(text: string, action: Toast['action'] = null, tone: Toast['tone'] = 'done'): void {
    const toast = { id: this.#nextToast++, text, action, tone };
    // What was undone or said before is out of date as soon as something new happened.
    this.#toasts = [...this.#toasts.filter((other) => other.tone === 'problem').slice(-1), toast];
    setTimeout(() => this.dismiss(toast.id), tone === 'problem' ? 12_000 : 6_000);
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
