import { EQUALS } from './characters.ts';
import type { CodeDigits } from './code-digits.ts';
import type { MappedText } from './mapped-text.ts';
import { Quotes } from './quotes.ts';
import type { FrameKind, Key, Scalar, ScanSink } from './scan-sink.ts';

/**
 * Where the scanner stands: the line it reads, the containers around it, and the key that waits for its value. The
 * readers of words, values, quotes, brackets and tags share it.
 */
export class ScanState {
  /** Characters looked at so far, but for those that `quotes` counts. */
  steps = 0;
  readonly sink: ScanSink;
  readonly digits: CodeDigits;
  source!: MappedText;
  text = '';

  lineStart = 0;
  lineEnd = 0;
  atLineStart = true;
  /** Pairs of start and end of the text on this line that belongs to no field. */
  loose: number[] = [];
  looseFrom = 0;
  hasField = false;

  readonly frames: Frame[] = [rootFrame()];
  /** Containers beyond the depth that is kept; they are only counted. */
  overflow = 0;
  /** Open containers whose text is data. */
  structured = 0;
  /** Open indented blocks. */
  indented = 0;

  key: Key | undefined;
  /** The value of the key is written as in a form or query. */
  isForm = false;
  /** A key that ended its line: a nested block may follow. */
  dangling: { key: Key; indent: number } | undefined;
  /** Pairs of start and end of the words since the last boundary: they may become a key of several words. */
  words: number[] = [];

  readonly quotes = new Quotes();
  /** From here on the text has no such closing tag, so nobody needs to look again. */
  readonly absentTags = new Map<string, number>();

  constructor(sink: ScanSink, digits: CodeDigits) {
    this.sink = sink;
    this.digits = digits;
  }

  /** Begins with another text; `isMidLine` when the line went on in the text before. */
  begin(source: MappedText, from: number, isMidLine: boolean): void {
    if (source !== this.source) this.absentTags.clear();
    this.source = source;
    this.text = source.text;
    this.quotes.reset();
    this.beginLine(from);
    if (isMidLine) this.atLineStart = false;
  }

  // The line

  beginLine(start: number): void {
    this.lineStart = start;
    const end = this.text.indexOf('\n', start);
    this.lineEnd = end < 0 ? this.text.length : end;
    this.atLineStart = true;
    this.loose = [];
    this.looseFrom = start;
    this.hasField = false;
    this.words = [];
    for (const frame of this.frames) frame.looseMark = 0;
  }

  /** Hands over the line, or so much of it as was read. */
  flushLine(end: number): void {
    if (this.structured === 0) this.addLoose(end);
    this.sink.line({
      start: this.lineStart,
      end,
      loose: this.loose,
      hasField: this.hasField,
      indented: this.indented > 0,
      inContainer: !this.idle,
    });
    this.loose = [];
    this.looseFrom = end;
  }

  addLoose(end: number): void {
    if (end > this.looseFrom) this.loose.push(this.looseFrom, end);
    this.looseFrom = end;
  }

  /** Leaves out a stretch of the line that belongs to a field. */
  cutLoose(start: number, end: number): void {
    if (this.structured > 0) {
      this.looseFrom = Math.max(this.looseFrom, end);
      return;
    }
    if (start > this.looseFrom) this.loose.push(this.looseFrom, start);
    this.looseFrom = Math.max(this.looseFrom, end);
  }

  /** The index after the next `mark`; without one, after the first `atLeast` characters. */
  skipTo(mark: string, from: number, atLeast: number): number {
    const end = this.text.indexOf(mark, from + atLeast);
    const after = end < 0 ? from + atLeast : end + mark.length;
    if (end >= 0) {
      this.cutLoose(from, after);
      this.relocate(after);
    }
    return after;
  }

  /** Sets the bounds of the line anew after a token that crossed line breaks. */
  relocate(at: number): void {
    if (at <= this.lineEnd) return;
    const end = this.text.indexOf('\n', at);
    this.lineEnd = end < 0 ? this.text.length : end;
  }

  // Containers

  get top(): Frame {
    return this.frames[this.frames.length - 1]!;
  }

  /** No container is open, so that what comes next stands on its own. */
  get idle(): boolean {
    return (
      this.frames.every((frame) => frame.kind === 'root' || frame.kind === 'indent' || frame.kind === 'item') &&
      this.overflow === 0
    );
  }

  /** What counts here is how far lines are indented, not brackets. */
  inIndentation(): boolean {
    const { kind } = this.top;
    return (kind === 'root' || kind === 'indent' || kind === 'item') && this.overflow === 0;
  }

  push(frame: { kind: FrameKind; at: number; key?: Key; indent?: number; tag?: string }): void {
    if (this.frames.length >= maxDepth) {
      this.overflow++;
      return;
    }
    if (this.structured === 0 && frame.kind !== 'indent' && frame.kind !== 'item')
      this.addLoose(Math.max(frame.at, this.looseFrom));
    const structured = frame.kind === 'tag' || (frame.key !== undefined && frame.kind !== 'indent');
    if (structured) this.structured++;
    if (frame.kind === 'indent' || frame.kind === 'item') this.indented++;
    this.frames.push({
      key: undefined,
      tag: '',
      ...frame,
      indent: frame.indent ?? -1,
      structured,
      looseMark: this.loose.length,
      line: this.lineStart,
    });
    this.sink.open(frame.kind, frame.key, frame.at);
  }

  pop(at: number): void {
    const frame = this.frames.pop()!;
    if (frame.kind === 'indent' || frame.kind === 'item') this.indented--;
    if (frame.structured) {
      this.structured--;
      this.loose.length = Math.min(this.loose.length, frame.looseMark);
      this.looseFrom = Math.max(this.looseFrom, at);
      // A list of objects is data as they are.
      if (this.top.kind === '[' && !this.top.structured && frame.kind !== '(') {
        this.top.structured = true;
        this.structured++;
      }
    }
    this.boundary();
    this.key = undefined;
    this.sink.close(at);
  }

  // Keys and values

  /** The next word begins something of its own. */
  boundary(): void {
    this.words = [];
  }

  /** A key was read: what follows is its value. */
  setKey(key: Key, isForm = false): void {
    // tolerate: a list that nobody closed before the next key — "to": [⏎ "from": "+1555"
    const isPair =
      this.text.charCodeAt(key.end) !== EQUALS && key.quoted && !/^\s*=/.test(this.text.slice(key.end, key.end + 20));
    while (isPair && this.top.kind === '[' && this.top.key !== undefined && this.top.line !== this.lineStart)
      this.pop(key.start);
    this.key = key;
    this.isForm = isForm;
    this.words = [];
  }

  scalar(start: number, end: number, quoted: boolean, escapes = 0, form = false): Scalar {
    return { source: this.source, start, end, quoted, escapes, form };
  }

  /** Hands over the value of the key that waits for it. */
  emit(value: Scalar, valueEnd: number): void {
    const key = this.key!;
    this.key = undefined;
    if (key.strong) {
      this.cutLoose(Math.max(key.start, this.lineStart), valueEnd);
      this.hasField = true;
    } else if (value.end > value.start) this.hasField = true;
    const top = this.top;
    if (
      key.strong &&
      !top.structured &&
      (top.kind === '{' || top.kind === '[' || top.kind === '(' || top.kind === '<' || top.kind === 'query')
    ) {
      // What looked like brackets in prose turns out to hold data.
      top.structured = true;
      this.structured++;
    }
    this.boundary();
    this.sink.field(key, value);
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

function rootFrame(): Frame {
  return { kind: 'root', key: undefined, tag: '', at: 0, indent: -1, line: 0, structured: false, looseMark: 0 };
}
