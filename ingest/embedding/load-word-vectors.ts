import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeWordTable, type WordTableHeader } from './word-table.ts';
import { makeWordVectors, type WordVectors } from './word-vectors.ts';

const TABLE = new URL('local-words.bin', import.meta.url);
const HEADER = new URL('local-words.json', import.meta.url);

let loaded: (WordVectors & { sha256: string }) | undefined;

/**
 * The word vectors that come with Aisle, read from beside this file by the first call and kept: 8 MB and some
 * hundredths of a second, so that it may block.
 * @throws Error when the table is missing or is not the one that its header describes.
 */
export function loadWordVectors(): WordVectors & { sha256: string } {
  loaded ??= readWordVectors();
  return loaded;
}

function readWordVectors(): WordVectors & { sha256: string } {
  const header: WordTableHeader = JSON.parse(readFileSync(HEADER, 'utf8'));
  const bytes = readFileSync(TABLE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== header.sha256) {
    throw new Error(
      `Expected ingest/embedding/local-words.bin with sha256 ${header.sha256}, found ${sha256} (${bytes.length} bytes). ` +
        'Restore both local-words files from the repository, or make them with "npm run distill".',
    );
  }
  return { ...makeWordVectors(decodeWordTable(bytes, header)), sha256 };
}

/** {@link WordVectors.wordSimilarity} of the word vectors that come with Aisle. */
export function wordSimilarity(a: string, b: string): number {
  return loadWordVectors().wordSimilarity(a, b);
}

/** {@link WordVectors.wordVector} of the word vectors that come with Aisle. */
export function wordVector(word: string): Float32Array | null {
  return loadWordVectors().wordVector(word);
}
