import { href, paths } from '#site/urls';
import { SearchBox } from './search-box.ts';
import { adoptSearchStyles } from './search-dialog.ts';

/** The search box inside the page. Its query comes from the fragment, which no server sees: `#q=landline`. */
class SearchHere extends HTMLElement {
  connectedCallback(): void {
    adoptSearchStyles();
    const box = new SearchBox(href(paths.home));
    this.replaceChildren(box.root);
    const ask = () => box.start(new URLSearchParams(location.hash.slice(1)).get('q') ?? undefined);
    addEventListener('hashchange', ask);
    ask();
    box.input.focus();
  }
}

customElements.define('search-here', SearchHere);
