import { findLexemesByPrefix } from '../../sql/find-near-lexemes.ts';
import type { Queryable } from '../../sql/queryable.ts';
import type { QuestionTerm } from './question-terms.ts';

type Term = Omit<QuestionTerm, 'idf'>;

/** Shorter words have too many neighbours; the first two letters are mostly right. */
const SHORTEST = 5;
const PREFIX = 2;
/** Words of this length may have two letters wrong. */
const TWO_ERRORS = 9;

/**
 * Replaces words that the store does not have by its nearest word, where there is one: "adress" finds "address". One more
 * round trip, and only for questions with unknown words.
 * @returns the same array when nothing was corrected.
 * @param known in how many passages each of the question's lexemes occurs.
 */
export async function correctSpelling(
  db: Queryable,
  storeId: string,
  terms: Term[],
  known: ReadonlyMap<string, number>,
): Promise<Term[]> {
  const unknown = terms.filter((term) => isCandidate(term, known));
  if (unknown.length === 0) return terms;
  const prefixes = [...new Set(unknown.map((term) => term.lexeme.slice(0, PREFIX)))];
  const lexemes = await findLexemesByPrefix(db, storeId, prefixes);
  let changed = false;
  const corrected = terms.map((term) => {
    const lexeme = isCandidate(term, known) ? nearest(term.lexeme, lexemes) : null;
    if (lexeme === null) return term;
    changed = true;
    return { ...term, lexeme, word: lexeme };
  });
  return changed ? corrected : terms;
}

function isCandidate(term: Term, known: ReadonlyMap<string, number>): boolean {
  const names = [term.lexeme, ...term.synonyms];
  return (
    /^\p{L}+$/u.test(term.lexeme) && term.lexeme.length >= SHORTEST && !names.some((name) => known.has(name))
  );
}

/** The nearest lexeme within the errors allowed, the most frequent among equals. Pure. */
export function nearest(written: string, lexemes: { lexeme: string; passages: number }[]): string | null {
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
