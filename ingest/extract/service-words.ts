/** A long text speaks of something else and meets one of these words by chance: it needs one for so many words. */
const WORDS_PER_SERVICE_WORD = 25;

/**
 * What a shop says of its service wherever it can. Words for what products are sold with (warranty, guarantee, repair,
 * care) are left out on purpose: a line about them answers questions about that product.
 */
const phrases = [
  // English
  'free shipping|shipping|ships? free|deliver(?:y|ies)|returns?|refunds?|exchanges?|checkout|secure payments?|payments?',
  'newsletter|mailing list|subscribe|sign[ -]up|inbox|unsubscribe|follow us|store locator|(?:find|visit) (?:a|your|our)(?: nearest| local)? (?:store|shop)s?',
  'click (?:and|&) collect|(?:in-store|curbside|store) pick-?up|gift cards?|price match(?:ing)?|loyalty|rewards?|money[ -]back',
  'customer (?:service|support|care)|live chat|contact us|(?:buy|shop) with us|why (?:buy|shop|choose)',
  '(?:page|article|answer) (?:was )?helpful',
  // Spanish
  'env[ií]os?|entregas?|devoluci(?:ón|on|ones)|reembolsos?|pagos?|bolet[ií]n|suscr[ií]b\\p{L}*|s[ií]guenos|recogida en tienda',
  'encuentra (?:tu|una) tienda|tarjetas? (?:de )?regalo|atenci[oó]n al cliente|cont[aá]ctanos|por qu[eé] comprar|(?:te|le) ha (?:servido|ayudado|resultado [uú]til)',
  // French
  'livraisons?|retours?|remboursements?|paiements?|exp[eé]ditions?|inscri(?:vez-vous|ption)|suivez-nous|retrait en magasin|trouve[rz] un magasin|cartes? cadeaux?|service client|contactez-nous',
  // German: compounds run on
  '\\p{L}*versand\\p{L}*|liefer(?:ung|zeit|kosten)\\p{L}*|r(?:ü|ue)ck(?:gabe|sendung|erstattung)\\p{L}*|retoure\\p{L}*|zahlung\\p{L}*|newsletter-?\\p{L}*|filial(?:e|en|finder)|gutschein\\p{L}*|kundenservice|kundendienst|folgen? (?:sie )?uns',
  // Italian
  'spedizion[ei]|consegn[ae]|res[oi] (?:gratuit\\p{L}*|facil\\p{L}*|entro)|rimbors[oi]|pagament[oi]|iscriviti|seguici|ritiro in negozio|trova (?:un|il tuo) negozio|cart[ae] regalo|servizio clienti|contattaci',
  // Portuguese
  'frete|devolu(?:ção|ções)|reembolsos?|pagamentos?|inscreva-se|subscreva|siga-nos|retirada na loja|atendimento ao cliente|fale conosco',
  // Dutch
  'verzending|verzendkosten|bezorging|retourner\\p{L}*|retouren|betaling|betaal\\p{L}*|nieuwsbrief|volg ons|winkelzoeker|cadeaukaart|cadeaubon|klantenservice',
];
const serviceWord = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** What joins the topics of a heading: `Shipping & returns`, `Materials, care and delivery`. */
const JOINT = /\s*[,;&+/|]\s*|\s(?:and|or|y|e|o|und|oder|et|ou|en|of)\s/u;

/** Whether all that a heading announces is the shop's service: below `Care & returns` stands care, too. */
export function headsService(heading: string): boolean {
  const topics = heading.split(JOINT).filter((topic) => /\p{L}/u.test(topic));
  return topics.length > 0 && topics.every(speaksOfService);
}

/** Whether a line is about a shop's service rather than about one product. */
export function speaksOfService(text: string): boolean {
  const found = text.match(serviceWord)?.length ?? 0;
  return found > 0 && found >= Math.floor(text.split(/\s+/).length / WORDS_PER_SERVICE_WORD);
}
