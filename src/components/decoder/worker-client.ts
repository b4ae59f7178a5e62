import type { ListKind, Outcome } from '#batch';
import type { Failure, FailureOrder } from './failure-log.ts';
import type { Answer, Decoded, Input, Order, Progress } from './protocol.ts';

export interface Listener {
  onProgress(progress: Progress): void;
  onDecoded(decoded: Decoded, input: Input): void;
  onFailed(message: string): void;
}

/** An order other than to decode, which is answered once. */
interface Question {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * The worker as the page sees it. The latest input wins: while one text is decoded, only the newest of those that follow
 * is kept, and answers to older ones are dropped.
 */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #listener: Listener;
  readonly #questions = new Map<number, Question>();
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

  /** Makes a list from the input in a second pass over it. */
  async list(input: Input, list: ListKind, outcome: Outcome, onProgress: (progress: Progress) => void): Promise<Blob> {
    const answer = await this.#ask({ kind: 'list', job: this.#nextJob(), input, list, outcome }, onProgress);
    if (answer.kind !== 'list') throw new Error('No list');
    return answer.list;
  }

  /** Finds and sorts the failures of the input that was decoded last; answers how many there are. */
  async arrange(query: string, order: FailureOrder | undefined): Promise<number> {
    const answer = await this.#ask({ kind: 'arrange', job: this.#nextJob(), query, order });
    return answer.kind === 'arranged' ? answer.count : 0;
  }

  /** Some of the failures as they were arranged last; `to` exclusive. */
  async rows(from: number, to: number): Promise<readonly Failure[]> {
    const answer = await this.#ask({ kind: 'rows', job: this.#nextJob(), from, to });
    return answer.kind === 'rows' ? answer.rows : [];
  }

  #ask(order: Extract<Order, { job: number }>, onProgress?: (progress: Progress) => void): Promise<Answer> {
    this.#send(order);
    return new Promise((resolve, reject) => this.#questions.set(order.job, { resolve, reject, onProgress }));
  }

  #nextJob(): number {
    return (this.#jobs += 1);
  }

  #startNext(): void {
    if (!this.#isPrepared || this.#next === undefined) return;
    this.#current = { job: this.#nextJob(), input: this.#next };
    this.#next = undefined;
    this.#send({ kind: 'decode', ...this.#current });
  }

  #take(answer: Answer): void {
    const question = this.#questions.get(answer.job);
    if (question) {
      if (answer.kind === 'progress') return question.onProgress?.(answer.progress);
      this.#questions.delete(answer.job);
      if (answer.kind === 'failed') question.reject(new Error(answer.message));
      else question.resolve(answer);
      return;
    }
    if (answer.job !== this.#current?.job) return;
    if (answer.kind === 'progress') return this.#listener.onProgress(answer.progress);
    const { input } = this.#current;
    this.#current = undefined;
    const isOutdated = this.#next !== undefined;
    this.#startNext();
    if (isOutdated) return;
    if (answer.kind === 'decoded') this.#listener.onDecoded(answer, input);
    else if (answer.kind === 'failed') this.#listener.onFailed(answer.message);
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }
}
