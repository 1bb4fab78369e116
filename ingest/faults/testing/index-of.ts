import type { Database } from '../../../sql/database.ts';

/** All that a store's index consists of, without what differs from run to run: numbers of passages and times. */
export async function indexOf({ pool }: Pick<Database, 'pool'>, storeId: string): Promise<unknown> {
  const ask = async (sql: string) => (await pool.query(sql, [storeId])).rows;
  return {
    store: await ask(
      'select passage_count, lexeme_count, locales, embedding_model from stores where store_id = $1',
    ),
    documents: await ask(
      'select url, kind, locale, title, text, content_hash from documents where store_id = $1 order by url',
    ),
    passages: await ask(
      `select d.url, p.ordinal, p.text, p.heading, p.shape, p.embed_hash, p.length,
         (select md5(string_agg(o.lexeme || ' ' || o.tf || ' ' || o.length, ',' order by o.lexeme collate "C"))
          from postings o where o.store_id = p.store_id and o.passage_id = p.passage_id) as postings
       from passages p join documents d on d.store_id = p.store_id and d.document_id = p.document_id
       where p.store_id = $1 order by d.url, p.ordinal`,
    ),
    vectors: await ask(
      `select model, embed_hash, md5(vector::text) as vector from vectors where store_id = $1 order by model, embed_hash`,
    ),
    products: await ask(
      `select d.url, p.sku, p.name, p.price, p.availability, p.attributes
       from products p join documents d on d.store_id = p.store_id and d.document_id = p.document_id
       where p.store_id = $1 order by d.url`,
    ),
  };
}
