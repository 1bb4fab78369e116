import { fold } from '../../../ingest/analysis/stem.ts';
import { readQuantities } from './units.ts';

/** "How many quarts", "in liters", "cuántos vatios": the word that may be a unit. */
const ASKS_UNIT = /\b(?:how many|in|en|cuant[oa]s)\s+((?:fl\s|fluid\s)?\p{L}+)/gu;

/** A unit that a question wants an amount in. */
interface AskedUnit {
  /** The word of the question, folded. */
  word: string;
  /** Whether it is a unit of measure, rather than a thing that is counted. */
  isMeasure: boolean;
  /** Whether a value states an amount of what the unit measures, in whatever unit. */
  states: (value: string, locale: string) => boolean;
}

/** The units of measure, or counted things, that a question asks for an amount in: "air fryer how many quarts". Pure. */
export function askedUnits(question: string): AskedUnit[] {
  return [...fold(question).matchAll(ASKS_UNIT)].flatMap(([said, word = '']): AskedUnit[] => {
    const [quantity] = readQuantities(`1 ${word}`, 'en');
    const isCount = /^(?:how|cuant)/.test(said);
    if (quantity !== undefined) {
      const dimensions = Object.keys(quantity.unit.factors);
      return [
        {
          word,
          isMeasure: true,
          states: (value, locale) =>
            readQuantities(fold(value), locale).some(({ unit }) =>
              dimensions.some((one) => Object.hasOwn(unit.factors, one)),
            ),
        },
      ];
    }
    if (!isCount || word.length < COUNTED) return [];
    const stem = word.slice(0, Math.max(COUNTED, word.length - 2));
    const counted = new RegExp(String.raw`(?<![\p{L}\d])\d+[\s-](?:\p{L}+[\s-])?${stem}`, 'u');
    return [{ word, isMeasure: false, states: (value) => counted.test(fold(value)) }];
  });
}

/** The shortest word for what is counted: "cup". */
const COUNTED = 3;
