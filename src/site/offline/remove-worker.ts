import type { AstroIntegration } from 'astro';

/** Takes the worker of an earlier build away, with its copies, so that the development server is seen at its port. */
const removal = `addEventListener('install',()=>skipWaiting());
addEventListener('activate',(event)=>event.waitUntil((async()=>{
  for(const name of await caches.keys())await caches.delete(name);
  await registration.unregister();
  for(const page of await clients.matchAll({type:'window'}))page.navigate(page.url);
})()));`;

/** While developing: answers with a worker that takes itself away. */
export const removeWorker = (): AstroIntegration => ({
  name: 'undelivered:remove-worker',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        if (!/\/service-worker\.js$/.test(request.url ?? '')) return next();
        response.setHeader('Content-Type', 'text/javascript').end(removal);
      });
    },
  },
});
