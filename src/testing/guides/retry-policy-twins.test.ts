import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { codesCsv, csvColumns } from '../../site/open-data/csv.ts';
import { blocksOf, readGuides } from './guides.ts';
import { asSent, loadPrograms, minute, temporary, type Decision, type Ref } from './programs.ts';
import { catalog, publication, root, setFiles } from './published-sets.ts';

/* The policy in Python and in SQL, held against the one in TypeScript. */

const { modules, decide } = await loadPrograms();
const policyGuide = readGuides().get('retry-policy')!;

/** Codes for a comparison of two programs: all listed ones, and some that no list has. */
const samples = (sets: readonly string[]): Ref[] => [
  ...setFiles
    .filter(({ set }) => sets.includes(set.id))
    .flatMap(({ set, codes }) => codes.map(({ code }) => ({ set: set.id, code: asSent(code) }))),
  ...['4799', '5198', '5398', '5698', '8000', '9001', '', '4'].map((code) => ({ set: 'bandwidth', code })),
  ...['11999', '12999', '15999', '20000'].map((code) => ({ set: 'bird', code })),
];

describe('the retry policy in Python', () => {
  const [source = ''] = blocksOf(policyGuide, 'python');
  const hasPython = spawnSync('python3', ['-c', 'import json, re']).status === 0;

  test('has the tries and pauses of the TypeScript', () => {
    const limits = [...source.matchAll(/^ {4}"([a-z-]+)": \((\d+), ([\d* ]+), ([\d* ]+)\),$/gm)].map(
      ([, verdict = '', tries, first = '', cap = '']) => ({
        verdict,
        tries: Number(tries),
        first: product(first) * 1000,
        cap: product(cap) * 1000,
      }),
    );
    expect(limits.map(({ verdict }) => verdict)).toEqual(['once', 'later']);
    for (const { verdict, tries, first, cap } of limits) {
      const decision: Decision = { action: 'retry', verdict, ref: '', listed: true };
      const pauses = Array.from({ length: tries + 1 }, (_, index) =>
        modules.policy.pauseBefore(decision, index, () => 0),
      );
      expect(pauses[0]).toBe(first);
      expect(pauses[tries - 1]).toBe(cap);
      expect(pauses[tries]).toBeUndefined();
    }
    const words = [...source.matchAll(/"(never|after-change|once|later|unknown)"/g)].map(([, word]) => word);
    expect(new Set(words)).toEqual(new Set(['after-change', 'once', 'later', 'unknown']));
  });

  const run = () => {
    const place = join(temporary, 'python');
    mkdirSync(place);
    writeFileSync(join(place, 'policy.py'), source);
    const pairs = samples(catalog.sets.map(({ id }) => id)).map((ref) => [ref]);
    const both: Ref[][] = [
      ...pairs,
      [],
      ...['34', '103', '104', '999'].map((code) => [
        { set: 'bird', code: '15001' },
        { set: 'bird-sms', code },
      ]),
    ];
    writeFileSync(
      join(place, 'input.json'),
      JSON.stringify({ files: setFiles, codes: both.map((refs) => refs.map(({ set, code }) => [set, code])) }),
    );
    const script = [
      'import json',
      'from policy import Policy, pause_before',
      'given = json.load(open("input.json", encoding="utf-8"))',
      'decide = Policy(given["files"]).decide',
      'decisions = [decide([tuple(code) for code in codes]) for codes in given["codes"]]',
      'print(json.dumps([[*decision, [pause_before(decision, tries, lambda: 0.5) for tries in range(5)]] for decision in decisions]))',
    ].join('\n');
    const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { cwd: place, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const expected = both.map((refs) => {
      const decision = decide(refs);
      const pauses = [0, 1, 2, 3, 4].map((tries) => modules.policy.pauseBefore(decision, tries, () => 0.5));
      return [decision.action, decision.verdict, pauses.map((pause) => (pause === undefined ? null : pause / 1000))];
    });
    expect(JSON.parse(stdout)).toEqual(expected);
  };
  // Without Python the limits above are what can be held against the data; the report says that this one was skipped.
  test.skipIf(!hasPython)('decides as the TypeScript does', run, 60_000);
});

const product = (text: string): number => text.split('*').reduce((result, factor) => result * Number(factor), 1);

describe('the retry policy in SQL', () => {
  const sql = blocksOf(policyGuide, 'sql');
  const families = [...(sql[0] ?? '').matchAll(/\('([\w-]+)', '([\d_]+)', '([a-z-]+)'\)/g)].map(
    ([, set, pattern = '', retry]) => [set, pattern.replaceAll('_', 'x'), retry],
  );

  test('uses columns of codes.csv', () => {
    const used = [...sql.join('\n').matchAll(/\bcodes\.("?)(\w+)\1/g)].map(([, , column = '']) => column);
    expect(used).toEqual(expect.arrayContaining(['set', 'code', 'retry', 'suppress']));
    expect(used.filter((column) => !csvColumns.includes(column))).toEqual([]);
  });

  test('holds the families whose digits decide', () => {
    const wanted = setFiles.flatMap(({ set }) =>
      set.families.flatMap(({ id, retry }) => (retry && /^\d+x+$/.test(id) ? [[set.id, id, retry.value]] : [])),
    );
    expect(families).toEqual(wanted);
  });

  /** Node.js brings SQLite from version 22 on; the project's own one is newer than the oldest that runs it. */
  const node = [process.execPath, join(root, 'node_modules/node/bin/node')].find(
    (path) => existsSync(path) && spawnSync(path, ['-e', "require('node:sqlite')"]).status === 0,
  );

  const run = () => {
    const refs = samples(['bandwidth', 'bird', 'bird-errors']);
    const failures = refs.flatMap((ref) => [0, 1, 4].map((tries) => ({ ...ref, tries })));
    const csv = codesCsv(catalog, publication);
    const input = {
      sql,
      failures,
      columns: csvColumns,
      csv,
      papaparse: pathToFileURL(join(root, 'node_modules/papaparse/papaparse.js')).href,
    };
    writeFileSync(join(temporary, 'sql.json'), JSON.stringify(input));
    const script = `
      import { DatabaseSync } from 'node:sqlite';
      import { readFileSync } from 'node:fs';
      const { sql, failures, columns, csv, papaparse } = JSON.parse(readFileSync('sql.json', 'utf8'));
      const { default: Papa } = await import(papaparse);
      const db = new DatabaseSync(':memory:');
      db.exec('create table codes (' + columns.map((column) => '"' + column + '" text').join(', ') + ')');
      const insert = db.prepare('insert into codes values (' + columns.map(() => '?').join(', ') + ')');
      for (const row of Papa.parse(csv, { skipEmptyLines: true }).data.slice(1)) insert.run(...row);
      const [familyTable, ownTables, policy] = sql;
      db.exec(familyTable);
      db.exec(ownTables);
      const fail = db.prepare('insert into failures values (?, ?, ?, ?, ?, ?)');
      failures.forEach(({ set, code, tries }, index) => fail.run('m' + index, '+1202555' + index, 'o' + index, tries, set, code));
      db.exec(policy);
      db.exec(policy.slice(policy.indexOf('insert into suppressed')));
      const all = (query) => db.prepare(query).all();
      console.log(JSON.stringify({
        decided: all("select action, verdict from decided order by cast(substr(message_id, 2) as integer)"),
        suppressed: all('select recipient, because from suppressed'),
        retries: all('select original, tries, pause_minutes from retries'),
      }));`;
    const { stdout, stderr, status } = spawnSync(node ?? '', ['--no-warnings', '--input-type=module', '-e', script], {
      cwd: temporary,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { decided, suppressed, retries } = JSON.parse(stdout) as Record<string, Record<string, unknown>[]>;

    const expected = failures.map(({ set, code, tries }, index) => {
      const decision = decide([{ set, code }]);
      const pause = modules.policy.pauseBefore(decision, tries, () => 0);
      const action = decision.action === 'retry' && pause === undefined ? 'leave' : decision.action;
      return {
        action,
        verdict: decision.verdict,
        pause,
        ref: `${set}/${code}`,
        recipient: `+1202555${index}`,
        original: `o${index}`,
        tries,
      };
    });
    expect(decided).toEqual(expected.map(({ action, verdict }) => ({ action, verdict })));
    expect(sorted(suppressed)).toEqual(
      sorted(
        expected.flatMap(({ action, recipient, ref }) => (action === 'stop' ? [{ recipient, because: ref }] : [])),
      ),
    );
    expect(sorted(retries)).toEqual(
      sorted(
        expected.flatMap(({ pause, original, tries }) =>
          pause === undefined ? [] : [{ original, tries: tries + 1, pause_minutes: pause / minute }],
        ),
      ),
    );
  };
  test.skipIf(node === undefined)('decides as the TypeScript does, also when it runs twice', run, 60_000);
});

const sorted = (rows: readonly object[] = []): string[] => rows.map((row) => JSON.stringify(row)).sort();
