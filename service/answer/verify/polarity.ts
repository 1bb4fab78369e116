import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';

/** Words that turn a statement round, folded: English and Spanish. */
const NEGATION =
  /\b(?:not|no|never|none|neither|nor|cannot|without|non|unable|ineligible|excluded?|excludes|excluding|except|unless|refused?|prohibited|forbidden|decline[sd]?|nunca|jamas|ni|ningun|ninguna|ninguno|tampoco|sin|excepto|salvo|excluye|excluido|excluida|prohibido)\b|n['’]t\b/g;

/** Pairs of which a statement may not swap one for the other. */
const OPPOSITES: [RegExp, RegExp][] = [
  [/\b(?:before|antes)\b/, /\b(?:after|despues)\b/],
  [
    /\b(?:over|above|more than|at least|minimum|mas de|al menos|minimo)\b/,
    /\b(?:under|below|less than|at most|maximum|menos de|como maximo|maximo)\b/,
  ],
  [/\b(?:always|siempre)\b/, /\b(?:never|nunca)\b/],
  [/\b(?:open|opens|abierto|abre)\b/, /\b(?:closed|closes|cerrado|cierra)\b/],
  [/\b(?:free|gratis|gratuit[oa]s?)\b/, /\b(?:paid|charged?|fee|pago|cargo|tarifa)\b/],
  [/\b(?:included|includes|incluido|incluye)\b/, /\b(?:excluded|excludes|extra|excluido|excluye)\b/],
  [
    /\b(?:in stock|available|disponible)\b/,
    /\b(?:sold out|out of stock|unavailable|agotad[oa]|no disponible)\b/,
  ],
  [
    /\b(?:accept|accepted|allowed|eligible|aceptamos|permitido)\b/,
    /\b(?:reject|rejected|refused|ineligible|rechazamos|prohibido)\b/,
  ],
];

/** Where a sentence changes its mind: each side has a polarity of its own. */
const CLAUSE =
  /[;:()—]|,?\s+\b(?:but|except|unless|however|although|though|while|if|pero|excepto|salvo|aunque|si)\b|,\s+(?=\p{L}+\s+\p{L}+\s+\p{L}+)/giu;

/**
 * Whether a sentence says the opposite of what its grounds say: each of its clauses is laid beside the clause of the
 * grounds that shares most of its words, and the two must agree in negation and in pairs such as before and after.
 * @returns why, or null when they agree. Pure.
 */
export function findContradiction(
  sentence: string,
  grounds: { text: string; locale: string }[],
): string | null {
  const clauses = grounds.flatMap((ground) =>
    ground.text.split(/\n|(?<=[.!?])\s/).flatMap((line) => clausesOf(line, ground.locale)),
  );
  if (clauses.length === 0) return null;
  for (const claim of clausesOf(sentence, grounds[0]?.locale ?? 'en')) {
    const nearest = nearestClause(claim, clauses);
    if (nearest === null) {
      // "It is not true that …" shares no word with any quote and turns all of it round.
      if (claim.negated && !clauses.some((clause) => clause.negated))
        return 'it denies what the quote states';
      continue;
    }
    if (claim.negated !== nearest.negated) {
      return claim.negated ? 'it denies what the quote states' : 'it states what the quote denies';
    }
    for (const [one, other] of OPPOSITES) {
      if (swaps(claim.text, nearest.text, one, other) || swaps(claim.text, nearest.text, other, one)) {
        return 'it says the opposite of the quote';
      }
    }
  }
  return null;
}

interface Clause {
  text: string;
  lexemes: Set<string>;
  negated: boolean;
}

function clausesOf(text: string, locale: string): Clause[] {
  const cuts = [...text.matchAll(CLAUSE)].map((match) => match.index);
  const bounds = [0, ...cuts, text.length];
  return bounds.slice(1).map((end, index) => {
    const part = text.slice(bounds[index], end);
    const folded = fold(part);
    const lexemes = new Set(
      analyze(part, locale)
        .filter((token) => !token.stop)
        .map((token) => token.lexeme),
    );
    return { text: folded, lexemes, negated: (folded.match(NEGATION)?.length ?? 0) % 2 === 1 };
  });
}

/** The clause that shares most words; among equals, one of the same polarity. Null when none shares any. */
function nearestClause(claim: Clause, clauses: Clause[]): Clause | null {
  let best: Clause | null = null;
  let bestScore = 0;
  for (const clause of clauses) {
    const shared = [...claim.lexemes].filter((lexeme) => clause.lexemes.has(lexeme)).length;
    if (shared === 0) continue;
    const score =
      shared +
      (clause.negated === claim.negated ? 0.5 : 0) +
      shared / (claim.lexemes.size + clause.lexemes.size);
    if (score > bestScore) [best, bestScore] = [clause, score];
  }
  return best;
}

function swaps(sentence: string, quote: string, said: RegExp, meant: RegExp): boolean {
  return said.test(sentence) && !meant.test(sentence) && meant.test(quote) && !said.test(quote);
}
