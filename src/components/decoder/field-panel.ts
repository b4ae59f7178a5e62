import type { Outcome } from '#batch';
import type { TableInfo } from '#decoder';
import { element } from '../browser/element.ts';
import { dropFiles } from './drop-files.ts';
import { progressWords, size } from './progress-words.ts';
import type { Progress } from './protocol.ts';

export interface PanelListener {
  onFiles(files: readonly File[]): void;
  onClear(): void;
  onExample(text: string): void;
  /** The code stands in this column of the table: its heading, or its place from 0. */
  onColumn(column: string | number): void;
}

/** What stands around the field: its label, the examples, facts about a file, progress, and the buttons. */
export class FieldPanel {
  readonly #root: HTMLElement;
  #started = 0;
  /** What the options of the select stand for. */
  #columns: readonly (string | number)[] = [];

  constructor(root: HTMLElement, listener: PanelListener) {
    this.#root = root;
    const chooser = this.#part('[data-files]') as HTMLInputElement;
    this.#part('[data-open]').addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      listener.onFiles([...(chooser.files ?? [])]);
      // The same file can be chosen again.
      chooser.value = '';
    });
    for (const button of [this.#part('[data-clear]'), this.#part('[data-cancel]')]) {
      button.addEventListener('click', () => listener.onClear());
    }
    for (const button of this.#examples()) {
      button.addEventListener('click', () => listener.onExample(button.dataset['example'] ?? ''));
    }
    dropFiles(root, (files) => listener.onFiles(files));
    this.#select.addEventListener('change', () => {
      const column = this.#columns[Number(this.#select.value)];
      if (column !== undefined) listener.onColumn(column);
    });
  }

  /** An input is being read: text, or files that are named in place of the label. */
  begin(files: readonly File[]): void {
    this.#started = performance.now();
    this.#name(files);
    this.#part('[data-clear]').toggleAttribute('disabled', false);
    this.end();
  }

  showProgress(progress: Progress): void {
    this.#part('[data-progress]').hidden = false;
    (this.#part('progress') as HTMLProgressElement).value = progress.total === 0 ? 0 : progress.read / progress.total;
    this.#part('[data-progress-words]').textContent = progressWords(progress, performance.now() - this.#started);
  }

  /** Nothing is being read any more. */
  end(): void {
    this.#part('[data-progress]').hidden = true;
  }

  /** As before there was input. */
  reset(): void {
    this.#name([]);
    this.showColumn(undefined);
    this.#part('[data-clear]').toggleAttribute('disabled', true);
    this.end();
  }

  /** What only the reading of a file shows: how many messages are in it. */
  addFacts({ report: { events } }: Outcome): void {
    const messages = events.failed + events.fine + events.unclear;
    if (messages > 0) this.#part('[data-facts]').append(`, ${messages.toLocaleString('en')} messages`);
  }

  /** Shows which column of a table was read, so that it can be corrected; nothing for input that is no table. */
  showColumn(table: TableInfo | undefined): void {
    const isShown = table !== undefined && table.columns.length > 1;
    this.#part('[data-column]').hidden = !isShown;
    if (!isShown) return;
    this.#columns = columnNames(table.columns);
    const options = table.columns.map((heading, index) =>
      element('option', { value: String(index) }, heading === '' ? `Column ${index + 1}` : heading),
    );
    const current = this.#columns.findIndex(
      (column, index) => column === table.codeColumn || index === table.codeColumn,
    );
    if (current === -1) options.unshift(element('option', { value: '' }, 'None found'));
    this.#select.replaceChildren(...options);
    this.#select.value = current === -1 ? '' : String(current);
  }

  /** The buttons of the examples once more, for a sentence that offers them. */
  exampleButtons(): Node[] {
    return this.#examples().flatMap((button, index) => {
      const copy = button.cloneNode(true);
      copy.addEventListener('click', () => button.click());
      return index === 0 ? [copy] : [document.createTextNode(' or '), copy];
    });
  }

  #name(files: readonly File[]): void {
    const [first] = files;
    const isFile = first !== undefined;
    this.#part('[data-name]').textContent = !isFile
      ? 'What you got'
      : files.length === 1
        ? first.name
        : `${files.length} files`;
    this.#part('[data-examples]').hidden = isFile;
    const facts = this.#part('[data-facts]');
    facts.hidden = !isFile;
    facts.textContent = size(files.reduce((sum, file) => sum + file.size, 0));
    this.#root.toggleAttribute('data-holds-file', isFile);
    this.#part('[data-open] span').textContent = isFile ? 'Open another file' : 'Open a file';
  }

  get #select(): HTMLSelectElement {
    return this.#part('[data-column] select') as HTMLSelectElement;
  }

  #examples(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-examples] [data-example]')];
  }

  #part(selector: string): HTMLElement {
    return partOf(this.#root, selector);
  }
}

/** Columns by their heading; by their place where they have none, or share it with another. */
const columnNames = (headings: readonly string[]): (string | number)[] =>
  headings.map((heading, index) => (heading === '' || headings.indexOf(heading) !== index ? index : heading));

/** A part that the markup of the component must hold. */
export function partOf(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The decoder lacks ${selector}`);
  return found;
}
