import type { QuestionTerm } from '../understand/question-terms.ts';

/** "7% off", "10 % menos", and of a table "Off the full price: 8 %", which no word of the thesaurus finds. */
const PERCENT_OFF =
  /(?:\boff\b|\bsav(?:e|ings?)\b|\breduction|\bahorr|\bmenos\b)[^:;]*:\s?\d+(?:[.,]\d+)?\s?%|\d\s?%\s?(?:off|less|discount|cheaper|dto|menos|de (?:descuento|rebaja))|(?:gets?|saves?|receive|takes? off|ahorras?|tienen|tienes|llevan|llevas|descontamos|hay|hacemos)\s(?:an? |un )?(?:extra )?\d+(?:[.,]\d+)?\s?%/i;

/** "16 or older", "from age 6", "mayores de 18", where an adult is asked about: no word says so. */
const AGE_LIMIT =
  /\b(?:(?:age[sd]?|over|under|at least|be|turned|from age) (?:of )?\d{1,2}\b(?![.,:%]?\d|\s?(?:%|days?|hours?|minutes?|weeks?|months?|lbs?|kg|km|miles?|cm|inch|oz|dollars|euros|units|items|orders))|\d{1,2} (?:years? old|(?:years )?(?:or|and) (?:older|over|up|younger))\b|(?:mayor|menor)(?:es)? de \d{1,2}\b|\d{1,2} a(?:ñ|n)os (?:o más|o mas|cumplidos|de edad)|(?:de|desde los|a partir de(?: los)?|entre) \d{1,2}(?: (?:a|y) \d{1,2})? a(?:ñ|n)os\b)/i;

/** "Cash (up to €999)". */
const AT_MOST =
  /(?<!\p{L})(?:up to|at most|no more than|not (?:more than|exceed\p{L}*)|hasta(?: un máximo de)?|como mucho|no más de)\s(?:[€$£]\s?)?\d/iu;

/** What a text says by its form alone, by a lexeme of the concept that is then spoken of. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['discount', PERCENT_OFF],
  ['underag', AGE_LIMIT],
  ['maximum', AT_MOST],
];

/**
 * Raises in `matches` the terms that a text speaks of by a sign.
 * @param sameThing what another name for the same thing is worth, 0…1
 */
export function matchSigns(text: string, terms: QuestionTerm[], matches: number[], sameThing: number): void {
  for (const [concept, shows] of SIGNS) {
    if (!terms.some(({ synonyms }) => synonyms.has(concept)) || !shows.test(text)) continue;
    terms.forEach(({ synonyms }, index) => {
      if (synonyms.has(concept)) matches[index] = Math.max(matches[index] ?? 0, sameThing);
    });
  }
}
