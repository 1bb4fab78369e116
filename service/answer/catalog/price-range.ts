import { joinNumberWords, numberWord } from '../verify/number-words.ts';

/** Prices a shopper will pay, in the store's currency; null where they set no bound. */
export interface PriceRange {
  min: number | null;
  max: number | null;
}

const AMOUNT = String.raw`(?:us|mx)?[$€£]?\s?(\d[\d.,]*k?)(?![\d.,]*k?\s?(?:-?\s?(?:l|lit(?:er|re)s?|litros?|ml|oz|g|kg|lbs?|mm|cm|m|in|inch(?:es)?|ft|people|persons?|personas?|days?|dias?|°|degrees|grados|lumens?|lm|w|v|hours?|horas?|%|percent|stars?|estrellas?)\b|\s?[%°"]))`;
const UNDER = new RegExp(
  String.raw`\b(?:under|below|less than|lower than|cheaper than|up to|at most|no more than|not more than|max(?:imum)?(?: of)?|budget(?: is| of)?|menos de|por debajo de|hasta|por menos de|maximo(?: de)?|no mas de|como mucho|presupuesto(?: es)?(?: de)?)\s+(?:los\s+|unos\s+)?${AMOUNT}|\bwithin\s+(?=(?:us)?[$€£])${AMOUNT}|<\s?${AMOUNT}|${AMOUNT}\s?(?:dollars|usd|euros?|eur|pounds|dolares)?\s(?:or less|or under|max|o menos|como maximo)`,
);
const OVER = new RegExp(
  String.raw`(?<!\bno |\bnot )\b(?:over|above|more than|at least|starting at|min(?:imum)?(?: of)?|mas de|por encima de|desde|minimo|al menos)\s+(?:los\s+)?${AMOUNT}|\b(?:from|starting from|a partir de)\s+(?=(?:us)?[$€£]|\d[\d.,]*\s?(?:€|euros?|dollars?|dolares))${AMOUNT}|>\s?${AMOUNT}`,
);
const BETWEEN = new RegExp(
  String.raw`\b(?:between|from|entre|de)\s+${AMOUNT}\s?(?:dollars|euros?)?\s(?:and|to|y|a)\s+${AMOUNT}|[$€£]\s?(\d[\d.,]*)\s?[-–]\s?[$€£]?\s?(\d[\d.,]*)|\b(\d[\d.,]*)\s?(?:[-–]|to|a)\s?(\d[\d.,]*)\s?(?:[€£]|(?:dollars?|usd|bucks|euros?|eur|pounds|dolares)\b)`,
);
const AROUND =
  /\b(?:around|about|approximately|roughly|near|alrededor de|cerca de|unos)\s+[$€£]\s?(\d[\d.,]*)|\b(?:around|about|alrededor de|unos)\s+(\d[\d.,]*)\s?(?:dollars|usd|euros?|eur|pounds|dolares)/;
/** How far "around $100" reaches to each side. */
const AROUND_SHARE = 0.2;

/**
 * Reads a price range from a question, folded to lower case without accents; a number with another unit ("under 2 kg")
 * is none.
 * @returns null when it names no price. Pure.
 */
export function readPriceRange(folded: string): PriceRange | null {
  return readDigits(digitsForWords(folded));
}

function readDigits(folded: string): PriceRange | null {
  const between = amounts(BETWEEN.exec(folded));
  if (between.length === 2) {
    const [a = 0, b = 0] = between;
    return { min: Math.min(a, b), max: Math.max(a, b) };
  }
  const [around] = amounts(AROUND.exec(folded));
  if (around !== undefined) return { min: around * (1 - AROUND_SHARE), max: around * (1 + AROUND_SHARE) };
  const [max = null] = amounts(UNDER.exec(folded));
  const [min = null] = amounts(OVER.exec(folded));
  return max === null && min === null ? null : { min, max };
}

function amounts(match: RegExpExecArray | null): number[] {
  return (match?.slice(1) ?? [])
    .filter((group) => group !== undefined)
    .map(
      (group) =>
        Number(
          group
            .replace(/k$/, '')
            .replace(/[.,]$/, '')
            .replace(/[.,](?=\d{3}\b)/g, '')
            .replace(',', '.'),
        ) * (group.endsWith('k') ? 1000 : 1),
    );
}

/** "Under twenty dollars": number words count before a currency's name. */
function digitsForWords(folded: string): string {
  return joinNumberWords(folded).replace(
    /(\p{L}+)(?=\s(?:dollars?|bucks|euros?|pounds|dolares|pesos)(?!\p{L}))/gu,
    (word) => String(numberWord(word)?.value ?? word),
  );
}
