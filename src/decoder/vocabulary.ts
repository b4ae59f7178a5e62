import type { DecoderCode, DecoderData, DecoderSet } from '#catalog';

/**
 * The code sets, prepared for reading: which field says what, which word names which code, which digits
 * belong to whom. No vendor is named here; everything specific comes from the data. What is named here is
 * the language of the field in general: words such as `error code`, `status`, `delivered`.
 */
export class Vocabulary {
  readonly sets: readonly SetWords[];
  /** Sets that stand on their own; the others explain source codes inside these. */
  readonly mainSets: readonly SetWords[];
  /** Words of other vendors. */
  readonly strangers: RegExp | undefined;
  readonly #failedWords: ReadonlySet<string>;
  readonly #fineWords: ReadonlySet<string>;
  readonly #names: NameIndex;
  /** Fields outside of any container. */
  readonly root: Scope;
  readonly #namesakes: {
    readonly index: number;
    readonly near: string;
    readonly from: number;
    readonly to: number;
    readonly width: number;
  }[];

  constructor(data: DecoderData) {
    this.sets = data.sets.map((set) => new SetWords(set));
    this.mainSets = this.sets.filter((set) => !set.data.carriedBy);
    this.root = new Scope(this, []);
    this.#names = nameIndex(this.mainSets);
    this.#failedWords = new Set(data.sets.flatMap((set) => Object.values(set.recognise.failure).flat().map(squash)));
    this.#fineWords = new Set(data.sets.flatMap((set) => Object.values(set.recognise.fine).flat().map(squash)));
    const strangers = data.sets.flatMap((set) => set.recognise.strangers);
    this.strangers = wordPattern(strangers);
    this.#namesakes = data.namesakes.flatMap((namesake, index) =>
      namesake.numbers.map((number) => {
        const [from = number, to = from] = number.split(/[-–]/);
        return { index, near: namesake.near, from: Number(from), to: Number(to), width: from.trim().length };
      }),
    );
  }

  set(id: string): SetWords | undefined {
    return this.sets.find((set) => set.id === id);
  }

  /** Whom a text names. */
  vendorsIn(text: string): NamedVendors {
    return text.length <= maxName ? this.#vendorsIn(text) : this.#findVendors(text);
  }

  /** The same few names come again and again. */
  readonly #vendorsIn = remembering((name) => this.#findVendors(name));

  #findVendors(text: string): NamedVendors {
    return {
      providers: [...new Set(this.sets.flatMap((set) => (set.provider?.test(text) ? set.data.provider : [])))],
      isStranger: this.strangers?.test(text) ?? false,
    };
  }

  /** What a status says in the words of some set. */
  outcomeOf(value: string): 'failed' | 'fine' | undefined {
    const plain = squash(value);
    return this.#failedWords.has(plain) ? 'failed' : this.#fineWords.has(plain) ? 'fine' : undefined;
  }

  /** Main sets whose digits the number fits: it is listed there, or a family contains it. Listed first. */
  byDigits(number: string): readonly SetWords[] {
    const fitting = this.mainSets.filter(
      (set) => set.hasShape(number) && (set.lists(number) || set.familiesOf(number).length > 0),
    );
    return fitting.length < 2 ? fitting : fitting.toSorted((a, b) => Number(b.lists(number)) - Number(a.lists(number)));
  }

  /** Families that a pattern such as `47xx` names, by set. */
  byPattern(pattern: string): readonly SetWords[] {
    return this.mainSets.filter((set) => set.familiesOf(pattern).length > 0);
  }

  /** Codes with this name, spelled in any case, with blanks, hyphens, underscores or nothing between its words. */
  byName(text: string): readonly NamedCode[] {
    return text.length > maxName ? [] : (this.#names.byKey.get(squash(text)) ?? []);
  }

  /** Names of codes as words in a text. */
  namePattern(): RegExp | undefined {
    return this.#names.pattern;
  }

  /** Namesakes with this number, by index. */
  namesakesOf(number: string): readonly { readonly index: number; readonly near: string }[] {
    const value = Number(number);
    return this.#namesakes.filter(
      (namesake) => number.length === namesake.width && value >= namesake.from && value <= namesake.to,
    );
  }

  /** What a field says, told from its name and the names of the containers around it, innermost last. */
  meaningOf(containers: readonly string[], name: string): Meaning {
    const segments = [...containers.flatMap(segmentsOf), ...segmentsOf(name)];
    const last = segments.at(-1) ?? '';
    const own: string[] = [];
    const sourceName: string[] = [];
    const sourceCode: { set: string; explains: string[] }[] = [];
    const reason: string[] = [];
    const suggest: string[] = [];
    const failed = new Map<string, Set<string>>();
    const fine = new Map<string, Set<string>>();
    const foreign = new Set<string>();
    let isProse = false;
    for (const set of this.sets) {
      const { recognise } = set.data;
      if (!set.data.carriedBy && recognise.fields.some((field) => isField(segments, field, set.qualifiers)))
        own.push(set.id);
      const isSource = (field: string) => isField(segments, field, set.qualifiers) || isColumnOf(segments, field);
      if (recognise.sourceName && isSource(recognise.sourceName)) sourceName.push(set.id);
      if (recognise.sourceCode.some(isSource)) {
        const explains = this.sets.filter(
          (other) =>
            other.data.carriedBy &&
            other.data.recognise.fields.some((field) => isField(segments, field, other.qualifiers)),
        );
        sourceCode.push({ set: set.id, explains: explains.map((other) => other.id) });
      }
      if (recognise.reason.some((field) => endsWith(segments, field))) reason.push(set.id);
      if (recognise.suggest.some((field) => endsWith(segments, field))) suggest.push(set.id);
      if (recognise.prose.some((field) => endsWith(segments, field))) isProse = true;
      for (const [field, values] of Object.entries(recognise.failure))
        if (isMark(last, field)) failed.set(set.id, union(failed.get(set.id), values));
      for (const [field, values] of Object.entries(recognise.fine))
        if (isMark(last, field)) fine.set(set.id, union(fine.get(set.id), values));
      for (const [field, values] of Object.entries(recognise.foreign))
        if (isMark(last, field)) for (const value of values) foreign.add(squash(value));
    }
    const parent = segments.at(-2);
    const isStatus = statusNames.test(last);
    const isSuccess = successNames.test(last);
    const hasSource = sourceCode.length > 0 || sourceName.length > 0;
    const meaning: Omit<Meaning, 'isSilent'> = {
      own,
      isCode:
        !hasSource &&
        (own.length > 0 ||
          isCodeName(last, parent, this.#providerWords) ||
          (isCodeListName(last) && !this.strangers?.test(name))),
      isSourceOnly: hasSource,
      sourceName,
      sourceCode,
      reason,
      suggest,
      isProse,
      failed,
      fine,
      isStatus,
      isSuccess,
      isOutcome: isStatus || isSuccess || failed.size > 0 || fine.size > 0,
      outcomeOf: remembering((value) => fieldOutcome(value, { isStatus, isSuccess, failed, fine })),
      foreign,
      isProvider: providerNames.test(last),
      isElsewhere: segments.some((segment) => this.sets.some((set) => set.elsewhere.has(segment))),
      isStranger: this.sets.some((set) => set.strangerFields.has(last)),
      text: opaqueNames.test(last) ? 'opaque' : messageNames.test(last) ? 'message' : 'other',
      isMessageId: messageIds.test(segments.slice(-2).join('.')),
      isRecipient: recipients.test(last) && parent !== 'message' && !segments.includes('sender'),
      isTime: times.test(last),
      isCount: counts.test(last),
      pair: pairNames.test(last) ? 'name' : pairValues.test(last) ? 'value' : undefined,
      isWrapper: wrappers.test(name),
    };
    return { ...meaning, isSilent: isSilent(meaning) };
  }

  get #providerWords(): ReadonlySet<string> {
    return (this.#providers ??= new Set(this.sets.flatMap((set) => set.data.recognise.provider.map(squash))));
  }
  #providers: Set<string> | undefined;
}

const prepared = new WeakMap<DecoderData, Vocabulary>();

/** The vocabulary of the data; prepared once, since a page decodes at every key. */
export function vocabularyOf(data: DecoderData): Vocabulary {
  const known = prepared.get(data) ?? new Vocabulary(data);
  prepared.set(data, known);
  return known;
}

/** Vendors that are named in a text. */
export interface NamedVendors {
  /** Those of our sets. */
  readonly providers: readonly string[];
  /** Another one, too. */
  readonly isStranger: boolean;
}

/** The fields of one container. Payloads repeat themselves, so each name is looked up once. */
export class Scope {
  readonly #vocabulary: Vocabulary;
  readonly #path: readonly string[];
  readonly #fields = new Map<string, Meaning>();
  readonly #inner = new Map<string, Scope>();

  constructor(vocabulary: Vocabulary, path: readonly string[]) {
    this.#vocabulary = vocabulary;
    this.#path = path;
  }

  field(name: string): Meaning {
    let meaning = this.#fields.get(name);
    if (!meaning) {
      meaning = this.#vocabulary.meaningOf(this.#path, name);
      // A payload can hold any number of different names; the ones met first are the ones that come back.
      if (this.#fields.size < maxFields) this.#fields.set(name, meaning);
    }
    return meaning;
  }

  inside(name: string): Scope {
    let scope = this.#inner.get(name);
    if (!scope) {
      // Three names tell what a field is; deeper ones share nothing worth keeping.
      scope = new Scope(this.#vocabulary, [...this.#path.slice(-2), name]);
      if (this.#inner.size < maxInner && this.#path.length < maxPath) this.#inner.set(name, scope);
    }
    return scope;
  }

  get isRoot(): boolean {
    return this.#path.length === 0;
  }
}

const maxFields = 500;
const maxInner = 100;
const maxPath = 3;

/** One code set with its patterns compiled. */
export class SetWords {
  readonly id: string;
  readonly data: DecoderSet;
  /** Squashed words that may stand in front of a field name without changing what it means. */
  readonly qualifiers: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
  readonly strangerFields: ReadonlySet<string>;
  readonly provider: RegExp | undefined;
  readonly everyday: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly #shape: RegExp;
  readonly #codes: ReadonlyMap<string, DecoderCode>;
  readonly #families: readonly { readonly id: string; readonly pattern: RegExp }[];

  constructor(data: DecoderSet) {
    this.id = data.id;
    this.data = data;
    this.#shape = safePattern(`^(?:${data.shape})$`) ?? /^$/;
    this.#codes = new Map(data.codes.map((code) => [code.code.toLowerCase(), code]));
    const { recognise } = data;
    this.qualifiers = new Set([...recognise.provider.map(squash), ...generalQualifiers]);
    this.elsewhere = new Set(recognise.elsewhere.map(squash));
    this.strangerFields = new Set(recognise.strangerFields.map(squash));
    this.provider = wordPattern(recognise.provider);
    this.everyday = new Set(recognise.everyday.map(squash));
    this.ambiguous = new Set(recognise.ambiguous);
    this.#families = data.families
      .filter((family) => /^\d+x+$/.test(family))
      .map((id) => ({ id, pattern: new RegExp(`^${id.replace(/x/g, '[\\dx]')}$`) }))
      .toSorted((a, b) => digitsOf(a.id) - digitsOf(b.id));
  }

  hasShape(code: string): boolean {
    return this.#shape.test(code);
  }

  lists(code: string): boolean {
    return this.#codes.has(code.toLowerCase());
  }

  /** The code as the catalog spells it. */
  canonical(code: string): string {
    return this.#codes.get(code.toLowerCase())?.code ?? code;
  }

  /** From broad to narrow. */
  familiesOf(code: string): readonly string[] {
    return this.#families.filter((family) => family.pattern.test(code)).map((family) => family.id);
  }

  /** Whether the words of the code's name or title stand in the text. */
  isNamedIn(code: string, text: string): boolean {
    const entry = this.#codes.get(code.toLowerCase());
    if (!entry) return false;
    const squashed = squash(text);
    return [entry.name, entry.title, ...entry.aliases].some(
      (name) => name !== undefined && name.length > 5 && squashed.includes(squash(name)),
    );
  }
}

/** What a field says. */
export interface Meaning {
  /** Sets whose code stands in it. */
  readonly own: readonly string[];
  /** A code stands in it: a field of a set, or one that is called `code` or `error` by everybody. */
  readonly isCode: boolean;
  readonly isSourceOnly: boolean;
  readonly sourceName: readonly string[];
  readonly sourceCode: readonly { readonly set: string; readonly explains: readonly string[] }[];
  readonly reason: readonly string[];
  readonly suggest: readonly string[];
  readonly isProse: boolean;
  /** Squashed values by set that mark a failed message. */
  readonly failed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fine: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isStatus: boolean;
  /** `success: false` */
  readonly isSuccess: boolean;
  /** The field says something of the outcome, in general words or in those of a set. */
  readonly isOutcome: boolean;
  /** What a value of this field says of the outcome. */
  readonly outcomeOf: (value: string) => FieldOutcome | undefined;
  /** Squashed values that mark a neighbouring numbering. */
  readonly foreign: ReadonlySet<string>;
  readonly isProvider: boolean;
  /** It stands in a container of another numbering. */
  readonly isElsewhere: boolean;
  readonly isStranger: boolean;
  /** `opaque`: words of people to people. `message`: words of programs to people. */
  readonly text: 'opaque' | 'message' | 'other';
  /** Nothing of it enters a judgement, whatever stands in it. */
  readonly isSilent: boolean;
  readonly isMessageId: boolean;
  readonly isRecipient: boolean;
  readonly isTime: boolean;
  readonly isCount: boolean;
  /** Half of a pair such as `{"name": "errorCode", "value": "4770"}`. */
  readonly pair: 'name' | 'value' | undefined;
  /** A type around a value: `{"N": "4770"}`. */
  readonly isWrapper: boolean;
}

function isSilent(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return !isJudged(meaning) && !isKept(meaning);
}

/** What stands in the field enters a judgement. */
export function isJudged(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return (
    meaning.isCode ||
    meaning.isSourceOnly ||
    meaning.isOutcome ||
    meaning.isStranger ||
    meaning.isProvider ||
    meaning.foreign.size > 0 ||
    meaning.reason.length > 0 ||
    meaning.suggest.length > 0
  );
}

/** What stands in the field is told of the message. */
export function isKept(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return meaning.isMessageId || meaning.isRecipient || meaning.isTime;
}

export interface NamedCode {
  readonly set: string;
  readonly code: string;
  /** As the vendor spells it. */
  readonly name: string;
  /** No more than a suggestion. */
  readonly isHint: boolean;
}

/** Lower case without anything but letters and digits: `Error Code`, `error_code` and `errorCode` are one. */
export function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const maxName = 120;

/** Values that say that there is no code. */
export function isNoCode(value: string): boolean {
  return /^[\s"'[\](){}<>-]*(?:0+(?:\.0+)?|null|none|nil|nul|nan|undefined|unset|empty|\\n|~|n\/?a|na|no ?error|ok|false|success)?[\s"'[\](){}<>-]*$/i.test(
    value,
  );
}

// Field names, squashed

/** In front of a code field these words say where it came from, not that it is another code. */
const generalQualifiers = [
  '',
  'x',
  'sms',
  'mms',
  'message',
  'messages',
  'msg',
  'payload',
  'event',
  'data',
  'body',
  'callback',
  'webhook',
  'delivery',
  'dlr',
  'last',
  'final',
  'raw',
  'original',
  'response',
  'result',
  'api',
  'vendor',
  'gateway',
  'provider',
  'outbound',
  'the',
  'failed',
  'failure',
  'delivered',
  'deliveryreport',
  'report',
  'status',
  'send',
  'sending',
  'row',
  'record',
  'channel',
  'primary',
  'fallback',
  'first',
  'second',
  'top',
  'main',
  'mostcommon',
  'mostfrequent',
  'my',
  'our',
];
const generalQualifierSet: ReadonlySet<string> = new Set(generalQualifiers);

const codeNames =
  /^(?:code|codes|errorcodes?|errcodes?|error|err|errorno|errno|errornumber|errornr|errorid|failurecodes?|failcode|failcodes|failurereasoncode|reasoncode|rejectcode|rejectioncode|resultcode|dlrcode|dlrerror|dlrerr|deliverycode|deliveryerror|statuscode|fehlercode|fehlernummer|codigo|codigoerror|codigodeerror|códigodeerror|códigoerror|código|codeerreur|codederreur|codedelerreur|foutcode|codigodeerro|códigodeerro|codicierrore|codiceerrore|ошибка|кодошибки|код|错误码|错误代码|错误|失败|錯誤碼|錯誤代碼|錯誤|失敗|エラーコード|エラー|오류코드|오류|실패|kodbłędu|hatakodu|failure|failures|failurereason|failurename|errorname|failuretype|failureidentifier|erroridentifier)$/;
/** A field called `code` in a container of this kind is the code of something else. */
const otherCodes =
  /^(?:country|countries|area|zip|postal|postcode|language|lang|locale|currency|price|source|promo|promotion|coupon|voucher|verification|otp|template|product|item|sku|carrier|network|operator|http|https|exit|region|state|location|address|card|cvv|pin|channel|file|app|application|account|user|customer|order|discount|mcc|mnc|smpp|smsc|request|source|platform|meta|whatsapp|timezone|tax|country)$/;

function isCodeName(last: string, parent: string | undefined, providers: ReadonlySet<string>): boolean {
  if (codeNames.test(last))
    return last !== 'code' && last !== 'codes' ? true : parent === undefined || !otherCodes.test(parent);
  // smserrorcode, bandwidtherrorcode, lasterror: qualified by a word that keeps the meaning
  for (const name of ['errorcode', 'errcode', 'failurecode', 'error', 'code']) {
    if (!last.endsWith(name)) continue;
    const qualifier = last.slice(0, -name.length);
    if (
      (generalQualifierSet.has(qualifier) || providers.has(qualifier)) &&
      !(name === 'code' && /^(?:sms|message|msg|the|my|our|channel|x)$/.test(qualifier))
    )
      return true;
  }
  return false;
}

/** tolerate: settings and constants that list codes — RETRYABLE_ERROR_CODES, stopCodes */
function isCodeListName(last: string): boolean {
  const match =
    /^(.*)(?:error|err|failure|fail|dlr)codes(?:retry|stop|suppress)?$|^(.*(?:retry|retryable|stop|suppress|permanent|transient|fatal|optout|blocked).*)codes$/.exec(
      last,
    );
  return (
    match !== null &&
    !/http|status|smpp|exit|sql|carrier|operator|source|platform|meta|whatsapp/.test(match[1] ?? match[2]!)
  );
}

const statusNames =
  /(?:status|state|outcome|result|dlr|deliveryreport|eventtype|messagetype|^type|^event|^evt|eventname|disposition|^stat|estado|statut|zustellstatus)$/;
const successNames = /^(?:success|successful|issuccess|delivered|isdelivered|ok)$/;
const providerNames =
  /^(?:provider|vendor|gateway|supplier|carriergateway|smsprovider|platformprovider|route|integration|service|servicename|upstream|backend|aggregator|source|smsgateway|messagingprovider|channelprovider|app|logger|component|via|network|system|anbieter|proveedor)$/;
const opaqueNames =
  /^(?:text|tag|tags|content|subject|useragent|displayname|caption|title|prefix|suffix|filename|media|links?|urls?|note|comment|comments)$/;
const messageNames =
  /^(?:msg|message|messages|log|logs|line|error|errors|err|errormessage|errormsg|errortext|exception|stack|stacktrace|summary|textpayload|raw|event|detail|details|info|output|stdout|stderr|warning|reason|statusmessage|failure|failurereason|errordescription|description|alert|annotation|notes|last|lasterror)$/;
const messageIds =
  /(?:^|\.)(?:message\.?id|msgid|messageid|messageuuid|smsid|whatsappid|platformreference|messageref|mid)$|^id$|(?:message|payload|lastmessage|data|msg)\.id$/;
const recipients =
  /^(?:to|recipient|destination|destinationtn|dest|destinationnumber|tonumber|msisdn|phone|phonenumber|mobile|mobilenumber|number|recipientnumber|contact|destinationaddress|destaddr|receiver|identifiervalue|recipientphone|sentto|empfänger|destinatario|destinataire)$/;
const times =
  /^(?:time|timestamp|ts|datetime|date|eventtime|statusdatetime|laststatusat|updatedat|createdat|receivetime|datetimeutc|occurredat|sentat|failedat|t)$/;
const counts =
  /^(?:count|counts|n|cnt|total|qty|quantity|occurrences|occurrence|num|messages|failures|failed|events|rows|anzahl|hits|times|messagecount|nummessages|freq|frequency|countof|volume|howmany|sms|msgs|(?:count|sum|number|anzahl|total)of\p{L}{0,20})$/u;

const pairNames = /^(?:name|key|field|attribute|label|header)$/;
const pairValues = /^(?:value|val|content)$/;
const wrappers =
  /^(?:N|S|B|BOOL|int|long|string|number|float|double|boolean|value|Value|val|(?:string|int|integer|long|double|number|float|bool|String|Int|Number)_?[vV]alue|\$numberInt|\$numberLong|\$numberDouble|#text|_text|\$t|_|StringValue)$/;

/** Path segments, squashed: `payload.failure.code`, `failure[code]`, `failure/code`, `failure__code`. */
function segmentsOf(name: string): string[] {
  return name
    .replace(/%5b/gi, '[')
    .replace(/%5d/gi, ']')
    .split(/[.[\]/]|__|::/)
    .map(squash)
    .filter((segment) => segment !== '' && !/^\d+$/.test(segment));
}

/** Whether a path ends with a field, on the border of a segment. */
function endsWith(segments: readonly string[], field: string): boolean {
  const wanted = segmentsOf(field);
  return (
    wanted.length <= segments.length &&
    wanted.every((segment, i) => segments[segments.length - wanted.length + i] === segment)
  );
}

/** As `endsWith`, and also flattened to one name: `failure_code`, `payload_failure_code`. */
function isField(segments: readonly string[], field: string, qualifiers: ReadonlySet<string>): boolean {
  if (endsWith(segments, field)) return true;
  const flat = segmentsOf(field).join('');
  const last = segments.at(-1) ?? '';
  return (
    last.endsWith(flat) && (last === flat ? segmentsOf(field).length > 1 : qualifiers.has(last.slice(0, -flat.length)))
  );
}

/** tolerate: the last two names of a path as one column — source_code for failure.source.code */
function isColumnOf(segments: readonly string[], field: string): boolean {
  const wanted = segmentsOf(field);
  return wanted.length > 2 && segments.length === 1 && segments[0] === wanted.slice(-2).join('');
}

/** Marks stand in fields called like that, or qualified: `status` also as `messageStatus`. */
function isMark(last: string, field: string): boolean {
  const wanted = segmentsOf(field).at(-1) ?? '';
  return wanted !== '' && (last === wanted || (last.endsWith(wanted) && wanted.length > 3));
}

// Outcomes in general

/** Values of a status that say that a message failed, squashed. */
const failedWords =
  /^(?:failed|failure|fail|undelivered|undeliverable|undeliv|notdelivered|rejected|rejectd|bounced|deliveryfailed|sendingfailed|sendfailed|failedtosend|failedtodeliver|permanentlyfailed|permanentfailure|deliveryfailure|failedtosendmessage|nondelivered|nondelivery|fallido|fallida|échoué|echoue|fehlgeschlagen|mislukt|falhou)$/;
const fineWords =
  /^(?:delivered|deliveredtohandset|deliveredtocarrier|sent|sending|accepted|queued|received|read|delivrd|success|successful|succeeded|ok|pending|scheduled|buffered|processing|processed|enroute|submitted|seen|opened|clicked|inbound|incoming|entregado|entregue|zugestellt|livré|livre|bezorgd|gesendet|enviado)$/;

export function outcomeOf(value: string): 'failed' | 'fine' | undefined {
  const squashed = squash(value);
  if (failedWords.test(squashed)) return 'failed';
  if (fineWords.test(squashed)) return 'fine';
  return undefined;
}

/** What a status says, and in whose words. */
export interface FieldOutcome {
  readonly outcome: 'failed' | 'fine';
  /** Sets that know this value. */
  readonly sets: readonly string[];
  /** Nobody else would say it like that. */
  readonly isDistinct: boolean;
}

function fieldOutcome(
  value: string,
  field: {
    isStatus: boolean;
    isSuccess: boolean;
    failed: ReadonlyMap<string, ReadonlySet<string>>;
    fine: ReadonlyMap<string, ReadonlySet<string>>;
  },
): FieldOutcome | undefined {
  const plain = squash(value);
  const general = outcomeOf(value);
  const setsWith = (words: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...words].filter(([, values]) => values.has(plain)).map(([set]) => set);
  const failed = setsWith(field.failed);
  if (failed.length > 0) return { outcome: 'failed', sets: failed, isDistinct: general === undefined };
  const fine = setsWith(field.fine);
  if (fine.length > 0) return { outcome: 'fine', sets: fine, isDistinct: general === undefined };
  const outcome = field.isStatus ? general : field.isSuccess ? truth(plain) : undefined;
  return outcome && { outcome, sets: [], isDistinct: false };
}

function truth(value: string): 'failed' | 'fine' | undefined {
  if (value === 'true' || value === 'yes' || value === '1') return 'fine';
  return value === 'false' || value === 'no' ? 'failed' : undefined;
}

/** A function that remembers its answers: a file has few different statuses and many rows. */
export function remembering<Answer>(answer: (value: string) => Answer): (value: string) => Answer {
  const known = new Map<string, Answer>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined || known.has(value)) return before as Answer;
    const found = answer(value);
    if (known.size < 300) known.set(value, found);
    return found;
  };
}

// Names

interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly NamedCode[]>;
  readonly pattern: RegExp | undefined;
}

function nameIndex(sets: readonly SetWords[]): NameIndex {
  const byKey = new Map<string, NamedCode[]>();
  const spelled = new Set<string>();
  const add = (text: string, named: NamedCode, inText: boolean) => {
    const key = squash(text);
    if (key.length < 4 || /^\d+$/.test(key)) return;
    const entries = byKey.get(key) ?? [];
    if (!entries.some((entry) => entry.set === named.set && entry.code === named.code)) entries.push(named);
    byKey.set(key, entries);
    if (inText) spelled.add(text.trim());
  };
  for (const set of sets) {
    // A set with prose that suggests has names that were never meant to be read by programs.
    const isHint = set.data.recognise.suggest.length > 0;
    // Where the word is itself the code, it only counts in its field.
    const isWordSet = !set.data.codes.some((code) => /^\d/.test(code.code));
    if (isWordSet) continue;
    for (const code of set.data.codes) {
      if (!code.name) continue;
      const named = { set: set.id, code: code.code, name: code.name, isHint };
      // A single word of a hint says nothing in a text.
      const isPhrase = (text: string) => !isHint || /[a-z]-[a-z]+-[a-z]/i.test(text);
      add(code.name, named, isPhrase(code.name));
      for (const alias of code.aliases)
        if (/^[A-Za-z][\w -]{3,}$/.test(alias)) add(alias, named, isPhrase(alias) && !/[A-Z][a-z]+ [a-z]/.test(alias));
      if (isHint && code.title) add(code.title, named, false);
    }
  }
  const alternatives = [...spelled]
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/[\s_-]+/)
        .map(escapePattern)
        .join('[\\s_-]{0,2}'),
    );
  return {
    byKey,
    pattern:
      alternatives.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, 'giu'),
  };
}

// Small things

function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const alternatives = words.map((word) => escapePattern(word)).toSorted((a, b) => b.length - a.length);
  // BandwidthAPI/v2 and bandwidth_sms name the provider too.
  return new RegExp(`(?<![A-Za-z0-9])(?:${alternatives.join('|')})(?=[^a-z0-9]|[A-Z]|$|s\\b|api|sms|v\\d)`, 'iu');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function safePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'i');
  } catch {
    return undefined;
  }
}

function union(set: Set<string> | undefined, values: readonly string[]): Set<string> {
  const all = set ?? new Set<string>();
  for (const value of values) all.add(squash(value));
  return all;
}

function digitsOf(pattern: string): number {
  return pattern.replace(/x/g, '').length;
}
