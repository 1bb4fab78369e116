import { emptyFilter, type ProductFilter } from '../../../sql/search-products.ts';
import type { Filters } from '../../schemas/filters.ts';

/** Narrows a filter by what the request asks for besides the question; the request's word wins. Pure. */
export function applyFilters(filter: ProductFilter, filters: Filters | undefined): ProductFilter {
  if (filters === undefined) return filter;
  const { minPrice, maxPrice, minRating, inStock, onSale, brand, category, ...attributes } = filters;
  const wanted = Object.entries(attributes).map(([name, value]) => [
    name.toLowerCase(),
    (Array.isArray(value) ? value : [value]).map((one) => String(one).toLowerCase()),
  ]);
  return {
    ...emptyFilter(),
    ...filter,
    minPrice: minPrice ?? filter.minPrice,
    maxPrice: maxPrice ?? filter.maxPrice,
    minRating: minRating ?? filter.minRating,
    availability: inStock ? ['in_stock'] : filter.availability,
    onSale: onSale ?? filter.onSale,
    categories: category === undefined ? filter.categories : [category.toLowerCase()],
    brands: brand === undefined ? filter.brands : [brand.toLowerCase()],
    attributes: { ...filter.attributes, ...Object.fromEntries(wanted) },
    choices: filter.choices.filter(({ said }) => wanted.every(([name]) => name !== said)),
  };
}
