import type { Stopped } from '#schema';

/** One stroke of a small route, as attributes of its `<path>`. */
export type RouteStroke = Readonly<Record<'d', string>> & Readonly<Record<string, string>>;

const stops = ['sender', 'provider', 'carrier', 'handset'] as const;
const stations = [0, 1, 2, 3];
const middle = (station: number): number => 5 + 16.5 * station;

/**
 * The small route on a grid of 60 × 14: the way up to where the message stopped, the break, and the way it did not go. All
 * that is drawn alike is one stroke: a table has a hundred routes, and browsers are slow with many elements.
 */
export function routeStrokes(stopped: Stopped): readonly RouteStroke[] {
  const stop = stopped === 'unknown' ? 2 : stops.indexOf(stopped);
  const beside = (station: number) => (station === stop ? 4.75 : 3);
  const lineFrom = (station: number) =>
    `M${middle(station) + beside(station)} 7H${middle(station + 1) - beside(station + 1)}`;
  const join = (part: readonly number[], draw: (station: number) => string) => part.map(draw).join('');
  const beyond = stations.filter((station) => station > stop);
  const at = middle(stop);
  const ring = circle(at, 4.75);
  const strokes: RouteStroke[] = [
    { d: join(beyond, (station) => lineFrom(station - 1)), stroke: 'var(--edge)', 'stroke-dasharray': '1 2.75' },
    { d: join(beyond, (station) => circle(middle(station), 2.25)), stroke: 'var(--edge)' },
    // The stroke of 1.5 makes the dots half as wide again.
    {
      d: join(stations.slice(0, stop), (station) => lineFrom(station) + circle(middle(station), 2)),
      fill: 'currentColor',
    },
    ...(stopped === 'unknown'
      ? [
          { d: ring, 'stroke-dasharray': '2.2 2.1' },
          { d: `M${at - 1.3} 6.1a1.35 1.35 0 1 1 1.9 1.25c-.4.2-.6.4-.6.85M${at} 9.6h.01`, 'stroke-width': '1.1' },
        ]
      : [{ d: `${ring}m-6.5-1.75 3.5 3.5m0-3.5-3.5 3.5`, stroke: 'var(--mark)' }]),
  ];
  return strokes.filter(({ d }) => d !== '');
}

/** Begins and ends at its right, as the browser's own circles do: dashes fall alike. */
const circle = (x: number, radius: number): string =>
  `M${x + radius} 7a${radius} ${radius} 0 1 1-${2 * radius} 0 ${radius} ${radius} 0 1 1 ${2 * radius} 0`;
