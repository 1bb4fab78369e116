import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { spanishVerbStems } from './spanish-verb.ts';

type Term = Omit<QuestionTerm, 'idf'>;

/** Of a word's equivalents the most usual come first; the rarer ones are mostly of another sense. */
const MOST_EQUIVALENTS = 3;
/** A thing has more names in Spanish: each country has its own. */
const MOST_SPANISH = 6;

/**
 * Adds to the terms of a Spanish question what they are called in English, where the store has English pages, and to those of an
 * English one what they are called in Spanish, where it has no others: word vectors find such a page, but a sentence is judged by
 * the words that it shares with the question. Pure.
 * @param locales of the store's documents.
 */
export function translateTerms(terms: Term[], locale: string, locales: readonly string[]): Term[] {
  const asked = languageOf(locale);
  const languages = locales.map(languageOf);
  const read =
    asked === 'es' && languages.includes('en')
      ? inEnglish
      : asked === 'en' && languages.includes('es') && !languages.includes('en')
        ? inSpanish
        : null;
  if (read === null) return terms;
  const named = terms.map(read);
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

function inEnglish({ word }: Term): string[] {
  const { spanish, spanishForms } = loadWordVectors();
  return (spanishForms.form(word)?.lemmas ?? [])
    .flatMap((lemma) => spanish.get(lemma) ?? [])
    .slice(0, MOST_EQUIVALENTS)
    .flatMap((name) => lexemes(name, 'en'));
}

let spanishOf: ReadonlyMap<string, readonly string[]> | undefined;

/** With a verb's forms: "abierto" for "open". */
function inSpanish({ lexeme }: Term): string[] {
  spanishOf ??= readSpanishOf();
  return (spanishOf.get(lexeme) ?? [])
    .slice(0, MOST_SPANISH)
    .flatMap((name) => [...lexemes(name, 'es'), ...spanishVerbStems(name)]);
}

/** The Spanish words that an English lexeme is the first name of, before those that it is another name of. */
function readSpanishOf(): Map<string, string[]> {
  const { spanish } = loadWordVectors();
  const found = new Map<string, string[]>();
  for (let place = 0; place < MOST_EQUIVALENTS; place++)
    for (const [word, names] of spanish) {
      const name = names[place];
      if (name === undefined) continue;
      const lexeme = stem(fold(name), 'en');
      const known = found.get(lexeme);
      if (known === undefined) found.set(lexeme, [word]);
      else if (!known.includes(word)) known.push(word);
    }
  return found;
}
