import type { Outcome } from '#batch';
import type { Finding } from '#decoder';
import { moveSentence, retrySentences } from '#site/wording';
import { plainPhrase } from '../browser/phrase.ts';
import type { Explained, Explainer } from './explainer.ts';
import { lineWords, reasonPhrase, sourcePhrase, stoppedWords, times } from './finding-words.ts';
import { headline } from './headline.ts';
import { redact, redactPath } from './redact.ts';

export interface TicketOptions {
  readonly format: 'plain' | 'markdown';
  /** Adds the lines that the codes were read from. */
  readonly withLines: boolean;
  /** Hides numbers, ids and text in them. */
  readonly isRedacted: boolean;
  /** Address of the site, for links. */
  readonly origin: string;
}

const mostFindings = 30;
const longestLine = 300;

/** The result as text for a ticket: codes, meaning, next step. `input` is what the lines are taken from; empty for a file. */
export function ticketText(
  { report, files }: Outcome,
  input: string,
  explainer: Explainer,
  options: TicketOptions,
): string {
  const shown = report.findings.slice(0, mostFindings);
  const blocks = shown.flatMap((finding) => {
    const explained = explainer.explain(finding.set, finding.code);
    return explained ? [findingBlock(finding, explained, files, input, explainer, options)] : [];
  });
  const more = report.findings.length - shown.length;
  return (
    [plainPhrase(headline(report, explainer)), ...blocks, ...(more > 0 ? [`And ${more} more codes.`] : [])].join(
      '\n\n',
    ) + '\n'
  );
}

function findingBlock(
  finding: Finding,
  explained: Explained,
  files: readonly string[],
  input: string,
  explainer: Explainer,
  options: TicketOptions,
): string {
  const { format, origin } = options;
  const isMarkdown = format === 'markdown';
  const title = `${explained.set.name} ${finding.code}: ${explained.heading.replace(/^Not listed: .*/, 'not listed')}`;
  const address = explained.href && origin + explained.href;
  const point = isMarkdown ? '- ' : '  ';
  const strong = (label: string) => (isMarkdown ? `**${label}:**` : `${label}:`);
  const [place] = finding.places;
  const line = options.withLines && place ? lineAt(input, place.start) : '';
  const code = (text: string) => (isMarkdown ? `\`${text.replaceAll('`', "'")}\`` : text);
  const quotedLine = options.isRedacted
    ? redact(line, [finding.code, ...finding.sources.flatMap((source) => source.code ?? [])])
    : line;
  const verdict = [
    stoppedWords(explained),
    moveSentence(explained.responsible, explained.set.stations),
    retrySentences[explained.retry],
  ].join('. ');
  return [
    isMarkdown ? `### ${address ? `[${escapeMarkdown(title)}](${address})` : escapeMarkdown(title)}` : title,
    ...(isMarkdown ? [''] : []),
    point + marks(explained.summary, isMarkdown),
    ...explained.reading.flatMap(({ digits, heading }) => (heading ? [`${point}${digits}: ${heading}`] : [])),
    `${point}${verdict}.${explained.kind === 'unlisted' ? ' (Our reading of the digits.)' : ''}`,
    ...(explained.step ? [`${point}${strong('Do this')} ${marks(explained.step, isMarkdown)}`] : []),
    `${point}${strong('Seen')} ${[times(finding.count).toLowerCase(), place && lineWords(place, files)].filter(Boolean).join(', ')}. ${reasonWords(finding, options.isRedacted)}.`,
    ...finding.sources.map(
      (source) =>
        `${point}${strong('Platform')} ${plainPhrase(sourcePhrase(source, explainer, finding.sources.length > 1 ? finding.count : 1))}`,
    ),
    ...(line ? [`${point}${code(quotedLine)}`] : []),
    ...(address && !isMarkdown ? [`${point}${address}`] : []),
  ].join('\n');
}

/** Paths can hold keys that are numbers of people. */
function reasonWords({ reason, places }: Finding, isRedacted: boolean): string {
  const [place] = places;
  const shown = isRedacted && place?.path !== undefined ? { ...place, path: redactPath(place.path) } : place;
  return plainPhrase(reasonPhrase(reason, shown));
}

function lineAt(input: string, at: number): string {
  if (input === '' || at >= input.length) return '';
  const start = input.lastIndexOf('\n', at - 1) + 1;
  const end = input.indexOf('\n', at);
  const line = input.slice(start, end === -1 ? undefined : end).trim();
  return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}

const marks = (text: string, isMarkdown: boolean): string => (isMarkdown ? text : text.replaceAll('`', ''));

const escapeMarkdown = (text: string): string => text.replace(/[\\[\]_*<>]/g, String.raw`\$&`);
