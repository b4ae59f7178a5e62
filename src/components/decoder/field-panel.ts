import { element } from '../browser/element.ts';
import { dropFiles } from './drop-files.ts';
import type { Outcome } from './outcome.ts';
import { progressWords, size } from './progress-words.ts';
import type { Progress } from './protocol.ts';

export interface PanelListener {
  onFiles(files: readonly File[]): void;
  onClear(): void;
  onExample(text: string): void;
}

/** What stands around the field: its label, the examples, facts about a file, progress, and the buttons. */
export class FieldPanel {
  readonly #root: HTMLElement;
  #started = 0;

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
    this.#part('[data-clear]').toggleAttribute('disabled', true);
    this.end();
  }

  /** What only the reading of a file shows: how many messages, and where their code stands. */
  addFacts({ report: { events, findings } }: Outcome): void {
    const messages = events.failed + events.fine + events.unclear;
    const column = findings.flatMap(({ reason }) =>
      reason.kind === 'column' && reason.field !== '' ? [reason.field] : [],
    )[0];
    const facts = this.#part('[data-facts]');
    if (messages > 0) facts.append(`, ${messages.toLocaleString('en')} messages`);
    if (column !== undefined) facts.append(', code in column ', element('code', {}, column));
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

  #examples(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-examples] [data-example]')];
  }

  #part(selector: string): HTMLElement {
    return partOf(this.#root, selector);
  }
}

/** A part that the markup of the component must hold. */
export function partOf(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The decoder lacks ${selector}`);
  return found;
}
