import { fold } from '../../ingest/analysis/stem.ts';

/** What a shopper wants, as far as it is told from their words alone. */
export type Intent = 'question' | 'person' | 'greeting';

const PERSON =
  /\b(?:(?:talk|speak|chat|connect me|put me through)\s+(?:to|with)\s+(?:an?\s+|the\s+|some)?(?:one|body|real\s+|live\s+|human\s+)*(?:person|human|agent|representative|rep|someone|advisor|operator|support|staff|manager)|(?:real|live|actual) (?:person|human|agent)|(?:human|live) (?:agent|support|help)|hablar con (?:una?|el|la|algun[ao]?)?\s*(?:persona|humano|agente|asesora?|alguien|operador[a]?|representante|encargad[oa])|(?:persona|agente) (?:real|human[oa])|atencion humana|^(?:agent|human|agente|operator|representative)$)/;
const GREETING =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings|hola|buenos dias|buenas(?: tardes| noches)?|thanks?|thank you(?: so much| very much)?|ok(?:ay)?|great|cool|bye|goodbye|gracias|muchas gracias|adios|vale|perfecto|how are you|que tal|como estas|there|again|all)[\s,.!?¡¿]*)+$/;

/** Tells a question from a greeting and from the wish for a person, in English and Spanish. Pure. */
export function readIntent(question: string): Intent {
  const folded = fold(question).replace(/[¿¡]/g, '').trim();
  if (PERSON.test(folded)) return 'person';
  if (GREETING.test(folded)) return 'greeting';
  return 'question';
}
