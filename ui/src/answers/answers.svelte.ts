/// Answers that came in and wait: whose each is, what it seems to say, and one key to accept it.
import type { Proposal } from '$bindings/imports';
import type { Answer } from '$bindings/outreach';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { lessons } from '$lib/lessons.svelte';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';

/// What an answer can be taken as, in words.
export const proposalLabels: Record<Proposal, string> = {
  yes: 'ui-answer-yes',
  'yes-but': 'ui-answer-yes-but',
  'not-yet': 'ui-answer-not-yet',
  no: 'ui-answer-no',
  question: 'ui-answer-question',
  automatic: 'ui-answer-automatic',
  'delivery-failure': 'ui-answer-delivery-failure',
  unclear: 'ui-answer-unclear',
};

/// Whether a text is an answer to an ask: it has a code, as our drafts carry one, or the head of a message.
export function looksLikeAnswer(text: string): boolean {
  const code = /(^|[^\p{L}\p{N}])us\s?[-‐‑‒–—−_]\s?[0-9a-z]{7}(?![\p{L}\p{N}])/iu;
  const head = /^(from|de):.+\n(.*\n){0,8}?(subject|asunto):/im;
  // With all that servers wrote above it, who it is from may come late, and after what it is about.
  const above =
    text
      .trimStart()
      .slice(0, 20_000)
      .split(/\r?\n\s*\r?\n/, 1)[0] ?? '';
  const raw = ['from', 'subject', 'mime-version|message-id|received|content-type'].every((name) =>
    new RegExp(`^(?:${name}):`, 'im').test(above),
  );
  return code.test(text) || head.test(text.slice(0, 2_000)) || raw;
}

/// Whether a file is mail, by its name.
export const isMail = (path: string): boolean => /\.(eml|mbox|msg)$/i.test(path);

class Answers {
  #all = $state.raw<Answer[] | null>(null);
  #failure = $state.raw<string | null>(null);
  #cursor = $state(0);
  #folder = $state<string | null>(null);
  /// The guess that is chosen, and what it is taken as, where a person said otherwise; by the answer's place.
  #chosen = $state.raw<{ number: number; guess: number; proposal: Proposal | null } | null>(null);

  get all(): Answer[] | null {
    return this.#all;
  }

  get failure(): string | null {
    return this.#failure;
  }

  get cursor(): number {
    return Math.max(0, Math.min(this.#cursor, (this.#all?.length ?? 0) - 1));
  }

  get current(): Answer | null {
    return this.#all?.[this.cursor] ?? null;
  }

  /// Which guess of the current one is meant; -1 where a person has to say.
  get guess(): number {
    const { current } = this;
    if (!current) return -1;
    if (this.#chosen?.number === current.number && this.#chosen.guess >= 0) return this.#chosen.guess;
    return current.known ? 0 : -1;
  }

  get proposal(): Proposal {
    const { current } = this;
    const chosen = this.#chosen?.number === current?.number ? this.#chosen?.proposal : null;
    return chosen ?? current?.proposal ?? 'unclear';
  }

  /// The folder that is looked into; null when there is none.
  get folder(): string | null {
    return this.#folder;
  }

  follow(): () => void {
    void this.look().then(() => this.load());
    api.getAnswersFolder().then(
      (folder) => (this.#folder = folder),
      () => undefined,
    );
    return app.onChange(['list_answers'], () => this.load());
  }

  /// Looks into the folder, where one is watched: as often as the window is looked at.
  async look(): Promise<void> {
    const came = await api.lookForAnswers().catch(() => 0);
    if (came === 0) return;
    await this.load();
    const show = { label: t('ui-answers-review'), run: () => place.go({ name: 'answers' }) };
    app.toast(t('ui-answers-came', { count: came }), place.page.name === 'answers' ? null : show);
  }

  async watch(): Promise<void> {
    await app.attempt(async () => {
      this.#folder = await api.chooseAnswersFolder();
      await this.look();
    });
  }

  async leaveFolder(): Promise<void> {
    await app.attempt(async () => {
      await api.leaveAnswersFolder();
      this.#folder = null;
    });
  }

  async load(): Promise<void> {
    try {
      this.#enter(await api.listAnswers());
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }

  moveTo(index: number): void {
    this.#cursor = index;
    this.#chosen = null;
  }

  choose(guess: number): void {
    const { current } = this;
    if (current?.guesses[guess])
      this.#chosen = { number: current.number, guess, proposal: this.#of(current) };
  }

  takeAs(proposal: Proposal): void {
    const { current } = this;
    if (current) this.#chosen = { number: current.number, guess: this.guess, proposal };
  }

  #of(answer: Answer): Proposal | null {
    return this.#chosen?.number === answer.number ? this.#chosen.proposal : null;
  }

  /// Takes in what was pasted, and goes there.
  async paste(text: string): Promise<void> {
    await app.attempt(async () => {
      this.#entered(await api.addAnswerText(text));
    });
  }

  /// Takes in files that were let go over the window.
  async drop(paths: string[]): Promise<void> {
    await app.attempt(async () => {
      for (const path of paths) this.#entered(await api.addAnswersAt(path));
    });
  }

  /// Asks for a file, and takes it in.
  async pick(): Promise<void> {
    await app.attempt(async () => {
      const all = await api.addAnswers();
      if (all) this.#entered(all);
    });
  }

  /// Accepts the current one for whom it is, as what it is taken; the next is under the cursor.
  async accept(until: string | null): Promise<void> {
    const { current } = this;
    const meant = current?.guesses[this.guess];
    if (!current || !meant) {
      app.toast(t('ui-answer-whose-first'), null, 'problem');
      return;
    }
    lessons.learn('answers');
    const acceptance = { signOn: meant.signOn, proposal: this.proposal, until };
    await app.attempt(async () => {
      const change = current.isOwn
        ? await api.learnAnswer(current.number, meant.signOn)
        : await api.acceptAnswer(current.number, acceptance);
      this.#chosen = null;
      await app.applied<unknown>(change);
      await this.load();
    });
  }

  /// Sets the current one aside.
  async setAside(): Promise<void> {
    const { current } = this;
    if (!current) return;
    await app.attempt(async () => {
      await api.dropAnswer(current.number);
      this.#chosen = null;
      await this.load();
    });
  }

  #entered(all: Answer[]): void {
    const before = this.#all?.length ?? 0;
    this.#enter(all);
    this.moveTo(Math.min(before, all.length - 1));
    place.go({ name: 'answers' });
  }

  #enter(all: Answer[]): void {
    this.#all = all;
    this.#failure = null;
  }
}

export const answers = new Answers();
