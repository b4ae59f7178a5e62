import { z } from 'astro/zod';
import { judged, phrases, responsible, retry, slug, statement, stopped, text } from './fields.ts';
import { recognise } from './recognise.ts';

/** One group of digits of a scheme, read left to right. */
export const digitGroup = z.strictObject({
  digits: z.int().positive().describe('How many digits belong to the group.'),
  asks: text.describe('The question the group answers: who has the fault.'),
  values: z
    .record(z.string().regex(/^\d+$/), z.strictObject({ heading: text.max(40), says: statement.optional() }))
    .describe(
      'Digits from the start of the code → what the group means there. The longest key that begins the code counts, so 47 stands before 4.',
    ),
});

/** How the digits of a set are read. */
export const scheme = z.strictObject({
  groups: z.array(digitGroup).min(1),
  exceptions: z.array(statement).optional().describe('Codes that break the scheme.'),
});

/** A band of codes with a common meaning. */
export const family = z.strictObject({
  id: z
    .string()
    .regex(/^(\d+x+|[a-z0-9]+(-[a-z0-9]+)*)$/, 'leading digits and an x for each other digit (47xx), or a word')
    .describe('Pattern or word; also the URL.'),
  heading: text.max(40).describe('Short plain title.'),
  section: text.optional().describe("The vendor's own heading, letter by letter."),
  summary: statement.describe('What the codes of the family have in common.'),
  meaning: z.array(statement).optional().describe('More about it, a paragraph each.'),
  stopped: judged(stopped).describe('Where a message with such a code stopped.'),
  reportedBy: judged(z.enum(['provider', 'carrier', 'unknown']))
    .optional()
    .describe('Who reported the failure, where it is not the place where the message stopped.'),
  responsible: judged(responsible).optional().describe('Whose move it is with a code that no table lists.'),
  retry: retry.optional().describe('Whether to send again after a code that no table lists.'),
  rule: statement.optional().describe('A rule the vendor gives for all codes of the family; shown beside our verdict.'),
  steps: z.array(statement).optional().describe('For codes of the family that have neither steps nor a cause.'),
  billed: judged(z.boolean()).optional().describe('Whether codes of the family are charged, where that holds for all.'),
});

/** One value of the field that names the platform that failed (`recognise.sourceName`). */
const sourceName = z.strictObject({
  name: text.describe('The value, letter by letter: sms-messagebird.'),
  says: statement.describe('Who or what it names, and what its code field holds.'),
});

/** data/<set>/set.yaml: one numbering of one provider, with its own field in the payload. */
export const codeSet = z.strictObject({
  name: text.max(24).describe('Short name of the set: Bandwidth, Bird SMS.'),
  provider: text.describe('The company: Bandwidth, Bird.'),
  product: text.describe('The product whose failures these are.'),
  order: z.int().describe('Place among the sets.'),
  summary: text.max(240).describe('How a failure reaches the reader, and how its code is read.'),
  field: text.describe('The field that carries the code, as a path: failure.code.'),
  aliases: z.array(text).default([]).describe('Other names people use for the provider or product: messagebird.'),
  links: z.array(slug).default([]).describe('Ids of the sources to send readers to.'),
  stations: z.tuple([text, text, text, text]).describe('Names of the four stations of a message.'),
  deeds: z
    .strictObject({ sender: text, provider: text, carrier: text, handset: text })
    .partial()
    .optional()
    .describe('What a station did when the message stopped there, if the usual words do not fit.'),
  carriedBy: z
    .strictObject({ set: slug, name: text })
    .optional()
    .describe('This set stands inside another one: its id, and the value of the source name field that announces it.'),
  coverage: z
    .strictObject({
      complete: z.boolean(),
      says: statement.describe('How complete the list is and on what it rests.'),
      missing: z.array(statement).default([]).describe('What is known to be missing.'),
    })
    .describe('How complete the set is.'),
  arrives: z
    .strictObject({
      heading: text.describe('How it reaches the reader: POST to your callback URL.'),
      payload: text.describe('An example payload.'),
      notes: z.array(
        z.strictObject({ line: text.describe('Text that begins the noted part of a line.'), says: statement }),
      ),
      after: z.array(statement).default([]),
    })
    .describe('The annotated example of the overview page.'),
  shape: z
    .string()
    .describe('Regular expression of what can stand in the code field at all; such a code is always reported.'),
  scheme: scheme.optional().describe('How the digits are read. Left out where they say nothing.'),
  families: z
    .array(family)
    .min(1)
    .describe('In order. A code belongs to the narrowest pattern, or to the family it names.'),
  shared: z
    .array(text)
    .default([])
    .describe('Names and titles that more than one code of the set carries. Anything else must be unique.'),
  sourceNames: z
    .array(sourceName)
    .optional()
    .describe(
      'What each value of the source name field stands for. For sets whose failures name the platform that failed.',
    ),
  recognise: recognise.describe('How payloads of the set look; the decoder knows it only through this.'),
  phrases: phrases.optional().describe('How people ask for the set as a whole.'),
});

export type Family = z.infer<typeof family>;
export type CodeSet = z.infer<typeof codeSet>;
