import { productFactLines } from '../../../ingest/extract/product-text.ts';
import type { Ground, Verdict, Verify } from '../answerer.ts';
import type { WordSimilarity } from '../rank-units.ts';
import { readClaims } from './claims.ts';
import { measureCoverage } from './coverage.ts';
import { findContradiction } from './polarity.ts';

/** A sentence may be put in other words, but no more than this share of them may be its own. */
const LEAST_COVERAGE = 0.7;

/**
 * Returns the check that every sentence passes before it is sent, whichever model wrote it: its claims (numbers,
 * prices, dates, codes, links) are all in its grounds, it does not contradict them, and they cover its words.
 */
export function makeVerify(similarity: WordSimilarity): Verify {
  return (sentence, grounds) => {
    if (grounds.length === 0) return reject('it cites nothing');
    return checkClaims(sentence, grounds) ?? checkWords(sentence, grounds, similarity) ?? { ok: true };
  };
}

function checkClaims(sentence: string, grounds: Ground[]): Verdict | null {
  const stated = new Set(
    grounds
      .flatMap(textsOf)
      .flatMap(readClaims)
      .map((claim) => claim.key),
  );
  const bare = new Set([...stated].map((key) => key.slice(key.indexOf(':') + 1)));
  for (const claim of readClaims(sentence)) {
    if (stated.has(claim.key)) continue;
    // A number without a unit may be one that the quote gives a unit ("size 10", "the 40 pack").
    if (claim.key.startsWith('number:') && bare.has(claim.key.slice('number:'.length))) continue;
    return reject(`"${claim.written.trim()}" is not in the quotes`);
  }
  return null;
}

function checkWords(sentence: string, grounds: Ground[], similarity: WordSimilarity): Verdict | null {
  const contradiction = findContradiction(sentence, grounds);
  if (contradiction !== null) return reject(contradiction);
  const texts = grounds.flatMap((ground) => textsOf(ground).map((text) => ({ text, locale: ground.locale })));
  const coverage = measureCoverage(sentence, texts, similarity);
  if (coverage.missingNames.length > 0)
    return reject(`the quotes do not speak of ${coverage.missingNames.join(', ')}`);
  if (coverage.share < LEAST_COVERAGE) return reject(`the quotes do not say: ${coverage.missing.join(', ')}`);
  return null;
}

/** What a ground states: its words, what stands above them, and the product's current facts. */
function textsOf(ground: Ground): string[] {
  return [
    ground.text,
    ...ground.context,
    ...(ground.product === null ? [] : productFactLines(ground.product)),
  ];
}

function reject(reason: string): Verdict {
  return { ok: false, reason };
}
