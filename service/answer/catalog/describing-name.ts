import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { NamedProducts } from './named-products.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Participles and what can be done with a thing: "folding", "padded", "plegable". */
const DESCRIBES = /(?:ing|ed|able|ible|ables|ibles|ad[oa]s?|id[oa]s?)$/;

/**
 * Whether the words of products' names that a question has only say what a thing must be like: "a folding bench" is no
 * Folding Pruning Saw, "a left-handed guitar" not the one whose name says that it is. Pure.
 */
export function onlyDescribes(
  { lexemes }: Pick<NamedProducts, 'lexemes'>,
  question: string,
  locale: string,
  { values }: Pick<Vocabulary, 'values'>,
): boolean {
  const said = analyze(question, locale).filter(({ lexeme }) => lexemes.has(lexeme));
  return (
    said.length > 0 &&
    said.every(({ word, start }) => {
      const isName = start > 0 && /^\p{Lu}/u.test(question.slice(start));
      return !isName && (DESCRIBES.test(fold(word)) || values.has(fold(word)));
    })
  );
}
