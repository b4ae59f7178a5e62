import {
  actionFor,
  fileRetry,
  fileStatement,
  fileStatements,
  fileValue,
  lineageOf,
  orNull,
  readDigits,
  retryOf,
  saidInLineage,
  statementOf,
  valueOf,
  type Cause,
  type Code,
  type CodeSet,
  type Family,
} from '#catalog';
import type {
  ExplainedCause,
  ExplainedCode,
  ExplainedFamily,
  ExplainedSet,
  Knowledge,
  ReadDigits,
} from './explained.ts';

/** A code with everything it inherits. */
export function explainCode(code: Code): ExplainedCode {
  const { entry, set } = code;
  return {
    ref: code.ref,
    set: set.id,
    code: code.code,
    provider: set.file.provider,
    product: set.file.product,
    field: set.file.field,
    heading: code.heading,
    name: entry.name ?? null,
    title: entry.title ?? null,
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
    rule: orNull(code.rule, (rule) => statementOf(rule)),
    steps: code.steps.map((step) => statementOf(step)),
    customer: code.customer ?? null,
    causes: code.causes.map(({ cause, match }) => ({ id: cause.id, heading: cause.file.heading, match })),
    digits: digitsOf(code.code, set),
    aliases: code.aliases.map((alias) => statementOf(alias)),
    checked: entry.checked,
  };
}

function knowledgeOf({ entry, summary }: Code): Knowledge {
  if (entry.status === 'removed') return 'removed';
  if (entry.status === 'undocumented' || entry.published === 'nothing') return 'undocumented';
  return summary.basis === 'stated' ? 'documented' : 'inferred';
}

/** How the digits of a code read, listed or not. */
export const digitsOf = (code: string, set: CodeSet): ReadDigits[] =>
  readDigits(code, set).map(({ digits, asks, heading, says }) => ({
    digits,
    asks,
    heading: heading ?? null,
    says: orNull(says, (told) => statementOf(told, 'set')),
  }));

/** A family with what it takes from broader ones: what is said of a code of it that no list has. */
export function explainFamily(family: Family): ExplainedFamily {
  const { file, parent, codes } = family;
  return {
    id: family.id,
    heading: file.heading,
    section: saidInLineage(family, 'section') ?? null,
    summary: fileStatement(file.summary, 'family'),
    stopped: fileValue(file.stopped, 'family'),
    responsible: orNull(saidInLineage(family, 'responsible'), (value) => fileValue(value, 'family')),
    retry: orNull(saidInLineage(family, 'retry'), (retry) => fileRetry(retry, 'family')),
    steps: lineageOf(family).flatMap((one) => fileStatements(one.file.steps, 'family')),
    parent: parent?.id ?? null,
    codes: codes.map(({ code }) => code),
  };
}

/** A set with its families; its codes are handed over. */
export function explainSet({ id, file, families }: CodeSet, codes: readonly ExplainedCode[]): ExplainedSet {
  const [sender, provider, carrier, handset] = file.stations;
  return {
    id,
    name: file.name,
    provider: file.provider,
    product: file.product,
    field: file.field,
    summary: file.summary,
    stations: { sender, provider, carrier, handset },
    carriedBy: file.carriedBy ?? null,
    complete: file.coverage.complete,
    families: families.map(explainFamily),
    codes,
  };
}

/** A cause with the codes of every set that share it. */
export const explainCause = ({ id, file, codes }: Cause): ExplainedCause => ({
  id,
  heading: file.heading,
  summary: file.summary,
  responsible: fileValue(file.responsible, 'cause'),
  retry: fileRetry(file.retry, 'cause'),
  suppress: file.suppress,
  action: actionFor(file.suppress, file.retry.verdict),
  steps: fileStatements(file.steps, 'cause'),
  customer: file.customer ?? null,
  codes: codes.map(({ code, match }) => ({ ref: code.ref, match })),
});
