import { element } from '../browser/element.ts';

/** A column by which a table is sorted. */
export interface ColumnOrder<Column extends string> {
  readonly column: Column;
  readonly isDescending: boolean;
}

export interface SortableHeads<Column extends string> {
  readonly head: HTMLTableSectionElement;
  readonly order: ColumnOrder<Column> | undefined;
}

/** The head of a table whose columns are sorted by a press; a second press turns the order round. */
export function sortableHeads<Column extends string>(
  headings: Readonly<Record<Column, string>>,
  initial: ColumnOrder<Column> | undefined,
  /** Columns of numbers that are more telling from the largest down. */
  descendingFirst: readonly Column[],
  onSort: () => void,
): SortableHeads<Column> {
  const columns = Object.keys(headings) as Column[];
  let order = initial;
  const cells = columns.map((column) => {
    const button = element('button', { type: 'button' }, headings[column]);
    button.addEventListener('click', () => {
      const isDescending = order?.column === column ? !order.isDescending : descendingFirst.includes(column);
      order = { column, isDescending };
      mark();
      onSort();
    });
    return element(
      'th',
      { scope: 'col', role: 'columnheader', class: descendingFirst.includes(column) ? 'number' : undefined },
      button,
    );
  });
  function mark(): void {
    cells.forEach((cell, index) => {
      if (order?.column === columns[index])
        cell.setAttribute('aria-sort', order?.isDescending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  }
  mark();
  return {
    head: element('thead', { role: 'rowgroup' }, element('tr', { role: 'row', 'aria-rowindex': '1' }, ...cells)),
    get order() {
      return order;
    },
  };
}
