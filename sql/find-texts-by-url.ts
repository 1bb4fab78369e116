import type { Queryable } from './queryable.ts';

/** @returns every URL of a store's documents, in order. */
export async function listDocumentUrls(db: Queryable, storeId: string): Promise<string[]> {
  const result = await db.query<{ url: string }>(
    'select distinct url from documents where store_id = $1::text order by url',
    [storeId],
  );
  return result.rows.map(({ url }) => url);
}

/** @returns the whole texts, and the titles, of the documents at some URLs of a store. */
export async function findTextsByUrl(
  db: Queryable,
  storeId: string,
  urls: readonly string[],
): Promise<{ url: string; title: string; text: string }[]> {
  if (urls.length === 0) return [];
  const result = await db.query<{ url: string; title: string; text: string }>(
    'select url, title, text from documents where store_id = $1::text and url = any($2::text[]) order by url',
    [storeId, urls],
  );
  return result.rows;
}
