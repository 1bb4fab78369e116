import type { Conditions, Parameter } from './product-conditions.ts';
import type { ProductChoice, ProductFilter } from './search-products.ts';

/** From so many values on, as where a weight is asked for, each stated value is looked up among them. */
const MANY = 16;

/**
 * What one version of a product must be at once: price, availability, attributes. Of a product without versions its own
 * facts count, and of a version the product's where it states none. Nothing where one fact alone is asked for, which the
 * product's own facts tell. Written out for each value asked for: a join for each version takes ten times as long.
 */
export function versionConditions(filter: ProductFilter, parameter: Parameter): Conditions {
  const { minPrice, maxPrice, availability } = filter;
  const where = [
    ...Object.entries(filter.attributes).map(([name, values]) =>
      choiceHolds({ said: name, attributes: { [name]: values }, names: [], lexemes: [] }, parameter),
    ),
    ...filter.choices.map((choice) => choiceHolds(choice, parameter)),
    ...Object.entries(filter.notAttributes).map(
      ([attribute, values]) => `not ${hasAny(attribute, values, parameter)}`,
    ),
  ];
  const needsVersions =
    where.length > 0 || minPrice !== null || (maxPrice !== null && availability.length > 0);
  if (!needsVersions) return { tables: [], where: [] };
  const price = `coalesce((version->>'price')::numeric, pr.price)`;
  const own = [
    ...(minPrice === null ? [] : [`${price} >= ${parameter(minPrice, 'numeric')}`]),
    ...(maxPrice === null ? [] : [`${price} <= ${parameter(maxPrice, 'numeric')}`]),
    ...(availability.length === 0
      ? []
      : [`coalesce(version->>'availability', pr.availability) = any(${parameter(availability, 'text[]')})`]),
  ];
  return {
    tables: [],
    where: [
      `exists (
        select from jsonb_array_elements(case when pr.variants = '[]' then '[{}]' else pr.variants end) as v(version)
        where ${[...own, ...where].join('\n          and ')})`,
    ],
  };
}

/** What may be told in several ways, of which one is enough. */
function choiceHolds({ attributes, names, lexemes }: ProductChoice, parameter: Parameter): string {
  const ways = Object.entries(attributes).map(([attribute, values]) => hasAny(attribute, values, parameter));
  for (const name of names) ways.push(`position(${parameter(name, 'text')} in lower(pr.name)) > 0`);
  if (lexemes.length > 0) {
    const stated = parameter(Object.keys(attributes), 'text[]');
    ways.push(`(pr.matched && ${parameter(lexemes, 'text[]')} and not pr.attributes ?| ${stated}
            and not coalesce(version->'attributes' ?| ${stated}, false))`);
  }
  return ways.length === 0 ? 'false' : `(${ways.join('\n            or ')})`;
}

/** Whether a version, or where it does not state the attribute its product, has one of the values, in any case. */
function hasAny(attribute: string, values: readonly string[], parameter: Parameter): string {
  const name = parameter(attribute, 'text');
  const wanted = parameter(values, 'text[]');
  const stated = `pr.attributes->${name}`;
  const ofProduct =
    values.length < MANY
      ? `lower((${stated})::text)::jsonb ?| ${wanted}`
      : `exists (select from jsonb_array_elements_text(${stated}) as one(value) where lower(one.value) = any(${wanted}))`;
  return `coalesce(case when version->'attributes' ? ${name}
              then lower(version->'attributes'->>${name}) = any(${wanted})
              else ${ofProduct} end, false)`;
}
