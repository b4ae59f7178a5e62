import { codePattern } from './code-digits.ts';
import type { NamedCode } from './code-name-index.ts';
import type { CodeEvidence, Evidence, StatusEvidence, TextEvidence } from './evidence.ts';
import { readText } from './free-text.ts';
import type { Found } from './ledger.ts';
import { LooseText } from './loose-text.ts';
import type { Reading } from './reading.ts';
import type { Doubt, Place, Reason, Source } from './report.ts';
import type { SetWords } from './set-words.ts';
import { squash } from './spelling.ts';

/**
 * Judges a complete record: did the message fail, with which codes, and what is odd about it.
 * Returns whether the record told of a message at all; if it did, the text around it adds nothing.
 */
export function judge(evidence: Evidence, reading: Reading, around: Surroundings = nothingAround): boolean {
  const statuses = evidence.statuses.length > 0 ? evidence.statuses : around.statuses;
  const providers = evidence.providers.size > 0 ? evidence.providers : around.providers;
  const isStranger = evidence.isStranger || around.isStranger;
  const inner = { statuses, providers, isStranger };

  let told = false;
  for (const element of evidence.pending) {
    told = judge(element, reading, inner) || told;
    for (const code of element.judged) evidence.judged.add(code);
  }
  if (told && evidence.codes.length === 0) {
    evidence.hasJudged = true;
    return true;
  }

  const outcome = outcomeFrom(statuses, providers, reading);
  if (isStranger && !statuses.some((status) => status.isDistinct)) {
    evidence.hasJudged ||= evidence.codes.length > 0 || outcome.value !== 'unclear';
    return evidence.hasJudged;
  }
  if (evidence.foreignTo !== undefined) return judgeForeign(evidence, evidence.foreignTo, reading);

  const codes = settleCodes(evidence, outcome, providers, statuses, reading);
  if (outcome.value === 'fine') {
    warnOfCodeOnSuccess(evidence, codes, reading);
    if (!evidence.hasJudged) emit(evidence, 'fine', [], reading);
    evidence.hasJudged = true;
    return true;
  }

  let found = codes;
  if (found.length === 0 && !evidence.hasJudged)
    found =
      codeBesideReason(evidence, outcome, providers, reading) ??
      codesFromWording(evidence, outcome, providers, statuses, reading);
  const fresh = found.filter((code) => !evidence.judged.has(`${code.set}:${code.code}`));
  if (found.length > 0) {
    if (fresh.length > 0) {
      warnOfCodes(fresh, evidence, outcome, reading);
      emit(evidence, outcome.value, fresh, reading);
    }
    for (const code of fresh) evidence.judged.add(`${code.set}:${code.code}`);
    evidence.hasJudged = true;
    return true;
  }
  if (evidence.hasJudged) return true;

  suggestFrom(evidence, reading);
  if (outcome.value === 'failed' && outcome.place) {
    warnOfMissingCode(evidence, outcome.place, reading);
    emit(evidence, 'failed', [], reading);
    evidence.hasJudged = true;
    readTexts(evidence, reading, true);
    return true;
  }
  readTexts(evidence, reading, false);
  return false;
}

/** What the containers around a record say of it. */
export interface Surroundings {
  readonly statuses: readonly StatusEvidence[];
  readonly providers: ReadonlySet<string>;
  readonly isStranger: boolean;
}

const nothingAround: Surroundings = { statuses: [], providers: new Set(), isStranger: false };

interface Outcome {
  readonly value: 'failed' | 'fine' | 'unclear';
  readonly isContested: boolean;
  readonly place?: Place;
}

/** The status that is most surely about the message: the vendor's own words first, then the nearest. */
function outcomeFrom(statuses: readonly StatusEvidence[], providers: ReadonlySet<string>, reading: Reading): Outcome {
  const distinct = statuses.filter(
    (status) => status.isDistinct && status.sets.some((set) => isAllowed(reading.vocabulary.set(set), providers)),
  );
  const relevant = distinct.length > 0 ? distinct : statuses;
  const nearest = Math.min(...relevant.map((status) => status.distance));
  const decisive = relevant.filter((status) => status.distance === nearest);
  const failed = decisive.find((status) => status.outcome === 'failed');
  const fine = decisive.find((status) => status.outcome === 'fine');
  // A message that failed in the end was sent before, so that the failure wins.
  if (failed) return { value: 'failed', isContested: fine !== undefined, place: failed.place() };
  return fine ? { value: 'fine', isContested: false, place: fine.place() } : { value: 'unclear', isContested: false };
}

function isAllowed(set: SetWords | undefined, providers: ReadonlySet<string>): boolean {
  return set !== undefined && (providers.size !== 1 || providers.has(set.data.provider));
}

/** Fields of a set outrank fields that everybody calls `code`, and these outrank words. */
function settleCodes(
  evidence: Evidence,
  outcome: Outcome,
  providers: ReadonlySet<string>,
  statuses: readonly StatusEvidence[],
  reading: Reading,
): Found[] {
  const settled: (Found & { rank: number })[] = [];
  const failed = outcome.value === 'failed';
  for (const code of evidence.codes) {
    const home = homeOf(code, failed, providers, statuses, reading);
    if (!home) {
      reportOther(code, outcome, reading);
      continue;
    }
    const { set } = home;
    const entry: Found & { rank: number } = {
      set: set.id,
      code: home.code,
      reason: home.reason,
      place: code.place,
      inferred: false,
      doubt: home.doubt ?? doubtOf(outcome),
      sources: sourcesOf(evidence, set, reading),
      rank:
        code.own.includes(set.id) || (code.own.length > 0 && code.value.kind === 'number')
          ? 0
          : code.value.kind === 'number'
            ? 1
            : 2,
    };
    if (!settled.some((other) => other.set === entry.set && other.code === entry.code)) settled.push(entry);
  }
  const best = Math.min(...settled.map((code) => code.rank));
  return settled.filter((code) => code.rank === best).map(({ rank: _, ...found }) => found);
}

interface Home {
  readonly set: SetWords;
  readonly code: string;
  readonly reason: Reason;
  readonly doubt?: Doubt;
}

/** The set that a code belongs to, or undefined if it is none of ours. */
function homeOf(
  code: CodeEvidence,
  failed: boolean,
  providers: ReadonlySet<string>,
  statuses: readonly StatusEvidence[],
  reading: Reading,
): Home | undefined {
  if (code.isElsewhere) return undefined;
  const { vocabulary } = reading;
  const reason: Reason = { kind: code.isColumn ? 'column' : 'field', field: code.field };
  const own = code.own
    .map((id) => vocabulary.set(id))
    .filter((set) => set !== undefined)
    .filter((set) => isAllowed(set, providers));
  const says = (set: SetWords) =>
    statuses.some((status) => status.isDistinct && status.outcome === 'failed' && status.sets.includes(set.id));

  if (code.value.kind === 'word') {
    const { word, names } = code.value;
    for (const set of own) {
      if (!set.hasShape(word)) continue;
      const isEveryday = set.everyday.has(squash(word));
      if (set.lists(word) ? !isEveryday || failed : says(set) && names.length === 0)
        return { set, code: set.canonical(word), reason };
    }
    const named = names.filter((name) => isAllowed(vocabulary.set(name.set), providers));
    const best =
      named.find((name) => own.some((set) => set.data.provider === vocabulary.set(name.set)?.data.provider)) ??
      named[0];
    const set = best && vocabulary.set(best.set);
    return set && best
      ? { set, code: best.code, reason: { kind: 'name', name: best.name, field: code.field } }
      : undefined;
  }

  const { number } = code.value;
  const fitting = vocabulary.byDigits(number).filter((set) => isAllowed(set, providers));
  for (const set of own) {
    if (!set.hasShape(number)) continue;
    // In the code field of a failed message every code of the right width is reported, lest the message vanish.
    if (failed || set.lists(number) || set.familiesOf(number).length > 0) {
      const other = fitting.find((candidate) => candidate !== set);
      return { set, code: number, reason, ...(other && { doubt: otherSet(other, number) }) };
    }
  }
  // tolerate: an older code in a newer field of the same provider — {"error":{"code":15019}}
  const sibling = fitting.find(
    (set) => set.lists(number) && own.some((one) => one.data.provider === set.data.provider),
  );
  if (sibling) return { set: sibling, code: number, reason };
  // A field that names its provider outranks the digits.
  if (own.some(says)) return undefined;
  // Digits alone say little where the input speaks of other vendors.
  if (reading.hasStranger && providers.size === 0) return undefined;
  const set = fitting[0];
  const other = fitting[1];
  return set && { set, code: number, reason, ...(other && { doubt: otherSet(other, number) }) };
}

function otherSet(set: SetWords, code: string): Doubt {
  return { kind: 'other-set', set: set.id, code, known: set.lists(code) };
}

function doubtOf(outcome: Outcome): Doubt | undefined {
  if (outcome.value === 'unclear') return { kind: 'no-status' };
  return outcome.isContested ? { kind: 'both-statuses' } : undefined;
}

/** A number in a code field that is none of ours: another numbering, an HTTP status, or unknown. */
function reportOther(code: CodeEvidence, outcome: Outcome, reading: Reading): void {
  if (code.value.kind !== 'number') return;
  const { number } = code.value;
  const near = code.own[0];
  const namesake = reading.vocabulary.namesakesOf(number)[0];
  const isHttp = /^[1-5]\d\d$/.test(number);
  if (isHttp && code.own.length > 0) reading.ledger.warn('http-status', code.place, [number]);
  if (outcome.value === 'fine') return;
  if (namesake) reading.ledger.addNamesake(number, namesake.near, namesake.index, code.place);
  else if (code.isElsewhere && near) reading.ledger.addNamesake(number, near, undefined, code.place);
  else reading.ledger.addUnknown(number, code.place);
}

function judgeForeign(evidence: Evidence, near: string, reading: Reading): boolean {
  for (const code of evidence.codes) {
    if (code.value.kind !== 'number') continue;
    const namesake = reading.vocabulary.namesakesOf(code.value.number).find((found) => found.near === near);
    reading.ledger.addNamesake(code.value.number, near, namesake?.index, code.place);
  }
  warnOfNoError(evidence, reading);
  evidence.hasJudged = true;
  return true;
}

function sourcesOf(evidence: Evidence, set: SetWords, reading: Reading): Source[] {
  const name = evidence.sourceNames.find((source) => source.set === set.id)?.name;
  const stated = evidence.sourceCodes.filter((source) => source.set === set.id);
  if (stated.length === 0) return name ? [source(name, undefined, [], set, reading)] : [];
  const distinct = stated.filter((one, at) => stated.findIndex((other) => other.code === one.code) === at);
  return distinct.map(({ code, explains }) => source(name, code, explains, set, reading));
}

function source(
  name: string | undefined,
  code: string | undefined,
  explains: readonly string[],
  set: SetWords,
  reading: Reading,
): Source {
  const carried = reading.vocabulary.sets.filter((other) => other.data.carriedBy?.set === set.id);
  const byName =
    name === undefined ? undefined : carried.find((other) => squash(other.data.carriedBy!.name) === squash(name));
  // Without a name the field tells, if it belongs to one set only.
  const byField = name === undefined && explains.length === 1 ? explains[0] : undefined;
  const explaining = byName?.id ?? byField;
  return { ...(explaining && { set: explaining }), ...(name && { name }), ...(code && { code }), count: 1 };
}

/** tolerate: a failed record whose only code stands beside its reason — Reason: Carrier Rejected as SPAM (4770), 4770 - spam */
function codeBesideReason(
  evidence: Evidence,
  outcome: Outcome,
  providers: ReadonlySet<string>,
  reading: Reading,
): Found[] | undefined {
  if (outcome.value !== 'failed') return undefined;
  for (const text of evidence.reasons) {
    const [, before, behind] = codeAtEdge(reading.vocabulary.digits).exec(text.text) ?? [];
    const code = before ?? behind ?? '';
    const set = reading.vocabulary.byDigits(code).find((one) => one.lists(code) && isAllowed(one, providers));
    if (set)
      return [
        {
          set: set.id,
          code,
          reason: { kind: 'field', field: text.field },
          place: text.place(),
          inferred: false,
          sources: [],
        },
      ];
  }
  return undefined;
}

const codeAtEdge = codePattern(/^(CODE)(?=\s?[-–:]\s|$)|\((CODE)\)\s*$/);

/** The wording of a failed record without a code, where it is that of a name. */
function codesFromWording(
  evidence: Evidence,
  outcome: Outcome,
  providers: ReadonlySet<string>,
  statuses: readonly StatusEvidence[],
  reading: Reading,
): Found[] {
  for (const set of reading.vocabulary.mainSets) {
    if (!isAllowed(set, providers)) continue;
    const isOurs =
      providers.has(set.data.provider) ||
      statuses.some((status) => status.sets.includes(set.id)) ||
      outcome.value === 'unclear';
    if (!isOurs) continue;
    for (const text of evidence.reasons) {
      // Of a number and a name in one sentence the number is the code.
      const numbers = text.text.match(wholeCodes(reading.vocabulary.digits)) ?? [];
      if (!text.sets.includes(set.id) || numbers.some((number) => reading.vocabulary.isListed(number))) continue;
      const name = nameInWording(text, set, reading);
      if (!name) continue;
      return [
        {
          set: set.id,
          code: name.code,
          reason: { kind: 'wording', name: name.name, field: text.field },
          place: text.place(),
          inferred: true,
          doubt: { kind: 'wording' },
          sources: sourcesInWording(text, evidence, set, reading),
        },
      ];
    }
  }
  return [];
}

const wholeCodes = codePattern(/(?<!\d)CODE(?!\d)/g);

/** The platform's code, where only the sentence has it: details: …; reason: …; code: 1 */
function sourcesInWording(text: TextEvidence, evidence: Evidence, set: SetWords, reading: Reading): Source[] {
  const stated = sourcesOf(evidence, set, reading);
  const code = /[;,]\s*code:\s*(\d{1,7})\s*$/i.exec(text.text)?.[1];
  if (code === undefined || set.data.recognise.sourceCode.length === 0 || stated.some((source) => source.code))
    return stated;
  return [source(stated[0]?.name, code, [], set, reading)];
}

function nameInWording(text: TextEvidence, set: SetWords, reading: Reading): NamedCode | undefined {
  const isOfSet = (name: NamedCode) => name.set === set.id && !name.isHint;
  for (const piece of text.text.slice(0, 1000).split(/[;:,|()[\]\n]+/)) {
    const named = reading.vocabulary.byName(piece).find(isOfSet);
    if (named) return named;
  }
  const pattern = reading.vocabulary.namePattern();
  if (!pattern) return undefined;
  for (const match of text.text.slice(0, 1000).matchAll(pattern)) {
    const named = reading.vocabulary.byName(match[0]).find(isOfSet);
    if (named && !set.everyday.has(squash(match[0]))) return named;
  }
  return undefined;
}

function suggestFrom(evidence: Evidence, reading: Reading): void {
  for (const text of evidence.suggests) {
    const hints = reading.vocabulary.byName(text.text).filter((name) => name.isHint && text.sets.includes(name.set));
    const first = hints[0];
    if (first)
      reading.ledger.suggest(
        first.set,
        first.name,
        hints.filter((hint) => hint.set === first.set).map((hint) => hint.code),
        text.place(),
      );
  }
}

function readTexts(evidence: Evidence, reading: Reading, isFailed: boolean): void {
  for (const text of evidence.texts) readText(text, reading, { isFailed, isMessage: true });
  // What vendors write beside their codes names none of them; in a log the same field is the line itself.
  const { sourceCodes, sourceNames, statuses } = evidence;
  const saysMore = sourceCodes.length + sourceNames.length === 0 && !statuses.some(({ isDistinct }) => isDistinct);
  for (const { text: textOf, isProse } of evidence.opaque) {
    const text = textOf();
    reading.open(text);
    if (isProse ? saysMore : evidence.recipient === undefined && isReport(text.text, reading)) {
      readText(LooseText.whole(text), reading, { isMessage: true, isFailed });
    }
  }
}

/** tolerate: exported chats, where people report failures — {"user": "U1", "text": "error 4770 from Bandwidth again"} */
function isReport(text: string, reading: Reading): boolean {
  return /error|fail|code/i.test(text) && reading.vocabulary.namesProvider(text);
}

function warnOfCodes(found: readonly Found[], evidence: Evidence, outcome: Outcome, reading: Reading): void {
  const first = found[0]!;
  const sameSet = found.filter((code) => code.set === first.set);
  if (sameSet.length > 1)
    reading.ledger.warn(
      'codes-disagree',
      first.place,
      sameSet.map((code) => code.code),
    );
  for (const code of found) {
    if (reading.vocabulary.set(code.set)?.ambiguous.has(code.code))
      reading.ledger.warn('ambiguous-receipt', code.place, [code.code]);
  }
  if (outcome.value === 'failed') warnOfNoError(evidence, reading);
}

function warnOfNoError(evidence: Evidence, reading: Reading): void {
  const text = [...evidence.suggests, ...evidence.reasons].find(({ text }) => /^\W*no[\s_-]?errors?\W*$/i.test(text));
  if (text) reading.ledger.warn('no-error-on-failure', text.place(), [text.text.slice(0, 80)]);
}

function warnOfCodeOnSuccess(evidence: Evidence, codes: readonly Found[], reading: Reading): void {
  const first = codes[0];
  if (first && !evidence.hasJudged)
    reading.ledger.warn(
      'code-on-success',
      first.place,
      codes.map((code) => code.code),
    );
}

function warnOfMissingCode(evidence: Evidence, place: Place, reading: Reading): void {
  const set = reading.vocabulary.set(evidence.sourceCodes[0]?.set ?? evidence.sourceNames[0]?.set ?? '');
  reading.ledger.warn('failed-without-code', place, [], set ? sourcesOf(evidence, set, reading) : []);
  warnOfNoError(evidence, reading);
}

function emit(
  evidence: Evidence,
  outcome: 'failed' | 'fine' | 'unclear',
  codes: readonly Found[],
  reading: Reading,
): void {
  reading.ledger.seeOther();
  reading.ledger.addEvent(
    {
      outcome,
      codes: codes.map(({ set, code, inferred }) => ({
        set,
        code,
        known: reading.vocabulary.set(set)?.lists(code) ?? false,
        inferred,
      })),
      sources: codes[0]?.sources ?? [],
      ...(evidence.recipient !== undefined && { recipient: evidence.recipient }),
      ...(evidence.messageId !== undefined && { messageId: evidence.messageId }),
      ...(evidence.time !== undefined && { time: evidence.time }),
      start: evidence.start,
      end: evidence.end,
      line: evidence.line,
    },
    codes,
    evidence.weight,
  );
}
