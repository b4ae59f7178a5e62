import { element } from '../browser/element.ts';
import { nextFrame } from '../browser/next-frame.ts';
import { rowWindow, scrollTo, type RowWindow } from './row-window.ts';

export interface VirtualTableOptions<Row> {
  /** What the table is called for those who do not see it. */
  readonly label: string;
  readonly className: string;
  readonly head: HTMLTableSectionElement;
  /** Some of the rows; `to` exclusive. */
  readonly rows: (from: number, to: number) => Promise<readonly Row[]>;
  /** A row with its cells. Rows are all of one height, which the style sheet gives them. */
  readonly renderRow: (row: Row) => HTMLTableRowElement;
  /** What is said on paper under the rows, of which there are more than these. */
  readonly printedOf: (printed: number, count: number) => string;
}

/** Rows that are made in one go where more are missing. */
const mostAtOnce = 8;
/** Rows that are printed: a table of thousands of pages helps nobody. */
const mostPrinted = 100;
/** Until a row has been measured. */
const usualHeight = 44;

/**
 * A table of any number of rows, of which only those in view are in the document. Arrow keys, Page Up and Down, Home and
 * End (with Ctrl: first and last row) move from cell to cell as in a grid.
 */
export class VirtualTable<Row> {
  readonly element: HTMLElement;
  readonly #options: VirtualTableOptions<Row>;
  readonly #table: HTMLTableElement;
  readonly #body = element('tbody', { role: 'rowgroup' });
  readonly #above = element('tr', { 'aria-hidden': 'true', class: 'gap' });
  readonly #below = element('tr', { 'aria-hidden': 'true', class: 'gap' });
  readonly #paper = element('p', { class: 'small on-paper' });
  /** Drawn rows by their place. */
  #drawn = new Map<number, HTMLTableRowElement>();
  /** Rows of an earlier order. They stay until those in their place are there, so that the table is never empty. */
  #outdated: HTMLTableRowElement[] = [];
  #printed: readonly Row[] = [];
  #count = 0;
  #rowHeight = usualHeight;
  #active = { row: 0, cell: 0 };
  /** Number of the latest drawing: those before it are given up. */
  #work = 0;
  #isPrinting = false;
  /** A key chose a cell that may not be drawn yet: whichever drawing brings it gives it the focus. */
  #isFocusDue = false;

  constructor(options: VirtualTableOptions<Row>) {
    this.#options = options;
    this.#body.append(this.#above, this.#below);
    this.#table = element(
      'table',
      { class: `table ${options.className}`, role: 'grid', 'aria-label': options.label, tabindex: '-1' },
      options.head,
      this.#body,
    );
    this.element = element('div', { class: 'virtual' }, element('div', { class: 'view' }, this.#table), this.#paper);
    let isDue = false;
    this.#view.addEventListener('scroll', () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        void this.#draw();
      });
    });
    this.#table.addEventListener('keydown', (event) => this.#press(event));
    this.#table.addEventListener('focusin', (event) => this.#take(event));
    new ResizeObserver(() => void this.#resize()).observe(this.#view);
    this.element.addEventListener('paper', () => this.#isPrinting || this.#print());
    this.element.addEventListener('screen', () => this.#isPrinting && this.#resume());
  }

  /** Shows this many rows from the first one on. Resolves when those in view are drawn. */
  async show(count: number): Promise<void> {
    this.#count = count;
    this.#active = { row: 0, cell: 0 };
    this.#table.setAttribute('aria-rowcount', String(count + 1));
    this.#view.scrollTop = 0;
    this.#outdated.push(...this.#drawn.values());
    this.#drawn.clear();
    await this.#draw();
    this.#printed = await this.#options.rows(0, Math.min(count, mostPrinted));
    this.#paper.textContent = count > mostPrinted ? this.#options.printedOf(mostPrinted, count) : '';
  }

  get #view(): HTMLElement {
    return this.element.firstElementChild as HTMLElement;
  }

  get #scrolled(): Parameters<typeof rowWindow>[0] {
    const viewHeight = Math.max(this.#view.clientHeight - this.#options.head.offsetHeight, this.#rowHeight);
    return { count: this.#count, rowHeight: this.#rowHeight, viewHeight, scrollTop: this.#view.scrollTop };
  }

  /** The rows to draw next: where many are missing, first some of those that somebody looks at. */
  #nextWindow(): RowWindow & { readonly isWhole: boolean } {
    const scrolled = this.#scrolled;
    const whole = rowWindow(scrolled);
    if (this.#missing(whole).length <= mostAtOnce) return { ...whole, isWhole: true };
    const inView = rowWindow(scrolled, 0);
    const wanted = this.#missing(inView).length > 0 ? inView : whole;
    const to = this.#missing(wanted)[mostAtOnce] ?? wanted.to;
    return { ...wanted, to, below: wanted.below + (wanted.to - to) * this.#rowHeight, isWhole: false };
  }

  #missing({ from, to }: RowWindow): number[] {
    return range(from, to).filter((index) => !this.#drawn.has(index));
  }

  async #draw(): Promise<void> {
    if (this.#isPrinting) return;
    const own = (this.#work += 1);
    const next = this.#nextWindow();
    await this.#drawRows(next, own);
    if (own !== this.#work || this.#isPrinting) return;
    // By then the browser has laid the rows out by itself, and asking for their height costs nothing.
    await nextFrame();
    if (own === this.#work && (this.#measure() || !next.isWhole)) await this.#draw();
  }

  async #drawRows(window: RowWindow, own: number): Promise<void> {
    const { from, to, above, below } = window;
    const missing = this.#missing(window);
    const [first, last] = [missing[0], missing.at(-1)];
    const rows = first === undefined || last === undefined ? [] : await this.#options.rows(first, last + 1);
    if (own !== this.#work || this.#isPrinting) return;
    const hadFocus = this.#body.contains(document.activeElement);
    const next = new Map<number, HTMLTableRowElement>();
    for (let index = from; index < to; index += 1) {
      const row = this.#drawn.get(index) ?? this.#make(rows[index - (first ?? 0)], index);
      if (row) next.set(index, row);
    }
    for (const [index, row] of this.#drawn) if (!next.has(index)) row.remove();
    for (const row of this.#outdated.splice(0)) row.remove();
    let before: Element = this.#above;
    for (const row of next.values()) {
      if (before.nextElementSibling !== row) before.after(row);
      before = row;
    }
    this.#drawn = next;
    this.#above.style.height = `${above}px`;
    this.#below.style.height = `${below}px`;
    // The row that had the focus was scrolled away: the keys still belong to the table.
    if (hadFocus && !this.#body.contains(document.activeElement)) this.#table.focus({ preventScroll: true });
    this.#markActive();
    if (this.#isFocusDue) this.#focusActive();
  }

  #make(row: Row | undefined, index: number): HTMLTableRowElement | undefined {
    if (row === undefined) return undefined;
    const made = this.#options.renderRow(row);
    made.setAttribute('role', 'row');
    made.setAttribute('aria-rowindex', String(index + 2));
    for (const cell of made.cells) {
      cell.setAttribute('role', 'gridcell');
      for (const target of targetsOf(cell)) target.tabIndex = -1;
    }
    return made;
  }

  /** Takes the height of rows from one that is drawn, and says whether it is another one: it is in a narrow column. */
  #measure(): boolean {
    const [row] = this.#drawn.values();
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height === 0 || Math.abs(height - this.#rowHeight) < 0.01) return false;
    this.#rowHeight = height;
    return true;
  }

  async #resize(): Promise<void> {
    if (this.#view.clientHeight > 0) await this.#draw();
  }

  #clear(): void {
    for (const row of [...this.#drawn.values(), ...this.#outdated.splice(0)]) row.remove();
    this.#drawn.clear();
  }

  #press(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('thead')) return;
    const { row, cell } = this.#active;
    const last = this.#count - 1;
    const page = Math.max(1, Math.floor(this.#scrolled.viewHeight / this.#rowHeight) - 1);
    const cells = (this.#drawn.get(row)?.cells.length ?? 1) - 1;
    const to = {
      ArrowDown: [row + 1, cell],
      ArrowUp: [row - 1, cell],
      ArrowRight: [row, cell + 1],
      ArrowLeft: [row, cell - 1],
      PageDown: [row + page, cell],
      PageUp: [row - page, cell],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [last, cells] : [row, cells],
    }[event.key];
    if (!to || event.altKey || event.metaKey || event.shiftKey || this.#count === 0) return;
    event.preventDefault();
    const [toRow = row, toCell = cell] = to;
    this.#active = { row: clamp(toRow, last), cell: clamp(toCell, cells) };
    this.#isFocusDue = true;
    this.#view.scrollTop = scrollTo(this.#active.row, this.#scrolled);
    void this.#draw();
  }

  #focusActive(): void {
    const cell = this.#drawn.get(this.#active.row)?.cells[this.#active.cell];
    if (!cell) return;
    this.#isFocusDue = false;
    targetsOf(cell)[0]?.focus({ preventScroll: true });
    // The table scrolls in itself; the end of it can still be below the window.
    cell.scrollIntoView({ block: 'nearest' });
  }

  /** The cell that somebody pressed or reached is the one that keys start from. */
  #take(event: FocusEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td') : null;
    if (!cell) return;
    const row = cell.parentElement as HTMLTableRowElement;
    this.#active = { row: Number(row.getAttribute('aria-rowindex')) - 2, cell: cell.cellIndex };
    this.#markActive();
  }

  /** One cell of the table is in the order of Tab. */
  #markActive(): void {
    for (const target of this.#body.querySelectorAll<HTMLElement>('[tabindex="0"]')) target.tabIndex = -1;
    const row = this.#drawn.get(this.#active.row) ?? [...this.#drawn.values()].find((drawn) => this.#isInView(drawn));
    const cell = row?.cells[this.#active.cell];
    const [target] = cell ? targetsOf(cell) : [];
    if (target) target.tabIndex = 0;
  }

  #isInView(row: HTMLTableRowElement): boolean {
    const { top } = this.#view.getBoundingClientRect();
    return row.getBoundingClientRect().top >= top + this.#options.head.offsetHeight;
  }

  /** Paper has no scrolling: the first rows stand there, without gaps. */
  #print(): void {
    this.#isPrinting = true;
    this.#clear();
    this.#above.style.height = this.#below.style.height = '0';
    this.#printed.forEach((row, index) => {
      const made = this.#make(row, index);
      if (made) this.#drawn.set(index, made);
    });
    this.#above.after(...this.#drawn.values());
  }

  #resume(): void {
    this.#isPrinting = false;
    void this.#draw();
  }
}

/** Tables come and go; the page listens for them, so that it keeps none that is gone. */
function tellTables(kind: 'paper' | 'screen'): void {
  for (const table of document.querySelectorAll('.virtual')) table.dispatchEvent(new Event(kind));
}
addEventListener('beforeprint', () => tellTables('paper'));
addEventListener('afterprint', () => tellTables('screen'));
matchMedia('print').addEventListener('change', ({ matches }) => tellTables(matches ? 'paper' : 'screen'));

/** What takes the focus in a cell: the link or button in it, else the cell. */
function targetsOf(cell: HTMLTableCellElement): readonly HTMLElement[] {
  const inside = [...cell.querySelectorAll<HTMLElement>('a, button')];
  return inside.length > 0 ? inside : [cell];
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
