import type { Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { wordsOf } from './shared-words.ts';

/** Words of headings under which a rule holds for some only, or is denied: folded. */
const NARROW =
  /(?<!\p{L})(?:club|members?|membership|wholesale|trade|business|b2b|students?|teachers?|military|subscriptions?|rentals?|marketplace|outlet|clearance|pre-?owned|used|second[- ]hand|refurbished|christmas|black friday|holidays?|campaign|promotions?|exceptions?|excluded|exclusions|not|no|never|can't|cannot|don't|socios?|club|mayoristas?|empresas?|profesionales|estudiantes|docentes|suscripcion(?:es)?|alquiler|segunda mano|reacondicionados?|navidad|campana|promocion(?:es)?|excepciones|excluidos?|express|expres|pickup|recogida)(?!\p{L})/gu;

/** Whether a quote stands under a heading that makes its rule one for some, which the question does not speak of. Pure. */
export function isNarrowHeading(headings: string[], asks: (token: Token) => boolean, quote: string): boolean {
  const said = fold(quote);
  return headings.some((heading) => {
    // A question as a heading is what the quote answers.
    if (/\?\s*$/.test(heading)) return false;
    return [...fold(heading.replace(/[’‘]/g, "'")).matchAll(NARROW)].some(([word]) => {
      const tokens = wordsOf(word, 'en').tokens;
      return !said.includes(word) && !(tokens.length > 0 && tokens.every(asks));
    });
  });
}
