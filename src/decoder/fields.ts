import { readCodeValue } from './code-value.ts';
import { plainCode, push, type Evidence } from './evidence.ts';
import type { Meaning } from './meaning.ts';
import { wordAndCode } from './outcomes.ts';
import type { Reading } from './reading.ts';
import type { Place } from './report.ts';
import { squash } from './spelling.ts';

/** One field of a record or one cell of a table. */
export interface Field {
  readonly meaning: Meaning;
  readonly name: string;
  readonly text: string;
  readonly isSure: boolean;
  readonly isColumn: boolean;
  /** The place of a part of the text, made only if it is asked for. */
  readonly place: (at: number, length: number) => () => Place;
}

/** Adds what a field says to the evidence of its record. */
export function noteField(evidence: Evidence, field: Field, reading: Reading): void {
  const { meaning, text } = field;
  const { vocabulary } = reading;
  if (meaning.isStranger) evidence.isStranger = true;
  if (meaning.isCode) noteCode(evidence, field, reading);
  if (text.length <= 60) {
    noteStatus(evidence, field, reading);
    if (meaning.foreign.size > 0 && meaning.foreign.has(squash(text))) {
      evidence.foreignTo ??= vocabulary.sets.find((set) =>
        Object.values(set.data.recognise.foreign).some((values) =>
          values.some((value) => squash(value) === squash(text)),
        ),
      )?.id;
    }
    if (meaning.isProvider) {
      const { providers, isStranger } = vocabulary.vendorsIn(text);
      for (const provider of providers) evidence.providers.add(provider);
      // Who is named as the vendor and is none of ours is another one.
      const isOther = squash(field.name) === 'vendor' && /^[A-Za-z]{3,20}$/.test(text) && evidence.providers.size === 0;
      if (isOther || isStranger) evidence.isStranger = true;
    }
    for (const set of meaning.sourceName) if (text.trim()) push(evidence.sourceNames, { set, name: text.trim() });
    for (const { set, explains } of meaning.sourceCode) {
      const code = text.trim();
      if (code && !/^(?:null|none|nil|undefined)$/i.test(code)) push(evidence.sourceCodes, { set, explains, code });
    }
    if (text !== '') {
      if (meaning.isMessageId) evidence.messageId ??= text;
      if (meaning.isRecipient) evidence.recipient ??= text;
      if (meaning.isTime) evidence.time ??= text;
    }
  }
  if (text.trim() === '') return;
  if (meaning.reason.length > 0)
    push(evidence.reasons, { sets: meaning.reason, text, field: field.name, place: field.place(0, text.length) });
  if (meaning.suggest.length > 0)
    push(evidence.suggests, { sets: meaning.suggest, text, field: field.name, place: field.place(0, text.length) });
}

function noteCode(evidence: Evidence, field: Field, reading: Reading): void {
  if (!field.isSure) return;
  const value = readCodeValue(field.text, reading.vocabulary);
  if (value.kind === 'none') evidence.hasEmptyCode = true;
  if (value.kind !== 'number' && value.kind !== 'word') return;
  // A word is a code or a name only in a field of codes; `error: timeout` is a sentence.
  const place = value.kind === 'number' ? field.place(value.at, value.length) : field.place(0, field.text.length);
  push(evidence.codes, {
    own: field.meaning.own,
    value,
    field: field.name,
    isColumn: field.isColumn,
    place: place(),
    distance: 0,
    isElsewhere: field.meaning.isElsewhere,
  });
}

function noteStatus(
  evidence: Evidence,
  { meaning, name, text, isColumn, place }: Field,
  { vocabulary }: Reading,
): void {
  if (!meaning.isOutcome) return;
  const said = meaning.outcomeOf(text);
  if (said) push(evidence.statuses, { ...said, distance: 0, place: place(0, text.length) });
  const number =
    said?.outcome === 'failed' && !meaning.isCode ? wordAndCode(vocabulary.digits).exec(text)?.[2] : undefined;
  if (number === undefined || !vocabulary.isListed(number)) return;
  push(evidence.codes, plainCode(number, name, place(text.lastIndexOf(number), number.length)(), isColumn));
}

/** Whoever is named in a text is the vendor of its record. */
export function noteVendors(evidence: Evidence, text: string, reading: Reading): void {
  const { providers, isStranger } = reading.vocabulary.vendorsIn(text);
  for (const provider of providers) evidence.providers.add(provider);
  if (!isStranger) return;
  evidence.isStranger = true;
  reading.hasStranger = true;
}

/** Words beside a record name its provider: `fallback (bird): {…}`. */
export function noteWordsBeside(evidence: Evidence, text: string, reading: Reading): void {
  if (evidence.providers.size === 0) noteVendors(evidence, text.slice(0, 2000), reading);
}

/** The field holds sentences. */
export function isWordsOfPeople(meaning: Meaning): boolean {
  return meaning.isProse || meaning.reason.length > 0 || meaning.suggest.length > 0;
}
