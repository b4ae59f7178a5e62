import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/**
 * Parts of Starlight's page that every page would load or carry and that ours replace or do not need: its style sheets, the
 * script of its sidebar, and a theme that is written down before anybody chose one.
 */
const unused = [
  /^import '\.\.\/style\/(props|reset|asides|util)\.css';$/gm,
  /^import printHref from .*$/gm,
  /<link rel="stylesheet" href=\{printHref\} media="print" \/>/g,
  /<style>[\s\S]*?<\/style>/g,
  /<script src="\.\.\/components-internals\/SidebarPersistState"><\/script>/g,
  /'data-theme': 'dark'/g,
];

/**
 * Starlight's page as ours is made from it. Throws where a part that is to be left out is not in it, which is when Starlight
 * has moved it.
 */
export function leanPage(source: string): string {
  return unused.reduce((left, part) => {
    const leaner = left.replace(part, '');
    if (leaner === left) throw new Error(`Starlight's page has nothing like ${part} any more: see lean-frame.ts.`);
    return leaner;
  }, source);
}

/** Leaves out of Starlight's page what no page of ours needs, whatever the components are: 4 KB of 20, and a request. */
export const leanFrame = (): AstroIntegration => ({
  name: 'undelivered:lean-frame',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'undelivered:lean-frame',
              enforce: 'pre',
              load: (id) =>
                id.endsWith('@astrojs/starlight/dist/components/Page.astro')
                  ? leanPage(readFileSync(id, 'utf8'))
                  : undefined,
            },
          ],
        },
      });
    },
  },
});
