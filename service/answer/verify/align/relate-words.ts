import { languageOf } from '../../../../ingest/analysis/language-of.ts';
import { loadWordNet, type WordClass, type WordRelation } from '../../../../ingest/lexicon/load-word-net.ts';
import { loadTranslations } from '../translations.ts';

/** A Spanish word has several equivalents, the most usual first; two Spanish words may share a rare one by chance. */
const MOST_MEANINGS = 2;

/** A folded word as WordNet knows it: English, or what a Spanish one means. */
function inEnglish(word: string, locale: string, most = MOST_MEANINGS): readonly string[] {
  return languageOf(locale) === 'es' ? loadTranslations().english(word).slice(0, most) : [word];
}

/** How a folded word of one language stands to one of another, or of the same, by any meaning of both. */
export function relateWords(one: string, locale: string, other: string, otherLocale: string): WordRelation {
  const net = loadWordNet();
  const found: WordRelation = { alike: false, broader: false, siblings: false, opposite: false };
  const most = languageOf(locale) === languageOf(otherLocale) ? 1 : MOST_MEANINGS;
  for (const a of inEnglish(one, locale, most)) {
    for (const b of inEnglish(other, otherLocale, most)) {
      const relation = net.relate(a, b);
      found.alike ||= relation.alike;
      found.broader ||= relation.broader;
      found.siblings ||= relation.siblings;
      found.opposite ||= relation.opposite;
    }
  }
  return found;
}

/** What a folded word mostly is; null for one that is not known. */
export function classOfWord(word: string, locale: string): WordClass {
  const net = loadWordNet();
  return firstOf(inEnglish(word, locale), net.classOf);
}

function firstOf<T>(words: readonly string[], read: (word: string) => T | null): T | null {
  for (const word of words) {
    const found = read(word);
    if (found !== null) return found;
  }
  return null;
}
