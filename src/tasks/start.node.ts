/** `npm start`: builds the site and serves it on http://localhost:4321. A taken port is told before anything is built. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fail } from './fail.ts';

const port = 4321;

/** Whether a server can listen there, on all addresses as well as on localhost alone. */
const isFree = async (host: string | undefined): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => answer(code !== 'EADDRINUSE'));
    server.listen({ port, host }, () => server.close(() => answer(true)));
  });

for (const host of [undefined, '127.0.0.1', '::1']) {
  if (!(await isFree(host))) {
    fail(
      [
        `Port ${port} is taken: another program listens there, perhaps this site in another window.`,
        'Stop it and run npm start again, or serve on another port: npm run build && npm run preview -- --port 4322',
      ].join('\n'),
    );
  }
}

for (const script of [['build'], ['preview', '--', '--port', String(port)]]) {
  const { status } = spawnSync('npm', ['run', '--silent', ...script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
