/** A drawing on its grid: width, height, and the shapes inside. Strokes and caps come from the style sheet. */
type Drawing = readonly [width: number, height: number, shapes: string];

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
  search: [16, 16, '<circle cx="7" cy="7" r="4.75"/><path d="m10.5 10.5 4 4"/>'],
  theme: [
    16,
    16,
    '<circle cx="8" cy="8" r="6.25"/><path d="M8 1.75v12.5a6.25 6.25 0 0 0 0-12.5" fill="currentColor" stroke="none"/>',
  ],
  menu: [16, 16, '<path d="M2 4h12M2 8h12M2 12h12"/>'],
  close: [16, 16, '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>'],
  caret: [16, 16, '<path d="m6 3.5 4.5 4.5L6 12.5"/>'],
  down: [16, 16, '<path d="M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 14h11"/>'],
  copy: [
    16,
    16,
    '<rect x="5.5" y="5.5" width="8.5" height="8.5" rx="1"/><path d="M3 10.5H2.5a.5.5 0 0 1-.5-.5V2.5A.5.5 0 0 1 2.5 2H10a.5.5 0 0 1 .5.5V3"/>',
  ],
  check: [16, 16, '<path d="m2.5 8.5 3.5 3.5 7.5-8"/>'],
  file: [16, 16, '<path d="M9.5 1.75H3.75v12.5h8.5V4.5zM9.5 1.75V4.5h2.75"/>'],
  back: [16, 16, '<path d="M13 8H3M7 4 3 8l4 4"/>'],
  forward: [16, 16, '<path d="M3 8h10M9 4l4 4-4 4"/>'],
  billed: [16, 16, '<path d="M3.75 1.75h8.5v12.5l-2.1-1.4L8 14.25l-2.15-1.4-2.1 1.4zM6.25 5.5h3.5M6.25 8.5h3.5"/>'],
  sender: [16, 16, '<circle cx="8" cy="5" r="2.75"/><path d="M2.5 14c.5-3 2.7-4.6 5.5-4.6s5 1.6 5.5 4.6"/>'],
  recipient: [16, 16, '<rect x="4.25" y="1.5" width="7.5" height="13" rx="1.5"/><path d="M7 12.2h2"/>'],
  provider: [
    16,
    16,
    '<rect x="2" y="2.5" width="12" height="4.5" rx="1"/><rect x="2" y="9" width="12" height="4.5" rx="1"/><path d="M4.75 4.75h.01M4.75 11.25h.01M8 4.75h3.5M8 11.25h3.5"/>',
  ],
  carrier: [
    16,
    16,
    '<path d="M8 7.5 5 14.5M8 7.5l3 7M6.2 11.7h3.6"/><circle cx="8" cy="5.5" r="1.4"/><path d="M4.6 8.4a4.4 4.4 0 0 1 0-5.8M11.4 2.6a4.4 4.4 0 0 1 0 5.8M2.4 9.8a7.2 7.2 0 0 1 0-8.6M13.6 1.2a7.2 7.2 0 0 1 0 8.6"/>',
  ],
  unknown: [
    16,
    16,
    '<circle cx="8" cy="8" r="6.25"/><path d="M6.2 6.4a1.85 1.85 0 1 1 2.7 1.65c-.6.32-.9.65-.9 1.35M8 11.6h.01"/>',
  ],
  never: [16, 16, '<circle cx="8" cy="8" r="6.25"/><path d="m3.6 3.6 8.8 8.8"/>'],
  'after-change': [16, 16, '<path d="m2.5 13.5.7-2.9 7.6-7.6 2.2 2.2-7.6 7.6zM9.3 4.5l2.2 2.2"/>'],
  once: [16, 16, '<path d="M13.2 9.4A5.5 5.5 0 1 1 12 4.4M12.6 1.6v3h-3M7 6.8l1.2-.9v4.4"/>'],
  later: [16, 16, '<circle cx="8" cy="8" r="6.25"/><path d="M8 4.5V8l2.4 1.6"/>'],
  'route-sender': [
    60,
    14,
    '<path d="M9.75 7H18.5" stroke="var(--edge)" stroke-dasharray="1 2.75"/><g stroke="var(--mark)"><circle cx="5" cy="7" r="4.75"/><path d="m3.25 5.25 3.5 3.5M6.75 5.25l-3.5 3.5"/></g><path d="M24.5 7H35" stroke="var(--edge)" stroke-dasharray="1 2.75"/><circle cx="21.5" cy="7" r="2.25" stroke="var(--edge)"/><path d="M41 7H51.5" stroke="var(--edge)" stroke-dasharray="1 2.75"/><circle cx="38" cy="7" r="2.25" stroke="var(--edge)"/><circle cx="54.5" cy="7" r="2.25" stroke="var(--edge)"/>',
  ],
  'route-provider': [
    60,
    14,
    '<path d="M8 7H16.75"/><circle cx="5" cy="7" r="2.75" fill="currentColor" stroke="none"/><path d="M26.25 7H35" stroke="var(--edge)" stroke-dasharray="1 2.75"/><g stroke="var(--mark)"><circle cx="21.5" cy="7" r="4.75"/><path d="m19.75 5.25 3.5 3.5M23.25 5.25l-3.5 3.5"/></g><path d="M41 7H51.5" stroke="var(--edge)" stroke-dasharray="1 2.75"/><circle cx="38" cy="7" r="2.25" stroke="var(--edge)"/><circle cx="54.5" cy="7" r="2.25" stroke="var(--edge)"/>',
  ],
  'route-carrier': [
    60,
    14,
    '<path d="M8 7H18.5"/><circle cx="5" cy="7" r="2.75" fill="currentColor" stroke="none"/><path d="M24.5 7H33.25"/><circle cx="21.5" cy="7" r="2.75" fill="currentColor" stroke="none"/><path d="M42.75 7H51.5" stroke="var(--edge)" stroke-dasharray="1 2.75"/><g stroke="var(--mark)"><circle cx="38" cy="7" r="4.75"/><path d="m36.25 5.25 3.5 3.5M39.75 5.25l-3.5 3.5"/></g><circle cx="54.5" cy="7" r="2.25" stroke="var(--edge)"/>',
  ],
  'route-handset': [
    60,
    14,
    '<path d="M8 7H18.5"/><circle cx="5" cy="7" r="2.75" fill="currentColor" stroke="none"/><path d="M24.5 7H35"/><circle cx="21.5" cy="7" r="2.75" fill="currentColor" stroke="none"/><path d="M41 7H49.75"/><circle cx="38" cy="7" r="2.75" fill="currentColor" stroke="none"/><g stroke="var(--mark)"><circle cx="54.5" cy="7" r="4.75"/><path d="m52.75 5.25 3.5 3.5M56.25 5.25l-3.5 3.5"/></g>',
  ],
  'route-unknown': [
    60,
    14,
    '<path d="M8 7h10.5M24.5 7H33"/><path d="M43 7h8.5" stroke="var(--edge)" stroke-dasharray="1 2.75"/><circle cx="5" cy="7" r="2.75" fill="currentColor" stroke="none"/><circle cx="21.5" cy="7" r="2.75" fill="currentColor" stroke="none"/><circle cx="38" cy="7" r="4.75" stroke-dasharray="2.2 2.1"/><path d="M36.7 6.1a1.35 1.35 0 1 1 1.9 1.25c-.4.2-.6.4-.6.85M38 9.6h.01" stroke-width="1.1"/><circle cx="54.5" cy="7" r="2.25" stroke="var(--edge)"/>',
  ],
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

/** Id of the symbol that scripts draw the icon with. */
export const iconId = (name: IconName): string => `i-${name}`;

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
