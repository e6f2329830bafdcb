/// Makes the sample once for all tests of a run: each of them gets a copy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { HostProcess } from '../host/process';
import { now } from './now';

declare module 'vitest' {
  interface ProvidedContext {
    /// The path of the sample.
    sample: string;
  }
}

export default async function makeSample(project: TestProject): Promise<() => Promise<void>> {
  const host = new HostProcess(() => undefined, ['--now', now]);
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-tests-'));
  await host.call('main', 'host:choose', { paths: [join(folder, 'sample.undersigned')] });
  project.provide('sample', String(await host.call('main', 'save_copy', {})));
  host.end();
  return () => rm(folder, { recursive: true });
}
