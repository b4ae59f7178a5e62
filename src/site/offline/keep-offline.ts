import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { mostBytes, writeCopy } from './write-copy.ts';

/** Takes the worker of an earlier build away, with its copies, so that the development server is seen at its port. */
const removal = `addEventListener('install',()=>skipWaiting());
addEventListener('activate',(event)=>event.waitUntil((async()=>{
  for(const name of await caches.keys())await caches.delete(name);
  await registration.unregister();
  for(const page of await clients.matchAll({type:'window'}))page.navigate(page.url);
})()));`;

/** Makes the built site work offline after a visit to the decoder. Comes after whatever changes built files. */
export const keepOffline = (): AstroIntegration => ({
  name: 'undelivered:offline',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        if (!/\/service-worker\.js$/.test(request.url ?? '')) return next();
        response.setHeader('Content-Type', 'text/javascript').end(removal);
      });
    },
    'astro:build:done': async ({ dir, logger }) => {
      const { files, bytes, hasFullText } = await writeCopy(fileURLToPath(dir));
      logger.info(`Copy for offline use: ${files} files, ${(bytes / 1e6).toFixed(2)} MB in one request.`);
      if (!hasFullText)
        logger.warn(`The full-text index is left out of the copy, to stay below ${mostBytes / 1e6} MB.`);
      if (bytes > mostBytes) logger.warn(`The copy is larger than ${mostBytes / 1e6} MB all the same.`);
    },
  },
});
