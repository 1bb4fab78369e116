import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { WordList } from '../../../ingest/embedding/read-word-list.ts';
import { englishCognate } from '../../../ingest/embedding/spanish-cognates.ts';
import { makeSpanishForms } from '../../../ingest/embedding/spanish-forms.ts';

/** What Spanish words mean in English. */
export interface Translations {
  /** English equivalents, folded, of a Spanish word in lower case, in any form of it; none for a word that is not known. */
  english(word: string): readonly string[];
  /** Whether English has a word. */
  isEnglish(word: string): boolean;
}

/** Words whose equivalents are kept ready. */
const MOST_KEPT = 10_000;

/** Endings of the present: Snowball takes "repara" for the "-ara" of another form. */
const PRESENT = /(?:[aei]mos|[ae]n|[ae]s|[aeo])$/;
const LEAST_BASE = 3;

let loaded: Translations | undefined;

/** By the word lists that come with Aisle; made by the first call and kept, in some hundredths of a second. */
export function loadTranslations(): Translations {
  if (loaded === undefined) {
    const { spanish, english } = loadWordVectors();
    loaded = makeTranslations(spanish, english.has);
  }
  return loaded;
}

/** @param list Spanish words with their English equivalents */
function makeTranslations(list: WordList, isEnglish: (word: string) => boolean): Translations {
  const formOf = makeSpanishForms(list);
  const sameStem = makeStemIndex(list);
  const infinitives = (word: string): string[] => {
    const base = fold(word).replace(PRESENT, '');
    return base.length < LEAST_BASE
      ? []
      : ['ar', 'er', 'ir'].map((ending) => base + ending).filter((verb) => list.has(verb));
  };
  const kept = new Map<string, readonly string[]>();
  const read = (word: string): readonly string[] => {
    const form = formOf(word);
    // "Repara" is like "reparo" as well as of "reparar".
    const lemmas = list.has(word)
      ? [word]
      : [...(form?.lemmas ?? []), ...sameStem(word), ...infinitives(word)];
    const listed = lemmas.flatMap((lemma) => list.get(lemma) ?? []);
    // A form's likeness to a listed word may be chance: "trazas" are traces and no form of "trazar".
    const cognate = form?.sure ? null : englishCognate(word, isEnglish);
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

/** Finds the listed words with the stem of a word. Stems are made for those that begin alike, when one of them is first asked for. */
function makeStemIndex(list: WordList): (word: string) => readonly string[] {
  const beginningOf = (word: string): string => fold(word).slice(0, 3);
  const beginnings = Map.groupBy(list.keys(), beginningOf);
  const stems = new Map<string, Map<string, string[]>>();
  return (word) => {
    const beginning = beginningOf(word);
    let known = stems.get(beginning);
    if (known === undefined) {
      known = Map.groupBy(beginnings.get(beginning) ?? [], (one) => stem(fold(one), 'es'));
      stems.set(beginning, known);
    }
    return known.get(stem(fold(word), 'es')) ?? [];
  };
}
