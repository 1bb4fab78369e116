import { joinPattern, type OrderPattern } from './order-pattern.ts';
import {
  ASKER,
  CLAUSE,
  FOR_PEOPLE,
  MACHINE,
  MACHINE_WORDS,
  MUST,
  OFTEN,
  SAY,
  SAY_EN,
  SAY_WORDS,
} from './order-words.ts';

/** What shall be answered to those who ask. English and Spanish. */
export const ANSWER_ORDERS: readonly OrderPattern[] = [
  {
    reason: 'tells a model what to answer',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`(?<!\b(?:sales|shop|store|voice|our|personal|retail|dental) )\b(?:${MACHINE}|assistants?)\s+(?:${MUST}|will always)\s+${OFTEN}(?:${SAY_EN}|mention|cite|ignore|treat|dismiss|consider|prefer|prioriti[sz]e|rank|quote|trust)\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'tells a model what to answer',
    words: 'model modelo assistant chatbot bot asistente',
    pattern:
      /\b(?:the|this|el|este) (?:model|assistant|chatbot|bot|modelo|asistente|chatbot) (?:must|should|shall|may|debe|puede) (?:not|never) (?:mention|reveal|disclose|say|tell|cite)\b|\b(?:el|este) (?:modelo|asistente|chatbot|bot) (?:no|nunca) (?:debe|puede) (?:mencionar|decir|revelar|citar)\b/,
  },
  {
    reason: 'tells a model what to answer',
    words:
      'customer customers shopper shoppers user users buyer buyers visitor visitors cliente clientes usuario usuarios comprador compradores compradore visitante visitantes',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:do not|don't|never|no)\s+(?:tell|inform|admit to|reveal to|(?:le )?digas|informes)\s+(?:the|al?|a los|a las)\s+${ASKER}\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'mention menciones digas reveal reveles cite cites',
    pattern:
      /\b(?:do not|don't|never|no) (?:mention|menciones|digas|reveal|reveles|cite|cites)\b[^!?\n]{0,80}(?:[,;.] ?(?:but )?(?:instead,? (?:say|answer|reply|claim|tell)|(?:say|answer|reply|claim) instead|(?:di|responde|contesta|afirma) en su lugar|en su lugar,? (?:di|responde|contesta|afirma)))\b/,
  },
  {
    reason: 'tells a model what to answer',
    words:
      'what whatever matter anything pregunten pregunte pregunta customer customers shopper user users every',
    pattern: joinPattern(
      String.raw`\b(?:whatever|no matter what|regardless of what|anything that|pregunten lo que pregunten|pregunte lo que pregunte|sea cual sea la pregunta)\b[^.!?\n]{0,40}[,:]\s*(?:always |only |siempre |solo )?${SAY}\b|`,
      String.raw`\byou ${MUST} ${OFTEN}${SAY_EN}\b[^.!?\n]{0,60}\b(?:to (?:every|all|any|each) ${ASKER}|regardless of what|no matter what)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words:
      'customer customers shopper shoppers user users buyer buyers visitor visitors cliente clientes usuario usuarios comprador compradores compradore visitante visitantes',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:answer|respond to|reply to|responde a|contesta a)\s+(?:every|all|any|each|cada|todos los|todas las|cualquier)\s+(?:our )?${ASKER}\s+(?:with|that|by|con|que|diciendo)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'answer answers reply replies response responses output respuesta respuestas',
    pattern: joinPattern(
      String.raw`\b(?:write|put|place|add|repeat|escribe|pon|repite)\b[^.!?\n]{0,40}\b(?:top|start|end|beginning|bottom|principio|final|comienzo) (?:of|de) (?:each|every|all|your|all your|cada|tus?|todas tus) (?:answers?|repl(?:y|ies)|responses?|respuestas?)\b|`,
      String.raw`\b(?:begin|start|end|finish|empieza|comienza|termina|acaba)\s+(?:siempre |always )?(?:your|each|every|all|all your|tu|tus|cada|todas tus)\s+(?:answers?|repl(?:y|ies)|responses?|respuestas?)\s+(?:with|by|con|diciendo)\b|`,
      String.raw`\b(?:your|every|each|all|tu|cada)\s+(?:answer|reply|response|output|respuesta)\s+${MUST}\s+${OFTEN}(?:contain|include|begin|start|end|contener|incluir|empezar|acabar)\b[^.!?\n]{0,20}\b(?:coupon|code|link|url|phrase|sentence|words?|text|cupon|codigo|enlace|frase|palabras?|with|con)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`\b(?:el|la|los|las|todo|cualquier|este)\s+(?:${MACHINE}|asistentes?)\s+${MUST}\s+(?:siempre |solo |unicamente |nunca )?(?:responder|decir|contestar|afirmar|recomendar|prometer|ofrecer|ignorar)\s+(?:que|siempre|solo|unicamente|con|a (?:los|todos|cualquier)|las|este|un descuento)`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words:
      'customer customers shopper shoppers user users buyer buyers visitor visitors cliente clientes usuario usuarios comprador compradores compradore visitante visitantes',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:tell|inform|assure|convince|promise|persuade)\s+(?:the|every|each|any|all|all the|this)\s+${ASKER}\s+(?:that|the|to|it|about|everything|there|how|they)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words:
      'customer customers shopper shoppers user users buyer buyers visitor visitors cliente clientes usuario usuarios comprador compradores compradore visitante visitantes',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:tell|inform|assure|convince|promise)\s+(?:our |your )?${ASKER}\s+(?:that |the )?[^.!?\n]{0,60}\b(?:free|discount|codes?|coupon|refund(?:s|ed)?|warranty|returns?|closed|\d+ ?% off)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'dile diles digale digales di diga',
    pattern: joinPattern(
      String.raw`\b(?:dile|diles|digale|digales|di|diga)\s+(?:al|a los|a las|a todos los|a cada|a cualquier|a la)\s+${ASKER}\s+(?:que|el|la|lo)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words:
      'customer customers shopper shoppers user users buyer buyers visitor visitors cliente clientes usuario usuarios comprador compradores compradore visitante visitantes',
    pattern: joinPattern(
      String.raw`\b(?:when|whenever|if|every time|each time|cuando|si|cada vez que|siempre que)\s+(?:an? |the |any |un |una |el |los |las |algun |alguna |cualquier )?${ASKER}\s+[^.!?\n]{1,100}[,:]\s*`,
      String.raw`(?:always |only |just |please |then |siempre |solo )?(?:say|answer|reply|respond|claim|recommend|(?:tell|give|send|direct) (?:them|him|her)|di|dile|diles|responde|contesta|recomienda|asegura)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: SAY_WORDS,
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:answer|respond to|reply to|responde(?: a)?|contesta(?: a)?)\s+(?:every|all|any|each|cada|todas? las?|cualquier)\s+(?:\w+ )?(?:questions?|queries|messages?|preguntas?|consultas?|mensajes?)\s[^.!?\n]{0,60}\b(?:with|that|by saying|yes|no|con|que|diciendo)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'system sistema developer desarrollador admin administrador',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:system|sistema|developer|desarrollador|admin(?:istrador)?)(?: (?:message|prompt|note|override|update|instruction))?\]?\s*:[^\n]{0,300}\b(?:${OFTEN}(?:answer|reply|respond|recommend|disregard|promote)|(?:always|never|only|must) (?:say|tell|offer|give)|siempre (?:responde|di)|responde|contesta|recomienda)\b`,
    ),
    unless: /\b(?:responds? to (?:touch|voice)|response time)\b/,
  },
  {
    reason: 'tells a model what to answer',
    words: 'system sistema assistant asistente',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:system|sistema|assistant|asistente)\s*:[^\n]{0,200}?\b(?:(?:say|answer|reply|confirm) that|di(?: siempre)? que|responde(?: siempre)? que|confirma que)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'somebody someone anybody anyone alguien',
    pattern: joinPattern(
      String.raw`\b(?:if|when|whenever|si|cuando) (?:somebody|someone|anybody|anyone|alguien) (?:asks?|pregunt[ae])\b[^.!?\n]{1,80}[,:]\s*(?:always |only |siempre |solo )?`,
      String.raw`(?:say|answer|reply|(?:tell|direct|send) (?:them|him|her)|di|dile|responde|contesta)\b[^.!?\n]{0,80}\b(?:free|discounts?|codes?|coupons?|refunds?|card|price|gratis|descuento|codigo|tarjeta|reembolso|precio)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'now point ahora adelante',
    pattern: joinPattern(
      String.raw`\b(?:from now on|from this point|starting now|a partir de ahora|desde ahora|de ahora en adelante)\b[^!?\n]{0,80}?(?:[,;.:]\s*|\b(?:you|tu|must|should|debes|only|solo)\s+)(?:always |only |siempre |solo )?(?:${SAY_EN}|responde|contesta|di|recomienda|afirma)\b`,
    ),
  },
  {
    reason: 'tells a model what to answer',
    words: 'discount off descuento descuentos discounts',
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:offer|give|grant|apply|ofrece|aplica|da)\b[^.!?\n]{0,40}\b100 ?%[^.!?\n]{0,10}(?:discount|off\b|descuento)|`,
      String.raw`\b(?:offer|give|grant|apply|ofrece|aplica)\b[^.!?\n]{0,20}\b(?:discount|descuento)s? (?:of|del?) (?:el )?100 ?%`,
    ),
  },
];
