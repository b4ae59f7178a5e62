/**
 * Icons as single paths on a grid of 16, stroked: the fewer elements an icon has, the faster a table of a hundred rows is
 * drawn. One export each, so that a script takes along only what it draws.
 */
const ring = 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0';

export const search = 'M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0M10.5 10.5l4 4';
export const menu = 'M2 4h12M2 8h12M2 12h12';
export const close = 'm3.5 3.5 9 9M12.5 3.5l-9 9';
export const caret = 'm6 3.5 4.5 4.5L6 12.5';
export const down = 'M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 14h11';
export const copy =
  'M6.5 5.5H13a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H6.5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1M3 10.5H2.5a.5.5 0 0 1-.5-.5V2.5A.5.5 0 0 1 2.5 2H10a.5.5 0 0 1 .5.5V3';
export const file = 'M9.5 1.75H3.75v12.5h8.5V4.5zM9.5 1.75V4.5h2.75';
export const back = 'M13 8H3M7 4 3 8l4 4';
export const forward = 'M3 8h10M9 4l4 4-4 4';
export const billed = 'M3.75 1.75h8.5v12.5l-2.1-1.4L8 14.25l-2.15-1.4-2.1 1.4zM6.25 5.5h3.5M6.25 8.5h3.5';

export const sender = 'M10.75 5a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0M2.5 14c.5-3 2.7-4.6 5.5-4.6s5 1.6 5.5 4.6';
export const recipient =
  'M5.75 1.5h4.5a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-4.5A1.5 1.5 0 0 1 4.25 13V3a1.5 1.5 0 0 1 1.5-1.5M7 12.2h2';
export const provider =
  'M3 2.5h10a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1M3 9h10a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1M4.75 4.75h.01M4.75 11.25h.01M8 4.75h3.5M8 11.25h3.5';
export const carrier =
  'M8 7.5 5 14.5M8 7.5l3 7M6.2 11.7h3.6M9.4 5.5a1.4 1.4 0 1 1-2.8 0 1.4 1.4 0 0 1 2.8 0M4.6 8.4a4.4 4.4 0 0 1 0-5.8M11.4 2.6a4.4 4.4 0 0 1 0 5.8M2.4 9.8a7.2 7.2 0 0 1 0-8.6M13.6 1.2a7.2 7.2 0 0 1 0 8.6';
export const unknown = `${ring}M6.2 6.4a1.85 1.85 0 1 1 2.7 1.65c-.6.32-.9.65-.9 1.35M8 11.6h.01`;

export const never = `${ring}M3.6 3.6l8.8 8.8`;
export const afterChange = 'm2.5 13.5.7-2.9 7.6-7.6 2.2 2.2-7.6 7.6zM9.3 4.5l2.2 2.2';
export const once = 'M13.2 9.4A5.5 5.5 0 1 1 12 4.4M12.6 1.6v3h-3M7 6.8l1.2-.9v4.4';
export const later = `${ring}M8 4.5V8l2.4 1.6`;
