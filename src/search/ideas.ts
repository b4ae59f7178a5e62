import { stem } from './words.ts';

/**
 * Words that mean the same in this field. They widen a query at a lower weight than the word itself. What people say
 * of one failure stands in data/ as phrases; here stand only words that are interchangeable everywhere.
 */
const groups: readonly string[] = [
  'message text sms txt msg texting mensaje mensagem nachricht bericht texte',
  'mms picture photo image pic attachment media video file gif',
  'number phone tn mobile cell msisdn cellphone telephone handy telefon numero rufnummer nummer',
  'handset phone device iphone android smartphone nokia',
  'recipient receiver destination customer subscriber addressee destinataire empfanger destinatario ontvanger',
  'recipient client person contact patient guest patron tenant landlord lady woman man guy visitor parent nurse employee member buyer shopper people',
  'sender source originator',
  'carrier operator network telco mno operador operadora netz netzbetreiber operateur',
  'block blocked blacklist blocklist barred bar banned ban denylist',
  'reject refuse deny decline denied rejection refusal',
  'optout unsubscribe unsubscribed stop optedout opted opt',
  'spam junk filter filtered',
  'link url shortener website',
  'register registered registration unregistered paperwork',
  'tollfree 800 833 844 855 866 877 888',
  'verify verified verification',
  'balance credit fund money saldo solde guthaben topup prepaid',
  'pay payment billing charge invoice card',
  'limit quota cap throttle throttled throttling capacity volume rate volumetric throughput fast many',
  'long length lengthy',
  'big large size oversized heavy huge',
  'receipt dlr report confirmation acknowledgement',
  'timeout timed expire expired expiry ttl expiration validity',
  'malformed invalid wrong incorrect bad mistyped misspelled illegal broken',
  'country abroad international foreign overseas',
  'unallocated unassigned unused unknown nonexistent exist',
  'nobody unallocated owner own',
  'disconnect deactivated disconnected inactive decommissioned dead',
  'landline fixed wireline',
  'loop looping circle itself',
  'route routing routed path',
  'encoding charset unicode character emoji',
  'busy occupied overloaded hiccup',
  'unavailable unreachable switchedoff off busy airplane desligado apagado ausgeschaltet eteint',
  'unauthorized unauthorised permission forbidden authorised authorized allowed allow permitted',
  'forbidden enable enabled activate disallow',
  'application app',
  'down outage unavailable trouble',
  'download fetch load retrieve',
  'receive arrive deliver get got reach',
  'emergency 911 112',
  'recipient recipients people participants group',
  // The nouns and verdicts of the field in other languages; whole wordings stand in data/ as phrases.
  'template plantilla modele vorlage modelo sjabloon',
  'invalid ungultig invalido invalide ongeldig falsch incorrecto incorreto verkeerd',
  'recipient empfangernummer destinatario destinataire ontvanger',
  'receipt ontvangstbevestiging empfangsbestatigung zustellbericht zustellbestatigung acuse accuse comprovante leveringsbevestiging',
  'landline festnetz festnetznummer fijo fixe fixo vaste',
  'blocked gesperrt blockiert bloqueado bloque geblokkeerd',
  'unknown unbekannt desconocido inconnu desconhecido onbekend',
  'expired abgelaufen caducado expirado vencido verlopen',
  'rejected abgelehnt rechazado rejete refuse rejeitado recusado geweigerd',
  'picture bild imagen imagem afbeelding foto',
  'limit limite grenze limiet',
  'unsubscribe abgemeldet baja desinscrit desabonne cancelou afgemeld',
  'country ausland extranjero etranger exterior buitenland',
  'long lang largo longo',
];

const ideasOfWord = new Map<string, number[]>();
const wordsOfIdea = groups.map((group) => [...new Set(group.split(' ').map(stem))]);
wordsOfIdea.forEach((words, idea) => {
  for (const word of words) ideasOfWord.set(word, [...(ideasOfWord.get(word) ?? []), idea]);
});

/** Numbers of the ideas that a stemmed word stands for; a word that belongs to no group of this field has none. */
export const ideasOf = (word: string): readonly number[] => ideasOfWord.get(word) ?? [];

/** The stemmed words that stand for an idea. */
export const wordsFor = (idea: number): readonly string[] => wordsOfIdea[idea] ?? [];
