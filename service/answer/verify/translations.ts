import { remember } from '../../../ingest/analysis/remember.ts';
import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { WordList } from '../../../ingest/embedding/read-word-list.ts';
import { englishCognate } from '../../../ingest/embedding/spanish-cognates.ts';
import type { SpanishForms } from '../../../ingest/embedding/spanish-forms.ts';
import { RETAIL_TRANSLATIONS } from './retail-translations.ts';

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
  const shops = readRetail(RETAIL_TRANSLATIONS);
  const equivalents = (word: string): readonly string[] => {
    const lemmas = forms.readings(word);
    const listed = lemmas.flatMap((lemma) => list.get(lemma) ?? []);
    // A form's likeness to a listed word may be chance: "trazas" are traces and no form of "trazar".
    const cognate = forms.form(word)?.sure ? null : englishCognate(word, isEnglish);
    return [
      ...new Set([
        ...listed.map(fold),
        ...(cognate === null ? [] : [cognate]),
        ...[word, ...lemmas].flatMap((one) => shops(fold(one))),
      ]),
    ];
  };
  const english = remember(MOST_KEPT, (word: string): readonly string[] => {
    const own = equivalents(word);
    const bare = own.length > 0 ? word : word.replace(ENCLITIC, '');
    return bare === word ? own : equivalents(bare);
  });
  return { isEnglish, english };
}

/** "Mantenla", "lavarlo": what a verb takes behind it. */
const ENCLITIC = /(?<=[aeiou][nrlds]?)(?:(?:me|te|se|nos|os)?(?:l[aeo]s?)|(?<=[aei]r|ndo)(?:me|te|se|nos))$/;

/** @returns the equivalents of a folded word, or of a form with its stem. */
function readRetail(lines: string): (word: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const line of lines.split('\n')) {
    const [word = '', ...english] = line.split(' ');
    for (const key of [word, `${stem(word, 'es')}-`]) known.set(key, [...(known.get(key) ?? []), ...english]);
  }
  return (word) => known.get(word) ?? known.get(`${stem(word, 'es')}-`) ?? [];
}
