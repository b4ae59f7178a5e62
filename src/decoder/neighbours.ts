import { codePattern, type CodeDigits } from './code-digits.ts';
import { chatLine } from './free-text-words.ts';
import { gap } from './loose-text.ts';
import { carrier, money, otherLanguage, speaksOfMoney } from './topic.ts';

/**
 * Whether the words beside a number leave it a code. In a sentence a code stands where a noun stands: after a verb, an
 * article, a conjunction, or at the beginning, and before a verb, a conjunction or the end. A word that the number
 * counts, names or measures (`4720 widgets`, `locker 4475`, `Nokia 5500`) makes it something else. Words that are on
 * no list decide nothing: then the text must speak of messages, or be hardly more than the number.
 * Steps are bounded by `reach` and by the length of the line.
 */
export function leavesCode(line: string, start: number, end: number, digits: CodeDigits, topic: Topic): boolean {
  // Who says it in a chat is no neighbour: [12/03/2026, 09:14:22] Priya: 4303 again
  const speaker = chatLine.exec(line)?.[0].length ?? 0;
  const before = line
    .slice(Math.max(speaker, start - reach), start)
    .replace(fullPhoneBefore, '')
    .replace(clockBefore, '')
    .replace(emoji, '');
  const after = line.slice(end, end + reach);
  if (
    quantity.test(before) ||
    money.test(before) ||
    option.test(before) ||
    throughput.test(after) ||
    pointer.test(before + '\u0001' + after)
  )
    return false;
  // Groups of one number: 555 010 4720, 4432 4770 1234. And a place in a row: page 4720 of 4770.
  if (
    /\d[ \u00a0.-]$/.test(before) ||
    /^[ \u00a0.-]\d(?!\d?\d?(?:[.,]\d+)?\s?%)/.test(after) ||
    /\d\s+(?:of|von|de|sur)\s+$/i.test(before)
  )
    return false;
  // A process or a line in brackets: [4720]: started. Not what somebody saw: it answers with [4720]
  const beforeBracket = /(?:(\p{L}+)\s)?\[$/u.exec(before);
  if (beforeBracket && /^\](?!\()/.test(after) && !(beforeBracket[1] && isOnLeft(beforeBracket[1].toLowerCase())))
    return false;
  if (lineOrModel.test(before + '\u0001' + after) && !topic.isLineOnTopic()) return false;
  const left =
    beginning(digits).test(before) || circumstance.test(line.slice(0, start)) ? undefined : wordOnLeft(before);
  const right = wordOnRight(after, digits);
  // Many failures and no word that says which: a count.
  if (left === undefined && right !== undefined && plurals.has(right)) return false;
  if (left === undefined && saysWhatIsWrong(after)) return true;
  if (/^\s*(?:[-*•]|\d{1,2}[.)])\s(?:\[[ xX]\]\s)?$/.test(line.slice(0, start)) && isGloss(after)) return true;
  // After a colon only the word itself counts: retries: 4432 is a count.
  const leads = /:\s$/.test(before) ? (word: string) => onLeft.has(word) : mayLead;
  const sides = [sideOf(left, leads, isLabel(before)), sideOf(right, (word) => onRight.has(word), isCounted(after))];
  if (sides.includes('bound')) return false;
  const isOnTopic = topic.isOnTopic();
  // In other languages a plural does not show, so that a number that begins its sentence may count: 4750 iletiler
  const isOther = otherLanguage.test(line);
  if (isOther && left === undefined && sides[1] === 'open') return false;
  if (isOther && (isOnTopic || (sides.includes('free') && !speaksOfMoney(line)))) return true;
  // Of an unknown word in front of it nobody knows whether it labels the number, unless the text speaks of messages.
  if (sides[0] === 'open')
    return (
      topic.isLineOnTopic() &&
      // With nothing between it and its preposition it is what has the number: for patient 4720. Not for landlines 4720.
      (!/(?:^|\s)(?:for|of|at|by|in|from|to)\s\p{L}+\s$/iu.test(before) || topic.speaks(left!)) &&
      !nounEnding.test(left!) &&
      (sides[1] === 'free' || !/:\s$/.test(before)) &&
      !/s:\s$/.test(before)
    );
  return sides[1] === 'free'
    ? isOnTopic || !speaksOfMoney(line)
    : isOnTopic || (isHardlyMore(line) && !/^\s\p{Lu}/u.test(after));
}

/** The number stands where something new begins, whatever the word before it. */
const beginning = codePattern(
  /^\s*[-*•]\s\[[ xX]\]\s$|\bfrom CODE (?:in)?to $|\b(?:jump|spike|rise|increase|drop|surge|peak|uptick|decline|dip|burst|wave|lots?|loads?)s? (?:in|of) $/i,
);

/** Whether messages are spoken of, in the line itself or shortly before; asked only where the words beside the number decide nothing. */
export interface Topic {
  /** Whether a word is one about messages. */
  readonly speaks: (word: string) => boolean;
  readonly isLineOnTopic: () => boolean;
  readonly isOnTopic: () => boolean;
}

/** What a neighbour says: that the number may be a code, that it is something else, or nothing. */
type Side = 'free' | 'bound' | 'open';

function sideOf(word: string | undefined, isListed: (word: string) => boolean, isBound: boolean): Side {
  if (word === undefined || /^\d/.test(word) || isWithoutBlanks.test(word)) return 'free';
  return isListed(word) ? 'free' : isBound ? 'bound' : 'open';
}

function mayLead(word: string): boolean {
  return (
    isOnLeft(word) ||
    isOnLeft(word.split('-').at(-1)!) ||
    carrier.test(word) ||
    // mysterious, intermittently
    /.(?:ous|[^p]ly)$/.test(word)
  );
}

/** A name in front of a number is a product, a place, a document or a setting: my Nokia 5500, NGC 4770, open_fds 4432. Not at the beginning of a sentence. */
function isLabel(before: string): boolean {
  const match = /(^|.)\s*(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&'’-]*)\s{1,2}["'(]?$/su.exec(before);
  if (/\p{L}_\w*\s$|\p{Ll}\p{Lu}\w*\s$/u.test(before)) return true;
  if (!match) return false;
  return /^\p{Lu}{2,}$/u.test(match[2]!) || !/^$|[.!?:;>•*"(\n-]/.test(match[1]!.trim());
}

/** What has such an ending is a thing, and the number may be its own: payment 4750 */
const nounEnding = /(?:ion|ment|ness|ity|ship|age|ance|ence|ure|[^mv]er|or)$/;

/** What follows is counted (4720 widgets) or a name that begins with the number (4720 Elm Street). */
function isCounted(after: string): boolean {
  if (/^\s(?:[A-HJ-Z]|BC|AD|CE|HP|PS|RPM|MW|KV)(?![\p{L}\d])/u.test(after)) return true;
  const match = /^\s([\p{L}][\p{L}'’-]*)(?:\s(\p{L}+))?/u.exec(after);
  if (!match) return false;
  const [, word = '', next = ''] = match;
  if (/^\p{Lu}\p{Ll}/u.test(word)) return true;
  if (manyOnes.has(word.toLowerCase())) return true;
  // The ending is that of a verb too, with its object behind it: 4770 kills our campaign
  return /[^siu]s$/u.test(word) && !objects.has(next.toLowerCase());
}

/** A line of four words at most, of which one is the number. */
function isHardlyMore(line: string): boolean {
  return line.length < 80 && !line.includes(gap) && line.trim().split(/\s+/).length <= 4;
}

/** A whole phone number or a time of day is no neighbour of what stands behind it: +12025550142 4720, 10:31 – 4770 */
export const fullPhoneBefore = /\+\d{10,15}\s?(?:[-–:|>]{1,2}\s)?\s?[([]?$/;
export const clockBefore = /(?<![\d:.])\d{1,2}:\d{2}\s(?:[-–]\s)?$/;
/** tolerate: signs of chats — :warning: 4720 */
const emoji = /(?<!\S):[a-z_]{2,30}:(?=\s)/g;
/** When or where, before a colon: Since we changed the template: 15007 */
const circumstance =
  /(?:^|[.!?]\s)(?:since|after|before|when|while|on|in|at|with|from|for|during|as of|today|yesterday)\b[^:.!?]{3,80}:\s$/i;
/** What a command is told: --max-time 4750. Not --error-code 4750. */
const option = /(?:^|\s)--?(?![\w-]*(?:code|err|fail))[a-z][\w-]*[ =]$/i;
/** What arrived is counted, and what adds up: 4720 went through, 4720 so far */
const throughput =
  /^\s(?:(?:were|are|have been) (?:delivered|fine|ok|successful|processed)|(?:went|came|got|made it) through(?!\sthe\b)|arrived|succeeded|so far|in total|overall|altogether|to date|and counting|apiece|combined)\b/i;
/** A document or a phone, not a failure: see 4770 for details, call 4770 */
const pointer =
  /\b(?:call|dial|ring|phone|reply to|texted|text (?:\w+ )?to) \u0001|\b(?:see|read|check) \u0001 for (?:details|more|info|reference|context)\b|\b(?:fixed|released|shipped|merged|landed) in \u0001|(?<!not )\b(?:re(?:tri|queu|submitt|mov)ed|resent|skipped|suppressed|excluded|dropped) \u0001(?:$|\s?[.,;!)](?!\s?\d))/i;

/** A bus, a train or a postcode, where nothing speaks of messages: the 4720 in Berlin, die 4720 nach Köln */
const lineOrModel =
  /(?<!\p{L})(?:[Tt]he|[Dd](?:er|ie|as)|[Ee]l|[Ll][ae]|[Ii]l|[OoAa]) \u0001\s(?:in|to|from|at|near|nach|aus|von|en|à|a|de|para) \p{Lu}\p{Ll}/u;

/** These say how much of something there is, whatever follows. */
const quantity =
  /(?:(?:approx(?:imately|\.)?|roughly|nearly|almost|exactly|(?:more|less|fewer|other) than|at (?:least|most)|up to|(?:total|sum|count|number|average|maximum|minimum|limit|timeout|max|min|size|length|amount|mean|median) of|out of|(?:was|were|is|are|be|been|cost|costs|paid) about|listen(?:s|ing) on|running on|bound to|(?:reach|target|cover|exceed|surpass|total|totall|averag|contact|messag|notifi|invit|email|import|upload|schedul)ed|reach(?:es|ing)?)\s|(?<!~)[~≈±]\s?)$/i;

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
export function mayFollowCode(after: string, digits: CodeDigits): boolean {
  return sideOf(wordOnRight(after, digits), (word) => onRight.has(word), false) === 'free';
}

/** How far a neighbour may be away. */
const reach = 48;

/** Writing without blanks between words: there is no neighbour to ask. */
const isWithoutBlanks = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** Whether a word with a colon opens a remark and is no label: re: 4775, Verizon: 4770 */
export function opensRemark(word: string): boolean {
  return openers.has(word.toLowerCase()) || carrier.test(word);
}

/** The word that ends before a number, lower case. Quotes, brackets and marks of lists are passed over. */
function wordOnLeft(before: string): string | undefined {
  const match = /(\p{L}[\p{L}\p{M}'’&-]*|\d+[x×]?)([^\p{L}\d]*)$/u.exec(before);
  if (!match) return undefined;
  const [, word = '', between = ''] = match;
  // A short word with a colon opens a remark: re: 4775
  if (/^:\s$/.test(between) && opensRemark(word)) return undefined;
  // The end of a sentence, a bullet, a bracket of its own, an arrow or a dash begins something new.
  if (/[.!?;•·>|→\])]\s?|\s[-–—]\s|—|[(["'“«]$|,\s|\n/.test(between)) return undefined;
  return word.toLowerCase();
}

/** The word that begins after a number, lower case. */
function wordOnRight(after: string, digits: CodeDigits): string | undefined {
  // tolerate: how often it came, and endings — 4770 (x44), 5600 ×3, 4720s, 5600's, 4770-type
  const rest = after
    // Of a list the word after its last number counts: 4720 and 4770 people came
    .replace(restOfList(digits), '')
    .replace(/^\s?\(?\s?[x×]?\s?\d+\s?[x×]?\)?(?=[\s,.;]|$)(?<=[x×)]|[x×]\s?\d+\)?)/u, '')
    .replace(/^['’]?s\b/, '')
    .replace(/^-(?:\p{L}+)\b/u, '');
  const match = /^([^\p{L}\d]*)(\p{L}[\p{L}\p{M}'’]*|\d+)/u.exec(rest);
  if (!match) return undefined;
  const [, between = '', word = ''] = match;
  if (/[.!?;:,()\]"'”»|<→=]|->|\s[-–—]\s|—|\n/.test(between)) return undefined;
  return word.toLowerCase();
}

const restOfList = codePattern(/^(?:s?\s?(?:,|and|or|und|oder|y|o|et|ou|e)\sCODE){1,4}(?=\s\p{L})/iu);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const openers = words(
  'a actual alarm alert also answer assunto asunto batch betreff blast broadcast btw callback campaign carrier ' +
    'cause console dashboard deliverability delivery diagnosis edit expected explain failed finding fyi got ' +
    'guess help incident issue last latest lookup meaning message messages messaging mms network new note now ' +
    'objet observation oggetto onderwerp operator portal postmortem problem ps q question rca re reason received ' +
    'resolution response responses result runbook saw seen send sends sms status subject summary symptom text ' +
    'texts today update want was webhook',
);
const complaints = words(
  'blacklisted blocked expired filtered invalid invalide inválido landline opt optout rejected spam throttled ' +
    'undeliverable ungültig unknown unreachable unregistered unroutable unsubscribed',
);
/** What can be counted without an s. */
const manyOnes = words(
  `people persons children men women staff guests feet sheep folks personen leute personas gente personnes gens pessoas`,
);
/** Begin the object of a verb, or tell how. */
const objects = words(
  `the a an our my your their his her its this that these those us me them all every any no again now too twice almost always still today most only up out off down like wrong`,
);
const plurals = words('errors failures rejections bounces rejects');
const failure =
  'bounce bounced bounces err erreur erreurs erro error errore errors erros fail failed failing fails failure ' +
  'failures fehler fehlercode foutcode reject rejected rejects undeliverable undelivered';
const joints = `and or und oder y e o et ou en plus vs versus then also as well both either nor but`;
const onEither =
  'a again always another are back because bedeutet bei betekent by came can carrier could did dlr do does ' +
  'during em every for from had has have heißt here hit ieri if is ist just kept kommt like mean not now on ' +
  'once one only our please pour response said seit should significa signifie so sometimes still that the ' +
  'there these this those though today twice until up von was were what when while who why will with would ' +
  'yesterday yet you your';

/** May stand before a code: articles, conjunctions, verbs of getting and showing, words of failure. */
const onLeft = words(
  `${failure} ${joints} ${onEither} ` +
    'abend ablehnung about actual add afternoon already als an annoying antwort any anyway api avec avons ayer ' +
    'be been between block btw cause channel classified come compare con confirm constant da decode del dem den ' +
    'deploy deployment der des despite die difference dire drop du each een eight eine einem einen el elevated ' +
    'eleven entre equal ergebnis evening everyone exclude expected explain few filter final find first five fix ' +
    'fixme flag folks found four friday früh fyi gave gerade gestern get give got gotten grund handle het heute ' +
    "hey hi hier him hoy ignore immer include intermittent into isolated it's its keep know krijgen la last " +
    'later le log lone lookup los lots lunch mainly many map match matin maybe me meant meldung met midnight ' +
    'migration mit monday more morgen morning most mostly motif motivo my neither never new next night nine noon ' +
    'note numerous nur odd of oggi ok okay old other otra otro outcome over oznacza perhaps por produce que quoi ' +
    'random rare re reason recebemos recebendo receive recibiendo recibimos release remaining report resposta ' +
    'respuesta rest result resultado retorno retrie retry return risposta rogue réponse rückgabecode rückmeldung ' +
    'same saturday saw say search second see seen sehe sehen seven several show single six skip smpp soeben ' +
    'solve some sporadic stamattina status statuscode strange stray sunday suppress team ten than their them ' +
    'third three threw throw thrown thursday till times todo tra treat trigger tuesday twelve two uma un una ' +
    'under understand unexpected unless unos upon us van verdict w want wednesday week weekend wegen weird where ' +
    'whether whose wieder without значит',
);

/** The word, or the verb it is a form of, is one of those that may stand before a code: treats, treated, getting. */
function isOnLeft(word: string): boolean {
  const stem = word.replace(/(?:ing|ed|e?s|d)$/, '');
  return (
    onLeft.has(word) ||
    (stem.length > 2 && [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((form) => onLeft.has(form)))
  );
}

/** May stand after a code: verbs, conjunctions, prepositions, adverbs, words of failure. */
const onRight = words(
  `${failure} ${joints} ${onEither} ` +
    'accounts across actually affects after alert alerts all amounts anymore aparece apparait apparaît appeared ' +
    'appears applies arrive at auf before behaves bekommen belongs besides bij blocks breaks callback callbacks ' +
    'causes climbed code codes comes continues cost costs counts covers cuando dai dans decreases denotes depuis ' +
    "describes desde didn't differs disappeared disappears dlrs doesn't dominates doubled dropped drops equals " +
    'era erhalten es est even event events ever everywhere exists explains fatal fell flood gesehen gets goes ' +
    'grows ha han happened happens he helps hits how hurts i implies in includes increased increases indicates ' +
    "instead isn't it kam kamen keeps kills lately leads llega llegó looks makes matches meaning means nach need " +
    'needs nei no obwohl occurred occurs op out para permanent persists pls points pops prevails quand quando ' +
    'rate rates really reappeared recurs refers rejection rejections relates remains repeats resurfaced ' +
    'retryable returned returns revenu revient rings rises rose sale says seems showed shows signals since sind ' +
    'sinds son sont spike spiked spikes stands started starts stopped stops su suggests sur são temporary terug ' +
    "thanks they they're thoughts to too torna tornato translates trat triggers tripled tritt va vai vanished " +
    "vanishes viene voltou volvió vuelve war wasn't wave we webhook webhooks wenn went which wiederholen yes " +
    'zijn zurück è é',
);
