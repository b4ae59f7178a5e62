import type { MappedText } from './mapped-text.ts';

/** How a container is marked: brackets, a tag, a query, an indented block, an item of a list, or the text itself. */
export type FrameKind = 'root' | '{' | '[' | '(' | '<' | 'tag' | 'query' | 'indent' | 'item';

export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** It begins its line or its item: no other words stand before it. */
  readonly atBoundary: boolean;
  /** Surely a key. A weak one may as well be a word in front of a colon in a sentence. */
  readonly strong: boolean;
}

/** A key that begins its item and is no word of a sentence. */
export const sureKey = (name: string, start: number, end: number, quoted: boolean): Key => ({
  name,
  start,
  end,
  quoted,
  atBoundary: true,
  strong: true,
});

export interface Scalar {
  readonly source: MappedText;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Backslashes in front of its quotes. */
  readonly escapes: number;
  /** Written as in a form or query: `a+b%20c`. */
  readonly form: boolean;
}

export interface ScannedLine {
  readonly start: number;
  readonly end: number;
  /** Pairs of start and end of the text that belongs to no field. */
  readonly loose: readonly number[];
  readonly hasField: boolean;
  readonly indented: boolean;
  readonly inContainer: boolean;
}

/** Receives what the scanner reads, in order. */
export interface ScanSink {
  open(kind: FrameKind, key: Key | undefined, at: number): void;
  close(at: number): void;
  field(key: Key, value: Scalar): void;
  /** A value without a key of its own in a container that has one: `"codes": [4770, 4775]`. */
  item(key: Key, value: Scalar): void;
  /** Any value without a key of its own, also where nothing has a key. */
  element(value: Scalar): void;
  /** A value without any key. Returns whether it was more than a word, so that it is not read as text again. */
  bare(value: Scalar): boolean;
  line(line: ScannedLine): void;
}
