/**
 * `<code-filter>`: narrows the rows of the table inside it. A row says in `data-family`, `data-move`, `data-retry` and
 * `data-cause` what it is; the address keeps the choice (`?family=47xx&retry=never`), so that it can be sent on.
 */
class CodeFilter extends HTMLElement {
  #rows: { row: HTMLTableRowElement; text: string }[] = [];

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => ({
      row,
      text: (row.textContent ?? '').toLowerCase(),
    }));
    const asked = new URLSearchParams(location.search);
    for (const field of this.#fields()) field.value = asked.get(field.name) ?? '';
    this.addEventListener('input', () => this.#apply(true));
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const field of this.#fields()) field.value = '';
      this.#apply(true);
    });
    if (location.search !== '') this.#apply(false);
  }

  #fields() {
    return this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
  }

  #apply(remember: boolean): void {
    const asked = new URLSearchParams(location.search);
    for (const { name, value, classList } of this.#fields()) {
      classList.toggle('active', value !== '');
      if (value === '') asked.delete(name);
      else asked.set(name, value);
    }
    const words = (asked.get('find') ?? '').toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { row, text } of this.#rows) {
      const fits = words.every((word) => text.includes(word)) && ['family', 'move', 'retry', 'cause'].every((name) => !asked.has(name) || row.dataset[name] === asked.get(name));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    const count = this.querySelector('[data-count]');
    const total = this.#rows.length;
    if (count) count.textContent = shown === total ? `${total} codes` : `${shown} of ${total} codes`;
    this.querySelector('[data-clear]')?.toggleAttribute('hidden', shown === total);
    const query = asked.toString();
    if (remember) history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
  }
}

customElements.define('code-filter', CodeFilter);
