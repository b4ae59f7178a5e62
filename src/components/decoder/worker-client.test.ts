import { expect, test } from 'vitest';
import { emptyTally, type Outcome } from '#batch';
import { exampleReport } from '../../decoder/example-report.ts';
import type { Answer, Input, Order } from './protocol.ts';
import { WorkerClient } from './worker-client.ts';

const outcome: Outcome = { report: exampleReport([]), tally: emptyTally, files: [] };

/** A worker that does nothing by itself: the test reads its orders and gives its answers. */
function setUp() {
  const orders: Order[] = [];
  const decoded: Input[] = [];
  let tell: (answer: Answer) => void = () => undefined;
  const worker = {
    postMessage: (order: Order) => void orders.push(order),
    addEventListener: (_: string, listener: (event: { data: Answer }) => void) => (tell = (data) => listener({ data })),
  } as unknown as Worker;
  const client = new WorkerClient(worker, {
    onProgress: () => undefined,
    onDecoded: (_, input) => decoded.push(input),
    onFailed: () => undefined,
  });
  const started = () => orders.flatMap((order) => (order.kind === 'decode' ? [order] : []));
  const finish = (job = started().at(-1)!.job) =>
    tell({ kind: 'decoded', job, outcome, failures: { kept: 0, all: 0, bytes: 0 } });
  return { client, orders, decoded, started, finish, answer: (answer: Answer) => tell(answer) };
}

const prepare = (client: WorkerClient) => client.prepare('{}', '{}');

test('input that comes before the decoder is loaded waits for it', () => {
  const { client, started } = setUp();
  client.decode({ text: 'a' });
  client.decode({ text: 'b' });
  expect(started()).toEqual([]);
  prepare(client);
  expect(started().map(({ input }) => input)).toEqual([{ text: 'b' }]);
});

test('while one text is decoded only the newest of the others is kept, and outdated answers are dropped', () => {
  const { client, decoded, started, finish } = setUp();
  prepare(client);
  for (const text of ['a', 'ab', 'abc']) client.decode({ text });
  finish();
  expect(decoded).toEqual([]);
  finish();
  expect(started().map(({ input }) => input)).toEqual([{ text: 'a' }, { text: 'abc' }]);
  expect(decoded).toEqual([{ text: 'abc' }]);
});

test('a file is given up for the next input', () => {
  const { client, orders, decoded, started, finish } = setUp();
  prepare(client);
  client.decode({ files: [] });
  const file = started()[0]!.job;
  client.decode({ text: 'a' });
  expect(orders).toContainEqual({ kind: 'cancel', job: file });
  finish(file);
  finish();
  expect(decoded).toEqual([{ text: 'a' }]);
});

test('after clearing nothing arrives any more', () => {
  const { client, decoded, started, finish } = setUp();
  prepare(client);
  client.decode({ text: 'a' });
  client.clear();
  finish(started()[0]!.job);
  expect(decoded).toEqual([]);
});

test('questions are answered beside the decoding, each with its own answer', async () => {
  const { client, orders, answer } = setUp();
  prepare(client);
  const counts = [client.arrange('a', undefined), client.arrange('ab', undefined)];
  const [first, second] = orders.flatMap((order) => (order.kind === 'arrange' ? [order.job] : []));
  answer({ kind: 'arranged', job: second!, count: 2 });
  answer({ kind: 'arranged', job: first!, count: 1 });
  expect(await Promise.all(counts)).toEqual([1, 2]);
});
