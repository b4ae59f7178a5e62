import { createTally, mergeReports, type Judge, type Outcome } from '#batch';
import { createDecoder, type MessageEvent, type Report } from '#decoder';
import type { DecoderData } from '#catalog';

/** A text that is read piece by piece. */
export interface Input {
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

export interface BatchOptions {
  readonly data: DecoderData;
  readonly judge: Judge;
  /** The line of a message; handed to `write` in input order. */
  readonly lineOf?: (event: MessageEvent) => string;
  readonly write?: (text: string) => Promise<void>;
  /** An input that cannot be read to its end. What was read of it counts. */
  readonly onFailure: (input: Input, error: unknown) => void;
}

/** Decodes inputs one after the other, as the site does with files. Holds the piece at hand and what it found. */
export async function decodeBatch(
  inputs: readonly Input[],
  { data, judge, lineOf, write, onFailure }: BatchOptions,
): Promise<Outcome> {
  const tally = createTally(judge);
  const reports: Report[] = [];
  for (const input of inputs) {
    let lines = '';
    const onEvent = (event: MessageEvent) => {
      tally.take(event);
      if (lineOf) lines += lineOf(event);
    };
    const decoder = createDecoder(data, { onEvent, maxPlaces: 1 });
    const flush = async () => {
      if (lines !== '') await write?.(lines);
      lines = '';
    };
    try {
      for await (const piece of input.pieces) {
        decoder.push(piece);
        await flush();
      }
    } catch (error) {
      onFailure(input, error);
    }
    reports.push(decoder.end());
    await flush();
  }
  return { report: mergeReports(reports), tally: tally.result(), files: inputs.map(({ name }) => name) };
}
