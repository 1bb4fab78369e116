/** Words that take what comes after them out of a rule. */
export const EXCEPTIVE =
  /(?<![\p{L}])(?:except(?:ing)?(?: for| that)?|excluding|unless|other than|apart from|aside from|with the exception of|but not|excepto|salvo|a excepcion de|menos(?= (?:los|las|el|la|en|que)\b)|a menos que|pero no|excluyendo)(?: (?:if|when|where|si|cuando|que))?(?![\p{L}])/gu;

/** Pairs of which a statement may not swap one for the other, folded. */
const OPPOSITES: [RegExp, RegExp][] = [
  [/\b(?:before|until|by (?=\d|noon|midnight|the end)|antes)\b/, /\b(?:after|later than|despues|a partir de|once (?:it|they|(?:your|the) \p{L}+) (?:has|have|is|are))\b/u],
  [
    /\b(?:over|above|more than|at least|minimum|superior(?:es)? a|mas de|por encima de|al menos|minimo)\b/,
    /\b(?:under|below|less than|at most|maximum|up to|inferior(?:es)? a|menos de|por debajo de|como maximo|maximo)\b/,
  ],
  [
    /\b(?:more|longer|extra|additional)\b(?! than)|\bmas\b(?! de)/,
    /\b(?:less|fewer|shorter)\b(?! than)|(?<!\b(?:al|lo) )\bmenos\b(?! de| que| el| la| los| las| en)/,
  ],
  [
    /\b(?:during|within|in) (?:the|your|its) first\b|\b(?:durante|en|dentro de) (?:tus? )?(?:el|los|las?) primer[oa]?s?\b/,
    /\b(?:after|beyond|past) (?:the|your|its) first\b|\b(?:despues de|tras|pasad[oa]s?) (?:el|los|las?) primer[oa]?s?\b/,
  ],
  [/\bhasta (?:el |las? )\d/, /\b(?:a partir del? |desde (?:el |las? ))(?:las? )?\d/],
  [/\b(?:always|siempre)\b/, /\b(?:never|nunca)\b/],
  [/\b(?:open|opens|abierto|abre|abrimos)\b/, /\b(?:closed|closes|cerrado|cierra|cerramos)\b/],
  [/\bfree\b|\bgratis\b|\bgratuit[oa]s?\b/, /\b(?:paid|charged?|fee|pago|cargo|tarifa|(?:con|un|at(?: an?)?|for an?|extra) (?:coste|costo|gasto|cost))\b/],
  [/\b(?:in stock|available|disponibles?)\b/, /\b(?:sold out|out of stock|unavailable|agotad[oa]s?)\b/],
  [
    /\b(?:in[- ]store|in (?:the|our|any|a|one of our) (?:stores?|shops?)|en (?:la |nuestras? |una )?tiendas?)\b/,
    /\b(?:at home|at your (?:home|door)|online|by (?:post|mail)|a domicilio|en (?:tu )?casa|por internet|en linea|por correo)\b/,
  ],
  [
    /\bsame day\b|\bmismo dia\b/,
    /\b(?:day before|previous day|next day|following day|day after|dia (?:anterior|siguiente|antes)|vispera)\b/,
  ],
  [/\b(?:cheaper|cheapest|lower|mas barat[oa]s?)\b/, /\b(?:dearer|more expensive|higher|mas car[oa]s?)\b/],
  [
    /\b(?:size|go|going) (?:\w+ ){0,2}up\b|\b(?:larger|bigger) (?:one|size)\b|\btallas? mas\b(?! (?:pequen|chic))|\btalla (?:superior|mayor|mas grande)\b/,
    /\b(?:size|go|going) (?:\w+ ){0,2}down\b|\bsmaller (?:one|size)\b|\btallas? menos\b|\btalla (?:inferior|menor|mas pequena)\b/,
  ],
  [
    /\b(?:runs?|fits?|comes? up|sizes?) (?:\w+ )?(?:small|narrow|tight|short)\b|\btallan? (?:\w+ )?(?:pequen[oa]s?|chic[oa]s?)\b/,
    /\b(?:runs?|fits?|comes? up|sizes?) (?:\w+ )?(?:large|big|wide|long|loose|generous)\b|\btallan? (?:\w+ )?grandes?\b/,
  ],
]; // biome-ignore format: a table

/** "We pay", "you pay": who bears it. */
const PAYER: [RegExp, RegExp] = [
  /\b(?:we|us|our (?:store|shop)|the (?:store|shop|seller|company)|nosotros|la tienda|el vendedor|la empresa)\s+(?:will\s+|also\s+|always\s+)?(?:pay|cover|bear|refund|paga|asume|cubre|abona)s?\b|\b(?:pagamos|cubrimos|asumimos|abonamos)\b|\b(?:paid|covered|borne) by (?:us|the (?:store|shop|seller|company))\b/,
  /\b(?:you|customers?|buyers?|recipients?|the customer|usted|el cliente|los clientes)\s+(?:will\s+|must\s+|have to\s+|has to\s+|need to\s+)?(?:pay|cover|bear)s?\b|\b(?:pagas|pagues|debes pagar|tienes que pagar)\b|\b(?:cliente|comprador|usuario|destinatario)\s+(?:paga|asume|cubre|abona)\b|\b(?:paid|covered|borne) by (?:you|the (?:customer|buyer|shopper|recipient|purchaser|addressee))\b/,
];
const PARTIAL =
  /\b(?:some|(?:all|every|any|each)(?: of)?(?: the)? other|the (?:rest|others)|(?:tod[oa]s )?(?:l[oa]s )?demas|el resto|(?:not|no) (?:all|every|tod[oa]s?|cualquier)|most|many|selected|certain|several|first(?! \d)|original|primer[oa]?s?(?! \d)|algun[oa]s|muchos?|muchas|la mayoria|ciert[oa]s|determinad[oa]s|seleccionad[oa]s)\b/;
/** What is said of all others. */
export const REST =
  /\b(?:(?:all|every|any|each)(?: of)?(?: the)? other|the (?:rest|others)|otherwise|demas|el resto)\b/;
const TOTAL =
  /(?<!\b(?:not|no) )\b(?:all|every|any|each|always|everything|tod[oa]s?|cada|cualquier|siempre)\b(?! (?:of |the |l[oa]s )*(?:other|others|demas)\b)/;

/**
 * Whether a text says one of two opposites where another has the other alone. Texts are folded.
 * @returns why, or null. Pure.
 */
export function compareOpposites(said: string, meant: string): string | null {
  for (const [one, other] of OPPOSITES) {
    if (swaps(said, meant, one, other) || swaps(said, meant, other, one))
      return 'it says the opposite of the quote';
  }
  if (swaps(said, meant, ...PAYER) || swaps(said, meant, PAYER[1], PAYER[0]))
    return 'it names the wrong payer';
  if (
    TOTAL.test(said) &&
    PARTIAL.test(meant) &&
    !TOTAL.test(meant) &&
    !PARTIAL.test(said) &&
    !said.match(EXCEPTIVE)
  )
    return 'it makes some into all';
  return null;
}

function swaps(sentence: string, quote: string, said: RegExp, meant: RegExp): boolean {
  return said.test(sentence) && !meant.test(sentence) && meant.test(quote) && !said.test(quote);
}

const NEVER = /\b(?:never|nunca|jamas)\b/;
const DENYING =
  /\b(?:not?|never|without|nor?|none|only|free|nunca|jamas|sin|ni|ningun[oa]?|solo|gratis|un\p{L}+|avoid|evit\p{L}+|ilimitad\p{L}+)\b/u;
const FREE = /\b(?:free|gratis|gratuit[oa]s?|included|incluid[oa]s?)\b/;
const PRICED = /[$€£] ?\d|\d ?(?:[$€£]|euros?\b|dollars?\b)/;

/**
 * Whether a text says "never" where another denies nothing, or "free" where the other only has a price. Texts are folded.
 * @returns why, or null. Pure.
 */
export function compareAbsolutes(said: string, meant: string): string | null {
  if (NEVER.test(said) && !DENYING.test(meant)) return 'it denies what the quote states';
  if (
    /\b(?:free|gratis|gratuit[oa]s?)\b/.test(said) &&
    !PRICED.test(said) &&
    PRICED.test(meant) &&
    !FREE.test(meant)
  )
    return 'it says the opposite of the quote';
  return null;
}
