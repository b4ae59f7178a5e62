import type { Layer } from './report.ts';

/**
 * Text together with the way back to the input.
 *
 * What a person pasted is folded, unescaped and decoded before it is read; every finding must still point
 * at the characters that the person sees. A mapped text is a list of runs. A run of equal length on both
 * sides maps character by character; any other run (an escape, an entity, a base64 block) maps as a whole.
 */
export class MappedText {
  readonly text: string;
  /** Layers opened so far, outermost first. */
  readonly layers: readonly Layer[];
  readonly #runs: readonly Run[];

  constructor(text: string, runs: readonly Run[], layers: readonly Layer[]) {
    this.text = text;
    this.layers = layers;
    this.#runs = runs;
  }

  /** Text that stands in the input as it is, beginning at `offset`. */
  static of(text: string, offset = 0): MappedText {
    return new MappedText(text, [{ at: 0, length: text.length, from: offset, span: text.length }], []);
  }

  /** Where the character at `index` begins in the input. */
  start(index: number): number {
    const run = this.#runAt(index);
    return run.length === run.span ? run.from + Math.min(Math.max(index - run.at, 0), run.span) : run.from;
  }

  /** Where the text that ends before `index` ends in the input. */
  end(index: number): number {
    if (index <= 0) return this.start(0);
    const run = this.#runAt(index - 1);
    return run.length === run.span ? run.from + Math.min(index - run.at, run.span) : run.from + run.span;
  }

  /** A part of the text with the same way back. */
  slice(start: number, end: number): MappedText {
    const runs: Run[] = [];
    for (let i = this.#indexAt(start); i < this.#runs.length; i++) {
      const run = this.#runs[i]!;
      if (run.at >= end) break;
      const first = Math.max(run.at, start);
      const last = Math.min(run.at + run.length, end);
      const linear = run.length === run.span;
      runs.push({
        at: first - start,
        length: last - first,
        from: linear ? run.from + (first - run.at) : run.from,
        // A part of a run that maps as a whole still maps to the whole.
        span: linear ? last - first : run.span,
      });
    }
    return new MappedText(this.text.slice(start, end), runs, this.layers);
  }

  /** The same text, known to be one layer further in. */
  labelled(layer: Layer): MappedText {
    return new MappedText(this.text, this.#runs, [...this.layers, layer]);
  }

  /** Other text that stands for the whole of this one, such as decoded base64. */
  replaced(text: string, layer: Layer): MappedText {
    const from = this.start(0);
    const span = this.end(this.text.length) - from;
    // One more than the text, lest a block of equal length be taken for a run that maps by character.
    return new MappedText(
      text,
      [{ at: 0, length: span === text.length ? text.length + 1 : text.length, from, span }],
      [...this.layers, layer],
    );
  }

  /** The runs, in order. */
  runs(): readonly Run[] {
    return this.#runs;
  }

  #runAt(index: number): Run {
    return this.#runs[this.#indexAt(index)] ?? { at: 0, length: 0, from: 0, span: 0 };
  }

  #indexAt(index: number): number {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#runs[middle]!.at <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** `length` characters at `at` of the text stand for `span` characters at `from` of the input. */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly span: number;
}

/**
 * Rewrites a text by a pattern and keeps the way back.
 * `replace` returns the new text of a match, or undefined to leave it as it stands. Linear in the text.
 */
export function rewrite(
  source: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
  layer?: Layer,
): MappedText {
  const { text } = source;
  const runs: Run[] = [];
  let out = '';
  let kept = 0;

  const keep = (end: number) => {
    if (end <= kept) return;
    // A slice knows the runs below; most texts have one run, so this is cheap.
    const from = source.start(kept);
    const span = source.end(end) - from;
    if (span === end - kept) runs.push({ at: out.length, length: span, from, span });
    else for (const run of source.slice(kept, end).runs()) runs.push({ ...run, at: out.length + run.at });
    out += text.slice(kept, end);
  };

  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') {
      pattern.lastIndex++;
      continue;
    }
    const replacement = replace(match);
    if (replacement === undefined) continue;
    keep(match.index);
    kept = match.index + match[0].length;
    if (replacement !== '') {
      const from = source.start(match.index);
      runs.push({ at: out.length, length: replacement.length, from, span: source.end(kept) - from });
      out += replacement;
    }
  }
  if (kept === 0 && runs.length === 0) return source;
  keep(text.length);
  if (runs.length === 0) runs.push({ at: 0, length: 0, from: source.start(0), span: 0 });
  return new MappedText(out, runs, layer ? [...source.layers, layer] : source.layers);
}
