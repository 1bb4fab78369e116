import { fold } from '../../../ingest/analysis/stem.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';
import { isStoreTopic } from './store-topics.ts';

/** What befalls a thing that came well and was used; English and Spanish, folded. */
const IN_USE =
  /(?<!\p{L})(?:(?:is|are|was|were|keeps?|started|started to|starts) (?:already )?(?:coming|falling|peeling|wearing|breaking|cracking|splitting|leaking|fading|fraying|flaking) ?(?:off|apart|out|up|loose|undone|through|down)?|(?:came|come|comes|fell|fallen|falls|broke|broken|snapped|split|ripped|tore|torn|peeled|worn|wore) (?:off|apart|loose|undone|through|out)|(?:broke|broken|snapped|cracked|ripped|tore|torn|died|failed|stopped working|gave out|gave up) (?:after|within|in less than|on (?:the|my|its|our) (?:first|second|third)|the (?:first|second) time)|(?:stopped|quit) working|(?:no longer|doesn'?t|does not|won'?t|will not) (?:work|close|zip|turn on|charge|hold|start)|(?:se (?:me |le |nos )?(?:ha |han |esta |estan )?(?:despeg|descos|desprend|cay|rompi|romp|desgast|desarm|deshac|deshec|estrope)\p{L}*)|(?:dejo|dejaron|ha dejado|han dejado) de (?:funcionar|cargar|encender|prender|jalar))(?!\p{L})/u;
/** It came so. */
const ON_ARRIVAL =
  /(?<!\p{L})(?:arriv\p{L}+|(?:just |it |they |order |parcel |package |box )came|turned up|showed up|delivered|opened (?:the|my) (?:box|parcel|package)|lleg\p{L}+|me (?:ha|han) venido|vino|vinieron)(?!\p{L})/u;
/** What is told around what is asked weighs less. */
const STORY_WEIGHT = 0.6;

/** Whether something has befallen a thing by being used: its sole comes off. Pure. */
export function breaksInUse(text: string): boolean {
  return IN_USE.test(fold(text));
}

/**
 * The terms of a message that tells of a trouble and names no rule or service of a shop's, with what the shop calls it: "the
 * sole is coming off" is a matter of the warranty, and what else it tells is the story of it. Pure.
 */
export function asTrouble(
  terms: Omit<QuestionTerm, 'idf'>[],
  asked: string,
  locale: string,
): Omit<QuestionTerm, 'idf'>[] {
  if (!breaksInUse(asked) || ON_ARRIVAL.test(fold(asked)) || terms.some(isStoreTopic)) return terms;
  const warranty = questionTerms(locale.startsWith('es') ? 'garantia' : 'warranty', locale);
  return [...terms.map((term) => ({ ...term, weight: Math.min(term.weight, STORY_WEIGHT) })), ...warranty];
}
