/** The catalogue: code sets, codes with everything they inherit, causes and sources. */
import type { DecoderData } from '#catalog';
import type { ExplainedCause, ExplainedCode, ExplainedSet, Sources } from './explained.ts';
import { knowledge } from './loaded-data.ts';

export type * from './explained.ts';

/** Every code set with its families and codes. */
export const sets: readonly ExplainedSet[] = /* @__PURE__ */ (() => knowledge().sets)();

/** Every code of every set. */
export const codes: readonly ExplainedCode[] = /* @__PURE__ */ (() => knowledge().codes)();

/** Provider-neutral reasons with the codes that share them. */
export const causes: readonly ExplainedCause[] = /* @__PURE__ */ (() => knowledge().causes)();

/** Documents that statements rest on. */
export const sources: Sources = /* @__PURE__ */ (() => knowledge().sources)();

/** What the decoder recognises codes by: hand it to `undelivered/decoder`. */
export const decoderData: DecoderData = /* @__PURE__ */ (() => knowledge().decoderData)();
