import { fold } from '../../ingest/analysis/stem.ts';

/** What a shopper wants, as far as it is told from their words alone. */
export type Intent = 'question' | 'person' | 'greeting';

const PEOPLE =
  '(?:person|human|agent|representative|rep|someone|advisor|operator|manager|persona|human[oa]|agente|asesora?|alguien|operador[a]?|representante|encargad[oa])';
const TEAM =
  '(?:staff|support|customer (?:service|support|care)|your team|atencion al cliente|servicio al cliente|soporte)';
const PERSON = new RegExp(
  [
    String.raw`\b(?:talk|speak|chat|connect me|put me through|transfer me)\s+(?:to|with)\s+(?:an?\s+|the\s+|some)?(?:one|body|real\s+|live\s+|human\s+)*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:talk|speak)\s+(?:to|with)\s+some(?:one|body)\b`,
    String.raw`\b(?:hablar|chatear|comunicarme|contactar) con (?:una?|el|la|algun[ao]?)?\s*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:pasame|pasarme|ponme|poneme|comunicame|conectame) con (?:una?|el|la)?\s*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:need|want|get me|give me|prefer|quiero|necesito|prefiero) (?:an?|una?|the) (?:real |live |actual )?${PEOPLE}(?= real| human[oa]| please| por favor|[\s.!?]*$)`,
    String.raw`\b(?:real|live|actual) (?:person|human|agent)\b|\b(?:human|live) (?:agent|support|help)\b|\b(?:persona|agente) (?:real|human[oa])\b|\batencion humana\b`,
    String.raw`^(?:agent|human|agente|operator|operador|representative|representante|person|persona|customer service|atencion al cliente)[\s.!?]*$`,
  ].join('|'),
);
const GREETING =
  /^(?:(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day|night)|greetings|hola|saludos|buenos dias|buenas(?: tardes| noches)?|thanks?|thank you(?: so much| very much)?|thx|ok(?:ay)?|great|cool|nice|awesome|perfect|got it|bye|goodbye|gracias|muchas gracias|mil gracias|adios|chao|vale|perfecto|genial|entendido|how are you|que tal|como estas|(?:that|this) (?:helps|helped)|no|there|again|all|everyone|team)[\s,.!?¡¿]*)+$/;

/** Tells a question from a greeting and from the wish for a person, in English and Spanish. Pure. */
export function readIntent(question: string): Intent {
  const folded = fold(question)
    .replace(/[¿¡]|\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier}/gu, '')
    .trim();
  if (PERSON.test(folded)) return 'person';
  if (GREETING.test(folded) || !/[\p{L}\p{N}]/u.test(folded)) return 'greeting';
  return 'question';
}
