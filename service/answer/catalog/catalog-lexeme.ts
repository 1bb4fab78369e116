import { lexemes, type Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { isClosedClass } from '../words/closed-class.ts';
import { stemsOfBothNumbers } from '../words/spanish-noun-forms.ts';
import { conceptAt } from '../words/thesaurus.ts';
import { correctWord } from './correct-word.ts';
import { kindAt } from './kind-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How alike a shopper's word must be to one of the catalog's to stand for it ("coat" for "jacket"). */
const SYNONYM = 0.62;
/** "Francesa" is French, and no Italian is. */
const SAME = 0.95;

/** The catalog's own lexeme for a word: the same, of another language or spelling, or alike. */
export function catalogLexeme(
  token: Token,
  folded: string[],
  at: number,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
): string {
  if (vocabulary.nouns.has(token.lexeme)) return token.lexeme;
  const [own] = lexemes(token.word, vocabulary.locale);
  if (own !== undefined && vocabulary.nouns.has(own)) return own;
  if (languageOf(locale) === 'es')
    for (const other of stemsOfBothNumbers(token.word)) if (vocabulary.nouns.has(other)) return other;
  for (const other of vocabulary.synonyms?.at(folded, at)?.concept.lexemes ?? [])
    if (vocabulary.nouns.has(other)) return other;
  const corrected = correctWord(folded[at] ?? '', vocabulary);
  const right = corrected === null ? undefined : lexemes(corrected, vocabulary.locale)[0];
  if (right !== undefined) return right;
  for (const other of conceptAt(folded, at)?.concept.lexemes ?? [])
    if (vocabulary.kinds.has(other)) return other;
  // Pants are no jackets, however alike the words are.
  if (kindAt([token.lexeme], 0) !== null) return token.lexeme;
  const translated = equivalentsOf(token.word, locale, vocabulary.locale).find((one) =>
    vocabulary.nouns.has(one),
  );
  return translated ?? synonym(token.word, locale, vocabulary, similarity) ?? token.lexeme;
}

function synonym(
  word: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
): string | null {
  let best: string | null = null;
  let bestScore = isClosedClass(word) ? SAME : SYNONYM;
  const isForeign = languageOf(locale) !== languageOf(vocabulary.locale);
  for (const [lexeme, noun] of vocabulary.nounWords) {
    // Of words that are no things the nearest is often the opposite: "small" is 0.67 of "large".
    if (!isForeign && !vocabulary.kinds.has(lexeme) && kindAt([lexeme], 0) === null) continue;
    const score = similarity(word, noun);
    if (score > bestScore) [best, bestScore] = [lexeme, score];
  }
  return best;
}

/** What a Spanish word is called in an English catalog, the most telling first: of "descafeinado" decaf, and then coffee. */
function equivalentsOf(word: string, locale: string, other: string): string[] {
  if (languageOf(locale) !== 'es' || languageOf(other) !== 'en') return [];
  const { spanish, spanishForms } = loadWordVectors();
  const listed = (spanishForms.form(word)?.lemmas ?? []).flatMap((lemma) => spanish.get(lemma) ?? []);
  return listed.flatMap((name) => lexemes(name, 'en'));
}
