/** An example as it is shown: in lines, with the line of the code marked. */
export interface ShownPayload {
  readonly title: string;
  readonly lines: readonly PayloadLine[];
  /** The whole text, for copying. */
  readonly text: string;
}

export interface PayloadLine {
  readonly text: string;
  /** Whether the code stands on this line. */
  readonly marked: boolean;
  /** Number of the note that explains the line, if there is one. */
  readonly note?: number | undefined;
}

/** Shows an example of a code. JSON is laid out over several lines; everything else stays as it is. */
export function showExample(example: string, code: string, fields: readonly string[]): ShownPayload {
  const json = layOutJson(example);
  const text = json ?? example.trimEnd();
  const lines = text.split('\n');
  const hit = lineOfCode(lines, code, fields);
  return {
    title: json === undefined ? 'Log or export' : 'Payload',
    text,
    lines: lines.map((line, index) => ({ text: line, marked: index === hit })),
  };
}

/**
 * Shows the annotated example of a set. Each note stands at the first line, free of other notes, that begins with or
 * holds its words; the line on which a field of the set has something of the shape of a code is marked.
 */
export function showAnnotated(
  payload: string,
  notes: readonly { readonly line: string }[],
  fields: readonly string[],
  shape: string,
): readonly PayloadLine[] {
  const lines = payload.trimEnd().split('\n');
  const numbers = new Map<number, number>();
  notes.forEach(({ line }, index) => {
    const begins = lines.findIndex((text, at) => text.trimStart().startsWith(line) && !numbers.has(at));
    const at = begins === -1 ? lines.findIndex((text, other) => text.includes(line) && !numbers.has(other)) : begins;
    if (at !== -1) numbers.set(at, index + 1);
  });
  const codes = fields.map((field) => new RegExp(String.raw`${before(field)}(?:${shape})(?!\w)`));
  const hit = lines.findIndex((text) => codes.some((code) => code.test(text)));
  return lines.map((text, index) => ({ text, marked: index === hit, note: numbers.get(index) }));
}

/** The line on which one of the fields has the code, else the first that holds the code by itself; -1 if none. */
function lineOfCode(lines: readonly string[], code: string, fields: readonly string[]): number {
  const inField = lines.findIndex((line) => line.includes(code) && fields.some((field) => hasValue(line, field, code)));
  if (inField !== -1) return inField;
  const literal = code.replace(/[^\w-]/g, String.raw`\$&`);
  const alone = new RegExp(String.raw`(?<![\w.-])${literal}(?![\w-])`);
  return lines.findIndex((line) => line.includes(code) && alone.test(line));
}

/** Whether the field has this value on the line. */
const hasValue = (line: string, field: string, value: string): boolean =>
  [...line.matchAll(beforeValue(field))].some(({ 0: before, index }) => {
    const at = index + before.length;
    return line.startsWith(value, at) && !/\w/.test(line.charAt(at + value.length));
  });

const patterns = new Map<string, RegExp>();

/** What stands before the value of a field: of `"code": 4775`, `errorCode=4775`, `:code=>4775`. Made once for all codes. */
function beforeValue(field: string): RegExp {
  const pattern = patterns.get(field) ?? new RegExp(before(field), 'g');
  patterns.set(field, pattern);
  return pattern;
}

function before(field: string): string {
  // A field is written as a path; on a line stands its last part only.
  const name = field.split('.').at(-1) ?? field;
  return String.raw`(?<!\w)${name}["']?\s*[:=]>?\s*["']?`;
}

/** JSON laid out with two blanks; undefined for everything else, and where laying it out would change a number. */
function layOutJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || /[:[,]\s*-?\d{16,}/.test(text)) return undefined;
  try {
    return layOut(JSON.parse(text), '');
  } catch {
    return undefined;
  }
}

function layOut(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => layOut(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOut(item, deeper)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const isShort = isList && value.every((item) => typeof item !== 'object') && parts.join(', ').length < 60;
  if (parts.length === 0 || isShort) return `${open}${parts.join(', ')}${close}`;
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}
