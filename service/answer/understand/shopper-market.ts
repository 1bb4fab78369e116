import type { AnswerRequest } from '../../schemas/answer-request.ts';
import { liesIn, readPlaces } from '../within/places.ts';

/**
 * The country whose policies and prices are the shopper's: as the request says, else the region of its locale. Pure.
 * @returns ISO 3166-1 alpha-2, upper case; null when nobody knows, as with `es` or `es-419`.
 */
export function shopperMarket({ market, locale }: Pick<AnswerRequest, 'market' | 'locale'>): string | null {
  if (market !== undefined) return market.toUpperCase();
  const region = locale === undefined ? undefined : regionOf(locale);
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null;
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    // What has a language's form without being one, such as "en-abcdefgh-x".
    return undefined;
  }
}

/**
 * The market that a question names, or a place in it: "envío a CDMX" is about Mexico. Pure.
 * @param markets ISO 3166-1 alpha-2, those that the store tells apart.
 * @returns null where it names none of them, or two.
 */
export function namedMarket(question: string, markets: readonly string[]): string | null {
  if (markets.length === 0) return null;
  const places = readPlaces(question);
  const named = markets.filter((market) => places.some(({ key }) => liesIn(key, market)));
  return named.length === 1 ? (named[0] ?? null) : null;
}
