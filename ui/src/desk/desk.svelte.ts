/// The desk: whom to write to, one after the other. The core keeps it, so that what was left off goes on after a restart.
import type { Carried, DeskItem, Prepared } from '$bindings/outreach';
import type { TemplateKind } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { lessons } from '$lib/lessons.svelte';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';

/// What a text is written for, in words.
export const kindLabels: Record<TemplateKind, string> = {
  ask: 'ui-template-ask',
  reminder: 'ui-template-reminder',
  'in-writing': 'ui-template-in-writing',
  reconfirm: 'ui-template-reconfirm',
  receipt: 'ui-template-receipt',
  delivered: 'ui-template-delivered',
  thanks: 'ui-template-thanks',
};

/// Puts sign-ons on the desk and goes there; `kind` null for what is due of each.
export async function startDesk(signOnIds: number[], kind: TemplateKind | null): Promise<void> {
  await app.attempt(async () => {
    await app.applied(await api.startDesk(signOnIds, kind));
    place.go({ name: 'desk' });
  });
}

/// Copies the addresses of those to write to.
export async function copyAddresses(signOnIds: number[]): Promise<void> {
  await app.attempt(async () => {
    const count = await api.copyAddresses(signOnIds);
    app.toast(t('ui-addresses-copied', { count }));
  });
}

export class Desk {
  #items = $state.raw<DeskItem[] | null>(null);
  #draft = $state.raw<Prepared | null>(null);
  #failure = $state.raw<string | null>(null);
  #currentId = $state<number | null>(null);
  #asked = 0;

  /// The one that is shown: that which was chosen, else the first that waits, else the first.
  current = $derived.by(() => {
    const items = this.#items ?? [];
    return (
      items.find(({ id }) => id === this.#currentId) ??
      items.find(({ state }) => state === 'waiting') ??
      items[0] ??
      null
    );
  });

  get items(): DeskItem[] | null {
    return this.#items;
  }

  /// The message of the one that is shown; null until it is there.
  get draft(): Prepared | null {
    return this.#draft;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// How many are written to already.
  get done(): number {
    return (this.#items ?? []).filter(({ state }) => state === 'sent' || state === 'opened').length;
  }

  get index(): number {
    return (this.#items ?? []).findIndex(({ id }) => id === this.current?.id);
  }

  follow(): () => void {
    void this.load();
    return app.onChange(['list_desk', 'get_draft'], () => this.load());
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const items = await api.listDesk();
      if (asked !== this.#asked) return;
      this.#items = items;
      this.#failure = null;
      const id = this.current?.id;
      const draft = id === undefined ? null : await api.getDraft(id);
      if (asked === this.#asked) this.#draft = draft;
    } catch (error) {
      if (asked === this.#asked) this.#failure = api.wireError(error).message;
    }
  }

  /// Shows another.
  async show(id: number): Promise<void> {
    this.#currentId = id;
    this.#draft = null;
    await this.load();
  }

  async move(by: number): Promise<void> {
    const to = (this.#items ?? [])[this.index + by];
    if (to) await this.show(to.id);
  }

  /// Opens the draft that is shown; what was opened before counts as sent, and the next that waits is ready.
  async open(): Promise<void> {
    const item = this.current;
    if (!item) return;
    lessons.learn('desk');
    const next = this.#after(item);
    const opened = await app.attempt(async () => {
      const change = await api.openDraft(item.id);
      this.#currentId = next?.id ?? item.id;
      await app.applied(change);
    });
    if (opened && !next) app.toast(t('ui-desk-last'));
  }

  async notSent(): Promise<void> {
    // What was opened last is meant, unless another that was written is shown.
    const shown = this.current;
    const written = (item: DeskItem): boolean => item.state === 'opened' || item.state === 'sent';
    const item =
      shown && written(shown) ? shown : (this.#items ?? []).findLast(({ state }) => state === 'opened');
    if (!item) return;
    await app.attempt(async () => {
      this.#currentId = item.id;
      await app.applied(await api.takeBackDraft(item.id));
    });
  }

  async leaveOut(): Promise<void> {
    const item = this.current;
    if (!item) return;
    const left = item.state !== 'left';
    const next = left ? this.#after(item) : null;
    await app.attempt(async () => {
      const change = await api.leaveOutDraft(item.id, left);
      this.#currentId = next?.id ?? item.id;
      await app.applied(change);
    });
  }

  /// Writes to somebody else there.
  async setPerson(personId: number): Promise<void> {
    const item = this.current;
    if (!item) return;
    this.#currentId = item.id;
    await app.attempt(async () =>
      app.applied(await api.setDeskItem(item.id, personId, item.personal), 'quiet'),
    );
  }

  async setPersonal(personal: string): Promise<void> {
    const item = this.current;
    if (!item || personal === item.personal) return;
    this.#currentId = item.id;
    await app.attempt(async () =>
      app.applied(await api.setDeskItem(item.id, item.person?.id ?? null, personal), 'quiet'),
    );
  }

  /// Whoever was opened last counts as sent.
  async finish(): Promise<void> {
    await app.attempt(async () => app.applied(await api.finishDesk()));
  }

  /// Takes all that wait somewhere else at once; says how many went, and why the others did not.
  async carry(how: () => Promise<Carried | null>, said: string): Promise<void> {
    await app.attempt(async () => {
      const carried = await how();
      if (!carried) return;
      app.toast(t(said, { count: carried.count, path: carried.path ?? '' }));
      const [without] = carried.without;
      if (without) app.toast(t('ui-desk-without', { name: without }), null, 'problem');
      if (carried.left.length > 0)
        app.toast(
          t('ui-desk-left', { count: carried.left.length, why: carried.left[0] ?? '' }),
          null,
          'problem',
        );
    });
  }

  async clear(): Promise<void> {
    await app.attempt(async () => app.applied(await api.clearDesk()));
  }

  #after(item: DeskItem): DeskItem | null {
    const items = this.#items ?? [];
    const at = items.findIndex(({ id }) => id === item.id);
    const waits = ({ state }: DeskItem): boolean => state === 'waiting';
    return items.slice(at + 1).find(waits) ?? items.slice(0, at).find(waits) ?? null;
  }
}
