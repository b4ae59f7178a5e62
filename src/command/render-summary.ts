import { percent, type Bar, type Summary } from '#batch';
import { actionWords, counted } from '#site/wording';
import type { Style } from './style.ts';

const actionMeanings = {
  stop: 'take the number off the list',
  change: 'fix the request, then send again',
  retry: 'send again',
  leave: 'nothing to do by rule',
} as const;

/** What to do with all of it, for people: the same numbers as the summary on the site. */
export function renderSummary(summary: Summary, { bold, dim }: Style): string {
  const { failures, messages, fine, unclear, withoutCode, codes, unlisted, stop } = summary;
  const parts = [
    `${bold(counted(failures, 'failure'))} of ${counted(messages, 'message')}, ${counted(codes, 'code')}${unlisted > 0 ? `, ${unlisted} of them in no list` : ''}`,
    dim(`${fine} went well, ${unclear} do not say, ${withoutCode} failed without a code`),
  ];
  const actions = summary.actions.map(
    ({ action, count }) =>
      `  ${actionWords[action].padEnd(8)}${String(count).padStart(9)}  ${dim(action === 'stop' && stop.numbers > 0 ? `${actionMeanings.stop}: ${stop.isCapped ? 'over ' : ''}${counted(stop.numbers, 'number')}` : actionMeanings[action])}`,
  );
  return [
    ...parts,
    '',
    bold('What to do'),
    ...actions,
    ...chart('Causes', summary.byCause, bold),
    ...chart('Whose move', summary.byMove, bold),
    ...chart('Retry', summary.byRetry, bold),
    ...chart('Billed', summary.billed, bold),
    '',
  ].join('\n');
}

const chart = (heading: string, bars: readonly Bar[], bold: Style['bold']): string[] =>
  bars.length === 0
    ? []
    : [
        '',
        bold(heading),
        ...bars.map(
          ({ label, count, share }) => `  ${label.padEnd(42)}${String(count).padStart(9)}  ${percent(share)}`,
        ),
      ];
