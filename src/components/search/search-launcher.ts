import { href, paths } from '#site/urls';
import { isSlashOn } from './slash-key.ts';

/** The button in the header. Loads the dialog when it is hovered, focused, pressed or called by its keys. */
class SearchLauncher extends HTMLElement {
  connectedCallback(): void {
    const base = href(paths.home);
    const load = () => import('./search-dialog.ts');
    const open = () => void load().then(({ toggleSearch }) => toggleSearch(base));
    const warm = () => void load().then(({ prepareSearch }) => prepareSearch(base));
    const button = this.querySelector('button');
    button?.addEventListener('click', open);
    button?.addEventListener('pointerenter', warm, { once: true });
    button?.addEventListener('focus', warm, { once: true });
    document.addEventListener('keydown', (event) => {
      const isCombination = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isSlash =
        event.key === '/' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        isSlashOn() &&
        !isTyping(event.target);
      if (!isCombination && !isSlash) return;
      event.preventDefault();
      open();
    });
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

customElements.define('search-launcher', SearchLauncher);
