import { csvRow } from '#batch';
import type { Answer } from './answer.ts';

const columns = [
  'provider',
  'set',
  'code',
  'heading',
  'name',
  'title',
  'stopped',
  'responsible',
  'retry',
  'action',
  'billed',
  'cause',
  'summary',
  'first_step',
] as const;

/** Answers as a table, one row for each listed code. */
export const answersCsv = (answers: readonly Answer[]): string =>
  csvRow(columns) +
  answers
    .flatMap(({ codes }) => codes)
    .map((code) =>
      csvRow([
        ...[code.provider, code.set, code.code, code.heading, code.name ?? '', code.title ?? ''],
        ...[
          code.stopped.value,
          code.responsible.value,
          code.retry.value,
          code.action,
          code.billed === null ? '' : String(code.billed.value),
        ],
        ...[code.causes[0]?.id, code.summary.text, code.steps[0]?.text],
      ]),
    )
    .join('');
