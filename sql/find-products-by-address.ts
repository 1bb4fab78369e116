import type { Queryable } from './queryable.ts';

/**
 * Finds products by the address of their page, or by the handle that it ends in; what stands behind `?` or `#` is left aside
 * unless the whole address is known with it.
 * @returns ids of the products themselves, those with the whole address alone if there are any.
 */
export async function findProductsByAddress(
  db: Queryable,
  storeId: string,
  address: string,
): Promise<string[]> {
  const result = await db.query<{ documentId: string; whole: boolean }>(
    `with stated as (
       select coalesce(pr.primary_id, pr.document_id) as document_id, u.url,
         rtrim(split_part(split_part(u.url, '#', 1), '?', 1), '/') as path
       from products pr
       join documents d on d.store_id = pr.store_id and d.document_id = pr.document_id
       cross join lateral (values (pr.url), (d.url)) as u(url)
       where pr.store_id = $1::text
     ), asked as (
       select $2::text as url, rtrim(split_part(split_part($2::text, '#', 1), '?', 1), '/') as path
     )
     select s.document_id as "documentId", bool_or(s.url = a.url) as whole
     from stated s cross join asked a
     where s.url = a.url
       or (a.path <> '' and position('/' in a.path) > 0 and s.path = a.path)
       or (a.path <> '' and position('/' in a.path) = 0 and right(s.path, length(a.path) + 1) = '/' || a.path)
     group by 1 order by 1 limit 10`,
    [storeId, address],
  );
  const whole = result.rows.filter((row) => row.whole);
  return (whole.length > 0 ? whole : result.rows).map(({ documentId }) => documentId);
}
