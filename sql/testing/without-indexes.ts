import type { Queryable } from '../queryable.ts';

/**
 * Runs `work` while tables have neither indexes nor constraints that a row would be checked against, and makes these
 * again afterwards: millions of rows are written several times as fast so. Not for tables that others refer to.
 * @param tables names, trusted.
 */
export async function withoutIndexes<T>(
  db: Queryable,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const constraints = await db.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where conrelid = any($1::regclass[]) and contype in ('p', 'u', 'f')
     order by contype desc`,
    [tables],
  );
  const indexes = await db.query<{ drop: string; make: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
     from pg_index i where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)`,
    [tables],
  );
  const all = [...indexes.rows, ...constraints.rows];
  for (const { drop } of all) await db.query(drop);
  const result = await work();
  for (const { make } of all.reverse()) await db.query(make);
  return result;
}
