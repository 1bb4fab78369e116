import { fold } from '../../../ingest/analysis/stem.ts';
import { findKnownWords } from '../../../sql/find-known-words.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { meantWord } from './correct-spelling.ts';
import type { Understanding } from './understand.ts';

/**
 * Puts right the misspelled names of what every store speaks of: "email adress" is then read as one thing, and as what is
 * asked for. A word that the store itself uses stays, and so does a name of a product.
 * @returns the question with those words replaced; null where it has none.
 */
export async function correctQuestion(
  db: Queryable,
  storeId: string,
  question: string,
  { terms, named, locale }: Pick<Understanding, 'terms' | 'named' | 'locale'>,
  vocabulary: Vocabulary,
): Promise<string | null> {
  const misspelled = terms.flatMap((term) => {
    const { lexeme } = term;
    const word = fold(term.word);
    const isOwn =
      named?.lexemes.has(lexeme) === true ||
      vocabulary.nouns.has(lexeme) ||
      vocabulary.values.has(word) ||
      vocabulary.brands.has(word);
    const meant = isOwn ? null : meantWord(term, locale);
    return meant === null ? [] : [{ lexeme, word, meant }];
  });
  if (misspelled.length === 0) return null;
  const known = await findKnownWords(
    db,
    storeId,
    misspelled.map(({ lexeme }) => lexeme),
  );
  const right = new Map(
    misspelled.flatMap(({ lexeme, word, meant }) => (known.has(lexeme) ? [] : [[word, meant] as const])),
  );
  // A capital within a sentence is a name's.
  const corrected = question.replace(
    /(?<![\p{L}][\s,]+(?=\p{Lu}))\p{L}+/gu,
    (word) => right.get(fold(word.toLowerCase())) ?? word,
  );
  return corrected === question ? null : corrected;
}
