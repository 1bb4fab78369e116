import { joinPattern, type OrderPattern } from './order-pattern.ts';
import {
  DROP,
  DROP_ES,
  DROP_WORDS,
  EARLIER,
  FILLER,
  FOR_PEOPLE,
  NOT_ORDERED,
  ORDERS,
  ORDERS_ES,
  SAY,
  SAY_EN,
  SAY_ES,
} from './order-words.ts';

/** Orders to drop, or to give away, what a model was told before. English and Spanish. */
export const DROP_ORDERS: readonly OrderPattern[] = [
  {
    reason: 'tells a model to drop its instructions',
    words: DROP_WORDS,
    pattern: joinPattern(
      NOT_ORDERED,
      String.raw`\b${DROP}\s+(?:${FILLER}\s+){0,4}${EARLIER}\s+(?:(?:${FILLER}|${EARLIER})\s+){0,3}${ORDERS}\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model to drop its instructions',
    words: DROP_WORDS,
    pattern: joinPattern(
      NOT_ORDERED,
      String.raw`\b${DROP}\s+(?:${FILLER}\s+){0,4}(?:instructions?|prompts?|directives?|guidelines?|rules|policies)\b[^!?\n]{0,60}\b${SAY_EN}\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model to drop its instructions',
    words: `${DROP_WORDS} guidelines rules instructions restrictions safeguards reglas instrucciones restricciones`,
    pattern:
      /\b(?:ignore|disregard|forget|(?:set|put) aside|leave aside)\s+(?:everything|anything|all|whatever|what|the \w+|any \w+)(?: that)?(?: you(?: were|'ve been| have been)? (?:told|given|instructed|trained|asked)| you know| (?:written )?(?:above|before this))\b|\b(?:your|tus|the) (?:guidelines|rules|instructions|restrictions|safeguards|reglas|instrucciones|restricciones) (?:are|is|have been|quedan|estan) (?:now )?(?:suspended|lifted|void|disabled|replaced|cancelled|suspendidas|anuladas)\b|\b(?:ignore|disregard|ignora|olvida) (?:what|whatever|lo que) [^.!?\n]{1,60} (?:and|y) (?:say|quote|answer|reply|tell|claim|di|responde|contesta|dile)\b|\b(?:ignora|olvida|desatiende|descarta|deja de lado|omite)\s+(?:todo )?(?:lo|cuanto)(?: que)? (?:te|se te) (?:ha|han|haya|hayan|dijeron|dieron|indicaron)/,
  },
  {
    reason: 'tells a model to drop its instructions',
    words: DROP_WORDS,
    pattern: joinPattern(
      NOT_ORDERED,
      String.raw`\b${DROP_ES}\s+(?:(?:todas?|todos?|las?|los|el|cualquier|tus?|sus|estas|esas)\s+){0,3}${ORDERS_ES}\s+(?:anterior(?:es)?|previas?|de arriba|del sistema|originales|iniciales|que (?:te|se te|has|hayas))`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model to drop its instructions',
    words: DROP_WORDS,
    pattern: joinPattern(
      NOT_ORDERED,
      String.raw`\b${DROP_ES}\s+(?:todas?\s+)?(?:las?\s+|los\s+|tus\s+|sus\s+)?${ORDERS_ES}\b[^!?\n]{0,60}\b(?:y|e|,|;)\s*${SAY_ES}\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model to drop its instructions',
    words: DROP_WORDS,
    pattern: joinPattern(
      NOT_ORDERED,
      String.raw`\b(?:ignore|disregard|disable|turn off|switch off)\s+(?:the |your |all |any )*(?:safety|content|moderation) (?:filters?|guidelines|polic(?:y|ies)|checks)\b`,
    ),
  },
  {
    reason: 'tells a model to drop its instructions',
    words: 'instead lugar cambio',
    pattern: joinPattern(
      String.raw`\b(?:do not|don't|dont|never|stop|no)\s+(?:follow|obey|cite|quote|mention|use|trust|sigas?|cites?|menciones?|obedezcas?|uses?)\s+(?:the|this|that|your|any|la|las|el|los|esta|este|tus?)\s`,
      String.raw`[^!?\n]{0,80}\b(?:instead|en su lugar|en cambio)\b,?\s+${SAY}\b`,
    ),
  },
  {
    reason: "asks for a model's own instructions",
    words: 'prompt instructions instruction instrucciones message rules api password access',
    pattern: joinPattern(
      String.raw`\b(?:reveal|print|show|output|repeat|display|leak|disclose|give|tell me|expose|return|revela|muestra|imprime|repite|ensena|dime|escribe|filtra)\b`,
      String.raw`[^.!?\n]{0,25}\b(?:(?:your|its|tu|tus) (?:\w+ )?(?:system|hidden|initial|original|secret|internal) (?:prompt|instructions?|message|rules)|(?:the|el) (?:system|hidden|initial|original|secret) prompt|(?:your|tu) prompt|prompt de(?:l)? sistema|instrucciones (?:del sistema|ocultas|que te (?:han|dieron))|(?:the|your|any) (?:api keys?|admin password|access tokens?))`,
    ),
  },
  {
    reason: "asks for a model's own instructions",
    words: 'your tus repeat print output copy repite imprime copia',
    pattern:
      /\b(?:your|tu) (?:\w+ )?system prompt\b|\btu (?:nuevo )?prompt\b|\b(?:your|as a) new prompt\b|\b(?:what (?:were|are)|cuales (?:son|eran)) (?:your|tus) (?:initial|original|system|exact|hidden|secret|previous|instrucciones (?:iniciales|originales|del sistema))\b|\b(?:repeat|print|output|copy|repite|imprime|copia) (?:back )?(?:the |all |every |all the |las |todo el |el )?(?:words?|text|everything|anything|messages?|lines?|todo|palabras|texto|mensajes) (?:above|before|so far|anterior(?:es)?|de arriba|que hay (?:arriba|antes))/,
  },
];
