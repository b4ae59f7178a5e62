import type { Stopped } from '#schema';
import { iconId } from './icon-id.ts';
import * as paths from './paths.ts';
import { routeStrokes } from './route.ts';

/** A drawing on its grid: width, height, and the shapes inside. Strokes and caps come from the style sheet. */
type Drawing = readonly [width: number, height: number, shapes: string];

const stroked = (d: string): Drawing => [16, 16, `<path d="${d}"/>`];

const route = (stopped: Stopped): Drawing => [
  60,
  14,
  routeStrokes(stopped)
    .map(
      (stroke) =>
        `<path ${Object.entries(stroke)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}/>`,
    )
    .join(''),
];

/**
 * Every icon of the site. Routes (`route-…`) are named after the
 * place where the message stopped, people and verdicts after the value in the data.
 */
const drawings = {
  logo: [
    24,
    24,
    '<circle cx="12" cy="12" r="10.5" stroke-width="1.75"/><path stroke-width="1.75" d="M7.5 10.5h6.25a2.75 2.75 0 0 1 0 5.5H11M10.25 7.5l-3 3 3 3" stroke="var(--mark)"/>',
  ],
  search: stroked(paths.search),
  theme: [
    16,
    16,
    '<circle cx="8" cy="8" r="6.25"/><path d="M8 1.75v12.5a6.25 6.25 0 0 0 0-12.5" fill="currentColor" stroke="none"/>',
  ],
  menu: stroked(paths.menu),
  close: stroked(paths.close),
  caret: stroked(paths.caret),
  down: stroked(paths.down),
  copy: stroked(paths.copy),
  file: stroked(paths.file),
  back: stroked(paths.back),
  forward: stroked(paths.forward),
  billed: stroked(paths.billed),
  sender: stroked(paths.sender),
  recipient: stroked(paths.recipient),
  provider: stroked(paths.provider),
  carrier: stroked(paths.carrier),
  unknown: stroked(paths.unknown),
  never: stroked(paths.never),
  'after-change': stroked(paths.afterChange),
  once: stroked(paths.once),
  later: stroked(paths.later),
  'route-sender': route('sender'),
  'route-provider': route('provider'),
  'route-carrier': route('carrier'),
  'route-handset': route('handset'),
  'route-unknown': route('unknown'),
  postmark: [
    80,
    40,
    '<circle cx="16" cy="20" r="14" fill="var(--paper)" stroke-width="2"/><circle cx="16" cy="20" r="10.5" stroke-width="1"/><path stroke-width="2.25" d="m12.5 16.5 7 7M19.5 16.5l-7 7"/><path stroke-width="1.5" d="M35 12.5h31M35 17.5h31M35 22.5h31M35 27.5h31"/>',
  ],
  'postmark-unknown': [
    80,
    40,
    '<circle cx="16" cy="20" r="14" fill="var(--paper)" stroke-width="2" stroke-dasharray="3 4"/><path stroke-width="2" d="M12.8 17.2a3.3 3.3 0 1 1 4.8 2.9c-1.1.6-1.6 1.1-1.6 2.4M16 26h.01"/>',
  ],
  'postmark-ring': [
    32,
    32,
    '<circle cx="16" cy="16" r="14" fill="var(--paper)" stroke-width="2"/><circle cx="16" cy="16" r="10.5" stroke-width="1"/><path stroke-width="2.25" d="m12.5 12.5 7 7M19.5 12.5l-7 7"/>',
  ],
  'postmark-ring-unknown': [
    32,
    32,
    '<circle cx="16" cy="16" r="14" fill="var(--paper)" stroke-width="2" stroke-dasharray="3 4"/><path stroke-width="2" d="M12.8 13.2a3.3 3.3 0 1 1 4.8 2.9c-1.1.6-1.6 1.1-1.6 2.4M16 22h.01"/>',
  ],
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

/** Whether an icon of this name is drawn. */
export const isIconName = (name: string): name is IconName => Object.hasOwn(drawings, name);

/** The inside of an icon's `<svg>`, and the grid it is drawn on. */
export function drawingOf(name: IconName): { readonly viewBox: string; readonly shapes: string } {
  const [width, height, shapes] = drawings[name];
  return { viewBox: `0 0 ${width} ${height}`, shapes };
}

/** The `<symbol>` of an icon. */
export function symbolOf(name: IconName): string {
  const { viewBox, shapes } = drawingOf(name);
  return `<symbol id="${iconId(name)}" viewBox="${viewBox}">${shapes}</symbol>`;
}
