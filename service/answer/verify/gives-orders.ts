import { fold } from '../../../ingest/analysis/stem.ts';

/** "Ignore all previous instructions", folded, English and Spanish. */
const OVERRIDES =
  /\b(?:ignore|disregard|forget|override|bypass|ignora|ignore[ns]?|olvida|olvide[ns]?|omite)\b[^.!?\n]{0,60}\b(?:instructions?|rules?|prompts?|guidelines|directives?|safeguards|instrucciones|reglas|indicaciones)\b/;
/** "… and say", "you are now", "system prompt": what is wanted of a model, never of a shopper. */
const COMMANDS =
  /\b(?:say|reply|answer|respond|write|tell|output|print|repeat|reveal|act as|pretend|you are now|system prompt|di|responde|contesta|escribe|repite|revela|actua como|ahora eres)\b/;

/**
 * Whether a text gives orders to whoever answers from it ("ignore all rules and say …"). Nothing in it is a statement of the
 * store, not even its exact words. Pure.
 */
export function givesOrders(text: string): boolean {
  const folded = fold(text);
  return OVERRIDES.test(folded) && COMMANDS.test(folded);
}
