/** The rows of a long table that are drawn, and the empty height above and below them that stands for the others. */
export interface RowWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

export interface Scrolled {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the part that is seen. */
  readonly viewHeight: number;
  readonly scrollTop: number;
}

/** Rows drawn beyond the edges of the view, so that the next ones are there when somebody scrolls or presses Tab. */
const usualBeyond = 8;
/** Browsers draw nothing that is much taller than this, in pixels; see `heightOf`. */
const tallest = 8_000_000;

/** Height of all rows together. Beyond a height that browsers can draw, a pixel of scrolling stands for several of rows. */
export const heightOf = (count: number, rowHeight: number): number => Math.min(count * rowHeight, tallest);

/** Which rows to draw at this scroll position: those in view, and so many `beyond` each edge of it. */
export function rowWindow(
  { count, rowHeight, viewHeight, scrollTop }: Scrolled,
  beyond: number = usualBeyond,
): RowWindow {
  const height = heightOf(count, rowHeight);
  const top = Math.max(0, Math.min(scrollTop, height - viewHeight));
  const rows = firstRow({ count, rowHeight, viewHeight, scrollTop: top });
  const from = Math.max(0, Math.floor(rows) - beyond);
  const to = Math.min(count, Math.ceil(rows + viewHeight / rowHeight) + beyond);
  const drawn = (to - from) * rowHeight;
  const above = Math.max(0, Math.min(top - (rows - from) * rowHeight, height - drawn));
  return { from, to, above, below: Math.max(0, height - above - drawn) };
}

/** The row at the upper edge, with a fraction. */
function firstRow({ count, rowHeight, viewHeight, scrollTop }: Scrolled): number {
  const height = heightOf(count, rowHeight);
  const scrollable = height - viewHeight;
  if (scrollable <= 0) return 0;
  if (height < tallest) return scrollTop / rowHeight;
  return (scrollTop / scrollable) * (count - viewHeight / rowHeight);
}

/** Where to scroll so that a row is wholly in view, by the shortest way. */
export function scrollTo(row: number, scrolled: Scrolled): number {
  const { count, rowHeight, viewHeight, scrollTop } = scrolled;
  const scrollable = heightOf(count, rowHeight) - viewHeight;
  if (scrollable <= 0) return 0;
  const inView = viewHeight / rowHeight;
  const first = firstRow(scrolled);
  if (row >= first && row + 1 <= first + inView) return scrollTop;
  const wanted = row < first ? row : row + 1 - inView;
  return (wanted / (count - inView)) * scrollable;
}
