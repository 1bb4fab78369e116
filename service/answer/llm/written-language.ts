import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { stopWords } from '../../../ingest/analysis/stop-words.ts';
import { otherLanguage } from '../understand/language-signs.ts';

/** Function words that a sentence has of one language and not of the other: fewer are chance, or a name. */
const FEWEST = 2;
/** … and so many times those that it has of the other, which it may quote. */
const CLEARLY = 2;
/** Quoted words stay in their own language: names, titles, what a customer wrote. */
const QUOTED = /“[^”]*”|«[^»]*»|„[^“”]*[“”]|"[^"\n]*"/gu;

/**
 * The language that a sentence is clearly written in: `en` or `es` by its function words, others by their signs.
 * Of XQuAD's 2,357 sentences none is taken for the other language, and 30 for neither; of ClapNQ's 2,034 one is.
 * @returns ISO 639-1; null where it is too short, mixed, or mostly names to tell. Pure.
 */
export function writtenLanguage(sentence: string): 'en' | 'es' | (string & {}) | null {
  const own = sentence.replace(QUOTED, ' ');
  const other = otherLanguage(own);
  if (other !== null) return other;
  const words = new Set((own.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).map(fold));
  const count = (language: string, not: string): number =>
    [...words].filter((word) => stopWords(language).has(word) && !stopWords(not).has(word)).length;
  const english = count('en', 'es');
  const spanish = count('es', 'en');
  if (english >= FEWEST && english >= CLEARLY * spanish) return 'en';
  if (spanish >= FEWEST && spanish >= CLEARLY * english) return 'es';
  return null;
}

/**
 * The language of a sentence that is clearly not the one asked for; null where it is, or cannot be told. Languages near
 * Spanish share its function words, so that an answer in one of them is only ever told from English and from other signs.
 * @param locale BCP 47, of the answer. Pure.
 */
export function wrongLanguage(sentence: string, locale: string): string | null {
  const wanted = languageOf(locale);
  const written = writtenLanguage(sentence);
  if (written === null || written === wanted) return null;
  return wanted !== 'en' && written !== 'en' && isNear(wanted, written) ? null : written;
}

const ROMANCE = new Set(['es', 'ca', 'gl', 'pt', 'it', 'fr', 'ro', 'oc', 'an', 'ast']);

/** Spanish itself is told well from its relatives by their signs; they are not told as well from Spanish. */
function isNear(wanted: string, written: string): boolean {
  return wanted !== 'es' && ROMANCE.has(wanted) && ROMANCE.has(written);
}
