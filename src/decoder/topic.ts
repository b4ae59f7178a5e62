/** What a text is about, told from its words. A number that may be a code is one where messages are spoken of. */

const topics = [
  // messages and whom they go to
  'sms|mms|rcs|texts?|texting|texted|messag(?:e|es|ing)|msgs?|whatsapp|sends|sending|re?sends?|campaigns?|broadcasts?|blasts?|otps?|recipients?|subscribers?|contacts?',
  'numbers?|toll[- ]?frees?|short ?codes?|long ?codes?|10dlc|a2p|tcr|brands?|landlines?|handsets?|mobiles?|phones?|port(?:ed|[- ]?ins?|ing)',
  // what becomes of them
  'deliver\\w*|undeliver\\w*|dlrs?|receipts?|callbacks?|webhooks?|bounc\\w*|fail\\w*|errors?|err|reject\\w*|block(?:ed|s|ing)?|spam\\w*|filter\\w*|throttl\\w*|unreachable|expired?',
  'opt(?:ed|s)?[- ]?(?:out|in)s?|unsubscrib\\w*|stop(?:ped|list)?|suppress\\w*|blacklist\\w*|whitelist\\w*|allowlist\\w*|blocklist\\w*|retr(?:y|ies|ied|ying|yable)|segments?|codes?|status(?:es)?|alert(?:s|ed)?',
  'problems?|issues?|trouble|incidents?|billed|billable|wireless|carriers?|operators?|aggregators?|gateways?|providers?|upstream|portal|console|dashboard',
  // other languages
  'fehler\\w*|nachrichten?|zugestellt|zustell\\w*|empfänger\\w*|anbieter|netzbetreiber|rufnummern?|kampagnen?|abgelehnt|gesperrt|versand|versenden',
  'mensajes?|envíos?|envios?|entregas?|entregad\\w*|operador\\w*|errores|código|campañas?|destinatarios?|rechaz\\w*|bloque\\w*|números?|números?|falla\\w*|fallo',
  'envois?|livr\\w*|erreurs?|opérateurs?|destinataires?|campagnes?|refus\\w*|rejet\\w*|bloqu\\w*|numéros?|échecs?|échou\\w*|désinscri\\w*',
  'mensagens|mensagem|envio|operadora|campanha|entregue|falhou|falhas?|messaggi\\w*|invi[oi]?|operatore|consegn\\w*|campagna|errore|errori|berichten|bericht|verzonden|afgeleverd|mislukt|foutcodes?|nummers?',
  'сообщени\\w*|доставк\\w*|оператор\\w*|ошибк\\w*|wiadomoś\\w*|błąd\\w*|wysył\\w*|operator\\w*|hata\\w*|mesaj\\w*',
];
const topic = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${topics.join('|')})(?![\\p{L}\\p{N}_])`, 'iu');
const writtenWithoutBlanks =
  /短信|消息|信息|运营商|失败|错误|メッセージ|送信|配信|エラー|キャリア|失敗|문자|메시지|오류|전송|실패/;

/** Whether a text speaks of messages and what becomes of them. Linear in the text. */
export function speaksOfMessaging(text: string): boolean {
  return topic.test(text) || networks.test(text) || writtenWithoutBlanks.test(text);
}

/** Networks that messages go through, as people call them. */
const carriers =
  'verizon|vzw|vodafone|t-?mobile|tmo|at&t|att|sprint|us ?cellular|o2|orange|telekom|telefonica|telefónica|movistar|telcel|claro|tim|windtre|ee|rogers|bell|telus|airtel|jio|mtn|swisscom|sunrise|kpn|proximus|telia|telenor|tele2|dish|cricket|metropcs|tracfone|bouygues|sfr|free mobile|optus|telstra|cellular|mobile';
export const carrier = new RegExp(`^(?:${carriers})$`, 'i');
const networks =
  /(?<![\p{L}\p{N}_])(?:verizon|vzw|vodafone|t-?mobile|at&t|us ?cellular|telekom|telef[oó]nica|movistar|telcel|swisscom|telstra|optus|airtel)(?![\p{L}\p{N}_])/iu;

/** Words of paying right before a number: we paid 4775, it cost us 4770, sold it for 4720, rent is 4770 */
export const money =
  /(?<!\p{L})(?:(?:paid|pays?|paying|costs?|costing|earn(?:s|ed|ing)?|spen[dt]s?|spending|ow(?:e|es|ed|ing)|won|wins?|charged?|charges|invoiced?|invoices|billed|refunded?|donated?|saved?|lost|raised?|offered|bids?|kostet\w*|kosten|cuestan?|cost[oó]|coûtent?|coûté|costano?|kost(?:te)?|pag\w+|bezahlt\w*|zahl\w+|verdien\w+|gan[aóe]\w*|gagn\p{L}*|worth|priced at|valued at)(?: (?:me|us|him|her|them|you|back|about|over|only|just|around|nearly|almost|up to|at))*|(?:sold|bought|sells?|buys?|hired|rented)(?: \p{L}+){0,4} for|(?:rents?|prices?|salary|bills?|invoice|balance|fees?|deposit|loan|budget|revenue|profit|turnover|income|wages?|bonus|tax(?:es)?|payments?|amount|prize|fine|debt|salaries)(?: \p{L}+){0,2}? ?(?:is|was|are|were|of|at|to|:))\s*$/iu;

const moneyMatters =
  /(?<!\p{L})(?:banks?|tax(?:es)?|cars?|house|flat|apartment|loan|mortgage|insurance|lottery|charity|salary|rent|cash|cheque|check from|landlord|auction|ebay|paypal|pension|bonus|furniture|bikes?|laptops?|holidays?|vacation|trip|prize|sale|sold|bought|dollars?|steuer\w*|miete|gehalt|auto|impuestos?|coche|alquiler|sueldo|impôts?|voiture|loyer|salaire|tasse|macchina|affitto|stipendio|euros?|pounds?|bucks|commission|casino|poker|bet)(?!\p{L})/iu;

/** Whether a text speaks of money. Linear in the text. */
export function speaksOfMoney(text: string): boolean {
  return moneyMatters.test(text);
}

/** Words that other languages than English are made of. */
export const otherLanguage =
  /(?<!\p{L})(?:der|die|das|und|nicht|mit|bei|wir|ist|seit|unser\w*|el|la|los|las|nos|que|una|para|desde|nuestr\p{L}*|les|des|nous|est|pour|sur|depuis|notre|nos|não|uma|com|nosso|het|een|niet|wij|van|onze|sinds|krijgen|gisteren|terug|ieri|oggi|di|che|per|non|il|sono|nostr\p{L}*|od|nie|jest|przy|że|się|kilka|część|bir|için|ile|hata|merhaba|bugün|och|att|inte|på|og|ikke|yang|tidak|и|не|на|при)(?!\p{L})|(?![a-z])\p{L}/iu;
