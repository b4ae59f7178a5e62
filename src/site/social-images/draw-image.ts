import type { Stopped } from '#schema';
import { escapeHtml } from '../inline-text.ts';

/** What a social image shows, in the look of the site: digits in boxes, a heading, the way of the message. */
export interface SocialImage {
  /** Small line above: whose codes these are. */
  readonly label: string;
  /** Digits of a band, one box each; letters stand for any digit. Empty where the family is a word. */
  readonly digits: string;
  readonly heading: string;
  readonly stations: readonly string[];
  readonly stopped: Stopped;
}

export const imageSize = { width: 1200, height: 630 } as const;

const margin = 64;
const inner = imageSize.width - 2 * margin;
/** Kept exact where the image is stored with a palette. */
export const colours = { paper: '#fdfdfc', ink: '#16202c', soft: '#56606c', edge: '#7c8791', mark: '#c02a18' } as const;
const { ink, soft, edge, mark, paper } = colours;
const places: Readonly<Record<Stopped, number>> = { sender: 0, provider: 1, carrier: 2, handset: 3, unknown: 2 };

/** The image as SVG. Its fonts are Source Serif 4 and Source Sans 3. */
export function drawImage({ label, digits, heading, stations, stopped }: SocialImage): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${imageSize.width}" height="${imageSize.height}" fill="none" stroke-linecap="round" stroke-linejoin="round">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    // The logo, as in the header of the site.
    `<g transform="translate(${margin} 34) scale(1.75)" stroke="${ink}" stroke-width="1.75"><circle cx="12" cy="12" r="10.5"/><path stroke="${mark}" d="M7.5 10.5h6.25a2.75 2.75 0 0 1 0 5.5H11M10.25 7.5l-3 3 3 3"/></g>`,
    text('Undelivered', { x: margin + 56, y: 68, size: 36, serif: true }),
    `<path d="M${margin} 104h${inner}" stroke="${ink}" stroke-width="6" stroke-linecap="butt"/>`,
    text(label, { x: margin, y: 156, size: 30, fill: soft }),
    boxes(digits, margin, 184),
    ...headingLines(heading, digits === '' ? { top: 210, most: 76 } : { top: 336, most: 58 }),
    ...route(stations, stopped),
    '</svg>',
  ].join('');
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: string;
  readonly serif?: boolean;
  readonly bold?: boolean;
  readonly anchor?: 'middle';
}

const text = (words: string, { x, y, size, fill = ink, serif = false, bold = false, anchor }: TextStyle): string =>
  `<text x="${x}" y="${y}" font-family="${serif ? 'Source Serif 4' : 'Source Sans 3'}" font-weight="${serif || bold ? 600 : 400}" font-size="${size}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeHtml(words)}</text>`;

/** One box per digit, as on the pages: what stands for any digit is dashed. */
function boxes(digits: string, x: number, y: number): string {
  const [width, height] = [76, 98];
  return [...digits]
    .map((digit, index) => {
      const left = x + index * width;
      const isAny = !/\d|-/.test(digit);
      return (
        `<rect x="${left}" y="${y}" width="${width}" height="${height}" stroke="${isAny ? soft : ink}" stroke-width="3"${isAny ? ' stroke-dasharray="8 8"' : ''}/>` +
        text(digit, {
          x: left + width / 2,
          y: y + 71,
          size: 66,
          bold: true,
          fill: isAny ? soft : ink,
          anchor: 'middle',
        })
      );
    })
    .join('');
}

/** The heading in one line or two, as large as its length and the room below the digits allow. */
function headingLines(heading: string, { top, most }: { readonly top: number; readonly most: number }): string[] {
  const lines = linesOf(heading);
  const longest = Math.max(...lines.map(({ length }) => length));
  // Letters of headings take less than 0.56 of their size on average; a test measures every heading.
  const size = Math.min(lines.length > 1 ? most : 76, Math.floor(inner / (0.56 * longest)));
  return lines.map((line, index) => text(line, { x: margin, y: top + 44 + index * size * 1.12, size, serif: true }));
}

/** Cuts words that are long for one line in the middle. */
function linesOf(words: string): string[] {
  if (words.length <= 30) return [words];
  const middle = words.length / 2;
  const blanks = [...words.matchAll(/ /g)].map(({ index }) => index);
  const cut = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return cut === undefined ? [words] : [words.slice(0, cut), words.slice(cut + 1)];
}

/** The way of the message: passed stations, the postmark where it stopped, and what it never reached. */
function route(stations: readonly string[], stopped: Stopped): string[] {
  const y = 520;
  const at = (station: number) => margin + 34 + station * 310;
  const stop = places[stopped];
  const last = stations.length - 1;
  const isKnown = stopped !== 'unknown';
  const track = (from: number, to: number, isPassed: boolean) =>
    `<path d="M${at(from)} ${y}H${at(to)}" stroke="${isPassed ? ink : edge}" stroke-width="5"${isPassed ? '' : ' stroke-dasharray="0.1 12"'}/>`;
  const cancel = [-15, -5, 5, 15].map((dy) => `M${at(stop) + 46} ${y + dy}h96`).join('');
  return [
    ...(stop > 0 ? [track(0, stop, true)] : []),
    ...(stop < last ? [track(stop, last, false)] : []),
    ...stations.map((_, index) =>
      index < stop
        ? `<circle cx="${at(index)}" cy="${y}" r="13" fill="${ink}"/>`
        : `<circle cx="${at(index)}" cy="${y}" r="11" fill="${paper}" stroke="${edge}" stroke-width="4" stroke-dasharray="0.1 8.6"/>`,
    ),
    isKnown
      ? `<g stroke="${mark}"><circle cx="${at(stop)}" cy="${y}" r="34" fill="${paper}" stroke-width="5"/><circle cx="${at(stop)}" cy="${y}" r="25" stroke-width="2.5"/><path d="M${at(stop) - 9} ${y - 9}l18 18m0-18l-18 18" stroke-width="5"/>${stop < last ? `<path d="${cancel}" stroke-width="4"/>` : ''}</g>`
      : `<circle cx="${at(stop)}" cy="${y}" r="34" fill="${paper}" stroke="${ink}" stroke-width="5" stroke-dasharray="9 10"/>` +
        text('?', { x: at(stop), y: y + 13, size: 40, bold: true, anchor: 'middle' }),
    ...stations.map((name, index) =>
      text(name, {
        x: at(index) - 34,
        y: y + 76,
        size: 30,
        bold: index === stop,
        fill: index === stop && isKnown ? mark : index > stop ? soft : ink,
      }),
    ),
  ];
}
