import type { Token } from '../../../ingest/analysis/analyze.ts';
import { readClaims } from '../verify/claims.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * "Larch 3" where all that are called Larch have another number in that place: what was asked for does not exist, or is no
 * product of this store. A number with a unit ("the Larch 30 days later") is none of a name.
 */
export function missingNumber(
  question: string,
  tokens: Token[],
  spoken: ReadonlyMap<string, string>,
  meant: { entry: { name: string; lexemes: string[] }; matched: string[] }[],
): string | null {
  for (const [at, token] of tokens.entries()) {
    const name = spoken.get(token.lexeme);
    const next = tokens[at + 1];
    if (name === undefined || next === undefined || !/^\p{L}{0,3}\d+\p{L}{0,2}$/u.test(next.word)) continue;
    if (!/^[\s-]$/.test(question.slice(token.end, next.start))) continue;
    // "Jetta 2015": the year of what it is for.
    if (/^(?:19|20)\d{2}$/.test(next.word)) continue;
    if (meant.some(({ entry }) => entry.lexemes.includes(spoken.get(next.lexeme) ?? next.lexeme))) continue;
    const after = question.slice(next.start, next.start + 30);
    const claims = readClaims(after.split(/[,;?!]/)[0] ?? '');
    if (
      /^\d/.test(next.word) &&
      claims.some(({ key, bare }) => bare === next.word && !key.startsWith('number:'))
    )
      continue;
    const numbered = meant.filter(({ entry, matched }) => {
      const place = entry.lexemes.indexOf(name);
      return matched.includes(name) && /^\p{L}{0,3}\d/u.test(entry.lexemes[place + 1] ?? '');
    });
    if (numbered.length > 0 && numbered.length === meant.length) return question.slice(token.start, next.end);
  }
  return null;
}

const LETTERS_AND_NUMBER = /^(\p{L}{1,3})(\d+)$/u;

/** "The washing machine L9", where those of that kind are an L8 and an L10: none of them, and none of another kind. */
export function missingModel(
  question: string,
  tokens: Token[],
  vocabulary: Vocabulary,
): { near: Vocabulary['names']; lexemes: string[]; missing: string } | null {
  for (const [at, token] of tokens.entries()) {
    const [, series] = LETTERS_AND_NUMBER.exec(token.lexeme) ?? [];
    const kind = tokens[at - 1];
    if (series === undefined || kind === undefined || !vocabulary.kinds.has(kind.lexeme)) continue;
    const near = vocabulary.names.filter(
      ({ lexemes }) =>
        lexemes.includes(kind.lexeme) &&
        lexemes.some((lexeme) => LETTERS_AND_NUMBER.exec(lexeme)?.[1] === series),
    );
    if (near.length === 0 || vocabulary.nameCounts.has(token.lexeme)) continue;
    return { near, lexemes: [kind.lexeme, token.lexeme], missing: question.slice(kind.start, token.end) };
  }
  return null;
}
