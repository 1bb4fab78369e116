import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';

type Term = Omit<QuestionTerm, 'idf'>;

/** Of a word's equivalents the most usual come first; the rarer ones are mostly of another sense. */
const MOST_EQUIVALENTS = 3;

/**
 * Adds to the terms of a Spanish question what they are called in English, where the store has English pages: word vectors
 * find such a page, but a sentence is judged by the words that it shares with the question. Pure.
 * @param locales of the store's documents.
 */
export function translateTerms(terms: Term[], locale: string, locales: readonly string[]): Term[] {
  if (languageOf(locale) !== 'es' || !locales.some((one) => languageOf(one) === 'en')) return terms;
  const { spanish, spanishForms } = loadWordVectors();
  const named = terms.map((term) =>
    (spanishForms.form(term.word)?.lemmas ?? [])
      .flatMap((lemma) => spanish.get(lemma) ?? [])
      .slice(0, MOST_EQUIVALENTS)
      .flatMap((word) => lexemes(word, 'en')),
  );
  const heads = named.map(([head]) => head);
  return terms.map((term, at) => {
    // Of "café descafeinado", which is decaf coffee, "coffee" is what the other word says.
    const equivalents = (named[at] ?? []).filter(
      (lexeme, place) => place === 0 || !heads.some((head, other) => other !== at && head === lexeme),
    );
    return equivalents.length === 0
      ? term
      : {
          ...term,
          ...(term.synonyms.size > 0 && { concept: term.concept ?? term.synonyms }),
          synonyms: new Set([...term.synonyms, ...equivalents]),
        };
  });
}
