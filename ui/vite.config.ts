/// How the user interface is built and tested. Everything it shows is bundled: the app's content security policy
/// allows no other source.
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

import { serveHost } from './src/host/serve.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting(), serveHost()],
  resolve: {
    alias: {
      $lib: here('./src/lib'),
      $bindings: here('./src/bindings'),
      // The Fluent catalogues are the core's, and the window says the same words from the same files.
      $locales: here('../src-tauri/base/locales'),
    },
  },
  // `cargo xtask dev` names this address to Tauri; it is never in a released app.
  server: {
    host: '127.0.0.1',
    port: 5187,
    strictPort: true,
    fs: {
      allow: [
        here('.'),
        here('../src-tauri/base/locales'),
        here('../docs/guide'),
        here('../src-tauri/blocks/fonts'),
      ],
    },
  },
  clearScreen: false,
  build: {
    target: ['es2022', 'safari16.4', 'edge120'],
    // Inlined assets would be data: addresses, which the policy allows for pictures alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file from a local disk: splitting it would save nothing.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    // The tests talk to the real core: see src/testing/core.ts.
    globalSetup: ['src/testing/sample.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // Each test works on the real core, which a busy machine makes slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
