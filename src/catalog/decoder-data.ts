import type { Namesake, Recognise } from '#schema';
import type { Catalog } from './catalog.ts';
import { isPattern } from './family.ts';

/** What the decoder is told of one code: only what it takes to recognise it. */
export interface DecoderCode {
  readonly code: string;
  /** The vendor's machine string, as spelled by the vendor. */
  readonly name?: string;
  /** The vendor's label. */
  readonly title?: string;
  /** Old names, corrected spellings, three-digit forms. */
  readonly aliases: readonly string[];
}

/** What the decoder is told of one code set. */
export interface DecoderSet {
  readonly id: string;
  readonly provider: string;
  /** Regular expression source of what can stand in the code field at all. */
  readonly shape: string;
  /** Lengths of the groups of digits, left to right; absent where digits say nothing. */
  readonly groups?: readonly number[];
  /** Family patterns (`47xx`, also broad ones such as `4xxx`); word families are left out. */
  readonly families: readonly string[];
  /** The set that carries this one in its source fields, and the source name that announces it. */
  readonly carriedBy?: { readonly set: string; readonly name: string };
  readonly codes: readonly DecoderCode[];
  readonly recognise: Recognise;
}

/** Everything the decoder knows of code sets; handed to it, never imported by it. */
export interface DecoderData {
  readonly sets: readonly DecoderSet[];
  readonly namesakes: readonly Namesake[];
}

/** The part of the catalog that the decoder needs. */
export const decoderData = (catalog: Catalog): DecoderData => ({
  namesakes: catalog.namesakes,
  sets: catalog.sets.map(({ id, file, families, codes }) => ({
    id,
    provider: file.provider,
    shape: file.shape,
    groups: file.scheme?.groups.map((group) => group.digits),
    families: families.map((family) => family.id).filter(isPattern),
    carriedBy: file.carriedBy,
    codes: codes.map(({ code, entry, aliases }) => ({
      code,
      name: entry.name,
      title: entry.title,
      aliases: aliases.map((alias) => alias.value),
    })),
    recognise: file.recognise,
  })),
});
