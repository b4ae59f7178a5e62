import {
  fileRetry,
  fileStatement,
  fileStatements,
  fileValue,
  orNull,
  type Catalog,
  type CodeSet,
  type Family,
} from '#catalog';
import { knowledgeOf } from '../page-kinds/coverage.ts';
import { paths } from '../urls.ts';
import { citedSources } from './cited-sources.ts';
import { publishedCode } from './code-document.ts';
import type { PublishedFamily, PublishedSet, PublishedSetSummary, SetDocument } from './output-schema.ts';
import { api, twinOf } from './paths.ts';
import { metaOf, type Publication } from './publication.ts';

/** A set with all its codes, and every source they cite once. */
export function setDocument(set: CodeSet, catalog: Catalog, publication: Publication): SetDocument {
  const content = {
    set: publishedSet(set, publication),
    codes: set.codes.map((code) => publishedCode(code, catalog, publication)),
  };
  return { ...metaOf('set', publication), ...content, sources: citedSources(content, catalog) };
}

/** What the index tells of a set. */
export function setSummary({ id, file, codes }: CodeSet, publication: Publication): PublishedSetSummary {
  const counts = { codes: codes.length, documented: 0, inferred: 0, undocumented: 0, removed: 0 };
  let checked = '';
  for (const code of codes) {
    counts[knowledgeOf(code)] += 1;
    if (code.entry.checked > checked) checked = code.entry.checked;
  }
  const page = paths.set(id);
  return {
    id,
    name: file.name,
    provider: file.provider,
    product: file.product,
    field: file.field,
    summary: file.summary,
    carriedBy: file.carriedBy ?? null,
    complete: file.coverage.complete,
    counts,
    checked,
    links: {
      page: publication.address(page),
      json: publication.address(api.set(id)),
      markdown: publication.address(twinOf(page)),
    },
  };
}

function publishedSet(set: CodeSet, publication: Publication): PublishedSet {
  const { file } = set;
  const [sender, provider, carrier, handset] = file.stations;
  return {
    ...setSummary(set, publication),
    aliases: file.aliases,
    stations: { sender, provider, carrier, handset },
    shape: file.shape,
    coverage: { says: fileStatement(file.coverage.says, 'set'), missing: fileStatements(file.coverage.missing, 'set') },
    arrives: {
      heading: file.arrives.heading,
      payload: file.arrives.payload.trimEnd(),
      notes: file.arrives.notes.map(({ line, says }) => ({ line, says: fileStatement(says, 'set') })),
      after: fileStatements(file.arrives.after, 'set'),
    },
    scheme: orNull(file.scheme, ({ groups, exceptions }) => ({
      groups: groups.map(({ digits, asks, values }) => ({
        digits,
        asks,
        values: Object.entries(values).map(([prefix, { heading, says }]) => ({
          prefix,
          heading,
          says: orNull(says, (statement) => fileStatement(statement, 'set')),
        })),
      })),
      exceptions: fileStatements(exceptions, 'set'),
    })),
    families: set.families.map((family) => publishedFamily(family, publication)),
    furtherReading: file.links,
    phrases: file.phrases ?? {},
  };
}

function publishedFamily(
  { id, set, file, parent, children, codes }: Family,
  publication: Publication,
): PublishedFamily {
  const page = paths.family(set.id, id);
  return {
    id,
    heading: file.heading,
    section: file.section ?? null,
    summary: fileStatement(file.summary, 'family'),
    stopped: fileValue(file.stopped, 'family'),
    reportedBy: orNull(file.reportedBy, (value) => fileValue(value, 'family')),
    responsible: orNull(file.responsible, (value) => fileValue(value, 'family')),
    retry: orNull(file.retry, (retry) => fileRetry(retry, 'family')),
    billed: orNull(file.billed, (value) => fileValue(value, 'family')),
    rule: orNull(file.rule, (rule) => fileStatement(rule, 'family')),
    steps: fileStatements(file.steps, 'family'),
    parent: parent?.id ?? null,
    children: children.map((child) => child.id),
    codes: codes.map(({ code }) => code),
    links: { page: publication.address(page), markdown: publication.address(twinOf(page)) },
  };
}
