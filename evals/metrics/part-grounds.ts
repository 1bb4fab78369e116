import type { Ground } from '../../service/answer/answerer.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Citation } from '../../service/schemas/citation.ts';
import type { ProductCard } from '../../service/schemas/product-card.ts';
import type { ProductFacts } from '../../sql/document.ts';

/** The part of a response that its sentences are held against. */
export type GroundedAnswer = Pick<
  AnswerResponse,
  'answer' | 'parts' | 'citations' | 'products' | 'locale' | 'sourceLocale'
>;

/**
 * What a sentence of an answer stands on, as the service's verifier takes it: each quote that it cites with title and
 * headings, and the facts on the card of the product that the quote's page describes. Only what a response shows to
 * anybody is used, so that any service is held to the same. Pure.
 *
 * @param ids of citations; those that do not exist are left out.
 */
export function partGrounds(ids: readonly number[], response: GroundedAnswer): Ground[] {
  return ids.flatMap((id) => {
    const citation = response.citations.find((one) => one.id === id);
    if (citation === undefined) return [];
    const card = response.products.find(({ url }) => url === citation.url);
    return [
      {
        text: citation.quote,
        context: [...new Set([citation.title, ...citation.heading])],
        locale: quoteLocale(response),
        product: card === undefined ? null : cardFacts(card),
      },
    ];
  });
}

/** The language of an answer's quotes. */
export function quoteLocale({ locale, sourceLocale }: GroundedAnswer): string {
  return sourceLocale ?? locale;
}

/** A product's facts as far as its card has them. */
export function cardFacts(card: ProductCard): ProductFacts {
  return {
    sku: card.sku,
    gtin: null,
    name: card.name,
    brand: null,
    category: null,
    price: card.price,
    priceMax: card.priceMax ?? card.price,
    listPrice: card.listPrice ?? null,
    currency: card.currency,
    availability: card.availability,
    rating: null,
    ratingCount: null,
    image: card.image,
    url: card.url,
    attributes: Object.fromEntries(
      Object.entries(card.attributes).map(([name, values]) => [name, [values].flat()]),
    ),
    variants: [],
    asOf: card.asOf,
  };
}

/** Titles and headings of citations. */
export function headingsOf(citations: readonly Citation[]): string[] {
  return citations.flatMap(({ title, heading }) => [title, ...heading]);
}
