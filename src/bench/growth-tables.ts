import { ratio } from './ratio.ts';
import type { Row, Table } from './record.ts';

/** Bytes of pages of one site, after brotli. */
export interface PageWeights {
  readonly code: number;
  /** The sidebar of the code page alone. */
  readonly sidebar: number;
  readonly family: number;
  readonly set: number;
  readonly home: number;
  readonly decoder: number;
}

interface Most {
  readonly kilobytes?: number;
  readonly ratio?: number;
}

/** What is held to a limit stays the same however many codes there are. */
const pages: readonly { readonly key: keyof PageWeights; readonly name: string; readonly most: Most }[] = [
  { key: 'code', name: 'Code page', most: { kilobytes: 24, ratio: 1.1 } },
  { key: 'sidebar', name: 'Sidebar of a code page, alone', most: { kilobytes: 2 } },
  { key: 'family', name: 'Largest family page', most: {} },
  { key: 'set', name: 'Largest set page', most: {} },
  { key: 'home', name: 'Home page', most: {} },
  { key: 'decoder', name: 'Decoder page', most: {} },
];

/** What pages weigh as the catalogue grows: sizes ascending. */
export function pageGrowthTable(
  sizes: readonly { readonly name: string; readonly codes: number; readonly weights: PageWeights }[],
): Table {
  const weightsAt = (count: number) => sizes.find(({ codes }) => codes === count)?.weights;
  const [small, large] = [weightsAt(100), weightsAt(10_000)];
  return {
    heading: 'Pages as the catalogue grows',
    how: 'Pages of the same sites, each opened once in a new browser profile until the network is idle, weighed as under “Weight of a page”. Code page: the median of five from all sets. Its sidebar: that part of its markup, compressed alone. Family and set page: the largest of the site; each lists its own codes and nothing else of the catalogue. The home page and the decoder page grow with the catalogue because the decoder loads all of its data before there is input, so that no request tells what was pasted. Last column: 10,000 codes against 100.',
    subject: 'Page',
    columns: [...sizes.map(({ name }) => name), 'A hundred times the size'],
    rows: pages.map(({ key, name, most }): Row => ({
      name,
      figures: [
        ...sizes.map(({ weights }) => ({
          value: weights[key] / 1024,
          unit: 'KB' as const,
          ...(most.kilobytes === undefined ? {} : { atMost: most.kilobytes }),
        })),
        large ? ratio(large[key], small?.[key], most.ratio) : null,
      ],
    })),
  };
}
