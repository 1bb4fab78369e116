import type { WordSimilarity } from '../rank/rank-units.ts';
import { isClosedClass, isPlaceName } from './closed-class.ts';

/**
 * Below this two words are unrelated as likely as not, when one is held against every word of a page: of random pairs one
 * in a thousand reaches 0.41, of synonyms half 0.45 (ingest/embedding/ATTRIBUTION.md).
 */
const LEAST_SIMILARITY = 0.45;
/** A synonym is worth less than the word itself, for antonyms are as near. */
const SYNONYM_CREDIT = 0.8;
/** Shorter ones end in `s` themselves: "bus", "gas". */
const SHORTEST_PLURAL = 4;
/** Of what may be no plural at all more is wanted. */
const LEAST_OF_SINGULARS = 0.55;
/** A word of letters alone: numbers and sizes have no synonyms. */
const WORD = /^\p{L}{3,}$/u;

/**
 * How well one word stands for another, 0…1: 0 for what is probably unrelated, and for places, of which `within/` knows
 * which one lies in which.
 */
export function softMatch(a: string, b: string, similarity: WordSimilarity): number {
  if (!WORD.test(a) || !WORD.test(b) || isClosedClass(a)) return 0;
  const near = likeness(a, b, similarity);
  return near < LEAST_SIMILARITY || isPlaceName(a) || isPlaceName(b) ? 0 : SYNONYM_CREDIT * near;
}

/** Vectors know "amplifier" and need not know "amplifiers". */
function likeness(a: string, b: string, similarity: WordSimilarity): number {
  const near = similarity(a, b);
  const [x, y] = [singular(a), singular(b)];
  if (near >= LEAST_SIMILARITY || (x === a && y === b)) return near;
  const ofSingulars = similarity(x, y);
  return ofSingulars < LEAST_OF_SINGULARS ? near : ofSingulars;
}

function singular(word: string): string {
  return word.length > SHORTEST_PLURAL && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
