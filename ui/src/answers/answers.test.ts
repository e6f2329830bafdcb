import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Answer } from '$bindings/outreach';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { place } from '$lib/place.svelte';

import { answers, isMail, looksLikeAnswer } from './answers.svelte';

const answer = (number: number, more: Partial<Answer> = {}): Answer => ({
  number,
  from: 'Ana Mora',
  email: 'ana@luz.example',
  subject: 'Re: letter',
  sent: null,
  words: 'Yes, add us.',
  text: 'Yes, add us.',
  guesses: [7, 8, 9].map((signOn) => ({
    signOn,
    letterId: 1,
    letter: 'Housing',
    name: `Organization ${signOn}`,
    status: 'asked',
    by: 'code',
  })),
  known: true,
  proposal: 'yes',
  status: 'confirmed',
  awayUntil: null,
  dead: [],
  warnings: [],
  damaged: [],
  isOwn: false,
  ...more,
});

describe('a paste', () => {
  test.each([
    ['Yes, add us.\n> Ref US-7K3QX9D', true],
    ['sí, us–7k3qx9d', true],
    ['From: Ana <ana@luz.example>\nTo: Nora\nSubject: Re: letter\n\nYes', true],
    ['De: Ana\nAsunto: carta\n\nSí', true],
    ['Alder Neighbors\nUS-Mexico Bridge Network\nCedar Union', false],
    ['Campus-7K3QX9D', false],
  ])('%j is an answer: %s', (text, is) => {
    expect(looksLikeAnswer(text)).toBe(is);
  });

  test('mail is known by its name', () => {
    expect(['a.eml', 'B.MSG', 'c.mbox', 'd.csv'].map(isMail)).toEqual([true, true, true, false]);
  });
});

describe('accepting', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.spyOn(app, 'applied').mockImplementation((change) => Promise.resolve(change.output));
  });

  async function wait(...waiting: Answer[]): Promise<void> {
    vi.spyOn(api, 'addAnswerText').mockResolvedValueOnce(waiting);
    await answers.paste('x');
    answers.moveTo(0);
  }

  test('goes there, takes the answer for whom it is known, and the next is under the cursor', async () => {
    await wait(answer(0), answer(1));
    expect(place.page.name).toBe('answers');
    const accept = vi.spyOn(api, 'acceptAnswer').mockResolvedValue({} as never);
    vi.spyOn(api, 'listAnswers').mockResolvedValue([answer(0, { words: 'next' })]);
    await answers.accept(null);
    expect(accept).toHaveBeenCalledWith(0, { signOn: 7, proposal: 'yes', until: null });
    expect(answers.current?.words).toBe('next');
  });

  test('of a guess needs a person to say whose it is', async () => {
    await wait(answer(0, { known: false }));
    const accept = vi.spyOn(api, 'acceptAnswer').mockResolvedValue({} as never);
    await answers.accept(null);
    expect(accept).not.toHaveBeenCalled();
    answers.choose(1);
    answers.takeAs('yes-but');
    vi.spyOn(api, 'listAnswers').mockResolvedValue([]);
    await answers.accept('2026-12-10');
    expect(accept).toHaveBeenCalledWith(0, { signOn: 8, proposal: 'yes-but', until: '2026-12-10' });
  });

  test('of one’s own message learns that it was sent', async () => {
    await wait(answer(0, { isOwn: true }));
    const learn = vi.spyOn(api, 'learnAnswer').mockResolvedValue({} as never);
    vi.spyOn(api, 'listAnswers').mockResolvedValue([]);
    await answers.accept(null);
    expect(learn).toHaveBeenCalledWith(0, 7);
  });
});

describe('what comes into the watched folder', () => {
  test('is said with the way to it, but on the page where it is shown', async () => {
    vi.spyOn(api, 'lookForAnswers').mockResolvedValue(2);
    vi.spyOn(api, 'listAnswers').mockResolvedValue([answer(0), answer(1)]);
    place.go({ name: 'letters' });
    await answers.look();
    app.toasts.at(-1)?.action?.run();
    expect(place.page.name).toBe('answers');
    await answers.look();
    expect(app.toasts.at(-1)?.action).toBeNull();
  });
});

test('a message that was pasted with all its headers is an answer, and no list', () => {
  const servers = 'Received: from mx.elm.example\n\tby mail.luz.example; Mon, 4 May 2026\n'.repeat(12);
  const raw = `${servers}Subject: Re: Sign on\nDate: Mon, 4 May 2026\nMIME-Version: 1.0\nFrom: Bo <bo@elm.example>\n\nYes.`;
  expect(looksLikeAnswer(raw)).toBe(true);
  expect(looksLikeAnswer('From: the desk\n\nSubject: yes\n\nReceived: two')).toBe(true);
  expect(looksLikeAnswer('Kids Forward\nMIME-Version: of a name\nCasa Luz')).toBe(false);
});
