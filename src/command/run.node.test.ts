import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { createReference } from '#package/reference';
import { run } from './run.node.ts';
import { coloured, plain } from './style.ts';

const catalog = readCatalog(resolve(import.meta.dirname, '../../data'));
const reference = createReference(catalog);
const folder = mkdtempSync(join(tmpdir(), 'undelivered-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function command(
  given: readonly string[],
  { input, isTTY = false, colours = false }: { input?: string; isTTY?: boolean; colours?: boolean } = {},
) {
  let out = '';
  let err = '';
  const exit = await run(given, {
    version: '1.2.3',
    reference,
    stdin: Object.assign(Readable.from(input === undefined ? [] : [Buffer.from(input)]), { isTTY }),
    style: colours ? coloured : plain,
    width: 80,
    write: async (text) => void (out += text),
    complain: (text) => void (err += text),
  });
  return { exit, out, err, json: () => JSON.parse(out) as Record<string, never> };
}

const failed = (code: number, to = '+12025550142') =>
  JSON.stringify({ type: 'message-failed', errorCode: code, to, message: { id: `m-${code}-${to.slice(-2)}` } });

describe('a code', () => {
  test('is answered with the verdict before everything else', async () => {
    const { exit, out } = await command(['bandwidth/4775']);
    expect(exit).toBe(0);
    expect(out.split('\n').slice(0, 2).join('\n')).toMatch(
      /bandwidth\/4775.*\n.*Move: .*You.*Retry: .*Never.*Stopped: Carrier.*In a batch: stop/,
    );
  });

  test('that no list has is read by its digits, and nothing was found', async () => {
    const { exit, out } = await command(['bandwidth/4799']);
    expect(exit).toBe(1);
    expect(out).toMatch(/Not listed[\s\S]*47xx Carrier rejected it/);
  });

  test('that nobody knows is said to be none, without what a terminal would obey', async () => {
    const { exit, out } = await command(['hel\u001b[2Jlo']);
    expect([exit, out]).toEqual([1, 'No such code: hel [2Jlo\n']);
  });

  test('can be a pattern, a name, a text with several', async () => {
    expect((await command(['47xx'])).out).toContain('4775    Recipient opted out');
    expect((await command(['explain', 'UNKNOWN_SUBSCRIBER'])).out).toContain('bird/15005');
    const { exit, out } = await command(['explain', 'failed', 'with', 'error', '4775', 'then', 'error', '4799']);
    expect(exit).toBe(0);
    expect(out).toMatch(/bandwidth\/4775[\s\S]*bandwidth\/4799 {2}Not listed/);
  });

  test('as JSON and as a table says the same', async () => {
    const { json } = await command(['4775', '--json']);
    expect(json()).toMatchObject({ answers: [{ query: '4775', codes: [{ ref: 'bandwidth/4775', action: 'stop' }] }] });
    expect((await command(['4775', '--csv'])).out).toMatch(/^provider,set,code,.*\r\nBandwidth,bandwidth,4775,/);
  });

  test('is a code even where a file has its name', async () => {
    file('4775', failed(4770));
    expect((await command(['4775', '--csv'])).out).toContain('4775');
    expect((await command([join(folder, '4775'), '--csv'])).out).toContain('4770');
  });
});

describe('input', () => {
  test('is read from standard input and from files', async () => {
    const input = `${failed(4775)}\n${failed(4775, '+12025550143')}\n`;
    const path = file('failures.ndjson', input);
    const results = await Promise.all([command([], { input }), command(['-'], { input }), command([path])]);
    for (const { exit, out } of results) {
      expect(exit).toBe(0);
      expect(out).toContain('bandwidth/4775  Recipient opted out, carrier refuses  2 failures');
    }
  });

  test('of several files is one answer', async () => {
    const files = [file('a.ndjson', failed(4775)), file('b.ndjson', `${failed(4775)}\n${failed(4770)}`)];
    const { out } = await command(['--csv', ...files]);
    expect(out).toMatch(/,4775,true,[^\n]*,2,67%,[\s\S]*,4770,true,[^\n]*,1,33%,/);
  });

  test('without a failure ends with 1', async () => {
    const fine = JSON.stringify({ type: 'message-delivered', to: '+12025550142', message: { id: 'm' } });
    expect(await command([], { input: fine })).toMatchObject({
      exit: 1,
      out: expect.stringContaining('No failures: 1 message went well') as string,
    });
    expect(await command([], { input: '' })).toMatchObject({ exit: 1, out: 'The input is empty.\n' });
  });

  test('that cannot be read ends with 3, after the answer to what could', async () => {
    const { exit, out, err } = await command([join(folder, 'none.ndjson'), file('c.ndjson', failed(4775)), '--csv']);
    expect(exit).toBe(3);
    expect(out).toContain('4775');
    expect(err).toMatch(/cannot read .*none\.ndjson/);
  });

  test('as JSON has each code explained and holds nothing personal', async () => {
    const { out, json } = await command(['--json'], { input: failed(4775) });
    expect(json()).toMatchObject({
      status: 'found',
      messages: { failed: 1 },
      findings: [{ ref: 'bandwidth/4775', failures: 1, explained: { action: 'stop' } }],
    });
    expect(out).not.toContain('2025550142');
  });

  test('as a summary tells what to do', async () => {
    const input = [failed(4775), failed(4775, '+12025550143'), failed(5600)].join('\n');
    const { out } = await command(['--summary'], { input });
    expect(out).toMatch(/3 failures of 3 messages, 2 codes[\s\S]*Stop +2 .*2 numbers[\s\S]*Retry +1/);
    expect((await command(['--summary', '--json'], { input })).json()).toMatchObject({
      numbersToStop: 2,
      actions: { stop: 2, retry: 1 },
    });
  });

  test('message by message is one line each, failed ones only', async () => {
    const input = [
      failed(4775),
      JSON.stringify({ type: 'message-delivered', to: '+12025550144', message: { id: 'ok' } }),
      failed(5600),
    ].join('\n');
    const lines = (await command(['--messages'], { input })).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { line: 1, messageId: 'm-4775-42', recipient: '+12025550142', codes: ['bandwidth/4775'], action: 'stop' },
      { line: 3, messageId: 'm-5600-42', codes: ['bandwidth/5600'], action: 'retry' },
    ]);
    expect((await command(['--messages', '--csv'], { input })).out.trim().split('\r\n')).toHaveLength(3);
  });

  test('names of its own cannot write to the terminal', async () => {
    const input =
      '{"service":"channels","payload":{"status":"delivery_failed","failure":{"code":15016,"source":{"name":"x\\u001b[31m\\u009by","code":"9"}}}}';
    for (const given of [[], ['--json'], ['--messages']])
      expect((await command(given, { input })).out).not.toMatch(/[\u001b\u009b]/);
  });
});

describe('usage', () => {
  test.each([[['--nope']], [['--json', '--csv']], [['explain']], [['--summary', '4775']], [['4775', './x.ndjson']]])(
    '%j ends with 2 and says why',
    async (given) => {
      const { exit, out, err } = await command(given);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toMatch(/^undelivered: .+\nTry: undelivered --help\n$/);
    },
  );

  test('without anything to read it does not wait for the keyboard', async () => {
    expect((await command([], { isTTY: true })).exit).toBe(2);
  });

  test('help tells every exit code', async () => {
    const { exit, out } = await command(['--help']);
    expect(exit).toBe(0);
    for (const code of [0, 1, 2, 3]) expect(out).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'));
  });

  test('colours only where they are wanted', async () => {
    expect((await command(['4775'], { colours: true })).out).toContain('\u001b[');
    expect((await command(['4775'])).out).not.toContain('\u001b[');
  });
});
