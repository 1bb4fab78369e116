import type pg from 'pg';
import { type Queryable, withTransaction } from './queryable.ts';

/** A line that the pages of one template go without, and the page that keeps it. */
export interface StoredBlock {
  template: string;
  hash: string;
  text: string;
  /** A URL. */
  keptOn: string;
}

/**
 * How documents stand to what was learned: `settled`, all of them were read by it; `unsettled`, some may not have been;
 * `stale`, a block has lost the page that kept it.
 */
export type LessonState = 'settled' | 'unsettled' | 'stale';

/** What was learned of a source's repeated blocks. */
export interface StoredLesson {
  /** Documents that had been read by then. */
  documents: number;
  /** Whether they are enough for a source of any size. */
  enough: boolean;
  state: LessonState;
  blocks: StoredBlock[];
}

/** @returns null when nothing was ever learned of the source; a lesson without blocks says that nothing is repeated. */
export async function findBlockLesson(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<StoredLesson | null> {
  const result = await db.query<StoredLesson>(
    `select l.documents, l.enough, l.state, coalesce(
       (select jsonb_agg(jsonb_build_object('template', b.template, 'hash', b.block_hash, 'text', b.text, 'keptOn', b.kept_on)
          order by b.template, b.block_hash)
        from repeated_blocks b where b.store_id = l.store_id and b.source_id = l.source_id), '[]') as blocks
     from block_lessons l where l.store_id = $1::text and l.source_id = $2::text`,
    [storeId, sourceId],
  );
  return result.rows[0] ?? null;
}

/** Puts a lesson in place of the source's earlier one, in one transaction. @throws when there is no such source. */
export async function saveBlockLesson(
  pool: pg.Pool,
  lesson: StoredLesson & { storeId: string; sourceId: string },
): Promise<void> {
  const { storeId, sourceId, documents, enough, state, blocks } = lesson;
  await withTransaction(pool, async (client) => {
    await client.query(
      `insert into block_lessons (store_id, source_id, documents, enough, state)
       values ($1::text, $2::text, $3::int, $4::boolean, $5::text)
       on conflict (store_id, source_id) do update
         set documents = excluded.documents, enough = excluded.enough, state = excluded.state, learned_at = now()`,
      [storeId, sourceId, documents, enough, state],
    );
    await client.query('delete from repeated_blocks where store_id = $1::text and source_id = $2::text', [
      storeId,
      sourceId,
    ]);
    await client.query(
      `insert into repeated_blocks (store_id, source_id, template, block_hash, text, kept_on)
       select $1::text, $2::text, b.template, b.block_hash, b.text, b.kept_on
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as b(template, block_hash, text, kept_on)`,
      [
        storeId,
        sourceId,
        blocks.map(({ template }) => template),
        blocks.map(({ hash }) => hash),
        blocks.map(({ text }) => text),
        blocks.map(({ keptOn }) => keptOn),
      ],
    );
  });
}

/** Notes that a page has lost a block that it kept. */
export async function markLessonStale(db: Queryable, storeId: string, sourceId: string): Promise<void> {
  await db.query(
    `update block_lessons set state = 'stale' where store_id = $1::text and source_id = $2::text`,
    [storeId, sourceId],
  );
}

/** Notes that every document has been read by an unsettled lesson; one that has become stale stays so. */
export async function settleLesson(db: Queryable, storeId: string, sourceId: string): Promise<void> {
  await db.query(
    `update block_lessons set state = 'settled'
     where store_id = $1::text and source_id = $2::text and state = 'unsettled'`,
    [storeId, sourceId],
  );
}
