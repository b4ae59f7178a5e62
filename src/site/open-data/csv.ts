import type { Catalog } from '#catalog';
import type { PublishedCode, Statement } from './output-schema.ts';
import { publishedCode } from './code-document.ts';
import type { Publication } from './publication.ts';

type Cell = string | boolean | null;

/** The columns of /api/v1/codes.csv. Their names stay; new ones come at the end. */
const columns: Readonly<Record<string, (code: PublishedCode) => Cell>> = {
  set: (code) => code.set,
  code: (code) => code.code,
  provider: (code) => code.provider,
  product: (code) => code.product,
  field: (code) => code.field,
  heading: (code) => code.heading,
  name: (code) => code.name,
  title: (code) => code.title,
  section: (code) => code.section,
  family: (code) => code.family,
  status: (code) => code.status,
  knowledge: (code) => code.knowledge,
  cause: (code) => code.causes[0]?.id ?? null,
  cause_match: (code) => code.causes[0]?.match ?? null,
  other_causes: (code) => listed(code.causes.slice(1).map(({ id }) => id)),
  summary: (code) => code.summary.text,
  summary_basis: (code) => code.summary.basis,
  summary_source: (code) => sourceOf(code.summary),
  stopped: (code) => code.stopped.value,
  stopped_basis: (code) => code.stopped.basis,
  reported_by: (code) => code.reportedBy.value,
  responsible: (code) => code.responsible.value,
  responsible_basis: (code) => code.responsible.basis,
  retry: (code) => code.retry.value,
  retry_basis: (code) => code.retry.basis,
  retry_source: (code) => sourceOf(code.retry),
  retry_because: (code) => code.retry.because,
  retry_wait: (code) => code.retry.wait,
  retry_cap: (code) => code.retry.cap,
  billed: (code) => code.billed?.value ?? null,
  billed_basis: (code) => code.billed?.basis ?? null,
  suppress: (code) => code.suppress,
  action: (code) => code.action,
  steps: (code) => code.steps.map(({ text }, index) => `${index + 1}. ${text}`).join('\n'),
  customer: (code) => code.customer,
  aliases: (code) => listed(code.aliases.map(({ text }) => text)),
  checked: (code) => code.checked,
  page: (code) => code.links.page,
  json: (code) => code.links.json,
};

export const csvColumns: readonly string[] = Object.keys(columns);

const listed = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join('; '));
const sourceOf = (told: Pick<Statement, 'basis'>): string | null => ('source' in told ? String(told.source) : null);

/** All codes of all sets as one flat table (RFC 4180). What is not known is an empty cell. */
export function codesCsv(catalog: Catalog, publication: Publication): string {
  const cells = Object.values(columns);
  const rows = catalog.sets.flatMap((set) =>
    set.codes.map((code) => {
      const published = publishedCode(code, catalog, publication);
      return csvRow(cells.map((cell) => cell(published)));
    }),
  );
  return [csvRow(csvColumns), ...rows, ''].join('\r\n');
}

const csvRow = (cells: readonly Cell[]): string => cells.map(csvCell).join(',');

/**
 * One cell. A spreadsheet runs a cell that begins with one of `= + - @`, a tab or a line break as a formula, so such
 * a cell gets an apostrophe before it.
 */
export function csvCell(value: Cell): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
