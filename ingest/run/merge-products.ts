import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import {
  listProductIdentities,
  listSavedConflicts,
  listStatements,
  lockProducts,
  type MergedRow,
  noteMergedProducts,
  type ProductIdentity,
  type ProductStatement,
  saveMergedRows,
} from '../../sql/merge-products.ts';
import { type Queryable, withTransaction } from '../../sql/queryable.ts';
import { type Conflict, findConflicts } from './merge/find-conflicts.ts';
import { groupProducts } from './merge/group-products.ts';
import { mergeFacts } from './merge/merge-facts.ts';

/** Documents that are merged in one transaction, which on the embedded database everything else waits for. */
const BATCH_DOCUMENTS = 200;
/** Goes into every hash: raised when groups are made or merged by another rule, so that all are merged anew. */
const RULES = 1;

/**
 * Makes one product of what several documents of a store state of it, such as its page and its row in a feed (see
 * `groupProducts` for when two are the same): one row answers product searches, with the facts of all. To be called
 * at the end of a run, also of one that failed: documents that it has published or removed may have changed groups. What
 * each document states is kept, so that the result depends on that alone and calling again changes nothing. Only groups
 * that changed are written, some at a time: a reader sees a product before or after, answers do not wait for all of
 * them, and what a killed run leaves undone the next one does.
 * @returns every conflict between documents of one product of the store, by the product's URL.
 */
export async function mergeProducts(pool: pg.Pool, storeId: string): Promise<Conflict[]> {
  const groups = groupProducts(await listProductIdentities(pool, storeId));
  let changed = false;
  for (const batch of batchesOf(staleGroups(groups))) {
    changed = true;
    await withTransaction(pool, async (client) => {
      await lockProducts(client);
      await mergeGroups(client, storeId, batch);
    });
  }
  // Publishing locks the store before its products, so this has to come after the locks on those are gone.
  if (changed) await noteMergedProducts(pool, storeId);
  return (await listSavedConflicts(pool, storeId)) as Conflict[];
}

interface Group {
  members: ProductIdentity[];
  hashes: GroupHashes;
}

/** Of all that a merge depends on; null for one document alone. */
interface GroupHashes {
  /** Who states what. */
  said: string | null;
  /** … and in which order: what a merge that depends on that is known by. */
  dated: string | null;
}

/** Groups that are not stored as they should be, one by one, for most are. */
function* staleGroups(groups: ProductIdentity[][]): Generator<Group> {
  for (const members of groups) {
    const hashes = hashesOf(members);
    const stored = members[0]?.mergeHash ?? null;
    const id = members[0]?.documentId;
    const known = stored === hashes.said || stored === hashes.dated;
    if (
      !known ||
      members.some((one, at) => one.mergeHash !== stored || one.primaryId !== (at === 0 ? null : id))
    )
      yield { members, hashes };
  }
}

function hashesOf(members: ProductIdentity[]): GroupHashes {
  if (members.length < 2) return { said: null, dated: null };
  const parts = [RULES, ...members.map(({ statedHash }) => statedHash), ...members.map(idOf)];
  const ages = [...members].sort((one, other) => one.asOf - other.asOf);
  return { said: hashOf(parts), dated: hashOf([...parts, ...ages.map(idOf)]) };
}

const hashOf = (parts: unknown[]): string => hash('sha256', parts.join(' '), 'base64url').slice(0, 22);

const idOf = ({ documentId }: ProductIdentity): string => documentId;

function* batchesOf(groups: Iterable<Group>): Generator<Group[]> {
  let batch: Group[] = [];
  let documents = 0;
  for (const group of groups) {
    batch.push(group);
    documents += group.members.length;
    if (documents < BATCH_DOCUMENTS) continue;
    yield batch;
    batch = [];
    documents = 0;
  }
  if (batch.length > 0) yield batch;
}

/** What was published since the groups were made is merged as it is now, and again by the next call. */
async function mergeGroups(client: Queryable, storeId: string, groups: Group[]): Promise<void> {
  const ids = groups.flatMap(({ members }) => members.map(idOf));
  const found = await listStatements(client, storeId, ids);
  const byId = new Map(found.map((statement) => [statement.documentId, statement]));
  const rows = groups.flatMap(({ members, hashes }) =>
    mergedRows(
      members.flatMap(({ documentId }) => byId.get(documentId) ?? []),
      hashes,
    ),
  );
  await saveMergedRows(client, storeId, rows);
}

/** The rows of one product's documents: all with the merged facts, so that whichever is quoted, its card is the same. */
function mergedRows([primary, ...others]: ProductStatement[], hashes: GroupHashes): MergedRow[] {
  if (primary === undefined) return [];
  const { facts, offerId } = mergeFacts([primary, ...others]);
  const conflicts = others.flatMap((other) => findConflicts(primary, other));
  const mergeHash = conflicts.length > 0 || dependsOnAge(primary, others) ? hashes.dated : hashes.said;
  return [primary, ...others].map(({ documentId }, at) => ({
    documentId,
    primaryId: at === 0 ? null : primary.documentId,
    offerId: documentId === offerId ? null : offerId,
    mergeHash,
    facts,
    conflicts: at === 0 && conflicts.length > 0 ? conflicts : null,
  }));
}

/**
 * Whether it matters which of the documents is the newest. Each run of a source makes all of its documents that: where
 * page and feed agree, nothing has to be merged anew for it.
 */
function dependsOnAge(primary: ProductStatement, others: ProductStatement[]): boolean {
  const [other] = others;
  if (other === undefined || others.length > 1) return true;
  const swapped: [ProductStatement, ProductStatement] = [
    { ...primary, asOf: other.asOf },
    { ...other, asOf: primary.asOf },
  ];
  return !isDeepStrictEqual(mergeFacts([primary, other]), mergeFacts(swapped));
}
