/** Icons of the search box as single paths on a 16-px grid, stroked, so that they can be drawn without any markup text. */
const ring = 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0';
const paths = {
  sender: 'M10.75 5a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0M2.5 14c.5-3 2.7-4.6 5.5-4.6s5 1.6 5.5 4.6',
  recipient:
    'M5.75 1.5h4.5a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-4.5A1.5 1.5 0 0 1 4.25 13V3a1.5 1.5 0 0 1 1.5-1.5M7 12.2h2',
  provider:
    'M3 2.5h10a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1M3 9h10a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1M4.75 4.75h.01M4.75 11.25h.01M8 4.75h3.5M8 11.25h3.5',
  carrier:
    'M8 7.5 5 14.5M8 7.5l3 7M6.2 11.700h3.600M9.4 5.5a1.4 1.4 0 1 1-2.8 0 1.4 1.4 0 0 1 2.8 0M4.6 8.400a4.4 4.4 0 0 1 0-5.800M11.4 2.600a4.4 4.4 0 0 1 0 5.800M2.4 9.800a7.2 7.2 0 0 1 0-8.600M13.6 1.200a7.2 7.2 0 0 1 0 8.6',
  unknown: `${ring}M6.2 6.4a1.85 1.85 0 1 1 2.7 1.65c-.6.32-.9.65-.9 1.35M8 11.6h.01`,
  never: `${ring}M3.6 3.6l8.8 8.8`,
  'after-change': 'm2.5 13.5.7-2.9 7.6-7.6 2.2 2.2-7.6 7.6zM9.3 4.5l2.2 2.2',
  once: 'M13.2 9.4A5.5 5.5 0 1 1 12 4.4M12.6 1.600v3h-3M7 6.800l1.2-.9v4.4',
  later: `${ring}M8 4.5V8l2.4 1.6`,
  search: 'M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0M10.5 10.5l4 4',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
} as const;

export type IconName = keyof typeof paths;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An icon for decoration; the word beside it carries the meaning. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  svg.append(svgPart('path', { d: paths[name] }));
  return svg;
}

const stationX = [5, 21.5, 38, 54.5] as const;
const stopIndex = { sender: 0, provider: 1, carrier: 2, handset: 3, unknown: 2 } as const;

/** The small route line: drawn up to where the message stopped; a dashed ring where that is not known. */
export function smallRoute(stopped: keyof typeof stopIndex): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 60 14');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('small-route');
  const stop = stopIndex[stopped];
  stationX.forEach((x, index) => {
    const next = stationX[index + 1];
    if (next !== undefined) {
      const isTravelled = index < stop;
      svg.append(svgPart('path', { d: `M${x + 5} 7H${next - 5}`, class: isTravelled ? 'travelled' : 'ahead' }));
    }
    if (index === stop && stopped !== 'unknown') {
      svg.append(
        svgPart('circle', { cx: x, cy: 7, r: 4.75, class: 'break' }),
        svgPart('path', { d: `M${x - 1.75} 5.25l3.5 3.5M${x + 1.75} 5.25l-3.5 3.5`, class: 'break' }),
      );
    } else if (index === stop) {
      svg.append(svgPart('circle', { cx: x, cy: 7, r: 4.75, class: 'open' }));
    } else {
      svg.append(
        svgPart('circle', { cx: x, cy: 7, r: index < stop ? 2.75 : 2.25, class: index < stop ? 'passed' : 'beyond' }),
      );
    }
  });
  return svg;
}

function svgPart(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const part = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
  return part;
}
