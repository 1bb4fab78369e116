/** Parts of the patterns by which orders are found: folded words, English and Spanish. */

/** Where an imperative may begin. `We tell customers …` has none. */
export const CLAUSE = String.raw`(?:^|[.!?;:,)\]"'\n–—]\s*|\b(?:and|then|please|must|should|always|just|also|now|instead|y|e|luego|debes|siempre|debe)\s+)`;
export const ASKER =
  '(?:customers?|shoppers?|users?|buyers?|visitors?|clientes?|usuarios?|compradore?s?|visitantes?)';
export const MACHINE =
  '(?:ais?|llms?|chat ?bots?|bots?|gpts?|chatgpt|(?:large )?language models?|artificial intelligences?|(?:ai|llm) (?:assistants?|agents?|models?|systems?|chatbots?|crawlers?|shoppers?|readers?)|(?:virtual|shopping|digital) (?:assistants?|agents?)|ias?|modelos? de (?:lenguaje|ia)|inteligencias? artificial(?:es)?|asistentes? (?:de ia|virtual(?:es)?|de compras)|asistente (?:de )?(?:ia|inteligencia artificial))';
export const SAY_EN =
  '(?:answer|say|reply|respond|tell|write|print|output|state|claim|recommend|promote|promise|reveal|repeat|refuse)';
export const SAY_ES =
  '(?:responde[rd]?|contesta[rd]?|dile|diles|di|decir|escrib[ei]r?|repite|repetir|afirma[r]?|recom(?:ienda|endar)|prom(?:ete|eter)|revela[r]?|ofrece[r]?)';
export const SAY = `(?:${SAY_EN}|${SAY_ES})`;
export const MUST =
  '(?:must|should|shall|has to|have to|needs? to|is to|are to|(?:is|are) (?:required|instructed|ordered|obliged) to|debe[ns]?|debera[ns]?|deberia[ns]?|tienen? que|tienes que|ha[ns]? de)';
export const OFTEN = '(?:always |only |never |also |not |simply |siempre |solo |unicamente |nunca )?';

/** Orders that were given before, by an adjective that a shop's own text seldom has. */
export const EARLIER =
  '(?:previous|prior|earlier|above|preceding|foregoing|former|system|original|initial|hidden|safety|your)';
export const FILLER =
  '(?:all|any|of|the|every|each|these|those|other|my|its|and|or|existing|current|given|programmed|developer)';
export const ORDERS =
  '(?:instructions?|prompts?|directives?|guidelines?|rules|commands?|programming|training|safeguards|guardrails|orders you|context)';
export const ORDERS_ES =
  '(?:instrucciones|reglas|indicaciones|directrices|directivas|ordenes|normas|prompts?|mensaje de(?:l)? sistema)';
export const DROP = '(?:ignore|disregard|forget|override|bypass|overrule|discard|neglect|disobey)';
export const DROP_ES =
  '(?:ignor(?:a|e|en|ad)|olvid(?:a|e|en|ad|ate de)|omit(?:e|a|an)|descart(?:a|e|en)|desobedece|ha(?:z|ga|gan) caso omiso (?:de|a)|pasa por alto|no hagas? caso (?:de|a)|anula|sustituye)';
/** "If you ignore all instructions, the warranty ends", "do not override your safety rules". */
export const NOT_ORDERED = String.raw`(?<!\b(?:if you|not|never|don't|dont|who|nunca|si|no) )`;

/** How to lay paper, wash or build: instructions for people. */
export const FOR_PEOPLE =
  /\b(?:manual|leaflet|booklet|label|assembly|washing|care|wash|knitting|cooking|installation|folleto|etiqueta|lavado|montaje|field blank|field empty|this field|este campo|captcha|voice assistant|voice command)\b/;

/** One of these is in whatever names a machine, and in whatever tells one to say or to drop something. */
export const MACHINE_WORDS =
  'ai ais llm llms chat chatbot chatbots bot bots gpt gpts chatgpt language intelligence intelligences assistant assistants agent agents ia ias modelo modelos inteligencia inteligencias asistente asistentes';
export const DROP_WORDS =
  'ignore disregard forget override bypass overrule discard neglect disobey set put leave disable turn switch ignora ignoren ignorad olvida olvide olviden olvidad olvidate omite omita omitan descarta descarte descarten desobedece caso pasa anula sustituye desatiende deja';
export const SAY_WORDS =
  'answer say reply respond tell write print output state claim recommend promote promise reveal repeat refuse responde responder contesta contestar dile diles di decir escribe escribir repite repetir afirma afirmar recomienda recomendar promete prometer revela revelar ofrece ofrecer';
