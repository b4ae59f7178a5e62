import { HYPHEN, MORE, isBlank } from './characters.ts';
import { listNumber, matchAt } from './scan-patterns.ts';
import type { ScanState } from './scan-state.ts';

/** Indentation, quote marks and list marks. Returns the index after them. */
export function readLineBeginning(state: ScanState, i: number): number {
  const { text, lineEnd } = state;
  state.atLineStart = false;
  let at = i;
  // tolerate: quoted lines of mail and chat — > "errorCode": 4770
  while (at < lineEnd && (isBlank(text.charCodeAt(at)) || (text.charCodeAt(at) === MORE && state.top.kind !== 'tag')))
    at++;
  if (at >= lineEnd || !state.inIndentation()) return isDiffMark(text, at) ? at + 1 : at;
  // tolerate: numbers of a list before its fields — 1. Error Code: 4793
  const number = matchAt(listNumber, text, at);
  if (number) return at + number[0].length;
  const isItem = text.charCodeAt(at) === HYPHEN && isBlank(text.charCodeAt(at + 1));
  indentTo(state, at - state.lineStart, isItem);
  if (!isItem) return at;
  state.push({ kind: 'item', at, indent: at - state.lineStart });
  return at + 2;
}

/** tolerate: a line that a change adds to a container or takes away — +  4795: 'expired' */
function isDiffMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x2b || unit === HYPHEN) && isBlank(text.charCodeAt(at + 1));
}

/** Opens the block that a key announced, closes the blocks that the line is not indented enough for. */
function indentTo(state: ScanState, indent: number, isItem: boolean): void {
  const { dangling } = state;
  state.dangling = undefined;
  if (dangling && (indent > dangling.indent || (isItem && indent >= dangling.indent)))
    state.push({ kind: 'indent', key: dangling.key, at: dangling.key.start, indent: dangling.indent });
  while (
    state.top.indent >= 0 &&
    (indent < state.top.indent || (indent === state.top.indent && !(isItem && state.top.kind === 'indent')))
  )
    state.pop(state.lineStart);
}

export function endLine(state: ScanState, end: number): void {
  endKey(state);
  // tolerate: a bracket in prose that nobody closes — :( or [4770
  while (
    (state.top.kind === '{' || state.top.kind === '(' || state.top.kind === '[' || state.top.kind === '<') &&
    !state.top.structured &&
    state.top.key === undefined &&
    !/^\s*(?:\/\/|\/\*|#|$)/.test(state.text.slice(state.top.at + 1, end)) &&
    state.top.line === state.lineStart
  )
    state.pop(end);
  if (state.top.kind === 'query') state.pop(end);
  state.flushLine(end);
}

/** The value of a key at the end of a line is a block, or, of a quoted one, on the next line: ["errorCode"]=>⏎  int(4770) */
function endKey(state: ScanState): void {
  const { key } = state;
  if (!key || key.quoted || !state.inIndentation()) return;
  state.dangling = { key, indent: Math.max(0, key.start - state.lineStart) };
  state.key = undefined;
}
