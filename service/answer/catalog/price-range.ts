import { type Bounds, boundingLength, boundsOf } from './bounds.ts';
import { writeDigits } from './write-digits.ts';

/** Prices a shopper will pay, in the store's currency; null where they set no bound. */
export type PriceRange = Bounds;

const AMOUNT = String.raw`\d[\d.,]*k?`;
const CURRENCY = `dollars?|usd|bucks|quid|euros?|eur|pounds|gbp|dolares|pesos`;
const SIGN = `(?:us|mx|ca|au|nz)?[$€£]`;
/** One amount, or two that are the ends of a range; a number that has another unit is none, nor is a part of a name. */
const PRICE = new RegExp(
  String.raw`(?<![\p{L}\d.,%-])(${SIGN}\s?)?(${AMOUNT})(\s?[€£$]|\s?(?:${CURRENCY})\b)?(?:\s?(?:-|–|—|\bto\b|\band\b|\ba\b|\by\b|\bhasta\b)\s?(${SIGN}\s?)?(${AMOUNT}))?(\s?[€£$]|\s?(?:${CURRENCY})\b)?(?![\p{L}\d%°"-]|[.,]\d|\s?(?:${[
    'l|lit(?:er|re)s?|litros?|ml|cl|oz|ounces?|onzas?|g|gr|grams?|gramos?|kg|kilos?|lbs?|libras?|gal|gallons?',
    'mm|cm|m|met(?:er|re)s?|metros?|in|inch(?:es)?|pulgadas?|ft|feet|pies|people|persons?|personas?|days?|dias?',
    'degrees|grados|lumens?|lumenes|lm|w|kw|watts?|vatios?|v|volts?|voltios?|mah|gb|tb|mb|hz|db|hours?|horas?|minutes?|minutos?',
    'percent|por ciento|stars?|estrellas?|weeks?|semanas?|months?|meses|years?|anos?|pack|packs|pieces?|piezas?|programas?',
  ].join('|')})(?!\p{L}))`,
  'gu',
);
const BUDGET =
  /\b(?:budget(?: is| of)?|spend(?: up to)?|presupuesto(?: es)?(?: de)?|gastar(?:me)?(?: hasta)?)\s(?:about\s|up to\s|hasta\s|de\s)?$/;
const BETWEEN = /\b(?:between|from|entre|de|desde)\s(?:los\s|unos\s)?$/;
/** A bare number after these is no price: "size 40 to 42", "a tent for 2", "up to 3 of them". */
const OTHER_NUMBER = /\b(?:size|sizes|talla|tallas|numero|number|for|para|within|model|modelo)\s$/;

/**
 * Reads a price range from a question, folded to lower case without accents; a number with another unit ("under 2 kg")
 * is none, and a bare number only where words bound it ("no more than 30").
 * @returns null when it names no price. Pure.
 */
export function readPriceRange(folded: string): PriceRange | null {
  return takePriceRange(writeDigits(folded)).range;
}

/** The price range of a text with its numbers in digits, and the text without it. */
export function takePriceRange(text: string): { range: PriceRange | null; rest: string } {
  let range = null as PriceRange | null;
  let rest = text;
  for (const match of text.matchAll(PRICE)) {
    const [whole, sign, first = '', middle, secondSign, second, end] = match;
    const at = match.index;
    const before = text.slice(0, at);
    const after = text.slice(at + whole.length);
    const money = [sign, middle, secondSign, end].some((part) => part !== undefined);
    const pair = second !== undefined && (money || BETWEEN.test(before));
    const values = [amount(first), amount(pair ? second : first)] as const;
    const sorted = [Math.min(...values), Math.max(...values)] as const;
    const budget = BUDGET.test(before);
    const bounds = budget
      ? { min: null, max: sorted[1] }
      : (boundsOf(sorted, before, after, pair) ??
        (money && AROUND_MONEY.test(before) ? around(sorted[0]) : null));
    if (bounds === null) continue;
    // "From 20" and "up to 40 of them" bound no price without a currency.
    if (!money && (OTHER_NUMBER.test(before) || (!budget && !pair && VAGUE.test(before)))) continue;
    range = { min: bounds.min ?? range?.min ?? null, max: bounds.max ?? range?.max ?? null };
    const cut = at - boundingLength(before);
    rest = `${rest.slice(0, cut)}${'|'.repeat(at + whole.length - cut)}${rest.slice(at + whole.length)}`;
  }
  return { range, rest };
}

/** Words that as often bound a time or a count as a price. */
const VAGUE = /\b(?:from|desde|a partir de|around|about|some|near|within|unos|unas|sobre los)\s$/;
/** "Headphones of 100 euros" is a price to aim at. */
const AROUND_MONEY = /\b(?:for|por|de|at)\s$/;
const AIM = 0.2;

function around(value: number): Bounds {
  return { min: value * (1 - AIM), max: value * (1 + AIM) };
}

function amount(written: string): number {
  const plain = written
    .replace(/k$/, '')
    .replace(/[.,]$/, '')
    .replace(/[.,](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  return Number(plain) * (written.endsWith('k') ? 1000 : 1);
}
