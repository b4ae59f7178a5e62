/** What the names of fields say to everybody, squashed. */

/** In front of a code field these words say where it came from, not that it is another code. */
export const generalQualifiers = (
  'api body bounce callback channel data delivered delivery deliveryreport dlr event failed failure fallback ' +
  'final first gateway last main message messages mms mostcommon mostfrequent msg my original our outbound ' +
  'payload primary provider raw record report response result row second send sending sms status the top ' +
  'undelivered vendor webhook x'
).split(' ');
const generalQualifierSet: ReadonlySet<string> = new Set(generalQualifiers);

const codeNames =
  /^(?:codes?|ec|failures?|errors?|err(?:or)?(?:codes?(?:value|\d)?|no|nr|num(?:ber)?|id|name|identifier)?|fail(?:ure)?(?:codes?|reason(?:code)?|name|type|identifier)|re(?:ason|ject(?:ion)?|sult)code|(?:dlr|delivery|status)code|(?:dlr|delivery|carrier)err(?:or)?|fehler(?:code|nummer|kennung)|c[oó]digo|c[oó]d(?:igo)?(?:de|do|del)?(?:erro|error|fallo|falha)|(?:code(?:d|del)?)?erreur|fout(?:code)?|(?:codic[ie](?:di)?)?errore|erro|ошибка|кодошибки|код|错误(?:代?码)?|失败|錯誤(?:代?碼)?|失敗|エラー(?:コード)?|오류(?:코드)?|실패|kodbłędu|hatakodu)$/;
/** A field called `code` in a container of this kind is the code of something else. */
const otherCodes =
  /^(?:country|countries|area|zip|postal|postcode|language|lang|locale|currency|price|source|promo|promotion|coupon|voucher|verification|otp|template|product|item|sku|carrier|network|operator|http|https|exit|region|state|location|address|card|cvv|pin|channel|file|app|application|account|user|customer|order|discount|mcc|mnc|smpp|smsc|request|platform|meta|timezone|tax)$/;

/** Names that the data has for those who send messages and carry them, squashed. */
export interface Names {
  readonly providerWords: ReadonlySet<string>;
  /** Sources whose codes stand beside those of a set. */
  readonly sourceNames: ReadonlySet<string>;
}

/** Whether a field of this name, inside of the parent, holds a code. */
export function isCodeName(last: string, parent: string | undefined, { providerWords, sourceNames }: Names): boolean {
  if (codeNames.test(last))
    return last !== 'code' && last !== 'codes'
      ? true
      : parent === undefined || !(otherCodes.test(parent) || sourceNames.has(parent));
  // smserrorcode, the same with a provider's name, lasterror: qualified by a word that keeps the meaning
  for (const name of ['errorcode', 'errcode', 'failurecode', 'statuscode', 'error', 'code', 'failure']) {
    if (!last.endsWith(name)) continue;
    const qualifier = last.slice(0, -name.length);
    if (
      (generalQualifierSet.has(qualifier) || providerWords.has(qualifier)) &&
      !(name === 'code' && /^(?:sms|message|msg|the|my|our|channel|x)$/.test(qualifier))
    )
      return true;
  }
  return false;
}

/** tolerate: settings and constants that list codes — RETRYABLE_ERROR_CODES, stopCodes */
export function isCodeListName(last: string, { sourceNames }: Names): boolean {
  const match =
    /^(.*)(?:error|err|failure|fail|dlr)codes(?:retry|stop|suppress)?$|^(.*(?:retry|retryable|stop|suppress|permanent|transient|fatal|optout|blocked).*)codes$/.exec(
      last,
    );
  const whose = match?.[1] ?? match?.[2];
  return (
    whose !== undefined &&
    !/http|status|smpp|exit|sql|carrier|operator|source|platform|meta/.test(whose) &&
    ![...sourceNames].some((name) => whose.includes(name))
  );
}

export const statusNames =
  /(?:status|state|outcome|result|dlr|deliveryreport|eventtype|messagetype|^type|^event|^evt|eventname|disposition|^stat|estado|statut|zustellstatus)$/;
export const successNames = /^(?:success|successful|issuccess|delivered|isdelivered|ok)$/;
export const providerNames =
  /^(?:provider|vendor|gateway|supplier|carriergateway|smsprovider|platformprovider|route|integration|service|servicename|upstream|backend|aggregator|source|smsgateway|messagingprovider|channelprovider|app|logger|component|via|network|system|anbieter|proveedor)$/;
export const opaqueNames =
  /^(?:text|tags?|content|useragent|displayname|caption|prefix|suffix|filename|media|links?|urls?)$/;
export const messageNames =
  /^(?:(?:short|full|log|event|status|err(?:or)?|exception|failure|raw|debug)?(?:msg|message|text|log|details?|info|line|reason|description)s?|err(?:or)?s?|exception|stack|(?:stack)?trace|summary|textpayload|raw|event|output|stdout|stderr|response(?:body|text)?|warning|failure|alert|annotation|last(?:error)?|failedreason|notes?|comments?|title|subject)$/;
const messageIds =
  /(?:^|\.)(?:message\.?id|msgid|messageid|messageuuid|smsid|platformreference|messageref|mid)$|^id$|(?:message|payload|lastmessage|data|msg)\.id$/;
/** Whether the last two names of a path are those of a message's own number: message.id, or that of the platform it went through. */
export function isMessageId(segments: readonly string[], { sourceNames }: Names): boolean {
  const last = segments.at(-1) ?? '';
  return messageIds.test(segments.slice(-2).join('.')) || (last.endsWith('id') && sourceNames.has(last.slice(0, -2)));
}

export const recipients =
  /^(?:to|recipient|destination|destinationtn|dest|destinationnumber|tonumber|msisdn|phone|phonenumber|mobile|mobilenumber|number|recipientnumber|contact|destinationaddress|destaddr|receiver|identifiervalue|recipientphone|sentto|empfänger|destinatario|destinataire)$/;
export const times =
  /^(?:time|timestamp|ts|datetime|date|eventtime|statusdatetime|laststatusat|updatedat|createdat|receivetime|datetimeutc|occurredat|sentat|failedat|t)$/;
export const counts =
  /^(?:count|counts|n|cnt|total|qty|quantity|occurrences|occurrence|num|messages|failures|errors|failed|events|rows|doccount|anzahl|hits|times|messagecount|nummessages|freq|frequency|countof|volume|howmany|sms|msgs|(?:count|sum|number|anzahl|total)of\p{L}{0,20})$/u;

export const pairNames = /^(?:name|key|field|attribute|label|header)$/;
export const pairValues = /^(?:value|val|content)$/;
export const wrappers =
  /^(?:N|S|B|BOOL|int|long|string|number|float|double|boolean|value|Value|val|(?:string|int|integer|long|double|number|float|bool|String|Int|Number)_?[vV]alue|\$numberInt|\$numberLong|\$numberDouble|#text|_text|\$t|_|StringValue)$/;
