import { decodeBytes } from './layers.ts';
import { rewrite, type MappedText } from './mapped-text.ts';

/**
 * Rewrites printed forms that the scanner's grammar does not cover into one that it does, and keeps the way back to
 * the input. Each form is recognised by a sign that nothing else has; text without such a sign comes back as it is.
 */
export function readDialects(source: MappedText): MappedText {
  let text = source;
  for (const { sign, read } of dialects) if (sign.test(text.text)) text = read(text);
  return text;
}

/*
 * Bytes one after the other, two dozen at least. Most texts have thousands of places where two digits stand, so the first
 * byte comes before what is repeated: where nothing follows it the engine is through at once.
 */

/** 7b 22 74; [123, 34, 116]; 0x7b, 0x22 */
const byteList =
  /\b(?:[0-9a-f]{2}[ :](?:[0-9a-f]{2}[ :]){23,}[0-9a-f]{2}|\d{2,3},\s{0,3}(?:\d{2,3},\s{0,3}){23,}\d{2,3}|0x[0-9a-f]{2},\s{0,3}(?:0x[0-9a-f]{2},\s{0,3}){23,}0x[0-9a-f]{2})(?!\w)/i;

/** With backslashes: x7b, 173, u007b */
const escapedBytes =
  /(?<![\w\\])\\(?:x[0-9a-f]{2}(?:\\x[0-9a-f]{2}){23,}|[0-3][0-7]{2}(?:\\[0-3][0-7]{2}){23,}|u00[0-9a-f]{2}(?:\\u00[0-9a-f]{2}){23,})(?!\w)/i;

interface Dialect {
  readonly sign: RegExp;
  readonly read: (text: MappedText) => MappedText;
}

const dialects: readonly Dialect[] = [
  { sign: /\b[sOa]:\d{1,6}:["{]/, read: readSerialised },
  { sign: /<<"|[[{,]\s{0,20}\{(?:"[\w .-]{1,60}"|[a-z]\w{0,60}),\s?["<\d[{#a-z]/, read: readTuples },
  { sign: /\(len=\d+\)|: \(\*?(?:string|u?int\d*|float\d+|\w+\.\w+)\)/, read: readTypedDump },
  { sign: /(?:^|\n)\s{0,100}▿ /, read: readOutline },
  { sign: /^\s*\{\\rtf\d/, read: readRichText },
  { sign: /\bCEF:\d\|/, read: readLabelledExtensions },
  { sign: / std(?:out|err) P /, read: readPartialLines },
  { sign: /#\s?define\s/, read: readDefinitions },
  { sign: byteList, read: (text) => readBytes(text, byteList) },
  { sign: escapedBytes, read: (text) => readBytes(text, escapedBytes) },
  { sign: /(?:^|\n)[ \t]{0,8}(?:0x)?[0-9a-f]{4,8}:?\s{1,3}(?:[0-9a-f]{2,4}\s{1,2}){4}/i, read: readByteDump },
];

/** tolerate: serialised values of PHP — a:1:{s:9:"errorCode";i:4720;} */
function readSerialised(source: MappedText): MappedText {
  // Keys and values alternate inside of each container.
  const isKey: boolean[] = [];
  return rewrite(source, serialised, ([whole, text, number, truth, opening]) => {
    const depth = isKey.length - 1;
    if (whole === '}') {
      isKey.pop();
      return depth < 0 ? undefined : '},';
    }
    const atKey = depth >= 0 && isKey[depth]!;
    if (depth >= 0) isKey[depth] = !atKey;
    if (opening !== undefined) {
      if (isKey.length < 200) isKey.push(true);
      return '{';
    }
    // A private property carries the name of its class: \0Event\0code
    const value =
      text !== undefined
        ? JSON.stringify(text.replace(/^.{0,100}\0/s, ''))
        : (number ?? (truth === undefined ? 'null' : truth === '1' ? 'true' : 'false'));
    if (depth < 0) return undefined;
    return atKey ? `${value.startsWith('"') ? value : `"${value}"`}:` : `${value},`;
  });
}

const serialised =
  /s:\d{1,7}:"([^\n]*?)";|[id]:(-?[\d.]{1,30});|b:([01]);|N;|(?:a:\d{1,7}:|O:\d{1,5}:"[^"\n]{0,200}":\d{1,7}:)(\{)|\}/g;

/** tolerate: tuples of Erlang and pairs of C# — [{<<"errorCode">>,4720}], {{"errorCode", 4720}} */
function readTuples(source: MappedText): MappedText {
  // Of each open brace: whether it is that of a pair, which is written without one.
  const pairs: boolean[] = [];
  return rewrite(source, tuples, ([whole, binary, key, atom]) => {
    if (binary !== undefined) return binary;
    if (key !== undefined || atom !== undefined) {
      pairs.push(true);
      return `${key ?? `"${atom!}"`}:`;
    }
    if (whole === '{') pairs.push(false);
    else if (whole === '}') return pairs.pop() === true ? '' : undefined;
    return undefined;
  });
}

const tuples =
  /<<("(?:[^"\\\n]|\\.){0,4000}")>>|\{\s{0,20}(?:(?:<<)?("(?:[^"\\\n]|\\.){1,60}")(?:>>)?|([a-z]\w{0,60}))\s{0,20},(?=\s{0,20}(?:(?:<<)?"(?:[^"\\\n]|\\.){0,4000}"(?:>>)?|[\w.+-]{1,60})\s{0,20}\}|\s{0,20}[[{#])|"(?:[^"\\\n]|\\.){0,4000}"|[{}]/g;

/** tolerate: types before values, as a dump of Go has them — Code: (int) 4720, (string) (len=4) "4432" */
function readTypedDump(source: MappedText): MappedText {
  return rewrite(source, dumpedType, () => '');
}

const dumpedType =
  /\((?:\*|\[\d{0,9}\])*(?:map\[[^\n()]{0,60}\])?[A-Za-z][\w.*{} ]{0,80}\)\s?(?:\((?:len|cap)=[^()\n]{0,40}\)\s?)?(?:\(0x[0-9a-f]{1,16}\)\s?)?(?=["{(\d-]|true|false)/g;

/** tolerate: an object printed as an outline by Swift — ▿ errorCode: Optional(4720) */
function readOutline(source: MappedText): MappedText {
  return rewrite(source, /(?<=(?:^|\n)[ \t]{0,100})[-▿](?= )/g, () => ' ');
}

/** tolerate: text with its formatting — {\\rtf1\\ansi {\\b error} 4720\\par} */
function readRichText(source: MappedText): MappedText {
  return rewrite(source, formatting, ([, byte, point, sign, word]) => {
    const unit = byte === undefined ? Number(point) : parseInt(byte, 16);
    if (unit) return String.fromCharCode(unit & 0xffff);
    return (
      sign ??
      (word === 'par' || word === 'line' || word === 'row' ? '\n' : word === 'tab' || word === 'cell' ? '\t' : '')
    );
  });
}

const formatting =
  /\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict)(?:[^{}]|\{[^{}]{0,200}\}){0,4000}\}|\\'([0-9a-f]{2})|\\u(-?\d{1,5}) ?\??|\\([\\{}])|\\([a-z]+)-?\d* ?|[{}]|\n/g;

/** tolerate: fields whose name stands in another one, in events of security tools — cs1Label=errorCode cs1=4784 */
function readLabelledExtensions(source: MappedText): MappedText {
  let labels = new Map<string, string>();
  return rewrite(source, labelled, (match) => {
    const [whole, field] = match;
    // The header names the product, its version and a number of its own.
    if (field === undefined) {
      labels = labelsIn(source.text.slice(match.index, lineEndAfter(source.text, match.index)));
      return '';
    }
    const label = labels.get(field);
    return label === undefined ? undefined : whole.replace(field, label);
  });
}

const labelled = /CEF:\d\|(?:[^|\n]{0,300}\|){6}|(?<![\w])((?:cs|cn|cfp|c6a|flexString|flexNumber)\d{1,2})=/g;

function labelsIn(line: string): Map<string, string> {
  return new Map(
    Array.from(line.slice(0, 4000).matchAll(/(?<!\w)(\w{1,20})Label=([\w.-]{1,60})/g), ([, field, label]) => [
      field!,
      label!,
    ]),
  );
}

function lineEndAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** tolerate: a line that a container's log cut in pieces — … stdout P {"errorC⏎… stdout F ode":4770} */
function readPartialLines(source: MappedText): MappedText {
  let open: string | undefined;
  return rewrite(source, logPrefix, ([whole, stream, tag]) => {
    const goesOn = whole.startsWith('\n') && open === stream;
    open = tag === 'P' ? stream : undefined;
    return goesOn ? '' : undefined;
  });
}

const logPrefix = /(?:^|\n)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\dZ:+-]{0,40} (stdout|stderr) ([PF]) /g;

/** tolerate: constants of C — #define ERR_SPAM 4770 */
function readDefinitions(source: MappedText): MappedText {
  return rewrite(source, definition, ([, name]) => `${name!} = `);
}

const definition = /(?<=(?:^|\n)[ \t]{0,20})#[ \t]?define[ \t]{1,20}([A-Za-z_]\w{0,60})[ \t]{1,40}(?=\(?\d)/g;

/** tolerate: bytes as languages print them — <Buffer 7b 22 …>, {"type":"Buffer","data":[123,34,…]}, 0x7b, 0x22, … */
function readBytes(source: MappedText, shape: RegExp): MappedText {
  return rewrite(source, new RegExp(shape, 'gi'), ([list]) => {
    const base = /^\d{2,3},/.test(list) ? 10 : /^\\[0-3]/.test(list) ? 8 : 16;
    const numbers = list.matchAll(/(?:0x|\\u00|\\x|\\)?([0-9a-f]{2,3})/gi);
    const bytes = Array.from(numbers, ([, digits = '']) => parseInt(digits, base));
    const text = decodeBytes(bytes);
    const isText = /^\s*[\x20-\x7e]{8}/.test(text) && /[{=:<]/.test(text);
    return isText && bytes.every((byte) => byte < 256) ? ` ${text} ` : undefined;
  });
}

/** tolerate: bytes as tools print them, with their letters beside them — 00000000  7b 22 74 79 …  |{"ty| */
function readByteDump(source: MappedText): MappedText {
  return rewrite(source, byteLine, ([line, digits = '']) => {
    // A list of codes is no dump: 4770 4775 4432 4720 4750 4751
    if (!/^\s*(?:0x)?[0-9a-f]{7,8}\b/i.test(line) && !/[a-f]/i.test(digits)) return undefined;
    const bytes = Array.from(digits.matchAll(/[0-9a-f]{2}/gi), ([pair]) => parseInt(pair, 16));
    return decodeBytes(bytes);
  });
}

const byteLine =
  /(?<=^|\n)[ \t]{0,20}(?:0x)?[0-9a-f]{4,8}:?[ \t]{1,3}((?:[0-9a-f]{2,4}[ \t]{1,2}){1,20})(?:[ \t]{0,60}\S[^\n]{0,20})?(?:\n|$)|(?<=\n)[0-9a-f]{7,8}[ \t]{0,4}(?:\n|$)/gi;
