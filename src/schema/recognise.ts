import { z } from 'astro/zod';
import { text } from './fields.ts';

const words = z.array(text).min(1);
/** Field name → values. Names and values are compared without case, `_`, `-` and blanks. */
const marks = z.record(z.string(), words);

/**
 * How payloads of a set look. The decoder knows vendors only through this.
 * Field names are matched at the end of a path: `failure.code` matches `payload.failure.code`.
 */
export const recognise = z.strictObject({
  fields: words.describe('Where the code stands.'),
  failure: marks.describe('Fields and values that mark a failed message.'),
  fine: marks.default({}).describe('Fields and values of a message that did not fail: delivered, sent, received.'),
  provider: words.default([]).describe('Words that name the provider near a code: bandwidth, BW.'),
  prefixes: words.default([]).describe('Written before a code without being part of it: BW-.'),
  prose: z.array(text).default([]).describe('Fields of human text that are never turned into a code.'),
  suggest: z.array(text).default([]).describe('Fields whose text suggests a code by its name, and no more than that.'),
  reason: z
    .array(text)
    .default([])
    .describe(
      'Fields whose wording names the failure in a failed record without a code; the finding is then inferred.',
    ),
  sourceName: text.optional().describe('Field that names the platform that failed.'),
  sourceCode: z.array(text).default([]).describe("Fields that carry the platform's own code."),
  foreign: marks.default({}).describe('Fields and values that mark a neighbour with another numbering.'),
  elsewhere: z
    .array(text)
    .default([])
    .describe(
      'Containers whose code fields belong to another numbering of the same provider: ErrorList of number orders.',
    ),
  ambiguous: z.array(text).default([]).describe('Codes that do not say whether the message arrived.'),
  strangers: z
    .array(text)
    .default([])
    .describe('Names of other vendors: a code beside one of them is not of this set.'),
  strangerFields: z.array(text).default([]).describe('Fields that only payloads of other vendors have.'),
  everyday: z
    .array(text)
    .default([])
    .describe('Names that are everyday words: they count alone or in a failure field only.'),
});

export type Recognise = z.infer<typeof recognise>;
