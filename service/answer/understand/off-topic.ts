import { fold } from '../../../ingest/analysis/stem.ts';

/** What nobody asks of a store, whatever it sells; English and Spanish, folded. */
const OFF_TOPIC = new RegExp(
  [
    // Jokes, poems, homework, code, translations
    String.raw`\b(?:tell|know|make) (?:me |us )?(?:an? |some |another |any )?(?:\p{L}+ )?(?:joke|riddle|story|poem|secret)s?\b`,
    String.raw`\b(?:write|compose|draft|sing|generate) (?:me |us )?(?:an? |some |the |my )?(?:\p{L}+ ){0,2}(?:poem|haiku|song|essay|story|code|script|program|function|query|cover letter|email to|speech|rap|limerick)\b`,
    String.raw`\b(?:cuenta|cuentame|dime|sabes|contar)(?:me)? (?:algun |un |otro )?(?:chiste|cuento|poema|secreto|adivinanza)\b|\b(?:escribe|escribeme|redacta|compon|haz|hazme)(?:me)? (?:un |una |el |mi )?(?:poema|cancion|redaccion|ensayo|codigo|programa|funcion|script|deberes)\b`,
    String.raw`\b(?:in|using|with) (?:python|javascript|java|sql|c\+\+|html)\b|\b(?:python|javascript|java) (?:function|script|code|program)\b`,
    String.raw`\b(?:my homework|do my|solve (?:this|the|my)|translate|traduce|traduceme|mis deberes|resuelve)\b|\b\d+\s*[*x×/+]\s*\d+\s*(?:=|\?|$)|\bsquare root\b|\braiz cuadrada\b|\bderivative of\b`,
    // The world
    String.raw`\b(?:who|what|when) (?:is|was|were|are|won|wins|will win) (?:the )?(?:\p{L}+ )?(?:president|prime minister|king|queen|pope|capital|population|world cup|election|elections|super bowl|world war|olympics|meaning of life|\d{4} )`,
    String.raw`\b(?:quien|que|cual|cuando) (?:es|fue|son|gano|ganara) (?:el |la |los |las )?(?:actual )?(?:presidente|presidenta|rey|reina|papa|capital|poblacion|mundial|elecciones|liga|sentido de la vida)\b`,
    String.raw`\b(?:weather|forecast|stock market|bitcoin price|horoscope|lottery|el tiempo (?:hoy|manana|en)|horoscopo|loteria|que tiempo hace|va a llover)\b`,
    String.raw`\b(?:is it|will it|it is|it's) (?:going to |gonna )?(?:be )?(?:rain|raining|rainy|snow|snowing|sunny|windy|cloudy)\b|\b(?:going to|gonna) (?:rain|snow)\b|\b(?:llovera|nevara|llueve hoy|va a (?:nevar|hacer (?:frio|calor|sol)))\b`,
    String.raw`\b(?:file|filing|prepare|preparing) (?:my|our|the|a) (?:income )?(?:taxes|tax returns?)\b|\b(?:declaracion de la renta|declarar (?:la renta|mis impuestos)|declaracion anual)\b`,
    String.raw`\b(?:world cup|champions league|super bowl|world war|copa del mundo|guerra mundial)\b`,
    String.raw`\b(?:politic\p{L}*|republicans?|democrats?|abortion|donald trump|elecciones|partido politico|aborto)\b`,
    String.raw`\b(?:who (?:wrote|painted|composed|invented|discovered|directed|sang|killed)|quien (?:escribio|pinto|compuso|invento|descubrio|dirigio|mato))\b`,
    String.raw`\b\d+ (?:times|plus|minus|divided by|multiplied by|dividido (?:por|entre)|multiplicado por) \d+\b`,
    // Advice that is not a store's to give
    String.raw`\b(?:medical|legal|tax|financial|investment|relationship|dating) advice\b|\b(?:should i (?:sue|invest|divorce|take (?:ibuprofen|aspirin|paracetamol))|diagnos\p{L}+|symptoms? of|prescri\p{L}+|dosage of|cure for)\b|\bconsejo (?:medico|legal|financiero)\b|\b(?:sintomas de|dosis de|me duele|demandar a)\b`,
  ].join('|'),
  'u',
);

/** What somebody has to do for themselves, with whatever words a store's pages share with it. */
const OWN_AFFAIRS =
  /(?<!\p{L})(?:help|assist)(?:ing)?(?: me| us)? (?:with |to |do |file |prepare |out )*(?:my|our) (?:own )?(?:income )?(?:tax(?:es)?(?: returns?)?|homework|divorce|resume|cv|thesis|essay|dating profile)(?!\p{L})|(?<!\p{L})ayud\p{L}+ (?:a |con |en |hacer )*(?:mis?|la|nuestr[oa]s?) (?:impuestos|declaracion(?: de la renta| anual| de impuestos)?|deberes|tarea|divorcio|curriculum|tesis)(?!\p{L})/u;

/** Attempts to make something else of the assistant. */
const ORDERS =
  /\b(?:ignore|disregard|forget|bypass|override|ignora|olvida|omite)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|everything|restrictions|instrucciones|reglas|normas|todo|restricciones)\b|\b(?:your|the|tu|el) (?:system )?(?:prompt\b(?! (?!is|was|that|you|es|que)\p{L})|instrucciones del sistema\b)|\b(?:pretend|act as|you are now|roleplay|role-play|jailbreak|developer mode|dan mode|eres ahora|actua como|finge|haz como si|modo desarrollador)\b/u;

/** To be shown what the assistant was told itself: nothing that a store's pages have. */
const FISHING =
  /\b(?:repeat|print|show|dump|reveal|display|output|translate|repite|imprime|muestra|muestrame|revela|ensename|traduce)\b.{0,20}\b(?:your|tus?|todas tus) (?:own |full |hidden |system |secret |initial )?(?:instructions|instrucciones|prompt|configuration|configuracion)\b|\bprompt (?:del? )?sistema\b|\b(?:debug mode|modo depuracion|modo de depuracion)\b|\brepeat the words above\b/u;

/** Whether a message tells an assistant to drop its rules, to be something else, or to show what it was told. Pure. */
export function givesOrders(question: string): boolean {
  const folded = plain(question);
  return ORDERS.test(folded) || FISHING.test(folded);
}

/** Whether help is asked for with what is no store's to do, such as the shopper's own taxes. Pure. */
export function asksForOwnAffairs(question: string): boolean {
  return OWN_AFFAIRS.test(plain(question));
}

/** Whether a question has the words of one about the world at large, jokes, or advice that is not a store's to give. Pure. */
export function asksOfTheWorld(question: string): boolean {
  return OFF_TOPIC.test(plain(question));
}

function plain(question: string): string {
  return fold(question)
    .replace(/[¿¡]/g, '')
    .replace(/\b(who|what|when|where)['’]?s\b/g, '$1 is')
    .trim();
}

/** Shoppers ask a store so: "do you sell surfboards?" is a question for it, though it knows none. */
const ASKS_STORE =
  /\b(?:do you (?!know|think|like|believe|love|want|remember)|can (?:i|we)|could (?:i|we)|can you (?:ship|send|deliver)|have you got|(?:is|are) there|are you open|my (?:order|package|parcel|refund|account)|i (?:bought|ordered|need|want|am looking)|looking for|your|tienen|tienes|teneis|venden|vendeis|vendes|hay|puedo|podemos|se puede|aceptan|aceptais|envian|enviais|hacen|haceis|ofrecen|ofreceis|mi (?:pedido|paquete|compra|cuenta)|busco|necesito|quiero|compre|vuestr[oa]s?|sus?)\b/;
/** What is spoken of was spoken of before. */
const REFERS = /(?:^|\s)(?:it|that one|this one|those|these|them|eso|esto|ello|esos|esas)[\s?.!]*$/;
const ASKS_WHAT =
  /^(?:who|what|when|where|why|how|which|quien|que|cual|cuando|donde|por que|como|cuant[oa]s?)\b/;

/** How many of a question's words a store has. */
export interface KnownTerms {
  /** Topic words of the question. */
  asked: number;
  /** Those of them that the store's pages have, in any of their names. */
  known: number;
}

/**
 * Whether a question that the store's pages do not answer is none for a store at all. Pure.
 *
 * Asked only when nothing was found: a garden shop's "jokes" or a weather station's "forecast" are answered before.
 * What has the words of such a question is one unless the store speaks of most of its words; without them it is one when
 * the store knows none of its words.
 */
export function isOffTopic(question: string, { asked, known }: KnownTerms): boolean {
  const folded = plain(question);
  if (givesOrders(question) || asksForOwnAffairs(question)) return true;
  if (OFF_TOPIC.test(folded)) return known < asked || asked === 0;
  if (known > 0 || asked === 0 || ASKS_STORE.test(folded) || REFERS.test(folded)) return false;
  // A word alone may be the name of anything that a store could have.
  return asked > 1 || ASKS_WHAT.test(folded);
}
