/// One sign-on in full beside the ledger: its evidence, who was written to, and its history. The row itself is the
/// ledger's.
import type { EvidenceItem, FurtherSigner, SignOn, SignOnDetail } from '$bindings/ledger';
import type { Via } from '$bindings/words';
import type { EvidenceFields, OutreachFields } from '$lib/api';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

export class SignOnSide {
  #rows: () => SignOn[];
  #id = $state<number | null>(null);
  #detail = $state.raw<SignOnDetail | null>(null);
  #failure = $state.raw<string | null>(null);
  #row = $derived.by(() => (this.#id === null ? undefined : this.#rows().find((row) => row.id === this.#id)));

  constructor(rows: () => SignOn[]) {
    this.#rows = rows;
  }

  /// The sign-on that is open, if any.
  get row(): SignOn | undefined {
    return this.#row;
  }

  /// What is loaded of it; null while it is not there.
  get detail(): SignOnDetail | null {
    return this.#detail?.id === this.#id ? this.#detail : null;
  }

  get failure(): string | null {
    return this.#failure;
  }

  follow(): () => void {
    return app.onChange(['get_sign_on'], () => this.load());
  }

  open(id: number): void {
    if (this.#id === id) return;
    this.#id = id;
    void this.load();
  }

  close(): void {
    this.#id = null;
    this.#detail = null;
  }

  async load(): Promise<void> {
    const row = this.#row;
    if (!row) return;
    try {
      const detail = await api.getSignOn(row.id);
      if (this.#id !== row.id) return;
      this.#detail = detail;
      this.#failure = null;
    } catch (error) {
      if (this.#id === row.id) this.#failure = api.wireError(error).message;
    }
  }

  async setPerson(personId: number | null): Promise<void> {
    await this.#change((id) => api.setSignOnPerson(id, personId));
  }

  async setAffiliation(affiliation: string): Promise<void> {
    await this.#change((id) => api.setSignOnAffiliation(id, affiliation));
  }

  async setUnnamed(unnamed: boolean): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    await app.attempt(async () => {
      const change = await api.setSignOnUnnamed([id], unnamed);
      await app.applied(change);
      if (unnamed && change.output.length > 0)
        app.toast(t('ui-unnamed-editions', { editions: change.output.join(', ') }));
    });
  }

  async setFurtherShown(signer: FurtherSigner, shown: boolean | null): Promise<void> {
    await this.#change((id) => api.setFurtherSignerShown(id, signer.id, shown));
  }

  /// Throws what the core refuses, so that the form can show it.
  async verify(who: string, how: string): Promise<void> {
    if (this.#id !== null) await app.applied(await api.verifyAuthority(this.#id, who, how));
  }

  async setNote(note: string): Promise<void> {
    await this.#change((id) => api.setSignOnNote(id, note));
  }

  async setChaseAfter(date: string | null): Promise<void> {
    await this.#change((id) => api.setChaseAfter([id], date));
  }

  /// Throws what the core refuses, so that the form can show it.
  async addEvidence(fields: EvidenceFields): Promise<void> {
    if (this.#id !== null) await app.applied(await api.addEvidence([this.#id], fields));
  }

  async addFile(via: Via | null): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    await app.attempt(async () => {
      const change = await api.addEvidenceFile([id], via);
      if (change) await app.applied(change);
    });
  }

  async openFile(item: EvidenceItem): Promise<void> {
    await app.attempt(() => api.openEvidence(item.id));
  }

  async saveFile(item: EvidenceItem): Promise<void> {
    await app.attempt(async () => {
      const path = await api.saveEvidence(item.id);
      if (path) app.toast(t('ui-saved-to', { path }));
    });
  }

  async removeEvidence(item: EvidenceItem): Promise<void> {
    await this.#change((id) => api.removeEvidence(id, item.id));
  }

  /// Throws what the core refuses.
  async log(fields: OutreachFields): Promise<void> {
    if (this.#id !== null) await app.applied(await api.logOutreach([this.#id], fields));
  }

  async #change(work: (id: number) => Promise<Parameters<typeof app.applied>[0]>): Promise<void> {
    const id = this.#id;
    if (id !== null) await app.attempt(async () => app.applied(await work(id)));
  }
}

/// Keeps files that were let go over a sign-on as its evidence.
export async function keepDropped(signOnIds: number[], paths: string[]): Promise<void> {
  for (const path of paths) {
    await app.attempt(async () => app.applied(await api.addEvidenceAt(signOnIds, path)));
  }
}

/// Whether files are what an answer comes as. A table or a card let go over a row is meant for the whole letter.
export function isEvidence(paths: string[]): boolean {
  const others = /\.(csv|tsv|tab|xlsx?|xlsm|xlsb|ods|html?|vcf|mbox|undersigned)$/i;
  return paths.length > 0 && !paths.some((path) => others.test(path));
}
