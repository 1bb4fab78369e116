import { analyze } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { NearWord } from '../../../sql/search-passages.ts';
import { respell } from '../words/respell.ts';
import { plainOfDiminutive } from '../words/spanish-diminutive.ts';
import { thingsBeginningWith } from '../words/thesaurus.ts';
import { isRealWord } from './is-real-word.ts';
import type { QuestionTerm } from './question-terms.ts';

type Term = Omit<QuestionTerm, 'idf'>;

/** Shorter words have too many neighbours. */
const SHORTEST = 5;
/** … but not of those that sound alike. */
const SHORTEST_MEANT = 4;
/** "Storm" is enough of a product that is called Stormline. */
const SHORTEST_PREFIX = 4;
/** Words of this length may have two letters wrong. */
const TWO_ERRORS = 9;

/** @returns the words of a question that are worth looking up should the store not have them: letters alone. */
export function spelledWords(terms: Term[]): string[] {
  return terms
    .filter(({ lexeme }) => /^\p{L}+$/u.test(lexeme) && lexeme.length >= SHORTEST_PREFIX)
    .map(({ lexeme }) => lexeme);
}

/**
 * Replaces words that the store does not have by its nearest word, where there is one: "adress" finds "address"; but a word
 * that the language has is meant as it is written. Else a thing of the thesaurus is meant, or a product's name that begins so
 * stands for them: "storm" finds the "Stormline". Pure.
 * @returns the same array when nothing was corrected.
 * @param known in how many passages each of the question's lexemes occurs.
 * @param near words of the store that may be meant.
 */
export function correctSpelling(
  terms: Term[],
  known: ReadonlyMap<string, number>,
  near: readonly NearWord[],
  locale: string,
): Term[] {
  const lexemes = near.filter(({ name }) => !name);
  const names = near.filter(({ name }) => name).map(({ lexeme }) => lexeme);
  const spelled = new Set(spelledWords(terms));
  let changed = false;
  const corrected = terms.map((term) => {
    if (
      !spelled.has(term.lexeme) ||
      [term.lexeme, ...term.synonyms, ...(term.forms ?? [])].some((name) => known.has(name))
    )
      return term;
    const isMisspelled = term.lexeme.length >= SHORTEST && !isMeant(term, locale);
    const thing = isMisspelled ? nearestThing(term, locale) : null;
    const lexeme =
      (isMisspelled ? nearest(term.lexeme, lexemes) : null) ??
      (thing === null ? completed(term.lexeme, names, locale) : null);
    if (lexeme === null && thing === null) return term;
    changed = true;
    return lexeme === null ? { ...term, ...thing } : { ...term, lexeme, word: lexeme };
  });
  return changed ? corrected : terms;
}

/** The plain word of a diminutive, the one that sounds alike, or a single word of the thesaurus that a word is nearest to; null where the language has the word, or nothing is near. Pure. */
export function meantWord(
  { word, synonyms }: Pick<Term, 'word' | 'synonyms'>,
  locale: string,
): string | null {
  const language = languageOf(locale);
  const written = fold(word);
  if (language !== 'en' && language !== 'es') return null;
  if (!/^\p{L}+$/u.test(written) || written.length < SHORTEST_MEANT) return null;
  if (synonyms.size > 0 || isRealWord(word, locale)) return null;
  const plain = language === 'es' ? (plainOfDiminutive(written) ?? respell(written)) : null;
  if (plain !== null || written.length < SHORTEST) return plain;
  return nearest(
    written,
    thingsBeginningWith(written[0] ?? '', language).map((thing) => ({ lexeme: thing.word, passages: 0 })),
  );
}

/** A thing of the thesaurus whose name is meant, by its other names: "areglarla" is repair where the store says "reparar". */
function nearestThing(
  { word }: Term,
  locale: string,
): Pick<Term, 'lexeme' | 'word' | 'rarity' | 'need' | 'synonyms'> | null {
  const language = languageOf(locale);
  if (language !== 'en' && language !== 'es') return null;
  const written = fold(word);
  const things = thingsBeginningWith(written[0] ?? '', language);
  const found = nearest(
    written,
    things.map((thing) => ({ lexeme: thing.word, passages: 0 })),
  );
  const thing = things.find((one) => one.word === found);
  const [lexeme] = found === null ? [] : analyze(found, locale);
  if (found === null || thing === undefined || lexeme === undefined) return null;
  return { lexeme: lexeme.lexeme, word: found, rarity: 1, need: 1, synonyms: thing.concept.lexemes };
}

/** A word of the thesaurus or of the language is no misspelling, whether the store has it or not. */
function isMeant({ word, synonyms }: Term, locale: string): boolean {
  return synonyms.size > 0 || isRealWord(word, locale);
}

/** What the one word of products' names that begins so is indexed as; null where several do. */
function completed(written: string, names: readonly string[], locale: string): string | null {
  const found = new Set(
    names.filter((name) => name.startsWith(written)).map((name) => analyze(name, locale)[0]?.lexeme),
  );
  const [lexeme] = found;
  return found.size === 1 && lexeme !== undefined ? lexeme : null;
}

/** The nearest lexeme within the errors allowed, the most frequent among equals. Pure. */
export function nearest(
  written: string,
  lexemes: readonly { lexeme: string; passages: number }[],
): string | null {
  const most = written.length >= TWO_ERRORS ? 2 : 1;
  let best: { lexeme: string; passages: number; errors: number } | null = null;
  for (const candidate of lexemes) {
    if (Math.abs(candidate.lexeme.length - written.length) > most) continue;
    const errors = editDistance(written, candidate.lexeme, most);
    if (errors > most) continue;
    if (
      best === null ||
      errors < best.errors ||
      (errors === best.errors && candidate.passages > best.passages)
    ) {
      best = { ...candidate, errors };
    }
  }
  return best?.lexeme ?? null;
}

/**
 * Optimal string alignment distance (Damerau 1964): letters inserted, left out, replaced, or swapped with their
 * neighbour.
 * @param most the distance from which on the exact value does not matter.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
