import css from './search.css?inline';
import { element } from '../browser/element.ts';
import { adoptStyles } from './adopt-styles.ts';
import { icon } from './icons.ts';
import type { KeptKeys } from './kept-keys.ts';
import { SearchBox } from './search-box.ts';
import { isSlashOn, setSlash } from './slash-key.ts';

let dialog: HTMLDialogElement | undefined;
let box: SearchBox | undefined;

/** The styles of the search box, in the dialog or on the search page. */
export const adoptSearchStyles = (): void => adoptStyles(css);

/** Gets everything ready for the first key without showing anything. */
export function prepareSearch(base: string): SearchBox {
  if (box) return box;
  adoptSearchStyles();
  box = new SearchBox(base);
  box.warm();
  const close = element(
    'button',
    { type: 'button', class: 'close icon-button', 'aria-label': 'Close search' },
    icon('close'),
  );
  const slash = element('input', { type: 'checkbox' });
  slash.checked = isSlashOn();
  slash.addEventListener('change', () => setSlash(slash.checked));
  dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    box.root,
    close,
    element(
      'footer',
      { class: 'search-foot' },
      element('span', { class: 'keys' }, element('kbd', {}, '↑'), ' ', element('kbd', {}, '↓'), ' choose'),
      element('span', { class: 'keys' }, element('kbd', {}, 'Enter'), ' open'),
      element('span', { class: 'keys' }, element('kbd', {}, 'Esc'), ' close'),
      element('label', {}, slash, ' Open with ', element('kbd', {}, '/')),
    ),
  );
  close.addEventListener('click', () => dialog?.close());
  // A click on the backdrop is a click on the dialog itself, outside of what it holds.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return box;
}

/** Opens the dialog with what was typed until now, or closes it if it is open. */
export function toggleSearch(base: string, kept: KeptKeys): void {
  const prepared = prepareSearch(base);
  if (dialog?.open) {
    dialog.close();
    return;
  }
  dialog?.showModal();
  prepared.goOn(kept);
  prepared.input.focus();
}
