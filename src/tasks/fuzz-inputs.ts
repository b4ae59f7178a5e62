/** Pieces that payloads are made of, so that made-up text comes near to the formats that the decoder reads. */
const pieces = [
  ...'{}[]()<>"\'\\:=,;|&?-`#*',
  ...[
    '\\"',
    '=>',
    '%7B',
    '%22',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '- ',
    '> ',
    '\n\n',
    '\\n',
    '\\u0034',
    '&quot;',
    '=3D',
    '=\n',
  ],
  ...['4770', '15005', '47xx', '(4)794', '+12025550100', '4,720', '4.720', '4720.0', '4770 (x12)', '４７', '٤٧٧٠'],
  ...[
    'errorCode',
    'error_code',
    'failure',
    'code',
    'status',
    'type',
    'description',
    'to',
    'source',
    '__proto__',
    'cs1Label=',
  ],
  ...[
    'message-failed',
    'delivery_failed',
    'delivered',
    'error',
    'unknown subscriber',
    'EXPIRED',
    'twilio',
    'bandwidth',
    'null',
  ],
  ...[
    '<tr>',
    '<td>',
    '</td>',
    '<a b="c">',
    '</a>',
    '<!--',
    ']]>',
    'INSERT INTO a (b) VALUES',
    'COPY a (b) FROM stdin;\n',
  ],
  ...[
    'eyJlcnJvckNvZGUiOjQ3NzB9',
    's:4:"',
    'a:1:{',
    'i:4770;',
    '<<"',
    '">>',
    '▿ ',
    '(int) ',
    'CEF:0|',
    ' stdout P ',
    '---|---',
  ],
  ...['\u0000', '\u200b', '“', '—', '\ud800', '\u001b[31m', '🚨', '```', '-[ RECORD 1 ]', 'a,b,c\n1,2,3\n'],
];

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz0123456789 \n',
  '0123456789+-.,: ()/',
  '{}[]()<>"\'\\:=,;|&?#%\n\t 47',
  'äößéñçàæłžйждκλαωअआ語漢字かなカナ한글 ٠١٢٣４７７０',
  '\u0000\u0007\u001b\u00a0\u00ad\u200b\u200d\u202e\u2028\ufeff\ud800\udc00\uffff 4770\n',
];

/** How an input was made; the command reports how many there were of each. */
export type InputKind = 'random' | 'likely' | 'mutated' | 'prefix' | 'splice';

export interface FuzzInput {
  readonly kind: InputKind;
  readonly text: string;
}

/**
 * Endless inputs that follow from the random numbers alone. Every other one is a prefix of a case, from the shortest
 * case on, until each prefix of each case was there.
 */
export function* fuzzInputs(cases: readonly string[], next: () => number): Generator<FuzzInput, never> {
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)]!;
  const some = (items: readonly string[], most: number) =>
    Array.from({ length: below(most) }, () => pick(items)).join('');
  const prefixes = prefixesOf(cases.toSorted((a, b) => a.length - b.length));
  const characters = alphabets.map((alphabet) => alphabet.split(''));
  const mutated = () => {
    let text = pick(cases).slice(0, 4000);
    for (let changes = 1 + below(6); changes > 0; changes--) {
      const at = below(text.length + 1);
      text = text.slice(0, at) + (next() < 0.8 ? pick(pieces) : '') + text.slice(at + below(6));
    }
    return text;
  };
  const spliced = () => {
    const [first, second] = [pick(cases).slice(0, 3000), pick(cases).slice(0, 3000)];
    return (
      first.slice(0, below(first.length + 1)) + pick(['', '\n', ' ', '"']) + second.slice(below(second.length + 1))
    );
  };
  for (;;) {
    const prefix = prefixes.next();
    if (!prefix.done) yield { kind: 'prefix', text: prefix.value };
    const choice = below(4);
    if (choice === 0) yield { kind: 'random', text: some(pick(characters), 400) };
    else if (choice === 1) yield { kind: 'likely', text: some(pieces, 80) };
    else if (choice === 2) yield { kind: 'mutated', text: mutated() };
    else yield { kind: 'splice', text: spliced() };
  }
}

function* prefixesOf(cases: readonly string[]): Generator<string, void> {
  for (const text of cases) for (let end = 0; end <= text.length; end++) yield text.slice(0, end);
}
