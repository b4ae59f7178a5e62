import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll } from 'vitest';
import type { Action } from '#catalog';
import { blocksOf, readGuides } from './guides.ts';
import { root, setFiles, type SetFile } from './published-sets.ts';

// The shapes that the guides' own modules have.

export interface Ref {
  readonly set: string;
  readonly code: string;
}

interface Failure {
  readonly messageId: string;
  readonly recipient: string;
  readonly codes: readonly Ref[];
}

export interface Decision {
  readonly action: Action;
  readonly verdict: string;
  readonly ref: string;
  readonly listed: boolean;
}

export type Decide = (codes: readonly Ref[]) => Decision;

export interface Sent {
  readonly original: string;
  readonly recipient: string;
  readonly tries: number;
  readonly expires: number;
}

export interface Modules {
  readonly policy: {
    createPolicy(files: readonly SetFile[]): Decide;
    pauseBefore(decision: Decision, tries: number, random?: () => number): number | undefined;
  };
  readonly apply: {
    apply(failure: Failure, decision: Decision, store: object, now?: number, random?: () => number): Promise<string>;
  };
  readonly bandwidth: { failuresIn(body: unknown): Failure[] };
  readonly 'receive-bandwidth': {
    receiveBandwidth(request: Request, inbox: object, credentials: string): Promise<Response>;
  };
  readonly work: { work(body: string, decide: Decide, store: object): Promise<string[]> };
  readonly bird: {
    readonly sourceSets: ReadonlyMap<string, string>;
    failureIn(body: unknown): Failure | undefined;
    failureInQuery(url: URL): Failure | undefined;
  };
  readonly 'bird-signature': { isFromBird(url: string, body: string, headers: Headers, signingKey: string): boolean };
}

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noImplicitReturns: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  skipLibCheck: true,
};

/** A folder for the tests of one file, gone after them. */
export const temporary = mkdtempSync(join(tmpdir(), 'undelivered-guides-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Every block of TypeScript in the guides, by the file that its first line names. */
const programs = [...readGuides().values()]
  .flatMap((text) => blocksOf(text, 'ts'))
  .map((block) => ({ name: /^\/\/ ([\w-]+\.ts)\n/.exec(block)?.[1] ?? 'nameless.ts', block }));

/** Names of the files that the guides tell people to write, without their ending. */
export const programNames = programs.map(({ name }) => name.replace(/\.ts$/, ''));

/** Writes them beside each other and checks the types of all together; a line for each error. */
export function typeErrors(): string[] {
  const paths = programs.map(({ name }) => join(temporary, name));
  programs.forEach(({ block }, index) => writeFileSync(paths[index]!, block));
  writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }');
  return ts
    .getPreEmitDiagnostics(ts.createProgram(paths, { ...options, noEmit: true }))
    .map(({ file, start, messageText }) => {
      const place =
        file && start !== undefined ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
      return place + ts.flattenDiagnosticMessageText(messageText, '\n');
    });
}

/** Loads them as people run them, with the policy made from the published data. */
export async function loadPrograms(): Promise<{ readonly modules: Modules; readonly decide: Decide }> {
  writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }');
  // By itself a block shows no package, and so does not say that it is an ES module.
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  const file = (name: string) => join(temporary, name.replace(/\.ts$/, '.js'));
  for (const { name, block } of programs)
    writeFileSync(file(name), ts.transpileModule(block, { compilerOptions }).outputText);
  const loaded = await Promise.all(
    programs.map(async ({ name }) => {
      const address = pathToFileURL(file(name)).href;
      // eslint-disable-next-line no-unsanitized/method -- these modules were written by the lines above
      return [name.replace(/\.ts$/, ''), await import(/* @vite-ignore */ address)] as const;
    }),
  );
  const modules = Object.fromEntries(loaded) as unknown as Modules;
  return { modules, decide: modules.policy.createPolicy(setFiles) };
}

/** The first number of a range: a code field never holds `200-299`. */
export const asSent = (code: string): string => code.split('-')[0] ?? code;

/** A database in memory that counts what was written, and refuses nothing. */
export function memory(sent: Readonly<Record<string, Sent>> = {}) {
  const suppressed = new Map<string, string>();
  const held = new Map<string, string>();
  const retries = new Map<string, number>();
  const once = <Value>(map: Map<string, Value>, key: string, value: Value) =>
    void (map.has(key) || map.set(key, value));
  return {
    suppressed,
    held,
    retries,
    find: async (messageId: string, recipient: string) => sent[`${messageId} ${recipient}`] ?? sent[messageId],
    suppress: async (recipient: string, because: string) => once(suppressed, recipient, because),
    hold: async (original: string, because: string) => once(held, original, because),
    schedule: async (original: string, tries: number, dueAt: number) => once(retries, `${original} ${tries}`, dueAt),
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
