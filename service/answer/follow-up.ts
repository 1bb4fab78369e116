import { fold } from '../../ingest/analysis/stem.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';

/** Words that point back to what was spoken of, or go on from it: English and Spanish, folded. */
const POINTS_BACK =
  /^(?:and|but|also|so|ok(?:ay)?|then|or|y|e|pero|tambien|entonces|o)\b|\b(?:it|its|that|this|they|them|their|those|these|one|ones|there|same|instead|eso|esa|ese|esto|esta|este|ellos|ellas|lo|los|las|alli|ahi|mism[oa]|otr[oa])\b|^(?:what|how) about\b|^que (?:tal|hay)\b|^(?:why|when|where|how long|how much|how many|how|por que|cuando|donde|cuanto|cuantos|como)[\s?]*$/;

/** A question with this many topic words or fewer may lean on the one before. */
const SHORT = 2;

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
  return topicWords <= SHORT || (topicWords <= SHORT + 2 && POINTS_BACK.test(folded));
}
