import {
  createEnricher,
  createTally,
  eventWriter,
  listWriter,
  mergeReports,
  objectsOf,
  type EnrichedFormat,
  type ListKind,
  type Outcome,
} from '#batch';
import type { DecoderData } from '#catalog';
import { createDecoder, type MessageEvent, type Report } from '#decoder';
import type { Explainer } from './explainer.ts';
import type { FailureLog } from './failure-log.ts';
import type { Input, Progress } from './protocol.ts';
import { textOf } from './read-text.ts';

/** What a job needs beside its input. */
export interface JobContext {
  readonly data: DecoderData;
  readonly explainer: Explainer;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Awaited after each piece, so that a job can be given up in the middle. */
  readonly pause: () => Promise<void>;
}

/** Places kept of each finding of a file: a few are shown, and thousands of findings are handed to the page. */
const placesInFile = 5;

/** Decodes text or files and logs the failures. Of a file only the piece at hand is kept. */
export async function decodeInput(
  input: Input,
  log: FailureLog,
  { data, explainer, signal, onProgress, pause }: JobContext,
): Promise<Outcome> {
  const tally = createTally(explainer);
  const reports: Report[] = [];
  for (const pieces of piecesOf(input, signal, onProgress)) {
    log.beginFile();
    const decoder = createDecoder(data, {
      onEvent: (event) => {
        tally.take(event);
        log.take(event);
      },
      events: 'failed',
      ...('files' in input && { maxPlaces: placesInFile }),
      column: input.column,
    });
    for await (const piece of pieces) {
      decoder.push(piece);
      await pause();
    }
    reports.push(decoder.end());
  }
  return {
    report: mergeReports(reports),
    tally: tally.result(),
    files: 'files' in input ? input.files.map(({ name }) => name) : [],
  };
}

/** Makes a list from the input in a second pass. */
export async function listInput(input: Input, kind: ListKind, outcome: Outcome, context: JobContext): Promise<Blob> {
  const { data, explainer, signal, onProgress, pause } = context;
  const output = new BlobBuilder();
  const format = kind === 'enriched' ? await formatOf(input, outcome) : undefined;
  const writer = kind === 'enriched' ? (format ? undefined : eventWriter(explainer)) : listWriter(kind, explainer);
  if (writer) output.append(writer.head);
  for (const pieces of piecesOf(input, signal, onProgress)) {
    const enricher = writer || !format ? undefined : createEnricher(format, explainer);
    const onEvent = (event: MessageEvent) =>
      enricher ? enricher.event(event) : output.append(writer?.rowOf(event) ?? '');
    const decoder = createDecoder(data, { onEvent, column: input.column });
    for await (const piece of pieces) {
      decoder.push(piece);
      if (enricher) output.append(enricher.text(piece));
      await pause();
    }
    decoder.end();
    if (enricher) output.append(enricher.end());
  }
  return output.finish(format === 'lines' ? 'application/x-ndjson' : 'text/csv;charset=utf-8');
}

/** The pieces of each file in turn; one list of them for a text. */
function* piecesOf(
  input: Input,
  signal: AbortSignal,
  onProgress: JobContext['onProgress'],
): Generator<Iterable<string> | AsyncIterable<string>> {
  if ('text' in input) {
    yield [input.text];
    return;
  }
  const total = input.files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const file of input.files) {
    if (signal.aborted) return;
    const start = before;
    yield textOf(file, signal, (bytes) => onProgress({ read: start + bytes, total }));
    before += file.size;
  }
}

/** How the input can be enriched in place; undefined where its messages can only be listed. */
async function formatOf(input: Input, { report }: Outcome): Promise<EnrichedFormat | undefined> {
  const isTable = report.findings.some(
    ({ reason, places }) => reason.kind === 'column' || places[0]?.layers[0] === 'table',
  );
  if (isTable) return 'table';
  const head = 'text' in input ? input.text.slice(0, 65_536) : await headOf(input.files[0]);
  const [line = ''] = head.trimStart().split('\n');
  return holdsObjects(line) ? 'lines' : undefined;
}

async function headOf(file: File | undefined): Promise<string> {
  if (!file) return '';
  const control = new AbortController();
  for await (const piece of textOf(file, control.signal, () => undefined)) return piece;
  return '';
}

function holdsObjects(line: string): boolean {
  try {
    JSON.parse(line);
    return objectsOf(line).length > 0;
  } catch {
    return false;
  }
}

/** Collects text into blobs, which the browser may keep on disk, so that a large export does not fill the memory. */
class BlobBuilder {
  #parts: Blob[] = [];
  #text = '';

  append(text: string): void {
    this.#text += text;
    if (this.#text.length > 2_000_000) this.#seal();
  }

  finish(type: string): Blob {
    this.#seal();
    return new Blob(this.#parts, { type });
  }

  #seal(): void {
    if (this.#text !== '') this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }
}
