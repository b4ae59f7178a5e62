/**
 * Whether the words beside a number leave it a code. In a sentence a code stands where a noun stands: after a verb, an
 * article, a conjunction, or at the beginning, and before a verb, a conjunction or the end. A word that the number
 * counts, names or measures (`4720 messages`, `room 4475`, `port 4720`) makes it something else; there are too many of
 * those to list, so the words that may stand there are listed instead. Steps are bounded by `reach`.
 */
export function leavesCode(line: string, start: number, end: number): boolean {
  const before = line.slice(Math.max(0, start - reach), start);
  const after = line.slice(end, end + reach);
  if (quantity.test(before)) return false;
  // Groups of one number: 555 010 4720, 4432 4770 1234. And a place in a row: page 4720 of 4770.
  if (/\d[ \u00a0.-]$/.test(before) || /^[ \u00a0.-]\d/.test(after) || /\d\s+(?:of|von|de|sur)\s+$/i.test(before))
    return false;
  // A process or a line in brackets: [4720]: started
  if (before.endsWith('[') && after.startsWith(']')) return false;
  const left = /^\s*[-*•]\s\[[ xX]\]\s$/.test(before) ? undefined : wordOnLeft(before);
  const right = wordOnRight(after);
  if (isFreeOfSpaces(left) && isFreeOfSpaces(right)) return true;
  // Many failures and no word that says which: a count.
  if (left === undefined && right !== undefined && plurals.has(right)) return false;
  if (left === undefined && saysWhatIsWrong(after)) return true;
  if (/^\s*(?:[-*•]|\d{1,2}[.)])\s(?:\[[ xX]\]\s)?$/.test(line.slice(0, start)) && isGloss(after)) return true;
  return isFree(left, onLeft) && isFree(right, onRight);
}

/** These say how much of something there is, whatever follows. */
const quantity =
  /(?:(?:approx(?:imately|\.)?|roughly|nearly|almost|exactly|(?:more|less|fewer|other) than|at (?:least|most)|up to|(?:total|sum|count|number|average|maximum|minimum|limit|timeout|max|min|size|length|amount|mean|median) of|out of|(?:was|were|is|are|be|been|cost|costs|paid) about|listen(?:s|ing) on|running on|bound to)\s|[~≈±]\s?)$/i;

/** The rest of an item in a list that begins with a code: a few small words, none of them of many things. */
function isGloss(after: string): boolean {
  const words = /^\s[-:]?\s?(\p{Ll}+(?: \p{Ll}+){1,4})\s*$/u.exec(after)?.[1]?.split(' ') ?? [];
  return words.length > 1 && !words.slice(0, 3).some((word) => /[^s]s$/.test(word));
}

/** A few words that say what a code means, and nothing that it could count: 4770 spam, 4775 opt out */
function saysWhatIsWrong(after: string): boolean {
  const match = /^\s?[-:=]?\s?(\p{L}+(?:[- ]\p{L}+){0,3})\s*$/u.exec(after.split('\n', 1)[0]!);
  const [first = '', ...more] = match?.[1]?.toLowerCase().split(/[- ]/) ?? [];
  return complaints.has(first) && ![first, ...more].some((word) => /[^s]s$/.test(word));
}

/** Whether the word after a number is one that may stand after a code. */
export function mayFollowCode(after: string): boolean {
  return isFree(wordOnRight(after), onRight);
}

/** How far a neighbour may be away. */
const reach = 48;

/** Writing without blanks between words: there is no neighbour to ask. */
const isFreeOfSpaces = (word: string | undefined): boolean =>
  word === undefined || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(word);

/** `undefined` is the edge of a sentence. Numbers beside a number make a list and are free. */
const isFree = (word: string | undefined, free: ReadonlySet<string>): boolean =>
  word === undefined || /^\d/.test(word) || free.has(word);

/** The word that ends before a number, lower case. Quotes, brackets and marks of lists are passed over. */
function wordOnLeft(before: string): string | undefined {
  const match = /(\p{L}[\p{L}\p{M}'’]*|\d+[x×]?)([^\p{L}\d]*)$/u.exec(before);
  if (!match) return undefined;
  const [, word = '', between = ''] = match;
  // A short word with a colon opens a remark: re: 4775
  if (/^:\s$/.test(between) && openers.has(word.toLowerCase())) return undefined;
  // The end of a sentence, a bullet, a bracket of its own, an arrow or a dash begins something new.
  if (/[.!?;•·>|→]\s?|\s[-–—]\s|—|[(["'“«]$|,\s|\n/.test(between)) return undefined;
  return word.toLowerCase();
}

/** The word that begins after a number, lower case. */
function wordOnRight(after: string): string | undefined {
  // tolerate: how often it came, and endings — 4770 (x44), 5600 ×3, 4720s, 5600's, 4770-type
  const rest = after
    // Of a list the word after its last number counts: 4720 and 4770 people came
    .replace(/^(?:s?\s?(?:,|and|or|und|oder|y|o|et|ou|e)\s\d{4,5}){1,4}(?=\s\p{L})/iu, '')
    .replace(/^\s?\(?\s?[x×]?\s?\d+\s?[x×]?\)?(?=[\s,.;]|$)(?<=[x×)]|[x×]\s?\d+\)?)/u, '')
    .replace(/^['’]?s\b/, '')
    .replace(/^-(?:\p{L}+)\b/u, '');
  const match = /^([^\p{L}\d]*)(\p{L}[\p{L}\p{M}'’]*|\d+)/u.exec(rest);
  if (!match) return undefined;
  const [, between = '', word = ''] = match;
  if (/[.!?;:,()\]"'”»|<→=]|->|\s[-–—]\s|—|\n/.test(between)) return undefined;
  return word.toLowerCase();
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const openers = words('re fyi btw ps edit update question note now today also');
const complaints =
  words(`spam invalid opt optout unsubscribed blocked unreachable unknown rejected expired landline throttled filtered
  undeliverable unroutable unregistered blacklisted ungültig inválido invalide`);
const plurals = words('errors failures rejections bounces rejects');
const failure = `error errors err fail fails failed failing failure failures bounce bounces bounced reject rejects rejected
  undelivered undeliverable fehler fehlercode erreur erreurs foutcode erro erros errore`;
const joints = `and or und oder y e o et ou en plus vs versus then also as well both either nor but`;

/** May stand before a code: articles, conjunctions, verbs of getting and showing, words of failure. */
const onLeft = words(`${failure} ${joints}
  a an the this that these those some any many more most mostly lots another other same every each new old only just still now again today yesterday
  is are was were be been being it's its have has had having get gets getting got gotten receive receives received see sees seeing saw seen
  show shows showing showed return returns returning returned give gives giving gave throw throws throwing threw hit hits hitting
  say says said saying report reports reporting reported confirm confirms confirmed cause causes caused mean means meant with like of about for by
  between because why what whats when keep keeps kept come comes came back find found add added plus include includes including either mainly
  sometimes always never dlr carrier bandwidth bird messagebird bw status one few once later rest remaining third second noon midnight morning
  afternoon evening night monday tuesday wednesday thursday friday saturday sunday week weekend lunch deploy deployment release migration
  not here channel everyone team folks hi hey know knows understand explain mapped classified elevated increased stamattina oggi ieri
  retry retrying ignore ignores ignored ignoring suppress map maps mapping treat treats treating log logs logged handle handles handling
  skip skips skipped drop drops exclude excludes produce produces produced trigger triggers triggered into up w us on than
  do does did can could should would will if when where there reason response result outcome verdict re fyi btw verizon vodafone t-mobile
  expected actual want wanted matches equals versus compare compared
  bedeutet heißt früh gestern heute morgen abend seit ständig häufig dauernd viele lauter plötzlich
  significa muchos muchas otra otro hoy ayer quoi signifie reçoit reçois beaucoup encore toujours hier matin
  ein eine einen einem der die das den dem mit von bei wegen als bekomme bekommen kommt kommen sehe sehen nur immer wieder
  el la los las un una unos unas con del por que tenemos recibo recibimos devuelve sale veo
  le les des du avec pour avons reçu recevons renvoie
  os uma com da do recebemos recebo retorna aparece
  het een met van krijgen krijg`);

/** May stand after a code: verbs, conjunctions, prepositions, adverbs, words of failure. */
const onRight = words(`${failure} ${joints}
  is isn't are was wasn't were has have had means mean meaning comes came keeps kept happens happened appears appeared shows showed says said returns returned
  started starts stopped stops increased spiked went goes gets looks seems remains affects blocks does doesn't did didn't do can will would should could
  hit hits hurts a the another one on from for with in at when after before since because if while until during to by again too only just still now today
  yesterday lately instead always sometimes every everywhere across there here though this these those yes no not so which that what who why how back
  really actually even su nei dai twice once permanent temporary retryable fatal like as rate rates cost costs need needs out up all ever anymore please flood wave
  we they i you it he our your they're twice matches and
  spike spikes dlr dlrs callback callbacks webhook webhooks response responses event events rejection rejections alerts alert carrier code codes
  ist sind war kommt bedeutet heißt tritt bei auf von nach seit wenn
  es son era significa sale aparece desde cuando para
  est sont signifie arrive apparaît apparait sur dans depuis quand pour
  são significa aparece em desde quando
  zijn betekent op sinds bij`);
