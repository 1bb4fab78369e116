import { expect, it } from 'vitest';
import { emptyFilter } from '../../../sql/search-products.ts';
import { applyFilters } from './apply-filters.ts';

it('lets the request win over the question', () => {
  const asked = {
    ...emptyFilter(),
    minPrice: 20,
    maxPrice: 500,
    brands: ['heron'],
    attributes: { color: ['blue'], size: ['m'] },
  };
  expect(applyFilters(asked, { maxPrice: 100, brand: 'Tarn', color: 'Red', inStock: true })).toEqual({
    ...asked,
    maxPrice: 100,
    brands: ['tarn'],
    availability: ['in_stock'],
    attributes: { color: ['red'], size: ['m'] },
  });
});

it('takes several values of an attribute, and changes nothing without filters', () => {
  expect(applyFilters(emptyFilter(), { size: ['S', 'M'] }).attributes).toEqual({ size: ['s', 'm'] });
  const asked = { ...emptyFilter(), minPrice: 20 };
  expect(applyFilters(asked, undefined)).toBe(asked);
});
