/// `undersigned-host`, the commands of the window over JSON lines: started, asked and ended. For Node alone: the page's tests
/// and Vite's server talk to it.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { WireError } from '$bindings/app';

type Json = Record<string, unknown>;

/// What the desktop would have done for a window: a text copied, a file opened, the page printed, a window opened or shown.
export interface DesktopEvent {
  window: string;
  event: 'asked' | 'copied' | 'opened' | 'printed' | 'window' | 'shown';
  detail: Json | null;
}

interface Line {
  id?: number;
  answer?: unknown;
  error?: WireError;
  /// The tables that the answer rests on, when the program was told to say so.
  reads?: string[];
  progress?: unknown;
  event?: DesktopEvent['event'];
}

interface Pending {
  command: string;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  onProgress: ((progress: unknown) => void) | null;
}

/// Where cargo put the program.
export function hostProgram(): string {
  const target =
    process.env['CARGO_TARGET_DIR'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../target');
  const program = `${target}/debug/undersigned-host${process.platform === 'win32' ? '.exe' : ''}`;
  if (!existsSync(program)) {
    throw new Error(
      `The core is not built: run cargo build --package undersigned-host (${program} is not there).`,
    );
  }
  return program;
}

export class HostProcess {
  #child: ChildProcess;
  #pending = new Map<number, Pending>();
  #lastId = 0;
  #onReads: (command: string, tables: string[]) => void;

  constructor(
    onEvent: (event: DesktopEvent) => void,
    options: string[] = [],
    onReads: (command: string, tables: string[]) => void = () => undefined,
  ) {
    this.#onReads = onReads;
    this.#child = spawn(hostProgram(), options, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout } = this.#child;
    if (stdout) {
      createInterface({ input: stdout }).on('line', (line) => {
        const read = JSON.parse(line) as Line & DesktopEvent;
        if (read.id === undefined) onEvent(read);
        else this.#answered(read.id, read);
      });
    }
    this.#child.on('exit', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('undersigned-host ended'));
      this.#pending.clear();
    });
  }

  /// How many requests wait for their answers.
  get waiting(): number {
    return this.#pending.size;
  }

  /// Runs a command in a window, as the page would.
  call(
    window: string,
    command: string,
    args: Json,
    onProgress: Pending['onProgress'] = null,
  ): Promise<unknown> {
    const id = ++this.#lastId;
    const progress = 'progress' in args ? { progress: id } : {};
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { command, resolve, reject, onProgress });
      const request = { id, window, command, arguments: { ...args, ...progress } };
      this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    });
  }

  /// Ends the program; its files go with it.
  end(): void {
    this.#child.stdin?.end();
  }

  #answered(id: number, line: Line): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    if (line.progress !== undefined) {
      pending.onProgress?.(line.progress);
      return;
    }
    this.#pending.delete(id);
    if (line.reads) this.#onReads(pending.command, line.reads);
    if (line.error) pending.reject(line.error);
    else pending.resolve(line.answer);
  }
}
