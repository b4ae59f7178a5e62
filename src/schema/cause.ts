import { z } from 'astro/zod';
import { phrases, responsible, retry, statement, text, judged } from './fields.ts';

/** data/causes/<cause>.yaml: a provider-neutral reason. Its codes inherit what they do not say themselves. */
export const cause = z.strictObject({
  heading: text.max(40).describe('Short plain title: Recipient opted out.'),
  summary: text.max(200).describe('What happened, in one sentence.'),
  meaning: z.array(statement).optional().describe('More about it, a paragraph each.'),
  responsible: judged(responsible).describe('Whose move it is.'),
  retry: retry.describe('Whether to send again, with the reason.'),
  suppress: z.boolean().default(false).describe('The number belongs on the suppression list.'),
  steps: z.array(statement).min(1).describe('What to do, in order; the first one fixes most cases.'),
  collect: z.array(text).optional().describe('What to have at hand before opening a ticket.'),
  customer: text.max(280).optional().describe('A sentence that is safe to send to a customer.'),
  phrases: phrases.describe('How people say it, by language; search reads them.'),
  near: z
    .record(z.string(), text)
    .optional()
    .describe('Causes that are easily confused with this one, and how to tell.'),
});

export type Cause = z.infer<typeof cause>;
