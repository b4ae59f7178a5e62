import type { AstroIntegration } from 'astro';
import { forgetCatalog } from '../catalog.ts';
import { DATA_FOLDER } from '../environment.ts';

/** While developing: a changed YAML file makes every page read data/ again and reloads the browser. */
export const watchData = (): AstroIntegration => ({
  name: 'undelivered:watch-data',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.watcher.add(DATA_FOLDER);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(DATA_FOLDER)) return;
        forgetCatalog();
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  },
});
