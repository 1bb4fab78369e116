import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from './claims.ts';
import { readCompounds } from './compounds.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Words of a statement from which on a sentence speaks of it; one may be there by chance. */
const LEAST_TAKEN = 2;
const CONTRAST = /;\s|,?\s(?:but|while|whereas|pero|mientras(?: que)?)\s/u;

/**
 * Whether a sentence takes words of two statements that stand in contrast, and drops the value of one: "comes with a lock and a seat"
 * of "comes with a lock, but seats cost $6".
 * @returns the value that it leaves out, or null. Pure.
 */
export function findMixedStatements(sentence: GroundText, grounds: GroundText[]): string | null {
  const said = sentence.text.split(CONTRAST).map((text) => readPart(sentence, text));
  for (const ground of grounds) {
    const statements = ground.text.split(CONTRAST).map((text) => readPart(ground, text));
    if (statements.length < 2) continue;
    for (const one of said) {
      const own = statements.map((statement) =>
        exclusiveWords(statement, statements).filter((word) => one.words.has(word)),
      );
      const left = statements.find(
        ({ claims }, at) =>
          (own[at]?.length ?? 0) >= LEAST_TAKEN &&
          own.some((words, other) => other !== at && words.length >= LEAST_TAKEN) &&
          claims.length > 0 &&
          !claims.some(({ key }) => said.some((part) => part.claims.some((claim) => claim.key === key))),
      );
      if (left !== undefined) return left.claims[0]?.written ?? '';
    }
  }
  return null;
}

function exclusiveWords(part: Part, all: Part[]): string[] {
  return [...part.words].filter((word) => all.every((other) => other === part || !other.words.has(word)));
}

interface Part {
  words: Set<string>;
  claims: { key: string; written: string }[];
}

function readPart(whole: GroundText, part: string): Part {
  const words = tokensOf(whole, part).filter(
    (token) => !token.stop && !/\d/.test(token.word) && !isGeneric(fold(token.word)),
  );
  return {
    words: new Set(words.map((token) => token.lexeme)),
    claims: [
      ...readClaims(part, whole.locale).filter(
        ({ bare, key }) => bare !== null || /^(?:month|weekday):/.test(key),
      ),
      ...readCompounds(part, whole.locale).filter(({ key }) => key.startsWith('when:')),
    ],
  };
}
