import {
  facets,
  isNarrowed,
  matches,
  readState,
  writeState,
  type Facet,
  type FilterRow,
  type FilterState,
} from './filter-state.ts';

interface Row extends FilterRow {
  readonly element: HTMLTableRowElement;
  readonly place: number;
}

/**
 * Lets a reader narrow down and sort the table it holds. The markup is complete without it, and stays as it is until somebody
 * asks for something. State lives in the address, so that a view can be linked to and the back button works.
 */
class FilterTable extends HTMLElement {
  #read: readonly Row[] | undefined;
  #state: FilterState = { facets: {}, find: '', sort: undefined };

  connectedCallback(): void {
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('input', () => this.#take({ ...this.#state, ...readForm(this.#form) }));
    this.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#take({ ...this.#state, facets: {}, find: '' });
      this.#fill();
      this.#fields[0]?.focus();
    });
    this.addEventListener('click', ({ target }) => {
      const head =
        target instanceof Element && target.closest('button') && target.closest<HTMLElement>('th[data-sort]');
      if (head) this.#sortBy(head.dataset['sort'] ?? '');
    });
    const restore = () => {
      this.#state = readState(location.search, offeredBy(this.#form));
      this.#fill();
      this.#apply();
    };
    addEventListener('popstate', restore);
    if (location.search !== '') restore();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('The table has no form to filter it');
    return form;
  }

  get #fields(): readonly (HTMLSelectElement | HTMLInputElement)[] {
    return [...this.#form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];
  }

  /** Read when somebody first asks for something: a table is there to be read, and opens faster without. */
  get #rows(): readonly Row[] {
    this.#read ??= [...(this.querySelector('tbody')?.rows ?? [])].map(rowOf);
    return this.#read;
  }

  #take(state: FilterState): void {
    this.#state = state;
    history.replaceState(history.state, '', `${location.pathname}${writeState(state)}${location.hash}`);
    this.#apply();
  }

  #fill(): void {
    for (const field of this.#fields) {
      field.value = field.name === 'find' ? this.#state.find : (this.#state.facets[field.name as Facet] ?? '');
    }
  }

  #apply(): void {
    let shown = 0;
    for (const row of this.#rows) {
      const isShown = matches(row, this.#state);
      row.element.hidden = !isShown;
      if (isShown) shown++;
    }
    this.#sort();
    for (const field of this.#fields) field.toggleAttribute('data-active', field.value !== '');
    const narrowed = isNarrowed(this.#state);
    this.querySelector('button[type="reset"]')?.toggleAttribute('hidden', !narrowed);
    const count = this.querySelector('[role="status"]');
    // `31 codes`, as the page says it.
    const all = count?.getAttribute('data-all') ?? '';
    if (count) count.textContent = narrowed ? `${shown} of ${all}` : all;
  }

  /** One press sorts up, the next down, the third puts the rows back. */
  #sortBy(column: string): void {
    const before = this.#state.sort?.column === column ? this.#state.sort : undefined;
    const sort = before?.descending ? undefined : { column, descending: before !== undefined };
    this.#take({ ...this.#state, sort });
  }

  #sort(): void {
    const { sort } = this.#state;
    const body = this.querySelector('tbody');
    const column = sort
      ? [...this.querySelectorAll('th')].findIndex((head) => head.dataset['sort'] === sort.column)
      : -1;
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const isSorted = sort !== undefined && head.dataset['sort'] === sort.column;
      if (isSorted) head.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    if (!body) return;
    const sorted = [...this.#rows];
    if (sort && column >= 0) {
      const keys = new Map(sorted.map((row) => [row, row.element.cells[column]?.textContent?.trim() ?? '']));
      const direction = sort.descending ? -1 : 1;
      // Made here and not with the page, which it would hold up for 20 ms.
      const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
      sorted.sort((a, b) => direction * compare(keys.get(a) ?? '', keys.get(b) ?? '') || a.place - b.place);
    }
    // Moving rows costs a layout each; the usual case is that they stand in order already.
    if (sorted.some((row, place) => body.rows[place] !== row.element))
      body.append(...sorted.map(({ element }) => element));
  }
}

function valuesOf(row: HTMLTableRowElement): FilterRow['values'] {
  return Object.fromEntries(
    facets.flatMap((facet) => (row.dataset[facet] === undefined ? [] : [[facet, row.dataset[facet]]])),
  );
}

function rowOf(element: HTMLTableRowElement, place: number): Row {
  let text: string | undefined;
  return {
    element,
    place,
    values: valuesOf(element),
    get text() {
      return (text ??= (element.textContent ?? '').replace(/\s+/g, ' ').toLowerCase());
    },
  };
}

function readForm(form: HTMLFormElement): Pick<FilterState, 'facets' | 'find'> {
  const data = new FormData(form);
  const chosen = facets.flatMap((facet) => {
    const value = data.get(facet);
    return typeof value === 'string' && value !== '' ? [[facet, value]] : [];
  });
  const find = data.get('find');
  return { facets: Object.fromEntries(chosen) as FilterState['facets'], find: typeof find === 'string' ? find : '' };
}

const offeredBy = (form: HTMLFormElement): Partial<Record<Facet, string[]>> =>
  Object.fromEntries(
    [...form.querySelectorAll('select')].map((select) => [select.name, [...select.options].map(({ value }) => value)]),
  );

customElements.define('filter-table', FilterTable);
