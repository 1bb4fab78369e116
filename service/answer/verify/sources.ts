import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { Ground } from '../answerer.ts';
import { tellsOfOffer } from '../rank/offers.ts';
import { holdsPersonalData } from '../understand/personal-data.ts';
import { type Claim, readClaims } from './claims.ts';
import { isGeneric } from './generic-words.ts';

const ONE_PERSON = String.raw`(?:an?|one|another|this|the|un|una|otr[oa]|el|la|este|esta) (?:\p{L}+ )?(?:customer|shopper|buyer|reviewer|user|client[ea]|comprador[a]?|usuari[oa])`;
const SOME_PEOPLE = `(?:some |several |many |other |two |three |algun[oa]s |vari[oa]s |otr[oa]s |much[oa]s |dos |tres |l[oa]s )?(?:customers|shoppers|buyers|reviewers|users|client[ea]s|comprador[ae]s|usuari[oa]s)`;
const SAY = `(?:wrote|writes?|says?|said|reports?|reported|notes?|noted|mentions?|mentioned|finds?|found|thinks?|escribio|escriben?|escribieron|dijo|dijeron|dicen?|comentan?|comento|comentaron|cuentan?|conto|opinan?|opino|senalan?|senalo|indican?|indico)`;
const THAT = String.raw`(?: that| que)?\s*[:,]?\s*["“«'‘]?\s*`;
const FRAMES = [
  { one: true, pattern: `${ONE_PERSON} ${SAY}${THAT}` },
  { one: false, pattern: `${SOME_PEOPLE} ${SAY}${THAT}` },
  { one: true, pattern: String.raw`(?:according to|in the (?:words|opinion) of|segun|para|en (?:palabras|opinion) de) ${ONE_PERSON}(?:['’]s review)?\s*[,:]\s*["“«]?\s*` },
  { one: false, pattern: String.raw`(?:according to|segun) ${SOME_PEOPLE}\s*[,:]\s*["“«]?\s*` },
  { one: true, pattern: String.raw`(?:in|according to|en|segun) (?:an?|one|un|una) (?:customer )?(?:review|comment|resena|opinion|comentario|valoracion)(?: de un[a]? client[ea])?\s*[,:]\s*["“«]?\s*` },
].map(({ one, pattern }) => ({ one, pattern: new RegExp(`^\\s*${pattern}`, 'u') })); // biome-ignore format: a table
const CLOSING = /\s*["”»'’]\s*([.!?]?)\s*$/u;

/** What a sentence says is a customer's. */
export interface Opinion {
  /** What the customer is said to have said. */
  said: string;
  /** One customer; false for several. */
  one: boolean;
}

/** Reads a sentence that says it has its words from customers: "A customer wrote: …", "Según un cliente, …"; null for any other. */
export function readOpinion(sentence: string): Opinion | null {
  const plain = sentence.normalize('NFC');
  const folded = fold(plain);
  // Offsets only hold where folding has kept the length.
  if (folded.length !== plain.length) return null;
  for (const { one, pattern } of FRAMES) {
    const frame = pattern.exec(folded)?.[0];
    if (frame === undefined) continue;
    const said = plain.slice(frame.length);
    return { one, said: /["“«'‘]\s*$/u.test(frame) ? said.replace(CLOSING, '$1') : said };
  }
  return null;
}

/**
 * Whether a sentence takes from its sources what they are no source of: a customer's words as the store's own, a price from
 * an article or a review, a price of a product that it no longer has, an offer from either, who a customer is.
 * @returns why, or null. Pure.
 */
export function findMisusedSource(
  sentence: string,
  grounds: Ground[],
  opinion: Opinion | null,
): string | null {
  const customers = grounds.filter(({ voice }) => voice === 'customer');
  if (customers.length > 0) {
    if (opinion === null)
      return 'a customer wrote its quote: begin with "A customer wrote:", or leave it out';
    if (!opinion.one && customers.length < 2) return 'only one customer wrote it';
    if (holdsPersonalData(sentence)) return 'it tells who a customer is: leave it out';
  }
  const hasOffer = ({ voice, genre, text }: Ground) => voice !== 'customer' && !genre && tellsOfOffer(text);
  if (grounds.some(({ voice, genre }) => voice === 'customer' || genre) && tellsOfOffer(sentence)) {
    if (!grounds.some(hasOffer)) return 'an article or a review, which make no offers, is its only source';
  }
  const prices = readClaims(sentence, grounds[0]?.locale).filter(({ key }) => /^(?:was )?money /.test(key));
  if (prices.length === 0) return null;
  const current = grounds.filter(({ voice, genre }) => voice !== 'customer' && !genre);
  if (current.length < grounds.length) {
    const stated = new Set(current.flatMap(statedAmounts));
    const old = prices.find(({ bare }) => !stated.has(bare));
    if (old) return `"${old.written}" is from an article or a review, which do not tell today's prices`;
  }
  for (const ground of grounds) {
    const wrong =
      ground.product === null ? undefined : prices.find((price) => isOldPrice(price, sentence, ground));
    if (wrong) return `"${wrong.written}" is not the product's current price`;
  }
  return null;
}

function statedAmounts({ text, locale, product }: Ground): (string | null)[] {
  const quoted = readClaims(text, locale).flatMap(({ key, bare }) =>
    /^(?:was )?money /.test(key) ? [bare] : [],
  );
  return product === null ? quoted : [...quoted, ...amountsOf(product)];
}

/** Every price that a product has or had, as numbers without currency. */
function amountsOf({ price, priceMax, listPrice, variants }: ProductFacts): string[] {
  return [price, priceMax, listPrice, ...variants.map((variant) => variant.price)]
    .filter((amount) => amount !== null)
    .map((amount) => String(Math.round(amount * 100) / 100));
}

/** Words of a price: a clause that has no others is about the product itself. */
const PRICE_WORDS =
  /^(?:price|prices|priced|cost|costs|costing|now|only|just|today|sale|special|was|were|from|for|each|available|pvp|precio|precios|cuesta|cuestan|vale|ahora|antes|desde|solo|por|hoy|oferta|rebajado|rebajada|unidad|usd|eur|gbp|mxn|cad|aud|nzd|jpy|dollars?|euros?|dolares|pesos)$/;
/** Where a clause ends; a product's name may hold a dash or a comma. */
const CLAUSE = /[;:()!?\n|–—]|(?<!\d),|,(?!\d)|\.(?:\s|$)|\s(?:and|but|with|y|e|pero|con)\s/u;

/** Whether an amount is said as what the product itself costs, and its facts know no such price. */
function isOldPrice({ bare, written }: Claim, sentence: string, { product, locale }: Ground): boolean {
  if (product === null || product.price === null || bare === null) return false;
  if (amountsOf(product).includes(bare)) return false;
  const own = new Set(
    [product.name, product.brand, product.category, ...Object.values(product.attributes).flat()]
      .flatMap((name) => fold(name ?? '').match(/\p{L}+/gu) ?? [])
      .concat('it', 'this', 'este', 'esta'),
  );
  return sentence.split(CLAUSE).some((clause) => {
    const amounts = readClaims(clause, locale);
    if (!amounts.some((amount) => amount.bare === bare && fold(amount.written) === fold(written)))
      return false;
    const words = fold(clause).match(/\p{L}{2,}/gu) ?? [];
    return words.every(
      (word) => own.has(word) || PRICE_WORDS.test(word) || LITTLE.test(word) || isGeneric(word),
    );
  });
}

/** Function words that name nothing. */
const LITTLE = /^(?:the|an|is|are|at|in|of|to|our|el|la|los|las|un|una|de|del|es|en|su|al)$/;
