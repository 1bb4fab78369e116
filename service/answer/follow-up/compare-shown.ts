import { analyze } from '../../../ingest/analysis/analyze.ts';
import type { ShownProduct } from '../../../sql/answers.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { questionTerms } from '../question-terms.ts';
import { isStoreTopic } from '../store-topics.ts';
import { listNames } from './ask-of-reference.ts';
import { foldInPlace } from './fold-in-place.ts';
import { asQuestion } from './lead-in.ts';
import { append } from './replace-value.ts';
import { spokenValues } from './spoken-values.ts';

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

const CHEAPER =
  /^(?:(?:any(?:thing)?|some(?:thing)?|do you have|have you got|show me|got|hay|tienen|teneis|(?:las|los) hay|algo|alguna?|quiero|i want|an?|una?|de) )*(?:(cheaper|less expensive|more affordable|mas barat[oa]s?|mas economic[oa]s?)|(more expensive|pricier|mas car[oa]s?))(?: (?:ones?|options?|alternatives?|alternativas?|opcion(?:es)?|models?|modelos?))?$/u;

/** "Cheaper ones?": the same question with another order, or below the price of the one product that was shown. Pure. */
export function otherPrices(
  message: string,
  earlier: string,
  shown: ShownProduct[],
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  const match = CHEAPER.exec(foldInPlace(message));
  if (match === null) return null;
  const spanish = locale.startsWith('es');
  const cheaper = match[1] !== undefined;
  const values = spokenValues(earlier, locale, vocabulary);
  const [only] = shown;
  if (values.some(({ kind }) => kind === 'product') && only !== undefined && only.price !== null) {
    const kind = kindOf(only.name, locale, vocabulary);
    if (kind === null) return null;
    const limit = spanish
      ? `${cheaper ? 'por menos de' : 'por más de'} ${only.price}`
      : `${cheaper ? 'under' : 'over'} ${only.price}`;
    return spanish ? `¿Qué hay de ${kind} ${limit}?` : `Do you have a ${kind} ${limit}?`;
  }
  if (!values.some(({ kind }) => kind === 'thing')) return null;
  const order = spanish
    ? `, primero lo más ${cheaper ? 'barato' : 'caro'}`
    : `, ${cheaper ? 'cheapest' : 'most expensive'} first`;
  return append(earlier, order).replace(/\s+,/, ',');
}

/** The word of a product's name that says what kind of thing it is. */
function kindOf(name: string, locale: string, { kinds }: Vocabulary): string | null {
  return analyze(name, locale).findLast(({ lexeme }) => kinds.has(lexeme))?.word ?? null;
}
