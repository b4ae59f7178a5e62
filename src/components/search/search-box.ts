import { answerQuery, type Answer } from '#search';
import { paths, withBase } from '#site/urls';
import { digitBoxes } from '../browser/digit-boxes.ts';
import { element } from '../browser/element.ts';
import { keep, readKept } from '../browser/storage.ts';
import type { FullTextHit } from './full-text.ts';
import { icon } from './icons.ts';
import type { KeptKeys } from './kept-keys.ts';
import { searchSources, type SearchSources } from './load-index.ts';
import { readRecent, rememberPage } from './recent-pages.ts';
import { renderAnswer } from './render-answer.ts';

/** Key of storage: what was typed lives as long as the tab, and a paste is not kept at all. */
const queryKey = 'undelivered-query';

let boxes = 0;

/**
 * A combobox with a list of results below it. Used in the dialog and on the search page. Keyboard: arrows move the
 * selection, Home and End only the caret, Enter opens the selected result or the first one, as soon as it is there.
 */
export class SearchBox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #hints: HTMLElement;
  readonly #sources: SearchSources;
  readonly #base: string;
  #turn = 0;
  #selected = -1;
  /**
   * Set until the list answers what stands in the field: its first result may be that of an earlier query. An Enter
   * meanwhile leaves here where to open the right one.
   */
  #waiting: { inNewTab?: boolean } | undefined;

  constructor(base: string, sources: SearchSources = searchSources(base)) {
    this.#base = base;
    this.#sources = sources;
    const id = `search-list-${boxes++}`;
    this.input = element('input', {
      type: 'text',
      role: 'combobox',
      'aria-label': 'Search a code or words',
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-expanded': 'false',
      placeholder: 'Search a code or words',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
    });
    this.#list = element('div', { id, role: 'listbox', 'aria-label': 'Results', class: 'results' });
    this.#hints = element('div', { class: 'hints' });
    this.#status = element('p', { role: 'status', class: 'sr' });
    this.root = element(
      'div',
      { class: 'search-box' },
      element('div', { class: 'field' }, icon('search'), this.input),
      element('div', { class: 'scroll' }, this.#hints, this.#list),
      this.#status,
    );
    this.input.addEventListener('input', () => void this.#answer());
    this.input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#list.addEventListener('click', (event) => this.#onClick(event));
    this.#list.addEventListener('pointermove', (event) => this.#onPointer(event));
  }

  /** Takes up the query of this tab, or `query` if one is given, and shows its answer. */
  start(query = readKept('tab', queryKey) ?? ''): void {
    this.input.value = query;
    this.input.select();
    void this.#answer();
  }

  /** Takes up the query of this tab, or what was typed before there was a field to type into. */
  goOn({ query, isEntered }: KeptKeys): void {
    this.start(query);
    // What was typed is not selected: the next key is to add to it.
    if (query !== undefined) this.input.selectionStart = query.length;
    if (isEntered) this.#enter(false);
  }

  /** Loads the beginning of the index, so that the first key is answered at once. */
  warm(): void {
    this.#sources.load([]).catch(() => undefined);
  }

  async #answer(): Promise<void> {
    const text = this.input.value;
    const turn = ++this.#turn;
    this.#waiting = {};
    if (text.trim() === '') {
      keep('tab', queryKey, undefined);
      this.#list.removeAttribute('aria-busy');
      this.#show([], '');
      this.#showRecent();
      this.#settle();
      return;
    }
    this.#list.setAttribute('aria-busy', 'true');
    const isCurrent = () => turn === this.#turn;
    try {
      await this.#sources.load([]);
      if (!isCurrent()) return;
      let answer = answerQuery(text, this.#sources.pieces);
      this.#keep(answer);
      const pasted = answer.query.isPaste ? await this.#sources.pasted(text) : undefined;
      if (!isCurrent()) return;
      if (pasted) answer = answerQuery(text, this.#sources.pieces, pasted);
      while (answer.wants.length > 0) {
        if (answer.groups.length > 0) this.#showAnswer(answer);
        await this.#sources.load(answer.wants);
        if (!isCurrent()) return;
        answer = answerQuery(text, this.#sources.pieces, pasted);
      }
      const missing = answer.missing.length > 0 ? await this.#missing(answer) : [];
      if (!isCurrent()) return;
      this.#showAnswer(answer, missing);
      // The text of pages adds results behind ours: the first one is waited for only where we have none.
      if (this.#options().length > 0) this.#settle();
      if (answer.textWords.length > 0) {
        const fullText = await this.#sources.fullText(answer.textWords).catch(() => []);
        if (!isCurrent()) return;
        if (fullText.length > 0) this.#showAnswer(answer, missing, fullText);
      }
      this.#list.removeAttribute('aria-busy');
      this.#announce(answer);
      this.#settle();
    } catch {
      if (!isCurrent()) return;
      this.#list.removeAttribute('aria-busy');
      this.#show([], '');
      this.#hint('Search could not be loaded. Check the connection and type again.');
    }
  }

  #keep(answer: Answer): void {
    keep('tab', queryKey, answer.query.isPaste ? undefined : answer.query.text);
  }

  async #missing(answer: Answer): Promise<HTMLElement[]> {
    const { renderMissing } = await import('./render-missing.ts');
    return renderMissing(answer.missing, this.#base);
  }

  #showAnswer(answer: Answer, missing: readonly HTMLElement[] = [], fullText: readonly FullTextHit[] = []): void {
    const nodes = renderAnswer({ answer, missing, fullText, base: this.#base });
    const asides = nodes.filter((node) => node instanceof HTMLElement && node.tagName === 'SECTION');
    this.#hints.replaceChildren(...asides);
    this.#show(
      nodes.filter((node) => !asides.includes(node)),
      this.#selectedRef(),
    );
    if (nodes.length === 0) {
      this.#hint(
        'Nothing found. ',
        ...answer.near.flatMap((word, index) => [index === 0 ? 'Only ' : ', ', this.#nearWord(word)]),
        answer.near.length > 0 && '? ',
        'Try the code itself, a word of the message you got, or what the person saw. ',
        element(
          'a',
          { href: withBase(paths.decode, this.#base), 'data-search-chrome': true },
          'Paste the whole payload into the decoder',
        ),
        ' or ',
        element(
          'a',
          { href: withBase(paths.causes, this.#base), 'data-search-chrome': true },
          'look through the causes',
        ),
        '.',
      );
    }
  }

  /** A word of the query that has an answer by itself. */
  #nearWord(word: string): HTMLElement {
    const button = element('button', { type: 'button', class: 'link' }, word);
    button.addEventListener('click', () => {
      this.start(word);
      this.input.focus();
    });
    return button;
  }

  #hint(...content: (Node | string | false)[]): void {
    this.#hints.replaceChildren(element('p', { class: 'nothing' }, ...content));
  }

  #showRecent(): void {
    const recent = readRecent();
    this.#hints.replaceChildren();
    if (recent.length === 0) {
      this.#hint(
        'Type a code (4775), its first digits (47), a name (UNKNOWN_SUBSCRIBER) or what happened (landline, spam, no credit).',
      );
      return;
    }
    const options = recent.map(({ ref, code, heading, path }, index) =>
      element(
        'a',
        {
          id: `search-option-${index}`,
          role: 'option',
          class: 'option',
          href: this.#base + path,
          'aria-selected': 'false',
          'data-ref': ref,
        },
        code === undefined ? element('span', { class: 'kind' }, 'Page') : digitBoxes(code, undefined),
        element('span', { class: 'what' }, element('span', { class: 'heading' }, heading)),
      ),
    );
    const caption = element('p', { class: 'caption', role: 'presentation' }, 'Opened lately');
    this.#show(
      [element('div', { role: 'group', class: 'group', 'aria-label': 'Opened lately' }, caption, ...options)],
      '',
    );
  }

  #show(nodes: readonly Node[], selectedRef: string): void {
    this.#list.replaceChildren(...nodes);
    this.#selected =
      selectedRef === '' ? -1 : this.#options().findIndex((option) => option.dataset['ref'] === selectedRef);
    this.input.setAttribute('aria-expanded', String(nodes.length > 0));
    this.#mark();
  }

  #announce(answer: Answer): void {
    const count = this.#options().length;
    const missing = answer.missing.map(({ code }) => `No such code: ${code}.`).join(' ');
    const found = count === 0 ? 'Nothing found.' : `${count} ${count === 1 ? 'result' : 'results'}.`;
    this.#status.textContent = missing === '' ? found : `${missing} ${count > 0 ? found : ''}`.trim();
  }

  #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('a[role="option"]')];
  }

  #selectedRef(): string {
    return this.#options()[this.#selected]?.dataset['ref'] ?? '';
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place beside the list stands for the field itself: from there the list begins again.
      const places = options.length + 1;
      this.#selected = ((this.#selected + 1 + step + places) % places) - 1;
      this.#mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter(event.ctrlKey || event.metaKey);
    }
  }

  /** Opens the selected result, or the first one; where the answer is not there yet, as soon as it is. */
  #enter(inNewTab: boolean): void {
    if (this.#selected < 0 && this.#waiting) {
      this.#waiting.inNewTab = inNewTab;
      return;
    }
    const target = this.#options()[Math.max(0, this.#selected)];
    if (!target) return;
    this.#remember(target);
    if (inNewTab) window.open(target.href, '_blank', 'noopener');
    else window.location.assign(target.href);
  }

  /** Now the first result is that of what stands in the field. Nothing opens where somebody has left or chosen. */
  #settle(): void {
    const inNewTab = this.#waiting?.inNewTab;
    this.#waiting = undefined;
    if (inNewTab !== undefined && this.#selected < 0 && document.activeElement === this.input) this.#enter(inNewTab);
  }

  #onClick(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[role="option"]') : null;
    if (option) this.#remember(option);
  }

  #onPointer(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[role="option"]') : null;
    const place = option ? this.#options().indexOf(option) : -1;
    if (place < 0 || place === this.#selected) return;
    this.#selected = place;
    this.#mark(false);
  }

  #mark(scroll = true): void {
    this.#options().forEach((option, place) => {
      const isSelected = place === this.#selected;
      option.setAttribute('aria-selected', String(isSelected));
      option.tabIndex = -1;
      if (isSelected && scroll) option.scrollIntoView({ block: 'nearest' });
    });
    const selected = this.#options()[this.#selected];
    if (selected) this.input.setAttribute('aria-activedescendant', selected.id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  #remember(option: HTMLAnchorElement): void {
    const ref = option.dataset['ref'];
    if (ref === undefined) return;
    rememberPage({
      ref,
      path: new URL(option.href).pathname.slice(this.#base.length),
      heading: option.querySelector('.heading')?.textContent ?? ref,
      code: option.querySelector('.digits')?.textContent ?? undefined,
    });
  }
}
