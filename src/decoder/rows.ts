import type { Column } from './columns.ts';
import { Evidence, push } from './evidence.ts';
import { noteField } from './fields.ts';
import { judge } from './judge.ts';
import { openLayers } from './layers.ts';
import { LooseText } from './loose-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Meaning } from './meaning.ts';
import { isNoCode } from './outcomes.ts';
import type { Reading } from './reading.ts';
import type { MessageEvent } from './report.ts';
import { cellsOf, type Cell } from './table-layout.ts';
import { readStructure } from './text-reader.ts';

/** Turns rows into records. */
export class Rows {
  readonly #columns: readonly Column[];
  readonly #source: MappedText;
  readonly #reading: Reading;
  readonly #hasCounts: boolean;
  /** Each row tells of a recipient and of no single message. */
  readonly #isByRecipient: boolean;
  /** Two columns of names and values. */
  readonly #isPairs: boolean;
  /** The record that the rows so far tell of. */
  #pairs: Evidence | undefined;
  /** Names met in the pairs so far: one that comes again begins the next record. */
  #names = new Set<string>();
  readonly #roles: Roles;

  constructor(columns: readonly Column[], source: MappedText, reading: Reading) {
    this.#columns = columns;
    this.#source = source;
    this.#reading = reading;
    this.#roles = rolesOf(columns);
    const { recipient, messageId, time, codes, statuses } = this.#roles;
    this.#hasCounts = (recipient ?? messageId ?? time) === undefined;
    this.#isByRecipient = (messageId ?? time) === undefined;
    // A heading that says what became of the messages stands over words for it, and is no name of a pair.
    const hasStatus = statuses.includes(1) || (statuses.length > 0 && !this.#hasCounts);
    this.#isPairs = columns.length === 2 && codes.length === 0 && !hasStatus;
  }

  add(cells: readonly Cell[], start: number, end: number): void {
    this.#row(
      cells.length,
      (index) => cells[index]!.text,
      (index) => cells[index]!,
      start,
      end,
    );
  }

  /** A row as the table parser gives it; where its cells stand is found out only if something is found in them. */
  addRaw(data: readonly string[], start: number, end: number, delimiter: string): void {
    if (this.#isPlainlyFine(data)) {
      this.#reading.ledger.seeOther();
      this.#reading.ledger.addFine(() => this.#fineEvent(data, start, end));
      return;
    }
    let bounds: Cell[] | undefined;
    this.#row(
      data.length,
      (index) => data[index]!,
      (index) =>
        (bounds ??= cellsOf(this.#source.text, start, end, delimiter, data))[index] ?? { text: '', start, end },
      start,
      end,
    );
  }

  finish(): void {
    if (this.#pairs) judge(this.#pairs, this.#reading);
  }

  /** Ends a record of pairs; the next one begins. */
  endRecord(): void {
    this.finish();
    this.#pairs = undefined;
    this.#names = new Set();
  }

  /** The commonest row by far: delivered, no code, and nothing in a cell that could hold a record of its own. */
  #isPlainlyFine(data: readonly string[]): boolean {
    if (this.#isPairs) return false;
    const { statuses, codes } = this.#roles;
    let isFine = false;
    for (const status of statuses) {
      const cell = data[status];
      if (cell === undefined || cell === '') continue;
      const outcome = this.#columns[status]!.meaning.outcomeOf(cell)?.outcome;
      if (outcome === 'failed') return false;
      isFine ||= outcome === 'fine';
    }
    if (!isFine) return false;
    for (const code of codes) {
      const cell = data[code];
      if (cell !== undefined && cell !== '' && cell !== '0' && !isNoCode(cell)) return false;
    }
    for (const cell of data) if (cell.length >= 16 && mayHold.test(cell)) return false;
    return true;
  }

  #fineEvent(data: readonly string[], start: number, end: number): MessageEvent {
    const { recipient, messageId, time } = this.#roles;
    const from = this.#source.start(start);
    return {
      outcome: 'fine',
      codes: [],
      sources: [],
      ...(recipient !== undefined && { recipient: data[recipient] }),
      ...(messageId !== undefined && { messageId: data[messageId] }),
      ...(time !== undefined && { time: data[time] }),
      start: from,
      end: this.#source.end(end),
      line: this.#reading.lineOf(from),
    };
  }

  #row(
    width: number,
    textOf: (index: number) => string,
    cellOf: (index: number) => Cell,
    start: number,
    end: number,
  ): void {
    this.#reading.ledger.seeOther();
    if (this.#isPairs && width >= 2) {
      const name = textOf(0);
      if (this.#names.has(name)) this.endRecord();
      if (this.#names.size < maxNames) this.#names.add(name);
      if (!this.#pairs) {
        const from = this.#source.start(start);
        this.#pairs = new Evidence(from, this.#reading.lineOf(from));
      }
      this.#pairs.end = this.#source.end(end);
      const meaning = this.#reading.vocabulary.root.field(name);
      this.#note(this.#pairs, { name, meaning, isRead: true, start: 0 }, textOf(1), () => cellOf(1));
      return;
    }
    const from = this.#source.start(start);
    const evidence = new Evidence(from, this.#reading.lineOf(from));
    evidence.end = this.#source.end(end);
    const columns = this.#columns;
    for (let index = 0; index < columns.length && index < width; index++) {
      const column = columns[index]!;
      const text = textOf(index);
      if (text === '') continue;
      if (column.isRead || mayHold.test(text)) this.#note(evidence, column, text, () => cellOf(index));
    }
    judge(evidence, this.#reading);
  }

  #note(evidence: Evidence, column: Column, text: string, cell: () => Cell): void {
    const { meaning } = column;
    const mapped = () => {
      const { start, end } = cell();
      const raw = this.#source.slice(start, end);
      return raw.text === text ? raw : raw.replaced(text, 'table');
    };
    noteField(
      evidence,
      {
        meaning,
        name: column.name,
        text,
        isSure: true,
        isColumn: true,
        place: (at, length) => () => {
          const { start, end } = cell();
          const isVerbatim = end - start === text.length;
          return this.#reading.placeOf(
            this.#source,
            isVerbatim ? start + at : start,
            isVerbatim ? start + at + length : end,
            column.name || undefined,
          );
        },
      },
      this.#reading,
    );
    if (meaning.isCount && (this.#hasCounts || (this.#isByRecipient && failedMessages.test(column.name))))
      evidence.weight = countIn(text) ?? evidence.weight;
    const isWords = meaning.isProse || meaning.suggest.length > 0 || meaning.reason.length > 0;
    if (isWords || meaning.text === 'opaque') return;
    if (text.length >= 16 && mayHold.test(text)) {
      const inner = openLayers(mapped());
      const left = inner && readStructure(inner, this.#reading, { depth: 1, outer: column.name ? [column.name] : [] });
      if (left) {
        left.texts.length = 0;
        evidence.absorb(left);
        return;
      }
      if (inner) return;
    }
    if (meaning.text === 'message' && !meaning.isCode) push(evidence.texts, LooseText.whole(mapped()));
  }
}

/** Which columns say what, by index. */
interface Roles {
  readonly statuses: readonly number[];
  readonly codes: readonly number[];
  readonly recipient: number | undefined;
  readonly messageId: number | undefined;
  readonly time: number | undefined;
}

function rolesOf(columns: readonly Column[]): Roles {
  const all = (is: (meaning: Meaning) => boolean) =>
    columns.flatMap(({ meaning }, index) => (is(meaning) ? [index] : []));
  return {
    statuses: all((meaning) => meaning.isOutcome),
    codes: all((meaning) => meaning.isCode),
    recipient: all((meaning) => meaning.isRecipient)[0],
    messageId: all((meaning) => meaning.isMessageId)[0],
    time: all((meaning) => meaning.isTime)[0],
  };
}

const mayHold = /[{]|^\s*\[|^<|^eyJ|%7B/i;

/** These headings say what is counted, also beside a recipient. */
const failedMessages = /^(?:(?:failed )?messages|failures)$/i;

const maxNames = 500;

/** A count, also with groups of thousands as spreadsheets write them: 4720, 4,720, 4.720. */
function countIn(text: string): number | undefined {
  const plain = text.trim();
  if (!/^\d{1,9}$|^\d{1,3}(?:[., ']\d{3}){1,2}$/.test(plain)) return undefined;
  return Number(plain.replace(/\D/g, '')) || undefined;
}
