/// Who signed and was not told how they are listed, and of a delivered letter who was not sent the final copy.
import type { ReceiptsDue } from '$bindings/outreach';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';

export class Receipts {
  #due = $state.raw<ReceiptsDue[]>([]);
  #asked = 0;

  get due(): ReceiptsDue[] {
    return this.#due;
  }

  follow(): () => void {
    void this.#load();
    return app.onChange(['list_receipts_due'], () => this.#load());
  }

  async #load(): Promise<void> {
    const mine = ++this.#asked;
    // What is wrong with the file is said by the list itself.
    const due = await api.listReceiptsDue().catch(() => []);
    if (mine === this.#asked) this.#due = due;
  }
}
