import type { DocumentGenre, DocumentKind, PassageShape, ProductFacts, Voice } from './document.ts';
import { PRODUCT_JSON } from './product-json.ts';
import type { Queryable } from './queryable.ts';

/** A document with the slices that it is found by. */
export interface WholeDocument {
  documentId: string;
  url: string;
  kind: DocumentKind;
  genre: DocumentGenre | null;
  locale: string;
  title: string;
  text: string;
  product: ProductFacts | null;
  /** In reading order; `start` and `end` are UTF-16 offsets into the text. */
  passages: {
    start: number;
    end: number;
    heading: string[];
    shape: PassageShape;
    voice: Voice;
    suspect: boolean;
  }[];
}

/** @returns the next `limit` documents of a store after one, by id; from the beginning after ''. */
export async function listWholeDocuments(
  db: Queryable,
  storeId: string,
  { after, limit }: { after: string; limit: number },
): Promise<WholeDocument[]> {
  const result = await db.query<WholeDocument>(
    `select d.document_id as "documentId", d.url, d.kind, d.genre, d.locale, d.title, d.text, ${PRODUCT_JSON} as product,
       coalesce((select jsonb_agg(jsonb_build_object('start', p.start_offset, 'end', p.end_offset, 'heading', p.heading,
           'shape', p.shape, 'voice', p.voice, 'suspect', p.suspect) order by p.ordinal)
         from passages p where p.store_id = d.store_id and p.document_id = d.document_id), '[]'::jsonb) as passages
     from documents d
     left join products pr on pr.store_id = d.store_id and pr.document_id = d.document_id
     where d.store_id = $1::text and d.document_id > $2::text
     order by d.document_id limit $3::int`,
    [storeId, after, limit],
  );
  return result.rows;
}
