/// What is typed into a field that asks for a day or a moment: the text, what it means, and why it means nothing.
import type { Deadline, TypedTime } from '$bindings/letters';
import type { Toward } from '$bindings/words';

import * as api from './api';
import { app } from './app.svelte';
import { language, t } from './messages.svelte';
import { dateField, dayText, momentText, saidTime } from './time';

export interface Asked {
  /// A day, or a moment: a day with its hour, in a zone.
  what: 'day' | 'moment';
  /// Where a day without a year lies: ahead, as a deadline, or behind, as the day of an email.
  toward: Toward;
  /// What it begins with: `2020-12-18`, or `2020-12-18T17:00`.
  value?: string | null;
  zone?: string | null;
  /// What the field says when nothing stands in it and it must hold something; it may stay empty where this is left out.
  missing?: string;
  /// Whether a day that is over is refused, and not only said to be.
  refusesPast?: boolean;
  /// Whether a day to come is refused.
  refusesFuture?: boolean;
}

export class DateEntry {
  readonly #asked: Asked;
  #text = $state('');
  #zone = $state<string | null>(null);
  #typed = $state.raw<TypedTime | null>(null);
  #problem = $state.raw<string | null>(null);
  /// Whether what is wrong is said: not while somebody is still typing.
  #judged = $state(false);
  #reading: Promise<void> = Promise.resolve();
  #latest = 0;
  #refused = $state(0);
  #begun = '';

  constructor(asked: Asked) {
    this.#asked = asked;
    this.reset(asked.value ?? null, asked.zone ?? null);
  }

  get what(): Asked['what'] {
    return this.#asked.what;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#judged = false;
    this.#read();
  }

  get zone(): string | null {
    return this.#zone;
  }

  /// The same hour elsewhere is another moment.
  set zone(zone: string | null) {
    if (zone === this.#zone) return;
    this.#zone = zone;
    this.#read();
  }

  /// Begins anew with a value.
  reset(value: string | null, zone: string | null): void {
    this.#zone = zone;
    this.#begun = value ? this.#words(value) : '';
    this.text = this.#begun;
  }

  /// Whether something else stands there than at the beginning.
  get touched(): boolean {
    return this.#text.trim() !== this.#begun;
  }

  /// The day, `2020-12-18`; null when there is none.
  get day(): string | null {
    return this.#typed?.day ?? null;
  }

  /// The local time, `2020-12-18T17:00`; null when there is none.
  get local(): string | null {
    return this.#typed?.deadline.local ?? null;
  }

  get deadline(): Deadline | null {
    return this.#typed?.deadline ?? null;
  }

  get past(): boolean {
    return this.#typed?.past ?? false;
  }

  /// What was understood, in words.
  get said(): string | null {
    if (!this.#typed) return null;
    return saidTime(this.#typed.deadline, this.what, language(), app.now);
  }

  get problem(): string | null {
    return this.#judged ? this.#problem : null;
  }

  /// Puts what was understood where it was typed, so that the year and the hour stand there too.
  tidy(): void {
    this.#judged = true;
    if (this.#typed && this.#problem === null) {
      const value = this.what === 'day' ? this.#typed.day : this.#typed.deadline.local;
      this.#text = this.#words(value);
    }
  }

  /// By so many days later, or earlier; from today where nothing stands there.
  async step(days: number): Promise<void> {
    await this.#reading;
    const from = this.day ?? dateField(app.now);
    const at = new Date(`${from}T12:00:00Z`);
    if (this.day !== null) at.setUTCDate(at.getUTCDate() + days);
    this.choose(at.toISOString().slice(0, 10));
    await this.#reading;
  }

  /// Takes another day, at the hour that stands there.
  choose(day: string): void {
    const hour = this.local?.slice(11) ?? '17:00';
    this.text = this.#words(this.what === 'day' ? day : `${day}T${hour}`);
  }

  /// Whether what stands there is a day that can be taken; what is wrong is said from now on.
  async judge(): Promise<boolean> {
    await this.#reading;
    this.#judged = true;
    return this.#problem === null;
  }

  /// The same for a form that is being sent: what is wrong takes the focus.
  async settle(): Promise<boolean> {
    const right = await this.judge();
    if (!right) this.#refused += 1;
    return right;
  }

  /// How often a form was sent that this field kept from being saved.
  get refused(): number {
    return this.#refused;
  }

  #words(value: string): string {
    return this.what === 'day' ? dayText(value, language()) : momentText(value, language());
  }

  #read(): void {
    const mine = ++this.#latest;
    const text = this.#text.trim();
    if (text === '') {
      this.#typed = null;
      this.#problem = this.#asked.missing ?? null;
      this.#reading = Promise.resolve();
      return;
    }
    this.#reading = this.#ask(text, mine);
  }

  async #ask(text: string, mine: number): Promise<void> {
    try {
      const typed = await api.readTime(text, this.#zone, this.#asked.toward);
      if (mine !== this.#latest) return;
      this.#typed = typed;
      this.#problem = this.#refusal(typed);
    } catch (error) {
      if (mine !== this.#latest) return;
      this.#typed = null;
      this.#problem = api.wireError(error).message;
    }
  }

  #refusal(typed: TypedTime): string | null {
    if (this.#asked.refusesPast && typed.past) return t('ui-date-past');
    if (this.#asked.refusesFuture && typed.day > dateField(app.now)) return t('ui-date-future');
    return null;
  }
}
