import { fold } from '../../../ingest/analysis/stem.ts';
import type { GroundText } from './coverage.ts';
import { statementsFor } from './statements.ts';

/** What a quote leaves open. English "may" is also a month, which stands beside a number. */
const OPEN =
  /(?<!\d\s|\b(?:in|of|until|by|mid|early|late)\s)\bmay\b(?!\s\d)|\b(?:might|possibly|perhaps|sometimes|usually|typically|quizas?|tal vez|a veces|normalmente|podria[ns]?|puede que)\b|\bpueden?\s(?=(?:\p{L}+\s)?(?:llegar|tardar|variar|retrasar|haber|producir|demorar|cambiar|sufrir|aparecer|requerir|contener|llevar|incluir|durar|costar)\p{L}*)/u;
/** What makes sure of it. */
const SURE =
  /\b(?:will|shall|always|guaranteed?|guarantees|certainly|definitely|in any case|siempre|garantizad[oa]s?|garantizamos|con toda seguridad|seguro que)\b|['’]ll\b|(?<!\p{L})(?!(?:para|cara|rara|clara|mara|compara|prepara|repara|separa|dispara|ampara|declara)(?!\p{L}))\p{L}{3,}(?:a|e|i)ran?(?!\p{L})/u;
/** What leaves it as open as the quote does. */
const SOFT =
  /\b(?:may|might|can|could|possibl[ey]|perhaps|sometimes|usually|typically|up to|as early as|maybe|able|likely|puede[ns]?|puedes|podria[ns]?|quizas?|posible|posiblemente|tal vez|a veces|normalmente|hasta)\b/u;
const DUTY =
  /\b(?:must|(?:is|are) (?:required|obligatory|mandatory|compulsory)|has to|have to|needs? to|deben?|debes|tienen? que|hay que|obligatori[oa]s?|imprescindibles?|es necesari[oa])\b/;
const CHOICE =
  /\b(?:may|optional|optionally|if you (?:like|wish|want)|opcional(?:es)?|si (?:quieres|lo deseas|prefieres))\b/;
const DENIED =
  /\b(?:not|no longer|never|no) (?:required|obligatory|mandatory|compulsory|necessary|needed|have to|need to|(?:es |son |hace )?(?:falta|obligatori[oa]s?|necesari[oa]s?|imprescindibles?))\b|\b(?:no|need not) (?:es|son|hace falta|necesitas?|tienes? que)\b/;

/**
 * Whether a sentence makes sure what its quotes leave open ("may arrive" is no "will arrive"), or leaves open what they demand.
 * @returns why, or null. Pure.
 */
export function findTurnedModality(sentence: GroundText, grounds: GroundText[]): string | null {
  const said = fold(sentence.text);
  const meant = statementsFor(sentence, grounds).map(({ text }) => fold(text));
  if (meant.length === 0) return null;
  if (SURE.test(said) && !SOFT.test(said) && meant.every((text) => OPEN.test(text) && !SURE.test(text)))
    return 'it makes sure what the quote leaves open';
  const isDuty = meant.every((text) => DUTY.test(text) && !CHOICE.test(text));
  if (isDuty && !DUTY.test(said.replace(DENIED, '')) && (CHOICE.test(said) || DENIED.test(said)))
    return 'it leaves open what the quote demands';
  return null;
}
