import type { DocumentGenre, DocumentKind, PassageShape, ProductFacts, Voice } from './document.ts';
import { AS_OF, PRODUCT_JSON } from './product-json.ts';
import type { Queryable } from './queryable.ts';

/** Rows that are kept for each database: some 2 kB each. */
const MOST_KEPT = 2_000;

/** A passage with its document's metadata. */
export interface PassageRow {
  documentId: string;
  url: string;
  title: string;
  kind: DocumentKind;
  genre: DocumentGenre | null;
  voice: Voice;
  /** Gives orders to whoever answers from it: not to be quoted. */
  suspect: boolean;
  locale: string;
  heading: string[];
  shape: PassageShape;
  text: string;
  start: number;
  end: number;
  contentHash: string;
  fetchedAt: Date;
  /** When the page was written or last changed, as far as it or its server says. */
  modifiedAt: Date | null;
  product: ProductFacts | null;
}

/**
 * SQL for what changes when a `PassageRow` does: the transactions that wrote the rows `p`, `d` and `pr` that it is
 * made of (PostgreSQL documentation, "System Columns"), and the one time that is taken from others.
 */
export const PASSAGE_VERSION = `concat_ws(' ', p.xmin, d.xmin, pr.xmin, extract(epoch from ${AS_OF}))`;

interface Kept {
  version: string;
  row: PassageRow;
}

/** Least lately used first. */
const keptOf = new WeakMap<Queryable, Map<string, Kept>>();

/**
 * Reads passages, those of which this process holds that very version without asking. What it gives must not be changed.
 * @returns the rows by passage, without those that have gone meanwhile.
 */
export async function readPassageRows(
  db: Queryable,
  storeId: string,
  wanted: readonly { passageId: number; version: string }[],
): Promise<Map<number, PassageRow>> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const rows = new Map<number, PassageRow>();
  const missing: number[] = [];
  for (const { passageId, version } of wanted) {
    const key = `${storeId} ${passageId}`;
    const known = kept.get(key);
    if (known?.version !== version) {
      missing.push(passageId);
      continue;
    }
    kept.delete(key);
    kept.set(key, known);
    rows.set(passageId, known.row);
  }
  if (missing.length === 0) return rows;
  const result = await db.query<PassageRow & { passageId: number; version: string }>(READ, [
    storeId,
    missing,
  ]);
  for (const { passageId, version, ...row } of result.rows) {
    rows.set(passageId, row);
    const key = `${storeId} ${passageId}`;
    kept.delete(key);
    kept.set(key, { version, row });
  }
  for (const [oldest] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return rows;
}

// One row each by its key, whatever the planner takes the tables' sizes for.
const READ = `select p.passage_id as "passageId", ${PASSAGE_VERSION} as version, p.document_id as "documentId", d.url, d.title,
  d.kind, d.genre, p.voice, p.suspect, d.locale, p.heading, p.shape, p.text, p.start_offset as start, p.end_offset as "end",
  d.content_hash as "contentHash", d.fetched_at as "fetchedAt", d.modified_at as "modifiedAt", ${PRODUCT_JSON} as product
from unnest($2::bigint[]) as wanted(passage_id)
cross join lateral (select xmin, * from passages p where p.store_id = $1::text and p.passage_id = wanted.passage_id limit 1) as p
cross join lateral (select xmin, * from documents d where d.store_id = $1::text and d.document_id = p.document_id limit 1) as d
left join lateral (select xmin, * from products pr where pr.store_id = $1::text and pr.document_id = p.document_id limit 1) as pr on true`;
