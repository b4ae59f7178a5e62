import type { Explanations } from '#site/decoder-page';
import { decodeCodes } from '#site/urls';
import { download } from '../browser/download.ts';
import { element } from '../browser/element.ts';
import { plainPhrase } from '../browser/phrase.ts';
import { readCodesLink, reportOf } from './codes-link.ts';
import { dropFiles } from './drop-files.ts';
import { createExplainer, type Explainer } from './explainer.ts';
import { findingsCsv, summaryJson, type ListKind } from './exports.ts';
import { headline } from './headline.ts';
import { loadCatalog } from './load-decoder.ts';
import type { Outcome } from './outcome.ts';
import { PasteField } from './paste-field.ts';
import { progressWords, size } from './progress-words.ts';
import type { Input, Progress } from './protocol.ts';
import { renderReport, type ReportDeeds } from './render-report.ts';
import { summarize } from './summary.ts';
import { emptyTally } from './tally.ts';
import { ticketText } from './ticket.ts';
import { copyText, openTicket } from './ticket-dialog.ts';
import { WorkerClient } from './worker-client.ts';

/** What the report shows at the moment, and what it was made from. */
interface Shown {
  readonly outcome: Outcome;
  /** Undefined for the codes of a link. */
  readonly input: Input | undefined;
}

const announceAfter = 800;
/** Codes in a link; more would not fit into an address everywhere. */
const mostLinked = 100;

/**
 * `<undelivered-decoder>`: the field, and under it what was found. It loads the worker and the catalog as soon as it is
 * there; after that, no input makes it ask for, keep or send anything.
 */
class UndeliveredDecoder extends HTMLElement {
  #field!: PasteField;
  #client!: WorkerClient;
  /** Made when there is something to explain; undefined until the catalog is loaded. */
  #explainer: (() => Explainer) | undefined;
  #shown: Shown | undefined;
  /** The input that the field stands for. */
  #input: Input | undefined;
  /** The last input that did not fit into the field, with its excerpt: undoing a clear brings it back. */
  #large: { readonly excerpt: string; readonly input: Input } | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #started = 0;
  #isConnected = false;

  connectedCallback(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#field = new PasteField(this.#part('textarea') as HTMLTextAreaElement, {
      onText: (text) => this.#takeText(text),
      onLargeText: (text) => this.#takeFiles([new File([text], 'Pasted text', { type: 'text/plain' })], text),
      onFiles: (files) => this.#takeFiles(files),
      onCaret: (at) => this.#markAt(at),
    });
    const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
    this.#client = new WorkerClient(worker, {
      onProgress: (progress) => this.#showProgress(progress),
      onDecoded: (outcome, input) => this.#show({ outcome, input }),
      onFailed: (message) => this.#fail(message),
    });
    worker.addEventListener('error', () => this.#fail('It could not be started.'));
    this.#listen();
    loadCatalog(this.dataset['data'] ?? '', this.dataset['explanations'] ?? '').then(
      ([data, explanations]) => {
        this.#explainer = once(() => createExplainer(JSON.parse(explanations) as Explanations));
        this.#client.prepare(data, explanations);
        this.#showLink();
      },
      () => this.#fail('It could not be loaded. Reload the page.'),
    );
    // Browsers bring a field back as it was before a reload.
    if (this.#field.text !== '') this.#takeText(this.#field.text);
  }

  #listen(): void {
    const chooser = this.#part('[data-files]') as HTMLInputElement;
    this.#part('[data-open]').addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      this.#takeFiles([...(chooser.files ?? [])]);
      // The same file can be chosen again.
      chooser.value = '';
    });
    this.#part('[data-clear]').addEventListener('click', () => this.#clear());
    this.#part('[data-cancel]').addEventListener('click', () => this.#clear());
    for (const button of this.querySelectorAll<HTMLElement>('[data-example]')) {
      button.addEventListener('click', () => this.#field.replace(button.dataset['example'] ?? ''));
    }
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.target !== this.#part('textarea') || this.#input === undefined) return;
      event.preventDefault();
      this.#clear();
    });
    dropFiles(this, (files) => this.#takeFiles(files));
    addEventListener('hashchange', () => this.#showLink());
  }

  /** Decodes what stands in the field. */
  #takeText(text: string): void {
    // Undoing a clear brings the excerpt of something larger back: it stands for the whole again.
    if (this.#large && text === this.#large.excerpt) {
      this.#field.showExcerpt(text);
      this.#begin(this.#large.input);
      return;
    }
    if (text.trim() === '') {
      this.#client.clear();
      this.#reset();
      return;
    }
    this.#begin({ text });
  }

  /** Decodes files. `text` is the beginning of the first one, where it is at hand. */
  #takeFiles(files: readonly File[], text?: string): void {
    const [first] = files;
    if (!first) return;
    const show = (start: string) => {
      this.#field.showExcerpt(start);
      const input: Input = { files };
      this.#large = { excerpt: this.#field.text, input };
      this.#begin(input);
    };
    if (text !== undefined) show(text);
    else void readStart(first).then(show);
  }

  #begin(input: Input): void {
    this.#input = input;
    this.#started = performance.now();
    this.#nameInput('files' in input ? input.files : []);
    this.#report.setAttribute('aria-busy', 'true');
    this.#part('[data-clear]').toggleAttribute('disabled', false);
    this.#part('[data-progress]').hidden = true;
    this.#client.decode(input);
  }

  #clear(): void {
    this.#client.clear();
    this.#field.replace('');
    this.#reset();
    this.#field.focus();
  }

  /** As the page was before there was input. */
  #reset(): void {
    this.#input = undefined;
    this.#shown = undefined;
    this.#nameInput([]);
    this.#part('[data-progress]').hidden = true;
    this.#part('[data-clear]').toggleAttribute('disabled', true);
    this.#report.replaceChildren();
    this.#setStatus('empty');
    this.#announce('');
  }

  /** Says whose beginning the field shows; the usual label where it shows everything. */
  #nameInput(files: readonly File[]): void {
    const [first] = files;
    const isFile = first !== undefined;
    this.#part('[data-name]').textContent = !isFile ? 'What you got' : files.length === 1 ? first.name : `${files.length} files`;
    this.#part('[data-examples]').hidden = isFile;
    const facts = this.#part('[data-facts]');
    facts.hidden = !isFile;
    facts.textContent = size(files.reduce((sum, file) => sum + file.size, 0));
    this.toggleAttribute('data-holds-file', isFile);
    const label = this.#part('[data-open] span');
    label.textContent = isFile ? 'Open another file' : 'Open a file';
  }

  #showProgress(progress: Progress): void {
    const elapsed = performance.now() - this.#started;
    this.#part('[data-progress]').hidden = false;
    (this.#part('progress') as HTMLProgressElement).value = progress.total === 0 ? 0 : progress.read / progress.total;
    this.#part('[data-progress-words]').textContent = progressWords(progress, elapsed);
  }

  /** The codes of the address, as long as there is no input. */
  #showLink(): void {
    const codes = readCodesLink(location.hash);
    if (codes.length === 0 || this.#input !== undefined || !this.#explainer) return;
    this.#show({ outcome: { report: reportOf(codes, this.#explainer()), tally: emptyTally, files: [] }, input: undefined });
  }

  #show(shown: Shown): void {
    if (!this.#explainer) return;
    const explainer = this.#explainer();
    this.#shown = shown;
    const { outcome, input } = shown;
    this.#part('[data-progress]').hidden = true;
    if (input && 'files' in input) this.#addFacts(outcome);
    const text = this.#field.text;
    let drawn: Promise<void> | undefined;
    this.#report.replaceChildren(
      ...renderReport({
        outcome,
        explainer,
        files: outcome.files,
        isFull: this.dataset['size'] === 'full',
        isFromLink: input === undefined,
        deeds: this.#deeds(shown, explainer),
        examples: () => this.#exampleButtons(),
        onDrawing: (drawing) => (drawn = drawing),
        showPlace: ({ start, end, ...place }) =>
          end <= text.length && !('file' in place && place.file) && !(this.#field.isExcerpt && end > text.length - 2) && input
            ? () => this.#field.select(start, end)
            : undefined,
      }),
    );
    this.#report.dataset['status'] = outcome.report.status;
    if (drawn) void drawn.then(() => this.#settle(shown));
    else this.#settle(shown);
    this.#announce(plainPhrase(headline(outcome.report, explainer)));
  }

  /** The result is complete, unless another one is on its way. */
  #settle(shown: Shown): void {
    if (this.#shown === shown && !this.#client.isBusy) this.#report.setAttribute('aria-busy', 'false');
  }

  /** What only the reading of a file shows: how many messages, and where their code stands. */
  #addFacts({ report: { events, findings } }: Outcome): void {
    const messages = events.failed + events.fine + events.unclear;
    const column = findings.flatMap(({ reason }) => (reason.kind === 'column' && reason.field !== '' ? [reason.field] : []))[0];
    const facts = this.#part('[data-facts]');
    if (messages > 0) facts.append(`, ${messages.toLocaleString('en')} messages`);
    if (column !== undefined) facts.append(', code in column ', element('code', {}, column));
  }

  #exampleButtons(): Node[] {
    return [...this.querySelectorAll<HTMLElement>('[data-examples] [data-example]')].flatMap((button, index) => {
      const copy = button.cloneNode(true) as HTMLElement;
      copy.addEventListener('click', () => button.click());
      return index === 0 ? [copy] : [document.createTextNode(' or '), copy];
    });
  }

  #deeds({ outcome, input }: Shown, explainer: Explainer): ReportDeeds {
    const text = input && 'text' in input ? input.text : '';
    const { findings } = outcome.report;
    return {
      onList: (list, button) => input && void this.#save(list, input, outcome, button),
      onFindings: (format) =>
        format === 'csv'
          ? download(new Blob([findingsCsv(outcome, explainer)], { type: 'text/csv;charset=utf-8' }), 'failures.csv')
          : download(new Blob([summaryJson(outcome, summarize(outcome, explainer), explainer)], { type: 'application/json' }), 'failures.json'),
      onTicket: () => openTicket((options) => ticketText(outcome, text, explainer, { ...options, origin: location.origin }), text !== ''),
      onLink: (button) => void copyText(location.origin + decodeCodes(findings.slice(0, mostLinked))).then((isCopied) => say(button, isCopied ? 'Copied' : 'Not allowed')),
      onPrint: () => print(),
    };
  }

  /** Makes a list in a second pass over the input, and saves it. */
  async #save(list: ListKind, input: Input, outcome: Outcome, button: HTMLButtonElement): Promise<void> {
    const label = button.querySelector('span');
    const words = label?.textContent ?? '';
    button.disabled = true;
    try {
      const content = await this.#client.list(input, list, outcome, ({ read, total }) => {
        if (label) label.textContent = `${Math.floor((read / Math.max(total, 1)) * 100)}%`;
      });
      download(content, list === 'enriched' ? enrichedName(outcome, content.type) : `${list}.csv`);
    } catch (error) {
      this.#announce(`The list could not be made: ${error instanceof Error ? error.message : 'unknown reason'}`);
    } finally {
      if (label) label.textContent = words;
      button.disabled = false;
    }
  }

  /** Marks the finding that was read from the place of the caret. */
  #markAt(at: number | undefined): void {
    const findings = this.#shown?.outcome.report.findings ?? [];
    const here = at === undefined || this.#shown?.input === undefined ? undefined : findings.find(({ places }) => places.some(({ start, end }) => start <= at && at <= end));
    for (const shown of this.#report.querySelectorAll<HTMLElement>('[data-finding]')) {
      const isHere = here !== undefined && shown.dataset['set'] === here.set && shown.dataset['code'] === here.code;
      if (isHere) shown.setAttribute('aria-current', 'true');
      else shown.removeAttribute('aria-current');
    }
  }

  #fail(message: string): void {
    this.#part('[data-progress]').hidden = true;
    this.#report.replaceChildren(element('p', { class: 'note' }, `The decoder stopped. ${message}`));
    this.#setStatus('none');
    this.#announce(`The decoder stopped. ${message}`);
  }

  #setStatus(status: Outcome['report']['status']): void {
    this.#report.dataset['status'] = status;
    this.#report.setAttribute('aria-busy', 'false');
  }

  /** Tells those who listen, once, after things have settled. */
  #announce(words: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (this.#part('[data-announce]').textContent = words), words === '' ? 0 : announceAfter);
  }

  get #report(): HTMLElement {
    return this.#part('[data-decoder-report]');
  }

  #part(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The decoder lacks ${selector}`);
    return found;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A few hundred characters from the beginning of a file; a word for one that is not text. */
async function readStart(file: File): Promise<string> {
  const start = await file.slice(0, 2000).text();
  const isText = !/[\0\x1f\uFFFD]/.test(start.slice(0, -1));
  return isText ? start : `(${file.name} is packed or not plain text; it is unpacked as it is read.)`;
}

const enrichedName = ({ files }: Outcome, type: string): string => {
  const [first = 'messages'] = files;
  const ending = type.includes('ndjson') ? 'ndjson' : 'csv';
  return `${first.replace(/(\.\w{1,6}){0,2}$/, '').replace(/[^\w.-]+/g, '-').toLowerCase()}-with-meanings.${ending}`;
};

/** Answers a press with a word on the button itself, for two seconds. */
function say(button: HTMLButtonElement, words: string): void {
  const label = button.querySelector('span');
  const before = label?.textContent;
  if (!label || before === undefined) return;
  label.textContent = words;
  setTimeout(() => (label.textContent = before), 2000);
}

customElements.define('undelivered-decoder', UndeliveredDecoder);
