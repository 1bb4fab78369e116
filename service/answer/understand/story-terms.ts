import { fold } from '../../../ingest/analysis/stem.ts';
import { mainQuestion } from './main-question.ts';
import type { QuestionTerm } from './question-terms.ts';

/** Of what is told around a question an answer speaks half as often as of what is asked. */
const TOLD = 0.5;

/** A day, or how long ago. */
const DAYS =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|yesterday|tonight|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|ayer|anteayer|anoche';
/** What somebody did, and the day of it: "I bought it on Monday", "lo compré el lunes y hoy …". */
const DONE_ON = new RegExp(
  `\\b(?:i|we) (?:\\p{L}+ )?(?:bought|ordered|got|received|returned|sent|paid|picked|placed|purchased)\\b[^?]{0,60}?\\b(${DAYS})\\b(?:[^?]{0,20}?\\b(${DAYS})\\b)?(?:[^?]{0,20}?\\b(${DAYS})\\b)?|\\b(?:(?:me|lo|la|los|las|os|te) )*(?:compre|pedi|recibi|llego|llegaron|devolvi|encargue|mande|envie|pague|recogi)\\b[^?]{0,60}?\\b(${DAYS})\\b(?:[^?]{0,20}?\\b(${DAYS})\\b)?(?:[^?]{0,20}?\\b(${DAYS})\\b)?`,
  'gu',
);

/**
 * The terms, those that only the story around the question has needed less: of "We are a restaurant and want 20 pairs, what
 * discount do we get?" an answer need not speak of restaurants. What shops mean something by (a return, a gift) counts in
 * full wherever it stands. The day on
 * which something was bought tells as little. Pure.
 */
export function lightenStory(terms: QuestionTerm[], question: string, locale: string): QuestionTerm[] {
  const asking = mainQuestion(question, locale);
  const words = new Set(fold(asking).match(/[\p{L}\p{N}]+/gu) ?? []);
  const days = new Set([...fold(question).matchAll(DONE_ON)].flatMap((match) => match.slice(1)));
  return terms.map((term) => {
    const isTold = term.synonyms.size === 0 && !words.has(fold(term.word));
    return isTold || days.has(fold(term.word)) ? { ...term, need: TOLD * term.need } : term;
  });
}
