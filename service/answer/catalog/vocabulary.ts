import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';

/** The words that a store's catalog uses, ready to be found in a question. */
export interface Vocabulary {
  /** Lexemes of categories and product names: what things are called, with how many products have each. */
  nouns: Map<string, number>;
  /** The words behind those lexemes, for synonyms. */
  nounWords: Map<string, string>;
  /** Folded brand to brand as written. */
  brands: Map<string, string>;
  /** Folded value, or word of a value, to the attributes and whole values (lower case) that have it. */
  values: Map<string, { attribute: string; value: string }[]>;
  /** Products' names by their lexemes. */
  names: { name: string; lexemes: string[]; documentIds: string[] }[];
  /** In how many names each lexeme occurs. */
  nameCounts: Map<string, number>;
  /** Lexemes of categories: kinds of things, which name no single product. */
  kinds: Set<string>;
}

/** Attributes whose values are phrases ("Glacier Blue", "merino wool") of which one word is enough. */
const PHRASES = new Set(['color', 'colour', 'material', 'pattern', 'fabric', 'style', 'finish']);

const MOST_WORDS = 2;

/** Builds the vocabulary of a catalog. Pure. */
export function buildVocabulary(terms: CatalogTerm[], locale: string): Vocabulary {
  const vocabulary: Vocabulary = {
    nameCounts: new Map(),
    kinds: new Set(),
    nouns: new Map(),
    nounWords: new Map(),
    brands: new Map(),
    values: new Map(),
    names: [],
  };
  for (const term of terms) {
    if (term.field === 'brand') vocabulary.brands.set(fold(term.value), term.value);
    else if (term.field === 'attribute') addValue(vocabulary, term.attribute, term.value);
    else addNouns(vocabulary, term, locale);
  }
  return vocabulary;
}

function addNouns(vocabulary: Vocabulary, term: CatalogTerm, locale: string): void {
  const tokens = analyze(term.value, locale).filter((token) => !token.stop);
  for (const token of tokens) {
    vocabulary.nouns.set(token.lexeme, (vocabulary.nouns.get(token.lexeme) ?? 0) + term.products);
    vocabulary.nounWords.set(token.lexeme, token.word);
  }
  const lexemes = [...new Set(tokens.map((token) => token.lexeme))];
  if (term.field === 'category') for (const lexeme of lexemes) vocabulary.kinds.add(lexeme);
  if (term.field !== 'name') return;
  vocabulary.names.push({ name: term.value, lexemes, documentIds: term.documentIds });
  for (const lexeme of lexemes)
    vocabulary.nameCounts.set(lexeme, (vocabulary.nameCounts.get(lexeme) ?? 0) + 1);
}

function addValue(vocabulary: Vocabulary, attribute: string, value: string): void {
  const folded = fold(value).trim();
  // A sentence is no value that a shopper would name.
  if (folded === '' || folded.split(/\s+/).length > 4) return;
  const entry = { attribute, value: value.toLowerCase() };
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  // Of "full-grain leather, waterproof lining" no one word stands for the whole.
  const keys = PHRASES.has(attribute) && words.length <= MOST_WORDS ? [folded, ...words] : [folded];
  for (const key of new Set(keys)) {
    if (key === '' || (key !== folded && /^\d|^.{0,2}$/.test(key))) continue;
    const entries = vocabulary.values.get(key) ?? [];
    entries.push(entry);
    vocabulary.values.set(key, entries);
  }
}
