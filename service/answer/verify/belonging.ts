import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from './claims.ts';
import type { GroundText } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Parts of a text that each say something of their own. */
const PART = /[;()—!?\n]|\.\s|,\s|\s(?:but|while|whereas|and|pero|mientras|y)\s(?!\p{Sc}?\d)/u;

/**
 * Whether a sentence gives a value to something else than its quote does: "express costs $5" where it is standard that does.
 * Each part with a value is laid beside the parts of the grounds that have values of its kind; the one that shares most
 * words must have the value.
 * @returns the value as written, or null. Pure.
 */
export function findMisplacedValue(sentence: string, grounds: GroundText[]): string | null {
  const parts = grounds.flatMap(({ text, locale }) => partsOf(text, locale));
  for (const said of partsOf(sentence, grounds[0]?.locale ?? 'en')) {
    for (const claim of said.claims) {
      const dimension = dimensionOf(claim.key);
      const rivals = parts.filter((part) => part.claims.some(({ key }) => dimensionOf(key) === dimension));
      const best = Math.max(0, ...rivals.map((part) => sharedWords(said, part)));
      const holders = rivals.filter((part) => part.claims.some(({ key }) => key === claim.key));
      if (best === 0 || holders.length === 0) continue;
      if (!holders.some((part) => sharedWords(said, part) >= best)) return claim.written;
    }
  }
  return null;
}

interface Part {
  words: Set<string>;
  claims: { key: string; written: string }[];
}

function partsOf(text: string, locale: string): Part[] {
  return text.split(PART).flatMap((part) => {
    const claims = readClaims(part).filter(({ bare }) => bare !== null);
    if (claims.length === 0) return [];
    const words = analyze(part, locale).filter(
      (token) => !token.stop && !/\d/.test(token.word) && !isGeneric(fold(token.word)),
    );
    return [{ words: new Set(words.map((token) => token.lexeme)), claims }];
  });
}

const dimensionOf = (key: string): string => key.slice(0, key.indexOf(':'));
const sharedWords = (a: Part, b: Part): number => [...a.words].filter((word) => b.words.has(word)).length;
