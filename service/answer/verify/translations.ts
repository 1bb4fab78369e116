import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { WordList } from '../../../ingest/embedding/read-word-list.ts';
import { englishCognate } from '../../../ingest/embedding/spanish-cognates.ts';
import type { SpanishForms } from '../../../ingest/embedding/spanish-forms.ts';

/** What Spanish words mean in English. */
export interface Translations {
  /** English equivalents, folded, of a Spanish word in lower case, in any form of it; none for a word that is not known. */
  english(word: string): readonly string[];
  /** Whether English has a word. */
  isEnglish(word: string): boolean;
}

/** Words whose equivalents are kept ready. */
const MOST_KEPT = 10_000;

let loaded: Translations | undefined;

/** By the word lists that come with Aisle; made by the first call and kept, in some hundredths of a second. */
export function loadTranslations(): Translations {
  if (loaded === undefined) {
    const { spanish, spanishForms, english } = loadWordVectors();
    loaded = makeTranslations(spanish, spanishForms, english.has);
  }
  return loaded;
}

/** @param list Spanish words with their English equivalents */
function makeTranslations(
  list: WordList,
  forms: SpanishForms,
  isEnglish: (word: string) => boolean,
): Translations {
  const kept = new Map<string, readonly string[]>();
  const read = (word: string): readonly string[] => {
    const listed = forms.readings(word).flatMap((lemma) => list.get(lemma) ?? []);
    // A form's likeness to a listed word may be chance: "trazas" are traces and no form of "trazar".
    const cognate = forms.form(word)?.sure ? null : englishCognate(word, isEnglish);
    return [...new Set([...listed.map(fold), ...(cognate === null ? [] : [cognate])])];
  };
  return {
    isEnglish,
    english(word) {
      let equivalents = kept.get(word);
      if (equivalents === undefined) {
        equivalents = read(word);
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(word, equivalents);
      }
      return equivalents;
    },
  };
}
