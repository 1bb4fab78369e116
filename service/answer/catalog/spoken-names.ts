import type { Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { nearest } from '../understand/correct-spelling.ts';
import { isPlaceName } from '../words/closed-class.ts';
import { wordRarity } from '../words/word-rarity.ts';
import { kindAt } from './kind-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word names a product if few names have it: no more than these, or than this share of them. */
const MOST_NAMES = 3;
const MOST_SHARE = 0.05;
/** "Free" of "Peat-free Compost" is an everyday word that names nothing. */
const LEAST_RARITY = 0.7;
/** Shorter words have too many neighbours to be misspelt, or too many words that begin so. */
const SHORTEST_MISSPELT = 5;
/** Whom a thing is for, which names no product. */
const PEOPLE = new Set(
  'women woman womens men man mens ladies unisex kids mujer mujeres dama damas hombre hombres caballero caballeros senora unisex nina ninas nino ninos'.split(
    ' ',
  ),
);
/** Model numbers of letters and digits: `E40`, `3L`. */
export const MODEL = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,}$/u;

/** Two numbers that are one word, with a unit. */
const RANGE_IN_UNIT = /^(\d{4,8})\p{L}{1,3}$/u;

/** Which words of names count, and how they are looked for. */
interface NameWords {
  /** Folded word of a name to its lexeme. */
  forms: Map<string, string>;
  /** Those of {@link forms} that tell products apart, by their first letter. */
  telling: Map<string, { lexeme: string; passages: number }[]>;
}
const INDEXES = new WeakMap<Vocabulary, NameWords>();

/** Lexemes of a question with the word of names that each stands for, as names have it. */
export function spokenNames(tokens: Token[], locale: string, vocabulary: Vocabulary): Map<string, string> {
  const { forms, telling } = nameWords(vocabulary);
  const spoken = new Map<string, string>();
  tokens.forEach((token, at) => {
    const word = fold(token.word);
    const next = tokens[at + 1];
    const joined = next === undefined ? undefined : forms.get(word + fold(next.word));
    if (next !== undefined && joined !== undefined && isTelling(joined, locale, vocabulary)) {
      spoken.set(token.lexeme, joined).set(next.lexeme, joined);
      return;
    }
    if (spoken.has(token.lexeme)) return;
    const exact = vocabulary.nameCounts.has(token.lexeme) ? token.lexeme : forms.get(word);
    if (exact !== undefined) {
      spoken.set(token.lexeme, exact);
      return;
    }
    const [, letters, digits] = /^(\p{L}{3,})(\d+)$/u.exec(word) ?? [];
    const [name, number] = [forms.get(letters ?? ''), forms.get(digits ?? '')];
    if (name !== undefined && number !== undefined) {
      spoken.set(token.lexeme, name).set(`${token.lexeme} ${number}`, number);
      return;
    }
    const meant = misspelt(word, telling, vocabulary);
    if (meant !== null) spoken.set(token.lexeme, meant);
  });
  return spoken;
}

/** The telling word of names that an unknown word is nearest to, or the only one that begins so. */
function misspelt(word: string, telling: NameWords['telling'], vocabulary: Vocabulary): string | null {
  if (
    word.length < SHORTEST_MISSPELT ||
    !/^\p{L}+$/u.test(word) ||
    loadWordVectors().has(word) ||
    isPlaceName(word)
  )
    return null;
  const near = telling.get(word[0] ?? '') ?? [];
  const found = nearest(word, near) ?? onlyOne(near.filter(({ lexeme }) => lexeme.startsWith(word)));
  return found === null ? null : (nameWords(vocabulary).forms.get(found) ?? null);
}

function onlyOne(found: { lexeme: string }[]): string | null {
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only.lexeme : null;
}

function nameWords(vocabulary: Vocabulary): NameWords {
  const known = INDEXES.get(vocabulary);
  if (known !== undefined) return known;
  const forms = new Map<string, string>();
  const telling: NameWords['telling'] = new Map();
  for (const [lexeme, passages] of vocabulary.nameCounts) {
    // A range is said without its unit: "the 100-400" of a 100-400mm.
    const [, range] = RANGE_IN_UNIT.exec(lexeme) ?? [];
    for (const form of [
      lexeme,
      ...(vocabulary.nounForms.get(lexeme) ?? []),
      ...(range === undefined ? [] : [range]),
    ]) {
      if (forms.has(form)) continue;
      forms.set(form, lexeme);
      if (!isTelling(lexeme, vocabulary.locale, vocabulary)) continue;
      const list = telling.get(form[0] ?? '') ?? [];
      list.push({ lexeme: form, passages });
      telling.set(form[0] ?? '', list);
    }
  }
  const made = { forms, telling };
  INDEXES.set(vocabulary, made);
  return made;
}

/** Whether a word of names tells products apart, rather than kinds of things or everyday things. */
export function isTelling(lexeme: string, locale: string, vocabulary: Vocabulary): boolean {
  const most = Math.max(MOST_NAMES, vocabulary.names.length * MOST_SHARE);
  return (
    (/^\p{L}{3,}/u.test(lexeme) || MODEL.test(lexeme)) &&
    !vocabulary.kinds.has(lexeme) &&
    !PEOPLE.has(fold(vocabulary.nounWords.get(lexeme) ?? lexeme)) &&
    kindAt([lexeme], 0) === null &&
    !isAttribute(vocabulary.nounWords.get(lexeme) ?? lexeme, vocabulary) &&
    (vocabulary.nameCounts.get(lexeme) ?? 0) <= most &&
    wordRarity(vocabulary.nounWords.get(lexeme) ?? lexeme, locale) >= LEAST_RARITY
  );
}

/** "Is the Tundra waterproof?" asks for a fact that products have, and for no Waterproof Mitts. */
function isAttribute(word: string, { attributes }: Vocabulary): boolean {
  return attributes.has(fold(word));
}
