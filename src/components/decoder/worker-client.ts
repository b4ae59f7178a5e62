import type { ListKind } from './exports.ts';
import type { Outcome } from './outcome.ts';
import type { Answer, Input, Order, Progress } from './protocol.ts';

export interface Listener {
  onProgress(progress: Progress): void;
  onDecoded(outcome: Outcome, input: Input): void;
  onFailed(message: string): void;
}

interface Listing {
  readonly resolve: (list: Blob) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * The worker as the page sees it. The latest input wins: while one text is decoded, only the newest of those that follow
 * is kept, and answers to older ones are dropped.
 */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #listener: Listener;
  readonly #listings = new Map<number, Listing>();
  #jobs = 0;
  #isPrepared = false;
  #current: { readonly job: number; readonly input: Input } | undefined;
  #next: Input | undefined;

  constructor(worker: Worker, listener: Listener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
  }

  /** Hands over what the decoder knows. Input that came before is decoded now. */
  prepare(data: string, explanations: string): void {
    this.#send({ kind: 'prepare', data, explanations });
    this.#isPrepared = true;
    this.#startNext();
  }

  /** Whether something is being decoded or waits for it. */
  get isBusy(): boolean {
    return this.#current !== undefined || this.#next !== undefined;
  }

  decode(input: Input): void {
    this.#next = input;
    if (!this.#current) this.#startNext();
    // A file may take minutes; a text is done in a moment.
    else if ('files' in this.#current.input) this.cancel();
  }

  /** Gives up what is being decoded. What was asked for since is started. */
  cancel(): void {
    if (this.#current) this.#send({ kind: 'cancel', job: this.#current.job });
    this.#current = undefined;
    this.#startNext();
  }

  /** Forgets the input that waits, and gives up the one at hand. */
  clear(): void {
    this.#next = undefined;
    this.cancel();
  }

  list(input: Input, list: ListKind, outcome: Outcome, onProgress: (progress: Progress) => void): Promise<Blob> {
    const job = (this.#jobs += 1);
    this.#send({ kind: 'list', job, input, list, outcome });
    return new Promise((resolve, reject) => this.#listings.set(job, { resolve, reject, onProgress }));
  }

  #startNext(): void {
    if (!this.#isPrepared || this.#next === undefined) return;
    this.#current = { job: (this.#jobs += 1), input: this.#next };
    this.#next = undefined;
    this.#send({ kind: 'decode', ...this.#current });
  }

  #take(answer: Answer): void {
    const listing = this.#listings.get(answer.job);
    if (listing) {
      if (answer.kind === 'progress') return listing.onProgress(answer.progress);
      this.#listings.delete(answer.job);
      return answer.kind === 'list'
        ? listing.resolve(answer.list)
        : listing.reject(new Error(answer.kind === 'failed' ? answer.message : 'No list'));
    }
    if (answer.job !== this.#current?.job) return;
    if (answer.kind === 'progress') return this.#listener.onProgress(answer.progress);
    const { input } = this.#current;
    this.#current = undefined;
    const isOutdated = this.#next !== undefined;
    this.#startNext();
    if (isOutdated) return;
    if (answer.kind === 'decoded') this.#listener.onDecoded(answer.outcome, input);
    else if (answer.kind === 'failed') this.#listener.onFailed(answer.message);
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }
}
