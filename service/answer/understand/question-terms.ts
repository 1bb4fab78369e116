import { analyze, lexemes, type Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { irregularForms } from '../../../ingest/lexicon/irregular-verbs.ts';
import { kinOf } from '../words/kin-things.ts';
import { wordLightness } from '../words/light-words.ts';
import { readEnclitic } from '../words/spanish-clitics.ts';
import { stemsOfBothNumbers } from '../words/spanish-noun-forms.ts';
import { spanishVerbStems } from '../words/spanish-verb.ts';
import type { StoreSynonyms } from '../words/store-synonyms.ts';
import { conceptAt } from '../words/thesaurus.ts';
import { wordRarity } from '../words/word-rarity.ts';
import { withSomeoneElse } from './someone-else.ts';

/** A word of the question that an answer should speak of. */
export interface QuestionTerm {
  lexeme: string;
  /** As written, lower case; its word vector finds synonyms. */
  word: string;
  /** 1 for the question's own words, less for those that a follow-up carries over or that an answer shows. */
  weight: number;
  /** How much it tells of what is asked, whatever the store: see `wordRarity`. */
  rarity: number;
  /** How much an answer lacks that does not speak of it, 0…1: see `wordLightness`. */
  need: number;
  /** Lexemes of other names for the same thing. */
  synonyms: ReadonlySet<string>;
  /** Of a thing that is named by a phrase, the lexemes of its words: a page may have the phrase itself. */
  phrase?: readonly string[];
  /** The lexemes of its forms that are not one stem: `devuelv` and `devolv`, `coll` and `collar`, `wore` and `worn`. */
  forms?: ReadonlySet<string>;
  /** The thing that its synonyms are names of, where more were added to them. */
  concept?: ReadonlySet<string>;
  /** Its rarity times the inverse document frequency in the store, `ln(1 + (N − df + 0.5) / (df + 0.5))`. */
  idf: number;
}

const NONE: ReadonlySet<string> = new Set();

/** A thing that the question names: by one word, or by a phrase, whose single-word name stands for it. */
interface Named {
  synonyms: ReadonlySet<string>;
  name: string | null;
  phrase: readonly string[];
}

/**
 * @param own what the store itself calls the same thing.
 * @returns the topic words of a question, each thing once.
 */
export function questionTerms(
  question: string,
  locale: string,
  weight = 1,
  own?: StoreSynonyms | null,
): Omit<QuestionTerm, 'idf'>[] {
  const places = capitalPlaces(question);
  const read = analyze(question, locale)
    .map((token) => (token.stop && places.has(token.word) ? { ...token, stop: false } : token))
    .map((token) => withoutPronouns(token, locale));
  const words = read.map((token) => fold(token.word));
  const tokens = read.map((token, at) => (isOfPreposition(words, at) ? { ...token, stop: true } : token));
  const language = locale.startsWith('es') ? 'es' : 'en';
  const named = new Map<number, Named>();
  const taken = new Set<number>();
  words.forEach((_, at) => {
    const found = taken.has(at) ? null : (own?.at(words, at) ?? conceptAt(words, at));
    if (found === null) return;
    const isPhrase = found.positions.length > 1;
    const name = isPhrase ? found.concept.name[language] : words[at];
    // A thing that has no word of its own ("price match") is its phrase's words.
    if (name === undefined) return;
    for (const position of found.positions) taken.add(position);
    const phrase = isPhrase
      ? found.positions.flatMap((position) => tokens[position] ?? []).filter(isTopic)
      : [];
    named.set(at, {
      synonyms: found.concept.lexemes,
      name: isPhrase ? name : null,
      phrase: phrase.map((token) => token.lexeme),
    });
  });
  const seen = new Set<string>();
  const terms: Omit<QuestionTerm, 'idf'>[] = [];
  tokens.forEach((token, at) => {
    const { synonyms, name = null, phrase = [] } = named.get(at) ?? {};
    // The other words of a phrase say nothing by themselves: "back" of "send back".
    if (synonyms === undefined && (taken.has(at) || !isTopic(token))) return;
    const lexeme = name === null ? token.lexeme : (lexemes(name, locale)[0] ?? token.lexeme);
    if (lexeme === '' || seen.has(lexeme)) return;
    seen.add(lexeme);
    for (const synonym of synonyms ?? NONE) seen.add(synonym);
    const isNamed = synonyms !== undefined;
    const forms = name === null ? formsOf(token.word, locale) : NONE;
    if (forms.has(lexeme)) for (const form of forms) seen.add(form);
    terms.push({
      lexeme,
      word: name ?? token.word,
      weight,
      rarity: isNamed ? 1 : wordRarity(token.word, locale),
      need: isNamed ? 1 : wordLightness(token.word, locale),
      synonyms: synonyms ?? NONE,
      ...(phrase.length === 0 ? {} : { phrase }),
      ...(forms.size > 1 && forms.has(lexeme) ? { forms } : {}),
    });
  });
  return withSomeoneElse(terms);
}

/** Prepositions of several words, the one that is a word of its own elsewhere in the middle. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'a partir de',
  'a partir del',
  'a traves de',
  'a traves del',
  'en lugar de',
  'en vez de',
  'en caso de',
  'a pesar de',
  'in case of',
  'in spite of',
]);

/** "A partir de qué importe" asks for no part. */
function isOfPreposition(words: readonly string[], at: number): boolean {
  return PREPOSITIONS.has(words.slice(Math.max(0, at - 1), at + 2).join(' '));
}

/** "Guardármelo" is looked for as "guardar": what hangs on at a verb says nothing of what is asked. */
function withoutPronouns(token: Token, locale: string): Token {
  const read = languageOf(locale) === 'es' && !token.stop ? readEnclitic(token.word) : null;
  const plain = read === null ? undefined : analyze(read.verb, locale)[0];
  return plain === undefined ? token : { ...token, lexeme: plain.lexeme, word: plain.word, stop: plain.stop };
}

/** Lexemes of a word's forms, its own among them. */
function formsOf(word: string, locale: string): ReadonlySet<string> {
  if (languageOf(locale) !== 'es')
    return new Set(irregularForms(fold(word)).flatMap((form) => lexemes(form, locale)));
  const ofVerb = spanishVerbStems(word);
  return ofVerb.size > 0 ? ofVerb : stemsOfBothNumbers(word);
}

/** "The US" is a place where not all is in capitals, and "us" a function word. */
function capitalPlaces(question: string): ReadonlySet<string> {
  if (!/\p{Ll}/u.test(question)) return new Set();
  return new Set([...question.matchAll(/(?<!\p{L})(?:US|EU|UK)(?!\p{L})/gu)].map(([code]) => fold(code)));
}

/** Stands for what was named before. */
const REFERS = /^(?:mine|yours|hers|theirs|ones|since|nuestr[oa]s?|m[ií][oa]s|guys|folks)$/;

function isTopic(token: Token): boolean {
  return !token.stop && !REFERS.test(token.word);
}

/** A word that names the same thing finds almost as well as the shopper's own. */
const SYNONYM_WEIGHT = 0.5;

/** What is searched for: the terms' lexemes, and their synonyms, other forms and the words of their phrases for less. */
export function searchLexemes(terms: Omit<QuestionTerm, 'idf'>[]): { lexeme: string; weight: number }[] {
  const weights = new Map<string, number>();
  for (const term of terms) {
    for (const synonym of [...term.synonyms, ...(term.phrase ?? []), ...(term.forms ?? []), ...kinOf(term)]) {
      weights.set(synonym, Math.max(weights.get(synonym) ?? 0, SYNONYM_WEIGHT * term.weight));
    }
  }
  for (const term of terms) weights.set(term.lexeme, term.weight);
  return [...weights].map(([lexeme, weight]) => ({ lexeme, weight }));
}

/** Adds to each term how rare it is among the store's passages, by whichever of its names is the most frequent. */
export function withIdf(
  terms: Omit<QuestionTerm, 'idf'>[],
  total: number,
  frequencies: ReadonlyMap<string, number>,
): QuestionTerm[] {
  return terms.map((term) => {
    const names = [term.lexeme, ...term.synonyms, ...(term.forms ?? NONE)];
    const df = Math.max(...names.map((lexeme) => frequencies.get(lexeme) ?? 0));
    return { ...term, idf: term.rarity * Math.log(1 + (total - df + 0.5) / (df + 0.5)) };
  });
}
