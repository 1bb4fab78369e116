import { ownWord } from './own-word.ts';
import type { AnswerWord } from './reading.ts';

const WORDS: Record<'en' | 'es', Record<AnswerWord, string>> = {
  en: { yes: 'Yes', no: 'No' },
  es: { yes: 'Sí', no: 'No' },
};

/**
 * Puts an answer's word before its first sentence, which stays as it is, so that it is still the store's own: `Yes. We ship
 * to Canada.` A sentence that begins with a word of its own keeps that one. Pure.
 * @param locale of the answer: English where there are no words
 */
export function sayAnswerWord(word: AnswerWord, sentence: string, locale: string): string {
  if (ownWord(sentence) !== null) return sentence;
  return `${WORDS[locale.startsWith('es') ? 'es' : 'en'][word]}. ${sentence}`;
}
