import type { CodeRow } from './code-row.ts';
import type { FamilyRow } from './family-row.ts';

/** One filter of a code table: its name in the address, its label and its values. */
export interface FilterChoice {
  readonly name: 'family' | 'move' | 'retry';
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** Filters with the values that the rows have; a filter with one value is left out. */
export function filterChoices(rows: readonly CodeRow[], families: readonly FamilyRow[]): FilterChoice[] {
  const inUse = (pick: (row: CodeRow) => { readonly is: string; readonly words: string }) =>
    [...new Map(rows.map((row) => [pick(row).is, pick(row).words]))].map(([value, words]) => ({ value, words }));
  const choices: FilterChoice[] = [
    {
      name: 'family',
      label: 'Family',
      any: 'Any',
      options: families.filter(({ count }) => count > 0).map(({ id, band, heading }) => ({ value: id, words: band ? `${band} ${heading}` : heading })),
    },
    { name: 'move', label: 'Whose move', any: 'Anyone', options: inUse((row) => row.responsible) },
    { name: 'retry', label: 'Retry', any: 'Any', options: inUse((row) => row.retry) },
  ];
  return choices.filter(({ options }) => options.length > 1);
}
