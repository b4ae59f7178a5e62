import { expect, test } from 'vitest';
import { dist } from '../testing/built-site/built-site.ts';
import { expectPageAt, measuredPages } from './measured-pages.ts';
import { serve, siteIn } from './static-server.node.ts';

test('every page that the bench measures is there and says what it is about', async () => {
  const server = await serve(siteIn(dist));
  try {
    for (const { path, about } of Object.values(measuredPages))
      await expect(expectPageAt(server.origin + path, about), path).resolves.toBeUndefined();
  } finally {
    await server.close();
  }
});
