import { findProductsByCode, readDescriptions, readProducts } from '../../../sql/read-products.ts';
import type { Evidence } from '../answerer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { withoutOtherOffers } from '../retrieve/other-offers.ts';
import { shopperMarket } from '../understand/shopper-market.ts';
import { findCompared } from './compare-names.ts';
import { descriptionEvidence } from './describe-product.ts';
import { findFitting } from './find-fitting.ts';
import { productEvidence } from './find-products.ts';
import { namedByKind } from './named-by-kind.ts';
import { withCarried } from './named-product.ts';
import type { NamedProducts } from './named-products.ts';

/** The products that a question calls by name, or by a number of theirs, and what their facts say. */
export interface NamedFacts {
  named: NamedProducts;
  /** Whether it sets them side by side. */
  compares: boolean;
  /** Whether it names several beside each other, rather than by one word that several have. */
  isSeveral: boolean;
  /** The passage of each product's facts; positions are as in the list that {@link withNamed} makes. */
  facts: Evidence[];
}

/** What has a digit and looks like a SKU or a bar code. */
const CODE = /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]*\d)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}-])/gu;
const SHORTEST_CODE = 4;

/**
 * Looks up the products that a question names. Where it sets several side by side, or names one by its number, the
 * question's understanding is completed by them.
 * @returns the context to go on with, and null for a question that names no product.
 */
export async function readNamed(
  given: TurnContext,
): Promise<{ context: TurnContext; named: NamedFacts | null }> {
  const { loaded, deps, request } = given;
  const understood = withCarried(given.understood, given.history, loaded.vocabulary);
  const fitting = await findFitting({ ...given, understood });
  if (fitting !== null)
    return {
      context: { ...given, understood: { ...understood, named: null, catalog: fitting } },
      named: null,
    };
  const context = { ...given, understood };
  const found = findCompared(understood.standalone, understood.locale, loaded.vocabulary);
  // Who asks which things there are compares none, whatever names have their words in them.
  const side = found?.compares === false && understood.named === null && understood.catalog ? null : found;
  const byName = side ?? understood.named ?? (await namedByCode(context));
  const byKind = byName === null ? await namedByKind(context) : null;
  const named = byName ?? byKind;
  if (named === null) return { context, named: null };
  const products = await readProducts(deps.pool, request.store, named.documentIds);
  const facts = ofMarket(productEvidence(products, 0), shopperMarket(request));
  if (facts.length === 0) return { context, named: null };
  const isChanged = named !== understood.named;
  return {
    context: isChanged
      ? {
          ...context,
          understood: { ...understood, named, catalog: null, intent: 'product' },
        }
      : context,
    named: {
      named,
      facts,
      compares: side?.compares ?? byKind?.compares ?? false,
      isSeveral: side !== null || byKind?.compares === true,
    },
  };
}

/** What the shopper can buy it at: no other country's offer, if there is one for the own country or for all. */
function ofMarket(facts: Evidence[], market: string | null): Evidence[] {
  const own = withoutOtherOffers(facts, market).filter(
    (piece) => market === null || (piece.market ?? null) === null || piece.market === market,
  );
  return own.length > 0 ? own : facts;
}

async function namedByCode({ understood, deps, request }: TurnContext): Promise<NamedProducts | null> {
  const written = (understood.standalone.match(CODE) ?? []).filter((code) => {
    const plain = code.replaceAll('-', '');
    return plain.length >= SHORTEST_CODE && (/\p{L}/u.test(plain) || plain.length >= 8);
  });
  const codes = written.map((code) => code.replaceAll('-', '').toLowerCase());
  const found = await findProductsByCode(deps.pool, request.store, codes);
  if (found.length === 0) return null;
  const said = found.flatMap(({ code }) =>
    written.filter((one) => one.replaceAll('-', '').toLowerCase() === code),
  );
  return {
    names: [...new Set(found.map(({ name }) => name))],
    documentIds: [...new Set(found.flatMap(({ documentIds }) => documentIds))],
    lexemes: new Set(
      said.flatMap((code) =>
        [code, code.replaceAll('-', ''), ...code.split('-')].map((one) => one.toLowerCase()),
      ),
    ),
  };
}

/** Evidence with the named products' facts in it, each once and numbered by its place. */
export function withNamed(
  evidence: Evidence[],
  named: NamedFacts,
): { evidence: Evidence[]; named: NamedFacts } {
  const all = [...evidence];
  const facts = named.facts.map((piece) => {
    const known = all.find(
      (one) => one.documentId === piece.documentId && one.start === piece.start && one.end === piece.end,
    );
    if (known !== undefined) return { ...known, product: piece.product };
    const placed = { ...piece, index: all.length };
    all.push(placed);
    return placed;
  });
  return { evidence: all, named: { ...named, facts } };
}

/** Reads in which words products are described first, as evidence from a place on; none where nothing describes one. */
export async function readDescriptionsOf(
  { deps, request }: TurnContext,
  { named, facts }: NamedFacts,
  from: number,
): Promise<Evidence[]> {
  const passages = await readDescriptions(deps.pool, request.store, named.documentIds);
  const told: Evidence[] = [];
  for (const piece of facts) {
    const own = passages.filter(
      ({ documentId, title }) => documentId === piece.documentId || title === piece.title,
    );
    const description = descriptionEvidence(own, piece, from + told.length);
    if (description !== null) told.push(description);
  }
  return told;
}
