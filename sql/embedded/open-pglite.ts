import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/** A simple query without a statement: what the parser does with it is begin and end. */
const EMPTY_QUERY = Buffer.from('Q\0\0\0\x06;\0', 'latin1');

/**
 * PGlite whose SQL parser stays as V8's first compiler makes it. The parser is one function of 100 kB of WebAssembly, for which
 * the second, better compiler takes 600 MB for a second or two as soon as some hundred words of SQL were read; its code is
 * not worth that, for queries that come again are not parsed again. What is compiled while V8's filter names another
 * function is never compiled a second time, and functions are compiled when they are first called: so an empty query
 * comes before all others. Where V8 no longer works so, this changes nothing.
 */
class SmallParserPGlite extends PGlite {
  private hasParsed = false;

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (!this.hasParsed) {
      this.hasParsed = true;
      setFlagsFromString('--wasm-tier-up-filter=0');
      try {
        super.execProtocolRawSync(EMPTY_QUERY);
      } finally {
        setFlagsFromString('--wasm-tier-up-filter=-1');
      }
    }
    return super.execProtocolRawSync(message);
  }
}

/**
 * Opens the database of a folder in this thread.
 * @throws what PGlite throws when it does not open.
 */
export async function openPglite(dataDir: string): Promise<PGlite> {
  const db = new SmallParserPGlite(dataDir, { extensions: { vector } });
  await db.waitReady;
  return db;
}
