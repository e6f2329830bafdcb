/// The page in a browser: its commands go through Vite's own connection to the core behind it (see `serve.ts`). A tab is a
/// window with a coalition of its own: `/?state=empty`, `sample` or `many`.
import { installBridge } from './bridge';
import type { DesktopEvent } from './process';
import type { Call } from './serve';

interface Pending {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  onProgress: ((progress: unknown) => void) | null;
}

// Written out, for Vite looks for these very words.
const hot = import.meta.hot;

if (hot && !('__TAURI_INTERNALS__' in window)) {
  const wanted = new URLSearchParams(location.search);
  const state = wanted.get('state');
  // A tab that is loaded anew stays at its coalition, until another is asked for.
  const key = `undersigned-window-${state ?? ''}`;
  // Another window is named by the one that opened it.
  const known = wanted.get('window') ?? sessionStorage.getItem(key);
  const label = known ?? crypto.randomUUID();
  sessionStorage.setItem(key, label);

  const pending = new Map<number, Pending>();
  let lastId = 0;
  const run = (
    command: string,
    args: Record<string, unknown>,
    onProgress: Pending['onProgress'] = null,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject, onProgress });
      const call: Call = { id, window: label, command, args };
      hot.send('host:call', call);
    });

  hot.on('host:progress', ({ id, progress }: { id: number; progress: unknown }) =>
    pending.get(id)?.onProgress?.(progress),
  );
  hot.on('host:answer', (line: { id: number; answer?: unknown; error?: unknown }) => {
    const asked = pending.get(line.id);
    pending.delete(line.id);
    if (line.error === undefined) asked?.resolve(line.answer);
    else asked?.reject(line.error);
  });
  hot.on('host:event', ({ window: of, event, detail }: DesktopEvent) => {
    if (of !== label) return;
    if (event === 'copied') void navigator.clipboard.writeText(String(detail?.['text']));
    if (event === 'printed') window.print();
    if (event === 'window') window.open(`/?window=${String(detail?.['label'])}`);
  });

  document.documentElement.dataset['theme'] = wanted.get('theme') ?? '';
  if (!known) void run('host:open_window', state === null ? {} : { state });
  const language = wanted.get('language');
  if (language !== null) void run('set_language', { language });
  installBridge(run);
}
