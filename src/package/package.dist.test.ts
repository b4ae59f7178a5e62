import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { build } from 'rolldown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decoderData, type Catalog } from '#catalog';
import { decode, type Report } from '#decoder';
import { buildPackage } from '../tasks/build-package.ts';
import publishedNames from './published-names.json' with { type: 'json' };

/** The package as a stranger gets it: packed, installed into an empty project, compiled against and run there. */
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'undelivered-package-'));
const project = join(folder, 'project');
const installed = join(project, 'node_modules/undelivered');
const casesFolder = join(root, 'src/decoder/cases');
const cases = readdirSync(casesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
const readCase = (name: string) => readFileSync(join(casesFolder, name), 'utf8');

vi.setConfig({ testTimeout: 60_000 });

let catalog: Catalog;
let tarball = '';

beforeAll(async () => {
  const out = join(folder, 'dist-package');
  catalog = await buildPackage({ root, data: join(root, 'data'), out, version: '1.2.3', published: publishedNames });
  npm(['pack', '--pack-destination', folder], out);
  tarball = join(folder, 'undelivered-1.2.3.tgz');
  mkdirSync(project);
  npm(['init', '--yes'], project);
  npm(['install', '--offline', '--no-audit', '--no-fund', tarball], project);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(given: readonly string[], cwd: string): void {
  execFileSync('npm', given, { cwd, stdio: 'pipe', env: { ...process.env, npm_config_update_notifier: 'false' } });
}

/** Writes JSON into the project. */
const write = (name: string, content: object): void => writeFileSync(join(project, name), JSON.stringify(content));

/** Runs the installed command. */
function command(given: readonly string[], input = ''): { exit: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/.bin/undelivered'), ...given],
    { input, encoding: 'utf8', cwd: project, maxBuffer: 1e8 },
  );
  return { exit: status, out: stdout, err: stderr };
}

/** Runs a module in the project; answers with the JSON that it prints. */
function runModule(name: string, code: string): unknown {
  writeFileSync(join(project, name), code);
  return JSON.parse(
    execFileSync(process.execPath, [join(project, name)], { cwd: project, encoding: 'utf8', maxBuffer: 1e8 }),
  );
}

describe('the tarball', () => {
  test('is under 150 KB and holds no sources, tests or maps', () => {
    expect(statSync(tarball).size).toBeLessThan(150_000);
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(installed, file)).isFile(),
    );
    expect(
      files.filter(
        (file) =>
          !/^(LICENSE|README\.md|package\.json|[a-z-]+(\.d)?\.[jt]s|sets\/[a-z0-9-]+(\.d)?\.[jt]s|chunks\/[\w-]+\.js)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  test('installs nothing else', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['undelivered']);
  });

  test('points at files that are there, types first', () => {
    const { exports, bin, types } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
      bin: Record<string, string>;
      types: string;
    };
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const files = [...targets, ...Object.values(bin), types].flatMap((target) =>
      catalog.sets.map(({ id }) => target.replace('*', id)),
    );
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
    for (const target of Object.values(exports))
      if (typeof target === 'object') expect(Object.keys(target)).toEqual(['types', 'default']);
  });

  test('leaves the package linter nothing to say', async () => {
    const { buffer } = Uint8Array.from(readFileSync(tarball));
    expect((await publint({ pack: { tarball: buffer }, strict: true })).messages).toEqual([]);
  });

  test('has right types for every entry and every way that ES modules are resolved', async () => {
    const sets = catalog.sets.map(({ id }) => `./sets/${id}`);
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
      includeEntrypoints: sets,
      excludeEntrypoints: ['./sets/*', './package.json'],
    });
    if (!checked.types) throw new Error('The package has no types');
    // The package has ES modules only: the two resolutions that know none are not for it.
    const forOthers = ['node10', 'node16-cjs'];
    const problems = checked.problems.filter(
      (problem) => !('resolutionKind' in problem && forOthers.includes(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(checked.entrypoints).sort()).toEqual(['.', './data', './decoder', './sets', ...sets].sort());
  });

  test('imports nothing but itself, Node in the command only', () => {
    const foreign = readdirSync(installed, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[jt]s$/.test(file))
      .flatMap((file) => {
        const { importedFiles } = ts.preProcessFile(readFileSync(join(installed, file), 'utf8'));
        const isOwn = (name: string) =>
          name.startsWith('.') || (file === join('chunks', '_command.js') && name.startsWith('node:'));
        return importedFiles.filter(({ fileName }) => !isOwn(fileName)).map(({ fileName }) => `${file}: ${fileName}`);
      });
    expect(foreign).toEqual([]);
  });
});

describe('in an empty project', () => {
  const handler = `
import { Bandwidth, BirdErrors, Whatsapp, createDecoder, decode, explain, explainDigits, lookUp, sets, codes, type ExplainedCode, type Report } from 'undelivered';
import { decoderData, causes, sources } from 'undelivered/data';
import { decode as decodeWith, type Finding, type MessageEvent } from 'undelivered/decoder';
import { Bandwidth as Same, type BandwidthCode } from 'undelivered/sets/bandwidth';
import * as all from 'undelivered/sets';

const literal: 4770 = Bandwidth.CarrierRejectedAsSpam;
const word: 'content_rejected' = BirdErrors.ContentRejected;
const range: '200-299' = Whatsapp.ApiPermission;
// @ts-expect-error a constant has the type of its own value
const other: 4771 = Bandwidth.CarrierRejectedAsSpam;
// @ts-expect-error constants cannot be changed
export const change = () => { Bandwidth.CarrierRejectedAsSpam = 4770; };
// @ts-expect-error 4 is no code
const none: BandwidthCode = 4;

export function onCallback(body: string): 'stop' | 'change' | 'retry' | 'leave' {
  const report: Report = decode(body);
  const failure: Finding | undefined = report.findings[0];
  if (failure === undefined) return 'leave';
  if (failure.set === 'bandwidth' && Number(failure.code) === Bandwidth.CarrierRejectedAsSpam) return 'change';
  const code: ExplainedCode | undefined = explain(failure.set, failure.code);
  // A retry verdict is one of five words: the compiler knows when one is forgotten.
  switch (code?.retry.value) {
    case 'later': case 'once': return 'retry';
    case 'after-change': return 'change';
    case 'never': return code.suppress ? 'stop' : 'leave';
    case 'unknown': case undefined: return 'leave';
  }
}

const events: MessageEvent[] = [];
const decoder = createDecoder({ onEvent: (event) => events.push(event) });
decoder.push('{"type":"message-failed","errorCode":4775,');
decoder.push('"to":"+12025550142"}');
const basis: 'stated' | 'inferred' | undefined = explain('bandwidth', 4775)?.billed?.basis;
console.log(JSON.stringify({
  literal, word, range, basis,
  isSame: Same === Bandwidth && all.Bandwidth === Bandwidth,
  opted: onCallback('{"type":"message-failed","errorCode":4775}'),
  spam: onCallback('{"type":"message-failed","errorCode":4770}'),
  streamed: decoder.end().findings.map(({ set, code }) => set + '/' + code),
  recipient: events[0]?.recipient,
  apart: decodeWith('error 4775', decoderData).findings.length,
  family: explainDigits('bandwidth', 4799)?.family?.id,
  named: lookUp('UNKNOWN_SUBSCRIBER').map(({ ref }) => ref),
  counts: [sets.length, codes.length, causes.length],
  cited: sources['bandwidth-errors-2023']?.publisher,
}));
`;
  const compile = (module: string, moduleResolution: string) => {
    const strict = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
    };
    const options = {
      ...strict,
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      module,
      moduleResolution,
      outDir: 'out',
    };
    write('tsconfig.json', { compilerOptions: options, files: ['handler.ts', 'globals.d.ts'] });
    return spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
      cwd: project,
      encoding: 'utf8',
    });
  };

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('a handler compiles with --module %s, declarations checked', (module, resolution) => {
    writeFileSync(join(project, 'handler.ts'), handler);
    writeFileSync(join(project, 'globals.d.ts'), 'declare const console: { log(text: string): void };');
    write('package.json', { type: 'module', dependencies: { undelivered: '1.2.3' } });
    const { stdout, status } = compile(module, resolution);
    expect([status, stdout]).toEqual([0, '']);
  });

  test('the handler runs', () => {
    const answer = JSON.parse(
      execFileSync(process.execPath, [join(project, 'out/handler.js')], { encoding: 'utf8' }),
    ) as unknown;
    expect(answer).toEqual({
      literal: 4770,
      word: 'content_rejected',
      range: '200-299',
      basis: 'stated',
      isSame: true,
      opted: 'stop',
      spam: 'change',
      streamed: ['bandwidth/4775'],
      recipient: '+12025550142',
      apart: 1,
      family: '47xx',
      named: ['bird/15005'],
      counts: [catalog.sets.length, catalog.sets.flatMap(({ codes }) => codes).length, catalog.causes.length],
      cited: 'Bandwidth',
    });
  });

  test('the decoder answers as on the site, on every case', () => {
    const answers = runModule(
      'cases.mjs',
      `import { decode } from 'undelivered';
       import { readFileSync } from 'node:fs';
       const cases = ${JSON.stringify(cases)};
       console.log(JSON.stringify(Object.fromEntries(cases.map((name) => [name, decode(readFileSync(${JSON.stringify(`${casesFolder}/`)} + name, 'utf8'))]))));`,
    ) as Record<string, Report>;
    const data = decoderData(catalog);
    for (const name of cases)
      expect(answers[name], name).toEqual(JSON.parse(JSON.stringify(decode(readCase(name), data))));
  });

  test('a bundle that uses one constant holds neither data nor decoder', async () => {
    writeFileSync(
      join(project, 'one-constant.mjs'),
      "import { Bird } from 'undelivered'; console.log(Bird.UnknownSubscriber);",
    );
    const { output } = await build({ cwd: project, input: 'one-constant.mjs', write: false, output: { minify: true } });
    expect(gzipSync(output[0].code).length).toBeLessThan(2000);
  });
});

describe('the command', () => {
  test('finds what the decoder finds', () => {
    const data = decoderData(catalog);
    for (const name of cases.filter((_, index) => index % 20 === 0)) {
      const { out, exit } = command(['--json'], readCase(name));
      const { findings, status } = decode(readCase(name), data);
      const answer = JSON.parse(out) as {
        status: string;
        findings: { set: string; code: string; listed: boolean; failures: number }[];
      };
      expect(
        answer.findings.map(({ set, code, listed, failures }) => ({ set, code, listed, failures })),
        name,
      ).toEqual(findings.map(({ set, code, known, count }) => ({ set, code, listed: known, failures: count })));
      expect([answer.status, exit]).toEqual([status, status === 'found' ? 0 : 1]);
    }
  });

  test('explains, and tells its version and wrong usage', () => {
    expect(command(['4775'])).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^bandwidth\/4775 {2}Recipient opted out/) as string,
    });
    expect(command(['--version']).out).toBe(`undelivered 1.2.3, data of ${catalog.newest}\n`);
    expect(command(['--nope'])).toMatchObject({ exit: 2, out: '' });
    expect(command(['none.ndjson']).exit).toBe(3);
  });

  test('unpacks gzip and writes no colours into a pipe', () => {
    writeFileSync(join(project, 'log.gz'), gzipSync('{"type":"message-failed","errorCode":4775}'));
    const { exit, out } = command(['log.gz']);
    expect([exit, out.includes('bandwidth/4775'), out.includes('\u001b')]).toEqual([0, true, false]);
  });

  test('holds the piece at hand only, and ends when nobody reads on', async () => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=48', join(installed, 'undelivered.js'), '--messages'],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    const line = (index: number) =>
      `${JSON.stringify({ type: 'message-failed', errorCode: 4775, to: `+1202555${index}`, message: { id: `m-${index}` } })}\n`;
    const block = Array.from({ length: 500 }, (_, index) => line(index)).join('');
    let read = 0;
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdin.on('error', () => undefined);
    const exit = new Promise((ended) => child.on('exit', (code, signal) => ended(signal ?? code)));
    child.stdout.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read > 2_000_000) child.stdout.destroy();
    });
    // Endless input: it ends because the reader does.
    const feed = () => {
      while (child.exitCode === null && child.stdin.writable && child.stdin.write(block));
    };
    child.stdin.on('drain', feed);
    feed();
    expect([await exit, errors]).toEqual([0, '']);
  });
});

test('a set that is added to data/ is in the package without further code', async () => {
  const data = join(folder, 'data');
  for (const from of ['data', 'src/testing/third-vendor/data']) cpSync(join(root, from), data, { recursive: true });
  const out = join(folder, 'third-vendor');
  await buildPackage({ root, data, out, version: '1.2.3', published: publishedNames });
  const { Courier } = (await import(pathToFileURL(join(out, 'sets/courier.js')).href)) as {
    Courier: Record<string, string>;
  };
  expect(Courier).toMatchObject({ MailboxFull: 'mailbox_full' });
  expect(readFileSync(join(out, 'sets/courier.d.ts'), 'utf8')).toContain('  MailboxFull: "mailbox_full";');
  expect(readFileSync(join(out, 'sets.d.ts'), 'utf8')).toContain("'./sets/courier.js'");
});
