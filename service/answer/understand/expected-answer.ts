import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readCells } from '../rank/labelled-line.ts';
import { holdsAddress } from '../within/street-address.ts';

/** What kind of thing a question asks for, where its words tell. */
export type ExpectedAnswer =
  | 'money'
  | 'duration'
  | 'moment'
  | 'weekdays'
  | 'hours'
  | 'temperature'
  | 'count'
  | 'number'
  | 'email'
  | 'contact'
  | 'address'
  | 'name';

/** Question words by what they ask for, accents folded; the first that matches counts. English, then Spanish. */
const ASKS: [ExpectedAnswer, RegExp][] = [
  [
    'address',
    /^\W*(?:(?:hi|hey|hello|hola|so|and|y|ok)\W+)*(?:where(?:'?s| is| are| r) (?:(?:you|u|ya|you guys)(?: (?:located|based|situated|at))?|(?:your|the) (?:(?:physical|actual|real|nearest|main) )?(?:stores?|shops?|showrooms?|branch(?:es)?|location|office|place)(?: located| at)?)[\s?!.]*$|(?:where (?:can|do|could) (?:i|we) find (?:you|your (?:shop|store)|the (?:shop|store)))[\s?!.]*$|(?:what(?:'?s| is)|whats|give me|tell me|can i (?:have|get)) (?:your|the (?:shop|store)'?s?) (?:street |physical |shop |store |full )?address|address of (?:the|your) (?:shop|store|showroom)|how do (?:i|we) get to (?:you|your (?:shop|store)|the (?:shop|store))|donde (?:estais|estan|esta|queda|quedan|se (?:encuentra|ubica)n?|os encontrais)(?: (?:ubicad[oa]s?|situad[oa]s?))?(?: (?:la|las|el|su|sus|vuestra|vuestras) (?:tiendas?|local(?:es)?|sucursal(?:es)?))?(?: (?:ubicad[oa]s?|situad[oa]s?))?[\s?!.]*$|(?:cual es|dame|dime|me (?:dan|dais)) (?:la|vuestra|su|tu) direccion(?! de (?:correo|e-?mail|devol\p{L}*|envio))|como (?:llego|se llega) a (?:la|vuestra|su) tienda)/u,
  ],
  // "How much does it weigh?" is no question of money.
  ['number', /\bhow much (?:does|do|can|will|is)\b.*\b(?:weigh|hold|fit|carry|measure)s?\b/],
  ['duration', /\bhow much (?:time|longer)\b/],
  [
    'duration',
    /(?<=\b(?:return|refund|exchange|claim|trial|cancellation)s? )(?:window|period|deadline)\b|\btime limit\b/,
  ],
  // "How long does it last on a charge?" asks for no fee.
  ['duration', /^\W*(?:\w+ ){0,3}how (?:long|soon|fast|quickly)\b(?!.*\bhow much\b)/],
  [
    'money',
    /\b(how much (does|do|is|are|will|would|for|to)|how much(?=[?!.,\s]*$|\s*[?!.,])|what (?:do|does|did|would|will) (?=(?:\S+ ){1,8}(?:run|come to|set me back|go for)(?: me| us)?[?!.,\s]*$)|price(?! match)|cost|costs|fee|fees|(?<!\b(?:per|full|single) )charge|expensive|cuanto (?:mas )?(?:me |os |te |se |nos |le |les |lo |la )*(?:cuest|costar|cobr|descont|descuent)\w*|cuanto (?:me |nos |os |te |se |les |le )*(?:vale|valen|valdria|sale|salen|saldria|queda|quedaria)|(?<!cada )cuanto (?:es|son|seria|serian|fue|por)|precio|coste|costo|tarifa|gastos de envio|(?:que|cual|cuanto) (?:es el )?(?:importe|recargo|suplemento)|(?:a partir de|desde) cuanto(?! tiempo))\b/,
  ],
  // "At what order value is delivery free?"
  [
    'money',
    /\b(?:what|which) (?:(?:minimum|order|cart|basket|purchase|total) )*(?:value|amount|total|sum)\b(?! of)|\b(?:a partir de|desde|por) que (?:monto|cantidad|valor|total|compra)\b|\bcuanto (?:tengo|tenemos|hay|tiene|debo) (?:que )?(?:gastar|comprar)\b|\b(?:compra|pedido|monto) minim[oa]\b|\b(?:how much|what) do (?:i|we|you) (?:have|need) to (?:spend|buy)\b|\b(?:how many (?:dollars|euros|bucks)|cuantos (?:pesos|euros|dolares))\b/,
  ],
  [
    'money',
    /\b(?:(?:do|would|will) (?:i|we) (?:have|need) to pay (?:any(?:thing)? |extra )?for|(?:tengo|tenemos|hay) que pagar (?:algo )?por)\b/,
  ],
  [
    'duration',
    /\b(?:shipping|delivery|transit|handling|processing|lead|repair) times?\b|\b(?:plazos?|tiempos?) de (?:entrega|envio|reparacion)\b/,
  ],
  [
    'duration',
    /\b(how long|how many (days|weeks|months|years|hours)|how (soon|fast|quickly)|turnaround|time ?frame|cuanto (?:me |os |te |se |nos |le |les |lo |la |suele |puede |mas )*(?:tard|demor|dur|tiempo)\w*|cuantos (dias|meses|anos)|cuantas (semanas|horas)|plazo)\b/,
  ],
  // "What is cheaper, ground or express?"
  [
    'money',
    /\b(?:what(?:'?s| is)|which(?: (?:one|way|option|method))? is|que (?:es|sale)|cual (?:es|sale)) (?:the )?(?:cheaper|cheapest|more expensive|mas (?:barat[oa]|car[oa]|economic[oa]))\b(?=.*\b(?:or|o)\b)/,
  ],
  [
    'duration',
    /\b(?:what(?:'?s| is)|which(?: (?:one|way|option|method))? is|que (?:es|llega)|cual (?:es|llega)) (?:the )?(?:faster|fastest|quicker|quickest|mas rapido|antes)\b(?=.*\b(?:or|o)\b)/,
  ],
  [
    'email',
    /\b(?<!(?:phone|telephone|call|telefono|llamar|whatsapp)\b.*)(e-?mail address(?:es)?|(?:what(?:'?s| is)|which|have|tell me|give me|know) (?:the|your|an?) e-?mail|direccion de (?:correo|e-?mail)(?: electronico)?|a que (?:direccion de )?(?:correo|e-?mail)(?: electronico)?|(?:cual es|dame|teneis|tienen|dime) (?:el|vuestro|su|tu|un|algun) (?:correo|e-?mail)(?: electronico)?)\b(?!.*\b(?:phone|telephone|call|telefono|llamar|whatsapp)\b)/,
  ],
  // "How late can I call?" wants the hours of the phone; what it is called by is part of the topic.
  [
    'hours',
    /\b(?:(?:when|what time|what hours|how late|how early|until when|what days)(?= (?:\w+ ){0,4}(?:call|ring|phone|chat|reach|talk|speak)\b)|(?:a que horas?|cuando|(?:hasta|desde|a partir de) que horas?|en que horario|que dias)(?= (?:\w+ ){0,3}(?:llam|telefone|atend|atiend|chate)\w*))\b/,
  ],
  [
    'contact',
    /\b((?:tele)?phone(?: number)?|number to call|call you|e-?mail(?: address)?|contact|(?:numero de )?telefono|correo(?: electronico)?|contactar|llamar|(?:contactar|llamar|escribir)(?:os|les|los|las|te)|a que (?:numero|telefono|direccion de correo|mail)|(?:os|les|te) (?:llamo|escribo|contacto|localizo)|whatsapp|(?:what|which|what's|whats) (?:is )?(?:the|your) number|cual es (?:el|vuestro|su|tu) numero)\b/,
  ],
  // What stands between names the shop: it is no cue.
  [
    'hours',
    /\b(?:(?:opening|closing|business|office|holiday) (?:hours|times)|hours (?=(?:of|at|in|on|for) )|(?<=(?:your|the|shop|store|showroom|branch|weekend|weekday|saturday|sunday)s? )hours|horarios?|(?:when|what time|how late|how early|until when|what days)(?= (?:\w+ ){0,5}(open|opens|close|closes|closed|closing)\b)|(?:a que horas?|cuando|hasta que horas?|desde que horas?|que dias)(?= (?:\w+ ){0,3}((?:abr|abier|cerr|cierr)\w*)))\b/,
  ],
  // "Are you open on Monday?", "¿abrís los domingos?"
  [
    'hours',
    /\b(?:(open|opens|closed|shut)(?= (?:\w+ ){0,5}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|tonight|weekends?|weekdays|(?:bank |public )?holidays?)\b)|(abr(?:e|en|is|imos)|abiert[oa]s?|cerrad[oa]s?|cierr\w+|cerrais)(?= (?:\w+ ){0,5}(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|hoy|manana|festivos?|fin(?:es)? de semana)\b)|(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|festivos?) (abr(?:e|en|is|imos)|abiert[oa]s?|cerrad[oa]s?|cierr\w+|cerrais))\b/,
  ],
  ['weekdays', /\b(?:(?:which|what) (?:days|weekdays|day of the week)|que dias(?: de la semana)?)\b/],
  [
    'moment',
    /\b(when|what (time|day|date|year|month)|hours|until|deadline|by what|cuando|que (dia|horas?|fecha|ano)|horario|horarios|hasta)\b/,
  ],
  ['temperature', /\b(?:how (?:hot|cold)|(?:what|which|que|cual es la) temperatura?(?:e|s|es)?|grados)\b/],
  ['count', /\b(?:how many|cuant[oa]s) (?!dollars|euros|bucks|pesos|dolares)/],
  [
    'number',
    /\b(how (many|much|heavy|big|large|tall|wide|deep|thick|high|far|old|warm|often)|what (percent|percentage|number|size|weight|capacity|temperature)|weigh|weight|cuant[oa]s?|que (tamano|talla|peso|capacidad|porcentaje)|pesa)\b/,
  ],
  [
    'number',
    /\b(?:size|weight|height|width|length|depth|diameter|capacity|thickness|tamano|peso|altura|anchura|longitud|profundidad|diametro|capacidad|grosor) (?:of|del?|de la) (?=\p{L})/u,
  ],
  ['name', /\b(who|whom|whose|quien|quienes|which (country|city|company|team|person)|where|donde)\b/],
];

const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|half|dozen|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cien|mil|medio)';

/** How a text shows that it holds such a thing; on folded text, but for names, which need their capitals. */
const SHOWS: Record<Exclude<ExpectedAnswer, 'address'>, RegExp> = {
  money:
    /[$€£¥]\s?\d|\d\s?[$€£¥]|\b(?:usd|eur|gbp|cad|aud|nzd|chf|mxn|sek|nok|dkk)\s?\d|\b\d[\d.,]*\s?(usd|eur|gbp|cad|aud|nzd|chf|mxn|sek|nok|dkk|dollars?|euros?|pounds?|dolares|pesos)\b|\b(free|gratis|gratuit[oa]s?|no (extra )?charge|sin (coste|costo|cargo))\b/,
  duration: new RegExp(
    `\\b(\\d+|${NUMBER_WORD})([ -]?(to|a|o|or|and|y|–|-)[ -]?(\\d+|${NUMBER_WORD}))?[ -](full |business |working |calendar |laborables |habiles |naturales )?(minute|hour|day|week|month|year|minuto|hora|dia|semana|mes|ano)s?|\\b\\d+ msi\\b|\\b(lifetime|overnight|same day|next day|de por vida|toda la vida|immediately|instantly)\\b`,
  ),
  email: /[\w.+-]+@[\w-]+\.\w/,
  contact: /[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s().-]{6,}\d/,
  moment: new RegExp(
    `\\b\\d{4}\\b|\\b\\d{1,2}(:\\d{2})?\\s?(am|pm|a\\.m|p\\.m|h)\\b|\\b\\d{1,2}:\\d{2}\\b|\\b${MONTH}\\b|\\b(mon|tues|wednes|thurs|fri|satur|sun)day|\\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b|\\b(within|before|after|until|by|antes|despues|hasta|dentro)\\b|\\b(?:\\d+|${NUMBER_WORD})[ -](business |working )?(hour|day|week|month|dia|hora|semana|mes)`,
  ),
  weekdays:
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|daily|every day|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|laborables|fines? de semana|todos los dias|a diario)\b/,
  hours:
    /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:am|pm|a\.\s?m|p\.\s?m|h|hrs?|o'clock)\b|\b(?:from|de|desde las?) \d{1,2} (?:to|until|till|a|hasta las?) \d{1,2}\b(?!\s?(?:business |working )?(?:days?|weeks?|hours?|dias?|semanas?|horas?))|\b(?:noon|midnight|mediodia|medianoche)\b|\b24\s?\/\s?7\b|\b(?:clos(?:e|es|ed|ing)|cerrad[oa]s?|cerramos|cierran?)\b/,
  temperature:
    /\d\s?°|\d\s?(?:degrees?|grados?|celsius|fahrenheit)\b|\b\d+\s?[cf]\b|\b(?:cold|lukewarm|warm|hot) (?:water|wash)|\bagua (?:fria|templada|tibia|caliente)\b/,
  // An amount of money counts nothing.
  count: new RegExp(`(?<![$€£¥]\\s?|[\\d.,])\\d[\\d.,]*(?![\\d.,]*\\s?[$€£¥%])|\\b${NUMBER_WORD}\\b`),
  number: new RegExp(`\\d|\\b${NUMBER_WORD}\\b`),
  name: /(?<=[\p{Ll}\d,;:)]\s)\p{Lu}[\p{L}'’-]+/u,
};

/** Ways to reach a shop that it may not have. */
const BRANDS = /whatsapp/g;

/** What a question asks for, and the words of it that say so. */
export interface Expectation {
  kind: ExpectedAnswer;
  /** Lexemes such as `long` of "how long": an answer need not repeat them, it shows a duration. */
  cues: ReadonlySet<string>;
}

/** @returns what the question asks for, or null where its words do not tell. */
export function expectedAnswer(question: string, locale: string): Expectation | null {
  const folded = fold(question);
  for (const [kind, pattern] of ASKS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    // Any name will show itself for "which country", so that its words remain part of the topic.
    if (kind === 'name') return { kind, cues: new Set() };
    const price = kind === 'money' ? priceWord(locale) : kind === 'address' ? addressWord(locale) : '';
    // "Hasta qué hora" asks by both; of hours the verb tells as well.
    const asks = [...folded.matchAll(new RegExp(pattern, 'g'))].map(([words]) => words.replace(BRANDS, ' '));
    const verbs = kind === 'hours' ? match.slice(1) : [];
    return { kind, cues: new Set(lexemes([...asks, ...verbs, price].join(' '), locale)) };
  }
  return null;
}

/** What the amount is called that "how much" asks for. */
export function priceWord(locale: string): string {
  return locale.startsWith('es') ? 'precio' : 'price';
}

/** What that is called which "where are you" asks for. */
export function addressWord(locale: string): string {
  return locale.startsWith('es') ? 'dirección' : 'address';
}

/** Whether a text holds something of the kind that is asked for. */
export function showsExpected(text: string, expected: ExpectedAnswer): boolean {
  if (expected === 'address') return holdsAddress(text);
  if (SHOWS[expected].test(expected === 'name' ? text : fold(text))) return true;
  // A number in a table has its unit in the column's name: `Years: 5`.
  return (readCells(text) ?? []).some(
    ({ label, value }) =>
      /^[\d.,–-]+$/.test(value) && SHOWS[expected].test(`${value} ${fold(label).replace(/[()]/g, ' ')}`),
  );
}
