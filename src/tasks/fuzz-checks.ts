import { runInThisContext } from 'node:vm';
import type { DecoderData } from '#catalog';
import { createDecoder, decode, type Report } from '#decoder';
import { randomFrom } from '../testing/random.ts';

/** Steps that a text of this length may take: linear, with room for text that is opened layer by layer. */
function mostSteps(length: number): number {
  return 2000 + 60 * length;
}

/** Milliseconds after which an answer that is not there counts as none; the slowest takes a tenth of it. */
const longestAnswer = 5000;

/**
 * What is wrong with the decoder's answer to a text, or undefined when it holds: no exception, offsets and lines
 * inside the input, findings in order, steps within `mostSteps`, an end, and the same answer when the text comes in chunks.
 * The chunks follow from the text alone, so that a fault can be repeated without the run that found it.
 */
export function faultIn(text: string, data: DecoderData): string | undefined {
  try {
    return interrupted(() => {
      const report = decode(text, data);
      return faultOf(report, text) ?? faultOfChunks(report, text, data);
    });
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Calls it, and throws where it does not end: a loop in this thread could not be told of otherwise. */
function interrupted<Answer>(answer: () => Answer): Answer {
  Object.assign(globalThis, { answerInTime: answer });
  return runInThisContext('answerInTime()', { timeout: longestAnswer }) as Answer;
}

function faultOf(report: Report, text: string): string | undefined {
  if (report.length !== text.length) return `reads ${report.length} of ${text.length} characters`;
  if (report.steps > mostSteps(text.length)) return `takes ${report.steps} steps for ${text.length} characters`;
  if ((report.status === 'found') !== report.findings.length > 0) return `status ${report.status} with findings`;
  const places = [
    ...report.findings.flatMap((finding) => finding.places),
    ...[...report.suggestions, ...report.namesakes, ...report.unknown, ...report.warnings].map(({ place }) => place),
  ];
  for (const { start, end, line } of places) {
    if (!(start >= 0 && end >= start && end <= text.length)) return `place ${start}-${end} outside of ${text.length}`;
    const actual = text.slice(0, start).split('\n').length;
    if (line !== actual) return `line ${line} instead of ${actual} for offset ${start}`;
  }
  const firsts = report.findings.map((finding) => finding.places[0]?.start ?? -1);
  if (firsts.some((start, index) => start < (firsts[index - 1] ?? 0)))
    return `findings out of order: ${firsts.join(' ')}`;
  const countless = report.findings.find(({ count }) => !(count > 0));
  return countless && `${countless.set}:${countless.code} was counted ${countless.count} times`;
}

function faultOfChunks(whole: Report, text: string, data: DecoderData): string | undefined {
  const decoder = createDecoder(data);
  const next = randomFrom(text.length * 31 + (text.charCodeAt(text.length >> 1) || 0));
  for (let at = 0; at < text.length;) {
    const size = 1 + Math.floor(next() * (next() < 0.5 ? 8 : text.length));
    decoder.push(text.slice(at, at + size));
    at += size;
  }
  return JSON.stringify(decoder.end()) === JSON.stringify(whole) ? undefined : 'another answer when it comes in chunks';
}

/** What kind of fault it is: its words without numbers, and where it was thrown. Faults of one kind are one finding. */
export const kindOfFault = (fault: string): string => fault.split('\n', 2).join(' ').replace(/\d+/g, 'N').slice(0, 160);

/**
 * The shortest text with a fault of the kind that the given one has, as far as leaving out stretches of it can tell. Other
 * faults that a shorter text may have are not taken for it. `faultOf` says what is wrong with a text.
 */
export function minimise(text: string, faultOf: (text: string) => string | undefined): string {
  const fault = faultOf(text);
  if (fault === undefined) return text;
  const kind = kindOfFault(fault);
  const isSameFault = (shorter: string): boolean => {
    const found = faultOf(shorter);
    return found !== undefined && kindOfFault(found) === kind;
  };
  let shortest = text;
  for (let size = Math.ceil(text.length / 2); size >= 1;) {
    let isShorter = false;
    for (let at = 0; at < shortest.length;) {
      const without = shortest.slice(0, at) + shortest.slice(at + size);
      if (without.length < shortest.length && isSameFault(without)) {
        shortest = without;
        isShorter = true;
      } else at += size;
    }
    if (!isShorter || size > 1) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  return shortest;
}
