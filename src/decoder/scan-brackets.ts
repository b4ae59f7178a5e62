import { bracketKey, constructed, matchAt } from './scan-patterns.ts';
import { sureKey, type FrameKind, type Key } from './scan-sink.ts';
import type { ScanState } from './scan-state.ts';

/** `[`: an array, or a key in brackets as PHP prints it. */
export function readSquareBracket(state: ScanState, i: number): number {
  const type = state.key && matchAt(constructed, state.text, i);
  if (type) return i + type[0].length;
  const match = matchAt(bracketKey, state.text, i);
  if (!match) {
    openBracket(state, '[', i);
    return i + 1;
  }
  const name = match[1] ?? match[2] ?? match[3] ?? '';
  const start = i + match[0].indexOf(name);
  // tolerate: printed arrays of PHP — [errorCode] => 4770, ["errorCode"]=>
  if (/^\d+$/.test(name)) {
    state.key = undefined;
    state.boundary();
  } else state.setKey(sureKey(name, start, start + name.length, true));
  return i + match[0].length;
}

/** Opens a container under the key that waits for its value, else under `ownKey`. */
export function openBracket(state: ScanState, kind: FrameKind, at: number, ownKey?: Key): void {
  // A parenthesis after a word and a colon is prose: new codes: (4)794
  const key = kind === '(' && state.key?.strong === false ? undefined : (state.key ?? ownKey);
  state.key = undefined;
  state.boundary();
  if (!key) {
    state.push({ kind, at });
    return;
  }
  state.cutLoose(key.start, key.start);
  if (key.start >= state.lineStart) state.hasField = true;
  state.push({ kind, at, key });
}

/** Closes the nearest open bracket of this kind, and with it those inside that nobody closed. */
export function closeBracket(state: ScanState, kind: FrameKind, at: number): void {
  if (state.overflow > 0) {
    state.overflow--;
    return;
  }
  // tolerate: brackets that were never closed — "to": [ "from": "+1555" }
  for (let depth = state.frames.length - 1; depth > 0; depth--) {
    const frame = state.frames[depth]!;
    if (frame.kind === kind) {
      while (state.frames.length > depth + 1) state.pop(at);
      state.pop(at + 1);
      return;
    }
    // A parenthesis in a text does not close the object around it.
    if (kind === '(' && (frame.kind === '{' || frame.kind === 'tag')) break;
    if (kind === '[' && frame.kind === 'tag') break;
    state.steps++;
  }
  // tolerate: a closing bracket too many — }]
  state.boundary();
  state.key = undefined;
}
