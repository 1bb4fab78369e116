import type { Parameter } from './product-conditions.ts';
import type { ProductOrder } from './search-products.ts';

/**
 * SQL for how much product `pr` has of what is sorted by; null where it does not say. Values are looked up in one object,
 * for each product by itself: the planner takes a join with thousands of them for small, and compares each with each.
 */
export function amountOf({ values }: ProductOrder, parameter: Parameter): string {
  const known: Record<string, [rank: number, amount: number]> = {};
  for (const { attribute, value, amount, rank } of values) {
    const key = `${attribute}\n${value}`;
    const other = known[key];
    if (other === undefined || rank < other[0] || (rank === other[0] && amount < other[1]))
      known[key] = [rank, amount];
  }
  const attributes = [...new Set(values.map(({ attribute }) => attribute))];
  return `(
      select (m.stated->>1)::float8
      from unnest(${parameter(attributes, 'text[]')}) as n(attribute)
      cross join lateral jsonb_array_elements_text(coalesce(pr.attributes->n.attribute, '[]')) as v(value)
      cross join lateral (
        select ${parameter(JSON.stringify(known), 'jsonb')}->(n.attribute || chr(10) || lower(v.value)) as stated offset 0
      ) as m
      where m.stated is not null
      order by (m.stated->>0)::int, (m.stated->>1)::float8 limit 1)`;
}
