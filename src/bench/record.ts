/** The parts of the bench, in the order of the page. */
export const partNames = ['pages', 'search', 'decode', 'build', 'lighthouse'] as const;
export type PartName = (typeof partNames)[number];

/** The units figures are in. KB and MB are 1024 and 1024² bytes; `×` is a ratio. */
export type Unit =
  'KB' | 'MB' | 'ms' | 's' | '×' | 'points' | 'requests' | 'shift' | 'pages/s' | 'MB/s' | 'codes' | 'pages' | 'builds';

/** One measured value, with the limit it is held to where there is one. */
export interface Figure {
  readonly value: number;
  readonly unit: Unit;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Row {
  readonly name: string;
  /** In the order of the columns; null where a column does not apply, as JSON knows no undefined. */
  readonly figures: readonly (Figure | null)[];
}

export interface Table {
  readonly heading: string;
  /** How it was measured, in whole sentences. */
  readonly how: string;
  /** Heading of the first column, which holds the names of the rows. */
  readonly subject: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Where and with what a part was measured. */
export interface Circumstances {
  /** `2026-11-24`. */
  readonly date: string;
  readonly machine: {
    readonly cores: number;
    readonly model: string;
    readonly memoryGB: number;
    readonly system: string;
  };
  readonly versions: Readonly<Record<string, string>>;
}

/** What a part found. */
export interface Part extends Circumstances {
  readonly seconds: number;
  readonly tables: readonly Table[];
}

/**
 * The newest figures of each part. Comparisons are made within a part, whose figures all come from one run; so a part
 * can be measured again alone, and each carries its own date and machine.
 */
export type BenchRecord = { readonly [Name in PartName]?: Part };

/** Whether a figure is beyond its limit. */
export const isMissed = ({ value, atMost, atLeast }: Figure): boolean =>
  (atMost !== undefined && value > atMost) || (atLeast !== undefined && value < atLeast);

/** Names of all figures that miss their limit: `Code page, requests`. */
export const missedIn = (tables: readonly Table[]): string[] =>
  tables.flatMap(({ heading, columns, rows }) =>
    rows.flatMap(({ name, figures }) =>
      figures.flatMap((figure, index) =>
        figure && isMissed(figure)
          ? [`${heading}: ${name}, ${columns[index] ?? ''}: ${figureText(figure)}, ${limitText(figure)}`]
          : [],
      ),
    ),
  );

const units: Readonly<Record<Unit, string>> = {
  KB: ' KB',
  MB: ' MB',
  ms: ' ms',
  s: ' s',
  '×': ' ×',
  'pages/s': ' pages/s',
  'MB/s': ' MB/s',
  points: '',
  requests: '',
  shift: '',
  codes: '',
  pages: '',
  builds: '',
};

/** `18.4 KB`: as many digits as say something. */
export function figureText({ value, unit }: Figure): string {
  const digits =
    Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : unit === 'shift' ? 3 : 2;
  return `${value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: digits })}${units[unit]}`;
}

/** `at most 24 KB`; empty where there is no limit. */
export const limitText = ({ atMost, atLeast, unit }: Figure): string =>
  atMost !== undefined
    ? `at most ${figureText({ value: atMost, unit })}`
    : atLeast !== undefined
      ? `at least ${figureText({ value: atLeast, unit })}`
      : '';
