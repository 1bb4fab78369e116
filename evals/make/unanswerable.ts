import { ASKED_COUNTRIES, type Catalog, countryName, narrowest } from './catalog.ts';
import { type Draft, hashNumber } from './draft.ts';
import { labelOf } from './from-product.ts';
import type { Page } from './page.ts';
import { PRODUCT_WORDS } from './product-words.ts';

/** An attribute is asked for where others of the category have it: so many at least. Nobody asks for the roast of an apron. */
const FEWEST_WITH = 2;
const MOST_COUNTRIES = 2;
/** Said in many words that are not the attribute's name, so that its absence cannot be told from a text. */
const NOT_TELLABLE =
  /^(?:color|size|tags?|condition|age group|gender|option|style|pattern|model|features?)$/iu;

/**
 * A question for a fact of a product which other products of the catalog state and this one does not: neither the attribute's name
 * nor any value that it has elsewhere stands on its page. Pure.
 */
export function draftAbsentFact(page: Page, catalog: Catalog): Draft[] {
  const { product, language, url } = page;
  if (product === null) return [];
  const text = page.text.toLowerCase();
  const said = text.split(/\P{L}+/u);
  const absent = [...catalog.attributes].filter(
    ([attribute, { products, words: valued }]) =>
      (products.get(narrowest(product.category) ?? '') ?? 0) >= FEWEST_WITH &&
      !NOT_TELLABLE.test(attribute) &&
      !(attribute in product.attributes) &&
      !text.includes(labelOf(page, attribute).toLowerCase()) &&
      !text.includes(attribute.replaceAll('_', ' ').toLowerCase()) &&
      !said.some((word) => word.length > 3 && valued.has(word)) &&
      !(
        /weight|width|height|depth|length|capacity|volume|dimensions/u.test(attribute) &&
        /\d\s?(?:kg|g|lb|oz|cm|mm|m|in|l|ml)\b/u.test(text)
      ),
  );
  const [attribute] = absent.map(([name]) => name).sort((a, b) => hashNumber(url, a) - hashNumber(url, b));
  if (attribute === undefined) return [];
  const words = PRODUCT_WORDS[language];
  const forms =
    words.known[attribute]?.(product.name) ?? words.attribute(labelOf(page, attribute), product.name);
  return [abstain(language, forms[hashNumber(url) % forms.length] ?? '', url)];
}

/**
 * Questions about delivery to countries that no page names, where pages name some and none speaks of all the others: such a page
 * would answer it. Pure.
 */
export function draftAbsentCountries(
  { countries, saysEverywhere, languages }: Catalog,
  seed: number,
): Draft[] {
  if (countries.size === 0 || saysEverywhere) return [];
  const absent = ASKED_COUNTRIES.filter((code) => !countries.has(code)).sort(
    (a, b) => hashNumber(seed, a) - hashNumber(seed, b),
  );
  return [...languages].sort().flatMap((language) =>
    absent.slice(0, MOST_COUNTRIES).map((code) => {
      const country = countryName(code, language);
      const question =
        language === 'es'
          ? `¿Cuánto tarda un envío a ${country}?`
          : `How long does delivery to ${country} take?`;
      return abstain(language, question, 'countries');
    }),
  );
}

function abstain(language: Draft['language'], question: string, from: string): Draft {
  return {
    kind: 'unanswerable',
    questions: [question],
    language,
    from,
    urls: [],
    quote: null,
    expect: { status: ['abstained'] },
  };
}
