import { z } from 'astro/zod';
import { codeRef, date, day, judged, phrases, responsible, retry, slug, statement, stopped, text } from './fields.ts';

/** How well a code fits a cause. */
export const matches = ['same', 'near', 'broader'] as const;

/** One event in the life of a code. */
export const historyEvent = z.strictObject({
  date: date.describe('When; with `until`, the earliest day.'),
  until: date.optional().describe('The latest day, where only a span is known.'),
  change: z.enum([
    'listed',
    'renamed',
    'retitled',
    'redefined',
    'moved',
    'billing',
    'removed',
    'restored',
    'announced',
    'corrected',
  ]),
  say: text.optional().describe('What changed. Not needed for listed and removed.'),
  was: text.optional().describe('The wording before, exactly.'),
  source: slug,
  at: text.optional(),
});

/** data/<set>/codes/<code>.yaml. The file name is the code. It says only what differs from its cause and its family. */
export const code = z.strictObject({
  name: text.optional().describe("The vendor's machine string, letter by letter, typos included."),
  title: text.optional().describe("The vendor's own label, letter by letter."),
  wording: z
    .strictObject({ name: slug.optional(), title: slug.optional() })
    .optional()
    .describe('Ids of the sources that name and title are quoted from, where they are not the first listed one.'),
  heading: text.max(40).optional().describe('Our short plain title, where it differs from the one of the cause.'),
  causes: z
    .array(z.strictObject({ is: slug, match: z.enum(matches) }))
    .min(1)
    .describe('Causes, the likeliest first. What the code does not say comes from the first.'),
  family: slug.optional().describe('Only where the digits do not say it.'),
  section: text.optional().describe("The vendor's heading, where it differs from the family's."),
  offScheme: text.optional().describe('Why the digits do not say what they say elsewhere.'),
  status: z
    .enum(['current', 'removed', 'undocumented'])
    .default('current')
    .describe('current: the vendor lists it. removed: no longer. undocumented: no list of the vendor has it.'),
  published: z.literal('nothing').optional().describe('Nothing was ever published about this code but that it exists.'),
  summary: text
    .max(220)
    .optional()
    .describe('What happened, in one or two plain sentences; the first thing a reader sees.'),
  basis: z
    .strictObject({ source: slug, at: text })
    .optional()
    .describe('Where the meaning given in the summary is stated. Without it the summary is our reading.'),
  meaning: z.array(statement).optional().describe('More about it, a paragraph each.'),
  stopped: judged(stopped)
    .optional()
    .describe('Where the message stopped, if not where the family says: sender, provider, carrier, handset, unknown.'),
  responsible: judged(responsible).optional().describe('Whose move it is, if not the one the cause names.'),
  retry: retry.optional().describe('Verdict with its reason, if it differs from the cause.'),
  billed: judged(z.boolean())
    .optional()
    .describe('Whether the vendor charges for the message. Left out where it is not documented.'),
  suppress: z
    .boolean()
    .optional()
    .describe('Whether the number belongs on the suppression list, if the cause says otherwise.'),
  steps: z.array(statement).optional().describe("Before the cause's steps; only what differs."),
  stepsInstead: z.array(statement).optional().describe("Instead of the cause's steps."),
  collect: z
    .array(text)
    .optional()
    .describe('What to have at hand before opening a ticket, before what the cause lists.'),
  customer: text
    .max(280)
    .optional()
    .describe('A sentence that is safe to send to a customer, where the one of the cause does not fit.'),
  distinguish: z
    .record(codeRef, text)
    .optional()
    .describe('Codes that are easily confused with this one, and how to tell.'),
  contradictions: z.array(statement).optional().describe('Where sources disagree with each other or with the scheme.'),
  aliases: z
    .array(judged(text))
    .optional()
    .describe('Other spellings and numbers that lead here: old names, three-digit forms.'),
  phrases: phrases.optional().describe('How people say it, where the cause does not have it.'),
  examples: z.array(text).min(1).describe('Payloads or log lines that the decoder resolves back to this code.'),
  history: z
    .array(historyEvent)
    .default([])
    .describe('Dated events: listed, renamed, redefined, removed … each with its source.'),
  checked: day.describe('When somebody last held the entry against its sources.'),
});

export type Match = (typeof matches)[number];
export type HistoryEvent = z.infer<typeof historyEvent>;
export type CodeEntry = z.infer<typeof code>;
