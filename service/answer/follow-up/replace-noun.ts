import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';

const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*";
/** A thing with its article, and nothing that is said of it. */
const THING = new RegExp(`^((?:the|an?|your|my|some)\\s+)?(${WORD}(?:\\s+${WORD}){0,3})$`, 'iu');
/** No noun of a question begins or ends with one. */
const NO_NOUN =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|should|have|has|had|be|been|it|its|that|this|them|they|one|ones|if|when|why|what|which|who|where|how|to|for|from|with|without|in|on|at|by|of|after|before|until|and|or|not|more|less|much|many)\b/iu;
/** Where a noun with an article ends: at the end, or before what is said of it. */
const NOUN = new RegExp(
  `(?<=\\b(?:the|an?|your|my)\\s+)${WORD}(?:\\s+${WORD}){0,4}?(?=[\\s?.!]*$|\\s+(?:is|are|was|do|does|can|will|have|has|take|takes|cost|costs|last|lasts|weigh|weighs|need|needs|come|comes|work|works|run|to|for|from|with|without|in|on|at|by|after|before|until|if|when|that)\\b)`,
  'giu',
);

/**
 * "What about a cleaver?" after "How much is it to sharpen a chef knife?", "and the battery?" after "How long is the frame
 * warranty?": the earlier question with its last noun replaced; of a compound that ends in what a store has rules for, what
 * stands before that. English. Pure.
 * @returns null where the fragment is more than a thing, or the question names none.
 */
export function replaceNoun(question: string, fragment: string): string | null {
  const thing = THING.exec(fragment.trim());
  const name = thing?.[2];
  if (thing === null || name === undefined || NO_NOUN.test(name) || /^\d/.test(name)) return null;
  const noun = [...question.matchAll(NOUN)].findLast(({ 0: words }) => !NO_NOUN.test(words));
  if (noun === undefined) return null;
  const words = noun[0].split(/\s+/);
  const head = words.at(-1) ?? '';
  if (questionTerms(head, 'en').some(isStoreTopic)) {
    if (words.length < 2) return null;
    return at(question, noun.index, noun.index + noun[0].length - head.length, `${name} `);
  }
  // "An 8 inch knife" and "a cleaver": the article is the thing's own.
  const article =
    thing[1] === undefined ? 0 : (/\S+\s+$/.exec(question.slice(0, noun.index))?.[0].length ?? 0);
  return at(
    question,
    noun.index - article,
    noun.index + noun[0].length,
    thing[1] === undefined ? name : fragment.trim(),
  );
}

function at(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
