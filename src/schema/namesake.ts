import { z } from 'astro/zod';
import { slug, statement, text } from './fields.ts';

/** data/namesakes.yaml: numbers of neighbouring numberings that people take for ours. */
export const namesake = z.strictObject({
  numbering: text.describe('The other numbering: SMPP delivery receipts.'),
  numbers: z.array(z.string()).min(1).describe('Its numbers, as text; a range is written 1001-1016.'),
  says: statement.describe('What it is and where to look.'),
  near: slug.describe('The set it is taken for.'),
});

export const namesakes = z.array(namesake);

export type Namesake = z.infer<typeof namesake>;
