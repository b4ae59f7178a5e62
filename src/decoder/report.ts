/**
 * What the decoder answers with. Plain data: it can be posted from a worker, stored and compared.
 * All offsets are UTF-16 code units of the input as it was pushed, `end` exclusive; lines count from 1.
 */

/** Where something stands in the input. Text inside an opened layer points at the input text that holds it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Path of the field, as it is spelled in the input: `payload.failure.code`. Absent in free text. */
  readonly path?: string;
  /** Layers that were opened to get there, outermost first. Empty when the text stands there as it is. */
  readonly layers: readonly Layer[];
}

/** A way in which text is wrapped in other text. */
export type Layer =
  | 'base64'
  | 'hex'
  | 'escapes'
  | 'percent'
  | 'entities'
  | 'quoted-printable'
  | 'doubled-quotes'
  | 'utf-16'
  | 'json'
  | 'form'
  | 'xml'
  | 'table';

/** Why a number or word was taken for a failure code. */
export type Reason =
  /** It stands in a field that is known to carry the code. */
  | { readonly kind: 'field'; readonly field: string }
  /** It stands in a column of a table; `field` is its heading, empty where the table has none. */
  | { readonly kind: 'column'; readonly field: string }
  /** Free text: a code word such as `error` stands next to it. */
  | { readonly kind: 'code-word'; readonly word: string }
  /** Free text: a listed code that stands alone, with nothing beside it that says otherwise. */
  | { readonly kind: 'alone' }
  /** The whole paste is nothing but codes. */
  | { readonly kind: 'only-codes' }
  /** The name that the vendor gives to the code. */
  | { readonly kind: 'name'; readonly name: string; readonly field?: string }
  /** No code, but the wording of a failed record is that of a name. The finding is inferred. */
  | { readonly kind: 'wording'; readonly name: string; readonly field: string };

/** The code of the platform behind the provider. It explains a failure and is not one itself. */
export interface Source {
  /** Id of the code set that explains the code, where there is one. */
  readonly set?: string;
  /** The platform as the payload names it. */
  readonly name?: string;
  readonly code?: string;
  /** Failure events that named this source. */
  readonly count: number;
}

/** One code of one set, however often it was seen. */
export interface Finding {
  /** Id of the code set. */
  readonly set: string;
  /** The code, or a pattern such as `47xx`. */
  readonly code: string;
  readonly pattern: boolean;
  /** The catalog lists the code. False for a pattern. */
  readonly known: boolean;
  /** Ids of the families whose pattern contains the code, from broad to narrow. Empty: undocumented. */
  readonly families: readonly string[];
  /** Failure events. Several mentions of the failure of one message are one event. */
  readonly count: number;
  readonly sources: readonly Source[];
  /** The payload does not say the code; it was concluded from the wording. */
  readonly inferred: boolean;
  /** Of the first mention. */
  readonly reason: Reason;
  /** Why a person might read it otherwise. */
  readonly doubt?: Doubt;
  /** In order, at most `maxPlaces`; the first one is always there. */
  readonly places: readonly Place[];
}

export type Doubt =
  /** Nothing says whether the message failed. */
  | { readonly kind: 'no-status' }
  /** The record says both that the message failed and that it did not. */
  | { readonly kind: 'both-statuses' }
  /** The code also belongs to this other set. */
  | { readonly kind: 'other-set'; readonly set: string; readonly code: string; readonly known: boolean }
  /** Concluded from wording. */
  | { readonly kind: 'wording' }
  /** The number stands in free text. */
  | { readonly kind: 'free-text' };

/** Text that a vendor uses for codes, without a code beside it: no more than a hint. */
export interface Suggestion {
  readonly set: string;
  readonly name: string;
  /** The codes that have this name, one or more. */
  readonly codes: readonly string[];
  readonly count: number;
  readonly place: Place;
}

/** A number of a neighbouring numbering that people take for ours. */
export interface NamesakeFound {
  readonly number: string;
  /** Index in `DecoderData.namesakes`; absent when only the record says that its numbering is another one. */
  readonly namesake?: number;
  /** The set that it is taken for. */
  readonly near: string;
  readonly count: number;
  readonly place: Place;
}

/** A number that stands where a code would stand and belongs to nothing known. */
export interface UnknownNumber {
  readonly number: string;
  readonly place: Place;
}

export type WarningKind =
  /** A message failed and its record has no code. */
  | 'failed-without-code'
  /** The text says that there is no error although the message failed. */
  | 'no-error-on-failure'
  /** A message that did not fail carries a code. */
  | 'code-on-success'
  /** Two code fields of one record disagree. */
  | 'codes-disagree'
  /** The code does not say whether the message arrived. */
  | 'ambiguous-receipt'
  /** The code field holds an HTTP status. */
  | 'http-status';

export interface Warning {
  readonly kind: WarningKind;
  /** Records it holds for. */
  readonly count: number;
  /** The first of them. */
  readonly place: Place;
  /** The values it is about: the codes that disagree, the status. At most 10. */
  readonly values: readonly string[];
  /** Platform codes of the record, when it has no finding to show them in. At most 10. */
  readonly sources: readonly Source[];
}

/** A message whose outcome the input tells. Handed to `onEvent` once, as soon as its record is complete. */
export interface MessageEvent {
  readonly outcome: 'failed' | 'fine' | 'unclear';
  /** Codes of a failed one; more than one only where code fields disagree. Without codes it failed for no stated reason. */
  readonly codes: readonly {
    readonly set: string;
    readonly code: string;
    readonly known: boolean;
    readonly inferred: boolean;
  }[];
  readonly sources: readonly Source[];
  /** Fields of the record as they are spelled there. */
  readonly recipient?: string;
  readonly messageId?: string;
  readonly time?: string;
  /** The record in the input; for a table, the row. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A table in the input, and which of its columns was read as the one with the code. */
export interface TableInfo {
  /** Headings in order; empty strings where the table has no header. */
  readonly columns: readonly string[];
  /** Heading of the code column, or its place counted from 0 where it has no heading. */
  readonly codeColumn: string | number | undefined;
  /** `given`: the caller named it. */
  readonly chosen: 'found' | 'given';
}

export interface Report {
  /** `empty`: nothing but blanks. `none`: no finding, though perhaps a suggestion. `found`: at least one finding. */
  readonly status: 'empty' | 'none' | 'found';
  /** In order of first appearance. */
  readonly findings: readonly Finding[];
  readonly suggestions: readonly Suggestion[];
  readonly namesakes: readonly NamesakeFound[];
  /** At most 100. */
  readonly unknown: readonly UnknownNumber[];
  readonly warnings: readonly Warning[];
  /** The first tables of the input, at most 5. */
  readonly tables: readonly TableInfo[];
  /** Message events by outcome; mentions in free text are no events. */
  readonly events: { readonly failed: number; readonly fine: number; readonly unclear: number };
  /** Code units read. */
  readonly length: number;
  /** Steps of the scanner, for the proof that the work is linear. */
  readonly steps: number;
}
