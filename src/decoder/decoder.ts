import type { DecoderData } from '#catalog';
import type { MessageEvent, Report } from './report.ts';

export interface DecoderOptions {
  /** Called for each message event as its record is completed, in input order. */
  readonly onEvent?: (event: MessageEvent) => void;
  /** Places kept per finding. Default 20. */
  readonly maxPlaces?: number;
}

/** Takes text in chunks of any size; the report does not depend on how the text was cut. */
export interface Decoder {
  push(chunk: string): void;
  /** Ends the input. Further pushes are ignored; calling it again gives the same report. */
  end(): Report;
}

export function createDecoder(_data: DecoderData, _options: DecoderOptions = {}): Decoder {
  return {
    push() {},
    end: () => ({ status: 'empty', findings: [], suggestions: [], namesakes: [], unknown: [], warnings: [], events: { failed: 0, fine: 0, unclear: 0 }, length: 0, steps: 0 }),
  };
}

/** Decodes one text. */
export function decode(text: string, data: DecoderData, options: DecoderOptions = {}): Report {
  const decoder = createDecoder(data, options);
  decoder.push(text);
  return decoder.end();
}
