import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { remember } from '../../../ingest/analysis/remember.ts';
import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { stopWords } from '../../../ingest/analysis/stop-words.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { readClosedWords } from './closed-classes.ts';
import { type GroundText, readWords, tokensOf } from './coverage.ts';
import { areOneFamily, areSynonyms, hasSynonyms, isGeneric } from './generic-words.ts';
import { inEnglishWords } from './spanish-phrases.ts';
import type { Translations } from './translations.ts';

const OTHER: Record<string, string> = { en: 'es', es: 'en' };
/** @returns Spanish for English and the reverse; any other language itself. */
export const otherLanguage = (locale: string): string => OTHER[languageOf(locale)] ?? languageOf(locale);
const LEAST_COMPOUND_PART = 4;

/**
 * A sentence as the checks read it. Where it is Spanish and what it stands on English, or the reverse, its words are read as the
 * words of the grounds that they translate; what translates none stays as it is, and is then not covered.
 */
export function readSentence(
  text: string,
  grounds: GroundText[],
  translations: () => Translations,
  similarity?: WordSimilarity,
): GroundText {
  const first = grounds[0]?.locale ?? 'en';
  const other = OTHER[languageOf(first)];
  if (other === undefined || !isIn(text, other, translations))
    return inTheirWords(text, grounds, first, similarity);
  const foreign = grounds.filter(({ locale }) => languageOf(locale) !== other);
  const find = makeAligner(foreign, other, translations());
  const stops = stopWords(languageOf(first));
  return {
    text,
    locale: other,
    read: (part) =>
      analyze(part, other).map((token) => {
        // A Spanish sentence may hold the English name of a product.
        if (token.stop || stops.has(fold(token.word))) return { ...token, stop: true };
        const lexeme = find(token);
        if (lexeme !== null) return { ...token, lexeme };
        // "Requiere", "guarda": what is generic in English claims no more in Spanish.
        const [first, ...more] = other === 'es' ? translations().english(token.word) : [];
        return first !== undefined && (stops.has(first) || [first, ...more].some(isGeneric))
          ? { ...token, stop: true }
          : token;
      }),
  };
}

/** A sentence whose words are those of the grounds that they are another form of, or another word for. */
function inTheirWords(
  text: string,
  grounds: GroundText[],
  locale: string,
  similarity?: WordSimilarity,
): GroundText {
  const known = readWords(grounds, similarity);
  return {
    text,
    locale,
    read: (part) =>
      analyze(part, locale).map((token) =>
        token.stop || /\d/.test(token.word)
          ? token
          : {
              ...token,
              lexeme:
                (isGeneric(fold(token.word)) ? known.findForm(token) : known.find(token)) ?? token.lexeme,
            },
      ),
  };
}

/** Whether a sentence is Spanish and its first ground English, or the reverse. */
export function isOtherTongue(
  text: string,
  grounds: { locale: string }[],
  translations: () => Translations,
): boolean {
  const other = OTHER[languageOf(grounds[0]?.locale ?? 'en')];
  return other !== undefined && isIn(text, other, translations);
}

/** `unopened` is no word of a Spanish text that says `sin abrir`. Only where English has what is left: `united` stays. */
const NEGATIVE = /(?<!\p{L})un(?!it|iform|limit)(\p{L}{2,}(?:ed|en|[rw]n))(?!\p{L})/giu;

/**
 * @returns the text with what English denies by a prefix denied by a word of its own, as other languages do, and with Spanish
 * phrases that are one thing in English words.
 */
export function readyToAlign(text: string, locale: string, { isEnglish }: Translations): string {
  return languageOf(locale) === 'es'
    ? inEnglishWords(text)
    : text.replace(NEGATIVE, (whole, rest: string) => (isEnglish(fold(rest)) ? `non ${rest}` : whole));
}

/** Whether a sentence is in that language rather than in the other of English and Spanish; in doubt it is not. */
function isIn(text: string, language: string, translations: () => Translations): boolean {
  const own = stopWords(language);
  const others = stopWords(OTHER[language] ?? '');
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const balance = words
    .map(fold)
    .reduce((sum, word) => sum + Number(own.has(word)) - Number(others.has(word)), 0);
  if (balance !== 0) return balance > 0;
  const { english, isEnglish } = translations();
  const spanish = words.filter((word) => english(word).length > 0 && !isEnglish(word)).length;
  const inEnglish = words.filter((word) => isEnglish(word) && english(word).length === 0).length;
  return language === 'es' ? spanish > inEnglish : inEnglish > spanish;
}

/** A word of the grounds, or what it means in English. */
interface Meaning {
  english: string;
  lexeme: string;
}

/** Finds the lexeme of the grounds that a word translates; null for none. */
function makeAligner(
  grounds: GroundText[],
  language: string,
  { english }: Translations,
): (token: Token) => string | null {
  // "Must" and "deben" are function words that other words may stand for.
  const tokens = grounds
    .flatMap((ground) => tokensOf(ground))
    .filter((token) => !token.stop || hasSynonyms(fold(token.word)));
  const closed = new Map(
    tokens.flatMap((token) => closedKeys(token.word).map((key) => [key, token.lexeme] as const)),
  );
  const asWritten = new Map(tokens.map((token) => [fold(token.word), token.lexeme]));
  const meanings: Meaning[] = tokens.flatMap((token) =>
    (language === 'es' ? [fold(token.word)] : english(token.word)).map((one) => ({
      english: one,
      lexeme: token.lexeme,
    })),
  );
  const byStem = new Map(
    meanings.map(({ english: one, lexeme }) => [stem(one, 'en'), lexeme] as const).reverse(),
  );
  const found = new Map<string, string | null>();
  const find = (word: string, written = word): string | null => {
    const same = asWritten.get(word);
    if (same !== undefined) return same;
    const [key] = closedKeys(written);
    const named = key === undefined ? undefined : closed.get(key);
    if (named !== undefined) return named;
    const meant = language === 'es' ? english(written) : [word];
    for (const one of meant) {
      const meaning = byStem.get(stem(one, 'en'));
      if (meaning !== undefined) return meaning;
    }
    for (const matches of [areSynonyms, isForm])
      for (const one of meant)
        for (const meaning of meanings) if (matches(one, meaning.english)) return meaning.lexeme;
    // "Acordeones" and "accordions": a word that no list has may be written alike in both languages.
    if (meant.length > 0 && language === 'es') return null;
    return tokens.find((token) => areWrittenAlike(word, fold(token.word)))?.lexeme ?? null;
  };
  return ({ word: written }) => {
    const folded = fold(written);
    let lexeme = found.get(folded);
    if (lexeme === undefined) {
      lexeme = find(folded, written) ?? (language === 'en' ? findParts(folded, find) : null);
      found.set(folded, lexeme);
    }
    return lexeme;
  };
}

const LEAST_ALIKE = 6;

/** Whether two words of English and Spanish are one but for their spelling: at most one letter of six, plural and double letters aside. */
function areWrittenAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((word) =>
    word
      .replace(/e?s$/, '')
      .replace(/(.)\1/g, '$1')
      .replace(/ph/g, 'f')
      .replace(/qu|k/g, 'c')
      .replace(/y/g, 'i')
      .replace(/cion$/, 'tion')
      .replace(/[aeo]$/, ''),
  );
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < LEAST_ALIKE) return false;
  return (
    a.slice(0, 2) === b.slice(0, 2) &&
    editDistance(a, b) <= Math.floor(Math.min(a.length, b.length) / LEAST_ALIKE)
  );
}

/** Levenshtein's. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const MOST_KEPT = 10_000;

/** Names of countries are known by their capital; a token's word has none, and of the folded one "México" is none. */
const closedKeys = remember(MOST_KEPT, (word: string): readonly string[] =>
  readClosedWords(word.charAt(0).toUpperCase() + word.slice(1)).map(({ key }) => key),
);
const isForm = (a: string, b: string): boolean => areOneFamily(a, b, 'en');

/** "Textbooks" are books of text: a compound of two words that the grounds both have. */
function findParts(word: string, find: (word: string) => string | null): string | null {
  for (let at = LEAST_COMPOUND_PART; at <= word.length - LEAST_COMPOUND_PART; at += 1) {
    const head = find(word.slice(at));
    if (head !== null && find(word.slice(0, at)) !== null) return head;
  }
  return null;
}
