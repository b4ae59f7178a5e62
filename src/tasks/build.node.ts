/**
 * `npm run build [-- --outDir FOLDER]`: builds the site. What is wrong with the settings or with data/ is told before
 * Astro starts, as one message without a stack, with exit code 1.
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataError } from '#catalog';
import { settingMistakes } from '#site/settings';
import { fail } from './fail.ts';

// Node keeps what it compiled of Astro's two thousand modules for the next build, by their content.
enableCompileCache(resolve('node_modules/.cache/node'));

const { values } = parseArgs({ options: { outDir: { type: 'string' } } });

const mistakes = settingMistakes(process.env);
if (mistakes.length > 0) fail(mistakes.join('\n'));

// The configuration then takes the catalog that was read here.
const { getCatalog } = await import('#site/catalog');
try {
  getCatalog();
} catch (error) {
  if (error instanceof DataError) fail(error.message);
  throw error;
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const start = performance.now();
try {
  const { build } = await import('astro');
  await build({ logLevel: 'warn', ...(values.outDir === undefined ? {} : { outDir: values.outDir }) });
} catch (error) {
  // What goes wrong from here on is a fault of the code: whoever mends it needs the stack.
  console.error(error);
  process.exit(1);
}
console.log(`Built ${values.outDir ?? 'dist'} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
