import { statusWords } from '../wording.ts';
import type { CodeRow } from './code-row.ts';
import type { FamilyRow } from './family-row.ts';

/** One filter of a code table: its name in the address, its label and its values. */
export interface FilterChoice {
  readonly name: 'set' | 'family' | 'cause' | 'responsible' | 'retry' | 'billed' | 'status';
  readonly label: string;
  readonly any: string;
  readonly values: readonly { readonly value: string; readonly words: string }[];
}

/** Whether a message is charged, as it stands in the address of a filtered table. */
export const billedValue = (billed: boolean | undefined): keyof typeof billedWords =>
  billed === undefined ? 'unknown' : billed ? 'yes' : 'no';

const billedWords = { yes: 'Yes', no: 'No', unknown: 'Not stated' } as const;

/** What the rows of a code table can be filtered by. A filter with a single value would narrow nothing and is left out. */
export function filterChoices(rows: readonly CodeRow[], families: readonly FamilyRow[]): FilterChoice[] {
  const inUse = (pick: (row: CodeRow) => { readonly is: string; readonly words: string }) =>
    [...new Map(rows.map((row) => [pick(row).is, pick(row).words]))].map(([value, words]) => ({ value, words }));
  const familiesInUse = new Set(rows.map((row) => row.family));
  const choices: FilterChoice[] = [
    { name: 'set', label: 'Set', any: 'Any', values: inUse((row) => row.set) },
    {
      name: 'family',
      label: 'Family',
      any: 'Any',
      values: families
        .filter(({ id }) => familiesInUse.has(id))
        .map(({ id, band, heading }) => ({ value: id, words: band ? `${band} ${heading}` : heading })),
    },
    { name: 'responsible', label: 'Whose move', any: 'Anyone', values: inUse((row) => row.responsible) },
    { name: 'retry', label: 'Retry', any: 'Any', values: inUse((row) => row.retry) },
    {
      name: 'cause',
      label: 'Cause',
      any: 'Any',
      values: inUse((row) => row.cause).sort((a, b) => a.words.localeCompare(b.words, 'en')),
    },
  ];
  const billed = [...new Set(rows.map((row) => billedValue(row.billed)))];
  const statuses = [...new Set(rows.map((row) => row.status))];
  choices.push(
    {
      name: 'billed',
      label: 'Billed',
      any: 'Any',
      values: billed.map((value) => ({ value, words: billedWords[value] })),
    },
    {
      name: 'status',
      label: 'Status',
      any: 'Any',
      values: statuses.map((value) => ({ value, words: statusWords[value] })),
    },
  );
  return choices.filter(({ values }) => values.length > 1);
}
