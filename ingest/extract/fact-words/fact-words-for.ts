import { ENGLISH } from './english.ts';
import type { FactWords } from './fact-words.ts';
import { SPANISH } from './spanish.ts';

/** Every language that a product's facts are worded in; a new one is one more file here. */
export const FACT_LANGUAGES: readonly FactWords[] = [ENGLISH, SPANISH];

/** @returns the words of a locale's language; English where there are none. */
export function factWordsFor(locale: string): FactWords {
  const [language] = locale.toLowerCase().split(/[-_]/);
  return FACT_LANGUAGES.find((words) => words.language === language) ?? ENGLISH;
}
