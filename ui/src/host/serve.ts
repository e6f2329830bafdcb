/// For Vite's development server: the page in any browser over the real core. A page in the app's own window has Tauri's
/// bridge and is left alone.
import type { Plugin } from 'vite';

import { HostProcess } from './process.ts';

/// What a page sends.
export interface Call {
  id: number;
  window: string;
  command: string;
  args: Record<string, unknown>;
}

export function serveHost(): Plugin {
  return {
    name: 'undersigned-host',
    apply: 'serve',
    configureServer(server) {
      const { hot } = server.environments.client;
      let host: HostProcess | null = null;
      hot.on('host:call', ({ id, window, command, args }: Call, client) => {
        host ??= new HostProcess((event) => hot.send('host:event', event));
        const progress = (so_far: unknown): void => client.send('host:progress', { id, progress: so_far });
        host.call(window, command, args, progress).then(
          (answer) => client.send('host:answer', { id, answer }),
          (error: unknown) => client.send('host:answer', { id, error }),
        );
      });
      server.httpServer?.on('close', () => host?.end());
    },
    // Before the page's own script, which asks for the open file at once.
    transformIndexHtml: () => [
      { tag: 'script', attrs: { type: 'module', src: '/src/host/browser.ts' }, injectTo: 'head-prepend' },
    ],
  };
}
