/// Puts something else where Tauri's bridge would be, for `lib/api.ts` to talk to: a test's core, or one behind a Vite server.

/// Runs a command; `onProgress` is told how far it is.
export type Invoke = (
  command: string,
  args: Record<string, unknown>,
  onProgress: ((progress: unknown) => void) | null,
) => Promise<unknown>;

interface Channel {
  onmessage: (message: unknown) => void;
}

const isChannel = (value: unknown): value is Channel =>
  typeof value === 'object' && value !== null && 'onmessage' in value;

/// What Tauri's own functions find.
export function installBridge(run: Invoke): void {
  const invoke = (command: string, args: Record<string, unknown> = {}): Promise<unknown> => {
    // Events from outside, the title and the zoom: nobody is there to send or to see them.
    if (command.startsWith('plugin:')) return Promise.resolve(1);
    const { progress } = args;
    return run(command, args, isChannel(progress) ? (so_far) => progress.onmessage(so_far) : null);
  };
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke,
      transformCallback: () => 1,
      metadata: { currentWindow: { label: 'main' }, currentWebview: { label: 'main', windowLabel: 'main' } },
    },
  });
}
