import type { Finding, NamesakeFound, Report, Source, Suggestion, Warning, WarningKind } from '#decoder';
import type { DecoderData } from '#catalog';
import { counted } from '#site/wording';
import type { Reference } from '#package/reference';
import { renderCode, renderDigits, renderFamily, tildeNote, type Page } from './render-code.ts';
import { printable, wrap } from './style.ts';

/** What was found in the input, for people. */
export function renderReport(report: Report, reference: Reference, page: Page): string {
  const blocks = [
    ...report.findings.map((finding) => renderFinding(finding, reference, page)),
    ...report.suggestions.map((suggestion) => renderSuggestion(suggestion, page)),
    ...report.namesakes.map((found) => renderNamesake(found, reference.decoderData, page)),
    ...report.warnings.map((warning) => renderWarning(warning, page)),
    renderUnknown(report),
  ].filter((block) => block !== '');
  if (report.findings.length === 0) blocks.unshift(noneWords(report));
  if (report.findings.some(({ known }) => known)) blocks.push(`${page.style.dim(tildeNote)}\n`);
  return blocks.join('\n');
}

function noneWords({ status, events }: Report): string {
  if (status === 'empty') return 'The input is empty.\n';
  if (events.failed > 0) return `No failure code found, though ${counted(events.failed, 'message')} failed.\n`;
  return events.fine > 0 ? `No failures: ${counted(events.fine, 'message')} went well.\n` : 'No failure code found.\n';
}

function renderFinding(finding: Finding, reference: Reference, page: Page): string {
  const { set, code, pattern, count, inferred, sources } = finding;
  const note = [counted(count, 'failure'), inferred && 'concluded from the wording'].filter(Boolean).join(', ');
  const listed = pattern ? undefined : reference.explain(set, code);
  const digits = listed ? undefined : reference.explainDigits(set, code);
  const block = listed
    ? renderCode(listed, page, note)
    : digits
      ? (pattern ? renderFamily : renderDigits)(digits, page, note)
      : `${set}/${code}\n`;
  return block + sources.map((source) => `${wrap(sourceWords(source, reference), page.width, '  ')}\n`).join('');
}

function sourceWords({ set, name, code, count }: Source, { explain }: Reference): string {
  const heading = set === undefined || code === undefined ? undefined : explain(set, code)?.heading;
  const words = [name, code].filter((word) => word !== undefined).map(printable);
  return `Source: ${words.join(' ')}${heading ? `, ${heading}` : ''}${count > 1 ? ` (${count})` : ''}`;
}

const renderSuggestion = ({ set, name, codes, count }: Suggestion, { width, style }: Page): string =>
  `${wrap(`${style.bold('A hint:')} "${printable(name)}" stands without a code (${count}). In ${set} it belongs to ${codes.join(', ')}.`, width)}\n`;

function renderNamesake(
  { number, namesake, near, count }: NamesakeFound,
  { namesakes }: DecoderData,
  { width, style }: Page,
): string {
  const found = namesake === undefined ? undefined : namesakes[namesake];
  const says = found && (typeof found.says === 'string' ? found.says : found.says.say);
  const words = found
    ? `is of another numbering: ${found.numbering}. ${says}`
    : `is no code of ${near} here: its record says so.`;
  return `${wrap(`${style.bold(printable(number))} ${words}${count > 1 ? ` (${count})` : ''}`.replaceAll('`', ''), width)}\n`;
}

const warnings: Readonly<Record<WarningKind, string>> = {
  'failed-without-code': 'failed and carries no code',
  'no-error-on-failure': 'failed, though its text says that there was no error',
  'code-on-success': 'did not fail and carries a code all the same',
  'codes-disagree': 'carries codes that disagree',
  'ambiguous-receipt': 'has a code that does not say whether it arrived',
  'http-status': 'has an HTTP status in its code field',
};

function renderWarning({ kind, count, place, values, sources }: Warning, { width, style }: Page): string {
  const words = [...values, ...sources.flatMap(({ name, code }) => [name, code].filter((word) => word !== undefined))];
  const detail = words.length > 0 ? `: ${words.map(printable).join(', ')}` : '';
  return `${wrap(`${style.bold('Note:')} ${counted(count, 'message')}, the first in line ${place.line}, ${warnings[kind]}${detail}.`, width)}\n`;
}

function renderUnknown({ unknown, findings }: Report): string {
  if (unknown.length === 0 || findings.length > 0) return '';
  const numbers = [...new Set(unknown.map(({ number }) => printable(number)))];
  return `Not a code that we know: ${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ' …' : ''}\n`;
}
