import type { Queryable } from './queryable.ts';

/** More products than these have one address only where something is wrong with a store's pages. */
const MOST_FOUND = 10;

/**
 * Finds products by an address that one of their documents has or states, or by the handle that it ends in; what stands behind
 * `?` or `#` is left aside unless the whole address is known with it.
 * @returns ids of the products themselves, those with the whole address alone if there are any.
 */
export async function findProductsByAddress(
  db: Queryable,
  storeId: string,
  address: string,
): Promise<string[]> {
  const path = pathOf(address);
  if (path === '') return [];
  const key = path.includes('/') ? pathKey : handleKey;
  // As with any hash two may have the same; an index finds them, and the texts decide.
  const result = await db.query<{ documentId: string; whole: boolean }>(
    `select coalesce(pr.primary_id, pr.document_id) as "documentId", bool_or(s.url = $2::text) as whole
     from (
       select store_id, document_id, url from documents
       where store_id = $1::text and md5(${key('url')}) = md5($3::text) and ${key('url')} = $3::text
       union all
       select store_id, document_id, stated->>'url' from products
       where store_id = $1::text and md5(${key(STATED)}) = md5($3::text) and ${key(STATED)} = $3::text
     ) s
     join products pr on pr.store_id = s.store_id and pr.document_id = s.document_id
     where pr.store_id = $1::text
     group by 1 order by whole desc, 1 limit $4::int`,
    [storeId, address, path, MOST_FOUND],
  );
  const whole = result.rows.filter((row) => row.whole);
  return (whole.length > 0 ? whole : result.rows).map(({ documentId }) => documentId);
}

const STATED = `(stated->>'url')`;

/** The address without what stands behind `?` or `#`, and without slashes at its end. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}

/** The same in SQL, as migration 0019 indexes it. */
function pathKey(url: string): string {
  return `rtrim(split_part(split_part(${url}, '#', 1), '?', 1), '/')`;
}

/** The last part of that. */
function handleKey(url: string): string {
  return `substring(${pathKey(url)} from '[^/]*$')`;
}
