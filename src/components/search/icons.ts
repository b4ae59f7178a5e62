import type { Stopped } from '#schema';
import {
  afterChange,
  carrier,
  close,
  later,
  never,
  once,
  provider,
  recipient,
  search,
  sender,
  unknown,
} from '../icons/paths.ts';
import { routeStrokes } from '../icons/route.ts';

const paths = {
  sender,
  recipient,
  provider,
  carrier,
  unknown,
  never,
  'after-change': afterChange,
  once,
  later,
  search,
  close,
} as const;

export type IconName = keyof typeof paths;

/** An icon for decoration; the word beside it carries the meaning. */
export const icon = (name: IconName): SVGSVGElement => drawing('i', '0 0 16 16', [{ d: paths[name] }]);

/** The small route line: drawn up to where the message stopped; a dashed ring where that is not known. */
export const smallRoute = (stopped: Stopped): SVGSVGElement =>
  drawing('route-icon', '0 0 60 14', routeStrokes(stopped));

function drawing(
  className: string,
  viewBox: string,
  strokes: readonly Readonly<Record<string, string>>[],
): SVGSVGElement {
  const svg = svgElement('svg', { class: className, viewBox, 'aria-hidden': 'true' });
  svg.append(...strokes.map((stroke) => svgElement('path', stroke)));
  return svg;
}

function svgElement<Name extends 'svg' | 'path'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
