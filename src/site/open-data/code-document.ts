import type { HistoryEvent } from '#schema';
import { fileStatements, orNull, readDigits, retryOf, statementOf, valueOf, type Catalog, type Code } from '#catalog';
import { knowledgeOf } from '../page-kinds/coverage.ts';
import { paths } from '../urls.ts';
import { citedSources } from './cited-sources.ts';
import type { CodeDocument, PublishedCode, PublishedEvent } from './output-schema.ts';
import { api, twinOf } from './paths.ts';
import { metaOf, type Publication } from './publication.ts';

/** A code as it stands alone, with its sources. */
export function codeDocument(code: Code, catalog: Catalog, publication: Publication): CodeDocument {
  const published = publishedCode(code, catalog, publication);
  return { ...metaOf('code', publication), ...published, sources: citedSources(published, catalog) };
}

/** A code with everything it inherits, as it stands in every document. */
export function publishedCode(code: Code, catalog: Catalog, publication: Publication): PublishedCode {
  const { entry, set } = code;
  const page = paths.code(set.id, code.code);
  return {
    ref: code.ref,
    set: set.id,
    code: code.code,
    provider: set.file.provider,
    product: set.file.product,
    field: set.file.field,
    heading: code.heading,
    name: entry.name ?? null,
    nameSource: entry.wording?.name ?? null,
    title: entry.title ?? null,
    titleSource: entry.wording?.title ?? null,
    section: code.section ?? null,
    family: code.family.id,
    status: entry.status,
    knowledge: knowledgeOf(code),
    summary: statementOf(code.summary),
    stopped: valueOf(code.stopped),
    reportedBy: valueOf(code.reportedBy),
    responsible: valueOf(code.responsible),
    retry: retryOf(code.retry),
    billed: orNull(code.billed, valueOf),
    suppress: code.suppress,
    action: code.action,
    rule: orNull(code.rule, statementOf),
    steps: code.steps.map((step) => statementOf(step)),
    collect: [...code.collect],
    customer: code.customer ?? null,
    meaning: fileStatements(entry.meaning, 'code'),
    causes: code.causes.map(({ cause, match }) => ({ id: cause.id, heading: cause.file.heading, match })),
    digits: readDigits(code.code, set).map(({ digits, asks, heading, says }) => ({
      digits,
      asks,
      heading: heading ?? null,
      says: orNull(says, (told) => statementOf(told, 'set')),
    })),
    offScheme: entry.offScheme ?? null,
    distinguish: Object.entries(entry.distinguish ?? {}).flatMap(([ref, how]) => {
      const [otherSet = '', otherCode = ''] = ref.split('/');
      const other = catalog.code(otherSet, otherCode);
      return other === undefined ? [] : [{ ref, heading: other.heading, how }];
    }),
    contradictions: fileStatements(entry.contradictions, 'code'),
    aliases: code.aliases.map((alias) => statementOf(alias)),
    phrases: entry.phrases ?? {},
    examples: entry.examples.map((example) => example.trimEnd()),
    history: code.history.map(publishedEvent),
    checked: entry.checked,
    links: {
      page: publication.address(page),
      json: publication.address(api.code(set.id, code.code)),
      markdown: publication.address(twinOf(page)),
    },
  };
}

/** An event of a history. */
export const publishedEvent = ({ date, until, change, say, was, source, at }: HistoryEvent): PublishedEvent => ({
  date,
  until: until ?? null,
  change,
  text: say ?? null,
  was: was ?? null,
  source,
  at: at ?? null,
});
