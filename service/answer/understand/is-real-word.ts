import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';

/** What English words take on, and what stands there without it: `tried` of `try`, `hoping` of `hope`. */
const ENGLISH_ENDINGS: [RegExp, string][] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/e?d$/, ''],
  [/d$/, ''],
  [/ied$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1(?:ed|ing|er|est)$/, '$1'],
  [/e?r$/, ''],
  [/e?st$/, ''],
  [/ly$/, ''],
];

/** Before these the last letter of a short word is doubled, so that "shiping" is misspelled. */
const DOUBLED = /(?:ing|ed|er|est)$/;
const SHORT = /^[^aeiouy]*[aeiou][^aeiouwxy]$/;

/** What does something, or is for it: "cambiador" of "cambiar". */
const SPANISH_DOERS: [RegExp, string][] = [
  [/ador(?:a|es|as)?$/, 'ar'],
  [/edor(?:a|es|as)?$/, 'er'],
  [/idor(?:a|es|as)?$/, 'ir'],
];
/** What is joined to an infinitive: "llevármela", "devolvéroslo". */
const SPANISH_CLITICS = /(?<=[aei]r)(?:me|te|se|nos|os|les?)?(?:l[aeo]s?)?$/;

/**
 * Whether a language has a word, as it is or as the form of one: by the word lists that come with Aisle, so false for names
 * and for words that they lack. Spanish shoppers use English words too. Always false for other languages. Pure.
 * @param word as written, lower case; accents may be missing.
 */
export function isRealWord(word: string, locale: string): boolean {
  const language = languageOf(locale);
  const { english, spanishForms } = loadWordVectors();
  const isEnglish = (one: string): boolean =>
    english.has(one) ||
    ENGLISH_ENDINGS.some(([ending, rest]) => {
      if (!ending.test(one)) return false;
      const base = one.replace(ending, rest);
      return english.has(base) && !(rest === '' && DOUBLED.test(one) && SHORT.test(base));
    });
  if (language === 'en') return isEnglish(word);
  if (language !== 'es') return false;
  return (
    spanishForms.has(word) ||
    english.has(fold(word)) ||
    spanishForms.has(fold(word).replace(SPANISH_CLITICS, '')) ||
    SPANISH_DOERS.some(([ending, verb]) => ending.test(word) && spanishForms.has(word.replace(ending, verb)))
  );
}
