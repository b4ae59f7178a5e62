import type { Run } from './processes.node.ts';
import type { Row, Table } from './record.ts';
import { ratio } from './ratio.ts';
import { median } from './statistics.ts';

/** A built site with what each of its builds took. */
export interface BuiltPages {
  readonly name: string;
  readonly pages: number;
  readonly runs: readonly Run[];
}

/** Budgets of a build: seconds, MB of memory, and how many times the time per page of the yardstick. */
interface Most {
  readonly seconds?: number;
  readonly memory?: number;
  readonly ratio?: number;
}

const mega = 1024 * 1024;
/** The site that the others are held against: the one that ours is built with, as it comes. */
const yardstick = 'Starlight';
const columns = (against: string): string[] => [
  'Pages',
  'Time',
  'Rate',
  'Time per page',
  `Against ${against}`,
  'Memory',
];
const memoryWords =
  'the most that the build and its children held at one moment, as the system counts resident pages every 250 ms';

/** What building the same content takes, ours first. */
export function buildingTable([own, ...peers]: readonly BuiltPages[], builds: number): Table {
  const other = peers.find(({ name }) => name === yardstick);
  const against = other && secondsPerPage(other);
  return {
    heading: 'Building',
    how: `Each site is built from nothing, from the same content: ours from its data, the others from its pages as Markdown. Against ${yardstick}: time per page. Memory: ${memoryWords}. Median of ${builds} builds, the sites in turn.`,
    subject: 'Site',
    columns: columns(yardstick),
    rows: [
      ...(own === undefined ? [] : [rowOf(own, against, { seconds: 10 })]),
      ...peers.map((peer) => rowOf(peer, against, {})),
    ],
  };
}

/** How building our site grows with the number of its codes. */
export function growthTable(sizes: readonly (BuiltPages & { readonly codes: number })[]): Table {
  const base = sizes.find(({ codes }) => codes === 1000);
  return {
    heading: 'Building as the catalogue grows',
    how: `Our site from made-up data, each size built from nothing as often as the last column says, in turn. Times and memory are medians. Against 1,000 codes: time per page; 1 × is growth in step with the pages. Memory: ${memoryWords}.`,
    subject: 'Data',
    columns: [...columns('1,000 codes'), 'Builds'],
    rows: sizes.map((size) => {
      const { name, figures } = rowOf(
        size,
        // Of a smaller site, what every build takes would be most of the ratio.
        base && size.codes > base.codes ? secondsPerPage(base) : undefined,
        size.codes === 10_000 ? { seconds: 90, memory: 2048, ratio: 1.5 } : {},
      );
      return { name, figures: [...figures, { value: size.runs.length, unit: 'builds' }] };
    }),
  };
}

const secondsOf = ({ runs }: BuiltPages): number => median(runs.map(({ seconds }) => seconds));
const secondsPerPage = (built: BuiltPages): number => secondsOf(built) / built.pages;

function rowOf(built: BuiltPages, against: number | undefined, most: Most): Row {
  const seconds = secondsOf(built);
  return {
    name: built.name,
    figures: [
      { value: built.pages, unit: 'pages' },
      { value: seconds, unit: 's', ...(most.seconds === undefined ? {} : { atMost: most.seconds }) },
      { value: built.pages / seconds, unit: 'pages/s' },
      { value: secondsPerPage(built) * 1000, unit: 'ms' },
      ratio(secondsPerPage(built), against, most.ratio),
      {
        value: median(built.runs.map(({ peakMemory }) => peakMemory)) / mega,
        unit: 'MB',
        ...(most.memory === undefined ? {} : { atMost: most.memory }),
      },
    ],
  };
}
