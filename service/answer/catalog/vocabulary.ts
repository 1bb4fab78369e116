import { analyze, lexemes } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import type { StoreSynonyms } from '../words/store-synonyms.ts';
import { isMaterial } from './material-words.ts';
import { type MeasuredAttribute, measuredAttributes } from './measured-attributes.ts';

/** A value as products have it, lower case. */
export interface ValueEntry {
  attribute: string;
  value: string;
}

/** The words that a store's catalog uses, ready to be found in a question. */
export interface Vocabulary {
  /** Language of the catalog, as of its lexemes. */
  locale: string;
  /** Lexemes of categories and product names: what things are called, with how many products have each. */
  nouns: Map<string, number>;
  /** The shortest word behind each of those lexemes, for synonyms and to be read. */
  nounWords: Map<string, string>;
  /** Every word behind those lexemes, folded. */
  nounForms: Map<string, Set<string>>;
  /** Folded brand to brand as written. */
  brands: Map<string, string>;
  /** Folded value, or word of a value, to the attributes and whole values (lower case) that have it. */
  values: Map<string, ValueEntry[]>;
  /** Products that have a value, by `attribute\nvalue`. */
  valueCounts: Map<string, number>;
  /** Folded names of attributes to the attributes. */
  attributes: Map<string, string[]>;
  /** Attributes that say yes or no, by folded name. */
  flags: Map<string, { attribute: string; yes: string[]; no: string[] }>;
  measured: Map<string, MeasuredAttribute>;
  /** Categories of any level as written, by their lexemes in order. */
  categories: Map<string, string>;
  /** Products' names by their lexemes. */
  names: { name: string; lexemes: string[]; documentIds: string[] }[];
  /** Function words that names end with ("Brisal Uno"), by lexeme the lexemes that they stand after. */
  lastWords: Map<string, Set<string>>;
  /** In how many names each lexeme occurs. */
  nameCounts: Map<string, number>;
  /** Lexemes of categories: kinds of things, which name no single product. */
  kinds: Set<string>;
  /** What the store itself calls the same thing; null or left out: it has said nothing. */
  synonyms?: StoreSynonyms | null;
}

/** Attributes whose values are phrases ("Glacier Blue", "merino wool") of which one word is enough. */
const PHRASES =
  /^(?:colou?r|colores|material(?:es)?|pattern|fabric|tejido|estampado|style|estilo|finish|acabado|origin|origen|process|flavou?r|sabor)$/;

const MOST_WORDS = 2;
/** … and of a list of values, each. */
const MOST_LISTED = 3;
/** Of a list of ingredients or notes each is a value of its own. */
const LIST = /\s*[,;/+&|]\s*|\s(?:and|with|y|con)\s/;
const YES = /^(?:yes|true|si|y|1)$/;
const NO = /^(?:no|false|n|0)$/;

/** Builds the vocabulary of a catalog. Pure. */
export function buildVocabulary(terms: CatalogTerm[], locale: string): Vocabulary {
  const vocabulary: Vocabulary = {
    locale,
    nameCounts: new Map(),
    kinds: new Set(),
    nouns: new Map(),
    nounWords: new Map(),
    nounForms: new Map(),
    brands: new Map(),
    values: new Map(),
    valueCounts: new Map(),
    attributes: new Map(),
    flags: flagsOf(terms),
    measured: measuredAttributes(terms, locale),
    categories: new Map(),
    names: [],
    lastWords: new Map(),
  };
  for (const term of terms) {
    if (term.field === 'brand') vocabulary.brands.set(fold(term.value), term.value);
    else if (term.field === 'attribute') addValue(vocabulary, term);
    else addNouns(vocabulary, term, locale);
    if (term.field === 'category') addCategories(vocabulary, term.value, locale);
  }
  if (languageOf(locale) === 'es') addFirstNouns(vocabulary);
  return vocabulary;
}

/** Names that begin alike are of one kind: in Spanish a thing is called what it is before anything else is said of it. */
function addFirstNouns({ names, kinds, brands, nounWords }: Vocabulary): void {
  const wordOf = (lexeme: string): string => fold(nounWords.get(lexeme) ?? lexeme);
  const firsts = Map.groupBy(
    names,
    ({ lexemes }) => lexemes.find((lexeme) => /^\p{L}/u.test(lexeme) && !SETS.has(wordOf(lexeme))) ?? '',
  );
  const brandWords = new Set([...brands.keys()].flatMap((brand) => brand.split(/\s+/)));
  for (const [first, same] of firsts)
    if (same.length >= LEAST_OF_KIND && first !== '' && !brandWords.has(wordOf(first))) kinds.add(first);
}
const LEAST_OF_KIND = 2;
/** How many there are, before what they are: "par de focos". */
const SETS = new Set('par juego kit set pack paquete lote caja combo'.split(' '));

function addCategories(vocabulary: Vocabulary, category: string, locale: string): void {
  for (const level of category.split(/\s*>\s*/)) {
    const key = lexemes(level, locale).join(' ');
    if (key !== '' && !vocabulary.categories.has(key)) vocabulary.categories.set(key, level);
  }
}

function addNouns(vocabulary: Vocabulary, term: CatalogTerm, locale: string): void {
  const tokens = analyze(term.value, locale).filter((token) => !token.stop);
  for (const token of tokens) {
    vocabulary.nouns.set(token.lexeme, (vocabulary.nouns.get(token.lexeme) ?? 0) + term.products);
    const known = vocabulary.nounWords.get(token.lexeme);
    if (known === undefined || token.word.length < known.length)
      vocabulary.nounWords.set(token.lexeme, token.word);
    const forms = vocabulary.nounForms.get(token.lexeme) ?? new Set();
    vocabulary.nounForms.set(token.lexeme, forms.add(fold(token.word)));
  }
  const last = term.field === 'name' ? lastWord(term.value, locale) : null;
  if (last !== null) {
    const after = vocabulary.lastWords.get(last.lexeme) ?? new Set();
    vocabulary.lastWords.set(last.lexeme, after.add(last.after));
  }
  const own = [...new Set([...tokens.map((token) => token.lexeme), ...(last === null ? [] : [last.lexeme])])];
  if (term.field === 'category') for (const lexeme of own) vocabulary.kinds.add(lexeme);
  if (term.field !== 'name') return;
  vocabulary.names.push({ name: term.value, lexemes: own, documentIds: term.documentIds });
  for (const lexeme of own) vocabulary.nameCounts.set(lexeme, (vocabulary.nameCounts.get(lexeme) ?? 0) + 1);
}

/** "Uno" of "Cochecito Brisal Uno": a word with a capital at the end of a name is a part of it, whatever it is elsewhere. */
function lastWord(name: string, locale: string): { lexeme: string; after: string } | null {
  const [before, last] = analyze(name, locale).slice(-2);
  if (before === undefined || last?.stop !== true || before.stop) return null;
  return /^\p{Lu}/u.test(name.slice(last.start)) ? { lexeme: last.lexeme, after: before.lexeme } : null;
}

function addValue(vocabulary: Vocabulary, { attribute, value, products }: CatalogTerm): void {
  const name = fold(attribute);
  const sameName = vocabulary.attributes.get(name) ?? [];
  if (!sameName.includes(attribute)) vocabulary.attributes.set(name, [...sameName, attribute]);
  const folded = fold(value).trim();
  if (folded === '') return;
  const entry = { attribute, value: value.toLowerCase() };
  vocabulary.valueCounts.set(`${attribute}\n${entry.value}`, products);
  for (const key of keysOf(name, folded)) {
    const entries = vocabulary.values.get(key) ?? [];
    entries.push(entry);
    vocabulary.values.set(key, entries);
  }
}

/** What a value is found by: itself unless it is a sentence, and of a phrase its parts and their words. */
function keysOf(attribute: string, folded: string): Set<string> {
  const keys = new Set(folded.split(/\s+/).length > 4 ? [] : [folded]);
  if (!PHRASES.test(attribute)) {
    // Of "ECE 22.06, DOT" each is a value.
    const listed = folded.split(/\s*[,;]\s+/);
    if (listed.length > 1 && listed.every((part) => part.split(/\s+/).length <= MOST_LISTED))
      for (const part of listed) if (part !== '') keys.add(part);
    return keys;
  }
  const materials = /^(?:material(?:es)?|fabric|tejido)$/.test(attribute);
  const short = (text: string): boolean => text.split(/[^\p{L}\p{N}]+/u).length <= MOST_WORDS;
  for (const part of folded.split(LIST)) {
    const words = part.split(/[^\p{L}\p{N}]+/u).filter((word) => !/^\d|^.{0,2}$/.test(word));
    const made = materials ? words.filter(isMaterial) : [];
    // Of "waterproof lining" no one word stands for the whole; of "goat leather lining" its material does, whatever else
    // it says.
    if (materials && made.length === 0 && !short(folded)) continue;
    if (short(part) && part.length > 2 && !/^\d/.test(part)) keys.add(part);
    if (made.length > 0) for (const word of made) keys.add(word);
    else if (short(part)) for (const word of words) keys.add(word);
  }
  return keys;
}

function flagsOf(terms: CatalogTerm[]): Vocabulary['flags'] {
  const flags: Vocabulary['flags'] = new Map();
  const others = new Set<string>();
  for (const { field, attribute, value } of terms) {
    if (field !== 'attribute') continue;
    const folded = fold(value).trim();
    const key = fold(attribute);
    if (!YES.test(folded) && !NO.test(folded)) others.add(key);
    const flag = flags.get(key) ?? { attribute, yes: [], no: [] };
    (YES.test(folded) ? flag.yes : flag.no).push(value.toLowerCase());
    flags.set(key, flag);
  }
  for (const key of others) flags.delete(key);
  return flags;
}
