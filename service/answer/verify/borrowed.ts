import type { WordSimilarity } from '../rank/rank-units.ts';
import type { TitledText } from './binding.ts';
import { readClaims } from './claims.ts';
import { findUncovered, type GroundText, readWords } from './coverage.ts';

/** Parts of a sentence that may each stand on a page of their own. */
const PART = /[;()—!?\n]|,\s|\s(?:and|but|while|y|pero|mientras)\s/u;
const NONE: ReadonlySet<string> = new Set();

/**
 * Whether a sentence gives a value of one page to a thing that only another page speaks of: "the kettle has a 10-year warranty"
 * of "Pans have a 10-year warranty" and of the kettle's own page. Of what stands before the value some word must be in a quote
 * that has the value, or above it.
 * @returns the value as written, or null. Pure.
 */
export function findBorrowedValue(
  sentence: GroundText,
  grounds: TitledText[],
  similarity: WordSimilarity,
): string | null {
  if (new Set(grounds.map(({ titles }) => titles[0])).size < 2) return null;
  for (const part of sentence.text.split(PART)) {
    for (const { key, written } of readClaims(part, sentence.locale)) {
      const holders = grounds.filter(({ text, locale }) =>
        readClaims(text, locale).some((claim) => claim.key === key),
      );
      if (holders.length === 0 || holders.length === grounds.length) continue;
      const subject = { ...sentence, text: part.slice(0, Math.max(0, part.indexOf(written))) };
      const missingIn = (some: GroundText[]) => findUncovered(subject, readWords(some, similarity), NONE);
      const words = findUncovered(
        subject,
        readWords([], () => 0),
        NONE,
      );
      const titles = holders.flatMap(({ titles, locale }) => titles.map((text) => ({ text, locale })));
      // What the page is called says nothing of which of its things the value is of.
      const own = words.filter((word) => missingIn(titles).includes(word));
      const missing = missingIn(holders);
      if (
        own.length > 0 &&
        own.every((word) => missing.includes(word)) &&
        missingIn(grounds).length < missing.length
      )
        return written;
    }
  }
  return null;
}
