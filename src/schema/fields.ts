import { z } from 'astro/zod';

/** Lower-case words joined by hyphens: the id of a cause, a source, a set or a family that has no digits. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as recipient-opted-out');

/** One sentence or more of plain text; only `code marks` are rendered. */
export const text = z.string().trim().min(1, 'a sentence; leave the key out where nothing is known');

/** `2026-11-22`, `2026-11` or `2026`; quoted in YAML so that it stays text. */
export const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "a date such as '2026-11-22', '2026-11' or '2026'");

/** A day, for dates that must be exact. */
export const day = z.iso.date("a day such as '2026-11-22', in quotes");

/** `bandwidth/4775`: a code together with its set. The number alone is not a key. */
export const codeRef = z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9_-]+$/, 'a set and a code, such as bandwidth/4775');

/** Where a stated fact stands. */
const citation = {
  source: slug.describe('Id of the source in data/sources.yaml.'),
  at: text.describe('The place in the source: a table row, a heading, a field, a line.'),
};

/**
 * A sentence: plain text is our own reading; with `source` and `at` it is stated there.
 * The reader is shown which of the two it is.
 */
export const statement = z.union([text, z.strictObject({ say: text, ...citation })]);

/** A value (not a sentence) that is our reading when plain, and stated when it has a source. */
export const judged = <Value extends z.ZodType>(value: Value) =>
  z.union([value, z.strictObject({ say: value, ...citation })]);

const responsibles = ['sender', 'recipient', 'provider', 'carrier', 'unknown'] as const;
export const stops = ['sender', 'provider', 'carrier', 'handset', 'unknown'] as const;
const verdicts = ['never', 'after-change', 'once', 'later', 'unknown'] as const;

export const responsible = z.enum(responsibles);
export const stopped = z.enum(stops);
export const verdict = z.enum(verdicts);

/** The retry verdict with its reason. With `source` and `at` the verdict is stated, else inferred. */
export const retry = z.strictObject({
  verdict: verdict.describe(
    'never: nothing the sender changes makes this message right for this recipient. after-change: the same request fails again, a changed one may pass. once: one more try. later: with back-off. unknown.',
  ),
  because: text.optional().describe('The reason, in one sentence.'),
  wait: text.optional().describe('How long to wait before the next try, where it is known.'),
  cap: text.optional().describe('How many tries at the most, where it is known.'),
  source: slug.optional().describe('Id of the source that states the verdict; without it the verdict is our reading.'),
  at: text.optional().describe('The place in that source.'),
});

/** Plain-language wordings by language (ISO 639-1), as people type or say them. */
export const phrases = z.partialRecord(z.enum(['en', 'es', 'fr', 'de', 'pt', 'nl', 'it']), z.array(text).min(1));

export type Cited = z.infer<z.ZodObject<typeof citation>>;
export type Statement = z.infer<typeof statement>;
export type Judged<Value> = Value | ({ say: Value } & Cited);
export type Responsible = (typeof responsibles)[number];
export type Stopped = (typeof stops)[number];
export type Verdict = (typeof verdicts)[number];
export type Retry = z.infer<typeof retry>;
export type Phrases = z.infer<typeof phrases>;
