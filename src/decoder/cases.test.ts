import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { realData } from './example-data.ts';
import type { Finding } from './report.ts';

/**
 * Pastes written by somebody who did not know the decoder: `cases/KIND/NAME.txt` with what must be found in
 * `NAME.expected.json`, after the rules of judgement.
 */
interface Expected {
  description: string;
  failures: {
    provider: string;
    code: string;
    known?: boolean;
    count?: number;
    sourceName?: string;
    sourceCode?: string;
  }[];
  mayReport?: { provider: string; code: string }[];
  notMentioned?: string[];
}

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => {
    const name = file.slice(0, -'.expected.json'.length).replaceAll('\\', '/');
    return {
      name,
      text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
      expected: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected,
    };
  });

/** The cases judge the two vendors' main sets; other sets of theirs are neither asked for nor forbidden. */
const judged = (findings: readonly Finding[]) => findings.filter(({ set }) => set === 'bandwidth' || set === 'bird');
const key = ({ provider, code }: { provider: string; code: string }) => `${provider}:${code.toLowerCase()}`;

describe('independent cases', () => {
  test('there are some', () => expect(cases.length).toBeGreaterThan(1480));

  test.each(cases.map((one) => [one.name, one.expected.description, one] as const))(
    '%s: %s',
    (_, __, { text, expected }) => {
      const findings = judged(decode(text, realData).findings);
      const found = findings.map(({ set, code }) => key({ provider: set, code }));
      const mayReport = new Set((expected.mayReport ?? []).map(key));
      const wanted = expected.failures.map(key);
      expect(found.filter((code) => wanted.includes(code) || !mayReport.has(code))).toEqual(wanted);
      for (const failure of expected.failures) {
        const finding = findings.find(({ set, code }) => key({ provider: set, code }) === key(failure));
        if (failure.known !== undefined && !finding?.pattern) expect(finding?.known).toBe(failure.known);
        if (failure.count !== undefined) expect(finding?.count).toBe(failure.count);
      }
      for (const number of expected.notMentioned ?? []) expect(findings.map(({ code }) => code)).not.toContain(number);
    },
  );
});
