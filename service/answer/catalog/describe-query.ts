import type { ProductFilter } from '../../../sql/search-products.ts';
import type { Constraints } from '../../schemas/understood.ts';
import type { MeasureBound } from './take-measures.ts';
import type { TakenValues } from './take-values.ts';
import type { TakenWords } from './take-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What was understood, as the response says it: what was not asked for is left out. Pure. */
export function describeQuery(
  filter: ProductFilter,
  { words, categories, inCategories }: TakenWords,
  values: TakenValues,
  vocabulary: Vocabulary,
  more: { measures: MeasureBound[]; sort: string | null; unmatched: string[] },
): Constraints {
  const called = words
    .filter(({ lexeme, required }) => required && !inCategories.has(lexeme))
    .map(({ lexeme }) => vocabulary.nounWords.get(lexeme) ?? lexeme);
  return withoutEmpty({
    categories,
    words: called,
    brands: brandsOf(values.brands, vocabulary),
    notBrands: brandsOf(values.notBrands, vocabulary),
    minPrice: filter.minPrice,
    maxPrice: filter.maxPrice,
    minRating: filter.minRating,
    availability: filter.availability,
    onSale: filter.onSale,
    attributes: values.said,
    notAttributes: values.notSaid,
    measures: more.measures,
    without: values.without,
    notCalled: filter.notCalled.map((lexeme) => vocabulary.nounWords.get(lexeme) ?? lexeme),
    sort: more.sort,
    unmatched: more.unmatched,
  });
}

function brandsOf(brands: string[], vocabulary: Vocabulary): string[] {
  const written = new Set(vocabulary.brands.values());
  return [...new Set(brands)].filter((brand) => written.has(brand));
}

function withoutEmpty(all: Record<string, unknown>): Constraints {
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) =>
        value !== null &&
        value !== false &&
        !(typeof value === 'object' && Object.keys(value as object).length === 0),
    ),
  );
}
