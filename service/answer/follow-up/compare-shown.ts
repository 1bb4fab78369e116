import type { ShownProduct } from '../../../sql/answers.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { listNames } from './ask-of-reference.ts';
import { foldInPlace } from './fold-in-place.ts';
import { asQuestion } from './lead-in.ts';

/** More cannot be compared at once. */
const MOST_COMPARED = 4;
const WHICH = /^(?:which|what(?:'s| is) the (?!difference)|cual)(?!\p{L})/u;
const BETWEEN =
  /\b(?:them|these|those|both(?: of them)?|the two|all of them|ellos|ellas|est[oa]s|es[oa]s|ambos|ambas|l[oa]s dos)\b/u;
const COMPARES = /\b(?:compar\p{L}*|differen\p{L}*|diferencia\p{L}*)\b/u;
const MOST_TOPICS = 2;

/** "Which one is lighter?", "compare them": with the products named that were shown. Pure. */
export function compareShown(
  message: string,
  shown: ShownProduct[],
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  if (shown.length < 2 || shown.length > MOST_COMPARED) return null;
  const folded = foldInPlace(message);
  const spanish = locale.startsWith('es');
  const names = shown.map(({ name }) => (spanish ? name : `the ${name}`));
  const all = BETWEEN.exec(folded);
  if (all !== null && COMPARES.test(folded)) {
    const named = listNames(names, spanish);
    return asQuestion(message.slice(0, all.index) + named + message.slice(all.index + all[0].length), locale);
  }
  const topics = questionTerms(message, locale);
  const own = topics.some((term) => isStoreTopic(term) || vocabulary.kinds.has(term.lexeme));
  if (!WHICH.test(folded) || own || topics.length > MOST_TOPICS || /\b(?:you|we|i|my)\b/.test(folded))
    return null;
  return asQuestion(`${message}: ${listNames(names, spanish, true)}`, locale);
}
