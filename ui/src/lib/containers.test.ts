import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

/// WebKit takes pixels in a container query for those of the screen: at 200 % the container seems twice as wide as it is.
test('container queries have no lengths in pixels', async () => {
  const files = await readdir('src', { recursive: true });
  const styled = files.filter((name) => /\.(svelte|css)$/.test(name));
  expect(styled.length).toBeGreaterThan(100);
  const wrong = await Promise.all(
    styled.map(async (name) =>
      /@container[^{]*\dpx/.test(await readFile(join('src', name), 'utf8')) ? name : [],
    ),
  );
  expect(wrong.flat()).toEqual([]);
});
