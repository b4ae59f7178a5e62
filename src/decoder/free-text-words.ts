/** Words beside a number in free text, and what they make of it. Each list is anchored at the number. */

const codeWords =
  '(?:e+r+(?:o+r+|r)s?(?:_?(?:codes?|messages?|names?))?|rror|reror|eorr?r|err[ie]r|(?:err|failure)_code|fai(?:l(?:e?ures?|ed|ing|code)?|ulure|eld|led)|fa(?:lu?i?re|ild|lied)|c(?:odes?|doe|oed|odde)|kode|dlr|bounc(?:e[ds]?|ing)|reject(?:ed|ion|s)?|undeliver(?:ed|able)|fehler(?:codes?|nummer|meldung|kennung)?|c[oó]digos?|erreurs?|fout(?:codes?)?|errore?|codice|ошибк\\p{L}*|код|bł[ąę]d(?:u|em)?|hata|kodu|fe(?:l|jl|il)kod(?:en)?|virhekoodi|chyb(?:a|u|y|ou|ový kód|ového kódu)|eroarea?|codul|hiba(?:kód)?|lỗi|kesalahan|помилк\\p{L}*|σφάλμα|κωδικό\\p{L}*|שגיאה|קוד|(?:ال)?خطأ|خطا|(?:รหัส)?ข้อผิดพลาด|错误|失败|錯誤(?:代碼)?|失敗|エラー|오류|에러|실패|코드|getting|got)';

const joints =
  "(?:[\\s:=#>*~\"'`()\\[\\]\\u0001-]|code|codes|number|numbers|nr\\.?|no\\.|n\\.\\s?[º°]|n[º°]|id|ids|is|was|are|were|of|with|by|like|e\\.g\\.|i\\.e\\.|either|both|the|a|an|de|del|d'|du|und|mit|con|avec|error|vendor|carrier|番号|コード|ステータス|번호|코드|码|碼|代码|错误|rückgabe|retour|na|kodem|kodom)";

export const cueEnding = new RegExp(
  `(?:^|[^\\p{L}\\p{N}_]|(?=[\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}]))(${codeWords})(?:${joints}){0,6}$`,
  'iu',
);

export const plainCue = /^(?:got|getting)$/i;

/** Words that make `code` the code of something else. */
export const otherCode =
  /(?:short|verification|security|access|zip|zipcode|postal|post|area|country|dial(?:l?ing)?|promo(?:tion(?:al)?)?|discount|coupon|voucher|gift|door|gate|entry|exit|http|https|close|hs|sic|naics|icd|cpt|mcc|source|pass|pin|login|log-in|sign-?in|confirmation|one[- ]time|otp|auth\w*|activation|booking|qr|bar|colou?r|product|item|order|tracking|reference|invite|invitation|referral|unlock|reset|2fa|mfa|temporary|your|use|enter|dress|bank|sort|branch|routing|swift|tax|class|course|room|department|dept|store|shop|part|model|postleitzahl|código postal|su|votre|ihr|dein|status|response|return)[\s._-]{1,2}codes?\b[^.]{0,12}$/i;

/** Programs and machines that have errors of their own: MySQL error 4720, error 4720 in Excel */
const otherSoftware =
  '(?:my|ms|t-|pl/)?sql(?:ite|state)?|oracle|postgres(?:ql)?|mongo(?:db)?|redis|windows|win32|hresult|linux|kernel|bios|steam|xbox|playstation|nintendo|roblox|itunes|iphone|ipad|android|excel|outlook|office|word|powershell|adobe|photoshop|quickbooks|sage|datev|elster|printer|drucker|scanner|samsung|epson|bosch|siemens|whirlpool|compiler|linker|typescript|javascript|java|python|php|gcc|clang|npm|yarn|docker|kubernetes|git|ssh|ssl|tls|dns|ftp|smtp|imap|ldap|usb|aws|azure|stripe|paypal|disk|printf|parse|parser|syntax|type|runtime|memory|checksum|assertion|unity|unreal|minecraft';
export const otherError = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${otherSoftware})[\\s:-]{1,2}(?:errors?|err|error codes?|exception|fault|fehler(?:code)?)[\\s:#]{1,3}$`,
  'iu',
);
export const errorElsewhere = new RegExp(
  `^[\\s,]{1,2}(?:in|from|of|on|\\(|auf|en|von) ?(?:${otherSoftware})(?![\\p{L}\\p{N}])`,
  'iu',
);

export const nouns =
  /(?:^|[^\p{L}\p{N}])(?:(?:port|line|order|ticket|invoice|issue|page|row|column|id|number|build|item|model|part|job|task|run|bug|byte|count|total|user|tenant|customer|client|member|employee|step|point|record|message|text|value|pedido)s?|pid|process|tid|thread|pr|pull request|case|room|ext(?:ension)?|no|nr|num|phone|tel|telephone|(?<!\bt-)mobile|cell|fax|rfc|iso|ver(?:sions?)?|v|rev(?:ision)?|account|acct|zip|plz|suite|ste|apt|unit|year|years|size|took|ref(?:erence)?|po|sku|serial|batch|commit|release|chapter|section|article|kb|doc(?:s|ument)?|form|jira|seq|offset|position|index|length|len|sum|amount|price|cost|usd|eur|gbp|flight|train|gate|building|channel|frequency|pin|otp|passcode|password|workspace|project|merchant|cluster|instance|server|device|session|transaction|badge|license|plate|§{1,2}|pp?\.|vol\.|(?<!\b(?:i|we|to|you)\s)fix(?:es|ed)?|close[sd]?|resolve[sd]?|since|until|before|after|(?<!\b(?:hit|caused|followed|affected|plagued)\s)by|delivered|sent|received|queued|processed|accepted|succeeded|box|bag|highway|route|hwy|(?<!\b(?:spam|carrier|content|a) )block|store|shop|branch|class|course|grade|level|score|weight|speed|sample|question|slide|table|fig|http|https|status|sqlstate|ora|errno|exit|signal|uid|gid|group|node|pod|shard|key|queue|topic|segment|chunk|attempt|try|(?<!\b(?:not|don't|dont|never|always|to|we|can|should|i|you|please|and)\s)retry|entry|entries|msg|sms|mms|campaign|contract|policy|claim|shipment|parcel|tracking|package|address|street|str|calle|rue|avenida|asn|vlan|cpu|ram|mem(?:ory)?|disk|kb|load|win(?:dows)?|eventcode|kernel|heartbeat|uptime|ping|goroutine|worker|(?<=\b(?:card|visa|mastercard|amex|account|iban|number|phone|tarjeta|karte|carte)\b.{0,20})(?:ending|ends?)(?: in| with)?|last (?:4|four)(?: digits)?|digits|select|where(?! is\b)|limit|event|connect(?:ion|ed|ing)? to|audit|flow|locker|lot|aisle|pallet|bib|brand|budget|timeout|puerto|porta|factura|fatura|habitaci[oó]n|sala|salle|chambre|zimmer|raum|bestellung|auftrag|rechnung|vorgang|commande|fattura|linha|l[ií]nea|ligne|riga|zeile|kunden?(?:nummer)?|kamer|poort|kanaal|trein|vuelo|vol|bus|linie|seite|p[aá]gina|ordine)(?:\s?(?:(?:is|was|are|were|é|es|est|ist|è)(?:\s(?:the|el|la|le|il|o|die|das|der))?|=|:|#|no\.?|number|nr\.?|\.))?[\s:#=("'`*[]{0,3}$/iu;

/** What has a number as its name, whatever follows: room 4432 error in projector */
export const named =
  /(?<!\p{L})(?:room|flight|gate|train|bus|locker|aisle|suite|apartment|order|invoice|booking|ticket|model|part|iso|rfc)\s$/iu;

const told = '(?:campaign|batch|broadcast|blast|send|messages?|texts?|sms|mms|job|run|retry|attempt)s?:\\s';

/** What tells of its messages after a colon: yesterday's campaign: 4775 on 12 contacts */
export const reports = new RegExp(`${told}$`, 'i');

/** One of them tells that all is well, so that the number beside another is no count: MMS: 4402, SMS: fine */
export const fineReport = new RegExp(`${told}(?:fine|ok|okay|works|good|clean|nothing|delivered)\\b`, 'i');

/** A sum of something, and many of them with one number: total failures: 4720, bounces: 4720. The number is \u0001. */
export const totals =
  /(?:total|number of|count of|sum of)\s+\p{L}+s\W*\u0001|(?:error|failure|bounce) (?:budget|count|rate|total|volume)[^.;\d]{0,30}\u0001|(?:^|[|;,(•]\s?)(?:bounces|failures|rejects|rejections):\s\u0001(?:$|[|;,)](?!\s?\d))/iu;

/** What has a number of its own, in several languages: Kundennummer lautet 5501, pedido n.º 4770, n. 4720 */
export const numbered =
  /(?<!\p{L})(?!(?:fehler|error|erro|erreur|fout|błęd|hata|ошибк))(?:\p{L}*(?:nummern?|numer|numero|número|numéro|broj|číslo|szám[aá]?|\p{L}*szám|номер\p{L}?(?: \p{L}+)?|nomor|số|c[oó]digo postal|code postal|codice postale|postleitzahl|plz|cep|postcode)|n\.\s?[º°o]\.?|n[º°]|n\.|№|č\.|sz\.)(?:\s(?:lautet|ist|is|es|est|é|è|to|jest|was|war))?\s?[:=#]?\s?$/iu;

/** Labels in writing without blanks between words: 注文番号4432, 주문번호 4720. Not エラー番号 4432. */
export const labelWithoutBlank =
  /(?<!エラー|错误|錯誤|오류|에러|失敗|失败)\s?(?:番号|番號|号码|號碼|编号|編號|单号|單號|订单号|번호|部屋|房间|房間|门牌|端口|ポート|포트|ページ|電話|电话|전화|口座|注文|订单|訂單|주문|価格|价格|가격|号|號)[:は是은는\s]{0,3}$/u;

/** What is counted in such writing, whatever stands before: エラー4432件 */
export const unitWithoutBlank =
  /^\s?(?:件|人|名|個|个|条|條|円|元|원|개|명|건|통|号|號|番|分|秒|年|月|日|時|时|회|번|回|次|通|台|本|枚|点|點|층|階|楼|호|室|歳|岁|세)/u;

export const howMany =
  /(?:^|[^\p{L}])(?:about|around|approx(?:imately|\.)?|roughly|over|under|nearly|almost|exactly|only|just|some|than|least|most|to|total(?: of)?|out of|of|were|was|are|had|have|has|sent|delivered|count(?:ed)?|reached|hit|all|another|extra|additional|every|first|last|next|each|~|≈|x|×)\s*$/iu;

/** These say how much of something there is, whatever it is. */
export const aboutHowMany =
  /(?:^|[^\p{L}])(?:about|around|approx(?:imately|\.)?|roughly|over|under|nearly|almost|exactly|than|least|most|total(?: of)?|out of|sent|delivered|count(?:ed)?|reached|another|additional|extra|~|≈|x|×)\s*$/iu;

export const units =
  /^[\s\u00a0-]?(?:ms|msecs?|millis|milliseconds?|µs|us|ns|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|kb|mb|gb|tb|bytes?|bits?|km|m|mi|miles?|met(?:er|re)s?|cm|mm|px|pt|usd|eur|gbp|cad|aud|chf|dollars?|euros?|pounds?|cents?|bucks|percent|pct|%|°|messages|msgs|sms|mms|people|rows|times?|events?|points|pts|pcs|jobs|rpm|kg|g|mg|lbs?|oz|k?cal|calories|[km]?wh|kw|mw|steps|views|likes|followers|votes|k|°c|ft|feet|hz|mhz|ghz|w|delivered|sent|received|queued|succeeded|successful|successfully|ok|passed|skipped|ignored|completed|done|accounts(?! for)|leads|hits|opt-?outs?|opt-?ins?|nachrichten|empfänger|of|out of|total|in total|per)(?![\p{L}\p{N}])/iu;

export const speaksOfFailure =
  /fail|error|reject|undeliver|bounce|block|dlr|delivery|not delivered|unreach|spam|opt(?:ed)?[- ]?out|carrier|\bcode\b|\berr\b|refus|denied/i;

export const passcode =
  /verification code|one[- ]?time|\botp\b|passcode|pass code|security code|login code|log-?in code|sign-?in code|confirmation code|access code|auth(?:entication|orization)? code|\bpin\b|\b2fa\b|do(?: not|n't) share|never share|expires? in \d+|valid for \d+|your (?:[\w-]+ ){0,4}code\b|ist (?:dein|ihr)\p{L}* (?:\S+ ){0,2}code|es (?:tu|su) código|est votre code|è il tuo codice|é o seu código|(?:use|enter) (?:the )?code|(?<!(?:err(?:or)?|fail(?:ure)?|dlr|reason|status|source)[\s._-]?)code is:? ?\d|código de verificación|code de vérification|bestätigungscode|verifizierungscode|einmal(?:passwort|code|kennwort)|code de (?:confirmation|sécurité|connexion|validation)|mot de passe|código (?:de acceso|de seguridad|de confirma\w+|de verifica\w+)|codice di (?:verifica|sicurezza|accesso)|verificatiecode|inlogcode/iu;

export const address =
  /\b(?:calle|c\/|avda|avenida|plaza|paseo|straße|strasse|platz|rue|boulevard|street|avenue|p\.?o\.? box|postal address|zip code|postcode|suite|apt\.?)\b|\bstr\.\s?\d/i;

/** Counts side by side: sent 9000, delivered 4280, failed 4720. */
export const summary =
  /(?:sent|passed|delivered|queued|total|received|accepted|processed|success(?:ful)?|ok|pending)\W{1,3}\d{1,9}\b.*(?:fail|error|reject|bounce|undeliver|delivered)\w*\W{1,3}\d|(?<!\d)\d{1,9} (?:sent|delivered|queued|total|succeeded|passed|ok)\b.*(?<!\d)\d{1,9} (?:fail|error|reject|bounce|undeliver)|(?:fail|reject|bounce|undeliver)\w*\W{1,3}\d{1,9}\b.*\b(?:sent|passed|delivered|queued|total|received|accepted|success(?:ful)?)\W{1,3}\d{1,9}\b/i;

export const joiner =
  /^[("']*(?:and|or|und|oder|y|o|e|et|ou|en|vs\.?|plus|also|then|errors?|codes?|the|these|those|all|both|what|whats|what's|is|are|mean|means|does|do|help|please|pls|fehler|código|códigos|meaning|of|for|about)[)"'.,:!?]*$/i;

// tolerate: exported chats — [14/05/24, 10:31:22] Bob: getting 15016
export const chatLine =
  /^\s*\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?, \d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})\]?\s?[-–]?\s?[\p{L}][\p{L} .]{0,30}: /u;
