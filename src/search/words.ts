import { isWithinTypos } from './edit-distance.ts';
import { fold } from './spelling.ts';

/** A word of a text. */
export interface Word {
  /** As search compares it. */
  readonly stem: string;
  /** As it was written, folded. */
  readonly written: string;
}

/**
 * Words of a text as search compares them: folded, without stop words, stemmed. The index and the query go through
 * the same function.
 */
export const wordsOf = (text: string): string[] => writtenWords(text).map(({ stem: word }) => word);

/** The same, with the words as they were written beside them. */
export function writtenWords(text: string): Word[] {
  const plain = withNegations(joinCompounds(fold(withDirections(withKeywords(splitCamelCase(text))))));
  const tokens = plain.match(/[\p{L}\p{N}#]+/gu) ?? [];
  return tokens
    .filter((token) => !isStopWord(token))
    .map((written) => ({ stem: numerals.get(written) ?? stem(written), written }));
}

/** `two months` and `2 months` are the same. */
const numerals = new Map(
  Object.entries({
    ...Object.fromEntries(
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
        .split(' ')
        .map((word, place) => [word, String(place + 2)]),
    ),
    ...Object.fromEntries(
      'thirty forty fifty sixty seventy eighty ninety hundred'
        .split(' ')
        .map((word, place) => [word, String(10 * (place + 3))]),
    ),
    thousand: '1000',
  }),
);

/** Names that are one word although a capital stands in them. */
const brands = /\b(WhatsApp|iPhone|iPad|iMessage|iCloud|YouTube|PayPal|LinkedIn)/g;

/** `invalidBalance` → `invalid Balance`. */
const splitCamelCase = (text: string): string =>
  text.replace(brands, (name) => name.toLowerCase()).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

const beforeNumber = (words: string): RegExp =>
  new RegExp(
    `\\b(${words})(?=[\\s_-]+(?:(?:an?|the|our|my|this|that|their|wrong|new|own)\\s+)*([a-z]+)(?![a-z]))`,
    'gi',
  );

/** `the number we text to` */
const afterNumber = (direction: string): RegExp =>
  new RegExp(
    `\\b(?:numbers?|lines?|phones?|address(?:es)?)\\s+(?:(?:that|which)\\s+)?(?:we|i|you|they)\\s+` +
      `(?:are\\s+|were\\s+)?(?:text|send|sent|write|wrote|messag|sms)\\w*\\s+(?:\\w+\\s+)?${direction}(?!\\w)`,
    'gi',
  );

const markedBy = (mark: string) => (word: string, _: string, next: string) =>
  isNumberWord(next.toLowerCase()) ? `${word} ${mark}` : word;

const isNumberWord = (word: string): boolean =>
  /^(numbers?|address|phone|tn|toll)$/.test(word) ||
  (word.length > 4 &&
    ['number', 'address', 'phone'].some((right) => right[0] === word[0] && isWithinTypos(word, right, 1)));

const beforeFrom = beforeNumber('from|sender|source|originating|sending');
const beforeTo = beforeNumber('to|recipient|destination|receiver|receiving');
const afterTo = afterNumber('to');
const afterFrom = afterNumber('from');

/** Who is on a block list. */
const onList = (who: string): RegExp =>
  new RegExp(`\\b(?:${who})s?\\b(?=[\\w\\s']{1,30}\\b(?:deny|block|black)[\\s_-]*list)`, 'gi');

/**
 * From and To decide between codes and are stop words otherwise. Next to a number or address they become marks of
 * their own, whatever the words around them.
 */
const withDirections = (text: string): string =>
  text
    .replace(beforeFrom, markedBy('#from'))
    .replace(beforeTo, markedBy('#to'))
    .replace(afterTo, '$& #to')
    .replace(afterFrom, '$& #from')
    .replace(onList('recipient|receiver|destination|customer|contact|client|person|subscriber|user'), '$& #to')
    .replace(onList('sender|our (?:number|line)|we|i'), '$& #from')
    .replace(/\bon(?=(\s|-|_)+(toll|short))/gi, '$& #from')
    // What is texted is the recipient: `texting an 800 number`.
    .replace(
      /\b(text|texting|texted|message|messaging|sms|reach|reaching)\s+(an?|the|their)(?=\s+(toll|short|hotline|8\d\d\b))/gi,
      '$& #to',
    );

/** STOP in capitals is what a person answers to be left alone; in small letters it is any stop. */
const withKeywords = (text: string): string => text.replace(/\bSTOP\b/g, 'optout stop');

/** What is often denied in this field. Denied, it gets a word of its own: `not registered` meets `unregistered`. */
const deniable =
  'accept|activ|allow|approv|assign|authori[sz]|avail|configur|connect|deliver|enabl|exist|found|in service|install|known|link|paid|' +
  'permit|provision|reach|recogni[sz]|register|set up|support|switched on|turned on|valid|verif|work';
const denials = new RegExp(
  `\\b(?:not|no longer|never|isnt|arent|wasnt|hasnt|havent|doesnt|dont|didnt|cannot|cant|wont|couldnt)` +
    `((?:\\s+(?:be|been|being|a|an|the|yet|any|properly|fully|correctly|on|our|we|it|in|even|at|all))*)\\s+((${deniable})\\w*)`,
  'g',
);

/** Words that say something here only when they are denied: `never heard of it`. */
const withNegations = (text: string): string =>
  text
    .replace(denials, (_, between: string, word: string) => `${between} ${word} un${word.replace(/\s+/g, '')}`)
    .replace(
      /\b(?:not|never|doesnt|dont|didnt|cannot|cant|couldnt|hasnt|havent)\s+(heard|like|seen|understand|understood)\b/g,
      'un$1',
    );

/** Two-word terms of the field that people also write as one word. */
const joinCompounds = (text: string): string =>
  text
    .replace(/\b(black|block|deny|ban)(?:ed|ned|ing)?[\s_-]+list/g, '$1list')
    // Two short words typed fast: `opted otu`, `opetd out`.
    .replace(/\bo(p{1,2}t{1,2}(ed|de|d|ing|s)?|tp(ed|de|d|ing|s)?|[pt]{1,2}ed)[\s_-]+(out|otu|uot|ot|ou)\b/g, 'optout')
    .replace(/\bope?t[ed]d?[\s_-]+out\b/g, 'optout')
    .replace(/\bopt(ed|ing|s)?[\s_-]+in\b/g, 'optin')
    .replace(/\btoll?[\s_-]+fre+(?!\w)/g, 'tollfree')
    .replace(/\bsh(o{0,2}r{1,2}t{1,2}|rot|otr)[\s_-]+code/g, 'shortcode')
    .replace(/\blong[\s_-]+(code|number)/g, 'longcode')
    .replace(/\bland[\s_-]+line/g, 'landline')
    .replace(/\bping[\s_-]?pong(s|ed|ing)?(?!\w)/g, 'loop')
    // Who asks how many asks for a limit.
    .replace(
      /\bhow[\s_-]+many(?=[\s_-]+(character|letter|recipient|receiver|message|text|sms|segment|part)s?\b)/g,
      'limit',
    )
    .replace(/\btoo[\s_-]+(many|much)(?!\w)/g, '$& limit')
    .replace(/\byou[\s_-]+(guys|folks|people)(?!\w)/g, '')
    .replace(/\btim(e|ed|es|ing)[\s_-]+out/g, 'timeout')
    .replace(/\bun[\s_-]+subscrib/g, 'unsubscrib')
    .replace(/\b(switch|turn|power)(ed|s|ing)?[\s_-]+off\b/g, 'switchedoff')
    .replace(/\bturn(ed|s|ing)?[\s\w]{0,12}\bdown\b/g, 'reject')
    .replace(/\bsign(ed|s|ing)?[\s_-]+up\b/g, 'register')
    .replace(
      /\b(phone|mobile|cell|wireless|telephone|telecom)[\s_-]+(compan(y|ies)|providers?|operators?|networks?|carriers?)\b/g,
      'carrier',
    )
    .replace(/\bnetwork[\s_-]+(operators?|providers?)\b/g, 'carrier')
    // Names of carriers, of which a single letter would be left.
    .replace(/\bat\s?&\s?t\b/g, 'att')
    .replace(/\bt[\s_-]?mobile\b/g, 'tmobile')
    .replace(/\bpay[\s_-]+as[\s_-]+you[\s_-]+go\b/g, 'payasyougo prepaid')
    .replace(/\bshut[\s_-]+(off|down)\b/g, 'switchedoff')
    .replace(
      /\b(not?|isnt|dont|doesnt|arent)\s+(our|ours|my|mine|own|(belong\w*\s+to|on|linked\s+to|assigned\s+to|part\s+of)\s+(us|our|my|(this|the) account))\b/g,
      '$& notours',
    )
    .replace(
      /\b(?:another|different|foreign|other)\s+((?:client|customer|account|firm|business)(?:e?s)?|compan\w*)(?!\w)/g,
      'notours $1',
    )
    .replace(/\b(somebody|someone)\s+elses?\b/g, '$& notours');

const englishStopWords = new Set(
  (
    'a an the and or but of in on at by for with from to as is are was were be been being am do does did done have has had ' +
    'i we you he ours mine yours somebody someone anybody anyone everybody everyone something anything every each more most much many per during via ' +
    'he she it they me us them my our your his her hers its their this that these those there here what which who whom ' +
    'why how when where while if then than so not no nor can cannot cant could would should will wont dont doesnt didnt ' +
    'isnt arent wasnt just only also some any all one into about again still even very too seem seems ' +
    'inside within put puts putting problem problems issue issues code codes error errors err fail fails failed failing failure failures mean means meaning '
  ).split(' '),
);

const foreignStopWords = new Set(
  (
    'trop troppo zu te demasiado demasiada muito muita als de la le les el los las lo un una une uno des du en et est il elle au aux y que qui pas ne se su sus por para con del al como mas muy sin ya pero ' +
    'mi mis nos nuestro nuestra esta este son ha han hay cuando porque sobre ce cette ces nous vous notre nos votre je ils sont ont pour avec dans sur par plus sans ' +
    'der die das ein eine einer eines einem einen und ist nicht zu zum zur den dem im in von vom mit auf fur bei aus wir unser unsere unseren ihr sie er es kein keine keinen ' +
    'wird werden wurde hat haben war noch mehr sehr als auch wenn weil aber o os as um uma do da dos das e na nao no nas nos ao aos pelo pela seu sua meu minha foi ser esta ' +
    'mais muito quando mas het een en niet van op te voor met zijn is wordt werd heeft hebben onze ons wij dit dat deze geen bij naar nog meer il lo gli uno della del dei delle ' +
    'di da non che per con sono stato e nostro nostra piu come quando ma ' +
    'code codigo fehler fehlercode fehlermeldung erreur erro errore fout foutmelding foutcode'
  ).split(' '),
);

/** Whether a folded word tells nothing by itself. */
export const isStopWord = (word: string): boolean => englishStopWords.has(word) || foreignStopWords.has(word);

/** Stop words that are long enough to be told with a mistake in them. */
const longStopWords = [...englishStopWords].filter((word) => word.length > 4);

/** Whether a word that means nothing is a mistyped stop word: `eror`, `coudl`. */
export const isLikeStopWord = (word: string): boolean =>
  word.length > 3 && longStopWords.some((right) => right[0] === word[0] && isWithinTypos(word, right, 1));

/** Whether a text has a letter or a little word that English does not have. */
export const isForeign = (text: string): boolean =>
  /[^\p{ASCII}]/u.test(text) ||
  (fold(text).match(/\p{L}+/gu) ?? []).some((word) => foreignStopWords.has(word) && !englishStopWords.has(word));

/** Forms that no ending tells: `sent` is `send`. */
const irregular = new Map(
  Object.entries({
    send: 'sent',
    write: 'wrote written',
    break: 'broke',
    take: 'took taken',
    give: 'gave given',
    choose: 'chose chosen',
    forget: 'forgot forgotten',
    know: 'knew known',
    understand: 'understood',
    use: 'used using uses',
    buy: 'bought',
    pay: 'paid',
    lose: 'lost',
    keep: 'kept',
    tell: 'told',
    say: 'said',
    hold: 'held',
    build: 'built',
    think: 'thought',
    come: 'came',
    go: 'went gone goes',
    see: 'saw seen',
    begin: 'began begun',
    run: 'ran running',
    make: 'made',
    speak: 'spoke spoken',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);

/** Strips the endings of English plurals and verb forms; leaves short words and digits alone. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let base = irregular.get(word) ?? word;
  if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith('ing') && base.length > 5) base = base.slice(0, -3);
  else if (base.endsWith('ied') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith('ed') && base.length > 4) base = base.slice(0, -2);
  else if (base.endsWith('ment') && base.length > 7) base = base.slice(0, -4);
  else if (/(t|s)ion$/.test(base) && base.length > 6) base = base.slice(0, -3);
  // `called` and `call`, `stopped` and `stop`.
  base = undouble(base);
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

const undouble = (word: string) => (word.length > 3 && /([bdfgklmnprt])\1$/.test(word) ? word.slice(0, -1) : word);
