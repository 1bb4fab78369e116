import { fold } from '../../ingest/analysis/stem.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';

/** Words that point back to what was spoken of, or go on from it: English and Spanish, folded. */
const POINTS_BACK =
  /^(?:and|but|also|so|ok(?:ay)?|then|or|y|e|pero|tambien|entonces|o)\b|\b(?:it|its|this|they|them|their|those|these|one|ones|there|same|instead|eso|esa|ese|esto|este|ellos|ellas|alli|ahi|mism[oa]|otr[oa])\b|(?<!\p{L}\s)\bthat\b|\b(?:is|does|do|did|will|can|for|of|to|about|with|like|if|are|was|after|before|on|in) that\b|\b(?:lo|los|las) (?:pued|pod|tien|tengo|hay|env|vend|devuelv|compr|quier|hac|cambi)\p{L}*|\p{L}[aei]r(?:lo|la|los|las)\b|^(?:what|how) about\b|^que (?:tal|hay)\b|^(?:why|when|where|how long|how much|how many|how|por que|cuando|donde|cuanto|cuantos|como)[\s?]*$/u;

/** A question with this many topic words may lean on the one before if it points back; a fragment with no more leans. */
const MOST_POINTING = 4;
const MOST_FRAGMENT = 2;
/** A whole question has a verb: "Do gift cards expire?" stands alone, "gift cards?" does not. */
const WHOLE =
  /^(?:do|does|did|is|are|was|can|could|will|would|should|have|has|may|what (?:is|are|does|do|kind|if)|what['’]s|how (?:do|does|can|long|much|many|often|far|old)\b.+|which|who|where (?:is|are|do|can)|when (?:do|does|is|are|will)|why (?:do|does|is|are)|i|we|my|se|hay|tien\p{L}+|puedo|pued\p{L}+|acept\p{L}+|envi\p{L}n|venden|cual\p{L}* (?:es|son)|que (?:es|son|pasa)|como (?:puedo|se|hago)|cuanto (?:cuesta|tarda|dura)|donde (?:esta|estan|puedo)|cuando (?:abren|llega|se))\b/u;

/** What a follow-up carries over: what the conversation was about. */
export interface Carried {
  /** The question with its subject added, for the record and for models. */
  standalone: string;
  /** Topic words of the earlier question that this one lacks. */
  terms: Omit<QuestionTerm, 'idf'>[];
}

/**
 * Makes a follow-up stand alone by rule: a question that points back, or is very short, takes over the topic words of
 * the question before it. Pure; sees one conversation only.
 * @param previous the last question, standalone; null at the beginning.
 */
export function carryOver(question: string, previous: string | null, locale: string): Carried {
  const own = questionTerms(question, locale);
  if (previous === null || !leansBack(question, own.length)) return { standalone: question, terms: [] };
  const known = new Set(own.map((term) => term.lexeme));
  const terms = questionTerms(previous, locale).filter((term) => !known.has(term.lexeme));
  if (terms.length === 0) return { standalone: question, terms: [] };
  return { standalone: `${question} (${terms.map((term) => term.word).join(' ')})`, terms };
}

function leansBack(question: string, topicWords: number): boolean {
  const folded = fold(question).replace(/[¿¡]/g, '').trim();
  if (topicWords <= MOST_POINTING && POINTS_BACK.test(folded)) return true;
  return topicWords <= 1 || (topicWords <= MOST_FRAGMENT && !WHOLE.test(folded));
}
