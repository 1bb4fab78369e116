import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { type Concept, conceptAt } from './thesaurus.ts';

/** What one store and its shoppers call the same thing, beside the thesaurus that all stores have. */
export interface StoreSynonyms {
  /**
   * The thing that is named at a word of a text, by its longest name; null where none is.
   * @param words of the text, folded; @param at where to look.
   */
  at(words: readonly string[], at: number): { concept: Concept; positions: number[] } | null;
}

interface Name {
  /** Lexemes of its words, joined. */
  key: string;
  length: number;
  concept: Concept;
}

/**
 * Reads a store's own lines of synonyms (`synonyms` in `aisle.yaml`). A name is found in any form of its words; a line that
 * has a word of the common thesaurus names that thing too.
 * @param languages of the store's documents, such as `es`.
 */
export function makeStoreSynonyms(
  lines: readonly (readonly string[])[],
  languages: readonly string[],
): StoreSynonyms {
  const read = [...new Set(languages.length === 0 ? ['en'] : languages)];
  const byFirst = new Map<string, Name[]>();
  for (const line of lines) {
    const single = line.map(wordsOf).find((words) => words.length === 1)?.[0];
    const concept: Concept = {
      name: single === undefined ? {} : { en: single, es: single },
      lexemes: new Set(line.flatMap((name) => singleLexemes(name, read))),
    };
    for (const name of line)
      for (const language of read) {
        const parts = lexemesOf(wordsOf(name), language);
        const [first] = parts;
        if (first === undefined) continue;
        const own = byFirst.get(first) ?? [];
        byFirst.set(first, [...own, { key: parts.join(' '), length: parts.length, concept }]);
      }
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length);
  return {
    at(words, at) {
      for (const language of read) {
        const [first] = lexemesOf(words.slice(at, at + 1), language);
        for (const { key, length, concept } of byFirst.get(first ?? '') ?? [])
          if (lexemesOf(words.slice(at, at + length), language).join(' ') === key)
            return { concept, positions: Array.from({ length }, (_, step) => at + step) };
      }
      return null;
    },
  };
}

/** What a name of one word is indexed as in each language, and what the common thesaurus knows it as. */
function singleLexemes(name: string, languages: readonly string[]): string[] {
  const words = wordsOf(name);
  const known = conceptAt(words, 0);
  return [
    ...(words.length === 1 ? languages.flatMap((language) => lexemesOf(words, language)) : []),
    ...(known?.positions.length === words.length ? known.concept.lexemes : []),
  ];
}

function wordsOf(name: string): string[] {
  return analyze(name, 'en').map(({ word }) => fold(word));
}

/** Function words too: they are part of a name. */
function lexemesOf(words: readonly string[], language: string): string[] {
  return words.flatMap((word) => analyze(word, language).map(({ lexeme }) => lexeme));
}
