import { literal } from '../../analysis/literal.ts';
import type { FactWords } from './fact-words.ts';
import { FACT_LANGUAGES } from './fact-words-for.ts';

/**
 * Recognise the lines that `productFactLines` writes, in any of its languages. Each matches a whole line, of a text of
 * many too; group `value` is what stands behind the colon. None is global, so that none keeps a state.
 */
export const factPatterns = {
  /** `Price: $129.00 (was $159.00)` */
  price: line(labels((words) => [words.price])),
  /** `Price of Blue / S: $139.00`; group `of` is the variant's name. */
  variantPrice: line(`(?:${labels((words) => [words.priceOf])}) (?<of>.+?)`),
  /** `Availability: in stock` */
  availability: line(labels((words) => [words.availability])),
  /** An availability that says that it cannot be bought. */
  unavailable: line(
    labels((words) => [words.availability]),
    labels(({ availabilities }) => [availabilities.out_of_stock, availabilities.discontinued]),
  ),
  /** `Size sold out: M`, with group `of` for the attribute's label, and `Sold out: Red / M` without. */
  soldOut: line(`(?:(?<of>[^:]+) )?(?:${labels((words) => words.soldOut)})`),
  /** `Rating: 4.6 out of 5 (231 ratings)` */
  rating: line(labels((words) => [words.rating])),
} as const;

function labels(of: (words: FactWords) => readonly string[]): string {
  return [...new Set(FACT_LANGUAGES.flatMap(of))].map(literal).join('|');
}

function line(label: string, value = '.+'): RegExp {
  return new RegExp(`^(?:${label}): (?<value>${value})$`, 'imu');
}
