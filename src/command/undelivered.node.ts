#!/usr/bin/env node
/** The command line: connects the process to `run`. */
import { once } from 'node:events';
import { version } from 'undelivered:version';
import { reference } from '#package/loaded-data';
import { run } from './run.node.ts';
import { coloured, plain } from './style.ts';

const { stdout, stderr, stdin, env, argv } = process;

// A reader that has seen enough, such as `head`, closes the pipe: that is no mistake.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

const hasColours = stdout.isTTY && !env['NO_COLOR'] && stdout.hasColors();

process.exitCode = await run(argv.slice(2), {
  version,
  reference: reference(),
  stdin,
  style: hasColours ? coloured : plain,
  width: Math.min(stdout.columns ?? 100, 100),
  write: async (text) => {
    if (!stdout.write(text)) await once(stdout, 'drain');
  },
  complain: (text) => {
    stderr.write(text);
  },
});
