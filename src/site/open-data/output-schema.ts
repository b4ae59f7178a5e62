import { z } from 'astro/zod';
import {
  cause,
  code,
  codeRef,
  codeSet,
  date,
  day,
  digitGroup,
  family,
  historyEvent,
  matches,
  namesake,
  phrases,
  responsible,
  retry,
  scheme,
  slug,
  source,
  stopped,
  verdict,
} from '#schema';

/*
 * The shape of everything under /api/v1/: the published JSON Schemas are generated from here, and builders return these
 * types. Within version 1 keys stay, and so do their types and meanings. A new key or a new value of an enumeration
 * raises the second number of `schemaVersion` and is written down in the guide to the open data.
 */

/** Raise the second number with each new key, and tell it in src/content/docs/guides/open-data.md. */
export const SCHEMA_VERSION = '1.0';

/** The description of a key of data/, so that the meaning of a key is written once. */
const meaningOf = (field: z.ZodType): string => field.description ?? '';

const text = z.string().min(1);
const ref = codeRef.describe('Set and code together: the key. The number alone is none.');
const setId = slug.describe('Id of the set: the first part of every ref and address.');
const causeId = slug.describe('Id of the cause.');
const causeHeading = text.describe(meaningOf(cause.shape.heading));
const codeHeading = text.describe('Our short plain title.');
const match = z
  .enum(matches)
  .describe(
    'same: the code means just this cause. near: it is close, or one of a few. broader: it covers more than the cause.',
  );
const how = text.describe('How to tell the two apart.');
const actions = ['stop', 'change', 'retry', 'leave'] as const;
const action = z
  .enum(actions)
  .describe('What a batch does with such a message: stop the number, change and resend, retry, or leave it.');
const knowledge = z
  .enum(['documented', 'inferred', 'undocumented', 'removed'])
  .describe(
    'documented: a source states what the code means. inferred: listed, the meaning is our reading. undocumented: in no list of the vendor, or listed without a word. removed: no longer listed.',
  );

const from = z
  .enum(['code', 'cause', 'family', 'set'])
  .describe('Where it was written: at the code itself, or inherited from its first cause, its family or its set.');
const stated = {
  basis: z.literal('stated').describe('A source states it.'),
  source: slug.describe('Id of the source; see `sources`.'),
  at: text.optional().describe('The place in the source: a table row, a heading, a field, a line.'),
  from,
};
const inferred = { basis: z.literal('inferred').describe('Our reading.'), from };

/** Something told together with what it rests on; one shape for stated, one for inferred. */
const told = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('basis', [z.object({ ...shape, ...stated }), z.object({ ...shape, ...inferred })]);

const statement = told({ text: text.describe('Plain text; `backticks` mark code.') }).meta({
  id: 'Statement',
  description: 'One sentence or more, with what it rests on.',
});
const toldStop = told({ value: stopped.describe('The place.') }).meta({
  id: 'Stopped',
  description: meaningOf(family.shape.stopped),
});
const toldReporter = told({ value: z.enum(['provider', 'carrier', 'unknown']).describe('Who it was.') }).meta({
  id: 'ReportedBy',
  description: 'Who reported the failure.',
});
const toldResponsible = told({ value: responsible.describe('Who it is.') }).meta({
  id: 'Responsible',
  description: meaningOf(cause.shape.responsible),
});
const toldBilling = told({ value: z.boolean().describe('Whether it does.') }).meta({
  id: 'Billed',
  description: 'Whether the vendor charges for the message.',
});
const toldRetry = told({
  value: verdict.describe(meaningOf(retry.shape.verdict)),
  because: text.nullable().describe(meaningOf(retry.shape.because)),
  wait: text.nullable().describe(meaningOf(retry.shape.wait)),
  cap: text.nullable().describe(meaningOf(retry.shape.cap)),
}).meta({ id: 'Retry', description: meaningOf(cause.shape.retry) });

const spoken = phrases.meta({ id: 'Phrases', description: 'How people say it, by language (ISO 639-1).' });

const publishedSource = z
  .object({
    title: text.describe(meaningOf(source.shape.title)),
    publisher: text.describe(meaningOf(source.shape.publisher)),
    url: z.url().nullable().describe('Stable public address; null where there is none.'),
    edition: text.describe(meaningOf(source.shape.edition)),
    kind: source.shape.kind,
    note: text.nullable().describe(meaningOf(source.shape.note)),
  })
  .meta({ id: 'Source', description: 'A document that statements rest on.' });

const sources = z.record(slug, publishedSource).describe('Every source that this document cites, by id.');

const links = z
  .object({
    page: z.url().describe('The page for people.'),
    json: z.url().describe('The same as JSON.'),
    markdown: z.url().describe('The same as Markdown.'),
  })
  .meta({ id: 'Links', description: 'Where it is published.' });

const event = z
  .object({
    date: date.describe(meaningOf(historyEvent.shape.date)),
    until: date.nullable().describe(meaningOf(historyEvent.shape.until)),
    change: historyEvent.shape.change.describe('What kind of change it was.'),
    text: text.nullable().describe(meaningOf(historyEvent.shape.say)),
    was: text.nullable().describe(meaningOf(historyEvent.shape.was)),
    source: slug.describe('Id of the source that shows the change.'),
    at: text.nullable().describe('The place in the source.'),
  })
  .meta({ id: 'Event', description: meaningOf(code.shape.history) });

const digitReading = z
  .object({
    digits: text.describe('One group of digits of the code.'),
    asks: text.describe(meaningOf(digitGroup.shape.asks)),
    heading: text.nullable().describe('What the digits answer; null where the scheme has no row for them.'),
    says: statement.nullable().describe('More about it.'),
  })
  .meta({ id: 'DigitReading', description: 'How one group of digits of a code reads.' });

const codeEntry = z
  .object({
    ref,
    set: setId,
    code: text.describe('The code as text: a number, a word, rarely a range such as 200-299.'),
    provider: text.describe(meaningOf(codeSet.shape.provider)),
    product: text.describe(meaningOf(codeSet.shape.product)),
    field: text.describe(meaningOf(codeSet.shape.field)),
    heading: codeHeading,
    name: text.nullable().describe(meaningOf(code.shape.name)),
    nameSource: slug
      .nullable()
      .describe('Where the name is quoted from, where it is not the first listing of the code.'),
    title: text.nullable().describe(meaningOf(code.shape.title)),
    titleSource: slug
      .nullable()
      .describe('Where the title is quoted from, where it is not the first listing of the code.'),
    section: text.nullable().describe(meaningOf(family.shape.section)),
    family: slug.describe('Id of the narrowest family that holds the code.'),
    status: code.shape.status.unwrap().describe(meaningOf(code.shape.status)),
    knowledge,
    summary: statement.describe(meaningOf(code.shape.summary)),
    stopped: toldStop.describe('Where the message stopped.'),
    reportedBy: toldReporter.describe('Who reported the failure.'),
    responsible: toldResponsible.describe(meaningOf(cause.shape.responsible)),
    retry: toldRetry.describe(meaningOf(cause.shape.retry)),
    billed: toldBilling
      .nullable()
      .describe('Whether the vendor charges for the message; null where it is not documented.'),
    suppress: z.boolean().describe(meaningOf(cause.shape.suppress)),
    action,
    rule: statement.nullable().describe(meaningOf(family.shape.rule)),
    steps: z.array(statement).describe(meaningOf(cause.shape.steps)),
    collect: z.array(text).describe(meaningOf(cause.shape.collect)),
    customer: text.nullable().describe(meaningOf(cause.shape.customer)),
    meaning: z.array(statement).describe(meaningOf(code.shape.meaning)),
    causes: z
      .array(z.object({ id: causeId, heading: causeHeading, match }))
      .describe('Causes, the likeliest first. /api/v1/causes/<id>.json lists the codes of every set that share one.'),
    digits: z.array(digitReading).describe('How the digits read; empty where they say nothing.'),
    offScheme: text.nullable().describe(meaningOf(code.shape.offScheme)),
    distinguish: z
      .array(z.object({ ref, heading: codeHeading, how }))
      .describe('Codes that are easily confused with this one.'),
    contradictions: z.array(statement).describe(meaningOf(code.shape.contradictions)),
    aliases: z.array(statement).describe(meaningOf(code.shape.aliases)),
    phrases: spoken.describe(meaningOf(code.shape.phrases)),
    examples: z.array(text).describe('Payloads or log lines that carry the code. All values are made up.'),
    history: z.array(event).describe(meaningOf(code.shape.history)),
    checked: day.describe(meaningOf(code.shape.checked)),
    links,
  })
  .meta({ id: 'Code', description: 'A code of a set, with everything it inherits filled in.' });

const publishedFamily = z
  .object({
    id: slug.describe(meaningOf(family.shape.id)),
    heading: text.describe(meaningOf(family.shape.heading)),
    section: text.nullable().describe(meaningOf(family.shape.section)),
    summary: statement.describe(meaningOf(family.shape.summary)),
    stopped: toldStop.describe(meaningOf(family.shape.stopped)),
    reportedBy: toldReporter.nullable().describe(meaningOf(family.shape.reportedBy)),
    responsible: toldResponsible.nullable().describe(meaningOf(family.shape.responsible)),
    retry: toldRetry.nullable().describe(meaningOf(family.shape.retry)),
    billed: toldBilling.nullable().describe(meaningOf(family.shape.billed)),
    rule: statement.nullable().describe(meaningOf(family.shape.rule)),
    steps: z.array(statement).describe(meaningOf(family.shape.steps)),
    parent: slug.nullable().describe('Id of the next broader family.'),
    children: z.array(slug).describe('Ids of the narrower families inside it.'),
    codes: z.array(text).describe('All codes that lie in it.'),
    links: links.omit({ json: true }).describe('Where it is published; as JSON it stands in its set.'),
  })
  .meta({ id: 'Family', description: 'A band of codes with a common meaning.' });

const counts = z
  .object({
    codes: z.int().describe('All of them.'),
    documented: z.int().describe('A source states what the code means.'),
    inferred: z.int().describe('Listed by the vendor; the meaning is our reading.'),
    undocumented: z.int().describe('In no list of the vendor, or listed without a word about it.'),
    removed: z.int().describe('No longer listed.'),
  })
  .meta({ id: 'Counts', description: 'How many codes the set has, by how well they are known.' });

const setSummary = {
  id: setId,
  name: text.describe(meaningOf(codeSet.shape.name)),
  provider: text.describe(meaningOf(codeSet.shape.provider)),
  product: text.describe(meaningOf(codeSet.shape.product)),
  field: text.describe(meaningOf(codeSet.shape.field)),
  summary: text.describe(meaningOf(codeSet.shape.summary)),
  carriedBy: z
    .object({ set: setId, name: text.describe('Value of the source name field that announces the set.') })
    .nullable()
    .describe('The set whose payloads carry the codes of this one; null where they come on their own.'),
  complete: z.boolean().describe('Whether every code that the vendor lists is here.'),
  counts,
  checked: day.describe('Newest day on which a code of the set was held against its sources.'),
  links,
};

const publishedSet = z
  .object({
    ...setSummary,
    aliases: z.array(text).describe(meaningOf(codeSet.shape.aliases)),
    stations: z
      .object({
        sender: text.describe('You.'),
        provider: text.describe('The company that takes the message from you.'),
        carrier: text.describe("The carrier, or the channel's platform."),
        handset: text.describe('Where the message should arrive.'),
      })
      .describe('What the four stations of a message are called.'),
    shape: z.string().describe(meaningOf(codeSet.shape.shape)),
    coverage: z
      .object({ says: statement, missing: z.array(statement).describe('What is known to be missing.') })
      .describe(meaningOf(codeSet.shape.coverage)),
    arrives: z
      .object({
        heading: text.describe(meaningOf(codeSet.shape.arrives.shape.heading)),
        payload: text.describe('An example payload. All values are made up.'),
        notes: z
          .array(z.object({ line: text.describe('Beginning of the part that the note explains.'), says: statement }))
          .describe('What is to be known of its parts, from top to bottom.'),
        after: z.array(statement).describe('What else is to be known.'),
      })
      .describe('How a failure reaches you.'),
    scheme: z
      .object({
        groups: z
          .array(
            z.object({
              digits: z.int().describe(meaningOf(digitGroup.shape.digits)),
              asks: text.describe(meaningOf(digitGroup.shape.asks)),
              values: z
                .array(
                  z.object({
                    prefix: text.describe('Digits from the start of the code.'),
                    heading: text.describe('What they answer.'),
                    says: statement.nullable().describe('More about it.'),
                  }),
                )
                .describe(
                  'Digits from the start of the code and what the group means there. The longest prefix counts.',
                ),
            }),
          )
          .describe('Groups of digits from left to right.'),
        exceptions: z.array(statement).describe(meaningOf(scheme.shape.exceptions)),
      })
      .nullable()
      .describe(meaningOf(codeSet.shape.scheme)),
    families: z.array(publishedFamily).describe('From the first to the last, broad ones before those inside them.'),
    furtherReading: z.array(slug).describe('Ids of the sources to send readers to.'),
    phrases: spoken,
  })
  .meta({
    id: 'Set',
    description: meaningOf(codeSet) || 'One numbering of one provider, with its own field in the payload.',
  });

const publishedCause = z
  .object({
    id: causeId,
    heading: causeHeading,
    summary: text.describe(meaningOf(cause.shape.summary)),
    meaning: z.array(statement).describe(meaningOf(cause.shape.meaning)),
    responsible: toldResponsible.describe(meaningOf(cause.shape.responsible)),
    retry: toldRetry.describe(meaningOf(cause.shape.retry)),
    suppress: z.boolean().describe(meaningOf(cause.shape.suppress)),
    action,
    steps: z.array(statement).describe(meaningOf(cause.shape.steps)),
    collect: z.array(text).describe(meaningOf(cause.shape.collect)),
    customer: text.nullable().describe(meaningOf(cause.shape.customer)),
    near: z.array(z.object({ id: causeId, heading: causeHeading, how })).describe(meaningOf(cause.shape.near)),
    phrases: spoken,
    codes: z
      .array(z.object({ ref, heading: codeHeading, match }))
      .describe(
        'Its codes in every set. What a code says itself wins over the cause: ask for the code before you act.',
      ),
    links,
  })
  .meta({ id: 'Cause', description: 'A provider-neutral reason. It ties equal codes of different sets together.' });

const publishedNamesake = z
  .object({
    numbering: text.describe(meaningOf(namesake.shape.numbering)),
    numbers: z.array(text).describe(meaningOf(namesake.shape.numbers)),
    says: statement.describe(meaningOf(namesake.shape.says)),
    near: slug.describe(meaningOf(namesake.shape.near)),
  })
  .meta({ id: 'Namesake', description: 'Numbers of another numbering that people take for ours.' });

const meta = {
  $schema: z.url().describe('The JSON Schema of this document.'),
  schemaVersion: z
    .string()
    .regex(/^1\.\d+$/)
    .describe('Version of the format. Within 1 keys stay; the second number is raised with each new key or value.'),
  generatedAt: z.iso.datetime().describe('Newest date in the data, or the time that SOURCE_DATE_EPOCH gives.'),
  license: z.literal('CC-BY-4.0').describe('Licence of the data (SPDX). Name Undelivered and link to it.'),
};

const codeDocument = z
  .object({ ...meta, ...codeEntry.shape, sources })
  .describe('/api/v1/<set>/<code>.json: one code with its sources.');

const setDocument = z
  .object({ ...meta, set: publishedSet, codes: z.array(codeEntry).describe('All its codes, in order.'), sources })
  .describe('/api/v1/<set>.json: a set with all its codes.');

const causeDocument = z
  .object({ ...meta, ...publishedCause.shape, sources })
  .describe('/api/v1/causes/<cause>.json: one cause with its codes in every set.');

const causesDocument = z
  .object({ ...meta, causes: z.array(publishedCause).describe('All causes, by heading.'), sources })
  .describe('/api/v1/causes.json: all causes.');

const sourcesDocument = z
  .object({ ...meta, sources: z.record(slug, publishedSource).describe('All sources by id.') })
  .describe('/api/v1/sources.json: every document that a statement rests on.');

const namesakesDocument = z
  .object({ ...meta, namesakes: z.array(publishedNamesake).describe('One entry per numbering.'), sources })
  .describe('/api/v1/namesakes.json: numbers of other numberings that people take for ours.');

const changesDocument = z
  .object({
    ...meta,
    changes: z
      .array(z.object({ ref, heading: codeHeading, ...event.shape }))
      .describe('Every event of every history, the newest first.'),
    sources,
  })
  .describe('/api/v1/changes.json: what vendors changed and what was corrected.');

const indexDocument = z
  .object({
    ...meta,
    name: text.describe('Who publishes it.'),
    description: text.describe('What it is.'),
    notice: text.describe('Whose names these are, and who we are not.'),
    sets: z.array(z.object(setSummary)).describe('The sets, in order.'),
    links: z
      .object({
        page: z.url().describe('The guide to the open data.'),
        causes: z.url().describe('All causes.'),
        sources: z.url().describe('All sources.'),
        namesakes: z.url().describe('Numbers of other numberings that people take for ours.'),
        changes: z.url().describe('What vendors changed and what was corrected.'),
        csv: z.url().describe('All codes as one flat table.'),
        openapi: z.url().describe('OpenAPI 3.1 description of all this.'),
        feed: z.url().describe('Changes as an Atom feed.'),
        llms: z.url().describe('The site as text, for machine readers.'),
      })
      .describe('Everything else that is published.'),
    schemas: z.record(slug, z.url()).describe('JSON Schemas by the name of the document they describe.'),
  })
  .describe('/api/v1/index.json: the sets and where everything is.');

/** Every kind of document, by the name its schema is published under. */
export const documentSchemas = {
  index: indexDocument,
  set: setDocument,
  code: codeDocument,
  causes: causesDocument,
  cause: causeDocument,
  sources: sourcesDocument,
  namesakes: namesakesDocument,
  changes: changesDocument,
} as const;

export type DocumentName = keyof typeof documentSchemas;
export type Statement = z.infer<typeof statement>;
export type PublishedCode = z.infer<typeof codeEntry>;
export type PublishedFamily = z.infer<typeof publishedFamily>;
export type PublishedSet = z.infer<typeof publishedSet>;
export type PublishedSetSummary = z.infer<z.ZodObject<typeof setSummary>>;
export type PublishedCause = z.infer<typeof publishedCause>;
export type PublishedEvent = z.infer<typeof event>;
export type PublishedSources = z.infer<typeof sources>;
export type DocumentMeta = z.infer<z.ZodObject<typeof meta>>;
export type CodeDocument = z.infer<typeof codeDocument>;
export type SetDocument = z.infer<typeof setDocument>;
export type CauseDocument = z.infer<typeof causeDocument>;
export type CausesDocument = z.infer<typeof causesDocument>;
export type SourcesDocument = z.infer<typeof sourcesDocument>;
export type NamesakesDocument = z.infer<typeof namesakesDocument>;
export type ChangesDocument = z.infer<typeof changesDocument>;
export type IndexDocument = z.infer<typeof indexDocument>;
