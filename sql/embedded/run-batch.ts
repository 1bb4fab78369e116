import type { PGlite } from '@electric-sql/pglite';

/**
 * Runs a client's batch and gives the bytes of the reply, which are the caller's.
 *
 * `execProtocolRaw` would give them too, but reads them as well and keeps every row that it has read, for as long as nothing
 * goes through `query` or `exec`: 40 kB a question. Streamed bytes are handed on unread.
 */
export async function runBatch(
  db: Pick<PGlite, 'execProtocolRawStream'>,
  batch: Uint8Array,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await db.execProtocolRawStream(batch, {
    // A view of PostgreSQL's own send buffer, which the next piece overwrites.
    onRawData: (piece) => pieces.push(piece.slice()),
  });
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}
