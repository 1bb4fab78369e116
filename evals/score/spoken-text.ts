import type { AnswerResponse } from '../../service/schemas/answer-response.ts';

/**
 * Everything that an answer says to the shopper, without its `[n]` marks: the answer, a question back, a handoff's
 * message. Suggestions are left out, for they claim nothing.
 */
export function spokenText({ answer, clarify, handoff }: AnswerResponse): string {
  const parts = [answer, clarify?.question, ...(clarify?.options ?? []), handoff?.message];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\s*\[\d+\]/gu, ''))
    .join('\n');
}

/** The name and price of each product card, as a shop in the answer's or in English writes it, one text a card. */
export function cardTexts({ products, locale }: AnswerResponse): string[] {
  return products.map(({ name, price, currency }) => {
    if (price === null) return name;
    if (currency === null) return `${name}\n${price.toFixed(2)}`;
    const written = [...new Set([locale, 'en'])].map((language) => formatPrice(price, currency, language));
    return [name, ...written, `${price.toFixed(2)} ${currency}`].join('\n');
  });
}

/** A locale or currency that the platform does not know must not stop a run. */
function formatPrice(price: number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).format(price);
  } catch {
    return price.toFixed(2);
  }
}
