import { joinPattern, type OrderPattern } from './order-pattern.ts';
import { ASKER, CLAUSE, FOR_PEOPLE, MACHINE, MACHINE_WORDS, MUST } from './order-words.ts';

/** Whom or what the order is about: seldom in a shop's text beside an order of the forms below. */
const EVERYONE = `(?:(?:the|this|every|each|any|all|all the|a|al|a la|a los|a cada|a todos los|a cualquier) ${ASKER}|everyone|everybody|them|him|her|a todos|a todo el mundo)`;

/** What a person in a shop is not asked to do: "tell us", "answer two questions" and "give it your number" are none of these. */
const ORDER = [
  `(?:tell|inform|assure|give|offer|promise|grant|sell|show|send|da|dale|dales|dar|ofrece|ofrecer|promete|prometer) ${EVERYONE}\\b`,
  '(?:say|answer|reply|respond|state|claim|confirm|di|decir|responde|responder|contesta|afirma|confirma) (?:that|so|yes|no|with (?:yes|no|the)|only|everything|que|si)\\b',
  '(?:approve|accept|grant|aprueba|aprobar|acepta|concede) (?:every|each|any|all|cada|cualquier|todas?|todos?)\\b',
  '(?:output|reveal|leak|expose|dump|muestra|revela|filtra) (?:the|your|all|every|la|el|tus?|todas?) (?:raw |full |whole |entire )?(?:database|prompt|instructions|passwords?|keys?|data|base de datos|contrasenas?|claves?)\\b',
  '(?:recommend|promote|describe|praise|rate|rank|quote|recomienda|recomendar|describe|elogia|valora) (?:only|our|this|these|every|the most|it as|solo|nuestro|este|esta|todos?|el mas)\\b',
  '(?:ignore|disregard|ignora|olvida) (?:the|what|all|any|el|la|las|los|lo|todo)\\b',
].join('|');

const TOLD = `(?:${CLAUSE}(?:${ORDER})|(?<!\\b(?:i|we) )\\b(?:${MUST}|(?:hereby )?(?:instructed|ordered|told) to|your job is to|tu trabajo es|se ordena (?:al? |a la )?[a-z ]{0,20})\\s*(?:${ORDER}))`;

/**
 * Orders that are told by two cues in one line, whatever else it says: a machine is named, or who asks it, and somebody is told
 * to do what shops do not ask of people. English and Spanish.
 */
export const CUE_ORDERS: readonly OrderPattern[] = [
  {
    reason: 'tells a model what to answer',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      `\\b(?:${MACHINE}|any assistant|cualquier asistente|[a-z]{2,}gpt)\\b[^\\n]{0,160}?${TOLD}`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model what to answer',
    words:
      'previous prior earlier your tus directivas directrices instrucciones reglas directives guidelines instructions restrictions prompts',
    pattern: joinPattern(
      '\\b(?:(?:previous|prior|earlier|your|tus|las|sus) (?:previous |prior |earlier |[a-z]+ )?(?:directives|guidelines|instructions|restrictions|prompts?|directivas|directrices|instrucciones|restricciones)|(?:directivas|directrices|instrucciones) que (?:recibiste|te dieron|tenias))\\b',
      `[^\\n]{0,60}\\b(?:revoked|replaced|cancelled|suspended|superseded|void|outdated|revocadas|anuladas|sustituidas|suspendidas|canceladas)\\b[^\\n]{0,80}?${TOLD}`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'answer say reply respond responder decir contestar',
    pattern: joinPattern(
      `\\b(?:you (?:must|have to|need to)|debes|tienes que|has de) (?:always |siempre )?(?:answer|say|reply|respond|responder|decir|contestar) (?:yes|no\\b|that|que|si\\b)`,
    ),
  },
  {
    reason: 'hides something from who asks',
    words: 'hide keep conceal withhold oculta ocultale ocultales esconde escondele guarda',
    pattern: joinPattern(
      `\\b(?:(?:hide|keep|conceal|withhold) (?:this|it|that)(?: a)?(?: secret| hidden| quiet)? from|(?:oculta|esconde)(?:le|les)? (?:esto|lo|eso)) (?:the |al |a los |a las |a )?${ASKER}\\b`,
    ),
  },
  {
    reason: 'gives a model a new part to play',
    words: null,
    pattern:
      /\b(?:you are|you're|eres|soy) (?:now |ahora )?[a-z]{2,}gpt\b|\b(?:begin|start|inicio|comienzo) (?:of |de )?(?:the |las )?(?:new|nuevas|real|verdaderas) (?:instructions|instrucciones)\b|\b(?:bypass|skip|saltate|elude) (?:all |any |your |todas |tus |las )*(?:restrictions|safeguards|restricciones|limitaciones) (?:and|y)\b/,
  },
  {
    reason: 'leads what a shopper writes to a link',
    words: 'http https www link',
    pattern: joinPattern(
      `\\b(?:copy|move|encode|put|attach|write|copia|codifica|pega|escribe)\\b[^.!?\\n]{0,20}(?:\\b${ASKER}'s? |\\b(?:del?|de la) ${ASKER})[^!?\\n]{0,60}(?:https?:|www\\.|\\[link\\])`,
      `|\\b(?:copy|encode|copia|codifica)\\b[^!?\\n]{0,30}\\b(?:mensaje|pregunta|datos|correo) del ${ASKER}\\b[^!?\\n]{0,60}(?:https?:|www\\.|\\[link\\])`,
    ),
  },
];
