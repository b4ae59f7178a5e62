import type { Doubt, Finding, Layer, Place, Reason, Source, Warning } from '#decoder';
import { counted } from '#site/wording';
import { listed, type Phrase, type PhrasePart } from '../browser/phrase.ts';
import type { Explained, Explainer } from './explainer.ts';

/** `Stopped at the carrier`. */
export const stoppedWords = ({ set, stopped }: Pick<Explained, 'set' | 'stopped'>): string =>
  stopped === 'unknown' ? 'Not known where it stopped' : `Stopped ${set.places[stopped]}`;

const layerWords: Readonly<Record<Layer, string>> = {
  base64: 'base64',
  hex: 'hexadecimal',
  escapes: 'escaped text',
  percent: 'percent-encoding',
  entities: 'HTML entities',
  'quoted-printable': 'quoted-printable',
  'doubled-quotes': 'doubled quotes',
  'utf-16': 'UTF-16',
  json: 'JSON',
  form: 'form data',
  xml: 'XML',
  table: 'table',
};

/** The layers that were opened to get to a place: `base64 → JSON`. Empty where it stands there as it is. */
export const layersOf = ({ layers }: Place): string => layers.map((layer) => layerWords[layer]).join(' → ');

/** Why the number or word was taken for a code: `Read from payload.failure.code`. */
export function reasonPhrase(reason: Reason, place: Place | undefined): Phrase {
  switch (reason.kind) {
    case 'field':
      return ['Read from ', { code: place?.path || reason.field }];
    case 'column':
      return reason.field === ''
        ? ['Read from a column without a heading']
        : ['Read from the column ', { code: reason.field }];
    case 'code-word':
      return ['Stands next to the word “', reason.word, '”'];
    case 'alone':
      return ['A listed code, and nothing beside it says that it is something else'];
    case 'only-codes':
      return ['Nothing but codes was pasted'];
    case 'name':
      return ['Known by its name ', { code: reason.name }, ...(reason.field ? [' in ', { code: reason.field }] : [])];
    case 'wording':
      return ['No code is given; the wording of ', { code: reason.field }, ' is that of ', { code: reason.name }];
  }
}

/** How often it was seen: `3 times`, `Once`. */
export const times = (count: number): string =>
  count === 1 ? 'Once' : count === 2 ? 'Twice' : `${count.toLocaleString('en')} times`;

/** Doubt said aloud; undefined where there is none. */
export function doubtPhrase(doubt: Doubt | undefined, explainer: Explainer): Phrase | undefined {
  if (!doubt) return undefined;
  switch (doubt.kind) {
    case 'no-status':
      return ['Nothing here says whether the message failed.'];
    case 'both-statuses':
      return [{ strong: 'Two readings. ' }, 'The record says that the message failed, and also that it did not.'];
    case 'other-set': {
      const other = explainer.explain(doubt.set, doubt.code);
      const name = other?.set.name ?? doubt.set;
      const link: PhrasePart = other?.href
        ? { text: `${name} ${doubt.code}`, href: other.href }
        : `${name} ${doubt.code}`;
      return [
        { strong: 'Two readings. ' },
        'It can also be ',
        link,
        doubt.known && other ? `: ${other.heading}.` : ', which no list has.',
      ];
    }
    case 'wording':
      return ['Our reading: the code itself is not in the input.'];
    case 'free-text':
      return ['It stands in running text, where a number can be something else.'];
  }
}

/** Whether another reading is as good as ours; other doubts only lessen it. */
export const isTwofold = ({ doubt }: Finding): boolean =>
  doubt?.kind === 'other-set' || doubt?.kind === 'both-statuses';

/** A platform's own code inside a finding: `sms-messagebird 1: Unknown subscriber`. */
export function sourcePhrase({ set, name, code, count }: Source, explainer: Explainer, total: number): Phrase {
  const explained = set !== undefined && code !== undefined ? explainer.explain(set, code) : undefined;
  const label = [name, code].filter((part) => part !== undefined).join(' ');
  const often = total > 1 ? ` (${times(count).toLowerCase()})` : '';
  if (explained?.kind !== 'listed') return [{ code: label }, often];
  return [
    { code: label },
    ': ',
    explained.href ? { text: explained.heading, href: explained.href } : explained.heading,
    often,
  ];
}

/** A mistake of the input itself, in a sentence. */
export function warningPhrase({ kind, count, values, sources }: Warning, explainer: Explainer): Phrase {
  const messages = counted(count, 'message');
  const quoted = listed(values.map((code) => ({ code })));
  switch (kind) {
    case 'failed-without-code': {
      const named = listed(sources.map(({ name, code }) => ({ code: [name, code].filter(Boolean).join(' ') })));
      const known = sources.flatMap((source) => (source.set ? [sourcePhrase(source, explainer, 1)] : []))[0];
      return [
        `${messages} failed without a code.`,
        ...(sources.length > 0 ? [' The platform gave ', ...(known ?? named), '.'] : []),
      ];
    }
    case 'no-error-on-failure':
      return [`${messages} failed although the text says that there was no error. The status counts.`];
    case 'code-on-success':
      return [
        `${messages} did not fail and still ${count === 1 ? 'carries' : 'carry'} a code`,
        ...(values.length > 0 ? [' (', ...quoted, ')'] : []),
        '. It is not counted.',
      ];
    case 'codes-disagree':
      return [`In ${messages} two fields give different codes`, ...(values.length > 0 ? [': ', ...quoted] : []), '.'];
    case 'ambiguous-receipt':
      return [
        ...(values.length > 0 ? [...quoted, ' says'] : ['The code says']),
        ' only that no receipt came. The message may have arrived.',
      ];
    case 'http-status':
      return [
        ...(values.length > 0 ? quoted : ['A code field']),
        ' in a code field is an HTTP status. It says how a request was answered, not what became of the message.',
      ];
  }
}

/** `line 4`; for a place in one of several files `b.csv, line 4`. */
export function lineWords(place: Place & { readonly file?: number }, files: readonly string[]): string {
  const line = `line ${place.line.toLocaleString('en')}`;
  const file = place.file === undefined ? undefined : files[place.file];
  return file === undefined ? line : `${file}, ${line}`;
}

/** The places of a finding that are worth naming: one per line, at most `most`. */
export function distinctPlaces(finding: Finding, most: number): readonly (Place & { readonly file?: number })[] {
  const seen = new Set<string>();
  const distinct = (finding.places as readonly (Place & { readonly file?: number })[]).filter((place) => {
    const key = `${place.file ?? ''}:${place.line}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.slice(0, most);
}
