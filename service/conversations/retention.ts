import { readRetention } from '../../ingest/config/read-retention.ts';

/** For a store whose configuration does not say: long enough for a return and the questions after it. */
const DEFAULT = '90 days';

/**
 * @param stores as configured
 * @returns how long each store keeps a conversation in which nothing is asked, in milliseconds; null: for ever.
 */
export function makeRetention(
  stores: readonly { id: string; retention?: string | undefined }[],
): (storeId: string) => number | null {
  const written = new Map(stores.map(({ id, retention }) => [id, retention]));
  return (storeId) => readRetention(written.get(storeId) ?? DEFAULT) ?? null;
}
