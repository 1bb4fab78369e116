import { joinPattern, type OrderPattern } from './order-pattern.ts';

/** Chat templates, and ways by which what a shopper writes would leave. English and Spanish. */
export const LINK_ORDERS: readonly OrderPattern[] = [
  {
    reason: 'has the control tokens of a chat template',
    words: null,
    pattern:
      /<\|[a-z_ ]{2,40}\|>|\[\/?(?:inst|system|sys|assistant)\]|<<\/?sys>>|\{\{\s*(?:system|user|assistant|prompt)\w*\s*\}\}|<\/?(?:start_of_turn|end_of_turn|system|assistant)>|#{3,}\s*(?:instruction|system|assistant|human)s?\s*:|\b(?:begin|end)[_ ]system[_ ](?:prompt|message)\b/,
  },
  {
    reason: 'leads what a shopper writes to a link',
    words: null,
    pattern:
      /https?:\/\/[^\s<>"]{0,300}[[{<][^\]}>\n]{0,40}(?:conversation|question|user|chat|summary|message|prompt|answer|conversacion|pregunta|usuario|mensaje)|!?\]\(\s*https?:\/\/[^)\s]{0,300}(?:[{<]|%7b|[?&](?:q|d|data|query|prompt|chat|conversation|question|secret|history)=)/,
  },
  {
    reason: 'leads what a shopper writes to a link',
    words:
      'answer answers reply replies response responses message messages respuesta respuestas mensaje mensajes',
    pattern: joinPattern(
      String.raw`\b(?:add|append|include|insert|put|place|anade|agrega|incluye|inserta|pon)\s+(?:this|the following|the|an?|este|esta|el siguiente|un|una)\s+(?:\w+ )?(?:link|url|image|address|enlace|imagen|direccion)\b[^!?\n]{0,80}\b(?:every|each|all|your|any|cada|todas|tus?)\s+(?:(?:tus|las|of|your)\s+)?(?:answers?|repl(?:y|ies)|responses?|messages?|respuestas?|mensajes?)\b`,
    ),
  },
  {
    reason: 'leads what a shopper writes to a link',
    words: 'answer answers reply replies response responses respuesta respuestas',
    pattern:
      /\b(?:include|add|append|put|insert|incluye|anade|agrega|pon|inserta)\b[^.!?\n]{0,60}\b(?:every|each|all|cada|todas) (?:of |tus |las |your )?(?:answers?|repl(?:y|ies)|responses?|respuestas?)\b[^.!?\n]{0,40}(?:\blink\b|\burl\b|https?:|\benlace\b|\[link\])/,
  },
  {
    reason: 'asks for card numbers or passwords',
    words: 'card cards cvv cvc password passwords tarjeta contrasena',
    pattern: joinPattern(
      String.raw`\b(?:send|e-?mail|submit|message|envi[ae]\w*|mand[ae]\w*)\s+(?:us |me |their |your |the |full |credit |debit |su |tu |el |la )*(?:card (?:numbers?|details)|cv[vc]|passwords?|numero de (?:la |su |tu )?tarjeta|contrasena)\b[^.!?\n]{0,40}?(?:@|https?:|\[link\])`,
    ),
    unless: /\b(?:never|not|no|don't|nunca|jamas)\b/,
  },
  {
    reason: 'leads what a shopper writes to a link',
    words: 'http https www link',
    pattern: joinPattern(
      String.raw`\b(?:include|put|embed|incluye|pon)\s+(?:the |el |la |los )?(?:(?:user|customer|shopper)(?:'s|s|s')? [\w-]+|[\w-]+ del (?:usuario|cliente|comprador))\b[^!?\n]{0,60}(?:https?:|www\.|\[link\])|`,
      String.raw`\b(?:send|post|forward|transmit|append|encode|leak|submit|envia|manda|reenvia|anade|adjunta|agrega)\s+(?:the |this |all |your |entire |whole |la |el |toda la |todo el )*`,
      String.raw`(?:conversation|chat(?: history)?|(?:user|customer|shopper)(?:'s|s|s')? (?:question|input|messages?|data|e-?mail|address|name)|system prompt|previous messages|conversacion|historial|pregunta del (?:usuario|cliente)|datos del (?:usuario|cliente))\b[^!?\n]{0,60}(?:https?:|www\.|\[link\])`,
    ),
  },
];
