import { fold } from '../../../ingest/analysis/stem.ts';
import { numberWord } from './number-words.ts';
import { type FoundNumber, readNumbers, valueKey } from './numbers.ts';

/** What one order comes to: only such an amount is held against a bound; "orders of $75" state one. */
const ORDER = /\b(?:order|purchase|basket|cart|pedido|compra|carrito)\s(?:of|worth|totall?ing|de|por)\s$/u;
const ORDER_AFTER = /^(?:\s(?:euros?|dollars?|pounds?))?\s(?:order|purchase|basket|cart)(?!s)\b/u;
const AT_LEAST_BEFORE =
  /\b(?:over|above|from|at least|more than|upwards of|starting at|exceeding|a partir de|desde|superior(?:es)? a|mas de|por encima de|al menos)\s?(?::\s)?(?:[$€£¥]\s?|us\s?\$\s?|mx\s?\$\s?)?$/u;
const AT_LEAST_AFTER =
  /^\s?[$€£¥]?(?:mxn|usd|eur)?\s?(?:(?:or|and) (?:more|over|above|up)|o mas|en adelante)\b/u;
const AT_MOST_BEFORE =
  /\b(?:under|below|less than|up to|inferior(?:es)? a|menos de|por debajo de|hasta)\s?(?:[$€£¥]\s?)?$/u;
/** `€3.50 per item`, `28 € por día`; `Alquiler por día: 28 €`. */
const EACH_AFTER = /^\s?(?:[$€£¥]|usd|eur|mxn)?\s?(?:an?|per|each|every|por|cada|al|a la)\s(\p{L}{3,})/u;
const EACH_BEFORE = /\b(?:per|por|each|cada)\s(\p{L}{3,})(?:\s\p{L}+){0,2}\s?:\s?(?:[$€£¥]\s?)?$/u;
/** Several may cost less each. */
const GRADED =
  /\b(?:discounts?|first|further|additional|extra|cheaper|descuentos?(?! por)|primer[oa]?s?|siguientes?|adicional(?:es)?)\b/u;
const NO_DISCOUNT =
  /\b(?:no|without|sin)\s(?:\p{L}+\s){0,2}(?:discounts?|descuentos?)(?:\s(?:por|for)\s[\p{L}\s]+)?/gu;
const INITIALS = /(?<![\p{L}\p{N}-])\p{Lu}{2,4}(?![\p{L}\p{N}-])/gu;

/**
 * Brings what follows from a quote to what it says: the amount of an order to the one bound that it meets ("a $90 order" of "orders of
 * $75 or more"), a price for several to the price of each ("three jars cost €13.50" of "€4.50 a jar"), initials to the words that they
 * stand for, "pure cotton" to "100% cotton". What does not follow stays as it is, and is in no quote. Pure.
 * @returns the sentence, with values as the quotes write them
 */
export function withDerivedValues(sentence: string, quotes: string[]): string {
  const quote = quotes.join('\n');
  return [withBoundMet, withEach, withInitials, withNotice, withPure].reduce(
    (said, read) => read(said, quote),
    sentence,
  );
}

/** A bound of a quote, as it is written there with what makes it one. */
interface Bound {
  key: string;
  value: number;
  isLeast: boolean;
  written: string;
}

const isMoney = ({ measure }: FoundNumber): boolean => measure?.dimension.startsWith('money') === true;
const dimension = (number: FoundNumber): string => number.measure?.dimension ?? '';

/** Where an amount begins and ends with its sign. */
function spanOf(text: string, { start, end, measure }: FoundNumber): [from: number, to: number] {
  const sign =
    /(?:us\s?|ca\s?|mx\s?|[acn]z?)?[$€£¥]\s?$/u.exec(text.slice(Math.max(0, start - 5), start))?.[0] ?? '';
  return [start - sign.length, end + (measure?.written?.length ?? 0)];
}

function withBoundMet(said: string, quote: string): string {
  const [own, theirs] = [fold(said), fold(quote)];
  if (own.length !== said.length || theirs.length !== quote.length) return said;
  const stated = readNumbers(theirs);
  const bounds: Bound[] = stated.filter(isMoney).flatMap((number) => {
    const before = theirs.slice(Math.max(0, number.start - 24), number.start);
    const after = theirs.slice(number.end);
    const isLeast = AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(after);
    if (!isLeast && !AT_MOST_BEFORE.test(before)) return [];
    const [from, to] = spanOf(theirs, number);
    const amount = quote.slice(from, to);
    const { value } = number;
    return [
      { key: dimension(number), value, isLeast, written: isLeast ? `${amount} and over` : `under ${amount}` },
    ];
  });
  let found = said;
  for (const number of readNumbers(own).filter(isMoney).reverse()) {
    const [from, to] = spanOf(own, number);
    const after = own.slice(to);
    const isOrder = ORDER.test(own.slice(Math.max(0, from - 24), from)) || ORDER_AFTER.test(after);
    if (AT_LEAST_AFTER.test(after)) continue;
    if (!isOrder || stated.some((one) => valueKey(one) === valueKey(number))) continue;
    const met = bounds.filter(
      ({ key, value, isLeast }) =>
        key === dimension(number) && (isLeast ? number.value > value : number.value < value),
    );
    const [bound] = met;
    if (bound !== undefined && new Set(met.map(({ written }) => written)).size === 1)
      found = `${found.slice(0, from)}${bound.written}${found.slice(to)}`;
  }
  return found;
}

function withEach(said: string, quote: string): string {
  const [own, theirs] = [fold(said), fold(quote)];
  if (own.length !== said.length || theirs.length !== quote.length) return said;
  if (GRADED.test(theirs.replace(NO_DISCOUNT, ' '))) return said;
  const amounts = readNumbers(own).filter(isMoney);
  const [amount] = amounts;
  const stated = readNumbers(theirs);
  if (amount === undefined || amounts.length > 1 || stated.some((one) => valueKey(one) === valueKey(amount)))
    return said;
  const counts = [...own.matchAll(/(?<![\p{L}\d$€£.,])(\d+|\p{L}+)\s(?=(\p{L}+)(?:\s(\p{L}+))?)/gu)].flatMap(
    (match) => {
      const value = Number(match[1]) || (numberWord(match[1] ?? '')?.value ?? 0);
      return value >= 2 ? [{ match, value }] : [];
    },
  );
  const [count] = counts;
  if (count === undefined || counts.length > 1) return said;
  const prices = stated.filter(
    (one) => dimension(one) === dimension(amount) && Math.abs(one.value * count.value - amount.value) < 1e-9,
  );
  const [price] = prices;
  const before = price && theirs.slice(Math.max(0, price.start - 40), price.start);
  const unit =
    price && before !== undefined
      ? (EACH_AFTER.exec(theirs.slice(price.end))?.[1] ?? EACH_BEFORE.exec(before)?.[1])
      : undefined;
  if (price === undefined || unit === undefined || prices.length > 1) return said;
  const [from, to] = spanOf(theirs, price);
  const [start, end] = spanOf(own, amount);
  const at = count.match.index;
  const edits = [
    { start, end, text: quote.slice(from, to) },
    { start: at, end: at + (count.match[1]?.length ?? 0) + 1, text: '' },
  ].sort((a, b) => b.start - a.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), said);
}

/** "GM ingredients" of "genetically modified ingredients"; the reverse is no matter, for the words are plain. */
function withInitials(said: string, quote: string): string {
  const words: string[] = quote.match(/\p{L}+/gu) ?? [];
  return said.replace(INITIALS, (initials) => {
    if (words.some((word) => word === initials)) return initials;
    const at = words.findIndex((_, from) =>
      [...initials].every((letter, step) => {
        const word = words[from + step] ?? '';
        return word.length > 2 && word.charAt(0).toUpperCase() === letter;
      }),
    );
    return at < 0
      ? initials
      : words
          .slice(at, at + initials.length)
          .join(' ')
          .toLowerCase();
  });
}

/** "Cancel at least 24 hours before" is "cancel up to 24 hours before"; "ships up to 5 days before" is no such bound. */
const BEFORE_TIME = String.raw`(?=\S+ (?:\p{L}+ )?(?:minutes?|hours?|days?|weeks?|months?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?) (?:before|antes))`;
const AT_LEAST_TIME = new RegExp(String.raw`(?<!\p{L})(?:at least|al menos) ${BEFORE_TIME}`, 'giu');
const UP_TO_TIME = new RegExp(String.raw`(?<!\p{L})(?:up to|until|hasta) ${BEFORE_TIME}`, 'iu');
const CHANGES =
  /(?<!\p{L})(?:cancel|chang|reschedul|paus|amend|modif|skip|postpon|anul|cambi|aplaz)\p{L}*[^.;!?]{0,80}(?:up to|until|hasta) /iu;

function withNotice(said: string, quote: string): string {
  const bound = UP_TO_TIME.exec(quote)?.[0];
  return bound === undefined || quote.search(AT_LEAST_TIME) >= 0 || !CHANGES.test(quote)
    ? said
    : said.replace(AT_LEAST_TIME, /^hasta/i.test(bound) ? 'hasta ' : 'up to ');
}

function withPure(said: string, quote: string): string {
  const [, share, material = ''] = /(100\s?%)\s(?:de\s)?(\p{L}+)/u.exec(quote) ?? [];
  return share === undefined
    ? said
    : said.replace(new RegExp(`(?<!\\p{L})pur[eoa]\\s(?=${material})`, 'giu'), `${share} `);
}
