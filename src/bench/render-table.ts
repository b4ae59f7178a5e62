import { figureText, isMissed, limitText, type Figure, type Table } from './record.ts';

/** A table for the terminal. A figure that misses its limit has the limit and the word MISSED beside it. */
export function renderTable({ heading, subject, columns, rows }: Table): string {
  const lines = [[subject, ...columns], ...rows.map(({ name, figures }) => [name, ...figures.map(cellText)])];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   '),
  );
  return [heading, ...text].join('\n');
}

const cellText = (figure: Figure | null): string => {
  if (figure === null) return '';
  const limit = limitText(figure);
  return `${figureText(figure)}${limit === '' ? '' : ` (${limit}${isMissed(figure) ? ', MISSED' : ''})`}`;
};
