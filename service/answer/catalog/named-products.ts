import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { wordLightness } from '../words/light-words.ts';
import { missingModel, missingNumber } from './missing-name.ts';
import { isTelling, MODEL, spokenNames } from './spoken-names.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOfCall } from './words-of-call.ts';

/** A name that matches less than this share of what the best one matches is not meant. */
const CLOSE_TO_BEST = 0.9;
/** More products than these are a kind of thing, not a name. */
const MOST_PRODUCTS = 4;
/** The products that a question calls by name. */
export interface NamedProducts {
  names: string[];
  documentIds: string[];
  /** Lexemes of the question that are parts of those names. */
  lexemes: ReadonlySet<string>;
  /** What it was called with a number that none of these products has: "Larch 3" where there is a Larch 2; else left out. */
  missing?: string;
}

/**
 * Finds the products that a question calls by name ("the Stormline", "Nightjar 20"): a rare word of a name says it, the
 * others decide between namesakes. The word may be misspelt, in two ("storm line") or cut short. Pure.
 * @returns null when it names none.
 */
export function findNamedProducts(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
): NamedProducts | null {
  const tokens = analyze(question, locale).filter(
    (token, at, all) =>
      !token.stop ||
      /\d/.test(token.word) ||
      (vocabulary.lastWords.get(token.lexeme)?.has(all[at - 1]?.lexeme ?? '') ?? false),
  );
  const spoken = spokenNames(tokens, locale, vocabulary);
  const rarity = (lexeme: string): number =>
    Math.log(1 + vocabulary.names.length / (vocabulary.nameCounts.get(lexeme) ?? vocabulary.names.length));
  const asked = new Set(spoken.values());
  const plain = plainWords(question, tokens, spoken, locale, vocabulary);
  const all = vocabulary.names.flatMap((entry) => {
    const matched = entry.lexemes.filter((lexeme) => asked.has(lexeme));
    return matched.some(
      (lexeme) => isTelling(lexeme, locale, vocabulary) && (matched.length > 1 || !plain.has(lexeme)),
    ) || isWhole(entry.lexemes, tokens, spoken, vocabulary)
      ? [{ entry, matched, score: matched.reduce((sum, lexeme) => sum + rarity(lexeme), 0) }]
      : [];
  });
  // "N7 battery life" is asked of the N7, and not of the batteries of its make.
  const isModel = (lexeme: string): boolean => MODEL.test(lexeme) && isTelling(lexeme, locale, vocabulary);
  const ofModel = all.filter(({ matched }) => matched.some(isModel));
  const candidates = ofModel.length > 0 ? ofModel : all;
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score));
  const meant = candidates.filter((candidate) => candidate.score >= CLOSE_TO_BEST * best);
  if (meant.length === 0) {
    const model = missingModel(question, tokens, vocabulary);
    if (model === null || model.near.length > MOST_PRODUCTS) return null;
    return {
      names: model.near.map(({ name }) => name),
      documentIds: model.near.flatMap(({ documentIds }) => documentIds),
      lexemes: new Set(model.lexemes),
      missing: model.missing,
    };
  }
  if (meant.length > MOST_PRODUCTS) return null;
  const called = new Set(meant.flatMap(({ matched }) => matched));
  const [only, ...others] = meant;
  const parts =
    only === undefined || others.length > 0
      ? called
      : wordsOfCall(question, tokens, (token) => {
          const name = spoken.get(token.lexeme);
          return name !== undefined && called.has(name) ? { name, rarity: rarity(name) } : null;
        });
  const missing = missingNumber(question, tokens, spoken, meant);
  return {
    names: meant.map(({ entry }) => entry.name),
    documentIds: meant.flatMap(({ entry }) => entry.documentIds),
    lexemes: new Set([...spoken].flatMap(([lexeme, name]) => (parts.has(name) ? [lexeme] : []))),
    ...(missing === null ? {} : { missing }),
  };
}

/** "Camp mug", where that is all of a name: everyday words, but side by side and in that order. */
function isWhole(
  name: string[],
  tokens: Token[],
  spoken: ReadonlyMap<string, string>,
  { kinds }: Vocabulary,
): boolean {
  if (name.length < 2 || name.every((lexeme) => kinds.has(lexeme))) return false;
  const words = tokens.map(({ lexeme }) => spoken.get(lexeme) ?? lexeme);
  return words.some((_, at) => name.every((lexeme, place) => words[at + place] === lexeme));
}

/** Before a word that is a name they stand, or before what it is made of: "the Drift", "el Vivo", "un Vivo 20". */
const ARTICLE =
  /(?:^|[^\p{L}])(?:the|an?|your|this|that|el|la|los|las|un|una|del|al|este|esta|vuestr[oa]|su)\s+$/iu;

/**
 * Names that stand in the question as the everyday words that they are as well: "vivo en Madrid" speaks of no Vivo phone.
 * Nor is its plural a name. As a name such a word has an article, a number after it, or a capital in the middle of the sentence.
 */
function plainWords(
  question: string,
  tokens: Token[],
  spoken: ReadonlyMap<string, string>,
  locale: string,
  { nounForms }: Pick<Vocabulary, 'nounForms'>,
): Set<string> {
  const plain = new Set<string>();
  const said = new Set<string>();
  tokens.forEach((token, at) => {
    const name = spoken.get(token.lexeme);
    if (name === undefined) return;
    const before = question.slice(0, token.start);
    const next = tokens[at + 1];
    // "New pads" are no Padded Bag, nor "the tubes" a Tube 15.
    const isSaid = token.lexeme !== name || !isPlural(fold(token.word), nounForms.get(name));
    const isName =
      (isSaid && wordLightness(token.word, locale) === 1) ||
      (isSaid && ARTICLE.test(before)) ||
      (/[\p{L},]\s*$/u.test(before) && /^\p{Lu}/u.test(question.slice(token.start))) ||
      (next !== undefined && /^\d/.test(next.word) && next.start === token.end + 1) ||
      tokens.length === 1;
    (isName ? said : plain).add(name);
  });
  return new Set([...plain].filter((name) => !said.has(name)));
}

/** Whether a word ends as a plural does, and none of the forms that names have it in. */
function isPlural(word: string, forms: ReadonlySet<string> = new Set([word])): boolean {
  return word.endsWith('s') && ![...forms].some((form) => form.endsWith('s'));
}
