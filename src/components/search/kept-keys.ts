/** What of the press of a key says which key it was, and how it was pressed. */
type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What somebody types between calling search and the moment in which its box is there: the dialog is loaded when it is
 * called for the first time. The box goes on from here as if it had been typed into it.
 */
export class KeptKeys {
  /** What was typed. Undefined as long as nothing was: then the box takes up the query of this tab. */
  query: string | undefined;
  /** Whether Enter was pressed on what was typed, and nothing after it. */
  isEntered = false;

  /** Keeps the press of a key and says whether it did: what is kept is not for the page. */
  keep({ key, repeat, isComposing, ctrlKey, metaKey, altKey }: Press): boolean {
    if (isComposing || ctrlKey || metaKey || altKey) return false;
    // A key that repeats is, most likely, still held from calling search.
    if (key === 'Enter') this.isEntered ||= !repeat && Boolean(this.query?.trim());
    else if (key === 'Backspace') this.#set((this.query ?? '').replace(/.$/su, ''));
    else if ([...key].length !== 1) return false;
    else if (!repeat) this.type(key);
    return true;
  }

  /** Adds text; lines become one, as in the field that it is for. */
  type(text: string): void {
    this.#set((this.query ?? '') + text.replace(/[\r\n]+/g, ' '));
  }

  #set(query: string): void {
    this.query = query;
    this.isEntered = false;
  }
}
