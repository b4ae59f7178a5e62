import { escapeHtml } from '#site/inline-text';
import {
  figureText,
  isMissed,
  limitText,
  partNames,
  type BenchRecord,
  type Figure,
  type Part,
  type PartName,
  type Table,
} from './record.ts';

const headings: Readonly<Record<PartName, string>> = {
  pages: 'Pages',
  search: 'Search',
  decode: 'The decoder',
  build: 'Building',
  lighthouse: 'Lighthouse',
};

/** The page of measurements, made from the record and from nothing else. */
export function renderPage(record: BenchRecord): string {
  const parts = partNames.flatMap((name) => {
    const part = record[name];
    return part ? [{ name, part }] : [];
  });
  return [
    '---',
    'title: Measurements',
    'description: What pages, search, the decoder and a build cost, beside their budgets and beside other tools.',
    '# Written by npm run bench from src/bench/record.json.',
    '---',
    '',
    'These figures come from `npm run bench`, which writes this page. Beside a figure stands its budget where it has one. **Missed** marks a figure',
    'that does not keep it. Other tools were measured in the same run, with the same content: the Markdown twins of this site.',
    '',
    'Times depend on the machine, so compare figures of one table with each other. KB are 1,024 bytes.',
    '',
    ...summary(parts.map(({ part }) => part)),
    ...parts.flatMap(({ name, part }) => [
      `## ${headings[name]}`,
      '',
      ...part.tables.flatMap((table) => renderTable(table, headings[name])),
      circumstancesOf(part),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function summary(parts: readonly Part[]): string[] {
  if (parts.length === 0) return ['Nothing has been measured yet.', ''];
  const figures = parts.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.figures)));
  const held = figures.filter((figure) => figure !== null && limitText(figure) !== '');
  const missed = held.filter((figure) => figure !== null && isMissed(figure));
  return [
    `Of ${held.length} budgets ${missed.length === 0 ? 'all are kept' : `${missed.length} ${missed.length === 1 ? 'is' : 'are'} missed`}.`,
    '',
  ];
}

/** Markup and not Markdown: each cell names its column, which stands beside it where the columns have no room. */
function renderTable({ heading, how, subject, columns, rows }: Table, partHeading: string): string[] {
  const cellOf = (figure: Figure | null, column: string): string =>
    figure === null ? '<td></td>' : `<td data-column="${escapeHtml(column)}">${cellMarkup(figure)}</td>`;
  return [
    ...(heading === partHeading ? [] : [`### ${heading}`, '']),
    how,
    '',
    '<table class="wide">',
    '<thead>',
    `<tr>${[subject, ...columns].map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...rows.map(
      ({ name, figures }) =>
        `<tr><th scope="row">${escapeHtml(name)}</th>${columns.map((column, index) => cellOf(figures[index] ?? null, column)).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '',
  ];
}

function cellMarkup(figure: Figure): string {
  const limit = limitText(figure);
  const text = escapeHtml(limit === '' ? figureText(figure) : `${figureText(figure)} (${limit})`);
  return isMissed(figure) ? `${text} <strong>Missed</strong>` : text;
}

function circumstancesOf({ date, machine, versions, seconds }: Part): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `Measured on ${date} in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, on ${machine.cores} cores (${machine.model}) with ${machine.memoryGB} GB of memory, ${machine.system}. Versions: ${names.join(', ')}.`;
}
