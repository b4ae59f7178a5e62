/**
 * A value as a cell of a table. What a spreadsheet would run as a formula gets an apostrophe before it; a phone number
 * with its plus sign stays as it is.
 */
export function csvCell(value: string | number | undefined, delimiter = ','): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^\+\d{4,15}$/.test(text) ? `'${text}` : text;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of a table with its line end. */
export const csvRow = (cells: readonly (string | number | undefined)[], delimiter = ','): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
