import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { eventWriter, findingsCsv, summarize, summaryJson, type Judge } from '#batch';
import type { MessageEvent } from '#decoder';
import type { Reference } from '#package/reference';
import { answer, type Answer } from './answer.ts';
import { readArguments, type Asked } from './arguments.node.ts';
import { answersCsv } from './csv.ts';
import { decodeBatch, type Input } from './decode-batch.ts';
import { help } from './help.ts';
import { answersJson, messageJson, reportJson } from './json.ts';
import { createJudge } from './judge.ts';
import { textOf } from './read-text.node.ts';
import { renderCode, renderDigits, renderFamily, tildeNote, type Page } from './render-code.ts';
import { renderReport } from './render-report.ts';
import { renderSummary } from './render-summary.ts';
import { printable, type Style } from './style.ts';

/** Exit codes, as `--help` tells them. */
const exits = { found: 0, nothing: 1, usage: 2, unreadable: 3 } as const;

/** What surrounds a run of the command. */
export interface Surroundings {
  readonly version: string;
  readonly reference: Reference;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly style: Style;
  readonly width: number;
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  complain(text: string): void;
}

/** Runs the command; answers with its exit code. */
export async function run(given: readonly string[], around: Surroundings): Promise<number> {
  const request = readArguments(given);
  if (request.kind === 'help') {
    await around.write(help);
    return exits.found;
  }
  if (request.kind === 'version') {
    await around.write(`undelivered ${around.version}, data of ${around.reference.newest}\n`);
    return exits.found;
  }
  if (request.kind === 'wrong') return wrong(request.message, around);

  const { operands } = request;
  if (request.kind === 'explain') return tell(request, around);
  if (operands.length === 0) {
    if (around.stdin.isTTY) return wrong('there is neither a code nor a file nor input', around);
    return decodeInputs(['-'], request, around);
  }
  const files = operands.filter((operand) => isFile(operand, around.reference));
  if (files.length === operands.length) return decodeInputs(files, request, around);
  if (files.length === 0) return tell(request, around);
  const codes = operands.filter((operand) => !files.includes(operand));
  return wrong(`${files.join(' ')} would be read, ${codes.join(' ')} explained: do one at a time`, around);
}

function wrong(message: string, { complain }: Surroundings): number {
  complain(`undelivered: ${message}\nTry: undelivered --help\n`);
  return exits.usage;
}

/** What is known as a code is one, whatever files there are, so that a command always means the same. */
function isFile(operand: string, { lookUp }: Reference): boolean {
  if (operand === '-' || /^\.{0,2}[/\\]/.test(operand)) return true;
  if (lookUp(operand).length > 0) return false;
  return (
    existsSync(operand) || (/\.(ndjson|jsonl?|csv|tsv|txt|log|gz|ya?ml|xml)$/i.test(operand) && !/\s/.test(operand))
  );
}

/** Explains codes, names and texts. */
async function tell({ operands, format, content }: Asked, around: Surroundings): Promise<number> {
  const { reference, write } = around;
  if (content !== 'codes') return wrong(`--${content} is for input, and ${operands.join(' ')} is no file`, around);
  const answers = questions(operands, reference).map((question) => answer(question, reference));
  if (format === 'json') await write(answersJson(answers));
  else if (format === 'csv') await write(answersCsv(answers));
  else await write(renderAnswers(answers, pageOf(around)));
  return answers.every(({ codes, families }) => codes.length + families.length > 0) ? exits.found : exits.nothing;
}

/** Each operand by itself where all of them are known; else they are the words of one text. */
const questions = (operands: readonly string[], { lookUp }: Reference): readonly string[] =>
  operands.every((operand) => lookUp(operand).length > 0) ? operands : [operands.join(' ')];

function renderAnswers(answers: readonly Answer[], page: Page): string {
  const blocks = answers.flatMap(({ query, codes, families, unlisted }) => {
    const found = [
      ...codes.map((code) => renderCode(code, page)),
      ...families.map((family) => renderFamily(family, page)),
      ...unlisted.map((digits) => renderDigits(digits, page)),
    ];
    return found.length > 0 ? found : [`No such code: ${printable(query)}\n`];
  });
  if (answers.some(({ codes }) => codes.length > 0)) blocks.push(`${page.style.dim(tildeNote)}\n`);
  return blocks.join('\n');
}

/** Finds the failures in files or in standard input. */
async function decodeInputs(
  files: readonly string[],
  { format, content }: Asked,
  around: Surroundings,
): Promise<number> {
  const { reference, stdin, write, complain, style } = around;
  const judge = createJudge(reference);
  let isUnreadable = false;
  const lines = content === 'messages' ? messageLines(format, reference, judge) : undefined;
  if (lines) await write(lines.head);
  const outcome = await decodeBatch(
    files.map((name): Input => ({ name, pieces: textOf(name === '-' ? stdin : createReadStream(name)) })),
    {
      data: reference.decoderData,
      judge,
      lineOf: lines?.lineOf,
      write,
      onFailure: ({ name }, error) => {
        isUnreadable = true;
        complain(
          `undelivered: cannot read ${printable(name)}: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      },
    },
  );
  if (isUnreadable && outcome.report.status === 'empty') return exits.unreadable;
  if (content === 'summary') {
    const summary = summarize(outcome, judge);
    await write(format === 'json' ? summaryJson(outcome, summary, judge) : renderSummary(summary, style));
  } else if (content === 'codes') {
    if (format === 'json') await write(reportJson(outcome.report, reference));
    else if (format === 'csv') await write(findingsCsv(outcome, judge));
    else await write(renderReport(outcome.report, reference, pageOf(around)));
  }
  if (isUnreadable) return exits.unreadable;
  return outcome.report.status === 'found' ? exits.found : exits.nothing;
}

/** A line for each failed message. */
function messageLines(
  format: Asked['format'],
  reference: Reference,
  judge: Judge,
): { head: string; lineOf: (event: MessageEvent) => string } {
  if (format !== 'csv') return { head: '', lineOf: (event) => messageJson(event, reference) };
  const writer = eventWriter(judge);
  return { head: writer.head, lineOf: (event) => (event.outcome === 'failed' ? writer.rowOf(event) : '') };
}

const pageOf = ({ style, width, reference }: Surroundings): Page => ({ style, width, sets: reference.sets });
