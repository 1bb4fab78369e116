import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { isRealWord } from '../understand/is-real-word.ts';
import { kindAt } from './kind-words.ts';
import type { NamedProducts } from './named-products.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Participles and what can be done with a thing: "folding", "padded", "plegable". */
const DESCRIBES = /(?:ing|ed|able|ible|ables|ibles|ad[oa]s?|id[oa]s?)$/;

/**
 * Whether the words of products' names that a question has only say what a thing must be like: "a folding bench" is no
 * Folding Pruning Saw, "a left-handed guitar" not the one whose name says that it is. Pure.
 */
export function onlyDescribes(
  { lexemes }: Pick<NamedProducts, 'lexemes'>,
  question: string,
  locale: string,
  { values }: Pick<Vocabulary, 'values'>,
): boolean {
  const said = analyze(question, locale).filter(({ lexeme }) => lexemes.has(lexeme));
  return (
    said.length > 0 &&
    said.every(({ word, start }) => {
      const isName = start > 0 && /^\p{Lu}/u.test(question.slice(start));
      return !isName && (DESCRIBES.test(fold(word)) || values.has(fold(word)));
    })
  );
}

/** What stands right before the words: one that is known, or any one of a kind. */
const THE_ONE =
  /(?<!\p{L})(?:the|this|that|these|those|my|your|our|his|her|their|el|la|los|las|del|al|este|esta|estos|estas|ese|esa|mi|mis|tu|tus|su|sus|vuestr[oa]s?|nuestr[oa]s?)\s+(?:\p{L}+\s+)?$/u;
const ANY_ONE =
  /(?<!\p{L})(?:an?|any|some|which|what|un|una|unos|unas|algun|alguna|algunos|algunas|que|cual|cuales)\s+(?:(?!y\b|o\b)\p{L}+\s+)?$/u;
/** After the words they say what it is wanted for, or must have: "plasters for someone allergic", "una mochila con ruedas". */
const WANTED =
  /^\s*(?:for (?!\d)|with|without|that|which|under|below|less than|para|con|sin|que|donde|por menos)(?!\p{L})/u;
/** Who asks for a fact of a thing means one that there is, whatever stands before it. */
const ASKS_OF_ONE = /^\W*(?:is|are|does|do|did|was|how|es|son|tiene|cuanto|cuanta|cuantos|cuantas)(?!\p{L})/u;

/**
 * Whether the words of products' names that a question has say of which kind a thing must be, and call none: everyday words
 * with "a" or "which" before them, or with what it is wanted for behind. "Un maletero donde quepan dos cascos" may be any of
 * them; "the kettle", a brand or a model number is a name. Pure.
 * @param head lexeme of the kind of thing that the question asks for, where one is known.
 */
export function meansKind(
  { lexemes }: Pick<NamedProducts, 'lexemes'>,
  question: string,
  locale: string,
  vocabulary: Pick<Vocabulary, 'brands' | 'kinds' | 'nouns' | 'nameCounts'>,
  head: string | null = null,
): boolean {
  const folded = fold(question);
  if (folded.length !== question.length) return false;
  const tokens = analyze(question, locale).filter(({ stop }) => !stop);
  const said = tokens.filter(({ lexeme }) => lexemes.has(lexeme));
  if (said.some((token) => isOwnName(token, question, locale, vocabulary))) return false;
  const phrases = phrasesOf(
    tokens,
    folded,
    ({ lexeme }) => lexemes.has(lexeme) || vocabulary.nouns.has(lexeme),
  ).filter((phrase) => phrase.some((token) => lexemes.has(token.lexeme)));
  const before = (phrase: Token[]): string => folded.slice(0, phrase[0]?.start);
  if (phrases.some((phrase) => THE_ONE.test(before(phrase)))) return false;
  // "Plasters for someone allergic to latex": what is wanted is named beside them.
  if (head !== null && !lexemes.has(head)) return true;
  return phrases.some(
    (phrase) =>
      ANY_ONE.test(before(phrase)) ||
      (WANTED.test(folded.slice(phrase.at(-1)?.end)) && !ASKS_OF_ONE.test(folded)),
  );
}

/** Whether the words by which a question calls products are names by themselves: a brand, a model number, no everyday word. Pure. */
export function hasOwnName(
  { lexemes }: Pick<NamedProducts, 'lexemes'>,
  question: string,
  locale: string,
  vocabulary: Pick<Vocabulary, 'brands' | 'kinds' | 'nameCounts'>,
): boolean {
  return analyze(question, locale).some(
    (token) => lexemes.has(token.lexeme) && isOwnName(token, question, locale, vocabulary),
  );
}

/** Words side by side that are of one noun phrase: "film developer", "chamarra de mujer". */
function phrasesOf(tokens: Token[], text: string, isPart: (token: Token) => boolean): Token[][] {
  const phrases: Token[][] = [];
  for (const token of tokens.filter(isPart)) {
    const last = phrases.at(-1)?.at(-1);
    if (last !== undefined && /^[\s-]+(?:de\s)?$/.test(text.slice(last.end, token.start)))
      phrases.at(-1)?.push(token);
    else phrases.push([token]);
  }
  return phrases;
}

/** A brand, a model number, or a word that no language has, which the shopper or the catalog has made a name of. */
function isOwnName(
  { word, lexeme, start }: Token,
  question: string,
  locale: string,
  { brands, kinds, nameCounts }: Pick<Vocabulary, 'brands' | 'kinds' | 'nameCounts'>,
): boolean {
  if (/\d/.test(word) || brands.has(fold(word))) return true;
  if (start > 0 && /^\p{Lu}/u.test(question.slice(start)) && !/[.!?]\s*$/.test(question.slice(0, start)))
    return true;
  const isOrdinary =
    kinds.has(lexeme) ||
    kindAt([lexeme], 0) !== null ||
    (nameCounts.get(lexeme) ?? 0) > 1 ||
    isRealWord(word, locale);
  return !isOrdinary;
}
