/** What a text is about, told from its words. A number that may be a code is one where messages are spoken of. */

const topics = [
  // messages and whom they go to
  'sms|mms|rcs|texts?|texting|texted|messag(?:e|es|ing)|msgs?|sends|sending|re?sends?|campaigns?|broadcasts?|blasts?|otps?|recipients?|subscribers?|contacts?',
  'numbers?|toll[- ]?frees?|short ?codes?|long ?codes?|10dlc|a2p|tcr|brands?|landlines?|handsets?|mobiles?|phones?|port(?:ed|[- ]?ins?|ing)',
  // what becomes of them
  'deliver\\p{L}*|undeliver\\p{L}*|dlrs?|receipts?|callbacks?|webhooks?|bounc\\p{L}*|fail\\p{L}*|errors?|err|reject\\p{L}*|block(?:ed|s|ing)?|spam\\p{L}*|filter\\p{L}*|throttl\\p{L}*|unreachable|expired?',
  'opt(?:ed|s)?[- ]?(?:out|in)s?|unsubscrib\\p{L}*|stop(?:ped|list)?|suppress\\p{L}*|blacklist\\p{L}*|whitelist\\p{L}*|allowlist\\p{L}*|blocklist\\p{L}*|retr(?:y|ies|ied|ying|yable)|codes?|status(?:es)?|alert(?:s|ed)?',
  'problems?|issues?|trouble|incidents?|billed|billable|wireless|carriers?|operators?|aggregators?|gateways?|providers?|upstream|portal|console|dashboard',
  // other languages
  'fehler\\p{L}*|nachrichten?|zugestellt|zustell\\p{L}*|empfänger\\p{L}*|anbieter|netzbetreiber|rufnummern?|kampagnen?|abgelehnt|gesperrt|versand|versenden',
  'mensajes?|env[ií]os?|entregas?|entregad\\p{L}*|operador\\p{L}*|errores|código|campañas?|destinatarios?|rechaz\\p{L}*|bloque\\p{L}*|números?|falla\\p{L}*|fallo',
  'envois?|livr\\p{L}*|erreurs?|opérateurs?|destinataires?|campagnes?|refus\\p{L}*|rejet\\p{L}*|bloqu\\p{L}*|numéros?|échecs?|échou\\p{L}*|désinscri\\p{L}*',
  'mensage(?:ns|m)|envio|operadora|campanha|entregue|falhou|falhas?|messaggi\\p{L}*|invi[oi]?|operatore|consegn\\p{L}*|campagna|errore|errori|berichten|bericht|verzonden|afgeleverd|mislukt|foutcodes?|nummers?',
  'сообщени\\p{L}*|доставк\\p{L}*|оператор\\p{L}*|ошибк\\p{L}*|wiadomoś\\p{L}*|błąd\\p{L}*|wysył\\p{L}*|operator\\p{L}*|hata\\p{L}*|mesaj\\p{L}*|besked\\p{L}*|melding\\p{L}*|viest\\p{L}*|zpráv\\p{L}*|mesaje\\p{L}*|üzenet\\p{L}*|tin nhắn|pesan|повідомлен\\p{L}*|смс|μηνύμα\\p{L}*|הודעות|رسائل|الرسائل|پیام\\p{L}*',
];
const topic = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${topics.join('|')})(?![\\p{L}\\p{N}_])`, 'iu');
const writtenWithoutBlanks =
  /短信|消息|信息|运营商|失败|错误|メッセージ|送信|配信|エラー|キャリア|失敗|문자|메시지|오류|전송|실패/;

/** Whether a text speaks of messages and what becomes of them. Linear in the text. */
export function speaksOfMessaging(text: string): boolean {
  return topic.test(text) || networks.test(text) || writtenWithoutBlanks.test(text);
}

/** Networks that messages go through, as people call them. */
const plainNetworks =
  'verizon|vzw|vodafone|t-?mobile|at&t|us ?cellular|telekom|telef[oó]nica|movistar|telcel|swisscom|telstra|optus|airtel';
const carriers = `${plainNetworks}|tmo|att|sprint|o2|orange|claro|tim|windtre|ee|rogers|bell|telus|jio|mtn|sunrise|kpn|proximus|telia|telenor|tele2|dish|cricket|metropcs|tracfone|bouygues|sfr|free mobile|cellular|mobile`;
export const carrier = new RegExp(`^(?:${carriers})$`, 'i');
const networks = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${plainNetworks})(?![\\p{L}\\p{N}_])`, 'iu');

/** Words of paying right before a number: we paid 4775, it cost us 4770, sold it for 4720, rent is 4770 */
export const money =
  /(?<!\p{L})(?:(?:paid|pays?|paying|costs?|costing|earn(?:s|ed|ing)?|spen[dt]s?|spending|ow(?:e|es|ed|ing)|won|wins?|charged?|charges|invoiced?|invoices|billed|refunded?|donated?|saved?|lost|raised?|offered|bids?|kostet\w*|kosten|cuestan?|cost[oó]|coûtent?|coûté|costano?|kost(?:te)?|pag\w+|bezahlt\w*|zahl\w+|verdien\w+|gan[aóe]\w*|gagn\p{L}*|worth|priced at|valued at)(?: (?:me|us|him|her|them|you|back|about|over|only|just|around|nearly|almost|up to|at))*|(?:sold|bought|sells?|buys?|hired|rented)(?: \p{L}+){0,4} for|(?:rents?|prices?|salary|bills?|invoice|balance|fees?|deposit|loan|budget|revenue|profit|turnover|income|wages?|bonus|tax(?:es)?|payments?|amount|prize|fine|debt|salaries)(?: \p{L}+){0,2}? ?(?:is|was|are|were|of|at|to|:))\s*$/iu;

const moneyMatters =
  /(?<!\p{L})(?:banks?|tax(?:es)?|cars?|house|flat|apartment|loan|mortgage|insurance|lottery|charity|salary|rent|cash|cheque|check from|landlord|auction|ebay|paypal|pension|bonus|furniture|bikes?|laptops?|holidays?|vacation|trip|prize|(?:for|on) sale|sold|bought|dollars?|steuer\w*|miete|gehalt|auto|impuestos?|coche|alquiler|sueldo|impôts?|voiture|loyer|salaire|tasse|macchina|affitto|stipendio|euros?|pounds?|bucks|commission|casino|poker|bet)(?!\p{L})/iu;

/** Whether a text speaks of money. Linear in the text. */
export function speaksOfMoney(text: string): boolean {
  return moneyMatters.test(text);
}

/** Words that other languages than English are made of. */
export const otherLanguage =
  /(?<!\p{L})(?:der|die|das|und|nicht|mit|bei|wir|ist|seit|unser\w*|el|la|los|las|nos|que|una|para|desde|nuestr\p{L}*|les|des|nous|est|pour|sur|depuis|notre|nos|não|uma|na|em|estamos|com|nosso|het|een|niet|wij|van|onze|sinds|krijgen|gisteren|terug|ieri|oggi|di|che|per|non|il|sono|nostr\p{L}*|od|nie|jest|przy|że|się|kilka|część|bir|için|ile|hata|merhaba|bugün|och|att|inte|på|og|ikke|yang|tidak|и|не|на|при)(?!\p{L})|(?![a-z])\p{L}/iu;
