import type { Cited, Source, Statement } from '#schema';
import type { Catalog, Told } from '#catalog';

/** What a statement rests on, as a reader sees it: the number of its source on this page, or "our reading". */
export type Mark =
  { readonly kind: 'stated'; readonly number: number; readonly at: string | undefined } | { readonly kind: 'inferred' };

export const inferred: Mark = { kind: 'inferred' };

/** A text with what it rests on. */
export interface MarkedText {
  readonly text: string;
  readonly mark: Mark;
}

/** A source with its number on the page and the places that the page cites. */
export interface NumberedSource extends Source {
  readonly number: number;
  readonly places: readonly string[];
}

/** Numbers the sources of one page 1…n, in the order in which the page first cites them. */
export class PageSources {
  readonly #sources: Catalog['sources'];
  readonly #places = new Map<string, Set<string>>();

  constructor(sources: Catalog['sources']) {
    this.#sources = sources;
  }

  /** The mark of a citation; the first one of a source gives the source its number. */
  cite({ source, at }: { readonly source: string; readonly at?: string | undefined }): Mark {
    const places = this.#places.get(source) ?? new Set();
    this.#places.set(source, places);
    if (at !== undefined) places.add(at);
    return { kind: 'stated', number: [...this.#places.keys()].indexOf(source) + 1, at };
  }

  markOf({ citation }: { readonly citation?: Cited | undefined }): Mark {
    return citation === undefined ? inferred : this.cite(citation);
  }

  mark(told: Told<string>): MarkedText {
    return { text: told.value, mark: this.markOf(told) };
  }

  /** Statements as they stand in a file. */
  markAll(statements: readonly Statement[] | undefined): MarkedText[] {
    return (statements ?? []).map((statement) =>
      typeof statement === 'string'
        ? { text: statement, mark: inferred }
        : { text: statement.say, mark: this.cite(statement) },
    );
  }

  /** The sources cited so far, by number. Call it when the whole page is described. */
  list(): NumberedSource[] {
    return [...this.#places].flatMap(([id, places], index) => {
      const source = this.#sources.get(id);
      return source === undefined ? [] : [{ ...source, number: index + 1, places: [...places] }];
    });
  }
}
