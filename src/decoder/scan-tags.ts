import { trimmed } from './characters.ts';
import { maxKey, wordEnd } from './look-ahead.ts';
import { openBracket } from './scan-brackets.ts';
import { attribute, attributePattern, matchAt, presentational, tagPattern } from './scan-patterns.ts';
import { sureKey, type Key } from './scan-sink.ts';
import type { ScanState } from './scan-state.ts';

/** An opening tag. */
interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly at: number;
  readonly attributesAt: number;
  readonly after: number;
}

/** `<`: a tag of XML or of a web page, a comment, an object as it is printed, or only the character. */
export function readTag(state: ScanState, i: number): number {
  const { text } = state;
  if (text.startsWith('<!--', i)) return state.skipTo('-->', i, 4);
  if (text.startsWith('<![CDATA[', i)) return i + 9;
  if (text.startsWith('<?', i) || text.startsWith('<!', i)) return state.skipTo('>', i, 2);
  const match = matchAt(tagPattern, text, i);
  if (!match) return readPrintedObject(state, i);
  const [whole, slash, name = '', attributes = '', selfClosing] = match;
  const after = i + whole.length;
  if (slash) {
    if (!closeTag(state, name, i, after)) state.cutLoose(i, after);
    return after;
  }
  const attributesAt = i + 1 + name.length;
  const hasEnd = Boolean(selfClosing) || hasClosingTag(state, name, after);
  if (!hasEnd && attributes === '') return i + 1;
  const tag = { name, attributes, at: i, attributesAt, after };
  if (presentational.test(name) && !state.frames.some((frame) => frame.kind === 'tag')) {
    state.cutLoose(i, after);
    state.boundary();
    if (attributes !== '') readPresentational(state, tag);
    return after;
  }
  if (text.charCodeAt(i - 1) === 0x23 || (!hasEnd && /^[A-Z]/.test(name) && attributes !== '')) {
    openBracket(state, '<', i, sureKey(name, i + 1, attributesAt, false));
    return attributesAt;
  }
  state.cutLoose(i, after);
  const key = sureKey(name.replace(/^.*:/, ''), i, after, true);
  if (selfClosing) return readEmptyElement(state, tag, key);
  const textEnd = text.indexOf('<', after);
  const valueEnd = textEnd < 0 ? text.length : textEnd;
  if (text.startsWith('<![CDATA[', valueEnd) || text.startsWith('</', valueEnd))
    return readLeaf(state, tag, key, valueEnd);
  state.key = undefined;
  state.push({ kind: 'tag', at: i, key, tag: name });
  emitAttributes(state, tag);
  return after;
}

/** tolerate: objects of Ruby and Python — #<Event type="message-failed" error_code=4770> */
function readPrintedObject(state: ScanState, i: number): number {
  const { text } = state;
  if (!/^[A-Za-z_]/.test(text.slice(i + 1, i + 2))) return i + 1;
  if (text.charCodeAt(i - 1) !== 0x23 && !/^<[\w.:]+[ :(][^<>\n]{0,400}=/.test(text.slice(i, i + 480))) return i + 1;
  const end = wordEnd(text, i + 1);
  openBracket(state, '<', i, sureKey(text.slice(i + 1, Math.min(end, i + maxKey)), i + 1, end, false));
  return Math.max(end, i + 1);
}

/** An element that holds text only. */
function readLeaf(state: ScanState, tag: Tag, key: Key, valueEnd: number): number {
  const { text } = state;
  const { attributes, after } = tag;
  state.steps += valueEnd - after;
  const isCdata = text.startsWith('<![CDATA[', valueEnd);
  const start = isCdata ? valueEnd + 9 : after;
  const cdataEnd = isCdata ? text.indexOf(']]>', start) : -1;
  const end = isCdata ? (cdataEnd < 0 ? text.length : cdataEnd) : valueEnd;
  // tolerate: names in attributes — <field name="errorCode">4770</field>
  const named = nameIn(attributes);
  state.key = named ? { ...key, name: named } : key;
  state.emit(state.scalar(...trimmed(text, start, end), true), end);
  if (attributes && !named) readAttributes(state, tag, key);
  const close = text.indexOf('>', isCdata ? end + 3 : end);
  const next = close < 0 ? text.length : close + 1;
  state.looseFrom = Math.max(state.looseFrom, next);
  state.key = undefined;
  state.relocate(next);
  return next;
}

/** An element that closes itself: it has attributes only. */
function readEmptyElement(state: ScanState, tag: Tag, key: Key): number {
  const { attributes, after } = tag;
  const named = nameIn(attributes);
  const value = valueIn(tag);
  if (named && value) {
    state.key = { ...key, name: named };
    state.emit(state.scalar(...value, true), after);
  } else if (attributes) readAttributes(state, tag, key);
  state.looseFrom = Math.max(state.looseFrom, after);
  return after;
}

/** tolerate: data in the attributes of a web page — <tr data-error-code="4720">, <input name="errorCode" value="4720"> */
function readPresentational(state: ScanState, tag: Tag): void {
  const { name, attributes, at, attributesAt } = tag;
  const own = sureKey(name, at, attributesAt, true);
  state.push({ kind: 'tag', at, key: own, tag: name });
  const named = attribute(attributes, 'name');
  const value = named === undefined ? undefined : valueIn(tag);
  if (named !== undefined && value) {
    state.key = { ...own, name: named };
    state.emit(state.scalar(...value, true), value[1]);
  }
  emitAttributes(state, tag, 'data-');
  state.pop(attributesAt + attributes.length);
}

function readAttributes(state: ScanState, tag: Tag, key: Key): void {
  const { attributes, attributesAt } = tag;
  state.push({ kind: 'tag', at: attributesAt, key, tag: key.name });
  emitAttributes(state, tag);
  state.pop(attributesAt + attributes.length);
}

/** With a prefix only the attributes that begin with it, by their names without it. */
function emitAttributes(state: ScanState, { attributes, attributesAt }: Tag, prefix = ''): void {
  for (const match of attributes.matchAll(attributePattern)) {
    const name = match[1]!;
    if (!name.startsWith(prefix)) continue;
    const start = attributesAt + match.index + match[0].indexOf(name);
    const value = match[2] ?? match[3] ?? '';
    const valueEnd = attributesAt + match.index + match[0].length - 1;
    state.key = sureKey(name.slice(prefix.length), start, start + name.length, true);
    state.emit(state.scalar(valueEnd - value.length, valueEnd, true), valueEnd);
  }
  state.steps += attributes.length;
}

const nameIn = (attributes: string): string | undefined =>
  attribute(attributes, 'name') ?? attribute(attributes, 'key');

/** The bounds of the value that a tag gives by an attribute. */
function valueIn({ attributes, attributesAt }: Tag): [start: number, end: number] | undefined {
  const value = attribute(attributes, 'value') ?? attribute(attributes, 'content');
  if (value === undefined) return undefined;
  const start = attributesAt + attributes.indexOf(value, attributes.search(/(?:value|content)\s*=/i));
  return [start, start + value.length];
}

function closeTag(state: ScanState, name: string, at: number, after: number): boolean {
  for (let depth = state.frames.length - 1; depth > 0 && depth > state.frames.length - 64; depth--) {
    state.steps++;
    const { kind, tag } = state.frames[depth]!;
    if (kind !== 'tag' || tag !== name) continue;
    while (state.frames.length > depth + 1) state.pop(at);
    state.pop(after);
    return true;
  }
  return false;
}

function hasClosingTag(state: ScanState, name: string, from: number): boolean {
  const mark = `</${name}`;
  const absent = state.absentTags.get(mark);
  if (absent !== undefined && from >= absent) return false;
  if (state.text.indexOf(mark, from) >= 0) return true;
  state.absentTags.set(mark, from);
  state.steps += state.text.length - from;
  return false;
}
