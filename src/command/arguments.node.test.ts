import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.node.ts';

const read = (line: string) => readArguments(line.split(' ').filter((word) => word !== ''));

describe('arguments', () => {
  test('operands may be codes or files', () => {
    expect(read('4775 failures.ndjson')).toEqual({
      kind: 'any',
      operands: ['4775', 'failures.ndjson'],
      content: 'codes',
      format: 'text',
    });
    expect(read('')).toMatchObject({ kind: 'any', operands: [] });
  });

  test('after explain they are codes and texts, also a second "explain"', () => {
    expect(read('explain UNKNOWN_SUBSCRIBER')).toMatchObject({ kind: 'explain', operands: ['UNKNOWN_SUBSCRIBER'] });
    expect(read('explain explain')).toMatchObject({ kind: 'explain', operands: ['explain'] });
  });

  test('options stand anywhere; after -- there are none', () => {
    expect(read('4775 --json')).toMatchObject({ format: 'json' });
    expect(read('--csv explain 4775')).toMatchObject({ kind: 'explain', format: 'csv' });
    expect(read('-- --json')).toMatchObject({ operands: ['--json'], format: 'text' });
  });

  test('help comes before everything else', () => {
    expect(read('-h 4775')).toEqual({ kind: 'help' });
    expect(read('--version')).toEqual({ kind: 'version' });
  });

  test.each([
    '--nope',
    '--json --csv',
    '--summary --messages',
    '--summary --csv',
    'explain',
    'explain 1 --summary',
    '--json=1',
  ])('"%s" is wrong', (line) => {
    expect(read(line)).toMatchObject({ kind: 'wrong', message: expect.stringMatching(/\w/) as string });
  });
});
