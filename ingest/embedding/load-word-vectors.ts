import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stopWords } from '../analysis/stop-words.ts';
import { type BilingualVectors, makeBilingualVectors } from './bilingual-vectors.ts';
import { readWordLists, type WordList } from './read-word-list.ts';
import { makeSpanishForms, type SpanishForms } from './spanish-forms.ts';
import { decodeWordTable, type WordTableHeader } from './word-table.ts';
import { makeWordVectors, type WordVectors } from './word-vectors.ts';

const TABLE = new URL('local-words.bin', import.meta.url);
const HEADER = new URL('local-words.json', import.meta.url);
const SPANISH_LISTS = new URL('spanish/', import.meta.url);

/** Word vectors, and what they were made of. */
interface LoadedWordVectors extends BilingualVectors {
  /** Of the table's bytes and, where Spanish is read, of the word lists and function words; hexadecimal. */
  sha256: string;
  /** The Spanish words of the lists, with their English equivalents. */
  spanish: WordList;
  /** The forms of those words. */
  spanishForms: SpanishForms;
  /** The same table without the lists: what a text's vector was before Spanish was read. */
  english: WordVectors & { sha256: string };
}

let loaded: LoadedWordVectors | undefined;

/**
 * The word vectors that come with Aisle, English and Spanish, read from beside this file by the first call and kept: 8 MB
 * and some hundredths of a second, so that it may block.
 * @throws Error when the table is missing or is not the one that its header describes, or a word list is malformed.
 */
export function loadWordVectors(): LoadedWordVectors {
  loaded ??= readWordVectors();
  return loaded;
}

function readWordVectors(): LoadedWordVectors {
  const header: WordTableHeader = JSON.parse(readFileSync(HEADER, 'utf8'));
  const bytes = readFileSync(TABLE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== header.sha256) {
    throw new Error(
      `Expected ingest/embedding/local-words.bin with sha256 ${header.sha256}, found ${sha256} (${bytes.length} bytes). ` +
        'Restore both local-words files from the repository, or make them with "npm run distill".',
    );
  }
  const english = { ...makeWordVectors(decodeWordTable(bytes, header)), sha256 };
  const lists = readdirSync(SPANISH_LISTS)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    // Line ends are as the checkout has them.
    .map((name) => ({
      name,
      text: readFileSync(new URL(name, SPANISH_LISTS), 'utf8').replaceAll('\r\n', '\n'),
    }));
  const both = createHash('sha256').update(sha256);
  // Which words say nothing is part of what a text's vector is.
  both.update([...stopWords('en'), '', ...stopWords('es')].join('\n'));
  for (const { name, text } of lists) both.update(`\n${name}\n${text}`);
  const spanish = readWordLists(lists);
  const spanishForms = makeSpanishForms(spanish);
  return {
    ...makeBilingualVectors(english, spanish, spanishForms),
    spanish,
    spanishForms,
    sha256: both.digest('hex'),
    english,
  };
}

/** {@link WordVectors.wordSimilarity} of the word vectors that come with Aisle. */
export function wordSimilarity(a: string, b: string): number {
  return loadWordVectors().wordSimilarity(a, b);
}

/** {@link WordVectors.wordVector} of the word vectors that come with Aisle. */
export function wordVector(word: string): Float32Array | null {
  return loadWordVectors().wordVector(word);
}

/** Cosine of two texts by the word vectors that come with Aisle, −1…1; 0 where one has no words. */
export function textLikeness(a: string, b: string): number {
  const { textVector } = loadWordVectors();
  const [x, y] = [textVector(a), textVector(b)];
  return x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
}
