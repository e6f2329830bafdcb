/// The backups of the open file.
import type { Backup, Backups } from '$bindings/backups';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { language, t } from '$lib/messages.svelte';
import { shortDate } from '$lib/time';

/// What came of testing one.
export interface Tested {
  sound: boolean;
  text: string;
}

export class BackupList {
  #all = $state.raw<Backups | null>(null);
  #failure = $state.raw<string | null>(null);
  #tested = $state.raw<Record<string, Tested>>({});
  #busy = $state.raw<string | null>(null);

  get all(): Backups | null {
    return this.#all;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /// What is being tested, restored or written; its path, or empty for what is none of the list.
  get busy(): string | null {
    return this.#busy;
  }

  tested(backup: Backup): Tested | undefined {
    return this.#tested[backup.path];
  }

  async load(): Promise<void> {
    try {
      this.#all = await api.listBackups();
    } catch (error) {
      this.#failure = api.wireError(error).message;
    }
  }

  async make(): Promise<void> {
    await this.#during('', async () => {
      this.#all = await api.makeBackup();
    });
  }

  async test(backup: Backup): Promise<void> {
    await this.#during(backup.path, async () => {
      const tested = await api.testBackup(backup.path).then(
        (contents) => ({
          sound: true,
          text: t('ui-backup-sound', {
            organizations: contents.organizations,
            letters: contents.letters,
          }),
        }),
        (error: unknown) => ({ sound: false, text: api.wireError(error).message }),
      );
      this.#tested = { ...this.#tested, [backup.path]: tested };
    });
  }

  /// Brings one back; true when it is open.
  async restore(backup: Backup): Promise<boolean> {
    return this.#during(backup.path, async () => {
      app.entered(await api.restoreBackup(backup.path));
      app.toast(t('ui-backup-restored', { date: shortDate(backup.at, language(), app.now) }));
    });
  }

  async chooseFolder(): Promise<void> {
    await this.#during('', async () => {
      this.#all = (await api.chooseBackupFolder()) ?? this.#all;
    });
  }

  async resetFolder(): Promise<void> {
    await this.#during('', async () => {
      this.#all = await api.resetBackupFolder();
    });
  }

  async copyElsewhere(): Promise<void> {
    await this.#during('', async () => {
      const path = await api.copyElsewhere();
      if (path) app.toast(t('ui-saved-to', { path }));
      this.#all = await api.listBackups();
    });
  }

  async #during(what: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#busy !== null) return false;
    this.#busy = what;
    const done = await app.attempt(work);
    this.#busy = null;
    return done;
  }
}
