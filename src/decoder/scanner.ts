import {
  NEWLINE,
  RETURN,
  TAB,
  SPACE,
  QUOTE,
  APOSTROPHE,
  BACKTICK,
  BACKSLASH,
  COMMA,
  SEMICOLON,
  PIPE,
  AMPERSAND,
  COLON,
  EQUALS,
  LESS,
  MORE,
  HYPHEN,
  SLASH,
  ASTERISK,
  QUESTION,
  BANG,
  isBlank,
  isDigit,
  isLetter,
  isWordUnit,
  keyName,
  isTypeName,
  isWordPart,
  isNumberLike,
  mayOpenDoubled,
  opensDoubled,
  trimmed,
} from './characters.ts';
import type { MappedText } from './mapped-text.ts';
import { Quotes } from './quotes.ts';
import {
  wordStops,
  keyWord,
  manyWords,
  queryStart,
  bracketKey,
  nestedKey,
  listNumber,
  constructed,
  valueTag,
  numberList,
  typedText,
  printedType,
  doubledStart,
  tagPattern,
  attributePattern,
  presentational,
  attribute,
} from './scan-patterns.ts';
import type { FrameKind, Key, Scalar, ScanSink } from './scan-sink.ts';

/**
 * The one tolerant scanner. It reads JSON whole and broken, printed objects of programming languages, logfmt,
 * query strings, YAML, XML, headers and prose as one language: keys, separators, values, containers, and the
 * words between them. It knows syntax only; what a field means is the business of the sink.
 *
 * It never fails. Each character is looked at a bounded number of times, and `steps` counts that.
 */
export class Scanner {
  /** Characters looked at so far, looking ahead included. */
  get steps(): number {
    return this.#steps + this.#quotes.steps;
  }
  #steps = 0;

  readonly #sink: ScanSink;
  #frames: Frame[] = [rootFrame()];
  /** Containers beyond the depth that is kept; they are only counted. */
  #overflow = 0;

  #source!: MappedText;
  #text = '';
  #lineStart = 0;
  #lineEnd = 0;
  #atLineStart = true;
  /** Pairs of start and end of the text on this line that belongs to no field. */
  #loose: number[] = [];
  #looseFrom = 0;
  /** Words since the last boundary: they may become a key of several words. */
  #words: number[] = [];
  #key: Key | undefined;
  #keyForm = false;
  /** A key that ended its line: a nested block may follow. */
  #dangling: { key: Key; indent: number } | undefined;
  #lineHasField = false;
  #isMidLine = false;
  /** Open containers whose text is data. */
  #structured = 0;
  /** Open indented blocks. */
  #indented = 0;
  /** From here on the text has no such closing tag, so nobody needs to look again. */
  readonly #absentFrom = new Map<string, number>();
  readonly #quotes = new Quotes();

  constructor(sink: ScanSink) {
    this.#sink = sink;
  }

  /** No container is open, so that what comes next stands on its own. */
  get idle(): boolean {
    return (
      this.#frames.every((frame) => frame.kind === 'root' || frame.kind === 'indent' || frame.kind === 'item') &&
      this.#overflow === 0
    );
  }

  /** Reading stopped inside of a line. */
  get isMidLine(): boolean {
    return this.#isMidLine;
  }

  /**
   * Reads from `from` and returns where it stopped: at the end of the text when `isFinal`, else at a place from
   * which it can go on with more text. With `isOneLine` it also stops after the first line that ends outside of
   * any container. A token that reaches the end of the text is left for the next time, unless `isForced`.
   * Offsets handed to the sink are offsets of `source.text`.
   */
  scan(
    source: MappedText,
    from: number,
    options: { isFinal: boolean; isForced?: boolean; isOneLine?: boolean; limit?: number },
  ): number {
    if (source !== this.#source) this.#absentFrom.clear();
    this.#source = source;
    const text = (this.#text = source.text);
    const limit = options.isFinal ? text.length : (options.limit ?? text.length);
    this.#quotes.reset();
    this.#beginLine(from);
    if (this.#isMidLine) this.#atLineStart = false;
    this.#isMidLine = false;

    let i = from;
    while (i < limit) {
      const before = i;
      const wasLineEnd = text.charCodeAt(i) === NEWLINE;
      i = this.#step(i);
      this.#steps += i - before;
      if (i > this.#lineEnd + 1) this.#relocate(i);
      if (!options.isFinal && !options.isForced && i >= text.length && !wasLineEnd) {
        // The token may go on in the text that is still to come.
        i = before;
        break;
      }
      if (wasLineEnd && options.isOneLine && this.idle) break;
    }
    if (options.isFinal && i >= text.length) this.#finish(text.length);
    else if (i > this.#lineStart) {
      this.#flushLine(i);
      this.#isMidLine = true;
    }
    return i;
  }

  #finish(end: number): void {
    this.#endLine(end);
    while (this.#frames.length > 1) this.#pop(end);
    this.#overflow = 0;
    this.#key = undefined;
  }

  /** Reads one token and returns the index after it. */
  #step(i: number): number {
    const text = this.#text;
    if (this.#atLineStart) {
      const after = this.#lineBeginning(i);
      if (after > i) return after;
    }
    const unit = text.charCodeAt(i);
    switch (unit) {
      case NEWLINE:
        this.#endLine(i);
        this.#beginLine(i + 1);
        return i + 1;
      case SPACE:
      case TAB:
      case RETURN:
        if (this.#top.kind === 'query') this.#pop(i);
        // tolerate: columns set apart by tabs or wide gaps
        if (unit === TAB) this.#boundary();
        return i + 1;
      case QUOTE:
      case APOSTROPHE:
      case BACKTICK:
      case BACKSLASH:
        return this.#quoteOrEscape(i);
      case 0x7b: // {
        this.#open('{', i);
        return i + 1;
      case 0x5b: // [
        return this.#bracket(i);
      case 0x28: // (
        this.#open('(', i);
        return i + 1;
      case 0x7d: // }
        this.#closeBracket('{', i);
        return i + 1;
      case 0x5d: // ]
        this.#closeBracket('[', i);
        return i + 1;
      case 0x29: // )
        this.#closeBracket('(', i);
        return i + 1;
      case LESS:
        return this.#tag(i);
      case MORE:
        if (this.#top.kind === '<') this.#pop(i + 1);
        return i + 1;
      case COMMA:
      case SEMICOLON:
      case PIPE:
        this.#boundary();
        if (unit !== SEMICOLON && this.#top.kind === 'query') this.#pop(i);
        return i + 1;
      case AMPERSAND:
        this.#boundary();
        return i + 1;
      case SLASH:
        // tolerate: comments — {"a": 1, // not "b": 2
        if (!this.#inIndentation() && this.#top.kind !== 'query') {
          if (text.charCodeAt(i + 1) === SLASH) return this.#lineEnd;
          if (text.charCodeAt(i + 1) === ASTERISK) return this.#skipTo('*/', i, 2);
        }
        return this.#key && this.#mayBeValue(i) ? this.#bareValue(i) : this.#word(i);
      default:
        return this.#key && this.#mayBeValue(i) ? this.#bareValue(i) : this.#word(i);
    }
  }

  // Lines

  #beginLine(start: number): void {
    this.#lineStart = start;
    const end = this.#text.indexOf('\n', start);
    this.#lineEnd = end < 0 ? this.#text.length : end;
    this.#atLineStart = true;
    this.#loose = [];
    this.#looseFrom = start;
    this.#lineHasField = false;
    this.#words = [];
    for (const frame of this.#frames) frame.looseMark = 0;
  }

  /** Indentation, quote marks and list marks. Returns the index after them. */
  #lineBeginning(i: number): number {
    const text = this.#text;
    let at = i;
    // tolerate: quoted lines of mail and chat — > "errorCode": 4770
    while (
      at < this.#lineEnd &&
      (isBlank(text.charCodeAt(at)) || (text.charCodeAt(at) === MORE && this.#top.kind !== 'tag'))
    )
      at++;
    if (at >= this.#lineEnd) {
      this.#atLineStart = false;
      return at;
    }
    const indent = at - this.#lineStart;
    // tolerate: numbers of a list before its fields — 1. Error Code: 4793
    listNumber.lastIndex = at;
    const number = this.#inIndentation() ? listNumber.exec(text) : null;
    if (number) {
      this.#atLineStart = false;
      return at + number[0].length;
    }
    if (this.#inIndentation()) {
      const isItem = text.charCodeAt(at) === HYPHEN && isBlank(text.charCodeAt(at + 1));
      const dangling = this.#dangling;
      this.#dangling = undefined;
      if (dangling && (indent > dangling.indent || (isItem && indent >= dangling.indent))) {
        this.#push({ kind: 'indent', key: dangling.key, at: dangling.key.start, indent: dangling.indent });
      }
      while (
        this.#top.indent >= 0 &&
        (indent < this.#top.indent || (indent === this.#top.indent && !(isItem && this.#top.kind === 'indent')))
      ) {
        this.#pop(this.#lineStart);
      }
      if (isItem) {
        this.#push({ kind: 'item', at, indent });
        at += 2;
      }
    }
    this.#atLineStart = false;
    return at;
  }

  #endLine(end: number): void {
    this.#endKeyAtLineEnd();
    // tolerate: a bracket in prose that nobody closes — :( or [4770
    while (
      (this.#top.kind === '{' || this.#top.kind === '(' || this.#top.kind === '[' || this.#top.kind === '<') &&
      !this.#top.structured &&
      this.#top.key === undefined &&
      !/^\s*(?:\/\/|\/\*|#|$)/.test(this.#text.slice(this.#top.at + 1, end)) &&
      this.#top.line === this.#lineStart
    ) {
      this.#pop(end);
    }
    if (this.#top.kind === 'query') this.#pop(end);
    this.#flushLine(end);
  }

  #flushLine(end: number): void {
    if (this.#structured === 0) this.#addLoose(end);
    this.#sink.line({
      start: this.#lineStart,
      end,
      loose: this.#loose,
      hasField: this.#lineHasField,
      indented: this.#indented > 0,
      inContainer: !this.idle,
    });
    this.#loose = [];
    this.#looseFrom = end;
  }

  #endKeyAtLineEnd(): void {
    const key = this.#key;
    if (!key) return;
    if (this.#inIndentation() && !key.quoted) {
      this.#dangling = { key, indent: Math.max(0, key.start - this.#lineStart) };
      this.#key = undefined;
    }
    // tolerate: a value on the next line — ["errorCode"]=>⏎  int(4770)
  }

  #addLoose(end: number): void {
    if (end > this.#looseFrom) this.#loose.push(this.#looseFrom, end);
    this.#looseFrom = end;
  }

  /** Leaves out a stretch of the line that belongs to a field. */
  #cutLoose(start: number, end: number): void {
    if (this.#structured > 0) {
      this.#looseFrom = Math.max(this.#looseFrom, end);
      return;
    }
    if (start > this.#looseFrom) this.#loose.push(this.#looseFrom, start);
    this.#looseFrom = Math.max(this.#looseFrom, end);
  }

  // Containers

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }

  #inIndentation(): boolean {
    const { kind } = this.#top;
    return (kind === 'root' || kind === 'indent' || kind === 'item') && this.#overflow === 0;
  }

  #open(kind: FrameKind, at: number, ownKey?: Key): void {
    // A parenthesis after a word and a colon is prose: new codes: (4)794
    const key = kind === '(' && this.#key?.strong === false ? undefined : (this.#key ?? ownKey);
    this.#key = undefined;
    this.#boundary();
    if (!key) {
      this.#push({ kind, at });
      return;
    }
    const loose = key ? key.start : at;
    if (this.#structured === 0 && loose > this.#looseFrom) this.#loose.push(this.#looseFrom, loose);
    this.#looseFrom = Math.max(this.#looseFrom, loose);
    if (key && key.start >= this.#lineStart) this.#lineHasField = true;
    this.#push({ kind, at, ...(key && { key }) });
  }

  #push(frame: { kind: FrameKind; at: number; key?: Key; indent?: number; tag?: string }): void {
    if (this.#frames.length >= maxDepth) {
      this.#overflow++;
      return;
    }
    if (this.#structured === 0 && frame.kind !== 'indent' && frame.kind !== 'item')
      this.#addLoose(Math.max(frame.at, this.#looseFrom));
    const structured = frame.kind === 'tag' || (frame.key !== undefined && frame.kind !== 'indent');
    if (structured) this.#structured++;
    if (frame.kind === 'indent' || frame.kind === 'item') this.#indented++;
    this.#frames.push({
      key: undefined,
      tag: '',
      ...frame,
      indent: frame.indent ?? -1,
      structured,
      looseMark: this.#loose.length,
      line: this.#lineStart,
    });
    this.#sink.open(frame.kind, frame.key, frame.at);
  }

  #pop(at: number): void {
    const frame = this.#frames.pop()!;
    if (frame.kind === 'indent' || frame.kind === 'item') this.#indented--;
    if (frame.structured) {
      this.#structured--;
      this.#loose.length = Math.min(this.#loose.length, frame.looseMark);
      this.#looseFrom = Math.max(this.#looseFrom, at);
      // A list of objects is data as they are.
      if (this.#top.kind === '[' && !this.#top.structured && frame.kind !== '(') {
        this.#top.structured = true;
        this.#structured++;
      }
    }
    this.#boundary();
    this.#key = undefined;
    this.#sink.close(at);
  }

  #closeBracket(kind: FrameKind, at: number): void {
    if (this.#overflow > 0) {
      this.#overflow--;
      return;
    }
    // tolerate: brackets that were never closed — "to": [ "from": "+1555" }
    for (let depth = this.#frames.length - 1; depth > 0; depth--) {
      const frame = this.#frames[depth]!;
      if (frame.kind === kind) {
        while (this.#frames.length > depth + 1) this.#pop(at);
        this.#pop(at + 1);
        return;
      }
      // A parenthesis in a text does not close the object around it.
      if (kind === '(' && (frame.kind === '{' || frame.kind === 'tag')) break;
      if (kind === '[' && frame.kind === 'tag') break;
      this.#steps++;
    }
    // tolerate: a closing bracket too many — }]
    this.#boundary();
    this.#key = undefined;
  }

  /** `[`: an array, or a key in brackets as PHP prints it. */
  #bracket(i: number): number {
    if (this.#key) {
      constructed.lastIndex = i;
      const type = constructed.exec(this.#text);
      if (type) return i + type[0].length;
    }
    bracketKey.lastIndex = i;
    const match = bracketKey.exec(this.#text);
    if (match) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      const start = i + match[0].indexOf(name);
      // tolerate: printed arrays of PHP — [errorCode] => 4770, ["errorCode"]=>
      if (/^\d+$/.test(name)) {
        this.#key = undefined;
        this.#boundary();
      } else this.#setKey({ name, start, end: start + name.length, quoted: true, atBoundary: true, strong: true });
      return i + match[0].length;
    }
    this.#open('[', i);
    return i + 1;
  }

  // Keys and words

  #boundary(): void {
    this.#words = [];
  }

  #setKey(key: Key, form = false): void {
    // tolerate: a list that nobody closed before the next key — "to": [⏎ "from": "+1555"
    const isPair =
      this.#text.charCodeAt(key.end) !== EQUALS && key.quoted && !/^\s*=/.test(this.#text.slice(key.end, key.end + 20));
    while (isPair && this.#top.kind === '[' && this.#top.key !== undefined && this.#top.line !== this.#lineStart)
      this.#pop(key.start);
    this.#key = key;
    this.#keyForm = form;
    this.#words = [];
  }

  #mayBeValue(i: number): boolean {
    const unit = this.#text.charCodeAt(i);
    if (unit === COLON) return isLetter(this.#text.charCodeAt(i + 1)) && isBlank(this.#text.charCodeAt(i - 1));
    return unit !== EQUALS;
  }

  #word(i: number): number {
    const text = this.#text;
    const first = text.charCodeAt(i);
    if (first === COLON || first === EQUALS) {
      // tolerate: keywords of Ruby, Clojure and Elixir — :error_code => 4770, {:error-code 4770}
      if (first === COLON && isLetter(text.charCodeAt(i + 1)) && !isWordUnit(text.charCodeAt(i - 1))) {
        const end = this.#wordEnd(i + 1);
        const separator = this.#separator(end, true);
        const key = { name: text.slice(i + 1, end), start: i + 1, end, quoted: true, atBoundary: true, strong: true };
        if (separator > 0) {
          this.#setKey(key);
          return separator;
        }
        if (this.#top.kind === '{' && isBlank(text.charCodeAt(end))) {
          this.#setKey(key);
          return end;
        }
        return end;
      }
      return i + 1;
    }

    // tolerate: nested names of forms — failure[code]=15005
    nestedKey.lastIndex = i;
    const nested = isLetter(first) ? nestedKey.exec(text) : null;
    if (nested) {
      const name = nested[1]!;
      this.#setKey({ name, start: i, end: i + name.length, quoted: false, atBoundary: true, strong: true }, true);
      return i + nested[0].length;
    }
    const end = this.#wordEnd(i);
    if (end === i) return i + 1;
    const word = text.slice(i, Math.min(end, i + maxKey));

    if (text.charCodeAt(end) === QUESTION && queryStart.test(text.slice(end, end + 80))) {
      // tolerate: a callback address with everything in its query — https://example.com/dlr?status=delivery_failed&…
      this.#key = undefined;
      this.#push({ kind: 'query', at: end });
      return end + 1;
    }
    const numbered = this.#numberKey(i, end, word);
    if (numbered > 0) return numbered;
    const key = end - i < maxKey ? this.#keyAt(i, end, word) : undefined;
    if (key) {
      const separator = this.#separator(end, key.atBoundary);
      if (separator > 0) {
        const tight = separator === end + 1 && text.charCodeAt(end) === EQUALS;
        // Of several words the last is the key where it is plainly one: message failed error_code=4711
        if (tight || /[a-z][A-Z]|_/.test(word)) {
          key.atBoundary &&= key.start === i;
          key.name = word;
          key.start = i;
        }
        const arrow = separator >= end + 2 && text.charCodeAt(separator - 1) === MORE;
        // In brackets of prose a colon is a colon: (see: 4770). Without a blank behind it is a field: map[errorCode:4770].
        const isProse =
          (this.#top.kind === '(' || this.#top.kind === '[') &&
          !this.#top.structured &&
          isBlank(text.charCodeAt(separator));
        const strong = tight || (!this.#inIndentation() && (arrow || !isProse));
        this.#setKey(
          { name: key.name, start: key.start, end, quoted: false, atBoundary: key.atBoundary, strong },
          this.#top.kind === 'query' || tight,
        );
        return separator;
      }
      const opening = text.charCodeAt(end);
      if (opening === 0x7b || opening === 0x28) {
        // tolerate: type names before containers — StatusCallback(errorCode=4770), %Event{error_code: 4770}
        this.#open(opening === 0x7b ? '{' : '(', end, {
          name: word,
          start: i,
          end,
          quoted: false,
          atBoundary: true,
          strong: true,
        });
        return end + 1;
      }
      // tolerate: blocks of protocol buffers — failure { code: 15005 }; not a word before JSON — dlr {"code": 15005}
      if (opening === SPACE && text.charCodeAt(end + 1) === 0x7b && !/^\s*["'\\]/.test(text.slice(end + 2, end + 12))) {
        this.#open('{', end + 1, { name: word, start: i, end, quoted: false, atBoundary: true, strong: true });
        return end + 2;
      }
    }
    const { kind } = this.#top;
    const isSetElement = kind === '{' && /^\d{3,6}$/.test(word);
    if (this.#top.key !== undefined && (kind === '[' || kind === '(' || isSetElement)) {
      // tolerate: texts without quotes in a list — map[statusReason:[unknown subscriber]]
      const last = kind === '[' ? this.#sentenceEnd(end) : end;
      this.#sink.item(this.#top.key, this.#scalar(i, last, false));
      return last;
    }
    if (kind === 'item' && this.#isListed(i, end)) {
      this.#sink.item(this.#frames.at(-2)!.key!, this.#scalar(i, end, false));
      this.#cutLoose(i, end);
      return end;
    }
    this.#sink.element(this.#scalar(i, end, false));
    if (end - i >= 16 && this.#sink.bare(this.#scalar(i, end, false))) this.#cutLoose(i, end);
    this.#words.push(i, end);
    return end;
  }

  /** tolerate: a list of numbers under a key — errorCodes:⏎  - 4720 */
  #isListed(start: number, end: number): boolean {
    return (
      isDigit(this.#text.charCodeAt(start)) &&
      this.#frames.at(-2)?.key !== undefined &&
      this.#text.slice(end, Math.min(this.#lineEnd, end + 40)).trim() === ''
    );
  }

  /** tolerate: maps from numbers in source code — {4720: "invalid"}, [4720 => 12]. The index after its separator, or -1. */
  #numberKey(start: number, end: number, word: string): number {
    const { kind } = this.#top;
    // After a word it is no key: case 4750:
    if (this.#words.length > 0) return -1;
    if ((kind !== '{' && kind !== '[' && kind !== '(') || !isDigit(word.charCodeAt(0)) || !/^\d{3,6}$/.test(word))
      return -1;
    const separator = this.#separator(end, true);
    const isArrow = separator > 0 && this.#text.charCodeAt(separator - 1) === MORE;
    if (separator < 0 || !(isArrow || (kind === '{' && this.#text.charCodeAt(separator - 1) === COLON))) return -1;
    this.#setKey({ name: word, start, end, quoted: false, atBoundary: true, strong: true });
    return separator;
  }

  /** Where the words end that follow each other with single blanks. */
  #sentenceEnd(end: number): number {
    let last = end;
    while (
      this.#text.charCodeAt(last) === SPACE &&
      isWordUnit(this.#text.charCodeAt(last + 1)) &&
      !this.#keyFollows(last) &&
      last - end < maxKey
    ) {
      last = this.#wordEnd(last + 1);
    }
    return last;
  }

  /** The key that ends with the word, or undefined when the word cannot end a key. */
  #keyAt(start: number, end: number, word: string): { name: string; start: number; atBoundary: boolean } | undefined {
    if (!keyWord.test(word)) return undefined;
    const count = this.#words.length / 2;
    const atBoundary = count === 0;
    // tolerate: keys of several words — Error Code: 4770
    if (count >= 1 && count <= 2 && this.#top.kind !== 'query') {
      const first = this.#words[0]!;
      const name = this.#text.slice(first, end);
      if (name.length <= maxKey && manyWords.test(name)) return { name, start: first, atBoundary: true };
    }
    return { name: word, start, atBoundary };
  }

  #wordEnd(start: number): number {
    const text = this.#text;
    let i = start;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 128 && wordStops[unit]) {
        if (unit === COLON) {
          const next = text.charCodeAt(i + 1);
          // 10:15:31, https://…, Foo::Bar and 4432:80 are one word; errorCode:4770 is a key and a value.
          if (next === COLON || text.charCodeAt(i - 1) === COLON) continue;
          if (next === 0x2f && text.charCodeAt(i + 2) === 0x2f) continue;
          if (isDigit(next) && isNumberLike(text, start, i)) continue;
          break;
        }
        if (unit === APOSTROPHE && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + 1))) continue;
        if (unit === BACKSLASH) {
          const next = text.charCodeAt(i + 1);
          // A backslash ends a word only as part of an escape: \" \n \t
          if (
            next !== QUOTE &&
            next !== APOSTROPHE &&
            next !== BACKSLASH &&
            next !== 0x6e &&
            next !== 0x72 &&
            next !== 0x74
          )
            continue;
          break;
        }
        if (unit === EQUALS) {
          const padding = text.charCodeAt(i + 1) === EQUALS ? i + 2 : i + 1;
          // The padding of base64 belongs to it.
          if (i - start >= 16 && !isWordUnit(text.charCodeAt(padding)) && (padding - start) % 4 === 0) {
            i = padding;
          }
          break;
        }
        if (unit === QUESTION && !isWordUnit(text.charCodeAt(i + 1))) break;
        break;
      }
    }
    return i;
  }

  /** The index after the separator that follows a key, or -1. `loose` allows blanks before a colon. */
  #separator(end: number, loose: boolean): number {
    const text = this.#text;
    let i = end;
    while (i < this.#lineEnd && i - end < 80 && isBlank(text.charCodeAt(i))) i++;
    this.#steps += i - end;
    const unit = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (unit === EQUALS) {
      if (next === MORE) return i + 2;
      if (next === EQUALS) return -1;
      return i + 1;
    }
    if (unit === HYPHEN && next === MORE && i > end) return i + 2;
    if (unit !== COLON || (i > end && !loose && this.#inIndentation())) return -1;
    // A keyword of the next pair, not a separator: {:type "message-failed" :error-code 4770}
    if (i > end && isLetter(next)) return -1;
    if (next === EQUALS) return i + 2;
    return next === COLON ? -1 : i + 1;
  }

  // Values

  #scalar(start: number, end: number, quoted: boolean, escapes = 0, form = false): Scalar {
    return { source: this.#source, start, end, quoted, escapes, form };
  }

  #emit(value: Scalar, valueEnd: number): void {
    const key = this.#key!;
    this.#key = undefined;
    if (key.strong) {
      this.#cutLoose(Math.max(key.start, this.#lineStart), valueEnd);
      this.#lineHasField = true;
    } else if (value.end > value.start) this.#lineHasField = true;
    const top = this.#top;
    if (
      key.strong &&
      !top.structured &&
      (top.kind === '{' || top.kind === '[' || top.kind === '(' || top.kind === '<' || top.kind === 'query')
    ) {
      // What looked like brackets in prose turns out to hold data.
      top.structured = true;
      this.#structured++;
    }
    this.#boundary();
    this.#sink.field(key, value);
  }

  #bareValue(i: number): number {
    const text = this.#text;
    const key = this.#key!;
    // tolerate: types above the container they announce — [source] => stdClass Object⏎ (
    printedType.lastIndex = i;
    const printed = key.quoted ? printedType.exec(text) : null;
    if (printed) return i + printed[0].length;
    valueTag.lastIndex = i;
    constructed.lastIndex = i;
    const ahead = (text.charCodeAt(i) === BANG ? valueTag : constructed).exec(text);
    if (ahead) {
      this.#steps += ahead[0].length;
      return i + ahead[0].length;
    }
    const inQuery = this.#top.kind === 'query';
    const inContainer = !this.#inIndentation() && !inQuery;
    const tight = this.#keyForm;
    let end = i;
    for (let at = i; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === NEWLINE || unit === RETURN || unit === COMMA || unit === SEMICOLON) break;
      if (unit === AMPERSAND && (inQuery || tight) && at > i) break;
      if (unit === PIPE && !inQuery) break;
      if (unit === 0x7d || unit === 0x5d || unit === 0x29) {
        if (inContainer || unit !== 0x29 || !inQuery) break;
      }
      if (unit === MORE && (this.#top.kind === '<' || inQuery)) break;
      if (unit === BACKSLASH && (text.charCodeAt(at + 1) === QUOTE || text.charCodeAt(at + 1) === 0x6e)) break;
      if (unit === BACKTICK) break;
      if (unit === QUOTE || unit === APOSTROPHE) {
        if (at === i) break;
        // tolerate: marks before a text — b'…', u"…", @"…"
        if (at - i <= 2 && isWordPart(text, i, at)) return this.#quoteOrEscape(at);
        if (unit === QUOTE || inQuery) break;
      }
      if (unit === 0x7b || unit === 0x5b || unit === 0x28) {
        const name = text.slice(i, at);
        if (/^[&*@%#$]*(?:[A-Za-z_][\w.:\\]*)?$/.test(name.slice(0, maxKey)) && name.length < maxKey) {
          // tolerate: lengths and types around a value — string(14) "message-failed", int(4770), Some(4770)
          typedText.lastIndex = i;
          const typed = typedText.exec(text);
          if (typed) return i + typed[0].length;
          // A type before the parenthesis tells it from one in a sentence: errorCode: Optional(4770)
          if (isTypeName(name)) this.#key = { ...key, strong: true };
          this.#open(unit === 0x7b ? '{' : unit === 0x5b ? '[' : '(', at);
          return at + 1;
        }
        if (inQuery && unit === 0x5b) continue;
        break;
      }
      if (unit === LESS) {
        if (at > i) break;
        return this.#tag(at);
      }
      if (unit === SPACE || unit === TAB) {
        if (tight || inQuery) break;
        // A tab or a wide gap ends a cell, not a sentence.
        if (unit === TAB) break;
        if (this.#keyFollows(at)) break;
        continue;
      }
      end = at + 1;
      if (end - i > maxBare && isBlank(text.charCodeAt(end))) break;
    }
    if (end === i) {
      this.#key = undefined;
      this.#boundary();
      return i + 1;
    }
    // tolerate: several numbers in one setting — RETRY_ERROR_CODES=5600,5620
    numberList.lastIndex = i;
    if (tight && text.charCodeAt(end) === COMMA && numberList.test(text)) end = numberList.lastIndex;
    this.#steps += end - i;
    // tolerate: symbols as values — type: :message_failed
    const start = text.charCodeAt(i) === COLON && end - i > 1 ? i + 1 : i;
    const form =
      inQuery ||
      (tight &&
        (text.charCodeAt(end) === AMPERSAND ||
          /%[0-9A-Fa-f]{2}|\+/.test(text.slice(start, Math.min(end, start + 400)))));
    if (!key.strong && text.charCodeAt(end) === COMMA && !this.#endsList(end + 1)) {
      // A list in a sentence, for the reader of free text: error codes: 4720, 4770 and 5999
      this.#key = undefined;
      this.#boundary();
      return end;
    }
    this.#emit(this.#scalar(start, end, false, 0, form), end);
    return end;
  }

  /** Whether what follows a comma is another field, or nothing. */
  #endsList(at: number): boolean {
    return this.#keyFollows(at) || this.#text.slice(at, Math.min(this.#lineEnd, at + 20)).trim() === '';
  }

  /** Whether the next word is a key, so that the value before it ends here: {Type:message-failed ErrorCode:4770} */
  #keyFollows(at: number): boolean {
    const text = this.#text;
    let i = at;
    while (isBlank(text.charCodeAt(i))) i++;
    const start = i;
    while (i < text.length && i - start < maxKey && isWordUnit(text.charCodeAt(i))) i++;
    this.#steps += i - at;
    if (i === start || isDigit(text.charCodeAt(start))) return false;
    const unit = text.charCodeAt(i);
    if (unit === EQUALS) return text.charCodeAt(i + 1) !== EQUALS;
    return unit === COLON && text.charCodeAt(i + 1) !== 0x2f && text.charCodeAt(i + 1) !== COLON;
  }

  // Quotes

  #quoteOrEscape(i: number): number {
    const text = this.#text;
    let run = 0;
    while (text.charCodeAt(i + run) === BACKSLASH) run++;
    const unit = text.charCodeAt(i + run);
    if (run > 0 && unit !== QUOTE && unit !== APOSTROPHE) {
      // tolerate: line breaks that were escaped with everything else — {\n  \"errorCode\": 4770\n}
      const isEscapedBreak = unit === 0x6e || unit === 0x72 || unit === 0x74;
      return i + run + (isEscapedBreak ? 1 : 0);
    }
    // tolerate: text out of a string, still escaped, once or more often — {\"errorCode\":4770}
    if (run !== 0 && run !== 1 && run !== 2 && run !== 3 && run !== 7 && run !== 15) return i + run + 1;

    const at = i + run;
    // tolerate: three quotes around a text of several lines
    if (run === 0 && text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit) return at + 3;
    if (unit === BACKTICK) return at + 1;
    // tolerate: a cell cut out of a CSV file, its quotes doubled — "{""errorCode"":4770}"
    if (run === 0 && unit === QUOTE && mayOpenDoubled(text.charCodeAt(at + 1))) {
      doubledStart.lastIndex = at;
      if (doubledStart.test(text)) return at + 1;
    }
    const inside = this.#top.kind === '{' || this.#top.kind === '[';
    const doubled =
      run === 0 && unit === QUOTE && text.charCodeAt(at + 1) === QUOTE && opensDoubled(text.charCodeAt(at + 2));
    if (unit === APOSTROPHE && isWordUnit(text.charCodeAt(i - 1)) && run === 0 && !this.#key) return at + 1;

    const inValue = this.#key !== undefined;
    const opened = this.#quotes.end(text, at, {
      quote: unit,
      run,
      doubled,
      inValue,
      isStrict: inValue && this.#top.kind === '{' && unit === QUOTE && !doubled,
      lineEnd: this.#lineEnd,
    });
    if (!opened) return at + 1;
    const { start, end, after } = opened;
    // tolerate: a text that lost its end before a comma — "mess…,"to":"+1555"
    if (
      inside &&
      !this.#key &&
      isWordUnit(text.charCodeAt(after)) &&
      text.slice(start, Math.min(end, start + 200)).includes(',')
    )
      return at + 1;

    const separator = end - start <= maxKey ? this.#separator(after, true) : -1;
    // "a": "b": 1 is damaged; the second text is the key if anything follows it.
    if (separator > 0 && end > start && (!this.#key || separator < text.length)) {
      this.#setKey({
        name: keyName(text.slice(start, end)),
        start,
        end: after,
        quoted: true,
        atBoundary: true,
        strong: true,
      });
      return separator;
    }
    const value = this.#scalar(start, end, true, run);
    if (this.#key) {
      this.#emit(value, after);
      return after;
    }
    if (this.#top.key !== undefined && (this.#top.kind === '[' || this.#top.kind === '(')) {
      this.#sink.item(this.#top.key, value);
    } else {
      this.#sink.element(value);
      if (this.#sink.bare(value)) this.#cutLoose(i, after);
    }
    this.#boundary();
    return after;
  }

  // Tags

  #tag(i: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', i)) return this.#skipTo('-->', i, 4);
    if (text.startsWith('<![CDATA[', i)) return i + 9;
    if (text.startsWith('<?', i) || text.startsWith('<!', i)) return this.#skipTo('>', i, 2);
    tagPattern.lastIndex = i;
    const match = tagPattern.exec(text);
    if (!match) {
      // tolerate: objects of Ruby and Python — #<Event type="message-failed" error_code=4770>
      if (
        /^[A-Za-z_]/.test(text.slice(i + 1, i + 2)) &&
        (text.charCodeAt(i - 1) === 0x23 || /^<[\w.:]+[ :(][^<>\n]{0,400}=/.test(text.slice(i, i + 480)))
      ) {
        const end = this.#wordEnd(i + 1);
        this.#open('<', i, {
          name: text.slice(i + 1, Math.min(end, i + maxKey)),
          start: i + 1,
          end,
          quoted: false,
          atBoundary: true,
          strong: true,
        });
        return Math.max(end, i + 1);
      }
      return i + 1;
    }
    const [whole, slash, name = '', attributes = '', selfClosing] = match;
    const after = i + whole.length;
    if (slash) {
      if (!this.#closeTag(name, i, after)) this.#cutLoose(i, after);
      return after;
    }
    const inData = this.#frames.some((frame) => frame.kind === 'tag');
    const hasEnd = Boolean(selfClosing) || this.#hasClosingTag(name, after);
    if (!hasEnd && attributes === '') return i + 1;
    if (!inData && presentational.test(name)) {
      this.#cutLoose(i, after);
      this.#boundary();
      if (!slash && attributes !== '') this.#dataAttributes(name, attributes, i);
      return after;
    }
    if (text.charCodeAt(i - 1) === 0x23 || (!hasEnd && /^[A-Z]/.test(name) && attributes !== '')) {
      this.#open('<', i, {
        name,
        start: i + 1,
        end: i + 1 + name.length,
        quoted: false,
        atBoundary: true,
        strong: true,
      });
      return i + 1 + name.length;
    }
    this.#cutLoose(i, after);
    const key: Key = {
      name: name.replace(/^.*:/, ''),
      start: i,
      end: after,
      quoted: true,
      atBoundary: true,
      strong: true,
    };
    const named = attribute(attributes, 'name') ?? attribute(attributes, 'key');
    const attributesAt = i + 1 + name.length;

    const textEnd = text.indexOf('<', after);
    const valueEnd = textEnd < 0 ? text.length : textEnd;
    const isCdata = text.startsWith('<![CDATA[', valueEnd);
    const isLeaf = !selfClosing && (isCdata || text.startsWith('</', valueEnd));
    if (isLeaf) {
      this.#steps += valueEnd - after;
      const start = isCdata ? valueEnd + 9 : after;
      const cdataEnd = isCdata ? text.indexOf(']]>', start) : -1;
      const end = isCdata ? (cdataEnd < 0 ? text.length : cdataEnd) : valueEnd;
      // tolerate: names in attributes — <field name="errorCode">4770</field>
      this.#key = named ? { ...key, name: named } : key;
      this.#emit(this.#scalar(...trimmed(text, start, end), true), end);
      if (attributes && !named) this.#attributes(key, attributes, attributesAt);
      const close = text.indexOf('>', isCdata ? end + 3 : end);
      const next = close < 0 ? text.length : close + 1;
      this.#looseFrom = Math.max(this.#looseFrom, next);
      this.#key = undefined;
      this.#relocate(next);
      return next;
    }
    if (selfClosing) {
      const value = attribute(attributes, 'value') ?? attribute(attributes, 'content');
      if (named && value !== undefined) {
        const start = attributesAt + attributes.indexOf(value, attributes.search(/(?:value|content)\s*=/i));
        this.#key = { ...key, name: named };
        this.#emit(this.#scalar(start, start + value.length, true), after);
      } else if (attributes) this.#attributes(key, attributes, attributesAt);
      this.#looseFrom = Math.max(this.#looseFrom, after);
      return after;
    }
    this.#key = undefined;
    this.#push({ kind: 'tag', at: i, key, tag: name });
    this.#emitAttributes(attributes, attributesAt);
    return after;
  }

  /** tolerate: data in the attributes of a web page — <tr data-error-code="4720">, <input name="errorCode" value="4720"> */
  #dataAttributes(tag: string, attributes: string, at: number): void {
    const attributesAt = at + 1 + tag.length;
    const own = { start: at, end: attributesAt, quoted: true, atBoundary: true, strong: true };
    const named = attribute(attributes, 'name');
    const value =
      named === undefined ? undefined : (attribute(attributes, 'value') ?? attribute(attributes, 'content'));
    this.#push({ kind: 'tag', at, key: { ...own, name: tag }, tag });
    if (named !== undefined && value !== undefined) {
      const start = attributesAt + attributes.indexOf(value, attributes.search(/(?:value|content)\s*=/i));
      this.#key = { ...own, name: named };
      this.#emit(this.#scalar(start, start + value.length, true), start + value.length);
    }
    this.#emitAttributes(attributes, attributesAt, 'data-');
    this.#pop(attributesAt + attributes.length);
  }

  #attributes(key: Key, attributes: string, at: number): void {
    this.#push({ kind: 'tag', at, key, tag: key.name });
    this.#emitAttributes(attributes, at);
    this.#pop(at + attributes.length);
  }

  /** With a prefix only the attributes that begin with it, by their names without it. */
  #emitAttributes(attributes: string, at: number, prefix = ''): void {
    for (const match of attributes.matchAll(attributePattern)) {
      if (!match[1]!.startsWith(prefix)) continue;
      const start = at + match.index + match[0].indexOf(match[1]!);
      const value = match[2] ?? match[3] ?? '';
      const valueStart = at + match.index + match[0].length - 1 - value.length;
      this.#key = {
        name: match[1]!.slice(prefix.length),
        start,
        end: start + match[1]!.length,
        quoted: true,
        atBoundary: true,
        strong: true,
      };
      this.#emit(this.#scalar(valueStart, valueStart + value.length, true), valueStart + value.length);
    }
    this.#steps += attributes.length;
  }

  #closeTag(name: string, at: number, after: number): boolean {
    for (let depth = this.#frames.length - 1; depth > 0 && depth > this.#frames.length - 64; depth--) {
      this.#steps++;
      if (this.#frames[depth]!.kind === 'tag' && this.#frames[depth]!.tag === name) {
        while (this.#frames.length > depth + 1) this.#pop(at);
        this.#pop(after);
        return true;
      }
    }
    return false;
  }

  #hasClosingTag(name: string, from: number): boolean {
    const absent = this.#absentFrom.get(`</${name}`);
    if (absent !== undefined && from >= absent) return false;
    if (this.#text.indexOf(`</${name}`, from) >= 0) return true;
    this.#absentFrom.set(`</${name}`, from);
    this.#steps += this.#text.length - from;
    return false;
  }

  #skipTo(mark: string, from: number, atLeast: number): number {
    const end = this.#text.indexOf(mark, from + atLeast);
    const after = end < 0 ? from + atLeast : end + mark.length;
    if (end >= 0) {
      this.#cutLoose(from, after);
      this.#relocate(after);
    }
    return after;
  }

  /** Sets the bounds of the line anew after a token that crossed line breaks. */
  #relocate(at: number): void {
    if (at <= this.#lineEnd) return;
    const end = this.#text.indexOf('\n', at);
    this.#lineEnd = end < 0 ? this.#text.length : end;
  }
}

interface Frame {
  readonly kind: FrameKind;
  readonly key: Key | undefined;
  readonly tag: string;
  readonly at: number;
  /** Column of its lines; -1 where indentation means nothing. */
  readonly indent: number;
  readonly line: number;
  /** Text inside is data, not prose. */
  structured: boolean;
  looseMark: number;
}

const maxDepth = 200;
const maxKey = 80;
/** A bare value longer than this ends at the next blank. */
const maxBare = 2000;

function rootFrame(): Frame {
  return { kind: 'root', key: undefined, tag: '', at: 0, indent: -1, line: 0, structured: false, looseMark: 0 };
}
