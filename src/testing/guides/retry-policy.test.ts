import { describe, expect, test } from 'vitest';
import { verdict as verdicts } from '#schema';
import { readGuides } from './guides.ts';
import { asSent, hour, loadPrograms, memory, minute, type Decision, type Sent } from './programs.ts';
import { setFiles } from './published-sets.ts';

const { modules, decide } = await loadPrograms();
const one = (set: string, code: string): Decision => decide([{ set, code }]);

describe('the retry policy in TypeScript', () => {
  test('does with every listed code what the data says', () => {
    const wrong = setFiles.flatMap(({ set, codes }) =>
      codes
        .map(({ code, action, retry }) => ({ ref: `${set.id}/${code}`, action, verdict: retry.value, listed: true }))
        .filter(
          (wanted) =>
            JSON.stringify(wanted) !==
            JSON.stringify(ordered(one(set.id, asSent(wanted.ref.slice(set.id.length + 1))))),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('stops opt-outs, retries a busy carrier once, has spam changed, and leaves 9902', () => {
    expect(one('bandwidth', '4775')).toMatchObject({ action: 'stop', verdict: 'never' });
    expect(one('bandwidth', '5600')).toMatchObject({ action: 'retry', verdict: 'once' });
    expect(one('bandwidth', '4770')).toMatchObject({ action: 'change', verdict: 'after-change' });
    expect(one('bandwidth', '9902')).toMatchObject({ action: 'leave', verdict: 'unknown' });
  });

  test('reads unlisted codes by their digits, the narrowest family with a verdict first', () => {
    expect(one('bandwidth', '4799')).toEqual({
      action: 'change',
      verdict: 'after-change',
      ref: 'bandwidth/4799',
      listed: false,
    });
    expect(one('bandwidth', '5198')).toMatchObject({ action: 'retry', verdict: 'later', listed: false });
    expect(one('bandwidth', '5698')).toMatchObject({ action: 'retry', verdict: 'once', listed: false });
    expect(one('bandwidth', '5398')).toMatchObject({ action: 'retry', verdict: 'once', listed: false });
    expect(one('bird', '11999')).toMatchObject({ action: 'change', listed: false });
    expect(one('bird', '15999')).toMatchObject({ action: 'leave', verdict: 'unknown', listed: false });
  });

  test('leaves what no list and no family knows', () => {
    for (const [set, code] of [
      ['bandwidth', '8000'],
      ['bird', '4775'],
      ['bird-errors', 'new_word'],
      ['nobody', '1'],
      ['bandwidth', ''],
      ['bandwidth', '__proto__'],
    ] as const) {
      expect(one(set, code)).toMatchObject({ action: 'leave', verdict: 'unknown', listed: false });
    }
    expect(decide([])).toEqual({ action: 'leave', verdict: 'unknown', ref: 'no code', listed: false });
  });

  test('leaves verdicts that a later version of the data brings', () => {
    const [file] = setFiles;
    const later = modules.policy.createPolicy([
      {
        set: { id: 'acme', families: [] },
        codes: [{ ...file!.codes[0]!, code: '1', suppress: false, retry: { value: 'next-year' } }],
      },
    ]);
    expect(later([{ set: 'acme', code: '1' }])).toMatchObject({ action: 'leave', verdict: 'next-year' });
  });

  test('takes the stricter of two codes, and an unlisted second one for nothing', () => {
    const bird = { set: 'bird', code: '15001' };
    expect(decide([bird])).toMatchObject({ action: 'retry', verdict: 'once' });
    expect(decide([bird, { set: 'bird-sms', code: '34' }])).toMatchObject({
      action: 'retry',
      verdict: 'once',
      ref: 'bird/15001',
    });
    expect(decide([bird, { set: 'bird-sms', code: '103' }])).toMatchObject({ action: 'stop', ref: 'bird-sms/103' });
    expect(decide([bird, { set: 'bird-sms', code: '104' }])).toMatchObject({ action: 'change', ref: 'bird-sms/104' });
    expect(decide([bird, { set: 'bird-sms', code: '999' }])).toMatchObject({ action: 'retry', ref: 'bird/15001' });
    expect(
      decide([
        { set: 'bird', code: '15016' },
        { set: 'bird-sms', code: '34' },
      ]),
    ).toMatchObject({ action: 'stop', ref: 'bird/15016' });
  });

  test('reads ranges number by number', () => {
    expect(one('whatsapp', '250')).toMatchObject({ ref: 'whatsapp/200-299', listed: true });
  });

  test('pauses longer each time, up to a cap, with chance, and then no more', () => {
    const pauses = (decision: Decision, random: () => number) =>
      [0, 1, 2, 3, 4].map((tries) => modules.policy.pauseBefore(decision, tries, random));
    expect(pauses(one('bandwidth', '5100'), () => 0)).toEqual([
      5 * minute,
      30 * minute,
      3 * hour,
      12 * hour,
      undefined,
    ]);
    expect(pauses(one('bandwidth', '5100'), () => 1)).toEqual([
      2.5 * minute,
      15 * minute,
      1.5 * hour,
      6 * hour,
      undefined,
    ]);
    expect(pauses(one('bandwidth', '5600'), () => 0)).toEqual([
      15 * minute,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    for (const code of ['4775', '4770', '9902'])
      expect(modules.policy.pauseBefore(one('bandwidth', code), 0)).toBeUndefined();
  });
});

const ordered = ({ ref, action, verdict, listed }: Decision) => ({ ref, action, verdict, listed });

describe('acting on a failure', () => {
  const now = Date.parse('2026-11-24T08:00:00Z');
  const sent = (changes: Partial<Sent> = {}): Record<string, Sent> => ({
    m1: { original: 'first', recipient: '+12025550142', tries: 0, expires: now + 48 * hour, ...changes },
  });
  const act = (code: string, store: object, recipient = '+12025550142') =>
    modules.apply.apply(
      { messageId: 'm1', recipient, codes: [{ set: 'bandwidth', code }] },
      one('bandwidth', code),
      store,
      now,
      () => 0,
    );

  test('suppresses the number of an opt-out, and sends nothing', async () => {
    const store = memory(sent());
    expect(await act('4775', store)).toBe('stop');
    expect([...store.suppressed]).toEqual([['+12025550142', 'bandwidth/4775']]);
    expect(store.retries.size + store.held.size).toBe(0);
  });

  test('suppresses also a number whose message it does not find', async () => {
    const store = memory();
    expect(await act('4775', store)).toBe('not-found');
    expect(store.suppressed.has('+12025550142')).toBe(true);
    expect(await act('4775', store, '')).toBe('not-found');
    expect(store.suppressed.size).toBe(1);
  });

  test('retries a busy carrier once, also if the event comes twice', async () => {
    const store = memory(sent());
    expect([await act('5600', store), await act('5600', store)]).toEqual(['retry', 'retry']);
    expect([...store.retries]).toEqual([['first 1', now + 15 * minute]]);
    const again = memory(sent({ tries: 1 }));
    expect(await act('5600', again)).toBe('leave');
    expect(again.retries.size).toBe(0);
  });

  test('gives up after four retries, and when the message would come too late', async () => {
    for (const [tries, result] of [
      [0, 'retry'],
      [3, 'retry'],
      [4, 'leave'],
    ] as const) {
      expect(await act('5100', memory(sent({ tries })))).toBe(result);
    }
    const login = memory(sent({ expires: now + 4 * minute }));
    expect(await act('5100', login)).toBe('leave');
    expect(login.retries.size).toBe(0);
  });

  test('holds what must be changed, and leaves what nobody knows', async () => {
    const store = memory(sent());
    expect(await act('4770', store)).toBe('change');
    expect([...store.held]).toEqual([['first', 'bandwidth/4770']]);
    expect(await act('9902', store)).toBe('leave');
    expect(store.retries.size + store.suppressed.size).toBe(0);
  });
});

describe('the table of verdicts', () => {
  const rows = [
    ...readGuides()
      .get('retry-policy')!
      .matchAll(/^\| `([a-z-]+)` +\|.*\| (\d+) +\| (.*?) *\|$/gm),
  ].map(([, verdict = '', tries = '', pauses = '']) => ({
    verdict,
    tries: Number(tries),
    pauses:
      pauses === ''
        ? []
        : pauses.split(', ').map((pause) => Number.parseInt(pause, 10) * (pause.includes('hour') ? hour : minute)),
  }));

  test('has each verdict of the data', () => {
    expect(rows.map(({ verdict }) => verdict).sort()).toEqual([...verdicts.options].sort());
    expect(new Set(setFiles.flatMap(({ codes }) => codes.map(({ retry }) => retry.value)))).toEqual(
      new Set(verdicts.options),
    );
  });

  test('gives the tries and pauses of the program below it', () => {
    for (const { verdict, tries, pauses } of rows) {
      const action = verdict === 'once' || verdict === 'later' ? 'retry' : 'leave';
      const decision: Decision = { action, verdict, ref: '', listed: true };
      const made = Array.from({ length: tries + 1 }, (_, index) =>
        modules.policy.pauseBefore(decision, index, () => 0),
      );
      expect(made, verdict).toEqual([...pauses, undefined]);
    }
  });
});
