import type { Variant } from '../../../sql/document.ts';
import type { ProductStatement } from '../../../sql/merge-products.ts';
import { bestAvailability } from '../../extract/availability.ts';
import { mergeVariants } from './merge-variants.ts';
import { sameAmount, statesOneOf, variantStated } from './stated-offer.ts';

type Facts = ProductStatement['facts'];
/** What can be bought of a product, and for how much. */
export type Offer = Pick<
  Facts,
  'price' | 'priceMax' | 'listPrice' | 'currency' | 'availability' | 'variants'
>;

/**
 * Decides what a product costs and whether it can be bought, where several documents say so: the newest statement in
 * the primary's currency wins, unless an older one tells the same of each variant. One of another currency is another
 * market's. Pure.
 * @param statements the primary first, at least one.
 * @returns the offer, and the document that states it best: the primary where it does as well as any.
 */
export function mergeOffers(statements: readonly ProductStatement[]): { offer: Offer; documentId: string } {
  const newest = [...statements].sort((one, other) => other.asOf.getTime() - one.asOf.getTime());
  const currency =
    statements[0]?.facts.currency ?? newest.find(({ facts }) => facts.price !== null)?.facts.currency ?? null;
  const market = newest.filter(({ facts }) => facts.currency === currency || facts.price === null);
  const whole = market.map(({ facts }) => ofWhole(facts, market));
  const lead = leadOf(whole);
  const variants = variantsOf(whole, lead, statements);
  const prices = variants.flatMap(({ price }) => price ?? []);
  const price = prices.length > 0 ? Math.min(...prices) : (lead?.price ?? null);
  const offer: Offer = {
    price,
    priceMax: prices.length > 0 ? Math.max(...prices) : (lead?.priceMax ?? null),
    listPrice: listPriceAt(price, market),
    currency,
    availability: availabilityOf(lead, variants, [...whole, ...newest.map(({ facts }) => facts)]),
    variants,
  };
  return { offer, documentId: bestStatement(offer, [...statements.slice(0, 1), ...market]) };
}

/** A statement of one variant says nothing of the product as a whole. */
function ofWhole(facts: Facts, others: readonly ProductStatement[]): Facts {
  const variant = others.map((other) => variantStated(other.facts, facts)).find((found) => found !== null);
  if (variant === undefined) return facts;
  const { price, availability } = facts;
  const unknown = { price: null, priceMax: null, availability: 'unknown' as const };
  return { ...facts, ...unknown, variants: [{ ...variant, price, availability }] };
}

/** The newest that states a price, or else a stock; an older one in its place that says the same of each variant. */
function leadOf(whole: readonly Facts[]): Facts | undefined {
  const lead =
    whole.find(({ price }) => price !== null) ?? whole.find(({ availability }) => availability !== 'unknown');
  if (lead === undefined || lead.variants.length > 0) return lead;
  return (
    whole.find((facts) => facts.price !== null && facts.variants.length > 0 && statesOneOf(lead, facts)) ??
    lead
  );
}

function variantsOf(
  whole: readonly Facts[],
  lead: Facts | undefined,
  statements: readonly ProductStatement[],
): Variant[] {
  const detailed = lead !== undefined && lead.variants.length > 0 ? lead : whole.find(isDetailed);
  if (detailed === undefined) {
    const elsewhere = statements.find(({ facts }) => facts.variants.length > 0)?.facts.variants ?? [];
    return elsewhere.map((variant) => ({ ...variant, price: null }));
  }
  const lists = whole.map(({ variants }) => variants);
  const variants = mergeVariants(lists, detailed.variants);
  if (lead === undefined || lead === detailed) return variants;
  // The newest statement contradicts those of the variants, so that neither price nor stock of any one is known.
  return variants.map((variant) => ({ ...variant, price: null, availability: 'unknown' }));
}

const isDetailed = ({ variants, price }: Facts): boolean => variants.length > 0 && price !== null;

function availabilityOf(
  lead: Facts | undefined,
  variants: Variant[],
  all: readonly Facts[],
): Offer['availability'] {
  const best = bestAvailability(variants.map(({ availability }) => availability));
  const stated = [best, lead?.availability, ...all.map(({ availability }) => availability)];
  return stated.find((availability) => availability !== undefined && availability !== 'unknown') ?? 'unknown';
}

/** The price before a sale, of the newest statement of the current price that has one. */
function listPriceAt(price: number | null, market: readonly ProductStatement[]): number | null {
  const found = market.find(
    ({ facts }) =>
      facts.listPrice !== null && price !== null && sameAmount(facts.price, price) && facts.listPrice > price,
  );
  return found?.facts.listPrice ?? null;
}

function bestStatement(offer: Offer, inOrder: readonly ProductStatement[]): string {
  const closeness = ({ facts }: ProductStatement): number =>
    4 * Number(sameAmount(facts.price, offer.price)) +
    2 * Number(facts.availability === offer.availability) +
    Number(sameAmount(facts.priceMax, offer.priceMax));
  return [...inOrder].sort((one, other) => closeness(other) - closeness(one))[0]?.documentId ?? '';
}
