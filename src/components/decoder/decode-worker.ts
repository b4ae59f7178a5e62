/** Decodes off the main thread. It is started and told everything before there is input, and asks for nothing later. */
import { createExplainer, type Explainer } from './explainer.ts';
import { FailureLog, type Failure } from './failure-log.ts';
import type { DecoderData } from '#catalog';
import type { Explanations } from '#site/page-kinds/decoder-page';
import type { Answer, Order } from './protocol.ts';
import { decodeInput, listInput, type JobContext } from './run-job.ts';

/** Milliseconds between two reports of progress, and of work without listening to the page. */
const progressEvery = 100;
const deafFor = 30;

let prepared: { readonly data: DecoderData; readonly explainer: Explainer } | undefined;
const running = new Map<number, AbortController>();
/** The failures of the input that was decoded last, and the rows of it that the table shows, in its order. */
let shown: { readonly log: FailureLog; rows: Uint32Array } | undefined;

const answer = (message: Answer) => postMessage(message);

addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
  if (order.kind === 'prepare')
    prepared = {
      data: JSON.parse(order.data) as DecoderData,
      explainer: createExplainer(JSON.parse(order.explanations) as Explanations),
    };
  else if (order.kind === 'cancel') running.get(order.job)?.abort();
  else if (order.kind === 'arrange') answer({ kind: 'arranged', job: order.job, count: arrange(order) });
  else if (order.kind === 'rows') answer({ kind: 'rows', job: order.job, rows: rowsAt(order.from, order.to) });
  else void run(order);
});

function arrange({ query, order }: Extract<Order, { kind: 'arrange' }>): number {
  if (!shown) return 0;
  shown.rows = shown.log.arrange(query, order);
  return shown.rows.length;
}

const rowsAt = (from: number, to: number): Failure[] =>
  shown ? Array.from(shown.rows.subarray(from, to), (index) => shown!.log.row(index)) : [];

async function run(order: Extract<Order, { job: number }> & { kind: 'decode' | 'list' }): Promise<void> {
  const { job, input } = order;
  const control = new AbortController();
  running.set(job, control);
  try {
    if (!prepared) throw new Error('The decoder is not loaded.');
    const context: JobContext = {
      ...prepared,
      signal: control.signal,
      onProgress: reportProgress(job),
      pause: createPause(),
    };
    if (order.kind === 'decode') {
      // What was kept of the input before is not worth twice the memory.
      shown = undefined;
      const log = new FailureLog(prepared.explainer);
      const outcome = await decodeInput(input, log, context);
      if (control.signal.aborted) return;
      shown = { log, rows: new Uint32Array() };
      answer({ kind: 'decoded', job, outcome, failures: log.size });
    } else {
      const list = await listInput(input, order.list, order.outcome, context);
      if (!control.signal.aborted) answer({ kind: 'list', job, list });
    }
  } catch (error) {
    if (!control.signal.aborted)
      answer({ kind: 'failed', job, message: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(job);
  }
}

function reportProgress(job: number): JobContext['onProgress'] {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < progressEvery) return;
    last = now;
    answer({ kind: 'progress', job, progress });
  };
}

/**
 * Lets messages of the page in from time to time. Pieces of a file come so fast that without it an order to stop would
 * wait until the end of the file.
 */
function createPause(): JobContext['pause'] {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  return async () => {
    if (performance.now() - last < deafFor) return;
    await new Promise((resume) => {
      port1.onmessage = resume;
      port2.postMessage(undefined);
    });
    last = performance.now();
  };
}
