import { z } from 'astro/zod';
import { slug, text } from './fields.ts';

/** One document that statements rest on. */
export const source = z.strictObject({
  title: text.describe('Title of the document, as its publisher spells it or as a plain description of it.'),
  publisher: text.describe('Who published it.'),
  url: z.url().optional().describe('Stable public address. Left out where there is none.'),
  edition: text.describe("Edition or date: '2023-09-14', 'undated', 'fork with history from 2018-01-10'."),
  kind: z
    .enum(['vendor', 'vendor-tool', 'third-party'])
    .describe('Who speaks: the vendor, a tool of the vendor, or somebody else.'),
  note: text.optional().describe('What limits it: only the beginning could be read, address not known.'),
});

/** data/sources.yaml: id → source. */
export const sources = z.record(slug, source);

export type Source = z.infer<typeof source>;
