import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductFacts, Variant } from '../../../sql/document.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { sameColor } from './color-words.ts';
import { type FactRow, factRows } from './describe-facts.ts';
import { namedValues } from './named-values.ts';

const SIZE = /\b(?:sizes?|tallas?|numero)\b/;
/** What a thing comes in, and not how large a part of it is. */
const OWN_SIZE =
  /^(?:(?:shoe|clothing|frame|us|uk|eu)[ _-])?(?:sizes?|tallas?|numero)(?:[ _-](?:us|uk|eu))?$/;
const COLOR = /\b(?:colou?r|colores|tono|shade)\b/;
/** What a size is called by: "size M", "talla 40", "en el 45", "in XL". */
const SIZE_SAID =
  /\b(?:sizes?|tallas?|numero|el|la|in an?|in|en)\s+((?:x{0,4}(?:s|m|l)|\d{1,3}(?:\.5)?|\d?xl))(?![\p{L}\p{N}])/u;

/**
 * What the facts say of a color or size that a question asks for where no version tells whether it can be bought: the
 * values that there are, and whether the product as such can be bought. Pure.
 * @returns nothing where the question names no such value, and of what the product's versions tell.
 */
export function sayVersions(question: string, piece: Evidence): DraftSentence[] {
  const { product } = piece;
  if (product === null) return [];
  const told = namedValues(question, product);
  const rows = factRows(piece).filter(({ key }) => !told.has(key.replace(/^attribute:/, '')));
  return askedAttributes(question, product, rows).map(({ label, value, quote }) => ({
    text: `${product.name} – ${label}: ${value}`,
    quotes: [quote],
    layout: 'item',
  }));
}

/** The rows whose values the question asks for one of: a color, a size, or a value that the product lists. */
function askedAttributes(question: string, product: ProductFacts, rows: FactRow[]): FactRow[] {
  const own = new Set(fold(product.name).match(/[\p{L}\p{N}]+/gu) ?? []);
  const color = analyze(question, 'en').some(
    ({ word }) => !own.has(fold(word)) && sameColor(fold(word)).length > 0,
  );
  const size = SIZE_SAID.exec(fold(question))?.[1];
  const listed = namedValues(question, { ...product, variants: asVariants(product) });
  return rows.filter(({ key }) => {
    const name = key.startsWith('attribute:') ? key.slice('attribute:'.length) : '';
    if (name === '') return false;
    return (
      (color && COLOR.test(name)) ||
      (size !== undefined && !own.has(size) && OWN_SIZE.test(name)) ||
      (listed.has(name) && (SIZE.test(name) || COLOR.test(name)))
    );
  });
}

/** Each listed value as a version, of a product that states none. */
function asVariants({ attributes, availability }: ProductFacts): Variant[] {
  return Object.entries(attributes).flatMap(([name, values]) =>
    values.map((value) => ({ sku: '', attributes: { [name]: value }, price: null, availability })),
  );
}

/** What a question whether a thing can be bought may say beside its name. */
export const STOCK_WORDS =
  /^(?:moments?|current(?:ly)?|now|today|yet|right|momento|actualmente|ahora|ahorita|hoy|mismo|ya|llev\p{L}*|stock|come|comes|coming|get|got|viene|vienen|available|availability|sold|out|left|sizes?|colou?rs?|have|buy|order|still|back|ones?|disponibles?|disponibilidad|agotad[oa]s?|existencias|quedan?|tallas?|colores|numero|comprar|hay|tiene[ns]?|teneis|queda)$/u;

/** Whether a question asks of a product only if it can be bought. @param known lexemes that name it or kinds of things. */
export function asksStockOnly(question: string, locale: string, known: ReadonlySet<string>): boolean {
  return analyze(question, locale).every(
    ({ stop, lexeme, word }) => stop || known.has(lexeme) || STOCK_WORDS.test(fold(word)),
  );
}
