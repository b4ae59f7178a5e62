import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { blocksOf, readGuides } from './guides.ts';
import { loadPrograms, memory } from './programs.ts';
import { catalog, setFiles } from './published-sets.ts';

const { modules, decide } = await loadPrograms();
const birdGuide = readGuides().get('bird-webhooks')!;

describe('Bandwidth webhooks', () => {
  const event = (changes: object = {}) => ({
    type: 'message-failed',
    to: '+12025550142',
    errorCode: 4770,
    message: { id: 'm1' },
    ...changes,
  });
  const failure = { messageId: 'm1', recipient: '+12025550142', codes: [{ set: 'bandwidth', code: '4770' }] };
  const failuresIn = (body: unknown) => modules.bandwidth.failuresIn(body);

  test('a list and a single object, a number and a string mean the same', () => {
    for (const body of [[event()], event(), [event({ errorCode: '4770' })], event({ errorCode: ' 4770 ' })])
      expect(failuresIn(body)).toEqual([failure]);
    expect(failuresIn([event(), event({ to: '+12025550143' })])).toHaveLength(2);
  });

  test('other events are no failures, and a failure without a usable code is one', () => {
    expect(
      failuresIn([
        event({ type: 'message-delivered' }),
        event({ type: 'message-sent' }),
        event({ type: 'something-new' }),
      ]),
    ).toEqual([]);
    for (const errorCode of [undefined, null, 995, '400', '', {}, 12345])
      expect(failuresIn(event({ errorCode }))).toEqual([{ ...failure, codes: [] }]);
  });

  test('nothing makes it throw', () => {
    for (const body of [
      null,
      undefined,
      1,
      'text',
      true,
      [],
      [null, 1, 'a', []],
      {},
      event({ message: null, to: undefined }),
    ])
      expect(() => failuresIn(body)).not.toThrow();
  });

  test('it finds the code in the examples of the catalogue', () => {
    const wrong: string[] = [];
    let read = 0;
    for (const { code, examples } of setFiles.find(({ set }) => set.id === 'bandwidth')?.codes ?? []) {
      for (const body of examples.flatMap(parsed)) {
        const found = failuresIn(body).flatMap(({ codes }) => codes.map((ref) => ref.code));
        if (found.length > 0) read += 1;
        if (found.some((other) => other !== code)) wrong.push(`${code}: ${found.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(60);
  });

  test('the body is stored before the answer, and strangers are refused', async () => {
    const stored: string[] = [];
    const inbox = { put: async (provider: string, body: string) => void stored.push(`${provider} ${body}`) };
    const send = (headers: Record<string, string>, to = inbox) =>
      modules['receive-bandwidth'].receiveBandwidth(
        new Request('https://example.com/hooks', { method: 'POST', body: '[]', headers }),
        to,
        'user:secret',
      );
    const credentials = { authorization: `Basic ${Buffer.from('user:secret').toString('base64')}` };
    expect((await send(credentials)).status).toBe(204);
    expect(stored).toEqual(['bandwidth []']);
    expect((await send({})).status).toBe(401);
    expect((await send({ authorization: 'Basic wrong' })).status).toBe(401);
    expect(stored).toHaveLength(1);
    await expect(send(credentials, { put: () => Promise.reject(new Error('full')) })).rejects.toThrow('full');
  });

  test('a stored body can be worked on twice', async () => {
    const store = memory({
      m1: { original: 'first', recipient: '+12025550142', tries: 0, expires: Number.POSITIVE_INFINITY },
    });
    const body = JSON.stringify([event({ errorCode: 5100 }), event({ type: 'message-delivered' })]);
    expect(await modules.work.work(body, decide, store)).toEqual(['retry']);
    expect(await modules.work.work(body, decide, store)).toEqual(['retry']);
    expect([...store.retries.keys()]).toEqual(['first 1']);
    await expect(modules.work.work('{', decide, store)).rejects.toThrow();
  });
});

describe('Bird webhooks', () => {
  const failureIn = (body: unknown) => modules.bird.failureIn(body);
  const [older, newer] = blocksOf(birdGuide, 'json').map(
    (block) => JSON.parse(block) as Record<string, Record<string, unknown>>,
  );

  test('the older shape, with and without its envelope', () => {
    const failure = {
      messageId: '11111111-1111-4111-8111-111111111111',
      recipient: '+12025550123',
      codes: [
        { set: 'bird', code: '15001' },
        { set: 'bird-sms', code: '34' },
      ],
    };
    expect(failureIn(older)).toEqual(failure);
    expect(failureIn(older?.['payload'])).toEqual(failure);
    expect(failureIn({ ...older?.['payload'], status: 'sending_failed', failure: undefined })).toMatchObject({
      codes: [],
    });
    expect(failureIn({ ...older?.['payload'], status: 'delivered' })).toBeUndefined();
  });

  test('the newer shape, SMS and WhatsApp', () => {
    expect(failureIn(newer)).toEqual({
      messageId: 'sms_00000000000000000000000001',
      recipient: '+12025550142',
      codes: [
        { set: 'bird-errors', code: 'invalid_destination' },
        { set: 'bird-sms', code: '1' },
      ],
    });
    expect(decide(failureIn(newer)?.codes ?? [])).toMatchObject({ action: 'stop', ref: 'bird-sms/1' });
    const whatsapp = {
      whatsapp_id: 'wam_1',
      to: { phone_number: '+12025550123' },
      error: { code: 'service_window_expired', meta_error_code: 131047 },
    };
    expect(failureIn({ type: 'whatsapp.failed', data: whatsapp })).toEqual({
      messageId: 'wam_1',
      recipient: '+12025550123',
      codes: [
        { set: 'bird-errors', code: 'service_window_expired' },
        { set: 'whatsapp', code: '131047' },
      ],
    });
    expect(failureIn({ type: 'sms.expired', data: { sms_id: 'sms_1', to: '+12025550123' } })).toMatchObject({
      codes: [],
    });
    expect(failureIn({ type: 'sms.delivered', data: { sms_id: 'sms_1', error: null } })).toBeUndefined();
  });

  test('a legacy report is a failure by its status, with a code or without one', () => {
    const [address = ''] = /^GET (\S+)$/m.exec(birdGuide)?.slice(1) ?? [];
    const report = (query: string) => modules.bird.failureInQuery(new URL(query, 'https://example.com'));
    expect(report(address)).toEqual({
      messageId: '0123456789abcdef',
      recipient: '+12025550123',
      codes: [{ set: 'bird-sms', code: '1' }],
    });
    expect(report('?id=a&recipient=+12025550123&status=expired&statusErrorCode=')).toEqual({
      messageId: 'a',
      recipient: '+12025550123',
      codes: [],
    });
    expect(report('?id=a&status=delivered')).toBeUndefined();
    expect(report('?')).toBeUndefined();
  });

  test('it finds the code in the examples of the catalogue', () => {
    const wrong: string[] = [];
    const read = new Map<string, number>();
    for (const { set, codes } of setFiles.filter(({ set: { id } }) => /^(bird|bird-errors)$/.test(id))) {
      for (const { code, examples } of codes) {
        for (const body of examples.flatMap(parsed)) {
          const [first] = failureIn(body)?.codes ?? [];
          if (first === undefined) continue;
          read.set(set.id, (read.get(set.id) ?? 0) + 1);
          if (first.set !== set.id || first.code !== code) wrong.push(`${set.id}/${code}: ${first.set}/${first.code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(read.get('bird')).toBeGreaterThan(20);
    expect(read.get('bird-errors')).toBeGreaterThanOrEqual(8);
  });

  test('platforms lead to the sets that the data names', () => {
    const carried = catalog.sets.flatMap(({ id, file }) =>
      file.carriedBy?.set === 'bird' ? [[file.carriedBy.name, id] as const] : [],
    );
    expect(new Map(modules.bird.sourceSets)).toEqual(new Map(carried));
  });

  test('the events that fail are those of the data', () => {
    const types = catalog.set('bird-errors')?.file.recognise.failure['type'] ?? [];
    expect(types.filter((type) => failureIn({ type, data: {} }) === undefined)).toEqual([]);
    expect(types.filter((type) => !birdGuide.includes(`\`${type}\``))).toEqual([]);
  });

  test('nothing makes it throw', () => {
    for (const body of [
      null,
      undefined,
      1,
      'text',
      [],
      {},
      { data: null },
      { type: 'sms.failed', data: null },
      { payload: 1 },
      { status: 'delivery_failed', failure: 3, receiver: { contacts: 'x' } },
    ]) {
      expect(() => failureIn(body)).not.toThrow();
    }
  });

  test('only the right key, address and body pass as signed', () => {
    const [url, body, key, timestamp] = [
      'https://example.com/hooks/bird',
      '{"event":"sms.outbound"}',
      'example-signing-key',
      '1767323045',
    ];
    const signed = Buffer.concat([Buffer.from(`${timestamp}\n${url}\n`), createHash('sha256').update(body).digest()]);
    const headers = new Headers({
      'messagebird-signature': createHmac('sha256', key).update(signed).digest('base64'),
      'messagebird-request-timestamp': timestamp,
    });
    const { isFromBird } = modules['bird-signature'];
    expect(isFromBird(url, body, headers, key)).toBe(true);
    for (const [otherUrl, otherBody, otherKey] of [
      [`${url}/`, body, key],
      [url, `${body} `, key],
      [url, body, 'other'],
    ] as const) {
      expect(isFromBird(otherUrl, otherBody, headers, otherKey)).toBe(false);
    }
    expect(isFromBird(url, body, new Headers(), key)).toBe(false);
  });
});

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
