/** The catalogue: code sets, codes with everything they inherit, causes and sources. */
import type { DecoderData } from '#catalog';
import type { ExplainedCause, ExplainedCode, ExplainedSet, Sources } from './explained.ts';
import { reference } from './loaded-data.ts';

export type * from './explained.ts';

/** Every code set with its families and codes. */
export const sets: readonly ExplainedSet[] = /* @__PURE__ */ (() => reference().sets)();

/** Every code of every set. */
export const codes: readonly ExplainedCode[] = /* @__PURE__ */ (() => reference().codes)();

/** Provider-neutral reasons with the codes that share them. */
export const causes: readonly ExplainedCause[] = /* @__PURE__ */ (() => reference().causes)();

/** Documents that statements rest on. */
export const sources: Sources = /* @__PURE__ */ (() => reference().sources)();

/** What the decoder recognises codes by: hand it to `undelivered/decoder`. */
export const decoderData: DecoderData = /* @__PURE__ */ (() => reference().decoderData)();
