import { takeMeasures } from '../catalog/take-measures.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { writeDigits } from '../catalog/write-digits.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { foldInPlace } from './fold-in-place.ts';
import { append } from './replace-value.ts';

/**
 * A limit on what things measure, set to those that were asked for before: "and lighter than 1.5 kg?", "any over 2 m". Pure.
 * @param fragment without the words by which it goes on.
 * @returns null where the fragment is no limit, says more, or nothing of the catalog is measured so.
 */
export function addedLimit(
  question: string,
  fragment: string,
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  const { bounds, unmatched, rest } = takeMeasures(
    writeDigits(foldInPlace(fragment)),
    locale,
    vocabulary.measured,
    vocabulary,
  );
  if (bounds.length === 0 || unmatched.length > 0) return null;
  const open = questionTerms(rest.replaceAll('|', ' '), locale).filter(({ word }) => !AROUND.test(word));
  return open.length > 0 ? null : append(question, fragment.replace(ASKING, ''));
}

/** Around a limit they say nothing. */
const AROUND = /^(?:any|ones?|something|anything|got|have|weigh\w*|algun[oa]s?|algo|ten\w+|pes\w+)$/iu;
const ASKING =
  /^(?:(?:do you have|have you got|got|any(?:thing)?|some(?:thing)?|are there|hay|tienen|tienes|alg[uo]n?[oa]?s?)\s)+/iu;
