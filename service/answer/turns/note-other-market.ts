import { messagesFor } from '../compose/messages.ts';

/**
 * Says, before the answer, that it is told for another country than the shopper's; null where that need not be said. Pure.
 * @param market the shopper's, ISO 3166-1 alpha-2; null: nobody knows.
 * @param quoted markets that the quoted documents are for; null: all.
 */
export function noteOtherMarket(
  locale: string,
  market: string | null,
  quoted: readonly (string | null)[],
): string | null {
  const [other = null] = quoted;
  if (market === null || other === null || quoted.some((one) => one === null || one === market)) return null;
  return messagesFor(locale).otherMarket.replace('{country}', countryName(other, locale));
}

function countryName(country: string, locale: string): string {
  // What is said itself is English wherever it is not Spanish.
  const spoken = locale.startsWith('es') ? 'es' : 'en';
  return new Intl.DisplayNames(spoken, { type: 'region' }).of(country) ?? country;
}
