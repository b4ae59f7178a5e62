import { codePattern } from './code-digits.ts';
import { Evidence, maxPending, plainCode, push } from './evidence.ts';
import { isWordsOfPeople, noteField, noteVendors, noteWordsBeside } from './fields.ts';
import { judge } from './judge.ts';
import { isOpenable, openLayers, unescaped } from './layers.ts';
import { LooseText } from './loose-text.ts';
import { MappedText } from './mapped-text.ts';
import { isTally, type Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import { evidenceAt, RecordLines } from './record-lines.ts';
import type { Place } from './report.ts';
import type { FrameKind, Key, Scalar, ScannedLine, ScanSink } from './scan-sink.ts';
import {
  comparedWithCode,
  typeBefore,
  isListOfCodes,
  isCallWithCode,
  isErrorConstant,
  numberIn,
} from './source-code.ts';
import { squash } from './spelling.ts';
import { beginsStatement } from './statements.ts';
import { readStructure } from './text-reader.ts';
import type { Scope } from './vocabulary.ts';

/**
 * Gathers the fields of a text into records and has them judged.
 *
 * A record is what tells of one message: an object, a row of a log, a block of lines. A container that has
 * both a code and a status is one; a container that has only a half waits for the one around it; elements of
 * a list are records of their own. Words outside of fields are read as free text, unless the record they
 * stand beside has already told of its message.
 */
export class Records implements ScanSink {
  readonly #reading: Reading;
  readonly #depth: number;
  readonly #isInput: boolean;
  readonly #outer: readonly string[];
  readonly #frames: Frame[];
  #source: MappedText;

  /** Where the field or the container ends that was read last. */
  #fieldEnd = 0;
  readonly #lines: RecordLines;
  /** A key that may be a code. */
  readonly #codeKey: RegExp;

  constructor(source: MappedText, reading: Reading, options: { depth?: number; outer?: readonly string[] } = {}) {
    this.#reading = reading;
    this.#depth = options.depth ?? 0;
    this.#isInput = this.#depth === 0;
    this.#outer = options.outer ?? [];
    this.#source = source;
    this.#lines = new RecordLines(source, reading, this.#isInput);
    this.#codeKey = wholeCode(reading.vocabulary.digits);
    this.#frames = [
      {
        kind: 'root',
        name: undefined,
        parent: undefined,
        scope: this.#outer.reduce((scope, name) => scope.inside(name), reading.vocabulary.root),
        evidence: this.#newEvidence(0),
        at: 0,
        elements: 0,
        fields: 0,
        items: 0,
        columns: undefined,
        index: -1,
      },
    ];
  }

  /** The text that the following offsets refer to. */
  enter(source: MappedText): void {
    this.#source = source;
    this.#fieldEnd = 0;
    this.#lines.source = source;
  }

  // What the scanner reports

  open(kind: FrameKind, key: Key | undefined, at: number): void {
    const parent = this.#top;
    const name = key?.name;
    if (key) {
      parent.fields++;
      this.#beginField(parent, key);
    }
    if (key && this.#codeKey.test(key.name)) this.#noteCodeKey(parent, key, '');
    const evidence = this.#newEvidence(at);
    if (name !== undefined) noteVendors(evidence, name, this.#reading);
    this.#frames.push({
      kind,
      name,
      parent,
      scope: name === undefined ? parent.scope : parent.scope.inside(name),
      evidence,
      at,
      elements: 0,
      fields: 0,
      items: 0,
      columns: columnsOfRow(kind, name, parent),
      index: name === undefined && (parent.kind === '[' || parent.kind === 'indent') ? parent.elements++ : -1,
    });
  }

  close(at: number): void {
    if (this.#frames.length < 2) return;
    this.#fieldEnd = at;
    const frame = this.#frames.pop()!;
    const parent = this.#top;
    const isRow = frame.columns !== undefined;
    // With more values than columns, or fewer, nobody knows which is which.
    if (frame.columns && frame.columns.length !== frame.elements) frame.evidence = this.#newEvidence(frame.at);
    if (frame.heads && frame.name !== undefined) parent.heads = frame.heads;
    const { evidence } = frame;
    evidence.end = Math.max(evidence.end, this.#source.end(at));
    this.#readCodeKeys(frame);
    const isMetric = frame.kind === '{' && frame.name !== undefined && parent.kind === 'root';
    // tolerate: metrics — sms_failures_total{code="4770"} 118
    const metric = isMetric ? metricValue.exec(this.#source.text.slice(at, at + 40))?.[1] : undefined;
    evidence.count ??= countOf(metric ?? '');
    if (evidence.count !== undefined && frame.pairValue === undefined) this.#readBucket(frame);
    evidence.weigh();

    // tolerate: pairs of name and value — {"name": "errorCode", "value": "4770"}
    if (frame.pairName !== undefined && frame.pairValue !== undefined)
      this.#note(parent, frame.pairName, frame.pairValue, true, parent.evidence);

    const [name, value] = frame.loose ?? [];
    if (frame.loose?.length === 2 && name?.quoted && value) {
      const key = name.source.text.slice(name.start, Math.min(name.end, name.start + 80));
      this.#note(parent, key, value, true, parent.evidence);
      if (parent.scope.field(key).isCode || parent.scope.field(key).isOutcome) this.#lines.hasRecord = true;
    }

    const isElement =
      isRow || metric !== undefined || (frame.name === undefined && frame.kind !== '(' && frame.kind !== '[');
    const hasCode = evidence.codes.length > 0 || evidence.pending.length > 0;
    if (isElement && hasCode && parent.kind === 'root') this.#noteTextBefore(frame.at, evidence);
    if (evidence.statuses.length > 0 && (hasCode || isElement)) this.#settle(evidence, parent);
    else if (isElement && hasCode && parent.evidence.pending.length < maxPending)
      parent.evidence.pending.push(evidence);
    else if (isElement && hasCode) this.#settle(evidence, parent);
    else parent.evidence.absorb(evidence);
    if (isElement && parent.kind === 'root' && (hasCode || evidence.hasJudged)) this.#lines.hasRecord = true;
  }

  field(key: Key, value: Scalar): void {
    const frame = this.#top;
    frame.fields++;
    this.#beginField(frame, key);
    if (key.name === 'name' && frame.parent) noteHead(frame.parent, value);
    if (frame.kind === 'root') this.#lines.fields.push(squash(key.name));
    this.#readField(frame, key, value);
    this.#fieldEnd = value.end;
  }

  item(key: Key, value: Scalar): void {
    const frame = this.#top;
    const parent = this.#frames[this.#frames.length - 2] ?? frame;
    // The elements of a pair are no codes for being under one: 4770: ("spam", 0.9)
    if (this.#codeKey.test(key.name) || key.name === '_') return;
    noteHead(frame, value);
    const { digits, exceptionName } = this.#reading.vocabulary;
    if (frame.kind === '(' && (frame.items++ === 0 || exceptionName.test(key.name))) this.#readCall(frame, key, value);
    // tolerate: conditions — error_code: { $in: [4720, 4770] }
    if (condition.test(key.name) && parent.name !== undefined && parent.parent) {
      this.#note(parent.parent, parent.name, value, true, frame.evidence);
      return;
    }
    const meaning = parent.scope.field(key.name);
    if ((frame.kind === '[' || frame.kind === 'item') && isListOfCodes(key.name)) {
      const number = numberIn(value, digits);
      if (number !== undefined) this.#noteListed(parent, number, key.name, value);
    }
    if ((frame.kind === '[' || frame.kind === '{' || frame.kind === 'item') && meaning.isCode) {
      // Several codes in a list are several failures.
      const evidence = this.#newEvidence(value.start);
      this.#note(parent, key.name, value, true, evidence);
      for (const one of evidence.codes.length > 0 ? [evidence] : evidence.pending)
        if (parent.evidence.pending.length < maxPending) parent.evidence.pending.push(one);
      return;
    }
    this.#note(parent, key.name, value, true, frame.evidence);
  }

  element(value: Scalar): void {
    const frame = this.#top;
    const column = frame.columns?.[frame.elements];
    if (frame.columns) frame.elements++;
    if (column !== undefined) this.#note(frame, column, value, true, frame.evidence);
    if (frame.columns || (frame.kind !== '(' && frame.kind !== '[')) return;
    const number = frame.kind === '(' ? numberIn(value, this.#reading.vocabulary.digits) : undefined;
    if (
      number !== undefined &&
      comparedWithCode.test(value.source.text.slice(Math.max(0, value.start - 60), value.start))
    )
      this.#noteListed(frame, number, 'code', value);
    // tolerate: pairs in brackets — [('type', 'message-failed'), ('errorCode', 4770)]
    frame.loose ??= [];
    if (frame.loose.length < 3) frame.loose.push(value);
  }

  bare(value: Scalar): boolean {
    const length = value.end - value.start;
    // What stands in a cell was read with its column.
    if (this.#top.columns) return true;
    if (length < 16) return false;
    const text = unescaped(value);
    if (!value.quoted && !/^[A-Za-z0-9+/_=.-]+$|%(?:7B|22|5B|25|3D)/i.test(text.text)) return false;
    const inner = openLayers(text);
    const isOpened = inner !== undefined && this.#readInner(inner, this.#top.evidence, [], true);
    // What told by itself is no value of a name before it: ["1785", "status=failed code=4770"]
    if (isOpened) this.#top.loose = [];
    return isOpened;
  }

  line(line: ScannedLine): void {
    this.#reading.steps += line.loose.length;
    const text = line.loose.length > 0 ? new LooseText(this.#source, line.loose) : undefined;
    if (text && this.#isInput && this.#reading.vocabulary.strangers?.test(text.text.slice(0, 2000)))
      this.#reading.hasStranger = true;
    if (line.inContainer) {
      if (text) this.#lines.addBefore(text);
      return;
    }
    const root = this.#frames[0]!;
    const { evidence } = root;
    root.evidence = this.#newEvidence(line.end);
    this.#lines.add(line, text, evidence);
  }

  /** Something that is no line of this text comes between: what was gathered is judged. */
  interrupt(): void {
    this.#lines.settleBlock();
  }

  /** Ends the text. What could not be judged is returned to whoever knows more, or judged as it stands. */
  finish(): Evidence | undefined {
    while (this.#frames.length > 1) this.close(this.#source.text.length);
    return this.#lines.finish(this.#top.evidence);
  }

  #settle(evidence: Evidence, parent: Frame): void {
    const told = judge(evidence, this.#reading);
    parent.evidence.hasJudged ||= told;
    for (const code of evidence.judged) if (parent.evidence.judged.size < maxPending) parent.evidence.judged.add(code);
  }

  // Fields

  /** A code behind a joint is that of another message: what was gathered on the line is a record. */
  #beginField(frame: Frame, { name, start }: Key): void {
    const { kind, evidence, scope } = frame;
    if (kind !== 'root' || evidence.codes.length === 0 || !scope.field(name).isCode) return;
    if (!beginsStatement(this.#source.text.slice(this.#fieldEnd, start))) return;
    frame.evidence = this.#newEvidence(start);
    this.#settle(evidence, frame);
    this.#lines.hasRecord = true;
  }

  #readField(frame: Frame, key: Key, value: Scalar): void {
    const meaning = frame.scope.field(key.name);
    if (meaning.pair === 'name') {
      frame.pairName = value.source.text.slice(value.start, Math.min(value.end, value.start + 80));
      frame.pairAt = value.start;
    }
    if (meaning.pair === 'value') frame.pairValue = value;
    if (this.#codeKey.test(key.name)) {
      this.#noteCodeKey(frame, key, value.source.text.slice(value.start, Math.min(value.end, value.start + 200)));
      return;
    }
    if (meaning.isCode && meaning.isCount) {
      const text = value.source.text.slice(value.start, Math.min(value.end, value.start + 8));
      frame.evidence.count ??= countOf(text);
      if (isTally(meaning, text)) return;
    }
    if (!meaning.isCode) this.#readConstant(frame, key, value);
    // tolerate: property lists — <key>errorCode</key><integer>4770</integer>
    if (frame.kind === 'tag' && frame.pairName !== undefined && propertyTypes.test(key.name)) {
      const name = frame.pairName;
      delete frame.pairName;
      this.#note(frame, name, value, true, frame.evidence);
      return;
    }
    // tolerate: values wrapped in their type — {"errorCode": {"N": "4770"}}, {"error_code": {"int": 4770}}
    const isDefault = key.name === '_' && /^\s*=>/.test(value.source.text.slice(key.end, key.end + 20));
    if (meaning.isWrapper && !isDefault && frame.name !== undefined && this.#frames.length > 1) {
      const parent = this.#frames[this.#frames.indexOf(frame) - 1]!;
      if (parent.scope.field(frame.name).pair === 'value') parent.pairValue = value;
      this.#note(parent, frame.name, value, true, frame.evidence);
      return;
    }
    const isSure = key.strong || key.atBoundary || /[a-z][A-Z]|[_-]/.test(key.name);
    this.#note(frame, key.name, value, isSure, frame.evidence, !key.strong);
  }

  /** Keeps a key that may be a code until its container ends and shows what kind of keys it has. */
  #noteCodeKey(frame: Frame, key: Key, text: string): void {
    if (!key.strong) return;
    if (this.#reading.vocabulary.byDigits(key.name).length === 0) {
      frame.otherKeys = (frame.otherKeys ?? 0) + 1;
      return;
    }
    frame.codeKeys ??= [];
    if (frame.codeKeys.length >= maxPending) return;
    const path = this.#fullPath(frame, key.name);
    const place = this.#reading.placeOf(this.#source, key.start, key.start + key.name.length, path);
    frame.codeKeys.push({ number: key.name, text, place, start: key.start });
  }

  /**
   * tolerate: maps from codes to names or counts — {"4770": "destination-spam-detected"}, {"byCode": {"4770": 12}}
   * A map without any such word is one of codes if it has nothing but listed codes for keys, and two or more. Codes of
   * others may stand among them, where each has words: {"30003": "unreachable", "4750": "rejected", "4770": "spam"}
   */
  #readCodeKeys(frame: Frame): void {
    const keys = frame.codeKeys;
    if (!keys) return;
    const { vocabulary } = this.#reading;
    const { name } = frame;
    const isCalledSo = name !== undefined && (/code|error|failure/i.test(name) || vocabulary.namesProvider(name));
    const { otherKeys = 0 } = frame;
    const isAll =
      keys.length > 1 &&
      keys.length + otherKeys === frame.fields &&
      keys.every(({ number, text }) => vocabulary.isListed(number) && (otherKeys === 0 || /\p{L}/u.test(text)));
    for (const { number, text, place, start } of keys) {
      const isNamed = vocabulary.byDigits(number)[0]!.isNamedIn(number, text);
      if (!isNamed && !isAll && !(isCalledSo && /^\s*\d{0,9}\s*$|\p{L}/u.test(text))) continue;
      if (frame.evidence.pending.length >= maxPending) return;
      const evidence = this.#evidenceOf(number, frame.name ?? '', place, start);
      if (!isNamed && /^\s*[1-9]\d{0,8}\s*$/.test(text)) evidence.weight = Number(text);
      frame.evidence.pending.push(evidence);
    }
  }

  /** tolerate: what a search answers with — "error_codes": {"buckets": [{"key": 4720, "doc_count": 31}]} */
  #readBucket(frame: Frame): void {
    const { pairName: number = '', pairAt: at = 0 } = frame;
    let owner = frame.parent;
    while (owner && !/code|error|failure/i.test(owner.name ?? '')) owner = owner.parent;
    if (!owner || !this.#reading.vocabulary.isListed(number)) return;
    const place = this.#reading.placeOf(this.#source, at, at + number.length, this.#fullPath(frame, 'key'));
    push(frame.evidence.codes, this.#evidenceOf(number, 'key', place, at).codes[0]!);
  }

  #readCall(frame: Frame, key: Key, value: Scalar): void {
    const { digits, exceptionName } = this.#reading.vocabulary;
    const number = numberIn(value, digits);
    if (number !== undefined && isCallWithCode(frame.parent?.name, key.name, value, exceptionName))
      this.#noteListed(frame, number, key.name, value);
  }

  /** tolerate: the commonest code with its share — top=15005(61%), worst: 4770 (x12) */
  #readShare(frame: Frame, name: string, value: Scalar): void {
    const { start, end } = value;
    const { digits } = this.#reading.vocabulary;
    if (end - start < digits.shortest || end - start > 24 || value.quoted) return;
    const match = codeWithShare(digits).exec(value.source.text.slice(start, end + 12));
    const number = match?.[1];
    const set = number === undefined ? undefined : this.#reading.vocabulary.byDigits(number)[0];
    if (number === undefined || !set?.lists(number)) return;
    // A mention: the line goes on with the next ones.
    const place = this.#reading.placeOf(value.source, start, start + number.length, this.#fullPath(frame, name));
    this.#reading.ledger.addMention({ set: set.id, code: number, reason: { kind: 'alone' }, place });
  }

  /** A number of source code, which is a code where it is listed. */
  #noteListed(frame: Frame, number: string, name: string, value: Scalar): void {
    const { vocabulary } = this.#reading;
    if (!vocabulary.isListed(number) || vocabulary.strangers?.test(frame.name ?? name)) return;
    if (frame.evidence.pending.length >= maxPending) return;
    const place = this.#reading.placeOf(value.source, value.start, value.end, this.#fullPath(frame, name));
    frame.evidence.pending.push(this.#evidenceOf(number, name, place, value.start));
  }

  #evidenceOf(number: string, field: string, place: Place, start: number): Evidence {
    const evidence = this.#newEvidence(start);
    evidence.codes.push(plainCode(number, field, place));
    return evidence;
  }

  #readConstant(frame: Frame, key: Key, value: Scalar): void {
    const number = numberIn(value, this.#reading.vocabulary.digits);
    if (number === undefined || !/^\s*=\s*$/.test(value.source.text.slice(key.end, value.start))) return;
    const name = key.name.split(' ').at(-1)!;
    const type = frame.name ?? typeBefore(value.source.text, key.start);
    if (isErrorConstant(type, name)) this.#noteListed(frame, number, name, value);
  }

  /** `isSure`: surely a field and not a word in front of a colon. */
  #note(frame: Frame, name: string, value: Scalar, isSure: boolean, evidence: Evidence, isWeak = false): void {
    const meaning = frame.scope.field(name);
    if (!meaning.isCode) this.#readShare(frame, name, value);
    if (meaning.isCode && this.#noteList(frame, name, value, evidence)) return;
    const raw = value.source.text.slice(value.start, value.end);
    const isPlain = !value.form && !raw.includes('\\');
    let mapped: MappedText | undefined;
    const map = () => (mapped ??= unescaped(value));
    const text = isPlain ? raw : map().text;
    const placeOf = (at: number, length: number) =>
      isPlain
        ? this.#reading.placeOf(value.source, value.start + at, value.start + at + length)
        : this.#reading.placeOf(map(), at, at + length);
    if (meaning.isCount) evidence.count ??= countOf(text);
    if (!meaning.isSilent) {
      noteField(
        evidence,
        {
          meaning,
          name,
          text,
          isSure,
          isColumn: false,
          place: (at, length) => {
            // The line is known only now, the path is asked for only if something comes of it.
            const place = placeOf(at, length);
            return () => ({ ...place, path: this.#fullPath(frame, name) });
          },
        },
        this.#reading,
      );
    }
    // After a word and a colon only what is quoted and structured is a value: webhook body: "{…}"
    if (!isWeak || (value.quoted && /^\s{0,20}[[{]/.test(text.slice(0, 24))))
      this.#openValue(frame, name, meaning, text, map, evidence);
  }

  /** tolerate: several codes in one field — retry_error_codes=5600,5620, "errorCodes": "4720 4770" */
  #noteList(frame: Frame, name: string, value: Scalar, evidence: Evidence): boolean {
    const length = value.end - value.start;
    const { digits } = this.#reading.vocabulary;
    if (length < 2 * digits.shortest || length > 2000) return false;
    const text = value.source.text.slice(value.start, value.end);
    if (!codeList(digits).test(text) || this.#isOneNumber(text)) return false;
    for (const match of text.matchAll(/\d+/g)) {
      const start = value.start + match.index;
      const one = this.#newEvidence(start);
      this.#note(frame, name, { ...value, start, end: start + match[0].length }, true, one);
      if (one.codes.length > 0 && evidence.pending.length < maxPending) evidence.pending.push(one);
    }
    return true;
  }

  /** Groups of thousands are one number, unless each of them is a code: 477,000 */
  #isOneNumber(text: string): boolean {
    const { vocabulary } = this.#reading;
    const groups = thousands.test(text) ? text.split(/\D/) : [];
    const isCode = (group: string) => vocabulary.isListed(group);
    return !groups.every(isCode) && (groups.some(isCode) || vocabulary.byDigits(groups.join('')).length > 0);
  }

  #fullPath(frame: Frame, name: string): string {
    let path = name;
    for (let at: Frame | undefined = frame; at?.parent; at = at.parent) {
      if (at.name !== undefined && at.kind !== 'query') path = `${at.name}${path.startsWith('[') ? '' : '.'}${path}`;
      else if (at.index >= 0) path = `[${at.index}]${path.startsWith('[') ? '' : '.'}${path}`;
    }
    return this.#outer.length > 0 ? `${this.#outer.join('.')}${path.startsWith('[') ? '' : '.'}${path}` : path;
  }

  /** Opens a value that holds more fields. */
  #openValue(
    frame: Frame,
    name: string,
    meaning: Meaning,
    text: string,
    map: () => MappedText,
    evidence: Evidence,
  ): void {
    const isWords = isWordsOfPeople(meaning);
    const isOpaque = meaning.text === 'opaque' || isWords;
    if (text.length >= 16 && isOpaque) push(evidence.opaque, { text: map, isProse: isWords });
    if (text.length >= 16 && !isOpaque && isOpenable(text)) {
      const inner = openLayers(map());
      if (inner && this.#readInner(inner, evidence, [...this.#namesTo(frame), name], meaning.text === 'message'))
        return;
    }
    if (meaning.text === 'message' && !isWords && text.length >= 4) push(evidence.texts, LooseText.whole(map()));
  }

  #readInner(inner: MappedText, evidence: Evidence, outer: readonly string[], keepsWords: boolean): boolean {
    if (this.#depth >= maxDepth) return false;
    const left = readStructure(inner, this.#reading, { depth: this.#depth + 1, outer });
    if (!left) return true;
    if (!keepsWords) left.texts.length = 0;
    const had = !left.isEmpty;
    evidence.absorb(left);
    return had;
  }

  #namesTo(frame: Frame): string[] {
    return [
      ...this.#outer,
      ...this.#frames.slice(0, this.#frames.indexOf(frame) + 1).flatMap(({ name }) => name ?? []),
    ].slice(-6);
  }

  #noteTextBefore(at: number, evidence: Evidence): void {
    const before = this.#source.text.slice(Math.max(0, at - 200), at);
    noteWordsBeside(evidence, before.slice(before.lastIndexOf('\n') + 1), this.#reading);
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }

  #newEvidence(at: number): Evidence {
    return evidenceAt(at, this.#source, this.#reading);
  }
}

interface Frame {
  readonly kind: FrameKind;
  readonly name: string | undefined;
  readonly scope: Scope;
  evidence: Evidence;
  readonly at: number;
  readonly parent: Frame | undefined;
  /** Elements begun in it. */
  elements: number;
  /** Fields and named containers in it. */
  fields: number;
  /** Values in it that stand under its key. */
  items: number;
  /** Columns of the row that it is. */
  readonly columns: readonly string[] | undefined;
  /** Columns of rows in it. */
  heads?: string[];
  /** Its keys that may be codes. */
  codeKeys?: { readonly number: string; readonly text: string; readonly place: Place; readonly start: number }[];
  /** Its keys with as many digits that are nobody's codes. */
  otherKeys?: number;
  /** Its own place among the elements of a list; -1 outside of lists. */
  readonly index: number;
  pairName?: string;
  /** Where the name of the pair stands. */
  pairAt?: number;
  pairValue?: Scalar;
  /** Values in it that have no key, three at the most. */
  loose?: Scalar[];
}

/** tolerate: the answer to a query as lists — {"columns":["error_code","n"],"rows":[[4770,12]]}, {"fields":[{"name":"to"},…],"data":[…]} */
const headNames = /^(?:col(?:umn)?s|fields|headers?|column_?names|rowType)$/i;

/** Keeps the name of a column. */
function noteHead({ kind, name, parent }: Frame, { source, start, end }: Scalar): void {
  if (kind === '[' && parent?.kind === '{' && headNames.test(name ?? ''))
    push((parent.heads ??= []), source.text.slice(start, Math.min(end, start + 80)));
}

/** A list in a list with a name is a row where columns are named before. */
function columnsOfRow(kind: FrameKind, name: string | undefined, list: Frame): readonly string[] | undefined {
  if (kind !== '[' || name !== undefined || list.kind !== '[' || list.name === undefined) return undefined;
  let owner = list.parent;
  while (owner && !owner.heads) owner = owner.parent;
  return owner?.heads;
}

const metricValue = /^\s(\d{1,7})(?:\.0+)?(?:e0)?(?:\s\d{10,13})?\s*(?:\n|$)/;

function countOf(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) || undefined : undefined;
}

const condition = /^\$?(?:in|nin|eq|any)$/;
const wholeCode = codePattern(/^CODE$/);
const codeWithShare = codePattern(/^(CODE)\s?\((?:\d{1,3}(?:[.,]\d+)?\s?%|[x×]\s?\d+|\d+\s?[x×])\)/);
const codeList = codePattern(/^NUMBER(?:\s?[,;:| ]\s?NUMBER)+$/);
const thousands = /^\d{1,3}(?:[, ]\d{3})+$/;
const maxDepth = 8;
const propertyTypes = /^(?:string|integer|real|date|data)$/;
