import { emptyTally, type FilePlace, type Outcome } from '#batch';
import type { Place } from '#decoder';
import type { Explanations } from '#site/page-kinds/decoder-page';
import { element } from '../browser/element.ts';
import { nextFrame } from '../browser/next-frame.ts';
import { plainPhrase } from '../browser/phrase.ts';
import { trustedScriptUrl } from '../browser/trusted-url.ts';
import { createAnnouncer } from './announcer.ts';
import { readCodesLink, reportOf } from './codes-link.ts';
import workerUrl from './decode-worker.ts?worker&url';
import { createExplainer, type Explainer } from './explainer.ts';
import { FieldPanel, partOf } from './field-panel.ts';
import { headline } from './headline.ts';
import { loadCatalog } from './load-catalog.ts';
import { PasteField } from './paste-field.ts';
import type { Decoded, Input } from './protocol.ts';
import { renderReport } from './render-report.ts';
import { reportDeeds } from './report-deeds.ts';
import { WorkerClient } from './worker-client.ts';

/** What the report shows at the moment, and what it was made from. */
interface Shown {
  readonly outcome: Outcome;
  /** Undefined for the codes of a link. */
  readonly failures: Decoded['failures'] | undefined;
  /** Undefined for the codes of a link. */
  readonly input: Input | undefined;
}

/**
 * `<undelivered-decoder>`: the field, and under it what was found. It loads the worker and the catalog as soon as it is
 * there; after that, no input makes it ask for, keep or send anything.
 */
class UndeliveredDecoder extends HTMLElement {
  #field!: PasteField;
  #panel!: FieldPanel;
  #client!: WorkerClient;
  #report!: HTMLElement;
  #announce!: (words: string) => void;
  /** Made when there is something to explain; undefined until the catalog is loaded. */
  #explainer: (() => Explainer) | undefined;
  /** The input that the field stands for. */
  #input: Input | undefined;
  #shown: Shown | undefined;
  /** The last input that did not fit into the field, with its excerpt: undoing a clear brings it back. */
  #large: { readonly excerpt: string; readonly input: Input } | undefined;
  #isConnected = false;

  connectedCallback(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    // In tasks of their own: together with the other scripts of the page they would hold up a slow processor.
    setTimeout(() => {
      const worker = new Worker(trustedScriptUrl(new URL(workerUrl, location.href)), { type: 'module' });
      const catalog = loadCatalog(this.dataset['data'] ?? '', this.dataset['explanations'] ?? '');
      setTimeout(() => this.#start(worker, catalog));
    });
  }

  #start(worker: Worker, catalog: ReturnType<typeof loadCatalog>): void {
    const field = partOf(this, 'textarea') as HTMLTextAreaElement;
    this.#report = partOf(this, '[data-decoder-report]');
    this.#announce = createAnnouncer(partOf(this, '[data-announce]'));
    this.#field = new PasteField(field, {
      onText: (text) => this.#takeText(text),
      onLargeText: (text) => this.#takeFiles([new File([text], 'Pasted text', { type: 'text/plain' })], text),
      onFiles: (files) => void this.#openFiles(files),
      onCaret: (at) => this.#markAt(at),
    });
    this.#panel = new FieldPanel(this, {
      onFiles: (files) => void this.#openFiles(files),
      onClear: () => this.#clear(),
      onExample: (text) => this.#field.replace(text),
      onColumn: (column) => this.#useColumn(column),
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#input === undefined) return;
      event.preventDefault();
      this.#clear();
    });
    addEventListener('hashchange', () => this.#showLink());
    this.#client = new WorkerClient(worker, {
      onProgress: (progress) => this.#panel.showProgress(progress),
      onDecoded: ({ outcome, failures }, input) => void this.#show({ outcome, failures, input }),
      onFailed: (message) => this.#fail(message),
    });
    worker.addEventListener('error', () => this.#fail('It could not be started.'));
    catalog.then(
      ([data, explanations]) => {
        this.#explainer = once(() => createExplainer(JSON.parse(explanations) as Explanations));
        this.#client.prepare(data, explanations);
        this.#showLink();
      },
      () => this.#fail('It could not be loaded. Reload the page.'),
    );
    // Some browsers bring a field back as it was before a reload, and somebody may have been faster than this script.
    if (this.#field.text !== '') this.#takeText(this.#field.text);
  }

  /** Decodes what stands in the field. */
  #takeText(text: string): void {
    if (this.#large && text === this.#large.excerpt) {
      // A clear was undone: the excerpt stands for the whole again.
      this.#field.showExcerpt(text);
      this.#begin(this.#large.input);
    } else if (text.trim() === '') {
      this.#client.clear();
      this.#reset();
    } else {
      // While a table is typed at, the column that was named stays.
      const column = this.#input && 'text' in this.#input ? this.#input.column : undefined;
      this.#begin({ text, column });
    }
  }

  /** Reads the input again, with the code in this column of its tables. */
  #useColumn(column: string | number): void {
    if (this.#input) this.#begin({ ...this.#input, column });
  }

  async #openFiles(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first) return;
    try {
      const start = await readStart(first);
      this.#takeFiles(files, start ?? noticeOf(first), start === undefined);
    } catch {
      this.#fail(`${first.name} cannot be read.`);
    }
  }

  /** Decodes files; `start` is the beginning of the first one, or a notice in its place. */
  #takeFiles(files: readonly File[], start: string, isNotice = false): void {
    this.#field.showExcerpt(start, isNotice);
    this.#large = { excerpt: this.#field.text, input: { files } };
    this.#begin({ files });
  }

  #begin(input: Input): void {
    this.#input = input;
    // Made while the worker decodes, it does not hold up the first answer.
    setTimeout(() => this.#explainer?.());
    this.#report.setAttribute('aria-busy', 'true');
    this.#panel.begin('files' in input ? input.files : []);
    // While somebody types the last result stays; under the name of a file it would be wrong.
    if ('files' in input) this.#showNothing();
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
    this.#panel.reset();
    this.#showNothing();
    this.#report.setAttribute('aria-busy', 'false');
    this.#announce('');
  }

  #showNothing(): void {
    this.#shown = undefined;
    this.#report.replaceChildren();
    this.#report.style.minHeight = '';
    this.#report.dataset['status'] = 'empty';
  }

  /** The codes of the address, as long as there is no input. */
  #showLink(): void {
    const codes = readCodesLink(location.hash);
    if (codes.length === 0 || this.#input !== undefined || !this.#explainer) return;
    void this.#show({
      outcome: { report: reportOf(codes, this.#explainer()), tally: emptyTally, files: [] },
      failures: undefined,
      input: undefined,
    });
  }

  /** Shows a result part by part, so that no frame has to wait for the whole of it. */
  async #show(shown: Shown): Promise<void> {
    if (!this.#explainer) return;
    const explainer = this.#explainer();
    const { outcome, failures, input } = shown;
    this.#shown = shown;
    this.#panel.end();
    if (input && 'files' in input) this.#panel.addFacts(outcome);
    this.#panel.showColumn(outcome.report.tables[0]);
    const parts = renderReport({
      outcome,
      explainer,
      failures: failures && { ...failures, source: this.#client },
      files: outcome.files,
      isFull: this.dataset['size'] === 'full',
      isFromLink: input === undefined,
      deeds: reportDeeds(outcome, input, explainer, this.#client, this.#announce),
      examples: () => this.#panel.exampleButtons(),
      showPlace: (place) => (input ? this.#showPlace(place) : undefined),
    });
    const first = parts.next();
    // While the parts follow one another, the page keeps its height, and whoever reads below stays where they are.
    this.#report.style.minHeight = `${this.#report.offsetHeight}px`;
    this.#report.replaceChildren(...(first.done ? [] : first.value.nodes));
    this.#report.dataset['status'] = outcome.report.status;
    this.#announce(plainPhrase(headline(outcome.report, explainer)));
    const drawings: Promise<void>[] = [];
    for (;;) {
      await nextFrame();
      if (this.#shown !== shown) return;
      const next = parts.next();
      if (next.done) break;
      this.#report.append(...next.value.nodes);
      if (next.value.drawn) drawings.push(next.value.drawn);
    }
    this.#report.style.minHeight = '';
    await Promise.all(drawings);
    if (this.#shown === shown && !this.#client.isBusy) this.#report.setAttribute('aria-busy', 'false');
  }

  /** Selects a place in the field; undefined where the field, which may show an excerpt, does not hold it. */
  #showPlace({ start, end, file = 0 }: Place & FilePlace): (() => void) | undefined {
    if (file > 0 || end > this.#field.heldLength) return undefined;
    return () => this.#field.select(start, end);
  }

  /** Marks the finding that was read from the place of the caret. */
  #markAt(at: number | undefined): void {
    const findings = this.#shown?.input ? this.#shown.outcome.report.findings : [];
    const here =
      at === undefined
        ? undefined
        : findings.find(({ places }) => places.some(({ start, end }) => start <= at && at <= end));
    for (const shown of this.#report.querySelectorAll<HTMLElement>('[data-finding]')) {
      const isHere = here !== undefined && shown.dataset['set'] === here.set && shown.dataset['code'] === here.code;
      if (isHere) shown.setAttribute('aria-current', 'true');
      else shown.removeAttribute('aria-current');
    }
  }

  #fail(message: string): void {
    const words = `The decoder stopped. ${message}`;
    this.#panel.end();
    this.#showNothing();
    this.#report.replaceChildren(element('p', { class: 'note' }, words));
    this.#report.dataset['status'] = 'none';
    this.#report.setAttribute('aria-busy', 'false');
    this.#announce(words);
  }
}

/** The beginning of a file; undefined for one that is not plain text. */
async function readStart(file: File): Promise<string | undefined> {
  const start = await file.slice(0, 2000).text();
  // The last character may have been cut in two.
  const isText = !/[\0\x1f\uFFFD]/.test(start.slice(0, -1));
  return isText ? start : undefined;
}

const noticeOf = ({ name }: File): string => `(${name} is packed or not plain text; it is unpacked as it is read.)`;

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

customElements.define('undelivered-decoder', UndeliveredDecoder);
