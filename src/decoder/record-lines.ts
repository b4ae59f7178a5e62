import { Evidence, maxPending, push } from './evidence.ts';
import { noteWordsBeside } from './fields.ts';
import { readText } from './free-text.ts';
import { judge } from './judge.ts';
import { tellsOfDelivery } from './log-lines.ts';
import type { LooseText } from './loose-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Reading } from './reading.ts';
import type { ScannedLine } from './scan-sink.ts';

/**
 * Lines outside of any container. A line that tells of a message is a record; lines that stand under each other are one
 * together: a YAML document, a damaged object, headers. Words of lines that no record has told of are read as free text.
 */
export class RecordLines {
  source: MappedText;
  /** Names of the fields on the line at hand, squashed. */
  fields: string[] = [];
  /** An object on the line at hand is a record. */
  hasRecord = false;

  readonly #reading: Reading;
  readonly #isInput: boolean;
  /** What the lines under each other say. */
  #block: Evidence;
  #blockFields = new Set<string>();
  #lines: { text: LooseText; isPartOfBlock: boolean }[] = [];
  /** Text of lines that opened a container, until the container ends. */
  #before: LooseText[] = [];
  /** What was judged inside of a value is part of the record that holds the value. */
  readonly #inside: Evidence;

  constructor(source: MappedText, reading: Reading, isInput: boolean) {
    this.source = source;
    this.#reading = reading;
    this.#isInput = isInput;
    this.#block = evidenceAt(0, source, reading);
    this.#inside = evidenceAt(0, source, reading);
  }

  /** Text of a line that ends inside of a container. */
  addBefore(text: LooseText): void {
    if (this.#before.length < maxLines) this.#before.push(text);
  }

  add(line: ScannedLine, text: LooseText | undefined, evidence: Evidence): void {
    const { fields, hasRecord } = this;
    this.fields = [];
    this.hasRecord = false;
    const hasAny = evidence.codes.length > 0 || evidence.statuses.length > 0;
    evidence.weigh();
    if (text) noteDelivery(evidence, text.text);
    // tolerate: a receipt of SMPP in the record of its message — {"errorCode":4770,"receipt":"id:0142 … stat:UNDELIV err:720 …"}
    if (!this.#isInput && fields[0] === 'id' && fields.includes('dlvrd')) this.#block.absorb(evidence);
    else if ((hasRecord || (fields.length >= 2 && hasAny)) && !this.#completesBlock(evidence))
      this.#settleLine(line, text, evidence);
    else if (!evidence.isEmpty || !this.#isIdle || line.indented) this.#addToBlock(line, text, evidence, fields);
    else if (text) this.#readLine(text);
  }

  /** Judges what was gathered. */
  settleBlock(): void {
    if (this.#block.isEmpty && this.#lines.length === 0) return;
    const block = this.#block;
    const lines = this.#lines;
    this.#block = evidenceAt(this.source.text.length, this.source, this.#reading);
    this.#blockFields = new Set();
    this.#lines = [];
    if (block.codes.length > 0) for (const { text } of lines) noteWordsBeside(block, text.text, this.#reading);
    const told = judge(block, this.#reading);
    this.#remember(block);
    for (const { text, isPartOfBlock } of lines) if (!told || !isPartOfBlock) this.#readLine(text);
    if (told && this.#isInput) this.#reading.ledger.seeOther();
  }

  /** Ends the text with what stands outside of lines. What could not be judged is returned, or judged as it stands. */
  finish(evidence: Evidence): Evidence | undefined {
    this.#block.absorb(evidence);
    this.#block.absorb(this.#inside);
    this.#takeBefore();
    if (this.#isInput) {
      this.settleBlock();
      return undefined;
    }
    for (const { text } of this.#lines) push(this.#block.texts, text);
    return this.#block;
  }

  /** The other half of a record whose lines stand under each other. */
  #completesBlock(evidence: Evidence): boolean {
    const block = this.#block;
    return (
      !block.isEmpty &&
      block.codes.length > 0 !== block.statuses.length > 0 &&
      evidence.codes.length > 0 !== evidence.statuses.length > 0 &&
      block.codes.length > 0 !== evidence.codes.length > 0
    );
  }

  /** Nothing waits to be judged. */
  get #isIdle(): boolean {
    return this.#block.isEmpty && this.#before.length === 0 && this.#lines.length === 0;
  }

  #settleLine(line: ScannedLine, text: LooseText | undefined, evidence: Evidence): void {
    this.settleBlock();
    evidence.end = Math.max(evidence.end, this.source.end(line.end));
    if (text && evidence.codes.length > 0) noteWordsBeside(evidence, text.text, this.#reading);
    const told = judge(evidence, this.#reading);
    this.#remember(evidence);
    const texts = text ? [...this.#before, text] : this.#before;
    this.#before = [];
    if (!told) for (const one of texts) this.#readLine(one);
    else if (this.#isInput) {
      this.#reading.ledger.seeOther();
      // tolerate: the code only in the words of the line — status=failed to=+12025550142 with error 4720
      if (lacksCode(evidence))
        for (const one of texts) readText(one, this.#reading, { isMessage: true, isFailed: true });
    }
  }

  #addToBlock(line: ScannedLine, text: LooseText | undefined, evidence: Evidence, fields: readonly string[]): void {
    const isBlank = this.source.text.slice(line.start, line.end).trim() === '';
    const isWhole = this.#block.isEmpty || (this.#block.codes.length > 0 && this.#block.statuses.length > 0);
    if (isBlank && !line.indented && isWhole) this.settleBlock();
    if (evidence.codes.length + evidence.statuses.length > 0) {
      // A field that comes again begins the next record.
      if (fields.some((field) => this.#blockFields.has(field))) this.settleBlock();
      for (const field of fields) if (this.#blockFields.size < maxLines) this.#blockFields.add(field);
    }
    if (this.#block.isEmpty) this.#block.start = evidence.start;
    this.#block.absorb(evidence);
    this.#takeBefore();
    const isPartOfBlock = line.hasField || line.indented || /^\s+(?:- )?\S{1,40}\s*$/.test(text?.text ?? '');
    if (text) this.#lines.push({ text, isPartOfBlock });
    if (this.#lines.length > maxLines) this.settleBlock();
  }

  #takeBefore(): void {
    for (const text of this.#before) this.#lines.push({ text, isPartOfBlock: true });
    this.#before = [];
  }

  #remember(evidence: Evidence): void {
    if (this.#isInput) return;
    this.#inside.hasJudged ||= evidence.hasJudged;
    for (const code of evidence.judged) if (this.#inside.judged.size < maxPending) this.#inside.judged.add(code);
  }

  #readLine(text: LooseText): void {
    if (this.#isInput) readText(text, this.#reading, { isInput: true });
    else push(this.#block.texts, text);
  }
}

const maxLines = 200;

/** Empty evidence of what begins at `at`. */
export function evidenceAt(at: number, source: MappedText, reading: Reading): Evidence {
  const start = source.start(at);
  return new Evidence(start, reading.lineOf(start));
}

/** A message failed, and no field has a code or says that there is none. */
function lacksCode({ codes, judged, statuses, hasEmptyCode, isStranger, foreignTo }: Evidence): boolean {
  const isSilent = codes.length === 0 && judged.size === 0 && !hasEmptyCode && !isStranger && foreignTo === undefined;
  return isSilent && statuses.some(({ outcome }) => outcome === 'failed');
}

/** A log line says in words what became of the message: message delivered, id=4432 code=4770 */
function noteDelivery(evidence: Evidence, text: string): void {
  if (evidence.codes.length === 0 || evidence.statuses.length > 0 || !tellsOfDelivery(text)) return;
  const place = () => evidence.codes[0]!.place;
  evidence.statuses.push({ outcome: 'fine', sets: [], isDistinct: false, distance: 0, place });
}
