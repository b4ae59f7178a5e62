import type { Report } from '#decoder';
import { counted } from '#site/wording';
import { listed, type Phrase } from '../browser/phrase.ts';
import type { Explainer } from './explainer.ts';

/** The result in one sentence: `2 codes in 3 failed messages, both from Bandwidth.` */
export function headline(report: Report, explainer: Explainer): Phrase {
  const { findings, events, suggestions, namesakes } = report;
  if (findings.length === 0) {
    if (suggestions.length > 0) return [{ strong: 'No code' }, ', but text that is used for one.'];
    if (namesakes.length > 0) return [{ strong: 'No code of ours' }, ', but a number of another numbering.'];
    if (events.failed > 0)
      return [{ strong: 'No failure code.' }, ` ${counted(events.failed, 'message')} failed without one.`];
    if (events.fine > 0) return [{ strong: 'No failure.' }, ` ${counted(events.fine, 'message')} did not fail.`];
    return [{ strong: 'Nothing found.' }, ' There is no failure code in this that we know how to read.'];
  }
  const mentions = findings.reduce((sum, { count }) => sum + count, 0);
  const failures = Math.max(events.failed, 0);
  const where =
    failures > 1
      ? ` in ${failures.toLocaleString('en')} failed messages`
      : mentions > findings.length
        ? `, ${mentions.toLocaleString('en')} times`
        : '';
  const what = findings.every(({ pattern }) => pattern)
    ? counted(findings.length, 'family', 'families')
    : counted(findings.length, 'code');
  return [{ strong: what }, where, ', ', ...fromProviders(report, explainer), fine(events.fine)];
}

function fromProviders({ findings }: Report, explainer: Explainer): Phrase {
  const names = [...new Set(findings.map(({ set }) => explainer.set(set)?.provider ?? set))];
  const all = names.length > 1 || findings.length === 1 ? '' : findings.length === 2 ? 'both ' : 'all ';
  return [`${all}from `, ...listed(names), '.'];
}

const fine = (count: number): string =>
  count === 0 ? '' : ` ${count === 1 ? 'One message' : `${count.toLocaleString('en')} messages`} did not fail.`;
