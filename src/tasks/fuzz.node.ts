import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decoderData } from '#catalog';
import { readCatalog } from '#catalog/node';
import { faultIn, kindOfFault, minimise } from './fuzz-checks.ts';
import { storeFailure } from './fuzz-failures.ts';
import { fuzzInputs } from './fuzz-inputs.ts';
import { randomFrom } from '../testing/random.ts';

/**
 * `npm run fuzz [-- --seed N --runs N --minutes N]`: holds the decoder to its promises on made-up input. A fault is
 * made as short as it goes and stored in `src/decoder/fuzz-failures/`, where an ordinary test runs it from then on.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' }, minutes: { type: 'string' } },
});
const seed = numberOf(values.seed, 'seed') ?? Math.floor(Math.random() * 2 ** 32);
const runs = numberOf(values.runs, 'runs') ?? (values.minutes === undefined ? 100_000 : Infinity);
const minutes = numberOf(values.minutes, 'minutes') ?? Infinity;

const root = resolve(import.meta.dirname, '../..');
const casesFolder = join(root, 'src/decoder/cases');
const failuresFolder = join(root, 'src/decoder/fuzz-failures');
const cases = readdirSync(casesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(casesFolder, file), 'utf8'));
const data = decoderData(readCatalog(join(root, 'data')));

console.log(`seed ${seed}`);
const begun = performance.now();
const counts = new Map<string, number>();
const faults = new Set<string>();
let done = 0;
let characters = 0;
let slowest = { milliseconds: 0, length: 0 };
for (const { kind, text } of fuzzInputs(cases, randomFrom(seed))) {
  if (done >= runs || (performance.now() - begun) / 60_000 >= minutes || faults.size >= 20) break;
  const before = performance.now();
  const fault = faultIn(text, data);
  const milliseconds = performance.now() - before;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, length: text.length };
  done++;
  characters += text.length;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (fault !== undefined) keep(text, fault);
  if (done % 10_000 === 0) console.log(`${done} inputs, ${Math.round((performance.now() - begun) / 1000)} s`);
}
const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
console.log(
  `${done} inputs (${kinds}), ${characters} characters, ${Math.round((performance.now() - begun) / 1000)} s; ` +
    `slowest ${slowest.milliseconds.toFixed(0)} ms for ${slowest.length} characters; ${faults.size} faults`,
);
process.exitCode = faults.size > 0 ? 1 : 0;

/** Stores the shortest text with a fault of this kind, once for each kind. */
function keep(text: string, fault: string): void {
  const kind = kindOfFault(fault);
  if (faults.has(kind)) return;
  faults.add(kind);
  const shortest = minimise(text, (shorter) => faultIn(shorter, data));
  const file = storeFailure(failuresFolder, `seed-${seed}-input-${done}`, shortest, (stored) => {
    const again = faultIn(stored, data);
    return again !== undefined && kindOfFault(again) === kind;
  });
  if (file === undefined)
    console.error(
      `FAULT ${fault}\n  ${JSON.stringify(shortest)}\n  not stored: read back from its file it has no such fault`,
    );
  else
    console.error(
      `FAULT ${fault}\n  ${JSON.stringify(shortest.slice(0, 300))}\n  stored as ${file.slice(root.length + 1)}`,
    );
}

function numberOf(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new Error(`--${option} takes a number, not ${value}`);
  return number;
}
