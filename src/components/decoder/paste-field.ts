/** Text longer than this (in characters) becomes a file in memory: the browser needs seconds to lay out more. */
const longestText = 262_144;

const excerptLength = 600;
/** Ends an excerpt. */
const cutMark = /\n…$/;

export interface FieldListener {
  /** The text is now this one. */
  onText(text: string): void;
  /** Text that is too long for the field came in. */
  onLargeText(text: string): void;
  /** Files were pasted. */
  onFiles(files: readonly File[]): void;
  /** The caret is at this place of the text; undefined while there is a selection or none in the field. */
  onCaret(at: number | undefined): void;
}

/**
 * The field that is pasted into. It holds text up to `longestText`, or an excerpt of something longer. Changes made for
 * the person can be undone by the keys of the browser, where it allows.
 */
export class PasteField {
  readonly #field: HTMLTextAreaElement;
  readonly #listener: FieldListener;
  #excerpt: string | undefined;
  #isNotice = false;
  #isOwnChange = false;

  constructor(field: HTMLTextAreaElement, listener: FieldListener) {
    this.#field = field;
    this.#listener = listener;
    field.addEventListener('beforeinput', (event) => this.#before(event));
    field.addEventListener('paste', (event) => this.#paste(event));
    field.addEventListener('input', () => this.#input());
    document.addEventListener('selectionchange', () => this.#caret());
  }

  /** What stands in the field: the text, or an excerpt of what is too long for it. */
  get text(): string {
    return this.#field.value;
  }

  get isExcerpt(): boolean {
    return this.#excerpt !== undefined;
  }

  /** How much of the input stands in the field, from its beginning. */
  get heldLength(): number {
    return this.#isNotice ? 0 : this.isExcerpt ? this.text.replace(cutMark, '').length : this.text.length;
  }

  /** Puts a text in place of what is there, as if it had been typed. */
  replace(text: string): void {
    this.#excerpt = undefined;
    this.#isNotice = false;
    this.#write(text);
    this.#listener.onText(this.text);
  }

  /** Shows the beginning of something that is too long for the field, or a notice in place of what is no plain text. */
  showExcerpt(text: string, isNotice = false): void {
    this.#isNotice = isNotice;
    this.#excerpt = excerptOf(text);
    this.#write(this.#excerpt);
  }

  focus(): void {
    this.#field.focus();
  }

  /** Marks a part of the text and brings it into view. */
  select(start: number, end: number): void {
    this.#field.setSelectionRange(start, end);
    // Browsers scroll to the selection when the field gets the focus, not when the selection changes.
    this.#field.blur();
    this.#field.focus();
    this.#field.scrollIntoView({ block: 'nearest' });
  }

  #write(text: string): void {
    if (text === this.text) return;
    this.#isOwnChange = true;
    if (this.#mayFocus()) {
      this.#field.focus();
      this.#field.select();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to change a field so that undo knows of it
      document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    }
    if (this.text !== text) this.#field.value = text;
    this.#field.setSelectionRange(0, 0);
    this.#field.scrollTop = 0;
    this.#isOwnChange = false;
  }

  /** On a touch screen the focus would open the keyboard over the result; whoever opened a file wants to see its result. */
  #mayFocus(): boolean {
    return document.activeElement === this.#field || (!this.isExcerpt && !matchMedia('(pointer: coarse)').matches);
  }

  #before(event: InputEvent): void {
    if (this.#isOwnChange) return;
    const added = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const { selectionStart, selectionEnd, value } = this.#field;
    if (added.length + value.length - (selectionEnd - selectionStart) > longestText) {
      event.preventDefault();
      this.#takeLarge(added);
    } else if (event.inputType === 'insertText' && added.length > 1000) {
      // Nobody types this much at once; browsers need seconds to insert many lines as if somebody did.
      event.preventDefault();
      this.#field.setRangeText(added, selectionStart, selectionEnd, 'end');
      this.#input();
    } else if (this.isExcerpt && event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') {
      // An excerpt cannot be edited, only replaced as a whole.
      if (selectionStart > 0 || selectionEnd < value.length) event.preventDefault();
      if (event.defaultPrevented && added.length > 1) this.replace(added);
    }
  }

  #paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0 && text === '') {
      event.preventDefault();
      this.#listener.onFiles(files);
    } else if (text.length > longestText || (this.isExcerpt && text !== '')) {
      event.preventDefault();
      if (text.length > longestText) this.#takeLarge(text);
      else this.replace(text);
    }
  }

  #takeLarge(added: string): void {
    const { selectionStart, selectionEnd, value } = this.#field;
    const whole = this.isExcerpt ? added : value.slice(0, selectionStart) + added + value.slice(selectionEnd);
    // The browser is in the middle of an edit; the field can be written once it is through.
    setTimeout(() => this.#listener.onLargeText(whole));
  }

  #input(): void {
    if (this.#isOwnChange) return;
    const { text } = this;
    this.#excerpt = undefined;
    this.#isNotice = false;
    if (text.length > longestText) this.#listener.onLargeText(text);
    else this.#listener.onText(text);
  }

  #caret(): void {
    const { selectionStart, selectionEnd } = this.#field;
    const isHere = document.activeElement === this.#field && selectionStart === selectionEnd;
    this.#listener.onCaret(isHere ? selectionStart : undefined);
  }
}

function excerptOf(text: string): string {
  const excerpt = text.slice(0, excerptLength);
  const end = excerpt.lastIndexOf('\n');
  return text.length <= excerptLength ? text : `${end > 100 ? excerpt.slice(0, end) : excerpt}\n…`;
}
