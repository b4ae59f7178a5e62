import { href, paths } from '#site/urls';
import { KeptKeys } from './kept-keys.ts';
import { sayFailure } from './say-failure.ts';
import { isSlashOn } from './slash-key.ts';

const base = href(paths.home);
const load = () => import('./search-dialog.ts');

/** The button in the header. Loads the dialog when it is hovered, focused, pressed or called by its keys. */
class SearchLauncher extends HTMLElement {
  /** What is typed while the dialog is on its way; undefined while nobody waits for it. */
  #kept: KeptKeys | undefined;
  /** What had the focus when search was called. */
  #from: Element | null = null;

  connectedCallback(): void {
    const button = this.querySelector('button');
    // A failure is told to those who call search, not to those who pass over its button.
    const warm = () =>
      void load().then(
        ({ prepareSearch }) => prepareSearch(base),
        () => undefined,
      );
    button?.addEventListener('click', () => this.#open());
    button?.addEventListener('pointerenter', warm, { once: true });
    button?.addEventListener('focus', warm, { once: true });
    // Before the page gets them: what is typed for the dialog must not press, scroll or write there.
    document.addEventListener('keydown', (event) => this.#onKey(event), true);
    document.addEventListener('paste', (event) => this.#onPaste(event), true);
    document.addEventListener('focusin', ({ target }) => {
      // Who goes elsewhere meanwhile has turned to something else. A window that is come back to tells of its old focus.
      if (target !== this.#from) this.#kept = undefined;
    });
  }

  /** Opens the dialog, or closes it if it is open. While it is on its way, a further call says nothing new. */
  #open(): void {
    if (this.#kept) return;
    const kept = (this.#kept = new KeptKeys());
    this.#from = document.activeElement;
    const ifStillWanted = (act: () => void) => {
      if (this.#kept !== kept) return;
      this.#kept = undefined;
      act();
    };
    load().then(
      ({ toggleSearch }) => ifStillWanted(() => toggleSearch(base, kept)),
      () => ifStillWanted(() => sayFailure(this)),
    );
  }

  #onKey(event: KeyboardEvent): void {
    const kept = this.#kept;
    if (isCombination(event) || (!kept && isSlash(event))) {
      if (!event.repeat) this.#open();
    } else if (!kept) return;
    else if (event.key === 'Escape' && !event.isComposing) this.#kept = undefined;
    else if (!kept.keep(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #onPaste(event: ClipboardEvent): void {
    if (!this.#kept) return;
    this.#kept.type(event.clipboardData?.getData('text') ?? '');
    event.preventDefault();
    event.stopPropagation();
  }
}

const isCombination = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;

const isSlash = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key === '/' && !ctrlKey && !metaKey && !altKey && isSlashOn() && !isTyping(target);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

customElements.define('search-launcher', SearchLauncher);
