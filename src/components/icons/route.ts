import type { Stopped } from '#schema';

/** One stroke of a small route, as attributes of its `<path>`. */
export type RouteStroke = Readonly<Record<'d', string>> & Readonly<Record<string, string>>;

const stations = [5, 21.5, 38, 54.5] as const;
const stopAt = { sender: 0, provider: 1, carrier: 2, handset: 3, unknown: 2 } as const satisfies Record<
  Stopped,
  number
>;

/** How far from the middle of its station a stroke keeps: of one that was passed or not reached, and of the break. */
const [besideStation, besideBreak] = [3, 4.75];

/**
 * The small route on a grid of 60 × 14: the way up to where the message stopped, the break, and the way it did not go. All
 * that is drawn alike is one stroke: a table has a hundred routes, and browsers are slow with many elements.
 */
export function routeStrokes(stopped: Stopped): readonly RouteStroke[] {
  const stop = stopAt[stopped];
  const before = stations.slice(0, stop);
  const beyond = stations.slice(stop + 1);
  const lines = stations.slice(1).map((x, index) => {
    const from = stations[index]! + (index === stop ? besideBreak : besideStation);
    return { isGone: index < stop, d: `M${from} 7H${x - (index + 1 === stop ? besideBreak : besideStation)}` };
  });
  const wayGone = lines.filter(({ isGone }) => isGone).map(({ d }) => d);
  const wayAhead = lines.filter(({ isGone }) => !isGone).map(({ d }) => d);
  const at = stations[stop];
  const breakStrokes: RouteStroke[] =
    stopped === 'unknown'
      ? [
          { d: circle(at, besideBreak), 'stroke-dasharray': '2.2 2.1' },
          { d: `M${at - 1.3} 6.1a1.35 1.35 0 1 1 1.9 1.25c-.4.2-.6.4-.6.85M${at} 9.6h.01`, 'stroke-width': '1.1' },
        ]
      : [{ d: `${circle(at, besideBreak)}m-6.5-1.75 3.5 3.5m0-3.5-3.5 3.5`, stroke: 'var(--mark)' }];
  return [
    { d: wayAhead.join(''), stroke: 'var(--edge)', 'stroke-dasharray': '1 2.75' },
    { d: beyond.map((x) => circle(x, 2.25)).join(''), stroke: 'var(--edge)' },
    // The stroke of 1.5 makes the dots half as wide again.
    { d: [...wayGone, ...before.map((x) => circle(x, 2))].join(''), fill: 'currentColor' },
    ...breakStrokes,
  ].filter(({ d }) => d !== '');
}

/** Begins and ends at its right, as the browser's own circles do: dashes fall alike. */
const circle = (x: number, radius: number): string => {
  const arc = (width: number) => `a${radius} ${radius} 0 1 1 ${width} 0`;
  return `M${x + radius} 7${arc(-2 * radius)}${arc(2 * radius)}`;
};
